"""The state of a scan: what is put in comes out, in order, after a kill as well; and nobody else writes there."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import ReportError, UsageError
from claimcheck.scan import state as state_module
from claimcheck.scan.kept_cards import card_of, kept_card
from claimcheck.scan.state import Read, Told, open_state
from claimcheck.scan.types import Card, Group, Member, Ref

MORNING = datetime(2024, 5, 7, 8, tzinfo=UTC)
HASH = st.integers(0, 2**32 - 1)


def card(number, *, published=MORNING, **values):
    row = np.zeros(4, dtype=np.float32)
    row[number % 4] = 1
    made = {"ref": Ref(path=f"{number}.txt"), "vector": row, "digest": f"d{number}", "outlet": "AP", "title": "A title"}
    return Card(number=number, published=published, **made | values)


def read(unit, made, *, content=None):
    kept = kept_card(made, content=content or f"c{unit}")
    return Read(unit=unit, ref=made.ref, card=kept)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state.sqlite"


@pytest.fixture
def state(path):
    with closing(open_state(path)) as opened:
        yield opened


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.floats(-1, 1, width=32), min_size=4, max_size=4).filter(lambda row: np.linalg.norm(row) > 0.1),
    st.frozensets(HASH, max_size=9),
    st.frozensets(HASH, max_size=9),
    st.lists(HASH, max_size=9),
    st.none() | st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))])),
    st.text(max_size=9),
)
def test_a_card_comes_back(row, terms, figures, sketch, published, title):
    """card_of: return the card that was kept, its vector of length 1 again; a cosine is off by less than 0.001."""
    vector = np.array(row, dtype=np.float32)
    vector /= np.linalg.norm(vector)
    named = {"names": frozenset(sorted(terms)[1:]), "leading": frozenset(sorted(terms)[2:])}
    before = card(3, vector=vector, terms=terms, figures=figures, **named, sketch=tuple(sketch), published=published, title=title)
    after = card_of(kept_card(before, content="c"), number=3, ref=before.ref)
    assert after.vector.dtype == np.float32
    assert abs(float(after.vector @ before.vector) - 1) < 1e-3
    assert abs(float(np.linalg.norm(after.vector)) - 1) < 1e-6
    for name in (
        "number",
        "ref",
        "outlet",
        "title",
        "published",
        "language",
        "words",
        "digest",
        "terms",
        "figures",
        *named,
        "sketch",
    ):
        assert getattr(after, name) == getattr(before, name), name


def test_cards_come_by_time_then_by_place_and_undated_ones_last(state, monkeypatch):
    monkeypatch.setattr(state_module, "_PAGE", 2)
    hour = timedelta(hours=1)
    times = [MORNING + hour, None, MORNING, MORNING + hour, None, datetime(1890, 1, 1, tzinfo=UTC), MORNING]
    state.add_read(reversed([read(number, card(number, published=time)) for number, time in enumerate(times)]))
    state.number_articles()
    assert [each.number for each in state.cards()] == [5, 2, 6, 0, 3, 1, 4]
    assert [each.ref.path for each in state.cards()][:2] == ["5.txt", "2.txt"]


def test_articles_are_numbered_by_their_place_whatever_was_read_first(state):
    parts = [card(0, ref=Ref(path="b.json", part=part)) for part in (1, 0)]
    state.add_read([read(1, parts[0], content="b1"), Read(unit=2, ref=Ref(path="c.txt"), reason="is empty")])
    state.add_read([read(1, parts[1], content="b0"), read(0, card(0, ref=Ref(path="a.txt")))])
    state.number_articles()
    assert [(each.number, each.ref.label) for each in state.cards()] == [(0, "a.txt"), (1, "b.json"), (2, "b.json#1")]
    assert [(each.ref.label, each.reason) for each in state.set_aside()] == [("c.txt", "is empty")]
    bits = state.units_read()
    assert [bits[unit // 8] >> unit % 8 & 1 for unit in range(8)] == [1, 1, 1, 0, 0, 0, 0, 0]


def stories(state, sizes):
    """Stories of so many articles each, in the state."""
    total = sum(sizes)
    state.add_read([read(number, card(number)) for number in range(total)])
    state.number_articles()
    groups, first = [], 0
    for size in sizes:
        members = [
            Member(number=n, ref=Ref(path=f"{n}.txt"), outlet="AP", title="A title", published=MORNING,
                   copy_of=first if n == first + 2 else None, near_copy_of=first if n == first + 1 else None)
            for n in range(first, first + size)
        ]  # fmt: skip
        groups.append(Group(key=f"k{first}", members=tuple(members)))
        first += size
    state.add_groups(enumerate(groups))
    return groups


def test_stories_come_back_with_their_articles(state, monkeypatch):
    monkeypatch.setattr(state_module, "_PAGE", 1)
    groups = stories(state, [3, 1, 2])
    waiting = list(state.groups_to_do())
    assert [each.group for each in waiting] == groups
    assert [each.contents for each in waiting] == [("c0", "c1", "c2"), ("c3",), ("c4", "c5")]
    state.add_told([Told(number=1, row="one\n")])
    assert [each.number for each in state.groups_to_do()] == [0, 2]


def test_stories_may_be_told_while_they_are_gone_through(state, monkeypatch):
    monkeypatch.setattr(state_module, "_PAGE", 2)
    stories(state, [1] * 7)
    seen = []
    for each in state.groups_to_do():
        seen.append(each.number)
        state.add_told([Told(number=each.number, row=f"{each.number}\n")])
    assert seen == list(range(7))
    assert "".join(state.story_rows()) == "0\n1\n2\n3\n4\n5\n6\n"


def test_findings_come_in_the_order_of_stories_up_to_the_first_without_a_result(state):
    stories(state, [1, 1, 1, 1])
    state.add_told(
        [Told(number=2, row="r", findings="two\n"), Told(number=0, row="r", findings="zéro\n", compared=2, gates=("omission",))]
    )
    assert list(state.findings()) == [(0, "zéro\n")]
    state.add_told([Told(number=1, row="r")])
    assert list(state.findings()) == [(0, "zéro\n"), (1, ""), (2, "two\n")]
    assert list(state.findings(after=1)) == [(2, "two\n")]
    assert (state.gates(), state.counts()["compared"], state.counts()["done"]) == (frozenset({"omission"}), 1, 3)


def test_an_empty_state_answers_every_question(state):
    state.number_articles()
    assert (list(state.cards()), list(state.set_aside()), list(state.groups_to_do()), list(state.findings())) == ([], [], [], [])
    assert (state.noted("signature"), len(state.units_read()), state.gates(), sum(state.counts().values())) == (
        "",
        0,
        frozenset(),
        0,
    )


def test_a_batch_is_kept_whole_or_not_at_all(state):
    stories(state, [1, 1])
    with pytest.raises(ReportError):
        state.add_groups([(2, Group(key="k", members=())), (0, Group(key="twice", members=()))])
    assert state.counts()["stories"] == 2


def test_another_process_is_refused_until_the_first_is_gone_however_it_ends(state, path):
    state.note(a="1")
    with pytest.raises(UsageError, match="another scan is writing there"):
        open_state(path)
    state.close()
    program = (
        "import sys, time; from pathlib import Path; from claimcheck.scan.state import open_state;"
        "held = open_state(Path(sys.argv[1])); held.note(b='2'); print('ready', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"ready\n"
        with pytest.raises(UsageError, match="another scan is writing there"):
            open_state(path)
        other.kill()
    with closing(open_state(path)) as again:
        assert (again.noted("a"), again.noted("b")) == ("1", "2")


def test_a_fresh_state_knows_nothing(state, path):
    stories(state, [2])
    state.note(read="done")
    state.close()
    with closing(open_state(path, fresh=True)) as again:
        assert (again.noted("read"), sum(again.counts().values())) == ("", 0)


@pytest.mark.parametrize("content", [b"no database" * 200, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_file_that_is_no_state_is_one_line_with_its_way_out(path, content):
    path.write_bytes(content)
    with pytest.raises(UsageError, match="--fresh starts over"):
        open_state(path)
    with closing(open_state(path, fresh=True)) as state:
        assert sum(state.counts().values()) == 0


def test_a_file_of_another_program_or_version_is_left_alone(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE mine(x)")
    for fresh in (False, True):
        with pytest.raises(UsageError, match="belongs to another program"):
            open_state(path, fresh=fresh)
    path.unlink()
    open_state(path).close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA user_version = 99")
    with pytest.raises(UsageError, match="another version"):
        open_state(path)
    open_state(path, fresh=True).close()
    open_state(path).close()


def test_a_full_disk_is_one_line_and_loses_no_more_than_the_batch(state):
    stories(state, [1, 1])
    pages = state._connection.execute("PRAGMA page_count").fetchone()[0]
    state._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ReportError, match="the same command goes on"):
        state.add_told([Told(number=0, row=os.urandom(200_000).hex())])
    state._connection.execute("PRAGMA max_page_count = 1000000")
    assert state.counts()["done"] == 0
    state.add_told([Told(number=0, row="row")])
    assert state.counts()["done"] == 1
