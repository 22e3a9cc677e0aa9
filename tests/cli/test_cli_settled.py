"""Baseline, suppressions, marks, `review` and `init` on the command line, with a pipeline of our own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
import tomllib
from pathlib import Path

import pytest

from claimcheck.cli import destinations, files, main
from claimcheck.errors import ReportError

OURS = "There were 3 boats at Port Hale on Monday. The sea was calm.\n\nSome 40 fishermen were at sea. Nobody was hurt.\n"
WIRE = "Nobody was hurt of 40 fishermen. On Monday there were 5 boats at Port Hale. The sea was calm.\n"
BASELINE = ".claimcheck-baseline.json"


def run(capsys, *arguments):
    code = main(list(arguments))
    return code, *capsys.readouterr()


@pytest.fixture
def desk(stories):
    stories.write("a/ours.md", OURS)
    stories.write("a/wire.txt", WIRE)
    stories.write("b/ours.md", OURS)
    stories.write("b/wire.txt", WIRE.replace("5", "6"))
    return stories


def answers(monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


# --- the baseline ---------------------------------------------------------------------------------------------------


def test_a_baseline_makes_known_findings_pass_and_says_how_many(capsys, desk):
    assert run(capsys, "check")[0] == 1
    code, out, _ = run(capsys, "check", "--update-baseline")
    assert (code, "2 baselined." in out) == (0, True)
    lines = Path(BASELINE).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line.rstrip(","))["story"] for line in lines[1:-2]] == ["a", "b"]
    assert run(capsys, "check")[:2] == (0, out)


@pytest.mark.parametrize(
    ("ours", "wire", "code"),
    [
        ("Nobody was hurt. The sea was calm.\n\nThere were 3 boats at Port Hale on Monday.\n", WIRE, 0),  # a moved paragraph
        (OURS.replace("calm", "quiet"), WIRE, 0),  # a correction elsewhere
        ("\n\n" + OURS, "Front page. " + WIRE, 0),
        (OURS.replace("3 boats", "4 boats"), WIRE, 1),
        (OURS, WIRE.replace("5 boats", "50 boats"), 1),
        (OURS.replace("40 fishermen", "41 fishermen"), WIRE, 1),
    ],
)
def test_what_moves_does_not_fire_again_and_what_changes_does(capsys, desk, ours, wire, code):
    run(capsys, "check", "--update-baseline")
    desk.write("a/ours.md", ours)
    desk.write("a/wire.txt", wire)
    assert run(capsys, "check")[0] == code


def test_the_order_of_sources_changes_nothing(capsys, stories):
    stories.write("a/ours.md", OURS)
    for name, text in (("ap.txt", WIRE), ("rival.txt", WIRE.replace("5", "7"))):
        stories.write(f"a/{name}", text)
    stories.write("claimcheck.toml", "[[story]]\nname = 'a'\nours = 'a/ours.md'\nsources = ['a/ap.txt', 'a/rival.txt']\n")
    run(capsys, "check", "--update-baseline")
    stories.write("claimcheck.toml", "[[story]]\nname = 'a'\nours = 'a/ours.md'\nsources = ['a/rival.txt', 'a/ap.txt']\n")
    assert run(capsys, "check")[0] == 0


def test_one_story_updated_leaves_the_others_as_they_were(capsys, desk):
    run(capsys, "check", "--update-baseline")
    desk.write("a/wire.txt", WIRE.replace("5", "9"))
    desk.write("b/wire.txt", WIRE.replace("5", "9"))
    run(capsys, "check", "a", "--update-baseline")
    assert run(capsys, "check", "a")[0] == 0
    code, out, _ = run(capsys, "check")
    assert code == 1
    assert f"{BASELINE}:3: stale baseline entry: b: CC101" in out


def test_hidden_findings_stay_in_the_baseline_and_are_not_stale(capsys, desk):
    run(capsys, "check", "--update-baseline")
    before = Path(BASELINE).read_bytes()
    code, out, _ = run(capsys, "check", "--select", "CC2", "--update-baseline", "--strict-baseline")
    assert (code, "stale" in out) == (0, False)
    assert Path(BASELINE).read_bytes() == before


def test_a_strict_baseline_fails_on_what_is_gone(capsys, desk):
    run(capsys, "check", "--update-baseline")
    desk.write("a/wire.txt", WIRE.replace("5", "3"))
    assert run(capsys, "check")[0] == 0
    assert run(capsys, "check", "--strict-baseline")[0] == 1
    run(capsys, "check", "--update-baseline")
    assert run(capsys, "check", "--strict-baseline")[0] == 0


def test_an_unreadable_story_keeps_its_entries(capsys, desk):
    run(capsys, "check", "--update-baseline")
    before = Path(BASELINE).read_bytes()
    desk.write("a/wire.txt", "\0" * 100)
    code, out, _ = run(capsys, "check", "--update-baseline")
    assert (code, "stale" in out) == (2, False)
    assert Path(BASELINE).read_bytes() == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<<<<<<< HEAD\n", f"{BASELINE}:1: holds a merge conflict"),
        ('{"schema": "claimcheck/baseline/9", "findings": []}', "a newer claimcheck wrote it"),
        ("{", f"{BASELINE}:1: the baseline is no valid JSON"),
    ],
)
@pytest.mark.parametrize("flags", [[], ["--update-baseline"]])
def test_a_baseline_that_cannot_be_read_is_one_line_and_stays_as_it_was(capsys, desk, text, told, flags):
    desk.write(BASELINE, text)
    code, out, err = run(capsys, "check", *flags)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err
    assert Path(BASELINE).read_text(encoding="utf-8") == text


def test_a_baseline_lies_beside_its_configuration(capsys, desk):
    desk.write("claimcheck.toml", "")
    os.chdir("a")
    run(capsys, "check", "--update-baseline")
    assert not Path(BASELINE).exists()
    os.chdir("..")
    assert json.loads(Path(BASELINE).read_text(encoding="utf-8"))["findings"][0]["story"] == "a"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_one_line(capsys, desk):
    desk.folder.chmod(0o500)
    try:
        code, _, err = run(capsys, "check", "--update-baseline")
    finally:
        desk.folder.chmod(0o700)
    assert (code, err.count("\n")) == (2, 1)
    assert f"cannot write {BASELINE}: Permission denied" in err


def test_a_place_that_cannot_be_written_is_one_line(capsys, desk):
    code, out, err = run(capsys, "check", "--baseline", "no/such/folder/known.json", "--update-baseline")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "cannot write no/such/folder/known.json" in err


def test_ctrl_c_in_the_middle_of_a_write_loses_nothing(capsys, desk, monkeypatch):
    run(capsys, "check", "--update-baseline")
    before = Path(BASELINE).read_bytes()
    desk.write("a/wire.txt", WIRE.replace("5", "9"))
    monkeypatch.setattr(destinations, "_mode_for", lambda target: (_ for _ in ()).throw(KeyboardInterrupt))
    code, _, err = run(capsys, "check", "--update-baseline")
    assert (code, err) == (2, "claimcheck: interrupted\n")
    assert Path(BASELINE).read_bytes() == before
    assert sorted(each.name for each in desk.folder.iterdir()) == [BASELINE, "a", "b"]


def test_the_entries_of_a_deleted_or_renamed_story_are_stale_and_go_with_an_update(capsys, desk):
    desk.write("c/ours.md", "\0" * 100)
    run(capsys, "check", "a", "b", "--update-baseline")
    Path("b").rename("d")
    out = run(capsys, "check", "a")[1]
    assert "stale" not in out  # a run of one story knows nothing of the others
    out = run(capsys, "check")[1]
    assert f"{BASELINE}:3: stale baseline entry: b: CC101" in out
    assert "is gone with its story" in out
    assert "a: CC101" not in out
    run(capsys, "check", "--update-baseline")
    found = json.loads(Path(BASELINE).read_text(encoding="utf-8"))["findings"]
    assert [each.get("story") for each in found] == ["a", "d", None]


def test_a_story_of_the_configuration_that_lies_elsewhere_keeps_its_entries(capsys, desk):
    desk.write("claimcheck.toml", "")
    desk.write("inner/claimcheck.toml", "[[story]]\nname = 'far'\nours = '../a/ours.md'\nsources = ['../a/wire.txt']\n")
    desk.write("inner/b/ours.md", OURS)
    desk.write("inner/b/wire.txt", WIRE)
    run(capsys, "check", "--config", "inner/claimcheck.toml", "a/ours.md", "--update-baseline")
    before = Path("inner", BASELINE).read_bytes()
    assert b'"far"' in before
    code, out, _ = run(capsys, "check", "--config", "inner/claimcheck.toml", "inner")
    assert (code, "stale" in out) == (1, False)


@pytest.mark.parametrize("flags", [[], ["--update-baseline"]])
def test_the_hint_for_a_broken_baseline_is_no_circle(capsys, desk, flags):
    desk.write(BASELINE, "{")
    err = run(capsys, "check", *flags)[2]
    assert "restore it, or delete it and run --update-baseline" in err
    Path(BASELINE).unlink()
    assert run(capsys, "check", "--update-baseline")[0] == 0


# --- two runs at once -----------------------------------------------------------------------------------------------


def test_a_second_writer_waits_for_the_first(tmp_path):
    target, order = str(tmp_path / "f"), []

    def second():
        with files.only_writer(target):
            order.append("second")

    with files.only_writer(target):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(timeout=0.3)
        order.append("first")
    thread.join(timeout=20)
    assert order == ["first", "second"]
    assert list(tmp_path.iterdir()) == []


def test_a_writer_that_never_ends_is_told(tmp_path):
    target = str(tmp_path / "f")
    with files.only_writer(target):
        with pytest.raises(ReportError, match="another claimcheck is writing it"), files.only_writer(target, max_wait_s=0.1):
            pass
        assert (tmp_path / "f.lock").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows does not tell whether a process lives")
def test_the_lock_of_a_process_that_is_gone_is_taken_over(tmp_path):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (tmp_path / "f.lock").write_text(str(gone.pid), encoding="ascii")
    with files.only_writer(str(tmp_path / "f"), max_wait_s=5):
        pass
    assert list(tmp_path.iterdir()) == []


def test_the_empty_lock_of_a_process_that_was_killed_is_taken_over(tmp_path):
    lock = tmp_path / "f.lock"
    lock.write_text("", encoding="ascii")
    with pytest.raises(ReportError), files.only_writer(str(tmp_path / "f"), max_wait_s=0.1):
        pass  # another run may be about to write its number
    past = lock.stat().st_mtime - 60
    os.utime(lock, (past, past))
    with files.only_writer(str(tmp_path / "f"), max_wait_s=5):
        pass
    assert list(tmp_path.iterdir()) == []


def test_two_updates_at_once_lose_no_story(desk):
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import desk, types, claimcheck\n"
        "sys.modules['claimcheck.pipeline'] = claimcheck.pipeline = types.SimpleNamespace(compare=desk.compare)\n"
        "from claimcheck.cli import main; sys.exit(main(['check', sys.argv[2], '--update-baseline', '-q']))"
    )
    here = str(Path(__file__).parent)
    runs = [subprocess.Popen([sys.executable, "-c", program, here, name], stdout=subprocess.DEVNULL) for name in ("a", "b")]
    assert [each.wait(timeout=120) for each in runs] == [0, 0]
    found = json.loads(Path(BASELINE).read_text(encoding="utf-8"))["findings"]
    assert [each.get("story") for each in found] == ["a", "b", None]


# --- suppressions and marks -----------------------------------------------------------------------------------------


def suppress(desk, fingerprint, **more):
    lines = "".join(f"{key} = '{value}'\n" for key, value in ({"reason": "known"} | more).items())
    desk.write("claimcheck.toml", f"[[suppress]]\nfingerprint = '{fingerprint}'\n{lines}")


def print_of(capsys, story):
    result = json.loads(run(capsys, "check", story, "--format", "json")[1])
    return result["stories"][0]["report"]["divergences"][0]["fingerprint"]


def test_a_suppressed_finding_passes_is_shown_and_counted(capsys, desk):
    suppress(desk, print_of(capsys, "a")[:8], by="mk")
    code, out, _ = run(capsys, "check", "a")
    assert code == 0
    assert "1 suppressed" in out
    report = json.loads(run(capsys, "check", "a", "--format", "json")[1])["stories"][0]["report"]
    assert [(each["status"], each["accepted"]) for each in report["divergences"]] == [("suppressed", "known (mk)")]


@pytest.mark.parametrize(
    ("more", "code", "told"),
    [
        ({"until": "2024-05-07"}, 0, None),
        ({"until": "2024-05-06"}, 1, "claimcheck.toml:1: expired suppression"),
        ({"reason": " "}, 1, "claimcheck.toml:1: suppression without a reason"),
        ({"story": "b"}, 1, "claimcheck.toml:1: unmatched suppression: b:"),
    ],
)
def test_a_suppression_that_does_not_hold_is_told_and_the_finding_fires(capsys, desk, monkeypatch, more, code, told):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1715076000")  # 7 May 2024
    desk.write("b/wire.txt", WIRE.replace("5 boats", "3 boats"))
    suppress(desk, print_of(capsys, "a"), **more)
    got, out, _ = run(capsys, "check")
    assert got == code
    assert (told is None) == ("claimcheck.toml" not in out)
    assert (told or "") in out


def test_an_epoch_that_is_none_is_one_line(capsys, desk, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    code, _, err = run(capsys, "check")
    assert (code, err) == (2, "claimcheck: error: SOURCE_DATE_EPOCH: 'soon' is no number of seconds\n")


def test_a_mark_in_our_copy_acknowledges_the_figure_beside_it(capsys, desk):
    desk.write("a/ours.md", OURS.replace("3 boats", "3 (CQ) boats"))
    code, out, _ = run(capsys, "check", "a")
    assert (code, "1 suppressed" in out) == (0, True)
    desk.write("a/ours.md", OURS.replace("3 boats", "3 boats at all"))
    desk.write("a/wire.txt", WIRE.replace("5 boats", "5 (CQ) boats"))
    assert run(capsys, "check", "a")[0] == 1  # a mark in another's copy is that desk's


def test_compare_honours_what_the_desk_has_settled(capsys, desk):
    sources = ["a/ours.md", "a/wire.txt", "--ours", "a/ours.md"]
    assert run(capsys, "compare", *sources)[0] == 1
    suppress(desk, print_of(capsys, "a"), story="a")
    code, out, _ = run(capsys, "compare", *sources)
    assert (code, "1 suppressed" in out) == (0, True)
    assert run(capsys, "compare", *sources[:2])[0] == 1  # whose story it is, is not known
    Path("claimcheck.toml").unlink()
    run(capsys, "check", "a", "--update-baseline")
    code, out, _ = run(capsys, "compare", *sources)
    assert (code, "1 baselined" in out) == (0, True)


def test_compare_reads_the_configuration_as_far_as_it_has_its_sources(capsys, desk):
    desk.write("claimcheck.toml", "ours = 'elsewhere'\nas-of = { wire = 2024-05-07, ap = 2024-05-08 }\nmin-confidence = 0.95\n")
    code, out, err = run(capsys, "compare", "a/ours.md", "a/wire.txt")
    assert (code, err) == (0, "")
    assert "below --min-confidence 0.95" in out
    desk.write("claimcheck.toml", "[[story]]\nname = 'named'\nours = 'a/ours.md'\nsources = ['a/wire.txt']\n")
    run(capsys, "check", "--update-baseline")
    assert run(capsys, "compare", "a/ours.md", "a/wire.txt", "--ours", "ours")[0] == 0
    assert run(capsys, "compare", "a/ours.md", "a/wire.txt", "--ours", "elsewhere")[0] == 2


# --- review ---------------------------------------------------------------------------------------------------------

CONFIGURATION = "# our desk\nmin-confidence = 0.3  # low\n\n[aliases]  # names\nkiev = 'kyiv'\n"


def test_review_accepts_with_a_reason_and_keeps_the_file_as_it_was(capsys, desk, monkeypatch):
    desk.write("claimcheck.toml", CONFIGURATION)
    answers(monkeypatch, 'x\no\na\n\na\nthe harbour master "counted"\ns\n')
    code, out, err = run(capsys, "review", "--by", "mk", "--until", "2999-12-31")
    assert (code, err) == (0, "")
    for told in ("1 of 2  a", "a, s, o or q", "--- ours  a/ours.md", "--- wire  a/wire.txt", "a reason is required"):
        assert told in out
    assert out.endswith("1 finding accepted, 1 skipped, 0 not looked at.\n")
    text = Path("claimcheck.toml").read_text(encoding="utf-8")
    assert text.startswith(CONFIGURATION)
    entry = tomllib.loads(text)["suppress"][0]
    assert (entry["story"], entry["reason"], entry["by"]) == ("a", 'the harbour master "counted"', "mk")
    assert "# error CC101: ours has 3 boats, wire has 5" in text
    out = run(capsys, "check")[1]
    assert "ok       a: no contradictions, no omissions, no shifts, no updates, 1 suppressed" in out
    assert "FAILED   b" in out


@pytest.mark.parametrize("rest", ["", "q\n", "o\nq\n", "a\n"])
def test_review_can_be_left_at_any_point_with_nothing_lost(capsys, desk, monkeypatch, rest):
    answers(monkeypatch, f"a\nknown\n{rest}")
    code, out, _ = run(capsys, "review")
    assert (code, "1 finding accepted, 0 skipped, 1 not looked at." in out) == (0, True)
    assert len(tomllib.loads(Path("claimcheck.toml").read_text(encoding="utf-8"))["suppress"]) == 1


def test_ctrl_c_in_review_keeps_what_was_accepted(capsys, desk, monkeypatch):
    class Interrupted(io.StringIO):
        def readline(self, *arguments):
            line = super().readline()
            if not line:
                raise KeyboardInterrupt
            return line

    monkeypatch.setattr(sys, "stdin", Interrupted("a\nknown\n"))
    assert run(capsys, "review")[0] == 2
    assert len(tomllib.loads(Path("claimcheck.toml").read_text(encoding="utf-8"))["suppress"]) == 1


def test_review_walks_notes_only_when_asked(capsys, stories, monkeypatch):
    stories.write("a/ours.md", OURS)
    stories.write("a/wire.txt", "There were 3 boats and 40 fishermen today.\n")
    answers(monkeypatch, "")
    assert "0 not looked at" in run(capsys, "review")[1]
    assert "1 not looked at" in run(capsys, "review", "--all")[1]


@pytest.mark.parametrize(
    ("arguments", "left"),
    [([], 2), (["--ignore", "CC101"], 0), (["--min-confidence", "0.95"], 0), (["--severity", "CC101=note"], 0)],
)
def test_review_walks_what_check_with_the_same_flags_would_show(capsys, desk, monkeypatch, arguments, left):
    answers(monkeypatch, "q\n")
    assert f"{left} not looked at" in run(capsys, "review", *arguments)[1]


def test_review_is_told_our_copy_and_times_as_check_is(capsys, stories, monkeypatch):
    stories.write("a/draft.md", OURS)
    stories.write("a/wire.txt", WIRE)
    answers(monkeypatch, "q\n")
    assert "1 not looked at" in run(capsys, "review", "--ours", "draft.*", "--as-of", "wire=2024-05-07")[1]
    code, out, err = run(capsys, "review", "--ours", "draft.*", "--as-of", "radio=2024-05-07")
    assert (code, out) == (2, "")
    assert "--as-of: no source of these stories is called 'radio'" in err


def test_review_writes_into_pyproject_where_the_configuration_lies_there(capsys, desk, monkeypatch):
    text = "[project]\r\nname = 'x'\r\n[tool.claimcheck]\r\nfail-on = 'shift'"
    (desk.folder / "pyproject.toml").write_bytes(text.encode())
    answers(monkeypatch, "a\nknown\n")
    run(capsys, "review", "a")
    raw = (desk.folder / "pyproject.toml").read_bytes().decode()
    assert raw.startswith(text)
    assert raw.count("\n") == raw.count("\r\n")
    assert run(capsys, "check", "a")[0] == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("suppress = []\n", "cannot take a suppression at its end"),
        ("min-confidence = \n", "claimcheck.toml:1: not valid TOML"),
    ],
)
def test_a_configuration_that_cannot_take_it_stays_as_it_was(capsys, desk, monkeypatch, text, told):
    desk.write("claimcheck.toml", text)
    answers(monkeypatch, "a\nknown\n")
    code, _, err = run(capsys, "review", "a")
    assert (code, err.count("\n")) == (2, 1)
    assert told in err
    assert Path("claimcheck.toml").read_text(encoding="utf-8") == text


def test_a_wrong_day_is_one_line(capsys, desk):
    code, out, err = run(capsys, "review", "--until", "May")
    assert (code, out, err) == (2, "", "claimcheck: error: --until: 'May' is no day (such as 2024-05-07)\n")


def test_review_names_the_stories_that_it_cannot_walk(capsys, desk, monkeypatch):
    desk.write("b/wire.txt", "\0" * 100)
    answers(monkeypatch, "")
    assert "not to be reviewed: b: b/wire.txt: is binary" in run(capsys, "review")[1]


# --- init -----------------------------------------------------------------------------------------------------------


def test_init_writes_a_configuration_that_changes_nothing_and_names_the_stories(capsys, desk):
    before = run(capsys, "check", "--show-settings")[1].partition("\n")[2]
    code, out, _ = run(capsys, "init")
    assert (code, out.splitlines()) == (0, ["wrote claimcheck.toml", "2 stories: a, b", "next: claimcheck check"])
    assert run(capsys, "check", "--show-settings")[1].partition("\n")[2] == before


def test_every_commented_line_of_it_is_right_when_it_is_uncommented(capsys, desk):
    run(capsys, "init")
    lines = Path("claimcheck.toml").read_text(encoding="utf-8").splitlines()
    assignments = [line[2:] for line in lines if line.startswith("# ") and (" = " in line or line.startswith("# [["))]
    desk.write("all.toml", "\n".join(each for each in assignments if not each.startswith("output")))
    code, out, err = run(capsys, "check", "--config", "all.toml", "--show-settings")
    assert (code, err) == (0, "")
    assert 'severity = { "CC202" = "warning" }' in out
    assert "# 1 [[story]] entry, 1 [[suppress]] entry" in out


def test_init_never_overwrites(capsys, desk):
    desk.write("claimcheck.toml", CONFIGURATION)
    code, out, err = run(capsys, "init")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "claimcheck.toml: is there already" in err
    assert Path("claimcheck.toml").read_text(encoding="utf-8") == CONFIGURATION


def test_init_guesses_where_no_copy_is_called_ours(capsys, stories):
    stories.write("ferry/desk.md", OURS)
    stories.write("ferry/ap.txt", WIRE)
    out = run(capsys, "init")[1]
    assert "1 folder with several articles, but none called ours.*" in out
    assert '# ours = "ferry/ap.txt"\n# sources = ["ferry/desk.md"]' in Path("claimcheck.toml").read_text(encoding="utf-8")


def test_init_of_an_empty_or_missing_folder(capsys, stories):
    assert "no story yet" in run(capsys, "init")[1]
    code, _, err = run(capsys, "init", "missing")
    hint = "name the folder that holds the stories; without one it is this folder"
    assert (code, err) == (2, f"claimcheck: error: missing: no such folder ({hint})\n")
