"""All stages, from the sets to the exported file and its card: `python -m training --data ../shared/train`.

A stage that was stopped goes on where it was; a phase that is trained is not trained again (delete its folder for that).
"""

from __future__ import annotations

import argparse
import subprocess
import sys

from training.recipe import commands


def main() -> int:
    """Run the stages one after another and return 0, or the exit code of the one that failed."""
    ask = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    ask.add_argument("--data", default="../shared/train", help="folder of the training sets")
    said = ask.parse_args()
    for command in commands(said.data):
        sys.stdout.write(" ".join(command) + "\n")
        sys.stdout.flush()
        code = subprocess.run([sys.executable, "-m", *command], check=False).returncode  # noqa: S603 - the list above
        if code:
            return code
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
