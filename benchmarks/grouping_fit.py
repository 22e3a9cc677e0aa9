"""The labelled sets of story grouping, and the fit of `claimcheck.scan.likeness.WEIGHTS` on their pairs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.synthetic import articles
from claimcheck.config import Settings
from claimcheck.embed import embed_sentences
from claimcheck.load import article_from_text, load_source
from claimcheck.model import Article
from claimcheck.scan.cards import card, opening
from claimcheck.scan.grouping import WINDOW_DAYS
from claimcheck.scan.likeness import Weights, columns
from claimcheck.scan.neighbours import MIN_COSINE
from claimcheck.scan.types import Card, Ref
from claimcheck.scan.window import Window, entry_of, vectors_of

FIXTURES = Path(__file__).parents[1] / "fixtures" / "stories"
LENIENCE = 0.6
"""Added to the fitted bias, so that fixtures/stories and bench/stories are whole: the fit is of pairs, the measure of stories."""
ODDS = 2.0
"""How much more pairs on two events weigh in all than those on one: a merger costs more than a split."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """Articles with the event of each; `texts` are whole."""

    name: str
    events: tuple[str, ...]
    texts: tuple[str, ...]
    cards: tuple[Card, ...]

    def with_cards(self, name: str, cards: Sequence[Card]) -> Labelled:
        """The same articles under other cards."""
        return replace(self, name=name, cards=tuple(cards))


def joined(name: str, *sets: Labelled) -> Labelled:
    """Several sets as one archive."""
    cards = [each for labelled in sets for each in labelled.cards]
    return Labelled(
        name=name,
        events=tuple(event for labelled in sets for event in labelled.events),
        texts=tuple(text for labelled in sets for text in labelled.texts),
        cards=tuple(replace(each, number=number) for number, each in enumerate(cards)),
    )


def labelled_sets(bench: Path) -> dict[str, Labelled]:
    """bench/stories, bench/figures and fixtures/stories, as far as they are here."""
    stories, figures = bench / "stories" / "stories.jsonl", bench / "figures" / "events.jsonl"
    found = {"fixtures": _labelled("fixtures", list(_fixtures()))}
    if stories.exists():
        rows = _rows(stories)
        found["stories"] = _labelled("stories", [(row["event"], _article(row, "stories", n)) for n, row in enumerate(rows)])
    if figures.exists():
        docs = [(row["event_id"], doc) for row in _rows(figures) for doc in row["docs"]]
        found["figures"] = _labelled("figures", [(event, _article(doc, "figures", n)) for n, (event, doc) in enumerate(docs)])
    siblings, shootings = bench / "alignment" / "ecbplus.jsonl", bench / "alignment" / "gvc.jsonl"
    if siblings.exists():
        found["siblings"] = _labelled("siblings", _of_pairs(_rows(siblings)))
    if shootings.exists():
        found["shootings"] = _labelled("shootings", _of_pairs(_rows(shootings)))
    return found


def _of_pairs(rows: Sequence[dict[str, Any]]) -> list[tuple[str, Article]]:
    """The articles of pairs whose sentences are aligned, undated, each with its event: a theme of ECB+ has two."""
    sentences: dict[str, dict[int, str]] = {}
    events: dict[str, str] = {}
    for row in rows:
        for side, name in zip("ab", row["pair_id"].split("__"), strict=True):
            sentences.setdefault(name, {}).update({each["id"]: each["text"] for each in row[f"sents_{side}"]})
            events[name] = row.get("event_id") or f"{name.split('_')[0]}{'plus' if name.endswith('plus') else ''}"
    found = []
    for name, told in sorted(sentences.items()):
        title, *body = (told[at] for at in sorted(told))
        made = article_from_text("\n\n".join(body or [title]), id="s", name=name, published=None)
        found.append((events[name], replace(made, title=title, language="en")))
    return found


def wire(count: int, *, days: int, seed: int) -> tuple[Labelled, dict[str, str]]:
    """Articles of benchmarks/wire, formulaic as they are, and the topic of each event; seeds share no event."""
    told = list(articles(count, days=days, seed=seed))
    name = f"wire {count} in {days} days"
    rows = []
    for each in told:
        made = article_from_text(each.text, id="s", name=name, published=each.published)
        rows.append((f"{seed}/{each.story.number}", replace(made, title=each.title, outlet=each.outlet, language="en")))
    topics = {f"{seed}/{each.story.number}": each.story.topic.name for each in told}
    return _labelled(name, rows), topics


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _article(row: dict[str, str], name: str, number: int) -> Article:
    published = datetime.fromisoformat(row["date"]).replace(tzinfo=UTC) if row["date"] else None
    made = article_from_text(row["text"], id="s", name=f"{name}/{number}", published=published)
    return replace(made, title=row["title"] or made.title, outlet=row["source"], language="en")


def _fixtures() -> Iterator[tuple[str, Article]]:
    for folder in sorted(each for each in FIXTURES.iterdir() if each.is_dir()):
        for path in sorted(folder.iterdir()):
            if path.suffix in (".md", ".txt"):
                yield folder.name, replace(load_source(str(path), id="s"), path=f"{folder.name}/{path.name}")


def _labelled(name: str, rows: Sequence[tuple[str, Article]]) -> Labelled:
    openings = [opening(article) for _, article in rows]
    vectors = embed_sentences([each.words_to_embed for each in openings], model=Settings().model, use_cache=True)
    cards = [
        card(article, number=number, ref=Ref(path=article.path or article.name), vector=vector, opening=start)
        for number, ((_, article), start, vector) in enumerate(zip(rows, openings, vectors, strict=True))
    ]
    return Labelled(
        name=name,
        events=tuple(event for event, _ in rows),
        texts=tuple(f"{start.title}\n{article.text}" for (_, article), start in zip(rows, openings, strict=True)),
        cards=tuple(cards),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """All pairs of a set in one window: `evidence` is `likeness.columns`; `events` those of both articles."""

    evidence: np.ndarray
    same: np.ndarray
    events: np.ndarray

    def without(self, held_out: frozenset[str]) -> Pairs:
        """The pairs of which neither article is on one of these events."""
        return self.where(np.asarray(~np.isin(self.events, sorted(held_out)).any(axis=1)))

    def where(self, keep: np.ndarray) -> Pairs:
        """The pairs that are to be kept."""
        return Pairs(evidence=self.evidence[keep], same=self.same[keep], events=self.events[keep])


def pairs_of(labelled: Labelled) -> Pairs:
    """Every pair of articles of a set, with what their cards share."""
    window = Window()
    entries = [entry_of(each, clock=0.0) for each in labelled.cards]
    vectors = vectors_of(labelled.cards, dimensions=labelled.cards[0].vector.size)
    window.add(entries, vectors)
    rows = [columns(window.evidence(entries[at], vectors[at], np.arange(at))) for at in range(1, len(entries))]
    events = np.array([(one, two) for at, one in enumerate(labelled.events) for two in labelled.events[:at]])
    return Pairs(evidence=np.concatenate(rows), same=events[:, 0] == events[:, 1], events=events)


def fit(sets: Sequence[Pairs]) -> Weights:
    """The weights of `likeness`. Each set weighs the same.

    Every pair is taken twice: with an unknown gap, and, where it may lie in one window, with its own. The events of these sets
    are years apart, so that pairs on two of them are given the gaps that unrelated articles of one window have.
    """
    chance = np.random.default_rng(0)
    rows, same, weights = [], [], []
    for pairs in (each.where(each.evidence[:, 0] >= MIN_COSINE) for each in sets):
        shared, gap = pairs.evidence[:, :-1], pairs.evidence[:, -1]
        in_window = ~pairs.same | (gap <= WINDOW_DAYS)
        gaps = np.where(pairs.same, np.nan_to_num(gap), chance.integers(0, int(WINDOW_DAYS) + 1, len(gap)))
        zeros, ones = np.zeros(len(gap)), np.ones(len(gap))
        for use, known, unknown in ((in_window, gaps, zeros), (ones.astype(bool), zeros, ones)):
            rows.append(np.column_stack([shared, known, unknown])[use])
            same.append(pairs.same[use])
            weights.append(np.where(same[-1], 1 / max(1, same[-1].sum()), ODDS / max(1, (~same[-1]).sum())))
    worth = np.concatenate(weights)
    model = LogisticRegression(C=10.0, max_iter=5_000)
    model.fit(np.concatenate(rows), np.concatenate(same), sample_weight=worth / worth.mean())
    by_cosine, by_terms, by_leading, by_rarest, no_names, by_figures, by_gap, unknown_gap = (float(each) for each in model.coef_[0])
    return Weights(
        bias=round(float(model.intercept_[0]) + LENIENCE, 2),
        cosine=round(by_cosine, 2),
        terms=round(by_terms, 2),
        leading=round(by_leading, 2),
        rarest=round(by_rarest, 2),
        unknown_names=round(no_names, 2),
        figures=round(by_figures, 2),
        gap=round(by_gap, 2),
        unknown_gap=round(unknown_gap / by_gap, 2),
    )
