"""Sudden events by whatever verb tells them: "a fire tore through the mill" and "the mill burned down, killing two" are one fire.

A day goes with the event of its sentence, not with one verb of it. So two sentences may tell one event although no verb is
common to them; the sort of event, a name and half of the other words must be, and what tells two such events apart must not be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from claimcheck.claims.date.frame import Frame, share_in_common
from claimcheck.claims.date.value import DateValue
from claimcheck.claims.date.verbs import NOUNS, STOP, WORD, stem, verb_of
from claimcheck.model import Claim

_MIN_SHARE_IN_COMMON = 0.5
"""As for two clauses with one verb (`frame`)."""
_DAYLIKE = ("day", "time", "part")
_REACH_CHARS = 400
"""How much of a sentence is read on either side of its date."""

_FIRE_OF = (
    r"(?![- ](?:chief|service|department|crew|engine|official|brigade|marshal|station|truck|fighter|extinguisher|alarm|safety))"
)
_SORTS = {
    "fire": (
        rf"\b(?<!open )(?<!opened )(?<!opening )(?<!under )(?<!cease)(?<!cease-)(?<!gun)(?<!return )"
        rf"(?:fires?|blazes?|inferno)\b{_FIRE_OF}|\bflames\b|\bburn(?:ed|t) (?:down|to the ground)\b",
        "broke erupted started tore swept ripped raced raged burned engulfed gutted destroyed killed died injured wounded left"
        " claimed happened summoned",
    ),
    "quake": (
        r"\b(?:earth)?quake\b|\btremor\b|\btemblor\b",
        "hit shook jolted rocked rattled destroyed killed died injured wounded left claimed toppled happened",
    ),
    "crash": (
        r"\bcrash(?:ed|es)?\b|\bcollision\b|\bcollided\b|\bpile-?up\b|\bderail(?:ed|ment)\b|\boverturned\b|\bplunged\b|\baccident\b",
        "crashed collided derailed overturned plunged veered hit rammed slammed killed died injured wounded left happened summoned",
    ),
    "flood": (
        r"\bflood(?:s|ed|ing|waters)?\b|\b(?:burst|broke) (?:its|their) banks\b",
        "burst broke flooded inundated swamped swept hit",
    ),
    "shooting": (
        r"\bshootings?\b|\bgunmen\b|\bgunman\b|\bgunfire\b|\bshot\b|\bopened fire\b|\bgunned down\b",
        "shot gunned opened killed died injured wounded left happened summoned",
    ),
    "stabbing": (r"\bstabb(?:ed|ing|ings)\b", "stabbed killed died injured wounded left happened"),
    "explosion": (
        r"\bexplosions?\b|\bblasts?\b|\bexploded\b|\bblew up\b",
        "exploded blew ripped tore rocked shook killed died injured wounded left happened summoned",
    ),
    "collapse": (r"\bcollapsed?\b|\bcaved in\b", "collapsed caved fell sent killed died injured left happened"),
    "storm": (r"\b(?:typhoon|hurricane|cyclone|tornado|twister|tropical storm)\b", "slammed hit tore swept touched"),
    "strike": (
        r"\bwalk(?:ed)? ?(?:out|off)s?\b|\b(?:went|on|by|a|the) strike\b|\bstopped work\b|\bdowned tools\b|\bindustrial action\b",
        "walked struck started stopped halted closed brought downed went",
    ),
    "election": (
        r"\belect(?:ed|ion|ions)\b|\bvoters?\b|\bballots?\b|\brunoff\b|\bwent to the polls\b",
        "elected won voted chose defeated went",
    ),
}
"""By sort: what shows that a sentence tells of one, and the verbs that tell that it came about or what it did at once. "Brought
under control" and "died in hospital" tell of a later day."""
_ONSETS = {sort: frozenset(filter(None, (verb_of(verb, "") for verb in verbs.split()))) for sort, (_, verbs) in _SORTS.items()}

