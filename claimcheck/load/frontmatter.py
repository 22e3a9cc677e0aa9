"""The front matter of a Markdown article: `---` with `key: value` lines, or `+++` with TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from types import MappingProxyType
from typing import Any

from claimcheck.errors import LoadError
from claimcheck.model import Span

_KEYS = MappingProxyType(
    {
        "title": "title",
        "source": "source",
        "byline": "byline",
        "author": "author",
        "published": "published",
        "date": "published",
        "updated": "updated",
        "lastmod": "updated",
        "url": "url",
        "language": "language",
        "lang": "language",
    }
)
"""The keys that are read, with the other names that site generators give them. Other keys are left alone."""

_PAIR = re.compile(r"([A-Za-z][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8}){0,3}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What stands above an article. `span` covers both fences. `title_span` is None where the title's words do
    not stand in the file as they are meant (escapes, several lines).
    """

    span: Span
    title: str | None = None
    title_span: Span | None = None
    source: str | None = None
    byline: str | None = None
    url: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    value: Any
    line: int
    start: int | None = None


def parse(text: str, *, label: str) -> FrontMatter | None:
    """The front matter that `text` begins with, None where it begins with none.

    Raises `LoadError` naming the line that cannot be read. Dates are ISO 8601; one without a zone is UTC.
    """
    fence = text[:3]
    if fence not in {"---", "+++"} or not re.match(r"[ \t]*\n", text[3:]):
        return None
    body_start = text.index("\n") + 1
    closing = re.compile(r"^(?:---|\.\.\.)[ \t]*$" if fence == "---" else r"^\+\+\+[ \t]*$", re.MULTILINE).search(text, body_start)
    if closing is None:
        if fence == "---" and not _PAIR.match(text[body_start:].partition("\n")[0]):
            return None  # a rule above an article
        raise LoadError(f"{label}: front matter is opened on line 1 and never closed", hint=f"close it with a line {fence}")
    body = text[body_start : closing.start()]
    read = _read_pairs if fence == "---" else _read_toml
    return _front_matter(dict(read(body, body_start, label)), Span(0, closing.end()), label)


def _read_pairs(body: str, offset: int, label: str) -> Iterator[tuple[str, _Field]]:
    """Each `key: value` that is known, in order. Indented lines and list items continue the key above."""
    seen: dict[str, int] = {}
    for number, line in enumerate(body.split("\n"), start=2):
        start, offset = offset, offset + len(line) + 1
        if not line.strip() or line[0] in " \t#-":
            continue
        pair = _PAIR.match(line)
        if pair is None:
            raise LoadError(
                f"{label}: line {number} of the front matter is no `key: value`", hint="close the front matter with ---"
            )
        key = _KEYS.get(pair[1].lower())
        if key is None:
            continue
        if key in seen:
            raise LoadError(f"{label}: line {number} gives {key} again (first on line {seen[key]})", hint="keep one of them")
        seen[key] = number
        value = _unquoted(pair[2] or "")
        yield key, _Field(value=value, line=number, start=start + line.find(value, pair.start(2)) if value else None)


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = re.match(r"(['\"])(.*)\1[ \t]*(?:#.*)?$", value)
    if quoted:
        return quoted[2].strip()
    return re.split(r"[ \t]#", value, maxsplit=1)[0].strip()


def _read_toml(body: str, offset: int, label: str) -> Iterator[tuple[str, _Field]]:
    try:
        table = tomllib.loads(body)
    except tomllib.TOMLDecodeError as error:
        raise LoadError(f"{label}: the front matter is no TOML: {error}", hint="lines are counted from below the +++") from None
    for name, value in table.items():
        key = _KEYS.get(name.lower())
        if key is None:
            continue
        place = re.search(rf"^[ \t]*{re.escape(name)}[ \t]*=[ \t]*", body, re.MULTILINE)
        line = body.count("\n", 0, place.end()) + 2 if place else 2
        inside = body.find(str(value), place.end(), body.find("\n", place.end())) if place else -1
        yield key, _Field(value=value, line=line, start=offset + inside if inside >= 0 else None)


def _front_matter(fields: Mapping[str, _Field], span: Span, label: str) -> FrontMatter:
    title = fields.get("title")
    title_text = _text(title)
    return FrontMatter(
        span=span,
        title=title_text,
        title_span=Span(title.start, title.start + len(title_text)) if title and title.start is not None and title_text else None,
        source=_text(fields.get("source")),
        byline=_text(fields.get("byline")) or _text(fields.get("author")),
        url=_text(fields.get("url")),
        published=_moment(fields.get("published"), label),
        updated=_moment(fields.get("updated"), label),
        language=_language(fields.get("language"), label),
    )


def _text(field: _Field | None) -> str | None:
    return (str(field.value).strip() or None) if field else None


def _moment(field: _Field | None, label: str) -> datetime | None:
    if field is None or field.value == "":
        return None
    value = field.value
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            hint = "write it as 2022-10-04 or 2022-10-04T18:30:00+03:00"
            raise LoadError(f"{label}: line {field.line}: {field.value!r} is no date", hint=hint) from None
    elif isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if not isinstance(value, datetime):
        raise LoadError(f"{label}: line {field.line}: {field.value!r} is no date", hint="write it as 2022-10-04")
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def _language(field: _Field | None, label: str) -> str:
    value = _text(field)
    if field is None or value is None:
        return ""
    code = _LANGUAGE.match(value)
    if code is None:
        raise LoadError(f"{label}: line {field.line}: {value!r} is no language code", hint="write it as en, en-GB or uk")
    return code[1].lower()
