"""The verbs of a date's clause, each in one form for all of its synonyms."""

from __future__ import annotations

import re

from claimcheck.calendar_words import MONTHS, WEEKDAYS
from claimcheck.claims.date.tense import IRREGULAR_PAST

WORD = re.compile(r"[^\W\d_][\w'’-]{0,40}|\d[\d,.]{0,12}")

_IRREGULAR = {
    "began": "start begun",
    "broke": "break broken",
    "brought": "bring",
    "built": "build",
    "came": "come",
    "chose": "choose chosen",
    "died": "die dead death",
    "fell": "fall fallen",
    "fled": "flee",
    "flew": "fly flown",
    "fought": "fight",
    "found": "find",
    "froze": "freeze frozen",
    "gave": "give given",
    "held": "hold",
    "hit": "strike struck strikes",
    "left": "leave",
    "lost": "lose",
    "made": "make",
    "met": "meet",
    "sank": "sink sunk",
    "sent": "send",
    "shot": "shoot",
    "shut": "close closed closes shuts",
    "sold": "sell",
    "stole": "steal stolen",
    "took": "take taken",
    "went": "go gone",
    "withdrew": "withdraw withdrawn",
    "won": "win",
    "wrote": "write written",
    "said": "say says saying",
    "told": "tell tells",
    "saw": "see seen",
    "resigned": "resign quit",
    "ratified": "approve approved ratify passed pass adopted adopt cleared clear clears authorised authorized authorise authorize",
    "detained": "arrest arrested arrests arresting detain detains detaining",
    "happened": "occur occurred happen",
    "released": "release published publish issued issue",
    "opened": "open opens",
    "started": "start starts begin begins commenced launched launch",
    "ended": "end ends finished finish concluded conclude completed complete",
    "killed": "kill kills",
    "born": "bear",
    "was": "be were is are been being",
    "resumed": "resume resumes",
    "returned": "return returns",
    "expired": "expire expires",
    "arrived": "arrive arrives",
    "visited": "visit visits",
    "signed": "sign signs",
    "had": "have has",
    "did": "do does done",
}
LEMMAS = {form: group.split()[0] for past, group in _IRREGULAR.items() for form in (past, *group.split())}
_LIGHT = frozenset({"give", "make", "take", "have", "hold"})
EMPTY_VERBS = _LIGHT | {"be", "do"}
EVENT_NOUNS = {"approval": "approve", "consent": "approve", "clearance": "approve", "arrest": "arrest", "arrests": "arrest"}
EVENT_NOUNS |= {"decision": "decid", "announcement": "announc", "resignation": "resign", "visit": "visit", "speech": "speak"}
"""The verb that a light verb and its noun stand for: "gave its approval" is "approved"."""
_OFFICES = "mayor|president|governor|leader|chair(?:man|woman)?|speaker|head|captain|pope|(?:prime )?minister|chancellor"
_PHRASES = tuple(
    (re.compile(rf"\b(?:{phrase})(?![\w-])", re.IGNORECASE), word)
    for phrase, word in (
        (r"g[ai]ve[sn]? (?:(?:the|its|their|a|final|formal) ){0,2}(?:green light|go-ahead|nod|blessing)(?: to| for)?", "approved"),
        (r"wav(?:ed|es|e) ((?:\S{1,30} ){0,5}?)through", r"approved \1"),
        (r"sign(?:ed|s)? off on", "approved"),
        (r"(?:stepp?(?:ed|s)?|stood|stands?) down", "resigned"),
        (r"(?:came|comes?|entered|enters?|went|goes|go) into (?:force|effect)|(?:took|takes?|taken) effect", "commenced"),
        (r"(?:went|goes|go|gone) on trial", "trial started"),
        (r"chang(?:ed|es?) (?:hands|owners?|ownership)", "sold"),
        (r"(?:went|goes|go) to the polls", "voted"),
        (rf"as(?=\s(?:(?:its|the|their|a)\s)?(?:new\s)?(?:{_OFFICES})\b)", ""),
        (
            r"(?:was|were|been) (?:called|alerted|dispatched)(?: out)?(?= (?:to|at|on|in|about|shortly|just|around)\b)",
            "were summoned",
        ),
        (r"enter(?:ed|s)? (?:a )?(?:guilty plea|plea of guilty)", "pleaded guilty"),
        (r"(?:jailed|imprisoned) for", "sentenced"),
        (
            r"(?:given|handed)(?= (?:a )?(?:\S{1,12} ){1,2}(?:years?|months?) (?:in (?:prison|jail)|behind))",
            "sentenced",
        ),
        (r"(?:struck|reached) (?:a|an) (?:deal|agreement)", "agreed"),
        (r"(?:made|makes?) landfall", "slammed"),
        (r"(?:went|goes|go|gone) up in flames|burn(?:ed|t|s) (?:down|to the ground)", "burned"),
    )
)
"""What several words say together, and the word that says the same."""
_NOUNS = {
    "deal": "takeover merger acquisition buyout purchase",
    "talk": "negotiations negotiation",
    "election": "elections polls ballot",
    "fire": "blaze",
    "earthquake": "quake tremor",
    "law": "act bill",
}
NOUNS = {noun: first for first, others in _NOUNS.items() for noun in others.split()}
"""Nouns of news that stand for one another."""
_AUXILIARY = frozenset({"be", "have", "do"})
GENERIC = frozenset({"be", "have", "do", "make", "take", "go", "come", "give", "get", "see", "find", "hold"})
REPORTING = frozenset({"say", "tell", "add", "report", "not", "tweet", "write", "post", "confirm", "speak", "cit", "quot", "claim"})
_NOT_VERBS = frozenset(
    "need hundred united indeed speed red seed feed armed one two three four five six seven eight nine ten eleven twelve".split()
)
"""Words with a verb's ending that are none, and figures, which follow "to" as verbs do: "sentenced to nine years"."""
_MODALS = frozenset("will would shall to can could may might must should".split())
STOP = frozenset(
    "a an the of in on at by to for from with into over under near he she it they we you i his her its their our my this "
    "that these those there here him them us who which what also just only very more most some any all both each other "
    "another such than then so too not no will would shall can could may might must should be early late about around local "
    "time officials official meanwhile however later earlier morning afternoon evening night day week month year last next "
    "past several".split()
) | frozenset(MONTHS + WEEKDAYS)


