"""What a summary of a scan holds: counts with their denominators, and the stories that are shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How often something is the case. `name` is a reason, a code, or whatever is counted."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCount:
    """The new findings of a rule, and the stories that they are in."""

    code: str
    findings: int
    stories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day in UTC (`date` as in ISO 8601): conflicts between sources by the time of the latest, stories
    by that of their last article.

    `compared` are the stories compared, `in_conflict` those of them with a conflict.
    """

    date: str
    conflicts: int
    compared: int
    in_conflict: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A conflict of a shown story. `left` and `right` are outlets; `right` is empty where a source contradicts itself."""

    code: str
    message: str
    why: str
    confidence: float
    severity: str
    weight: float
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a measure. `time` is ISO 8601 in UTC, None where it is not known; an open end of the interval is None."""

    outlet: str
    time: str | None
    low: float | None
    high: float | None
    text: str

    @property
    def figure(self) -> float:
        """The end of its interval that is known: where it is drawn."""
        return next((end for end in (self.low, self.high) if end is not None), 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The values of one measure in a story: those with a time by time, then the others."""

    measure: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story that is shown. `articles` counts copies as well, `unnamed` those that say of no outlet; `conflicts` are the
    heaviest of `contradiction` many.
    """

    key: str
    headline: str
    first: str | None
    last: str | None
    weight: float
    articles: int
    copies: int
    unnamed: int
    outlets: tuple[str, ...]
    contradiction: int
    omission: int
    shift: int
    update: int
    conflicts: tuple[Conflict, ...]
    figures: tuple[Figures, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One outlet: its articles, copies as well, and in how many stories one of them was compared."""

    name: str
    articles: int
    stories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two outlets (or one twice: two articles of its own) over the stories in which an article of each was compared.

    `in_conflict` of `shared` stories have a conflict between them, `conflicts` in all. `left_alone` counts the weighty
    claims that the left outlet tells and the right one does not, `right_alone` the other way about. None of it says who
    is right, or who is the later.
    """

    left: str
    right: str
    shared: int
    in_conflict: int
    conflicts: int
    left_alone: int
    right_alone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A whole scan, counted. See docs/scan.md for what each count is of.

    `articles` are those in stories, `copies` of them print another's words, `set_aside` were not read. `stories` are `compared`,
    `alone` (told by one article), `not_compared` or `failed`. `in_conflict` of those compared have a conflict between sources;
    `self_contradicting` stories hold a source that contradicts itself. `undated` conflicts have no time. `top` are the
    heaviest stories; `more_outlets` are not in `outlets`, and `unnamed` articles say of no outlet. `passed_over` counts, by suffix,
    the files of formats that are not read: no row tells of them, so that only the scan itself knows.
    """

    articles: int
    copies: int
    undated_articles: int
    unnamed: int
    set_aside: int
    set_aside_reasons: tuple[Count, ...]
    stories: int
    compared: int
    alone: int
    not_compared: int
    failed: int
    failures: tuple[Count, ...]
    in_conflict: int
    self_contradicting: int
    contradiction: int
    omission: int
    shift: int
    update: int
    suppressed: int
    baselined: int
    sentences: int
    gaps: tuple[Count, ...]
    hidden: tuple[Count, ...]
    first: str | None
    last: str | None
    rules: tuple[RuleCount, ...]
    days: tuple[Day, ...]
    undated: int
    top: tuple[Story, ...]
    outlets: tuple[Outlet, ...]
    more_outlets: int
    pairs: tuple[Pair, ...]
    signature: str
    passed_over: tuple[Count, ...] = ()
