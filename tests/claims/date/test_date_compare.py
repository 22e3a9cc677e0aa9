"""What a comparison says beside firing: relation, message, confidence."""

from __future__ import annotations

from typing import Any

from claimcheck.model import Relation


def test_message_gives_weekday_and_day(compare: Any) -> None:
    (found,) = compare(
        "The vote was held on Monday, March 13.",
        "The vote was held on Sunday, March 12.",
        left_published="2023-03-15",
        right_published="2023-03-15",
    )
    assert found.message == "{left} puts it on Monday, March 13; {right} on Sunday, March 12"


def test_message_gives_the_years_where_they_differ(compare: Any) -> None:
    (found,) = compare("The stadium opened on 2 May 1998.", "The stadium opened on 2 June 1997.")
    assert found.message == "{left} puts it on May 2, 1998; {right} on June 2, 1997"


def test_message_formats_with_source_names(compare: Any) -> None:
    (found,) = compare("The stadium opened in 1998.", "The stadium opened in 1997.")
    assert found.message.format(left="s1", right="s2") == "s1 puts it in 1998; s2 in 1997"


def test_wider_date_follows_from_the_finer_one_and_not_the_other_way(compare: Any) -> None:
    fine, wide = "The law passed on 8 May 2014.", "The law passed in May 2014."
    assert [one.relation for one in compare(fine, wide)] == [Relation.ENTAILMENT]
    assert [one.relation for one in compare(wide, fine)] == [Relation.NEUTRAL]


def test_today_and_the_weekday_it_was_agree(compare: Any) -> None:
    (found,) = compare(
        "The house approved the budget today.",
        "The house approved the budget on Tuesday.",
        left_published="2023-03-14",
        right_published="2023-03-15",
    )
    assert (found.relation, found.code) == (Relation.ENTAILMENT, None)


def test_identical_relative_dates_of_undated_sources_agree(compare: Any) -> None:
    (found,) = compare("Two days later, a team saw the bodies.", "Two days later, reporters saw bodies.")
    assert found.relation is Relation.ENTAILMENT


def test_undated_today_is_compared_with_nothing(compare: Any) -> None:
    assert compare("The house approved the budget today.", "The house approved the budget on Tuesday.") == ()


def test_full_date_is_surer_than_a_weekday(compare: Any) -> None:
    (full,) = compare("The law passed on 8 May 2014.", "The law passed on 9 May 2014.")
    (bare,) = compare("The law passed on Thursday.", "The law passed on Friday.")
    assert 0.0 < bare.confidence < full.confidence <= 1.0


def test_every_claim_is_in_one_comparison_at_most(compare: Any) -> None:
    text = "Talks began on Monday, stopped on Monday and began again on Tuesday, a day after Monday."
    found = compare(text, text)
    left = [id(claim) for one in found for claim in one.left]
    assert len(left) == len(set(left)) == 4
    assert {one.relation for one in found} == {Relation.ENTAILMENT}
