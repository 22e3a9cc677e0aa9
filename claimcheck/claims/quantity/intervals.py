"""Two quantities of one measure as intervals: can both hold, does one follow from the other?"""

from __future__ import annotations

import math
from dataclasses import dataclass

from claimcheck.claims.quantity.units import to_base
from claimcheck.claims.quantity.value import Kind, Quantity
from claimcheck.model import Relation

ABOUT_SHARE = 0.1
"""How far "about" reaches, as a share of the figure. Set by judgement, not tuned; `make eval` prints what the whole gives."""

VAGUE_SHARE = 0.25
"""“Dozens” and "hundreds" reach this share of their bounds further: no desk settles whether 20 is "dozens". Set by judgement."""

ROUNDING_SHARE = 0.025
"""A round figure of 1,000 or more stands for a longer one within this share ("2,400" for "2,437"). Set by judgement."""

_SLIPS = (3, 6, 9)
_TELLING_DIGITS = 3
_INFINITE = float("inf")


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds in the base unit. An open bound is not itself in the interval."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: Interval) -> bool:
        """True where at least one value lies in both."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high = min(self.high, other.high)
        high_open = any(side.high_open for side in (self, other) if side.high == high)
        slack = 1e-9 * max(1.0, abs(low) if low != -_INFINITE else 1.0)
        if low_open or high_open:
            return low < high - slack
        return low <= high + slack

    def covers(self, other: Interval) -> bool:
        """True where every value of `other` lies in this one."""
        slack = 1e-9 * max(1.0, abs(other.low) if abs(other.low) != _INFINITE else 1.0)
        low = (
            self.low < other.low
            or (abs(self.low - other.low) <= slack and (other.low_open or not self.low_open))
            or self.low == other.low == -_INFINITE
        )
        high = (
            self.high > other.high
            or (abs(self.high - other.high) <= slack and (other.high_open or not self.high_open))
            or (self.high == other.high == _INFINITE)
        )
        return low and high


def interval_of(value: Quantity) -> Interval:
    """The interval that `value` states, in the base unit of its dimension; fractions as percent."""
    low, high = (to_base(bound, value.unit) for bound in (value.low, value.high))
    if value.kind == "fraction":
        low, high = (None if bound is None else 100 * bound for bound in (low, high))
    bottom, top = -_INFINITE if low is None else low, _INFINITE if high is None else high
    reach = ABOUT_SHARE if value.hedge == "about" else VAGUE_SHARE if value.hedge == "vague" else 0.0
    if reach:
        bottom, top = bottom - reach * abs(bottom), top + reach * abs(top)
    return Interval(bottom, top, value.hedge == "more than", value.hedge == "less than")


def slip_of_thousands(left: Quantity, right: Quantity) -> bool:
    """True for one figure at two magnitudes ("3.42 billion", "3.42 million"): the digits, a power of a thousand apart.

    Fewer than three digits may be the same by chance.
    """
    one, other = left.low, right.low
    if left.unit != right.unit or not one or not other or (left.low, right.low) != (left.high, right.high):
        return False
    few, many = sorted((abs(one), abs(other)))
    power = round(math.log10(many / few))
    return power in _SLIPS and math.isclose(few * 10.0**power, many, rel_tol=1e-9) and _digits(few) >= _TELLING_DIGITS


def mistaken_points(left: Quantity, right: Quantity) -> bool:
    """True for one change told in percentage points and in percent: "by 1.2 percentage points" is not "1.2 percent higher"."""
    units = {left.unit, right.unit} == {"percent", "percentage point"}
    return units and left.low == right.low is not None and left.high == right.high and left.direction == right.direction != ""


def relate(left: Quantity, right: Quantity) -> Relation:
    """How `right` stands to `left` as intervals of one measure."""
    if mistaken_points(left, right):
        return Relation.CONTRADICTION
    first, second = interval_of(left), interval_of(right)
    if left.kind == "score" and not left.unit:
        same = {left.low, left.high} == {right.low, right.high}
        return Relation.ENTAILMENT if same else Relation.CONTRADICTION
    if left.unit != right.unit and left.kind != "percent":
        first, second = _widened(first), _widened(second)
    if not first.meets(second):
        return Relation.NEUTRAL if _rounds(first, second) or _touches(first, second, left.kind) else Relation.CONTRADICTION
    if second.covers(first) or (left.low, left.high, left.hedge) == (right.low, right.high, right.hedge):
        return Relation.ENTAILMENT
    return Relation.NEUTRAL


def _widened(interval: Interval) -> Interval:
    """The interval with the slack of a conversion: "260 pounds" is given as "117kg"."""
    low, high = interval.low - ROUNDING_SHARE * abs(interval.low), interval.high + ROUNDING_SHARE * abs(interval.high)
    return Interval(low, high, interval.low_open, interval.high_open)


def _rounds(first: Interval, second: Interval) -> bool:
    """True where two plain figures are one figure at two precisions ("2.4 million" and "2.43 million", "14" and "13.6 percent")."""
    if first.low != first.high or second.low != second.high:
        return False
    decimals = sorted((_decimals(first.low), _decimals(second.low)))
    if decimals[0] < decimals[1] and abs(first.low - second.low) <= 0.5 * 10.0 ** -decimals[0] + 1e-9:
        return True  # a half is rounded up by one desk and down by another
    coarse, fine = sorted((first.low, second.low), key=_digits)
    return (
        abs(coarse) >= 1000
        and _digits(coarse) < _digits(fine)
        and abs(coarse - fine) <= min(ROUNDING_SHARE * abs(coarse), _grain(coarse))
    )


def _decimals(value: float) -> int:
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])


def _digits(value: float) -> int:
    """How many significant digits a figure has: 2 for 1,300,000,000,000."""
    return len(f"{abs(value):.11e}".partition("e")[0].replace(".", "").strip("0"))


def is_round(value: float) -> bool:
    """True for 1,000 and more in one or two digits and zeros: an estimate, whatever stands before it."""
    return abs(value) >= 1000 and _digits(value) <= 2


def _grain(value: float) -> float:
    """One unit of the last significant digit of a whole number."""
    text = f"{abs(value):.0f}"
    return 10.0 ** (len(text) - len(text.rstrip("0")))


def _touches(first: Interval, second: Interval, kind: Kind) -> bool:
    """“More than 200,000” beside "200,000": a round figure on the very edge of the other's bound is no quarrel.

    Nor is any measure or duration there: nobody tells "20 years" from "over 20 years".
    """
    for one, other in ((first, second), (second, first)):
        point = other.low == other.high
        if point and other.low in (one.low, one.high):
            if kind in ("measure", "duration", "age", "fraction"):
                return True
            return _digits(other.low) <= 2 if other.low >= 1000 else other.low > 0 and other.low % 10 == 0
    return False
