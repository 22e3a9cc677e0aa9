"""`python -m training.contrast.readme`: prints the table of edits for README.md, from the examples of the edits."""

from __future__ import annotations

import sys

from training.contrast.edits import EDITS
from training.contrast.lexicon.antonyms import VERB_ANTONYMS, WORD_ANTONYMS
from training.contrast.lexicon.siblings import GROUPS
from training.contrast.lexicon.synonyms import VERB_SYNONYMS, WORD_SYNONYMS
from training.contrast.model import Edit


def table() -> str:
    """Return a Markdown table, a row for each example of each edit."""
    lines = ["| edit | stacks | before | after | label |", "|---|---|---|---|---|"]
    return "\n".join([*lines, *(line for edit in EDITS.values() for line in _lines(edit))])


def _lines(edit: Edit) -> list[str]:
    name = f"`{edit.name}`"
    if not edit.examples:
        return [f"| {name} | | a sentence of a passage | another of it, alone or joined to the first | neutral |"]
    return [f"| {name} | {'yes' if edit.plain else ''} | {a} | {b} | {label} |" for a, b, label in edit.examples]


def counts() -> str:
    """Return one line on the sizes of the tables."""
    opposite = sum(map(len, VERB_ANTONYMS.values())) + sum(map(len, WORD_ANTONYMS.values()))
    same = sum(map(len, VERB_SYNONYMS.values())) + sum(map(len, WORD_SYNONYMS.values()))
    return (
        f"{len(EDITS)} edits; {opposite} directed opposites, {same} directed synonyms, "
        f"{len(GROUPS)} groups of nouns of which only one can hold."
    )


if __name__ == "__main__":
    sys.stdout.write(f"{counts()}\n\n{table()}\n")
