"""Sentences to quantity claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.claims.quantity import counted as counting
from claimcheck.claims.quantity import hedges, special
from claimcheck.claims.quantity.added import beside
from claimcheck.claims.quantity.bare import in_table, no_figure
from claimcheck.claims.quantity.exchange import as_rate
from claimcheck.claims.quantity.keys import key_of
from claimcheck.claims.quantity.lexicon import PERSONS, STOP
from claimcheck.claims.quantity.numerals import GLYPHS, ORDINAL_WORDS, PLURAL_SCALES, SMALL
from claimcheck.claims.quantity.ranges import Stretch, direction, read_span
from claimcheck.claims.quantity.special import Special
from claimcheck.claims.quantity.things import aged, bare_rupees, with_thing
from claimcheck.claims.quantity.tokens import Tokens, tokenise
from claimcheck.claims.quantity.traps import counts_after, is_trap
from claimcheck.claims.quantity.value import Hedge, Kind, Quantity
from claimcheck.model import Claim, Context, Sentence, Span

KIND = "quantity"

_STARTERS = frozenset(SMALL) | frozenset(PLURAL_SCALES) | frozenset(ORDINAL_WORDS) | frozenset(GLYPHS) | frozenset(special.FOLDS)
_NOTE = re.compile(r"(?<=[\w.,;:%)”\"’])(?:\[(?:\d{1,3}|[a-z]|(?i:note) \d{1,3}|(?i:citation needed))\])+")
"""The mark of a note behind a word or figure: "5[3] people"."""
_STARTERS |= frozenset(("a", "an", "half", "tens", "few", "no", "none", "nobody", "neither", "several"))
MAX_FIGURES = 60
MAX_FIGURES_ARTICLE = 1_000
"""The figures of one sentence, and of one article, that are read. One with more is a table, and each is held against each: what
is left out, the reading says. Set by judgement: of 139 real articles the fullest has 27 figures, and seven in a sentence."""
_DECIMAL_COMMA = frozenset("de fr es it pt nl ru uk pl tr da sv nb no fi cs el id".split())


@dataclass(frozen=True, slots=True)
class _Found:
    """A quantity over the tokens `first` to `last` (exclusive); `after` is where reading goes on."""

    first: int
    last: int
    after: int
    value: Quantity | None


def extract(sentences: Sequence[Sentence], context: Context) -> tuple[Claim[Quantity], ...]:
    """The quantity claims of the sentences of one article, in the order of their spans.

    Years, dates, clock times, and numbers that name a thing ("T-72", "Article 5") are no quantities. Of a sentence the first
    `MAX_FIGURES` are read, of the article the first `MAX_FIGURES_ARTICLE`.
    """
    del context
    claims: list[Claim[Quantity]] = []
    for sentence in sentences:
        for claim in _of_sentence(sentence):
            claims.append(beside(claim, claims))
        if len(claims) >= MAX_FIGURES_ARTICLE:
            break
    return tuple(claims[:MAX_FIGURES_ARTICLE])


def _of_sentence(sentence: Sentence) -> Iterator[Claim[Quantity]]:
    text = sentence.text
    decimal_comma = sentence.article.language in _DECIMAL_COMMA
    offset = sentence.span.start
    for start, end, value in read(text, decimal_comma=decimal_comma, most=MAX_FIGURES):
        yield Claim(kind=KIND, sentence=sentence, span=Span(offset + start, offset + end), value=value, key=key_of(value))


def read(text: str, *, decimal_comma: bool = False, most: int | None = None) -> tuple[tuple[int, int, Quantity], ...]:
    """The quantities of a text with their offsets in it (start, end), in order; of more than `most` the first."""
    tokens = tokenise(_NOTE.sub(lambda note: " " * len(note[0]), text))
    found: list[_Found] = []
    i, floor, size = 0, 0, len(tokens)
    numeric, words = tokens.numeric, tokens.words
    while i < size and (most is None or len(found) < most):
        if not numeric[i] and words[i] not in _STARTERS:
            i += 1
            continue
        hit = _read_at(tokens, i, floor, decimal_comma=decimal_comma)
        if hit is None:
            i += 1
            continue
        if hit.value is not None:
            if found and found[-1].last > hit.first:
                found[-1] = replace(found[-1], last=hit.first)
            after_change = found and found[-1].value is not None and found[-1].value.former
            found.append(replace(hit, value=_changed_to(tokens, found[-1], hit)) if after_change else hit)
            floor = hit.last
        i = max(hit.after, i + 1)
    return tuple(
        (tokens.starts[hit.first], tokens.ends[hit.last - 1], value) for hit, value in zip(found, _resolved(found), strict=True)
    )


_CHANGED_TO_REACH = 3


def _changed_to(tokens: Tokens, left_behind: _Found, hit: _Found) -> Quantity | None:
    """The value with the unit or state of the one that a change left behind: "from 208 pounds to 193", "from 12 dead to 15"."""
    before, value = left_behind.value, hit.value
    if before is None or value is None or value.unit or value.kind != "count":
        return value
    if tokens.word(hit.first - 1) != "to" or hit.first - left_behind.last > _CHANGED_TO_REACH:
        return value
    if before.unit and not value.counted:
        return replace(value, unit=before.unit, kind=before.kind, elliptic=True)
    if before.state and not value.state and value.counted in ("", before.counted):
        return replace(value, state=before.state, counted=before.counted)
    return value


def _read_at(tokens: Tokens, i: int, floor: int, *, decimal_comma: bool) -> _Found | None:
    if in_table(tokens, i):
        return None
    form = special.read_special(tokens, i)
    if form is not None:
        return _special(tokens, form, floor)
    decade = _decade(tokens, i)
    if decade is not None:
        return decade
    stretch = read_span(tokens, i, decimal_comma=decimal_comma)
    if stretch is None:
        return _Found(i, i, i + 1 + _suffixed(tokens, i), None) if tokens.numeric[i] else None
    if is_trap(tokens, stretch.low) or no_figure(tokens, stretch):
        return _Found(i, i, _past_trap(tokens, stretch), None)
    return _plain(tokens, stretch, floor)


def _suffixed(tokens: Tokens, i: int) -> int:
    """How many tokens touch the number at `i`: the rest of a name such as "9M38"."""
    k = i + 1
    while tokens.tight(k) and tokens.words[k].isalnum() and k < i + 6:
        k += 1
    return k - i - 1


def _past_trap(tokens: Tokens, stretch: Stretch) -> int:
    """Past a trap and what it is joined to ("Sept. 3 to 5", "1-800-555-0199", "10:46:08")."""
    k = stretch.last
    if tokens.word(k) in ("and", "or", "to", "&") and tokens.is_number(k + 1) and _numbered_too(tokens, k + 2):
        k += 2
    for _ in range(6):
        if tokens.word(k) in ("-", "–", ":", "/", ".") and tokens.tight(k) and tokens.is_number(k + 1) and tokens.tight(k + 1):
            k += 2
        elif tokens.tight(k) and tokens.word(k).isalnum():
            k += 1
        else:
            break
    return k


def _numbered_too(tokens: Tokens, j: int) -> bool:
    """True where a number that ends before token `j` counts nothing: "338" of "Resolutions 242 and 338 were cited"."""
    word = tokens.word(j)
    if word.isalpha() and (tokens.tight(j) or counts_after(tokens, j)):
        return False
    return word in (".", ",", ";", ")") or word in STOP or word.endswith("ed")


def _special(tokens: Tokens, form: Special, floor: int) -> _Found:
    if form.skip:
        return _Found(form.first, form.last, form.last, None)
    hedged = hedges.find(tokens, form.first, form.last)
    low, high = (
        (form.low, form.high) if form.kind == "score" and not form.unit else hedges.bounds(hedged.hedge, form.low, form.high)
    )
    hedge: Hedge = "vague" if form.vague and hedged.hedge == "exactly" else hedged.hedge
    value = Quantity(low=low, high=high, unit=form.unit, hedge=hedge, kind=form.kind, counted=form.counted, state=form.state)
    if form.kind == "fraction":
        value = with_thing(tokens, value, counting.noun_phrase(tokens, form.last), form.first, floor)
    return _Found(form.first, form.last, form.last, value)


def _decade(tokens: Tokens, i: int) -> _Found | None:
    """“in his 40s” is an age from 40 to 49; "the 1990s" and "the 90s" are dates."""
    if not (tokens.numeric[i] and tokens.word(i + 1) in ("s", "'s") and tokens.tight(i + 1)):
        return None
    word = tokens.words[i]
    owner = tokens.word(i - 1) if tokens.word(i - 1) not in ("early", "mid", "late", "-") else tokens.word(i - 2)
    owner = tokens.word(i - 3) if owner in ("early", "mid", "late") else owner
    if len(word) == 2 and word[1] == "0" and owner in ("his", "her", "their", "my", "our", "its"):
        value = Quantity(low=float(word), high=float(word) + 9, unit="year", hedge="vague", kind="age", counted="person")
        return _Found(i, i + 2, i + 2, value)
    return _Found(i, i, i + 2, None)


_LASTING = frozenset(("hour", "day", "week", "month", "year", "decade"))


def _plain(tokens: Tokens, stretch: Stretch, floor: int) -> _Found:
    amount = stretch.low
    lead = (
        stretch.first - 1
        if tokens.word(stretch.first - 1) in ("between", "from", "of") and stretch.low is not stretch.high
        else stretch.first
    )
    hedged = hedges.find(tokens, lead, stretch.last, duration=amount.kind in ("duration", "age"))
    hedge = hedged.hedge
    if hedge == "exactly" and amount.numeral.approximate:
        hedge = "about"
    elif hedge == "exactly" and amount.numeral.vague:
        hedge = "vague"
    elif hedge == "exactly" and stretch.low is not stretch.high:
        hedge = hedges.RANGE_HEDGE
    low, high = hedges.bounds(hedge, amount.low, stretch.high.high)
    kind: Kind = "range" if amount.kind == "count" and stretch.low is not stretch.high else amount.kind
    value = Quantity(
        low=low,
        high=high,
        unit=amount.unit,
        hedge=hedge,
        kind=kind,
        former=stretch.former,
        direction=direction(tokens, min(hedged.first, stretch.first), stretch.last),
    )
    thing = counting.noun_phrase(tokens, hedged.last)
    if not thing.noun and not value.unit and bare_rupees(tokens, stretch):
        value = replace(value, unit="INR", kind="money")  # bare lakh and crore are rupees in Indian copy
    if thing.noun in _LASTING and not value.unit and value.kind in ("count", "range"):
        value = replace(value, unit=thing.noun, kind="duration")  # "106 non-consecutive weeks"
        thing = replace(thing, noun="", scope=())
    value = with_thing(tokens, aged(tokens, value, stretch), thing, hedged.first, floor)
    value = as_rate(tokens, min(hedged.first, stretch.first), stretch.last, value)
    if amount.numeral.indefinite and not (value.state or value.counted in PERSONS):
        return _Found(stretch.first, stretch.first, stretch.last, None)  # "several reasons" is no figure of news
    names_thing = value.kind in ("count", "range") and not amount.unit and "of" not in tokens.words[hedged.last : thing.last]
    last = thing.last if names_thing and thing.noun and value.kind != "age" else max(stretch.last, hedged.last)
    return _Found(stretch.first, last, max(stretch.last, hedged.last), value)


_OF_PEOPLE = frozenset(
    ("killed", "injured", "killed or injured", "missing", "arrested", "rescued", "displaced", "trapped", "abducted", "in hospital")
)


def _resolved(found: list[_Found]) -> list[Quantity]:
    """The values in order, those without a noun with that of the last one that had one ("killing 3 people and wounding 12")."""
    values: list[Quantity] = []
    noun = ""
    for hit in found:
        value = hit.value
        if value is None:
            continue
        if value.kind in ("count", "range"):
            if value.elliptic and not value.counted:
                suffering = value.state in _OF_PEOPLE and noun not in PERSONS
                value = replace(value, counted="person" if suffering else noun or ("person" if value.state else ""))
            elif value.counted:
                noun = value.counted
        values.append(value)
    return values
