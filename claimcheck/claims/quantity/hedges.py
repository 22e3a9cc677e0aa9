"""Hedges before and after an amount, and what they make of its bounds."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.claims.quantity.tokens import Tokens
from claimcheck.claims.quantity.value import Hedge

RANGE_HEDGE: Hedge = "exactly"
"""The hedge of "10 to 15" and "between 10 and 15", although "between" is one of the hedges of the report's format.

Nothing hedges the bounds themselves; `low` and `high` tell the interval, and "between about 10 and 15" keeps its "about"."""

_PHRASES: dict[Hedge, str] = {
    "at least": "at least; at the least; no fewer than; no less than; not less than; not fewer than; a minimum of; minimum of; "
    "minimum; as few as; as little as; at a minimum; starting at; a total of at least",
    "at most": "up to; as many as; as much as; no more than; not more than; a maximum of; maximum of; at most; maximum; "
    "as high as; not exceeding; as long as; as far as; as low as; capped at; at the most; no longer "
    "than; no later than; no higher than",
    "more than": "more than; over; above; upwards of; upward of; in excess of; exceeding; exceeds; exceed; exceeded; topping; "
    "topped; tops; surpassing; surpassed; surpasses; passed; past; greater than; higher than; larger than; older than; "
    "longer than; beyond; north of; "
    "well over; just over; well above; just above; better than; bigger than; heavier than; taller than; "
    "excess of; has passed; crossed",
    "less than": "less than; fewer than; under; below; lower than; smaller than; shorter than; younger than; south of; well below; "
    "well under; not even; lighter than; cheaper than; beneath",
    "about": "about; around; roughly; approximately; approx; approx .; some; nearly; almost; close to; an estimated; estimated; "
    "just under; just below; just short of; near; circa; in the region of; somewhere around; or so; "
    "practically; barely; virtually; "
    "just about; more or less; nearing; approaching; an approximate; an average of; ~; ≈; c .; estimated at; estimated at about; "
    "slightly under; slightly less than; slightly over; slightly more than; a little over; a little more than; a little under; "
    "a little less than; just shy of; shy of; not quite; or about; neighborhood of; neighbourhood of",
}
_SYMBOLS: dict[str, Hedge] = {">": "more than", "<": "less than", "≥": "at least", "≤": "at most", "~": "about"}
_BEFORE: dict[tuple[str, ...], Hedge] = {
    tuple(phrase.split()): hedge for hedge, text in _PHRASES.items() for phrase in text.split("; ")
}
_BEFORE |= {(sign,): hedge for sign, hedge in _SYMBOLS.items()}
_LAST_WORDS = frozenset(phrase[-1] for phrase in _BEFORE)
_LONGEST = max(len(phrase) for phrase in _BEFORE)
_AFTER: dict[tuple[str, ...], Hedge] = {
    ("or", "more"): "at least",
    ("or", "greater"): "at least",
    ("or", "above"): "at least",
    ("or", "over"): "at least",
    ("or", "older"): "at least",
    ("or", "higher"): "at least",
    ("and", "above"): "at least",
    ("and", "over"): "at least",
    ("and", "counting"): "at least",
    ("at", "least"): "at least",
    ("at", "minimum"): "at least",
    ("-", "plus"): "at least",
    ("+",): "at least",
    ("to", "life"): "at least",
    ("at", "most"): "at most",
    ("at", "the", "most"): "at most",
    ("or", "less"): "at most",
    ("or", "fewer"): "at most",
    ("or", "under"): "at most",
    ("or", "below"): "at most",
    ("or", "so"): "about",
    ("or", "thereabouts"): "about",
    ("-", "odd"): "about",
    ("odd",): "about",
    (",", "give", "or", "take"): "about",
    ("give", "or", "take"): "about",
    ("-", "ish"): "about",
}
_AFTER_FIRST = frozenset(phrase[0] for phrase in _AFTER)
_DURING = frozenset(("over", "under", "past"))
_LASTING = frozenset("for took takes taking lasted lasting is was after just well aged spent waited in by be been and or".split())


@dataclass(frozen=True, slots=True)
class Hedged:
    """A hedge and the tokens it takes: `first` before the amount, `last` (exclusive) after it."""

    hedge: Hedge
    first: int
    last: int


def find(tokens: Tokens, first: int, last: int, *, duration: bool = False) -> Hedged:
    """The hedge of the amount over the tokens `first` to `last`; "exactly" where none stands beside it.

    A `duration` after "over" is a span of time in which something happens, unless a verb of lasting precedes.
    """
    before = _before(tokens, first)
    if before is not None and not (duration and _during(tokens, before.first)):
        return Hedged(before.hedge, before.first, last)
    after = _after(tokens, last)
    return after if after is not None else Hedged("exactly", first, last)


def _before(tokens: Tokens, first: int) -> Hedged | None:
    end = first - 1 if tokens.word(first - 1) in ("(", "only", "about", "some") and tokens.word(first - 2) in _LAST_WORDS else first
    for stop in (end, first):
        if tokens.word(stop - 1) not in _LAST_WORDS:
            continue
        for size in range(_LONGEST, 0, -1):
            hedge = _BEFORE.get(tuple(tokens.words[max(0, stop - size) : stop]))
            if hedge is not None and _holds(tokens, stop - size, stop):
                return Hedged(hedge, stop - size, first)
    return None


def _holds(tokens: Tokens, first: int, stop: int) -> bool:
    """False where the words are no hedge here: "the past two days", "time and some", "moved above"."""
    word, before = tokens.word(first), tokens.word(first - 1)
    if stop - first > 1:
        return True
    if word == "over":
        return _is_amount_over(tokens, stop, before)
    if word in ("past", "minimum", "maximum"):
        return before not in ("the", "this", "a", "in", "over")
    return word != "some" or not before.endswith("ly")


_PHRASAL = frozenset(
    "take takes taking taken took hand handed handing turn turned fly flies flew flying flown control controls rule rules "
    "ruled war row dispute "
    "disputes concern concerns fight fights fought fighting clash clashed clashes protest protests presided presides spread "
    "win won voted vote "
    "talks negotiations anger fears watch watched sovereignty jurisdiction authority lead victory advantage "
    "seconds minutes gold silver bronze race races record".split()
)


def _is_amount_over(tokens: Tokens, stop: int, before: str) -> bool:
    """False for "take over four regions", "control over two towns": no one says "over" of a small number in words."""
    small = tokens.words[stop].isalpha() and not (
        tokens.is_number(stop) or tokens.word(stop + 1) in ("hundred", "thousand", "million", "billion", "dozen")
    )
    small = small and tokens.words[stop] in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return before not in _PHRASAL and (not small or before in ("just", "well", "for", "took", "lasted"))


def _during(tokens: Tokens, first: int) -> bool:
    return tokens.word(first) in _DURING and tokens.word(first - 1) not in _LASTING


def _after(tokens: Tokens, last: int) -> Hedged | None:
    """A hedge directly after the amount, or after one or two words of what is counted."""
    for j in (last, last + 1, last + 2):
        if tokens.word(j) in _AFTER_FIRST and (j == last or tokens.word(j) in ("or", "at", "and", ",")):
            for size in range(min(4, len(tokens) - j), 0, -1):
                hedge = _AFTER.get(tuple(tokens.words[j : j + size]))
                if hedge is not None and not _compares(tokens, j, size):
                    return Hedged(hedge, last, j + size if j == last else last)
        if not tokens.word(j).isalpha() or tokens.word(j) in ("and", "or", "at"):
            return None
    return None


def _compares(tokens: Tokens, j: int, size: int) -> bool:
    """“three people and at least five dogs”: the hedge belongs to the number after it."""
    following = tokens.word(j + size)
    return tokens.is_number(j + size) or following in (
        "a",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "than",
    )


def bounds(hedge: Hedge, low: float, high: float) -> tuple[float | None, float | None]:
    """The interval that `hedge` makes of stated bounds. "About" leaves them: its reach depends on what it is held against."""
    if hedge in ("at least", "more than"):
        return low, None
    if hedge in ("at most", "less than"):
        return None, high
    return low, high
