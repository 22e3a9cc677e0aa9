"""Deaths, arrests and damage that are no news of the story: those of films and novels, and those of long ago, told in passing."""

from __future__ import annotations

import re

LONG_AGO_YEARS = 5
"""From here on what a clause dates so many years back is background, be it told in a clause of its own."""
PASSING_YEARS = 2
"""The same for what only a relative clause tells: "whose father was killed in 1994". Both by judgement, after reading reports on
60 events of political news."""

_WORK = (
    r"(?:film|movie|novel|thriller|sitcom|soap|opera|musical|screenplay|miniseries|mini-series|episode|storyline|video game|cartoon"
    r"|(?:tv|television|drama|comedy|crime|detective|police|hit|netflix|hbo) (?:series|show|drama|movie))"
)
_WORDS = r"(?:[\w’'-]{1,20} ){0,3}"
_FICTION = re.compile(
    rf"(?i:\b(?:in|of|on|for) (?:the|an?|his|her|their|its|this|that|one) {_WORDS}{_WORK}s?\b(?! (?:crew|set|studio|festival))"
    rf"|\b{_WORK} (?:tells|follows|depicts|centres|centers|ends|opens|begins|is about|was about|about|in which|stars)\b"
    r"|\bstarring\b|\bfictional\b|\bbased on (?:the|a|his|her) (?:true )?(?:story|novel|book|life) of\b|\baired an? episode\b"
    rf"|\bplay(?:s|ed|ing) (?:the|a|an) {_WORDS}(?:detective|cop|spy|killer|murderer|lawyer|officer|prisoner|gangster|hitman)\b)"
    r"|\b[A-Z][\w.]{1,12}['’]s “[A-Z][^”]{1,40}”",
)
"""Words of a work of fiction. A network's title in quotation marks counts ("TNT's “The Closer” saw …")."""

_YEAR = re.compile(
    r"\b(?:[Tt]he|its|his|her|their) (?:[a-z]{1,15} ){0,2}(?P<bare>(?:19|20)\d\d) [a-z]"
    r"|(?<!than )(?<!as )(?<!like )\b(?:in|In|of|during|During)"
    r"(?: (?:early|late|mid|spring|summer|autumn|fall|winter|[A-Z][a-z]{2,8})){0,2} (?P<year>(?:19|20)\d\d)\b"
)
_AGO = re.compile(
    r"\b(?:(?P<years>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|[a-z]{4,9}teen|twenty|thirty|forty|fifty|several|many)"
    r" years|decades?|a generation|generations|centuries|a century) (?:ago|earlier|before)\b",
    re.IGNORECASE,
)
_FEW_YEARS = {"two": 2, "three": 3, "four": 4, "several": 3}
_CLAUSE = re.compile(
    r"[;:—–]\s|\.\s|, (?:and|but|while|who|whose|whom|which|where|when|after|before)\b|\bbut\b"
    r"| and (?:was|were|is|are|has|had|then)\b"
)
_RELATIVE = re.compile(
    r"\b(?:who|whose|whom|which|where|when)\b|(?<!said )(?<!says )(?<!told )(?<!noted )(?<!added )(?<!ed )\bthat\b", re.IGNORECASE
)
_ACCUSED = re.compile(r"charg|convict|sentenc|arrest|indict|guilty|jail|detain|accus|prosecut", re.IGNORECASE)
_ACCUSED_OF = re.compile(r"\b(?:with|of|for|over|to)\b")
"""What stands behind it is what somebody is accused of, and when that was: "charged Holm with killing his wife in 1994"."""
_CLAUSE_CHARS = 200


def is_fiction(text: str) -> bool:
    """Whether a sentence speaks of a work of fiction, so that nobody died in it."""
    return _FICTION.search(text) is not None


def is_long_ago(text: str, word: re.Match[str], year: int | None) -> bool:
    """Whether the clause of a word is dated years before `year`, that of the story; None where that is not known.

    A relative clause tells in passing: there fewer years will do, and where the story's own year is not known, any year.
    """
    start, end = _clause(text, word)
    passing = _RELATIVE.search(text, start, word.start()) is not None
    comma = text.find(", ", word.end(), end) if passing else -1
    end = comma if comma >= 0 else end
    ages = [_age(int(found["year"] or found["bare"]), year, passing=passing) for found in _YEAR.finditer(text, start, end)]
    ages += [_years(found) for found in _AGO.finditer(text, start, end)]
    return bool(ages) and min(ages) >= (PASSING_YEARS if passing else LONG_AGO_YEARS)


def _age(told: int, year: int | None, *, passing: bool) -> int:
    if year is None:
        return PASSING_YEARS if passing else 0
    return year - told


def _years(found: re.Match[str]) -> int:
    told = (found["years"] or "").lower()
    return int(told) if told.isdigit() else _FEW_YEARS.get(told, LONG_AGO_YEARS)


def _clause(text: str, word: re.Match[str]) -> tuple[int, int]:
    """The clause of a word, with the word that opens it; of an accusation only up to what it is of."""
    low, high = max(0, word.start() - _CLAUSE_CHARS), min(len(text), word.end() + _CLAUSE_CHARS)
    first = max((cut.start() + 1 for cut in _CLAUSE.finditer(text, low, word.start())), default=low)
    cuts = [_CLAUSE.search(text, word.end(), high)]
    if _ACCUSED.search(word.group()):
        cuts.append(_ACCUSED_OF.search(text, word.start(), high))
    return first, min((cut.start() for cut in cuts if cut is not None), default=high)
