from claimcheck.align.events import events_of, people_of
from claimcheck.align.terms import content_stems, rarity, stem


def test_inflections_of_one_word_share_a_stem():
    pairs = [
        ("attacks", "attacked"),
        ("approving", "approve"),
        ("city", "City's"),
        ("quickly", "quick"),
        ("Kyiv’s", "Kyiv"),
    ]
    for one, two in pairs:
        assert stem(one) == stem(two), (one, two)


def test_unlike_words_keep_their_stems_apart():
    assert len({stem(w) for w in ("kill", "kiln", "ring", "sing", "sea", "seas on")}) >= 5


def test_stop_words_carry_nothing():
    assert content_stems("It was not only what they had said there.") == frozenset()


def test_separators_do_not_part_equal_figures():
    assert content_stems("200,000 men") & content_stems("200000 women") == {"200000"}


def test_a_term_of_every_sentence_weighs_less_than_one_of_a_single_sentence():
    weights = rarity([frozenset({"lyman", "bodies"}), frozenset({"lyman"}), frozenset({"lyman", "gas"})])
    assert weights["lyman"] < weights["bodies"] == weights["gas"] <= 1


def test_words_of_one_sort_of_event_or_person_meet():
    assert events_of(content_stems("He was shot dead.")) & events_of(content_stems("A homicide, police said."))
    assert people_of(content_stems("The toddler slept.")) & people_of(content_stems("Her son slept."))
    assert not events_of(content_stems("The bakery opens early."))
