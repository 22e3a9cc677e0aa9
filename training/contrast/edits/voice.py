"""Who did it to whom: active and passive of one event, and the two sides changed about."""

from __future__ import annotations

import re
from random import Random

from training.contrast.model import Change, Edit, Marked, Swap, World
from training.contrast.scope import asserted
from training.contrast.verbs import forms

_ONE_WAY = """beat defeat attack invade acquire buy criticise criticize accuse kill murder arrest hire appoint succeed replace
    sue support elect rescue
influence teach coach promote dismiss interview succeed overtake outlive precede follow employ invite thank praise condemn
capture shoot
assassinate conquer occupy annex sign release found direct produce write adopt raise own control lead manage sponsor fund
finance create design build
discover publish record compose develop operate host establish launch purchase sell visit name nominate approve reject order win
inspire paint invent
manufacture edit perform play cover portray describe cause damage destroy hit strike injure surround support_ oppose back_
    endorse join""".split()
VERBS = tuple(dict.fromkeys(_ONE_WAY))
_BY_PAST = {forms(v).past: v for v in VERBS}
_BY_PARTICIPLE = {forms(v).participle: v for v in VERBS}
_NP = r"(?:(?:[Tt]he |[Aa]n? )?(?:[A-Z][\w'.-]+(?: (?:of|the|de|van|von|[A-Z][\w'.-]+)){0,4}(?<! of)(?<! the)(?<! de)))"
_LOOSE = (
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]wo|[A-Z][\w'.-]+)(?: (?!who\b|as\b|\d|which\b|that\b|"
    r"to\b|and\b|was\b|were\b|is\b|are\b|had\b|has\b|by\b|in\b|on\b|at\b|from\b|with\b|for\b|"
    r"after\b)[\w'.-]+){0,4}(?: of (?:the )?[\w'.-]+){0,1})"
)
_REST = (
    r"(?P<rest>(?:,? (?:in|on|at|after|during|for|to|from|with|by|before|as|who|which|until|because|over|under|"
    r"through)\b[^\"“;]{0,160})?[.!])$"
)
_ACTIVE = re.compile(rf"^(?P<one>{_LOOSE}) (?P<verb>{'|'.join(_BY_PAST)}) (?P<two>{_LOOSE}){_REST}")
_PASSIVE = re.compile(
    rf"^(?P<one>{_LOOSE}) (?P<be>was|were|is|are) (?P<adverb>[a-z]+ly )?(?P<verb>{'|'.join(_BY_PARTICIPLE)}) by "
    rf"(?P<two>{_LOOSE}){_REST}"
)
_ANIMATE = frozenset(
    """beat defeat attack invade acquire buy criticise criticize accuse kill murder arrest hire appoint succeed replace sue
    support rescue
    influence teach coach dismiss overtake outlive precede follow employ invite thank praise condemn capture shoot assassinate
    conquer visit
    annex oppose interview endorse occupy""".split()
)
_MUTUAL = frozenset("met married joined faced played fought divorced resembled".split())
_BOTH = re.compile(
    rf"^(?P<one>{_NP}) (?P<verb>{'|'.join(sorted(_MUTUAL - {'joined', 'played', 'fought'}))}) "
    rf"(?P<two>{_NP})(?P<rest>(?: (?:in|on|at|after|during|for)\b[^\"“;]*)?[.!])$"
)
_PERFECTED = re.compile(
    rf"(?P<one>{_NP}) (?P<cue>was born in|is located in|is part of|is the capital of|is a city in|is north of|is "
    rf"south of|is east of|is west of|is larger than|is smaller than|is older than|took over from|lost to|borrowed "
    rf"from|belongs to) (?P<two>{_NP})(?=[ ,.])"
)

_MANY = re.compile(r"(?:the|two|three|several|many|some|his|her|its|their) ", re.IGNORECASE)


