"""Findings point at words: evidence with marks, and the fingerprint that outlives a moved paragraph."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from claimcheck.model import Claim, Evidence, Mark, Sentence


def evidence_of(sentence: Sentence, claims: Iterable[Claim[Any]] = (), *, words: Iterable[Mark] | None = None) -> Evidence:
    """The sentence as shown, with the claims that lie in it marked; or, where they are given, these `words` of it."""
    line, column = sentence.article.position(sentence.span.start)
    told = (Mark(span=c.span, text=c.text, value=c.value.to_dict()) for c in claims if c.sentence.article is sentence.article)
    marks = {mark.span: mark for mark in (told if words is None else words) if sentence.span.covers(mark.span)}
    return Evidence(
        source=sentence.article.id,
        sentence=sentence.index,
        line=line,
        column=column,
        span=sentence.span,
        text=sentence.text,
        marks=tuple(marks[span] for span in sorted(marks)),
    )


def fingerprint(code: str, keys_by_source: Mapping[str, Sequence[str]], absent: Sequence[str] = ()) -> str:
    """16 hex digits made of the rule, the claims' normalised keys and the names of the sources.

    No offsets and no line numbers: a moved paragraph keeps its fingerprint, a changed figure does not.
    """
    content = [code, sorted((name, sorted(set(keys))) for name, keys in keys_by_source.items()), sorted(absent)]
    return blake2b(json.dumps(content, ensure_ascii=False).encode("utf-8", "replace"), digest_size=8).hexdigest()


def blend(fingerprints: Sequence[str]) -> str:
    """One fingerprint for findings that are told as one."""
    return blake2b("".join(sorted(fingerprints)).encode("ascii"), digest_size=8).hexdigest()


def clip(text: str, *, most_chars: int = 110) -> str:
    """The text on one line, cut at a word where it is longer than `most_chars`."""
    line = " ".join(text.split())
    if len(line) <= most_chars:
        return line
    return line[:most_chars].rsplit(" ", 1)[0].rstrip(",;:–—-") + " …"


def listing(names: Sequence[str]) -> str:
    """The names in a row: "a", "a and b", "a, b and c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
