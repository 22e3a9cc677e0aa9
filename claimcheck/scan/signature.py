"""What decides the results of a scan: a state made under another signature is never gone on with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import claimcheck
from claimcheck.archive.kept import content_stamp
from claimcheck.config import Settings
from claimcheck.errors import UsageError
from claimcheck.scan.desk import Desk
from claimcheck.scan.inputs import Survey

_WORDS = {
    "input": "of another archive, or of files that have changed since",
    "program": "by another version of claimcheck",
    "models": "with other models",
    "settings": "under other settings",
}


def signature(found: Survey, desk: Desk, *, window_days: float) -> Mapping[str, str]:
    """Return the parts of a signature by name: the input, the program, its models, the settings. Raises ModelError.

    Neither the engine nor the place of the archive is part of it: they change nothing.
    """
    return {
        "input": found.digest,
        "program": f"{claimcheck.__version__} {content_stamp(str(Path(claimcheck.__file__).parent))}",
        "models": _models(desk.settings),
        "settings": _digest(_settings(desk, window_days)),
    }


def require_same(kept: Mapping[str, str], now: Mapping[str, str], *, out: str) -> None:
    """Raise UsageError, saying what is another, where two signatures differ."""
    for name, value in now.items():
        if kept.get(name) != value:
            hint = "--fresh starts over; -o names another folder"
            raise UsageError(f"{out}: holds a scan {_WORDS[name]}", hint=hint)


def _models(settings: Settings) -> str:
    from claimcheck.embed import describe  # noqa: PLC0415  # not for --help
    from claimcheck.entail import describe_judge  # noqa: PLC0415  # as above

    return f"{describe(settings.model, use_cache=True)} {describe_judge(settings.judge, use_cache=True)}"


def _settings(desk: Desk, window_days: float) -> list[object]:
    """What the settings and the desk's decisions tell the comparison. A gate changes no row: each is noted of every story."""
    without = ("fail_on", "exit_zero", "use_cache", "format", "output", "baseline", "strict_baseline", "ours", "ours_file",
               "source_files", "exclude")  # fmt: skip
    told = {name: value for name, value in desk.values.items() if name not in without}
    return [window_days, told, [repr(each) for each in desk.suppressions]]


def _digest(values: object) -> str:
    text = json.dumps(values, default=str, sort_keys=True)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
