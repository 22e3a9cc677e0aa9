"""The files of a model: which of them may be loaded, and the digests that name them.

Only safetensors are ever loaded. A pickle runs whatever its author put into it, and a folder that a
colleague sent is not a reason to run it.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ModelError

_SETTINGS_SUFFIXES = frozenset({".json", ".txt", ".model"})
_PICKLES = ("pytorch_model*.bin", "adapter_model*.bin")
_OWN_MODULES = "sentence_transformers."


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFiles:
    """The files of one model on this machine.

    `name` is how the signature spells it. `weights` (safetensors) and `settings` (tokenizer, pooling, module
    list) are sorted by path. `expected` is the SHA-256 that the weights must have, or "" where any will do.
    """

    name: str
    folder: Path
    weights: tuple[Path, ...]
    settings: tuple[Path, ...]
    expected: str = ""


def model_files(folder: Path, *, name: str, expected: str = "") -> ModelFiles:
    """Return the files of the model in `folder`.

    Raises ModelError where there are no safetensors, where a part of the model exists as a pickle only, where
    the model is an adapter to another one, or where it wants code of its own to run.
    """
    _refuse_pickles(folder, name=name)
    weights = tuple(sorted(folder.rglob("*.safetensors"))) if _is_model(folder) else ()
    if not weights:
        raise ModelError(f"model {name} has no weights: no *.safetensors in its folder", hint=_hint_without_weights(folder))
    if (folder / "adapter_config.json").exists():
        raise ModelError(f"model {name} is an adapter, not a whole model", hint="merge it into its base model first")
    _refuse_foreign_code(folder, name=name)
    settings = tuple(sorted(path for path in folder.rglob("*") if path.suffix in _SETTINGS_SUFFIXES and path.is_file()))
    return ModelFiles(name=name, folder=folder, weights=weights, settings=settings, expected=expected)


def weights_digest(files: ModelFiles) -> str:
    """Return the SHA-256 of the weights as 64 hexadecimal digits, read from the files now.

    Of a model in several files it is the digest of the lines `digest  path`, as sha256sum prints them.
    """
    digests = [_sha256(path, name=files.name) for path in files.weights]
    if len(digests) == 1:
        return digests[0]
    lines = [
        f"{digest}  {path.relative_to(files.folder).as_posix()}\n" for digest, path in zip(digests, files.weights, strict=True)
    ]
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def settings_digest(files: ModelFiles) -> str:
    """Return a digest of the small files beside the weights: another tokenizer or pooling gives other vectors."""
    digest = hashlib.blake2b(digest_size=16)
    for path in files.settings:
        content = _read(path, name=files.name)
        digest.update(f"{path.relative_to(files.folder).as_posix()}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


def verify(files: ModelFiles, *, digest: str) -> None:
    """Read the weights and raise ModelError, naming the file, where their SHA-256 is not `digest`."""
    found = weights_digest(files)
    if found != digest:
        raise ModelError(
            f"{_names(files.weights)} is not the file it should be: SHA-256 {found[:12]}…, expected {digest[:12]}…",
            hint=f"install {files.name} again" if files.expected else "the file was changed under way; run again",
        )


def _is_model(folder: Path) -> bool:
    """Whether the folder describes a model at its top; a home folder, say, is not searched for weights."""
    return any((folder / name).is_file() for name in ("modules.json", "config.json"))


def _refuse_pickles(folder: Path, *, name: str) -> None:
    """Refuse a part of which only a pickle exists. A pickle beside safetensors is never opened, so it may stay."""
    find = folder.rglob if _is_model(folder) else folder.glob
    for pickle in sorted(path for pattern in _PICKLES for path in find(pattern)):
        if not any(pickle.parent.glob("*.safetensors")):
            raise ModelError(
                f"model {name} holds pickled weights only ({pickle.relative_to(folder)}), which are never loaded",
                hint="save it as safetensors first",
            )


def _refuse_foreign_code(folder: Path, *, name: str) -> None:
    listed = folder / "modules.json"
    if not listed.is_file():
        return
    try:
        kinds = [str(module["type"]) for module in json.loads(_read(listed, name=name))]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ModelError(f"model {name}: {listed} is not a list of modules") from error
    for kind in kinds:
        if not kind.startswith(_OWN_MODULES):
            raise ModelError(
                f"model {name} wants code of its own to run ({kind}), which is never done", hint="choose another model"
            )


def _hint_without_weights(folder: Path) -> str:
    if _is_model(folder) and any(folder.rglob("*.onnx")):
        return "it holds ONNX only, which no engine here loads: give the folder with its safetensors"
    return "give the folder of a sentence-transformers model"


def _names(paths: Iterable[Path]) -> str:
    return ", ".join(str(path) for path in paths)


def _read(path: Path, *, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(f"model {name}: {path} cannot be read: {error.strerror}") from error


def _sha256(path: Path, *, name: str) -> str:
    try:
        with path.open("rb") as stream:
            if not os.fstat(stream.fileno()).st_size:
                return hashlib.sha256().hexdigest()  # an empty file cannot be mapped
            # In one piece: another thread that is at work gets Python's lock back after each, and keeps it for a while.
            with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
                return hashlib.sha256(content).hexdigest()
    except OSError as error:
        raise ModelError(f"model {name}: {path} cannot be read: {error.strerror}") from error
