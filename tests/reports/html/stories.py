"""Reports for the page's tests: one of many long articles, one of every kind of finding, one that wants to break out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from claimcheck.model import (
    Article,
    Cell,
    Divergence,
    Evidence,
    Mark,
    Nearest,
    Report,
    Role,
    Sentence,
    Skipped,
    Source,
    Span,
    Statement,
    Summary,
    Verdict,
)
from claimcheck.rules import RULES

START = datetime(2024, 3, 1, 6, tzinfo=UTC)

TAIL = (
    " near the river had been reached by crews from the coast, some of them by boat and others along the old road over the hills.",
    " near the river had been reached by crews, and that more of them would follow within the week from the towns on the coast.",
)

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script>alert(2)</script>",
    "</script><img src=x onerror=alert(3)>",
    "<!-- ]]> {{ 7 * 7 }} {% raw %} ${8}",
    "\" onmouseover=alert(4) x='",
    "\u202etxt.exe\u202c \u2067abc\u2069",
    "\x00\x07\x1b[31mred\x7f",
    "שלום עולם، مرحبا بالعالم",
    "javascript:alert(5)",
    "&lt;b&gt; &amp;amp; &#60;",
)


def source_of(number: int, sentences: Sequence[str], *, paragraph: int = 4, timed: bool = True, **more: object) -> Source:
    """A source of the given sentences; every `paragraph` of them stand in one paragraph, the first is the headline."""
    text, spans = "", []
    for index, sentence in enumerate(sentences):
        text += ("\n\n" if index % paragraph == 1 or index == 0 else " ") if text else ""
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence
    when = START + timedelta(hours=5 * number) if timed else None
    values = {
        "name": f"paper {number}",
        "path": f"paper{number}.txt",
        "title": sentences[0],
        "published": when,
        "as_of": when,
        "language": "en",
    }
    article = Article(id=f"s{number}", text=text, **(values | more))
    read = tuple(
        Sentence(
            article=article,
            index=index,
            span=span,
            paragraph=(index + paragraph - 1) // paragraph,
            role=Role.BODY if index else Role.HEADLINE,
        )
        for index, span in enumerate(spans)
    )
    return Source(article=article, sentences=read, compared=len(read))


def evidence_of(source: Source, sentence: int, marked: str = "", *, value: dict[str, object] | None = None) -> Evidence:
    """A sentence of a source, `marked` in it where it is not ""."""
    found = source.sentences[sentence]
    start = found.span.start + found.text.index(marked)
    marks = (Mark(span=Span(start, start + len(marked)), text=marked, value=value),) if marked else ()
    line, column = source.article.position(found.span.start)
    return Evidence(
        source=source.article.id, sentence=sentence, line=line, column=column, span=found.span, text=found.text, marks=marks
    )


def finding_of(code: str, statement: str, *evidence: Evidence, **more: object) -> Divergence:
    """A finding of the rule's own type and severity."""
    rule = RULES[code]
    shown = ", ".join(dict.fromkeys(each.source for each in evidence))
    values = {
        "fingerprint": f"{code.lower()}{statement}".ljust(16, "0"),
        "kind": "quantity",
        "confidence": 0.9,
        "message": f"{shown} under {code}: “{evidence[0].text[:60]}”",
        "why": "the figures cannot both hold",
        "severity": rule.severity,
    }
    return Divergence(code=code, type=rule.type, statement=statement, evidence=evidence, **(values | more))


def report_of(
    sources: Sequence[Source], statements: Sequence[Statement], found: Sequence[Divergence], skipped: Sequence[Skipped] = ()
) -> Report:
    """A report with its counts."""
    kinds = {kind: sum(each.type.value == kind for each in found) for kind in ("contradiction", "omission", "shift", "update")}
    compared = sum(source.compared for source in sources)
    return Report(
        signature="claimcheck 0.1.0 | test",
        sources=tuple(sources),
        statements=tuple(statements),
        divergences=tuple(found),
        skipped=tuple(skipped),
        summary=Summary(**kinds, suppressed=0, baselined=0, compared=compared, not_compared=len(skipped)),
    )


