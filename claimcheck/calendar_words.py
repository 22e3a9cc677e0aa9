"""Names of months and days as news prints them: the one list that every reader of dates takes them from."""

from __future__ import annotations

MONTHS = tuple("january february march april may june july august september october november december".split())
MONTHS_SHORT = (*(month[:3] for month in MONTHS), "sept")
WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
WEEKDAYS_SHORT = tuple("mon tue tues wed thu thur thurs fri sat sun".split())

_MONTH_NUMBERS = {month[:3]: number for number, month in enumerate(MONTHS, start=1)}


def month_number(name: str) -> int:
    """Return 1 to 12 for a full name or an abbreviation with or without its point; KeyError for any other word."""
    return _MONTH_NUMBERS[name[:3].lower()]
