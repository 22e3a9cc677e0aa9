"""What every report keeps, whatever the story: determinism, completeness, symmetry."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import permutations

import pytest

from benchmarks.expected import Story, stories
from claimcheck import pipeline, policy
from claimcheck.config import Settings
from claimcheck.errors import NothingComparedError, UsageError
from claimcheck.load import article_from_text, load_source
from claimcheck.model import Article, Verdict

STORIES = {story.folder.name: story for story in stories()}
ALL = Settings(min_confidence=0.0)


def articles(story: Story) -> list[Article]:
    return [load_source(f"{path.stem}={path}", id=f"s{n}") for n, path in enumerate(story.sources, start=1)]


def as_json(report) -> str:
    return json.dumps(report.to_dict(), ensure_ascii=False)


@pytest.mark.parametrize("name", STORIES)
def test_every_character_lies_in_a_sentence_or_a_skipped_span(name):
    report = pipeline.compare(articles(STORIES[name]), settings=ALL)
    for source in report.sources:
        covered = [s.span for s in source.sentences]
        covered += [s.span for s in report.skipped if s.source == source.article.id and s.span]
        held = {i for span in covered for i in range(span.start, span.end)}
        lost = [c for i, c in enumerate(source.article.text) if i not in held and not c.isspace()]
        assert lost == [], source.article.name


@pytest.mark.parametrize("name", STORIES)
def test_every_sentence_stands_in_one_statement_and_every_statement_has_a_cell_for_every_source(name):
    report = pipeline.compare(articles(STORIES[name]), settings=ALL)
    ids = [source.article.id for source in report.sources]
    assert all([cell.source for cell in statement.cells] == ids for statement in report.statements)
    for source in report.sources:
        told = [i for s in report.statements for c in s.cells if c.source == source.article.id for i in c.sentences]
        assert sorted(told) == list(range(len(source.sentences)))


@pytest.mark.parametrize("name", STORIES)
def test_an_article_against_itself_has_no_divergence(name):
    path = STORIES[name].sources[0]
    twice = [load_source(f"one={path}", id="s1"), load_source(f"two={path}", id="s2")]
    assert [d.message for d in pipeline.compare(twice, settings=ALL).divergences] == []


def test_the_same_input_gives_the_same_bytes_cold_and_warm(tmp_path, monkeypatch):
    story = STORIES["river-flood"]
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path))
    cold = as_json(pipeline.compare(articles(story), settings=ALL))
    warm = as_json(pipeline.compare(articles(story), settings=ALL))
    uncached = as_json(pipeline.compare(articles(story), settings=Settings(min_confidence=0.0, use_cache=False)))
    assert cold == warm == uncached


def test_the_order_of_the_sources_changes_nothing_but_order():
    findings = []
    for order in permutations(articles(STORIES["ferry-toll"])):
        report = pipeline.compare(order, settings=ALL)
        findings.append(sorted((d.fingerprint, d.message, d.why, str(d.confidence)) for d in report.divergences))
        assert [s.article.name for s in report.sources] == [a.name for a in order]
    assert all(found == findings[0] for found in findings)


def test_three_sources_make_one_row_a_statement_with_the_right_cells():
    report = pipeline.compare(articles(STORIES["ferry-toll"]), settings=ALL)
    names = {s.article.id: s.article.name for s in report.sources}

    def row(words: str) -> dict[str, Verdict]:
        (found,) = [s for s in report.statements if any(words in cell.text for cell in s.cells)]
        return {names[cell.source]: cell.verdict for cell in found.cells}

    assert row("was carrying 71 passengers")["morning"] is Verdict.DIFFERS
    assert row("was carrying 71 passengers")["noon"] is Verdict.DIFFERS
    assert set(row("Contact was lost six minutes later").values()) >= {Verdict.SAYS}
    assert row("His lawyer said he would contest") == {"morning": Verdict.NOT_SAID, "night": Verdict.SAYS, "noon": Verdict.NOT_SAID}
    both = [s for s in report.statements if sum(c.verdict is Verdict.SAYS for c in s.cells) == 3]
    assert len(both) >= 5


def test_a_source_in_another_language_is_not_compared_but_told():
    german = article_from_text(
        "Bei einem Erdbeben sind am Dienstag drei Menschen ums Leben gekommen. Die Behörden riefen den Notstand aus und "
        "baten um Hilfe aus den Nachbarländern. Viele Häuser wurden zerstört, und der Strom fiel aus.",
        id="s3",
        name="zeitung",
    )
    report = pipeline.compare([*articles(STORIES["river-flood"]), german], settings=ALL)
    (skipped,) = [s for s in report.skipped if s.source == "s3"]
    assert "language" in skipped.reason
    alone = pipeline.compare([articles(STORIES["river-flood"])[0], german], settings=ALL)
    assert alone.statements == ()
    assert "zeitung" in {s.what for s in alone.skipped}


def test_one_article_cannot_be_compared():
    with pytest.raises(NothingComparedError, match="one source"):
        pipeline.compare(articles(STORIES["river-flood"])[:1], settings=ALL)


def test_two_events_have_nothing_in_common():
    flood, strike = articles(STORIES["river-flood"])[0], articles(STORIES["port-strike"])[0]
    report = pipeline.compare([flood, replace(strike, id="s2")], settings=ALL)
    assert (report.statements, report.divergences) == ((), ())
    assert {s.reason for s in report.skipped if s.span is None} == {policy.ANOTHER_EVENT}


def test_a_source_on_another_event_has_a_column_that_says_so():
    strike = replace(articles(STORIES["port-strike"])[0], id="s9", name="strike")
    report = pipeline.compare([*articles(STORIES["river-flood"]), strike], settings=ALL)
    assert {c.verdict for s in report.statements for c in s.cells if c.source == "s9"} == {Verdict.NOT_COMPARED}
    assert not any("s9" in d.absent_from for d in report.divergences)


def test_settings_that_name_no_source_are_an_error():
    with pytest.raises(UsageError, match="nobody"):
        pipeline.compare(articles(STORIES["river-flood"]), settings=Settings(ours="nobody"))
