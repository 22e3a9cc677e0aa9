"""Figures with a form of their own: scores, ratings, ratios, ordinals, multiples, none at all."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.claims.quantity.lexicon import PERSONS, STATE_OF, STOP, singular
from claimcheck.claims.quantity.numerals import ORDINAL_WORDS, SCALES, SMALL, read_digits
from claimcheck.claims.quantity.tokens import DASHES, HYPHENS, Tokens
from claimcheck.claims.quantity.traps import MONTHS, counts_after, numbered
from claimcheck.claims.quantity.units import SPELLINGS
from claimcheck.claims.quantity.value import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Special:
    """A figure read whole over the tokens `first` to `last` (exclusive). `skip` is set where nothing may be read there."""

    low: float = 0.0
    high: float = 0.0
    first: int
    last: int
    kind: Kind = "count"
    unit: str = ""
    skip: bool = False
    vague: bool = False
    counted: str = ""
    state: str = ""


_RATED = frozenset(
    "rating rated rates score scored scores scoring average grade stars review reviews metascore weighted rate".split()
)
_NO_ORDINAL = frozenset(
    "lady ladies party parties avenue ave street st world hand class minister time times language home century centuries "
    "amendment place "
    "half person people generation party-political gear degree cousin cousins of division grade estate reich republic name "
    "gentleman responder "
    "responders base baseman down floor edition-only base-line parties opinion thought thoughts hand-hand nature tier rate chance "
    "largest biggest highest smallest lowest longest oldest best worst most least busiest richest youngest tallest fastest "
    "deadliest deepest "
    "poorest strongest heaviest widest greatest".split()
)
_ORDINAL_NOUN_OPENERS = frozenset(
    "the a his her its their our my this that another every each finished came ranked placed only".split()
)
_DATED = frozenset("on for by until till before since after from to between".split())
_NONE_NOUNS = frozenset(
    "casualty death fatality injury victim survivor arrest detention case infection loss person civilian soldier passenger "
    "crew wounded".split()
)
_NONE_NOUNS |= frozenset(("one", "child", "resident", "worker", "officer", "student", "hostage", "suspect", "worshipper"))
FOLDS = {word + "fold": float(value) for word, value in SMALL.items() if 2 <= value <= 20} | {"hundredfold": 100.0}
ORDINAL_SUFFIXES = frozenset(("st", "nd", "rd", "th"))


def read_special(tokens: Tokens, i: int) -> Special | None:
    """The special form that begins at token `i`; None where there is none."""
    if tokens.numeric[i]:
        return _versus(tokens, i) or _wickets(tokens, i) or _rating(tokens, i) or _ratio(tokens, i) or _ordinal_digits(tokens, i)
    word = tokens.words[i]
    if word in ("no", "none", "nobody", "neither"):
        return _none(tokens, i)
    if tokens.word(i + 2) in ("figure", "figures") and tokens.word(i + 1) in HYPHENS and 4 <= SMALL.get(word, 0) <= 10:
        digits = SMALL[word]
        return Special(low=10.0 ** (digits - 1), high=10.0**digits - 1, first=i, last=i + 3, vague=True)
    if word in FOLDS:
        return Special(low=FOLDS[word], high=FOLDS[word], first=i, last=i + 1, kind="measure", unit="times")
    if word in ORDINAL_WORDS:
        return _ordinal_word(tokens, i)
    return _article_unit(tokens, i) if word in ("a", "an") else _ratio(tokens, i)


def _integer(tokens: Tokens, i: int) -> int | None:
    word = tokens.word(i)
    return int(word) if word.isdecimal() and word.isascii() and len(word) <= 4 else None


def _versus(tokens: Tokens, i: int) -> Special | None:
    """“3-1”, "10-4", "7-6": two bare whole numbers. "3-5 km" and "10-15 people" are ranges; "2014-15" is a year."""
    left, right = _integer(tokens, i), _integer(tokens, i + 2)
    if left is None or right is None or tokens.word(i + 1) not in DASHES or not (tokens.tight(i + 1) and tokens.tight(i + 2)):
        return None
    if 1500 <= left <= 2100 and (len(tokens.words[i + 2]) == 2 or 1500 <= right <= 2100):
        return Special(first=i, last=i + 3, skip=True)
    j, attached = i + 3, i > 0 and tokens.tight(i) and (tokens.words[i - 1].isalnum() or tokens.words[i - 1] in "-:/+$£€¥")
    if attached or len(tokens.words[i]) > 3 or (tokens.tight(j) and (tokens.word(j)[0].isalnum() or tokens.word(j) in "-–/:%°$")):
        return None
    season = right == left + 1 and 10 <= left <= 98 and (tokens.capital(j) or tokens.word(j) in ("season", "campaign", "school"))
    if (left, right) == (24, 7) or season or numbered(tokens.word(i - 1)):
        return Special(first=i, last=j, skip=True)
    month = tokens.word(i - 1) in MONTHS or (tokens.word(i - 1) == "." and tokens.word(i - 2) in MONTHS) or tokens.word(j) in MONTHS
    if month:
        return Special(first=i, last=j, skip=True)
    measured = (
        tokens.word(j) in SPELLINGS
        or tokens.word(j) in SCALES
        or tokens.word(j) in ("percent", "per", "%", "percentage", "million")
    )
    if left < right and (measured or counts_after(tokens, j)):
        return None
    return Special(low=left, high=right, first=i, last=j, kind="score")


_FEWEST_RUNS, _ALL_OUT = 30, 10


def _wickets(tokens: Tokens, i: int) -> Special | None:
    """“160 for six” of cricket, as "160-6" would be read: runs, and wickets of ten at most, with nothing counted after."""
    runs, after = _integer(tokens, i), tokens.word(i + 3)
    if runs is None or runs < _FEWEST_RUNS or tokens.word(i + 1) != "for" or (after.isalpha() and after not in STOP):
        return None
    lost = _number(tokens, i + 2)
    if lost is None or lost >= _ALL_OUT or (tokens.tight(i + 3) and after not in ".,;:)"):
        return None
    if i and tokens.tight(i):
        return None
    return Special(low=runs, high=lost, first=i, last=i + 3, kind="score")


def _rating(tokens: Tokens, i: int) -> Special | None:
    """“6.4/10”, "34 out of 100" where the text speaks of ratings: the value, with the scale as unit."""
    if tokens.word(i + 1) == "/" and tokens.tight(i + 1) and tokens.tight(i + 2):
        j = i + 2
    elif tokens.word(i + 1) == "out" and tokens.word(i + 2) == "of":
        j = i + 3
    else:
        return None
    value, top = read_digits(tokens.words[i]), _number(tokens, j)
    if value is None or top not in (4, 5, 10, 20, 100) or value > top:
        return None
    if not any(tokens.word(k) in _RATED for k in range(i - 14, j + 6)) and "." not in tokens.words[i]:
        return None
    return Special(low=value, high=value, first=i, last=j + 1, kind="score", unit=f"/{top:g}")


def _number(tokens: Tokens, i: int) -> float | None:
    return (
        read_digits(tokens.words[i]) if tokens.is_number(i) else (float(SMALL[tokens.word(i)]) if tokens.word(i) in SMALL else None)
    )


def _ratio(tokens: Tokens, i: int) -> Special | None:
    """“one in five”, "1 in 8", "two out of three"."""
    j = i + 3 if (tokens.word(i + 1), tokens.word(i + 2)) == ("out", "of") else i + 2
    if tokens.word(i + 1) != "in" and j == i + 2:
        return None
    if tokens.word(i + 1) == "in" and tokens.word(i + 2) == "every":
        j = i + 3
    top, bottom = _number(tokens, i), _number(tokens, j)
    if top is None or bottom is None or not 0 < top < bottom or top > 20 or top != int(top) or bottom != int(bottom):
        return None
    year = len(tokens.words[j]) == 4 and 1500 <= bottom <= 2100
    scaled = tokens.word(j + 1) in SCALES
    unit = tokens.word(j + 1) in SPELLINGS or tokens.word(j + 1) in HYPHENS or tokens.word(j + 1) in MONTHS
    if year or scaled or unit or (j == i + 2 and (bottom > 20 and bottom % 10)) or tokens.word(j) == "one":
        return None
    return Special(low=top / bottom, high=top / bottom, first=i, last=j + 1, kind="fraction")


def _ordinal_digits(tokens: Tokens, i: int) -> Special | None:
    j = i + 1
    if not (tokens.tight(j) and tokens.word(j) in ORDINAL_SUFFIXES and tokens.words[i].replace(",", "").isdecimal()):
        return None
    if len(tokens.words[i]) > 6 or not _ordinal_counts(tokens, i, j + 1):
        return Special(first=i, last=j + 1, skip=True)
    value = float(tokens.words[i].replace(",", ""))
    return Special(low=value, high=value, first=i, last=j + 1, kind="ordinal", counted=_ranked(tokens, j + 1))


def _ordinal_counts(tokens: Tokens, i: int, j: int) -> bool:
    """False for an ordinal inside a name, a date, an idiom or a superlative."""
    after = tokens.word(j + 1) if tokens.word(j) in HYPHENS else tokens.word(j)
    month = after in MONTHS or tokens.word(i - 1) in MONTHS or (tokens.word(i - 1) == "." and tokens.word(i - 2) in MONTHS)
    street = tokens.capital(j) and after in (
        "st",
        "street",
        "ave",
        "avenue",
        "road",
        "rd",
        "world",
        "district",
        "circuit",
        "amendment",
        "congress",
    )
    if month or street or after in _NO_ORDINAL or (after == "of" and tokens.word(j + 1) in MONTHS):
        return False
    dated = tokens.word(i - 1) == "the" and tokens.word(i - 2) in _DATED
    return not (dated and not (after.isalpha() and after not in STOP))


def _ordinal_word(tokens: Tokens, i: int) -> Special | None:
    """“the third attack”, "finished second". "First" ranks nothing in news; a capital marks a name ("Third Avenue")."""
    value = ORDINAL_WORDS[tokens.words[i]]
    after = tokens.word(i + 1)
    if value == 1 or after in HYPHENS or tokens.capital(i) or not _ordinal_counts(tokens, i, i + 1):
        return None
    if tokens.word(i - 1) in ("a", "one", "split") and value == 2 and not after.isalpha():
        return None
    if tokens.word(i - 1) not in _ORDINAL_NOUN_OPENERS or tokens.capital(i + 1):
        return None
    if tokens.word(i - 1) == "a" and value == 2:
        return _article_unit(tokens, i - 1)
    return Special(low=float(value), high=float(value), first=i, last=i + 1, kind="ordinal", counted=_ranked(tokens, i + 1))


def _ranked(tokens: Tokens, j: int) -> str:
    word = tokens.word(j + 1) if tokens.word(j) in ("such", "straight", "consecutive", "successive") else tokens.word(j)
    return (
        singular(word)
        if word.isalpha() and word not in ("in", "on", "at", "of", "this", "the", "and", "to", "for", "with", "by")
        else ""
    )


_SPANNING = frozenset("for within in than about nearly almost over under lasted took takes half".split())
_AFTERWARDS = frozenset(("before", "after", "later", "earlier", "and"))
_ARTICLE_UNITS = frozenset("second minute hour day week month year decade".split())


def _article_unit(tokens: Tokens, i: int) -> Special | None:
    """“for a second”, "a day before": the article is the number one. "$5 a day" and "a year ago" are none."""
    unit = tokens.word(i + 1)
    if unit not in _ARTICLE_UNITS:
        return None
    half = (tokens.word(i + 2), tokens.word(i + 3), tokens.word(i + 4)) == ("and", "a", "half")
    if half:
        return Special(low=1.5, high=1.5, first=i, last=i + 5, kind="duration", unit=unit)
    if tokens.word(i + 2) == "ago" or not (tokens.word(i - 1) in _SPANNING or tokens.word(i + 2) in _AFTERWARDS - {"and"}):
        return None
    if tokens.word(i + 2).isalpha() and tokens.word(i + 2) in ("day", "night", "time", "half"):
        return None
    return Special(low=1.0, high=1.0, first=i, last=i + 2, kind="duration", unit=unit)


def _none(tokens: Tokens, i: int) -> Special | None:
    """“no casualties”, "no one was hurt", "none of the passengers was injured": zero of a thing that news counts."""
    word, after = tokens.words[i], tokens.word(i + 1)
    if word == "no" and after in ("further", "other", "civilian", "reported", "serious"):
        noun, last = singular(tokens.word(i + 2)), i + 3
    elif word == "no":
        noun, last = singular(after), i + 2
    else:
        noun, last = "one", i + 1
    if word == "no" and noun != "one":
        if noun not in _NONE_NOUNS:
            return None
        state = STATE_OF.get(tokens.words[last - 1], "killed or injured" if noun == "casualty" else "")
        person = noun in ("casualty", "death", "fatality", "injury", "survivor", "arrest", "detention")
        return Special(first=i, last=last, counted="person" if person else noun, state=state)
    state = next((STATE_OF[tokens.words[k]] for k in range(last, min(last + 7, len(tokens))) if tokens.words[k] in STATE_OF), "")
    if not state or word == "neither":
        return None
    counted = next((singular(w) for w in tokens.words[last : last + 4] if singular(w) in PERSONS and w not in STATE_OF), "person")
    return Special(first=i, last=last, counted=counted, state=state)
