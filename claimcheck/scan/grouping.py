"""Cards to stories: a stream in order of time, in which a story is closed and given out once the window has left it behind.

    group_archive(cards, window_days=3.0)    # cards: a call that gives the cards of the archive anew, by time, undated last

Stories are divided by average linkage of the probability that two articles tell of one event, so that a chain of neighbours
does not merge two stories. With each arrival the open stories around it are divided anew: it may join two of them, or take one
apart. That comes close to linkage over all at once; a newcomer that only joins the best story there is does far worse.
Articles of the same moment are taken by their words' digest, so that the names and the order of files change nothing. What is
kept in memory is what is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from heapq import merge
from itertools import chain, groupby, islice

from claimcheck.scan.likeness import WEIGHTS, Weights
from claimcheck.scan.open_stories import Stories
from claimcheck.scan.types import Card, Group
from claimcheck.scan.undated import MAX_PLACED, assume_times

WINDOW_DAYS = 3.0
"""How many days may lie between two articles of a story that follow each other."""
UNDATED_WINDOW = 50_000
"""Articles without any time are in no order that means something: they are held against this many before them."""

_DAY_S = 86_400.0
_SLICE = 512
_MOST_OF_A_MOMENT = 50_000
"""Articles of one moment (of one day, where an archive has dates only) are put in order so many at a time."""


def group_archive(
    cards: Callable[[], Iterable[Card]], *, window_days: float = WINDOW_DAYS, model: Weights = WEIGHTS
) -> Iterator[Group]:
    """Yield the stories of an archive, as `group` does, undated articles placed beside dated ones where they fit.

    `cards()` gives every card anew, those with a time in order of (published, number), then those without. It is called several
    times where the archive has both sorts: an undated article that surely tells the event of a dated one is taken at that one's
    time (the first `MAX_PLACED` undated articles have this chance), the others follow after all dated ones, among themselves.
    """
    first = next(iter(cards()), None)
    some_dated = first is not None and first.published is not None
    undated = list(islice((card for card in cards() if card.published is None), MAX_PLACED)) if some_dated else []
    assumed = assume_times(undated, (card for card in cards() if card.published is not None), model=model) if undated else {}
    if not assumed:
        yield from group(cards(), window_days=window_days, model=model)
        return
    placed = sorted((card for card in undated if card.number in assumed), key=lambda card: (assumed[card.number], card.number))
    dated = (card for card in cards() if card.published is not None)
    rest = (card for card in cards() if card.published is None and card.number not in assumed)
    both = merge(dated, placed, key=lambda card: (card.published or assumed[card.number], card.number))
    yield from group(chain(both, rest), window_days=window_days, assumed=assumed, model=model)


def group(
    cards: Iterable[Card],
    *,
    window_days: float = WINDOW_DAYS,
    assumed: Mapping[int, datetime] | None = None,
    model: Weights = WEIGHTS,
) -> Iterator[Group]:
    """Yield the stories of a stream of cards, each once, as the window leaves it; a story may have a single article.

    `cards` come in order of time, those without a time last; `assumed` gives times, by number, to cards that have none. Raises
    ValueError where a card comes before its time. A story takes no article more than `window_days` after its last one, nor, copies
    apart, more than three windows after its first. Memory holds the cards of the window and of open stories. Cards without a time
    at all are a stream of their own, in which the window is `UNDATED_WINDOW` articles long: an article of that stream is
    never in a story with a dated one.
    """
    times = assumed or {}
    seen_undated = False
    for is_dated, run in groupby(_in_order(cards, times), key=lambda pair: pair[1] is not None):
        if is_dated and seen_undated:
            raise ValueError("a card with a time comes after one without")
        seen_undated = not is_dated
        stories = Stories(length=window_days * _DAY_S if is_dated else float(UNDATED_WINDOW), model=model)
        clocked = ((card, float(place) if clock is None else clock) for place, (card, clock) in enumerate(run))
        while batch := tuple(islice(clocked, _SLICE)):
            yield from stories.take(batch)
        yield from stories.rest()


def _in_order(cards: Iterable[Card], times: Mapping[int, datetime]) -> Iterator[tuple[Card, float | None]]:
    """Each card with its time in seconds; those of one moment by digest, then by number."""
    for moment, run in groupby(cards, key=lambda card: card.published or times.get(card.number)):
        clock = moment.timestamp() if moment else None
        while some := sorted(islice(run, _MOST_OF_A_MOMENT), key=lambda card: (card.digest, card.number)):
            yield from ((card, clock) for card in some)
