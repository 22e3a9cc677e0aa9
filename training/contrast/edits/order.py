"""The same parts in another order: circumstances, conjuncts, and who says it."""

from __future__ import annotations

import re
from random import Random

from training.contrast.edits.negation import lowered
from training.contrast.model import Change, Edit, Label, Marked, Swap, World

_FRONT = re.compile(
    r"^(?P<part>(?:In|On|At|During|After|Before|Following|Since|By|Despite|Throughout) [^,;:\"“()]{2,60}), "
    r"(?P<rest>[^;:\"“()]{15,180}[a-z0-9])(?P<end>[.!])$"
)
_BACK = re.compile(
    r"^(?P<rest>(?:[A-Z][\w'.-]*|The|A|An|He|She|It|They)\b[^,;:\"“()]{15,160}[a-z0-9]) (?P<part>(?:in (?:early |"
    r"late )?(?:19|20)\d\d|on (?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December) \d\d?(?:, \d{4})?|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last (?:week|month|year)))(?P<end>[.!])$"
)
_NAME = r"(?:[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})"
_CONJUNCTS = re.compile(rf"\b(?P<one>{_NAME}) and (?P<two>{_NAME})\b(?! [A-Z]|'s)")
_NOUNS = re.compile(r"\b(?P<one>[a-z]{4,}s) and (?P<two>[a-z]{4,}s)\b(?=[.,]| (?:in|of|at|from|on|were|are|who|that)\b)")
_LIST = re.compile(rf"(?P<one>{_NAME}), (?P<two>{_NAME}),? and (?P<three>{_NAME})\b(?! [A-Z]|'s)")
_SAID_LAST = re.compile(
    r"^(?P<what>[^\"“;]{20,200}), (?P<who>(?:the |an? )?[^,;\"“]{3,60}) (?P<cue>said|says|announced|reported|"
    r"confirmed)(?P<when> (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?\.$"
)
_SAID_FIRST = re.compile(
    r"^(?P<who>[A-Z][^,;\"“]{2,60}) (?P<cue>said|says|(?:announced|reported|confirmed)(?=(?: (?:on "
    r")?[A-Z][a-z]+day)? that))(?P<when> (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?(?: that)? "
    r"(?P<what>(?:the|a|an|it|he|she|they|his|her|its|there|two|three|more|at|[A-Z]\w+)\b[^\"“;]{15,200})\.$"
)
_BECAUSE = re.compile(
    r"^(?P<one>[A-Z][^,;:\"“()]{15,120}) (?P<cue>because|after|before|while|when|although|until) (?P<two>(?:he|she|"
    r"it|they|the|a|his|her|its|their)\b [^,;:\"“()]{10,120})\.$"
)


def _up(text: str) -> str:
    return text[:1].upper() + text[1:]


_BOUND = re.compile(
    r"\b(?:Bosnia|Trinidad|Antigua|Kitts|Romeo|Bonnie|Church|Arts|Science|Food|Both|Health|Law|War|Black|Old|Up|On|"
    r"In|The) and\b|\band (?:Herzegovina|Tobago|Barbuda|Nevis|Juliet|Clyde|Both|Away)\b"
)


def _whole(sentence: Marked, hit: re.Match[str]) -> bool:
    """True where the list begins and ends with whole names and is no end of a longer one."""
    cut = any(
        m.kind in ("name", "quote")
        and (m.start < hit.start() < m.end or m.start < hit.end() < m.end or (m.kind == "quote" and m.start <= hit.start() < m.end))
        for m in sentence.marks
    )
    return (
        not cut
        and not re.search(r"(?:, |\b[Tt]he |\b[Bb]etween |[A-Z]\w* |-- |\ba )$", sentence.text[: hit.start()])
        and not re.match(r" [-A-Z]|,? and ", sentence.text[hit.end() :])
    )


