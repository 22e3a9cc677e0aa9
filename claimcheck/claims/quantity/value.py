"""The value of a quantity claim: an interval with a unit, a hedge and the thing counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Hedge = Literal["exactly", "at least", "at most", "more than", "less than", "about", "between", "vague"]
Kind = Literal["count", "money", "percent", "measure", "duration", "age", "ordinal", "fraction", "score", "range"]
Direction = Literal["", "rise", "fall"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """What a text says of an amount.

    `low` and `high` are the bounds in `unit`; None is unbounded. "about 5" keeps 5 as both bounds: how far
    "about" reaches is decided where two values meet. A score keeps its two sides in their order.
    `counted` is the head noun in the singular, `state` what befell or befits it ("killed"), both "" when unknown.
    `direction` is set where the figure is an amount of change ("rose by 5"); `former` where it is the value
    that a change left behind ("from 3 to 5": 3). `per` is the noun of a rate ("a day"), or the ISO 4217 code
    of the currency whose price a rate of exchange is. `elliptic` marks a figure whose thing counted is taken over from
    another one ("two others"); `added` one that comes on top of another ("another 1,000").
    """

    low: float | None
    high: float | None
    unit: str = ""
    hedge: Hedge = "exactly"
    kind: Kind = "count"
    counted: str = ""
    state: str = ""
    place: str = ""
    direction: Direction = ""
    former: bool = False
    per: str = ""
    elliptic: bool = False
    added: bool = False
    scope: tuple[str, ...] = ()
    """Words that narrow what is counted ("civilian" of "civilian deaths"), sorted."""

    def to_dict(self) -> dict[str, float | str | None]:
        """The value as JSON: bounds, unit, hedge, kind, thing counted and its state."""
        return {
            "low": self.low,
            "high": self.high,
            "unit": self.unit,
            "hedge": self.hedge,
            "kind": self.kind,
            "counted": self.counted,
            "state": self.state,
        }


def number(value: float | None) -> str:
    """A bound in its shortest decimal form: 3, 0.25, 1200000000; "" for None."""
    return "" if value is None else f"{value:.10g}" if abs(value) < 1e10 else f"{value:.0f}"
