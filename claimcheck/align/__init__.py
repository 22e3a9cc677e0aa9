"""Which sentences of two, or of N, articles tell the same thing."""

from claimcheck.align.beads import grouped, join
from claimcheck.align.pairwise import align

__all__ = ["align", "grouped", "join"]
