"""Is it one person? Titles, initials, order, nicknames, generations, surnames alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from claimcheck.claims.name.arabic import same_arabic_family
from claimcheck.claims.name.chinese import same_chinese
from claimcheck.claims.name.given_names import head, is_given_name, same_arabic_name, same_given_name
from claimcheck.claims.name.spelling import MAX_CHARS, fold, romanise, same_token, without_articles
from claimcheck.claims.name.titles import GENERATIONS, HONORIFICS, MODIFIERS, PARTICLES, is_title

FAMILY_FIRST = frozenset(
    """kim lee park choi jung moon yoon kang cho lim han shin xi mao deng hu jiang zhu li wang zhang liu chen yang zhao huang
    zhou wu xu sun ma gao lin he guo luo tsai ma chiang abe kishida suga ishiba koizumi aso noda hatoyama fukuda nguyen tran
    pham hoang vo le orban szijjarto gyurcsany""".split()
)
"""Family names of languages that put them first; Western copy may turn them round."""

_KNOWN_JUNIORS = frozenset({"martin luther king", "robert downey", "cuba gooding", "sammy davis", "harry connick"})
"""Men whose generation suffix is left off without becoming their fathers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A personal name in parts. `tokens` is without titles and generation; `titles` is folded, in order."""

    tokens: tuple[str, ...]
    titles: tuple[str, ...]
    generation: str

    @property
    def surname(self) -> str:
        return self.tokens[-1] if self.tokens else ""


def _in_order(text: str) -> str:
    """The name in speaking order: of "Smith, John" "John Smith"; "John Smith, Jr." stays as it is."""
    last, comma, first = text[:MAX_CHARS].partition(",")
    if comma and first.strip() and fold(first) not in GENERATIONS and "," not in first:
        return f"{first} {last}"
    return text


def _tokens(text: str) -> list[str]:
    """Folded tokens; a hyphenated given name is one token, initials written together are apart."""
    spaced = text.replace("‐", "-").replace("‑", "-")
    tokens: list[str] = []
    for word in spaced.split():
        dotted = word.rstrip(",").split(".")
        if len(dotted) > 2 and all(len(part) <= 1 for part in dotted):
            tokens.extend(fold(part) for part in dotted if part)
        elif word[:3].lower() in ("al-", "el-", "as-", "ad-", "ez-", "an-", "at-", "ar-"):
            tokens.extend(fold(word).split())
        else:
            tokens.append(fold(word.replace("-", "")))
    return [token for token in tokens if token]


def _titles_end(tokens: list[str]) -> int:
    """How many leading tokens are titles with what qualifies them. A name always keeps its last token."""
    end = 0
    for at, token in enumerate(tokens[:-1]):
        if is_title(token):
            end = at + 1
    return end


def _join_particles(tokens: list[str]) -> tuple[str, ...]:
    """Surname particles dropped into the surname: ("ursula", "von der leyen")."""
    out: list[str] = []
    pending: list[str] = []
    for at, token in enumerate(tokens):
        if token in PARTICLES and at + 1 < len(tokens) and (at > 0 or not is_given_name(token)):
            pending.append(token)
            continue
        out.append(" ".join((*pending, token)))
        pending = []
    return (*out, *pending)


@lru_cache(maxsize=4096)
def parse(text: str) -> Person:
    """The parts of a personal name in any newsroom's form. Never raises; `tokens` is empty for empty text."""
    tokens = _tokens(_in_order(text))
    generation = GENERATIONS.get(tokens[-1], "") if len(tokens) > 1 else ""
    if generation:
        tokens = tokens[:-1]
    end = _titles_end(tokens)
    while end < len(tokens) - 1 and end and tokens[end] in MODIFIERS and not is_given_name(tokens[end]):
        end += 1
    names = without_articles(tuple(tokens[end:]))
    return Person(tokens=_join_particles(list(names)), titles=tuple(tokens[:end]), generation=generation)


def canonical_person(text: str) -> str:
    """The name folded and in one romanisation, titles gone, the given name by the head of its group."""
    person = parse(text)
    if len(person.tokens) < 2:
        return " ".join(romanise_all(person.tokens))
    first, *rest = person.tokens
    suffix = (person.generation,) if person.generation else ()
    middle_free = [token for token in rest[:-1] if len(token) > 1] + rest[-1:]
    return " ".join((romanise(head(first)), *romanise_all(tuple(middle_free)), *suffix))


