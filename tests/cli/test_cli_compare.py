"""`claimcheck compare` with a pipeline of our own: flags, formats, destinations, exit codes."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimcheck.cli import main
from claimcheck.config import FailOn, Settings
from claimcheck.errors import ModelError, NothingComparedError
from claimcheck.model import Severity
from claimcheck.reports import FORMATS

pytestmark = pytest.mark.usefixtures("folder")
BOTH = ["desk.txt", "wire.txt"]


def run(capsys, *arguments):
    code = main(["compare", *arguments])
    return code, *capsys.readouterr()


def test_the_report_alone_is_on_standard_output(capsys, pipeline):
    code, out, err = run(capsys, *BOTH)
    assert code == 1
    assert "error    CC101  desk says three; wire says five" in out
    assert err == ""
    assert "\x1b" not in out


def test_json_is_json_and_names_paths_as_they_were_given(capsys, pipeline):
    code, out, _ = run(capsys, "./desk.txt", "rival=wire.txt", "--format", "json")
    report = json.loads(out)
    assert code == 1
    assert [(each["id"], each["name"], each["path"]) for each in report["sources"]] == [
        ("s1", "desk", "./desk.txt"),
        ("s2", "rival", "wire.txt"),
    ]


@pytest.mark.parametrize(
    ("codes", "flags", "wanted"),
    [
        ([], [], 0),
        (["CC202"], [], 0),
        (["CC101"], [], 1),
        (["CC101"], ["--exit-zero"], 0),
        (["CC101"], ["--fail-on", "never"], 0),
        (["CC201"], [], 0),
        (["CC201"], ["--fail-on", "omission"], 1),
        (["CC303"], ["--fail-on", "omission"], 0),
        (["CC303"], ["--fail-on", "shift"], 1),
        (["CC101"], ["--ignore", "CC101"], 0),
        (["CC101"], ["--select", "CC2"], 0),
        (["CC101"], ["--min-confidence", "0.95"], 0),
        (["CC105"], ["--min-severity", "error"], 0),
    ],
)
@pytest.mark.parametrize("format_name", ["text", "json"])
def test_the_exit_code_is_that_of_the_gate_in_every_format(capsys, pipeline, codes, flags, wanted, format_name):
    pipeline.codes = codes
    assert run(capsys, *BOTH, *flags, "--format", format_name)[0] == wanted


def test_flags_reach_the_settings_by_the_names_of_the_sources(capsys, pipeline, folder):
    """What hides findings is settled after the comparison, so that one kept report serves every such choice."""
    (folder / "names.txt").write_text("Kiev = Kyiv\n", encoding="utf-8")
    run(
        capsys, "desk.txt", "rival=wire.txt", "--ours", "desk.txt", "--as-of", "s2=2022-10-04", "--fail-on", "shift",
        "--min-confidence", "0.7", "--min-severity", "warning", "--select", "CC1", "--ignore", "CC105", "--aliases", "names.txt",
        "--model", "other", "--no-cache", "--exit-zero",
    )  # fmt: skip
    assert pipeline.calls[0].settings == Settings(
        model="other",
        use_cache=False,
        fail_on=FailOn.SHIFT,
        exit_zero=True,
        min_confidence=0.0,
        min_severity=Severity.NOTE,
        aliases={"kiev": "kyiv"},
        ours="desk",
        as_of={"rival": datetime(2022, 10, 4, tzinfo=UTC)},
    )


def test_without_flags_the_settings_are_the_defaults(capsys, pipeline):
    run(capsys, *BOTH)
    assert pipeline.calls[0].settings == replace(Settings(), min_confidence=0.0, min_severity=Severity.NOTE)


def test_the_environment_is_read_and_flags_win(capsys, pipeline, monkeypatch):
    monkeypatch.setenv("CLAIMCHECK_MIN_CONFIDENCE", "0.1")
    monkeypatch.setenv("CLAIMCHECK_MODEL", "other")
    _, out, _ = run(capsys, *BOTH, "--model", "mine", "--no-cache", "--format", "json")
    assert pipeline.calls[0].settings.model == "mine"
    assert "min-confidence:0.1" in json.loads(out)["signature"]


SHOWN = [
    [],
    ["-v"],
    ["--format", "json"],
    ["--format", "sarif"],
    ["--select", "CC2"],
    ["--min-severity", "error"],
    ["--ours", "desk"],
]


@pytest.mark.parametrize("flags", SHOWN, ids=" ".join)
def test_a_kept_report_gives_the_bytes_and_the_exit_code_of_a_fresh_one(capsys, pipeline, flags):
    """Same input, same bytes: what a first run kept is told as the comparison would be told."""
    pipeline.codes = ["CC101", "CC201", "CC105"]
    fresh = run(capsys, *BOTH, *flags, "--no-cache")
    first = run(capsys, *BOTH, *flags)
    compared = len(pipeline.calls)
    assert run(capsys, *BOTH, *flags) == first == fresh
    assert (compared, len(pipeline.calls)) == (2, 2), "the last run has compared nothing"


def test_one_kept_report_serves_every_choice_of_what_is_shown(capsys, pipeline):
    pipeline.codes = ["CC101", "CC201"]
    for flags in (["--select", "CC2"], [], ["--ignore", "CC1"], ["--min-confidence", "0.95"]):
        assert run(capsys, *BOTH, *flags) == run(capsys, *BOTH, *flags, "--no-cache")
    assert sum(call.settings.use_cache for call in pipeline.calls) == 1


def test_what_changes_the_comparison_is_compared_again(capsys, pipeline, folder):
    changes = (["--ours", "wire"], ["--as-of", "wire=2022-10-04"], ["--no-cache"])
    for number, flags in enumerate([[], *changes], start=1):
        run(capsys, *BOTH, *flags)
        assert len(pipeline.calls) == number
    run(capsys, *reversed(BOTH))
    wire = folder / "wire.txt"
    wire.write_text(wire.read_text(encoding="utf-8").replace("Five", "Six"), encoding="utf-8")
    run(capsys, *BOTH)
    assert len(pipeline.calls) == len(changes) + 3


def test_nothing_in_common_is_told_again_from_what_was_kept(capsys, pipeline):
    pipeline.common = False
    first = run(capsys, *BOTH)
    assert (first[0], run(capsys, *BOTH), len(pipeline.calls)) == (3, first, 1)


def test_a_kept_report_needs_neither_the_models_nor_the_segmenter(folder):
    code = (
        "import sys; from claimcheck.cli import main; main(['compare', 'desk.txt', 'wire.txt']); "
        "print(*sorted({'numpy', 'onnxruntime', 'claimcheck.pipeline', 'claimcheck.segment'} & set(sys.modules)), file=sys.stderr)"
    )
    first, again = (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True) for _ in range(2)
    )
    assert first.stderr.split() == ["claimcheck.pipeline", "claimcheck.segment", "numpy", "onnxruntime"]
    assert (again.stdout, again.stderr.split()) == (first.stdout, [])


def test_a_source_from_standard_input(capsys, pipeline, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Four people died off Port Hale on Monday, officials said.\n")))
    run(capsys, "desk.txt", "rival=-")
    article = pipeline.calls[0].articles[1]
    assert (article.name, article.text) == ("rival", "Four people died off Port Hale on Monday, officials said.\n")


def test_hidden_findings_are_told(capsys, pipeline):
    pipeline.codes = ["CC202", "CC202", "CC201"]
    out = run(capsys, *BOTH, "--min-severity", "warning")[1]
    assert "Hidden: 2 findings below --min-severity warning." in out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ([], 3, "no sources to compare"),
        (["desk.txt"], 3, "one source alone"),
        (["desk.txt", "https://example.org/story"], 2, "never uses the network"),
        (["desk.txt", "ap=https://example.org/story"], 2, "never uses the network"),
        (["desk.txt", "missing.txt"], 2, "missing.txt"),
        (["desk.txt", "."], 2, "."),
        (["-", "x=-"], 2, "standard input"),
        ([*BOTH, "--format", "pdf"], 2, f"--format: 'pdf' is not one of {', '.join(FORMATS)}"),
        ([*BOTH, "--fail-on", "always"], 2, "--fail-on: 'always'"),
        ([*BOTH, "--color", "blue"], 2, "--color: 'blue'"),
        ([*BOTH, "--select", "CC999"], 2, "--select: 'CC999'"),
        ([*BOTH, "--ours", "reuters"], 2, "--ours: no one source is called 'reuters'"),
        ([*BOTH, "--as-of", "reuters=2022-10-04"], 2, "--as-of: no one source is called 'reuters'"),
        ([*BOTH, "--aliases", "missing.txt"], 2, "missing.txt"),
        ([*BOTH, "-q", "-v"], 2, "do not go together"),
        ([*BOTH, "-o", "report.xyz"], 2, "cannot tell the format"),
        ([*BOTH, "-o", "yaml=report"], 2, "no format 'yaml'"),
        ([*BOTH, "-o", "json="], 2, "no path"),
        ([*BOTH, "-o", "json=a.json", "-o", "text=./a.json"], 2, "two reports for one place"),
        ([*BOTH, "-o", "-", "-o", "json=-"], 2, "two reports for one place"),
        ([*BOTH, "-o", "text=wire.txt"], 2, "is one of the sources"),
        (["desk.txt", "ap=wire.txt", "-o", "./wire.txt"], 2, "is one of the sources"),
        ([*BOTH, "-o", "no/such/folder/report.json"], 2, "cannot write no/such/folder/report.json"),
        ([*BOTH, "-o", "json=."], 2, "cannot write ."),
        ([*BOTH, "--nope"], 2, "--nope"),
        ([*BOTH, "--as-of"], 2, "--as-of"),
    ],
)
def test_bad_input_is_one_line_with_its_exit_code_and_nothing_is_written(capsys, pipeline, folder, arguments, code, told):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    got, out, err = run(capsys, *arguments)
    assert (got, out) == (code, "")
    assert err.startswith("claimcheck: error: ")
    assert err.count("\n") == 1
    assert told in err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (
            NothingComparedError("no common statement", hint="are they on one event?"),
            3,
            "no common statement (are they on one event?)",
        ),
        (ModelError("no model x"), 2, "no model x"),
        (RuntimeError("two\nlines \x1b[2J"), 2, "internal error, RuntimeError: two lines \ufffd[2J"),
        (RecursionError("deep"), 2, "please report it"),
        (KeyboardInterrupt(), 2, "interrupted"),
    ],
)
def test_errors_of_the_stages_are_one_line(capsys, pipeline, error, code, told):
    pipeline.raises = error
    got, out, err = run(capsys, *BOTH)
    assert (got, out, err.count("\n")) == (code, "", 1)
    assert told in err


@pytest.mark.parametrize("how", ["-vv", "environment"])
def test_the_traceback_of_a_crash_is_shown_only_when_asked_for(capsys, pipeline, monkeypatch, how):
    pipeline.raises = RuntimeError("boom")
    if how == "environment":
        monkeypatch.setenv("CLAIMCHECK_DEBUG", "1")
    code, _, err = run(capsys, *BOTH, *(["-vv"] if how == "-vv" else []))
    assert code == 2
    assert "Traceback" in err
    assert err.splitlines()[-1].startswith("claimcheck: error: internal error, RuntimeError: boom")


def test_articles_without_a_common_statement_are_three_and_give_no_report(capsys, pipeline, folder):
    """ "3: nothing could be compared (… no common statement …)", whatever the gate and the format."""
    pipeline.common, pipeline.codes = False, []
    code, out, err = run(capsys, *BOTH, "--exit-zero", "-o", "report.json")
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert "no statement is common to desk, wire" in err
    assert not (folder / "report.json").exists()


def test_files_are_written_beside_standard_output(capsys, pipeline, folder):
    code, out, err = run(capsys, *BOTH, "-o", "out.json", "-o", "text=report", "-o", "-")
    assert code == 1
    assert json.loads((folder / "out.json").read_text(encoding="utf-8"))["schema"] == "claimcheck/report/1"
    assert (folder / "report").read_text(encoding="utf-8") == out
    assert err == ""
    assert sorted(path.name for path in folder.iterdir()) == ["desk.txt", "out.json", "report", "wire.txt"]


def test_with_files_alone_the_counts_are_told_on_standard_error(capsys, pipeline):
    _, out, err = run(capsys, *BOTH, "-o", "out.json")
    assert (out, err) == ("", "claimcheck: wrote out.json: 1 contradiction, no omissions, no shifts, no updates\n")
    assert run(capsys, *BOTH, "-o", "out.json", "-q")[1:] == ("", "")


def test_format_is_that_of_outputs_that_name_none(capsys, pipeline, folder):
    run(capsys, *BOTH, "--format", "json", "-o", "report.txt")
    assert json.loads((folder / "report.txt").read_text(encoding="utf-8"))["summary"]["contradiction"] == 1


def test_a_report_that_cannot_be_written_leaves_the_others_unwritten_too(capsys, pipeline, folder):
    (folder / "old.json").write_text("old", encoding="utf-8")
    code, out, err = run(capsys, *BOTH, "-o", "old.json", "-o", "no/such.json", "-o", "-")
    assert (code, out) == (2, "")
    assert "no/such.json" in err
    assert (folder / "old.json").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["desk.txt", "old.json", "wire.txt"]


def test_a_link_is_followed_and_permissions_are_kept(capsys, pipeline, folder):
    (folder / "real.json").write_text("old", encoding="utf-8")
    (folder / "real.json").chmod(0o640)
    (folder / "link.json").symlink_to("real.json")
    run(capsys, *BOTH, "-o", "link.json")
    assert (folder / "link.json").is_symlink()
    assert json.loads((folder / "real.json").read_text(encoding="utf-8"))
    assert (folder / "real.json").stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_and_not_replaced(capsys, pipeline):
    assert run(capsys, *BOTH, "-o", "json=/dev/null")[0] == 1
    assert Path("/dev/null").is_char_device()


def test_a_pipe_that_another_program_reads_is_written_to(capsys, pipeline, folder):
    os.mkfifo(folder / "fifo")
    reader = os.open(folder / "fifo", os.O_RDONLY | os.O_NONBLOCK)
    assert run(capsys, *BOTH, "-o", "json=fifo")[0] == 1
    assert json.loads(os.read(reader, 1_000_000))["schema"] == "claimcheck/report/1"
    os.close(reader)


def test_colour_always_and_never(capsys, pipeline, monkeypatch):
    assert "\x1b[" in run(capsys, *BOTH, "--color", "always")[1]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert "\x1b" not in run(capsys, *BOTH, "--color", "never")[1]


@pytest.mark.parametrize(
    ("variable", "value", "colored"), [("NO_COLOR", "1", False), ("TERM", "dumb", False), ("NO_COLOR", "", True)]
)
def test_colour_on_a_terminal_heeds_no_color(capsys, pipeline, monkeypatch, variable, value, colored):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(variable, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert ("\x1b[" in run(capsys, *BOTH)[1]) is colored


def test_progress_is_drawn_only_on_a_terminal_and_never_when_quiet(capsys, pipeline, monkeypatch):
    run(capsys, *BOTH, "--no-cache")
    assert pipeline.calls[0].progress is None
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    run(capsys, *BOTH, "--no-cache", "-q")
    assert pipeline.calls[1].progress is None
    pipeline.stages = (("reading", 1, 2), ("reading", 2, 2), ("[/nope]", 0, 0), ("embedding", 1, 1))
    code, out, err = run(capsys, *BOTH, "--no-cache")
    assert (code, callable(pipeline.calls[2].progress)) == (1, True)
    assert "reading" in err
    assert "reading" not in out


@pytest.mark.parametrize("output", ["json=claimcheck.toml", ".claimcheck-baseline.json"])
def test_a_report_overwrites_no_decision_of_the_desk(capsys, pipeline, folder, output):
    path = folder / output.partition("=")[2] if "=" in output else folder / output
    (folder / "claimcheck.toml").write_text("# ours\n", encoding="utf-8")
    path.write_text("" if path.suffix == ".toml" else '{"schema": "claimcheck/baseline/1", "findings": []}', encoding="utf-8")
    before = path.read_bytes()
    assert main(["compare", "desk.txt", "wire.txt", "-o", output]) == 2
    assert "holds what the desk has decided" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_misspelt_variable_is_told_beside_the_report(capsys, pipeline, monkeypatch):
    monkeypatch.setenv("CLAIMCHECK_FAILON", "never")
    code, out, err = run(capsys, *BOTH)
    assert (code, out != "") == (1, True)
    assert err == "claimcheck: warning: nothing reads the variable CLAIMCHECK_FAILON (did you mean CLAIMCHECK_FAIL_ON?)\n"


def test_a_report_without_a_folder_is_told_before_anything_is_compared(capsys, pipeline):
    code, _, err = run(capsys, *BOTH, "-o", "no/such/report.json")
    assert (code, pipeline.calls) == (2, [])
    assert err.endswith("there is no folder no/such (make it first, or name another path)\n")


@pytest.mark.parametrize(
    ("number", "way_out"),
    [(errno.ENOSPC, "make room there"), (errno.EACCES, "check the permissions"), (errno.EISDIR, "name a file")],
)
def test_a_report_that_cannot_be_written_tells_the_way_out(capsys, pipeline, monkeypatch, number, way_out):
    def refuse(**_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("claimcheck.cli.destinations.tempfile.mkstemp", refuse)
    code, _, err = run(capsys, *BOTH, "-o", "report.json")
    assert (code, err.count("\n")) == (2, 1)
    assert f"cannot write report.json: {os.strerror(number)} ({way_out}" in err
