"""Every name of an article as a claim, with what only the whole article can tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.claims.name.find import Found, names_in
from claimcheck.claims.name.parliaments import GENERIC, chamber_of, chambers, country_of
from claimcheck.claims.name.people import parse, romanise_all
from claimcheck.claims.name.spelling import fold
from claimcheck.claims.name.value import NameValue
from claimcheck.claims.name.vocabulary import is_title_case, runs_of, vocabulary_of
from claimcheck.model import Claim, Context, Sentence, Span

KIND = "name"
_ASSEMBLY = r"(?:upper house|lower house|upper chamber|lower chamber|parliament|legislature|lawmakers|senate)"
_COUNTRY_FIRST = re.compile(rf"\b([A-Z][\w-]{{2,30}}(?: [A-Z][\w-]{{2,30}})?)(?:[’']s)? (?:\w{{1,20}} )?{_ASSEMBLY}\b")
_COUNTRY_LAST = re.compile(rf"\b{_ASSEMBLY} (?:of|in) (?:the )?([A-Z][\w-]{{2,30}}(?: [A-Z][\w-]{{2,30}})?)")
_MAX_KNOWN = 500
"""Of an article with more names only the longest are looked for in its headline."""
_BACK = 3
"""How many sentences before "the lower house" may say whose it is; else the article's commonest parliament counts."""


def extract(sentences: Sequence[Sentence], context: Context) -> tuple[Claim[NameValue], ...]:
    """The names of all sentences of one article, in order of their spans.

    A surname alone takes the canonical form of the one person of that surname in the article; "the lower
    house" that of the chamber of the country whose parliament the article speaks of. A Title Case
    headline yields only names that the body has.
    """
    runs = runs_of(sentences)
    styled = [is_title_case(sentence) for sentence in sentences]
    vocabulary = vocabulary_of(sentences, runs, styled)
    names = [names_in(sentence.text, found, vocabulary, context.aliases) for sentence, found in zip(sentences, runs, strict=True)]
    resolved = _with_chambers(sentences, _with_surnames(_with_headlines(sentences, names, styled)))
    return tuple(_claim(sentence, name) for sentence, found in zip(sentences, resolved, strict=True) for name in found)


def _with_headlines(sentences: Sequence[Sentence], names: list[list[Found]], styled: Sequence[bool]) -> list[list[Found]]:
    """In sentences whose capitals tell nothing, only what the other sentences name."""
    if not any(styled):
        return names
    body = {name.value.text: name.value for found, style in zip(names, styled, strict=True) if not style for name in found}
    longest = sorted(body, key=lambda text: (-len(text), text))[:_MAX_KNOWN]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)") if longest else None

    def again(text: str) -> list[Found]:
        matches = pattern.finditer(text) if pattern else ()
        return [Found(start=match.start(), end=match.end(), value=body[match.group()]) for match in matches]

    return [again(sentence.text) if style else found for sentence, found, style in zip(sentences, names, styled, strict=True)]


def _claim(sentence: Sentence, name: Found) -> Claim[NameValue]:
    span = Span(name.start, name.end).shifted(sentence.span.start)
    return Claim(kind=KIND, sentence=sentence, span=span, value=name.value, key=name.value.canonical)


def _surnames(names: list[list[Found]]) -> dict[str, str]:
    """Romanised surname to the canonical form of its one bearer in the article."""
    bearers: dict[str, set[str]] = {}
    for found in names:
        for name in found:
            tokens = parse(name.value.text).tokens if name.value.type == "person" else ()
            if len(tokens) > 1:
                bearers.setdefault(romanise_all(tokens)[-1], set()).add(name.value.canonical)
    return {surname: next(iter(people)) for surname, people in bearers.items() if len(people) == 1}


def _with_surnames(names: list[list[Found]]) -> list[list[Found]]:
    bearers = _surnames(names)
    return [[_bearer(name, bearers) for name in found] for found in names] if bearers else names


def _bearer(name: Found, bearers: dict[str, str]) -> Found:
    if name.value.type == "organisation" or " " in name.value.text:
        return name
    full = bearers.get(romanise_all((fold(name.value.text),))[0])
    return replace(name, value=replace(name.value, type="person", canonical=full)) if full else name


def _countries_told(text: str, found: list[Found]) -> list[str]:
    """The countries whose parliament a sentence speaks of, in its order of mention."""
    told = [country_of(match.group(1)) or country_of(match.group(1).split()[-1]) for match in _COUNTRY_FIRST.finditer(text)]
    told += [country_of(match.group(1)) for match in _COUNTRY_LAST.finditer(text)]
    for name in found:
        chamber = chambers().get(name.value.canonical)
        if chamber is not None and len(chamber.countries) == 1:
            told.append(chamber.countries[0])
    return [country for country in told if country]


def _with_chambers(sentences: Sequence[Sentence], names: list[list[Found]]) -> list[list[Found]]:
    if not any(name.value.canonical in GENERIC for found in names for name in found):
        return names
    told = [_countries_told(sentence.text, found) for sentence, found in zip(sentences, names, strict=True)]
    common = Counter(country for countries in told for country in countries).most_common(1)
    resolved = []
    for at, found in enumerate(names):
        near = next((told[back][0] for back in range(at, max(-1, at - _BACK - 1), -1) if told[back]), "")
        country = near or (common[0][0] if common else "")
        resolved.append([_chamber(name, country) for name in found])
    return resolved


def _chamber(name: Found, country: str) -> Found:
    level = GENERIC.get(name.value.canonical)
    proper = chamber_of(country, level) if level and country else ""
    if not proper:
        return name
    return replace(name, value=replace(name.value, canonical=fold(proper)))
