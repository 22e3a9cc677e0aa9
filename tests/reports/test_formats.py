"""What every format must do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.reports import FORMATS, Style

PACKAGE = Path(__file__).parents[2] / "claimcheck" / "reports"


def test_the_formats_are_in_order_and_no_suffix_belongs_to_two():
    suffixes = [suffix for each in FORMATS.values() for suffix in each.suffixes]
    assert list(FORMATS) == sorted(FORMATS)
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


def test_every_module_with_a_render_function_is_registered():
    modules = {path.stem for path in PACKAGE.glob("*.py") if "\ndef render(" in path.read_text(encoding="utf-8")}
    assert modules == {each.render.__module__.rpartition(".")[2] for each in FORMATS.values()}


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


def test_reports_import_nothing_heavy():
    code = "import sys, claimcheck.reports; print(*sorted({'numpy', 'torch', 'transformers', 'rich', 'scipy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
