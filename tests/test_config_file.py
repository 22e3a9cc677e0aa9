"""The configuration file: where it is found, what is wrong in it and on which line, and what holds in the end."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.config import OPTIONS, Layer, Settings, find_desk, read_desk, resolve, shown
from claimcheck.config.lines import key_lines, line_of
from claimcheck.errors import ConfigError, UsageError
from claimcheck.model import Severity


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """Writes claimcheck.toml in the current folder and reads it."""
    monkeypatch.chdir(tmp_path)

    def read(text: str, name: str = "claimcheck.toml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return read_desk(name)

    return read


DOCUMENT = '''# a comment = 1
a = 1
b = [1, # ]
  "x]", """
 ]] """]
[x."y.z"]
q = {a = 1, b = "}"}
'k' . j = 2
[[story]]
ours = "a"
[[story]]
ours = "b"
[[story.sub]]
k = 1
[x.w]  # a comment
d = \'\'\'a\'\'\'\'
e = 1'''


def test_every_key_has_its_line():
    assert dict(key_lines(DOCUMENT)) == {
        ("a",): 2,
        ("b",): 3,
        ("x", "y.z"): 6,
        ("x", "y.z", "q"): 7,
        ("x", "y.z", "k", "j"): 8,
        ("story", 0): 9,
        ("story", 0, "ours"): 10,
        ("story", 1): 11,
        ("story", 1, "ours"): 12,
        ("story", 1, "sub", 0): 13,
        ("story", 1, "sub", 0, "k"): 14,
        ("x", "w"): 15,
        ("x", "w", "d"): 16,
        ("x", "w", "e"): 17,
    }


def test_a_key_inside_a_value_has_the_line_of_the_key_before_it():
    assert line_of(key_lines(DOCUMENT), ("x", "y.z", "q", "a")) == 7
    assert line_of(key_lines(DOCUMENT), ("nowhere",)) is None


VALUES = st.one_of(
    st.text(st.characters(codec="ascii", exclude_categories=("Cc",)), max_size=12).map(
        lambda t: '"' + t.replace("\\", "\\\\").replace('"', '\\"') + '"'
    ),
    st.text('ab#]\n[{"', max_size=8).map(lambda t: "'''" + t + "x'''"),
    st.lists(st.integers(0, 9), max_size=4).map(lambda numbers: "[\n" + ",\n".join(map(str, numbers)) + " # ]\n]"),
    st.just("1979-05-27T07:32:00Z"),
    st.just("{ a = [1, '}'], b = \"#\" }"),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(VALUES, st.sampled_from(["", "\n", "# x = 1\n", "  \n\n"])), max_size=8))
def test_lines_are_those_of_the_text(statements):
    """The line of a key is one more than the line breaks before it, whatever values stand above."""
    text, wanted = "", {}
    for number, (value, gap) in enumerate(statements):
        text += gap
        wanted[(f"k{number}",)] = text.count("\n") + 1
        text += f"k{number} = {value}\n"
    tomllib.loads(text)
    assert dict(key_lines(text)) == wanted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fail_on = 'shift'", "claimcheck.toml:1: unknown key 'fail_on' (did you mean 'fail-on'?)"),
        ("\n\nmin-confidance = 1", "claimcheck.toml:3: unknown key 'min-confidance' (did you mean 'min-confidence'?)"),
        ("stories = []", "claimcheck.toml:1: unknown key 'stories' (did you mean 'story'?)"),
        ("zzz = 1", "claimcheck.toml:1: unknown key 'zzz' (known are aliases, as-of, baseline"),
        ("# x\nmin-confidence = '0.5'", "claimcheck.toml:2: min-confidence: '0.5' is not a number between 0 and 1"),
        ("min-confidence = 7", "claimcheck.toml:1: min-confidence: 7 is not between 0 and 1"),
        ("min-confidence = true", "claimcheck.toml:1: min-confidence: True is not a number"),
        ("exit-zero = 'no'", "claimcheck.toml:1: exit-zero: 'no' is not true or false"),
        ("model = 3", "claimcheck.toml:1: model: 3 is not a text"),
        ("select = ['CC1',\n 'CC9']", "claimcheck.toml:1: select: 'CC9' is no rule code"),
        ("[severity]\nCC101 = 'fatal'", "claimcheck.toml:1: severity: 'fatal' is not one of note, warning, error"),
        ("[per-path-ignores]\n'a/*' = ['X']", "claimcheck.toml:1: per-path-ignores: 'X' is no rule code"),
        ("[as-of]\nap = 'noon'", "claimcheck.toml:1: as-of: 'noon' is no ISO 8601 time"),
        ("[aliases]\nkiev = 3", "claimcheck.toml:1: aliases: the table: 'kiev' is not a string"),
        ("a = 1\nb = \n", "claimcheck.toml:2: not valid TOML: Invalid value"),
        ("a = 1\na = 2", "claimcheck.toml: not valid TOML"),
        ("\n<<<<<<< ours\nmin-confidence = 0.1\n", "claimcheck.toml:2: holds a merge conflict"),
        ("story = 'a'", "claimcheck.toml:1: story is no list of tables (write [[story]])"),
        ("\n[[story]]\nours = 'a'", "claimcheck.toml:2: a story without 'sources'"),
        ("[[story]]\nours = 'a'\nsources = 'b'", "claimcheck.toml:1: sources: 'b' is not a list of paths"),
        ("[[story]]\nours = 'a'\nsources = ['b']\nsource = 1", "claimcheck.toml:4: unknown key 'source' (did you mean 'sources'?)"),
        ("[[story]]\nours='a'\nsources=['b']\n[[story]]\nours=1\nsources=['b']", "claimcheck.toml:4: ours: 1 is no text"),
        ("[[suppress]]\nreason = 'x'", "claimcheck.toml:1: a suppression without 'fingerprint'"),
        ("[[suppress]]\nfingerprint = '123'", "claimcheck.toml:1: fingerprint: '123' is no fingerprint"),
        ("[[suppress]]\nfingerprint = '12345678'\nuntil = 'May'", "claimcheck.toml:1: until: 'May' is no day"),
        ("[[suppress]]\nfingerprint = '12345678'\nreason = 3", "claimcheck.toml:1: reason: 3 is no text"),
        ("[[suppress]]\nfingerprint = '12345678'\nexpires = 3", "claimcheck.toml:3: unknown key 'expires'"),
        ("x = " + "[" * 5000, "nested too deep"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(desk, text, told):
    with pytest.raises(ConfigError) as raised:
        resolve(layer=desk(text).layer)
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("content", "told"), [(b"a = \xff", "not UTF-8 text"), (b"#" * 1_000_001, "larger than 1 MB"), (None, "No such file")]
)
def test_a_file_that_cannot_be_read_is_named(tmp_path, monkeypatch, content, told):
    monkeypatch.chdir(tmp_path)
    if content is not None:
        (tmp_path / "desk.toml").write_bytes(content)
    with pytest.raises(ConfigError, match=r"^desk\.toml: ") as raised:
        read_desk("desk.toml")
    assert told in str(raised.value)


def test_a_large_file_is_read_in_time(desk):
    text = "".join(f"[[suppress]]\nfingerprint = '{number:016x}'\nreason = '#]['\n" for number in range(5_000))
    assert desk(text).suppressions[-1].line == 5_000 * 3 - 2


def test_the_file_is_found_upwards_and_the_nearest_wins(tmp_path, monkeypatch):
    inner = tmp_path / "desk" / "stories" / "a"
    inner.mkdir(parents=True)
    (tmp_path / "claimcheck.toml").write_text("min-confidence = 0.1\n", encoding="utf-8")
    monkeypatch.chdir(inner)
    assert find_desk([]).path == "../../../claimcheck.toml"
    (tmp_path / "desk" / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert find_desk(["."]).path == "../../../claimcheck.toml"
    (tmp_path / "desk" / "pyproject.toml").write_text("[tool.claimcheck]\nmin-confidence = 0.2\n", encoding="utf-8")
    assert find_desk(["."]).path == "../../pyproject.toml"
    (tmp_path / "desk" / "claimcheck.toml").write_text("min-confidence = 0.3\n", encoding="utf-8")
    found = find_desk(["."])
    assert (found.path, found.layer.root, found.layer.entries) == ("../../claimcheck.toml", "../..", {"min-confidence": 0.3})
    assert find_desk([str(tmp_path / "desk"), "."]).path == "../../claimcheck.toml"
    assert find_desk([str(tmp_path), "."]).path == "../../../claimcheck.toml"


def test_without_a_file_everything_is_the_default(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = find_desk([])
    assert desk.path is None
    assert resolve(layer=desk.layer).settings == Settings()


def test_the_table_of_pyproject_has_lines_and_lists_of_its_own(desk):
    text = "[project]\nname = 'x'\n[tool.claimcheck]\nfail-on = 'shift'\n[[tool.claimcheck.suppress]]\nfingerprint = '12345678'\n"
    found = desk(text, "pyproject.toml")
    assert (found.suppressions[0].line, found.layer.entries) == (5, {"fail-on": "shift"})
    with pytest.raises(ConfigError, match=r"^pyproject\.toml:2: unknown key 'fail_on'"):
        desk("[tool.claimcheck]\nfail_on = 'shift'", "pyproject.toml")


def test_paths_of_the_file_count_from_its_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "desk" / "models" / "mine").mkdir(parents=True)
    (tmp_path / "desk" / "names.txt").write_text("Kiev = Kyiv\n", encoding="utf-8")
    (tmp_path / "desk" / "claimcheck.toml").write_text(
        "aliases = 'names.txt'\nmodel = 'models/mine'\njudge = 'owner/name'\nbaseline = 'known.json'\n"
        "output = ['json=out/a.json', 'text=-', 'b.json']\n"
        "[[story]]\nours = 'a.md'\nsources = ['wire/*.txt', 'AP=ap.txt']\n",
        encoding="utf-8",
    )
    desk = find_desk(["desk"])
    made = resolve(layer=desk.layer).settings
    assert made.aliases == {"kiev": "kyiv"}
    assert (made.model, made.judge, made.baseline) == ("desk/models/mine", "owner/name", "desk/known.json")
    assert made.output == ("json=desk/out/a.json", "text=-", "desk/b.json")
    assert (desk.stories[0].ours, desk.stories[0].sources) == ("desk/a.md", ("desk/wire/*.txt", "AP=desk/ap.txt"))


def test_entries_have_their_types(desk):
    found = desk(
        "[[story]]\nours = 'a'\nsources = ['b']\npublished = 2024-05-07\n[story.as-of]\nb = 2024-05-07T10:00:00+02:00\n"
        "[[suppress]]\nfingerprint = 'ABCDEF12'\nreason = ' two \\n words '\nuntil = 2024-05-07\nstory = 's'\n"
        "members = ['0000000000000001']\n".replace("\\n", " ")
    )
    story, settled = found.stories[0], found.suppressions[0]
    assert story.published == datetime(2024, 5, 7, tzinfo=UTC)
    assert story.as_of["b"] == datetime.fromisoformat("2024-05-07T10:00:00+02:00")
    assert (settled.fingerprint, settled.reason, settled.until) == ("abcdef12", "two words", date(2024, 5, 7))
    assert settled.members == ("0000000000000001",)


def test_every_value_knows_where_it_came_from(desk):
    layer = desk("# mine\nmin-confidence = 0.2\nmodel = 'a'\nselect = ['CC1']\n").layer
    made = resolve(flags={"model": "c"}, environment={"CLAIMCHECK_MIN_CONFIDENCE": "0.3"}, layer=layer)
    assert made.origins["model"] == "--model"
    assert made.origins["min-confidence"] == "CLAIMCHECK_MIN_CONFIDENCE"
    assert made.origins["select"] == "claimcheck.toml:4"
    assert made.origins["judge"] == "default"
    assert set(made.origins) == set(OPTIONS)


ENTRIES = st.fixed_dictionaries(
    {},
    optional={
        "min-confidence": st.sampled_from([0, 0.25, 1]),
        "exit-zero": st.booleans(),
        "no-cache": st.booleans(),
        "min-severity": st.sampled_from(["note", "warning", "error"]),
        "select": st.lists(st.sampled_from(["CC1", "CC202"]), max_size=2),
        "severity": st.dictionaries(st.sampled_from(["CC1", "CC202"]), st.sampled_from(["note", "error"])),
        "per-path-ignores": st.dictionaries(st.sampled_from(["a/*", 'b"/\x7fc']), st.just(["CC2"])),
        "aliases": st.dictionaries(st.sampled_from(["kiev", 'the "hague"']), st.just("x")),
        "ours": st.sampled_from(["desk", "☃ \\ "]),
        "as-of": st.just({"ap": "2024-05-07T10:00:00+02:00"}),
    },
)


@settings(max_examples=80, deadline=None)
@given(ENTRIES)
def test_what_is_shown_is_a_configuration_that_says_the_same(entries):
    """`check --show-settings` prints what holds, as TOML."""
    made = resolve(layer=Layer(entries=entries))
    again = resolve(layer=Layer(entries=tomllib.loads(shown(made))))
    assert again.settings == made.settings


@pytest.mark.parametrize(
    ("flags", "field", "wanted"),
    [
        ({"severity": ["CC202=Warning", "cc1=note"]}, "severity", {"CC202": Severity.WARNING, "CC1": Severity.NOTE}),
        ({"per-path-ignores": "op/*=CC2,x=CC101"}, "per_path_ignores", {"op/*": ("CC2",), "x": ("CC101",)}),
    ],
)
def test_tables_can_be_given_as_items(flags, field, wanted):
    assert getattr(resolve(flags=flags).settings, field) == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (["a,b.json", "c.json"], ("a,b.json", "c.json")),  # a list's items are taken as they stand
        ("a.json,b.json", ("a.json", "b.json")),
    ],
)
def test_only_a_string_of_paths_is_parted_by_commas(value, wanted):
    for name, field in (("output", "output"), ("ours-file", "ours_file"), ("source-files", "source_files"), ("exclude", "exclude")):
        assert getattr(resolve(flags={name: value}).settings, field) == wanted
        assert getattr(resolve(layer=Layer(entries={name: value})).settings, field) == wanted


def test_a_blank_path_in_a_list_is_an_error():
    with pytest.raises(UsageError, match=r"--output: .* holds a blank item"):
        resolve(flags={"output": ["a.json", " "]})


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (["x,y.txt=2024-05-07"], ["x,y.txt"]),  # a comma of a name
        (["ap=2024-05-07,wire=2024-05-08"], ["ap", "wire"]),  # a comma between two items
        ("ap=2024-05-07,wire=2024-05-08", ["ap", "wire"]),
        (["ap=2024-05-07", "x, y=2024-05-08"], ["ap", "x, y"]),
    ],
)
def test_the_name_of_a_source_may_hold_a_comma(given, names):
    assert list(resolve(flags={"as-of": given}).settings.as_of) == names


def test_a_table_item_without_its_key_is_an_error():
    with pytest.raises(UsageError, match="--severity: 'warning' is not CODE=SEVERITY"):
        resolve(flags={"severity": ["warning"]})