def statement_of(number: int, sources: Sequence[Source], told: dict[int, int], verdict: Verdict = Verdict.SAYS) -> Statement:
    """A statement that the sources (by place) of `told` tell in the sentence given there."""
    cells = []
    for place, source in enumerate(sources):
        if place in told:
            index = told[place]
            text = source.sentences[index].text
            cells.append(Cell(source=source.article.id, verdict=verdict, sentences=(index,), text=text))
        else:
            nearest = Nearest(sentence=0, similarity=0.41)
            cells.append(Cell(source=source.article.id, verdict=Verdict.NOT_SAID, nearest=nearest))
    return Statement(id=f"st{number}", cells=tuple(cells))


def long_report(*, papers: int = 5, sentences: int = 400) -> Report:
    """Papers of many sentences: three in five are told by all, of which one in ten differ; the others stand in one paper alone."""
    noun = ("ships", "homes", "roads", "people", "schools", "lorries", "farms")
    texts = [
        [
            f"On day {n} the council of the district said that {n * 7 + p} {noun[n % 7]} near the river had been reached by crews"
            + (" from the coast." if n % 3 else ", and that more would follow within the week from the coast.")
            for n in range(sentences)
        ]
        for p in range(papers)
    ]
    sources = [source_of(number, each) for number, each in enumerate(texts, start=1)]
    statements, found = [], []
    for n in range(sentences):
        if n % 5 < 3:
            differs = n % 10 == 1
            told = dict.fromkeys(range(papers), n)
            statements.append(statement_of(len(statements) + 1, sources, told, Verdict.DIFFERS if differs else Verdict.SAYS))
            if differs:
                sides = [evidence_of(source, n, f"{n * 7 + p} {noun[n % 7]}") for p, source in enumerate(sources[:2])]
                found.append(finding_of("CC101", statements[-1].id, *sides))
            continue
        for place, source in enumerate(sources):
            statements.append(statement_of(len(statements) + 1, sources, {place: n}))
            silent = tuple(each.article.id for each in sources if each is not source)
            code = "CC201" if n % 25 == 4 else "CC202"
            nearest = tuple(evidence_of(each, 0) for each in sources if each is not source) if code == "CC201" else ()
            shown = evidence_of(source, n, f"{n * 7 + place} {noun[n % 7]}")
            found.append(finding_of(code, statements[-1].id, shown, absent_from=silent, nearest=nearest))
    order = ("CC101", "CC201", "CC202")
    return report_of(sources, statements, sorted(found, key=lambda each: order.index(each.code)))


def apart_report(*, papers: int = 5, sentences: int = 400) -> Report:
    """Papers of which no sentence is told by another: every statement stands alone, one in twenty-five a weighty omission."""
    noun = ("ships", "homes", "roads", "people", "schools", "lorries", "farms")
    texts = [
        [f"On day {n} the council of district {p} said that {n * 7 + p} {noun[n % 7]}{TAIL[n % 2]}" for n in range(sentences)]
        for p in range(papers)
    ]
    sources = [source_of(number, each) for number, each in enumerate(texts, start=1)]
    statements, found = [], []
    for n in range(sentences):
        for place, source in enumerate(sources):
            statements.append(statement_of(len(statements) + 1, sources, {place: n}))
            others = [each for each in sources if each is not source]
            code = "CC201" if n % 25 == 4 else "CC202"
            finding = finding_of(
                code,
                statements[-1].id,
                evidence_of(source, n, f"{n * 7 + place} {noun[n % 7]}"),
                absent_from=tuple(each.article.id for each in others),
                nearest=tuple(evidence_of(each, 0) for each in others) if code == "CC201" else (),
                fingerprint=f"{n * papers + place:08x}{code.lower()}st",
            )
            found.append(finding)
    return report_of(sources, statements, sorted(found, key=lambda each: each.code))


def copies_report(*, copies: int = 1) -> Report:
    """The ferry story, with so many reprints of its first paper behind it."""
    report = ferry_report()
    first = report.sources[0]
    reprints = [
        replace(source_of(number, [each.text for each in first.sentences], paragraph=2), copies_of="s1")
        for number in range(3, 3 + copies)
    ]
    statements = [
        replace(each, cells=(*each.cells, *(replace(each.cells[0], source=reprint.article.id) for reprint in reprints)))
        for each in report.statements
    ]
    return report_of([*report.sources, *reprints], statements, report.divergences)


