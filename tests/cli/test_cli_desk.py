"""The desk of fixtures/desk from end to end, with the real pipeline: every step with its exit code and bytes.

Where a kind's keys have changed on purpose, `python scripts/refresh_desk.py` writes the fixture's fingerprints anew.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcheck.archive import kept
from claimcheck.cli import main

ROOT = Path(__file__).parents[2]
BASELINE = ".claimcheck-baseline.json"
EXPECTED = {
    "stories/tanker-spill": 2,
    "stories/bridge-inquest": 1,
    "stories/mine-rescue": 1,  # its suppression has expired
    "stories/school-closure": 3,
    "stories/budget-vote": 0,
    "stories/ferry-fares": 0,
    "stories/foundry-fire": 0,
    "stories/glacier-hut": 0,  # acknowledged by a mark in our copy
    "stories/hospital-strike": 0,  # suppressed
    "harbour-dredging": 0,  # baselined
}
CLEAN = ["stories/budget-vote", "stories/ferry-fares", "stories/foundry-fire"]


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def desk(tmp_path, monkeypatch, cache):
    """A copy of the desk as the current folder, on 20 March 2024."""
    folder = tmp_path / "desk"
    shutil.copytree(ROOT / "fixtures" / "desk", folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(cache))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1710930000")
    return folder


def run(capsys, *arguments):
    code = main(list(arguments))
    out, err = capsys.readouterr()
    assert err == ""
    return code, out


def change(path, old, new):
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


def codes_of(out):
    return {story["name"]: story["exit_code"] for story in json.loads(out)["stories"]}


def test_ten_stories_and_what_becomes_of_each(capsys, desk):
    pytest.importorskip("trafilatura", reason="one source is a page, and the extra [html] is not installed")
    code, out = run(capsys, "check", "--format", "json")
    result = json.loads(out)
    assert code == result["exit_code"] == 2
    assert codes_of(out) == EXPECTED
    order = [2, 1, 3, 0]
    assert [each["exit_code"] for each in result["stories"]] == sorted(EXPECTED.values(), key=order.index)
    assert [(each["kind"], each["path"]) for each in result["remarks"]] == [("expired suppression", "claimcheck.toml")]
    assert (result["totals"]["suppressed"], result["totals"]["contradiction"]) == (3, 2)
    assert result["totals"]["baselined"] == len(Path(BASELINE).read_text(encoding="utf-8").splitlines()) - 3
    assert run(capsys, "check", "--format", "json") == (code, out)
    assert run(capsys, "check", "--format", "json", "--no-cache") == (code, out)


def test_a_suppression_holds_on_its_last_day(capsys, desk, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1710763200")  # 18 March
    assert run(capsys, "check", "stories/mine-rescue")[0] == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1710806400")  # 19 March
    assert run(capsys, "check", "stories/mine-rescue")[0] == 1


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("stories/foundry-fire/ours.md", "Forty-two firefighters", "Fifty-two firefighters"),
        ("stories/ferry-fares/islander.txt", "212,000 passengers", "221,000 passengers"),
        ("stories/bridge-inquest/agency.txt", "16 September", "18 September"),
        ("copy/harbour-dredging.md", "£6.5 million", "£6.8 million"),
        ("stories/glacier-hut/ours.md", "87 (CQ)", "87"),
        ("stories/hospital-strike/wire.txt", "280 operations", "290 operations"),
    ],
)
def test_a_figure_or_date_that_changes_fires_and_back_again_is_as_before(capsys, desk, path, old, new):
    story = "/".join(path.split("/")[:2])  # a file of a story stands for it
    run(capsys, "check", "--update-baseline", "stories/bridge-inquest")
    before = run(capsys, "check", story)
    assert before[0] == 0
    change(path, old, new)
    assert run(capsys, "check", story)[0] == 1
    change(path, new, old)
    assert run(capsys, "check", story) == before


def test_a_baseline_outlives_what_moves_and_not_what_changes(capsys, desk):
    story, path = "stories/bridge-inquest", "stories/bridge-inquest/ours.md"
    assert run(capsys, "check", story)[0] == 1
    code, out = run(capsys, "check", story, "--update-baseline")
    assert code == 0
    assert "0 failed" in out
    kept = Path(BASELINE).read_bytes()
    paragraph = (
        "Three letters from residents were read out. The first, dated June 2021, spoke of a “sway that frightens the children”.\n\n"
    )
    change(path, paragraph, "")
    change(path, "Four people died", f"{paragraph}Four people died")
    assert run(capsys, "check", story)[0] == 0
    change(path, "she told the court", "she said in court")
    assert run(capsys, "check", story, "--select", "CC1", "--strict-baseline")[0] == 0
    change(path, "17 were injured", "18 were injured")
    code, out = run(capsys, "check", story)
    assert code == 1
    assert f"{BASELINE}:" in out
    assert "stale baseline entry: stories/bridge-inquest: CC101" in out
    change(path, "18 were injured", "17 were injured")
    change(path, "she said in court", "she told the court")
    run(capsys, "check", story, "--update-baseline")
    assert Path(BASELINE).read_bytes() == kept


def test_review_accepts_what_is_open(capsys, desk, monkeypatch):
    before = Path("claimcheck.toml").read_text(encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO("o\na\nthe ambulance service says 17\ns\n"))
    code, out = run(capsys, "review", "stories/bridge-inquest", "--by", "mk")
    assert code == 0
    assert ">   11  Four people died and 17 were injured when the bridge fell" in out
    after = Path("claimcheck.toml").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert after.endswith('reason = "the ambulance service says 17"\nby = "mk"\n')
    assert run(capsys, "check", "stories/bridge-inquest")[0] == 0


def test_a_source_that_can_be_read_again_is_compared(capsys, desk):
    assert run(capsys, "check", "stories/tanker-spill")[0] == 2
    wire = "SANDLEA (North Wire) — Oil from the grounded tanker Halcyon Trader reached the bird reserve on Saturday.\n"
    Path("stories/tanker-spill/wire.txt").write_text(wire, encoding="utf-8")
    assert run(capsys, "check", "stories/tanker-spill")[0] == 0


def test_two_hundred_unchanged_stories_import_no_model(capsys, stories, monkeypatch):
    """The first run fills the cache, with a pipeline of our own; the second is a program in which no model can be imported."""
    monkeypatch.setattr(kept, "_program", lambda: ["the same program"])  # whoever edits a file meanwhile changes another one
    for number in range(200):
        stories.write(f"s{number:03d}/ours.md", f"There were {number} boats at Port Hale on Monday.\n")
        stories.write(f"s{number:03d}/wire.txt", f"On Monday there were {number + number % 2} boats at Port Hale.\n")
    first = main(["check"]), capsys.readouterr().out
    assert first[0] == 1
    program = (
        "import sys\n"
        "heavy = ('torch', 'onnxruntime', 'tokenizers', 'transformers', 'sentence_transformers', 'numpy', 'claimcheck.pipeline')\n"
        "sys.modules.update(dict.fromkeys(heavy))\n"
        "from claimcheck.archive import kept; kept._program = lambda: ['the same program']\n"
        "from claimcheck.cli import main; sys.exit(main(['check']))"
    )
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", env=environment(), check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == first[1]
    assert time.perf_counter() - started < 60  # 2 s on an idle machine


def environment():
    return os.environ | {"PYTHONUTF8": "1"}


def test_the_fixture_tells_what_it_is_for():
    assert len(EXPECTED) == 10
    assert {path.suffix for path in (ROOT / "fixtures/desk/stories/budget-vote/sources").iterdir()} == {".txt", ".html", ".json"}
    assert all(EXPECTED[name] == 0 for name in CLEAN)
