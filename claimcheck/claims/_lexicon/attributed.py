"""The attributions of a whole article, with pronouns resolved to the speaker they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.claims._lexicon.identity import full_name, is_body, person_name, plain, speaker_key
from claimcheck.claims._lexicon.quotation import Quotation
from claimcheck.claims._lexicon.reporting import PRONOUNS
from claimcheck.claims._lexicon.speakers import Mention, mentions
from claimcheck.model import Context, Sentence

MAX_BACK = 4
"""So many sentences of its paragraph a pronoun looks back over."""
MAX_OPENING_CHARS = 120
_OPENING_NAME = re.compile(r"(?:[A-Z][\w.’'-]{0,30} ){1,6}[A-Z][\w’'-]{1,30}(?=[, ])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """A mention with its sentence. `speaker` is as printed; `key` is normalised, "" where it cannot be told."""

    sentence: Sentence
    mention: Mention
    speaker: str
    key: str


def attributed(sentences: Sequence[Sentence], quoted: Sequence[Quotation], context: Context) -> tuple[Attributed, ...]:
    """The attributions of an article in order.

    "he" is whom the paragraph last names as a speaker or as its sentence's subject, else the last speaker of the paragraph before.
    """
    found: list[Attributed] = []
    cache: dict[str, str] = {}
    first = 0
    for at, sentence in enumerate(sentences):
        while first < len(quoted) and quoted[first].outer.end <= sentence.span.start:
            first += 1
        near = _overlapping(quoted, first, sentence)
        before = tuple(one for one in sentences[max(0, at - MAX_BACK) : at] if one.paragraph == sentence.paragraph)
        for mention in mentions(sentence, near):
            speaker = mention.speaker.of(sentence.article.text) if mention.speaker else ""
            key = _key(speaker, sentence, before=before, found=found, cache=cache, context=context)
            found.append(Attributed(sentence=sentence, mention=mention, speaker=speaker, key=key))
    return tuple(found)


def _overlapping(quoted: Sequence[Quotation], first: int, sentence: Sentence) -> list[Quotation]:
    near: list[Quotation] = []
    for at in range(first, len(quoted)):
        if quoted[at].outer.start >= sentence.span.end:
            break
        near.append(quoted[at])
    return near


def _key(
    speaker: str,
    sentence: Sentence,
    *,
    before: Sequence[Sentence],
    found: Sequence[Attributed],
    cache: dict[str, str],
    context: Context,
) -> str:
    if not speaker:
        return ""
    if speaker.lower() in PRONOUNS:
        return _subject(speaker.lower(), before, found, context) or _antecedent(speaker.lower(), sentence, found)
    if speaker not in cache:
        key = speaker_key(speaker, aliases=context.aliases)
        bare = speaker.rsplit(" ", 1)[-1]
        single = " " not in key and bool(key) and (key == speaker.lower() or bool(person_name(speaker)))
        name = full_name(bare, sentence.article.text) if single and bare[:1].isupper() else key
        cache[speaker] = plain(context.aliases[name]) if name in context.aliases else name
    return cache[speaker]


def _subject(pronoun: str, before: Sequence[Sentence], found: Sequence[Attributed], context: Context) -> str:
    """Whom "he" or "she" takes up in its paragraph: the nearest subject that is a name, "" where a speaker is nearer or none is."""
    if pronoun not in ("he", "she"):
        return ""
    spoken = {one.sentence.key for one in found[-MAX_BACK:]}
    for sentence in reversed(before):
        if sentence.key in spoken:
            return ""
        opening = _OPENING_NAME.match(sentence.text[:MAX_OPENING_CHARS])
        name = person_name(opening[0]) if opening else ""
        if " " in name:
            return speaker_key(name, aliases=context.aliases) if name in context.aliases else name
    return ""


def _antecedent(pronoun: str, sentence: Sentence, found: Sequence[Attributed]) -> str:
    if pronoun in ("i", "you", "one", "we") or not found:
        return ""
    for one in reversed(found[-3:]):
        if 0 <= sentence.paragraph - one.sentence.paragraph <= 1 and not (pronoun in ("he", "she") and is_body(one.key)):
            return one.key
    return ""
