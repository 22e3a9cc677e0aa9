"""What turns the value of any layer into a setting. Every function raises ValueError with the clause to tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from types import MappingProxyType

from claimcheck.model import Severity
from claimcheck.rules import RULES


def text(value: object) -> str:
    """A text that is not blank."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is no text")
    return value


def truth(value: object) -> bool:
    """True or false, spelled as people spell it in an environment."""
    word = str(value).strip().lower()
    if word in ("1", "true", "yes", "on"):
        return True
    if word in ("0", "false", "no", "off"):
        return False
    raise ValueError(f"{value!r} is neither true nor false")


def share(value: object) -> float:
    """A number in [0, 1]."""
    try:
        number = float(str(value))
    except ValueError:
        raise ValueError(f"{value!r} is no number between 0 and 1") from None
    if not 0 <= number <= 1:
        raise ValueError(f"{value} is not between 0 and 1")
    return number


def severity(value: object) -> Severity:
    """A severity by its label."""
    labels = {each.label: each for each in Severity}
    label = value.label if isinstance(value, Severity) else str(value).strip().lower()
    if label not in labels:
        raise ValueError(f"{value!r} is not one of {', '.join(labels)}")
    return labels[label]


def items(value: object) -> tuple[str, ...]:
    """The items of a list, or of a string parted by commas; a list's items may hold commas as well."""
    parts: Sequence[object] = [value] if isinstance(value, str) else value if isinstance(value, (list, tuple)) else []
    found = tuple(item.strip() for part in parts for item in str(part).split(",") if item.strip())
    if not found and value not in ((), []):
        raise ValueError(f"{value!r} is no list")
    return found


def as_typed(value: object) -> tuple[str, ...]:
    """The items of a list as they stand, for a path may hold a comma; those of a string are parted by commas."""
    if not isinstance(value, (list, tuple)):
        return items(value)
    found = tuple(str(each) for each in value)
    if not all(each.strip() for each in found):
        raise ValueError(f"{value!r} holds a blank item")
    return found


def codes(value: object) -> tuple[str, ...]:
    """Codes or beginnings of codes, in capitals, each once."""
    return tuple(dict.fromkeys(code(item) for item in items(value)))


def code(value: str) -> str:
    """A code or the beginning of one, in capitals."""
    found = value.strip().upper()
    if not found or not any(known.startswith(found) for known in RULES):
        raise ValueError(f"{found!r} is no rule code, nor the beginning of one (claimcheck explain lists them)")
    return found


def levels(value: object) -> Mapping[str, Severity]:
    """Code -> severity, of a table or of CODE=SEVERITY items."""
    return MappingProxyType({code(key): severity(level) for key, level in _table(value, "CODE=SEVERITY").items()})


def path_codes(value: object) -> Mapping[str, tuple[str, ...]]:
    """Pattern -> codes, of a table of lists or of PATTERN=CODE items."""
    table = _table(value, "PATTERN=CODE")
    return MappingProxyType({pattern: codes(listed) for pattern, listed in table.items()})


def times(value: object) -> Mapping[str, datetime]:
    """Source -> moment, of a table or of SOURCE=TIME items. A time is ISO 8601; without a zone it is UTC, as everywhere."""
    return MappingProxyType({source: moment(given) for source, given in _table(value, "SOURCE=TIME").items()})


def moment(value: object) -> datetime:
    """A time of TOML, or as ISO 8601 text; UTC where it has no zone."""
    match value:
        case datetime():
            found = value
        case date():
            found = datetime.combine(value, time())
        case _:
            try:
                found = datetime.fromisoformat(str(value).strip())
            except ValueError:
                raise ValueError(f"{str(value).strip()!r} is no ISO 8601 time (such as 2022-10-04T18:30:00+03:00)") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def day(value: object) -> date:
    """A day of TOML, or as ISO 8601 text."""
    match value:
        case datetime():
            return value.date()
        case date():
            return value
        case _:
            try:
                return date.fromisoformat(str(value).strip())
            except ValueError:
                raise ValueError(f"{value!r} is no day (such as 2024-05-07)") from None


def _table(value: object, shape: str) -> dict[str, object]:
    if isinstance(value, Mapping):
        return {str(key).strip(): given for key, given in value.items()}
    table: dict[str, object] = {}
    for item in _pairs(value):
        key, _, given = item.rpartition("=")
        if not key.strip():
            raise ValueError(f"{item!r} is not {shape}")
        table[key.strip()] = given.strip()
    return table


def _pairs(value: object) -> Iterator[str]:
    """The KEY=VALUE items of a list, or of a string; a comma parts two of them only where both are such, for a key may hold one."""
    for given in [value] if isinstance(value, str) else as_typed(value):
        parts = items(given)
        yield from parts if all("=" in part for part in parts) else (given,)
