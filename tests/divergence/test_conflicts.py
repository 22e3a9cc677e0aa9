"""Contradictions and shifts of one statement: one divergence a disagreement, with all its evidence, whichever sources show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from claimcheck.claims.quantity.value import Quantity
from claimcheck.divergence.conflicts import Met, conflicts, divergence_of, identity, meet, merged
from claimcheck.divergence.speakers import joined
from claimcheck.divergence.story import Story
from claimcheck.model import (
    Alignment,
    Article,
    Bead,
    Claim,
    Comparison,
    Context,
    Divergence,
    Nearest,
    Reading,
    Relation,
    Severity,
    Span,
)
from claimcheck.reading import read_article
from claimcheck.rules import RULES

np = pytest.importorskip("numpy")


def read(name: str, text: str) -> Reading:
    return read_article(Article(id=name, name=f"the {name}", text=text, language="en"), Context())


def story_of(texts: Mapping[str, str], *, probability: float = 1.0) -> Story:
    """A story whose sentences all tell the same thing as surely as `probability`."""
    readings = tuple(read(name, text) for name, text in texts.items())
    alignments = tuple(
        Alignment(
            left=one.article.id,
            right=two.article.id,
            links=(),
            closeness=1.0,
            left_only=(),
            right_only=(),
            nearest_left=tuple(Nearest(sentence=0, similarity=probability, told=probability) for _ in one.sentences),
            nearest_right=tuple(Nearest(sentence=0, similarity=probability, told=probability) for _ in two.sentences),
            probability=np.full((len(one.sentences), len(two.sentences)), probability, dtype=np.float32),
        )
        for number, one in enumerate(readings)
        for two in readings[number + 1 :]
    )
    return Story(readings=readings, alignments=alignments, context=Context())


def whole(story: Story) -> Bead:
    return Bead(id="st1", sentences={r.article.id: tuple(range(len(r.sentences))) for r in story.readings})


def found(story: Story) -> tuple[Divergence, ...]:
    bead = whole(story)
    return conflicts(story, bead, meet(story, bead))


THREE = "Three people were killed in the blast at the mill."
FIVE = "Five people were killed in the blast at the mill."


def test_two_sources_that_differ_are_one_divergence_with_both_passages():
    (divergence,) = found(story_of({"ap": THREE, "afp": FIVE}))
    assert (divergence.code, divergence.severity, divergence.statement) == ("CC101", Severity.ERROR, "st1")
    assert [(e.source, [m.text for m in e.marks]) for e in divergence.evidence] == [
        ("ap", ["Three people"]),
        ("afp", ["Five people"]),
    ]
    assert divergence.message.index("the ap") < divergence.message.index("the afp")


def test_sources_that_agree_have_none():
    assert found(story_of({"ap": THREE, "afp": THREE})) == ()


def test_a_third_source_on_one_side_adds_evidence_and_no_finding():
    (divergence,) = found(story_of({"ap": THREE, "afp": FIVE, "dpa": THREE}))
    assert [e.source for e in divergence.evidence] == ["ap", "afp", "dpa"]
    assert "the ap (and the dpa)" in divergence.message


def test_what_is_known_of_two_sources_is_a_member_of_what_three_disagree_in():
    """Who has settled a disagreement of two sources has settled that much of it when a third one repeats it."""
    (two,) = found(story_of({"ap": THREE, "afp": FIVE}))
    (other,) = found(story_of({"dpa": THREE, "afp": FIVE}))
    (three,) = found(story_of({"ap": THREE, "afp": FIVE, "dpa": THREE}))
    assert three.members == tuple(sorted((two.fingerprint, other.fingerprint)))
    assert (two.members, three.fingerprint in three.members) == ((), False)


def test_a_fourth_source_adds_the_pairs_that_disagree_and_no_other():
    (three,) = found(story_of({"ap": THREE, "afp": FIVE, "dpa": THREE}))
    (four,) = found(story_of({"ap": THREE, "afp": FIVE, "dpa": THREE, "efe": FIVE}))
    assert set(three.members) < set(four.members)
    assert len(four.members) == 4  # of the six pairs of four sources two agree


def test_three_sources_with_three_figures_are_three_disagreements():
    story = story_of({"ap": THREE, "afp": FIVE, "dpa": FIVE.replace("Five", "Nine")})
    assert sorted(sorted(e.source for e in d.evidence) for d in found(story)) == [["afp", "ap"], ["afp", "dpa"], ["ap", "dpa"]]


def test_every_pair_of_sources_of_a_statement_meets_once_and_no_other():
    story = story_of({"ap": THREE, "afp": FIVE, "dpa": THREE})
    assert [(m.left, m.right) for m in meet(story, whole(story))] == [("ap", "afp"), ("ap", "dpa"), ("afp", "dpa")]
    assert meet(story, Bead(id="st1", sentences={"ap": (0,)})) == ()


def test_doubt_about_the_alignment_halves_the_confidence_at_most():
    (sure,) = found(story_of({"ap": THREE, "afp": FIVE}, probability=1.0))
    (unsure,) = found(story_of({"ap": THREE, "afp": FIVE}, probability=0.0))
    assert unsure.confidence == pytest.approx(sure.confidence / 2, abs=0.01)


def test_what_is_compared_without_alignment_keeps_its_confidence():
    story = story_of({"ap": THREE, "afp": FIVE}, probability=0.0)
    bead = whole(story)
    (met,) = meet(story, bead)
    (comparison,) = [c for c in met.comparisons if c.code]
    assert divergence_of(story, bead, [(met, comparison)], aligned=False).confidence == round(comparison.confidence, 2)


def test_names_with_braces_stay_as_they_are():
    readings = [
        read_article(Article(id=i, name=n, text=t, language="en"), Context())
        for i, n, t in (("a", "{right}", THREE), ("b", "wire", FIVE))
    ]
    story = Story(readings=tuple(readings), alignments=story_of({"a": THREE, "b": FIVE}).alignments, context=Context())
    (divergence,) = found(story)
    assert "{right}" in divergence.message
    assert "{left}" not in divergence.message


def comparison(left: str, right: str, **changed: object) -> Comparison[Quantity]:
    sentence = read("ap", THREE).sentences[0]
    claims = [
        Claim(kind="quantity", sentence=sentence, span=Span(0, 5), value=Quantity(low=1.0, high=1.0), key=key)
        for key in (left, right)
    ]
    given = {
        "relation": Relation.CONTRADICTION,
        "confidence": 0.8,
        "code": "CC101",
        "message": "{left} {right}",
        "why": "so",
        **changed,
    }
    return Comparison(kind="quantity", left=(claims[0],), right=(claims[1],), **given)  # type: ignore[arg-type]


def test_a_disagreement_is_the_same_whichever_side_is_left():
    assert identity(comparison("3|person", "5|person")) == identity(comparison("5|person", "3|person"))
    assert identity(comparison("3|person", "5|person")) != identity(comparison("3|person", "6|person"))
    assert identity(comparison("3|person", "5|person")) != identity(comparison("3|person", "5|person", code="CC401"))


def test_a_severity_of_the_kind_goes_before_that_of_the_rule():
    story = story_of({"ap": THREE, "afp": FIVE})
    bead = whole(story)
    own = comparison("3|person", "5|person", severity=Severity.NOTE)
    met = Met(left="ap", right="afp", comparisons=(own,))
    assert divergence_of(story, bead, [(met, own)]).severity is Severity.NOTE
    assert RULES["CC101"].severity is not Severity.NOTE


def test_one_fingerprint_is_told_once_by_the_surer_with_the_evidence_of_both():
    (one,) = found(story_of({"ap": THREE, "afp": FIVE}, probability=0.2))
    (two,) = found(story_of({"ap": f"Police spoke. {THREE}", "afp": FIVE}, probability=0.9))
    assert one.fingerprint == two.fingerprint
    (both,) = merged((one, two))
    assert both.confidence == max(one.confidence, two.confidence)
    assert {(e.source, e.sentence) for e in both.evidence} == {("ap", 0), ("ap", 1), ("afp", 0)}
    assert len(merged((two, one))) == 1


def test_other_fingerprints_stay_apart_and_in_their_order():
    (one,) = found(story_of({"ap": THREE, "afp": FIVE}))
    (two,) = found(story_of({"ap": THREE, "afp": FIVE.replace("Five", "Nine")}))
    assert merged((two, one)) == (two, one)


def test_a_source_without_a_claim_of_its_own_shows_its_passage():
    hedged = "Troops may have reached the border town of Lund."
    plain = "Troops have reached the border town of Lund."
    (divergence,) = [d for d in found(story_of({"ap": hedged, "afp": plain})) if d.code == "CC303"]
    assert {e.source: e.text for e in divergence.evidence} == {"ap": hedged, "afp": plain}


SPEECH = (
    "“We will rebuild every house in the valley before the winter comes,” {0} said. "
    "“Nobody will be left behind in the cold of the mountains,” {0} said."
)


def given(texts: Mapping[str, str]) -> tuple[Divergence, ...]:
    """The findings of words that are given to several speakers; the sources by who speaks in each."""
    story = story_of({name: SPEECH.format(speaker) for name, speaker in texts.items()})
    return tuple(d for d in found(story) if d.code == "CC302" and d.kind == "quote")


def test_each_source_stands_on_the_side_of_its_speaker():
    (divergence,) = joined(given({"ap": "Ada Holm", "afp": "Ben Lund"}))
    message = divergence.message
    assert message.index("the ap gives") < message.index("Ada Holm") < message.index("the afp gives") < message.index("Ben Lund")
    assert "(and" not in message


def test_the_third_source_stands_on_the_side_of_its_speaker():
    divergences = given({"ap": "Ada Holm", "afp": "Ben Lund", "dpa": "Ada Holm"})
    assert divergences
    assert all("the ap (and the dpa) gives" in d.message and "the afp gives" in d.message for d in divergences)


def spoken(sentence: int, other: str) -> Divergence:
    """The finding with its evidence in one sentence of each source."""
    first = given({"ap": "Ada Holm", "afp": other})[0]
    by_source = {each.source: replace(each, sentence=sentence) for each in first.evidence if each.marks}
    return replace(first, fingerprint=f"{sentence:016x}", evidence=tuple(by_source.values()), members=())


def test_the_next_sentence_given_to_the_same_two_speakers_joins_and_a_distant_or_other_one_does_not():
    near, next_, far = spoken(3, "Ben Lund"), spoken(4, "Ben Lund"), spoken(20, "Ben Lund")
    (one,) = joined((near, next_))
    assert one.members == (near.fingerprint, next_.fingerprint)
    assert [(e.source, e.sentence) for e in one.evidence] == [("afp", 3), ("afp", 4), ("ap", 3), ("ap", 4)]
    assert len(joined((near, far))) == 2
    assert len(joined((near, spoken(4, "Cara Dahl")))) == 2
