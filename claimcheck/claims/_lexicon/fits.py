"""How a figure or a date of one text fits those of another that may be of the same measure."""

from __future__ import annotations

from enum import Enum


class Fit(Enum):
    """What becomes of one value in the light of all that the other text gives.

    It is looser than a comparison: where a pair of short texts is judged as a whole, it is evidence that is weighed, never
    a finding by itself.
    """

    MET = "met"
    """It follows from one of them."""

    OPPOSED = "opposed"
    """None of them can hold beside it, and at least one is of the same thing."""

    DOUBTFUL = "doubtful"
    """None of them can hold beside it, and whether any is of the same thing the words do not tell."""

    EDGE = "edge"
    """One is the very bound that it excludes: “29 weeks” beside "more than 29 weeks"."""

    MOVING = "moving"
    """None of them can hold beside it, and they may be of two moments, places or shares: prices, tables, rates."""

    OPEN = "open"
    """One can hold beside it, and it follows from none."""

    UNKNOWN = "unknown"
    """The other text has nothing that it could be held against."""
