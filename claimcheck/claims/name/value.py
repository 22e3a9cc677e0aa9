"""What is known of a name once it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

NameType = Literal["person", "place", "organisation", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameValue:
    """A proper name, or a noun that stands for one institution ("the lower house").

    `canonical` is folded to ASCII, lower case, one romanisation, without titles: equal canonicals are one name.
    `role` is the description beside the name ("Kremlin spokesman"), "" where the text gives none.
    """

    text: str
    type: NameType
    canonical: str
    titles: tuple[str, ...] = ()
    role: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The value as JSON, for reports and `claimcheck claims`."""
        return {"name": self.text, "type": self.type, "canonical": self.canonical, "titles": list(self.titles), "role": self.role}
