"""Measure story grouping: how well the stories are found, and what it costs.

    python -m benchmarks.grouping [--bench ../shared/bench] [--no-cost] [--sizes 1000 10000 100000] [--days 30 | --a-day 1000]

B-cubed precision, recall and F1 (A. Bagga and B. Baldwin, "Entity-based cross-document coreferencing", 1998) on bench/stories,
bench/figures (shootings and bombs: hundreds of articles on one theme), bench/alignment ("siblings": two events of each kind, and
"shootings") and the fixture stories: with their times, without any, and all on one day; weights fitted on all events, and on
other events than those that are scored. Beside them three baselines.
Then CPU seconds, memory and the log-log slope on synthetic cards, each size in a process of its own: of one month, so that the
window grows with the archive, or with so many a day.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from math import log
from pathlib import Path

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.grouping_fit import Labelled, Pairs, fit, joined, labelled_sets, pairs_of, wire
from benchmarks.grouping_synthetic import archive
from claimcheck.scan.copies import MAX_COMPARED, representatives
from claimcheck.scan.grouping import WINDOW_DAYS, group, group_archive
from claimcheck.scan.likeness import WEIGHTS, Weights
from claimcheck.scan.neighbours import MIN_COSINE, by_terms, by_vector
from claimcheck.scan.types import Card
from claimcheck.scan.window import Window, entry_of, vectors_of

FOLDS = 5
_LAST = datetime.max.replace(tzinfo=UTC)
_ONE_DAY = datetime(2024, 3, 1, tzinfo=UTC)

Scored = tuple[float, float, float]


def b_cubed(truth: Sequence[str], found: Sequence[int], *, only: frozenset[str] | None = None) -> Scored:
    """Precision, recall and F1, each a mean over articles; `only` scores the articles of these events."""
    sizes, made, both = Counter(truth), Counter(found), Counter(zip(truth, found, strict=True))
    scored = [(event, story) for event, story in zip(truth, found, strict=True) if only is None or event in only]
    precision = sum(both[pair] / made[pair[1]] for pair in scored) / len(scored)
    recall = sum(both[pair] / sizes[pair[0]] for pair in scored) / len(scored)
    return precision, recall, 2 * precision * recall / (precision + recall)


def grouped(cards: Sequence[Card], *, model: Weights = WEIGHTS) -> list[int]:
    """The story of each card, by `group_archive`."""
    ordered = sorted(cards, key=lambda each: (each.published or _LAST, each.number))
    stories = enumerate(group_archive(lambda: iter(ordered), model=model))
    found = {member.number: story for story, group in stories for member in group.members}
    return [found[each.number] for each in cards]


def held_out(pairs: Sequence[Pairs], labelled: Labelled) -> Scored:
    """B-cubed where the articles of an event are scored in a grouping whose weights were fitted without it."""
    events = sorted(set(labelled.events))
    order = np.random.default_rng(0).permutation(len(events))
    scores = []
    for fold in range(FOLDS):
        only = frozenset(events[at] for place, at in enumerate(order) if place % FOLDS == fold)
        found = grouped(labelled.cards, model=fit([each.without(only) for each in pairs]))
        scores.append((b_cubed(labelled.events, found, only=only), sum(event in only for event in labelled.events)))
    total = sum(count for _, count in scores)
    precision, recall = (sum(score[at] * count for score, count in scores) / total for at in (0, 1))
    return precision, recall, 2 * precision * recall / (precision + recall)


def alone(labelled: Labelled) -> tuple[str, Scored]:
    """Every article a story of its own."""
    return "each alone", b_cubed(labelled.events, range(len(labelled.events)))


def single_linkage(labelled: Labelled) -> tuple[str, Scored]:
    """Cosines of the same vectors above one threshold, chained: the threshold is the best in hindsight."""
    vectors = np.array([each.vector for each in labelled.cards])
    return _best("cosine, single linkage", labelled, 1.0 - vectors @ vectors.T, method="single")


def tf_idf(labelled: Labelled) -> tuple[str, Scored]:
    """Average linkage of TF-IDF cosines of the whole texts: the threshold is the best in hindsight."""
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(labelled.texts)
    return _best("TF-IDF, average linkage", labelled, 1.0 - (vectors @ vectors.T).toarray(), method="average")


def _best(name: str, labelled: Labelled, distances: np.ndarray, *, method: str) -> tuple[str, Scored]:
    np.fill_diagonal(distances, 0.0)
    tree = linkage(squareform(np.clip(distances, 0.0, None), checks=False), method)
    scored = [(at, b_cubed(labelled.events, fcluster(tree, at, "distance").tolist())) for at in np.arange(0.05, 1.0, 0.025)]
    threshold, score = max(scored, key=lambda each: each[1][2])
    return f"{name} (best at {1 - threshold:.2f})", score


def modes(labelled: Labelled) -> tuple[Labelled, ...]:
    """A set with its times, without any, and all on one day."""
    without = [replace(each, published=None) for each in labelled.cards]
    one_day = [replace(each, published=_ONE_DAY) for each in labelled.cards]
    return (
        labelled.with_cards(f"{labelled.name}, as dated", labelled.cards),
        labelled.with_cards(f"{labelled.name}, undated", without),
        labelled.with_cards(f"{labelled.name}, on one day", one_day),
    )


FITTED_SEED, MEASURED_SEED = 2, 1


def formulaic(pairs: Sequence[Pairs], topic_of: Mapping[str, str]) -> None:
    """Print B-cubed on the invented wire: with the weights in use, and with weights of which its topics were left out."""
    names = sorted(set(topic_of.values()))
    for count, days in ((300, 3), (1_000, 10)):
        measured, topics = wire(count, days=days, seed=MEASURED_SEED)
        print(_line(measured.name, b_cubed(measured.events, grouped(measured.cards))))
        for left_out in (names[::2], names[1::2]):
            unseen = frozenset(event for event, topic in topic_of.items() if topic in left_out)
            only = frozenset(event for event, topic in topics.items() if topic in left_out)
            found = grouped(measured.cards, model=fit([each.without(unseen) for each in pairs]))
            print(_line(f"  without {', '.join(left_out)}"[:48], b_cubed(measured.events, found, only=only)))


def quality(bench: Path) -> None:
    """Print the table of B-cubed, and the fit."""
    sets = list(labelled_sets(bench).values())
    fitted, topic_of = wire(300, days=3, seed=FITTED_SEED)
    pairs = [pairs_of(each) for each in (*sets, fitted)]
    print(f"weights in use  {WEIGHTS}\nfitted on all   {fit(pairs)}\n")
    by_name = {each.name: each for each in sets}
    mixed = [joined("stories + fixtures", by_name["stories"], by_name["fixtures"])] if "stories" in by_name else []
    print(f"{'':52} precision  recall     F1   (F1 with weights of other events)")
    for labelled in (*sets, *mixed):
        print(f"{labelled.name}: {len(labelled.cards)} articles, {len(set(labelled.events))} events")
        for mode in modes(labelled):
            found = grouped(mode.cards)
            print(_line(mode.name, b_cubed(mode.events, found)) + f"   ({held_out(pairs, mode)[2]:.3f})")
        for name, score in (baseline(labelled) for baseline in (alone, single_linkage, tf_idf)):
            print(_line(name, score))
    formulaic(pairs, topic_of)
    roads(joined("all sets", *sets))
    print(f"\nmore articles than {MAX_COMPARED} in a story: {_left_out([*sets, *mixed])}")


def roads(labelled: Labelled) -> None:
    """Print how many of the pairs on one event each road to candidates reaches, all articles in one window."""
    window = Window()
    entries = [entry_of(each, clock=0.0) for each in labelled.cards]
    vectors = vectors_of(labelled.cards, dimensions=labelled.cards[0].vector.size)
    window.add(entries, vectors)
    near = list(by_vector(window, entries, length=1.0))
    counts: Counter[str] = Counter()
    for at, entry in enumerate(entries):
        same = {row for row in range(at) if labelled.events[row] == labelled.events[at]}
        rows = np.array(sorted(same), dtype=np.int64)
        likely = {row for row, p in zip(rows.tolist(), window.likeness(entry, vectors[at], rows).tolist(), strict=True) if p >= 0.5}
        by_term = set(by_terms(window, entry, window.weights(entry), before=at).tolist())
        close = {row for row in same if float(vectors[row] @ vectors[at]) >= MIN_COSINE}
        for name, wanted in (("all", same), ("likely", likely)):
            counts.update({name: len(wanted), f"{name} vector": len(wanted & set(near[at].tolist()))})
            counts.update({f"{name} terms": len(wanted & by_term), f"{name} close": len(wanted & close)})
    print(f"\nthe roads to candidates, {len(entries)} articles of {labelled.name} in one window")
    for name, what in (("all", "pairs on one event"), ("likely", "those of probability 0.5 or more")):
        found = ", ".join(f"{counts[f'{name} {road}']} by {road}" for road in ("vector", "terms"))
        print(f"  {what}: {counts[name]}, {found}; {counts[f'{name} close']} have a cosine of {MIN_COSINE} or more")


def _line(name: str, score: Scored) -> str:
    return f"  {name:50} {score[0]:9.3f} {score[1]:7.3f} {score[2]:6.3f}"


def _left_out(sets: Sequence[Labelled]) -> int:
    """Stories of which not every article with words of its own is compared."""
    count = 0
    for labelled in sets:
        ordered = sorted(labelled.cards, key=lambda each: (each.published or _LAST, each.number))
        for story in group_archive(lambda ordered=ordered: iter(ordered)):
            count += any(member.copy_of is None for member in representatives(story)[1])
    return count


def cost(size: int, days: float) -> None:
    """Group synthetic cards in this process and print one line of the table."""
    cards, truth = archive(size, days=days)
    before, start = _resident_mb(), time.process_time()
    found = [0] * size
    for story, each in enumerate(group(cards)):
        for member in each.members:
            found[member.number] = story
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
    f1 = b_cubed([str(story) for story in truth], found)[2]
    print(f"{size} {days} {spent:.2f} {peak:.0f} {f1:.4f}")


def _resident_mb() -> float:
    """The memory in use now, where the system tells it (Linux), else 0."""
    path = Path("/proc/self/statm")
    return int(path.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 2**20 if path.exists() else 0.0


def costs(sizes: Sequence[int], *, days: float, a_day: float | None) -> None:
    """Print the table of costs, each size in a process of its own so that its memory is seen."""
    spread = f"{a_day:g} a day" if a_day else f"over {days:g} days"
    print(f"\nsynthetic cards {spread}, a window of {WINDOW_DAYS:g} days")
    print("    cards  CPU s  ms each  memory added MB  slope  B-cubed F1")
    last: tuple[int, float] | None = None
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.grouping", "--one", str(size), "--days", str(size / a_day if a_day else days)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        _, _, spent, peak, f1 = done.stdout.split()
        slope = f"{log(float(spent) / last[1]) / log(size / last[0]):.2f}" if last else ""
        print(f"{size:9} {float(spent):6.1f} {1000 * float(spent) / size:8.2f} {peak:>16} {slope:>6} {f1:>11}")
        last = size, float(spent)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--days", type=float, default=30.0, help="how long the synthetic archive is")
    parser.add_argument("--a-day", type=float, help="cards a day, instead of --days")
    parser.add_argument("--no-cost", action="store_true", help="only how well stories are found")
    parser.add_argument("--no-quality", action="store_true", help="only what it costs")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        cost(options.one, options.days)
        return
    steps: list[tuple[bool, Callable[[], None]]] = [
        (not options.no_quality, lambda: quality(options.bench)),
        (not options.no_cost, lambda: costs(options.sizes, days=options.days, a_day=options.a_day)),
    ]
    for wanted, step in steps:
        if wanted:
            step()


if __name__ == "__main__":
    main()
