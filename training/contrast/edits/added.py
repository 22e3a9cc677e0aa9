"""More than was told: a place, a time, a number, a reason, a source, a second clause; or another sentence altogether."""

from __future__ import annotations

import re
from random import Random

from training.contrast.edits.date_changed import MONTHS, WEEKDAYS
from training.contrast.edits.negation import lowered, opens_alone
from training.contrast.lexicon.places import CITIES
from training.contrast.model import Change, Edit, Marked, Swap, World

_REASONS = """because of a dispute over money;after a long delay;despite protests from residents;in an effort to cut costs
as part of a wider inquiry;in front of a large crowd;with the help of volunteers
without giving a reason;without any warning;to the surprise of many observers;following weeks of talks
for reasons that were not made public;with the support of the opposition;against the advice of experts
and nobody was hurt;though no figures were given;but did not say why;although few people noticed at the time
which experts had not expected;and the decision is not final;a move that cost about $3 million
at a cost of more than 200 million euros;for the third time in ten years;along with at least 40 others
some 15 years after it was first planned;, and critics were not convinced;and there may be more to come
which could lead to further changes;but that might not last;and others are expected to follow
in what may have been a misunderstanding;, and the costs are likely to rise;, possibly for political reasons"""
REASONS = tuple(reason.strip() for line in _REASONS.splitlines() for reason in line.split(";"))
_SPEAKERS = (
    "Officials said;A spokeswoman said;Witnesses reported;The newspaper reported on Sunday;A government minister "
    "announced;According to a leaked report,;Local media said;Two people familiar with the matter said;Critics "
    "say;An expert told the BBC;His lawyer said"
)
SPEAKERS = tuple(_SPEAKERS.split(";"))
_ADJECTIVES = (
    "controversial expensive unexpected secret local little-known popular new second annual planned long-awaited small wealthy"
).split()
_NOUN = re.compile(
    r"(?<=\b[Tt]he )(?P<noun>[a-z]{4,}(?:ment|tion|ion|er|or|ty|ge|al|st|ce|se|nt|ny|ey|an|ol|ok|um|am|ine|ld))(?= "
    r"(?:was|is|were|has|had|in|of|on|at|which|will)\b)"
)
_STOP = re.compile(r"[.!][\"”]?$")


def detail(sentence: Marked, draw: Random, world: World) -> Change | None:
    """Return the sentence with a circumstance at its end that was not told."""
    end = _STOP.search(sentence.text)
    if not end or sentence.text[-1] in '"”' or len(sentence.tokens) > 36:
        return None
    where = f"in {draw.choice([c for c in CITIES if c not in sentence.text])}"
    when = draw.choice(
        (f"on a {draw.choice(WEEKDAYS)}", f"in {draw.choice(MONTHS)}", "early in the morning", "late at night", "at the weekend")
    )
    dated, placed = bool(sentence.of_kind("date")), any(m.value.type == "place" for m in sentence.of_kind("name"))
    options = [draw.choice(REASONS), draw.choice(REASONS), *([] if dated else [when]), *([] if placed else [where])]
    if world.tails and draw.random() < 0.7:
        options = [draw.choice(world.tails)]
    chosen = draw.choice(options)
    if chosen in sentence.text:
        return None
    return Change((Swap(end.start(), end.start(), (chosen if chosen.startswith(",") else f" {chosen}")),), "neutral", "entailment")


def source(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence in the mouth of a speaker who was not told."""
    first = sentence.tokens[0]
    if not opens_alone(sentence) or sentence.of_kind("attribution") or sentence.text[-1] in '"”':
        return None
    if draw.random() < 0.3 and sentence.text.endswith("."):
        tail = draw.choice(
            (
                "officials said",
                "a spokesman said",
                "according to police",
                "witnesses said",
                "the company said",
                "state media reported",
            )
        )
        return Change((Swap(len(sentence.text) - 1, len(sentence.text), f", {tail}."),), "not_contradiction", "not_contradiction")
    return Change((Swap(0, first.end, f"{draw.choice(SPEAKERS)} {lowered(sentence)}"),), "not_contradiction", "not_contradiction")


def adjective(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with an adjective that was not told."""
    hits = [hit for hit in _NOUN.finditer(sentence.text) if not sentence.guarded(hit.start(), hit.end())]
    if not hits:
        return None
    hit = draw.choice(hits)
    return Change((Swap(hit.start(), hit.start(), f"{draw.choice(_ADJECTIVES)} "),), "neutral", "entailment")


def clause(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with another sentence of its passage joined to it."""
    near = [n for n in sentence.near if len(n.split()) < 25 and not n.startswith(('"', "“"))]
    if not near or not sentence.text.endswith(".") or len(sentence.tokens) > 28:
        return None
    other = draw.choice(near)
    small = (
        other
        if not re.match(r"(?:The|A|An|He|She|It|They|This|In|On|At|His|Her|Their|There|After|But)\b", other)
        else other[0].lower() + other[1:]
    )
    joint = draw.choice((f", and {small}", f" {other}", f"; {small}"))
    return Change(
        (Swap(len(sentence.text) - 1, len(sentence.text), joint if joint[0] != " " else f".{joint}"),), "neutral", "entailment"
    )


def neighbour(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return another sentence of the passage: the same story, another thing told."""
    words = {t.low for t in sentence.tokens if len(t.text) > 3}
    near = [n for n in sentence.near if len(words & set(n.lower().split())) < 0.4 * len(words)]
    if not near or sentence.page.startswith("vitaminc"):
        return None
    return Change((Swap(0, len(sentence.text), draw.choice(near)),), "neutral", None)


EDITS = (
    Edit(
        name="detail_added",
        make=detail,
        share=5.0,
        fresh=True,
        examples=(("The library reopened.", "The library reopened despite protests from residents.", "neutral"),),
    ),
    Edit(
        name="source_added",
        make=source,
        share=3.0,
        fresh=True,
        examples=(("The library reopened.", "Officials said the library reopened.", "not_contradiction"),),
    ),
    Edit(
        name="adjective_added",
        make=adjective,
        share=3.0,
        fresh=True,
        examples=(("The government was blamed.", "The local government was blamed.", "neutral"),),
    ),
    Edit(name="clause_added", make=clause, share=3.0, examples=()),
    Edit(name="neighbour_sentence", make=neighbour, share=3.0, examples=()),
)
