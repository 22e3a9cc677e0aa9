"""The only module that knows all stages, in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck import __version__, policy
from claimcheck.config import Settings
from claimcheck.embed import Embedding, describe
from claimcheck.entail import describe_judge, open_judge
from claimcheck.errors import NothingComparedError, UsageError
from claimcheck.model import (
    Alignment,
    Article,
    Cell,
    Context,
    Divergence,
    FloatMatrix,
    Reading,
    Report,
    Skipped,
    Source,
    Statement,
    Verdict,
)
from claimcheck.segment import as_printed, blank_marks, segment

if TYPE_CHECKING:
    from claimcheck.align import Copy

Progress = Callable[[str, int, int], None]
"""Called with the name of the stage, the steps done and the steps in all."""

LANGUAGES = frozenset({"en", ""})
"""The languages that the claim kinds and the bundled model read; "" is a text too short to tell."""


Notice = Callable[[str], None]
"""Called with what a user should know that is no finding: a cache that cannot be used."""


def compare(
    articles: Sequence[Article], *, settings: Settings, progress: Progress | None = None, notice: Notice | None = None
) -> Report:
    """Compare articles on one event; the report lists what differs and what was not compared.

    Where no two sources can be compared, or none tell of one event, the report has no statements, and every source is
    skipped with the reason. Raises NothingComparedError for fewer than two articles, UsageError for a name in `settings`
    that no source has, ModelError where the model cannot be used.
    """
    tell = progress or _silent
    if len(articles) < 2:
        raise NothingComparedError("one source alone cannot be compared", hint="give at least two articles on one event")
    articles = _with_as_of(articles, settings)
    segmented, unread = _segment(articles)
    # What the claims are read with is imported while the first sentences are embedded, so not at the top.
    with Embedding(_distinct(segmented), model=settings.model, use_cache=settings.use_cache) as embedding:
        canonical: Sequence[Reading] = _read(_canonical(segmented, settings), settings, tell)
        from claimcheck.align import copies, join  # noqa: PLC0415
        from claimcheck.divergence import Story, judge  # noqa: PLC0415

        embedded = embedding.result(lambda done, total: tell("embedding", done, total))
    model = open_judge(settings.judge, use_cache=settings.use_cache, soon=embedded.computed > 0)
    for warning in embedded.warnings:
        (notice or _unheard)(warning)
    vectors = _rows(canonical, embedded.vectors)
    alignments: Sequence[Alignment] = _align(canonical, vectors, tell)
    canonical, alignments, strangers = _on_one_event(canonical, alignments)
    tell("judging", 0, 1)
    printed = copies(canonical)
    story = Story(
        readings=tuple(canonical),
        alignments=tuple(alignments),
        context=Context(aliases=settings.aliases),
        copies={copy.source: copy.original for copy in printed.values()},
    )
    statements, divergences = judge(story, join(canonical, alignments), model)
    tell("judging", 1, 1)
    return _report(articles, canonical, statements, divergences, unread=(*unread, *strangers), settings=settings, printed=printed)


def alone(article: Article, *, settings: Settings) -> Report:
    """Read one article by itself: the report holds what it contradicts itself in, no statement, and nothing compared."""
    from claimcheck.divergence import internal  # noqa: PLC0415  # as in `compare`

    articles = _with_as_of([article], settings)
    segmented, unread = _segment(articles)
    readings = _read(segmented, settings, _silent)
    found = [divergence for reading in readings for divergence in internal(reading, Context(aliases=settings.aliases))]
    return _report(articles, readings, (), found, unread=unread, settings=settings)


def _canonical(readings: Sequence[Reading], settings: Settings) -> Sequence[Reading]:
    """The order of comparison, whatever that of the arguments: our own copy first, then by name."""
    return sorted(readings, key=lambda r: (r.article.name != settings.ours, r.article.name, r.article.text, r.article.id))


def _silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def _unheard(text: str) -> None:
    """A notice that nobody hears: a library does not print."""


def _with_as_of(articles: Sequence[Article], settings: Settings) -> tuple[Article, ...]:
    """The articles with the times that the user gave for them; what a source knows ends at its as-of time."""
    names = {article.name for article in articles}
    for named in (*settings.as_of, *([settings.ours] if settings.ours else [])):
        if named not in names:
            raise UsageError(f"no source is called {named!r}", hint=f"the sources are {', '.join(sorted(names))}")
    return tuple(replace(a, as_of=settings.as_of.get(a.name) or a.as_of or a.published) for a in articles)


def _segment(articles: Sequence[Article]) -> tuple[tuple[Reading, ...], tuple[Skipped, ...]]:
    """Every article that can be compared, segmented, its claims not yet read; and those that cannot, with the reason."""
    readings: list[Reading] = []
    unread: list[Skipped] = []
    for article in articles:
        reading = segment(replace(article, text=blank_marks(article.text)))
        reason = _unfit(reading)
        if reason:
            unread.append(Skipped(what=article.name, reason=reason, source=article.id))
        else:
            readings.append(reading)
    return tuple(readings), tuple(unread)


def _read(readings: Sequence[Reading], settings: Settings, tell: Progress) -> tuple[Reading, ...]:
    """The readings with their claims."""
    from claimcheck.reading import with_claims  # noqa: PLC0415  # as in `compare`

    context = Context(aliases=settings.aliases)
    found = []
    for number, reading in enumerate(readings):
        tell("reading", number, len(readings))
        found.append(with_claims(reading, context))
    tell("reading", len(readings), len(readings))
    return tuple(found)


def _unfit(reading: Reading) -> str:
    """Why an article cannot be compared; "" where it can."""
    if reading.article.language not in LANGUAGES:
        return f"its language seems to be {reading.article.language!r}, which the model does not know"
    return "" if reading.sentences else "it holds no sentence beside boilerplate"


def _align(readings: Sequence[Reading], vectors: Sequence[FloatMatrix], tell: Progress) -> tuple[Alignment, ...]:
    from claimcheck.align import align  # noqa: PLC0415  # as in `compare`

    pairs = list(combinations(range(len(readings)), 2))
    found = []
    for number, (i, j) in enumerate(pairs):
        tell("aligning", number, len(pairs))
        found.append(align(readings[i], readings[j], vectors[i], vectors[j]))
    tell("aligning", len(pairs), len(pairs))
    return tuple(found)


def _on_one_event(
    readings: Sequence[Reading], alignments: Sequence[Alignment]
) -> tuple[Sequence[Reading], Sequence[Alignment], tuple[Skipped, ...]]:
    """The readings that tell of one event with another one, their alignments, and those that stand apart."""
    from claimcheck.align import MIN_EVENT_CLOSENESS  # noqa: PLC0415  # as in `compare`

    related = {i for a in alignments if a.closeness >= MIN_EVENT_CLOSENESS and a.links for i in (a.left, a.right)}
    apart = [r.article for r in readings if r.article.id not in related]
    kept = [r for r in readings if r.article.id in related]
    skipped = tuple(Skipped(what=article.name, reason=policy.ANOTHER_EVENT, source=article.id) for article in apart)
    return kept, [a for a in alignments if {a.left, a.right} <= related], skipped


def _distinct(readings: Sequence[Reading]) -> list[str]:
    """Each distinct sentence once."""
    return sorted({s.text for r in readings for s in r.sentences})


def _rows(readings: Sequence[Reading], vectors: FloatMatrix) -> list[FloatMatrix]:
    """One `(n_sentences, dim)` matrix an article, of the vectors of their distinct sentences."""
    row = {text: number for number, text in enumerate(_distinct(readings))}
    return [vectors[[row[s.text] for s in reading.sentences]] for reading in readings]


def _report(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    statements: Sequence[Statement],
    divergences: Sequence[Divergence],
    *,
    unread: Sequence[Skipped],
    settings: Settings,
    printed: Mapping[str, Copy] | None = None,
) -> Report:
    by_id = {reading.article.id: reading for reading in readings}
    order = {article.id: number for number, article in enumerate(articles)}
    told = _told(statements)
    copied = printed or {}
    sources = tuple(
        replace(
            _source(article, by_id.get(article.id), told), copies_of=copied[article.id].original if article.id in copied else None
        )
        for article in articles
    )
    missing = tuple(Cell(source=s.source or "", verdict=Verdict.NOT_COMPARED, reason=s.reason) for s in unread)
    remarks = _copy_remarks(articles, copied, compared=len(readings))
    skipped = (*unread, *remarks, *(s for a in articles if a.id in by_id for s in by_id[a.id].skipped))
    found = Report(
        signature=_signature(settings, len(readings)),
        sources=sources,
        statements=tuple(replace(s, cells=tuple(sorted((*s.cells, *missing), key=lambda c: order[c.source]))) for s in statements),
        divergences=tuple(divergences),
        skipped=skipped,
        summary=policy.summarise((), sources=sources, skipped=skipped, settings=settings),
    )
    return policy.settle(as_printed(found, articles), settings)


def _copy_remarks(articles: Sequence[Article], copied: Mapping[str, Copy], *, compared: int) -> tuple[Skipped, ...]:
    """A remark on every copy: it is compared, and is no second witness."""
    names = {article.id: article.name for article in articles}
    alone = ", so that nothing here has a second witness" if len(copied) == compared - 1 else ""
    return tuple(
        Skipped(
            what=names[copy.source],
            reason=f"a copy of {names[copy.original]} ({int(100 * copy.share)}% of the words): counted as one source{alone}",
            source=copy.source,
        )
        for copy in (copied[article.id] for article in articles if article.id in copied)
    )


def _told(statements: Sequence[Statement]) -> frozenset[tuple[str, int]]:
    """The sentences that are settled against at least one other source: told by it, differently told, or left out."""
    settled: set[tuple[str, int]] = set()
    for statement in statements:
        told = [cell for cell in statement.cells if cell.sentences]
        if len(told) > 1 or any(cell.verdict is Verdict.NOT_SAID for cell in statement.cells):
            settled.update((cell.source, index) for cell in told for index in cell.sentences)
    return frozenset(settled)


def _source(article: Article, reading: Reading | None, told: Set[tuple[str, int]]) -> Source:
    if reading is None:
        return Source(article=article, sentences=(), compared=0)
    compared = sum(sentence.key in told for sentence in reading.sentences)
    return Source(article=reading.article, sentences=reading.sentences, compared=compared)


def _signature(settings: Settings, sources: int) -> str:
    """Every choice that changes the result, so that two reports can be told apart (after sacrebleu's)."""
    from claimcheck.claims import KINDS  # noqa: PLC0415  # as in `compare`

    chosen = [
        f"claimcheck {__version__}",
        f"sources:{sources}",
        f"embed:{describe(settings.model, use_cache=settings.use_cache)}",
        f"judge:{describe_judge(settings.judge, use_cache=settings.use_cache)}",
        f"kinds:{','.join(KINDS)}",
        *policy.choices(settings),
    ]
    if settings.aliases:
        pairs = "\n".join(f"{spelling}={desk}" for spelling, desk in sorted(settings.aliases.items()))
        chosen.append(f"aliases:{blake2b(pairs.encode('utf-8', 'replace'), digest_size=4).hexdigest()}")
    chosen += [f"ours:{settings.ours}"] if settings.ours else []
    chosen += [f"as-of:{name}={moment.isoformat()}" for name, moment in sorted(settings.as_of.items())]
    return " | ".join(chosen)
