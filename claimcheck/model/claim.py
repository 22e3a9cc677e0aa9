"""Claims, what is compared of them, and an article as read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from claimcheck.model.terms import Relation, Role, Severity
from claimcheck.model.text import Article, Sentence, Skipped, Span

V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Generic[V]):
    """One checkable statement of a sentence.

    `span` is absolute, in the article. `value` is of the kind's own type. `key` is the normalised form
    ("18|body", "volodymyr zelensky", "2022-10-04") that fingerprints are made of and that alignment
    counts as shared evidence: equal keys mean the same thing whatever the spelling.
    """

    kind: str
    sentence: Sentence
    span: Span
    value: V
    key: str

    @property
    def text(self) -> str:
        return self.span.of(self.sentence.article.text)

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Generic[V]):
    """The aligned sentences of one source, with its claims of one kind.

    `elsewhere` holds the claims of that kind in the rest of the article: a figure that is absent from
    the passage may stand two paragraphs on.
    """

    sentences: tuple[Sentence, ...]
    claims: tuple[Claim[V], ...]
    elsewhere: tuple[Claim[V], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a desk knows beside the articles. `aliases` maps a spelling to the desk's own (both lower case)."""

    aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Generic[V]):
    """What a kind says of claims of two passages that speak of the same thing.

    `relation` is that of `right` in the light of `left`. `code` is the rule it falls under when it is a
    divergence, None when it is not. `message` is one sentence for an editor with the placeholders
    `{left}` and `{right}` for the names of the sources. `why` is the reason in a clause.
    `confidence` is in [0, 1]. `severity` is set only where it differs from the rule's own.
    """

    kind: str
    left: tuple[Claim[V], ...]
    right: tuple[Claim[V], ...]
    relation: Relation
    confidence: float
    code: str | None = None
    message: str = ""
    why: str = ""
    severity: Severity | None = None


MAX_LEAD_SENTENCES = 2
"""A lead is a sentence, at times two; an article without blank lines is no lead as a whole."""


@dataclass(frozen=True, kw_only=True)  # no slots: `leads` is computed once
class Reading:
    """One article as read: every non-blank character lies in a sentence or in a skipped span."""

    article: Article
    sentences: tuple[Sentence, ...]
    skipped: tuple[Skipped, ...] = ()
    claims: tuple[Claim[Any], ...] = ()
    has_lead: bool = True
    """False of sentences that are no article: none of them sums up the others."""

    @cached_property
    def leads(self) -> frozenset[int]:
        """The sentences that sum the story up: headlines, and the first paragraph as far as `MAX_LEAD_SENTENCES`.

        What they tell is told again below, so it is never left out.
        """
        if not self.has_lead:
            return frozenset()
        body = [s for s in self.sentences if s.role is Role.BODY]
        lead = [s.index for s in body if s.paragraph == body[0].paragraph][:MAX_LEAD_SENTENCES]
        return frozenset(lead) | {s.index for s in self.sentences if s.role is Role.HEADLINE}

    def sums_up(self, sentence: Sentence) -> bool:
        """Whether a sentence of the article is one of its `leads`."""
        return sentence.index in self.leads
