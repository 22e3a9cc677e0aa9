"""CC501: what one source says of one thing in two ways: headline and body, parts and total, an earlier and a later paragraph.

Every check is strict: it speaks only where the two places certainly tell of one thing and nothing in the article explains
the difference. `tests/divergence/test_internal.py` holds the tables of what must and must not be found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.divergence.evidence import evidence_of, fingerprint
from claimcheck.divergence.internal_ages import ages
from claimcheck.divergence.internal_calendar import weekdays
from claimcheck.divergence.internal_copy import Clash, Copy
from claimcheck.divergence.internal_headline import headline
from claimcheck.divergence.internal_lists import lists
from claimcheck.divergence.internal_repeats import repeats
from claimcheck.divergence.internal_shares import shares
from claimcheck.divergence.story import Story
from claimcheck.model import Bead, Context, Divergence, Reading, Sentence
from claimcheck.rules import RULES

CODE = "CC501"

CHECKS: tuple[Callable[[Copy], Iterator[Clash]], ...] = (headline, lists, shares, repeats, ages, weekdays)
"""What is looked for in one article, in the order in which it is told."""

_WEIGHT = 10.0


def internal(reading: Reading, context: Context) -> tuple[Divergence, ...]:
    """The divergences of an article with itself, in the order of `CHECKS`; each is told once.

    `reading` holds the claims of all kinds. The findings belong to no statement: `statement` is "".
    """
    del context
    copy = Copy(reading=reading)
    if copy.is_live:
        return ()
    return tuple(_divergence(reading, clash) for clash in _apart(clash for check in CHECKS for clash in check(copy)))


def internals(story: Story, beads: Sequence[Bead]) -> tuple[Divergence, ...]:
    """The divergences of every source of a story with itself, each in the statement of its first sentence."""
    found = [divergence for reading in story.readings for divergence in internal(reading, story.context)]
    return tuple(replace(divergence, statement=_statement(divergence, beads)) for divergence in found)


def _statement(divergence: Divergence, beads: Sequence[Bead]) -> str:
    first = divergence.evidence[0]
    return next((bead.id for bead in beads if first.sentence in bead.sentences.get(first.source, ())), "")


def _apart(clashes: Iterable[Clash]) -> Iterator[Clash]:
    """The clashes without those between the same two sentences, or over the same two figures, as one told before."""
    seen: set[object] = set()
    for clash in clashes:
        places = tuple(sorted({s.index for s in clash.sentences}))
        figures = (clash.kind, frozenset(c.key for c in clash.claims))
        if places not in seen and figures not in seen:
            seen |= {places, figures}
            yield clash


def _divergence(reading: Reading, clash: Clash) -> Divergence:
    rule, name = RULES[CODE], reading.article.name
    return Divergence(
        fingerprint=fingerprint(CODE, {name: [claim.key for claim in clash.claims]}),
        code=CODE,
        type=rule.type,
        kind=clash.kind,
        severity=rule.severity,
        confidence=clash.confidence,
        message=clash.message.replace("{source}", name),
        why=clash.why,
        statement="",
        evidence=tuple(evidence_of(s, clash.claims) for s in _unique(clash.sentences)),
        weight=_WEIGHT,
    )


def _unique(sentences: Iterable[Sentence]) -> list[Sentence]:
    return list({s.index: s for s in sentences}.values())
