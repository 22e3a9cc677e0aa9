"""Every option of every layer, and how the layers merge into `Settings`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from types import MappingProxyType

from claimcheck.config import values
from claimcheck.config.aliases import aliases_of
from claimcheck.config.lines import KeyPath, line_of
from claimcheck.config.settings import FailOn, Settings
from claimcheck.errors import ClaimcheckError, ConfigError, UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice by its long option: the field it sets, and what turns any layer's value into the field's type.

    `kinds` are the types that a configuration file may give, `expects` says them in words. `rooted` turns a value of a
    file that names a path into one that counts from the file's folder. `help` is a line for `claimcheck init`.
    """

    field: str
    parse: Callable[[object], object]
    kinds: tuple[type, ...] = (str,)
    expects: str = "a text"
    rooted: Callable[[object, str], object] | None = None
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """The file of a configuration as far as `resolve` needs it: its options, and where they stand."""

    entries: Mapping[str, object] = field(default_factory=dict)
    name: str = "claimcheck.toml"
    root: str = "."
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    table: tuple[str, ...] = ()

    def place(self, *keys: str | int) -> str:
        """The file, with the line of a key where it is known: "claimcheck.toml:12"."""
        line = line_of(self.lines, (*self.table, *keys))
        return self.name if line is None else f"{self.name}:{line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Settings, and for every option where its value came from: "--flag", "VARIABLE", "file:line" or "default"."""

    settings: Settings
    origins: Mapping[str, str]


def variable_of(name: str) -> str:
    """The environment variable of an option: CLAIMCHECK_ and its name in capitals."""
    return "CLAIMCHECK_" + name.upper().replace("-", "_")


def resolve(
    *, flags: Mapping[str, object] | None = None, environment: Mapping[str, str] | None = None, layer: Layer | None = None
) -> Resolved:
    """Return the settings of three layers: flags win over environment over file, and the rest has its default.

    Keys of `flags` and of the file are the long options without dashes in front ("min-confidence"); a flag that is
    None or empty was not given. Variables are `CLAIMCHECK_` and the option in capitals, lists parted by commas.
    Raises UsageError for a wrong flag, ConfigError for a wrong variable or file entry, each naming it.
    """
    file = layer or Layer()
    chosen: dict[str, object] = {"root": file.root}
    origins: dict[str, str] = {}
    for name, option in OPTIONS.items():
        found = _found(name, option, flags or {}, environment or {}, file)
        origins[name] = found[0] if found else "default"
        if found:
            chosen[option.field] = found[1]
    settings = Settings(**chosen)  # type: ignore[arg-type]  # each parser returns the type of its field
    return Resolved(settings=settings, origins=MappingProxyType(origins))


def settings_from(
    *,
    flags: Mapping[str, object] | None = None,
    environment: Mapping[str, str] | None = None,
    file: Mapping[str, object] | None = None,
    file_name: str = "claimcheck.toml",
) -> Settings:
    """Return the settings of `resolve`, where nothing is known of the file but its options."""
    return resolve(flags=flags, environment=environment, layer=Layer(entries=file or {}, name=file_name)).settings


def _found(
    name: str, option: Option, flags: Mapping[str, object], environment: Mapping[str, str], file: Layer
) -> tuple[str, object] | None:
    """Where the highest layer that gives the option does so, and the value."""
    if flags.get(name) not in (None, (), []):
        return f"--{name}", _parsed(option, flags[name], told=f"--{name}", error=UsageError)
    variable = variable_of(name)
    if environment.get(variable):
        return variable, _parsed(option, environment[variable], told=variable, error=ConfigError)
    if name not in file.entries:
        return None
    value, place = file.entries[name], file.place(name)
    told = f"{place}: {name}"
    if not isinstance(value, option.kinds) or (isinstance(value, bool) and bool not in option.kinds):
        raise ConfigError(f"{told}: {value!r} is not {option.expects}")
    if option.rooted is not None:
        value = option.rooted(value, file.root)
    return place, _parsed(option, value, told=told, error=ConfigError)


def _parsed(option: Option, value: object, *, told: str, error: type[ClaimcheckError]) -> object:
    try:
        return option.parse(value)
    except ValueError as wrong:
        raise error(f"{told}: {wrong}") from wrong


def _fail_on(value: object) -> FailOn:
    try:
        return FailOn(str(value).lower())
    except ValueError:
        raise ValueError(f"{value!r} is not one of {', '.join(FailOn)}") from None


