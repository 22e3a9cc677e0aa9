from __future__ import annotations

import pytest

from claimcheck import load
from claimcheck.model import Reading, Role
from claimcheck.segment import segment

HEADLINE = "Ferry sinks off Marsala, killing three"
LEAD = "A ferry with 40 people on board sank off Marsala on Monday, the coast guard said."
BODY = "The owner, Ann Roe, was told of it at noon."


def reading_of(*blocks: str, name: str = "coast") -> Reading:
    return segment(load.article_from_text("\n\n".join(blocks), id="s1", name=name))


def aside(reading: Reading) -> list[tuple[str, str]]:
    return [(each.reason, each.what) for each in reading.skipped]


@pytest.mark.parametrize(
    ("reason", "line"),
    [
        ("byline", "Jane Doe, court reporter"),
        ("byline", "Jane Doe, crime and justice editor"),
        ("byline", "Jane Doe in Trapani"),
        ("byline", "Jane Doe and John Q. Low"),
        ("byline", "Ludwig van Berg"),
        ("byline", "By our foreign staff"),
        ("byline", "From our correspondent in Trapani"),
        ("byline", "By Jane Doe, Coast staff"),
        ("byline", "By Jane Doe, Special to the Coast Daily"),
        ("byline", "Staff and agencies"),
        ("credit", "Coast Evening Post"),
        ("credit", "Atlantic News Service"),
        ("credit", "Reuters"),
        ("credit", "AFP/dpa"),
        ("date line", "Ships & Harbours, Thursday 30 October 2025, 12:40 CET"),
        ("date line", "Posted 14th March 2025, 17:52 GMT"),
    ],
)
def test_between_headline_and_lead(reason: str, line: str) -> None:
    for reading in (reading_of(HEADLINE, line, LEAD, BODY), reading_of(f"{HEADLINE}\n{line}", LEAD, BODY)):
        assert aside(reading) == [(reason, line)]
        assert reading.article.title == HEADLINE
        assert [each.text for each in reading.sentences] == [HEADLINE, LEAD, BODY]


@pytest.mark.parametrize(
    "line",
    [
        "Captain had warned of the storm, a letter shows",
        "Three dead",
        "Many Dead in Ferry Disaster",
        "Hundreds Flee in Sicily",
        "Fire Kills Ten in Rome",
        "Rescue Teams Struggle",
        "Rescue goes on",
        "Divers to search wreck",
        "By Monday, the wreck had broken up.",
        "Reuters was told of the plan on Monday.",
        "Agencies warned of the storm in May.",
        "From our window we saw the ferry sink.",
        "Our correspondent saw the ferry sink.",
        "The Evening Post was sold on Monday.",
        "Jane Doe, a court reporter, was among the dead.",
        "Jane Doe says editor knew",
    ],
)
def test_news_between_headline_and_lead_stays(line: str) -> None:
    reading = reading_of(HEADLINE, line, LEAD, BODY)
    assert aside(reading) == []
    assert line in [each.text for each in reading.sentences]


def test_a_date_behind_a_name_dates_the_article_only_with_a_weekday_or_a_time() -> None:
    assert reading_of(HEADLINE, "Ships & Harbours, Thursday 30 October 2025", LEAD).article.published is not None
    assert reading_of(HEADLINE, "Pearl Harbor, Dec. 7, 1941", LEAD).article.published is None


@pytest.mark.parametrize("first", ["Jane Doe", "Evening Post", "Letter from Trapani", "Do you know more?"])
def test_the_only_line_above_the_story_is_its_headline(first: str) -> None:
    assert reading_of(first, LEAD, BODY).sentences[0].text == first


def test_names_above_the_name_of_the_source_are_a_byline() -> None:
    reading = reading_of("Jane Doe and John Low", "COAST DAILY", LEAD, BODY, name="Coast Daily")
    assert aside(reading) == [("byline", "Jane Doe and John Low"), ("credit", "COAST DAILY")]


@pytest.mark.parametrize(
    ("reason", "line"),
    [
        ("credit", "Low reported from Trapani."),
        ("credit", "John Low and Eve Hay reported from Trapani and Rome."),
        ("credit", "Additional reporting by John Low"),
        ("credit", "John Low is our shipping correspondent"),
        ("credit", "John Low is a staff writer at the Coast Daily. He covers shipping."),
        ("credit", "John Low, chief political writer at the Coast Daily, has covered Rome since 1982."),
        ("credit", "Press Newswire"),
        ("credit", "— AFP"),
        ("byline", "John Low"),
        ("boilerplate", "Sharing is caring: Facebook | X | WhatsApp"),
        ("boilerplate", "Have your say: letters@coastdaily.example"),
        ("legal notice", "This article is for information only and does not constitute investment advice."),
        ("newsletter", "The Coast Daily's morning email: sign up here"),
    ],
)
def test_behind_the_story(reason: str, line: str) -> None:
    reading = reading_of(HEADLINE, LEAD, BODY, line)
    assert aside(reading) == [(reason, line)]
    assert [each.text for each in reading.sentences] == [HEADLINE, LEAD, BODY]


@pytest.mark.parametrize(
    "line",
    [
        "Roe reported from Trapani.",
        "Ann Roe is a reporter at the Coast Daily.",
        "Ann Roe",
        "The harbour reported from its tower.",
        "Divers reported three bodies from the wreck.",
        "This ferry is for passengers only and does not take cars.",
        "Police said speed and fog contributed.",
        "With agencies from 40 countries on site, the camp grew.",
    ],
)
def test_news_behind_the_story_stays(line: str) -> None:
    reading = reading_of(HEADLINE, LEAD, BODY, line)
    assert aside(reading) == []
    assert line in [each.text for each in reading.sentences]


