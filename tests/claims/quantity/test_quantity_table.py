"""The table of fixtures/claims/quantity.toml."""

from __future__ import annotations

import math
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from claimcheck.claims.quantity import Quantity, compare, extract
from claimcheck.model import Article, Claim, Context, Passage, Relation, Sentence, Span

_TABLE = tomllib.loads((Path(__file__).parents[3] / "fixtures" / "claims" / "quantity.toml").read_text(encoding="utf-8"))


def sentences(text: str, *, name: str = "s1", as_of: str = "") -> list[Sentence]:
    """One sentence a line."""
    article = Article(id=name, name=name, text=text, as_of=datetime.fromisoformat(as_of) if as_of else None)
    found, start = [], 0
    for index, line in enumerate(text.split("\n")):
        found.append(Sentence(article=article, index=index, span=Span(start, start + len(line)), paragraph=index))
        start += len(line) + 1
    return found


def read(text: str) -> tuple[Claim[Quantity], ...]:
    return extract(sentences(text), Context())


def passage(text: str, *, name: str, as_of: str = "") -> Passage[Quantity]:
    lines = sentences(text.strip(), name=name, as_of=as_of)
    beside = [line for line in lines if line.text.startswith("> ")]
    inside = [line for line in lines if not line.text.startswith("> ")]
    return Passage(sentences=tuple(inside), claims=extract(inside, Context()), elsewhere=extract(beside, Context()))


def bound(value: float | None, infinite: float) -> float:
    return infinite if value is None else value


@pytest.mark.parametrize("row", _TABLE["read"], ids=lambda row: row["text"][:50])
def test_reads(row: dict[str, Any]) -> None:
    claims = read(row["text"])
    for words, low, high, hedge, thing, *state in row["figures"]:
        start = row["text"].index(words)
        hits = [claim for claim in claims if claim.start < start + len(words) and start < claim.end]
        assert len(hits) == 1, (words, [claim.text for claim in claims])
        value = hits[0].value
        assert (bound(value.low, -math.inf), bound(value.high, math.inf)) == pytest.approx((low, high)), words
        assert value.hedge == hedge, words
        assert (value.unit or value.counted) == thing, words
        if state:
            assert value.state == state[0], words
    assert len(claims) == len(row["figures"]), [claim.text for claim in claims]


@pytest.mark.parametrize("row", _TABLE["trap"], ids=lambda row: row["text"][:50])
def test_traps(row: dict[str, Any]) -> None:
    claims = read(row["text"])
    for words in row["words"]:
        start = row["text"].index(words)
        assert not [claim.text for claim in claims if claim.start < start + len(words) and start < claim.end], words


@pytest.mark.parametrize("row", _TABLE["pair"], ids=lambda row: row["what"])
def test_pairs(row: dict[str, Any]) -> None:
    left = passage(row["left"], name="s1", as_of=row.get("as_of_left", ""))
    right = passage(row["right"], name="s2", as_of=row.get("as_of_right", ""))
    for one, other in ((left, right), (right, left)):
        codes = {comparison.code for comparison in compare(one, other, Context())} - {None}
        assert codes == ({row["code"]} if row["code"] else set())
    if row.get("agree"):
        relations = [comparison.relation for comparison in compare(left, right, Context())]
        assert relations
        assert set(relations) == {Relation.ENTAILMENT}


_SEEDS = sorted((Path(__file__).parents[4] / "shared" / "seeds").glob("*.txt"))


@pytest.mark.skipif(len(_SEEDS) < 2, reason="needs the two seed articles beside the repository")
def test_seed_articles_give_no_numeric_contradiction() -> None:
    """Every number that both articles give agrees, whichever sentences are put side by side."""
    one, other = (
        [line for line in sentences(path.read_text(encoding="utf-8"), name=path.stem) if line.text] for path in _SEEDS[:2]
    )
    for left in one:
        for right in other:
            first = Passage(sentences=(left,), claims=extract([left], Context()))
            second = Passage(sentences=(right,), claims=extract([right], Context()))
            assert not [found.message for found in compare(first, second, Context()) if found.code]