def _beside(value: object, root: str) -> object:
    """A path of the file, counted from the file's folder."""
    return (PurePath(root) / value).as_posix() if isinstance(value, str) and root != "." else value


def _beside_if_there(value: object, root: str) -> object:
    """A model is a path only where there is one: "owner/name" is a name."""
    from pathlib import Path  # noqa: PLC0415  # the one place of this module that looks at the disk

    return _beside(value, root) if isinstance(value, str) and (Path(root) / value).exists() else value


def _outputs_beside(value: object, root: str) -> object:
    """[FORMAT=]PATH items, each path counted from the file's folder; "-" stays standard output."""
    found = []
    for item in values.as_typed(value):
        head, equals, path = item.rpartition("=")
        found.append(head + equals + (path if path == "-" else str(_beside(path, root))))
    return found


_LIST = (str, list)
_TABLE = (str, list, dict)

OPTIONS: Mapping[str, Option] = MappingProxyType(
    {
        "model": Option(
            field="model", parse=values.text, rooted=_beside_if_there, help="the sentence model: a name, or a folder of one"
        ),
        "judge": Option(
            field="judge", parse=values.text, rooted=_beside_if_there, help="the entailment model: bundled, none, a name or folder"
        ),
        "no-cache": Option(
            field="use_cache",
            parse=lambda value: not values.truth(value),
            kinds=(bool,),
            expects="true or false",
            help="neither read nor write cached results",
        ),
        "fail-on": Option(field="fail_on", parse=_fail_on, help="exit with 1 on new findings of this type or one before it"),
        "exit-zero": Option(
            field="exit_zero", parse=values.truth, kinds=(bool,), expects="true or false", help="exit with 0 in spite of findings"
        ),
        "min-confidence": Option(
            field="min_confidence",
            parse=values.share,
            kinds=(int, float),
            expects="a number between 0 and 1",
            help="hide findings of less confidence",
        ),
        "min-severity": Option(field="min_severity", parse=values.severity, help="hide findings of less severity"),
        "select": Option(field="select", parse=values.codes, kinds=_LIST, expects="a list of codes", help="only these rules"),
        "ignore": Option(
            field="ignore", parse=values.codes, kinds=_LIST, expects="a list of codes", help="not these rules; wins over select"
        ),
        "severity": Option(
            field="severity",
            parse=values.levels,
            kinds=_TABLE,
            expects="a table of codes and severities",
            help="the desk's own severities",
        ),
        "per-path-ignores": Option(
            field="per_path_ignores",
            parse=values.path_codes,
            kinds=_TABLE,
            expects="a table of patterns and lists of codes",
            help="rules ignored in what sources under a path tell",
        ),
        "aliases": Option(
            field="aliases",
            parse=aliases_of,
            kinds=(str, dict),
            expects="a file or a table of spellings",
            rooted=_beside,
            help="spellings that mean one name",
        ),
        "ours": Option(field="ours", parse=values.text, help="the name of our own copy, for compare"),
        "as-of": Option(
            field="as_of",
            parse=values.times,
            kinds=_TABLE,
            expects="a table of sources and times",
            help="until when a source knows",
        ),
        "ours-file": Option(
            field="ours_file",
            parse=values.as_typed,
            kinds=_LIST,
            expects="a list of patterns",
            help="a folder that holds a file of this pattern is a story",
        ),
        "source-files": Option(
            field="source_files",
            parse=values.as_typed,
            kinds=_LIST,
            expects="a list of patterns",
            help="the sources of a story, from its folder",
        ),
        "exclude": Option(
            field="exclude", parse=values.as_typed, kinds=_LIST, expects="a list of patterns", help="folders that are passed over"
        ),
        "baseline": Option(field="baseline", parse=values.text, rooted=_beside, help="the file of known findings"),
        "strict-baseline": Option(
            field="strict_baseline",
            parse=values.truth,
            kinds=(bool,),
            expects="true or false",
            help="exit with 1 where the baseline lists what is gone",
        ),
        "format": Option(field="format", parse=values.text, help="the format of the report"),
        "output": Option(
            field="output",
            parse=values.as_typed,
            kinds=_LIST,
            expects="a list of [FORMAT=]PATH",
            rooted=_outputs_beside,
            help="where to write reports",
        ),
    }
)
"""Every option of every layer, by its long name without the dashes."""
