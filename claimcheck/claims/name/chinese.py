"""Pinyin against Wade-Giles: Mao Zedong and Mao Tse-tung.

Both are read as syllables and written as one class of sounds. Wade-Giles marks aspiration by an
apostrophe that newsrooms drop, so that ch may be zh, ch, j or q: the classes keep what both can tell.
"""

from __future__ import annotations

import re

_SYLLABLE = re.compile(r"(?:tz|ts|hs|sh|zh|ch|[bpmfdtnlgkhjqxrzcsyw])?(?:[aeiou]|ü)+(?:ng|n|r|h)?$")
_INITIALS = (
    ("hs", "X"), ("sh", "S"), ("zh", "C"), ("ch", "C"), ("tz", "Z"), ("ts", "Z"), ("x", "X"), ("q", "C"), ("j", "C"),
    ("z", "Z"), ("c", "Z"), ("b", "P"), ("p", "P"), ("d", "T"), ("t", "T"), ("g", "K"), ("k", "K"), ("r", "R"),
)  # fmt: skip
_FINALS = (
    (re.compile(r"^(.*)ung$"), r"\1ong"),
    (re.compile(r"ien$"), "ian"),
    (re.compile(r"ieh$"), "ie"),
    (re.compile(r"ueh$"), "ue"),
    (re.compile(r"(?<=[CS])ih$|(?<=Z)u$|(?<=R)ih$"), "i"),
    (re.compile(r"eh$"), "e"),
    (re.compile(r"^([ZCS])e$"), r"\1e"),
    (re.compile(r"iu$|iou$"), "iu"),
    (re.compile(r"^yu$"), "you"),
    (re.compile(r"uei$"), "ui"),
    (re.compile(r"^([TNLK])o$"), r"\1uo"),
)
_PINYIN = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|er|a|e|i|o|u)"
)


def _sounds(syllable: str) -> str:
    for initial, sound in _INITIALS:
        if syllable.startswith(initial):
            syllable = sound + syllable[len(initial) :]
            break
    for pattern, by in _FINALS:
        syllable = pattern.sub(by, syllable)
    return syllable


def _pinyin_splits(word: str) -> tuple[str, ...]:
    parts: list[str] = []
    at = 0
    while at < len(word):
        found = _PINYIN.match(word, at)
        if found is None or len(parts) > 4:
            return ()
        parts.append(found.group())
        at = found.end()
    return tuple(parts)


def _syllables(name: str) -> tuple[str, ...]:
    """The syllables of a folded, hyphen-keeping name; () where it is no Chinese name."""
    syllables: list[str] = []
    for word in name.replace("-", " ").split():
        whole = (word,) if _SYLLABLE.match(word) else _pinyin_splits(word)
        if not whole:
            return ()
        syllables.extend(whole)
    return tuple(syllables) if 2 <= len(syllables) <= 4 else ()


def same_chinese(a: str, b: str) -> bool:
    """True where one of two lower-case ASCII names is the Wade-Giles form of the other, written with a hyphen."""
    if ("-" in a) == ("-" in b):
        return False
    left, right = _syllables(a), _syllables(b)
    return bool(left) and tuple(map(_sounds, left)) == tuple(map(_sounds, right))
