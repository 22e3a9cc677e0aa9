"""How a figure or date of one text fits those of another, and contrary words: evidence, no findings."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.claims import date, polarity, quantity
from claimcheck.claims._lexicon.fits import Fit
from claimcheck.model import Claim


def claims(text: str, kind: str) -> list[Claim[object]]:
    return [claim for claim in claimcheck.claims(text) if claim.kind == kind]


@pytest.mark.parametrize(
    ("a", "b", "fit"),
    [
        ("The blast killed 23 miners.", "The blast killed 23 miners.", Fit.MET),
        ("The blast killed 23 miners.", "The blast killed at least 20 miners.", Fit.MET),
        ("The blast killed more than 50 miners.", "The blast killed at least 40 miners.", Fit.MET),
        ("The group paid $1.2bn for the mine.", "The group paid 1.2 billion dollars.", Fit.MET),
        ("The blast killed 23 miners.", "The blast killed 31 miners.", Fit.OPPOSED),
        ("The film took $39 million.", "The film took more than $45 million.", Fit.OPPOSED),
        ("Some 31 were sold.", "Fewer than 25 tickets were sold.", Fit.DOUBTFUL),
        ("The song led the chart for 29 weeks.", "The song led the chart for more than 29 weeks.", Fit.EDGE),
        ("More than 200,000 people fled.", "200,000 people fled.", Fit.OPEN),
        ("At least 40 miners were killed.", "More than 50 miners were killed.", Fit.OPEN),
        ("Twelve houses were damaged.", "Three cars were damaged.", Fit.UNKNOWN),
        ("Two men went home.", "Five were let go.", Fit.UNKNOWN),
        ("The town lies by the sea.", "The town has 31 churches.", Fit.UNKNOWN),
        ("The shares closed at $43.67.", "The shares closed at $43.88.", Fit.MOVING),
    ],
)
def test_how_a_figure_fits(a: str, b: str, fit: Fit) -> None:
    own = claims(b, "quantity")
    assert len(own) == 1
    assert quantity.fit_of(own[0], claims(a, "quantity")) is fit  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "fit"),
    [
        ("The hall opened on 15 May 2010.", "The hall opened in May 2010.", Fit.MET),
        ("The hall opened in 2010.", "The hall opened before 2011.", Fit.MET),
        ("The hall opened in 2012.", "The hall opened before 2011.", Fit.OPPOSED),
        ("The hall opened in May 2010.", "The hall opened in June 2010.", Fit.OPPOSED),
        ("The hall opened in May 2010 and closed in June 2010.", "The hall opened in June 2010.", Fit.MET),
        ("The hall opened in 2010.", "The hall opened in May 2010.", Fit.OPEN),
        ("The hall opened.", "The hall opened in May 2010.", Fit.UNKNOWN),
    ],
)
def test_how_a_date_fits(a: str, b: str, fit: Fit) -> None:
    own = claims(b, "date")
    assert len(own) == 1
    assert date.fit_of(own[0], claims(a, "date")) is fit  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Oil prices rose.", "Oil prices fell.", True),
        ("The senate approved the plan.", "The plan was voted down by the senate.", True),
        ("Oil prices rose.", "Oil prices rose.", False),
        ("Oil prices rose and fell.", "Oil prices fell.", False),
        ("Oil is sold.", "Oil prices fell.", False),
        ("", "Oil prices fell.", False),
    ],
)
def test_opposites(a: str, b: str, *, expected: bool) -> None:
    assert polarity.tell_opposites(a, b) is expected
    assert polarity.tell_opposites(a.upper(), b.lower()) is expected


def test_a_text_of_many_figures_is_read_in_time() -> None:
    """A table is no statement: beyond forty figures none is looked at."""
    known = claims(" ".join(f"Town {n} has {n + 13} churches." for n in range(400)), "quantity")
    own = claims("The town has 31 churches.", "quantity")
    assert quantity.fit_of(own[0], known) in Fit  # type: ignore[arg-type]
