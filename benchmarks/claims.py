"""Accuracy of the kinds of speech on labelled sentences, field by field.

    python benchmarks/claims.py [FILE.jsonl] [--misses]

A row of the set has `text`, `speaker`, `cue`, `quotes`, `negation` (cue and event) and `modality`. The set is no part of
the repository; without it the script says so and ends well.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.claims import attribution, modality, polarity, quote
from claimcheck.model import Article, Claim, Context, Sentence, Span

DEFAULT = Path(__file__).resolve().parents[2] / "shared/bench/claims/attribution_negation_quotes.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the kinds read in one sentence, in the form of the labels."""

    speaker: str | None
    cue: str | None
    quotes: tuple[str, ...]
    negation: tuple[tuple[str, str], ...]
    modality: str


def read(text: str) -> Answer:
    """The answer to one sentence: of several attributions the one that introduces a quotation, else the first."""
    sentence = Sentence(article=Article(id="s1", name="row", text=text), index=0, span=Span(0, len(text)), paragraph=0)
    one, context = (sentence,), Context()
    spoken = attribution.extract(one, context)
    quotes = quote.extract(one, context)
    first = _main(spoken, quotes)
    return Answer(
        speaker=first.value.speaker or None if first else None,
        cue=first.value.cue if first else None,
        quotes=tuple(claim.text for claim in quotes),
        negation=tuple((claim.value.cue, claim.value.event) for claim in polarity.extract(one, context) if claim.value.negated),
        modality=modality.sentence_level(sentence),
    )


def _main(spoken: Sequence[Claim[Any]], quotes: Sequence[Claim[Any]]) -> Claim[Any] | None:
    if len(spoken) > 1 and quotes:
        start = quotes[0].start
        return min(spoken, key=lambda claim: abs(start - claim.end) if claim.end <= start else abs(claim.start - quotes[0].end))
    return spoken[0] if spoken else None


def _fold(text: str | None) -> str:
    return (text or "").strip().lower().replace("’", "'")


def _pairs(row: dict[str, Any]) -> set[tuple[str, str]]:
    return {(_fold(one["cue"]), _fold(one["event"])) for one in row["negation"]}


FIELDS: dict[str, Callable[[dict[str, Any], Answer], bool]] = {
    "speaker": lambda row, answer: _fold(row["speaker"]) == _fold(answer.speaker),
    "cue": lambda row, answer: _fold(row["cue"]) == _fold(answer.cue),
    "quotes": lambda row, answer: [_fold(one) for one in row["quotes"]] == [_fold(one) for one in answer.quotes],
    "negation": lambda row, answer: _pairs(row) == {(_fold(cue), _fold(event)) for cue, event in answer.negation},
    "modality": lambda row, answer: _fold(row["modality"]) == answer.modality,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--misses", action="store_true", help="print the rows that are read otherwise")
    options = parser.parse_args()
    if not options.file.exists():
        print(f"skipped: no labelled set at {options.file.name}")
        return
    rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines() if line.strip()]
    answers = [read(row["text"]) for row in rows]
    right_rows = [all(right(row, answer) for right in FIELDS.values()) for row, answer in zip(rows, answers, strict=True)]
    total = 0
    for field, right in FIELDS.items():
        hits = [right(row, answer) for row, answer in zip(rows, answers, strict=True)]
        total += sum(hits)
        print(f"{field:10} {sum(hits) / len(rows):.3f}  ({sum(hits)} of {len(rows)})")
        if options.misses:
            for row, answer, hit in zip(rows, answers, hits, strict=True):
                if not hit:
                    print(f"    {row['text']}\n        want {row[field]}\n        have {getattr(answer, field)}")
    print(f"{'fields':10} {total / len(rows) / len(FIELDS):.3f}")
    print(f"{'whole rows':10} {sum(right_rows) / len(rows):.3f}")


if __name__ == "__main__":
    main()
