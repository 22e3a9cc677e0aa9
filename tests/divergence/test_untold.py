"""How the line of an omission reads: it names the figure, and says of nobody that he has none of what he has elsewhere."""

from __future__ import annotations

import pytest

from tests.divergence.test_omissions import OTHER, found


@pytest.mark.parametrize(
    ("sentence", "begins"),
    [
        ("The repair will cost 3 million euros.", "ap gives “3 million euros”, afp does not: “The repair"),
        (
            "The repair will cost 3 million euros in Tarsk and 9 million euros in Orlow.",
            "ap gives “3 million euros” and “9 million",
        ),
        ("The gale uprooted 900 trees.", "ap gives “900 trees”, afp does not: “The gale"),
        ("Four civilians were hurt in Tarsk.", "ap reports casualties, afp does not: “Four civilians"),
        ("Children went sledging in the park.", "ap says something more that afp does not: “Children"),
    ],
)
def test_the_line_names_the_figure_or_the_topic(sentence: str, begins: str):
    (divergence,) = found(sentence)
    assert divergence.message.startswith(begins)


def test_who_has_the_topic_elsewhere_is_not_said_to_have_none_of_it():
    sentence = "The mayor of Tarsk said a fisherman had drowned in the river Orlow."
    (none,) = found(sentence)
    assert none.message.startswith("ap reports deaths, afp does not: “")
    (elsewhere,) = found(sentence, f"{OTHER} Two hikers died on the pass.")
    assert elsewhere.message.startswith("ap reports deaths that afp does not: “")


def test_a_figure_that_the_other_has_is_not_named():
    """Of two sums the line names the one that is left out, not the one that both give."""
    (divergence,) = found("The repair will cost 3 million euros, of 70 million euros in all.", f"{OTHER} It cost 70 million euros.")
    assert "gives “3 million euros”, afp" in divergence.message
