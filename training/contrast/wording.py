"""Where words of the tables stand in a sentence, in which form, and what may stand in their place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from training.contrast.model import Marked, Swap, cased
from training.contrast.verbs import SLOTS, Forms, forms, known, reading_of

_NOUN_BEFORE = frozenset(
    "a an the his her its their our my this that these those any some no each every of in with for by from first last new".split()
)
_BEFORE_GERUND = frozenset(
    "is are was were be been of by for from while after before without not also still now began started , and".split()
)
_AFTER_PARTICIPLE = frozenset(("by", "in", "at", "with", "from", "as", ",", ".", "on"))
_PARTICLE = frozenset("up down out off over on in away back through apart upon into".split())
NOUNLIKE = frozenset(
    "attack support protest report trade visit vote award claim charge cause record cost strike kill launch "
    "release increase decrease decline rise "
    "fall drop gain ban cut end start stop help name part present object found open close last lead leave like "
    "live mean close lay saw "
    "set wound ground light head face hand land plan play point sign state view work study research order offer "
    "return review rule".split()
)


@cache
def _index(verbs: tuple[str, ...]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for verb in verbs:
        for slot in SLOTS:
            word = forms(verb).slot(slot)
            found[word] = (*found.get(word, ()), (verb, slot))
    return found


def verb_swaps(sentence: Marked, table: Mapping[str, tuple[str, ...]]) -> tuple[tuple[Swap, str], ...]:
    """Return a swap for each verb of the table and each word it may give way to, with the verb found, in order."""
    index = _index(tuple(table))
    found: list[tuple[Swap, str]] = []
    for number, token in enumerate(sentence.tokens):
        readings = index.get(token.low, ())
        if not readings or sentence.guarded(token.start, token.end) or (token.text[:1].isupper() and number):
            continue
        slot = slot_of(sentence, number, readings[0][0])
        after = sentence.tokens[number + 1].low if number + 1 < len(sentence.tokens) else ""
        if not slot or (after in _PARTICLE and slot != "gerund") or after in ("-", "–"):
            continue
        for other in table[readings[0][0]]:
            new = forms(other).slot(slot)
            found.append((Swap(token.start, token.end, cased(new, token.text)), readings[0][0]))
    return tuple(found)


def slot_of(sentence: Marked, number: int, verb: str) -> str:
    """Return the form in which a verb stands at a token, "" where it is more likely no verb there."""
    tokens = sentence.tokens
    token, before = tokens[number], tuple(t.low for t in tokens[max(0, number - 3) : number])
    own = forms(verb)
    how = reading_of(token.low, before)
    last = before[-1] if before else ""
    if how == "gerund":
        return "gerund" if token.low == own.gerund and last in _BEFORE_GERUND else ""
    if how == "base":
        return "base" if token.low == own.base else ""
    if how == "participle":
        return "participle" if token.low == own.participle else ""
    after = tokens[number + 1].low if number + 1 < len(tokens) else ""
    return _finite(token.low, last, own, after) if number and last not in _NOUN_BEFORE else ""


def _finite(word: str, last: str, own: Forms, after: str) -> str:
    """The form of a verb that neither "have", "to" nor a modal stands before."""
    twofold = own.past == own.participle
    if word == own.past and (not twofold or after not in _AFTER_PARTICIPLE) and last not in (",", "(", "-", ":"):
        return "past"
    if word == own.participle and (after == "by" or last in ("(", ",")):
        return "participle"
    if word == own.past and last.isalpha() and after in _AFTER_PARTICIPLE - {"by", "as"}:
        return "past"
    return "third" if word == own.third and own.base not in NOUNLIKE and last not in ("and", ",") else ""


def word_swaps(sentence: Marked, table: Mapping[str, tuple[str, ...]]) -> tuple[tuple[Swap, str], ...]:
    """Return a swap for each word or phrase of the table, with the word found, in order. Words of names are left out."""
    found: list[tuple[Swap, str]] = []
    tokens = sentence.tokens
    for number, token in enumerate(tokens):
        for width in (3, 2, 1):
            last = tokens[min(number + width, len(tokens)) - 1]
            phrase = sentence.text[token.start : last.end]
            key = phrase if phrase in table else phrase.lower()
            if (
                key in table
                and not (token.text[:1].isupper() and number and key == phrase.lower() != phrase)
                and not _compound(sentence, token.start, last.end)
            ):
                found += [(Swap(token.start, last.end, cased(new, phrase)), key) for new in table[key]]
                break
    return tuple(found)


def _compound(sentence: Marked, start: int, end: int) -> bool:
    text = sentence.text
    return text[end : end + 1] in ("-", "–") or text[start - 1 : start] in ("-", "–") or sentence.guarded(start, end)


def is_known_verb(word: str) -> bool:
    """True for a form of one of the verbs of news."""
    return word in known()
