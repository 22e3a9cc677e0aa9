"""What two sentences of two articles share that is rare in both: with enough of it they are of one thing, linked or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimcheck.divergence.story import Story
from claimcheck.model import Sentence

NAME_WEIGHT = 1.5
"""A word of a name tells more than another."""
MAX_SHARE = 0.25
"""A word that a larger share of both articles' sentences has is the theme of the story, and hardly an anchor."""
THEME_WEIGHT = 0.25
MAX_HOLDERS = 24
"""A word of more sentences than this finds no candidates, though it counts in them: a page of 400 sentences stays quick."""


def anchor_weight(story: Story, one: Sentence, two: Sentence) -> float:
    """The weight of the words that two sentences share, rare ones and names above all."""
    shared = story.stems(one) & story.stems(two)
    names = story.name_words(one) & story.name_words(two)
    common = story.commonness(one.article.id, two.article.id)
    return sum(_weight(word in names, common.get(word, 0.0)) for word in sorted(shared))


def _weight(is_name: bool, share: float) -> float:
    return (NAME_WEIGHT if is_name else 1.0) * (1.0 if share <= MAX_SHARE else THEME_WEIGHT)


def anchored(story: Story, left: str, right: str, *, least: float) -> Iterator[tuple[Sentence, Sentence, float]]:
    """The pairs of sentences of two sources that share anchors of at least this weight, in order."""
    ours, theirs = story.holders(left), story.holders(right)
    rare = [w for w in sorted(ours.keys() & theirs.keys()) if len(ours[w]) + len(theirs[w]) <= MAX_HOLDERS]
    shared = Counter((i, j) for word in rare for i in ours[word] for j in theirs[word])
    for i, j in sorted(pair for pair, words in shared.items() if NAME_WEIGHT * words >= least - 1.0):
        one, two = story.by_id[left].sentences[i], story.by_id[right].sentences[j]
        weight = anchor_weight(story, one, two)
        if weight >= least:
            yield one, two, weight
