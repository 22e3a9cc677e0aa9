"""Names of an article: runs of capitals, read with what the article tells of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.claims.name.demonyms import ADJECTIVES
from claimcheck.claims.name.given_names import is_first_name, is_given_name
from claimcheck.claims.name.openers import ATTRIBUTIVES, CALENDAR, LOWER_CASE_PLACES, OPENERS
from claimcheck.claims.name.organisations import HEADS, is_acronym, is_known_organisation
from claimcheck.claims.name.parliaments import GENERIC
from claimcheck.claims.name.places import countries, is_place
from claimcheck.claims.name.roles import role_after, role_before
from claimcheck.claims.name.runs import Run
from claimcheck.claims.name.same import canonical, desk_spelling, type_of
from claimcheck.claims.name.spelling import fold
from claimcheck.claims.name.titles import GENERATIONS, MODIFIERS, OFFICES, is_title
from claimcheck.claims.name.value import NameType, NameValue
from claimcheck.claims.name.vocabulary import Vocabulary

_LOWER_CASE = re.compile(rf"(?<![\w@./-])(?:{'|'.join(LOWER_CASE_PLACES)})(?![\w@/]|\.\w)")
_OF_OFFICE = re.compile(r"(?:Secretary|Minister|Department|Director|Under ?[Ss]ecretary) (?:of|for) (?:the )?$")
_DETERMINERS = frozenset("the a an i his her their our its this that".split())
_MONTH_NAMES = frozenset({"may", "april", "june", "august"})
"""Months that are names of people too (Theresa May)."""
_SAID = re.compile(r"[’'”\"]?,? (?:said|says|told|added|warned|wrote|tweeted|announced|insisted|testified)\b|, (?:aged )?\d{1,2},")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name within one sentence; offsets into the sentence."""

    start: int
    end: int
    value: NameValue


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    start: int
    end: int
    folded: str


def _known(text: str) -> bool:
    return is_place(text) or is_known_organisation(text) or is_given_name(fold(text))


def _is_name_word(token: _Token, text: str, vocabulary: Vocabulary) -> bool:
    """Does the first word of a sentence carry its capital as a name?"""
    if token.folded in vocabulary.proper:
        return token.folded not in vocabulary.small or not token.folded.isalpha()
    written = text[token.start : token.end]
    if token.folded in vocabulary.small:
        return False
    return _known(written) or is_acronym(written)


def _tokens(run: Run, text: str) -> list[_Token]:
    tokens = []
    for start, end in run.words:
        stem, hyphen, tail = text[start:end].rpartition("-")
        stop = start + len(stem) if hyphen and tail in ATTRIBUTIVES else end
        tokens.append(_Token(start=start, end=stop, folded=fold(text[start:stop])))
    return tokens


def _pieces(tokens: list[_Token], text: str) -> Iterator[list[_Token]]:
    """Split at days, months and attributive hyphens."""
    piece: list[_Token] = []
    for at, token in enumerate(tokens):
        is_surname = token.folded in _MONTH_NAMES and bool(piece) and is_given_name(piece[-1].folded)
        if token.folded in CALENDAR and not is_surname and not _is_jan(token, tokens[at + 1 : at + 2], text):
            yield piece
            piece = []
            continue
        piece.append(token)
        if text[token.end : token.end + 1] == "-":
            yield piece
            piece = []
    yield piece


def _is_jan(token: _Token, following: list[_Token], text: str) -> bool:
    """“Jan Novak”: no month, which would have a full stop, a day behind it, or "in" before it."""
    if token.folded != "jan" or not following or following[0].folded in CALENDAR:
        return False
    before = text[max(0, token.start - _BEFORE_CHARS) : token.start].rpartition(" ")[0].rpartition(" ")[2].lower()
    return text[token.end : following[0].start] == " " and before not in _BEFORE_A_MONTH


_BEFORE_CHARS = 12
_BEFORE_A_MONTH = frozenset(("in", "on", "of", "since", "until", "by", "last", "next", "from", "to", "this"))


