"""The casualties one article counts: its numbers, "a man was killed", lists of people, figures it calls out of date."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from claimcheck.claims.quantity.keys import key_of
from claimcheck.claims.quantity.lexicon import GENERIC_PERSONS, PERSONS, STATE_OF, STOP, singular
from claimcheck.claims.quantity.states import state_after, state_before
from claimcheck.claims.quantity.tokens import Tokens, tokenise
from claimcheck.claims.quantity.value import Quantity
from claimcheck.model import Claim, Sentence, Span

STATES = ("killed", "injured", "missing", "shot")
"""The states whose totals every report of an accident or attack gives."""

ATTACKERS = frozenset("gunman shooter attacker suspect bomber assailant killer perpetrator robber intruder hijacker".split())
"""Whoever did it is counted by some and left out by others."""

_MORE_PERSONS = frozenset(
    "marine volunteer medic extremist mercenary terrorist jihadist insurgent troop serviceman servicewoman paramedic martyr "
    "colleague coworker co-worker boss employer neighbor neighbour wife husband ex-wife ex-husband girlfriend boyfriend uncle "
    "aunt cousin nephew niece daughter-in-law son-in-law mother-in-law father-in-law stepfather stepmother deputy detective "
    "sergeant trooper constable clerk cashier bartender bouncer owner rider motorcyclist motorist biker operative commander "
    "worshiper churchgoer partygoer reveller reveler concertgoer clubgoer patron vendor farmer smuggler evacuee".split()
)
PEOPLE = PERSONS | _MORE_PERSONS | GENERIC_PERSONS

_NOT_ITS_OWN = re.compile(r"pic\.twitter\.com|\bRT @")
"""A post shown inside an article is the word of whoever posted it."""

_WAS = r"(?:toll|count|figure|tally|estimate|report|number)s?(?: of| was| were| stood at| said| had put| put| that)?"
_SUPERSEDED = re.compile(
    r"\bnot (?=\S{1,12}(?: [^\W\d_]{1,15}){0,3} as (?:[^\W\d_]{1,12} ){0,3}(?:reported|announced|stated|thought|believed|said))"
    rf"|\b(?:earlier|previous|initial|preliminary|provisional|first) (?:[^\W\d_]{{1,12}} )?{_WAS} (?:at least |about |more than )?"
    r"|\b(?:up|down|revised|lowered|raised) from (?:an? )?(?:the )?(?:(?:earlier|previous|initial) )?(?:toll of |count of )?"
    r"|\b(?:initially|originally|first|previously) (?:reported|said|put|announced)(?: as| that| at)? ",
    re.IGNORECASE,
)
"""What leads to a figure that the article itself calls out of date: "not ~ as first reported", "a previous toll of ~"."""

_LETTER = r"[^\W\d_]"
_INDEFINITE = re.compile(
    rf"\b(?P<lead>an?|another|one|his|her|their|the)\b(?=(?P<rest>(?:\s+(?:{_LETTER}[\w’'-]{{0,20}}|\d{{1,3}}-year-old\b)){{1,5}}))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w’'-]+")
_BEFORE_VERB_OR_MARK = re.compile(r"\s*(?:$|[^\w\s]|(?P<word>[^\W\d_]+))")
"""What follows a noun that is the head of its phrase: "a terrorist bombing" is no terrorist."""

_ORDINALS = {w: n for n, w in enumerate("second third fourth fifth sixth seventh eighth ninth tenth".split(), 2)}
_NTH_DEATH = re.compile(
    rf"\b(?P<nth>{'|'.join(_ORDINALS)})\s(?:[^\W\d_]{{1,15}}\s){{0,2}}?(?:victim|person|man|woman|boy|girl|child|teen(?:ager)?|student|officer)\b"
    r"[^.;]{0,120}?\b(?:(?:has|have|had|later)\s)?(?:died|dies|passed away|succumbed)\b",
    re.IGNORECASE,
)
_TOLL = re.compile(
    r"\btoll\b[^.;]{0,110}\b(?:to|at|of|hit|hits|reach|reached|reaches|passes|passed|least|is|was|now|than|tops|topped|about|nearly)\s*$",
    re.IGNORECASE,
)
"""“The death toll from the blast rises to ~”: what stands there counts the killed, whatever word follows."""

_TOLL_REACH = 140
_MOST_LISTED = 12

_OF = re.compile(r"\s*(?:out )?of (?:the |those |these |its )?", re.IGNORECASE)
_JOINT = re.compile(r"(?:\s*,)?\s*(?:and|,)\s*(?:some|about|over|at least|more than|nearly|around)?\s*", re.IGNORECASE)
_ONE_OF = re.compile(
    r"\bone of the (?:[^\W\d_]{1,15} )?(?:victims|wounded|injured|people|men|women) (?:has |have |had |later )*(?:died|dies)\b",
    re.I,
)
_ACTIVE = frozenset(("killed", "injured", "wounded", "hurt", "shot"))
_PASSIVE = frozenset("was were is are been being left reported confirmed found shot in by during when after".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """So many people in one state, as one or more claims of a sentence tell it.

    `listed` marks the sum of a list ("two women and a soldier"); `loose` an indefinite person, who may be one of several;
    `superseded` a figure that the article itself calls out of date; `attackers` one of those who attacked.
    """

    claims: tuple[Claim[Quantity], ...]
    state: str
    low: float
    listed: bool = False
    loose: bool = False
    superseded: bool = False
    attackers: bool = False

    @property
    def claim(self) -> Claim[Quantity]:
        """The claim that shows the figure."""
        return self.claims[0]


@dataclass(frozen=True, slots=True)
class _Item:
    """One member of a list of people in a sentence, with its offsets there."""

    start: int
    end: int
    claim: Claim[Quantity]
    loose: bool = False
    definite: bool = False


def figures(sentences: Sequence[Sentence], claims: Sequence[Claim[Quantity]]) -> tuple[Figure, ...]:
    """All counts of people in one of `STATES` that an article gives, in the order of the text."""
    by_sentence: dict[int, list[Claim[Quantity]]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.sentence.index, []).append(claim)
    return tuple(figure for s in sentences for figure in _of_sentence(s, by_sentence.get(s.index, [])))


def is_toll(value: Quantity) -> bool:
    """Whether a quantity counts people; "dozens" is no figure that another could miss."""
    counts = value.kind == "count" and value.hedge != "vague" and value.low is not None and not value.per
    return counts and value.counted in PEOPLE


def _of_sentence(sentence: Sentence, claims: Sequence[Claim[Quantity]]) -> Iterator[Figure]:
    text = sentence.text
    if not any(word == "toll" or word in STATE_OF for word in re.findall(r"[^\W\d_]+", text.lower())) or _NOT_ITS_OWN.search(text):
        return
    offset = sentence.span.start
    items = [_Item(c.span.start - offset, c.span.end - offset, _of_toll(c, text, offset)) for c in claims]
    items = [item for item in items if is_toll(item.claim.value)]
    items = [a for a, b in zip_longest(items, items[1:]) if b is None or not _OF.fullmatch(text, a.end, b.start)]  # "one of four"
    items += _apart(_indefinite(sentence), items)
    items.sort(key=lambda item: item.start)
    tokens = tokenise(text)
    stale = {match.end() for match in _SUPERSEDED.finditer(text)}
    said = ""
    for group in _lists(items, text):
        state = _state(group, tokens)
        superseded = group[0].start in stale or group[0].start - 1 in stale
        state = state or (said if superseded else "")
        if state in STATES and not all(item.definite for item in group):
            said = state
            yield _figure(group, state, superseded=superseded)


def _apart(found: Iterable[_Item], known: Sequence[_Item]) -> list[_Item]:
    """Those found that overlap no known one; the known stand in order."""
    starts = [item.start for item in known]
    apart = []
    for item in found:
        k = bisect_left(starts, item.end)
        if k == 0 or known[k - 1].end <= item.start:
            apart.append(item)
    return apart


def _of_toll(claim: Claim[Quantity], text: str, offset: int) -> Claim[Quantity]:
    """The claim, as a count of the killed where a death toll leads to it."""
    value = claim.value
    if (
        value.state
        or value.kind != "count"
        or not _TOLL.search(text[max(0, claim.span.start - offset - _TOLL_REACH) : claim.span.start - offset])
    ):
        return claim
    return replace(claim, value=replace(value, counted="person", state="killed"))


def _figure(group: Sequence[_Item], state: str, *, superseded: bool) -> Figure:
    loose = all(item.loose for item in group)
    return Figure(
        claims=tuple(replace(item.claim, value=replace(item.claim.value, state=state)) for item in group),
        state=state,
        low=sum(item.claim.value.low or 0.0 for item in group),
        listed=len(group) > 1,
        loose=loose and len(group) == 1,
        superseded=superseded or any(item.claim.value.former for item in group),
        attackers=all(item.claim.value.counted in ATTACKERS for item in group),
    )


def _lists(items: Sequence[_Item], text: str) -> Iterator[tuple[_Item, ...]]:
    """Items joined by commas and "and", of which no two have states of their own that differ."""
    group: list[_Item] = []
    for item in items:
        joined = group and _JOINT.fullmatch(text[group[-1].end : item.start])
        states = {i.claim.value.state for i in (*group, item)} - {""}
        told = group and group[-1].claim.value.state != "" and item.claim.value.state == ""  # "five injured, two critically"
        if group and not (joined and len(group) < _MOST_LISTED and len(states) < 2 and not (told and item.claim.value.elliptic)):
            yield tuple(group)
            group = []
        group.append(item)
    if group:
        yield tuple(group)


def _state(group: Sequence[_Item], tokens: Tokens) -> str:
    """What befell the people of a list: told with one of them, or before the first, or after the last."""
    told = next((item.claim.value.state for item in group if item.claim.value.state), "")
    if told:
        return told
    if not group[-1].loose and not group[0].loose:
        return ""
    first, last = bisect_left(tokens.starts, group[0].start), bisect_left(tokens.starts, group[-1].end)
    after = state_after(tokens, last, len(tokens))
    if tokens.word(last) in _ACTIVE and tokens.word(last + 1) not in _PASSIVE:
        after = ""  # “a man killed three” tells nothing of him
    return state_before(tokens, first, 0) or after


def _indefinite(sentence: Sentence) -> Iterator[_Item]:
    """“A man”, "a security guard", "his former boss", each as a count of one."""
    text, offset = sentence.text, sentence.span.start
    for match in _INDEFINITE.finditer(text):
        noun, end = _head(text, match)
        if not noun:
            continue
        value = Quantity(low=1.0, high=1.0, counted=noun, added=match["lead"].lower() == "another")
        span = Span(offset + match.start(), offset + end)
        claim = Claim(kind="quantity", sentence=sentence, span=span, value=value, key=key_of(value))
        yield _Item(match.start(), end, claim, loose=True, definite=match["lead"].lower() == "the")
    for match in _ONE_OF.finditer(text):
        value = Quantity(low=1.0, high=1.0, counted="victim", state="killed")
        span = Span(offset + match.start(), offset + match.end())
        yield _Item(
            match.start(),
            match.end(),
            Claim(kind="quantity", sentence=sentence, span=span, value=value, key=key_of(value)),
            loose=True,
        )


def _head(text: str, match: re.Match[str]) -> tuple[str, int]:
    """The person that "a" and the words behind it name, in the singular, and where the word ends; "" for none."""
    for word in _WORD.finditer(text, *match.span("rest")):
        noun = _person(word.group().lower())
        if noun and _is_head(text, word.end()):
            return noun, word.end()
        if word.group().lower() in STOP or word.group().lower() in STATE_OF:
            break
    return "", match.end()


def _is_head(text: str, end: int) -> bool:
    """Whether the noun that ends at `end` is the last of its phrase."""
    match = _BEFORE_VERB_OR_MARK.match(text, end)
    word = (match["word"] or "").lower() if match else "x"
    return not word or word in STOP or word in STATE_OF or word in _ADVERBS


_ADVERBS = frozenset("critically seriously severely later reportedly fatally dead himself herself".split())


def nth_deaths(sentences: Sequence[Sentence]) -> tuple[Figure, ...]:
    """The deaths told with their rank, "a third victim has died", each as a figure of so many killed."""
    found = []
    for sentence in sentences:
        for match in _NTH_DEATH.finditer(sentence.text):
            low = float(_ORDINALS[match["nth"].lower()])
            value = Quantity(low=low, high=None, hedge="at least", counted="victim", state="killed")
            span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            claim = Claim(kind="quantity", sentence=sentence, span=span, value=value, key=key_of(value))
            found.append(Figure(claims=(claim,), state="killed", low=low))
    return tuple(found)


def _person(word: str) -> str:
    """The singular noun for a person, "" for other words and for plurals."""
    if word.endswith("-year-old"):
        return "person"
    return word if word and singular(word) == word and (word in PEOPLE or word in ATTACKERS) else ""
