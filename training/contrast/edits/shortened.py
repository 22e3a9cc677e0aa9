"""Parts left out, or one part told alone: what is left follows from the whole."""

from __future__ import annotations

import re
from random import Random

from training.contrast.model import Change, Edit, Marked, Swap, World
from training.contrast.scope import HEDGES, negated

_RELATIVE = re.compile(r", (?:who|which|whose|where) [^,;:\"“()]{8,110}(?P<end>,|(?=[.!]$))")
_APPOSITIVE = re.compile(
    r"(?<=[a-zA-Z]), (?P<what>(?:a|an|the|one of the) (?!(?:only|first|last|"
    r"second)\b,)[a-z][^,;:\"“()]{4,80})(?P<end>,(?= (?:was|is|were|has|had|will|said|says|told|won|became|died|"
    r"began|made|took|[a-z]+ed)\b))"
)
_BRACKET = re.compile(r" \((?!R\)|c\))[^()]{2,90}\)")
_OPENER = re.compile(
    r"^(?:In|On|At|During|After|Before|Following|Since|By|Despite|According to|Throughout|As of|With|From|Under) "
    r"[^,;:\"“()]{2,70}, (?=[A-Za-z])"
)
_TAIL = re.compile(
    r", (?:and|but|while|although|though|whereas|because|as well as|including|making|causing|leading|leaving|after|"
    r"following|according to|with|despite|in addition to) [^;:\"“()]{8,140}(?=[.!]$)"
)
_PARTICIPLE = re.compile(r", (?P<v>[a-z]+(?:ing|ed)) [^,;:\"“()]{6,100}(?=[.!]$)")
_ADVERB = re.compile(
    r"(?<=[a-z]) (?:also|quickly|eventually|later|soon|recently|officially|successfully|publicly|immediately|"
    r"subsequently|initially|formally|gradually|briefly|finally|widely|still|already|currently)(?= [a-z])"
)
_DATED = re.compile(
    r" (?:on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|in (?:19|20)\d\d|on (?:January|February|"
    r"March|April|May|June|July|August|September|October|November|December) \d\d?(?:, \d{4})?|(?:last|this) (?:week|"
    r"month|year))(?=[,.]| (?:in|at|with|after|to|for)\b)"
)
_ADJECTIVE = re.compile(
    r"(?:(?<=\ba )|(?<=\bthe )|(?<=\ban ))(?:large|small|new|old|young|famous|popular|major|big|huge|tall|local|"
    r"annual|successful|important|famous|beautiful|massive|powerful|well-known|prominent|modern|independent|brief|"
    r"long|short|heavy) (?=[a-z]{3,})(?![a-z]+ than)"
)
_FIRST_VERB = re.compile(r"\b(?:was|is|were|are|has|have|had|will|said|says|told|became|won|made|took|[a-z]{3,}ed)\b")
_OPENERS = frozenset(
    "In On At After Before During By For From With Since Under As Like Despite Following Of To When While Although".split()
)
_UNSAFE = frozenset("if unless whether only except without".split())


def _fine(sentence: Marked, start: int, end: int) -> bool:
    """True where nothing in the part turns the meaning of the rest."""
    part = sentence.text[start:end]
    rest = sentence.text[:start] + sentence.text[end:]
    words = {w.lower().strip(",.") for w in part.split()}
    before = sentence.text[:start]
    listed = bool(re.search(r",[^,]{2,40}$", before) and re.match(r"\s*(?:and|or)\b|[^,]{2,40},? and\b", sentence.text[end:]))
    quotes = part.count('"') % 2
    return (
        not words & _UNSAFE
        and not listed
        and not quotes
        and len(rest.split()) >= 5
        and bool(_FIRST_VERB.search(rest))
        and not negated(sentence, start)
    )


def _parts(sentence: Marked) -> list[Swap]:
    found = []
    text = sentence.text
    for pattern in (_RELATIVE, _APPOSITIVE, _BRACKET, _OPENER, _TAIL, _PARTICIPLE):
        for hit in pattern.finditer(text):
            if _fine(sentence, hit.start(), hit.end()) and not (
                pattern in (_TAIL, _PARTICIPLE) and not _FIRST_VERB.search(text[: hit.start()])
            ):
                found.append(Swap(hit.start(), hit.end(), ""))
    return found


