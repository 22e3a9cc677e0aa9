"""The words of an article that name somebody or something: what tells one fire, match or merger from the next of its kind.

A capital counts where nothing but a name asks for it: inside a sentence, or in front of such a word. In a headline that
capitalises every word it counts where the body has the name as well. Of scripts without capitals there are no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

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
    """The words of names, in lower case, without a possessive ending: those of `sentences`, and those of the headline."""
    found = {word for sentence in sentences for word in _inside(sentence)}
    if title:
        words = _WORD.findall(title)
        inside = [word for word in words[1:] if word.lower() not in STOP_WORDS]
        capitals = sum(word[0].isupper() for word in inside)
        found.update(_inside(title) if capitals <= _MOST_CAPITALS * len(inside) else ())
    return frozenset(found)


def _inside(text: str) -> Iterable[str]:
    """The words that have a capital without need, and the one before them at the start where it has one too."""
    before = ""
    end = 0
    for match in _WORD.finditer(text):
        word = match.group()
        between = text[end : match.start()]
        opens = not end or any(sign in _OPENS for sign in between)
        end = match.end()
        name = _name(word)
        if not opens and name:
            yield name
            if before and not between.strip():
                yield before
        before = name if opens else ""


def plain(word: str) -> str:
    """The word in lower case, without a possessive ending."""
    return word.lower().replace("’", "'").removesuffix("'s")


def _name(word: str) -> str:
    """The word as a name, "" where it is none."""
    if not word[0].isupper() or len(word) < 2:
        return ""
    found = plain(word)
    return "" if found in _NO_NAMES else found
