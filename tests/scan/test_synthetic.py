"""The invented archive and its truth, and how a scan is held against it."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict

import pytest

from benchmarks.scanning.memory import curve, slopes
from benchmarks.scanning.plan import PAGE, RATES, fill, plan
from benchmarks.scanning.score import conflicts, grouping, rows
from benchmarks.scanning.watched import Sample
from benchmarks.synthetic import truth_of, variety, write
from benchmarks.wire.grammar import common, expand, topics

COUNT = 600


@pytest.fixture(scope="module")
def wire(tmp_path_factory):
    """An archive of 600 articles: the articles by label, and the lines of its truth."""
    path = tmp_path_factory.mktemp("wire") / "wire.jsonl"
    write(COUNT, path, days=6)
    raw = path.read_bytes()
    told = list(rows(truth_of(path)))
    articles = {row["article"]: json.loads(raw[int(row["article"].partition("@")[2]) :].split(b"\n", 1)[0]) for row in told}
    return articles, told


def test_the_same_numbers_give_the_same_bytes(tmp_path):
    for name, seed, briefs in (("a", 1, 0.0), ("b", 1, 0.0), ("c", 2, 0.0), ("d", 1, 0.5), ("e", 1, 0.5)):
        write(40, tmp_path / name / "w.jsonl", seed=seed, days=1, briefs=briefs)
    one, same, other, mixed, mixed_again = ((tmp_path / name / "w.jsonl").read_bytes() for name in "abcde")
    assert one == same
    assert mixed == mixed_again
    assert len({one, other, mixed}) == 3


def test_briefs_are_as_short_and_as_many_as_promised_and_name_what_is_planted(tmp_path):
    """Four to eight sentences; a copy may leave some out, or say of whom it is."""
    for briefs in (0.0, 0.5, 1.0):
        path = tmp_path / f"{briefs}.jsonl"
        written = write(300, path, days=6, briefs=briefs)
        told = list(zip(rows(path), rows(truth_of(path)), strict=True))
        own = [len(re.findall(r"[.!?]”?(?=\s|$)", article["text"])) for article, true in told if true["copy_of"] is None]
        assert briefs - 0.1 <= sum(4 <= count <= 8 for count in own) / len(own) <= briefs + 0.1
        assert written.sentences == pytest.approx(300 * sum(own) / len(own), rel=0.1)
        planted = [(article, true["plant"]["value"]) for article, true in told if true["plant"] and true["copy_of"] is None]
        assert len(planted) > 5
        assert all(value.lower() in article["text"].lower() for article, value in planted)


def test_articles_come_by_time_and_each_has_its_truth(wire):
    articles, told = wire
    times = [article["published"] for article in articles.values()]
    assert len(articles) == len(told) == COUNT
    assert times == sorted(times)
    assert all(article["text"] and article["title"] and article["outlet"] for article in articles.values())
    assert not [article["text"] for article in articles.values() if "{" in article["text"] or "|" in article["text"]]


def test_stories_and_copies_are_as_many_as_promised(wire):
    _, told = wire
    sizes = Counter(row["story"] for row in told)
    assert max(sizes.values()) <= 8
    assert 0.06 <= sum(row["copy_of"] is not None for row in told) / COUNT <= 0.15
    planted = {row["story"] for row in told if row["plant"]}
    assert 0.08 <= len(planted) / len(sizes) <= 0.25


def test_a_planted_value_is_printed_there_and_the_others_say_otherwise(wire):
    articles, told = wire
    stories = defaultdict(list)
    for row in told:
        stories[row["story"]].append(row)
    checked = 0
    for row in (row for row in told if row["plant"] and row["copy_of"] is None):
        plant = row["plant"]
        assert plant["value"].lower() in articles[row["article"]]["text"].lower()
        if plant["sort"] == "date":
            others = [articles[each["article"]]["text"] for each in stories[row["story"]] if each["plant"] is None]
            assert not [text for text in others if f"on {plant['value']}" in text]
            checked += 1
    assert checked


def test_every_wording_can_be_said():
    """Brackets close, and no slot is called what no story has: `write` fills the others."""
    lines = [line for topic in topics() for line in (*topic.headlines, *topic.leads)]
    lines += [line for fact in (*common(), *(fact for topic in topics() for fact in topic.facts)) for line in fact.wordings]
    assert len(lines) > 300
    assert all(expand(line, lambda: 0.0, 1) and expand(line, lambda: 0.999, 2) for line in lines)


def test_the_words_vary(wire):
    articles, told = wire
    own = [articles[row["article"]]["text"] for row in told if row["copy_of"] is None]
    found = variety(own)
    assert found["different sentences"] > 0.75
    assert found["different runs of four in 8,000"] > 0.7


def lines(path, *values):
    path.write_text("".join(json.dumps(value) + "\n" for value in values))


def test_b_cubed_of_a_case_done_by_hand(tmp_path):
    """Groups {a1 a2 b1} and {b2}: precision (2/3 + 2/3 + 1/3 + 1) / 4, recall (1 + 1 + 1/2 + 1/2) / 4."""
    lines(tmp_path / "truth", *({"article": name, "story": name[0]} for name in ("a1", "a2", "b1", "b2")))
    lines(
        tmp_path / "stories.jsonl",
        {"story": "x", "articles": [{"ref": "a1"}, {"ref": "a2"}, {"ref": "b1"}]},
        {"story": "y", "articles": [{"ref": "b2"}]},
    )
    found = grouping(tmp_path, tmp_path / "truth")
    assert (found.groups, found.stories) == (2, 2)
    assert found.precision == pytest.approx(2 / 3)
    assert found.recall == pytest.approx(3 / 4)


def test_planted_conflicts_and_false_alarms_of_a_case_done_by_hand(tmp_path):
    plant = {"sort": "figure", "code": "CC101", "value": "Nine"}
    lines(
        tmp_path / "truth",
        {"article": "a1", "story": 1, "plant": None},
        {"article": "a2", "story": 1, "plant": plant},
        {"article": "b1", "story": 2, "plant": plant},  # nobody says otherwise
        {"article": "c1", "story": 3, "plant": None},
        {"article": "c2", "story": 3, "plant": None},
    )
    groups = {"x": ("a1", "a2"), "y": ("b1",), "z": ("c1", "c2")}
    lines(tmp_path / "stories.jsonl", *({"story": key, "articles": [{"ref": ref} for ref in refs]} for key, refs in groups.items()))
    evidence = [{"ref": "a1", "text": "Six died."}, {"ref": "a2", "text": "The nine dead"}]
    lines(
        tmp_path / "findings.jsonl",
        {"story": "x", "type": "contradiction", "code": "CC105", "evidence": evidence},
        {"story": "z", "type": "contradiction", "code": "CC102", "evidence": []},
        {"story": "z", "type": "omission", "code": "CC201", "evidence": []},
    )
    found = conflicts(tmp_path, tmp_path / "truth")
    assert (found.planted, found.found, found.by_code) == ({"figure": 1}, {"figure": 1}, {"figure": 0})
    assert (found.clean_stories, found.false_alarms, found.false_codes) == (1, 1, {"CC102": 1})


def test_the_slope_of_memory_is_that_of_the_stage_once_it_is_warm():
    """2,000 articles in 100 seconds, a quarter of a megabyte a second: 12.5 MB with 1,000; workers stay as they are."""
    stages = {"read": {"from_s": 10.0, "wall_s": 100.0}, "compare": {"from_s": 110.0, "wall_s": 3.0}}
    samples = [
        Sample(at_s=at, coordinator_mb=900.0 if at < 40 else 50.0 + at / 4, children_mb=600.0, largest_child_mb=300.0)
        for at in map(float, range(113))
    ]
    (found,) = slopes(samples, stages, articles=2_000)
    assert (found.stage, found.worker_mb) == ("read", pytest.approx(0.0))
    assert found.coordinator_mb == pytest.approx(12.5)
    assert [each.at_s for each in curve(samples)] == [11, 22, 34, 45, 56, 67, 78, 90, 101, 112]
    assert curve(samples[:4]) == tuple(samples[:4])


def test_the_plan_is_reckoned_from_the_rates():
    run = {
        "articles": 1000, "days": 30, "workers": 2, "wall_s": 10.0, "cpu_s": 20.0, "input_bytes": 1000,
        "coordinator_mb": 100, "worker_mb": 300,
        "cpu_s_an_article": {"read": 0.036, "group": 0.0, "compare": 0.324},
        "bytes_an_article": {"state.sqlite": 4000, "findings.jsonl": 2000, "stories.jsonl": 1000},
    }  # fmt: skip
    told = plan({"runs": [run]})
    assert "| compare, CPU hours | 45 | 1,350 | 164,340 |" in told
    assert "| state.sqlite, GB | 2.0 | 60 | 7,304 |" in told


def test_the_page_holds_what_is_reckoned_from_the_rates():
    """`python -m benchmarks.scan --plan` fills docs/scale.md."""
    page = PAGE.read_text(encoding="utf-8")
    assert fill(page, plan(json.loads(RATES.read_text(encoding="utf-8")))) == page
    with pytest.raises(ValueError, match="plan"):
        fill("a page without marks", "| |")
