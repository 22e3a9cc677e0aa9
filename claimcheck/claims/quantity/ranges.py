"""Two amounts as one interval ("1.2 to 1.5 million"), or as the two ends of a change ("from 3 to 5")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.claims.quantity import money
from claimcheck.claims.quantity.lexicon import STOP
from claimcheck.claims.quantity.measures import Amount, compose, read_amount
from claimcheck.claims.quantity.numerals import SMALL
from claimcheck.claims.quantity.tokens import DASHES, Tokens
from claimcheck.claims.quantity.traps import is_trap
from claimcheck.claims.quantity.value import Direction

_RISES = "rose rise rises risen rising increased increase increases increasing grew grow grows grown growing "
_RISES += "climbed climb climbs climbing jumped "
_RISES += "jump jumps jumping surged surge soared soar gained gain gains added advanced up doubled tripled "
_RISES += "widened raised raise raises swelled lifted higher "
_FALLS = "fell fall falls fallen falling dropped drop drops dropping declined decline declines declining "
_FALLS += "decreased decrease slid slide slipped "
_FALLS += "shrank shrink shrunk lowered cut cuts cutting down reduced reduces reduce slashed tumbled plunged "
_FALLS += "sank slowed slowing eased easing dipped "
_FALLS += "lost lower narrowed halved shed"
CHANGES: dict[str, Direction] = dict.fromkeys(_RISES.split(), "rise")
CHANGES |= dict.fromkeys(_FALLS.split(), "fall")
_MOVES = frozenset("went moved changed revised swung raised going go shifted switched amended upgraded downgraded".split())
_RANGING = frozenset("range ranges ranged ranging vary varies varied varying anywhere somewhere priced sizes".split())
_CHANGE_REACH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One amount, or the low and the high one of a range. `former` marks the value that a change left behind."""

    low: Amount
    high: Amount
    former: bool = False

    @property
    def first(self) -> int:
        return self.low.first

    @property
    def last(self) -> int:
        return self.high.last


def read_span(tokens: Tokens, i: int, *, decimal_comma: bool = False) -> Stretch | None:
    """The amount at token `i`, joined with what belongs to it; None where there is none."""
    amount = read_amount(tokens, i, decimal_comma=decimal_comma)
    if amount is None:
        return None
    amount = _signed(tokens, amount)
    part = _amount_at(tokens, amount.last, decimal_comma=decimal_comma) or (
        _amount_at(tokens, amount.last + 1, decimal_comma=decimal_comma)
        if tokens.word(amount.last) in ("and", ",") and amount.unit
        else None
    )
    whole = compose(tokens, amount, part) if part is not None else None
    if whole is not None:
        return Stretch(low=whole, high=whole)
    return _joined(tokens, amount, decimal_comma=decimal_comma)


def _amount_at(tokens: Tokens, j: int, *, decimal_comma: bool = False) -> Amount | None:
    """The amount that begins at token `j`, its currency and sign included."""
    for k in range(j, min(j + 4, len(tokens))):
        word = tokens.words[k]
        if tokens.numeric[k] or word in SMALL or word == "½" or (word == "a" and tokens.word(k + 1) != "$"):
            amount = read_amount(tokens, k, decimal_comma=decimal_comma)
            if amount is None or not (amount.first <= j or k == j or _only_sign(tokens, j, k)):
                return None
            return _signed(tokens, amount)
        if not (
            word in money.SYMBOLS
            or word in money.PREFIX_WORDS
            or tokens.word(k + 1) == "$"
            or word in ("-", "−", "minus", "us", "about", "nearly", "almost", "around")
            or tokens.raw(k) in money.CODES
        ):
            return None
    return None


def _only_sign(tokens: Tokens, j: int, k: int) -> bool:
    return all(word in ("-", "−", "minus", "about", "nearly", "almost", "around") for word in tokens.words[j:k])


_BEFORE_NEGATIVE = frozenset("of to at from between was is by".split())


def _signed(tokens: Tokens, amount: Amount) -> Amount:
    """The amount with the sign before it: "-0.3%", "minus 18 degrees". A bare number takes no sign from a hyphen."""
    before = tokens.word(amount.first - 1)
    hyphen = (
        before in ("-", "−")
        and tokens.tight(amount.first)
        and not (tokens.tight(amount.first - 1) and tokens.word(amount.first - 2) not in "(")
    )
    minus = before == "minus" and not tokens.is_number(amount.first - 2)
    below = hyphen and not amount.numeral.in_words and tokens.word(amount.first - 2) in _BEFORE_NEGATIVE  # "highs of -5 to -2"
    if not (below or (amount.unit and (hyphen or minus))):
        return amount
    return replace(amount, low=-amount.low, high=-amount.high, first=amount.first - 1)


