"""What is told as a fact, denied: after an auxiliary, before a verb, or of the whole."""

from __future__ import annotations

import re
from random import Random

from training.contrast.model import Change, Edit, Marked, Swap, World
from training.contrast.scope import asserted, in_main_clause, main_auxiliary, next_token, partial
from training.contrast.verbs import forms, known

BE = frozenset("is are was were".split())
AUXILIARIES = BE | frozenset("has have had will would can could does did do".split())
_SHORT = {"will": "won't", "can": "can't"}
_NOT_AUX = frozenset("to a an the no his her its their one two three four been".split())


def after_auxiliary(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with "not", "n't", "never" or "no longer" after its main auxiliary."""
    number = main_auxiliary(sentence, AUXILIARIES)
    if number is None:
        return None
    aux, after = sentence.tokens[number], next_token(sentence, number)
    if (
        after is None
        or (aux.low in ("has", "have", "had", "do", "did", "does") and not _participle(after.low))
        or after.text in ",.;"
    ):
        return None
    options = [f"{aux.text} not", f"{aux.text} not", _SHORT.get(aux.low, f"{aux.text}n't"), f"{aux.text} never"]
    if aux.low in ("is", "are", "will", "can", "has", "have"):
        options.append(f"{aux.text} no longer")
    if aux.low in BE and (after.low in ("a", "an", "the") or after.low.endswith("ed")):
        options.append(f"{aux.text} by no means")
    new = draw.choice(options)
    return Change((Swap(aux.start, aux.end, new.replace("can not", "cannot")),), "contradiction", "contradiction")


def _participle(word: str) -> bool:
    return word in ("been", "become") or any(slot == "participle" for _, slot in known().get(word, ())) or word.endswith("ed")


def main_past(sentence: Marked) -> tuple[int, str] | None:
    """Return the number of the token that is the main verb in the past, and its verb; None where it is in doubt."""
    for number, token in enumerate(sentence.tokens[:14]):
        if token.low in AUXILIARIES or token.low in ("may", "might", "must", "should"):
            return None
        verbs = [verb for verb, slot in known().get(token.low, ()) if slot == "past"]
        if number and verbs and not sentence.guarded(token.start, token.end):
            return (number, verbs[0]) if _is_main(sentence, number, verbs[0]) else None
    return None


def _is_main(sentence: Marked, number: int, verb: str) -> bool:
    token, last, after = sentence.tokens[number], sentence.tokens[number - 1], next_token(sentence, number)
    if (
        after is None
        or after.low == "by"
        or last.low.endswith("ly")
        or last.low in ("also", "then", "later", ",", "-", "(", "and", "a", "an", "the", "to", "of", "his", "her", "its", "or")
    ):
        return False
    simple = (
        forms(verb).past != forms(verb).participle
        or last.low in ("he", "she", "it", "they", "we", "who")
        or sentence.guarded(last.start, last.end)
    )
    clear = simple or after.low in (
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "that",
        "to",
        "him",
        "them",
        "it",
        "two",
        "three",
    )
    return (
        clear and in_main_clause(sentence, token.start) and asserted(sentence, token.start) and not partial(sentence, token.start)
    )


def before_verb(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with its past verb denied: did not, never, failed to, refused to, has yet to."""
    found = main_past(sentence)
    if found is None:
        return None
    number, verb = found
    token, willed = sentence.tokens[number], found[1] in _WILLED
    options = [
        f"did not {verb}",
        f"did not {verb}",
        f"didn't {verb}",
        f"never {token.text}",
        f"has yet to {verb}",
        f"has not {forms(verb).participle}",
    ]
    options += (
        [f"failed to {verb}"] * 2
        if willed or verb in ("win", "reach", "pass", "find", "gain", "secure", "achieve", "finish")
        else []
    )
    options += (
        [f"refused to {verb}", f"declined to {verb}", f"decided not to {verb}", f"stopped short of {forms(verb).gerund}"]
        if willed
        else []
    )
    if verb == "say":
        options = [f"did not {verb}", "never said", "denied"]
    return Change((Swap(token.start, token.end, draw.choice(options)),), "contradiction", "contradiction")


_WILLED = frozenset(
    """accept admit adopt announce apologise approve attack attend back buy close confirm condemn sign join leave meet pay
    publish release
    resign return sell send support testify travel vote withdraw visit open give hand help hire host grant invite endorse
    appoint award cancel
    lift launch move order play reveal write""".split()
)


def whole(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a denial of all of it before it."""
    first = sentence.tokens[0]
    last = next((t for t in sentence.tokens if t.low in AUXILIARIES or known().get(t.low)), None)
    if (
        len(sentence.tokens) > 32
        or last is None
        or not asserted(sentence, len(sentence.text))
        or not opens_alone(sentence)
        or not in_main_clause(sentence, last.start)
    ):
        return None
    frames = (
        "It is not true that ",
        "It is false that ",
        "It is not the case that ",
        "There is no truth to the claim that ",
        "It is untrue that ",
        "It is a myth that ",
        "Nobody believes that it is true that ",
    )
    return Change((Swap(0, first.end, draw.choice(frames[:-1]) + lowered(sentence)),), "contradiction", "contradiction")


_JOINTS = frozenset(
    "meanwhile however and but also then so thus therefore moreover furthermore additionally finally nevertheless "
    "instead or yet because".split()
)


def opens_alone(sentence: Marked) -> bool:
    """True where the sentence can stand behind "it is true that": no quotation and no joint opens it."""
    return sentence.tokens[0].low not in _JOINTS and sentence.tokens[0].text not in "\"“'"


def lowered(sentence: Marked) -> str:
    """Return the first word as it stands within a sentence."""
    first = sentence.tokens[0]
    named = any(m.kind in ("name", "date") and m.start < first.end for m in sentence.marks)
    small = first.low in _STARTERS and not named
    return first.low if small else first.text


_STARTERS = frozenset(
    """the a an this that these those he she it they we his her its their our in on at by for from with after before during
    since when while
    although as two three four five six seven eight nine ten most many some several all both one according there under over
    despite about
    more at police officials other another each every such between because if although to""".split()
)


_SAID = ("said", "confirmed", "announced", "stated", "acknowledged", "declared")
_DENIALS = ("denied that", "did not say that", "disputed that", "rejected claims that", "never said that")
_CLAUSE = ("the", "he", "she", "it", "they", "his", "a")
_NO_SPEAKER = ("was", "were", "is", "are", ",", "been", "told", "be", "it")


def speech(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with "denied that" for "said that"."""
    for number, token in enumerate(sentence.tokens):
        after = next_token(sentence, number)
        if not number or not after or token.low not in _SAID or sentence.tokens[number - 1].low in _NO_SPEAKER:
            continue
        if asserted(sentence, token.start) and (after.low == "that" or (after.low in _CLAUSE and token.low == "said")):
            end = after.end if after.low == "that" else token.end
            return Change((Swap(token.start, end, draw.choice(_DENIALS)),), "contradiction", "contradiction")
    return None


_THERE = re.compile(r"\b(?P<there>[Tt]here (?:is|are|was|were|has been|have been)) (?P<what>an?|some|several|many|two|three|\d+)\b")
_WITH = re.compile(
    r"\b(?P<with>with) (?P<a>the (?:help|support|consent|permission|approval|knowledge) of|help|support|permission|approval)\b"
)
_SUBJECT = re.compile(
    r"^(?P<what>All|Everyone|Everybody|Both|Every|Each|All of|Both of|Some|Several|Many|An?) (?P<rest>(?:of )?(?:the )?[a-z]+s?)"
)


def no_thing(sentence: Marked, _draw: Random, _world: World) -> Change | None:
    """Return the sentence with "no", "neither", "nobody" or "without"."""
    options: list[Swap] = []
    for hit in _THERE.finditer(sentence.text):
        options.append(Swap(hit.start(), hit.end(), f"{hit['there']} no"))
    for hit in _WITH.finditer(sentence.text):
        if (
            sentence.text[: hit.start()].endswith(("married ", "met ", "dealt ", "concerned ", "born "))
            or not sentence.text[: hit.start()].strip()
        ):
            continue
        options.append(Swap(hit.start("with"), hit.end("a"), f"without {hit['a']}"))
    subject = _SUBJECT.match(sentence.text)
    if subject and subject["what"] in ("All", "Everyone", "Everybody", "Both", "All of", "Both of"):
        none = {"All": "None of", "All of": "None of", "Both": "Neither of", "Both of": "Neither of"}.get(subject["what"], "Nobody")
        rest = subject["rest"] if subject["rest"].startswith(("of", "the")) or none == "Nobody" else f"the {subject['rest']}"
        options.append(
            Swap(0, subject.end(), f"{none} {rest.removeprefix('of ')}" if none != "Nobody" else f"Nobody {subject['rest']}")
        )
    options = [o for o in options if asserted(sentence, o.start) and not sentence.guarded(o.start, o.end)]
    return Change((_draw.choice(options),), "contradiction", "contradiction") if options else None


EDITS = (
    Edit(
        name="negation_of_auxiliary",
        make=after_auxiliary,
        share=3.5,
        examples=(("The airport was closed on Monday.", "The airport was not closed on Monday.", "contradiction"),),
    ),
    Edit(
        name="negation_of_verb",
        make=before_verb,
        share=4.0,
        examples=(("The union accepted the offer.", "The union refused to accept the offer.", "contradiction"),),
    ),
    Edit(
        name="negation_of_whole",
        make=whole,
        share=1.5,
        examples=(("The airport reopened at noon.", "It is not true that the airport reopened at noon.", "contradiction"),),
    ),
    Edit(
        name="negation_of_speech",
        make=speech,
        share=1.5,
        examples=(("Mills said that she would resign.", "Mills denied that she would resign.", "contradiction"),),
    ),
    Edit(
        name="negation_of_thing",
        make=no_thing,
        share=2.0,
        examples=(("There was a fire in the mill.", "There was no fire in the mill.", "contradiction"),),
    ),
)
