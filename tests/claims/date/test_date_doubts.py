"""One verb and two days, which are of two events all the same: another object, or a day that a speaker counts from."""

from __future__ import annotations

import pytest

from claimcheck.divergence.pair import judge_pair
from claimcheck.model import Context


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The mayor signed off on the bridge on Monday.", "The mayor signed off on the budget on Tuesday."),
        ("The council approved the budget on 3 March.", "The council approved the bridge on 5 March."),
        ("Rebels took the town on 3 March.", "Rebels took the airport on 5 March."),
        ("The court upheld the fine on Monday.", "The court upheld the sentence on Tuesday."),
    ],
)
def test_what_is_done_to_two_things_is_done_on_two_days(left, right):
    assert not judge_pair(left, right, Context()).codes
    assert not judge_pair(right, left, Context()).codes


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The mayor signed off on the bridge on Monday.", "The mayor signed off on the bridge on Tuesday."),
        ("The minister resigned on Monday.", "The minister resigned from the cabinet on Tuesday."),
        ("The blast killed 12 people on Monday.", "The blast killed 12 guests on Tuesday."),
        ("Rebels took the town of Lorn on 3 March.", "Rebels took Lorn on 5 March."),
    ],
)
def test_one_object_or_none_is_one_event(left, right):
    assert judge_pair(left, right, Context()).codes == ("CC102",)
    assert judge_pair(right, left, Context()).codes == ("CC102",)
