"""How an omission is told in one line: who reports what, which figure, and who does not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claimcheck.divergence.evidence import clip, listing
from claimcheck.divergence.figures import is_figure
from claimcheck.divergence.story import Story
from claimcheck.divergence.topics import FIGURE, MONEY, Topic, verb_of
from claimcheck.model import Claim, Sentence

MAX_FIGURES_SHOWN = 2
"""The figures that a message names; the evidence has them all."""


def told_in_a_line(
    story: Story, lead: Sentence, topic: Topic, claims: Sequence[Claim[Any]], *, tellers: Sequence[str], silent: Sequence[str]
) -> str:
    """The message of an omission whose `lead` sentence has `topic`: “A gives “$4 billion”, B does not: “…””.

    `claims` are those of the whole passage. Where a silent source has the topic elsewhere, it is said to lack this one alone.
    """
    figures = _figures(story, topic, [c for c in claims if c.sentence.key == lead.key], silent)
    if figures:
        keys = {claim.key for claim in figures}
        giving = {c.sentence.article.id for c in claims if c.key in keys}
        tellers = [source for source in tellers if source in giving] or tellers
    verb = f"gives {listing(_quoted(figures))}" if figures else verb_of(topic, lead.text)
    who = f"{listing(story.names(tellers))} {_plural(verb, len(tellers))}"
    how = " that" if not figures and _is_told_elsewhere(story, topic, silent) else ","
    return f"{who}{how} {listing(story.names(silent))} {'does' if len(silent) == 1 else 'do'} not: “{clip(lead.text)}”"


def _figures(story: Story, topic: Topic, claims: Sequence[Claim[Any]], silent: Sequence[str]) -> list[Claim[Any]]:
    """The figures that are the topic and stand in no silent source."""
    if topic is MONEY:
        own = [c for c in claims if c.kind == "quantity" and c.value.kind == "money"]
    elif topic is FIGURE:
        own = [c for c in claims if c.kind == "quantity" and is_figure(c)]
    else:
        return []
    return [claim for claim in own if all(story.lacks(source, claim) for source in silent)]


def _quoted(figures: Sequence[Claim[Any]]) -> list[str]:
    return [f"“{text}”" for text in dict.fromkeys(claim.text for claim in figures)][:MAX_FIGURES_SHOWN]


def _is_told_elsewhere(story: Story, topic: Topic, silent: Sequence[str]) -> bool:
    """Whether a silent source may have the topic in another passage: each has figures and quotations."""
    return topic.pattern is None or any(story.matching(source, topic.pattern) for source in silent)


def _plural(verb: str, sources: int) -> str:
    """The verb for so many sources: "reports casualties" of one, "report casualties" of several."""
    if sources == 1:
        return verb
    head, _, rest = verb.partition(" ")
    return f"{'carry' if head == 'carries' else head.removesuffix('s')} {rest}"
