"""`claimcheck check` with a pipeline of our own: which stories, what becomes of each, formats, exit codes."""

from __future__ import annotations

import html
import json
import os
import sys
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

import claimcheck
from claimcheck.cli import main
from claimcheck.reports import FORMATS

OURS = "There were 3 boats at Port Hale on Monday. The sea was calm.\n"
SAME = "On Monday there were 3 boats at Port Hale. The sea was calm.\n"
OTHER = "On Monday there were 5 boats at Port Hale. The sea was calm.\n"


def run(capsys, *arguments):
    code = main(["check", *arguments])
    return code, *capsys.readouterr()


@pytest.fixture
def desk_of_three(stories):
    stories.write("stories/a/ours.md", OURS)
    stories.write("stories/a/wire.txt", SAME)
    stories.write("stories/b/ours.txt", OURS)
    stories.write("stories/b/sources/ap.md", OTHER)
    stories.write("stories/c/ours.md", OURS)
    stories.write("stories/c/broken.txt", "\0\1\2\3" * 50)
    return stories


def test_every_story_has_its_line_worst_first_and_the_gravest_gives_the_code(capsys, desk_of_three):
    code, out, err = run(capsys)
    lines = [line for line in out.splitlines() if line.startswith(("ERROR", "FAILED", "ok"))]
    assert code == 2
    assert [line.split()[1] for line in lines] == ["stories/c:", "stories/b:", "stories/a:"]
    assert "stories/c/broken.txt: is binary" in lines[0]
    assert lines[1].endswith("1 contradiction, no omissions, no shifts, no updates")
    assert "3 stories: 1 failed, 1 unreadable, 0 not compared." in out
    assert "error    CC101  ours has 3 boats, ap has 5" in out
    assert err == ""


