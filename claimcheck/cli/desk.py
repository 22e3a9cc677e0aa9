"""What a command knows of the desk before it starts: its configuration, its settings, what it has settled already."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path, PurePath

from claimcheck.cli.streams import complain
from claimcheck.config import DeskFile, Resolved, Settings, find_desk, read_desk, resolve, stray_variables
from claimcheck.errors import ConfigError, UsageError
from claimcheck.policy import Baseline, Decisions, read_baseline


def desk_of(paths: Sequence[str], *, config: str | None, flags: Mapping[str, object]) -> tuple[DeskFile, Resolved]:
    """Return the configuration named, or found upwards from the paths, and the settings of flags, environment and file.

    A variable that looks like ours and that nothing reads is told on standard error: a misspelt gate would never fail.
    Raises UsageError where the current folder is gone, from which every path counts.
    """
    require_folder()
    for name, near in stray_variables(os.environ):
        meant = f"did you mean {near}?" if near else "a variable is CLAIMCHECK_ and the long flag in capitals: CLAIMCHECK_FAIL_ON"
        complain(f"warning: nothing reads the variable {name} ({meant})")
    desk = read_desk(config) if config is not None else find_desk(paths)
    resolved = resolve(flags=flags, environment=os.environ, layer=desk.layer)
    if resolved.origins["baseline"] == "default" and desk.layer.root != ".":
        beside = (PurePath(desk.layer.root) / resolved.settings.baseline).as_posix()
        resolved = replace(resolved, settings=replace(resolved.settings, baseline=beside))
    return desk, resolved


def require_folder() -> None:
    """Raise UsageError where the current folder was deleted, or may not be read."""
    try:
        os.getcwd()  # noqa: PTH109  # nothing is done with the path
    except OSError as error:
        raise UsageError("the current folder is gone", hint="go to a folder that is there, and run again") from error


def decisions_of(desk: DeskFile, resolved: Resolved, *, new_baseline: bool = False) -> Decisions:
    """Return what the desk has settled. A baseline that is named must be there, unless it is about to be written."""
    named = resolved.origins["baseline"] != "default" and not new_baseline
    return Decisions(
        suppressions=desk.suppressions, baseline=baseline_of(resolved.settings, must_exist=named), today=today(os.environ)
    )


def baseline_of(settings: Settings, *, must_exist: bool = False) -> Baseline:
    """Return the baseline of the settings; an empty one where there is no such file. Raises ConfigError."""
    path = settings.baseline
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if must_exist:
            raise ConfigError(f"{path}: no such baseline", hint="--update-baseline writes it") from None
        return Baseline(path=path)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "not UTF-8 text"
        raise ConfigError(f"{path}: cannot read the baseline: {reason}") from error
    return read_baseline(text, path=path)


def today(environment: Mapping[str, str]) -> date:
    """Return the day on which suppressions hold: that of SOURCE_DATE_EPOCH (reproducible-builds.org), else today, in UTC."""
    stamp = environment.get("SOURCE_DATE_EPOCH", "")
    if not stamp:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(stamp[:20]), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ConfigError(f"SOURCE_DATE_EPOCH: {stamp[:20]!r} is no number of seconds") from None
