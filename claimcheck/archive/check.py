"""Many stories, one after the other: each is read, compared, and settled; none stops the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from claimcheck import embed, entail, load, policy
from claimcheck.archive.kept import keep, kept_report, report_key
from claimcheck.archive.stories import Story
from claimcheck.config import Settings
from claimcheck.errors import ClaimcheckError, ConfigError, LoadError, ModelError, NothingComparedError, UsageError
from claimcheck.model import Article, CheckResult, Divergence, Remark, RemarkKind, Report, Severity, StoryResult

Progress = Callable[[str, int, int], None]
Notice = Callable[[str], None]


ALONE = NothingComparedError("one source alone cannot be compared", hint="put what others tell of it beside our copy")
"""Why a story of our copy alone is not clean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One story, compared but not yet settled. `report` holds all that was found, whatever `settings` hide; where it is
    None, `error` says why in one line and `exit_code` is 2 or 3. Our copy alone has both: what it contradicts itself in is
    told, and where that is nothing it is not called clean.
    """

    story: Story
    settings: Settings
    report: Report | None = None
    error: str | None = None
    exit_code: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A check with what a new baseline needs: the findings kept of each story that was compared, and every fingerprint
    found in it, what the settings hide included. `stories` names all there are, None where the run does not take in the
    whole desk.
    """

    result: CheckResult
    kept: Mapping[str, tuple[Divergence, ...]]
    present: Mapping[str, frozenset[str]]
    stories: frozenset[str] | None = None


def compare_stories(
    stories: Sequence[Story], settings: Settings, *, progress: Progress | None = None, notice: Notice | None = None
) -> tuple[Compared, ...]:
    """Return every story compared, or why it is not: one that cannot be read never stops the others.

    Raises ModelError and ConfigError, which no story is spared.
    """
    tell = progress or _untold
    found = []
    for number, story in enumerate(stories):
        tell("stories", number, len(stories))
        found.append(_compared(story, settings, notice))
    tell("stories", len(stories), len(stories))
    return tuple(found)


def settle_stories(stories: Sequence[Compared], settings: Settings, decisions: policy.Decisions, *, complete: bool) -> Run:
    """Return what the desk makes of its stories. `complete` says that no story of the configuration is missing."""
    results = [_settled(each, decisions) for each in stories]
    read = [each for each in stories if each.report is not None]
    present = {each.story.name: _prints(each.report.divergences) for each in read if each.report is not None}
    names = frozenset(each.story.name for each in stories) if complete else None
    remarks = (
        *_unread([each.story for each in stories]),
        *policy.stale(decisions.baseline, present, stories=names),
        *policy.suppression_remarks(decisions.suppressions, present, today=decisions.today, complete=complete),
    )
    kept = {each.name: each.report.divergences for each in results if each.report is not None}
    return Run(
        result=policy.check_result(results, remarks, settings),
        kept=MappingProxyType(kept),
        present=MappingProxyType(present),
        stories=names,
    )


def _untold(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def _compared(story: Story, settings: Settings, notice: Notice | None) -> Compared:
    told = settings
    try:
        articles = articles_of(story)
        told = _told(settings, story, articles)
        report = compared(articles, told, notice=notice)
        if len(articles) > 1:
            return Compared(story=story, settings=told, report=report)
        return Compared(story=story, settings=told, report=report, error=str(ALONE), exit_code=ALONE.exit_code)
    except (ModelError, ConfigError):
        raise
    except ClaimcheckError as error:
        return Compared(story=story, settings=told, error=str(error), exit_code=error.exit_code)
    except Exception as error:  # a defect that one story brings out must not silence the others
        text = f"internal error, {type(error).__name__}: {error} (a bug in claimcheck: please report it with this story)"
        return Compared(story=story, settings=told, error=text, exit_code=policy.UNREADABLE)


def _settled(found: Compared, decisions: policy.Decisions) -> StoryResult:
    story = found.story
    failed = StoryResult(name=story.name, path=story.path, error=found.error, exit_code=found.exit_code)
    if found.report is None:
        return failed
    report = policy.settle(found.report, found.settings, decisions=decisions, story=story.name)
    code = policy.FINDINGS if policy.gate(report, found.settings) else policy.CLEAN
    if found.error is not None and code == policy.CLEAN:
        return failed
    return StoryResult(name=story.name, path=story.path, ours=report.sources[0].article.id, report=report, exit_code=code)


def _prints(divergences: Iterable[Divergence]) -> frozenset[str]:
    return frozenset(each for found in divergences for each in (found.fingerprint, *found.members))


def articles_of(story: Story) -> tuple[Article, ...]:
    """Return the articles of a story, our own copy first, with names that are told apart. Raises LoadError."""
    if story.error is not None:
        raise LoadError(story.error)
    own, *rest = load.load_all(story.sources)
    if len(own) > 1:
        what = f"{story.sources[0]}: holds {len(own)} articles where one is wanted"
        raise LoadError(what, hint="keep our copy in a file of its own")
    ours, others = own[0], [article for loaded in rest for article in loaded]
    if ours.published is None and story.published is not None:
        ours = replace(ours, published=story.published)
    return ours, *others


def compared(
    articles: Sequence[Article], settings: Settings, *, progress: Progress | None = None, notice: Notice | None = None
) -> Report:
    """Return the report of all that is found, whatever the settings hide: kept from an earlier run, or made now.

    `progress` is told of the stages of the pipeline where it runs. Raises NothingComparedError where no statement is
    common, and whatever the pipeline raises.
    """
    everything = replace(
        settings, select=(), ignore=(), severity={}, per_path_ignores={}, min_confidence=0.0, min_severity=Severity.NOTE
    )
    key = report_key(articles, settings) if settings.use_cache else ""
    report = kept_report(key) if key else None
    if report is None:
        one = len(articles) == 1
        if not one:
            _load_soon(settings)
        from claimcheck import pipeline  # noqa: PLC0415  # numpy and the models, which an unchanged story does not need

        report = (
            pipeline.alone(articles[0], settings=everything)
            if one
            else pipeline.compare(articles, settings=everything, progress=progress, notice=notice)
        )
        if key:
            keep(key, report)
    if len(articles) > 1 and not policy.has_common_statement(report):
        raise policy.nothing_compared(report)
    return report


def _load_soon(settings: Settings) -> None:
    """Load the models while the stages are imported and the articles are taken apart: an article that is new has new sentences."""
    if settings.model in embed.bundled.NAMES:
        embed.load_soon(settings.model)
        if settings.judge == entail.bundled.NAME:
            entail.bundled.load_soon()


def _told(settings: Settings, story: Story, articles: Sequence[Article]) -> Settings:
    """The settings of one story: whose copy is ours, and the times of the sources that it has."""
    names = {article.name for article in articles}
    for name in story.as_of:
        if name not in names:
            raise UsageError(f"as-of: no source is called {name!r}", hint=f"the sources are {', '.join(sorted(names))}")
    general = {name: moment for name, moment in settings.as_of.items() if name in names}
    return replace(settings, ours=articles[0].name, as_of={**general, **story.as_of})


def _unread(stories: Sequence[Story]) -> tuple[Remark, ...]:
    return tuple(
        Remark(
            kind=RemarkKind.NOT_READ,
            text=f"{story.name}: {', '.join(story.unread)} {'is' if len(story.unread) == 1 else 'are'} of no format that is read",
            path=os.path.join(story.path, story.unread[0]).replace(os.sep, "/"),  # noqa: PTH118 - of text
        )
        for story in stories
        if story.unread
    )