@pytest.mark.parametrize(
    ("paths", "code", "names"),
    [
        (["stories/a"], 0, ["stories/a"]),
        (["stories/b", "stories/a"], 1, ["stories/b", "stories/a"]),
        (["stories/b/ours.txt"], 1, ["stories/b"]),
        (["stories/b/sources/ap.md", "./stories/b"], 1, ["stories/b"]),
        (["."], 2, ["stories/c", "stories/b", "stories/a"]),
    ],
)
def test_a_path_is_a_folder_of_stories_a_story_or_a_file_of_one(capsys, desk_of_three, paths, code, names):
    got, out, _ = run(capsys, *paths, "--format", "json")
    assert (got, [each["name"] for each in json.loads(out)["stories"]]) == (code, names)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere"], "nowhere: no such file or folder"),
        (["stories/b/sources"], "no story in stories/b/sources (a story is a folder with our copy, ours.*, and its sources"),
        (["readme.md"], "readme.md: belongs to no story (name a story's folder, or compare the file itself"),
        (["-q", "-v"], "do not go together"),
        (["--format", "pdf"], "--format: 'pdf' is not one of"),
        (["--config", "missing.toml"], "missing.toml: cannot read the configuration: No such file"),
        (["--config", "bad.toml"], "bad.toml:2: unknown key 'fail_on' (did you mean 'fail-on'?)"),
        (["--aliases", "missing.txt"], "missing.txt: cannot read the aliases"),
        (["--baseline", "missing.json"], "missing.json: no such baseline (--update-baseline writes it)"),
        (["--severity", "CC101=fatal"], "--severity: 'fatal' is not one of"),
        (["-o", "no/such/report.json"], "cannot write no/such/report.json"),
        (["--nope"], "--nope"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_two(capsys, desk_of_three, arguments, told):
    desk_of_three.write("readme.md", "Not a story.\n")
    desk_of_three.write("bad.toml", "\nfail_on = 'shift'\n")
    code, out, err = run(capsys, *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err


def test_one_source_alone_and_articles_on_two_events_are_not_compared(capsys, stories):
    stories.write("a/ours.md", OURS)
    stories.write("b/ours.md", OURS)
    stories.write("b/wire.md", "unlike anything else, 7 cows.\n")
    code, out, _ = run(capsys)
    assert code == 3
    assert "NOTHING  a: one source alone cannot be compared" in out
    assert "NOTHING  b: no statement is common to ours, wire" in out
    assert run(capsys, "--exit-zero")[0] == 3


def test_our_copy_alone_fails_where_it_contradicts_itself_and_is_never_clean(capsys, stories):
    stories.write("a/ours.md", "There were 8 cows. Later there were 9 cows.\n")
    code, out, _ = run(capsys)
    assert code == 1
    assert "error    CC501  ours has 8 cows and 9 cows" in out
    code, out, _ = run(capsys, "--update-baseline")
    assert code == 3
    assert "NOTHING  a: one source alone cannot be compared" in out
    assert run(capsys, "--strict-baseline")[0] == 3
    before = (stories.folder / ".claimcheck-baseline.json").read_bytes()
    run(capsys, "--update-baseline")
    assert (stories.folder / ".claimcheck-baseline.json").read_bytes() == before


def test_a_defect_that_one_story_brings_out_silences_no_other(capsys, stories):
    stories.write("a/ours.md", "crash. " + OURS)
    stories.write("a/wire.md", SAME)
    stories.write("b/ours.md", OURS)
    stories.write("b/wire.md", OTHER)
    code, out, _ = run(capsys)
    assert code == 2
    assert "ERROR    a: internal error, ZeroDivisionError: a defect" in out
    assert "FAILED   b: 1 contradiction" in out


def test_two_copies_of_ours_are_told(capsys, stories):
    for name in ("ours.md", "ours.txt", "wire.md"):
        stories.write(f"a/{name}", OURS)
    code, out, _ = run(capsys)
    assert code == 2
    assert "a: which is our copy, ours.md, ours.txt? (keep one)" in out


def test_a_file_that_no_loader_reads_is_told_and_a_hidden_one_is_not(capsys, stories):
    for name in ("ours.md", "wire.md", ".notes.md", "photo.jpg", "ours.jpg"):
        stories.write(f"a/{name}", OURS)
    code, out, _ = run(capsys)
    assert code == 0
    assert "file not read: a: ours.jpg, photo.jpg are of no format that is read" in out
    assert ".notes" not in out


def test_hidden_and_excluded_folders_are_passed_over_and_a_story_holds_no_story(capsys, stories):
    for folder in ("a", "a/old", ".git/x", "node_modules/y", "drafts/z", "deep/er/b"):
        stories.write(f"{folder}/ours.md", OURS)
        stories.write(f"{folder}/wire.md", SAME)
    stories.write("claimcheck.toml", "exclude = ['drafts']\n")
    out = run(capsys, "--format", "json")[1]
    assert [each["name"] for each in json.loads(out)["stories"]] == ["a", "deep/er/b"]


def test_patterns_of_the_configuration_find_our_copy_and_the_sources(capsys, stories):
    stories.write("claimcheck.toml", "ours-file = ['draft*.md']\nsource-files = ['wire/*.txt']\n")
    stories.write("a/draft-2.md", OURS)
    stories.write("a/notes.md", OTHER)
    stories.write("a/wire/ap.txt", SAME)
    assert run(capsys)[0] == 0
    assert stories.calls == [["a/draft-2.md", "a/wire/ap.txt"]]


ENTRY = "[[story]]\nname = 'dredging'\nours = 'copy/x.md'\nsources = ['wire/x-*.txt', 'AP=wire/ap.txt']\npublished = 2024-05-07\n"


def test_an_entry_of_the_configuration_is_a_story(capsys, stories):
    stories.write("claimcheck.toml", ENTRY)
    stories.write("copy/x.md", OURS)
    for name in ("x-2.txt", "x-1.txt", "y.txt"):
        stories.write(f"wire/{name}", SAME)
    stories.write("wire/ap.txt", OTHER)
    code, out, _ = run(capsys, "--format", "json")
    story = json.loads(out)["stories"][0]
    assert (code, story["name"], story["path"], story["ours"]) == (1, "dredging", "copy/x.md", "s1")
    named = [(each["name"], each["path"]) for each in story["report"]["sources"]]
    assert named == [("x", "copy/x.md"), ("AP", "wire/ap.txt"), ("x-1", "wire/x-1.txt"), ("x-2", "wire/x-2.txt")]
    assert story["report"]["sources"][0]["published"] == "2024-05-07T00:00:00Z"
    assert run(capsys, "wire/ap.txt")[0] == 1
    os.chdir("copy")
    assert "dredging" in run(capsys)[1]
    os.chdir("../wire")
    assert run(capsys)[0] == 2  # our copy is not under here


def test_an_entry_wins_over_the_folder_it_lies_in(capsys, stories):
    stories.write("claimcheck.toml", "[[story]]\nname = 'mine'\nours = 'a/ours.md'\nsources = ['a/wire.md']\n")
    for name in ("ours.md", "wire.md", "other.md"):
        stories.write(f"a/{name}", OURS)
    out = run(capsys, "--format", "json")[1]
    assert [each["name"] for each in json.loads(out)["stories"]] == ["mine"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[story]]\nours = 'copy/x.md'\nsources = ['wire/*.txt']\n", "claimcheck.toml:1: no file matches 'wire/*.txt'"),
        ("[[story]]\nours = 'copy/none.md'\nsources = ['copy/x.md']\n", "copy/none.md: no such file"),
        ("[[story]]\nours = 'copy/x.md'\nsources = ['copy/none.md']\n", "copy/none.md: no such file"),
        ("[[story]]\nours = 'copy/x.md'\nsources = ['copy/y.md']\nas-of = {z = 2024-01-01}\n", "no source is called 'z'"),
    ],
)
def test_an_entry_that_names_what_is_not_there_cannot_pass_as_clean(capsys, stories, text, told):
    stories.write("claimcheck.toml", text)
    stories.write("copy/x.md", OURS)
    stories.write("copy/y.md", SAME)
    code, out, _ = run(capsys)
    assert code == 2
    assert told in out


