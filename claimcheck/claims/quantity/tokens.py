"""Words, numbers and marks of one sentence, with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# A run of digits with separators is one token, however long: what it means is decided in `numerals`.
# No alternative can give back what another one then tries again, so the scan is linear.
_TOKEN = re.compile(
    r"(?P<n>(?<![\d.,])\d{1,3}(?:[ ]\d{3}){1,4}(?![\d]|[.,]\d)|\d+(?:[.,\u00a0\u202f\u2009]\d+)*|(?<![\w.,])\.\d+)"
    r"|(?P<w>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<o>[^\s])"
)

HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–—−")


@dataclass(slots=True)
class Tokens:
    """Parallel lists over the tokens of a text. `words` are lower case with a straight apostrophe.

    `numeric` tells digits from words and marks. Positions beyond either end read as "".
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    numeric: list[bool]
    size: int
    amounts: dict[int, object] = field(default_factory=dict)
    """What `measures` has read at a token: a number is looked at by itself and as what the one before it may be joined to."""

    def __len__(self) -> int:
        return self.size

    def word(self, i: int) -> str:
        """The lower-case word at `i`, "" outside the sentence."""
        return self.words[i] if 0 <= i < self.size else ""

    def raw(self, i: int) -> str:
        """The word at `i` as written, "" outside the sentence."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < self.size else ""

    def is_number(self, i: int) -> bool:
        return 0 <= i < self.size and self.numeric[i]

    def tight(self, i: int) -> bool:
        """True where token `i` touches the one before it."""
        return 0 < i < self.size and self.starts[i] == self.ends[i - 1]

    def capital(self, i: int) -> bool:
        """True where the word at `i` begins with an upper-case letter."""
        return 0 <= i < self.size and self.text[self.starts[i]].isupper()


def tokenise(text: str) -> Tokens:
    """The tokens of `text`, in order; every character but white space is in one."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    numeric: list[bool] = []
    for match in _TOKEN.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
        words.append(match.group().lower().replace("’", "'"))
        numeric.append(match.lastgroup == "n")
    return Tokens(text=text, starts=starts, ends=ends, words=words, numeric=numeric, size=len(words))
