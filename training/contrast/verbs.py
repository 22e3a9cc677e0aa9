"""The forms of English verbs of news: regular ones by rule, the others from a table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from training.contrast.lexicon.verbs import DOUBLING, IRREGULAR, VERBS

SLOTS = ("base", "third", "past", "participle", "gerund")
_HAVE = frozenset("have has had having 've be been being is are was were am get got gets getting".split())
_TO = frozenset("to will would can could may might must should shall not did do does cannot n't 'll let helps".split())
_SKIP = frozenset("not also never already been being just recently officially later now since then now ever n't".split())


@dataclass(frozen=True, slots=True)
class Forms:
    """The five forms of a verb."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str

    def slot(self, name: str) -> str:
        """The form of that name, one of SLOTS."""
        return str(getattr(self, name))


@cache
def forms(verb: str) -> Forms:
    """Return the forms of a verb; of "take over" those of its first word, with the rest kept behind."""
    head, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    past, participle = IRREGULAR.get(head) or (_ed(head), _ed(head))
    return Forms(head + tail, _third(head) + tail, past + tail, participle + tail, _gerund(head) + tail)


def _third(verb: str) -> str:
    if verb in ("have", "be", "do", "go"):
        return {"have": "has", "be": "is", "do": "does", "go": "goes"}[verb]
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


def _ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + (verb[-1] if verb in DOUBLING else "") + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in DOUBLING else "") + "ing"


@cache
def known() -> dict[str, tuple[tuple[str, str], ...]]:
    """Every form of every known verb of one word: (verb, slot) pairs, in the order of the table."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for verb in VERBS:
        for slot in SLOTS:
            word = forms(verb).slot(slot)
            if (verb, slot) not in found.get(word, ()):
                found[word] = (*found.get(word, ()), (verb, slot))
    return found


def reading_of(word: str, before: tuple[str, ...]) -> str:
    """Return the slot that a verb form fills: "past" or "participle" by the words before it, nearest last.

    "base" is told by "to" or a modal. "" where the word is more likely a noun.
    """
    near = [w for w in before[-3:] if w not in _SKIP]
    last = near[-1] if near else ""
    if word.endswith("ing"):
        return "gerund"
    if last in _HAVE or last.endswith(("'ve", "n't")):
        return "participle" if last not in ("don't", "didn't", "doesn't", "won't", "can't") else "base"
    return "base" if last in _TO else "finite"
