"""What the rows of a scan are made of: their schema, times, and which article of a story each source of its report is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from claimcheck.model import Report
from claimcheck.scan.types import Group, Member

SCHEMA = "claimcheck/scan/1"

Row = dict[str, Any]
"""Plain JSON values, with fixed keys in a fixed order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The sources of a report with the members of the group that they stand for."""

    members: Mapping[str, Member]
    times: Mapping[str, datetime | None]

    def member(self, source: str | None) -> Member | None:
        """Return the article that a source of the report is, None where there is no such source."""
        return self.members.get(source) if source is not None else None

    def told(self, source: str) -> Row:
        """Return who a source of the report is."""
        member = self.members[source]
        return {"ref": member.ref.label, "outlet": member.outlet, "time": moment(self.times[source])}

    def all_told(self, sources: Iterable[str]) -> list[Row]:
        """Return who they are, in their order."""
        return [self.told(source) for source in sources]

    def latest(self, sources: Iterable[str]) -> str | None:
        """Return the latest time of the sources that have one, None where none has."""
        known = [when for when in map(self.times.get, sources) if when is not None]
        return moment(max(known)) if known else None


def compared_of(group: Group, report: Report, *, compared: Sequence[int] | None = None) -> Compared:
    """Return which member each source of `report` is.

    `compared` are the numbers of the members, in the order of the report's sources; None says that they are all members that
    are no copies, in their order. Raises ValueError where they are not as many as the sources.
    """
    known = {member.number: member for member in group.members}
    numbers = [m.number for m in group.members if m.copy_of is None] if compared is None else list(compared)
    if len(numbers) != len(report.sources):
        raise ValueError(f"story {group.key}: {len(report.sources)} sources of a report stand for {len(numbers)} articles")
    members = {source.article.id: known[number] for source, number in zip(report.sources, numbers, strict=True)}
    given = {source.article.id: source.article.as_of or source.article.published for source in report.sources}
    return Compared(members=members, times={id_: given[id_] or member.published for id_, member in members.items()})


def moment(when: datetime | None) -> str | None:
    """Return a time in UTC, to the second or as finely as it is known, ended by Z; None for None."""
    if when is None:
        return None
    try:
        return when.astimezone(UTC).isoformat().replace("+00:00", "Z")
    except OverflowError:  # the first hours of the year 1, the last of 9999
        return when.replace(tzinfo=UTC).isoformat().replace("+00:00", "Z")
