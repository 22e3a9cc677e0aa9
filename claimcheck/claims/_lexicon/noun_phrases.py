"""Where a speaker's noun phrase begins and ends, by position and by small word lists."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims._lexicon import reporting as verbs
from claimcheck.claims._lexicon.clauses import NO_ADVERBS
from claimcheck.claims._lexicon.tokens import PAST_FORMS, Token

MAX_PHRASE_TOKENS = 24
_HARD = frozenset(";:—–()?!“”")
_CLAUSE_WORDS = frozenset(
    "but that which while as because if when after although though since where than so whether until before".split()
)
RELATIVE = frozenset("who which that whose".split())
STATEMENT_NOUNS = frozenset(
    "statement interview post speech briefing report letter email message video news press conference tweet".split()
)
_BREAKS_RIGHT = frozenset(
    "as after before when while during adding referring speaking that but because although at if where via noting citing".split()
)
_ADVERBS = frozenset(
    "also later earlier then now once previously repeatedly again has have had just still already never ever".split()
)
_ADJECTIVAL = frozenset("earlier previous recent new latest initial conflicting early several many other to contrary".split())
PLAIN_PAST = PAST_FORMS - {"left", "cost", "set", "put", "cut", "led"}


def left_of(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """The subject left of the verb at `index` as a half-open range of tokens; None where there is none."""
    end = _past_adverbs(tokens, index)
    if end <= 0:
        return None
    if tokens[end - 1].low in RELATIVE:
        end -= 2 if end >= 2 and tokens[end - 2].low == "," else 1
    elif tokens[end - 1].low == ",":
        end, apposition = _before_parenthesis(tokens, end - 1)
        if apposition is not None:
            return _trim(tokens, _start_of(tokens, apposition), end)
    elif tokens[end - 1].low in ("and", "but"):
        return _shared_subject(tokens, end - 1)
    return _trim(tokens, _start_of(tokens, end), end)


def _shared_subject(tokens: Sequence[Token], joint: int) -> tuple[int, int] | None:
    """The subject of the first of two joined verbs: “Police searched the house and said …”."""
    start = joint
    while start > 0 and not (tokens[start - 1].text in _HARD or tokens[start - 1].low == "." or tokens[start - 1].text == "“”"):
        start -= 1
    for at in range(start, min(joint, start + MAX_PHRASE_TOKENS)):
        low = tokens[at].low
        if low == "," or low in _CLAUSE_WORDS:
            return None
        past = low.endswith("ed") and len(low) > 4 and tokens[at - 1].low not in verbs.DETERMINERS
        if at > start and (low in verbs.AUXILIARIES or low in PAST_FORMS or past or low in verbs.ALL_CUES):
            return _trim(tokens, start, at)
    return None


def _past_adverbs(tokens: Sequence[Token], index: int) -> int:
    end = index
    while end > 0:
        low = tokens[end - 1].low
        if (
            low in _ADVERBS
            or low in verbs.WEEKDAYS
            or (low.endswith("ly") and len(low) > 4 and low not in NO_ADVERBS and not tokens[end - 1].is_capital)
            or (low == "on" and end < len(tokens) and tokens[end].low in verbs.WEEKDAYS)
        ):
            end -= 1
        else:
            break
    return end


def _before_parenthesis(tokens: Sequence[Token], comma: int) -> tuple[int, int | None]:
    """Where the phrase ends before “, …,”, and where the head ends if the inset is an apposition that belongs to it."""
    for opening in range(comma - 1, max(-1, comma - MAX_PHRASE_TOKENS), -1):
        if tokens[opening].low == ",":
            inset = tokens[opening + 1 : comma]
            first = inset[0].low if inset else ""
            apart = (
                first in ("who", "which", "whose", "seen", "like", "along") or first[:1].isdigit() or first in verbs.PREPOSITIONS
            )
            return (opening, None) if apart or first.endswith(("ing", "ed")) else (comma, opening)
    return comma, None


def _start_of(tokens: Sequence[Token], end: int) -> int:
    start, lowest = end, max(0, end - MAX_PHRASE_TOKENS)
    while start > lowest:
        before = tokens[start - 1]
        if before.low == "," and _is_list(tokens, start - 1, end):
            start -= 1
        elif before.low == "," or before.text in _HARD or before.text == "“”" or before.low == ".":
            break
        elif before.low in RELATIVE and _is_verbal(tokens, start, end):
            start -= 1
        elif (
            (before.low in ("and", "or") and not _joins_names(tokens, start - 1))
            or before.low in _CLAUSE_WORDS
            or (before.low in verbs.ALL_CUES and not before.is_capital)
        ):
            break
        else:
            start -= 1
    return start


def _is_verbal(tokens: Sequence[Token], start: int, end: int) -> bool:
    """True where the token at `start` is a verb: “residents who were evacuated said”."""
    if start >= end:
        return False
    low = tokens[start].low
    return (
        low in verbs.AUXILIARIES
        or low in PAST_FORMS
        or low.endswith("ed")
        or tokens[start - 1].low == "who"
        or _is_present(tokens, start)
    )


def _is_present(tokens: Sequence[Token], at: int) -> bool:
    """True for a present tense after a noun and its relative pronoun: “the company that operates the plant”."""
    low = tokens[at].low
    after_noun = at >= 2 and tokens[at - 2].is_word and tokens[at - 2].low not in verbs.ALL_CUES
    return (
        after_noun
        and low.endswith("s")
        and not low.endswith(("'s", "ss"))
        and low not in ("its", "his", "this")
        and not tokens[at].is_capital
    )


def _joins_names(tokens: Sequence[Token], joint: int) -> bool:
    """True where “and” joins two parts of one subject, and not two clauses."""
    left = _clause_left(tokens, joint)
    return bool(left) and not has_finite_verb(left)


def _clause_left(tokens: Sequence[Token], joint: int) -> list[Token]:
    part: list[Token] = []
    for at in range(joint - 1, max(-1, joint - MAX_PHRASE_TOKENS), -1):
        if tokens[at].text in _HARD or tokens[at].text == "“”" or tokens[at].low in _CLAUSE_WORDS:
            break
        part.append(tokens[at])
    return part[::-1]


def _is_list(tokens: Sequence[Token], comma: int, end: int) -> bool:
    """True for the comma of “Officials in Kyiv, Moscow and Minsk”: names on both sides and “and” further on."""
    right = tokens[comma + 1 : end]
    if not any(token.low in ("and", "or") for token in right) or has_finite_verb(right):
        return False
    left = _clause_left(tokens, comma)
    return bool(left) and left[-1].is_capital and left[0].low not in verbs.PREPOSITIONS and not has_finite_verb(left)


def has_finite_verb(tokens: Sequence[Token]) -> bool:
    """True where an auxiliary or a plain past form stands among the tokens, outside a relative clause."""
    for at, token in enumerate(tokens):
        if at and tokens[at - 1].low in RELATIVE:
            continue
        if token.low in verbs.AUXILIARIES or token.low in PLAIN_PAST:
            return True
        if token.low.endswith("ed") and len(token.low) > 4 and not token.is_capital and "-" not in token.low and at:
            return tokens[at - 1].low not in verbs.DETERMINERS
    return False


def _trim(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    while start < end and (tokens[start].low in verbs.OPENERS or not tokens[start].is_word or tokens[start].low in verbs.WEEKDAYS):
        start += 1
    if end - start >= 3 and tokens[start].low == "on" and tokens[start + 1].low in verbs.WEEKDAYS:
        start += 2
    if end - start >= 1 and tokens[start].low in verbs.PREPOSITIONS:
        return None
    if start >= end or tokens[start].low in verbs.AUXILIARIES or tokens[end - 1].low in verbs.PREPOSITIONS:
        return None
    if tokens[end - 1].low in _ADJECTIVAL:
        return None
    return start, end


def right_of(tokens: Sequence[Token], start: int, *, appositions: bool) -> tuple[int, int] | None:
    """The noun phrase that begins at `start`, with its apposition (“, the Kremlin's spokesman”) where wanted."""
    end = _end_of(tokens, start)
    while end > start and (tokens[end - 1].low in verbs.WEEKDAYS or tokens[end - 1].low in ("on", "in", "late", "early", "and")):
        end -= 1
    if appositions and end > start and end + 1 < len(tokens) and tokens[end].low == ",":
        further = _end_of(tokens, end + 1)
        inset = tokens[end + 1 : further]
        fits = inset and (inset[0].is_capital or inset[0].low in ("the", "a", "an")) and not has_finite_verb(inset)
        if fits and further < len(tokens) and tokens[further].low in (".", ",") and inset[0].low not in verbs.WEEKDAYS:
            end = further
    return (start, end) if end > start else None


def _end_of(tokens: Sequence[Token], start: int) -> int:
    for at in range(start, min(len(tokens), start + MAX_PHRASE_TOKENS)):
        token = tokens[at]
        if token.text in _HARD or token.low in (".", ",") or token.text == "“”" or token.low in _BREAKS_RIGHT:
            return at
        if token.low in ("in", "on") and opens_circumstance(tokens, at + 1):
            return at
        if token.low in verbs.WEEKDAYS and at > start:
            return at
    return min(len(tokens), start + MAX_PHRASE_TOKENS)


def opens_circumstance(tokens: Sequence[Token], at: int) -> bool:
    """True for “in a statement”, “on Monday”, “in his daily address”: how it was said, not who said it."""
    near = [token.low for token in tokens[at : at + 4]]
    if not near:
        return False
    if near[0] in verbs.WEEKDAYS or near[0] in verbs.MONTHS or near[0][0].isdigit():
        return True
    return near[0] in ("telegram", "twitter", "x", "facebook") or any(word in STATEMENT_NOUNS for word in near)


def may_start(tokens: Sequence[Token], at: int) -> bool:
    """True where a noun phrase may begin: no “that”, mark, or pronoun with its own verb."""
    if at >= len(tokens) or not tokens[at].is_word:
        return False
    low = tokens[at].low
    if (
        low in ("that", "to", "of", "as", "if", "in", "on", "at")
        or low in verbs.WEEKDAYS
        or (low.endswith("ly") and low not in NO_ADVERBS and not tokens[at].is_capital)
    ):
        return False
    following = tokens[at + 1].low if at + 1 < len(tokens) else "."
    if low not in verbs.PRONOUNS or low == "one" or not following[0].isalpha():
        return True
    return following in verbs.WEEKDAYS or following in verbs.PREPOSITIONS or following == "when"


def opens_subject(tokens: Sequence[Token], at: int) -> bool:
    """True where a determiner or a name stands: “…, said the mayor”, “…, said contractor Paul Weiss”."""
    named = any(token.is_capital for token in tokens[at : at + 2])
    return may_start(tokens, at) and (named or tokens[at].low in verbs.DETERMINERS)


def left_is_parenthesis(tokens: Sequence[Token], index: int) -> bool:
    """True where the comma before a verb closes an inset of its subject: “Peskov, the spokesman, said he …”."""
    if tokens[index - 1].low != ",":
        return False
    _, apposition = _before_parenthesis(tokens, index - 1)
    left = tokens[: index - 1] if apposition is None else tokens[:apposition]
    return not has_finite_verb(left) and not any(token.text == "“”" for token in left)
