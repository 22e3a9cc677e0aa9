"""One JSON line a claim, one a pair: what `claims` and `pairs` write."""

from __future__ import annotations

import json
from typing import Any

from claimcheck.model import Claim, PairVerdict, Span
from claimcheck.model.plain import plain


def claim_line(claim: Claim[Any]) -> str:
    """The claim as one line of JSON: kind, text, place in the article (line and column from 1), value and key."""
    line, column = claim.sentence.article.position(claim.start)
    return _line(
        {
            "kind": claim.kind,
            "text": claim.text,
            "start": claim.start,
            "end": claim.end,
            "line": line,
            "column": column,
            "sentence": claim.sentence.index,
            "value": plain(claim.value.to_dict()),
            "key": claim.key,
        }
    )


def claim_row(claim: Claim[Any]) -> str:
    """The claim as a line for people: place, kind, words, normalised key."""
    line, column = claim.sentence.article.position(claim.start)
    return f"{line}:{column}\t{claim.kind}\t{' '.join(claim.text.split())}\t{claim.key}"


def pair_line(identity: object, verdict: PairVerdict) -> str:
    """The verdict on one pair as one line of JSON."""
    return _line(
        {
            "id": identity,
            "relation": verdict.relation.value,
            "confidence": verdict.confidence,
            "contradiction": verdict.contradiction,
            "codes": list(verdict.codes),
            "why": verdict.why,
            "spans_a": _spans(verdict.spans_a),
            "spans_b": _spans(verdict.spans_b),
        }
    )


def _spans(spans: tuple[Span, ...]) -> list[dict[str, int]]:
    return [{"start": span.start, "end": span.end} for span in spans]


def _line(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, allow_nan=False)
