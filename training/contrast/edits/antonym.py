"""A word and its opposite: ruled out where it is told as a fact, left open under "may", and the same when denied."""

from __future__ import annotations

import re
from random import Random

from training.contrast.lexicon.antonyms import NOT_IN, VERB_ANTONYMS, WORD_ANTONYMS
from training.contrast.model import Change, Edit, Marked, Swap, World
from training.contrast.scope import asserted, negated, partial
from training.contrast.verbs import forms
from training.contrast.wording import verb_swaps, word_swaps

_OPEN = re.compile(
    r"(?:\b(?:may|might|could|can|sometimes|often)(?: also| have| be| have been| even)? |^(?:Some|Many|Several|A "
    r"few|Certain) (?:of the )?(?:\w+ ){1,2}(?:have |were |are |had )?)$"
)
_TO_FITS = frozenset("agree refuse belong rise fall increase decrease return lend move".split())
_GRADED = frozenset(
    "large small big strong weak rich poor high low heavy light deep shallow wide narrow hot cold warm cool rare "
    "common major minor".split()
)
_SAFE_SECOND = re.compile(
    r"^ (?:place|round|half|album|single|season|time|son|daughter|wife|husband|day|year|term|goal|man|woman|"
    r"president|stage|floor|game|match|child|book|film|part)\b"
)


def _sensible(sentence: Marked, swap: Swap, word: str) -> bool:
    """True where the word has the sense that its opposite is meant for."""
    before, after = sentence.text[: swap.start].rstrip().lower(), sentence.text[swap.end :]
    if word in NOT_IN:
        return _in_context(word, before, after)
    if word in ("open", "close", "first", "last", "second"):
        return bool(_SAFE_SECOND.match(after))
    if word in ("man", "woman", "men", "women", "boy", "girl", "king", "queen", "father", "mother"):
        return not re.search(r"\b(?:he|she|his|her|him|himself|herself)\b", sentence.text.lower())
    if word in ("supply", "demand", "present", "direct", "general", "victim", "mean", "end", "rise", "fall"):
        return before.endswith((" the", " a", " an", " his", " its", " their")) and word not in ("direct", "present", "mean")
    return not re.match(r"-|\s(?:and|or|to|nor)\s", after) and not before.endswith((" and", " or", " between", " both", " and/or"))


def _in_context(word: str, before: str, after: str) -> bool:
    if word in ("more", "less") and re.match(r" than \d", after):
        return True
    if word in ("first", "last", "second"):
        return bool(_SAFE_SECOND.match(after))
    if word in ("most", "least"):
        return before.endswith(" the") and bool(re.match(r" [a-z]+", after))
    if word == "more":
        return bool(re.match(r" [a-z]+ than", after))
    if word in ("against", "for"):
        return before.endswith(("voted", "vote", "votes", "campaigned", "argued", "ruled"))
    if word == "under":
        return bool(re.match(r" (?:the (?:bridge|table|ground|sea|water)|\d)", after)) and not before.endswith("just")
    if word in ("above", "below", "inside", "outside"):
        return bool(re.match(r" (?:the|a|an|his|her|its|their|\d)", after))
    if word == "former":
        return before.endswith((" the", " a")) and bool(
            re.match(r" (?:president|prime minister|chairman|chief|member|governor|mayor|leader|captain)", after)
        )
    return False


def _options(sentence: Marked) -> list[tuple[Swap, str]]:
    verbs = [
        (swap, word)
        for swap, word in verb_swaps(sentence, VERB_ANTONYMS)
        if word not in ("like", "open", "clear", "ground", "saw", "meet")
    ]
    verbs = [(swap, word) for swap, word in verbs if word in _TO_FITS or not sentence.text[swap.end :].startswith(" to ")]
    words = [(swap, word) for swap, word in word_swaps(sentence, WORD_ANTONYMS) if _sensible(sentence, swap, word)]
    return verbs * 2 + words


def opposite(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a word's opposite, where the word is told as a fact."""
    options = [(s, w) for s, w in _options(sentence) if asserted(sentence, s.start) and not partial(sentence, s.start)]
    if not options:
        return None
    swap, word = draw.choice(options)
    return None if word in _GRADED and draw.random() < 0.6 else Change((swap,), "contradiction", "contradiction")


def left_open(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a word's opposite under "may", "some" and the like: both can be true."""
    found = [s for s, _ in verb_swaps(sentence, VERB_ANTONYMS) if not negated(sentence, s.start) and "?" not in sentence.text]
    options = [s for s in found if _OPEN.search(sentence.text[: s.start])]
    return Change((draw.choice(options),), "not_contradiction", "not_contradiction") if options else None


def denied(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with the opposite denied: "rose" as "did not fall"."""
    found = [
        (s, w)
        for s, w in verb_swaps(sentence, VERB_ANTONYMS)
        if asserted(sentence, s.start) and w not in ("like", "clear", "ground")
    ]
    options = []
    for swap, word in found:
        if sentence.text[swap.end :].startswith((" to ", " with ")) or word in (
            "begin",
            "start",
            "end",
            "finish",
            "stop",
            "continue",
            "leave",
            "join",
            "keep",
        ):
            continue
        verb = next((o for o in VERB_ANTONYMS[word] if swap.text.lower() in (forms(o).past, forms(o).participle)), "")
        old, before = sentence.text[swap.start : swap.end], sentence.text[: swap.start]
        if verb and before.endswith(("was ", "were ", "has been ", "have been ", "had been ")) and old == forms(word).participle:
            shift = before.rstrip().rfind(" ") + 1
            aux = before[shift:].strip() if not before.endswith("been ") else ""
            options += [Swap(shift, swap.end, f"{aux} not {swap.text}")] if aux else []
        elif verb and old == forms(word).past != forms(word).participle:
            options.append(Swap(swap.start, swap.end, draw.choice((f"did not {verb}", f"didn't {verb}"))))
    return Change((draw.choice(options),), "entailment", "not_contradiction") if options else None


EDITS = (
    Edit(
        name="antonym",
        make=opposite,
        share=7.0,
        examples=(
            ("The council approved the plan.", "The council rejected the plan.", "contradiction"),
            ("The pilot was arrested before the flight.", "The pilot was arrested after the flight.", "contradiction"),
        ),
    ),
    Edit(
        name="antonym_left_open",
        make=left_open,
        share=2.0,
        examples=(("The council may have approved the plan.", "The council may have rejected the plan.", "not_contradiction"),),
    ),
    Edit(
        name="antonym_denied",
        make=denied,
        share=3.0,
        plain=True,
        examples=(("The price rose sharply.", "The price did not fall sharply.", "entailment"),),
    ),
)
