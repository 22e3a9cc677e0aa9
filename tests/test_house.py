"""The house keeps its own rules: what is documented, what is light, how long a file may be."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.claims import KINDS
from claimcheck.load import LOADERS
from claimcheck.reports import FORMATS
from claimcheck.rules import RULES

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "claimcheck").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_module_is_longer_than_300_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_every_rule_that_can_fire_is_in_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    not_yet = {"CC105", "CC501"}
    assert all(code in readme for code in RULES)
    assert all(f"| {code} |" in readme for code in set(RULES) - not_yet)


def test_every_make_target_of_the_readme_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("demo", "test", "check", "eval", "bench", "picture"):
        assert f"\n{target}:" in makefile


def test_the_report_in_the_readme_is_what_the_demo_prints():
    done = subprocess.run([sys.executable, "-m", "benchmarks.readme", "--check"], cwd=ROOT, timeout=120, check=False)
    assert done.returncode == 0, "the demo's report has changed: python -m benchmarks.readme fills README.md anew"


@pytest.mark.parametrize("registry", [KINDS, LOADERS, FORMATS, RULES], ids=["KINDS", "LOADERS", "FORMATS", "RULES"])
def test_registries_cannot_be_written(registry):
    with pytest.raises(TypeError):
        registry["new"] = None


@pytest.mark.parametrize("command", [["--help"], ["compare", "--help"], ["scan", "--help"], ["explain", "CC101"], ["--version"]])
def test_help_and_explain_import_nothing_heavy(command):
    heavy = ("torch", "transformers", "sentence_transformers", "numpy", "scipy", "sklearn", "pyarrow", "distributed")
    program = (
        "import sys; from claimcheck.cli import main; main(sys.argv[1:]);"
        f"print(sorted(set(sys.modules) & set({heavy!r})), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program, *command], capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr.strip().splitlines()[-1] == "[]", done.stderr


@pytest.mark.parametrize("path", sorted((ROOT / "benchmarks").rglob("*.py")), ids=lambda path: path.stem)
def test_every_benchmark_can_be_imported(path):
    """They are run by hand, so nothing else sees that a name they import has gone."""
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    try:
        importlib.import_module(module)
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] in ("benchmarks", "claimcheck"):
            raise
        pytest.skip(f"{error.name} is not installed")
