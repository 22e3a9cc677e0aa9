"""From where an article lies to the article."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from claimcheck.errors import LoadError
from claimcheck.scan import parquet_input
from claimcheck.scan.inputs import open_archive, survey, units
from claimcheck.scan.reading import read_article, read_unit
from claimcheck.scan.types import Ref

STORY = "Three people were killed when a ferry sank off Port Hale on Monday."


@pytest.fixture
def pyarrow():
    """Writes Parquet files."""
    arrow = pytest.importorskip("pyarrow", reason="Parquet needs the extra [scan]")
    parquet = pytest.importorskip("pyarrow.parquet")

    def write(values, path, **options):
        parquet.write_table(arrow.Table.from_pylist(values), path, **options)

    return SimpleNamespace(write=write, allocated=arrow.total_allocated_bytes)


def all_of(source):
    archive = open_archive(str(source))
    found = []
    for unit in units(archive):
        try:
            found += [(ref.label, article) for ref, article in read_unit(archive.root, unit.ref)]
        except LoadError as error:
            found.append((unit.ref.label, str(error)))
    return found


def rows(count):
    told = {"outlet": "AP", "published": "2024-05-07T10:00:00Z"}
    return [{"text": f"{STORY} It was boat number {number}.", "title": f"Boat {number}", **told} for number in range(count)]


def test_lines_rows_and_files_are_one_article(tmp_path, pyarrow):
    """The same values are the same article, whatever they are kept in."""
    values = rows(3)
    (tmp_path / "w.jsonl").write_text("\n".join(map(json.dumps, values)), encoding="utf-8")
    pyarrow.write(values, tmp_path / "w.parquet", row_group_size=2)
    (tmp_path / "w.json").write_text(json.dumps(values), encoding="utf-8")
    told = {name: [article for _, article in all_of(tmp_path / name)] for name in ("w.jsonl", "w.parquet", "w.json")}
    for articles in told.values():
        assert [(a.title, a.outlet, a.text, a.published.isoformat()) for a in articles] == [
            (v["title"], "AP", f"{v['title']}\n\n{v['text']}", "2024-05-07T10:00:00+00:00") for v in values
        ]


def test_times_and_lists_of_parquet_are_read(tmp_path, pyarrow):
    values = [
        {"text": STORY, "authors": ["Ann Hill", "Bo Lee"], "date": datetime(2024, 5, 7, 10, tzinfo=UTC), "day": date(2024, 5, 7)},
        {"text": STORY, "authors": None, "date": None, "day": None},
    ]
    pyarrow.write(values, tmp_path / "w.parquet")
    (_, one), (_, two) = all_of(tmp_path / "w.parquet")
    assert (one.byline, one.published.isoformat()) == ("Ann Hill and Bo Lee", "2024-05-07T10:00:00+00:00")
    assert (two.byline, two.published) == (None, None)


def test_a_file_of_several_gives_each_its_part(tmp_path):
    (tmp_path / "w.json").write_text(json.dumps(rows(3)), encoding="utf-8")
    assert [label for label, _ in all_of(tmp_path)] == ["w.json", "w.json#1", "w.json#2"]
    assert read_article(str(tmp_path), Ref(path="w.json", part=2)).title == "Boat 2"


def test_every_label_of_an_archive_is_its_own(tmp_path):
    (tmp_path / "w.jsonl").write_text("\n".join(map(json.dumps, rows(4))), encoding="utf-8")
    (tmp_path / "v.json").write_text(json.dumps(rows(2)), encoding="utf-8")
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    found = [label for label, _ in all_of(tmp_path)]
    assert len(found) == len(set(found)) == 7


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", ": column 2 "),
        ("[1, 2]", "is no object"),
        ('{"title": "A"}', "no text of an article"),
        ('{"text": "   "}', "no text of an article"),
        ('{"text": "…"}', "holds no words"),
        ('{"text": "words", "schema" : "claimcheck/scan/1"}', "is a report of claimcheck"),
        ("[" * 100_000, "nests too deep"),
        ("\x07" * 50, "is binary"),
    ],
)
def test_a_bad_line_is_told_with_its_place_and_the_next_is_read(tmp_path, line, reason):
    (tmp_path / "w.jsonl").write_text(f"{json.dumps(rows(1)[0])}\n{line}\n{json.dumps(rows(2)[1])}\n", encoding="utf-8")
    one, bad, two = all_of(tmp_path / "w.jsonl")
    assert (one[1].title, two[1].title) == ("Boat 0", "Boat 1")
    assert reason in bad[1]
    assert bad[1].startswith(bad[0])


@pytest.mark.parametrize(("name", "raw"), [("a.txt", b""), ("a.txt", b"\x00\x01" * 99), ("a.pdf", b"%PDF-1.4"), ("a.docx", b"PK")])
def test_a_bad_file_is_told_by_its_place_in_the_archive(tmp_path, name, raw):
    (tmp_path / name).write_bytes(raw)
    ((label, reason),) = all_of(tmp_path)
    assert label == name
    assert isinstance(reason, str)
    assert str(tmp_path) not in reason


def test_what_has_gone_or_shrunk_since_is_told(tmp_path):
    (tmp_path / "w.jsonl").write_text(json.dumps(rows(1)[0]), encoding="utf-8")
    ref = next(units(open_archive(str(tmp_path)))).ref
    (tmp_path / "w.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(LoadError):
        read_article(str(tmp_path), ref)
    (tmp_path / "w.jsonl").unlink()
    with pytest.raises(LoadError, match="cannot be read"):
        read_article(str(tmp_path), ref)
    with pytest.raises(LoadError, match="no such file"):
        read_article(str(tmp_path), Ref(path="gone.txt"))


def test_parquet_without_its_extra_names_the_extra(tmp_path, monkeypatch):
    (tmp_path / "w.parquet").write_bytes(b"PAR1")
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(LoadError, match=r"pip install 'claimcheck\[scan\]'"):
        open_archive(str(tmp_path / "w.parquet"))
    found = list(units(open_archive(str(tmp_path))))
    assert [bool(unit.reason) for unit in found] == [False, True]


def test_a_parquet_that_is_none_is_refused(tmp_path, pyarrow):
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and no more")
    with pytest.raises(LoadError, match="is no Parquet file"):
        open_archive(str(tmp_path / "broken.parquet"))


@pytest.mark.parametrize("group_rows", [7, 100])
def test_rows_are_read_in_any_order_in_little_memory(tmp_path, pyarrow, monkeypatch, group_rows):
    monkeypatch.setattr(parquet_input, "BATCH_ROWS", 4)
    pyarrow.write(rows(30), tmp_path / "w.parquet", row_group_size=group_rows)
    for row in (*range(30), 3, 29, 0, 17, 18, 4, 4, *range(29, -1, -1)):
        assert read_article(str(tmp_path), Ref(path="w.parquet", start=row)).title == f"Boat {row}"
    kept = parquet_input._rows.__wrapped__(str(tmp_path / "w.parquet"), 0, 0)
    for row in range(30):
        kept.row(row)
    assert len(kept._kept) == 8 if group_rows == 100 else len(kept._kept) >= 8
    with pytest.raises(LoadError, match="not there any more"):
        read_article(str(tmp_path), Ref(path="w.parquet", start=30))


def test_a_row_of_a_large_row_group_is_read_in_little_memory(tmp_path, pyarrow, monkeypatch):
    monkeypatch.setattr(parquet_input, "BATCH_ROWS", 50)
    values = [{"text": os.urandom(4000).hex()} for _ in range(3000)]
    pyarrow.write(values, tmp_path / "w.parquet")
    before = pyarrow.allocated()
    file = parquet_input._rows.__wrapped__(str(tmp_path / "w.parquet"), 0, 0)
    assert file.row(2999) == values[2999]
    assert pyarrow.allocated() - before < (tmp_path / "w.parquet").stat().st_size, "the whole group is in memory"


def test_a_damaged_page_costs_the_article_and_not_the_scan(tmp_path, pyarrow):
    pyarrow.write(rows(9), tmp_path / "w.parquet", compression="snappy")
    raw = bytearray((tmp_path / "w.parquet").read_bytes())
    raw[40:90] = bytes(50)
    (tmp_path / "w.parquet").write_bytes(raw)
    assert len(all_of(tmp_path)) == 9


def test_an_empty_archive_is_surveyed(tmp_path):
    assert survey(open_archive(str(tmp_path))).files == 0
    assert all_of(tmp_path) == []
