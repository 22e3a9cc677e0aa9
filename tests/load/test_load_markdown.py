from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from claimcheck import load
from claimcheck.errors import LoadError
from claimcheck.model import Article

BODY = "\nA ferry with 40 people on board sank off the coast on Monday, the coast guard said.\n"


def loaded(tmp_path: Path, content: str, name: str | None = None) -> Article:
    path = tmp_path / "draft.md"
    path.write_text(content, encoding="utf-8")
    return load.load_source(f"{name}={path}" if name else str(path), id="s1")


def test_yaml_like_front_matter(tmp_path: Path) -> None:
    head = (
        "---\n"
        'title: "Ferry sinks: 3 drown"  # working title\n'
        "source: Coast Daily\n"
        "published: 2022-10-04T18:30:00+03:00\n"
        "updated: 2022-10-05\n"
        "url: https://example.org/ferry\n"
        "language: en-GB\n"
        "tags:\n  - sea\n- ferry\n"
        "note: kept, not read\n"
        "---\n"
    )
    article = loaded(tmp_path, head + BODY)
    assert article.title == "Ferry sinks: 3 drown"
    assert article.name == "Coast Daily"
    assert article.published == datetime(2022, 10, 4, 18, 30, tzinfo=timezone(timedelta(hours=3)))
    assert article.as_of == datetime(2022, 10, 5, tzinfo=UTC)
    assert article.url == "https://example.org/ferry"
    assert article.language == "en"
    assert article.text == head + BODY


def test_toml_front_matter(tmp_path: Path) -> None:
    article = loaded(tmp_path, '+++\ntitle = "Ferry sinks"\ndate = 2022-10-04\nupdated = 2022-10-04T20:00:00Z\n+++\n' + BODY)
    assert article.title == "Ferry sinks"
    assert article.published is not None
    assert article.published.date() == date(2022, 10, 4)
    assert article.as_of == datetime(2022, 10, 4, 20, tzinfo=UTC)


def test_a_name_given_wins_over_the_source(tmp_path: Path) -> None:
    assert loaded(tmp_path, "---\nsource: Coast Daily\n---\n" + BODY, name="ours").name == "ours"


def test_front_matter_is_set_aside_but_for_the_only_headline(tmp_path: Path) -> None:
    alone = loaded(tmp_path, "---\ntitle: Ferry sinks\nsource: x\n---\n" + BODY)
    outside = set(range(len(alone.text))) - {
        at for each in alone.set_aside if each.span for at in range(each.span.start, each.span.end)
    }
    assert "".join(alone.text[at] for at in sorted(outside)).split("\n")[0].strip() == "Ferry sinks"
    with_heading = loaded(tmp_path, "---\ntitle: Ferry sinks\nsource: x\n---\n\n# Ferry sinks\n" + BODY)
    assert [each.what for each in with_heading.set_aside] == ["---\ntitle: Ferry sinks\nsource: x\n---"]
    assert {each.reason for each in alone.set_aside + with_heading.set_aside} == {"front matter"}


def test_the_first_heading_is_the_title_where_front_matter_has_none(tmp_path: Path) -> None:
    assert loaded(tmp_path, "# Ferry sinks #\n" + BODY).title == "Ferry sinks"


@pytest.mark.parametrize("content", ["---\n\nA rule, then text.\n" + BODY, "----\n" + BODY, BODY, "Text\n---\ntitle: x\n---\n"])
def test_no_front_matter(tmp_path: Path, content: str) -> None:
    assert loaded(tmp_path, content).set_aside == ()


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("---\ntitle: x\npublished: Tuesday\n---\n", "line 3"),
        ("---\ntitle: x\npublished: 2022-13-40\n---\n", "line 3"),
        ("---\ntitle: x\nno pair here\n---\n", "line 3"),
        ("---\ntitle: x\ntitle: y\n---\n", "line 3"),
        ("---\nlanguage: the language of ships\n---\n", "line 2"),
        ("---\ntitle: x\n", "never closed"),
        ("+++\ntitle = \n+++\n", "TOML"),
        ("+++\npublished = 5\n+++\n", "line 2"),
        ("+++\ntitle = 'x'\n", "never closed"),
    ],
)
def test_front_matter_that_cannot_be_read_is_told_with_its_line(tmp_path: Path, head: str, told: str) -> None:
    with pytest.raises(LoadError) as caught:
        loaded(tmp_path, head + BODY)
    assert told in caught.value.message
    assert "draft.md" in caught.value.message


def test_only_front_matter_is_empty(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="empty"):
        loaded(tmp_path, "---\ntitle: x\n---\n")
