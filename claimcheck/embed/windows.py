"""Texts longer than a model reads are read in windows, not cut: nothing is lost in silence."""

from __future__ import annotations

import math
from collections.abc import Callable

CHARS_PER_TOKEN = 8
"""Text of more characters a token than this does not occur in prose: it is divided without being counted,
so that hostile input is not tokenised over and over."""


def split_to_fit(text: str, *, count_tokens: Callable[[str], int], max_tokens: float) -> tuple[str, ...]:
    """Return `text` in windows of at most `max_tokens` tokens each, in order; `(text,)` where it fits.

    Windows are halves of halves, cut at the blank nearest the middle, or at the middle where there is none.
    Blank windows are dropped; of a long blank text `("",)` is left.
    """
    if math.isinf(max_tokens):
        return (text,)
    fitting: list[str] = []
    waiting = [text]
    while waiting:
        window = waiting.pop()
        if len(window) <= 1 or (len(window) <= max_tokens * CHARS_PER_TOKEN and count_tokens(window) <= max_tokens):
            fitting.append(window)
        else:
            waiting.extend(half for half in reversed(_halves(window)) if half)
    return tuple(fitting) or ("",)


def _halves(text: str) -> tuple[str, str]:
    middle = len(text) // 2
    before, after = text.rfind(" ", 1, middle), text.find(" ", middle, len(text) - 1)
    blanks = [at for at in (before, after) if at > 0]
    at = min(blanks, key=lambda blank: abs(blank - middle)) if blanks else middle
    return text[:at].strip(), text[at:].strip()
