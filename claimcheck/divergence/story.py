"""The story under comparison: its articles as read, their alignments, and what is asked of them again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from claimcheck.align.terms import content_stems, figure_terms
from claimcheck.claims.name import same_name
from claimcheck.model import Alignment, Bead, Claim, Context, Nearest, Passage, Reading, Sentence


@dataclass(frozen=True, kw_only=True)
class Story:
    """Readings in canonical order, and an alignment for each two of them. `copies` names for a source that prints another's
    text the source that stands for both.
    """

    readings: tuple[Reading, ...]
    alignments: tuple[Alignment, ...]
    context: Context
    copies: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Reading]:
        return {reading.article.id: reading for reading in self.readings}

    @cached_property
    def year(self) -> int | None:
        """The year of the first report; None where no source tells when it was published."""
        times = [r.article.published or r.article.as_of for r in self.readings]
        return min((moment.year for moment in times if moment is not None), default=None)

    @cached_property
    def words(self) -> Mapping[str, frozenset[str]]:
        """The content words of every source, by its id."""
        return {reading.article.id: content_stems(reading.article.text) for reading in self.readings}

    @cached_property
    def keys(self) -> Mapping[str, frozenset[str]]:
        """The keys of all claims of every source, by its id."""
        return {reading.article.id: frozenset(claim.key for claim in reading.claims) for reading in self.readings}

    @cached_property
    def figures(self) -> Mapping[str, frozenset[str]]:
        """The figures of every source as `align.terms.figure_terms` has them, by its id."""
        return {
            reading.article.id: frozenset(t for c in reading.claims if c.kind == "quantity" for t in figure_terms(c.key))
            for reading in self.readings
        }

    def lacks(self, source: str, claim: Claim[Any]) -> bool:
        """Whether a source has a figure or a name nowhere, in no spelling."""
        if claim.key in self.keys[source] or content_stems(claim.text) <= self.words[source]:
            return False
        return claim.kind != "name" or not self._has_name(source, claim.text)

    def _has_name(self, source: str, name: str) -> bool:
        known = self._names.setdefault((source, name), None)
        if known is None:
            aliases = self.context.aliases
            known = self._names[source, name] = any(same_name(name, other, aliases=aliases) for other in self._spellings[source])
        return known

    @cached_property
    def _spellings(self) -> Mapping[str, tuple[str, ...]]:
        """The names of every source as printed, each once, in order, by its id."""
        ids = (reading.article.id for reading in self.readings)
        return {source: tuple(sorted({claim.text for claim in self._by_kind.get((source, "name"), ())})) for source in ids}

    @cached_property
    def _names(self) -> dict[tuple[str, str], bool | None]:
        return {}

    @cached_property
    def _by_kind(self) -> Mapping[tuple[str, str], tuple[Claim[Any], ...]]:
        found: dict[tuple[str, str], list[Claim[Any]]] = {}
        for reading in self.readings:
            for claim in reading.claims:
                found.setdefault((reading.article.id, claim.kind), []).append(claim)
        return {key: tuple(claims) for key, claims in found.items()}

    @cached_property
    def _claims(self) -> Mapping[tuple[str, int], tuple[Claim[Any], ...]]:
        found: dict[tuple[str, int], list[Claim[Any]]] = {}
        for reading in self.readings:
            for claim in reading.claims:
                found.setdefault(claim.sentence.key, []).append(claim)
        return {key: tuple(claims) for key, claims in found.items()}

    def stems(self, sentence: Sentence) -> frozenset[str]:
        """The stems of a sentence's content words."""
        return self._stems[sentence.key]

    @cached_property
    def _stems(self) -> Mapping[tuple[str, int], frozenset[str]]:
        return {s.key: content_stems(s.text) for reading in self.readings for s in reading.sentences}

    def name_words(self, sentence: Sentence) -> frozenset[str]:
        """The stems of the words of a sentence's names."""
        return self._name_words[sentence.key]

    @cached_property
    def _name_words(self) -> Mapping[tuple[str, int], frozenset[str]]:
        names = {key: [claim.text for claim in claims if claim.kind == "name"] for key, claims in self._claims.items()}
        return {key: frozenset(word for name in names.get(key, ()) for word in content_stems(name)) for key in self._stems}

    def holders(self, source: str) -> Mapping[str, Sequence[int]]:
        """The sentences of a source that have each content word, in order."""
        if source not in self._holders:
            found: dict[str, list[int]] = {}
            for sentence in self.by_id[source].sentences:
                for word in self.stems(sentence):
                    found.setdefault(word, []).append(sentence.index)
            self._holders[source] = found
        return self._holders[source]

    @cached_property
    def _holders(self) -> dict[str, Mapping[str, Sequence[int]]]:
        return {}

    def matching(self, source: str, pattern: re.Pattern[str]) -> tuple[Sentence, ...]:
        """The sentences of a source in which the pattern is found, in order."""
        known = self._matching.get((source, pattern.pattern))
        if known is None:
            known = tuple(s for s in self.by_id[source].sentences if pattern.search(s.text))
            self._matching[source, pattern.pattern] = known
        return known

    @cached_property
    def _matching(self) -> dict[tuple[str, str], tuple[Sentence, ...]]:
        return {}

    def commonness(self, one: str, two: str) -> Mapping[str, float]:
        """The share of the sentences of two sources that has each content word, in (0, 1]."""
        pair = frozenset((one, two))
        if pair not in self._commonness:
            sentences = [s for source in (one, two) for s in self.by_id[source].sentences]
            counts = Counter(word for s in sentences for word in self.stems(s))
            self._commonness[pair] = {word: n / len(sentences) for word, n in counts.items()}
        return self._commonness[pair]

    @cached_property
    def _commonness(self) -> dict[frozenset[str], Mapping[str, float]]:
        return {}

    def name(self, source: str) -> str:
        """The name of a source by its id."""
        return self.by_id[source].article.name

    def names(self, sources: Sequence[str]) -> list[str]:
        """The names of some sources, each copy as such behind its original: that it says the same too is no second witness."""
        own = [source for source in sources if self.copies.get(source) not in sources]
        found = []
        for source in own:
            found.append(self.name(source))
            found += [f"its copy {self.name(copy)}" for copy in sources if self.copies.get(copy) == source]
        return found

    def sentences(self, source: str, indices: Sequence[int]) -> tuple[Sentence, ...]:
        return tuple(self.by_id[source].sentences[i] for i in indices)

    def claims(self, sentences: Sequence[Sentence]) -> tuple[Claim[Any], ...]:
        """The claims of some sentences, all kinds, in order."""
        return tuple(claim for sentence in sentences for claim in self._claims.get(sentence.key, ()))

    def claims_of(self, source: str, kind: str) -> tuple[Claim[Any], ...]:
        """All claims of one kind of a source, in order."""
        return self._by_kind.get((source, kind), ())

    def passage(self, source: str, indices: Sequence[int], kind: str) -> Passage[Any]:
        """The sentences of a source with its claims of one kind, inside and elsewhere."""
        claims = self._by_kind.get((source, kind), ())
        places = self._places.get((source, kind), {})
        inside = sorted(at for index in set(indices) for at in places.get(index, ()))
        return Passage(
            sentences=self.sentences(source, indices),
            claims=tuple(claims[at] for at in inside),
            elsewhere=_without(claims, inside),
        )

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], Mapping[int, Sequence[int]]]:
        """For each source and kind, where the claims of each sentence stand among all of that kind."""
        found: dict[tuple[str, str], dict[int, list[int]]] = {}
        for key, claims in self._by_kind.items():
            places = found.setdefault(key, {})
            for at, claim in enumerate(claims):
                places.setdefault(claim.sentence.index, []).append(at)
        return found

    @cached_property
    def _alignments(self) -> Mapping[frozenset[str], Alignment]:
        return {frozenset((a.left, a.right)): a for a in self.alignments}

    def alignment(self, one: str, two: str) -> Alignment:
        """The alignment of two sources, whichever is its left one."""
        return self._alignments[frozenset((one, two))]

    def nearest(self, source: str, index: int, other: str) -> Nearest | None:
        """The closest sentence of `other` to a sentence of `source`; None where `other` has none."""
        alignment = self.alignment(source, other)
        nearest = alignment.nearest_left if alignment.left == source else alignment.nearest_right
        return nearest[index] if nearest else None

    def closest(self, bead: Bead, source: str) -> Nearest | None:
        """The sentence of `source` that comes nearest to any sentence of a statement; None where `source` has none."""
        found = [self.nearest(other, i, source) for other, indices in bead.sentences.items() for i in indices]
        return max((n for n in found if n is not None), key=lambda n: (n.told, n.similarity, -n.sentence), default=None)

    def probability(self, one: Sentence, two: Sentence) -> float:
        """How surely two sentences of two articles tell the same thing."""
        alignment = self.alignment(one.article.id, two.article.id)
        left, right = (one, two) if alignment.left == one.article.id else (two, one)
        return float(alignment.probability[left.index, right.index])


def _without(claims: tuple[Claim[Any], ...], places: Sequence[int]) -> tuple[Claim[Any], ...]:
    """The claims but for those at some places, in stretches: an article has hundreds, and a passage a few of them."""
    kept: list[Claim[Any]] = []
    start = 0
    for at in places:
        kept += claims[start:at]
        start = at + 1
    return (*kept, *claims[start:]) if places else claims
