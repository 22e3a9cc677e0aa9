from datetime import datetime

import pytest

import claimcheck

_RAID = "An air raid hit the market of Tal Hassan on Monday, a monitor said."


def found(one: str, two: str, **published: str) -> list[tuple[str, int]]:
    report = claimcheck.compare_texts({"left": one, "right": two}, published=published or None)
    return [(d.code, len({e.source for e in d.evidence})) for d in report.divergences if d.code in ("CC101", "CC401")]


def test_a_headline_meets_a_later_paragraph():
    left = f"29 civilians killed in raid on market\n\n{_RAID}"
    right = f"{_RAID}\n\nThe market was full when the planes came.\n\nThe death toll has reached 61, doctors said."
    assert found(left, right) == [("CC101", 2)]


@pytest.mark.parametrize(
    "right",
    [
        f"{_RAID}\n\nDoctors counted 29 dead.",
        f"{_RAID}\n\nTwo women and 27 men were killed.",
        f"{_RAID}\n\nDozens were killed.",
        f"{_RAID}\n\nIn 2014, 61 people were killed in a raid on the same market.",
    ],
)
def test_agreement_vagueness_and_other_years_are_silent(right):
    left = f"29 people killed in raid on market\n\n{_RAID}"
    assert found(left, right, left="2024-05-06", right="2024-05-06") == []


def test_a_report_on_a_trial_keeps_the_year_of_the_event():
    left = "Nine people were injured in a shooting on Harbour Street on Sunday, police said."
    right = "A man was convicted on Friday of a shooting on 29 June 2014 that killed a woman and injured nine others."
    codes = found(left, right, left=datetime(2014, 6, 29).isoformat(), right=datetime(2016, 3, 4).isoformat())
    assert codes == [("CC401", 2)]
