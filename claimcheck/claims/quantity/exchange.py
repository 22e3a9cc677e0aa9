"""Rates of exchange: "the dollar bought 157.25 yen" is a price in yen of one dollar, "1.08 dollars to the euro" one in dollars."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from claimcheck.claims._lexicon.moments import moments_at
from claimcheck.claims.quantity import money
from claimcheck.claims.quantity.contexts import MINUTES_SHARE, is_priced, of_one_price
from claimcheck.claims.quantity.lexicon import STOP
from claimcheck.claims.quantity.tokens import Tokens
from claimcheck.claims.quantity.value import Quantity
from claimcheck.model import Claim

_NAMED_FIRST = ("EUR", "GBP", "AUD", "NZD", "USD", "CAD", "CHF")
"""Of two currencies the one that markets give the price of ("euro-dollar at 1.08"), by the usage of ISO 4217 pairs."""
_POUNDS = {"egyptian": "EGP", "lebanese": "LBP", "syrian": "SYP"}
_BEFORE = frozenset("to per for against versus vs /".split())
_EITHER_WAY = frozenset(("against", "versus", "vs"))
_DETERMINERS = frozenset(("the", "a", "an", "one", "1", "each", "every"))
_LINKS = frozenset("bought buys buying buy fetched fetches fetching worth at to hit reached touched from".split())
_HEDGES = frozenset("about around roughly nearly almost just over under above below some only up down as low high or".split())
_ENDS = frozenset((";", ":", ".", "(", ")", "“", "”", '"', "while", "but", "and"))
_BASE_REACH = 14
_CLAIM_REACH_CHARS = 60

_EXTREME = re.compile(
    r"\b(?:high|low|peak|trough|open(?:ed|ing)?|record|intraday|early|late|midday|morning|afternoon|overnight|session|average)\b",
    re.I,
)
_MARKET_PLACE = re.compile(r"\bin (?:early |late |morning |afternoon )?(?P<place>[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20})?)")


def is_rate(value: Quantity) -> bool:
    """Whether a sum is the price of one unit of another currency."""
    return value.kind == "money" and value.per in money.CODES


def as_rate(tokens: Tokens, first: int, last: int, value: Quantity) -> Quantity:
    """The value as a rate where the words say so, in the unit of its price, `per` the currency that is priced; else unchanged.

    The amount lies over the tokens `first` to `last` (exclusive), its currency included where it has one.
    """
    if value.kind not in ("money", "count") or value.direction or (value.kind == "count" and value.counted):
        return value
    mark, priced = _priced_after(tokens, last)
    subject = _subject(tokens, first)
    if value.kind == "money":
        base = priced or (subject if _is_linked(tokens, first) else "")
        return replace(value, per=base, counted="") if base and base != value.unit else value
    if not priced or not subject or priced == subject:
        return value
    base = min((priced, subject), key=_rank) if mark in _EITHER_WAY else priced
    price = subject if base == priced else priced
    return replace(value, kind="money", unit=price, per=base, elliptic=False, state="", place="")


def _rank(code: str) -> int:
    return _NAMED_FIRST.index(code) if code in _NAMED_FIRST else len(_NAMED_FIRST)


def _priced_after(tokens: Tokens, j: int) -> tuple[str, str]:
    """The word and the currency of "to the euro", "per dollar", "against the pound" at token `j`; "" where none is there."""
    mark = tokens.word(j)
    k = j + 1
    while tokens.word(k) in _DETERMINERS:
        k += 1
    if mark not in _BEFORE or tokens.word(k - 1) in money.SYMBOLS:
        return "", ""
    found = money.after(tokens, k, large=True)
    if found is None or found.factor != 1.0 or found.code not in money.CODES:
        return "", ""
    following = tokens.word(found.last)
    return ("", "") if following.isalpha() and following not in STOP else (mark, found.code)


def _is_linked(tokens: Tokens, first: int) -> bool:
    k = first - 1
    while tokens.word(k) in _HEDGES:
        k -= 1
    return tokens.word(k) in _LINKS or (tokens.word(k) == "of" and tokens.word(k - 1) in ("high", "low", "peak", "record"))


def _subject(tokens: Tokens, first: int) -> str:
    """The currency that the clause before token `first` tells of in the singular ("the euro", "one pound"); "" for none."""
    found = ""
    for k in range(first - 1, max(-1, first - _BASE_REACH), -1):
        word = tokens.words[k]
        if word in _ENDS:
            break
        if (word in money.NAMES or word == "pound") and not (tokens.numeric[k - 1] and tokens.word(k - 1) != "1"):
            found = _code(tokens, k) or found
    return found


def _code(tokens: Tokens, k: int) -> str:
    """The currency that the name at token `k` means, by the adjective before it; "" where that is not known."""
    word, before = tokens.words[k], tokens.word(k - 1)
    if word == "pound":
        return _POUNDS.get(before, "GBP") if before in _DETERMINERS or before in ("british", *_POUNDS) else ""
    code, adjectives = money.NAMES[word]
    code = adjectives.get(before, code)
    is_noun = (
        before in _DETERMINERS or before in adjectives or tokens.capital(k - 1) or k == 0 or word == "sterling" or before == "."
    )
    return code if is_noun and code in money.CODES else ""


def may_be_of_one_moment(left: Claim[Quantity], right: Claim[Quantity]) -> bool:
    """Whether two rates of one pair may be told of one moment: a market moves by the minute, and from day to day.

    Two days that are named are for the caller to see; where none is, those of the articles count.
    """
    texts = [_beside(claim) for claim in (left, right)]
    extremes = [frozenset(found.lower() for found in _EXTREME.findall(text)) for text in texts]
    places = [{found["place"] for found in _MARKET_PLACE.finditer(text)} for text in texts]
    if extremes[0] != extremes[1] or (all(places) and not places[0] & places[1]):
        return False
    first, second = (abs(claim.value.low or claim.value.high or 0.0) for claim in (left, right))
    near = abs(first - second) <= MINUTES_SHARE * max(first, second)
    if near and any(is_priced(claim) for claim in (left, right)) and not of_one_price(left, right):
        return False
    return _printed_together(left, right, near=near)


def _printed_together(left: Claim[Quantity], right: Claim[Quantity], *, near: bool) -> bool:
    times = [claim.sentence.article.as_of or claim.sentence.article.published for claim in (left, right)]
    one, other = times
    if not isinstance(one, datetime) or not isinstance(other, datetime) or one == other:
        return True
    return not near and (one.date() == other.date() or all(moments_at(claim) for claim in (left, right)))


def _beside(claim: Claim[Quantity]) -> str:
    sentence, text = claim.sentence.span, claim.sentence.article.text
    return text[max(sentence.start, claim.start - _CLAIM_REACH_CHARS) : min(sentence.end, claim.end + _CLAIM_REACH_CHARS)]
