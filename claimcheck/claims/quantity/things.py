"""What a figure is of, once its number is read: an age, a sum, or a count of a thing in a state, at a place, at a rate."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.claims.quantity import counted as counting
from claimcheck.claims.quantity import states
from claimcheck.claims.quantity.counted import Counted
from claimcheck.claims.quantity.lexicon import ANY_NOUN_STATES, PERSONS, STOP, singular
from claimcheck.claims.quantity.ranges import Stretch
from claimcheck.claims.quantity.tokens import DASHES, Tokens
from claimcheck.claims.quantity.traps import is_age_after_name
from claimcheck.claims.quantity.value import Quantity

_CROWDS = frozenset(
    "gathering crowd population attendance turnout audience electorate number people voters devotees pilgrims".split()
)


def bare_rupees(tokens: Tokens, stretch: Stretch) -> bool:
    """“2 crore” alone is a sum, but "a gathering of 2.5 lakh" counts people."""
    if tokens.word(stretch.last - 1) not in ("crore", "crores", "lakh", "lakhs"):
        return False
    return not _CROWDS & set(tokens.words[max(0, stretch.first - 5) : stretch.first])


_AGED = frozenset(("aged", "age", "ages"))
_SOMEBODY = frozenset(("he", "she", "who", "i"))
_BEING = frozenset(("is", "was", "am"))
"""“She is 16 and cannot vote”, but "he was one of them", "he is 6 feet tall"."""
_TURNS = frozenset(("turn", "turns", "turned", "turning"))
"""“Until she turns 18”, but "turned 18 people away"."""


def aged(tokens: Tokens, value: Quantity, stretch: Stretch) -> Quantity:
    """The value as an age where only its place says so: "aged 7", "both six", "Maria Silva, 34, and"."""
    i, j = stretch.first, stretch.last
    if value.kind not in ("count", "range") or not 0 < stretch.low.low <= 120:
        return value
    before, after = tokens.word(i - 1), tokens.word(j)
    years = value.low if value.low == value.high and value.low else 0.0
    stated = (
        before in _AGED
        or (before == "between" and tokens.word(i - 2) in _AGED)
        or (before == "both" and not after.isalpha())
        or (before in _BEING and tokens.word(i - 2) in _SOMEBODY and years > 1 and (not after.isalpha() or after in STOP))
        or (before in _TURNS and value.low == value.high and (not after.isalpha() or after in STOP))
        or is_age_after_name(tokens, stretch.low)
    )
    listed = before == "and" and tokens.word(i - 3) in ("aged", "ages")
    listed = listed or (after in ("and", "or") and tokens.words[j + 2 : j + 4] == ["year", "old"])  # "an 18 and 15 year old"
    apposed = (
        before == ","
        and (tokens.capital(i - 2) or singular(tokens.word(i - 2)) in PERSONS)
        and tokens.word(i - 2).isalpha()
        and after in (",", ".", ")", ";", "and", *DASHES)
        and value.low == value.high
    )
    return replace(value, kind="age", unit="year") if stated or listed or (apposed and after != ".") else value


def with_thing(tokens: Tokens, value: Quantity, thing: Counted, first: int, floor: int) -> Quantity:
    """`value` with what is counted, its state and place, and its rate."""
    if value.kind in ("measure", "money", "percent", "duration"):
        per, _ = counting.rate(tokens, thing.last)
        noun = thing.noun if value.kind == "percent" and thing.noun not in ("higher", "lower") else ""
        return replace(value, per=per, counted=noun, scope=thing.scope if noun else ())
    if value.kind == "age":
        told = tokens.word(first - 1) in _AGED or tokens.word(first - 2) in _AGED  # "adults aged 40 to 65 found"
        return replace(value, counted="person" if told else thing.noun or "person")
    next_number = next((k for k in range(thing.last, min(thing.last + 12, len(tokens))) if tokens.numeric[k]), len(tokens))
    named = states.number_of(tokens, first, thing.last, floor) if not thing.noun else None
    found = (
        (named.state if named else "")
        or thing.state
        or states.state_after(tokens, thing.last, next_number)
        or states.state_before(tokens, first, floor)
    )
    noun, scope = (named.noun, named.scope) if named else (thing.noun, thing.scope)
    state = found if found in ANY_NOUN_STATES or not noun or noun in PERSONS else ""
    if not noun and not thing.anaphoric:
        noun = _counted_before(tokens, first, floor)
    per, _ = counting.rate(tokens, thing.last)
    return replace(
        value,
        counted=noun,
        state=state,
        scope=scope,
        place=counting.place_after(tokens, thing.last) or counting.place_before(tokens, first),
        per=per,
        elliptic=not noun or thing.anaphoric,
        added=thing.more or tokens.word(first - 1) in ("another", "additional", "further"),
    )


def _counted_before(tokens: Tokens, first: int, floor: int) -> str:
    """“person” for "the toll rose to": what a number without a noun counts; "" where nothing tells."""
    for position in range(first - 1, max(floor, first - 10) - 1, -1):
        word = tokens.words[position]
        if word == "toll":
            return "person"
        if word in (";", ":", "."):
            break
    return ""
