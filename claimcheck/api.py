"""The Python calls: the same rooms as the commands, on files, texts, sentences and pairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from claimcheck.config import Settings
from claimcheck.errors import UsageError
from claimcheck.load import article_from_text, load_all
from claimcheck.model import Claim, Context, Link, PairVerdict, Report

if TYPE_CHECKING:
    from claimcheck.scan.run import Outcome, Progress


def compare(sources: Sequence[str], *, settings: Settings | None = None) -> Report:
    """Compare files on one event. `sources` are paths, or `NAME=PATH`; a file of several articles (.jsonl) is
    a source for each.

    Raises LoadError for a source that cannot be read, NothingComparedError for fewer than two that can be compared.
    """
    from claimcheck import pipeline  # noqa: PLC0415 - numpy and the model only when they are needed

    articles = [article for loaded in load_all(sources) for article in loaded]
    return pipeline.compare(articles, settings=settings or Settings())


def compare_texts(
    texts: Mapping[str, str], *, published: Mapping[str, datetime | str] | None = None, settings: Settings | None = None
) -> Report:
    """Compare texts by the names of their sources. `published` gives times, aware or as ISO text (UTC where bare)."""
    from claimcheck import pipeline  # noqa: PLC0415 - numpy and the model only when they are needed

    for name in published or {}:
        if name not in texts:
            raise UsageError(f"no text is called {name!r}", hint=f"the texts are {', '.join(sorted(texts))}")
    times = {name: _aware(time) for name, time in (published or {}).items() if time}
    articles = [
        article_from_text(text, id=f"s{number}", name=name, published=times.get(name))
        for number, (name, text) in enumerate(texts.items(), start=1)
    ]
    return pipeline.compare(articles, settings=settings or Settings())


def claims(text: str, *, published: datetime | str | None = None, settings: Settings | None = None) -> list[Claim[Any]]:
    """The claims of one article, in order; relative dates are resolved against `published`."""
    from claimcheck.reading import read_article  # noqa: PLC0415

    article = article_from_text(text, id="s1", name="text", published=_aware(published) if published else None)
    return list(read_article(article, _context(settings)).claims)


def align(
    sentences_a: Sequence[str], sentences_b: Sequence[str], *, min_similarity: float = 0.35, settings: Settings | None = None
) -> list[Link]:
    """The sentences of two lists that tell of the same event, n to m, in the order of the first list.

    That is looser than a report, which wants the same statement. `min_similarity` in [0, 1] was chosen on the development halves
    of ECB+ and GVC. `python -m benchmarks.fit_alignment` measures what a report uses.
    """
    from claimcheck.align import align as align_readings  # noqa: PLC0415 - numpy only when it is needed
    from claimcheck.align import grouped  # noqa: PLC0415
    from claimcheck.embed import embed_sentences  # noqa: PLC0415
    from claimcheck.reading import read_sentences  # noqa: PLC0415

    chosen = settings or Settings()
    if not sentences_a or not sentences_b:
        return []
    context = _context(chosen)
    left, right = read_sentences(sentences_a, context, name="a"), read_sentences(sentences_b, context, name="b")
    vectors = embed_sentences([*sentences_a, *sentences_b], model=chosen.model, use_cache=chosen.use_cache)
    one, two = vectors[: len(sentences_a)], vectors[len(sentences_a) :]
    links = align_readings(left, right, one, two, min_probability=min_similarity, sense="event").links
    return [Link(left=p.left, right=p.right, similarity=p.similarity) for p in grouped(links)]


def pairs(texts: Sequence[tuple[str, str]], *, settings: Settings | None = None) -> list[PairVerdict]:
    """For every pair (a, b) what is to be said of `b` in the light of `a`; sentences, paragraphs or articles."""
    from claimcheck.divergence.pair import judge_pairs  # noqa: PLC0415
    from claimcheck.entail import open_judge  # noqa: PLC0415 - and numpy only when it is needed

    chosen = settings or Settings()
    judge = open_judge(chosen.judge, use_cache=chosen.use_cache)
    return judge_pairs(texts, _context(chosen), judge=judge)


def scan(
    source: str,
    *,
    out: str,
    settings: Settings | None = None,
    engine: str = "local",
    workers: int | None = None,
    scheduler: str | None = None,
    window_days: float = 3.0,
    fresh: bool = False,
    formats: Sequence[str] = (),
    progress: Progress | None = None,
) -> Outcome:
    """Group the articles of an archive into stories, compare each, and write rows and a summary into the folder `out`.

    `source` is a folder, or a .jsonl or .parquet file. A scan that was stopped goes on where it was. With workers, which are
    processes, the calling program has to be importable (`if __name__ == "__main__":`). Raises LoadError, UsageError where
    `out` holds another scan, ReportError, ModelError.
    """
    from claimcheck.scan.desk import desk_for  # noqa: PLC0415
    from claimcheck.scan.run import Plan, run  # noqa: PLC0415

    chosen = settings or Settings()
    plan = Plan(
        source=source,
        out=out,
        desk=desk_for(chosen),
        exclude=chosen.exclude,
        engine=engine,
        workers=workers,
        scheduler=scheduler,
        window_days=window_days,
        fresh=fresh,
        formats=tuple(formats),
    )
    return run(plan, progress=progress)


def _context(settings: Settings | None) -> Context:
    return Context(aliases=(settings or Settings()).aliases)


def _aware(time: datetime | str) -> datetime:
    try:
        moment = datetime.fromisoformat(time) if isinstance(time, str) else time
    except ValueError:
        raise UsageError(f"{time!r} is no time", hint="write it as ISO 8601: 2024-05-07 or 2024-05-07T14:30+02:00") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
