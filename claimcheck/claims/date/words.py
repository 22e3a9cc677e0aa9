"""The words dates are made of: names of months and days, numbers, and the fragments of expressions built from them."""

from __future__ import annotations

from claimcheck.calendar_words import WEEKDAYS

NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty".split(),
        start=1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "half a dozen": 6, "a dozen": 12}

VAGUE = {
    "a couple of": (2, 3),
    "a couple": (2, 3),
    "a few": (2, 5),
    "few": (2, 5),
    "several": (3, 7),
    "some": (2, 7),
    "many": (3, 20),
}
"""Loose counts, as (fewest, most): what "within a few days" or "several weeks ago" may mean."""

ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
        "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(),
        start=1,
    )
}

# Fragments. A gap is bounded, so that no expression can run on over a field of blanks.
GAP = r"\s{1,3}"
MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june|jun\.?|july|jul\.?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![a-z])"
)
WEEKDAY = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
WEEKDAY_SHORT = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\.?)"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
DAY_TO = r"(?P<day_to>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
ORDINAL_DAY = rf"(?P<ordinal_day>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)(?![\w%]|[.,]\d)"
COMMA = r"(?:\s?,)?\s{1,3}"
YEAR_SUFFIX = rf"(?:{COMMA}(?:of{GAP})?(?:{YEAR}|(?P<which_year>this|last|next){GAP}year))?"
DASH = r"\s?[-–—]\s?"
PART_OF_DAY = r"(?P<part>(?:mid-?)?(?:morning|afternoon)|evening|night|lunchtime|dawn|dusk)"
UNIT = r"(?P<unit>day|night|week|fortnight|month|quarter|year|decade|hour|minute)"
COUNT = (
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|half\sa\sdozen|a\sdozen|a\scouple(?:\sof)?|a\sfew|several|some)"
)
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"


def weekday_number(name: str) -> int:
    """0 (Monday) to 6, for a full name or an abbreviation with or without its point."""
    start = name[:3].lower()
    return next(number for number, weekday in enumerate(WEEKDAYS) if weekday.startswith(start))


def count_range(words: str) -> tuple[int, int]:
    """The fewest and the most that a count may mean: equal for "two" and "14", (2, 5) for "a few"."""
    plain = " ".join(words.lower().split())
    if plain.isdigit():
        return int(plain), int(plain)
    if plain in VAGUE:
        return VAGUE[plain]
    return NUMBERS[plain], NUMBERS[plain]
