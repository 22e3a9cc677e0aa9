"""Whether two phrases name the same speaker: yes, no, or not to be told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

from claimcheck.claims._lexicon.reporting import DETERMINERS, GENERIC_SPEAKERS, PRONOUNS, WEEKDAYS
from claimcheck.claims._lexicon.tokens import FUNCTION_WORDS, Token, tokenise

MAX_NAME_CHARS = 200
MIN_SPELLING_LIKENESS = 0.86
"""Jaro-Winkler similarity from which two surnames are spellings of one; chosen on the romanisations of
tests/claims/attribution (Zelensky / Zelenskyy, Syniehubov / Sinegubov), measured by the same tests."""

_TITLES = frozenset(
    """
    mr. mrs. ms. dr. mr mrs ms dr gov. sen. rep. gen. col. lt. sgt. capt. maj. prof. rev. adm. president vice prime minister
    governor mayor chancellor king queen prince princess pope senator general colonel major captain lieutenant sergeant chief
    director chairman chairwoman chair head deputy foreign defense defence interior finance spokesman spokeswoman spokesperson
    secretary state attorney judge justice ambassador commissioner professor sir lord lady premier congressman congresswoman
    representative kremlin pentagon white house officer sheriff police coach editor reporter
    """.split()
)
_ORGANISATIONS = frozenset(
    """
    ministry institute agency council party department university command forces force army navy police court union bank company
    inc corp ltd group committee commission office association federation service services bureau organization organisation
    house parliament senate congress board authority center centre hospital school team club network front press times post news
    guardian journal tribune herald reuters ap afp tv radio television channel tass interfax kremlin pentagon nato un u.n. eu
    u.s. us government administration duma republic states kingdom airlines airways industries foundation society cathedral
    church mosque synagogue temple lawyers
    """.split()
)
_NO_NAMES = _TITLES | _ORGANISATIONS | GENERIC_SPEAKERS | DETERMINERS
_PLACES = frozenset(
    "county city state street valley river north south east west town village bay island islands province region".split()
)
_PARTICLES = frozenset("von van de der den al bin da di el del la ibn ter".split())
_JOINTS = frozenset("of for on and the".split())
_AFTER_NAME = frozenset("of in from at who which whose on with as for and speaking jr. sr. the a".split())
_ARTICLES = frozenset(("the", "a", "an"))
_NAME_PART = re.compile(r"[A-Z\u00C0-\u024F][^\W\d_'’]*(?:['’\-][^\W\d_]+)*")


class Same(StrEnum):
    """Three-valued, because a role may or may not be filled by a name."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def plain(text: str) -> str:
    """A name in lower-case ASCII, cut to `MAX_NAME_CHARS`."""
    return anyascii(text[:MAX_NAME_CHARS]).lower()


def speaker_key(phrase: str, *, aliases: Mapping[str, str] | None = None) -> str:
    """The normalised speaker of a noun phrase: the name without titles where there is one, else the head noun with its adjectives.

    "Kremlin spokesman Dmitry Peskov" and "Dmitry Peskov, the Kremlin's spokesman," both give "dmitry peskov";
    A description keeps an article, so that it is never taken for a name: "its press office" gives "the press office".
    A pronoun gives "".
    """
    tokens = [token for token in tokenise(phrase[:MAX_NAME_CHARS]) if token.is_word]
    if not tokens or (len(tokens) == 1 and tokens[0].low in PRONOUNS):
        return ""
    return _alias(person_name(phrase) or _description(tokens), aliases)


def _alias(key: str, aliases: Mapping[str, str] | None) -> str:
    return plain(aliases[key]) if aliases and key in aliases else key


def person_name(phrase: str) -> str:
    """The personal name in a phrase ("dmitry peskov"), "" where there is none that can be told.

    The first run of capitals that is no body or place, of which nothing is said to be "of" or "for" it.
    """
    tokens = tokenise(phrase[:MAX_NAME_CHARS])
    for start, end in _capital_runs(tokens):
        if not _stands_alone(tokens, start, end):
            continue
        name = _without_titles(tokens[start:end])
        if name and len(name) <= 4 and not any(_bare(token) in _ORGANISATIONS | _PLACES for token in name):
            whole = len(name) >= 2 or end - start > 1 or _has_title(phrase)
            return plain(" ".join(token.text for token in name if len(token.text.rstrip(".")) > 1)) if whole else ""
    return ""


def _stands_alone(tokens: Sequence[Token], start: int, end: int) -> bool:
    """True for a run that is the speaker: not "for Mayor Bloomberg", not "Inland Valley lawmakers", not "the Ohio Democrat"."""
    if start and tokens[start - 1].low in ("for", "of", "in", "from", "at", "to", "near", "with"):
        return False
    if start and tokens[start - 1].low in _ARTICLES and not any(_bare(token) in _TITLES for token in tokens[start:end]):
        return False  # an article is put before a description or a body; before a person only with a title ("the Rev.")
    following = tokens[end].low if end < len(tokens) else ","
    return not following[0].isalpha() or following in _AFTER_NAME or following.endswith(("ed", "ing"))


def _bare(token: Token) -> str:
    return token.low.removesuffix("'s")


def _has_title(phrase: str) -> bool:
    return any(_bare(token) in _TITLES or _bare(token) in GENERIC_SPEAKERS for token in tokenise(phrase)) or "nicknam" in phrase


