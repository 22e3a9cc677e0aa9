"""What decides whether a kept report still holds: contents, never times."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

import claimcheck
from claimcheck.archive import kept
from claimcheck.archive.kept import content_stamp, report_key
from claimcheck.config import Settings
from claimcheck.model import Article


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "one"
    (made / "rules").mkdir(parents=True)
    (made / "rules" / "a.py").write_text("A = 1\n", encoding="utf-8")
    (made / "words.tsv").write_text("one\ttwo\n", encoding="utf-8")
    (made / "weights.onnx").write_bytes(b"w" * 100)
    return made


def test_a_fresh_checkout_has_the_stamp_of_the_old_one(folder, tmp_path):
    other = tmp_path / "two"
    shutil.copytree(folder, other)
    for path in other.rglob("*"):
        os.utime(path, (1, 1))
    (other / "rules" / "a.pyc").write_bytes(b"compiled")
    assert content_stamp(str(other)) == content_stamp(str(folder)) != ""


@pytest.mark.parametrize("name", ["rules/a.py", "words.tsv", "weights.onnx"])
def test_a_change_of_equal_length_and_time_gives_another_stamp(folder, name):
    before, path = content_stamp(str(folder)), folder / name
    stat = path.stat()
    path.write_bytes(path.read_bytes()[:-2] + b"#\n")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert content_stamp(str(folder)) != before


def test_a_file_that_moves_gives_another_stamp(folder):
    before = content_stamp(str(folder))
    (folder / "words.tsv").rename(folder / "rules" / "words.tsv")
    assert content_stamp(str(folder)) != before


def test_of_weights_the_size_is_read_and_no_folder_has_no_stamp(folder, monkeypatch):
    monkeypatch.setattr(kept, "MAX_READ_BYTES", 50)
    before = content_stamp(str(folder))
    (folder / "weights.onnx").write_bytes(b"v" * 100)
    assert content_stamp(str(folder)) == before
    (folder / "weights.onnx").write_bytes(b"v" * 101)
    assert content_stamp(str(folder)) != before
    assert content_stamp(str(folder / "none")) == ""


def test_the_large_files_of_the_program_are_weights_whose_digest_a_manifest_tells():
    package = Path(claimcheck.__file__).parent
    large = [path for path in package.rglob("*") if path.is_file() and path.stat().st_size > kept.MAX_READ_BYTES]
    for path in large:
        manifests = [each.read_text(encoding="utf-8") for each in path.parent.glob("*.json")]
        assert any('"sha256"' in text for text in manifests), path


def test_the_stamp_of_the_program_is_quick():
    folder = str(Path(claimcheck.__file__).parent)
    content_stamp(folder)
    taken = []
    for _ in range(5):
        started = time.process_time()
        content_stamp(folder)
        taken.append(time.process_time() - started)
    assert min(taken) < 0.2  # some 20 ms of the processor, however busy the machine is


def test_another_program_another_text_or_another_judge_has_another_key(monkeypatch):
    article = Article(id="s1", name="ours", text="Three people died.")
    keys = {report_key([article], Settings(judge="none"))}
    keys.add(report_key([Article(id="s1", name="ours", text="Nine people died.")], Settings(judge="none")))
    keys.add(report_key([article], Settings()))
    monkeypatch.setattr(kept, "_program", lambda: ["9.9", ""])
    keys.add(report_key([article], Settings(judge="none")))
    assert len(keys) == 4
