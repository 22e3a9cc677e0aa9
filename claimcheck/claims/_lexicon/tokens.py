"""Tokens, stems and content words of English, without a tagger."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

MAX_READ_CHARS = 4_000
"""A sentence is read up to this many characters. Copy has none that long; text that was never punctuated has."""

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,6}"  # U.S.
    r"|[A-Z]\.(?=\s[A-Z])"  # the initial of Ronald L. Kuby
    r"|(?:Mrs?|Ms|Dr|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Capt|Maj|Rev|Prof|Adm|Brig|Cmdr|St|Jr|Sr|No)\."
    r"|\d{1,40}(?:[.,]\d{1,40}){0,12}"
    r"|[^\W\d_][^\W_]*(?:['’\-][^\W_]+){0,6}"
    r"|\S"
)


class Token(NamedTuple):
    """A word or mark. `low` is lower case with straight apostrophes; offsets are into the text that was read."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.low[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, whose offsets count from the beginning of `text`."""
    stop = len(text) if end is None else end
    return list(_known(text, start, stop) if stop - start <= _MAX_KNOWN_CHARS else _read(text, start, stop))


def _read(text: str, start: int, stop: int) -> tuple[Token, ...]:
    return tuple(
        Token(found[0], found[0].lower().replace("’", "'"), found.start(), found.end())
        for found in _TOKEN.finditer(text, start, stop)
    )


_MAX_KNOWN_CHARS = 600
_known = lru_cache(maxsize=1_024)(_read)
"""Each kind reads a sentence anew for every other source that tells the same: those of a story are kept, some 8 MB at most."""


def words_of(text: str) -> list[str]:
    """The lower-case words of a text, without marks."""
    return [token.low for token in tokenise(text) if token.is_word]


FUNCTION_WORDS = frozenset(
    """
    a an the this that these those some any each every either both all such another other others no not nor neither never n't i
    me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours ourselves
    they them their theirs themselves who whom whose which what where when why how there here am is are was were be been being
    's 're 'm have has had having 've do does did doing done will would 'll 'd shall should can could may might must ought
    cannot need dare used of to in on at by for from with without about into onto upon over under after before between among
    against during through toward towards within as than then up down out off per via amid despite since until till while
    because although though if unless whether so yet and or but also too very just even still already only again more most much
    many less least own same now today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday earlier later
    meanwhile however said say says told tell tells added adds according mr. mrs. ms. dr. mr mrs ms dr
    """.split()
)
"""Words that carry no content of their own: what two sentences share in them says nothing."""

_VERBS = """
    arise arose arisen; become became; begin began begun; break broke broken; bring brought; build built; buy bought; catch
    caught; choose chose chosen; come came; deal dealt; die dying; drive drove driven; eat ate eaten; fall fell fallen; feel
    felt; fight fought; find found; flee fled; fly flew flown; forbid forbade forbidden; get got gotten; give gave given; go
    went gone; grow grew grown; hear heard; hide hid hidden; hold held; keep kept; know knew known; lead led; leave left; lend
    lent; lie lying; lose lost; make made; meet met; pay paid; ride rode ridden; rise rose risen; run ran; see saw seen; seek
    sought; sell sold; send sent; shake shook shaken; shoot shot; show shown; sink sank sunk; speak spoke spoken; spend spent;
    stand stood; steal stole stolen; strike struck; swear swore sworn; take took taken; teach taught; think thought; throw
    threw thrown; understand understood; win won; withdraw withdrew withdrawn; write wrote written; wear wore worn; undergo
    underwent undergone; say said; tell told; draw drew drawn; bear bore borne; lay laid; overtake overtook overtaken; freeze
    froze frozen; sleep slept; sweep swept; mean meant
"""
_NOUNS = "man men; woman women; child children; person people persons; foot feet; life lives"
"""Base forms with their irregular ones, separated by semicolons."""


def _bases(table: str) -> dict[str, str]:
    return {form: base for base, *forms in (entry.split() for entry in table.split(";")) for form in forms}


_IRREGULAR = _bases(_VERBS) | _bases(_NOUNS)
_UNCHANGED = "hit cut put set hurt let shut spread split quit burst cost beat bet read bid cast lay was were had did"
PAST_FORMS = frozenset(_bases(_VERBS)) | frozenset(_UNCHANGED.split())
"""Irregular past tenses and participles, beside the regular ones in -ed."""

_NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}

_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """A light stem of a lower-case word: collapse, collapses, collapsed and collapsing become one string.

    After Porter (1980) in spirit, cut down to inflection, so that "organise" and "organ" stay apart.
    """
    word = word.removesuffix("'s").removesuffix("'") or word
    word = _IRREGULAR.get(word, _NUMBER_WORDS.get(word, word))
    if len(word) <= 3 or not word.isalpha():
        return word
    return _final(_bare(word))


def _bare(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    for suffix in ("ing", "ed"):
        if word.endswith(suffix):
            root = word[: -len(suffix)]
            if len(root) >= 3 and not _VOWELS.isdisjoint(root):
                return root[:-1] if root[-1] == root[-2] and root[-1] not in "lsz" else root
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        root = word[:-1]
        return root[:-1] if root.endswith(("she", "che", "sse", "xe", "zze")) else root
    return word


def _final(root: str) -> str:
    root = root.removesuffix("e") if len(root) > 3 else root
    if root.endswith("ll") and len(root) > 4:
        root = root[:-1]
    return root[:-1] + "i" if root.endswith("y") and len(root) > 3 else root


def content(words: Iterable[str]) -> frozenset[str]:
    """The stems of the content words among lower-case words."""
    return frozenset(stem(word) for word in words if word not in FUNCTION_WORDS and word[0].isalnum())


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Dice's coefficient of two sets of stems, in [0, 1]; 0.0 where either is empty (Dice 1945)."""
    if not left or not right:
        return 0.0
    return 2 * len(left & right) / (len(left) + len(right))
