"""What a model of entailment takes for a contradiction, and no editor: a rough time told otherwise, calm beside "no incidents"."""

from __future__ import annotations

import re

_ROUGH = re.compile(
    r"\b(?:at )?(?:about|around|approximately|roughly|nearly|almost|(?:shortly|just|soon) (?:after|before)) (?=\d{1,2}[:.]\d\d\b)",
    re.IGNORECASE,
)
_TROUBLE = (
    r"(?:incidents?|trouble|violence|unrest|disturbances?|disruptions?|disorder|clashes|problems|irregularities|hitch(?:es)?)"
)
_NO_TROUBLE = re.compile(
    rf"\b(?:no|without|without any|free of|few if any) (?:\w{{1,20}} ){{0,2}}{_TROUBLE}\b|\bwithout (?:an? )?{_TROUBLE}\b",
    re.IGNORECASE,
)
_CALM = re.compile(r"\b(?:calm(?:ly)?|peaceful(?:ly)?|smooth(?:ly)?|quiet(?:ly)?|orderly|normal(?:ly)?)\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not|never|no longer|hardly|anything but|far from)\b(?: \w{1,20}){0,2} (?:calm|peaceful|smooth|quiet|orderly|normal)"
    r"|n[’']t(?: \w{1,20}){0,2} (?:calm|peaceful|smooth|quiet|orderly|normal)",
    re.IGNORECASE,
)


def without_roughness(text: str) -> str:
    """The text without what makes a time of day a rough one: "at about 04:14" and "shortly after 04:14" are one time."""
    return _ROUGH.sub("at ", text)


def are_both_calm(one: str, two: str) -> bool:
    """Whether one tells that all was calm and the other that there was no trouble: a denial that says what the other affirms."""
    return any(_is_calm(a) and _NO_TROUBLE.search(b) is not None for a, b in ((one, two), (two, one)))


def _is_calm(text: str) -> bool:
    return _CALM.search(text) is not None and _DENIED.search(text) is None
