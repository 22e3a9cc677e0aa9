"""What a number counts: the head noun after it, the state it is in, the place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.claims.quantity.lexicon import PERSONS, STATE_NOUNS, STATE_OF, STOP, WEAK, plural, singular
from claimcheck.claims.quantity.numerals import PLURAL_SCALES, SMALL
from claimcheck.claims.quantity.tokens import HYPHENS, Tokens

_NOUN_REACH = 7
_STATE_REACH = 9
_AUXILIARIES = frozenset(
    "was were are is be been being has have had got get gets getting also reportedly feared believed presumed still later "
    "now left found could may might would will confirmed declared critically seriously severely slightly badly reported "
    "listed said to more people others other known thought officially".split()
)
_RATE_MARKS = frozenset(("a", "an", "per", "each", "every"))
_RATE_NOUNS = frozenset(
    "second minute hour day night week month year quarter barrel litre liter gallon tonne ton pound ounce kilo kilogram gram "
    "share head person "
    "capita mile kilometre kilometer game match household customer user acre hectare metre meter piece unit annum head "
    "vehicle ticket".split()
)
_PLACE_PREPOSITIONS = frozenset(("in", "at", "near", "outside"))
_NO_PLACE = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday "
    "friday "
    "saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The thing counted. `last` is the token after the noun phrase. `anaphoric` is set for "others" and the like."""

    noun: str = ""
    scope: tuple[str, ...] = ()
    state: str = ""
    last: int
    anaphoric: bool = False
    more: bool = False
    """True for "five more bodies": they come on top of others."""


def noun_phrase(tokens: Tokens, j: int) -> Counted:
    """The noun phrase that begins at token `j`, right after an amount."""
    if tokens.word(j) in HYPHENS and tokens.tight(j) and tokens.tight(j + 1):  # "a 74-page report"
        noun = tokens.word(j + 1)
        return Counted(noun="" if noun == "strong" else singular(noun), last=j + 2)
    if tokens.word(j) == "of" or (tokens.word(j) in ("more", "other") and tokens.word(j + 1) == "of"):
        k, anaphoric = _past_of(tokens, j)
        return _phrase(tokens, k, j + _NOUN_REACH, anaphoric=anaphoric)
    return _phrase(tokens, j, j + _NOUN_REACH, anaphoric=False)


def _phrase(tokens: Tokens, k: int, reach: int, *, anaphoric: bool) -> Counted:
    """Adjectives, states and nouns from token `k`, no further than token `reach`."""
    words: list[str] = []
    state, more = "", tokens.word(k) == "more"
    while k < min(reach, len(tokens)):
        word = tokens.words[k]
        joined = _past_joint(tokens, k, words)
        if joined > k:
            k = joined
            continue
        if _ends_phrase(tokens, k, words):
            break
        if word in STATE_OF and not words and word not in _NEVER_ADJECTIVES:
            state = STATE_OF[word]
            if word in STATE_NOUNS and not _nominal(tokens, k + 1):
                return Counted(noun="person", state=state, last=k + 1, more=more)
        elif word in ("others", "more", "other"):
            anaphoric = True
        elif word not in WEAK or words:
            words.append(word)
        k += 1
        if words and _is_head(tokens, k - 1):
            break
    return replace(_named(words, state, k, anaphoric=anaphoric), more=more)


_NEVER_ADJECTIVES = frozenset(("deaths", "casualties", "survivors", "hostages", "lives"))


def _is_head(tokens: Tokens, k: int) -> bool:
    """True for a plural that no other plural follows ("30 police officers": the head is the second)."""
    after = tokens.word(k + 1)
    return plural(tokens.words[k]) and not (plural(after) and after not in STOP)


def _past_joint(tokens: Tokens, k: int, words: list[str]) -> int:
    """Past a hyphen ("Covid-19 cases", "two state-run banks") or an "and" between adjectives; `k` where there is none.

    Takes the first half of "state-run" off `words`: it is an adjective with the second.
    """
    if tokens.words[k] in HYPHENS and tokens.tight(k) and tokens.tight(k + 1):
        if words and tokens.word(k + 1).endswith(("ed", "ing", "run", "led")):
            words.pop()
            return k + 2
        return k + 1 + tokens.is_number(k + 1)
    return k + 1 if tokens.words[k] == "and" and words and _more_adjectives(tokens, k) else k


def _ends_phrase(tokens: Tokens, k: int, words: list[str]) -> bool:
    """True for a mark, a function word, another number, or a verb."""
    word = tokens.words[k]
    if not word[0].isalpha() or word in STOP or word in SMALL or word in PLURAL_SCALES:
        return True
    if not words:  # "the two competed last year", but "two retired officers"
        after = tokens.word(k + 1)
        return word.endswith("ed") and word not in STATE_OF and (not after.isalpha() or after in STOP)
    return word not in STATE_NOUNS and _verb_form(word)


def _more_adjectives(tokens: Tokens, k: int) -> bool:
    """“four eastern and southern regions”: the "and" at `k` joins two adjectives of one noun."""
    after, third = tokens.word(k + 1), tokens.word(k + 2)
    joined = after.isalpha() and third.isalpha() and after not in STOP and third not in STOP
    return joined and not plural(tokens.word(k - 1)) and not plural(after) and plural(third)


