"""Accuracy of the kinds of speech on labelled sentences, field by field, and of names on labelled pairs.

    python benchmarks/claims.py [SENTENCES.jsonl [NAMES.jsonl]] [--misses]

A row of the sentences has `text`, `speaker`, `cue`, `quotes`, `negation` (cue and event) and `modality`; a row of the names
has `a`, `b`, `same` and `kind`. The sets are no part of the repository; without one the script says so and goes on.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.claims import attribution, modality, name, polarity, quote
from claimcheck.model import Article, Claim, Context, Sentence, Span

BENCH = Path(__file__).resolve().parents[2] / "shared/bench"
SENTENCES = BENCH / "claims/attribution_negation_quotes.jsonl"
NAMES = BENCH / "quantity/names.jsonl"


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


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def speech(path: Path, *, misses: bool) -> None:
    """Print how often each field of the labelled sentences is read as labelled."""
    rows = _rows(path)
    answers = [read(row["text"]) for row in rows]
    hits = {field: [right(*pair) for pair in zip(rows, answers, strict=True)] for field, right in FIELDS.items()}
    for field, of_field in hits.items():
        print(f"{field:10} {sum(of_field) / len(rows):.3f}  ({sum(of_field)} of {len(rows)})")
        for row, answer, hit in zip(rows, answers, of_field, strict=True):
            if misses and not hit:
                print(f"    {row['text']}\n        want {row[field]}\n        have {getattr(answer, field)}")
    print(f"{'fields':10} {sum(map(sum, hits.values())) / len(rows) / len(FIELDS):.3f}")
    print(f"{'whole rows':10} {sum(map(all, zip(*hits.values(), strict=True))) / len(rows):.3f}")


def names(path: Path, *, misses: bool) -> None:
    """Print how often two names are rightly told to be one or two, and the errors of each sort: one taken for two, two for one."""
    rows = _rows(path)
    said = [name.same_name(row["a"], row["b"]) for row in rows]
    wrong = [row for row, same in zip(rows, said, strict=True) if same is not row["same"]]
    split = sum(row["same"] for row in wrong)
    kinds = Counter(row["kind"] for row in rows)
    print(f"{'names':10} {1 - len(wrong) / len(rows):.3f}  ({len(rows) - len(wrong)} of {len(rows)}; ", end="")
    print(f"{split} taken for two, {len(wrong) - split} taken for one)")
    for kind, count in sorted(kinds.items()):
        of_kind = sum(row["kind"] == kind for row in wrong)
        print(f"    {kind:24} {1 - of_kind / count:.3f}  ({count - of_kind} of {count})")
    for row in wrong if misses else ():
        print(f"    want {'one' if row['same'] else 'two'}: {row['a']} | {row['b']}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", nargs="?", type=Path, default=SENTENCES)
    parser.add_argument("names", nargs="?", type=Path, default=NAMES)
    parser.add_argument("--misses", action="store_true", help="print the rows that are read otherwise")
    options = parser.parse_args()
    for path, measure in ((options.sentences, speech), (options.names, names)):
        if path.exists():
            measure(path, misses=options.misses)
        else:
            print(f"skipped: no labelled set at {path.name}")


if __name__ == "__main__":
    main()
