"""From the name or path of a model to its files on this machine. The network is never asked."""

from __future__ import annotations

import os
import re
from pathlib import Path

from claimcheck.embed import bundled
from claimcheck.embed.weights import ModelFiles, model_files
from claimcheck.errors import ModelError

_HUB_NAME = re.compile(r"[A-Za-z0-9][\w.-]{0,95}(?:/[A-Za-z0-9][\w.-]{0,95})?")
_DEFAULT_OWNER = "sentence-transformers"


def locate(model: str) -> ModelFiles:
    """Return the files of `model`: the bundled one by name, else a folder, else a name in the hub's local cache.

    The bundled name means the bundled model even beside a folder of that name, so that a report does not depend
    on where the command was started. Raises ModelError where there is no such model, or it may not be loaded.
    """
    if model in bundled.NAMES:
        return bundled.bundled_files()
    folder = _folder(model)
    if folder is not None:
        return model_files(folder, name=folder.name)
    snapshot = _hub_snapshot(model)
    if snapshot is None:
        raise ModelError(f"model {model} is not on this machine", hint="give a folder, or download it beforehand")
    return model_files(snapshot, name=model)


def _folder(model: str) -> Path | None:
    try:
        path = Path(model).expanduser()
        if path.is_file():
            raise ModelError(f"model {model} is a file", hint="give the folder of a sentence-transformers model")
        return path.resolve() if path.is_dir() else None
    except (OSError, RuntimeError, ValueError):
        # Too long, or with a NUL, or the home of a user who is not known: there is no such folder.
        return None


def _hub_snapshot(name: str) -> Path | None:
    """The folder of revision `main` of a hub model; the layout is that of huggingface_hub's cache."""
    if not _HUB_NAME.fullmatch(name):
        return None
    names = (name,) if "/" in name else (f"{_DEFAULT_OWNER}/{name}", name)
    for root in _hub_caches():
        for full in names:
            folder = root / f"models--{full.replace('/', '--')}"
            try:
                revision = (folder / "refs" / "main").read_text(encoding="ascii").strip()
            except (OSError, ValueError):
                continue
            snapshot = folder / "snapshots" / revision
            if revision and snapshot.is_dir():
                return snapshot
    return None


def _hub_caches() -> tuple[Path, ...]:
    """Where sentence-transformers and huggingface_hub keep models, by the variables that they document."""
    home = os.environ.get("HF_HOME") or str(Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache") / "huggingface")
    hub = os.environ.get("HF_HUB_CACHE") or os.environ.get("HUGGINGFACE_HUB_CACHE") or str(Path(home) / "hub")
    own = os.environ.get("SENTENCE_TRANSFORMERS_HOME")
    return tuple(Path(folder).expanduser() for folder in (own, hub) if folder)
