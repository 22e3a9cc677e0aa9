"""Alignment on hand-made vectors: what is tested is the use of evidence, not the model."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.align import align, grouped, join
from claimcheck.align.features import matrix, neighbours
from claimcheck.align.terms import terms_of
from claimcheck.model import AlignedPair, Alignment, Article, Claim, Reading, Sentence, Span


def reading(name: str, *sentences: str) -> Reading:
    text = "\n\n".join(sentences)
    article = Article(id=name, name=name, text=text)
    spans, start = [], 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 2
    found = tuple(Sentence(article=article, index=i, span=span, paragraph=i) for i, span in enumerate(spans))
    return Reading(article=article, sentences=found)


def vectors(*rows: list[float]) -> np.ndarray:
    found = np.array(rows, dtype=np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


A = reading(
    "a",
    "The dam broke at dawn near Ustky.",
    "Two farms were flooded.",
    "The mayor thanked the crews.",
    "Schools stay shut until Monday.",
)
B = reading(
    "b",
    "Crews were thanked by the mayor.",
    "At dawn the dam near Ustky broke.",
    "A concert was called off.",
    "The river carries 400 tons of silt a year.",
)
VA = vectors([1, 0, 0, 0, 0], [0.5, 0.5, 0.7, 0, 0], [0, 1, 0, 0, 0], [0, 0, 0.2, 0, 1])
VB = vectors([0, 1, 0.1, 0, 0], [1, 0.1, 0, 0, 0], [0, 0, 0, 1, 0], [0, 0, 1, 0.5, 0])


def test_order_of_the_articles_does_not_matter_to_what_is_linked():
    found = align(A, B, VA, VB)
    assert {(p.left, p.right) for p in found.links} == {((0,), (1,)), ((2,), (0,))}
    assert found.left_only == (1, 3)
    assert found.right_only == (2, 3)


def test_swapping_the_two_articles_swaps_the_links():
    forth, back = align(A, B, VA, VB), align(B, A, VB, VA)
    assert {(p.left, p.right) for p in forth.links} == {(p.right, p.left) for p in back.links}
    np.testing.assert_allclose(forth.probability, back.probability.T, atol=2e-4)


def test_every_sentence_knows_its_nearest():
    found = align(A, B, VA, VB)
    assert [n.sentence for n in found.nearest_left][::2] == [1, 0]
    assert len(found.nearest_right) == 4


def test_an_empty_article_aligns_with_nothing():
    empty = reading("e")
    found = align(A, empty, VA, np.zeros((0, 5), dtype=np.float32))
    assert found.links == ()
    assert found.left_only == (0, 1, 2, 3)


def test_shared_rare_words_speak_for_a_pair_where_cosine_is_equal():
    filler = ["Trams were late.", "The fair opened.", "Rain is due.", "A cup final was lost."]
    left = reading("l", "Inspectors found benzene in the well at Harrow Lane.", *filler)
    right = reading(
        "r", "At Harrow Lane the well held benzene, inspectors said.", "Officials spoke of several matters that day.", *filler[:2]
    )
    found = align(left, right, vectors(*[[1, 0]] * 5), vectors(*[[1, 0]] * 4))
    assert found.probability[0, 0] > found.probability[0, 1] + 0.2


def test_neighbours_lend_their_sureness():
    sure = np.array([[0.9, 0.0], [0.0, 0.2]], dtype=np.float32)
    assert neighbours(sure)[1, 1] == pytest.approx(0.9)
    assert neighbours(sure)[0, 1] == 0.0


def test_features_stay_within_bounds_for_any_two_articles():
    found = matrix(terms_of(A), terms_of(B), VA @ VB.T)
    assert found.shape[:2] == (4, 4)
    assert np.isfinite(found).all()


def alignment(left: str, right: str, probability: list[list[float]]) -> Alignment:
    sure = np.array(probability, dtype=np.float32)
    links = sorted(((float(sure[i, j]), i, j) for i, j in np.argwhere(sure >= 0.5)), reverse=True)
    return Alignment(
        left=left,
        right=right,
        links=tuple(AlignedPair(left=(int(i),), right=(int(j),), similarity=s) for s, i, j in links),
        closeness=0.7,
        left_only=(),
        right_only=(),
        nearest_left=(),
        nearest_right=(),
        probability=sure,
    )


def test_three_sources_make_one_bead():
    readings = [reading(n, "One thing.") for n in "abc"]
    beads = join(readings, [alignment("a", "b", [[0.9]]), alignment("a", "c", [[0.8]]), alignment("b", "c", [[0.7]])])
    assert [dict(b.sentences) for b in beads] == [{"a": (0,), "b": (0,), "c": (0,)}]


def test_a_chain_of_unlike_ends_is_broken():
    """a-b and b-c are alike, a and c are not: average linkage keeps the weaker link out."""
    readings = [reading(n, "One thing.") for n in "abc"]
    beads = join(readings, [alignment("a", "b", [[0.9]]), alignment("a", "c", [[0.0]]), alignment("b", "c", [[0.6]])])
    assert [dict(b.sentences) for b in beads] == [{"a": (0,), "b": (0,)}, {"c": (0,)}]


def test_one_sentence_may_tell_what_two_of_another_do():
    readings = [reading("a", "Both things in one."), reading("b", "One thing.", "The other.")]
    beads = join(readings, [alignment("a", "b", [[0.8, 0.7]])])
    assert [dict(b.sentences) for b in beads] == [{"a": (0,), "b": (0, 1)}]


def test_grouped_links_are_the_same_links_n_to_m():
    singles = alignment("a", "b", [[0.9, 0.8, 0.1], [0.7, 0.6, 0.2], [0.1, 0.1, 0.95]]).links
    found = grouped(singles)
    assert [(p.left, p.right, pytest.approx(p.similarity)) for p in found] == [((0, 1), (0, 1), 0.9), ((2,), (2,), 0.95)]
    assert {(i, j) for p in found for i in p.left for j in p.right} == {(p.left[0], p.right[0]) for p in singles}


def test_a_second_sentence_of_a_quotation_belongs_with_its_first():
    text = "“It boomed,” she said. “I can’t hear well.”"
    article = Article(id="a", name="a", text=text)
    sentences = (
        Sentence(article=article, index=0, span=Span(0, 22), paragraph=0),
        Sentence(article=article, index=1, span=Span(23, len(text)), paragraph=0),
    )
    claims = tuple(Claim(kind="quote", sentence=s, span=s.span, value=None, key="q") for s in sentences)
    quoted = Reading(article=article, sentences=sentences, claims=claims)
    beads = join([quoted, reading("b", "Something else.")], [alignment("a", "b", [[0.0], [0.0]])])
    assert dict(beads[0].sentences) == {"a": (0, 1)}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_sentence_lies_in_exactly_one_bead(data):
    """ARCHITECTURE: no sentence is dropped. Every sentence of every source is in one bead and in no other."""
    sizes = data.draw(st.lists(st.integers(1, 4), min_size=2, max_size=4))
    readings = [reading(f"r{k}", *[f"Sentence {i}." for i in range(n)]) for k, n in enumerate(sizes)]
    share = st.floats(0, 1, width=32)
    alignments = [
        alignment(f"r{i}", f"r{j}", [[data.draw(share) for _ in range(sizes[j])] for _ in range(sizes[i])])
        for i, j in combinations(range(len(sizes)), 2)
    ]
    beads = join(readings, alignments)
    seen = sorted((source, i) for bead in beads for source, indices in bead.sentences.items() for i in indices)
    assert seen == sorted((f"r{k}", i) for k, n in enumerate(sizes) for i in range(n))
