"""Reading the dates of an article, sentence by sentence, against the day it was published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from re import Match, Pattern

from claimcheck.claims.date import absolute, calendar, clock, duration, holidays, months, units, weekday, years
from claimcheck.claims.date.join import Atom, joined
from claimcheck.claims.date.value import DateValue, Interval, Resolved, Setting
from claimcheck.model import Claim, Context, Sentence, Span

Resolver = Callable[[Match[str], Setting], Resolved | None]

KIND = "date"

# The words without which a family of patterns cannot match: most sentences hold none of them.
_TRIGGERS = {
    "month": "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october "
    "nov november dec december",
    "weekday": "monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays "
    "sunday sundays",
    "weekday_short": "mon tue tues wed thu thur thurs fri sat sun",
    "century": "century",
    "season": "spring summer autumn fall winter",
    "quarter": "quarter half q h",
    "unit": "day days night nights week weeks weekend fortnight month months quarter quarters year years decade decades century "
    "hour hours",
    "holiday": "christmas boxing year valentine patrick may bastille july halloween veterans armistice martin presidents "
    "memorial labor columbus thanksgiving ash palm maundy good easter whit",
    "deictic": "today yesterday tomorrow tonight overnight morning afternoon evening night day",
    "ago": "ago now",
    "later": "later earlier before after afterward afterwards previously",
    "next": "next following previous preceding same that last past coming recent",
    "ampm": "am pm a p",
    "spoken": "clock past to morning afternoon evening night",
    "noon": "noon midday midnight",
}
_TRIGGER_WORDS = {name: frozenset(words.split()) for name, words in _TRIGGERS.items()}
_WORDS = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")

_BOUND = re.compile(
    r"\b(?P<bound>since|until|till|by|before|ahead\sof|prior\sto|after|following|as\sof|from)\s{1,3}(?:about\s|around\s|early\s|late\s|the\s|at\sleast\s)?$",
    re.IGNORECASE,
)
_SHORTLY = re.compile(r"\b(?:shortly|soon|just|right|immediately|minutes|moments)\s(?:after|before|following)\s$", re.IGNORECASE)
_BOUND_NAMES = {"till": "until", "ahead of": "before", "prior to": "before", "following": "after"}
# The last words of what the patterns before a date look for: most dates follow none of them, and need no search.
_BOUND_ENDS = tuple("since until till by before of to after following from about around early late the least".split())
_WIDENING_ENDS = tuple("of on into the beginning ending".split())
_REPORTED = re.compile(
    r"\b(?:said|says|told|announced|reported|added|wrote|tweeted|posted|confirmed)(?:\s\w{1,14}){0,2}\s(?:on\s)?$", re.IGNORECASE
)
_DATELINE_BEFORE = re.compile(r"\s*(?:[A-Z][A-Z.'’/-]{2,20}[\s,]{1,2}){1,4}(?:[A-Z][\w.]{1,14}[\s,]{1,2}){0,2}\(?$")
_DATELINE_AFTER = re.compile(r"\s{0,2}(?:\((?:AP|Reuters|AFP|UPI|dpa|PA)\)|[-–—]{1,2}\s|>>|\()")
_WEEK_OF = re.compile(r"\bweek\s(?P<way>of|beginning|ending)\s(?:on\s)?$")
_LOOSE = re.compile(r"\b(?:early|late|small|first|night|dawn|overnight)\s(?:hours\s)?(?:of|on|into)\s(?:the\s)?$", re.IGNORECASE)
_ANTECEDENT_SENTENCES = 2
_ANTECEDENT_DAYS = 366


_FAMILIES = (absolute, holidays, months, years, units, weekday, duration, clock)
_PATTERNS: tuple[tuple[str, str, Resolver], ...] = tuple(entry for family in _FAMILIES for entry in family.PATTERNS)


@cache
def _pattern(number: int) -> Pattern[str]:
    """A pattern, compiled when a text first holds a word that triggers it: an article needs half of them."""
    pattern, trigger, _ = _PATTERNS[number]
    return re.compile(pattern, re.IGNORECASE if trigger != "weekday_short" else 0)


def extract(sentences: Sequence[Sentence], context: Context) -> tuple[Claim[DateValue], ...]:
    """The date claims of an article's sentences, in order of their spans, resolved against its published date.

    Where `published` is None, `as_of` is taken; where both are, only dates that need no dateline are resolved
    (see `DateValue`). An anaphoric date ("two days later") counts from the last date told in its sentence or
    the two before it; the day on which somebody said something is none.
    """
    del context
    claims: list[Claim[DateValue]] = []
    antecedent: tuple[int, Interval] | None = None
    for position, sentence in enumerate(sentences):
        if antecedent and position - antecedent[0] > _ANTECEDENT_SENTENCES:
            antecedent = None
        anchor = _anchor(sentence)
        text = sentence.text
        atoms, told = _atoms(text, anchor, antecedent[1] if antecedent else None)
        if told is not None:
            antecedent = (position, told)
        claims.extend(_claim(sentence, text, atom) for atom in atoms)
    return tuple(claims)


def _anchor(sentence: Sentence) -> date | None:
    moment = sentence.article.published or sentence.article.as_of
    return moment.date() if moment else None


def _atoms(text: str, anchor: date | None, antecedent: Interval | None) -> tuple[list[Atom], Interval | None]:
    """The dates of one sentence, and the last of them that a following sentence may count from."""
    found: list[Atom] = []
    told: Interval | None = None
    taken = 0
    for match, resolver in _candidates(text):
        if match.start() < taken:
            continue
        resolved = _resolve(resolver, match, Setting(text=text, anchor=anchor, antecedent=told or antecedent))
        if resolved is None or _in_dateline(text, match):
            continue
        resolved = _placed(resolved, text[max(0, match.start() - 24) : match.start()])
        taken = match.end()
        found.append(Atom(Span(*match.span()), resolved))
        if _can_be_antecedent(resolved, text, match.start()):
            told = resolved.days
    return joined(found, text), told


def _candidates(text: str) -> Iterator[tuple[Match[str], Resolver]]:
    """Every match of every pattern that the words of the text allow: first the earlier, of two at one place the longer."""
    words = set(_WORDS.findall(text.lower()))
    live = {name for name, triggers in _TRIGGER_WORDS.items() if not triggers.isdisjoint(words)}
    if _DIGIT.search(text):
        live.add("digit")
    called = [number for number, (_, trigger, _) in enumerate(_PATTERNS) if trigger in live]
    found = [(match.start(), -match.end(), number, match) for number in called for match in _pattern(number).finditer(text)]
    for _, _, number, match in sorted(found, key=lambda entry: entry[:3]):
        yield match, _PATTERNS[number][2]


def _resolve(resolver: Resolver, match: Match[str], setting: Setting) -> Resolved | None:
    try:
        return resolver(match, setting)
    except (OverflowError, ValueError):
        return None  # beyond the calendar of years 1 to 9999


def _placed(resolved: Resolved, before: str) -> Resolved:
    """The date as the words before it make it wider or looser: "the week of Sept. 26", "the early hours of Monday"."""
    if resolved.precision != "day" or not before.lower().rstrip().endswith(_WIDENING_ENDS):
        return resolved
    if resolved.days and (match := _WEEK_OF.search(before)):
        low = resolved.days.low
        week = calendar.week(low)
        if match["way"] != "of":
            week = Interval(low, low + 6 * calendar.DAY) if match["way"] == "beginning" else Interval(low - 6 * calendar.DAY, low)
        return replace(resolved, days=week, precision="week", weekday="")
    return replace(resolved, precision="part") if _LOOSE.search(before) else resolved


def _in_dateline(text: str, match: Match[str]) -> bool:
    """True for the day in "KYIV, Oct. 4 (Reuters) -": when it was filed, not when anything happened."""
    return match.start() < 80 and bool(
        _DATELINE_BEFORE.fullmatch(text[: match.start()]) and _DATELINE_AFTER.match(text[match.end() : match.end() + 12])
    )


def _can_be_antecedent(resolved: Resolved, text: str, start: int) -> bool:
    if resolved.days is None or (resolved.days.high - resolved.days.low).days > _ANTECEDENT_DAYS:
        return False
    before = text[max(0, start - 60) : start]
    return not _REPORTED.search(before) and _bound(before) in ("on", "after", "as of")


def _bound(before: str) -> str:
    match = _BOUND.search(before) if before.lower().rstrip().endswith(_BOUND_ENDS) else None
    if match is None:
        return "on"
    name = " ".join(match["bound"].lower().split())
    return _BOUND_NAMES.get(name, name)


def _bound_of(resolved: Resolved, before: str) -> str:
    """The bound that the words before a date make of it; "shortly after 9 p.m." is a time, if a rough one."""
    return "on" if resolved.precision == "time" and _SHORTLY.search(before) else _bound(before)


def _claim(sentence: Sentence, text: str, atom: Atom) -> Claim[DateValue]:
    resolved = atom.resolved
    low, high = resolved.ends
    value = DateValue(
        low=low,
        high=high,
        precision=resolved.precision,
        relative=resolved.relative,
        anaphoric=resolved.anaphoric,
        bound=_bound_of(resolved, text[max(0, atom.span.start - 24) : atom.span.start]),
        weekday=resolved.weekday,
        zone=resolved.zone,
        expression=" ".join(atom.span.of(text).lower().split()),
    )
    return Claim(kind=KIND, sentence=sentence, span=atom.span.shifted(sentence.span.start), value=value, key=value.key)
