"""How two quotations differ word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from claimcheck.claims._lexicon.tokens import FUNCTION_WORDS
from claimcheck.claims.quote.spelling import form
from claimcheck.claims.quote.value import GAP

MAX_WORDS = 240
"""Quotations are aligned over their first so many words; longer ones are none of a news story."""
_NEGATORS = frozenset({"not", "no", "never", "none", "nothing", "nobody", "without"})
_FILLERS = frozenset(
    "uh um er well like really very just you know i mean so and but okay oh yes yeah sic actually basically".split()
)


_LINKS = frozenset("a an the of in on at to for by with from and or but that as".split())
_Code = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place where the words part. `at_left` and `at_right` are half-open ranges of words."""

    at_left: tuple[int, int]
    at_right: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Two quotations laid side by side.

    `shared` is the number of words in common order and `shared_content` of content words among them; `share` is that
    number over the length of the stretch in which both run, in [0, 1], and `content_share` the same of content words
    alone; `outside` counts the words of either beyond that stretch; `differences` are those within the stretch that
    change a content word or a negation. `apart` counts the content words with which both go on differently before and behind
    all that they share, those of the one that has fewer; `is_enclosed` where a difference stands between two long runs in common.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    shared: int
    share: float
    shared_content: int
    content_share: float
    outside: tuple[int, int]
    differences: tuple[Difference, ...]
    apart: tuple[int, int]
    is_enclosed: bool


def lay_side_by_side(left: str, right: str) -> Wording:
    """The words of two quotations in normal form aligned by their longest common blocks (Ratcliff and Metzener 1988)."""
    a, b = tuple(left.split()[:MAX_WORDS]), tuple(right.split()[:MAX_WORDS])
    matcher = SequenceMatcher(a=[form(word) for word in a], b=[form(word) for word in b], autojunk=False)
    codes = matcher.get_opcodes()
    equal = _carrying(a, codes)
    if not equal:
        return _nothing_shared(a, b)
    first, last = _stretch(codes, equal)
    inside = codes[first : last + 1]
    differing = [code for code in inside if code[0] != "equal" and _matters(a, b, code)]
    if _content_forms(a, [code[1:3] for code in differing]) == _content_forms(b, [code[3:5] for code in differing]):
        differing = [code for code in differing if _negates(a[code[1] : code[2]]) != _negates(b[code[3] : code[4]])]
    shared = sum(code[2] - code[1] for code in inside if code[0] == "equal")
    length = max(inside[-1][2] - inside[0][1], inside[-1][4] - inside[0][3])
    return Wording(
        left=a,
        right=b,
        shared=shared,
        share=shared / length,
        shared_content=_shared_content(a, inside),
        content_share=_content_share(a, b, inside),
        outside=(len(a) - inside[-1][2] + inside[0][1], len(b) - inside[-1][4] + inside[0][3]),
        differences=tuple(Difference(at_left=(code[1], code[2]), at_right=(code[3], code[4])) for code in differing),
        apart=_apart(a, b, codes),
        is_enclosed=_is_enclosed(a, codes, differing),
    )


def _nothing_shared(a: tuple[str, ...], b: tuple[str, ...]) -> Wording:
    return Wording(
        left=a,
        right=b,
        shared=0,
        share=0.0,
        shared_content=0,
        content_share=0.0,
        outside=(len(a), len(b)),
        differences=(),
        apart=(0, 0),
        is_enclosed=False,
    )


def _is_enclosed(a: Sequence[str], codes: Sequence[_Code], differing: Sequence[_Code]) -> bool:
    strong = [code for code in codes if code[0] == "equal" and _is_strong(a[code[1] : code[2]])]
    return bool(strong) and any(strong[0][2] <= code[1] and code[2] <= strong[-1][1] for code in differing)


def _apart(a: Sequence[str], b: Sequence[str], codes: Sequence[_Code]) -> tuple[int, int]:
    """The content words with which both begin and end in words of their own; links alone in common ("of the") tie nothing."""
    ties = [code for code in codes if code[0] == "equal" and (_ties(a[code[1] : code[2]]) or _is_outermost(code, a, b))]
    if not ties:
        return 0, 0
    first, last = ties[0], ties[-1]
    before = min(_content_count(a[: first[1]]), _content_count(b[: first[3]]))
    return before, min(_content_count(a[last[2] :]), _content_count(b[last[4] :]))


def _ties(words: Sequence[str]) -> bool:
    return any(_is_content(word) for word in words) or (len(words) > 1 and not _LINKS.issuperset(words))


