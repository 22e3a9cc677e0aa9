"""What befell the people or things that a number counts: "were killed", "killing at least", "the number of injured rose to"."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.claims.quantity.counted import NOUN_REACH, Counted, plain_phrase
from claimcheck.claims.quantity.lexicon import STATE_OF
from claimcheck.claims.quantity.tokens import Tokens

_WORD = re.compile(r"[^\W\d_]+")
_STATE_REACH = 9
_AUXILIARIES = frozenset(
    "was were are is be been being has have had got get gets getting also reportedly feared believed presumed still later "
    "now left found could may might would will confirmed declared critically seriously severely slightly badly reported "
    "listed said to more people others other known thought officially".split()
)


def state_after(tokens: Tokens, k: int, stop: int) -> str:
    """The state told of the noun phrase that ends before token `k`: "were killed", "died", "killed or injured"; "" for none.

    Looks no further than token `stop`, over auxiliaries and a parenthesis of commas.
    """
    near = k
    if tokens.word(near) == ",":
        near = near + 1 if tokens.word(near + 1) in _FINITE else _past_parenthesis(tokens, near)
    unfound = _not_found(tokens, near)
    if unfound:
        return "missing" if unfound <= max(stop, near + 1) else ""
    if _hospital(tokens, near):
        return "in hospital" if near < max(stop, near + 1) else ""
    if tokens.word(near) in _ATTACHED:
        near = _past_attachment(tokens, near)
    for position in range(near, min(near + _STATE_REACH, len(tokens))):
        word = tokens.words[position]
        if word in STATE_OF:
            return joined_state(tokens, position) if position < max(stop, near + 1) or near > k else ""
        if word not in _AUXILIARIES:
            break
    return ""


_CARE = frozenset(
    "remain remained remains remaining stay stayed treated treatment receiving undergoing recovering taken sent rushed brought "
    "admitted transported airlifted flown hospital care".split()
)
_HOSPITALS = frozenset(("hospital", "hospitals"))
_OF_HOSPITAL = frozenset("a an the local nearby area city regional several two three various different".split())


def _hospital(tokens: Tokens, k: int) -> bool:
    """Whether "in hospital", "are still in hospital", "were taken to a local hospital", "treated in hospitals" is at token `k`.

    "In hospital" right after the people is read only where no verb follows: “those in hospital were moved” tells more of them.
    """
    for position in range(k, min(k + _STATE_REACH, len(tokens))):
        word = tokens.words[position]
        if word in ("in", "to", "at", "into"):
            return _is_hospital(tokens, position + 1, bare=position == k)
        if word not in _AUXILIARIES and word not in _CARE and word not in ("for", "under"):
            break
    return _under_treatment(tokens, k)


def _under_treatment(tokens: Tokens, k: int) -> bool:
    """Whether "were being treated", "are still under treatment" is at token `k`, and no place that is no hospital behind it."""
    for position in range(k, min(k + _STATE_REACH, len(tokens))):
        word = tokens.words[position]
        if (word == "treated" and tokens.word(position - 1) == "being") or word == "treatment":
            return tokens.word(position + 1) not in ("at", "by", "as", "like", "with")
        if word not in _AUXILIARIES and word not in ("under", "receiving", "undergoing"):
            return False
    return False


def _is_hospital(tokens: Tokens, k: int, *, bare: bool) -> bool:
    """Whether a hospital is named at token `k`; where `bare`, no more than the word and no verb after it."""
    if tokens.words[k : k + 2] == ["intensive", "care"]:
        return True
    if bare:
        return tokens.word(k) == "hospital" and tokens.word(k + 1) not in _FINITE and tokens.word(k + 1) not in STATE_OF
    while tokens.word(k) in _OF_HOSPITAL:
        k += 1
    return tokens.word(k) in _HOSPITALS


_FOUND = frozenset(("found", "located", "accounted", "traced"))


def _not_found(tokens: Tokens, k: int) -> int:
    """Past "had not yet been found", "were still not accounted", "have yet to be found" at token `k`; 0 for other words."""
    denied = False
    for position in range(k, min(k + 7, len(tokens))):
        word = tokens.words[position]
        if word in _FOUND:
            return position + 1 if denied else 0
        denied = denied or word in ("not", "yet", "cannot") or word.endswith("n't")
        if not denied and word not in _AUXILIARIES and word not in ("do", "could"):
            return 0
        if denied and word not in ("not", "yet", "cannot", "been", "be", "to", "so", "far") and not word.endswith("n't"):
            return 0
    return 0


_ATTACHED = frozenset(("of", "from", "in", "at", "aboard", "on", "near", "inside", "outside", "who", "that"))
_FINITE = frozenset(("was", "were", "have", "had", "has", "are", "is", "died"))


def _past_attachment(tokens: Tokens, k: int) -> int:
    """Past "of the home", "in Nikopol", to the verb of the clause; `k` where a mark or another number comes first."""
    for position in range(k + 1, min(k + 9, len(tokens))):
        word = tokens.words[position]
        if word in _FINITE:
            return position
        if not word.isalpha() or word in ("and", "or", "but", "while", "when", "after", "before", "as"):
            return k
    return k


def _past_parenthesis(tokens: Tokens, k: int) -> int:
    """Past ", including a girl," to the token after the closing comma; `k` where no such parenthesis opens."""
    if tokens.word(k + 1) not in ("including", "among", "one", "both", "all", "mostly", "most", "some", "many"):
        return k
    for position in range(k + 2, min(k + 16, len(tokens))):
        if tokens.words[position] == ",":
            return position + 1
    return k


_NUMBER_REACH = 14
_TO_NUMBER = frozenset(
    "rose risen rises climbed grew grown stands stood stand fell fallen dropped reached reaches is was at to has had have now by "
    "about around over above below under nearly almost some more than least hit passed topped exceeded exceeds put".split()
)


def number_of(tokens: Tokens, first: int, last: int, floor: int) -> Counted | None:
    """What an amount without a noun counts by "the number of …" before token `first` or after token `last`, with its state.

    “The number of dead counted by the coast guard rose to 17”, "raising to 14 the number of people known to have died".
    None where no such words lead to it.
    """
    if tokens.words[last : last + 3] == ["the", "number", "of"]:
        thing = plain_phrase(tokens, last + 3, last + 3 + NOUN_REACH)
        return replace(thing, state=thing.state or state_after(tokens, thing.last, len(tokens))) if thing.noun else None
    if tokens.word(first - 1) not in _TO_NUMBER:
        return None
    for position in range(first - 2, max(floor, first - _NUMBER_REACH) - 1, -1):
        if tokens.words[position] in (";", ":", ".", "(", ")"):
            return None
        if tokens.words[position] == "of" and tokens.word(position - 1) == "number":
            thing = plain_phrase(tokens, position + 1, first)
            return replace(thing, state=thing.state or state_after(tokens, thing.last, first)) if thing.noun else None
    return None


_BY_WHAT = frozenset(("shot", "stabbed"))


def _outcome(tokens: Tokens, k: int) -> str:
    """What a shot did: "dead", "to death", "down", "and killed", "and wounded" at token `k`; "" where it is not told."""
    k += tokens.word(k) in ("and", "to", "or")
    return "killed" if tokens.word(k) == "down" else STATE_OF.get(tokens.word(k), "")


def joined_state(tokens: Tokens, position: int) -> str:
    """The state at `position`; "killed or injured" where two are joined without a number between them."""
    state = STATE_OF[tokens.words[position]]
    if state in _BY_WHAT:
        outcome = _outcome(tokens, position + 1)
        if outcome:
            return outcome
    other = STATE_OF.get(tokens.word(position + 2)) if tokens.word(position + 1) in ("or", "and") else None
    before = STATE_OF.get(tokens.word(position - 2)) if tokens.word(position - 1) in ("or", "and") else None
    return "killed or injured" if {state, other, before} >= {"killed", "injured"} else state


def state_before(tokens: Tokens, first: int, floor: int) -> str:
    """The state told before the amount at token `first`: "killed 12", "killing at least", "death toll rose to"; "" for none.

    Looks back to token `floor`, never past a clause.
    """
    for position in range(first - 1, max(floor, first - _STATE_REACH) - 1, -1):
        word = tokens.words[position]
        if word in STATE_OF:
            near = position == first - 1
            return joined_state(tokens, position) if near or _leads_to(tokens, position, first) else ""
        if word in (
            ",",
            ";",
            ":",
            "—",
            "–",
            "(",
            ")",
            "“",
            "”",
            '"',
            "while",
            "but",
            "after",
            "before",
            "when",
            "who",
            "which",
            "that",
        ):
            break
        if word == "toll":
            return "killed"
    return ""


_BETWEEN = frozenset(
    "toll rose rises risen climbed has had have to at least from is stood stands was by of people nearly about more than over "
    "some another up with "
    "now jumped increased reached hit passed doubled the number a total all in an estimated as many roughly almost around "
    "fewer less count tally".split()
)


def _leads_to(tokens: Tokens, position: int, first: int) -> bool:
    return all(word in _BETWEEN for word in tokens.words[position + 1 : first])


def states_in(text: str) -> frozenset[str]:
    """The states that a text speaks of."""
    return frozenset(STATE_OF[word] for word in _WORD.findall(text.lower()) if word in STATE_OF)


def last_state(text: str) -> str:
    """The state that a text speaks of last, "" where it speaks of none."""
    return next((STATE_OF[word] for word in reversed(_WORD.findall(text.lower())) if word in STATE_OF), "")