def test_two_stories_of_one_name_are_an_error(capsys, stories):
    entry = "[[story]]\nname = 'a'\nours = '{}'\nsources = ['y.md']\n"
    stories.write("claimcheck.toml", entry.format("x.md") + entry.format("y.md"))
    stories.write("x.md", OURS)
    stories.write("y.md", OURS)
    code, _, err = run(capsys)
    assert (code, err.count("\n")) == (2, 1)
    assert "two stories are called 'a'" in err


def test_several_outputs_of_one_run_have_the_same_code_and_are_written_whole(capsys, desk_of_three):
    code, out, err = run(capsys, "-o", "json=out.json", "-o", "all.txt", "-o", "json=-")
    assert code == 2
    assert (desk_of_three.folder / "out.json").read_text(encoding="utf-8") == out
    assert "FAILED   stories/b" in (desk_of_three.folder / "all.txt").read_text(encoding="utf-8")
    assert err == ""
    assert json.loads(out)["exit_code"] == 2


def test_outputs_of_the_file_are_written_unless_a_format_is_asked_for(capsys, desk_of_three):
    desk_of_three.write("claimcheck.toml", "output = ['json=out.json']\n")
    code, out, err = run(capsys, "stories/b")
    assert (code, out) == (1, "")
    assert "wrote out.json" in err
    (desk_of_three.folder / "out.json").unlink()
    assert run(capsys, "stories/b", "--format", "text")[1] != ""
    assert not (desk_of_three.folder / "out.json").exists()


def test_the_same_input_gives_the_same_bytes_cold_and_warm(capsys, desk_of_three):
    cold = run(capsys, "--format", "json")
    compared = len(desk_of_three.calls)
    warm = run(capsys, "--format", "json")
    uncached = run(capsys, "--format", "json", "--no-cache")
    assert cold == warm == uncached
    assert (compared, len(desk_of_three.calls)) == (2, 4)  # the warm run compared nothing, the uncached one everything


def test_only_what_changed_is_compared_again(capsys, desk_of_three):
    run(capsys)
    desk_of_three.calls.clear()
    desk_of_three.write("stories/a/wire.txt", OTHER)
    assert "FAILED   stories/a" in run(capsys)[1]
    assert desk_of_three.calls == [["stories/a/ours.md", "stories/a/wire.txt"]]


