"""The only module that knows all stages, in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import combinations

from claimcheck import __version__, policy
from claimcheck.align import align, join
from claimcheck.claims import KINDS
from claimcheck.config import Settings
from claimcheck.divergence import Story, judge
from claimcheck.embed import describe, embed
from claimcheck.errors import NothingComparedError, UsageError
from claimcheck.model import Alignment, Article, Context, Divergence, FloatMatrix, Reading, Report, Skipped, Source, Statement
from claimcheck.reading import with_claims
from claimcheck.segment import segment

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

    Where no statement is common to two sources the report has no divergence and `summary.compared` is 0.
    Raises NothingComparedError where fewer than two sources can be compared, UsageError for a name in `settings` that
    no source has, ModelError where the model cannot be used.
    """
    tell = progress or _silent
    articles = _with_as_of(articles, settings)
    readings, unread = _read(articles, settings, tell)
    canonical = sorted(readings, key=lambda r: (r.article.name != settings.ours, r.article.name, r.article.text, r.article.id))
    vectors = _embed(canonical, settings, tell, notice or _unheard)
    alignments = _align(canonical, vectors, tell)
    beads = join(canonical, alignments)
    tell("judging", 0, 1)
    story = Story(readings=tuple(canonical), alignments=tuple(alignments), context=Context(aliases=settings.aliases))
    statements, divergences = judge(story, beads)
    if not any(len(bead.sentences) > 1 for bead in beads):
        divergences = ()  # no statement is common: these are articles on two events, and nothing is left out of either
    tell("judging", 1, 1)
    return _report(articles, readings, statements, divergences, unread=unread, settings=settings)


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


def _read(articles: Sequence[Article], settings: Settings, tell: Progress) -> tuple[tuple[Reading, ...], tuple[Skipped, ...]]:
    """Every article that can be compared, segmented and with its claims; and those that cannot, with the reason."""
    readings: list[Reading] = []
    unread: list[Skipped] = []
    for number, article in enumerate(articles):
        tell("reading", number, len(articles))
        reading = segment(article)
        reason = _unfit(reading)
        if reason:
            unread.append(Skipped(what=article.name, reason=reason, source=article.id))
        else:
            readings.append(with_claims(reading, Context(aliases=settings.aliases)))
    tell("reading", len(articles), len(articles))
    if len(readings) < 2:
        why = "; ".join(f"{s.what}: {s.reason}" for s in unread) or "only one source was given"
        raise NothingComparedError(f"nothing to compare: {why}", hint="give at least two articles in English on one event")
    return tuple(readings), tuple(unread)


def _unfit(reading: Reading) -> str:
    """Why an article cannot be compared; "" where it can."""
    if reading.article.language not in LANGUAGES:
        return f"its language seems to be {reading.article.language!r}, which the model does not know"
    return "" if reading.sentences else "it holds no sentence beside boilerplate"


def _align(readings: Sequence[Reading], vectors: Sequence[FloatMatrix], tell: Progress) -> tuple[Alignment, ...]:
    pairs = list(combinations(range(len(readings)), 2))
    found = []
    for number, (i, j) in enumerate(pairs):
        tell("aligning", number, len(pairs))
        found.append(align(readings[i], readings[j], vectors[i], vectors[j]))
    tell("aligning", len(pairs), len(pairs))
    return tuple(found)


def _embed(readings: Sequence[Reading], settings: Settings, tell: Progress, notice: Notice) -> list[FloatMatrix]:
    """One `(n_sentences, dim)` matrix an article. Each distinct sentence is embedded once."""
    texts = sorted({s.text for r in readings for s in r.sentences})
    embedded = embed(
        texts, model=settings.model, use_cache=settings.use_cache, progress=lambda done, total: tell("embedding", done, total)
    )
    for warning in embedded.warnings:
        notice(warning)
    row = {text: number for number, text in enumerate(texts)}
    return [embedded.vectors[[row[s.text] for s in reading.sentences]] for reading in readings]


def _report(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    statements: Sequence[Statement],
    divergences: Sequence[Divergence],
    *,
    unread: Sequence[Skipped],
    settings: Settings,
) -> Report:
    by_id = {reading.article.id: reading for reading in readings}
    order = {article.id: number for number, article in enumerate(articles)}
    sources = tuple(_source(article, by_id.get(article.id)) for article in articles)
    skipped = (*unread, *(s for a in articles if a.id in by_id for s in by_id[a.id].skipped))
    return Report(
        signature=_signature(settings, len(readings)),
        sources=sources,
        statements=tuple(replace(s, cells=tuple(sorted(s.cells, key=lambda c: order[c.source]))) for s in statements),
        divergences=policy.arrange(divergences, settings),
        skipped=skipped,
        summary=policy.summarise(divergences, sources=sources, skipped=skipped, settings=settings),
    )


def _source(article: Article, reading: Reading | None) -> Source:
    if reading is None:
        return Source(article=article, sentences=(), compared=0)
    return Source(article=reading.article, sentences=reading.sentences, compared=len(reading.sentences))


def _signature(settings: Settings, sources: int) -> str:
    """Every choice that changes the result, so that two reports can be told apart (after sacrebleu's)."""
    chosen = [
        f"claimcheck {__version__}",
        f"sources:{sources}",
        f"embed:{describe(settings.model, use_cache=settings.use_cache)}",
        f"kinds:{','.join(KINDS)}",
        f"min-confidence:{settings.min_confidence:g}",
        f"min-severity:{settings.min_severity.label}",
    ]
    chosen += [
        f"{name}:{','.join(sorted(value))}" for name, value in (("select", settings.select), ("ignore", settings.ignore)) if value
    ]
    if settings.aliases:
        pairs = "\n".join(f"{spelling}={desk}" for spelling, desk in sorted(settings.aliases.items()))
        chosen.append(f"aliases:{blake2b(pairs.encode('utf-8', 'replace'), digest_size=4).hexdigest()}")
    chosen += [f"ours:{settings.ours}"] if settings.ours else []
    chosen += [f"as-of:{name}={moment.isoformat()}" for name, moment in sorted(settings.as_of.items())]
    return " | ".join(chosen)
