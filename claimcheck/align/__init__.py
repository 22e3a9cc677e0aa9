"""Which sentences of two, or of N, articles tell the same thing."""

from claimcheck.align.beads import join, pairs_of
from claimcheck.align.pairwise import align

__all__ = ["align", "join", "pairs_of"]