_LATER = re.compile(
    r"\b(?:second|third|another|again|previous|earlier|anniversary|similar|a series of|spate)\b"
    r"|\bof (?:his|her|their) (?:wounds|injuries)\b|\bfrom (?:his |her |their )?(?:wounds|injuries|burns)\b"
    r"|\b(?:missiles?|drones?|air ?strikes?|shell(?:s|ed|ing)|rockets?|artillery|insurgents?|militants?|troops|warplanes?)\b"
    r"|\bin (?:a |the |an )?(?:\w{1,15} )?hospital\b|\bdied later\b|\blater died\b|\bago\b|\bsince\b",
    re.IGNORECASE,
)
"""Words of a sentence that may tell of more than the one event, of a war, which has one such event after another, or of what came
of it."""
_TOLL = re.compile(
    r"\b\d[\d,]{0,8}(?: (?:other|more|people|men|women|of|civilians|passengers|workers|others)){0,2}"
    r" (?:people|persons|dead|killed|injured|wounded|hurt|missing|others?|victims|deaths|fatalities)\b"
    r"|\b(?:kill|injur|wound|hurt|leav|claim)(?:ed|ing|s|es)?(?: (?:at least|more than|about|some|another)){0,1} \d[\d,]{0,8}\b"
    r"|\b\d[\d,]{0,8}(?: others)? (?:were|are|have been|was) (?:\w{1,12} )?(?:killed|injured|wounded|hurt|missing|dead)\b",
    re.IGNORECASE,
)
"""A toll: reports of one event differ in it, so it tells no two events apart."""

_SAID = re.compile(
    r",\s(?:(?:said|says|told|added|according\sto)\b|(?:[\w’'.-]{1,25}\s){1,7}(?:said|says|told|added|reported)\b)[^“”]{0,200}\Z"
    r"|\A(?:According\sto|Police|Officials|Authorities)\s(?:[\w’'.-]{1,25}\s){0,7}?(?:said|say|says|told\s\w{1,20}),?\s"
)
"""Who says so, and where: of two events one official may speak."""
_JOINTS = frozenset(
    "and when after as up out through people person least about some more than was were been has had have went".split()
)


@cache
def _signs(sort: str) -> re.Pattern[str]:
    return re.compile(_SORTS[sort][0], re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """The sudden event that the sentence of a date tells: its sorts, and the names, figures and words beside it.

    `figures` are without the toll, `words` without those that show the sort, and none without who says so.
    """

    sorts: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]
    words: frozenset[str]


def happening(claim: Claim[DateValue], clause: Frame, others: Sequence[Claim[DateValue]]) -> Happening | None:
    """The sudden event that befell on the day of a date; None where its sentence tells of none, of several days, or of a later one.

    `clause` is that of the date, `others` the dates beside it.
    """
    value = claim.value
    if value.precision not in _DAYLIKE or value.bound != "on" or clause.negated or clause.hedged or clause.future:
        return None
    if any(other is not claim and other.sentence.key == claim.sentence.key and _is_day(other.value) for other in others):
        return None
    start, end = claim.start - claim.sentence.span.start, claim.end - claim.sentence.span.start
    text = claim.sentence.text
    before, after = text[max(0, start - _REACH_CHARS) : start], text[end : end + _REACH_CHARS]
    told = _SAID.sub("", f"{before} {after}")
    sorts = frozenset(sort for sort, verbs in _ONSETS.items() if clause.verbs & verbs and _signs(sort).search(told))
    if not sorts or _LATER.search(told):
        return None
    return _told(told, sorts, opens=start <= _REACH_CHARS)


def _is_day(value: DateValue) -> bool:
    return value.precision in _DAYLIKE


def _told(text: str, sorts: frozenset[str], *, opens: bool) -> Happening:
    text = _TOLL.sub(" ", text)
    for sort in sorted(sorts):
        text = _signs(sort).sub(" ", text)
    tellers = frozenset[str]().union(*(_ONSETS[sort] for sort in sorts))
    names: set[str] = set()
    figures: set[str] = set()
    words: set[str] = set()
    for previous, token in pairwise(["" if opens else "-", *WORD.findall(text)]):
        plain = token.lower().removesuffix("'s").removesuffix("’s")
        if token[0].isdigit():
            figures.add(plain.rstrip(".,"))
        elif plain not in STOP and plain not in _JOINTS and verb_of(plain, "") not in tellers:
            (names if token[0].isupper() and previous else words).add(
                plain if token[0].isupper() else stem(NOUNS.get(plain, plain))
            )
    return Happening(sorts=sorts, names=frozenset(names), figures=frozenset(figures), words=frozenset(words))


def same_happening(one: Happening | None, other: Happening | None) -> bool:
    """True where two sentences surely tell of one sudden event, so that it befell on one day."""
    if one is None or other is None or not one.sorts & other.sorts:
        return False
    if not (one.names & (other.names | other.words) or one.words & other.names):
        return False
    if one.figures and other.figures and not one.figures & other.figures:
        return False
    return share_in_common(one.words | one.names, other.words | other.names) >= _MIN_SHARE_IN_COMMON
