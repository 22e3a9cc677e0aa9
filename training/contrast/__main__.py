"""`python -m training.contrast --data ../shared/train --out FILE.jsonl --count 90000 --seed 0`."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from training.contrast.generate import generate


def main(arguments: list[str] | None = None) -> int:
    """Write the pairs as JSON lines, and tell the counts by label on the standard error stream."""
    parser = argparse.ArgumentParser(prog="python -m training.contrast", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/train"), help="folder of the training sets")
    parser.add_argument("--out", type=Path, required=True, help="file to write, JSON lines")
    parser.add_argument("--count", type=int, default=90_000, help="pairs wanted")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    rows = generate(options.data, count=options.count, seed=options.seed)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    aside = options.out.with_suffix(options.out.suffix + ".part")
    aside.write_text("".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    aside.replace(options.out)
    sys.stderr.write(f"{len(rows)} pairs: {dict(sorted(Counter(row.label for row in rows).items()))}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