@pytest.mark.parametrize("flags", [["--min-confidence", "0.95"], ["--ignore", "CC1"], ["--severity", "CC101=note"]])
def test_settings_of_the_gate_do_not_compare_again(capsys, desk_of_three, flags):
    assert run(capsys, "stories/b")[0] == 1
    desk_of_three.calls.clear()
    assert run(capsys, "stories/b", *flags)[0] == 0
    assert desk_of_three.calls == []


def test_a_damaged_cache_is_done_without(capsys, desk_of_three, tmp_path):
    first = run(capsys)
    for file in (tmp_path / "cache" / "reports").iterdir():
        file.write_text(file.read_text(encoding="ascii")[:-20], encoding="ascii")
    assert run(capsys) == first
    assert len(desk_of_three.calls) == 4


def test_a_cache_that_cannot_be_written_is_done_without(capsys, desk_of_three, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", encoding="utf-8")
    first = run(capsys)
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path / "file"))
    assert run(capsys) == first


def test_settings_are_shown_with_their_origin(capsys, desk_of_three, monkeypatch):
    desk_of_three.write(
        "claimcheck.toml", "# ours\nfail-on = 'shift'\nmin-confidence = 0.7\n[[suppress]]\nfingerprint = '12345678'\n"
    )
    monkeypatch.setenv("CLAIMCHECK_MODEL", "other")
    code, out, err = run(capsys, "--show-settings", "--min-confidence", "0.9")
    assert (code, err, desk_of_three.calls) == (0, "", [])
    assert "# configuration: claimcheck.toml\n" in out
    for line in ('fail-on = "shift"', "min-confidence = 0.9", 'model = "other"', 'judge = "bundled"'):
        assert f"\n{line} " in out
    for origin in ("# claimcheck.toml:2\n", "# --min-confidence\n", "# CLAIMCHECK_MODEL\n", "# default\n"):
        assert origin in out
    assert "# no [[story]] entries, 1 [[suppress]] entry\n" in out


def test_verbose_shows_what_clean_stories_hold(capsys, desk_of_three):
    desk_of_three.write("stories/a/wire.txt", SAME + "It rained today.\n")
    assert "today is left out" not in run(capsys, "stories/a")[1]
    assert "today is left out" in run(capsys, "stories/a", "-v")[1]


def test_a_source_that_was_not_compared_is_told_beside_a_clean_story(capsys, stories):
    stories.write("a/ours.md", OURS)
    stories.write("a/wire.md", SAME)
    stories.write("a/dpa.md", "A foreign text.\n")
    code, out, _ = run(capsys)
    lines = out.splitlines()
    assert code == 0
    assert lines[:2] == [
        "ok       a: no contradictions, no omissions, no shifts, no updates",
        "         not compared: dpa: in a language that is not read",
    ]
    assert "Compared 4 sentences; not compared: 2." in out


def test_quiet_is_a_line_a_finding_and_a_line_a_story(capsys, desk_of_three):
    out = run(capsys, "stories/b", "-q")[1]
    assert out.splitlines()[:2] == [
        "stories/b/ours.txt:1:1: error CC101 ours has 3 boats, ap has 5",
        "FAILED   stories/b: 1 contradiction, no omissions, no shifts, no updates",
    ]


def test_a_name_of_a_folder_cannot_steer_the_terminal(capsys, stories):
    stories.write("a\x1b[2Jb/ours.md", OURS)
    stories.write("a\x1b[2Jb/wire.md", OTHER)
    code, out, _ = run(capsys)
    assert code == 1
    assert "\x1b" not in out


# --- what a report may never overwrite ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("stories/b/ours.txt", "one of the sources"),
        ("markdown=stories/b/sources/ap.md", "one of the sources"),
        ("text=./stories/../stories/b/ours.txt", "one of the sources"),
        ("markdown=stories/a/ours.md", "one of the sources"),  # of a story that is not checked
        ("text=stories/a/wire.txt", "one of the sources"),
        ("markdown=named/copy.md", "one of the sources"),
        ("markdown=named/wire.md", "one of the sources"),
        ("json=claimcheck.toml", "holds what the desk has decided"),
        ("json=.claimcheck-baseline.json", "holds what the desk has decided"),
        (".claimcheck-baseline.json", "holds what the desk has decided"),
    ],
)
def test_a_report_overwrites_no_article_and_no_decision(capsys, desk_of_three, output, told):
    desk_of_three.write("named/copy.md", OURS)
    desk_of_three.write("named/wire.md", OTHER)
    desk_of_three.write("claimcheck.toml", "[[story]]\nname = 'n'\nours = 'named/copy.md'\nsources = ['named/wire.md']\n")
    run(capsys, "stories/b", "--update-baseline")
    path = desk_of_three.folder / output.partition("=")[2] if "=" in output else desk_of_three.folder / output
    before, compared = path.read_bytes(), len(desk_of_three.calls)
    code, out, err = run(capsys, "stories/b", "-o", output)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err
    assert path.read_bytes() == before
    assert len(desk_of_three.calls) == compared