def test_who_signed_the_story_is_no_news_though_it_names_another_of_that_name() -> None:
    reading = reading_of(HEADLINE, "By Jane Roe", LEAD, BODY, "Roe reported from Trapani.")
    assert aside(reading) == [("byline", "By Jane Roe"), ("credit", "Roe reported from Trapani.")]


def test_a_note_in_the_middle_of_the_story_stays() -> None:
    reading = reading_of(HEADLINE, LEAD, "Low reported from Trapani.", BODY)
    assert aside(reading) == []


def test_key_points_under_a_headline() -> None:
    points = "* Toll highest in ten years\n* Owner knew of leak"
    reading = reading_of(f"UPDATE 2-{HEADLINE}", points, "By Jane Doe", f"MARSALA, Oct 30 (CoastWire) - {LEAD}", BODY)
    assert [(each.role, each.text) for each in reading.sentences] == [
        (Role.HEADLINE, HEADLINE),
        (Role.HEADLINE, "Toll highest in ten years"),
        (Role.HEADLINE, "Owner knew of leak"),
        (Role.BODY, LEAD),
        (Role.BODY, BODY),
    ]
    assert [each.reason for each in reading.skipped] == ["headline tag", "markup", "markup", "byline", "dateline"]
    assert reading.article.title == HEADLINE


def test_points_with_full_stops_are_body() -> None:
    reading = reading_of(HEADLINE, "* The toll is the highest in ten years.\n* The owner knew of the leak.", LEAD)
    assert [each.role for each in reading.sentences][1:3] == [Role.BODY, Role.BODY]


@pytest.mark.parametrize(
    "subhead", ["THE DEAL", "JOBS", "Background", "What comes next", "OUTLOOK BY REGION", "WATCH THE RESCUE:", "‘Nobody came’"]
)
@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_crosshead(subhead: str, joint: str) -> None:
    reading = reading_of(HEADLINE, LEAD, f"{subhead}{joint}{BODY}")
    assert [each.role for each in reading.sentences if each.text == subhead] == [Role.HEADLINE]
    assert reading.sentences[-1].role is Role.BODY


@pytest.mark.parametrize(
    "line",
    ["He resigned.", "Nobody survived!", "a ferry", "The harbour said it had not been told of the leak before the ferry left"],
)
def test_no_crosshead(line: str) -> None:
    assert reading_of(HEADLINE, LEAD, line, BODY).sentences[2].role is Role.BODY


def test_a_dateline_below_a_summary() -> None:
    reading = reading_of(HEADLINE, "Three people drowned.", f"CHIȘINĂU, Moldova [CoastWire] — {LEAD}", BODY)
    assert aside(reading) == [("dateline", "CHIȘINĂU, Moldova [CoastWire] —")]
    assert reading.sentences[2].text == LEAD


def test_a_wrapped_story_keeps_its_byline_apart() -> None:
    story = (
        "Ferry with forty people on board sinks in calm sea off the port of Marsala\n"
        "By Jane Doe\n\n"
        "The ferry left the port of Marsala shortly before six in the morning with\n"
        "Captain Ann Roe on the bridge. It was carrying 40 passengers, four of them\n"
        "Italian officials who were to inspect the harbour of Trapani that day. Nine\n"
        "Tunisian sailors were among the crew.\n\n"
        "The sea was calm and the night was clear, the coast guard said, and no other\n"
        "Maltese ship was near.\n"
    )
    reading = reading_of(story)
    assert aside(reading) == [("byline", "By Jane Doe")]
    assert len(reading.sentences) == 5


LINK = "COAST GUARD CHIEF QUITS OVER 2019 FERRY DISASTER OFF TRAPANI"


@pytest.mark.parametrize(
    "link", [LINK, "WHAT DID THE COAST GUARD KNOW OF THE STORM?", "ANN ROE: FERRIES ARE SAFE, SO THE MINISTER SAYS"]
)
def test_a_headline_of_another_story_in_capitals_is_set_aside(link: str) -> None:
    for reading in (reading_of(HEADLINE, LEAD, link, BODY), reading_of(HEADLINE, LEAD, BODY, link, LINK)):
        assert ("boilerplate", link) in aside(reading)
        assert [each.text for each in reading.sentences] == [HEADLINE, LEAD, BODY]


@pytest.mark.parametrize(
    "line",
    [
        "WHAT WE KNOW SO FAR",
        "“THE SHIP IS SAFE AND WILL SAIL ON TIME TOMORROW”",
        "THE SHIP IS SAFE AND WILL SAIL ON TIME TOMORROW.",
        "The Ship Is Safe and Will Sail on Time Tomorrow",
    ],
)
def test_a_subhead_a_sign_and_a_sentence_in_capitals_stay(line: str) -> None:
    reading = reading_of(HEADLINE, LEAD, line, BODY)
    assert aside(reading) == []
    assert line in [each.text for each in reading.sentences]


def test_a_headline_and_a_telex_in_capitals_stay() -> None:
    assert aside(reading_of(LINK, LEAD, BODY)) == []
    telex = [text.upper().rstrip(".") for text in (HEADLINE, LEAD, BODY)]
    assert aside(reading_of(*telex)) == []
