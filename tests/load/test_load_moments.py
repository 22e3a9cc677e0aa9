from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claimcheck.load.moments import moment

AT = datetime(2022, 10, 4, 14, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2022-10-04T14:30:00Z", "2022-10-04T16:30:00+02:00", "2022-10-04T14:30:00+0000", "2022-10-04 14:30:00 +0000",
        "20221004T143000Z", "2022-10-04T14:30", "2022-10-04T14:30:00.000Z", "2022-10-04T14:30:00.0000000Z",
        "Tue, 04 Oct 2022 14:30:00 GMT", "4 Oct 2022 16:30:00 +0200", " 2022-10-04T14:30:00Z ",
    ],
)  # fmt: skip
def test_one_moment_in_many_forms(text):
    assert moment(text) == AT


@pytest.mark.parametrize(
    "value",
    ["", " ", None, 5, [], "Tuesday", "04/10/2022", "10/4/22", "October 4, 2022", "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z",
     "2022-13-40", "2022", "9" * 5000, "Copyright 2022", "{{ date }}"],
)  # fmt: skip
def test_what_is_no_time_or_can_be_read_in_two_ways_is_none(value):
    assert moment(value) is None


def test_a_day_is_its_first_moment_in_utc():
    assert moment("2022-10-04") == moment("20221004") == datetime(2022, 10, 4, tzinfo=UTC)
