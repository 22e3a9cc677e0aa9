from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.claims.quantity.account import Account, total
from claimcheck.claims.quantity.extract import extract
from claimcheck.claims.quantity.totals import compare_totals
from claimcheck.model import Article, Context, Sentence, Span


def account(*texts: str, day: int | None = None) -> Account:
    published = None if day is None else datetime(2024, 5, day)
    article = Article(id="a", name="a", text="\n".join(texts), published=published)
    sentences, start = [], 0
    for index, text in enumerate(texts):
        sentences.append(Sentence(article=article, index=index, span=Span(start, start + len(text)), paragraph=index))
        start += len(text) + 1
    return Account(sentences=tuple(sentences), claims=extract(sentences, Context()))


def codes(left: Account, right: Account) -> list[str | None]:
    return [comparison.code for comparison in compare_totals(left, right)]


@pytest.mark.parametrize(
    ("text", "state", "low"),
    [
        ("Two women and two soldiers were killed in the raid.", "killed", 4),
        ("A gunman opened fire, killing a security guard and a police officer.", "killed", 2),
        ("The crash left the driver, his former boss and a colleague dead and two others hurt.", "killed", 3),
        ("A woman was killed and six people were injured in the fire.", "killed", 1),
        ("The death toll from the blast in the harbour district, a monitor said, rises to 70.", "killed", 70),
        ("The toll of the landslide reached at least 112 people.", "killed", 112),
        ("The raid killed five U.S. servicemen.", "killed", 5),
        ("Four volunteers were killed.", "killed", 4),
    ],
)
def test_the_total_is_read(text, state, low):
    found = total(account(text), state)
    assert found is not None
    assert found.low == low


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("A man killed his neighbour's dog.", "killed"),
        ("A terrorist bombing was claimed by nobody.", "killed"),
        ("A man was killed.", "killed"),  # he may be one of several
        ("So far this year 40 people have been killed there.", "killed"),
        ("The previous death toll was 20.", "killed"),
        ("The man was killed beside three people who were injured.", "killed"),
        ("RT @witness: 30 people killed", "killed"),
    ],
)
def test_what_is_no_total(text, state):
    assert total(account(text), state) is None


@pytest.mark.parametrize(
    ("left", "right", "code"),
    [
        ("The quake killed 31 people.", "The quake killed 43 people.", "CC101"),
        ("The blast killed at least 29 people.", "The blast killed at least 61 people.", "CC401"),
        ("The crash killed at least 27 people.", "The crash killed 35 people.", "CC401"),
        ("Police said at least two men were shot.", "Four people were wounded outside the bar.", "CC401"),
        ("Four people were injured, not five as first reported.", "Five people were injured.", "CC401"),
        ("The blast killed 126 people, up from an earlier toll of 112.", "The blast killed 112 people.", "CC401"),
        ("Nine people were injured at the market.", "One person was killed and nine people were injured.", "CC401"),
        ("Four Marines were killed.", "Five servicemen were killed.", "CC101"),
    ],
)
def test_totals_that_differ_are_told_whichever_side_they_stand(left, right, code):
    assert codes(account(left), account(right)) == [code]
    assert codes(account(right), account(left)) == [code]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Three people were killed.", "A man and two children were killed."),
        ("Russian jets killed 180 fighters.", "Some 120 fighters and 60 foreign mercenaries were killed."),
        ("Five people were shot.", "One person was killed and four were injured."),
        ("Five people were shot.", "Five people were injured."),
        ("More than 50 people were killed.", "The raid killed 51 people."),
        ("Four children were killed.", "The raid killed 11 people."),
        ("Dozens were killed.", "The raid killed 11 people."),
        ("Two people were injured.", "One person was killed."),
    ],
)
def test_totals_that_fit_are_not_told(left, right):
    assert codes(account(left), account(right)) == []
    assert codes(account(right), account(left)) == []


def test_a_toll_rises_with_time_and_does_not_fall():
    early, late = account("The quake killed 31 people.", day=1), account("The quake killed 43 people.", day=2)
    assert codes(early, late) == codes(late, early) == ["CC401"]
    fallen = account("The quake killed 31 people.", day=3)
    assert codes(late, fallen) == ["CC101"]


def test_one_apart_with_an_attacker_is_a_matter_of_scope():
    found = compare_totals(account("Three people were killed, including the gunman."), account("He killed two people."))
    assert [c.code for c in found] == ["CC101"]
    assert "scope" in found[0].why
    assert found[0].confidence < 0.7


def test_a_further_death_is_told_by_the_later_report_only():
    early = account("The attack left two people wounded.", "His boss was shot dead.", day=1)
    late = account("A third victim of the attack has died from his wounds.", day=4)
    assert codes(early, late) == ["CC401"]
    assert codes(account("The attack left two people wounded.", day=5), late) == []


def test_a_figure_that_the_other_gives_further_down_is_no_disagreement():
    left = account("The quake killed 31 people.")
    assert codes(left, account("The quake killed 43 people.", "Officials had counted 31 people killed by noon.")) == []


@given(st.integers(2, 400), st.integers(2, 400))
@settings(max_examples=80, deadline=None)
def test_equal_totals_never_differ_and_the_order_of_sides_does_not_matter(one, two):
    left, right = account(f"The quake killed {one} people."), account(f"A tremor left {two} people dead.")
    assert sorted(map(str, codes(left, right))) == sorted(map(str, codes(right, left)))
    assert bool(codes(left, right)) == (one != two)


@pytest.mark.parametrize("text", ["5 dead, a man and ", "death toll to 5 ", "a third victim ", "2 killed 3 hurt ", "the toll of "])
def test_long_sentences_are_read_in_reasonable_time(text):
    many = account(text * 2000)
    assert len(many.figures) <= 4000
    compare_totals(many, many)