def _without_opener(tokens: list[_Token], text: str, vocabulary: Vocabulary, *, opens: bool) -> list[_Token]:
    """Drop articles, and the first word where only the sentence's start gives it a capital."""
    while tokens and (tokens[0].folded in _DETERMINERS or (opens and tokens[0].folded in OPENERS)):
        tokens, opens = tokens[1:], False
    if not tokens or not opens:
        return tokens
    if len(tokens) == 1:
        return tokens if tokens[0].folded in GENERIC or _is_name_word(tokens[0], text, vocabulary) else []
    return tokens if _keeps_opener(tokens, text, vocabulary) else tokens[1:]


def _keeps_opener(tokens: list[_Token], text: str, vocabulary: Vocabulary) -> bool:
    """Does the first of several capitalised words at a sentence's start belong to the name?"""
    first = tokens[0]
    if first.folded in vocabulary.proper or _is_descriptive(first) or _known(text[first.start : first.end]):
        return True
    if len(tokens) > 2 and is_first_name(tokens[1].folded):
        return False
    return first.folded not in vocabulary.small


def _is_descriptive(token: _Token) -> bool:
    """A word that qualifies a name: title, nationality, portfolio, noun of an organisation."""
    return is_title(token.folded) or token.folded in ADJECTIVES or token.folded in MODIFIERS or token.folded in HEADS


def _title_end(tokens: list[_Token]) -> int:
    """How many leading tokens are a title with what qualifies it; 0 where the piece has no title before a name."""
    end = 0
    for at, token in enumerate(tokens[:-1]):
        if is_title(token.folded):
            end = at + 1
        elif token.folded in HEADS:
            end = 0
    while 0 < end < len(tokens) - 1 and tokens[end].folded in MODIFIERS and not is_given_name(tokens[end].folded):
        end += 1
    return end


def _is_addressed(tokens: list[_Token], text: str) -> bool:
    """A title before any word makes a person of it (Sgt. Randy Force, Mrs. Church): with a full stop, or before a given name."""
    if len(tokens) < 2 or not is_title(tokens[0].folded):
        return False
    return text[tokens[0].end - 1] == "." or (len(tokens) > 2 and is_first_name(tokens[1].folded))


def _body(tokens: list[_Token]) -> list[_Token]:
    """The body or place before a title: "Kharkiv" of "Kharkiv Governor Oleh Syniehubov"."""
    for at, token in enumerate(tokens):
        if is_title(token.folded) or token.folded in MODIFIERS or token.folded in ADJECTIVES:
            return tokens[:at]
    return tokens


def _is_bare_description(tokens: list[_Token]) -> bool:
    return all((_is_descriptive(token) and token.folded not in HEADS) or token.folded in GENERATIONS for token in tokens)


@lru_cache(maxsize=4096)
def _is_whole(name: str) -> bool:
    """True where the tables hold the very words, so that no title is looked for in them."""
    return is_known_organisation(name) or is_place(name)


@lru_cache(maxsize=4096)
def _typed(name: str) -> NameType:
    tokens = fold(name).split()
    if not is_known_organisation(name) and tokens and (tokens[0] in HEADS or tokens[-1] in HEADS):
        return "place" if is_place(name) else "organisation"
    return type_of(name)


_KIND_OF_BODY = re.compile(
    r"\b(?:group|charity|organi[sz]ation|watchdog|party|company|firm|coalition|think tank|nonprofit|club|movement) \Z"
)
_SURNAMES = frozenset("jordan israel ireland georgia chad france benin cuba mali holland england wales".split())
"""Countries that are surnames too."""


def _is_body_of(text: str, tokens: list[_Token]) -> bool:
    """True for "the charity Open Hand", for "the Old Mill Trust said", and for a name that ends in a country: Mercy Albania."""
    last = tokens[-1].folded
    if len(tokens) > 1 and last in countries() and last not in _SURNAMES and not is_given_name(tokens[0].folded):
        return True
    start = tokens[0].start
    if len(tokens) > 2 and text[max(0, start - 4) : start].lower() == "the " and _SAID.match(text, tokens[-1].end):
        return True
    return _KIND_OF_BODY.search(text, max(0, start - 16), start) is not None


