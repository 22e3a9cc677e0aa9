"""Which sentences of two, or of N, articles tell the same thing."""

from claimcheck.align.beads import grouped, join
from claimcheck.align.copies import Copy, copies
from claimcheck.align.features import MIN_EVENT_CLOSENESS
from claimcheck.align.pairwise import align

__all__ = ["MIN_EVENT_CLOSENESS", "Copy", "align", "copies", "grouped", "join"]
