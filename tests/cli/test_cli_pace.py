"""Progress of a run that takes hours, told in lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.cli.pace import Lines, pace_bars, pace_line, time_left


@pytest.mark.parametrize(
    ("done", "total", "rate", "line"),
    [
        (12_000, 100_000, 210.0, "reading 12,000 of 100,000 (12%), 210 a second, 0:06:59 left"),
        (3, 9, 0.5, "reading 3 of 9 (33%), 0.5 a second, 0:00:12 left"),
        (0, 0, 0.0, "reading 0 of 0, 0.0 a second"),
        (5, 3, 1.0, "reading 5 of 3 (166%), 1.0 a second, 0:00:00 left"),
    ],
)
def test_a_line_tells_how_far_how_fast_and_how_long(done, total, rate, line):
    assert pace_line("reading", done, total, rate=rate) == line


@settings(max_examples=60)
@given(st.integers(0, 10**7))
def test_a_time_counts_its_days_hours_minutes_and_seconds(seconds):
    """time_left: a time as hours, minutes and seconds, after days where there are any."""
    days, clock = time_left(seconds).split(" d ") if " d " in time_left(seconds) else ("0", time_left(seconds))
    hours, minutes, rest = map(int, clock.split(":"))
    assert ((int(days) * 24 + hours) * 60 + minutes) * 60 + rest == seconds
    assert (hours < 24, minutes < 60, rest < 60) == (True, True, True)


def test_a_log_has_a_line_a_minute_with_the_rate_since_the_last():
    now, told = [0.0], []
    lines = Lines(told.append, clock=lambda: now[0])
    for second in range(0, 200, 10):
        now[0] = second
        lines("reading", 100 + 5 * second, 2000)
    assert told == [
        "reading 400 of 2,000 (20%), 5.0 a second, 0:05:20 left",
        "reading 700 of 2,000 (35%), 5.0 a second, 0:04:20 left",
        "reading 1,000 of 2,000 (50%), 5.0 a second, 0:03:20 left",
    ]


def test_each_stage_starts_its_own_clock():
    now, told = [0.0], []
    lines = Lines(told.append, clock=lambda: now[0])
    lines("reading", 0, 10)
    now[0] = 100.0
    lines("comparing", 500, 1000)
    assert told == []
    now[0] = 160.0
    lines("comparing", 560, 1000)
    assert told == ["comparing 560 of 1,000 (56%), 1.0 a second, 0:07:20 left"]


def test_bars_are_drawn_with_their_pace_and_cleared(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    with pace_bars(color=False) as advance:
        advance("reading", 1, 10)
        advance("reading", 10, 10)
        advance("comparing", 2, 5)
    drawn = capsys.readouterr()
    assert drawn.out == ""
    assert "10 of 10" in drawn.err
    assert "comparing" in drawn.err
