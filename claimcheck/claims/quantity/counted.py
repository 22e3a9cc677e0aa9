"""What a number counts: the head noun after it, the state it is in, the place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.calendar_words import MONTHS, MONTHS_SHORT, WEEKDAYS
from claimcheck.claims.quantity.lexicon import STATE_NOUNS, STATE_OF, STOP, WEAK, plural, singular
from claimcheck.claims.quantity.numerals import PLURAL_SCALES, SMALL
from claimcheck.claims.quantity.tokens import HYPHENS, Tokens

NOUN_REACH = 7
_RATE_MARKS = frozenset(("a", "an", "per", "each", "every"))
_RATE_NOUNS = frozenset(
    "second minute hour day night week month year quarter barrel litre liter gallon tonne ton pound ounce kilo kilogram gram "
    "share head person "
    "capita mile kilometre kilometer game match household customer user acre hectare metre meter piece unit annum head "
    "vehicle ticket".split()
)
_PLACE_PREPOSITIONS = frozenset(("in", "at", "near", "outside"))
_NO_PLACE = frozenset((*MONTHS, *MONTHS_SHORT, *WEEKDAYS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The thing counted. `last` is the token after the noun phrase. `anaphoric` is set for "others" and the like."""

    noun: str = ""
    scope: tuple[str, ...] = ()
    state: str = ""
    last: int
    anaphoric: bool = False
    more: bool = False
    """True for "five more bodies", "two others": they come on top of some told before."""


def noun_phrase(tokens: Tokens, j: int) -> Counted:
    """The noun phrase that begins at token `j`, right after an amount."""
    if tokens.word(j) in HYPHENS and tokens.tight(j) and tokens.tight(j + 1):  # "a 74-page report"
        noun = tokens.word(j + 1)
        return Counted(noun="" if noun == "strong" else singular(noun), last=j + 2)
    if tokens.word(j) == "of" or (tokens.word(j) in ("more", "other") and tokens.word(j + 1) == "of"):
        k, anaphoric = _past_of(tokens, j)
        return _phrase(tokens, k, j + NOUN_REACH, anaphoric=anaphoric)
    return _phrase(tokens, j, j + NOUN_REACH, anaphoric=False)


def plain_phrase(tokens: Tokens, k: int, reach: int) -> Counted:
    """The noun phrase that begins at token `k`, no further than token `reach`."""
    return _phrase(tokens, k, reach, anaphoric=False)


def _phrase(tokens: Tokens, k: int, reach: int, *, anaphoric: bool) -> Counted:
    """Adjectives, states and nouns from token `k`, no further than token `reach`."""
    words: list[str] = []
    state, more = "", tokens.word(k) in ("more", "other", "others")
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
    if len(tokens.words[k]) == 1 and tokens.word(k + 1) == "." and tokens.tight(k + 1) and len(tokens.word(k + 2)) == 1:
        return k + 2 + 2 * (tokens.word(k + 3) == "." and tokens.tight(k + 2))  # "five U.S. servicemen"
    return k + 1 if tokens.words[k] == "and" and words and _more_adjectives(tokens, k) else k


_MANNERS = frozenset(
    "seriously critically severely badly slightly fatally gravely lightly mostly mainly largely allegedly reportedly apparently "
    "simultaneously respectively altogether".split()
)


def _ends_phrase(tokens: Tokens, k: int, words: list[str]) -> bool:
    """True for a mark, a function word, another number, or a verb."""
    word = tokens.words[k]
    if not word[0].isalpha() or word in STOP or word in SMALL or word in PLURAL_SCALES:
        return True
    if word in _MANNERS or word.endswith("n't"):
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
    return k + (tokens.is_number(k) or tokens.word(k) in SMALL), False


_VERBS = frozenset(
    "live need want face lack stay know think believe go come see use own get voted live lives need "
    "needs make vote sleep depend rely belong "
    "work struck hit sank crossed cast".split()
)
_NOUNS_LIKE_VERBS = frozenset(
    ("wedding", "building", "meeting", "painting", "crossing", "dwelling", "landing", "killing", "seed", "breed")
)


def _verb_form(word: str) -> bool:
    """True for a word that, after a noun, is more likely a verb ("people crossed", "killing")."""
    return (len(word) > 4 and word.endswith(("ed", "ing")) and word not in _NOUNS_LIKE_VERBS) or word in STATE_OF or word in _VERBS


def rate(tokens: Tokens, j: int) -> tuple[str, int]:
    """The noun of a rate at token `j` ("a day", "per barrel", "/hour") and the token after it; "" and `j` for none."""
    mark, noun = tokens.word(j), tokens.word(j + 1)
    spell = _spell(tokens, j) if mark in ("in", "within", "over", "during") else ""
    if spell:
        return spell, j
    if mark in HYPHENS and noun in ("a", "per"):
        return (tokens.word(j + 3), j + 4) if tokens.word(j + 3) in _RATE_NOUNS else ("", j)
    if (
        mark in _RATE_MARKS
        and noun in _RATE_NOUNS
        and not (mark in ("a", "an") and tokens.word(j + 2) in ("ago", "earlier", "later", "before"))
    ):
        return ("year" if noun == "annum" else noun), j + 2
    return ("year", j + 1) if mark in ("annually", "yearly") else (("day", j + 1) if mark == "daily" else ("", j))


_SPELL_WORDS = frozenset("a an one just the past last previous single less than about under".split())


def _spell(tokens: Tokens, j: int) -> str:
    """“in a day” for "in a single day", "in the past 24 hours" at token `j`: a figure of a spell, not of the whole; "" for none."""
    k = j + 1
    while tokens.word(k) in _SPELL_WORDS:
        k += 1
    if k == j + 1 and not tokens.is_number(k):
        return ""
    if tokens.is_number(k):
        return "in a day" if tokens.words[k : k + 2] == ["24", "hours"] else ""
    one = tokens.word(k - 1) in ("a", "an", "one", "single", "past", "last", "previous")
    return f"in a {tokens.words[k]}" if one and tokens.word(k) in ("day", "hour", "week", "month") else ""


def place_after(tokens: Tokens, j: int) -> str:
    """The first named place within a dozen tokens of `j` in the same clause, lower case; "" for none."""
    for position in range(j, min(j + 12, len(tokens))):
        word = tokens.words[position]
        if word in (";", ".", "and", "while", "but"):
            return ""
        if word in _PLACE_PREPOSITIONS:
            return _place(tokens, position + 1)
    return ""


def place_before(tokens: Tokens, first: int) -> str:
    """The name that a relative clause before `first` belongs to ("Italy, which is reporting 19,468"), lower case; "" for none."""
    for position in range(first - 1, max(0, first - 6), -1):
        if tokens.numeric[position] or tokens.words[position] in (";", ".", ",", "and"):
            return ""
        if tokens.words[position] in ("which", "where"):
            name = position - 2 if tokens.word(position - 1) == "," else position - 1
            return _place(tokens, name)
    return ""


def _place(tokens: Tokens, k: int) -> str:
    k += tokens.word(k) == "the"
    names: list[str] = []
    while tokens.capital(k) and tokens.word(k).isalpha() and tokens.word(k) not in _NO_PLACE and len(names) < 4:
        names.append(tokens.words[k].removesuffix("'s"))
        k += 1
    return " ".join(names)
