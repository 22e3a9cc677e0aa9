"""Cross-source claim consistency checker for news fact desks.

The public names; each is imported when it is first used, so that `import claimcheck` costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.api import align, claims, compare, compare_texts, pairs, scan
    from claimcheck.config import Settings
    from claimcheck.errors import ClaimcheckError
    from claimcheck.model import Claim, Link, Report
    from claimcheck.model import PairVerdict as Verdict

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "ClaimcheckError",
    "Link",
    "Report",
    "Settings",
    "Verdict",
    "align",
    "claims",
    "compare",
    "compare_texts",
    "pairs",
    "scan",
]

_HOME = {
    "Claim": ("claimcheck.model", "Claim"),
    "ClaimcheckError": ("claimcheck.errors", "ClaimcheckError"),
    "Link": ("claimcheck.model", "Link"),
    "Report": ("claimcheck.model", "Report"),
    "Settings": ("claimcheck.config", "Settings"),
    "Verdict": ("claimcheck.model", "PairVerdict"),
    "align": ("claimcheck.api", "align"),
    "claims": ("claimcheck.api", "claims"),
    "compare": ("claimcheck.api", "compare"),
    "compare_texts": ("claimcheck.api", "compare_texts"),
    "pairs": ("claimcheck.api", "pairs"),
    "scan": ("claimcheck.api", "scan"),
}


def __getattr__(name: str) -> Any:
    """Import a public name from its room on first use (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOME[name]
    found = globals()[name] = getattr(import_module(module), attribute)
    return found


class _Package(ModuleType):
    """Three rooms, `align`, `claims` and `scan`, have the name of a public call; importing a room must not shadow the call."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
