"""The frozen `Settings`: every choice a user has, where each default stands once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from claimcheck.config.values import codes, levels, share
from claimcheck.errors import ConfigError
from claimcheck.model import Severity

BASELINE_NAME = ".claimcheck-baseline.json"


class FailOn(StrEnum):
    """What fails a run, from the narrowest to the broadest; `policy.gate` says which findings each one counts."""

    CONTRADICTION = "contradiction"
    OMISSION = "omission"
    SHIFT = "shift"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run is told. Raises ConfigError for a value out of its range.

    `min_confidence` is in [0, 1]. Its default needs no measuring: confidence is calibrated, so below one
    half a finding is more likely wrong than right. `select` and `ignore` are codes or beginnings of codes
    ("CC2" is every omission); an empty `select` takes all, and `ignore` wins over `select`. `aliases` maps a
    spelling to the desk's own, both lower case. `ours` and the keys of `as_of` are names of sources. `judge` is the
    entailment model: "bundled", "none", or the path or name of a sentence-transformers CrossEncoder.

    `severity` maps codes or beginnings of codes to the desk's own severity; the longest beginning wins.
    `per_path_ignores` maps a pattern (fnmatch; "*" crosses "/") of paths relative to `root` to codes: a finding is
    ignored where the path of a source whose passage it shows matches. `ours_file` and `source_files` are the
    patterns by which a folder is known as a story, `exclude` those of folders that are passed over.
    """

    model: str = "all-MiniLM-L6-v2"
    judge: str = "bundled"
    use_cache: bool = True
    fail_on: FailOn = FailOn.CONTRADICTION
    exit_zero: bool = False
    min_confidence: float = 0.5
    min_severity: Severity = Severity.NOTE
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_path_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    ours: str | None = None
    as_of: Mapping[str, datetime] = field(default_factory=dict)
    ours_file: tuple[str, ...] = ("ours.*",)
    source_files: tuple[str, ...] = ("*", "sources/*")
    exclude: tuple[str, ...] = ()
    baseline: str = BASELINE_NAME
    strict_baseline: bool = False
    format: str | None = None
    output: tuple[str, ...] = ()
    root: str = "."
    """The folder of the configuration, from which its patterns count. No option: it is where the file was found."""

    def __post_init__(self) -> None:
        try:
            share(self.min_confidence)
            for name in ("select", "ignore"):  # "cc101" given in lower case would otherwise select nothing
                object.__setattr__(self, name, codes(getattr(self, name)))
            object.__setattr__(self, "severity", levels(self.severity))
        except ValueError as error:
            raise ConfigError(str(error)) from error
