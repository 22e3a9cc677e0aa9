"""From the sets to the rows of a phase: `python -m training.prepare --phase 1`."""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from training.labels import reversed_label
from training.made import mostly_neutral, of_one_page, siblings
from training.rows import Row, clean, fraction, key, read_set, reserve, without_doubles
from training.sets import PHASES, SETS, TrainSet

_JOINED = 0.08  # share of encyclopaedic premises that get a neighbour
_NO_STOP = 0.1  # share of claims that lose their full stop, since headlines have none
_PARTS = {set_.name: set_ for set_ in SETS}


def gather(data: Path, *, bench: Path) -> tuple[list[Row], list[Row]]:
    """Return (training rows, development rows) of all sets: no row twice, none of the test sets, no group in both."""
    reserved = reserve(bench)
    read = (row for set_ in SETS for row in read_set(data, set_.name))
    rows = [row for row in without_doubles(read) if not reserved.holds(row)]
    held = [row for row in rows if fraction(row.group, salt=row.origin) < _PARTS[row.origin].held]
    premises, pages = {key(row.a) for row in held}, {(row.origin, row.group) for row in held}
    kept = [row for row in rows if (row.origin, row.group) not in pages and key(row.a) not in premises]
    return kept, held


def mixture(rows: Iterable[Row], *, phase: int, seed: int) -> list[Row]:
    """Return the rows of a phase, sampled and repeated as the sets say, reversed, joined and shuffled by the seed."""
    dice = random.Random(f"{seed}-{phase}")  # noqa: S311 - a sample, not a secret
    known = sorted({row for row in rows if _PARTS[row.origin].long}, key=lambda row: (row.origin, row.group, row.a, row.b))
    fillers: dict[str, list[str]] = {}
    for row in known:
        fillers.setdefault(row.origin, []).append(row.a)
    chosen = [new for row in rows for new in _versions(row, phase=phase, fillers=fillers, dice=dice)]
    dice.shuffle(chosen)
    return chosen


def _versions(row: Row, *, phase: int, fillers: dict[str, list[str]], dice: random.Random) -> Iterator[Row]:
    set_ = _PARTS[row.origin]
    share = set_.shares[phase - 1]
    for _ in range(int(share) + (dice.random() < share % 1)):
        yield _noisy(row, set_, fillers=fillers, dice=dice)
        if dice.random() < set_.both and (other := reversed_label(row.label)):
            yield replace(row, a=row.b, b=row.a, label=other)


def _noisy(row: Row, set_: TrainSet, *, fillers: dict[str, list[str]], dice: random.Random) -> Row:
    if set_.long and dice.random() < _JOINED:
        row = replace(row, a=_joined(row.a, dice.choice(fillers[row.origin]), first=dice.random() < 0.5))
    if row.b.endswith(".") and dice.random() < _NO_STOP:
        row = replace(row, b=row.b[:-1].rstrip())
    return row


def _joined(premise: str, filler: str, *, first: bool) -> str:
    """Return the premise with another sentence before or after it; long ones stay alone, since they would be cut off."""
    if len(premise.split()) + len(filler.split()) > 90:
        return premise
    return f"{premise} {filler}" if first else f"{filler} {premise}"


def with_contrast(rows: list[Row], contrast: Path, *, most: int, seed: int, apart: frozenset[str] = frozenset()) -> list[Row]:
    """Return the rows and up to `most` rows of the contrast generator's file, shuffled together.

    A made pair of which one side is among the keys `apart` (texts of development and test sets) is left out.
    """
    dice = random.Random(f"{seed}-contrast")  # noqa: S311 - a sample, not a secret
    made = [json.loads(line) for line in contrast.read_text(encoding="utf-8").splitlines()]
    new = [Row(a=clean(r["a"]), b=clean(r["b"]), label=r["label"], origin=f"contrast/{r['edit']}") for r in made]
    new = [row for row in new if not {key(row.a), key(row.b)} & apart]
    dice.shuffle(new)
    both = rows + new[:most]
    dice.shuffle(both)
    return both


def write(rows: Iterable[Row], path: Path) -> None:
    """Write the rows as JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps({"a": r.a, "b": r.b, "label": r.label, "set": r.origin}, ensure_ascii=False) for r in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _is_newswire(row: Row) -> bool:
    return row.origin in ("rte123", "rte_glue")


def main() -> None:
    """Prepare one phase, and the development rows beside it."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/train"))
    ask.add_argument("--bench", type=Path, default=Path("../shared/bench/pairs"))
    ask.add_argument("--work", type=Path, default=Path("build/training"))
    ask.add_argument("--phase", type=int, choices=range(1, PHASES + 1), required=True)
    ask.add_argument("--contrast", type=Path, help="rows of the contrast generator, for phase 2")
    ask.add_argument("--most", type=int, default=80_000, help="rows of the contrast generator at most")
    ask.add_argument("--siblings", type=int, default=0, help="pairs of claims about one premise at most")
    ask.add_argument("--pages", type=int, default=0, help="pairs of texts on one page at most")
    ask.add_argument("--neutral", action="store_true", help="call most pairs of RTE that are not entailed neutral")
    ask.add_argument("--limit", type=int, help="rows in all at most")
    ask.add_argument("--seed", type=int, default=0)
    said = ask.parse_args()
    kept, held = gather(said.data, bench=said.bench)
    rows = mixture(kept, phase=said.phase, seed=said.seed)
    if said.neutral:
        rows = [row for row in rows if not _is_newswire(row)] + mostly_neutral(filter(_is_newswire, rows), seed=said.seed)
    rows += siblings(kept, most=said.siblings, seed=said.seed) + of_one_page(kept, most=said.pages, seed=said.seed)
    if said.contrast:
        apart = reserve(said.bench).texts | {key(text) for row in held for text in (row.a, row.b)}
        rows = with_contrast(rows, said.contrast, most=said.most, seed=said.seed, apart=apart)
    rows = rows[: said.limit]
    write(rows, said.work / f"phase{said.phase}.jsonl")
    write(held, said.work / "development.jsonl")
    for name, count in sorted(Counter(row.origin for row in rows).items()):
        print(f"{name:32} {count:7} held {sum(r.origin == name for r in held):5}")  # noqa: T201 - a command
    print(f"{len(rows)} rows, {dict(Counter(r.label for r in rows))}")  # noqa: T201 - a command


if __name__ == "__main__":
    main()
