"""Numerals of a sentence: where they stand, what they are worth, and how a value is written in their manner."""

from __future__ import annotations

import re
from dataclasses import dataclass

from training.contrast.model import Mark, Marked

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
_SHORT = {"m": 1_000_000, "bn": 1_000_000_000, "k": 1_000}

WORDS: dict[str, int] = {word: value for value, word in enumerate(_ONES)}
WORDS |= {ten: 20 + 10 * i for i, ten in enumerate(_TENS)}
WORDS |= {f"{ten}-{one}": 20 + 10 * i + j for i, ten in enumerate(_TENS) for j, one in enumerate(_ONES[1:10], start=1)}
SPELLED: dict[int, str] = {value: word for word, value in WORDS.items()}

NUMERAL = re.compile(
    r"(?<![\w.,/:–-])(?<!-- )(?P<money>[$£€])?(?P<number>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,3})?|\d{1,12}(?:\.\d{1,3})?|(?:"
    + "|".join(sorted(WORDS, key=len, reverse=True))
    + r"))(?P<gap>[ -]?)(?P<scale>hundred|thousand|million|billion|trillion|bn\b|m\b|k\b)?(?![\w/:]|,\d|\.\d|-(?:year|\d)|–| --)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A numeral: offsets in the sentence, its value, and how it is written. `mark` is the quantity claim it stands in."""

    start: int
    end: int
    value: float
    number: str
    scale: str
    gap: str
    money: str
    mark: Mark

    @property
    def whole(self) -> bool:
        """True for a whole number written without a scale or a point."""
        return not self.scale and "." not in self.number

    @property
    def hedge(self) -> str:
        """The hedge of the claim: exactly, about, at least, more than…"""
        return str(self.mark.value.hedge)


def figures(
    sentence: Marked, kinds: tuple[str, ...] = ("count", "money", "percent", "measure", "duration", "age")
) -> tuple[Figure, ...]:
    """Return the numerals of the sentence's quantity claims that stand alone in their claim, in order."""
    found = []
    for mark in sentence.of_kind("quantity"):
        if mark.value.kind not in kinds or any(
            m.kind in ("date", "name") and m.start < mark.end and mark.start < m.end for m in sentence.marks
        ):
            continue
        hits = list(NUMERAL.finditer(sentence.text, max(0, mark.start - 1), mark.end))
        hits = [hit for hit in hits if hit.start() >= mark.start - 1 and not re.search(r"\d", mark.text.replace(hit[0], "", 1))]
        if len(hits) == 1 and hits[0].end() <= mark.end:
            found.append(_figure(hits[0], mark))
    return tuple(figure for figure in found if not _yearlike(figure))


def _yearlike(figure: Figure) -> bool:
    return figure.whole and 1000 <= figure.value <= 2100 and "," not in figure.number and not figure.money


def _figure(hit: re.Match[str], mark: Mark) -> Figure:
    number, scale = hit["number"], (hit["scale"] or "").lower()
    plain = WORDS.get(number.lower())
    value = float(plain) if plain is not None else float(number.replace(",", ""))
    factor = SCALES.get(scale) or _SHORT.get(scale) or 1
    end = hit.end() if hit["scale"] else hit.end("number")
    return Figure(
        start=hit.start(),
        end=end,
        value=value * factor,
        number=number,
        scale=scale,
        gap=hit["gap"] if scale else "",
        money=hit["money"] or "",
        mark=mark,
    )


def written(value: float, like: Figure) -> str:
    """Return a value as the figure is written: in words, digits or with its scale."""
    factor = SCALES.get(like.scale) or _SHORT.get(like.scale) or 1
    amount = value / factor
    tail = f"{like.gap}{like.scale}" if like.scale else ""
    if like.number.lower() in WORDS and amount == int(amount) and int(amount) in SPELLED:
        return f"{like.money}{_as_case(SPELLED[int(amount)], like.number)}{tail}"
    return f"{like.money}{digits(amount, like.number)}{tail}"


def _as_case(word: str, like: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def digits(amount: float, like: str = "") -> str:
    """Return an amount in digits, with as many decimals as `like` has and commas from 10,000, or where `like` has them."""
    decimals = len(like.partition(".")[2]) if "." in like else 0
    if not decimals and amount != int(amount):
        decimals = 1
    comma = "," if "," in like or amount >= 10_000 or not like else ""
    return f"{amount:{comma}.{decimals}f}"


def rounded_down(value: float) -> float:
    """Return a round number below the value: two leading digits at most, always smaller."""
    step = _step(value)
    low = int(value // step) * step
    return float(low if low < value else low - step)


def rounded_up(value: float) -> float:
    """Return a round number above the value."""
    step = _step(value)
    return float((int(value // step) + 1) * step)


def _step(value: float) -> float:
    size = 10 ** max(0, len(str(int(value))) - 2)
    return float(size * 5 if size >= 10 and int(value / size) % 2 else size if value >= 100 else 5 if value > 12 else 1)
