"""A scan from its first article to its summary, stopped anywhere and gone on with; reading and comparing are quick stand-ins."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import date
from inspect import signature
from itertools import islice
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

import claimcheck
import claimcheck.api
from claimcheck.cli.scan import scan as command
from claimcheck.config import Settings, Suppression
from claimcheck.errors import LoadError, ModelError, ReportError, UsageError
from claimcheck.scan import grouping, outputs, run, stages
from claimcheck.scan.desk import desk_for
from claimcheck.scan.engines import Lost
from claimcheck.scan.run import Plan
from claimcheck.scan.types import Group, Member
from tests.cli import desk

RESULTS = ("findings.jsonl", "stories.jsonl", "set_aside.jsonl", "summary.txt", "summary.html")


class Stopped(BaseException):
    """A run that was killed: nothing of it catches this."""


class Engine:
    """Works in this process; hands results back in a shuffled order, and stops after so many."""

    name = "local"

    def __init__(self, *, results=10_000, shuffled=False, deadly=""):
        self.left, self.shuffled, self.deadly, self.batches = results, shuffled, deadly, []

    def run(self, task, batches):
        numbered = enumerate(batches)
        while some := list(islice(numbered, 5)):
            if self.shuffled:
                some = some[::-1] if len(self.batches) % 2 else [*some[1::2], *some[::2]]
            for number, batch in some:
                if not self.left:
                    raise Stopped
                self.left -= 1
                self.batches.append(batch)
                dead = self.deadly and self.deadly in repr(batch)
                yield number, Lost(reason="its worker ended 3 times over it") if dead else task(batch)

    def close(self):
        self.closed = True


def grouped(cards, *, window_days):
    """Stories by the first word of their titles, in the order of that of their first articles."""
    found = {}
    for card in cards():
        found.setdefault(card.title.split()[0] if card.title else card.ref.label, []).append(card)
    for cards_ in found.values():
        first = {}
        members = [
            Member(number=c.number, ref=c.ref, outlet=c.outlet, title=c.title, published=c.published,
                   copy_of=number if (number := first.setdefault(c.digest, c.number)) != c.number else None)
            for c in cards_
        ]  # fmt: skip
        yield Group(key=f"k{cards_[0].digest[:8]}", members=tuple(members))


def embedded(texts, *, model, use_cache):
    if model == "broken":
        raise ModelError("the model is broken")
    return np.ones((len(texts), 4), dtype=np.float32) / 2


@pytest.fixture(autouse=True)
def stand_ins(monkeypatch, tmp_path):
    """Vectors, stories and comparisons that need no model."""
    pipeline = SimpleNamespace(compare=desk.compare)
    monkeypatch.setitem(sys.modules, "claimcheck.pipeline", pipeline)
    monkeypatch.setattr(claimcheck, "pipeline", pipeline, raising=False)
    monkeypatch.setattr("claimcheck.embed.embed_sentences", embedded)
    monkeypatch.setattr(grouping, "group_archive", grouped)
    monkeypatch.setattr(stages, "UNITS_A_BATCH", 3)
    monkeypatch.setattr(stages, "STORIES_A_BATCH", 1)
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


def article(story, number, text, **more):
    outlet = more.pop("outlet", f"Paper {number}")
    return {"title": f"{story} {number}", "outlet": outlet, "text": text, "published": f"2024-05-0{number + 1}T10:00:00Z"} | more


ARTICLES = [
    article("Fire", 0, "The fire took 3 boats. The harbour was closed for the day."),
    article("Flood", 0, "The flood took 8 houses. The bridge was closed for the day."),
    article("Fire", 1, "The fire took 5 boats. The harbour stayed open."),
    {"title": "No text"},
    article("Alone", 0, "One tells of a thing that no other tells."),
    article("Flood", 1, "The flood took 9 houses. The bridge was closed for the day."),
    article("Fire", 0, "The fire took 3 boats. The harbour was closed for the day.", outlet="Copier"),
    article("Moon", 0, "The moon was seen. It was 4 miles wide."),
    article("Moon", 1, "The moon was seen. It was 6 miles wide."),
    article("Crash", 0, "A crash took 3 cars. One is a defect."),
    article("Crash", 1, "A crash took 3 cars, or a crash did not."),
    article("Storm", 0, "The storm took 2 roofs. Nobody was hurt."),
    article("Storm", 1, "The storm took 7 roofs. Nobody was hurt."),
]


@pytest.fixture
def archive(tmp_path):
    """Articles by the line, two of them broken."""
    lines = [json.dumps(each) for each in ARTICLES]
    (tmp_path / "wire.jsonl").write_text("\n".join([*lines, "{broken", ""]), encoding="utf-8")
    return tmp_path / "wire.jsonl"


@pytest.fixture
def scan(archive, tmp_path, monkeypatch):
    """Scans the archive with an engine of its own, and returns the outcome."""

    def scanned(*, engine=None, out="out", settings=None, suppressions=(), today=date(2024, 6, 1), source=None, **options):
        used = engine or Engine()
        monkeypatch.setattr(run, "open_engine", lambda name, *, workers, scheduler: used)
        wanted = desk_for(settings or Settings(), suppressions=suppressions, today=today)
        return run.run(Plan(source=str(source or archive), out=str(tmp_path / out), desk=wanted, **options))

    return scanned


def results(folder):
    return {name: (folder / name).read_bytes() for name in RESULTS}


def rows(folder, name):
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


def test_every_article_is_in_one_story_or_set_aside(scan, tmp_path):
    outcome = scan()
    told = [each["ref"] for story in rows(tmp_path / "out", "stories.jsonl") for each in story["articles"]]
    told += [each["ref"] for each in rows(tmp_path / "out", "set_aside.jsonl")]
    assert len(told) == len(set(told)) == len(ARTICLES) + 1
    assert (outcome.tally.articles, outcome.tally.set_aside, outcome.tally.stories) == (12, 2, 6)
    assert (outcome.tally.alone, outcome.tally.failed, outcome.tally.compared) == (1, 1, 4)
    assert outcome.tally.contradiction == 4


def test_files_of_no_known_format_are_in_the_summary(scan, archive, tmp_path):
    folder = tmp_path / "archive"
    folder.mkdir()
    archive.rename(folder / "wire.jsonl")
    for name in ("a.jpg", "B.JPG", *(f"x.{number:02}" for number in range(20))):
        (folder / name).write_text("no article")
    told = [f"1 .{number:02}" for number in range(11)]
    for _ in range(2):  # a run that goes on says the same
        counts = scan(source=folder).tally.passed_over
        assert [f"{each.count} {each.name}" for each in counts] == ["2 .jpg", *told, "9 of other suffixes"]
        for name in ("summary.txt", "summary.html"):
            text = " ".join((tmp_path / "out" / name).read_text(encoding="utf-8").split())
            assert "Files of no format that is read: 2 × .jpg, 1 × .00, 1 × .01" in text


def test_a_conflict_is_a_row_with_both_outlets(scan, tmp_path):
    scan()
    conflicts = [each for each in rows(tmp_path / "out", "findings.jsonl") if each["message"].endswith("Paper 1 has 5")]
    assert [each["message"] for each in conflicts] == ["Paper 0 has 3 boats, Paper 1 has 5"]
    stories = {story["headline"]: story for story in rows(tmp_path / "out", "stories.jsonl")}
    assert [each["copy_of"] is not None for each in stories["Fire 0"]["articles"]] == [False, True, False]
    assert "internal error, ZeroDivisionError" in stories["Crash 0"]["error"]


def test_the_order_and_size_of_batches_change_nothing(scan, tmp_path, monkeypatch):
    scan()
    for at_once in (1, 4, 100):
        monkeypatch.setattr(stages, "UNITS_A_BATCH", at_once)
        monkeypatch.setattr(stages, "STORIES_A_BATCH", at_once)
        scan(out=f"out{at_once}", engine=Engine(shuffled=True))
        assert results(tmp_path / f"out{at_once}") == results(tmp_path / "out")


def test_a_scan_that_was_stopped_anywhere_ends_as_one_that_was_not(scan, tmp_path):
    whole = Engine()
    scan(engine=whole, out="whole")
    final = results(tmp_path / "whole")
    for count in range(len(whole.batches)):
        out, engine = f"out{count}", Engine(results=count, shuffled=True)
        with pytest.raises(Stopped):
            scan(engine=engine, out=out)
        assert engine.closed
        written = (tmp_path / out / "findings.jsonl").read_bytes() if (tmp_path / out / "findings.jsonl").exists() else b""
        assert final["findings.jsonl"].startswith(written)
        assert not written or written.endswith(b"\n")
        rest = Engine()
        scan(engine=rest, out=out)
        assert results(tmp_path / out) == final
        assert len(engine.batches) + len(rest.batches) <= len(whole.batches) + 2, "what was done is done again"


@pytest.mark.parametrize("name", ["tally_folder", "render_text", "render_html"])
def test_a_scan_that_was_stopped_while_it_wrote_its_results_writes_them_whole(scan, tmp_path, monkeypatch, name):
    scan(out="whole")
    with monkeypatch.context() as patch:

        def stop(*_):
            raise Stopped

        patch.setattr(outputs, name, stop)
        with pytest.raises(Stopped):
            scan()
    engine = Engine()
    scan(engine=engine)
    assert results(tmp_path / "out") == results(tmp_path / "whole")
    assert engine.batches == []
    assert not list((tmp_path / "out").glob(".*")), "something was left behind"


def test_what_became_of_the_results_makes_no_difference(scan, tmp_path):
    scan()
    before = results(tmp_path / "out")
    (tmp_path / "out" / "findings.jsonl").write_text("mine", encoding="utf-8")
    (tmp_path / "out" / "summary.html").unlink()
    scan()
    assert results(tmp_path / "out") == before


def test_another_archive_is_never_mixed_in(scan, archive, tmp_path):
    with pytest.raises(Stopped):
        scan(engine=Engine(results=2))
    with archive.open("a", encoding="utf-8") as file:
        file.write(json.dumps(article("Fire", 2, "The fire took 4 boats.")))
    with pytest.raises(UsageError, match=r"another archive, or of files that have changed since .*--fresh starts over"):
        scan()
    assert scan(fresh=True).tally.articles == 13
    assert scan().tally.articles == 13


def test_other_settings_are_never_mixed_in_but_another_gate_or_engine_is_no_other_setting(scan):
    scan()
    with pytest.raises(UsageError, match="under other settings"):
        scan(settings=Settings(min_confidence=0.9))
    with pytest.raises(UsageError, match="under other settings"):
        scan(window_days=7.0)
    scan(settings=Settings(fail_on="omission", exit_zero=True), engine=Engine(shuffled=True))


def test_the_place_of_the_archive_is_no_part_of_it(scan, archive, tmp_path):
    scan()
    (tmp_path / "elsewhere").mkdir()
    moved = tmp_path / "elsewhere" / "wire.jsonl"
    archive.rename(moved)
    assert scan(source=moved).tally.articles == 12
    scan(source=moved, out="out2")
    assert results(tmp_path / "out2") == results(tmp_path / "out")


def test_a_book_among_the_articles_is_set_aside(scan, archive, tmp_path):
    with archive.open("a", encoding="utf-8") as file:
        file.write(json.dumps(article("Book", 0, "The book has a page. " * 10_000)) + "\n")
        file.write(json.dumps(article("Brief", 0, "The brief has a page. " * 9_000)) + "\n")
    assert scan().tally.set_aside == 3
    assert f"{len('Book 0') + 2 + 21 * 10_000 - 1:,} characters" in rows(tmp_path / "out", "set_aside.jsonl")[-1]["reason"]


def test_a_batch_that_no_worker_survives_costs_the_one_article(scan, tmp_path, archive):
    start = archive.read_bytes().index(b'{"title": "Moon 1"')
    outcome = scan(engine=Engine(deadly=f"start={start},"))
    assert outcome.tally.set_aside == 3
    told = {each["ref"]: each["reason"] for each in rows(tmp_path / "out", "set_aside.jsonl")}
    assert told[f"wire.jsonl@{start}"] == "its worker ended 3 times over it"


def test_a_story_that_no_worker_survives_is_told_and_the_others_are_compared(scan, tmp_path):
    outcome = scan(engine=Engine(deadly="Waiting(number=0,"))
    assert (outcome.tally.failed, outcome.tally.compared) == (2, 3)
    failed = [story["error"] for story in rows(tmp_path / "out", "stories.jsonl") if story["error"]]
    assert any("its worker ended 3 times" in error for error in failed)


def test_an_article_that_changes_while_the_scan_runs_is_told(scan, archive, tmp_path, monkeypatch):
    told = []

    def change(cards, *, window_days):
        yield from grouped(cards, window_days=window_days)
        archive.write_bytes(archive.read_bytes().replace(b"5 boats", b"6 boats").replace(b"9 houses", b"no houses"[:8]))

    monkeypatch.setattr(grouping, "group_archive", change)
    monkeypatch.setattr(run, "open_engine", lambda name, *, workers, scheduler: Engine())
    outcome = run.run(Plan(source=str(archive), out=str(tmp_path / "out"), desk=desk_for(Settings())), notice=told.append)
    assert [line.split(",")[0] for line in told] == ["files of the archive have changed while the scan ran"]
    stories = {story["headline"]: story for story in rows(tmp_path / "out", "stories.jsonl")}
    assert "changed since the scan read it" in json.dumps(stories["Fire 0"])
    assert "boats" not in (tmp_path / "out" / "findings.jsonl").read_text(encoding="utf-8")
    assert outcome.tally.compared == 2


def test_a_suppression_holds_on_the_day_on_which_the_scan_was_begun(scan, tmp_path):
    scan(out="whole")
    fingerprint = next(e["fingerprint"] for e in rows(tmp_path / "whole", "findings.jsonl") if e["type"] == "contradiction")
    known = Suppression(fingerprint=fingerprint, path="claimcheck.toml", line=1, reason="known", until=date(2024, 6, 1))
    with pytest.raises(Stopped):
        scan(engine=Engine(results=6), suppressions=(known,))
    assert scan(suppressions=(known,), today=date(2024, 6, 2)).tally.contradiction == 3
    with pytest.raises(UsageError, match="other settings"):
        scan(suppressions=(replace(known, reason="another"),))


def test_a_model_that_cannot_be_used_stops_the_scan(scan):
    with pytest.raises(ModelError):
        scan(settings=Settings(model="broken"))


def test_a_full_disk_is_one_line_and_the_scan_goes_on_later(scan, tmp_path):
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "findings.jsonl").symlink_to("/dev/full")
    with pytest.raises(UsageError, match="--fresh"):
        scan()
    (tmp_path / "out" / "findings.jsonl").unlink()
    with suppress(Stopped):
        scan(engine=Engine(results=1))
    (tmp_path / "out" / "findings.jsonl").symlink_to("/dev/full")
    with pytest.raises(ReportError, match=r"cannot write .*findings.jsonl: No space left.*the same command goes on"):
        scan()
    (tmp_path / "out" / "findings.jsonl").unlink()
    scan()
    scan(out="whole")
    assert results(tmp_path / "out") == results(tmp_path / "whole")


def test_a_folder_that_is_written_to_inside_the_archive_is_not_scanned(scan, tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("The fire took 3 boats.", encoding="utf-8")
    for _ in range(2):
        assert scan(source=folder, out="texts/out").tally.articles == 1
    assert scan(source=folder, out="texts/second").tally.articles == 1


@pytest.mark.parametrize("content", ["file", "file/below"])
def test_a_folder_that_cannot_be_made_is_one_line(scan, tmp_path, content):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises((UsageError, ReportError), match=r"is no folder|cannot write"):
        scan(out=content)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_files_that_no_scan_has_written_are_not_written_over(scan, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "summary.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"holds summary\.txt, but not the state of a scan"):
        scan()
    assert (tmp_path / "out" / "summary.txt").read_text(encoding="utf-8") == "mine"


def test_an_empty_archive_has_an_empty_summary(scan, tmp_path):
    (tmp_path / "empty").mkdir()
    outcome = scan(source=tmp_path / "empty")
    assert (outcome.tally.articles, outcome.tally.stories, outcome.tally.compared) == (0, 0, 0)
    assert (tmp_path / "out" / "summary.html").stat().st_size > 0


@pytest.mark.parametrize("options", [{"formats": ("xml",)}, {"window_days": 0}, {"window_days": float("nan")}])
def test_what_means_nothing_is_refused_before_anything_is_made(scan, tmp_path, options):
    with pytest.raises(UsageError):
        scan(**options)
    assert not (tmp_path / "out").exists()


def test_no_archive_leaves_no_folder_behind(scan, tmp_path):
    with pytest.raises(LoadError):
        scan(source=tmp_path / "none")
    assert not (tmp_path / "out").exists()


def test_progress_never_runs_back_and_ends_at_all(archive, tmp_path, monkeypatch):
    monkeypatch.setattr(run, "open_engine", lambda name, *, workers, scheduler: Engine())
    told = []
    run.run(
        Plan(source=str(archive), out=str(tmp_path / "out"), desk=desk_for(Settings())), progress=lambda *step: told.append(step)
    )
    for stage in ("reading", "grouping", "comparing"):
        steps = [(done, total) for name, done, total in told if name == stage]
        assert [done for done, _ in steps] == sorted(done for done, _ in steps)
        assert steps[-1][0] == steps[-1][1]
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == ["reading", "grouping", "comparing"]


def test_parquet_is_written_beside_the_lines(scan, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="Parquet needs the extra [scan]")
    scan(formats=("parquet",))
    for name in ("findings", "stories"):
        table = parquet.read_table(tmp_path / "out" / f"{name}.parquet")
        assert table.num_rows == len(rows(tmp_path / "out", f"{name}.jsonl")) > 0


def test_the_window_is_that_of_the_grouping():
    given = {
        name: call.parameters["window_days"].default
        for name, call in (("api", signature(claimcheck.api.scan)), ("cli", signature(command)))
    }
    assert given | {"plan": Plan(source="", out="", desk=desk_for(Settings())).window_days} == dict.fromkeys(
        ("api", "cli", "plan"), grouping.WINDOW_DAYS
    )
