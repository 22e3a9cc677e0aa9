"""What follows a reporting verb: time, addressee, clause, figure."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims._lexicon import reporting as verbs
from claimcheck.claims._lexicon.noun_phrases import PLAIN_PAST, RELATIVE, STATEMENT_NOUNS, left_of, opens_circumstance
from claimcheck.claims._lexicon.tokens import Token


def past_time_and_addressee(tokens: Sequence[Token], at: int) -> int:
    """The index past “on Monday”, “late Tuesday”, “to reporters”, “in a statement” and adverbs."""
    limit = min(len(tokens), at + 8)
    while at < limit:
        low = tokens[at].low
        if low in verbs.WEEKDAYS or low in ("late", "early", "earlier", "later") or (low.endswith("ly") and len(low) > 4):
            at += 1
        elif low in ("on", "in") and opens_circumstance(tokens, at + 1):
            at = _past_circumstance(tokens, at + 1, limit)
        else:
            break
    return at


def _past_circumstance(tokens: Sequence[Token], at: int, limit: int) -> int:
    while at < limit:
        low = tokens[at].low
        at += 1
        if low in verbs.WEEKDAYS or low in STATEMENT_NOUNS or low in ("telegram", "twitter", "x", "facebook") or low.isdigit():
            break
    return at


def ends_a_report(tokens: Sequence[Token], index: int) -> bool:
    """True for “…, he added.”: the short clause of speaker and verb ends what it reports."""
    subject = left_of(tokens, index)
    if subject is None:
        return False
    before = tokens[subject[0] - 1] if subject[0] else None
    return before is not None and (before.low == "," or before.text == "“”" or before.text in "—–")


def opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """True where a subject with a finite verb follows: “it annexed”, “the deal was dead”."""
    window = tokens[at : at + 10]
    if not window or window[0].low in ("to", "by", "in", "on", "at", "of", "for", "from", "with"):
        return False
    for offset, token in enumerate(window):
        if not token.is_word or token.low in RELATIVE or token.low in ("and", "but"):
            return False
        if offset and (token.low in verbs.AUXILIARIES or token.low in PLAIN_PAST):
            return True
        if offset and window[offset - 1].low in verbs.PRONOUNS and offset == 1 and token.low not in verbs.PREPOSITIONS:
            return True
    return False


def is_figure(tokens: Sequence[Token], at: int) -> bool:
    """True where a figure stands, after “about” and the like too."""
    words = [token.low for token in tokens[at : at + 4]]
    return any(word[0].isdigit() for word in words[:1]) or (
        words[:1] in (["about"], ["around"], ["some"], ["more"], ["at"], ["nearly"], ["over"])
        and any(word[0].isdigit() for word in words[1:])
    )
