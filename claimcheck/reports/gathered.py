"""The findings of one report, or of many stories, in one order for formats that list them all: the worst first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from types import MappingProxyType

from claimcheck.model import Article, CheckResult, Divergence, DivergenceType, Remark, Report, Severity, Skipped, StoryResult
from claimcheck.policy import ACKNOWLEDGED, BASELINED, FINDINGS, NEW, SUPPRESSED, gaps
from claimcheck.reports.places import Place, Position, ours_of, places_of, position_in

_COUNTS = ("contradiction", "omission", "shift", "update", "suppressed", "baselined", "compared", "not_compared")
_TYPES = {kind: place for place, kind in enumerate(DivergenceType)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding with its story (of an empty name where one report stands alone) and its passages, our copy's first."""

    story: StoryResult
    report: Report
    divergence: Divergence
    places: tuple[Place, ...]

    @property
    def is_new(self) -> bool:
        """Whether the desk has not settled it yet."""
        return self.divergence.status == NEW

    @property
    def place(self) -> Place | None:
        """The first place that a file has: what an annotation hangs on."""
        return next((each for each in self.places if each.path is not None), self.places[0] if self.places else None)

    @property
    def identity(self) -> str:
        """The fingerprint made unique among stories, 32 hex digits."""
        return digest(self.story.name, self.divergence.fingerprint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What was not compared: a story (`report` is None), a whole source, or a stretch of one."""

    story: StoryResult
    what: str
    reason: str
    path: str | None = None
    position: Position | None = None
    is_stretch: bool = False


def digest(*parts: str) -> str:
    """Return 32 hex digits that stand for `parts`."""
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def alone(report: Report) -> CheckResult:
    """Return one report as a check of one story without a name. Its exit code is not known here, and 0."""
    story = StoryResult(name="", path="", ours=ours_of(report), report=report)
    return CheckResult(stories=(story,), totals=MappingProxyType({name: getattr(report.summary, name) for name in _COUNTS}))


def is_alone(result: CheckResult) -> bool:
    """Whether `alone` made the result."""
    return len(result.stories) == 1 and not result.stories[0].name


def findings_of(story: StoryResult) -> tuple[Finding, ...]:
    """Return the findings of one story: new ones first, then by severity, type and the report's own order."""
    report = story.report
    if report is None:
        return ()
    found = [
        Finding(story=story, report=report, divergence=each, places=places_of(each, report, ours=story.ours))
        for each in report.divergences
    ]
    return tuple(sorted(found, key=_rank))


def findings(result: CheckResult) -> tuple[Finding, ...]:
    """Return the findings of all stories, worst first; of two alike, that of the worse story."""
    return tuple(sorted((each for story in result.stories for each in findings_of(story)), key=_rank))


def _rank(finding: Finding) -> tuple[bool, int, int]:
    divergence = finding.divergence
    return not finding.is_new, -divergence.severity, _TYPES[divergence.type]


def gaps_of(story: StoryResult) -> tuple[Gap, ...]:
    """Return what of a story was not compared: the story itself, whole sources, then stretches in their order."""
    report = story.report
    if report is None:
        return (Gap(story=story, what=story.name, reason=story.error or "not compared", path=story.path or None),)
    articles = {source.article.id: source.article for source in report.sources}
    found = [_gap(story, each, articles) for each in gaps(report.sources, report.skipped)]
    return tuple(sorted(found, key=lambda each: each.is_stretch))


def _gap(story: StoryResult, skipped: Skipped, articles: Mapping[str, Article]) -> Gap:
    article = articles.get(skipped.source or "")
    position = position_in(article, skipped.span) if article is not None and skipped.span is not None else None
    path = article.path if article is not None and article.path != "-" else None
    return Gap(
        story=story, what=skipped.what, reason=skipped.reason, path=path, position=position, is_stretch=skipped.span is not None
    )


def fails(story: StoryResult) -> frozenset[str]:
    """Return the fingerprints of the findings that count as conflicts: new contradictions of a warning or more, and, where
    the story fails without one, the new omissions or shifts that its gate must have counted.
    """
    if story.report is None:
        return frozenset()
    weighty = [each for each in story.report.divergences if each.status == NEW and each.severity >= Severity.WARNING]
    for kinds in _WIDENING:
        found = frozenset(each.fingerprint for each in weighty if each.type in kinds)
        if found or story.exit_code != FINDINGS:
            return found
    return frozenset()


_WIDENING = (
    (DivergenceType.CONTRADICTION,),
    (DivergenceType.OMISSION,),
    (DivergenceType.SHIFT,),
)


def settled_counts(found: Iterable[Finding]) -> Mapping[str, int]:
    """Return how many findings the desk has settled, by how."""
    statuses = [each.divergence.status for each in found]
    return MappingProxyType({status: statuses.count(status) for status in (SUPPRESSED, ACKNOWLEDGED, BASELINED)})


def remark_lines(remarks: Iterable[Remark]) -> Iterator[str]:
    """Yield what each remark says of the desk's own files, as one line."""
    for each in remarks:
        place = each.path if each.line is None else f"{each.path}:{each.line}"
        yield f"{place}: {each.kind.value}: {each.text}"
