"""Who says it: reporting cues of one sentence with the noun phrase that speaks.

A reading by position, without a parser: the subject stands left of its verb up to the last clause boundary,
or right of it where the verb is inverted after a quotation or a comma.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.claims._lexicon import noun_phrases as np_
from claimcheck.claims._lexicon import reporting as verbs
from claimcheck.claims._lexicon.complements import ends_a_report, is_figure, opens_clause, past_time_and_addressee
from claimcheck.claims._lexicon.quotation import Quotation
from claimcheck.claims._lexicon.tokens import MAX_READ_CHARS, Token, tokenise
from claimcheck.model import Sentence, Span

QUOTED = "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
"""The token that stands for a whole quotation."""

_LETTERS = re.compile(r"[a-z]+")
MAX_MENTIONS = 40
"""Attributions read in one sentence. One with more is no prose."""

_NEGATORS = frozenset("not never neither nor cannot".split())
_DETERMINED = frozenset("the a an of its his her their these those no some to by in many recent any such our my your this".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One attribution: `speaker` is None where a cue has none (“she was told that”). Spans are absolute."""

    speaker: Span | None
    cue_span: Span
    cue: str

    @property
    def hull(self) -> Span:
        """From the speaker to the cue, or the other way about."""
        if self.speaker is None:
            return self.cue_span
        return Span(min(self.speaker.start, self.cue_span.start), max(self.speaker.end, self.cue_span.end))


def outside(sentence: Sentence, quoted: Sequence[Quotation]) -> list[Token]:
    """The tokens of a sentence with each quotation as one token `QUOTED`, up to `MAX_READ_CHARS`."""
    text, position = sentence.article.text, sentence.span.start
    end = min(sentence.span.end, position + MAX_READ_CHARS)
    tokens: list[Token] = []
    for quotation in quoted:
        start, stop = max(quotation.outer.start, position), min(quotation.outer.end, end)
        if stop <= position or start >= end:
            continue
        tokens += tokenise(text, position, start)
        tokens.append(Token(QUOTED, QUOTED, start, stop))
        position = stop
    return tokens + tokenise(text, position, end)


def mentions(sentence: Sentence, quoted: Sequence[Quotation]) -> tuple[Mention, ...]:
    """The attributions of one sentence in order; what stands inside a quotation is the speaker's, so it is not read."""
    if verbs.ALL_CUES.isdisjoint(_LETTERS.findall(sentence.text[:MAX_READ_CHARS].lower())):
        return ()  # most sentences report nothing: splitting at non-letters costs a tenth of reading tokens
    tokens = outside(sentence, quoted)
    found: list[Mention] = []
    text = sentence.article.text
    for index, token in enumerate(tokens):
        if token.low in verbs.ALL_CUES and len(found) < MAX_MENTIONS:
            mention = _read(tokens, index, text)
            if mention is not None and not (found and mention.hull.overlaps(found[-1].cue_span)):
                found.append(mention)
    return tuple(found)


def _read(tokens: Sequence[Token], index: int, text: str) -> Mention | None:
    low = tokens[index].low
    if low == "according":
        return _according(tokens, index)
    if _is_no_verb(tokens, index):
        return None
    if low in ("quoted", "cited", "quotes"):
        return _quoted_as_saying(tokens, index)
    if low in verbs.CHARACTERISING or low in ("put", "puts"):
        return _with_complement(tokens, index)
    if low in ("called", "calls"):
        closes = _closes_speech(tokens, index, text)
        return _named(tokens, index) or _inverted(tokens, index, text) or (_subject_first(tokens, index, low) if closes else None)
    if low in verbs.RETRACTION:
        after = [token.low for token in tokens[index + 1 : index + 6]]
        return _subject_first(tokens, index, low) if not verbs.RETRACTED.isdisjoint(after) else None
    if _is_passive(tokens, index):
        return _passive(tokens, index)
    return _inverted(tokens, index, text) or (_subject_first(tokens, index, low) if _reports(tokens, index, text) else None)


def _is_no_verb(tokens: Sequence[Token], index: int) -> bool:
    """True for nouns, adjectives and infinitives ("Moscow's claims", "the reported deaths", "to say") and for denied speech."""
    before = tokens[index - 1].low if index else ""
    recent = [token.low for token in tokens[max(0, index - 3) : index]]
    if any(word in _NEGATORS or word.endswith("n't") for word in recent):
        return True
    if before.endswith(("'s", "s'")) or (tokens[index].text[0].isupper() and index and tokens[index - 1].low != "."):
        return True
    return before in _DETERMINED and tokens[index].low != "told"


def _is_passive(tokens: Sequence[Token], index: int) -> bool:
    before = [token.low for token in tokens[max(0, index - 2) : index]]
    return any(word in ("is", "are", "was", "were", "be", "been", "being") for word in before)


def _passive(tokens: Sequence[Token], index: int) -> Mention | None:
    """In “she was told that” somebody says it, and nobody says who."""
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    impersonal = index >= 2 and tokens[index - 2].low == "it" and following == "that"
    if (tokens[index].low != "told" or following == "to") and not impersonal:
        return None
    cue = Span(tokens[index - 1].start, tokens[index].end)
    return Mention(speaker=None, cue_span=cue, cue=f"{tokens[index - 1].low} {tokens[index].low}")


