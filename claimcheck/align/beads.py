"""N articles: which sentences of all sources form one statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.model import AlignedPair, Alignment, Bead, Reading

# Chosen on fixtures/stories; `python -m benchmarks.fit_alignment` measures it again.
MIN_MEAN_PROBABILITY = 0.4
"""Two beads join only where their sentences tell the same thing on average: no chaining of unlike sentences."""

Node = tuple[str, int]


def join(readings: Sequence[Reading], alignments: Sequence[Alignment]) -> tuple[Bead, ...]:
    """The beads of all sources, in the order in which the first source to tell each tells it.

    Every sentence lies in exactly one bead. Links are taken best first, with average linkage between beads.
    """
    nodes = [(r.article.id, s.index) for r in readings for s in r.sentences]
    clusters: dict[Node, frozenset[Node]] = {node: frozenset((node,)) for node in nodes}
    sure = _Sureness(alignments)
    for one, two in _links(alignments):
        _merge(clusters, one, two, sure)
    for one, two in _continued_quotations(readings):
        if len(_sources(clusters[one])) == 1 or len(_sources(clusters[two])) == 1:
            _unite(clusters, one, two)
    return _ordered(readings, clusters)


class _Sureness:
    """The probability of any pair of sentences of two different articles."""

    def __init__(self, alignments: Sequence[Alignment]) -> None:
        self._by_pair = {(a.left, a.right): a.probability for a in alignments}

    def __call__(self, one: Node, two: Node) -> float | None:
        """None for two sentences of one article: they are not compared."""
        if (one[0], two[0]) in self._by_pair:
            return float(self._by_pair[one[0], two[0]][one[1], two[1]])
        if (two[0], one[0]) in self._by_pair:
            return float(self._by_pair[two[0], one[0]][two[1], one[1]])
        return None


def _links(alignments: Sequence[Alignment]) -> list[tuple[Node, Node]]:
    found = [(link.similarity, (a.left, link.left[0]), (a.right, link.right[0])) for a in alignments for link in a.links]
    return [(one, two) for _, one, two in sorted(found, key=lambda link: (-link[0], link[1], link[2]))]


def _merge(clusters: dict[Node, frozenset[Node]], one: Node, two: Node, sure: _Sureness) -> None:
    if clusters[one] is clusters[two]:
        return
    between = [p for a in clusters[one] for b in clusters[two] if (p := sure(a, b)) is not None]
    if sum(between) >= MIN_MEAN_PROBABILITY * len(between):
        _unite(clusters, one, two)


def _unite(clusters: dict[Node, frozenset[Node]], one: Node, two: Node) -> None:
    union = clusters[one] | clusters[two]
    for node in union:
        clusters[node] = union


def _sources(cluster: frozenset[Node]) -> set[str]:
    return {article for article, _ in cluster}


def _continued_quotations(readings: Sequence[Reading]) -> list[tuple[Node, Node]]:
    """Neighbouring sentences of one paragraph that quote one speaker: the second belongs with the first."""
    found = []
    for reading in readings:
        speakers = {c.sentence.index: getattr(c.value, "speaker", "") for c in reading.claims if c.kind == "quote"}
        for one, two in zip(reading.sentences, reading.sentences[1:], strict=False):
            both = one.index in speakers and two.index in speakers
            if both and one.paragraph == two.paragraph and _one_speaker(speakers[one.index], speakers[two.index]):
                found.append((one.key, two.key))
    return found


def _one_speaker(one: str, two: str) -> bool:
    return not one or not two or one == two


def _ordered(readings: Sequence[Reading], clusters: Mapping[Node, frozenset[Node]]) -> tuple[Bead, ...]:
    seen: set[frozenset[Node]] = set()
    beads: list[Bead] = []
    for reading in readings:
        for sentence in reading.sentences:
            cluster = clusters[sentence.key]
            if cluster not in seen:
                seen.add(cluster)
                beads.append(_bead(f"st{len(beads) + 1}", readings, cluster))
    return tuple(beads)


def _bead(statement: str, readings: Sequence[Reading], cluster: frozenset[Node]) -> Bead:
    members = {r.article.id: tuple(sorted(i for article, i in cluster if article == r.article.id)) for r in readings}
    return Bead(id=statement, sentences={article: indices for article, indices in members.items() if indices})


def grouped(links: Sequence[AlignedPair]) -> tuple[AlignedPair, ...]:
    """The same links n to m: left sentences that are linked to the same right ones stand together."""
    rights: dict[int, list[int]] = {}
    similarity: dict[int, float] = {}
    for link in links:
        rights.setdefault(link.left[0], []).append(link.right[0])
        similarity[link.left[0]] = max(similarity.get(link.left[0], 0.0), link.similarity)
    lefts: dict[tuple[int, ...], list[int]] = {}
    for left in sorted(rights):
        lefts.setdefault(tuple(sorted(rights[left])), []).append(left)
    return tuple(
        AlignedPair(left=tuple(group), right=right, similarity=max(similarity[left] for left in group))
        for right, group in lefts.items()
    )
