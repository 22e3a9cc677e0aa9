"""An article to its sentences. What is no sentence is set aside with the reason, never lost."""

from __future__ import annotations

from claimcheck.segment.dateline import Dateline
from claimcheck.segment.dateline import parse as parse_dateline
from claimcheck.segment.marks import MARK, as_printed, blank_marks
from claimcheck.segment.parts import MAX_SENTENCES
from claimcheck.segment.reading import MAX_SENTENCE_CHARS, segment
from claimcheck.segment.sentences import sentence_spans

__all__ = [
    "MARK",
    "MAX_SENTENCES",
    "MAX_SENTENCE_CHARS",
    "Dateline",
    "as_printed",
    "blank_marks",
    "parse_dateline",
    "segment",
    "sentence_spans",
]