def _according(tokens: Sequence[Token], index: int) -> Mention | None:
    if index + 2 >= len(tokens) or tokens[index + 1].low != "to":
        return None
    phrase = np_.right_of(tokens, index + 2, appositions=index > 0)
    return _mention(tokens, phrase, (index, index + 1), "according to")


def _quoted_as_saying(tokens: Sequence[Token], index: int) -> Mention | None:
    window = [token.low for token in tokens[index : index + 14]]
    if "saying" not in window or window[window.index("saying") - 1] != "as":
        return None
    as_at = index + window.index("saying") - 1
    phrase = (index + 1, as_at) if as_at > index + 1 else None
    if phrase is None or _is_passive(tokens, index):
        phrase = np_.left_of(tokens, index - 1 if _is_passive(tokens, index) else index)
    return _mention(tokens, phrase, (index, index), f"{tokens[index].low} as saying")


def _with_complement(tokens: Sequence[Token], index: int) -> Mention | None:
    """The verbs in: described it as, put the crowd at 8,000."""
    puts = tokens[index].low in ("put", "puts")
    if _is_passive(tokens, index):
        return None
    for at in range(index + 1, min(len(tokens) - 1, index + 10)):
        if puts and tokens[at].low == "at" and is_figure(tokens, at + 1):
            return _subject_first(tokens, index, tokens[index].low)
        if not puts and tokens[at].low == "as":
            return _subject_first(tokens, index, f"{tokens[index].low} as")
        if not tokens[at].is_word and tokens[at].text != QUOTED:
            break
    return None


def _named(tokens: Sequence[Token], index: int) -> Mention | None:
    """The verb in: called the plan “a disaster”."""
    if _is_passive(tokens, index):
        return None
    for at in range(index + 1, min(len(tokens), index + 8)):
        if tokens[at].text == QUOTED:
            return _subject_first(tokens, index, tokens[index].low) if at > index + 1 else None
        if not tokens[at].is_word:
            break
    return None


def _subject_first(tokens: Sequence[Token], index: int, cue: str) -> Mention | None:
    return _mention(tokens, np_.left_of(tokens, index), (index, index), cue)


def _inverted(tokens: Sequence[Token], index: int, text: str) -> Mention | None:
    """“…,” said the mayor. The verb stands after a quotation that ends as an utterance does, or after a comma."""
    if index == 0 or index + 1 >= len(tokens):
        return None
    before = tokens[index - 1]
    utterance = _ends_utterance(before, text)
    if not utterance and not (before.low == "," and index >= 2 and np_.opens_subject(tokens, index + 1)):
        return None
    if not utterance and not (tokens[index - 2].text == QUOTED or np_.has_finite_verb(tokens[: index - 1])):
        return None
    if not np_.may_start(tokens, index + 1) or tokens[index].low == "told" or np_.left_is_parenthesis(tokens, index):
        return None
    return _mention(tokens, np_.right_of(tokens, index + 1, appositions=True), (index, index), tokens[index].low)


def _reports(tokens: Sequence[Token], index: int, text: str) -> bool:
    """True where what stands around a verb makes it one of speech."""
    low = tokens[index].low
    if low in verbs.SAY or _closes_speech(tokens, index, text):
        return True
    after = past_time_and_addressee(tokens, index + 1)
    following = tokens[after].low if after < len(tokens) else "."
    if following == QUOTED:
        return low in verbs.CLAUSAL or _is_utterance(tokens, after, text)
    if low in verbs.UTTERANCE and following in (":", ","):
        return after + 1 < len(tokens) and tokens[after + 1].text == QUOTED
    if following in ("that", ":"):
        return low in verbs.CLAUSAL
    if following in (".", ",", ";", "?", "!"):
        return ends_a_report(tokens, index)
    if following.endswith("ing") and low in verbs.GERUND:
        return True
    if is_figure(tokens, after) and low in ("claimed", "claims", "estimated", "estimates"):
        return after + 1 >= len(tokens) or not tokens[after + 1].is_word
    return low in verbs.BARE_CLAUSE and opens_clause(tokens, after)


def _ends_utterance(token: Token, text: str) -> bool:
    """True for a quotation that ends as speech does, with a comma or full stop before its closing mark."""
    return token.text == QUOTED and text[max(token.end - 3, token.start) : token.end].rstrip("”’\"'»“")[-1:] in tuple(",.?!—…")


def _closes_speech(tokens: Sequence[Token], index: int, text: str) -> bool:
    """True for “…,” he replied when asked: only a short subject stands between the speech and its verb."""
    subject = np_.left_of(tokens, index)
    return subject is not None and subject[0] > 0 and index - subject[0] <= 5 and _ends_utterance(tokens[subject[0] - 1], text)


def _is_utterance(tokens: Sequence[Token], at: int, text: str) -> bool:
    return tokens[at].end - tokens[at].start > 2 and text[tokens[at].start + 1].isupper()


def _mention(tokens: Sequence[Token], phrase: tuple[int, int] | None, cue: tuple[int, int], name: str) -> Mention | None:
    if phrase is None or phrase[1] <= phrase[0]:
        return None
    words = [token.low for token in tokens[phrase[0] : phrase[1]]]
    if "version" in words and "earlier" in words:
        return None
    speaker = Span(tokens[phrase[0]].start, tokens[phrase[1] - 1].end)
    return Mention(speaker=speaker, cue_span=Span(tokens[cue[0]].start, tokens[cue[1]].end), cue=name)