def test_a_baseline_that_is_still_to_be_written_is_no_place_for_a_report(capsys, desk_of_three):
    code, _, err = run(capsys, "stories/b", "--baseline", "known.json", "--update-baseline", "-o", "known.json")
    assert (code, "holds what the desk has decided" in err) == (2, True)
    assert not (desk_of_three.folder / "known.json").exists()


def test_an_old_report_is_written_over(capsys, desk_of_three):
    for _ in range(2):
        code, _, err = run(capsys, "stories/b", "-o", "stories/b/report.json", "-o", "out.txt")
        assert (code, err) == (1, "claimcheck: wrote stories/b/report.json, out.txt: 1 story, exit code 1\n")


# --- what the settings hide -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", sorted(set(FORMATS)))
@pytest.mark.parametrize(
    ("flags", "told"),
    [(["--ignore", "CC1"], "of --ignore CC1"), (["--min-confidence", ".99"], "below --min-confidence 0.99")],
)
def test_every_format_of_many_stories_tells_what_the_settings_hide(capsys, desk_of_three, form, flags, told):
    code, out, _ = run(capsys, "stories/a", "stories/b", "--format", form, *flags)
    assert code == 0
    assert told in html.unescape(out)


def test_a_clean_line_says_what_is_hidden_right_below_it(capsys, desk_of_three):
    lines = run(capsys, "stories/b", "--ignore", "CC1")[1].splitlines()
    assert lines[0].startswith("ok       stories/b: no contradictions")
    assert lines[1] == "         Hidden: 1 finding of --ignore CC1."
    assert "Hidden" not in run(capsys, "stories/a", "--ignore", "CC1")[1]


def test_our_copy_may_be_called_by_a_flag(capsys, stories):
    stories.write("ferry/draft.md", "There were 3 boats.")
    stories.write("ferry/wire.txt", "There were 5 boats.")
    assert run(capsys)[0] == 2
    for flag in ("--ours", "--ours-file"):
        code, out, _ = run(capsys, flag, "draft.*", "-q")
        assert (code, "CC101 draft has 3 boats, wire has 5" in out) == (1, True)
    assert 'ours-file = ["draft.*"]' in run(capsys, "--ours", "draft.*", "--show-settings")[1]


def test_a_source_knows_until_the_time_that_a_flag_gives(capsys, stories, monkeypatch):
    """As in `compare`: a time for a source that is nowhere is an error; a story without that source is compared as it is."""
    told = []
    compare = sys.modules["claimcheck.pipeline"].compare
    pipeline = SimpleNamespace(
        compare=lambda articles, *, settings, **more: (
            told.append(dict(settings.as_of)) or compare(articles, settings=settings, **more)
        )
    )
    monkeypatch.setitem(sys.modules, "claimcheck.pipeline", pipeline)
    monkeypatch.setattr(claimcheck, "pipeline", pipeline, raising=False)
    for name, other in (("ferry", "wire"), ("mill", "rival")):
        stories.write(f"{name}/ours.md", f"There were 3 boats at the {name}.")
        stories.write(f"{name}/{other}.txt", f"There were 3 boats at the {name}.")
    assert run(capsys, "--as-of", "wire=2024-05-07T18:00:00Z")[0] == 0
    assert told == [{"wire": datetime(2024, 5, 7, 18, tzinfo=UTC)}, {}]
    code, out, err = run(capsys, "--as-of", "wier=2024-05-07")
    assert (code, out) == (2, "")
    assert "--as-of: no source of these stories is called 'wier'" in err
