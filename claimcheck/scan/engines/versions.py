"""What must be the same wherever a batch is worked on, so that its bytes do not depend on where that was."""

from __future__ import annotations

import functools
import importlib.metadata
import sys

from claimcheck.errors import ClaimcheckError

# What computes or reads; the models themselves are held to their hashes when they are opened.
_PACKAGES = ("claimcheck", "numpy", "onnxruntime", "tokenizers")

Versions = tuple[tuple[str, str], ...]


@functools.cache
def versions_here() -> Versions:
    """Return the versions in this process: of Python ("3.11"), and of the packages that make results ("" where not installed)."""
    return (("python", f"{sys.version_info.major}.{sys.version_info.minor}"), *((name, _version(name)) for name in _PACKAGES))


def check_versions(wanted: Versions, *, found: Versions, where: str) -> None:
    """Return nothing where both are the same. Raises ClaimcheckError that names the first difference."""
    for (name, want), (_, has) in zip(wanted, found, strict=True):
        if want != has:
            told = f"{where} has {name} {has or 'not at all'}, and the coordinator {want or 'not at all'}"
            raise ClaimcheckError(f"{told}: results could differ", hint="install the same versions on every machine")


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
