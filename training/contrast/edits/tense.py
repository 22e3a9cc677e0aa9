"""Whether a thing goes on, is over, or is still to come."""

from __future__ import annotations

import re
from random import Random

from training.contrast.edits.negation import main_past
from training.contrast.model import Change, Edit, Marked, Swap, World
from training.contrast.scope import asserted, in_main_clause
from training.contrast.verbs import forms, known

_GOING = re.compile(r"\b(?P<aux>is|are) (?:currently |now |still )?(?P<verb>(?!going\b)[a-z]+ing)\b")
_WILL = re.compile(r"\bwill (?P<verb>[a-z]+)\b(?! not)")
_HAS = re.compile(r"\b(?P<aux>has|have) (?:already |now |recently |just )?(?P<verb>[a-z]+)\b")
_STILL = re.compile(
    r"\b(?P<aux>is|are) still\b|\b(?P<went>remains|remain|continues to be)\b(?= (?:in|at|on|open|closed|a|the|under|active))"
)
_KEPT = re.compile(r"\b(?P<cue>continued|continues|continue|began|begins|started) to (?P<verb>[a-z]+)\b")


def _known(word: str, slot: str) -> str:
    return next((verb for verb, form in known().get(word, ()) if form == slot), "")


def _options(sentence: Marked) -> list[Swap]:
    found: list[Swap] = []
    for hit in _GOING.finditer(sentence.text):
        if verb := _known(hit["verb"], "gerund"):
            has = "has" if hit["aux"] == "is" else "have"
            found += [
                Swap(hit.start(), hit.end(), new)
                for new in (
                    f"{has} stopped {hit['verb']}",
                    f"{hit['aux']} no longer {hit['verb']}",
                    f"{has} yet to start {hit['verb']}",
                    f"never {'starts' if has == 'has' else 'start'} {forms(verb).gerund}",
                )
            ]
    for hit in _WILL.finditer(sentence.text):
        if verb := _known(hit["verb"], "base"):
            found += [
                Swap(hit.start(), hit.end(), new)
                for new in (
                    f"has already {forms(verb).participle}",
                    f"will never {verb}",
                    f"no longer plans to {verb}",
                    f"will refuse to {verb}",
                )
            ]
    for hit in _HAS.finditer(sentence.text):
        if (verb := _known(hit["verb"], "participle")) and verb not in ("come", "be", "have", "make"):
            found += [
                Swap(hit.start(), hit.end(), f"{hit['aux']} yet to {verb}"),
                Swap(hit.start(), hit.end(), f"will {verb} for the first time next year"),
            ]
    for hit in _STILL.finditer(sentence.text):
        found.append(Swap(hit.start(), hit.end(), f"{hit['aux']} no longer" if hit["aux"] else "is no longer"))
    for hit in _KEPT.finditer(sentence.text):
        if verb := _known(hit["verb"], "base"):
            found += [
                Swap(hit.start(), hit.end(), new)
                for new in (f"stopped {forms(verb).gerund}", f"ceased to {verb}", f"refused to {verb}")
            ]
    return [
        s
        for s in found
        if asserted(sentence, s.start) and in_main_clause(sentence, s.start) and not sentence.guarded(s.start, s.end)
    ]


def over(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with what goes on as over, what is done as still to come, what is to come as done."""
    options = _options(sentence)
    return Change((draw.choice(options),), "contradiction", "contradiction") if options else None


def same(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with its tense told in another way that leaves the claim."""
    options: list[Swap] = []
    for hit in _GOING.finditer(sentence.text):
        if _known(hit["verb"], "gerund"):
            options += [
                Swap(hit.start(), hit.end(), f"{hit['aux']} in the process of {hit['verb']}"),
                Swap(hit.start(), hit.end(), f"{hit['aux']} currently {hit['verb']}"),
            ]
    for hit in _WILL.finditer(sentence.text):
        if verb := _known(hit["verb"], "base"):
            options += (
                [Swap(hit.start(), hit.end(), f"is going to {verb}"), Swap(hit.start(), hit.end(), f"is to {verb}")]
                if _single(sentence, hit.start())
                else []
            )
    found = main_past(sentence)
    if found and found[1] not in ("say", "tell", "have"):
        token = sentence.tokens[found[0]]
        participle = forms(found[1]).participle
        options += [Swap(token.start, token.end, f"had {participle}"), Swap(token.start, token.end, f"did {found[1]}")]
    options = [o for o in options if not sentence.guarded(o.start, o.end)]
    return Change((draw.choice(options),), "entailment", "entailment") if options else None


def _single(sentence: Marked, at: int) -> bool:
    """True where the subject before "will" is one name or a noun after a/the without plural s."""
    before = sentence.text[:at].split()
    return (
        bool(before)
        and not before[-1].endswith("s")
        and before[-1].lower()
        not in ("they", "we", "you", "i", "people", "who", "that", "which", "and", "men", "women", "children")
    )


def finished(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a past event as one that is only begun or planned: less than was told, or not yet so."""
    found = main_past(sentence)
    if not found or found[1] in ("say", "tell", "have", "be", "know", "think", "fail", "begin", "start", "plan", "want", "hope"):
        return None
    token, verb = sentence.tokens[found[0]], found[1]
    new = draw.choice(
        (f"was due to {verb}", f"wanted to {verb}", f"was expected to {verb}", f"planned to {verb}", f"was about to {verb}")
    )
    return Change((Swap(token.start, token.end, new),), "not_contradiction", "neutral")


EDITS = (
    Edit(
        name="aspect_contradicted",
        make=over,
        share=4.0,
        examples=(
            ("The rescue is continuing tonight.", "The rescue has stopped continuing tonight.", "contradiction"),
            (
                "The museum has reopened. It has sold 40 pictures.",
                "The museum has reopened. It has yet to sell 40 pictures.",
                "contradiction",
            ),
        ),
    ),
    Edit(
        name="aspect_kept",
        make=same,
        share=2.0,
        plain=True,
        examples=(("The troops are leaving the town.", "The troops are currently leaving the town.", "entailment"),),
    ),
    Edit(
        name="planned_only",
        make=finished,
        share=2.0,
        examples=(("The union accepted the offer.", "The union was expected to accept the offer.", "not_contradiction"),),
    ),
)
