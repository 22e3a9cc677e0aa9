"""Ranks, times over, centuries, shares and directions of change."""

from __future__ import annotations

import re
from random import Random

from training.contrast.model import Change, Edit, Marked, Swap, World, cased
from training.contrast.scope import asserted

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_DIGITS = dict(zip(_ORDINALS, "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th".split(), strict=True))
_RANK = re.compile(
    r"(?<=\b)(?:the|his|her|its|their|a|in|finished|came|placed|ranked) (?P<word>"
    + "|".join(_ORDINALS)
    + r")(?= (?!of [A-Z]|quarter|half|lady|time\b|world|degree|and\b)[a-z])"
)
_TIMES = re.compile(r"(?<![\w-])(?P<word>once|twice|three times|four times)(?= (?:in|a|as|on|for|during|since|before|more)\b|[.,])")
_CENTURY = re.compile(r"(?P<word>(?:1[0-9]|[5-9])th)(?=[ -](?:century|centuries))|(?P<decade>\b1[89]\d0s\b)")
_SHARE = re.compile(
    r"\b(?P<word>half|a third|two thirds|a quarter|three quarters|a fifth|one-third|two-thirds|one-half|"
    r"one-fifth)(?= of (?:the|all|its|his|their|those|a)\b)",
    re.IGNORECASE,
)
_SHARES = ("half", "a third", "two thirds", "a quarter", "three quarters", "a fifth")
_SAME_SHARE = {
    "half": "50 percent",
    "a third": "one third",
    "two thirds": "two-thirds",
    "a quarter": "25 percent",
    "three quarters": "75 percent",
    "a fifth": "20 percent",
    "one-third": "a third",
    "two-thirds": "two out of three",
    "one-half": "half",
    "one-fifth": "20 percent",
}
_FROM_TO = re.compile(
    r"\bfrom (?P<one>[$£€]?\d[\d,.]*(?: (?:million|billion|percent)|%)?) to (?P<two>[$£€]?\d[\d,.]*\d(?: (?:million|"
    r"billion|percent)|%)?)"
)


def make(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with another rank, number of times, century, decade or share."""
    options: list[Swap] = []
    for pattern, others in ((_RANK, tuple(_ORDINALS)), (_TIMES, ("once", "twice", "three times", "four times")), (_SHARE, _SHARES)):
        for hit in pattern.finditer(sentence.text):
            old = hit["word"]
            same = {old.lower(), old.lower().replace("one-", "a ").replace("-", " ")}
            options.append(Swap(hit.start("word"), hit.end("word"), cased(draw.choice([o for o in others if o not in same]), old)))
    for hit in _CENTURY.finditer(sentence.text):
        group = "word" if hit["word"] else "decade"
        number = int(re.sub(r"\D", "", hit[group])) + draw.choice((-1, 1, 2, -2)) * (1 if hit["word"] else 10)
        options.append(Swap(hit.start(group), hit.end(group), (_th(number) if hit["word"] else f"{number}s")))
    for hit in _FROM_TO.finditer(sentence.text):
        if hit["one"] != hit["two"]:
            options.append(Swap(hit.start("one"), hit.end("two"), f"{hit['two']} to {hit['one']}"))
    options = [o for o in options if not sentence.guarded(o.start, o.end) and asserted(sentence, o.start)]
    return Change((draw.choice(options),), "contradiction", "contradiction") if options else None


def _th(number: int) -> str:
    return f"{number}{'st' if number == 21 else 'nd' if number == 22 else 'th'}"


def same(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a rank or a share written in another way."""
    options = [Swap(hit.start("word"), hit.end("word"), _DIGITS[hit["word"].lower()]) for hit in _RANK.finditer(sentence.text)]
    options += [
        Swap(hit.start("word"), hit.end("word"), cased(_SAME_SHARE[hit["word"].lower()], hit["word"]))
        for hit in _SHARE.finditer(sentence.text)
    ]
    options += [
        Swap(
            hit.start("word"),
            hit.end("word"),
            {"once": "one time", "twice": "two times"}.get(hit["word"], "on " + hit["word"].replace(" times", " occasions")),
        )
        for hit in _TIMES.finditer(sentence.text)
    ]
    options = [o for o in options if not sentence.guarded(o.start, o.end)]
    return Change((draw.choice(options),), "entailment", "entailment") if options else None


EDITS = (
    Edit(
        name="rank_changed",
        make=make,
        share=2.0,
        examples=(
            ("She won her second medal in Oslo.", "She won her fourth medal in Oslo.", "contradiction"),
            ("Half of the fleet is grounded.", "A fifth of the fleet is grounded.", "contradiction"),
            ("Output rose from 20 percent to 31 percent.", "Output rose from 31 percent to 20 percent.", "contradiction"),
        ),
    ),
    Edit(
        name="rank_rewritten",
        make=same,
        share=1.5,
        plain=True,
        examples=(("She won her second medal in Oslo.", "She won her 2nd medal in Oslo.", "entailment"),),
    ),
)
