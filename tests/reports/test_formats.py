"""What every format must do."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as XmlTree

import pytest

from claimcheck.config import Settings
from claimcheck.model import Remark, RemarkKind, Skipped, Span, StoryResult
from claimcheck.policy import check_result
from claimcheck.reports import FORMATS, Style

HOSTILE = (
    "\x00\x1b[31m\x07\x85\u2028",
    "\n::error title=forged::forged\r\n##[error]forged",
    "]]></failure><failure/>&amp;\ufffe\uffff",
    "\ud800\udfff",
    "| a | b |\n|---|---|\n<script>alert(1)</script></details>",
    "`@desk` #12 **b** [x](http://example.com) ![](x)",
    "{0} {{x}} %0A %s \\",
    "\u202etxt.sruo\u202c\u200b",
    "../../etc/passwd?x=1#y",
)
PARSERS = dict.fromkeys(("gitlab", "json", "rdjson", "sarif"), json.loads) | {"junit": XmlTree.fromstring}

PACKAGE = Path(__file__).parents[2] / "claimcheck" / "reports"


def test_the_formats_are_in_order_and_no_suffix_belongs_to_two():
    suffixes = [suffix for each in FORMATS.values() for suffix in each.suffixes]
    assert list(FORMATS) == sorted(FORMATS)
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


def test_every_module_with_a_render_function_is_registered():
    found = [
        path.relative_to(PACKAGE).parts for path in PACKAGE.rglob("*.py") if "\ndef render(" in path.read_text(encoding="utf-8")
    ]
    assert {parts[0].removesuffix(".py") for parts in found} == {each.module for each in FORMATS.values()}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("make", ["two", "three"])
def test_every_format_ends_its_last_line_names_the_signature_and_gives_the_same_bytes(made, name, make):
    report = getattr(made, make)()
    text = FORMATS[name].render(report, Style())
    assert text.endswith("\n")
    assert report.signature in text
    assert text == FORMATS[name].render(getattr(made, make)(), Style())
    assert text.encode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_what_the_settings_hide(made, name):
    report = made.report((), hidden={"below --min-severity warning": 12})
    text = FORMATS[name].render(report, Style())
    assert "12" in text
    assert "below --min-severity warning" in text


@pytest.mark.parametrize("name", FORMATS)
def test_many_stories_are_each_named_with_what_became_of_them_and_give_the_same_bytes(made, name):
    text = FORMATS[name].render_many(made.many(), Style())
    assert text.endswith("\n")
    assert text == FORMATS[name].render_many(made.many(), Style())
    for told in ("a/clean", "a/failing", "a/settled", "is binary, not text", "one source alone cannot be compared"):
        assert told in text
    assert "has expired" in text
    assert "claimcheck.toml" in text


@pytest.mark.parametrize("name", FORMATS)
def test_what_the_desk_has_settled_is_counted_aloud(made, name):
    report = made.settled()
    alone, many = FORMATS[name].render(report, Style()), FORMATS[name].render_many(made.many(), Style())
    for text in (alone, many):
        assert SUPPRESSED.search(text), name
        assert BASELINED.search(text), name


SUPPRESSED = re.compile(r"2 suppressed|\bsuppressed\W{1,12}(value=\W)?2\b")
BASELINED = re.compile(r"1 baselined|\bbaselined\W{1,12}(value=\W)?1\b")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_no_text_or_name_breaks_a_format_and_no_control_character_gets_through(made, name, hostile):
    text = FORMATS[name].render(hostile_report(made, hostile), Style())
    many = FORMATS[name].render_many(hostile_check(made, hostile), Style())
    for each in (text, many):
        assert each.encode("utf-8")
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f]", each)
        PARSERS.get(name, str)(each)


def hostile_report(made, hostile):
    desk = made.source(made.article("s1", f"desk{hostile}", f"Three people{hostile} were killed.\n"))
    wire = made.source(made.article("s2", f"wire{hostile}", f"Five people{hostile} were killed.\n"))
    if not (desk.sentences and wire.sentences):
        desk, wire = made.two().sources
    found = made.divergence(
        "CC101",
        made.evidence(desk, 0),
        made.evidence(wire, 0),
        message=f"desk and {hostile} differ",
        why=hostile,
        fingerprint=f"f{hostile}",
        accepted=hostile,
    )
    skipped = (Skipped(what=hostile, reason=f"is {hostile}", source="s1", span=Span(0, 3)), Skipped(what=hostile, reason=hostile))
    return made.report((desk, wire), found, replace(found, status="suppressed"), skipped=skipped)


def hostile_check(made, hostile):
    stories = (
        StoryResult(name=f"a{hostile}", path=f"a{hostile}", ours="s1", report=hostile_report(made, hostile), exit_code=1),
        StoryResult(name=f"b{hostile}", path=f"b{hostile}", error=f"cannot read {hostile}", exit_code=2),
    )
    remark = Remark(kind=RemarkKind.STALE, text=f"gone {hostile}", path=f"c{hostile}.toml", line=3)
    return check_result(stories, (remark,), Settings())


@pytest.mark.parametrize("name", FORMATS)
def test_thousands_of_findings_and_long_passages_are_written_in_time(made, name):
    desk = made.source(made.article("s1", "desk", f"Three people {'x[`<@&' * 40_000} were killed.\n"))
    wire = made.two().sources[1]
    shown = made.evidence(desk, 0, "Three people"), made.evidence(wire, 0)
    long = made.divergence("CC101", *shown)
    short = [made.divergence("CC201", made.evidence(wire, 1), fingerprint=f"f{n}", absent_from=("s1",)) for n in range(1000)]
    report = made.report((desk, wire), long, *short)
    start = time.process_time()
    assert FORMATS[name].render(report, Style())
    assert time.process_time() - start < 5


def test_reports_import_nothing_heavy():
    code = "import sys, claimcheck.reports; print(*sorted({'numpy', 'torch', 'transformers', 'rich', 'scipy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_every_format_is_told_of_with_its_suffixes():
    rows = (PACKAGE.parents[1] / "docs" / "formats.md").read_text(encoding="utf-8").splitlines()
    told = {row.split("`")[1]: row.split("|")[3].strip() for row in rows if row.startswith("| `")}
    assert {name: " ".join(each.suffixes) for name, each in FORMATS.items()} == {name: told[name] for name in FORMATS}
