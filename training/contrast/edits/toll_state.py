"""The same people in another state: killed and injured are two counts, and one says nothing of the other."""

from __future__ import annotations

import re
from random import Random

from training.contrast.model import Change, Edit, Marked, Swap, World

_STATES = (
    "killed",
    "injured",
    "wounded",
    "arrested",
    "evacuated",
    "hospitalised",
    "displaced",
    "rescued",
    "treated for shock",
    "questioned",
)
_STATE = re.compile(
    r"(?<=were )(?P<word>killed|injured|wounded|arrested|evacuated|hospitali[sz]ed|displaced|rescued|detained|kidnapped)\b"
)
_CLOSE = {
    "injured": {"injured", "wounded", "hospitalised", "treated for shock"},
    "arrested": {"arrested", "questioned"},
    "killed": {"killed"},
}


def make(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with another count of the same event: neither follows nor is ruled out."""
    hits = [hit for hit in _STATE.finditer(sentence.text) if not sentence.guarded(hit.start(), hit.end())]
    hits = [hit for hit in hits if any(m.kind == "quantity" and m.start < hit.start() <= m.end + 30 for m in sentence.marks)]
    if not hits:
        return None
    hit = draw.choice(hits)
    kin = {"wounded": "injured", "detained": "arrested"}.get(hit["word"], hit["word"])
    ruled_out = {
        "killed": {"arrested", "rescued", "questioned", "evacuated", "displaced", "treated for shock", "hospitalised"},
        "rescued": {"killed"},
        "arrested": {"killed"},
    }.get(kin, set())
    others = [state for state in _STATES if state not in _CLOSE.get(kin, {kin}) | ruled_out]
    return Change((Swap(hit.start(), hit.end(), draw.choice(others)),), "not_contradiction", "not_contradiction")


EDIT = Edit(
    name="toll_of_another_state",
    make=make,
    examples=(("Twelve people were killed in the crash.", "Twelve people were injured in the crash.", "not_contradiction"),),
)