def moved(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a circumstance or a clause at its other end, or two conjuncts changed about."""
    text, found = sentence.text, []
    if (hit := _FRONT.match(text)) and "," not in hit["rest"]:
        found += [Swap(0, len(text), f"{_up(hit['rest'])} {hit['part'][0].lower()}{hit['part'][1:]}{hit['end']}")] * 2
    if (
        (hit := _BACK.match(text))
        and " and " not in hit["rest"]
        and " who " not in hit["rest"]
        and " that " not in hit["rest"]
        and not re.search(r" (?:is|was|are|were|to|not|also|be|been)$", hit["rest"])
    ):
        found += [
            Swap(0, len(text), f"{_up(hit['part'])}, {lowered(sentence)}{hit['rest'][len(sentence.tokens[0].text) :]}{hit['end']}")
        ] * 2
    if (hit := _BECAUSE.match(text)) and not re.search(r"\b(?:not|that|who|only|never|said)\b", hit["one"]):
        found += [
            Swap(0, len(text), f"{_up(hit['cue'])} {hit['two']}, {lowered(sentence)}{hit['one'][len(sentence.tokens[0].text) :]}.")
        ] * 2
    for pattern in (_CONJUNCTS, _NOUNS):
        for hit in pattern.finditer(text):
            if (
                (
                    pattern is _CONJUNCTS
                    or re.search(r"\b(?:of|in|by|with|for|to|on|at|as|including|are|were) $", text[: hit.start()])
                )
                and "respectively" not in text
                and _whole(sentence, hit)
                and not any(m.kind == "name" and m.start < hit.start("two") - 2 < m.end for m in sentence.marks)
            ):
                found.append(Swap(hit.start(), hit.end(), f"{hit['two']} and {hit['one']}"))
    for hit in _LIST.finditer(text):
        if "respectively" not in text and _whole(sentence, hit):
            found.append(Swap(hit.start(), hit.end(), f"{hit['three']}, {hit['one']} and {hit['two']}"))
    return Change((draw.choice(found),), "entailment", "entailment") if found else None


def fewer(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with one conjunct of several, "or" for "and", or a claim that it was one alone."""
    text = sentence.text
    pairs = [
        hit
        for hit in _CONJUNCTS.finditer(text)
        if re.search(r"\b(?:by|with|in|to|from|visited|met|of|for|at|against|starring|including|featuring) $", text[: hit.start()])
    ]
    pairs = [
        hit
        for hit in pairs
        if not re.search(r"\b(?:between|from|both) $", text[: hit.start()])
        and not any(m.kind == "name" and m.start < hit.start("two") - 2 < m.end for m in sentence.marks)
    ]
    pairs = [hit for hit in pairs if _whole(sentence, hit)]
    lists = [hit for hit in _LIST.finditer(text) if _whole(sentence, hit)]
    if not pairs and not lists:
        return None
    hit = draw.choice([*pairs, *lists])
    one, two = hit["one"], hit["two"]
    how = draw.random()
    if how < 0.45:
        return Change(
            (Swap(hit.start(), hit.end(), draw.choice((one, two)) if hit.re is _CONJUNCTS else f"{one} and {two}"),),
            "entailment",
            "neutral",
        )
    if how < 0.6 and hit.re is _CONJUNCTS:
        return Change((Swap(hit.start(), hit.end(), f"{one} or {two}"),), "entailment", "neutral")
    alone = how > 0.85 and hit.re is _CONJUNCTS
    new = f"{two} alone" if alone else f"{one} but not {draw.choice((two, hit.groupdict().get('three') or two))}"
    return Change((Swap(hit.start(), hit.end(), new),), "contradiction", "contradiction")


def speaker_moved(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with its speaker at the other end."""
    text = sentence.text
    if hit := _SAID_LAST.match(text):
        new = (
            f"{_up(hit['who'])} {hit['cue']}{hit['when'] or ''} that "
            f"{lowered(sentence)}{hit['what'][len(sentence.tokens[0].text) :]}."
        )
        return Change((Swap(0, len(text), new),), "entailment", "entailment")
    hit = _SAID_FIRST.match(text)
    if not hit or re.search(
        r"\b(?:who|which|that|and|but|have|has|had|was|were|is|recently|also|later|it|he|she|they)\b|^(?:In|On|At|After|"
        r"By|For|As|During|When) ",
        hit["who"],
        re.IGNORECASE,
    ):
        return None
    if not re.search(r" (?:is|are|was|were|has|have|had|will|would|could|may|might|can|should|[a-z]{3,}ed) ", hit["what"]):
        return None
    who = (
        hit["who"]
        if any(m.kind == "name" and m.start == 0 for m in sentence.marks)
        else lowered(sentence) + hit["who"][len(sentence.tokens[0].text) :]
    )
    forms = (f"{_up(hit['what'])}, {who} {hit['cue']}{hit['when'] or ''}.", f"According to {who}, {hit['what']}.")
    return Change((Swap(0, len(text), draw.choice(forms)),), "entailment", "entailment")


def speaker_changed(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence said by another: the quotation is then not his; without a quotation both may have said it."""
    hits = [m for m in sentence.of_kind("attribution") if m.value.speaker and m.value.cue in ("said", "says", "announced")]
    hits = [
        m
        for m in hits
        if m.value.speaker in m.text
        and not sentence.text[m.end :].startswith(",")
        and m.value.speaker.lower() not in ("he", "she", "it", "they", "who", "which", "we", "i")
    ]
    if not hits:
        return None
    mark = draw.choice(hits)
    at = mark.start + mark.text.index(mark.value.speaker)
    others = (
        "a spokesman for the opposition",
        "the foreign minister",
        "his lawyer",
        "a police spokeswoman",
        "the club's chairman",
        "an independent analyst",
        "the mayor",
        "a union leader",
    )
    new = draw.choice(others)
    quoted = '"' in sentence.text or "“" in sentence.text
    swap = Swap(at, at + len(mark.value.speaker), _up(new) if at == 0 else new)
    label: Label = "contradiction" if quoted else "not_contradiction"
    return Change((swap,), label, label)


EDITS = (
    Edit(
        name="order_changed",
        make=moved,
        share=4.0,
        plain=True,
        examples=(("On Sunday, the bridge was closed to traffic.", "The bridge was closed to traffic on Sunday.", "entailment"),),
    ),
    Edit(
        name="conjuncts",
        make=fewer,
        share=2.5,
        examples=(
            ("The film was directed by Mills and Bauer.", "The film was directed by Mills.", "entailment"),
            ("The film was directed by Mills and Bauer.", "The film was directed by Mills but not Bauer.", "contradiction"),
        ),
    ),
    Edit(
        name="speaker_moved",
        make=speaker_moved,
        share=4.0,
        plain=True,
        examples=(("Two bridges were closed, police said.", "Police said that two bridges were closed.", "entailment"),),
    ),
    Edit(
        name="speaker_changed",
        make=speaker_changed,
        share=2.0,
        examples=(('"We are ready," Ann Mills said.', '"We are ready," the mayor said.', "contradiction"),),
    ),
)