def romanise_all(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The strict key of each token; of a surname with particles, of each of its words."""
    return tuple(" ".join(map(romanise, token.split())) for token in tokens)


@lru_cache(maxsize=4096)
def _same_surname(a: str, b: str) -> bool:
    left = [word for word in a.split() if word not in PARTICLES] or a.split()
    right = [word for word in b.split() if word not in PARTICLES] or b.split()
    if len(left) != len(right):
        return False
    return all(same_token(x, y) or same_arabic_name(x, y) or same_arabic_family(x, y) for x, y in zip(left, right, strict=True))


def _same_given(a: str, b: str) -> bool:
    if " " in a and a.count(" ") == b.count(" "):  # "Abu Mohammed", "Abu Mohammad"
        return all(_same_given(x, y) for x, y in zip(a.split(), b.split(), strict=True))
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    return same_given_name(a, b) or (not _both_known(a, b) and same_token(a, b)) or romanise(a) == romanise(b)


def _both_known(a: str, b: str) -> bool:
    return is_given_name(a) and is_given_name(b)


def _same_middles(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Middle names contradict each other only where both are given and the counts or letters differ."""
    if not a or not b:
        return True
    return len(a) == len(b) and all(_same_given(x, y) for x, y in zip(a, b, strict=True))


def _same_generation(a: Person, b: Person) -> bool:
    """A suffix on one side tells father from son, unless that side is the formal style of the whole name."""
    if a.generation == b.generation:
        return True
    if a.generation and b.generation:
        return False
    formal, plain = (a, b) if a.generation else (b, a)
    if " ".join(plain.tokens) in _KNOWN_JUNIORS or len(plain.tokens) == 1:
        return True
    return len(formal.tokens) > len(plain.tokens) and formal.tokens[0] != plain.tokens[0]


def _one_is_surname(a: Person, b: Person) -> bool:
    """One side gives one name only: it must be the other's surname, or the first word of a family-first name."""
    short, full = (a, b) if len(a.tokens) == 1 else (b, a)
    word = short.tokens[0]
    if _same_surname(word, full.surname):
        return True
    if full.tokens[0] == word and word in FAMILY_FIRST:
        return True
    return " " in full.surname and same_token(word, full.surname.split()[-1])


def _turned(a: Person, b: Person) -> bool:
    """Family name first in one and last in the other, where the language allows it."""
    if len(a.tokens) != len(b.tokens) or FAMILY_FIRST.isdisjoint(a.tokens):
        return False
    return (*a.tokens[1:], a.tokens[0]) == b.tokens or (*b.tokens[1:], b.tokens[0]) == a.tokens


def _tail(a: Person, b: Person) -> bool:
    """One is the end of the other: López Obrador, Andrés Manuel López Obrador."""
    short, full = sorted((a, b), key=lambda person: len(person.tokens))
    size = len(short.tokens)
    if size < 2 or is_given_name(short.tokens[0]):
        return False
    return all(same_token(x, y) for x, y in zip(short.tokens, full.tokens[-size:], strict=True))


def same_person(a: str, b: str) -> bool:
    """True where both can name one person."""
    left, right = parse(a), parse(b)
    if not left.tokens or not right.tokens:
        return False
    if not _same_generation(left, right) or _titles_differ(left, right):
        return False
    if _joined(a) == _joined(b) or _turned(left, right) or same_chinese(_hyphened(a), _hyphened(b)):
        return True
    if len(left.tokens) == 1 or len(right.tokens) == 1:
        return _one_is_surname(left, right)
    if not _same_surname(left.surname, right.surname):
        return False
    if _tail(left, right):
        return True
    return _same_given(left.tokens[0], right.tokens[0]) and _same_middles(left.tokens[1:-1], right.tokens[1:-1])


def _titles_differ(a: Person, b: Person) -> bool:
    """Mr. Smith is not Mrs. Smith."""
    if not a.titles or not b.titles:
        return False
    male = {"mr", "sir", "lord", "king", "prince", "herr"}
    female = {"mrs", "ms", "miss", "lady", "dame", "queen", "princess", "frau"}
    left, right = {*a.titles} & HONORIFICS, {*b.titles} & HONORIFICS
    return bool((left & male and right & female) or (left & female and right & male))


@lru_cache(maxsize=4096)
def _joined(text: str) -> str:
    return romanise("".join(parse(text).tokens).replace(" ", "").replace("eu", "u"))


@lru_cache(maxsize=4096)
def _hyphened(text: str) -> str:
    return "-".join(fold(part) for part in text[:MAX_CHARS].split("-"))