def _is_outermost(code: _Code, a: Sequence[str], b: Sequence[str]) -> bool:
    return (code[1] == code[3] == 0) or (code[2] == len(a) and code[4] == len(b))


def _content_count(words: Sequence[str]) -> int:
    return sum(_is_content(word) for word in words)


def _content_forms(words: Sequence[str], at: Sequence[tuple[int, ...]]) -> list[str]:
    """The content words in the given places, sorted: the same words in another order are no rewording."""
    return sorted(form(word) for start, end in at for word in words[start:end] if _is_content(word))


def _negates(words: Sequence[str]) -> bool:
    return not _NEGATORS.isdisjoint(words)


def _stretch(codes: Sequence[_Code], equal: Sequence[int]) -> tuple[int, int]:
    """The codes between the first and the last common block: what lies outside, one source did not quote.

    A replacement at the very edge counts as inside where both have words there and it is not longer than two words:
    "We want peace" / "We want bread" part in their last word.
    """
    first, last = equal[0], equal[-1]
    if first > 0 and _is_short_replacement(codes[first - 1]):
        first -= 1
    if last + 1 < len(codes) and _is_short_replacement(codes[last + 1]):
        last += 1
    return first, last


MIN_STRONG_WORDS = 3
MIN_REST_WORDS = 8
MAX_CHANCE_SHARE = 0.25
"""What follows the last common block of so many words, or goes before the first, and is so long in both with so small a share
in common, is another sentence of each. Set by judgement; fixtures/claims/quote.toml holds the cases."""


def _carrying(a: Sequence[str], codes: Sequence[_Code]) -> list[int]:
    """The places of the common blocks, without those at either end that are chance: words that two other sentences share."""
    equal = [at for at, code in enumerate(codes) if code[0] == "equal"]
    strong = [at for at in equal if _is_strong(a[codes[at][1] : codes[at][2]])]
    if not strong:
        return equal
    first = strong[0] if _is_chance(codes[: strong[0]]) else 0
    last = strong[-1] if _is_chance(codes[strong[-1] + 1 :]) else len(codes)
    return [at for at in equal if first <= at <= last]


def _is_strong(words: Sequence[str]) -> bool:
    return len(words) >= MIN_STRONG_WORDS and any(_is_content(word) for word in words)


def _is_chance(rest: Sequence[_Code]) -> bool:
    """Whether the words before the first strong block, or after the last, are of two sentences and not of one."""
    lengths = sorted((sum(code[2] - code[1] for code in rest), sum(code[4] - code[3] for code in rest)))
    shared = sum(code[2] - code[1] for code in rest if code[0] == "equal")
    return lengths[0] >= MIN_REST_WORDS and shared <= MAX_CHANCE_SHARE * lengths[1]


def _is_short_replacement(code: _Code) -> bool:
    return code[0] == "replace" and code[2] - code[1] <= 2 and code[4] - code[3] <= 2


def _shared_content(a: Sequence[str], inside: Sequence[_Code]) -> int:
    return sum(_is_content(word) for code in inside if code[0] == "equal" for word in a[code[1] : code[2]])


def _content_share(a: Sequence[str], b: Sequence[str], inside: Sequence[_Code]) -> float:
    kept = _shared_content(a, inside)
    most = max(
        sum(_is_content(word) for word in a[inside[0][1] : inside[-1][2]]),
        sum(_is_content(word) for word in b[inside[0][3] : inside[-1][4]]),
    )
    return kept / most if most else 0.0


def _is_content(word: str) -> bool:
    return word not in FUNCTION_WORDS and word not in _FILLERS and word != GAP


def _matters(a: Sequence[str], b: Sequence[str], code: _Code) -> bool:
    """True where a content word or a negation differs, and no gap mark excuses it."""
    left, right = a[code[1] : code[2]], b[code[3] : code[4]]
    if (
        GAP in (*left, *right)
        or "".join(left) == "".join(right).replace("-", "")
        or "".join(right) == "".join(left).replace("-", "")
    ):
        return False
    if _negates(left) != _negates(right):
        return True
    changed_left, changed_right = [word for word in left if _is_content(word)], [word for word in right if _is_content(word)]
    if {form(word) for word in changed_left} == {form(word) for word in changed_right}:
        return False
    if not changed_left or not changed_right:
        elsewhere = {form(word) for word in (b if changed_left else a)}
        return not {form(word) for word in changed_left or changed_right} <= elsewhere
    return True
