"""What a sentence names in passing: damage that says which thing is meant ("the destroyed bridge"), the dead it mourns, years."""

from __future__ import annotations

import re
from typing import Any

from claimcheck.model import Claim

_PARTICIPLE = re.compile(r"(?:damaged|destroyed|flooded|wrecked|ruined|burned|flattened|collapsed|shelled)\Z", re.IGNORECASE)
_BEFORE_NOUN = re.compile(
    r"(?:\b(?:the|an?|its|their|his|her|our|other|such|most|all|of|in|from|for|to|with|at|near|into|onto|through|around|under|on|over"
    r"|across|between|inside|outside|(?:repair|restor|rebuild|replac|clear|remov|visit|inspect|fix)(?:e[sd]?|ing|s|ed)?|rebuilt)"
    r"(?: [a-z]{2,12}ly| nearly| almost| worst)?(?: (?:already|most|once|much))? |\w-)\Z",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?:,? (?:and|or) [a-z]{3,12}ed)? (?!(?:by|in|on|at|and|or|but|when|after|as|before|during|while|beyond|the|an?|its|their|his"
    r"|her|our|more|about|some|several|many|dozens|hundreds|thousands|nearly|almost|along|across|near|with|to|from|for|since|last"
    r"|this|that|is|was|are|were|has|have|had|over|under|parts?|one|two|three|four|five|six|seven|eight|nine|ten|it|them)\b)[A-Za-z]"
)
"""A noun behind the participle, whose own object would begin with an article, a number or a preposition."""
_KNOWN_BY = re.compile(
    r"(?<![,;—–]) (?:that|which)(?: (?:was|were|is|are)|['’]s| (?:had|has|have) been)"
    r"(?: [a-z]{2,12}ly| nearly| almost| already| once| also| never| not)? \Z",
    re.IGNORECASE,
)
"""A relative clause without a comma: it tells which grid is meant. A clause that reports has a subject of its own."""
_BEFORE_CHARS = 120

_DEATH = re.compile(r"(?:died|killed|murdered|drowned|massacred|dead)\Z", re.IGNORECASE)
_MOURNED = re.compile(
    r"\b(?:tributes? to|respects to|condolences to|honou?r(?:s|ed|ing)?|remember(?:s|ed|ing)?|mourn(?:s|ed|ing)?"
    r"|commemorat(?:es?|ed|ing)|memor(?:y|ial) (?:of|to|for)|pray(?:s|ed|ing|ers)? for)(?: [\w“”\"’',-]{1,20}){0,8}"
    r" (?:those|all|everyone|everybody|the [a-z]{3,12})(?: (?:who|that)(?: (?:have|had|has|were|was))?(?: been)?)? \Z",
    re.IGNORECASE,
)
"""Whom the story has told of already: "the Queen paid tribute to those who died"."""
_YEAR = re.compile(r"(?:19|20)\d\d [a-z]")
_TICKER = re.compile(r"\b[A-Z]{1,6}[,:]? [+−–-]\d?\Z")


def is_in_passing(text: str, word: re.Match[str]) -> bool:
    """Whether a word of damage or death only says which thing or who is meant: then the sentence tells something else."""
    before = text[max(0, word.start() - _BEFORE_CHARS) : word.start()]
    if _DEATH.match(word.group()):
        return _MOURNED.search(before) is not None
    if not _PARTICIPLE.match(word.group()):
        return False
    if _KNOWN_BY.search(before):
        return True
    return _BEFORE_NOUN.search(before) is not None and _NOUN.match(text, word.end()) is not None


def counts_nothing(claim: Claim[Any]) -> bool:
    """Whether a number is no figure of the story: a year ("the 2014 protests"), a price that the page puts in ("DJIA, +1.10%")."""
    if claim.value.kind == "count" and _YEAR.match(claim.text):
        return True
    return _TICKER.search(words_before(claim) + claim.text[:1]) is not None


def words_before(claim: Claim[Any]) -> str:
    """What stands before a claim in its sentence, as far as it may matter."""
    return claim.sentence.article.text[max(claim.sentence.span.start, claim.start - _BEFORE_CHARS) : claim.start]
