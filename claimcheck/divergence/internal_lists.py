"""Parts against their total: "three killed: two men, a woman and a child", "five people, four of them men and two women"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from claimcheck.claims.quantity.casualties import PEOPLE
from claimcheck.claims.quantity.keys import key_of
from claimcheck.claims.quantity.lexicon import STATE_NOUNS, singular
from claimcheck.claims.quantity.value import Quantity, number
from claimcheck.divergence.internal_copy import Clash, Copy
from claimcheck.model import Claim, Sentence, Span

_OPENING = re.compile(r"\s?(?::|[—–]|--|\s-(?=\s)|\(|,)\s?")
_END = re.compile(r"[.;!?]?[”\"]?\s*$")
_CLOSING = {":": _END, "(": re.compile(r"\)"), ",": re.compile(r", (?:were|was|have|had|are|died|lost)\b")}
_DASH_CLOSING = re.compile(r"[.;!?]?[”\"]?\s*$|\s?[—–]|\s--|\s-\s")
_THEY = re.compile(
    r"(?:They|(?:The|All)(?: \w{2,12})? (?:victims|dead|killed|wounded|injured|missing|hostages|fatalities)) (?:were|are) "
)
_JOINT = re.compile(r"(?:,? and |, |; (?:and )?)")
_DETERMINER = re.compile(r"(?:an?|one|another|his|her|their) (?=\S)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'-]{0,24}")
_YEAR_OLD = re.compile(r"\d{1,3}-year-old")
_TAIL = re.compile(
    r"(?:,? (?:both |all )?(?:aged?|ages) \d{1,3}(?:(?:, | and |, and )\d{1,3}){0,6}| \(\d{1,3}\)|,? (?:both |all )?(?:in"
    r"|from) (?:his|her|their"
    r"|the) [^\W\d_]{3,10}|, \d{1,3}(?=,| and |[.)—–]|$))"
)
_ONE = frozenset(("a", "an", "one", "another", "his", "her", "their"))
_GENERIC = frozenset(("person", "victim", "casualty", "individual"))
_NO_ADJECTIVE = frozenset("and or of in on at by from with to for who whom whose that which was were is are as than".split())
_MOST_ADJECTIVES = 3
_MOST_ITEMS = 8
_MOST_BETWEEN = 60

_AGES = {"man": "man", "woman": "woman", "boy": "boy", "girl": "girl", "child": "minor", "adult": "adult", "teenager": "teen"}
_OVERLAP = frozenset(
    frozenset(pair)
    for pair in (
        ("boy", "minor"),
        ("girl", "minor"),
        ("man", "adult"),
        ("woman", "adult"),
        ("teen", "boy"),
        ("teen", "girl"),
        ("teen", "minor"),
    )
) | {frozenset(("teen", side)) for side in ("man", "woman", "adult")}

_INCLUDING = re.compile(r",? (?:including|among them) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    """So many people of a list, with the offsets in the sentence. `plain` is the class of a noun that has no adjective."""

    count: float
    start: int
    end: int
    plain: str


def lists(copy: Copy) -> Iterator[Clash]:
    """Lists of people beside their total, in one sentence, or in the sentence after it that begins with "They were"."""
    before: Sentence | None = None
    for sentence in copy.body if copy.title is None else (copy.title, *copy.body):
        totals = _totals(copy, sentence)
        yield from _beside(copy, sentence, totals)
        yield from _within(copy, sentence, totals)
        if before is not None and before.role is sentence.role:
            yield from _after(copy, before, sentence)
        before = sentence


def _totals(copy: Copy, sentence: Sentence) -> tuple[Claim[Any], ...]:
    """The exact counts of people in a sentence."""
    return tuple(c for c in copy.of(sentence, "quantity") if _is_total(c.value))


def _is_total(value: Any) -> bool:
    people = value.counted in PEOPLE or value.counted == "body" or (value.state and value.counted in ("", "person"))
    return bool(
        people and value.kind == "count" and value.hedge == "exactly" and value.low == value.high and value.low and not value.per
    )


def _beside(copy: Copy, sentence: Sentence, totals: Sequence[Claim[Any]]) -> Iterator[Clash]:
    """A list behind a colon, between dashes, in brackets, or between commas, that stands for the whole of the figure before it."""
    text, offset = sentence.text, sentence.span.start
    for opening in _OPENING.finditer(text):
        led = [c for c in totals if c.span.end - offset <= opening.start()]
        mark = opening.group().strip()
        if not led or opening.start() - (led[-1].span.end - offset) > (_MOST_BETWEEN if mark != "," else 0):
            continue
        if mark == "," and led[-1].value.counted not in _GENERIC:
            continue  # "two men, a woman and two boys": the first of the list
        parts = _list(copy, sentence, opening.end(), _CLOSING.get(mark, _DASH_CLOSING))
        if len(parts) > 1 and not any(_sum(parts) == c.value.low for c in led):
            yield _clash(copy, led[-1], sentence, parts)


def _within(copy: Copy, sentence: Sentence, totals: Sequence[Claim[Any]]) -> Iterator[Clash]:
    """A list of some of them that is more than all of them: "three people, including two men and two women"."""
    text, offset = sentence.text, sentence.span.start
    for opening in _INCLUDING.finditer(text):
        led = [c for c in totals if c.span.end - offset <= opening.start()]
        if not led or opening.start() - (led[-1].span.end - offset) > _MOST_BETWEEN:
            continue
        parts = _list(copy, sentence, opening.end(), None)
        if len(parts) > 1 and _are_apart(parts) and all(_sum(parts) > c.value.low for c in totals):
            yield _clash(copy, led[-1], sentence, parts)


def _after(copy: Copy, before: Sentence, sentence: Sentence) -> Iterator[Clash]:
    """“Three people were killed. They were two men, a woman and a child.”"""
    opening = _THEY.match(sentence.text)
    totals = _totals(copy, before)
    if opening is None or len(totals) != 1:
        return
    parts = _list(copy, sentence, opening.end(), _END)
    if len(parts) > 1 and _sum(parts) != totals[0].value.low:
        yield _clash(copy, totals[0], sentence, parts)


def _sum(parts: Sequence[_Part]) -> float:
    return sum(part.count for part in parts)


def _are_apart(parts: Sequence[_Part]) -> bool:
    """Whether nobody can be counted in two of the parts: men and women, not children and girls."""
    pairs = combinations(parts, 2)
    return all(a.plain and b.plain and a.plain != b.plain and frozenset((a.plain, b.plain)) not in _OVERLAP for a, b in pairs)


def _list(copy: Copy, sentence: Sentence, start: int, closing: re.Pattern[str] | None) -> tuple[_Part, ...]:
    """The members of a list of people that begins at `start` and ends before `closing`; () where a word of it is anything else."""
    text = sentence.text
    parts: list[_Part] = []
    position = start
    for _ in range(_MOST_ITEMS):
        part = _part(copy, sentence, position)
        if part is None:
            break
        parts.append(part)
        joint = _JOINT.match(text, part.end)
        if joint is None or (closing is not None and closing.match(text, part.end)):
            break
        position = joint.end()
    return tuple(parts) if _is_finished(text, parts, closing) else ()


def _is_finished(text: str, parts: Sequence[_Part], closing: re.Pattern[str] | None) -> bool:
    """Whether an "and" leads to the last member, and the list ends there, so that none is left out."""
    if len(parts) < 2 or text[parts[-2].end : parts[-1].start].strip(" ,;") != "and":
        return False
    return closing is None or closing.match(text, parts[-1].end) is not None


def _part(copy: Copy, sentence: Sentence, position: int) -> _Part | None:
    """One member at `position`: a number or "a", up to three adjectives, a noun for people, and perhaps an age."""
    text, offset = sentence.text, sentence.span.start
    claim = next((c for c in copy.of(sentence, "quantity") if c.span.start - offset == position and c.value.kind == "count"), None)
    if claim is not None:
        return _counted(text, position, claim, offset)
    lead = _DETERMINER.match(text, position)
    if lead is None:
        return None
    noun, end, adjectives = _noun(text, lead.end(), plural=False)
    return _Part(1.0, position, _past_tail(text, end), "" if adjectives else _AGES.get(noun, "")) if noun else None


def _counted(text: str, position: int, claim: Claim[Any], offset: int) -> _Part | None:
    value = claim.value
    if value.low is None or value.low != value.high or value.hedge != "exactly" or value.per:
        return None
    space = text.find(" ", position)
    first = _WORD.match(text, position)
    number_end = space if space > 0 else claim.span.end - offset
    if first is None and not text[position].isdigit():
        return None
    noun, end, adjectives = _noun(text, number_end + 1, plural=value.low != 1)
    return _Part(value.low, position, _past_tail(text, end), "" if adjectives else _AGES.get(noun, "")) if noun else None


def _noun(text: str, position: int, *, plural: bool) -> tuple[str, int, int]:
    """The noun for people that ends the phrase at `position`, in the singular, its end, and the adjectives before it."""
    found, aged = ("", position, 0), False
    for count in range(_MOST_ADJECTIVES + 1):
        word = _YEAR_OLD.match(text, position) or _WORD.match(text, position)
        if word is None or word.group().lower() in _NO_ADJECTIVE:
            break
        lower = word.group().lower()
        one = singular(lower)
        fits = (one != lower) == plural or lower in STATE_NOUNS or lower in ("police", "crew")
        aged = aged or _YEAR_OLD.fullmatch(word.group()) is not None
        if (one in PEOPLE or aged or lower in ("dead", "wounded", "injured", "missing", "killed")) and fits:
            found = (one, word.end(), count)
        if not text.startswith(" ", word.end()):
            break
        position = word.end() + 1
    return found


def _past_tail(text: str, end: int) -> int:
    tail = _TAIL.match(text, end)
    return tail.end() if tail else end


def _clash(copy: Copy, total: Claim[Any], sentence: Sentence, parts: Sequence[_Part]) -> Clash:
    shown = " ".join(sentence.text[parts[0].start : parts[-1].end].split())
    whole = " ".join(total.text.split())
    members = tuple(_claim(sentence, part) for part in parts)
    return Clash(
        kind="quantity",
        claims=(total, *members),
        sentences=(total.sentence, sentence),
        message=f"{copy.place(total.sentence)} of {{source}} says {whole}, and its list makes {number(_sum(parts))}: {shown}",
        why="the parts do not make the total",
        confidence=0.85,
    )


def _claim(sentence: Sentence, part: _Part) -> Claim[Quantity]:
    span = Span(sentence.span.start + part.start, sentence.span.start + part.end)
    value = Quantity(low=part.count, high=part.count, counted=part.plain or "person")
    return Claim(kind="quantity", sentence=sentence, span=span, value=value, key=key_of(value))
