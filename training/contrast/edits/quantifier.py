"""All, most, some, none; the only one, one of several; the largest, one of the largest."""

from __future__ import annotations

import re
from random import Random

from training.contrast.model import Change, Edit, Label, Marked, Swap, World, cased
from training.contrast.scope import asserted

_PAIRS: tuple[tuple[str, tuple[str, ...], Label, Label], ...] = (
    (
        r"(?<!at )(?<!almost )(?<!nearly )(?<!not )\ball(?: of)? (?=(?:the|his|her|its|their|these|those) (?:[a-z]+ "
        r")?[a-z]+s\b)",
        ("none of ", "not all of ", "hardly any of ", "only some of "),
        "contradiction",
        "contradiction",
    ),
    (
        r"(?<!at )(?<!almost )(?<!nearly )(?<!not )\ball(?: of)? (?=(?:the|his|her|its|their|these|those) (?!two|three|"
        r"four|five)(?:[a-z]+ )?[a-z]+s\b)",
        ("most of ", "many of ", "some of "),
        "entailment",
        "neutral",
    ),
    (r"\bsome of (?=the |his |her |its |their )", ("none of ", "not one of "), "contradiction", "contradiction"),
    (r"\bsome of (?=the |his |her |its |their )", ("all of ", "most of "), "neutral", "entailment"),
    (
        r"\bmost of (?=the |his |her |its |their )",
        ("none of ", "only a few of ", "hardly any of ", "a minority of ", "less than half of "),
        "contradiction",
        "contradiction",
    ),
    (
        r"\bmost of (?=the |his |her |its |their )",
        ("some of ", "many of ", "more than half of ", "the majority of ", "a majority of "),
        "entailment",
        "not_contradiction",
    ),
    (r"\bmost of (?=the |his |her |its |their )", ("all of ",), "neutral", "entailment"),
    (r"\bmost (?=[a-z]+s (?:are|were|have|had|in|of)\b)", ("few ", "no "), "contradiction", "contradiction"),
    (
        r"(?<!of )(?<!as )(?<!how )(?<!so )\bmany "
        r"(?=[a-z]+s\b)(?!of)",
        ("few ", "hardly any ", "no "),
        "contradiction",
        "contradiction",
    ),
    (r"(?<!as )(?<!how )(?<!so )\bmany (?=[a-z]+s\b)", ("some ", "several ", "a number of "), "entailment", "neutral"),
    (r"(?<!on )\bseveral (?=[a-z]+s\b)", ("no ", "hardly any "), "contradiction", "contradiction"),
    (r"\bseveral (?=[a-z]+s\b)", ("some ", "a number of ", "more than one of the ", "a few "), "entailment", "not_contradiction"),
    (
        r"(?<!nearly )(?<!almost )(?<!not )\b(?:every|each) (?=[a-z]+\b(?! (?:day|year|week|month|time|other|"
        r"one)))(?!day|year|week|month|time|other|one|of)",
        ("no ", "not every ", "hardly any "),
        "contradiction",
        "contradiction",
    ),
    (r"\bboth of (?=the|his|her|their|its)", ("neither of ", "only one of ", "none of "), "contradiction", "contradiction"),
    (r"\bboth of (?=the|his|her|their|its)", ("one of ", "at least one of "), "entailment", "neutral"),
    (r"\bthe only (?=[a-z]+\b)", ("not the only ", "by no means the only "), "contradiction", "contradiction"),
    (
        r"\bone of the (?=(?:largest|biggest|oldest|most|best|first|richest|poorest|highest|leading|greatest|tallest|"
        r"longest)\b)",
        ("not among the ", "by no means one of the "),
        "contradiction",
        "contradiction",
    ),
    (
        r"\bone of the (?=(?:largest|biggest|oldest|best|richest|poorest|highest|greatest|tallest|"
        r"longest)\b)",
        ("among the ",),
        "entailment",
        "entailment",
    ),
    (
        r"(?<!of )(?<!, )\bthe (?=(?:largest|biggest|oldest|tallest|longest|richest|highest|busiest|deadliest|worst|"
        r"youngest|smallest) [a-z]+ (?:in|of|on)\b)",
        ("the second ", "the third ", "by no means the ", "far from the "),
        "contradiction",
        "contradiction",
    ),
    (
        r"(?<=was )the (?=(?:largest|biggest|oldest|tallest|longest|richest|highest|busiest) [a-z]+ "
        r"(?:in|of|on)\b)",
        ("among the ",),
        "entailment",
        "neutral",
    ),
    (r"\bunanimously\b", ("by a narrow margin", "without unanimity", "by a split decision"), "contradiction", "contradiction"),
    (r"\b(?P<w>everyone|everybody)\b", ("nobody", "no one", "not everyone", "hardly anyone"), "contradiction", "contradiction"),
    (r"\bnobody\b|\bno one\b", ("everyone", "someone", "several people"), "contradiction", "contradiction"),
    (r"\bnone of (?=the |his |her |its |their )", ("all of ", "some of ", "several of "), "contradiction", "contradiction"),
    (r"(?<=ha[sd] )no (?=[a-z]+s\b)", ("many ", "several ", "some "), "contradiction", "contradiction"),
)
_RULES = tuple((re.compile(pattern, re.IGNORECASE), options, label, back) for pattern, options, label, back in _PAIRS)


def _changes(sentence: Marked, draw: Random, *, plain: bool) -> Change | None:
    found = []
    for pattern, options, label, back in _RULES:
        if (label == "entailment") != plain:
            continue
        for hit in pattern.finditer(sentence.text):
            if asserted(sentence, hit.start()) or hit[0].lower().startswith("no"):
                new = cased(draw.choice(options), hit[0])
                found.append(Change((Swap(hit.start(), hit.end(), new),), label, back))
    found = [c for c in found if not sentence.guarded(c.swaps[0].start, c.swaps[0].end)]
    return draw.choice(found) if found else None


def changed(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a quantifier that is ruled out, or one that says more than was told."""
    return _changes(sentence, draw, plain=False)


def weaker(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a quantifier that follows."""
    return _changes(sentence, draw, plain=True)


EDITS = (
    Edit(
        name="quantifier_changed",
        make=changed,
        share=5.0,
        examples=(
            ("Most of the houses were spared.", "Only a few of the houses were spared.", "contradiction"),
            ("Some of the miners were rescued.", "All of the miners were rescued.", "neutral"),
        ),
    ),
    Edit(
        name="quantifier_weaker",
        make=weaker,
        share=4.0,
        plain=True,
        examples=(("Most of the houses were spared.", "Some of the houses were spared.", "entailment"),),
    ),
)
