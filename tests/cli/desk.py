"""A pipeline for tests of many stories: figures that differ between our copy and a source are its findings.

Sentences end in a full stop. "3 boats" beside "5 boats" is CC101, "today" in one source alone is CC202.
"""

from __future__ import annotations

import re
from hashlib import blake2b

from claimcheck import policy
from claimcheck.model import Cell, Divergence, Evidence, Mark, Report, Sentence, Skipped, Source, Span, Statement, Verdict
from claimcheck.rules import RULES

_FIGURE = re.compile(r"(\d+)( \(CQ\))? ([a-z]+)")
_SENTENCE = re.compile(r"\S[^.]*\.")


def compare(articles, *, settings, progress=None, notice=None):
    """Stands where `pipeline.compare` stands."""
    foreign = [article for article in articles if "foreign" in article.text]
    sources = tuple(Source(article=a, sentences=(), compared=0) if a in foreign else _source(a) for a in articles)
    if "crash" in articles[0].text:
        raise ZeroDivisionError("a defect")
    found = [*_own(sources[0])] + [each for other in sources[1:] for each in _conflicts(sources[0], other)]
    verdict = Verdict.NOT_SAID if any("unlike" in a.text for a in articles) else Verdict.SAYS
    cells = (Cell(source="s1", verdict=Verdict.SAYS), *(Cell(source=s.article.id, verdict=verdict) for s in sources[1:]))
    unread = (Skipped(what=article.name, reason="in a language that is not read", source=article.id) for article in foreign)
    skipped = (Skipped(what="Read more", reason="boilerplate", source="s1", span=Span(0, 1)), *unread)
    report = Report(
        signature="claimcheck test | min-confidence:0 | min-severity:note",
        sources=sources,
        statements=(Statement(id="st1", cells=cells),),
        divergences=tuple(found),
        skipped=skipped,
        summary=policy.summarise((), sources=sources, skipped=skipped, settings=settings),
    )
    return policy.settle(report, settings)


def _source(article):
    spans = [Span(*match.span()) for match in _SENTENCE.finditer(article.text)]
    sentences = tuple(Sentence(article=article, index=i, span=span, paragraph=0) for i, span in enumerate(spans))
    return Source(article=article, sentences=sentences, compared=len(sentences))


def _own(ours):
    """A copy that counts both 8 and 9 cows contradicts itself."""
    one, two = re.search("8 cows", ours.article.text), re.search("9 cows", ours.article.text)
    if one and two:
        yield _divergence("CC501", "8 cows 9 cows", "ours has 8 cows and 9 cows", _evidence(ours, one), _evidence(ours, two))


def _conflicts(ours, other):
    for one in _FIGURE.finditer(ours.article.text):
        for two in _FIGURE.finditer(other.article.text):
            if one[3] == two[3] and one[1] != two[1]:
                keys = f"{one[1]} {one[3]} {two[1]} {other.article.name}"
                message = f"{ours.article.name} has {one[1]} {one[3]}, {other.article.name} has {two[1]}"
                yield _divergence("CC101", keys, message, _evidence(ours, one), _evidence(other, two))
    if "today" in other.article.text and "today" not in ours.article.text:
        match = re.search("today", other.article.text)
        yield _divergence("CC202", f"today {other.article.name}", "today is left out", _evidence(other, match))


def _evidence(source, match):
    span = Span(match.start(), match.start() + len(match[0].split(" ")[0]))
    sentence = next(s for s in source.sentences if s.span.covers(span))
    line, column = source.article.position(sentence.span.start)
    mark = Mark(span=span, text=span.of(source.article.text))
    return Evidence(
        source=source.article.id,
        sentence=sentence.index,
        line=line,
        column=column,
        span=sentence.span,
        text=sentence.text,
        marks=(mark,),
    )


def _divergence(code, keys, message, *evidence):
    return Divergence(
        fingerprint=blake2b(f"{code} {keys}".encode(), digest_size=8).hexdigest(),
        code=code,
        type=RULES[code].type,
        kind="quantity",
        severity=policy.severity_of(code),
        confidence=0.9,
        message=message,
        why="the figures differ",
        statement="st1",
        evidence=evidence,
    )
