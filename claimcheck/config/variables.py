"""The variables of the environment that claimcheck reads, and those that look like it and are read by nobody."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from claimcheck.config.options import OPTIONS, variable_of

PREFIX = "CLAIMCHECK_"

OTHER_VARIABLES = ("CLAIMCHECK_BROWSER", "CLAIMCHECK_CACHE_DIR", "CLAIMCHECK_DEBUG")
"""Variables that set no option: the browser of the tests, where caches lie, and whether a crash shows its traceback."""

_MIN_LIKENESS = 0.6


def stray_variables(environment: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the variables that begin as ours do and that nothing reads, sorted, each with the nearest known one, or ""."""
    known = sorted({*OTHER_VARIABLES, *map(variable_of, OPTIONS)})
    strays = sorted(name for name, value in environment.items() if value and name.upper().startswith(PREFIX) and name not in known)
    return tuple((name, _nearest(name, known)) for name in strays)


def _nearest(name: str, known: list[str]) -> str:
    """The known variable whose part behind the prefix, which all share, is most like that of `name`."""
    parts = [each.removeprefix(PREFIX) for each in known]
    found = difflib.get_close_matches(name.upper().removeprefix(PREFIX)[:60], parts, n=1, cutoff=_MIN_LIKENESS)
    return PREFIX + found[0] if found else ""
