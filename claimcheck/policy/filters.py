"""Severity, what the settings hide, and the order of every report."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import PurePath

from claimcheck.config import Settings
from claimcheck.model import Divergence, DivergenceType, Severity, Source
from claimcheck.rules import RULES

NEW = "new"
BASELINED = "baselined"
SUPPRESSED = "suppressed"
ACKNOWLEDGED = "acknowledged"

_TYPE_ORDER = {kind: place for place, kind in enumerate(DivergenceType)}


def severity_of(code: str, settings: Settings | None = None) -> Severity:
    """Return the severity of a rule: the desk's own for the longest beginning of its code, else the rule's; KeyError for none."""
    own = settings.severity if settings is not None else {}
    found = max((start for start in own if code.startswith(start)), key=len, default=None)
    return RULES[code].severity if found is None else own[found]


def weighed(divergence: Divergence, settings: Settings) -> Divergence:
    """Return the finding with the desk's own severity for its rule, where it has one."""
    if not any(divergence.code.startswith(start) for start in settings.severity):
        return divergence
    return replace(divergence, severity=severity_of(divergence.code, settings))


def arrange(divergences: Iterable[Divergence], settings: Settings, *, sources: Sequence[Source] = ()) -> tuple[Divergence, ...]:
    """Return the findings that the settings keep, in the order of every report.

    The order: type (contradiction, omission, shift, update), new before what is settled, severity, weight, both highest
    first, position of the first evidence, and at last the fingerprint, so that no two runs differ.
    """
    found = (weighed(each, settings) for each in divergences)
    paths = paths_of(sources, settings)
    return tuple(sorted((each for each in found if hidden_by(each, settings, paths) is None), key=_rank))


def paths_of(sources: Sequence[Source], settings: Settings) -> Mapping[str, str]:
    """Return the path of each source by its id, as patterns of the configuration see it; sources without one have none."""
    if not settings.per_path_ignores:
        return {}
    articles = [source.article for source in sources]
    return {a.id: PurePath(os.path.relpath(a.path, settings.root)).as_posix() for a in articles if a.path}


def hidden_by(divergence: Divergence, settings: Settings, paths: Mapping[str, str]) -> str | None:
    """Return the setting that keeps a finding out of the report, None where none does."""
    if settings.select and not divergence.code.startswith(settings.select):
        return f"not of --select {','.join(settings.select)}"
    for ignored in settings.ignore:
        if divergence.code.startswith(ignored):
            return f"of --ignore {ignored}"
    for pattern, ignored_there in settings.per_path_ignores.items():
        if divergence.code.startswith(ignored_there) and any(
            fnmatchcase(paths.get(each.source, ""), pattern) for each in divergence.evidence
        ):
            return f"of per-path-ignores {pattern}"
    if divergence.severity < settings.min_severity:
        return f"below --min-severity {settings.min_severity.label}"
    if divergence.confidence < settings.min_confidence:
        return f"below --min-confidence {settings.min_confidence:g}"
    return None


def choices(settings: Settings) -> tuple[str, ...]:
    """Return what a signature tells of the settings that decide which findings are kept."""
    chosen = [f"min-confidence:{settings.min_confidence:g}", f"min-severity:{settings.min_severity.label}"]
    for name, codes in (("select", settings.select), ("ignore", settings.ignore)):
        chosen += [f"{name}:{','.join(sorted(codes))}"] if codes else []
    if settings.severity:
        chosen.append(f"severity:{','.join(f'{code}={level.label}' for code, level in sorted(settings.severity.items()))}")
    for pattern, codes in sorted(settings.per_path_ignores.items()):
        chosen.append(f"ignore-in:{pattern}={','.join(sorted(codes))}")
    return tuple(chosen)


def signed(signature: str, settings: Settings) -> str:
    """Return a report's signature with the `choices` of these settings in the place of those it has."""
    names = ("min-confidence:", "min-severity:", "select:", "ignore:", "severity:", "ignore-in:")
    parts = signature.split(" | ")
    places = [number for number, part in enumerate(parts) if part.startswith(names)]
    at = places[0] if places else len(parts)
    kept = [part for number, part in enumerate(parts) if number not in places]
    return " | ".join([*kept[:at], *choices(settings), *kept[at:]])


def _rank(divergence: Divergence) -> tuple[object, ...]:
    first = divergence.evidence[0] if divergence.evidence else None
    # ids are s1, s2, … s10: by length first, so that s10 does not stand before s2
    position = (len(first.source), first.source, first.span.start) if first else (0, "", 0)
    settled = divergence.status != NEW
    return _TYPE_ORDER[divergence.type], settled, -divergence.severity, -divergence.weight, position, divergence.fingerprint
