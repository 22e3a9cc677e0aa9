from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from claimcheck.segment import parse_dateline
from claimcheck.segment.dates import read_date_line

OCT_4 = datetime(2022, 10, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "place", "day", "agency"),
    [
        ("LYMAN, Ukraine >> Troops left.", "LYMAN, Ukraine", None, None),
        ("KYIV (AP) — Troops left.", "KYIV", None, "AP"),
        ("WASHINGTON, Oct. 4 (Reuters) - The dollar fell.", "WASHINGTON", "Oct. 4", "Reuters"),
        ("LONDON, Oct 4 (Reuters) - The pound fell.", "LONDON", "Oct 4", "Reuters"),
        ("LONDON — The pound fell.", "LONDON", None, None),
        ("NEW YORK (AP) -- Stocks rose.", "NEW YORK", None, "AP"),
        ("ST. LOUIS, Mo. – Two men were held.", "ST. LOUIS, Mo.", None, None),
        ("RIO DE JANEIRO (AFP) — “We ran,” he said.", "RIO DE JANEIRO", None, "AFP"),
        ("Marsala, Italy (AP) — A ferry sank.", "Marsala, Italy", None, "AP"),
        ("GENEVA/KYIV, 4 October 2022 — Talks failed.", "GENEVA/KYIV", "4 October 2022", None),
        ("CHIȘINĂU — The talks failed.", "CHIȘINĂU", None, None),
        ("ŁÓDŹ, Poland (PAP) – The mill burned.", "ŁÓDŹ, Poland", None, "PAP"),
        ("КИЇВ — Troops left.", "КИЇВ", None, None),
        ("ROTTERDAM, Oct 30 (FinWire) - The firm grew.", "ROTTERDAM", "Oct 30", "FinWire"),
        ("KYIV, October 4 — Troops left.", "KYIV", "October 4", None),
        ("GENEVA [DPA] — Talks failed.", "GENEVA", None, "DPA"),
        ("MOSCOW, January 22. /TASS/. Talks failed.", "MOSCOW", "January 22", "TASS"),
        ("NEW DELHI, Jan 22 (PTI): Talks failed.", "NEW DELHI", "Jan 22", "PTI"),
        ("Kyiv, Ukraine (CNN) Troops left.", "Kyiv, Ukraine", None, "CNN"),
        ("(CNN) “We ran,” he said.", "", None, "CNN"),
        ("(Reuters) - A ferry sank.", "", None, "Reuters"),
        ("Oct 24 (Reuters) - A ferry sank.", "", "Oct 24", "Reuters"),
    ],
)
def test_dateline(text: str, place: str, day: str | None, agency: str | None) -> None:
    found = parse_dateline(text)
    assert found is not None
    assert (found.place, found.day, found.agency) == (place, day, agency)
    assert text[: found.length].endswith(" ")
    assert not text[found.length].isspace()


@pytest.mark.parametrize(
    "text",
    [
        "The ferry — a wreck — sank.",
        "NATO — The alliance met.",
        "NATO — the alliance of 30 — met.",
        "U.S. — The",
        "COVID-19 — The virus spread.",
        "Łódź — The mill burned.",
        "Chișinău and Kyiv — both capitals — agreed.",
        "The Associated Press (AP) was told.",
        "Port Authority (PA) chief Ann Roe left.",
        "(No) The ferry sank.",
        "JOE LOW: I will not resign.",
        "At 10:30 the ferry sank — nobody saw it.",
        "Three of the dead and/or missing — all sailors — were named.",
        "BREAKING — A ferry sank.",
        "Kyiv - The city was hit.",
        "He said (AP) — no.",
        "A ferry sank on Monday.",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert parse_dateline(text) is None


def test_the_date_of_a_dateline_counts_only_with_its_year() -> None:
    with_year = parse_dateline("KYIV, Ukraine, Oct. 4, 2022 (AP) — Troops left.")
    without = parse_dateline("KYIV, Ukraine, Oct. 4 (AP) — Troops left.")
    assert with_year is not None
    assert without is not None
    assert (with_year.moment, without.moment) == (OCT_4, None)


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Published Oct. 4, 2022", OCT_4, None),
        ("Tuesday, Oct. 4, 2022", OCT_4, None),
        ("October 4, 2022", OCT_4, None),
        ("4 October 2022", OCT_4, None),
        ("2022-10-04", OCT_4, None),
        ("(Published Tuesday, Oct. 4, 2022)", OCT_4, None),
        ("Published: 2022-10-04 18:30 GMT", OCT_4.replace(hour=18, minute=30), None),
        ("Published 6:30 PM EDT, October 4, 2022", datetime(2022, 10, 4, 18, 30, tzinfo=timezone(timedelta(hours=-4))), None),
        ("Oct. 4, 2022 at 12:05 a.m. GMT", OCT_4.replace(minute=5), None),
        ("Oct. 4, 2022, 6:30 p.m.", OCT_4, None),
        ("Last updated on 4 Oct 2022", None, OCT_4),
        ("Published Oct. 3, 2022 | Updated Oct. 4, 2022", OCT_4.replace(day=3), OCT_4),
    ],
)
def test_date_line(line: str, published: datetime | None, updated: datetime | None) -> None:
    found = read_date_line(line)
    assert found is not None
    assert (found.published, found.updated) == (published, updated)


@pytest.mark.parametrize(
    "line",
    [
        "Oct. 4",
        "Published on Tuesday",
        "Feb. 30, 2022",
        "On Oct. 4, 2022, the ferry sank.",
        "The law of Oct. 4, 2022",
        "Updated",
        "",
        "2022",
    ],
)
def test_no_date_line(line: str) -> None:
    assert read_date_line(line) is None