def _value(text: str, tokens: list[_Token], titles: tuple[str, ...], role: str, aliases: Mapping[str, str]) -> NameValue:
    start, end = tokens[0].start, tokens[-1].end
    name = text[start:end]
    desk = desk_spelling(name, aliases)
    personal = bool(titles) and not is_known_organisation(name)
    name_type: NameType = "person" if personal else _typed(desk)
    if not personal and name_type in ("other", "person") and _is_body_of(text, tokens):
        name_type = "organisation"
    if name_type == "other":
        before, after = role_before(text, start), role_after(text, end)
        role = role or before or after
        if role or (len(tokens) > 1 and _SAID.match(text, end) and not name.isupper()):
            name_type = "person"
    elif name_type == "person":
        role = role or role_before(text, start) or role_after(text, end)
    return NameValue(text=name, type=name_type, canonical=canonical(desk, name_type), titles=titles, role=role)


def _read(tokens: list[_Token], text: str, aliases: Mapping[str, str]) -> Iterator[Found]:
    if tokens and _OF_OFFICE.search(text, max(0, tokens[0].start - 40), tokens[0].start) and len(tokens) > 1:
        while len(tokens) > 1 and tokens[0].folded in MODIFIERS:
            tokens = tokens[1:]
    if not tokens:
        return
    whole = text[tokens[0].start : tokens[-1].end]
    if _is_whole(whole):
        yield _found(text, tokens, (), "", aliases)
        return
    end = 0 if tokens[-1].folded in HEADS and not _is_addressed(tokens, text) else _title_end(tokens)
    if end:
        yield from _titled(tokens, end, text, aliases)
    elif not _is_bare_description(tokens):
        kept = tokens
        while kept[0].folded in ADJECTIVES and tokens[-1].folded not in HEADS and len(kept) > 1:
            kept = kept[1:]
        while len(kept) > 1 and kept[-1].folded in OFFICES:
            kept = kept[:-1]
        yield _found(text, kept, (), "", aliases)


def _titled(tokens: list[_Token], end: int, text: str, aliases: Mapping[str, str]) -> Iterator[Found]:
    body = _body(tokens[:end])
    if body and not _is_bare_description(body):
        yield _found(text, body, (), "", aliases)
    titles = tuple(token.folded for token in tokens[len(body) : end])
    role = text[tokens[0].start : tokens[end - 1].end]
    if role and any(token.folded in OFFICES for token in tokens[:end]):
        before = re.search(r"([\w’-]{2,40})[’']s $", text[max(0, tokens[0].start - 44) : tokens[0].start])
        role = f"{before.group(1)} {role}" if before else role
    else:
        role = ""
    yield _found(text, tokens[end:], titles, role, aliases)


def _found(text: str, tokens: list[_Token], titles: tuple[str, ...], role: str, aliases: Mapping[str, str]) -> Found:
    return Found(start=tokens[0].start, end=tokens[-1].end, value=_value(text, tokens, titles, role, aliases))


def names_in(text: str, runs: Sequence[Run], vocabulary: Vocabulary, aliases: Mapping[str, str]) -> list[Found]:
    """The names of one sentence in order of their offsets."""
    found: list[Found] = []
    for run in runs:
        tokens = _without_opener(_tokens(run, text), text, vocabulary, opens=run.first)
        for piece in _pieces(tokens, text):
            found.extend(name for name in _read(piece, text, aliases) if len(name.value.text) > 1 and name.value.canonical)
    for match in _LOWER_CASE.finditer(text):
        desk = desk_spelling(match.group(), aliases)
        value = NameValue(text=match.group(), type="place", canonical=canonical(desk, "place"))
        found.append(Found(start=match.start(), end=match.end(), value=value))
    found.sort(key=lambda name: name.start)
    return found
