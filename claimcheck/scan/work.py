"""What a worker does with one batch: articles to cards, stories to rows. Functions of the module, so that they travel by name.

A bad article or story has its reason for a result, and the others of its batch theirs. What no article is spared, a model that
cannot be used, is raised.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.errors import ClaimcheckError, ConfigError, LoadError, ModelError
from claimcheck.load import unique_names
from claimcheck.load.article import renumbered
from claimcheck.model import Article, FloatMatrix, Report
from claimcheck.scan.cards import Opening, card, opening
from claimcheck.scan.copies import MAX_COMPARED, representatives
from claimcheck.scan.desk import Desk, gates_of
from claimcheck.scan.inputs import Unit
from claimcheck.scan.kept_cards import content_of, kept_card
from claimcheck.scan.reading import read_article, read_unit
from claimcheck.scan.rows import finding_rows, row_line, story_row
from claimcheck.scan.state import Read, Told, Waiting
from claimcheck.scan.types import Group, Member, Ref

CHANGED = "it has changed since the scan read it"
LEFT_OUT = f"the story has more than {MAX_COMPARED} articles with words of their own; only as many are compared"

MAX_CHARS = 200_000
"""Three times the longest news article. The cost of a story grows with the square of its sentences, so that one book among the
articles would hold up all others for hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """An article as read, before its vector is known."""

    unit: int
    ref: Ref
    article: Article
    opening: Opening


def read_batch(units: Sequence[Unit], *, root: str, model: str) -> tuple[Read, ...]:
    """Return what becomes of the articles of `units`, in order: each has a card or a reason. Raises ModelError."""
    from claimcheck.embed import embed_sentences  # noqa: PLC0415  # the coordinator, which names the task, needs no numpy

    found = [each for unit in units for each in _opened(root, unit)]
    opened = [each for each in found if isinstance(each, _Opened)]
    vectors = iter(embed_sentences([each.opening.words_to_embed for each in opened], model=model, use_cache=False))
    return tuple(_carded(each, next(vectors)) if isinstance(each, _Opened) else each for each in found)


def compare_batch(stories: Sequence[Waiting], *, root: str, desk: Desk) -> tuple[Told, ...]:
    """Return what becomes of each story. Raises ModelError and ConfigError."""
    return tuple(compare_story(each, root=root, desk=desk) for each in stories)


def failed_story(story: Waiting, error: str) -> Told:
    """Return the result of a story that could not be compared because of `error`, one line."""
    return Told(number=story.number, row=row_line(story_row(story.group, None, error=error)))


def lone_story(story: Waiting) -> Told:
    """Return the result of a story that one article alone tells, with its exact copies."""
    return Told(number=story.number, row=row_line(story_row(story.group, None)))


def is_alone(group: Group) -> bool:
    """Return whether a story has no two articles to compare."""
    return sum(member.copy_of is None for member in group.members) < 2


def compare_story(story: Waiting, *, root: str, desk: Desk) -> Told:
    """Return what becomes of one story: its row and those of its findings."""
    if is_alone(story.group):
        return lone_story(story)
    try:
        return _compared(story, root=root, desk=desk)
    except (ModelError, ConfigError):
        raise
    except ClaimcheckError as error:
        return failed_story(story, str(error))
    except Exception as error:  # a defect that one story brings out must not silence the others
        return failed_story(story, _internal(error))


def _opened(root: str, unit: Unit) -> Iterator[_Opened | Read]:
    if unit.reason:
        yield Read(unit=unit.number, ref=unit.ref, reason=unit.reason)
        return
    try:
        found = tuple(read_unit(root, unit.ref))
    except (ModelError, ConfigError):
        raise
    except ClaimcheckError as error:
        yield Read(unit=unit.number, ref=unit.ref, reason=str(error))
    except Exception as error:  # a defect that one article brings out must not stop the scan
        yield Read(unit=unit.number, ref=unit.ref, reason=_internal(error))
    else:
        yield from (_with_opening(unit, ref, article) for ref, article in found)


def _with_opening(unit: Unit, ref: Ref, article: Article) -> _Opened | Read:
    if len(article.text) > MAX_CHARS:
        reason = f"{ref.label}: has {len(article.text):,} characters, more than the {MAX_CHARS:,} of the longest articles"
        return Read(unit=unit.number, ref=ref, reason=reason)
    try:
        return _Opened(unit=unit.number, ref=ref, article=article, opening=opening(article))
    except Exception as error:  # as above
        return Read(unit=unit.number, ref=ref, reason=_internal(error))


def _carded(opened: _Opened, vector: FloatMatrix) -> Read:
    try:
        made = card(opened.article, number=0, ref=opened.ref, vector=vector, opening=opened.opening)
        return Read(unit=opened.unit, ref=opened.ref, card=kept_card(made, content=content_of(opened.article)))
    except Exception as error:  # as above
        return Read(unit=opened.unit, ref=opened.ref, reason=_internal(error))


def _compared(story: Waiting, *, root: str, desk: Desk) -> Told:
    from claimcheck import pipeline, policy  # noqa: PLC0415  # numpy and the models, which the coordinator does not need

    chosen, others = representatives(story.group)
    left_out = {member.number: LEFT_OUT for member in others if member.copy_of is None}
    read = tuple(_read(story, chosen, root, left_out))
    if len(read) < 2:
        reasons = "; ".join(f"{number}: {reason}" for number, reason in sorted(left_out.items()))
        return failed_story(story, f"fewer than two articles could be read again ({reasons})")
    articles, numbers = _named(read), tuple(member.number for member, _ in read)
    general = desk.settings
    names = {article.name for article in articles}
    settings = replace(general, as_of={name: moment for name, moment in general.as_of.items() if name in names})
    report = policy.settle(pipeline.compare(articles, settings=settings), settings, decisions=desk.decisions)
    return _rows(story, report, numbers, left_out, gates_of(report, settings))


def _rows(story: Waiting, report: Report, numbers: tuple[int, ...], left_out: dict[int, str], gates: tuple[str, ...]) -> Told:
    from claimcheck.policy import has_common_statement  # noqa: PLC0415  # as above

    found = finding_rows(story.group, report, compared=numbers)
    return Told(
        number=story.number,
        row=row_line(story_row(story.group, report, compared=numbers, left_out=left_out)),
        findings="".join(map(row_line, found)),
        compared=len(numbers) if has_common_statement(report) else 0,
        gates=gates,
    )


def _read(story: Waiting, members: Sequence[Member], root: str, left_out: dict[int, str]) -> Iterator[tuple[Member, Article]]:
    """The articles to compare, read again; of one that cannot be, the reason goes into `left_out`."""
    contents = {member.number: content for member, content in zip(story.group.members, story.contents, strict=True)}
    for member in members:
        try:
            article = read_article(root, member.ref)
        except LoadError as error:
            left_out[member.number] = str(error)
            continue
        if content_of(article) == contents[member.number]:
            yield member, article
        else:
            left_out[member.number] = CHANGED


def _named(read: Sequence[tuple[Member, Article]]) -> tuple[Article, ...]:
    """The articles under the names of their outlets, told apart, with the ids of a report."""
    named = [
        renumbered(replace(article, name=member.outlet or article.name), f"s{number}")
        for number, (member, article) in enumerate(read, start=1)
    ]
    return unique_names(named)


def _internal(error: Exception) -> str:
    text = " ".join(str(error).split())[:200]
    return f"internal error, {type(error).__name__}: {text} (a bug in claimcheck: please report it with this article)"
