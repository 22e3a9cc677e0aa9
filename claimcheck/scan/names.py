"""The names of an article, of people, places and firms: what tells one fire, match or merger from the next of its kind.

A capital counts where nothing but a name asks for it: inside a sentence, or in front of such a word. In a headline that
capitalises every word it counts where the body has the name as well. Of scripts without capitals there are no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.align.terms import STOP_WORDS

_WORD = re.compile(r"[^\W\d_]{1,40}(?:['’][^\W\d_]{1,20})?")
_OPENS = frozenset("“\"‘'([:;—–-•.!?")
"""After these a word may have its capital from its place."""
_NO_NAMES = STOP_WORDS | frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
    november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec gmt utc est bst
    cet mr mrs ms miss dr sir dame lord lady president prime minister ministers king queen prince princess general colonel captain
    major lieutenant sergeant inspector governor senator mayor judge justice professor chief chairman chairwoman secretary director
    reuters afp ap associated press i'm i've it's god internet english photo image video read watch breaking live update""".split()
)
"""Capitalised words that stories of any kind share: days, months, titles of people, the trade itself."""
_MOST_CAPITALS = 0.5


def names_in(sentences: Sequence[str], *, title: str = "") -> frozenset[str]:
    """The names of `sentences` and of the headline, in lower case, without a possessive ending.

    A word is a name where it ends one or is one alone. Each two words of a longer name are a name, "ines marchetti", unless the
    first of them stands alone as well: so a given name, or the first word of a firm's, is none without the word behind it.
    """
    found = [run for sentence in sentences for run in _runs(sentence)]
    if title:
        words = _WORD.findall(title)
        inside = [word for word in words[1:] if word.lower() not in STOP_WORDS]
        capitals = sum(word[0].isupper() for word in inside)
        found += _runs(title) if capitals <= _MOST_CAPITALS * len(inside) else ()
    alone = {run[0] for run in found if len(run) == 1}
    pairs = (pair for run in found for pair in pairwise(run))
    return frozenset((*(run[-1] for run in found), *(" ".join(pair) for pair in pairs if pair[0] not in alone)))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """The words, side by side, that have a capital without need, and one before them at the start where it has one too."""
    run: list[str] = []
    opened = ""
    for name, opens, follows in _words(text):
        if run and (opens or not name or not follows):
            yield tuple(run)
            run = []
        if name and not opens:
            run += [opened, name] if opened and follows else [name]
        opened = name if opens else ""
    if run:
        yield tuple(run)


def _words(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Each word as a name ("" where it is none), whether its place asks for a capital, and whether it goes on where the word
    before it ended: behind a possessive ending another name begins.
    """
    end = 0
    ended = True
    for match in _WORD.finditer(text):
        word, between = match.group(), text[end : match.start()]
        yield _name(word), not end or any(sign in _OPENS for sign in between), not ended and not between.strip()
        end, ended = match.end(), len(plain(word)) < len(word)


def plain(word: str) -> str:
    """The word in lower case, without a possessive ending."""
    return word.lower().replace("’", "'").removesuffix("'s")


def _name(word: str) -> str:
    """The word as a name, "" where it is none."""
    if not word[0].isupper() or len(word) < 2:
        return ""
    found = plain(word)
    return "" if found in _NO_NAMES else found
