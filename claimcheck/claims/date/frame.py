"""The clause a date stands in: its verb and its other words, by which two dates are known to be of one event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.claims.date.tense import FUTURE, direction
from claimcheck.claims.date.value import DateValue
from claimcheck.claims.date.verbs import (
    EMPTY_VERBS,
    EVENT_NOUNS,
    GENERIC,
    LEMMAS,
    NOUNS,
    REPORTING,
    STOP,
    WORD,
    in_one_word,
    meant,
    stem,
    verb_of,
    verbs_of,
)
from claimcheck.model import Claim

_REACH_CHARS = 160
_MIN_SHARE_IN_COMMON = 0.5
"""At this share no paraphrase of MSRP, no entailed pair of VitaminC and no aligned pair of ECB+ or GVC fires (`make eval`)."""
_EDGE = re.compile(
    r"[;:()“”\"—–]|\s-\s|,?\s(?:that|which|who|whom|whose|where|when|while|because|but|although|though|unless|if|and|as|after|before|since|until|saying)(?=\s)",
    re.IGNORECASE,
)
_OWN_BOUND = re.compile(r"\s(?:since|until|till|by|before|after|as\sof)\s{1,3}(?:the\s)?$", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:not|never|no|nobody|none|neither|nor|without|denied|denies|cancelled|canceled)\b|n['’]t\b", re.IGNORECASE
)
_HEDGE = re.compile(r"\b(?:may|might|could|perhaps|possibly|reportedly|probably)\b", re.IGNORECASE)
_ROUGH = re.compile(
    r"\b(?:about|around|approximately|roughly|shortly|just|nearly|almost|circa)(?:\s(?:after|before|past|on|at|in|the)){0,2}\s{1,2}$",
    re.IGNORECASE,
)
"""Words that make the date itself a rough one: "at about", "shortly after". Before a figure they make that rough."""

_DUTY = re.compile(
    r"\b(?:must|ha(?:s|ve|d) to|(?:is|are|was|were) to|needs? to|due|deadline|required|ordered|obliged|supposed to)\b",
    re.IGNORECASE,
)
_BARE_EVENT = re.compile(
    r"(?:\b(?:it|that|this)\s(?:happened|occurred|was)|\bthe\s(?:end|moment|breakthrough)\s(?:came|was))\s(?:on|in|at|early|late)?\s?$",
    re.IGNORECASE,
)
"""“The end came on”, "It happened on": the sentence beside it tells what."""
_PARAGRAPH = re.compile(r"\s{0,3}\n\s{0,3}\n")
_PAUSE = re.compile(r"[.!?][\"”’)]{0,2}\s|\n")
_DETERMINER = re.compile(r"\b(?:the|an?|its|his|her|their)\s$", re.IGNORECASE)
_ANYBODY = frozenset({"peopl", "person"})
"""Whom every event befalls: no sign that two are one."""
_ORDINALS = frozenset("first second third fourth fifth sixth final".split())
_CONTRASTS = tuple(
    frozenset(group.split())
    for group in (
        "north south east west northern southern eastern western central northeast northwest southeast southwest",
        "upper lower",
        "man woman boy girl husband wife brother sister father mother son daughter",
        "men women boys girls",
        "morning afternoon evening night",
        "local state federal national regional district supreme",
        "home away domestic foreign international",
        "new old former current",
        "drone drones missile missiles rocket rockets shell shells bomb bombs mine mines",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A date's clause: the lemma of the verb that the date goes with, "" where none is seen, and the rest of its words.

    `names` are capitalised words inside the clause, `numbers` its figures and ordinals, `contrasts` the words that
    tell one event from another of its kind ("upper" / "lower").
    """

    verb: str
    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    contrasts: frozenset[str]
    negated: bool
    hedged: bool
    future: bool
    required: bool = False
    """True where the clause tells what must be done by the date."""
    rough: bool = False
    """True for "at about 9 p.m. on Friday": its clock time is rough, its day is not."""
    also: frozenset[str] = frozenset()
    """Verbs beside `verb` that the date goes with: "detained" of "On 12 June police surrounded the farm and detained five"."""

    @property
    def verbs(self) -> frozenset[str]:
        """The lemmas of all verbs that the date goes with."""
        return self.also | {self.verb} if self.verb else self.also

    @property
    def reported(self) -> bool:
        """True where the date is that of somebody saying something."""
        return self.verb in REPORTING


def frame(claim: Claim[DateValue], others: Sequence[Claim[DateValue]]) -> Frame:
    """The clause of a date. The other dates of its sentence count as blanks; 160 characters on either side are read."""
    sentence = claim.sentence
    start, end = claim.start - sentence.span.start, claim.end - sentence.span.start
    text = sentence.text
    low, high = max(0, start - _REACH_CHARS), end + _REACH_CHARS
    before, after = _blanked(text[low:start], low, claim, others), _blanked(text[end:high], end, claim, others)
    before, after = in_one_word(_OWN_BOUND.sub(" ", before)), in_one_word(after)
    edges = list(_EDGE.finditer(before))
    own_before = before[edges[-1].end() :] if edges else before
    noun = _attributed(text, start, end)
    verb_before = [noun] if noun else verbs_of(own_before)
    fronted = not verb_before
    own_after = _own_after(after, fronted=fronted)
    verb = verb_before[-1] if verb_before else next(iter(verbs_of(own_after)), "")
    second = _second_predicate(after) if fronted else ""
    told = _beside(claim, text[:start])
    built = _built(
        meant(verb, f"{own_before} {own_after}"),
        own_before,
        f"{own_after} {second} {told}".rstrip(),
        initial=not edges and low == 0,
        future=direction(text, start, end) == FUTURE,
    )
    rough, timed = bool(_ROUGH.search(text[max(0, start - 40) : start])), claim.value.precision == "time"
    return replace(
        built,
        hedged=built.hedged or (rough and not timed),
        rough=rough and timed,
        also=frozenset((*verbs_of(second)[:1], *verbs_of(told))) - GENERIC - REPORTING,
    )