def hostile_report(*, sentences: int = 40) -> Report:
    """Two sources whose every word wants to become markup, script or a steering character."""
    texts = [[f"{HOSTILE[(n + p) % len(HOSTILE)]} number {n}." for n in range(sentences)] for p in range(2)]
    evil = HOSTILE[2]
    sources = [
        source_of(
            number, each, name=f"paper{number}{evil}", title=evil, url="javascript:alert(6)", byline=HOSTILE[4], language='x">'
        )
        for number, each in enumerate(texts, start=1)
    ]
    statements = [statement_of(n + 1, sources, {0: n, 1: n} if n % 2 else {n // 2 % 2: n}) for n in range(sentences)]
    found = [
        finding_of(
            "CC101" if n % 2 else "CC201",
            f"st{n + 1}",
            *([evidence_of(each, n, "number") for each in sources] if n % 2 else [evidence_of(sources[n // 2 % 2], n)]),
            kind=evil,
            why=evil,
            message=evil,
            fingerprint=f"{evil}{n}",
            status=evil,
            accepted=evil,
            absent_from=() if n % 2 else (f"s{2 - n // 2 % 2}",),
        )
        for n in range(min(sentences, 40))
    ]
    skipped = [Skipped(what=evil, reason=evil), Skipped(what=evil, reason=evil, source="s1", span=Span(0, 3))]
    return report_of(sources, statements, found, skipped)


def ferry_report() -> Report:
    """A small story with a contradiction, a toll that rises, a reworded quotation, and what one alone tells."""
    one = [
        "Ferry sinks off Port Hale",
        "At least three people were killed when a ferry sank off Port Hale on Monday.",
        "The ferry carried 71 passengers.",
        "It had been built in 1974.",
        "“We heard a bang,” the cook said.",
        "Four civilians were injured on the quay at Nikolsk when a crane fell.",
        "The harbour was closed until evening.",
        "Some 18 divers searched the wreck.",
    ]
    two = [
        "Five dead as the Maris goes down",
        "Five people were killed when the Maris went down near Port Hale.",
        "She had 77 passengers aboard.",
        "“We all heard a loud bang,” said the cook.",
        "A man of 41 was arrested.",
        "The wreck was searched by 18 divers.",
        "The harbour was shut until the evening.",
    ]
    sources = (source_of(1, one, paragraph=2), source_of(2, two, paragraph=3))
    told = [{0: 0, 1: 0}, {0: 1, 1: 1}, {0: 2, 1: 2}, {0: 3}, {0: 4, 1: 3}, {0: 5}, {0: 6, 1: 6}, {0: 7, 1: 5}, {1: 4}]
    differing = {2, 3, 5}
    statements = [
        statement_of(n, sources, each, Verdict.DIFFERS if n in differing else Verdict.SAYS) for n, each in enumerate(told, start=1)
    ]
    a, b = sources
    toll = {"low": 3.0, "high": None, "unit": "", "hedge": "at least", "kind": "count", "counted": "person", "state": "killed"}
    later = toll | {"low": 5.0, "high": 5.0, "hedge": "exactly"}
    found = [
        finding_of("CC101", "st3", evidence_of(a, 2, "71 passengers"), evidence_of(b, 2, "77 passengers"), weight=9.0),
        finding_of("CC201", "st6", evidence_of(a, 5, "Four civilians"), absent_from=("s2",), kind="casualties", weight=8.0),
        finding_of(
            "CC201",
            "st9",
            evidence_of(b, 4, "arrested"),
            absent_from=("s1",),
            kind="arrest",
            weight=7.0,
            nearest=(evidence_of(a, 3),),
        ),
        finding_of("CC202", "st4", evidence_of(a, 3), absent_from=("s2",), kind="other"),
        finding_of("CC203", "st1", evidence_of(a, 0, "off Port Hale"), absent_from=("s2",), kind="name"),
        finding_of("CC301", "st5", evidence_of(a, 4, "heard a bang"), evidence_of(b, 3, "all heard a loud bang"), kind="quote"),
        finding_of(
            "CC401", "st2", evidence_of(a, 1, "At least three people", value=toll), evidence_of(b, 1, "Five people", value=later)
        ),
    ]
    return report_of(sources, statements, found)