def _joined(tokens: Tokens, amount: Amount, *, decimal_comma: bool) -> Stretch:
    alone = Stretch(low=amount, high=amount, former=is_former(tokens, amount.first))
    j, word = amount.last, tokens.word(amount.last)
    if amount.numeral.vague or not (word in DASHES or word in ("to", "and", "or")):
        return alone
    following = (
        j + 2 if word in DASHES and tokens.word(j + 1) == "to" else (j + 2 if word == "to" and tokens.word(j + 1) == "-" else j + 1)
    )
    other = _amount_at(tokens, following, decimal_comma=decimal_comma)
    if other is None or not _may_join(tokens, amount, other, word):
        return alone
    if word == "to" and not other.unit and tokens.word(other.last) in DASHES and tokens.tight(other.last + 1):
        top = _amount_at(tokens, other.last + 1, decimal_comma=decimal_comma)
        if top is not None:  # "from 24.2 to 33-35 billion euros"
            other = replace(_shared(other, top)[0], numeral=replace(other.numeral, scale=top.numeral.scale))
    low, high = _shared(amount, other)
    if low.unit != high.unit or low.kind != high.kind:
        return alone
    if is_change(tokens, amount, low, high):
        return Stretch(low=low, high=low, former=True) if alone.former else Stretch(low=low, high=low)
    return Stretch(low=low, high=high) if low.low < high.high else alone


def _may_join(tokens: Tokens, amount: Amount, other: Amount, word: str) -> bool:
    if other.numeral.vague or (word not in DASHES and is_trap(tokens, replace(other, first=other.numeral.first))):
        return False
    if word == "and":
        return "between" in tokens.words[max(0, amount.first - 3) : amount.first]
    if word == "or":
        return not amount.unit and other.low - amount.low in (1, 2, 5) and other.low <= 20
    spaced = word in "-" and not tokens.tight(amount.last)
    return not spaced


def _shared(amount: Amount, other: Amount) -> tuple[Amount, Amount]:
    """Both ends with the unit and the scale that only one of them names."""
    if not amount.unit and other.unit:
        amount = replace(amount, unit=other.unit, kind=other.kind)
        if other.unit == "USD" and not other.money_first and other.numeral.low != other.low:
            amount = replace(amount, low=amount.low / 100, high=amount.high / 100)
    elif amount.unit and not other.unit:
        other = replace(other, unit=amount.unit, kind=amount.kind)
    scale = other.numeral.scale
    if scale >= 1e3 and amount.numeral.scale == 1.0 and amount.low < 1000 and amount.low * scale <= other.low:
        amount = replace(amount, low=amount.low * scale, high=amount.high * scale)
    return amount, other


def is_change(tokens: Tokens, amount: Amount, low: Amount, high: Amount) -> bool:
    """True where "A to B" tells a movement: after a verb of change, or downwards after "from"."""
    floor = max(0, amount.first - _CHANGE_REACH)
    before = tokens.words[floor : amount.first]
    if tokens.word(amount.last) != "to" or any(word in _RANGING for word in before):
        return False
    moved = any((word in CHANGES and not _made_up(before, k)) or word in _MOVES for k, word in enumerate(before))
    if before[-1:] == ["from"]:
        return moved or low.low > high.high
    # "rose by 5 to 20" ends at 20; "fell by 1 to 1.5 degrees" is a range: no range of news is as wide as threefold after "by".
    return moved and (low.low > high.high or high.high >= 3 * low.low)


def _made_up(words: Sequence[str], k: int) -> bool:
    """True for the "up" of "makes up only 1 to 3 percent": no movement."""
    return words[k] == "up" and k > 0 and words[k - 1] in ("make", "makes", "made", "making")


def is_former(tokens: Tokens, first: int) -> bool:
    """True for the value that a change left: "up from 3", "rose to 5 from 3", "from 3 to 5" after "rose"."""
    if tokens.word(first - 1) != "from":
        return False
    before = tokens.words[max(0, first - 12) : first - 1]
    return any(word in CHANGES or word in _MOVES or word == "compared" for word in before)


def direction(tokens: Tokens, first: int, last: int) -> Direction:
    """Whether the amount over these tokens is itself a change: "rose by 5", "fell 2%", "a 19% drop"; "" where it is a level."""
    before = first - 1
    by = tokens.word(before) == "by"
    before -= by
    if tokens.word(before) in CHANGES and tokens.word(before) not in ("cut", "added", "raised"):
        return CHANGES[tokens.words[before]]
    noun = tokens.word(last)
    if noun in _CHANGE_NOUNS or (noun in ("higher", "lower") and not _qualifies(tokens.word(last + 1))):
        return CHANGES[noun]
    return _moved_by(tokens, before) if by else ""


_CHANGE_NOUNS = frozenset("rise increase jump surge drop fall decline decrease cut gain".split())
_OBJECT_REACH = 5


def _qualifies(after: str) -> bool:
    """True where "higher" goes with a noun ("5 percent higher wages"): the amount is not a change of its own subject."""
    return after.isalpha() and after not in STOP


def _moved_by(tokens: Tokens, before: int) -> Direction:
    """The direction of "lifted the adjusted margin by": a verb of change whose object stands between it and "by"."""
    for position in range(before, max(-1, before - _OBJECT_REACH), -1):
        word = tokens.words[position]
        if word in CHANGES and word not in ("up", "down", "higher", "lower", "lost", "added"):
            return CHANGES[word]
        if not (word.isalpha() or word in ("'s", "-")):
            return ""
    return ""
