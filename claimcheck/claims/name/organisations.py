"""Is it one organisation? Acronyms, company forms, word order, British and American spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from claimcheck.claims.name.demonyms import ADJECTIVES, DEMONYMS
from claimcheck.claims.name.parliaments import GENERIC, chamber_name, chambers
from claimcheck.claims.name.places import is_place
from claimcheck.claims.name.spelling import fold
from claimcheck.claims.name.tables import rows

HEADS = frozenset(
    """academy administration affairs agency airlines airways alliance army assembly association authority
    bank board brigade broadcasting
    bureau cabinet centre center chamber church club coalition college command commission committee company
    confederation conference congress consortium corporation corp corps council court department directorate duma embassy
    exchange federation fleet force forces foundation front fund government guard guards group holdings hospital house
    inc incorporated industries initiative institute institution international laboratory league legion llc ltd
    limited ministry mission mosque movement museum navy network news newspaper office
    organisation organization parliament partnership party plc police post press prosecutor regiment
    registry reserve senate school secretariat service services society staff stock
    syndicate taskforce team times treasury tribunal trust union university watch committee enterprise
    pjsc ag gmbh herald tribune gazette telegraph guardian rada knesset bundestag ombudsman
    motors electric systems technologies pharmaceuticals airlines energy oil petroleum insurance stores""".split()
)
"""Nouns that make an organisation of a name."""

_FORMS = frozenset(
    """inc incorporated ltd limited llc plc pjsc ojsc oao zao ooo corp corporation co company ag gmbh sa nv bv ao oyj ab asa spa
    srl kk group holdings holding the""".split()
)
"""Company forms, which a second mention drops."""

SMALL = frozenset("of the for and on to in at a an de la &".split())
_SPELLING = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"defence", "defense"),
        (r"labour", "labor"),
        (r"centre", "center"),
        (r"theatre", "theater"),
        (r"programme", "program"),
        (r"isation(?=s?$)", "ization"),
        (r"harbour", "harbor"),
    )
)
_CO = re.compile(r"\bco (?=op|or)")
_PLURAL = ((re.compile(r"ies$"), "y"), (re.compile(r"(?<=[a-z]{2}[^s])s$"), ""))
_WORDS_OF_UNIONS = frozenset({"united", "state", "kingdom", "nation"})
_ABBREVIATED = {"un": "united nations", "eu": "european union", "us": "united states", "uk": "united kingdom"}
_INSIDE = re.compile(r" (?:and|in|of|for) |, ")
_WEB = re.compile(r"\.(?:com|org|net|co\.uk)$")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,5}|[A-Z]&[A-Z]")


@cache
def _other_names() -> Mapping[str, str]:
    table: dict[str, str] = {}
    for (line,) in rows("organisations.tsv"):
        names = [fold(name) for name in line.split("|")]
        for name in names:
            table.setdefault(name, names[0])
    return MappingProxyType(table)


@cache
def long_names() -> tuple[str, ...]:
    """The names of the table, as written, that hold a small word or a comma within; longest first."""
    names = (name for (line,) in rows("organisations.tsv") for name in line.split("|"))
    return tuple(sorted((name for name in names if name.count(" ") > 2 and _INSIDE.search(name)), key=len, reverse=True))


@lru_cache(maxsize=4096)
def is_acronym(text: str) -> bool:
    """True for two to five capitals, with or without full stops, and for forms such as P&G."""
    return _ACRONYM.fullmatch(text.strip()[:20]) is not None


@lru_cache(maxsize=4096)
def is_known_organisation(text: str) -> bool:
    """True where the table holds the name, or it is a chamber of a parliament."""
    folded = fold(text).removeprefix("the ")
    return folded in _other_names() or folded in chambers() or folded in GENERIC


def is_organisation(text: str) -> bool:
    """True where the name is known, an acronym, or has a noun of an organisation in it."""
    return is_known_organisation(text) or is_acronym(text) or _has_head(text)


@lru_cache(maxsize=4096)
def _has_head(text: str) -> bool:
    return not HEADS.isdisjoint(fold(text).split())


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words that tell the organisation from others: sorted, in one spelling, company forms and small words gone."""
    folded = fold(text)
    folded = _CO.sub("co", _other_names().get(folded.removeprefix("the "), folded))
    kept = [part for word in folded.split() for part in _ABBREVIATED.get(word, word).split() if part not in SMALL]
    core = [word for word in kept if word not in _FORMS] or kept
    return tuple(sorted(_singular(_one_spelling(word)) for word in core))


def _singular(word: str) -> str:
    for pattern, by in _PLURAL:
        word = pattern.sub(by, word)
    return word


def _one_spelling(word: str) -> str:
    for pattern, by in _SPELLING:
        word = pattern.sub(by, word)
    return word


@lru_cache(maxsize=4096)
def canonical_organisation(text: str) -> str:
    """The name in use, folded, in American spelling; its words in the order written, company forms gone."""
    folded = fold(_WEB.sub("", text)).removeprefix("the ")
    folded = _CO.sub("co", _other_names().get(folded) or chamber_name(folded) or folded)
    kept = [word for word in folded.split() if word not in _FORMS] or folded.split()
    while len(kept) > 1 and kept[-1] in SMALL:
        kept.pop()
    return " ".join(word if word in SMALL else _one_spelling(word) for word in kept)


def spells(acronym: str, text: str) -> bool:
    """True where the letters are the initials of the words, small words counted or not."""
    letters = fold(acronym).replace(" ", "").replace("&", "")
    return len(letters) > 1 and letters in _initials(text)


@lru_cache(maxsize=4096)
def _initials(text: str) -> tuple[str, ...]:
    """The first letters of the words, without the small ones and with them; none of a single word."""
    words = fold(text).replace("&", " ").split()
    if len(words) < 2:
        return ()
    return "".join(word[0] for word in words if word not in SMALL), "".join(word[0] for word in words if word != "the")


def _is_country(word: str) -> bool:
    return word in DEMONYMS or word in ADJECTIVES or word in _WORDS_OF_UNIONS or is_place(word)


def _extends(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """One has every word of the other and, beside them, only the country: the (US) Justice Department."""
    short, full = sorted((a, b), key=len)
    if len(short) < 2 or len(short) == len(full):
        return False
    extra = list(full)
    for word in short:
        if word not in extra:
            return False
        extra.remove(word)
    return all(map(_is_country, extra))


def same_organisation(a: str, b: str) -> bool:
    """True where both name one organisation. Word order is free beside a noun of an organisation (Defence Ministry)."""
    if canonical_organisation(a) == canonical_organisation(b):
        return True
    if is_acronym(a) != is_acronym(b):
        acronym, full = (a, b) if is_acronym(a) else (b, a)
        return spells(acronym, full)
    if not (_has_head(a) or _has_head(b)):
        return False
    left, right = words_of(a), words_of(b)
    return left == right or _extends(left, right)
