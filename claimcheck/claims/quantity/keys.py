"""The normalised form of a quantity: what fingerprints are made of."""

from __future__ import annotations

from claimcheck.claims.quantity.units import UNITS, to_base
from claimcheck.claims.quantity.value import Quantity, number

_BASES = {"length": "metre", "area": "square metre", "mass": "kilogram", "volume": "cubic metre", "speed": "metre per second"}
_BASES |= {
    "temperature": "°C",
    "power": "watt",
    "energy": "joule",
    "time": "day",
    "points": "percentage point",
    "frequency": "hertz",
}

_SECONDS = {False: 86_400.0, True: 31_556_952.0}
"""What a duration and an age are counted in: days, years."""


def key_of(value: Quantity) -> str:
    """“18|body”, "625000000|USD": the figure and what it counts or measures; equal for equal meanings.

    Units are turned into the base unit of their dimension, hedges are left out: they move more often than
    the figure does, and a figure that both sources give is shared evidence whatever the hedge.
    """
    unit = UNITS.get(value.unit)
    low, high = value.low, value.high
    name = value.unit
    if unit is not None and unit.dimension in _BASES:
        low, high, name = to_base(low, value.unit), to_base(high, value.unit), _BASES[unit.dimension]
        if unit.dimension == "time":
            low, high = (None if bound is None else bound / _SECONDS[value.kind == "age"] for bound in (low, high))
    figures = [number(low)] if low == high or high is None else [number(high)] if low is None else [number(low), number(high)]
    thing = (
        value.counted
        if value.kind in ("count", "range", "ordinal", "fraction")
        else value.kind
        if value.kind in ("age", "score")
        else name
    )
    return f"{'-'.join(figures)}|{thing or value.state or name}"
