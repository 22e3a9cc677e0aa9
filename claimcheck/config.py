"""Every choice a user has: the frozen `Settings`, where each default stands once, and how layers merge into it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from claimcheck.errors import ClaimcheckError, ConfigError, UsageError
from claimcheck.model import Severity
from claimcheck.rules import RULES

MAX_ALIAS_CHARS = 200
"""Names are compared by edit distance, whose cost grows with the square of the length."""

_ALIAS_HINT = "write: spelling = desk's spelling"


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
    spelling to the desk's own, both lower case. `ours` and the keys of `as_of` are names of sources.
    """

    model: str = "all-MiniLM-L6-v2"
    use_cache: bool = True
    fail_on: FailOn = FailOn.CONTRADICTION
    exit_zero: bool = False
    min_confidence: float = 0.5
    min_severity: Severity = Severity.NOTE
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    ours: str | None = None
    as_of: Mapping[str, datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        try:
            _share(self.min_confidence)
            for name in ("select", "ignore"):  # "cc101" given in lower case would otherwise select nothing
                object.__setattr__(self, name, _codes(getattr(self, name)))
        except ValueError as error:
            raise ConfigError(str(error)) from error


def settings_from(
    *,
    flags: Mapping[str, object] | None = None,
    environment: Mapping[str, str] | None = None,
    file: Mapping[str, object] | None = None,
    file_name: str = "claimcheck.toml",
) -> Settings:
    """Return the settings of three layers: flags win over environment over file, and the rest has its default.

    Keys of `flags` and `file` are the long options without dashes in front ("min-confidence"); a flag that is
    None or empty was not given. Variables are `CLAIMCHECK_` and the option in capitals, lists parted by commas.
    Raises UsageError for a wrong flag, ConfigError for a wrong variable or file entry, each naming it.
    """
    given = flags or {}
    variables = environment or {}
    entries = file or {}
    values: dict[str, object] = {}
    for name, option in OPTIONS.items():
        variable = "CLAIMCHECK_" + name.upper().replace("-", "_")
        if given.get(name) not in (None, (), []):
            values[option.field] = _parsed(option, given[name], origin=f"--{name}", error=UsageError)
        elif variables.get(variable):
            values[option.field] = _parsed(option, variables[variable], origin=variable, error=ConfigError)
        elif name in entries:
            values[option.field] = _parsed(option, entries[name], origin=f"{file_name}: {name}", error=ConfigError)
    return Settings(**values)  # type: ignore[arg-type]  # each parser returns the type of its field


def read_aliases(path: str) -> Mapping[str, str]:
    """Return spelling -> the desk's spelling, both lower case, of an alias file.

    A text file holds one "spelling = desk's spelling" a line, "#" begins a comment line; a .toml file holds the
    same as a table of strings, at the top or under [aliases]. Raises ConfigError naming the file and the line.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "not UTF-8 text"
        raise ConfigError(f"{path}: cannot read the aliases: {reason}") from error
    if Path(path).suffix.lower() == ".toml":
        return _toml_aliases(text, path=path)
    aliases: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            spelling, equals, desk = line.partition("=")
            if not equals:
                raise ConfigError(
                    f"{path}, line {number}: no '=' in {line.strip()[:60]!r}", hint="write: spelling = desk's spelling"
                )
            _add_alias(aliases, spelling, desk, where=f"{path}, line {number}")
    return MappingProxyType(aliases)


def _toml_aliases(text: str, *, path: str) -> Mapping[str, str]:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    table = document.get("aliases", document)
    aliases: dict[str, str] = {}
    for spelling, desk in table.items() if isinstance(table, dict) else [("aliases", table)]:
        if not isinstance(desk, str):
            raise ConfigError(f"{path}: {spelling!r} is not a string", hint="write: 'spelling' = \"desk's spelling\"")
        _add_alias(aliases, spelling, desk, where=f"{path}, {spelling!r}")
    return MappingProxyType(aliases)


def _add_alias(aliases: dict[str, str], spelling: str, desk: str, *, where: str) -> None:
    key, value = " ".join(spelling.lower().split()), " ".join(desk.lower().split())
    if not key or not value:
        raise ConfigError(f"{where}: a spelling is missing", hint=_ALIAS_HINT)
    if max(len(key), len(value)) > MAX_ALIAS_CHARS:
        raise ConfigError(f"{where}: longer than {MAX_ALIAS_CHARS} characters")
    if aliases.get(key, value) != value:
        raise ConfigError(f"{where}: {key!r} already stands for {aliases[key]!r}", hint="keep one of the two")
    aliases[key] = value


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice by its long option: the field it sets and what turns any layer's value into the field's type."""

    field: str
    parse: Callable[[object], object]


def _parsed(option: Option, value: object, *, origin: str, error: type[ClaimcheckError]) -> object:
    try:
        return option.parse(value)
    except ValueError as wrong:
        raise error(f"{origin}: {wrong}") from wrong


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is no text")
    return value


def _truth(value: object) -> bool:
    word = str(value).strip().lower()
    if word in ("1", "true", "yes", "on"):
        return True
    if word in ("0", "false", "no", "off"):
        return False
    raise ValueError(f"{value!r} is neither true nor false")


def _share(value: object) -> float:
    try:
        share = float(str(value))
    except ValueError:
        raise ValueError(f"{value!r} is no number between 0 and 1") from None
    if not 0 <= share <= 1:
        raise ValueError(f"{value} is not between 0 and 1")
    return share


def _severity(value: object) -> Severity:
    labels = {severity.label: severity for severity in Severity}
    if str(value).lower() not in labels:
        raise ValueError(f"{value!r} is not one of {', '.join(labels)}")
    return labels[str(value).lower()]


def _fail_on(value: object) -> FailOn:
    try:
        return FailOn(str(value).lower())
    except ValueError:
        raise ValueError(f"{value!r} is not one of {', '.join(FailOn)}") from None


def _items(value: object) -> tuple[str, ...]:
    """The items of a list, or of a string parted by commas; a list's items may hold commas as well."""
    parts: Sequence[object] = [value] if isinstance(value, str) else value if isinstance(value, (list, tuple)) else []
    items = tuple(item.strip() for part in parts for item in str(part).split(",") if item.strip())
    if not items and value not in ((), []):
        raise ValueError(f"{value!r} is no list")
    return items


def _codes(value: object) -> tuple[str, ...]:
    codes = tuple(item.upper() for item in _items(value))
    for code in codes:
        if not any(known.startswith(code) for known in RULES):
            raise ValueError(f"{code!r} is no rule code, nor the beginning of one (claimcheck explain lists them)")
    return tuple(dict.fromkeys(codes))


def _times(value: object) -> Mapping[str, datetime]:
    """Source -> moment, of "SOURCE=TIME" items. A time is ISO 8601; without a zone it is UTC, as everywhere."""
    times: dict[str, datetime] = {}
    for item in _items(value):
        source, _, moment = item.rpartition("=")
        if not source:
            raise ValueError(f"{item!r} is not SOURCE=TIME")
        try:
            time = datetime.fromisoformat(moment.strip())
        except ValueError:
            raise ValueError(f"{moment.strip()!r} is no ISO 8601 time (such as 2022-10-04T18:30:00+03:00)") from None
        times[source.strip()] = time if time.tzinfo else time.replace(tzinfo=UTC)
    return MappingProxyType(times)


OPTIONS: Mapping[str, Option] = MappingProxyType(
    {
        "model": Option(field="model", parse=_text),
        "no-cache": Option(field="use_cache", parse=lambda value: not _truth(value)),
        "fail-on": Option(field="fail_on", parse=_fail_on),
        "exit-zero": Option(field="exit_zero", parse=_truth),
        "min-confidence": Option(field="min_confidence", parse=_share),
        "min-severity": Option(field="min_severity", parse=_severity),
        "select": Option(field="select", parse=_codes),
        "ignore": Option(field="ignore", parse=_codes),
        "aliases": Option(field="aliases", parse=lambda value: read_aliases(_text(value))),
        "ours": Option(field="ours", parse=_text),
        "as-of": Option(field="as_of", parse=_times),
    }
)
"""Every option of every layer, by its long name without the dashes."""