def _clear(sentence: Marked, hit: re.Match[str]) -> bool:
    one, two = hit["one"], hit["two"]
    return (
        one.lower() not in ("he", "she", "it", "they", "in", "on", "at", "this", "there", "i", "we")
        and two != one
        and asserted(sentence, hit.end("two"))
        and " and " not in f"{one} {two}{hit.groupdict().get('rest') or ''}"
        and not re.search(r"[a-z](?:ed|ing)$", f"{one}")
    )


def _placed(text: str, *, first: bool) -> str:
    if first:
        return text[:1].upper() + text[1:]
    return text[0].lower() + text[1:] if re.match(r"(?:The|An?) ", text) else text


def told_otherwise(sentence: Marked, _draw: Random, _world: World) -> Change | None:
    """Return the sentence in the other voice, with sides kept; or a mutual event with its sides changed about."""
    text = sentence.text
    if (hit := _BOTH.match(text)) and _clear(sentence, hit):
        return Change(
            (
                Swap(
                    0, len(text), f"{_placed(hit['two'], first=True)} {hit['verb']} {_placed(hit['one'], first=False)}{hit['rest']}"
                ),
            ),
            "entailment",
            "entailment",
        )
    if (hit := _ACTIVE.match(text)) and _clear(sentence, hit):
        plural = hit["two"].split(" of ")[0].endswith("s") and bool(_MANY.match(hit["two"]))
        new = (
            f"{_placed(hit['two'], first=True)} {'were' if plural else 'was'} {forms(_BY_PAST[hit['verb']]).participle} by "
            f"{_placed(hit['one'], first=False)}{hit['rest']}"
        )
        return Change((Swap(0, len(text), new),), "entailment", "entailment")
    if (hit := _PASSIVE.match(text)) and _clear(sentence, hit):
        verb = _BY_PARTICIPLE[hit["verb"]]
        form = forms(verb).past if hit["be"] in ("was", "were") else forms(verb).third
        new = f"{_placed(hit['two'], first=True)} {hit['adverb'] or ''}{form} {_placed(hit['one'], first=False)}{hit['rest']}"
        return Change((Swap(0, len(text), new),), "entailment", "entailment")
    return None


def changed_about(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with the one side in the place of the other, in either voice."""
    text = sentence.text
    for pattern in (_ACTIVE, _PASSIVE):
        hit = pattern.match(text)
        if not hit or not _clear(sentence, hit):
            continue
        verb = (_BY_PAST if pattern is _ACTIVE else _BY_PARTICIPLE)[hit["verb"]]
        if verb not in _ANIMATE:
            continue
        agent, patient = (hit["one"], hit["two"]) if pattern is _ACTIVE else (hit["two"], hit["one"])
        if draw.random() < 0.6:
            new = f"{_placed(patient, first=True)} {forms(verb).past} {_placed(agent, first=False)}{hit['rest']}"
        else:
            new = f"{_placed(agent, first=True)} was {forms(verb).participle} by {_placed(patient, first=False)}{hit['rest']}"
        return Change((Swap(0, len(text), new),), "contradiction", "contradiction")
    hits = [
        h
        for h in _PERFECTED.finditer(text)
        if h["cue"] not in ("was born in", "is located in", "is part of", "is a city in", "is the capital of")
        and _clear(sentence, h)
    ]
    if hits:
        hit = draw.choice(hits)
        swaps = (
            Swap(hit.start("one"), hit.end("one"), _placed(hit["two"], first=hit.start() == 0)),
            Swap(hit.start("two"), hit.end("two"), _placed(hit["one"], first=False)),
        )
        return Change(swaps, "contradiction", "contradiction")
    return None


EDITS = (
    Edit(
        name="voice_changed",
        make=told_otherwise,
        share=12.0,
        plain=True,
        examples=(("Bauer defeated Mills in the final.", "Mills was defeated by Bauer in the final.", "entailment"),),
    ),
    Edit(
        name="sides_changed",
        make=changed_about,
        share=12.0,
        examples=(("Bauer defeated Mills in the final.", "Mills defeated Bauer in the final.", "contradiction"),),
    ),
)
