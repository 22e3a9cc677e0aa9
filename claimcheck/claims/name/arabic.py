"""Family names of Arabic and Persian in the spellings of English, French and Italian desks.

Arabic writes no short vowels, and one of its letters (qaf) has become q, k, g and gh in Latin copy. A consonant skeleton alone
would make Hassan and Hussein one, and Kamal and Gamal: so only the first letter may differ so, and only where the name bears a
mark of such romanisation. What no rule can tell apart from Geller and Keller is listed.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimcheck.claims.name.spelling import same_token

if TYPE_CHECKING:
    from collections.abc import Mapping

MIN_CHARS = 5
"""Shorter names are too few letters to tell by all but the first: Gul, Kul."""

_QAF = ("gh", "g", "q", "k")
_MARKS = ("dh", "kh", "gh", "aa", "ii", "uu", "ou")
"""Letters that English names hardly have, and romanised Arabic ones have often."""

_FAMILIES = (
    "gaddafi qaddafi gadhafi qadhafi kadhafi kaddafi kadafi khadafy khadafi khaddafi gathafi gheddafi qadhdhafi gadafi",
    "haftar hifter hefter haftr",
    "zawahiri zawahri dhawahiri zawahry",
    "nasrallah nasrullah nasralla",
    "jolani golani julani jawlani joulani",
    "meshaal mashal mashaal mishal mishaal meshal",
    "haniyeh haniya haniyya haniyah",
    "erekat erakat uraiqat",
    "sharaa sharaa chareh shara",
    "barghouti barghouthi barghuthi",
    "houthi huthi houti",
    "aoun awn",
    "hrawi harawi",
    "jumblatt joumblatt jounblatt junblat",
    "geagea jaajaa geaga",
    "qalibaf ghalibaf kalibaf",
    "khamenei khamenehi chamenei",
    "ghotbzadeh qotbzadeh",
)


@cache
def _family() -> Mapping[str, str]:
    return MappingProxyType({spelling: group.split()[0] for group in _FAMILIES for spelling in group.split()})


def same_arabic_family(a: str, b: str) -> bool:
    """True where two folded family names are spellings of one Arabic or Persian name: Gaddafi, Qaddafi, Kadhafi."""
    if a in _family():
        return _family()[a] == _family().get(b)
    return _same_but_for_qaf(a, b)


def _same_but_for_qaf(a: str, b: str) -> bool:
    one, other = _split(a), _split(b)
    if not one[0] or not other[0] or min(len(a), len(b)) < MIN_CHARS:
        return False
    if "q" not in (one[0], other[0]) and not any(mark in token for mark in _MARKS for token in (a, b)):
        return False
    return same_token("k" + one[1], "k" + other[1])


def _split(token: str) -> tuple[str, str]:
    """The letters that stand for a leading qaf, "" where there are none, and what follows."""
    head = "" if token.startswith("kh") else next((mark for mark in _QAF if token.startswith(mark)), "")
    return head, token[len(head) :]