def _second_predicate(after: str) -> str:
    """The words after "and" where they go on with the same subject ("and detained five"); "" where they do not."""
    joint = _EDGE.search(after)
    if not joint or joint[0].strip(" ,").lower() != "and":
        return ""
    clause = after[joint.end() :].lstrip()
    edge = _EDGE.search(clause)
    clause = (clause[: edge.start()] if edge else clause).partition(",")[0]
    first = WORD.match(clause)
    return clause if first and verb_of(first[0].lower(), "") else ""


def _beside(claim: Claim[DateValue], before: str) -> str:
    """What the sentence after "The end came on", or the one before "It happened on", tells; "" for other clauses."""
    bare = _BARE_EVENT.search(before[-60:])
    if not bare:
        return ""
    article, span = claim.sentence.article.text, claim.sentence.span
    if bare[0].lower().startswith("the"):
        following = article[span.end : span.end + _REACH_CHARS]
        return _PAUSE.split(following.strip(), maxsplit=1)[0] if not _PARAGRAPH.match(following) else ""
    previous = article[max(0, span.start - _REACH_CHARS) : span.start]
    return _PAUSE.split(previous.strip())[-1] if not _PARAGRAPH.search(previous) else ""


def _attributed(text: str, start: int, end: int) -> str:
    """The noun that the date itself belongs to, marked as such: "'s vot" for "Monday's vote" and "the Monday vote", else ""."""
    own = re.match(r"(['’]s)?\s([\w-]{3,20})", text[end : end + 24])
    if own and (own[1] or _DETERMINER.search(text[max(0, start - 6) : start])):
        return f"'s {stem(own[2].lower())}"
    return ""


def _blanked(stretch: str, offset: int, claim: Claim[DateValue], others: Sequence[Claim[DateValue]]) -> str:
    base = claim.sentence.span.start + offset
    for other in others:
        if other is not claim and other.sentence.key == claim.sentence.key:
            low, high = max(0, other.start - base), min(len(stretch), other.end - base)
            if low < high:
                stretch = stretch[:low] + " " * (high - low) + stretch[high:]
    return stretch


def _own_after(after: str, *, fronted: bool) -> str:
    """The rest of the clause: up to the next comma, unless the date stands before its verb ("On Monday, troops left")."""
    edge = _EDGE.search(after)
    own = after[: edge.start()] if edge else after
    if fronted:
        return own.lstrip(" ,")
    return own.partition(",")[0]


def _built(verb: str, before: str, after: str, *, initial: bool, future: bool) -> Frame:
    words, names, numbers, contrasts = set(), set(), set(), set()
    tokens = WORD.findall(before) + WORD.findall(after)
    for at, token in enumerate(tokens):
        plain = token.lower().removesuffix("'s").removesuffix("’s")
        if token[0].isdigit() or plain in _ORDINALS:
            numbers.add(plain)
        if any(plain in group for group in _CONTRASTS):
            contrasts.add(plain)
        if plain in STOP or token[0].isdigit():
            continue
        if token[0].isupper() and not (initial and at == 0):
            names.add(plain)
        elif EVENT_NOUNS.get(plain) != verb and LEMMAS.get(plain, stem(plain)) != verb and LEMMAS.get(plain) not in EMPTY_VERBS:
            words.add(stem(NOUNS.get(plain, plain)))
    clause = f"{before} {after}"
    return Frame(
        verb=verb,
        words=frozenset(words),
        names=frozenset(names),
        numbers=frozenset(numbers),
        contrasts=frozenset(contrasts),
        negated=bool(_NEGATION.search(clause)),
        hedged=bool(_HEDGE.search(clause)),
        required=bool(_DUTY.search(clause)),
        future=future,
    )


def share_in_common(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set that the other has too, in [0, 1]; 0 where one is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def akin(one: Frame, other: Frame) -> bool:
    """True where two clauses may tell of one event: the same verb, or half of their words."""
    return (
        bool(one.verb and one.verb == other.verb)
        or share_in_common(one.words | one.names, other.words | other.names) >= _MIN_SHARE_IN_COMMON
    )


def same_event(one: Frame, other: Frame) -> bool:
    """True only where two clauses surely tell of one event, so that it has one date.

    The verb must be the same and no verb of saying; names, figures and contrasting words must not set them
    apart; half of the other words must be shared. Neither may deny, doubt or expect what the other tells.
    """
    shared = (one.verbs & other.verbs) - REPORTING
    if not shared or (one.verb == other.verb and one.reported):
        return False
    if one.negated or other.negated or one.hedged or other.hedged or one.future != other.future:
        return False
    for left, right in ((one.names, other.names), (one.numbers, other.numbers)):
        if left and right and not left & right:
            return False
    if any(
        one.contrasts & group and other.contrasts & group and not one.contrasts & other.contrasts & group for group in _CONTRASTS
    ):
        return False
    return _shared_words(one, other, generic=shared <= GENERIC)


def _shared_words(one: Frame, other: Frame, *, generic: bool) -> bool:
    left, right = (one.words | one.names) - _ANYBODY, (other.words | other.names) - _ANYBODY
    if left and right:
        return share_in_common(left, right) >= _MIN_SHARE_IN_COMMON
    return not generic
