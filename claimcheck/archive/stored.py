"""A report as JSON and back, exactly: what the cache of reports keeps. No pickle, so that a file can do nothing but be wrong."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import lru_cache
from numbers import Integral, Real
from typing import Any, Union, get_args, get_origin, get_type_hints

from claimcheck.model import Article, Report, Role, Sentence, Source, Span
from claimcheck.model.plain import plain


def report_text(report: Report) -> str:
    """Return the report as one line of JSON: dataclasses as lists of their fields, in order."""
    return json.dumps(_encoded(report), ensure_ascii=True, separators=(",", ":"))


def report_of(text: str) -> Report:
    """Return the report of `report_text`. Raises ValueError, TypeError, KeyError or IndexError for any other text."""
    found = _decoded(Report, json.loads(text))
    if not isinstance(found, Report):
        raise TypeError("no report")
    return found


def _encoded(value: object) -> Any:
    match value:
        case None | str() | bool():
            return value
        case Source():
            own = [[s.index, s.span.start, s.span.end, s.paragraph, s.role.value] for s in value.sentences]
            return [_encoded(value.article), own, value.compared, value.copies_of]
        case Enum():
            return value.value
        case datetime():
            return value.isoformat()
        case Mapping():
            return plain(value)  # values of marks: as every format writes them
        case tuple():
            return [_encoded(item) for item in value]
        case Integral():
            return int(value)
        case Real():
            return float(value)
    if is_dataclass(value):
        return [_encoded(getattr(value, each.name)) for each in fields(value)]
    raise TypeError(f"{type(value).__name__} is not stored")


def _decoded(wanted: Any, value: Any) -> Any:
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        kind = next(each for each in arguments if each is not type(None))
        return None if value is None else _decoded(kind, value)
    if origin is tuple:
        return tuple(_decoded(arguments[0], item) for item in value)
    if wanted is Source:
        return _source(value)
    if isinstance(wanted, type) and is_dataclass(wanted):
        hints = _hints(wanted)
        return wanted(**{name: _decoded(hint, item) for (name, hint), item in zip(hints.items(), value, strict=True)})
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted(value)
    return datetime.fromisoformat(value) if wanted is datetime else value


def _source(value: Any) -> Source:
    """Its sentences share the one article, whose text they are stretches of."""
    article = _decoded(Article, value[0])
    sentences = tuple(
        Sentence(article=article, index=index, span=Span(start, end), paragraph=paragraph, role=Role(role))
        for index, start, end, paragraph, role in value[1]
    )
    return Source(article=article, sentences=sentences, compared=value[2], copies_of=value[3])


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}