def dropped(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence without a clause, an apposition, a bracket or a circumstance."""
    found = _parts(sentence)
    return Change((draw.choice(found),), "entailment", "neutral") if found else None


def word_dropped(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence without an adverb, an adjective or a date."""
    hits = [hit for pattern in (_ADVERB, _DATED, _DATED, _ADJECTIVE) for hit in pattern.finditer(sentence.text)]
    hits = [
        hit
        for hit in hits
        if not negated(sentence, hit.start()) and not (sentence.guarded(hit.start(), hit.end()) and hit.re is not _DATED)
    ]
    if not hits:
        return None
    hit = draw.choice(hits)
    return Change((Swap(hit.start(), hit.end(), ""),), "entailment", "neutral")


_WHO = re.compile(
    r"(?P<name>(?:[A-Z][\w'.-]+ ){0,3}[A-Z][\w'-]+|[Tt]he [a-z]+), (?P<rel>who|which) (?P<rest>(?:was|is|had|has|"
    r"won|became|died|began|made|took|lost|led|wrote|left|beat|met|said|will|[a-z]{3,}ed)\b[^,;:\"“()]{8,110})(?=,|[.!]$)"
)
_BEING = re.compile(
    r"(?:^|(?<=[.,] ))(?P<name>(?:[A-Z][\w'.-]+ ){1,3}[A-Z][\w'-]+), (?P<what>(?:an?|the) [a-z][^,;:\"“()]{6,80})(?=,|[.!]$)"
)
_AND = re.compile(
    r"^(?P<one>[^;:\"“()]{20,150}?), (?:and|but|while) (?P<two>(?:he|she|it|they|the [a-z]+|[A-Z]\w+|there|his|her|"
    r"its|their) (?:was|is|were|had|has|will|[a-z]{3,}ed|said|won|took|made|became|later|also)\b[^;:\"“()]{8,140}[.!])$"
)


def extracted(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return one clause of the sentence as a sentence."""
    text, found = sentence.text, []
    for hit in _WHO.finditer(text):
        if (
            hit["rel"] == "who"
            or hit.start() == 0
            or re.search(r"\b(?:is|was|called|named|released|joined|founded|won|bought) $", text[: hit.start()])
        ):
            found.append(f"{hit['name'][:1].upper()}{hit['name'][1:]} {hit['rest']}.")
    for hit in _BEING.finditer(text):
        opener = hit["name"].split()[0] in _OPENERS or _FIRST_VERB.search(hit["what"])
        if (
            not opener
            and not re.search(r"[A-Z][a-z]+,? $", text[: hit.start()])
            and not re.search(r"^,[^,]*, and\b|^ and\b", text[hit.end() :])
        ):
            found.append(
                f"{hit['name']} {'was' if ' died' in text or ' was ' in text or ' former' in text else 'is'} {hit['what']}."
            )
    joined = _AND.match(text)
    if joined:
        found += [f"{joined['one']}.", f"{joined['two'][:1].upper()}{joined['two'][1:]}"]
    found = [
        f
        for f in found
        if not {w.lower() for w in text.split()} & (_UNSAFE | HEDGES & {"if", "whether", "may", "might"}) and len(f.split()) >= 5
    ]
    return Change((Swap(0, len(text), draw.choice(found)),), "entailment", "neutral") if found else None


EDITS = (
    Edit(
        name="part_dropped",
        make=dropped,
        share=4.0,
        plain=True,
        examples=(
            ("Ann Mills, a former teacher, was elected on Sunday.", "Ann Mills was elected on Sunday.", "entailment"),
            ("The mill, which employed 300 people, was closed last year.", "The mill was closed last year.", "entailment"),
        ),
    ),
    Edit(
        name="word_dropped",
        make=word_dropped,
        share=2.0,
        plain=True,
        examples=(("She later joined a large firm in Oslo.", "She later joined a firm in Oslo.", "entailment"),),
    ),
    Edit(
        name="clause_extracted",
        make=extracted,
        share=4.0,
        examples=(("Ann Mills, who won two medals in Oslo, is retiring.", "Ann Mills won two medals in Oslo.", "entailment"),),
    ),
)
