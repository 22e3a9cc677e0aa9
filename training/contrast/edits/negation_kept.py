"""Negation that is taken away, doubled, or told in another form."""

from __future__ import annotations

import re
from random import Random

from training.contrast.edits.negation import AUXILIARIES, lowered, main_past, opens_alone
from training.contrast.model import Change, Edit, Marked, Swap, World
from training.contrast.scope import in_main_clause, main_auxiliary, partial, unreal, words_before
from training.contrast.verbs import forms, known

_AUX_NOT = re.compile(
    r"\b(?P<aux>is|are|was|were|has|have|had|will|would|can|could)(?P<not> not\b|n't\b|not\b| never\b| no "
    r"longer\b)(?! (?:only|just|until|all|every|necessarily|always|to|so|as|even|simply|merely))"
)
_DID_NOT = re.compile(r"\bdid(?: not|n't) (?P<verb>[a-z]+)\b(?! (?:only|just|until|necessarily|any))")
_FAILED = re.compile(r"\b(?P<cue>failed|refused|declined|was unable|were unable|neglected) to (?P<verb>[a-z]+)\b")
_NEVER = re.compile(r"(?<=[a-z] )never (?P<verb>[a-z]+)\b")
_NO = re.compile(r"\b(?P<there>there (?:is|are|was|were)|has|have|had) no (?=[a-z])(?!doubt|longer|one|more)", re.IGNORECASE)
_WITHOUT = re.compile(r"\bwithout (?:an?|any|the|his|her|their|its) ")
_LIMITED = re.compile(r"\b(?:until|yet|any|anything|anyone|either|nor|or|but|doubt|until|ever|unless)\b")
_DENIED = re.compile(r"\bdenied (?=that\b)|\bdisputed (?=that\b)")


