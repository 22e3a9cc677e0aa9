"""The times of documents: ISO 8601 in its extended and basic forms, and the dates of e-mail and HTTP (RFC 5322)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

_MAX_CHARS = 60
_FIRST_YEAR = 1600  # the first printed newspaper is of 1605; years below are blanks that a form has filled in
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FRACTION = re.compile(r"([.,]\d{6})\d{1,12}")  # Python reads six digits of a second, some systems write seven or nine
_SPACED_ZONE = re.compile(r"(\d) ((?:[+-]\d\d:?\d\d)|Z)$")
_MONTH_NAME = re.compile(r"[A-Za-z]{3}")


def moment(value: Any) -> datetime | None:
    """The time that `value` gives, aware; UTC where it names no zone. None where it is no time, or a blank one.

    Only forms that can be read in one way: "04/10/2022" is a day in April or in October, and is None.
    """
    if not isinstance(value, str) or not value.strip() or len(value) > _MAX_CHARS:
        return None
    text = _SPACED_ZONE.sub(r"\1\2", _FRACTION.sub(r"\1", value.strip()))
    read = _iso(text) or _mail(text)
    if read is None or read.year < _FIRST_YEAR:
        return None
    aware = read if read.tzinfo else read.replace(tzinfo=UTC)
    return None if aware == _EPOCH else aware


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _mail(text: str) -> datetime | None:
    if not _MONTH_NAME.search(text):
        return None
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
