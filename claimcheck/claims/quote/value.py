"""The value of a quotation, and the normal form of its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

KIND = "quote"

_WORD = re.compile(r"…|\.{3}|[\[(][^\])\n]{0,120}[\])]|[^\W_]+(?:['’\-.][^\W_]+)*|%")
_INITIALS = re.compile(r"(?<!\w)(?:[a-z]\.){2,6}")
_CONTRACTIONS = (
    (re.compile(r"\bcan(?:'t|not)\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bshan't\b"), "shall not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"\bi'm\b"), "i am"),
    (re.compile(r"\b(it|he|she|that|there|who|what|here|where|let)'s\b"), r"\1 is"),
    (re.compile(r"\bgonna\b"), "going to"),
    (re.compile(r"\bwanna\b"), "want to"),
    (re.compile(r"\bgotta\b"), "got to"),
    (re.compile(r"'em\b"), "them"),
    (re.compile(r"\bper cent\b"), "percent"),
)
_SPELLINGS = {
    "%": "percent",
    "ok": "okay",
    "kiev": "kyiv",
}
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "ʼ": "'"})
_MONTHS = {
    "jan": "january",
    "feb": "february",
    "aug": "august",
    "sept": "september",
    "sep": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
}
GAP = "…"
"""The word that stands for an ellipsis or a bracketed insertion: words may be missing there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteValue:
    """The words of one quotation, or of its piece in one sentence.

    `words` is the content in lower case without punctuation, contractions written out, "…" where the source marks
    an omission or an insertion of its own. `speaker` is normalised, "" where it cannot be told. `partial` is
    True for words worked into the writer's own sentence, scare quotes and titles among them.
    """

    words: str
    speaker: str
    partial: bool

    def to_dict(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"words": self.words, "speaker": self.speaker, "partial": self.partial}


def normal_words(text: str) -> str:
    """The words of a quotation in normal form, separated by a space; see `QuoteValue.words`."""
    low = _INITIALS.sub(lambda letters: letters[0].replace(".", ""), text.lower().translate(_APOSTROPHES))
    for pattern, written_out in _CONTRACTIONS:
        low = pattern.sub(written_out, low)
    return " ".join(_normal(word) for word in _WORD.findall(low))


def _normal(word: str) -> str:
    if word[0] in "[(…." and not word[0].isalnum():
        return GAP
    if "." in word and all(len(part) == 1 for part in word.split(".")):
        word = word.replace(".", "")
    return _SPELLINGS.get(word) or _MONTHS.get(word, word)
