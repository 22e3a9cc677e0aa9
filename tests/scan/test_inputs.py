"""Where the articles of an archive lie: every one is told once, in one order, and what is not read is told as well."""

from __future__ import annotations

import io
import json
import os
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import LoadError
from claimcheck.load import LIMIT_BYTES
from claimcheck.scan import inputs
from claimcheck.scan.inputs import line_spans, open_archive, survey, units


@pytest.fixture
def folder(tmp_path):
    """A folder to be filled."""
    made = tmp_path / "wire"
    made.mkdir()
    return made


def write(folder, **texts):
    for name, text in texts.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def labels(folder, **options):
    return [unit.ref.label for unit in units(open_archive(str(folder), **options))]


def reasons(folder, **options):
    return {unit.ref.label: unit.reason for unit in units(open_archive(str(folder), **options)) if unit.reason}


def test_a_folder_is_read_in_the_order_of_its_names_whatever_that_of_the_disk(folder):
    for name in ("b.txt", "a.md", "z/1.txt", "c/2.html", "c/1.txt"):
        write(folder, **{name.replace("/", "__"): "Words."})
    assert labels(folder) == ["a.md", "b.txt", "c/1.txt", "c/2.html", "z/1.txt"]
    assert [unit.number for unit in units(open_archive(str(folder)))] == [0, 1, 2, 3, 4]


def test_hidden_files_reports_other_formats_and_the_folder_of_a_scan_are_passed_over(folder):
    write(folder, **{"a.txt": "Words.", ".hidden.txt": "No.", ".git__b.txt": "No.", "photo.jpg": "No.", "table.csv": "No."})
    write(folder, **{"report.json": '{"schema": "claimcheck/report/1"}'})
    write(folder, **{"page.html": '<meta name="generator" content="claimcheck">', "out__b.txt": "Words."})
    write(folder, **{"older__state.sqlite": "x", "older__findings.jsonl": "{}", "older__summary.txt": "Words."})
    assert labels(folder, out=str(folder / "out")) == ["a.txt"]
    assert survey(open_archive(str(folder))).passed_over == {".csv": 1, ".jpg": 1}


def test_excluded_folders_are_passed_over(folder):
    write(folder, a__1_txt="", **{"a__1.txt": "Words.", "drafts__2.txt": "Words.", "b__drafts__3.txt": "Words."})
    (folder / "a" / "1_txt").unlink(missing_ok=True)
    assert labels(folder, exclude=("drafts",)) == ["a/1.txt"]


def test_lines_are_found_by_their_bytes(folder):
    raw = b'\xef\xbb\xbf{"a": "\xc3\xa9"}\n\n  \r\n{"b": 1}\r\n{"c": 2}'
    (folder / "w.jsonl").write_bytes(raw)
    found = [unit.ref for unit in units(open_archive(str(folder / "w.jsonl")))]
    assert [json.loads(raw[ref.start : ref.start + ref.length]) for ref in found] == [{"a": "é"}, {"b": 1}, {"c": 2}]
    assert len({ref.label for ref in found}) == 3


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=60).map(lambda raw: raw.replace(b"x", b"\n")), st.integers(1, 7))
def test_every_line_with_something_in_it_is_found_whatever_the_blocks(raw, size):
    """line_spans: yield where each line that is not blank starts, and its length."""
    wanted = [line for line in raw.split(b"\n") if line.strip()]
    before, inputs._CHUNK_BYTES = inputs._CHUNK_BYTES, size
    try:
        found = [raw[start : start + length] for start, length in line_spans(io.BytesIO(raw))]
    finally:
        inputs._CHUNK_BYTES = before
    assert found == wanted


def test_an_endless_line_is_set_aside_in_little_memory(folder):
    with (folder / "w.jsonl").open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(40):
            file.write(b"word " * 200_000)
        file.write(b'"}\n{"text": "short"}\n')
    tracemalloc.start()
    found = list(units(open_archive(str(folder / "w.jsonl"))))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8_000_000
    assert "larger than 10 MB" in found[0].reason
    assert (found[1].reason, found[1].ref.length) == ("", 17)


@pytest.mark.parametrize("raw", [b"\x00\x01\x02" * 50, '{"text": "é"}\n'.encode("utf-16"), b"\x1f\x8b\x08\x00" + b"\x00" * 30])
def test_a_jsonl_that_is_none_is_set_aside_once(folder, raw):
    (folder / "w.jsonl").write_bytes(raw)
    found = list(units(open_archive(str(folder / "w.jsonl"))))
    assert len(found) == 1
    assert "UTF-8" in found[0].reason


def test_what_cannot_be_read_is_told_and_never_opened(folder):
    write(folder, **{"a.txt": "Words.", "deep__b.txt": "Words."})
    os.mkfifo(folder / "pipe.txt")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "round").symlink_to(folder, target_is_directory=True)
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(LIMIT_BYTES + 1)
    (folder / os.fsdecode(b"\xff\xfe.txt")).write_bytes(b"Words.")
    told = reasons(folder)
    assert set(told) == {"pipe.txt", "gone.txt", "round", "huge.txt", "\\xff\\xfe.txt"}
    assert labels(folder) == sorted([*told, "a.txt", "deep/b.txt"], key=lambda label: ("/" in label, label.replace("\\", "\udcff")))
    assert "a link to a folder" in told["round"]


def test_a_survey_changes_with_any_file(folder):
    write(folder, **{"a.txt": "Words."})
    before = survey(open_archive(str(folder)))
    assert survey(open_archive(str(folder))) == before
    os.utime(folder / "a.txt", ns=(1, 1))
    assert survey(open_archive(str(folder))).digest != before.digest
    write(folder, **{"b.txt": "Words."})
    after = survey(open_archive(str(folder)))
    assert (after.files, after.size) == (2, 12)


def test_an_archive_may_lie_anywhere(folder, tmp_path):
    """The paths of refs are relative to the archive, so that the same archive elsewhere gives the same results."""
    write(folder, **{"a__1.txt": "Words."})
    before = labels(folder)
    folder.rename(tmp_path / "moved=here")
    assert labels(tmp_path / "moved=here") == before


@pytest.mark.parametrize("name", ["none", "photo.jpg"])
def test_no_archive_is_one_line(folder, name):
    write(folder, **{"photo.jpg": "x"})
    with pytest.raises(LoadError, match=r"no such file or folder|cannot read the format"):
        open_archive(str(folder / name))


def test_the_folder_that_is_written_to_is_no_archive(folder):
    with pytest.raises(LoadError, match="where the scan writes"):
        open_archive(str(folder), out=str(folder / "." / "x" / ".."))
