"""Every kind is registered, has its table of pairs that must and must not fire, and keeps the manners of kinds."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.claims import KINDS
from claimcheck.model import Article, Context, Passage, Relation, Sentence, Span
from claimcheck.rules import RULES

TABLES = Path(__file__).parents[2] / "fixtures" / "claims"
ROOMS = Path(__file__).parents[2] / "claimcheck" / "claims"


def passage(text: str, kind: str, name: str) -> Passage:
    article = Article(id=name, name=name, text=text)
    sentence = Sentence(article=article, index=0, span=Span(0, len(text)), paragraph=0)
    return Passage(sentences=(sentence,), claims=KINDS[kind].extract((sentence,), Context()))


def test_every_room_under_claims_is_a_registered_kind():
    rooms = {path.name for path in ROOMS.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert rooms == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_pairs_that_fire_and_pairs_that_do_not(kind):
    rows = tomllib.loads((TABLES / f"{kind}.toml").read_text(encoding="utf-8"))["pair"]
    codes = [row["code"] for row in rows]
    assert codes.count("") >= 5
    assert len(codes) - codes.count("") >= 5
    assert {code for code in codes if code} <= set(RULES)


SENTENCES = (
    "At least 18 soldiers were killed near Lyman on Monday, Governor Ivan Petrov said.",
    "“We will not give up the harbour,” said Mayor Lena Orlova, who may resign.",
    "Police denied that the bridge had been hit; no one was hurt.",
    "The company paid $1.2 billion for 40 percent of the port in May 2021.",
    "The House of Commons reportedly approved the treaty by 312 votes to 290.",
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", SENTENCES)
def test_a_passage_never_contradicts_itself(kind, text):
    """ARCHITECTURE: compare(v, v) entails."""
    found = KINDS[kind].compare(passage(text, kind, "a"), passage(text, kind, "b"), Context())
    assert [c for c in found if c.code] == []
    assert {c.relation for c in found} <= {Relation.ENTAILMENT}


words = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=80)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None)
@given(text=words)
def test_spans_lie_inside_the_sentence_for_any_text(kind, text):
    """A claim's span is absolute and lies in its sentence, whatever the text."""
    if not text.strip():
        return
    for claim in passage(text, kind, "a").claims:
        assert claim.sentence.span.covers(claim.span)
        assert claim.text == text[claim.start : claim.end] != ""
        assert claim.kind == kind
        assert isinstance(claim.key, str)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None)
@given(one=st.sampled_from(SENTENCES), two=st.sampled_from(SENTENCES))
def test_contradiction_is_symmetric(kind, one, two):
    """ARCHITECTURE: contradiction is symmetric. What `a` holds against `b`, `b` holds against `a`."""
    forth = KINDS[kind].compare(passage(one, kind, "a"), passage(two, kind, "b"), Context())
    back = KINDS[kind].compare(passage(two, kind, "b"), passage(one, kind, "a"), Context())
    against = sorted(c.code or "" for c in forth if c.relation is Relation.CONTRADICTION)
    assert against == sorted(c.code or "" for c in back if c.relation is Relation.CONTRADICTION)
