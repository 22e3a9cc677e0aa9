"""A pair longer than a model reads is judged in windows: nothing is cut off in silence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from claimcheck.embed.windows import CHARS_PER_TOKEN, split_to_fit

if TYPE_CHECKING:
    from claimcheck.entail.judge import Pair
    from claimcheck.model import FloatMatrix

_ENTAILMENT, _NEUTRAL, _CONTRADICTION = range(3)
_MIN_PREMISE_TOKENS = 8  # what is left for a premise beside a long hypothesis


def judge_in_windows(
    pairs: Sequence[Pair], *, count: Callable[[str, str], int], max_tokens: int, run: Callable[[Sequence[Pair]], Sequence[Any]]
) -> FloatMatrix:
    """Return one row a pair, float32 `(len(pairs), 3)`: that of the pair where the model reads it at once.

    Of the windows of a long premise the one that decides most counts, as SummaC does with sentences (Laban et al.,
    TACL 2022). A long hypothesis is contradicted where a window of it is, and else as little entailed as its least
    entailed window. `count` gives the tokens of a pair, `run` the rows of pairs that fit.
    """
    import numpy as np  # noqa: PLC0415  # 0.1 s that --help must not spend

    windows = [_windows(_clean(a), _clean(b), count=count, max_tokens=max_tokens) for a, b in pairs]
    distinct = tuple(dict.fromkeys(pair for own in windows for group in own for pair in group))
    rows = dict(zip(distinct, run(distinct), strict=True)) if distinct else {}
    found = [_least([_telling([rows[pair] for pair in group]) for group in own]) for own in windows]
    return np.array(found, dtype=np.float32).reshape(len(pairs), 3)


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no text, and a tokenizer raises on it


def _windows(a: str, b: str, *, count: Callable[[str, str], int], max_tokens: int) -> tuple[tuple[Pair, ...], ...]:
    """For each window of the hypothesis the pairs of it with the windows of the premise."""
    least = max(max_tokens // 2, 1)
    if len(a) + len(b) <= least * CHARS_PER_TOKEN and count(a, b) <= least:
        return (((a, b),),)  # as nearly all sentences: then each fits by itself as well
    groups = []
    for hypothesis in split_to_fit(b, count_tokens=lambda text: count("", text), max_tokens=least):
        beside = max(max_tokens, count("", hypothesis) + _MIN_PREMISE_TOKENS)
        premises = split_to_fit(a, count_tokens=lambda text, own=hypothesis: count(text, own), max_tokens=beside)  # type: ignore[misc]
        groups.append(tuple((premise, hypothesis) for premise in premises))
    return tuple(groups)


def _telling(rows: Sequence[Any]) -> Any:
    """The row that is least neutral, the first of equals."""
    return min(rows, key=lambda row: float(row[_NEUTRAL]))


def _least(rows: Sequence[Any]) -> Any:
    against = [row for row in rows if row.argmax() == _CONTRADICTION]
    if against:
        return max(against, key=lambda row: float(row[_CONTRADICTION]))
    return min(rows, key=lambda row: float(row[_ENTAILMENT]))