def _named(words: list[str], state: str, last: int, *, anaphoric: bool) -> Counted:
    if not words:
        return Counted(state=state, last=last, anaphoric=anaphoric)
    head = singular(words[-1])
    if words[-1] in STATE_NOUNS or words[-1] in ("survivors", "casualties"):
        state, head = STATE_OF.get(words[-1], "killed or injured"), "person"
    scope = tuple(sorted({singular(word) for word in words[:-1] if word not in WEAK}))
    return Counted(noun=head, scope=scope, state=state, last=last, anaphoric=anaphoric)


def _nominal(tokens: Tokens, k: int) -> bool:
    """True where a noun follows at `k`, so that the word before it is an adjective ("three injured men")."""
    word = tokens.word(k)
    return word.isalpha() and word not in STOP and plural(word)


def _past_of(tokens: Tokens, k: int) -> tuple[int, bool]:
    """Past "of the", "of its", "of them": the token after, and whether a pronoun stands for the noun."""
    k += 1 if tokens.word(k) == "of" else 2
    if tokens.word(k) in ("them", "those", "whom", "which", "these", "us"):
        return k + 1, True
    while tokens.word(k) in ("the", "its", "their", "his", "her", "our", "those", "these", "all"):
        k += 1
    # "281 of the 3,050 passengers": the noun stands behind the total.
    return k + tokens.is_number(k), False


_VERBS = frozenset(
    "live need want face lack stay know think believe go come see use own get voted live lives need "
    "needs make vote sleep depend rely belong "
    "work struck hit sank crossed".split()
)
_NOUNS_LIKE_VERBS = frozenset(
    ("wedding", "building", "meeting", "painting", "crossing", "dwelling", "landing", "killing", "seed", "breed")
)


def _verb_form(word: str) -> bool:
    """True for a word that, after a noun, is more likely a verb ("people crossed", "killing")."""
    return (len(word) > 4 and word.endswith(("ed", "ing")) and word not in _NOUNS_LIKE_VERBS) or word in STATE_OF or word in _VERBS


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
    if tokens.word(near) in _ATTACHED:
        near = _past_attachment(tokens, near)
    for position in range(near, min(near + _STATE_REACH, len(tokens))):
        word = tokens.words[position]
        if word in STATE_OF:
            return joined_state(tokens, position) if position < max(stop, near + 1) or near > k else ""
        if word not in _AUXILIARIES:
            break
    return ""


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
        thing = _phrase(tokens, last + 3, last + 3 + _NOUN_REACH, anaphoric=False)
        return replace(thing, state=thing.state or state_after(tokens, thing.last, len(tokens))) if thing.noun else None
    if tokens.word(first - 1) not in _TO_NUMBER:
        return None
    for position in range(first - 2, max(floor, first - _NUMBER_REACH) - 1, -1):
        if tokens.words[position] in (";", ":", ".", "(", ")"):
            return None
        if tokens.words[position] == "of" and tokens.word(position - 1) == "number":
            thing = _phrase(tokens, position + 1, first, anaphoric=False)
            return replace(thing, state=thing.state or state_after(tokens, thing.last, first)) if thing.noun else None
    return None


def joined_state(tokens: Tokens, position: int) -> str:
    """The state at `position`; "killed or injured" where two are joined without a number between them."""
    state = STATE_OF[tokens.words[position]]
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


def rate(tokens: Tokens, j: int) -> tuple[str, int]:
    """The noun of a rate at token `j` ("a day", "per barrel", "/hour") and the token after it; "" and `j` for none."""
    mark, noun = tokens.word(j), tokens.word(j + 1)
    if mark in HYPHENS and noun in ("a", "per"):
        return (tokens.word(j + 3), j + 4) if tokens.word(j + 3) in _RATE_NOUNS else ("", j)
    if (
        mark in _RATE_MARKS
        and noun in _RATE_NOUNS
        and not (mark in ("a", "an") and tokens.word(j + 2) in ("ago", "earlier", "later", "before"))
    ):
        return ("year" if noun == "annum" else noun), j + 2
    return ("year", j + 1) if mark in ("annually", "yearly") else (("day", j + 1) if mark == "daily" else ("", j))


def place_after(tokens: Tokens, j: int) -> str:
    """The first named place within a dozen tokens of `j` in the same clause, lower case; "" for none."""
    for position in range(j, min(j + 12, len(tokens))):
        word = tokens.words[position]
        if word in (";", ".", "and", "while", "but"):
            return ""
        if word in _PLACE_PREPOSITIONS:
            return _place(tokens, position + 1)
    return ""


def _place(tokens: Tokens, k: int) -> str:
    k += tokens.word(k) == "the"
    names: list[str] = []
    while tokens.capital(k) and tokens.word(k).isalpha() and tokens.word(k) not in _NO_PLACE and len(names) < 4:
        names.append(tokens.words[k].removesuffix("'s"))
        k += 1
    return " ".join(names)


def is_person(noun: str) -> bool:
    """True for a noun that counts people."""
    return noun in PERSONS
