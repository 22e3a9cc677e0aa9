"""The Python calls of the README, as a stranger would write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import claimcheck
from claimcheck.errors import LoadError, NothingComparedError

OURS = """Three people were killed when a gas bottle exploded in a bakery in Halden Street on Monday.

The bakery, opened in 1952, had passed an inspection in March, Mayor Anna Keller said.

Four neighbouring houses were cleared for the night.
"""
WIRE = """A gas bottle exploded in a Halden Street bakery on Monday, killing five people.

Mayor Anna Keller said an inspection in March had found nothing wrong with the bakery, which opened in 1952.

Trams will run again from Thursday.
"""


def test_compare_texts_finds_the_toll_that_differs():
    report = claimcheck.compare_texts({"ours": OURS, "wire": WIRE}).to_dict()
    (toll,) = [d for d in report["divergences"] if d["code"] == "CC101"]
    assert {e["source"] for e in toll["evidence"]} == {"s1", "s2"}
    assert [source["name"] for source in report["sources"]] == ["ours", "wire"]


def test_a_text_against_itself_has_no_divergence():
    assert claimcheck.compare_texts({"one": OURS, "two": OURS}).divergences == ()


def test_the_order_of_the_sources_changes_nothing_but_order():
    forth = claimcheck.compare_texts({"ours": OURS, "wire": WIRE})
    back = claimcheck.compare_texts({"wire": WIRE, "ours": OURS})
    assert [d.message for d in forth.divergences] == [d.message for d in back.divergences]
    assert [d.fingerprint for d in forth.divergences] == [d.fingerprint for d in back.divergences]


def test_compare_reads_files(tmp_path):
    (tmp_path / "ours.txt").write_text(OURS, encoding="utf-8")
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    report = claimcheck.compare([str(tmp_path / "ours.txt"), f"agency={tmp_path / 'wire.txt'}"])
    assert [source.article.name for source in report.sources] == ["ours", "agency"]


def test_errors_are_claimchecks_own(tmp_path):
    with pytest.raises(LoadError, match=r"gone\.txt"):
        claimcheck.compare([str(tmp_path / "gone.txt"), str(tmp_path / "gone.txt")])
    with pytest.raises(NothingComparedError):
        claimcheck.compare_texts({"only": OURS})


def test_claims_have_kind_span_and_value():
    found = claimcheck.claims(OURS, published=datetime(2024, 5, 7, tzinfo=UTC))
    assert all(OURS[c.start : c.end] == c.text for c in found)
    assert any(c.kind == "quantity" and c.value.low == c.value.high == 3 for c in found)
    assert any(c.kind == "date" and c.value.low == "2024-05-06" for c in found)


def test_pairs_speak_of_b_in_the_light_of_a():
    differ, same = claimcheck.pairs(
        [
            ("Three people were killed in the blast.", "Five people were killed in the blast."),
            ("Three people were killed in the blast on Monday.", "Three people were killed in the blast."),
        ]
    )
    assert (differ.relation, differ.codes) == ("contradiction", ("CC101",))
    assert differ.contradiction > 0.5 > same.contradiction
    assert same.relation == "entailment"


def test_align_links_by_index_in_any_order():
    links = claimcheck.align(
        ["The dam near Ustky broke at dawn.", "The mayor thanked the crews."],
        ["Mayor Lind thanked the rescue crews.", "At dawn the dam near Ustky gave way."],
    )
    assert {(link.left, link.right) for link in links} == {((0,), (1,)), ((1,), (0,))}


def test_a_room_never_shadows_the_call_of_its_name():
    import claimcheck.claims.name  # noqa: PLC0415 - the import is what is tested

    assert callable(claimcheck.claims)
    assert callable(claimcheck.align)
