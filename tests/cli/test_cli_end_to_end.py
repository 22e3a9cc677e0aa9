"""The program, its own models and two articles: no stage is replaced."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from types import SimpleNamespace

import jsonschema
import pytest

from claimcheck.reports.json import schema

DESK = """Ferry sinks off Port Hale

PORT HALE — Three people were killed when a passenger ferry sank off Port Hale on Monday, the coast guard said.

The ferry Maris went down in heavy seas two miles from the harbour. Divers searched the wreck until dark.

The owners of the ferry were fined £2 million last year for missing life jackets.
"""
WIRE = """PORT HALE (Wire) — Five people were killed when a passenger ferry sank off Port Hale on Monday, the coast guard said.

The ferry Maris went down in heavy seas two miles from the harbour. Divers searched the wreck until dark.

Read more
"""
RADIO = """PORT HALE — A passenger ferry sank off Port Hale on Monday, killing three people, the coast guard said.

Divers searched the wreck until dark.
"""
BAKERY = """The bakery on the corner of Elm Street sells forty kinds of bread. Its owner learned the trade from her grandmother.

She opens at six and closes at noon, and she has no plans to open a second shop.
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """Runs the program in a folder with three articles and a cache of its own."""
    folder = tmp_path_factory.mktemp("story")
    for name, text in (("desk.txt", DESK), ("wire.txt", WIRE), ("radio.txt", RADIO), ("bakery.txt", BAKERY)):
        (folder / name).write_text(text, encoding="utf-8")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("CLAIMCHECK_")}
    environment |= {"XDG_CACHE_HOME": str(folder / "cache"), "PYTHONUTF8": "1"}

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "claimcheck", "compare", *arguments]
        return subprocess.run(command, capture_output=True, cwd=folder, env=environment, timeout=300, check=False)

    return SimpleNamespace(run=run, folder=folder)


def test_two_articles_that_disagree(program):
    done = program.run("desk.txt", "wire.txt", "--format", "json")
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, b"")
    jsonschema.Draft202012Validator(schema()).validate(report)
    contradictions = [each for each in report["divergences"] if each["type"] == "contradiction"]
    assert any({"Three", "Five"} <= {shown["text"].split()[0] for shown in each["evidence"]} for each in contradictions)
    assert any("£2 million" in each["evidence"][0]["text"] for each in report["divergences"] if each["code"] == "CC201")
    assert "Read more" in [each["what"] for each in report["skipped"]]


def test_warm_and_cold_cache_give_the_same_bytes(program):
    cold = program.run("desk.txt", "wire.txt", "--no-cache")
    warm = [program.run("desk.txt", "wire.txt") for _ in range(2)]
    assert {done.stdout for done in (cold, *warm)} == {cold.stdout}
    assert b"Compared" in cold.stdout


def test_three_sources_have_a_row_a_statement(program):
    program.run("desk.txt", "wire.txt", "radio.txt", "-o", "three.json", "-o", "three.txt", "-q")
    statements = json.loads((program.folder / "three.json").read_text(encoding="utf-8"))["statements"]
    assert all(list(each["cells"]) == ["s1", "s2", "s3"] for each in statements)
    out = program.run("desk.txt", "wire.txt", "radio.txt", "--color", "always").stdout.decode()
    assert f"Statements, conflicts first ({len(statements)})" in out
    assert "\x1b[" in out


def test_a_copy_of_an_article_differs_in_nothing(program):
    (program.folder / "copy.txt").write_text(DESK, encoding="utf-8")
    done = program.run("desk.txt", "copy.txt")
    assert done.returncode == 0
    assert b"No contradictions, no omissions, no shifts, no updates." in done.stdout


def test_one_file_given_twice_is_one_line(program):
    done = program.run("desk.txt", "again=./desk.txt")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert b"given twice" in done.stderr


def test_a_model_that_is_not_there_is_one_line(program):
    done = program.run("desk.txt", "wire.txt", "--model", "./no-such-model", "-o", "model.json")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert b"no-such-model" in done.stderr
    assert not (program.folder / "model.json").exists()


def test_articles_with_nothing_in_common_are_three(program):
    done = program.run("desk.txt", "bakery.txt")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (3, b"", 1)
