"""Numbers that stand alone and count nothing: rows of a table, “one” as a pronoun, a stray fraction."""

from __future__ import annotations

from claimcheck.claims.quantity.lexicon import STATE_OF
from claimcheck.claims.quantity.numerals import GLYPHS, SCALES, SMALL
from claimcheck.claims.quantity.ranges import Stretch
from claimcheck.claims.quantity.tokens import HYPHENS, Tokens


def in_table(tokens: Tokens, i: int) -> bool:
    """True inside a row of bare numbers ("12 34 56", "one one one"): a table, not prose, and it says nothing of what it counts."""
    if not tokens.numeric[i]:
        return tokens.words[i] == tokens.word(i + 1) and tokens.words[i] in SMALL
    before, after = tokens.is_number(i - 1), tokens.is_number(i + 1)
    return (before and after) or (after and tokens.is_number(i + 2)) or (before and tokens.is_number(i - 2))


_NO_ONE_BEFORE = frozenset("no any every each some the this that another which other not".split())
_NO_ONE_AFTER = frozenset(
    "another day of hand who that which whose to in on at with by for from as is was has had can could would will should may might "
    "does did and or but thing time wants knows said says must where way side i we he she they you it the a an too were are "
    "be if".split()
)


_ADJECTIVES = frozenset(
    "loved little good bad big new old right wrong only same first last next latest previous former better best worse worst "
    "small large easy difficult hard tough great nice bright dark young evil chosen special different similar single main final "
    "close strong weak serious fatal deadly positive negative real true false important likely lucky unlucky".split()
)


def no_figure(tokens: Tokens, stretch: Stretch) -> bool:
    """“one” as a pronoun, a vulgar fraction that measures nothing ("9/11" never comes here, "3/4" may be a date)."""
    amount, j = stretch.low, stretch.last
    if stretch.low is stretch.high and tokens.word(j) == tokens.words[amount.first] and not amount.unit:
        return True
    if (
        amount.numeral.fraction
        and not amount.numeral.in_words
        and not amount.unit
        and tokens.words[amount.numeral.first] not in GLYPHS
    ):
        return tokens.word(j) != "of" and tokens.word(j) not in HYPHENS
    if tokens.words[amount.numeral.first] == "one" and amount.unit in ("day", "night") and stretch.low is stretch.high:
        return _some_day(tokens, stretch)
    if tokens.words[amount.numeral.first] != "one" or amount.last != amount.first + 1 or stretch.low is not stretch.high:
        return False
    return _pronoun(tokens, amount.first)


_LASTS_BEFORE = frozenset(
    "for in within after only just least most than about over under took takes lasted lasts last every and or to by of".split()
)
_LASTS_AFTER = frozenset("after before later earlier ago long old off from apart to and or".split()) | HYPHENS


def _some_day(tokens: Tokens, stretch: Stretch) -> bool:
    """“One day it will end” tells of no length of time; "for one day", "one day after" do."""
    before, after = tokens.word(stretch.first - 1), tokens.word(stretch.last)
    hyphen = any(word in HYPHENS for word in tokens.words[stretch.first : stretch.last])
    return not (hyphen or before in _LASTS_BEFORE or after in _LASTS_AFTER)


def _counts_on(tokens: Tokens, i: int) -> bool:
    """“The first one million”, "the last one hundred metres": the "one" at `i` goes on as a number."""
    return tokens.word(i + 1) in SCALES or tokens.word(i + 1) in ("percent", "per", "point")


def _pronoun(tokens: Tokens, i: int) -> bool:
    """True where "one" stands for a person or thing and counts none ("no one", "the one", "one of the").

    A hedge makes it a number ("at least one of the men").
    """
    after = tokens.word(i + 1)
    if tokens.word(i - 1) == "least" or after in ("more", "other"):
        return False
    if after in ("was", "is", "has", "by") and tokens.word(i - 1) not in _NO_ONE_BEFORE:
        return tokens.word(i + 2) not in STATE_OF  # "one was shot", "one by one"
    if after == "after" and tokens.word(i + 2) in ("another", "the"):
        return True
    if tokens.word(i - 1) in _ADJECTIVES and not _counts_on(tokens, i):
        return True
    toll = after in ("dead", "killed", "injured", "wounded", "missing", "critically")
    if tokens.word(i - 1) in _NO_ONE_BEFORE or after in _NO_ONE_AFTER or after in HYPHENS:
        return True
    return not after.isalpha() if not toll else False
