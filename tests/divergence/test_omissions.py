"""CC201 and CC202: what one source tells and another leaves out, and when silence is no omission."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from claimcheck.divergence.omissions import MAX_GATHERED, MAX_TOLD, MAX_TOLD_NEWS, absent, gathered, omission, told
from claimcheck.divergence.story import Story
from claimcheck.model import Alignment, Article, Bead, Context, Divergence, DivergenceType, Nearest, Severity
from claimcheck.reading import read_article

np = pytest.importorskip("numpy")

HEAD = "Storm hits valley\n\nA storm hit the valley on Monday night. It came from the west.\n\n"
"""A headline and a lead, which sum a story up; the sentence after them has the index 3."""

OTHER = f"{HEAD}Trains did not run."


def story_of(one: str, two: str, *, probability: float, closeness: float = 0.5) -> Story:
    """Two sources whose sentences are told by the other with `probability`."""
    readings = [read_article(Article(id=n, name=n, text=t, language="en"), Context()) for n, t in (("ap", one), ("afp", two))]
    left, right = (len(r.sentences) for r in readings)
    near = Nearest(sentence=right - 1, similarity=probability, told=probability)
    alignment = Alignment(
        left="ap",
        right="afp",
        links=(),
        closeness=closeness,
        left_only=(),
        right_only=(),
        nearest_left=(near,) * left,
        nearest_right=(Nearest(sentence=left - 1, similarity=probability, told=probability),) * right,
        probability=np.full((left, right), probability, dtype=np.float32),
    )
    return Story(readings=tuple(readings), alignments=(alignment,), context=Context())


def bead(*indices: int, source: str = "ap") -> Bead:
    return Bead(id=f"st{indices[0]}", sentences={source: indices})


def found(sentence: str, other: str = OTHER, *, probability: float = 0.0, closeness: float = 0.5) -> tuple[Divergence, ...]:
    story = story_of(HEAD + sentence, other, probability=probability, closeness=closeness)
    return omission(story, bead(3), absent(story, bead(3)))


@pytest.mark.parametrize(
    ("sentence", "code", "severity"),
    [
        ("Four civilians were hurt in Tarsk.", "CC201", Severity.WARNING),
        ("The bridge was destroyed.", "CC201", Severity.WARNING),
        ("Police arrested the harbour master.", "CC201", Severity.WARNING),
        ("The repair will cost 3 million euros.", "CC201", Severity.WARNING),
        ("The gale uprooted 900 trees.", "CC201", Severity.WARNING),
        ("Children went sledging in the park.", "CC202", Severity.NOTE),
    ],
)
def test_the_topic_of_what_is_left_out_makes_the_code(sentence: str, code: str, severity: Severity):
    (divergence,) = found(sentence)
    assert (divergence.code, divergence.severity, divergence.type) == (code, severity, DivergenceType.OMISSION)
    assert divergence.absent_from == ("afp",)
    assert [e.text for e in divergence.evidence] == [sentence]
    assert [e.source for e in divergence.nearest] == ["afp"]


def test_confidence_falls_with_the_probability_that_it_is_told_after_all():
    (sure,) = found("Children went sledging in the park.")
    (doubtful,) = found("Children went sledging in the park.", probability=MAX_TOLD)
    assert sure.confidence == 1.0
    assert doubtful.confidence == pytest.approx(1.0 - MAX_TOLD, abs=0.01)


@pytest.mark.parametrize(
    ("sentence", "limit"),
    [("Children went sledging in the park.", MAX_TOLD), ("Mayor Ilse Brandt went sledging in the park.", MAX_TOLD_NEWS)],
)
def test_above_the_limit_silence_is_in_doubt_and_no_omission(sentence: str, limit: float):
    assert len(found(sentence, probability=limit - 0.01)) == 1
    assert found(sentence, probability=limit + 0.01) == ()


def test_in_a_close_rewrite_a_higher_probability_still_leaves_out():
    sentence = "Children went sledging in the park."
    assert found(sentence, probability=0.4, closeness=0.5) == ()
    assert len(found(sentence, probability=0.4, closeness=0.9)) == 1


def test_telling_figures_that_the_other_gives_elsewhere_make_it_told():
    sentence = "The gale uprooted 41,300 trees."
    assert len(found(sentence)) == 1
    assert found(sentence, f"{HEAD}Foresters counted 41,300 fallen spruces.") == ()


def test_headlines_and_leads_are_never_left_out():
    story = story_of(f"{HEAD}Roofs flew.", OTHER, probability=0.0)
    assert [omission(story, bead(i), ("afp",)) for i in (0, 1, 2)] == [(), (), ()]
    assert len(omission(story, bead(3), ("afp",))) == 1


def test_a_source_that_tells_it_is_not_silent():
    story = story_of(f"{HEAD}Roofs flew.", OTHER, probability=0.0)
    both = Bead(id="st1", sentences={"ap": (3,), "afp": (3,)})
    assert absent(story, both) == ()
    assert omission(story, both, ()) == ()


def test_told_is_the_highest_probability_of_any_sentence_of_the_statement():
    assert told(story_of(f"{HEAD}Roofs flew.", OTHER, probability=0.3), bead(3), "afp") == 0.3


def test_the_reason_names_what_the_other_source_has_nowhere():
    (divergence,) = found("Mayor Ilse Brandt closed 12 schools.")
    assert "Ilse Brandt" in divergence.why
    assert "nowhere in afp" in divergence.why


def test_the_fingerprint_does_not_know_where_the_sentence_stands():
    (one,) = found("Four civilians were hurt in Tarsk.")
    moved = story_of(f"{HEAD}Fog came.\n\nFour civilians were hurt in Tarsk.", OTHER, probability=0.0)
    (two,) = omission(moved, bead(4), ("afp",))
    (three,) = found("Five civilians were hurt in Tarsk.")
    assert one.fingerprint == two.fingerprint != three.fingerprint


def gather(text: str, indices: Sequence[int]) -> tuple[Divergence, ...]:
    story = story_of(HEAD + text, OTHER, probability=0.0)
    return gathered([d for i in indices for d in omission(story, bead(i), ("afp",))], story)


def test_neighbours_of_one_paragraph_are_one_finding_told_by_the_weightiest():
    (divergence,) = gather("Children went sledging. Four civilians were hurt. Shops were shut.", (3, 4, 5))
    assert [e.sentence for e in divergence.evidence] == [3, 4, 5]
    assert (divergence.code, "Four civilians" in divergence.message) == ("CC201", True)


def test_sentences_of_two_paragraphs_and_distant_ones_stay_apart():
    assert len(gather("Children went sledging.\n\nShops were shut.", (3, 4))) == 2
    assert len(gather("Children went sledging. Trains were late. Shops were shut.", (3, 5))) == 2


def test_no_finding_gathers_more_than_the_limit():
    text = " ".join(f"Shop number {word} stayed dark." for word in "one two three four five six seven".split())
    sizes = [len(divergence.evidence) for divergence in gather(text, range(3, 10))]
    assert sizes == [MAX_GATHERED, 7 - MAX_GATHERED]


@pytest.mark.parametrize(
    ("sentence", "other", "code"),
    [
        ("Trains ran again two days after Ada Holm's death, the Tarsk depot said.", "Ada Holm died in the storm.", "CC202"),
        ("Speaking in Tarsk, the premier called the death a blow.", "Ada Holm died in the storm.", "CC202"),
        ("Speaking in Tarsk, the premier mourned the death of Ben Lund.", "Ada Holm died in the storm.", "CC201"),
        ("Ada Holm was arrested in Tarsk.", "Police arrested Holm.", "CC202"),
        ("Ada Holm was arrested in Tarsk.", "Police arrested Ben Lund.", "CC201"),
        ("Two men died in Tarsk.", "Ada Holm's death was mourned.", "CC201"),
    ],
)
def test_whose_death_or_arrest_the_other_tells_is_not_left_out_as_such(sentence: str, other: str, code: str):
    (divergence,) = found(sentence, f"{HEAD}{other}")
    assert divergence.code == code


@pytest.mark.parametrize(
    ("sentence", "other", "left_out"),
    [
        ("Nobody is to be laid off, the firm affirms.", "It says that no docker will be dismissed.", False),
        ("Nobody is to be laid off, the firm affirms.", "It says that 40 dockers will be dismissed.", True),
        ("Nobody is to be laid off, the firm affirms.", "It says that no ship will sail.", True),
    ],
)
def test_what_both_deny_is_told_by_both(sentence: str, other: str, left_out: bool):
    context = "Fog lay on the fields. Cows stood in the lane. A dog barked. The baker swept. Larks sang. Bells rang at noon. "
    assert bool(found(sentence, f"{HEAD}{context}{context}{other}")) is left_out


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("The premier called Ada Holm's death a blow.", "CC202"),
        ("The premier called Ben Lund's death a blow.", "CC201"),
        ("The premier said that Ada Holm had been killed in Tarsk.", "CC201"),
    ],
)
def test_a_death_that_its_own_source_has_told_is_left_out_once(sentence: str, code: str):
    story = story_of(f"{HEAD}Ada Holm died in the storm. {sentence}", OTHER, probability=0.0)
    (divergence,) = omission(story, bead(4), absent(story, bead(4)))
    assert divergence.code == code


def codes(text: str, indices: Sequence[int]) -> list[tuple[str, str, list[int]]]:
    return [(d.code, d.kind, [e.sentence for e in d.evidence]) for d in gather(text, indices)]


@pytest.mark.parametrize(
    "text",
    [
        "The state will spend $70 million on dykes.\n\nFarmers asked for the $70 million at once.",
        "The gale uprooted 900 trees.\n\nAll 900 trees are to be sold.",
        "The flood killed 14 people in Tarsk.\n\nThe 14 people killed were farmers.",
        "The gale left 14 dead in Tarsk.\n\nIn Tarsk 14 farmers were killed and two ferries sank.",
    ],
)
def test_a_figure_left_out_in_two_sentences_is_left_out_once(text: str):
    (divergence,) = gather(text, (3, 4))
    assert (divergence.code, [e.sentence for e in divergence.evidence]) == ("CC201", [3, 4])
    alone = [gather(text, (index,))[0] for index in (3, 4)]
    assert divergence.weight == max(each.weight for each in alone)
    assert divergence.members == tuple(sorted(each.fingerprint for each in alone))
    assert divergence.fingerprint not in divergence.members


@pytest.mark.parametrize(
    "text",
    [
        "The state will spend $70 million on dykes.\n\nFarmers asked for $80 million at once.",
        "The state will spend $70 million on dykes.\n\nThe bank has 70 million euros left.",
        "The gale uprooted 900 trees.\n\nSome 900 sheep were lost.",
        "Shares fell 14 percent.\n\nWater covers 14 percent of the valley.",
        "Two ferries sank off Tarsk.\n\nTwo ferries were late in the capital.",
        "The gale killed 14 people.\n\nPolice arrested 14 people.",
    ],
)
def test_figures_of_two_things_are_two_findings(text: str):
    assert [e.sentence for d in gather(text, (3, 4)) for e in d.evidence] == [3, 4]
    assert len(gather(text, (3, 4))) == 2


def test_the_finding_with_more_figures_takes_the_others_in_wherever_it_stands():
    many = "The state will spend $70 million on dykes and $9 billion on roads."
    text = f"Farmers asked for the $70 million.\n\nDrivers like the $9 billion.\n\n{many}"
    (divergence,) = gather(text, (3, 4, 5))
    assert many in divergence.message
    assert [e.sentence for e in divergence.evidence] == [3, 4, 5]
    moved = f"{many}\n\nDrivers like the $9 billion.\n\nFarmers asked for the $70 million."
    (other,) = gather(moved, (3, 4, 5))
    assert (other.fingerprint, other.members) == (divergence.fingerprint, divergence.members)


def test_what_a_sentence_tells_beside_the_figure_stays_a_finding():
    text = "The state will spend $70 million on dykes.\n\nPolice arrested a clerk over the $70 million."
    assert [kind for _, kind, _ in codes(text, (3, 4))] == ["money", "arrest"]


def test_of_two_tellers_the_message_names_the_one_that_gives_the_sum():
    texts = {"ap": "The firm paid a director $20 million.", "reuters": "The firm paid a director.", "afp": "Trains did not run."}
    readings = [
        read_article(Article(id=name, name=name, text=HEAD + text, language="en"), Context()) for name, text in texts.items()
    ]
    names = list(texts)
    alignments = []
    for one, two in (("ap", "reuters"), ("ap", "afp"), ("reuters", "afp")):
        left, right = (len(readings[names.index(name)].sentences) for name in (one, two))
        near = (Nearest(sentence=0, similarity=0.0, told=0.0),)
        alignments.append(
            Alignment(
                left=one,
                right=two,
                links=(),
                closeness=0.5,
                left_only=(),
                right_only=(),
                nearest_left=near * left,
                nearest_right=near * right,
                probability=np.zeros((left, right), dtype=np.float32),
            )
        )
    story = Story(readings=tuple(readings), alignments=tuple(alignments), context=Context())
    (divergence,) = omission(story, Bead(id="st1", sentences={"ap": (3,), "reuters": (3,)}), ("afp",))
    assert divergence.message.startswith("ap gives “$20 million”, afp does not")
    assert {e.source for e in divergence.evidence} == {"ap", "reuters"}
