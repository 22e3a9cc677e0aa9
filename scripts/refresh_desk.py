"""Write the fingerprints of fixtures/desk anew: its suppressions and its baseline. Run it where a kind's keys have changed.

Command: python scripts/refresh_desk.py
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from claimcheck.archive import compare_stories, find_stories
from claimcheck.cli import main
from claimcheck.config import read_desk, resolve

DESK = Path(__file__).parents[1] / "fixtures" / "desk"
BASELINED = "copy"


def refresh() -> None:
    """Give every [[suppress]] the fingerprint of its story's first contradiction, and the baseline what `BASELINED` holds."""
    os.chdir(DESK)
    desk = read_desk("claimcheck.toml")
    settings = resolve(layer=desk.layer).settings
    text = Path("claimcheck.toml").read_text(encoding="utf-8")
    for entry in desk.suppressions:
        stories = find_stories([entry.story or "."], desk, settings).stories
        report = compare_stories(stories, settings)[0].report
        if report is None:
            raise SystemExit(f"{entry.story}: is not compared")
        found = next(each for each in report.divergences if each.code == "CC101")
        pattern = rf'fingerprint = "[0-9a-f]+"(\nstory = "{re.escape(entry.story or "")}")'
        text = re.sub(pattern, rf'fingerprint = "{found.fingerprint}"\1', text)
    Path("claimcheck.toml").write_text(text, encoding="utf-8")
    Path(".claimcheck-baseline.json").unlink(missing_ok=True)
    main(["check", BASELINED, "--update-baseline", "--quiet"])


if __name__ == "__main__":
    refresh()
