"""A hedge added or taken away: less than was told follows, more does not."""

from __future__ import annotations

import re
from random import Random

from training.contrast.edits.negation import lowered, main_past, opens_alone
from training.contrast.model import Change, Edit, Marked, Swap, World
from training.contrast.scope import asserted, in_main_clause
from training.contrast.verbs import forms, known

_BE = re.compile(r"\b(?P<be>was|were|is|are)\b(?! (?:not|to|being|it|he|she|there))")
_MAY = re.compile(r"\b(?P<cue>may|might|could) (?P<have>have )?(?P<verb>[a-z]+)\b")
_ADVERB = re.compile(
    r"(?<=[a-z] )(?P<cue>allegedly|reportedly|possibly|probably|apparently|perhaps|likely|presumably) (?!to\b)(?=[a-z]+)"
)
_FRAMES = (
    "It is possible that ",
    "It may well be that ",
    "Perhaps ",
    "Reportedly, ",
    "It appears that ",
    "There are reports that ",
)


def added(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a hedge."""
    options: list[Swap] = []
    hit = _BE.search(sentence.text)
    if hit and in_main_clause(sentence, hit.start()) and asserted(sentence, hit.end()):
        be, perfect = hit["be"], hit["be"] in ("was", "were")
        options += [
            Swap(hit.start(), hit.end(), f"{modal} {'have been' if perfect else 'be'}") for modal in ("may", "might", "could")
        ]
        options += [
            Swap(hit.start(), hit.end(), f"{be} {adverb}")
            for adverb in ("reportedly", "apparently", "possibly", "probably", "said to be" if not perfect else "likely")
        ]
    found = main_past(sentence)
    if found and found[1] not in ("say", "tell"):
        token = sentence.tokens[found[0]]
        options += [
            Swap(token.start, token.end, new)
            for new in (
                f"may have {forms(found[1]).participle}",
                f"apparently {token.text}",
                f"reportedly {token.text}",
                f"is believed to have {forms(found[1]).participle}",
            )
        ]
    first = sentence.tokens[0]
    if (hit or found) and asserted(sentence, len(sentence.text)) and len(sentence.tokens) < 34 and opens_alone(sentence):
        options.append(Swap(0, first.end, draw.choice(_FRAMES) + lowered(sentence)))
    options = [o for o in options if not sentence.guarded(o.start, o.end) or o.start == 0]
    return Change((draw.choice(options),), "entailment", "neutral") if options else None


def _plural(before: str) -> bool:
    """True where what stands before the verb ends like a plural and is not "one of the..."."""
    return before.rstrip().endswith("s") and not re.search(r"\b(?:one|each|none) of\b", before)


def removed(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence as a fact where it was told with a hedge."""
    options: list[Swap] = []
    for hit in _MAY.finditer(sentence.text):
        verb = hit["verb"]
        if hit["have"] and verb == "been":
            options.append(Swap(hit.start(), hit.end(), "were" if _plural(sentence.text[: hit.start()]) else "was"))
        elif hit["have"] and (base := next((v for v, s in known().get(verb, ()) if s == "participle"), "")):
            options.append(Swap(hit.start(), hit.end(), forms(base).past))
        elif (not hit["have"] and verb not in ("not", "also", "be", "have", "only", "never", "still")) or (
            not hit["have"] and verb == "be"
        ):
            options.append(Swap(hit.start("cue"), hit.end("cue"), "will"))
    options += [Swap(hit.start(), hit.end(), "") for hit in _ADVERB.finditer(sentence.text)]
    options = [o for o in options if not sentence.guarded(o.start, o.end) and "?" not in sentence.text]
    return Change((draw.choice(options),), "neutral", "entailment") if options else None


EDITS = (
    Edit(
        name="hedge_added",
        make=added,
        share=2.5,
        examples=(("The fire was started by a lamp.", "The fire may have been started by a lamp.", "entailment"),),
    ),
    Edit(
        name="hedge_removed",
        make=removed,
        share=4.0,
        examples=(("The fire may have been started by a lamp.", "The fire was started by a lamp.", "neutral"),),
    ),
)
