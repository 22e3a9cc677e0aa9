"""The description beside a name: "Kremlin spokesman", "the governor of Kharkiv"."""

from __future__ import annotations

import re

from claimcheck.claims.name.demonyms import ADJECTIVES, DEMONYMS
from claimcheck.claims.name.organisations import SMALL
from claimcheck.claims.name.spelling import fold
from claimcheck.claims.name.titles import MODIFIERS, OFFICES, RANKS

_VERBS = {"heads": "head", "leads": "leader", "chairs": "chairman", "directs": "director", "runs": "head", "commands": "commander"}
_WHO = re.compile(rf", who ({'|'.join(_VERBS)}) (?:the )?([^,.;:“”\"()]{{3,70}})[,.;]")
_AFTER = re.compile(r", (?:the |a |an |who is |who was )?([^,.;:“”\"()]{3,70})(?:[,.;]| and\b)")
_NAMED = re.compile(
    r"\b(?:the|an?|its|their|his|her) (?:[\w’'-]{2,30} ){0,2}?([\w-]{3,30}) (?:whom?|that|which) [^,.;:“”\"()]{3,60}, \Z"
)
_BODIES = frozenset(
    """fire rescue relief emergency traffic civil protection union hospital harbor harbour port airport rail railway airline bank
    company club team court city town village council weather water power electoral election strike hotel factory school university
    disaster coast border guard road mine prison tax customs housing welfare museum theater theatre church diocese""".split()
)
"""Nouns, in lower case, of what an office is of: "fire chief", "union leader"."""
_WORDS = re.compile(r"[\w’'-]+")
_OF_BODY = re.compile(r"\b([\w-]{3,30}) (?:of|for) ((?:the )?[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,3}), \Z")
_SPEAKER = re.compile(r"\b[A-Z][\w’'-]{1,30} (?:said|says|told|added|wrote|warned|announced)\b")
"""Who says what stands before: "the well is thought to be in Varna, health director Ada Holm said"."""
_POSSESSIVE = re.compile(r"[’']s$")
WINDOW_CHARS = 90
_MAX_WORDS = 6


def _is_office(word: str) -> bool:
    return word in OFFICES or word in RANKS


def _qualifies(word: str) -> bool:
    if not word or fold(word) in ("the", "a", "an"):
        return False
    folded = fold(word)
    return word[0].isupper() or word.endswith(("’s", "'s")) or folded in MODIFIERS or folded in ADJECTIVES or folded in _BODIES


def role_before(text: str, start: int) -> str:
    """The description that ends right before `start` ("Kremlin spokesman"); "" where the last word is no office.

    A clause may stand between ("the mediator whom the court has named, Ada Berg"): it adds nothing to the office.
    """
    if text[start - 2 : start] == ", ":
        named = _NAMED.search(text, max(0, start - WINDOW_CHARS), start)
        if named is not None and _is_office(fold(named.group(1))):
            return named.group(1)
        placed = _OF_BODY.search(text, max(0, start - WINDOW_CHARS), start)
        if placed is not None:
            office = _office_before(text, placed.end(1) + 1)
            return f"{office} of {placed.group(2)}" if office else ""
    return _office_before(text, start)


def _office_before(text: str, start: int) -> str:
    if start < 2 or not (text[start - 2].isalpha() or text[start - 2] == ","):
        return ""
    words = text[max(0, start - WINDOW_CHARS) : start].removesuffix(" ").removesuffix(",").split(" ")[-_MAX_WORDS:]
    if text[start - 1 : start] != " " or not words[-1] or not _is_office(fold(words[-1])):
        return ""
    kept = [words[-1]]
    for word in reversed(words[:-1]):
        if word.endswith(",") or not _qualifies(word):
            break
        kept.insert(0, word)
    return " ".join(kept)


def role_after(text: str, end: int) -> str:
    """The apposition that follows `end` ("the governor of Kharkiv"); "" where it holds no office."""
    if text[end : end + 1] != ",":
        return ""
    window = text[end : end + WINDOW_CHARS]
    holds = _WHO.match(window)
    if holds is not None:
        return f"{_VERBS[holds.group(1)]} of {holds.group(2)}"
    found = _AFTER.match(window)
    if found is None:
        return ""
    if _SPEAKER.search(found.group(1)):
        return ""
    head = re.split(r"\b(?:who|which|that|and|said|told|has|was|is)\b", found.group(1), maxsplit=1)[0].strip()
    return head if any(_is_office(fold(word)) for word in _WORDS.findall(head)) else ""


def role_key(role: str) -> tuple[str, ...]:
    """The content words of a role, folded and sorted: "the governor of Kharkiv" is "Kharkiv Governor"."""
    words = (fold(_POSSESSIVE.sub("", word)) for word in _WORDS.findall(role))
    return tuple(sorted({_ABBREVIATED.get(word) or DEMONYMS.get(word, word) for word in words if word and word not in SMALL}))


_ABBREVIATED = {
    "gov": "governor", "sen": "senator", "rep": "representative", "spokeswoman": "spokesman", "spokesperson": "spokesman",
    "chairwoman": "chairman", "chair": "chairman", "defence": "defense", "gen": "general", "col": "colonel", "lt": "lieutenant",
    "sgt": "sergeant", "capt": "captain", "pm": "minister", "chief": "head", "former": "ex", "premier": "minister",
    "director": "head", "leader": "head", "ministry": "minister",
}  # fmt: skip
