"""Copies among articles of which only cards are kept, and which articles of a story are worth comparing.

An article whose words are all another's (one digest) is folded: there is nothing in it to compare. One that prints most of
another's words is only marked, because what it says otherwise is a finding; it gives way to witnesses where a story has many.
The share of common words is estimated from samples of word shingles (A. Broder, "On the resemblance and containment of
documents", 1997): the lowest hashes of both are samples of one range, so that a short copy of a long text is seen as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from claimcheck.align.copies import MIN_SHARE, MIN_WORDS, SHINGLE_WORDS
from claimcheck.scan.types import Group, Member

SKETCH_SIZE = 96
"""Hashes kept of an article: the share of two of one length has a standard error of 0.05, of one and four lengths 0.1."""
MIN_SAMPLE = 8
"""Fewer common samples say nothing of a share."""
_MAX_WORDS = 20_000
_MOST = 0xFFFFFFFF
_SPREAD = 0x9E3779B1
"""CRC-32 is linear: multiplied by an odd number its values are spread so that the lowest of them are a fair sample."""

MAX_COMPARED = 12
"""The articles of one story that are compared with one another. Twelve are 66 pairs of articles, some seconds of work; and
a desk that has twelve witnesses of an event does not need the thirteenth. No story of bench/stories or of the fixtures has more."""


def sketch_of(words: Sequence[str]) -> tuple[int, ...]:
    """The `SKETCH_SIZE` lowest hashes of the article's runs of five words, ascending; () of less than 40 words."""
    if len(words) < MIN_WORDS:
        return ()
    taken = [word.encode("utf-8", "replace") for word in words[:_MAX_WORDS]]
    runs = zip(*(taken[at:] for at in range(SHINGLE_WORDS)), strict=False)
    return tuple(sorted({crc32(b" ".join(run)) * _SPREAD & _MOST for run in runs})[:SKETCH_SIZE])


def share_of(one: Sequence[int], two: Sequence[int]) -> float:
    """The estimated share of the shorter article's shingles, in [0, 1], that the other has; 0 where the samples are too few."""
    if not one or not two:
        return 0.0
    reach = min(_reach(one), _reach(two))
    left, right = ({each for each in sketch if each <= reach} for sketch in (one, two))
    fewer = min(len(left), len(right))
    return len(left & right) / fewer if fewer >= MIN_SAMPLE else 0.0


def _reach(sketch: Sequence[int]) -> int:
    """Up to where the sketch holds every hash of its article: all of a short one."""
    return sketch[-1] if len(sketch) >= SKETCH_SIZE else _MOST


def is_near_copy(one: Sequence[int], two: Sequence[int]) -> bool:
    """Whether two articles print one text but for cuts and edits, by the measure of `align.copies` on shingles.

    A changed word costs five shingles, so that the share of shingles lies below that of words: 0.6 is the stricter of the two.
    """
    return share_of(one, two) >= MIN_SHARE


def representatives(group: Group, *, most: int = MAX_COMPARED) -> tuple[tuple[Member, ...], tuple[Member, ...]]:
    """The articles of a story that are compared, at most `most`, and those that are not: both by time, every member in one.

    Of those that are not compared, the ones with `copy_of` are exact copies, whose words are compared where their original
    is; the others have words of their own, which a report must tell as not compared.

    First come articles that are nobody's near copy, of ever other outlets; then their outlets' further articles; then near
    copies. Where one of these classes is larger than the room left, it is thinned evenly over time, first and last kept.
    """
    own = [member for member in group.members if member.copy_of is None]
    first_of: dict[str, int] = {}
    for member in own:
        if member.near_copy_of is None:
            first_of.setdefault(member.outlet or f"#{member.number}", member.number)
    firsts = frozenset(first_of.values())
    classes = (
        [m for m in own if m.number in firsts],
        [m for m in own if m.near_copy_of is None and m.number not in firsts],
        [m for m in own if m.near_copy_of is not None],
    )
    taken: set[int] = set()
    for members in classes:
        taken.update(member.number for member in _thinned(members, most - len(taken)))
    compared = tuple(member for member in group.members if member.number in taken)
    return compared, tuple(member for member in group.members if member.number not in taken)


def _thinned(members: Sequence[Member], most: int) -> Sequence[Member]:
    if most <= 0 or len(members) <= most:
        return members if most > 0 else ()
    if most == 1:
        return members[:1]
    return [members[round(at * (len(members) - 1) / (most - 1))] for at in range(most)]
