"""Negators: the words, and which word each denies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from claimcheck.claims._lexicon.clauses import event_at, is_adverb, looks_verbal, noun_head, verb_after
from claimcheck.claims._lexicon.reporting import ALL_CUES, AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS
from claimcheck.claims._lexicon.tokens import Token

Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation:
    """A cue, as a half-open range of tokens, and the index of the word it denies."""

    start: int
    end: int
    event: int


_NO_NEGATION_AFTER_NOT = frozenset("only just merely simply least to more less fewer surprisingly exactly unlike".split())
_NO_NEGATION_AFTER_NO = frozenset("doubt wonder matter question sooner less fewer more secret surprise mean longer".split())
_COMMENT_VERBS = frozenset(
    "giving citing providing offering naming elaborating saying specifying identifying presenting mentioning going giving".split()
)
_REPORTED = frozenset("reported expected recorded announced confirmed available known found seen planned needed".split())


def _is(tokens: Tokens, at: int, *words: str) -> bool:
    return 0 <= at < len(tokens) and tokens[at].low in words


def _made(start: int, end: int, event: int | None) -> Negation | None:
    return None if event is None else Negation(start=start, end=end, event=event)


def _object(tokens: Tokens, at: int) -> int | None:
    """The head of the object at `at`, or the -ing form there."""
    while at < len(tokens) and (tokens[at].low in DETERMINERS or is_adverb(tokens[at]) or tokens[at].low.endswith("'s")):
        at += 1
    if at < len(tokens) and tokens[at].low.endswith("ing") and len(tokens[at].low) > 5 and looks_verbal(tokens[at]):
        return at
    return noun_head(tokens, at)


def _not(tokens: Tokens, at: int) -> Negation | None:
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if following in _NO_NEGATION_AFTER_NOT or _is(tokens, at - 1, "if", "or", "why", "whether"):
        return None
    if following in ("all", "every", "everyone", "everybody", "many", "much"):
        return _made(at, at + 2, verb_after(tokens, at + 2))
    if following == "one" or (following == "a" and _is(tokens, at + 2, "single")):
        end = at + 2 if following == "one" else at + 3
        return _made(at, end, verb_after(tokens, end))
    if following == "true" and _is(tokens, at + 2, "that"):
        return _made(at, at + 2, verb_after(tokens, at + 3))
    return _made(at, at + 1, _denied_after(tokens, at + 1) or _elided(tokens, at))


def _contracted(tokens: Tokens, at: int) -> Negation | None:
    subject = at + 1 if at + 1 < len(tokens) and tokens[at + 1].low in PRONOUNS else at
    return _made(at, at + 1, _denied_after(tokens, subject + 1) or _elided(tokens, at))


def _denied_after(tokens: Tokens, at: int) -> int | None:
    event = event_at(tokens, at)
    if event is not None and tokens[event].low in PREPOSITIONS:
        return _object(tokens, event + 1)
    return event


def _elided(tokens: Tokens, at: int) -> int | None:
    """In “the prosecutor argued that he lied; the defence insisted he did not” the verb stands in the clause before."""
    if not (at and tokens[at - 1].low in AUXILIARIES) and "n't" not in tokens[at].low:
        return None
    boundary = next((back for back in range(at - 1, max(-1, at - 16), -1) if tokens[back].low in (";", ",", "but", ".")), None)
    if boundary is None:
        return None
    return next(
        (
            back
            for back in range(boundary - 1, max(-1, boundary - 10), -1)
            if looks_verbal(tokens[back]) and tokens[back].low not in ALL_CUES
        ),
        None,
    )


def _no(tokens: Tokens, at: int) -> Negation | None:
    if _is(tokens, at + 1, "one"):
        return _made(at, at + 2, verb_after(tokens, at + 2) or _object(tokens, at + 2))
    if _is(tokens, at + 1, "longer"):
        return _made(at, at + 2, event_at(tokens, at + 2))
    if at + 1 >= len(tokens) or not tokens[at + 1].is_word or tokens[at + 1].low in _NO_NEGATION_AFTER_NO:
        return None
    head = noun_head(tokens, at + 1)
    if head is None:
        return None
    verb = verb_after(tokens, head) if _opens_clause(tokens, at) else None
    if verb is not None and tokens[verb].low not in _REPORTED and looks_verbal(tokens[verb]):
        return Negation(start=at, end=at + 1, event=verb)
    return Negation(start=at, end=at + 1, event=head)


def _opens_clause(tokens: Tokens, at: int) -> bool:
    return at == 0 or not tokens[at - 1].is_word or tokens[at - 1].low in ("that", "said", "and", "but", "says")


def _nobody(tokens: Tokens, at: int) -> Negation | None:
    if _is(tokens, at + 1, "to"):
        return _made(at, at + 1, event_at(tokens, at + 2))
    return _made(at, at + 1, verb_after(tokens, at + 1) or event_at(tokens, at + 1))


def _neither(tokens: Tokens, at: int) -> Negation | None:
    if at + 1 < len(tokens) and looks_verbal(tokens[at + 1]):
        return Negation(start=at, end=at + 1, event=at + 1)
    if at and tokens[at - 1].low in AUXILIARIES:
        return _made(at, at + 1, event_at(tokens, at + 1))
    return _made(at, at + 1, verb_after(tokens, at + 1))


def _nor(tokens: Tokens, at: int) -> Negation | None:
    after = at + 1
    if after < len(tokens) and tokens[after].low in AUXILIARIES:
        return _made(at, at + 1, verb_after(tokens, at + 2) or event_at(tokens, at + 3))
    return _made(at, at + 1, event_at(tokens, after))


def _never(tokens: Tokens, at: int) -> Negation | None:
    return None if _is(tokens, at + 1, "mind") else _made(at, at + 1, _denied_after(tokens, at + 1))


def _hardly(tokens: Tokens, at: int) -> Negation | None:
    if _is(tokens, at + 1, "any", "anyone"):
        return _made(at, at + 2, verb_after(tokens, at + 2))
    if at and tokens[at - 1].low in ("could", "can"):
        return _made(at, at + 1, event_at(tokens, at + 1))
    return None


def _yet(tokens: Tokens, at: int) -> Negation | None:
    """The denial in: has yet to comment."""
    if _is(tokens, at + 1, "to") and _is(tokens, at - 1, "has", "have", "had"):
        return _made(at, at + 2, event_at(tokens, at + 2))
    return None


def _lack(tokens: Tokens, at: int) -> Negation | None:
    end = at + 2 if _is(tokens, at + 1, "of") else at + 1
    return None if end == at + 1 and at and tokens[at - 1].low in DETERMINERS else _made(at, end, _object(tokens, end))


def _without(tokens: Tokens, at: int) -> Negation | None:
    if at + 1 < len(tokens) and tokens[at + 1].low in _COMMENT_VERBS:
        return None
    return _made(at, at + 1, _object(tokens, at + 1))


def _infinitive(tokens: Tokens, at: int) -> Negation | None:
    """Failed to, refused to, declined to, unable to."""
    return _made(at, at + 2, event_at(tokens, at + 2)) if _is(tokens, at + 1, "to") else None


def _denied(tokens: Tokens, at: int) -> Negation | None:
    """A denied clause, an -ing form, or the thing denied; "neither confirmed nor denied" denies nothing further."""
    if _is(tokens, at - 1, "nor"):
        return None
    if _is(tokens, at + 1, "that"):
        return _made(at, at + 1, verb_after(tokens, at + 2))
    clause = verb_after(tokens, at + 1)
    if clause is not None and any(token.low in AUXILIARIES for token in tokens[at + 1 : clause]):
        return Negation(start=at, end=at + 1, event=clause)
    return _made(at, at + 1, _object(tokens, at + 1))


def _rejected(tokens: Tokens, at: int) -> Negation | None:
    if at and tokens[at - 1].low in ("was", "were", "been"):
        subject = next((back for back in range(at - 1, max(-1, at - 5), -1) if tokens[back].low not in AUXILIARIES), None)
        return _made(at, at + 1, subject)
    if at and tokens[at - 1].low in DETERMINERS:
        return None
    return _made(at, at + 1, _object(tokens, at + 1))


def _phrase(*rest: str) -> Callable[[Tokens, int], Negation | None]:
    """A reader of a fixed phrase that denies the object after it."""

    def read(tokens: Tokens, at: int) -> Negation | None:
        end = at + 1 + len(rest)
        if [token.low for token in tokens[at + 1 : end]] != list(rest):
            return None
        return _made(at, end, _object(tokens, end) if rest[-1] in ("of", "out", "from") else event_at(tokens, end))

    return read


def _retracted(tokens: Tokens, at: int) -> Negation | None:
    for further in range(at + 1, min(len(tokens), at + 8)):
        if tokens[further].low == "that" and tokens[further - 1].low in (
            "statement",
            "claim",
            "report",
            "allegation",
            "accusation",
        ):
            return _made(at, at + 1, verb_after(tokens, further + 1))
    return None


_READERS: Mapping[str, Callable[[Tokens, int], Negation | None]] = MappingProxyType(
    {
        **dict.fromkeys(("not", "n't"), _not),
        **dict.fromkeys(
            """
    don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't shouldn't mustn't
    cannot needn't dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt couldnt wouldnt shouldnt
    """.split(),
            _contracted,
        ),
        "no": _no,
        **dict.fromkeys(("nobody", "none", "nothing", "nowhere"), _nobody),
        "neither": _neither,
        "nor": _nor,
        "never": _never,
        **dict.fromkeys(("hardly", "barely", "scarcely"), _hardly),
        "without": _without,
        **dict.fromkeys(
            "failed fails fail failing refused refuses refuse refusing declined declines unable unwilling".split(), _infinitive
        ),
        **dict.fromkeys("denied denies deny denying".split(), _denied),
        **dict.fromkeys("rejected rejects reject missed misses".split(), _rejected),
        **dict.fromkeys(("lack", "lacked", "lacks"), _lack),
        "yet": _yet,
        **dict.fromkeys("ruled rules ruling rule".split(), _phrase("out")),
        **dict.fromkeys(("stopped", "stops", "stopping", "fell", "falls"), _phrase("short", "of")),
        "far": _phrase("from"),
        "anything": _phrase("but"),
        **dict.fromkeys(("withdrew", "retracted", "recanted"), _retracted),
    }
)


def negations(tokens: Tokens) -> list[Negation]:
    """The negations of one sentence in order of their cues; look-alikes ("not only", "no doubt", "No. 2") are left out."""
    found: list[Negation] = []
    for at, token in enumerate(tokens):
        reader = _READERS.get(token.low)
        if reader is None or (found and at < found[-1].end) or _in_name(tokens, at):
            continue
        negation = reader(tokens, at)
        if negation is not None:
            found.append(negation)
    return found


def _in_name(tokens: Tokens, at: int) -> bool:
    """True inside a name: “Doctors Without Borders”."""
    return tokens[at].is_capital and at > 0 and tokens[at - 1].is_capital


NEGATORS = frozenset(_READERS)
"""The words that may open a negation."""
PHRASE_OPENERS = frozenset(
    "ruled rules ruling rule stopped stops stopping fell falls far anything withdrew retracted recanted missed misses yet".split()
)
"""Those of them that by themselves deny nothing: "the ruling", "far away"."""
