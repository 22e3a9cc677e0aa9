"""Whether a place of a sentence is stated as a fact: not denied, doubted, wished for, or told of some of many."""

from __future__ import annotations

from training.contrast.model import Marked, Token

NEGATIONS = frozenset(
    "not n't never no nor neither none nobody nothing nowhere without cannot hardly scarcely barely rarely seldom "
    "denied deny denies "
    "denying fail fails failed failing refuse refuses refused refusing lack lacks lacked unless few little instead "
    "rather unlike".split()
)
HEDGES = frozenset(
    "if whether may might could would should can must possibly perhaps maybe allegedly reportedly apparently "
    "probably likely unlikely "
    "expected expects expect planned plans plan planning intend intends intended hope hopes hoped want wants "
    "wanted try tries tried trying "
    "attempt attempts attempted fear fears feared believe believes believed suggest suggests suggested seem seems "
    "seemed appear appears "
    "appeared considered considering consider propose proposed proposes seek sought seeking or until unless ought "
    "wish wished threatens "
    "threatened urged urge demand demanded demands ask asked calls called aim aimed aims rumoured rumored alleged "
    "supposed suspected "
    "claimed claims claim think thinks thought potential possible scheduled due question questions "
    "warned warn warns proposal shall imagine suppose as_if".split()
)
SOME_OF_MANY = frozenset(
    "some many most several few often sometimes usually mostly partly occasionally generally typically frequently".split()
)
SUBORDINATORS = frozenset(
    "who whom whose which that when where while if whether because although though since until unless after before "
    "as than what how why "
    "once whereas".split()
)
REPORTING = frozenset(
    "said says say saying told tells announced announces reported reports confirmed confirms stated states added adds "
    "explained noted notes declared revealed acknowledged".split()
)


def words_before(sentence: Marked, at: int) -> tuple[str, ...]:
    """The words before an offset, in lower case."""
    return tuple(token.low for token in sentence.tokens if token.end <= at)


def negated(sentence: Marked, at: int) -> bool:
    """True where a negation stands before the offset."""
    return any(_is_negation(word) for word in words_before(sentence, at))


def _is_negation(word: str) -> bool:
    return word in NEGATIONS or word.endswith(("n't", "n’t"))


def unreal(sentence: Marked, at: int) -> bool:
    """True where a hedge, a condition, a wish or a choice stands before the offset, or the sentence asks or is conditional."""
    if "?" in sentence.text:
        return True
    lows = tuple(token.low for token in sentence.tokens)
    if any(word in ("if", "whether", "unless", "or", "either") for word in lows):
        return True
    before = words_before(sentence, at)
    return any(word in HEDGES and not (word == "may" and sentence.text[at:].startswith("May")) for word in before)


def partial(sentence: Marked, at: int) -> bool:
    """True where "some", "most", "often" and the like stand before the offset."""
    return any(word in SOME_OF_MANY for word in words_before(sentence, at))


def asserted(sentence: Marked, at: int) -> bool:
    """True where what stands at the offset is told as a fact, without negation or doubt."""
    return not (negated(sentence, at) or unreal(sentence, at))


def in_main_clause(sentence: Marked, at: int) -> bool:
    """True where no subordinate clause has opened before the offset, save "that" after a verb of saying."""
    before = words_before(sentence, at)
    for number, word in enumerate(before):
        if word in SUBORDINATORS and not (word == "that" and number and before[number - 1] in REPORTING):
            return False
    return True


def main_auxiliary(sentence: Marked, words: frozenset[str]) -> int | None:
    """Return the number of the first token that is one of the auxiliaries, if it stands in the main clause and is asserted."""
    for number, token in enumerate(sentence.tokens):
        if token.low in words and number:
            fine = in_main_clause(sentence, token.start) and asserted(sentence, token.start) and not partial(sentence, token.start)
            return number if fine and not sentence.guarded(token.start, token.end) else None
    return None


def next_token(sentence: Marked, number: int) -> Token | None:
    """The token after that number, if any."""
    return sentence.tokens[number + 1] if number + 1 < len(sentence.tokens) else None