def _hits(sentence: Marked, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    found = pattern.finditer(sentence.text)
    return [
        h
        for h in found
        if not sentence.guarded(h.start(), h.end())
        and in_main_clause(sentence, h.start())
        and not unreal(sentence, h.start())
        and not _denied(sentence, h.start())
        and not _LIMITED.search(sentence.text, h.end())
    ]


def _denied(sentence: Marked, at: int) -> bool:
    return any(word in ("not", "never", "no", "nor", "neither", "none", "few", "little") for word in words_before(sentence, at))


def _past(verb: str) -> str:
    return forms(verb).past if verb in known() and forms(verb).base == verb else ""


def _amount(before: str, draw: Random) -> str:
    """What may stand after "there was", "there were" or "had" in the place of "no"."""
    if before.endswith("re"):
        return draw.choice(("some", "several", "many"))
    return "a" if "here" in before.lower() else "some"


def removed(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence without its negation."""
    options = [
        Swap(h.start(), h.end(), "can" if h["aux"].startswith("can") else h["aux"] + (" still" if "longer" in h["not"] else ""))
        for h in _hits(sentence, _AUX_NOT)
    ]
    options += [Swap(h.start(), h.end(), _past(h["verb"])) for h in _hits(sentence, _DID_NOT) if _past(h["verb"])]
    options += [Swap(h.start(), h.end(), _past(h["verb"])) for h in _hits(sentence, _FAILED) if _past(h["verb"])]
    options += [
        Swap(
            h.start("cue"),
            h.end("cue"),
            draw.choice(("agreed", "decided", "chose")) if h["cue"] in ("refused", "declined") else "managed",
        )
        for h in _hits(sentence, _FAILED)
        if "unable" not in h["cue"]
    ]
    options += [
        Swap(h.start(), h.start("verb"), draw.choice(("", "often ", "eventually ")))
        for h in _hits(sentence, _NEVER)
        if not partial(sentence, h.start())
    ]
    options += [Swap(h.start(), h.end(), f"{h['there']} {_amount(h['there'], draw)} ") for h in _hits(sentence, _NO)]
    options += [Swap(h.start(), h.start() + 7, "with") for h in _hits(sentence, _WITHOUT) if "any" not in h[0]]
    options += [Swap(h.start(), h.end(), draw.choice(("confirmed ", "admitted ", "said "))) for h in _hits(sentence, _DENIED)]
    return Change((draw.choice(options),), "contradiction", "contradiction") if options else None


_CONTRACTIONS = (
    ("is not", "isn't"),
    ("are not", "aren't"),
    ("was not", "wasn't"),
    ("were not", "weren't"),
    ("did not", "didn't"),
    ("does not", "doesn't"),
    ("do not", "don't"),
    ("has not", "hasn't"),
    ("have not", "haven't"),
    ("had not", "hadn't"),
    ("will not", "won't"),
    ("would not", "wouldn't"),
    ("cannot", "can't"),
    ("could not", "couldn't"),
    ("should not", "shouldn't"),
)
_FORM = {one: other for pair in _CONTRACTIONS for one, other in (pair, pair[::-1])}
_FORMED = re.compile(r"\b(?:" + "|".join(_FORM) + r")(?![\w'])", re.IGNORECASE)
_PHRASES = {
    "no longer": "not any more",
    "nobody": "no one",
    "no one": "nobody",
    "never": "at no time",
    "without any": "with no",
    "failed to": "did not manage to",
    "was unable to": "could not",
    "were unable to": "could not",
    "is unable to": "cannot",
    "are unable to": "cannot",
    "refused to": "was not willing to",
    "lacked": "did not have",
    "lacks": "does not have",
    "none of": "not one of",
    "there was no": "there was not any",
    "there were no": "there were not any",
}
_PHRASED = re.compile(r"\b(?:" + "|".join(p for p in _PHRASES if p not in ("no longer", "never")) + r")\b", re.IGNORECASE)


def reworded(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with its negation in another form of the same meaning."""
    options = []
    for pattern, table in ((_FORMED, _FORM), (_PHRASED, _PHRASES)):
        for hit in pattern.finditer(sentence.text):
            new = table[hit[0].lower()]
            if not sentence.guarded(hit.start(), hit.end()):
                options.append(Swap(hit.start(), hit.end(), new[:1].upper() + new[1:] if hit[0][:1].isupper() else new))
    return Change((draw.choice(options),), "entailment", "entailment") if options else None


def doubled(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with two negations that cancel out, or a negation of something else."""
    options: list[Swap] = []
    found = main_past(sentence)
    if found:
        token, verb = sentence.tokens[found[0]], found[1]
        if verb not in ("say", "tell", "have", "think", "know", "believe", "mean", "fail"):
            options += [
                Swap(token.start, token.end, new)
                for new in (
                    f"did not fail to {verb}",
                    f"did in fact {verb}",
                    f"did indeed {verb}",
                    f"did not stop short of {forms(verb).gerund}",
                )
            ]
    number = main_auxiliary(sentence, AUXILIARIES)
    first = sentence.tokens[0]
    if (found or number is not None) and len(sentence.tokens) < 36 and opens_alone(sentence):
        frames = (
            "It is not false that ",
            "It is not in doubt that ",
            "Nobody disputes that ",
            "There is no doubt that ",
            "It cannot be denied that ",
            "It is true that ",
            "It is not wrong to say that ",
        )
        options += [Swap(0, first.end, draw.choice(frames) + lowered(sentence))] * 2
    return Change((draw.choice(options),), "entailment", "not_contradiction") if options else None


EDITS = (
    Edit(
        name="negation_removed",
        make=removed,
        share=4.0,
        examples=(
            ("The mayor did not sign the letter.", "The mayor signed the letter.", "contradiction"),
            ("Rescuers failed to reach the hut.", "Rescuers managed to reach the hut.", "contradiction"),
        ),
    ),
    Edit(
        name="negation_reworded",
        make=reworded,
        share=4.0,
        plain=True,
        examples=(("The mayor did not sign the letter.", "The mayor didn't sign the letter.", "entailment"),),
    ),
    Edit(
        name="negation_doubled",
        make=doubled,
        share=3.0,
        plain=True,
        examples=(("The mayor signed the letter.", "The mayor did not fail to sign the letter.", "entailment"),),
    ),
)