def _capital_runs(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Runs of capitalised words as half-open ranges; a body takes its "of the" and "for" with it, a possessive ends a run."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for at, token in enumerate(tokens):
        small = (
            start is not None
            and at + 1 < len(tokens)
            and (token.low in _PARTICLES or (token.low in _JOINTS and _is_body_run(tokens[start:at])))
        )
        capital = token.is_word and token.is_capital and token.low not in WEEKDAYS and not (at == 0 and token.low in DETERMINERS)
        possessive = token.low.endswith("'s")
        if capital and not possessive:
            start = at if start is None else start
        elif start is not None and not small:
            runs.append((start, at))
            start = None
        if possessive:
            start = None
    if start is not None:
        runs.append((start, len(tokens)))
    return [run for run in runs if not (run[1] < len(tokens) and tokens[run[1]].low.endswith("'s"))]


def _is_body_run(run: Sequence[Token]) -> bool:
    return any(_bare(token) in _ORGANISATIONS for token in run)


def _without_titles(run: Sequence[Token]) -> list[Token]:
    last_title = max((at for at, token in enumerate(run) if _bare(token) in _TITLES), default=-1)
    return [token for token in run[last_title + 1 :] if token.low not in ("jr.", "sr.", "jr", "sr")]


def _description(tokens: Sequence[Token]) -> str:
    kept = [token for token in tokens if token.low not in DETERMINERS]
    name = len(kept) == 1 and kept[0].is_capital
    return plain(("" if name else "the ") + " ".join(_bare(token) for token in kept))


def full_name(name: str, text: str) -> str:
    """A bare surname with the first name that `text` gives it ("dmitry peskov"), else as it is; lower-case ASCII."""
    if not name or " " in name.strip():
        return plain(name)
    for found in re.finditer(rf"\b{re.escape(name[:MAX_NAME_CHARS])}\b", text):
        before = _NAME_PART.findall(text[max(0, found.start() - 60) : found.start()].rsplit("\n", 1)[-1].rsplit(",", 1)[-1])
        direct = text[max(0, found.start() - 60) : found.start()].rstrip()
        first = before[-1] if before and direct.endswith(before[-1]) else ""
        if first and first.lower() not in _TITLES | _ORGANISATIONS | DETERMINERS | WEEKDAYS | FUNCTION_WORDS:
            return plain(f"{first} {name}")
    return plain(name)


def same_speaker(left: str, right: str) -> Same:
    """Whether two speaker keys mean one speaker. A role against a name, or a body against its people, is unknown."""
    if not left or not right:
        return Same.UNKNOWN
    if left == right:
        return Same.YES
    a, b = left.removeprefix("the ").split(), right.removeprefix("the ").split()
    if not a or not b:  # a key of "the" alone, from a noun phrase that was cut off
        return Same.UNKNOWN
    if _are_rivals(a, b):
        return Same.NO
    if _alike(a[-1], b[-1]) or set(a) <= set(b) or set(b) <= set(a):
        return Same.YES if len(a) < 2 or len(b) < 2 or _alike(a[0], b[0]) or a[0][0] == b[0][0] else Same.UNKNOWN
    if is_personal(left) and is_personal(right) and not any(_alike(x, y) for x in a for y in b):
        return Same.NO
    return Same.UNKNOWN


def _alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) >= 4 and JaroWinkler.similarity(a, b) >= MIN_SPELLING_LIKENESS)


def is_personal(key: str) -> bool:
    """True for a first name with a surname, as `person_name` and `full_name` give them."""
    parts = key.split()
    return 2 <= len(parts) <= 4 and _NO_NAMES.isdisjoint(parts)


def is_body(key: str) -> bool:
    """True for a speaker that "he" or "she" cannot mean: an institution, or several people."""
    parts = key.split()
    return bool(parts) and not is_personal(key) and (parts[-1].endswith("s") or not _ORGANISATIONS.isdisjoint(parts))


_RIVALS = (
    frozenset({"russian", "russia", "moscow", "kremlin"}),
    frozenset({"ukrainian", "ukraine", "kyiv", "kiev"}),
    frozenset({"israeli", "israel"}),
    frozenset({"palestinian", "hamas", "gaza"}),
    frozenset({"american", "washington", "pentagon"}),
    frozenset({"chinese", "china", "beijing"}),
    frozenset({"iranian", "iran", "tehran"}),
    frozenset({"syrian", "syria", "damascus"}),
    frozenset({"indian", "india", "delhi"}),
    frozenset({"pakistani", "pakistan", "islamabad"}),
    frozenset({"turkish", "turkey", "ankara"}),
    frozenset({"union", "unions", "strikers"}),
    frozenset({"company", "employer", "management"}),
    frozenset({"prosecutor", "prosecutors"}),
    frozenset({"defence", "defense", "defendant"}),
)
"""Sides of which one's word is never the other's."""


def _are_rivals(a: Sequence[str], b: Sequence[str]) -> bool:
    """True for short descriptions of two sides: "ukrainian officials" and "russian officials"."""
    if len(a) > 3 or len(b) > 3:
        return False
    sides = [{index for index, side in enumerate(_RIVALS) if not side.isdisjoint(parts)} for parts in (a, b)]
    return bool(sides[0] and sides[1]) and sides[0].isdisjoint(sides[1])