def verbs_of(stretch: str) -> list[str]:
    """The lemmas of the verbs of a stretch, in order; auxiliaries only where nothing else is there."""
    tokens = [token.lower() for token in WORD.findall(stretch)]
    found = [lemma for at, token in enumerate(tokens) if (lemma := verb_of(token, tokens[at - 1] if at else ""))]
    return [lemma for lemma in found if lemma not in _AUXILIARY] or found


def verb_of(token: str, previous: str) -> str:
    """The lemma of a word after the word `previous` where it is a verb, else ""."""
    if token in LEMMAS:
        return LEMMAS[token]
    if token in _NOT_VERBS or "-" in token:
        return ""
    if token in IRREGULAR_PAST:
        return token
    if len(token) > 4 and token.endswith("ed"):
        return LEMMAS.get(token[:-1], "") or LEMMAS.get(token[:-2], "") or stem(token)
    return stem(token) if previous in _MODALS and token not in STOP else ""


def stem(word: str) -> str:
    """A word without its common endings: crude, and the same for all forms that matter here."""
    for ending in ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def in_one_word(stretch: str) -> str:
    """The stretch with one verb in the place of each phrase that means it: "stepped down" is "resigned"."""
    for pattern, word in _PHRASES:
        stretch = pattern.sub(word, stretch)
    return stretch


def meant(verb: str, clause: str) -> str:
    """The verb that a light verb with its noun stands for, else `verb` itself."""
    if verb not in _LIGHT:
        return verb
    return next((EVENT_NOUNS[word] for word in WORD.findall(clause.lower()) if word in EVENT_NOUNS), verb)
