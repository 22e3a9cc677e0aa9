"""What the desk wants of every story, in a form that travels to the workers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from claimcheck.config import FailOn, Settings, Suppression
from claimcheck.model import Report
from claimcheck.policy import Decisions, gate


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Settings and suppressions. `today` is the day on which suppressions hold: that on which the scan was begun.

    Settings hold read-only mappings, which do not travel; here they are plain values.
    """

    values: Mapping[str, Any]
    suppressions: tuple[Suppression, ...] = ()
    today: date = field(default=date.min)

    @property
    def settings(self) -> Settings:
        """The settings of a story: no source is our own copy, and nothing is remembered from one story to the next.

        A sentence of an archive is seen once or twice, so that a cache of vectors would only push out those of the desk's own
        stories; the state of the scan keeps what the scan needs.
        """
        return Settings(**self.values)

    @property
    def decisions(self) -> Decisions:
        """What the desk has settled for every story. Baselines are of stories that a scan has not."""
        return Decisions(suppressions=tuple(each for each in self.suppressions if each.story is None), today=self.today)


def desk_for(settings: Settings, *, suppressions: tuple[Suppression, ...] = (), today: date = date.min) -> Desk:
    """Return what workers need of the settings and suppressions."""
    chosen = replace(settings, use_cache=False, ours=None, output=(), format=None)
    values = {each.name: _plain(getattr(chosen, each.name)) for each in fields(chosen)}
    return Desk(values=values, suppressions=suppressions, today=today)


def gates_of(report: Report, settings: Settings) -> tuple[str, ...]:
    """Return the values of --fail-on that some finding of a story is at or above."""
    return tuple(each.value for each in FailOn if gate(report, replace(settings, fail_on=each)))


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else value
