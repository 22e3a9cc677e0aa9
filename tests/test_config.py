"""Settings, the layers they come from, and alias files."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

import claimcheck
from claimcheck.config import MAX_ALIAS_CHARS, OPTIONS, FailOn, Settings, read_aliases, settings_from, stray_variables
from claimcheck.config.options import variable_of
from claimcheck.config.variables import OTHER_VARIABLES
from claimcheck.errors import ConfigError, UsageError
from claimcheck.model import Severity


def test_flags_win_over_environment_over_file_and_the_rest_is_the_default():
    file = {"min-confidence": 0.1, "fail-on": "shift", "model": "from-file"}
    environment = {"CLAIMCHECK_MIN_CONFIDENCE": "0.2", "CLAIMCHECK_FAIL_ON": "omission", "HOME": "/x"}
    made = settings_from(flags={"min-confidence": "0.3", "fail-on": None}, environment=environment, file=file)
    assert (made.min_confidence, made.fail_on, made.model) == (0.3, FailOn.OMISSION, "from-file")
    assert made == Settings(min_confidence=0.3, fail_on=FailOn.OMISSION, model="from-file")


def test_no_layer_gives_the_defaults():
    assert settings_from() == Settings()
    assert settings_from(flags=dict.fromkeys(OPTIONS), environment={"CLAIMCHECK_DEBUG": "1"}) == Settings()


def test_every_option_sets_a_field_and_every_field_has_its_option():
    assert sorted(option.field for option in OPTIONS.values()) == sorted(set(Settings.__slots__) - {"root"})


@pytest.mark.parametrize(
    ("name", "value", "field", "wanted"),
    [
        ("no-cache", True, "use_cache", False),
        ("exit-zero", True, "exit_zero", True),
        ("min-severity", "Warning", "min_severity", Severity.WARNING),
        ("select", ["cc1,CC303", "CC201"], "select", ("CC1", "CC303", "CC201")),
        ("ignore", ["CC202", "cc202"], "ignore", ("CC202",)),
        (
            "as-of",
            ["a=b=2022-10-04T18:30:00+03:00"],
            "as_of",
            {"a=b": datetime(2022, 10, 4, 18, 30, tzinfo=timezone(timedelta(hours=3)))},
        ),
        ("as-of", ["ap=2022-10-04"], "as_of", {"ap": datetime(2022, 10, 4, tzinfo=UTC)}),
    ],
)
def test_a_flag_is_read_into_the_type_of_its_field(name, value, field, wanted):
    assert getattr(settings_from(flags={name: value}), field) == wanted


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("fail-on", "always"),
        ("min-severity", "fatal"),
        ("min-confidence", "1.5"),
        ("min-confidence", "nan"),
        ("min-confidence", "high"),
        ("select", ["CC999"]),
        ("ignore", ["X1"]),
        ("as-of", ["ap"]),
        ("as-of", ["=2022-10-04"]),
        ("as-of", ["ap=yesterday"]),
        ("model", "  "),
    ],
)
def test_a_wrong_value_is_an_error_that_names_where_it_stands(name, value):
    with pytest.raises(UsageError, match=f"^--{name}: "):
        settings_from(flags={name: value})
    variable = "CLAIMCHECK_" + name.upper().replace("-", "_")
    text = value if isinstance(value, str) else value[0]
    with pytest.raises(ConfigError, match=f"^{variable}: "):
        settings_from(environment={variable: text})
    with pytest.raises(ConfigError, match=rf"^desk\.toml: {name}: "):
        settings_from(file={name: value}, file_name="desk.toml")


@pytest.mark.parametrize(("text", "use_cache"), [("1", False), ("yes", False), ("0", True), ("off", True)])
def test_truth_in_the_environment(text, use_cache):
    assert settings_from(environment={"CLAIMCHECK_NO_CACHE": text}).use_cache is use_cache


def test_truth_is_not_guessed():
    with pytest.raises(ConfigError, match="CLAIMCHECK_NO_CACHE"):
        settings_from(environment={"CLAIMCHECK_NO_CACHE": "perhaps"})


def test_settings_made_in_python_are_checked_too():
    with pytest.raises(ConfigError, match="between 0 and 1"):
        Settings(min_confidence=2)
    with pytest.raises(ConfigError, match="CC7"):
        Settings(select=("CC7",))
    assert Settings(select=("cc101",)).select == ("CC101",)


def test_alias_lines(tmp_path):
    file = tmp_path / "names.txt"
    file.write_text(
        "# our style\n\nKiev = Kyiv\n  The Hague=den haag \nOdessa  Oblast = Odesa region\nKiev = kyiv\n", encoding="utf-8"
    )
    assert dict(read_aliases(str(file))) == {"kiev": "kyiv", "the hague": "den haag", "odessa oblast": "odesa region"}


@pytest.mark.parametrize(
    "text", ['Kiev = "Kyiv"\n"The Hague" = "Den Haag"\n', '[aliases]\nKiev = "Kyiv"\n"The Hague" = "Den Haag"\n']
)
def test_alias_tables(tmp_path, text):
    file = tmp_path / "names.toml"
    file.write_text(text, encoding="utf-8")
    assert settings_from(flags={"aliases": str(file)}).aliases == {"kiev": "kyiv", "the hague": "den haag"}


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", b"Kiev = Kyiv\nOdessa\n", "line 2: no '='"),
        ("a.txt", b"\n\nKiev =\n", "line 3: a spelling is missing"),
        ("a.txt", b"Kiev = Kyiv\nKiev = Kiew\n", "line 2: 'kiev' already stands for 'kyiv'"),
        ("a.txt", b"a = " + b"b" * (MAX_ALIAS_CHARS + 1), "line 1: longer than"),
        ("a.txt", b"Kiev = \xff\xfe", "not UTF-8"),
        ("a.toml", b"Kiev = Kyiv\n", "at line 1"),
        ("a.toml", b"Kiev = 3\n", "'Kiev' is not a string"),
        ("a.toml", b"aliases = 3\n", "'aliases' is not a string"),
    ],
)
def test_a_wrong_alias_file_is_an_error_that_names_file_and_line(tmp_path, name, content, told):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ConfigError) as raised:
        read_aliases(str(tmp_path / name))
    assert told in str(raised.value)
    assert name in str(raised.value)


@pytest.mark.parametrize("path", ["missing.txt", ".", "nul\0byte"])
def test_an_alias_file_that_cannot_be_opened(tmp_path, monkeypatch, path):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError, match="cannot read the aliases"):
        read_aliases(path)


def test_a_hostile_alias_file_is_read_in_time(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("=" * 100_000 + "\n" * 100_000, encoding="utf-8")
    started = time.perf_counter()
    with pytest.raises(ConfigError):
        read_aliases(str(file))
    assert time.perf_counter() - started < 15


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("CLAIMCHECK_MIN_CONFIDANCE", "CLAIMCHECK_MIN_CONFIDENCE"),
        ("CLAIMCHECK_FAILON", "CLAIMCHECK_FAIL_ON"),
        ("claimcheck_fail_on", "CLAIMCHECK_FAIL_ON"),  # names of variables have their case
        ("CLAIMCHECK_CACHE", "CLAIMCHECK_NO_CACHE"),
        ("CLAIMCHECK_QUUX", ""),
        ("CLAIMCHECK_" + "X" * 100_000, ""),
    ],
)
def test_a_variable_that_nothing_reads_is_told_with_the_nearest_one(name, near):
    assert stray_variables({name: "1", "HOME": "/x", "CLAIMCHECK_DEBUG": "1"}) == ((name, near),)


def test_what_is_read_or_empty_or_of_others_is_no_stray():
    read = {variable_of(name): "x" for name in OPTIONS} | dict.fromkeys(OTHER_VARIABLES, "x")
    assert stray_variables({**read, "CLAIMCHECK_FAILON": "", "CLAIM_CHECK": "1", "_CLAIMCHECK_COMPLETE": "bash"}) == ()


def test_every_variable_that_the_sources_name_is_known():
    """Otherwise a run would warn of a variable that it reads."""
    sources = Path(claimcheck.__file__).parent.rglob("*.py")
    named = {found for path in sources for found in re.findall(r"\bCLAIMCHECK_[A-Z_]+[A-Z]\b", path.read_text(encoding="utf-8"))}
    assert stray_variables(dict.fromkeys(named, "1")) == ()
    assert "CLAIMCHECK_CACHE_DIR" in named
