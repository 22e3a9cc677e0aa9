"""Fill the measured parts of README.md anew: the demo's report, and the tables of quality and speed.

    python -m benchmarks.readme [--check]

Each part stands between `<!-- begin NAME -->` and `<!-- end NAME -->`. With `--check` nothing is written, and the demo's
report alone is compared: figures of speed differ from run to run.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
_COMMANDS = {
    "demo": [
        *(sys.executable, "-m", "claimcheck", "compare", "--exit-zero"),
        *(f"fixtures/stories/nikopol-shelling/{name}" for name in ("desk.md", "wire.txt")),
    ],
    "stories": [sys.executable, "-m", "benchmarks.stories"],
    "alignment": [sys.executable, "-m", "benchmarks.fit_alignment", "--brief"],
    "speed": [sys.executable, "-m", "benchmarks.speed", "--from", "benchmarks/speed.json"],
}


def output_of(name: str) -> str:
    """What the command of a part prints."""
    done = subprocess.run(_COMMANDS[name], cwd=README.parent, capture_output=True, text=True, check=True)
    return done.stdout.rstrip()


def filled(text: str, name: str, output: str) -> str:
    """README text with the part `name` replaced."""
    pattern = rf"(<!-- begin {name} -->\n```text\n).*?(\n```\n<!-- end {name} -->)"
    return re.sub(pattern, lambda match: match.group(1) + output + match.group(2), text, flags=re.DOTALL)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only compare the demo's report; exit with 1 where it differs")
    options = parser.parse_args()
    before = text = README.read_text(encoding="utf-8")
    for name in ("demo",) if options.check else _COMMANDS:
        text = filled(text, name, output_of(name))
    if options.check:
        return int(text != before)
    README.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
