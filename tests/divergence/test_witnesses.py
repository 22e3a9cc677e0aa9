"""A copy that is printed late passes on the toll of its original, which was older than what others say."""

from __future__ import annotations

import claimcheck

_REST = """Rescuers from the district capital dug with their hands through the rubble of the market hall, where traders had slept.

The governor of Lorn asked the army for tents and blankets, and schools in the valley will stay closed until further notice.

Engineers were looking at the dam above the town, which has held since it was built after the great flood."""
_AGENCY = f"Lorn earthquake: 24 dead\n\nAn earthquake killed at least 24 people in Lorn on Monday, officials said.\n\n{_REST}"
_OWN = """Earthquake strikes Lorn, hospitals full

The earthquake in Lorn on Monday has killed 25 people, the army said, as soldiers reached villages that were cut off.

Tents were flown to the valley. Teachers were told to stay at home. Nobody has seen cracks in the dam."""
_LATE = """Lorn earthquake: 24 dead

The earthquake that struck Lorn on Monday killed 24 people, a doctor told the radio, and some of the wounded were flown out.

Traders slept in the market hall when it fell upon them. The army has been asked for help."""


def codes(**texts: str) -> list[str]:
    times = {name: f"2026-03-04T{hour}:00" for name, hour in zip(texts, ("08", "12", "16"), strict=True)}
    report = claimcheck.compare_texts(texts, published=times, settings=claimcheck.Settings(judge="none"))
    return sorted(found.code for found in report.divergences if found.code in ("CC101", "CC401"))


def test_a_late_copy_of_an_old_report_is_no_toll_that_falls() -> None:
    assert set(codes(agency=_AGENCY, own=_OWN, copy=_AGENCY)) == {"CC401"}


def test_a_late_report_in_words_of_its_own_is_one() -> None:
    assert "CC101" in codes(agency=_AGENCY, own=_OWN, late=_LATE)


def test_a_copy_with_a_figure_of_its_own_is_one() -> None:
    assert "CC101" in codes(agency=_AGENCY, own=_OWN, copy=_AGENCY.replace("24", "23"))
