"""Cards as the state keeps them: a vector in half precision, hashes side by side, a time as text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from claimcheck.model import Article
from claimcheck.scan.types import Card, Ref

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_HASH_BYTES = 4
_CONTENT_BYTES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCard:
    """A card in some 2 kB, without its place. `vector` is float16, little-endian: a cosine of two such rows of length 1 is off
    by less than 0.001, and every run groups by what is kept, so that one that was stopped groups as one that was not.
    `published` is ISO 8601, "" where there is none. `content` is `content_of` the article.
    """

    outlet: str
    title: str
    published: str
    language: str
    words: int
    digest: str
    content: str
    vector: bytes
    terms: bytes
    figures: bytes
    names: bytes
    leading: bytes
    sketch: bytes

    @property
    def moment_key(self) -> tuple[int, int]:
        """What orders cards by time: 0 and the microseconds since 1970, or 1 and 0 where there is no time."""
        moment = moment_of(self.published)
        return (1, 0) if moment is None else (0, (moment - _EPOCH) // timedelta(microseconds=1))


def kept_card(card: Card, *, content: str) -> KeptCard:
    """Return the card as it is kept."""
    import numpy as np  # noqa: PLC0415  # the rows of a state are written and read without it

    return KeptCard(
        outlet=card.outlet,
        title=card.title,
        published=card.published.isoformat() if card.published else "",
        language=card.language,
        words=card.words,
        digest=card.digest,
        content=content,
        vector=np.asarray(card.vector).astype("<f2").tobytes(),
        terms=_packed(sorted(card.terms)),
        figures=_packed(sorted(card.figures)),
        names=_packed(sorted(card.names)),
        leading=_packed(sorted(card.leading)),
        sketch=_packed(card.sketch),
    )


def card_of(kept: KeptCard, *, number: int, ref: Ref) -> Card:
    """Return the card that was kept, its vector of length 1 again."""
    import numpy as np  # noqa: PLC0415  # as above

    row = np.frombuffer(kept.vector, dtype="<f2").astype(np.float32)
    length = np.float32(np.linalg.norm(row))
    return Card(
        number=number,
        ref=ref,
        outlet=kept.outlet,
        title=kept.title,
        published=moment_of(kept.published),
        language=kept.language,
        words=kept.words,
        digest=kept.digest,
        vector=row / length if length else row,
        terms=frozenset(_unpacked(kept.terms)),
        figures=frozenset(_unpacked(kept.figures)),
        names=frozenset(_unpacked(kept.names)),
        leading=frozenset(_unpacked(kept.leading)),
        sketch=tuple(_unpacked(kept.sketch)),
    )


def content_of(article: Article) -> str:
    """Return a digest of what was read, by which an article that has changed since is known."""
    told = f"{article.title or ''}\0{article.published}\0{article.text}"
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=_CONTENT_BYTES).hexdigest()


def moment_of(published: str) -> datetime | None:
    """Return a time that was kept, None for ""."""
    return datetime.fromisoformat(published) if published else None


def _packed(hashes: Iterable[int]) -> bytes:
    return b"".join(each.to_bytes(_HASH_BYTES, "little") for each in hashes)


def _unpacked(packed: bytes) -> Iterable[int]:
    return (int.from_bytes(packed[at : at + _HASH_BYTES], "little") for at in range(0, len(packed), _HASH_BYTES))
