"""The same name in another form: alias, surname, title dropped, demonym."""

from __future__ import annotations

import re
from random import Random

from training.contrast.lexicon.places import ALIASES, COUNTRIES, DEMONYMS, TITLES
from training.contrast.model import Change, Edit, Marked, Swap, World, cased

_BODIES = (
    "president|prime minister|government|parliament|army|foreign minister|foreign ministry|capital|economy|embassy|"
    "police|central bank|ambassador|authorities|constitution|coast|border"
)
_OF = re.compile(rf"\bthe (?P<people>{'|'.join(DEMONYMS)}) (?P<body>{_BODIES})\b", re.IGNORECASE)
_GENITIVE = re.compile(rf"\b(?P<land>{'|'.join(COUNTRIES)})'s (?P<body>{_BODIES})\b")
_BY_ALIAS = {name: tuple(other for other in group if other != name) for group in ALIASES for name in group}
_ALIAS = re.compile(
    r"(?<![\w.-])(?:[Tt]he )?(?:"
    + "|".join(re.escape(n.removeprefix("the ")) for n in sorted(_BY_ALIAS, key=len, reverse=True))
    + r")(?![\w-]|'s? )(?! [A-Z])"
)
_TITLE = re.compile(
    rf"(?<![\w-])(?P<title>(?:{'|'.join(re.escape(t) for t in sorted(TITLES, key=len, reverse=True))}) )(?=[A-Z][a-z]+)"
)
_NO_SURNAME = frozenset(
    "Street Hall House Road Park Avenue River Lake Island Square School College Church Award Awards Band Bank City "
    "Jr Sr King Queen".split()
)
_ONE_MEANS_OTHER = frozenset(("New York City", "Washington, D.C.", "Persia", "the White House", "the Supreme Court"))


def alias(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with another name of the same place or body."""
    options = []
    for hit in _ALIAS.finditer(sentence.text):
        key = next((k for k in (hit[0], "t" + hit[0][1:] if hit[0].startswith("The") else hit[0]) if k in _BY_ALIAS), "")
        whole = any(m.kind == "quote" and m.start < hit.end() and hit.start() < m.end for m in sentence.marks)
        if key and not whole and not re.search(r"[A-Z][\w.]* $", sentence.text[: hit.start()]):
            fitting = [o for o in _BY_ALIAS[key] if o not in _ONE_MEANS_OTHER and not o.endswith("York City")]
            options += [
                Swap(hit.start(), hit.end(), other[:1].upper() + other[1:] if hit.start() == 0 else other) for other in fitting
            ]
    return Change((draw.choice(options),), "entailment", "entailment") if options else None


def surname(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a person's surname alone, or without a title."""
    options = []
    for mark in sentence.of_kind("name"):
        parts = mark.text.split()
        plain = mark.value.type == "person" and len(parts) == 2 and all(p[0].isupper() and p.isalpha() for p in parts)
        if (
            plain
            and parts[-1] not in _NO_SURNAME
            and not mark.value.titles
            and not re.match(r" [A-Z(]|'s? [A-Z]|,? (?:and|Jr)", sentence.text[mark.end :])
            and not re.search(r"[A-Z&][\w.]* $|\band $", sentence.text[: mark.start])
        ):
            options.append(Swap(mark.start, mark.end, parts[-1]))
    options += [
        Swap(hit.start("title"), hit.end("title"), "")
        for hit in _TITLE.finditer(sentence.text)
        if not re.search(r"[A-Z]\w* $|\b(?:a|the|vice|former|ex-|an|acting) $", sentence.text[: hit.start()])
    ]
    return Change((draw.choice(options),), "entailment", "not_contradiction") if options else None


def demonym(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with "the Danish parliament" as "the parliament of Denmark", and the like."""
    options = []
    for hit in _OF.finditer(sentence.text):
        country = DEMONYMS.get(hit["people"])
        if country and hit["body"] not in ("police", "authorities"):
            country = f"the {country}" if country in ("United States", "Netherlands", "Philippines") else country
            forms = (
                f"the {hit['body']} of {country}",
                f"{country}'s {hit['body']}" if not country.endswith("s") else f"{country}' {hit['body']}",
            )
            options += [Swap(hit.start(), hit.end(), cased(form, hit[0])) for form in forms]
    for hit in _GENITIVE.finditer(sentence.text):
        if not re.search(r"\bUnited $|\b(?:South|North|New|of|the) $", sentence.text[: hit.start()]):
            options.append(
                Swap(hit.start(), hit.end(), cased(f"the {COUNTRIES[hit['land']]} {hit['body']}", "T" if hit.start() == 0 else "t"))
            )
    return Change((draw.choice(options),), "entailment", "entailment") if options else None


EDITS = (
    Edit(
        name="name_alias",
        make=alias,
        share=2.5,
        plain=True,
        examples=(("The train left Kiev at dawn.", "The train left Kyiv at dawn.", "entailment"),),
    ),
    Edit(
        name="name_shortened",
        make=surname,
        share=2.0,
        plain=True,
        examples=(("Ann Mills founded the charity.", "Mills founded the charity.", "entailment"),),
    ),
    Edit(
        name="demonym",
        make=demonym,
        share=2.0,
        plain=True,
        examples=(("Reporters asked the Danish parliament.", "Reporters asked the parliament of Denmark.", "entailment"),),
    ),
)
