"""JSON from files that may hold anything: parsed with limits, and read field by field without trust."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from claimcheck.errors import LoadError

MAX_NUMBER_CHARS = 400
"""Python refuses numbers of more than 4,300 digits; no document has a use for them."""

_HINT = "check the file, or save the text of the article as .txt"


def parse(text: str, *, label: str, one_line: bool = False) -> Any:
    """The value of a JSON text. Raises `LoadError`, one line with the place, where it is none or nests too deep.

    Of a text that is `one_line` of a file the label says which one, so that only the column is told.
    """
    try:
        return json.loads(text, parse_int=_number, parse_float=_number, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        place = f": column {error.colno}" if one_line else f" on line {error.lineno}, column {error.colno}"
        raise LoadError(f"{label}: is no JSON: {error.msg}{place}", hint=_HINT) from None
    except RecursionError:
        raise LoadError(f"{label}: is JSON that nests too deep to be read", hint=_HINT) from None
    except ValueError as error:
        raise LoadError(f"{label}: is no JSON: {error}", hint=_HINT) from None


def _number(digits: str) -> float:
    if len(digits) > MAX_NUMBER_CHARS:
        raise ValueError(f"a number of {len(digits):,} digits")
    return float(digits)


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no value of JSON")


def text_of(value: Any) -> str | None:
    """A text; of a list its first one, of an object its `name`, `value`, `@value` or `text`; None where there is none."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, list):
        return next((found for each in value[:20] if (found := _flat(each))), None)
    return _flat(value)


def texts_of(value: Any) -> list[str]:
    """The texts of one value or of a list of them, in order."""
    values = value[:20] if isinstance(value, list) else [value]
    return [found for each in values if (found := _flat(each))]


def first(item: dict[str, Any], *names: str) -> Any:
    """The first of these fields that is not empty."""
    return next((item[name] for name in names if item.get(name)), None)


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of one value, of a list of them, and of `@graph`."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            yield each
            graph = each.get("@graph")
            if isinstance(graph, list):
                yield from (node for node in graph if isinstance(node, dict))


def _flat(value: Any) -> str | None:
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, dict):
        named = (value.get(key) for key in ("name", "value", "@value", "text"))
        return next((found.strip() for found in named if isinstance(found, str) and found.strip()), None)
    return None
