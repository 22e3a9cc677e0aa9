"""Every edit by its name. To add one: write its module with `EDIT` or `EDITS`, and add one line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from training.contrast.edits import (
    added,
    antonym,
    bound_moved,
    date_bound,
    date_changed,
    figure_bound,
    figure_changed,
    figure_rewritten,
    figure_vague,
    hedge,
    name_rewritten,
    name_swapped,
    negation,
    negation_kept,
    order,
    quantifier,
    rank,
    shortened,
    sibling,
    synonym,
    tense,
    toll_state,
    unit,
    voice,
)
from training.contrast.model import Edit

EDITS: Mapping[str, Edit] = MappingProxyType(
    {
        edit.name: edit
        for edit in (
            figure_changed.EDIT,
            *figure_bound.EDITS,
            *bound_moved.EDITS,
            *figure_vague.EDITS,
            figure_rewritten.EDIT,
            *unit.EDITS,
            *rank.EDITS,
            toll_state.EDIT,
            date_changed.EDIT,
            *date_bound.EDITS,
            *name_swapped.EDITS,
            *name_rewritten.EDITS,
            *antonym.EDITS,
            synonym.EDIT,
            *sibling.EDITS,
            *negation.EDITS,
            *negation_kept.EDITS,
            *tense.EDITS,
            *quantifier.EDITS,
            *hedge.EDITS,
            *voice.EDITS,
            *order.EDITS,
            *shortened.EDITS,
            *added.EDITS,
        )
    }
)
