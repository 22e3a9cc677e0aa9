"""The bundled model, run for real by either engine: the same bytes in any order, company, process and state of the cache."""

from __future__ import annotations

import json
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from claimcheck.embed import Embedder, Engine, bundled, describe, embed_sentences, minilm, sentence_transformer
from claimcheck.embed import vectors as module
from claimcheck.embed.sentence_transformer import SentenceTransformerEmbedder
from claimcheck.embed.weights import model_files
from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from claimcheck.model import FloatMatrix

TEXTS = (
    "The ferry ran aground off Harwick on Tuesday night with 214 people on board.",
    "Nobody was hurt.",
    "",
    "“We heard a crack, and then the lights went out,” said Ines Duarte, a passenger from Lisbon.",
    "The coastguard said at least eleven passengers were taken to hospital, two of them with broken bones, after lifeboats "
    "from three stations had brought everyone ashore in heavy seas before dawn.",
    "Officials have not yet said what caused the accident.",
    "A spokeswoman for the operator declined to comment.",
    "a",
)
HEAVY = ("torch", "transformers", "sentence_transformers", "huggingface_hub", "scipy", "sklearn")
SCRIPT = """
import hashlib, json, socket, sys
def refuse(*_):
    raise SystemExit("the network was asked")
socket.socket.connect = refuse
from claimcheck.embed import embed_sentences
vectors = embed_sentences(json.loads(sys.argv[1]), model="all-MiniLM-L6-v2", use_cache=True)
print(json.dumps([hashlib.sha256(vectors.tobytes()).hexdigest(), sorted(sys.modules)]))
"""


LONG = "Four of 1,250 homes at Østerbro № 7 burnt; " * 100
ODD = ("lone \ud800 surrogate", "nul \0 in it", "\n", "🙂" * 300, "x" * 20_000, LONG)


@pytest.fixture(scope="module", params=[minilm, sentence_transformer], ids=["onnxruntime", "sentence-transformers"])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    loaded: Embedder = request.param.load(bundled.bundled_files(), bundled.SHA256)
    return loaded


@pytest.fixture(scope="module")
def bundled_embedder() -> Embedder:
    return minilm.load(bundled.bundled_files(), bundled.SHA256)


@pytest.fixture(scope="module")
def other_embedder() -> SentenceTransformerEmbedder:
    loaded = sentence_transformer.load(bundled.bundled_files(), bundled.SHA256)
    assert isinstance(loaded, SentenceTransformerEmbedder)
    return loaded


@pytest.fixture(scope="module")
def reference(embedder: Embedder) -> FloatMatrix:
    return embedder.encode(TEXTS)


def test_rows_have_length_one(reference: FloatMatrix) -> None:
    assert reference.shape == (len(TEXTS), 384)
    assert reference.dtype == np.float32
    assert np.abs(np.linalg.norm(reference.astype(np.float64), axis=1) - 1).max() < 1e-6


def test_the_vectors_are_those_of_sentence_transformers(embedder: Embedder, other_embedder: SentenceTransformerEmbedder) -> None:
    """`SentenceTransformer.encode` itself, in a padded batch."""
    plain = other_embedder._model.encode(list(TEXTS), batch_size=32, normalize_embeddings=True, show_progress_bar=False)
    assert np.abs(embedder.encode(TEXTS) - plain).max() < 1e-5


def test_both_engines_divide_long_and_odd_texts_alike(
    bundled_embedder: Embedder, other_embedder: SentenceTransformerEmbedder
) -> None:
    assert np.abs(bundled_embedder.encode(ODD) - other_embedder.encode(ODD)).max() < 1e-5


def test_order_and_company_do_not_change_the_bytes(embedder: Embedder, reference: FloatMatrix) -> None:
    assert embedder.encode(TEXTS[::-1])[::-1].tobytes() == reference.tobytes()
    alone = [embedder.encode([text])[0] for text in TEXTS]
    assert np.array(alone).tobytes() == reference.tobytes()
    company = embedder.encode([*TEXTS, *(f"{text} And more of it." for text in TEXTS), *TEXTS])
    assert company[: len(TEXTS)].tobytes() == company[-len(TEXTS) :].tobytes() == reference.tobytes()


def test_the_number_of_torch_threads_does_not_change_the_bytes_and_is_put_back(other_embedder: SentenceTransformerEmbedder) -> None:
    import torch  # noqa: PLC0415  # loaded with the model, not at collection

    reference = other_embedder.encode(TEXTS)
    before = torch.get_num_threads()
    try:
        torch.set_num_threads(3)
        assert other_embedder.encode(TEXTS).tobytes() == reference.tobytes()
        assert torch.get_num_threads() == 3
    finally:
        torch.set_num_threads(before)


@pytest.mark.parametrize("cores", [1, 2, 7])
def test_the_number_of_cores_does_not_change_the_bytes(
    bundled_embedder: Embedder, monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    reference = bundled_embedder.encode(TEXTS)
    monkeypatch.setattr("claimcheck.onnx.session.cores", lambda: cores)
    assert bundled_embedder.encode(TEXTS).tobytes() == reference.tobytes()


def test_the_end_of_a_long_text_counts(embedder: Embedder) -> None:
    """The model reads 256 word pieces; what follows is read in further windows."""
    long = "The hearing went on without a pause and nothing of note was said. " * 60
    bare, ended = embedder.encode([long, f"{long}Then the dam burst and four children drowned in Lower Marsh."])
    assert float(bare @ ended) < 0.99
    assert abs(float(np.linalg.norm(ended)) - 1) < 1e-6


@pytest.mark.parametrize("text", ODD[:-1], ids=["surrogate", "nul", "newline", "emoji", "one word"])
def test_odd_text_has_a_vector(embedder: Embedder, text: str) -> None:
    assert abs(float(np.linalg.norm(embedder.encode([text])[0])) - 1) < 1e-6


def in_process(cache: Path) -> tuple[str, list[str]]:
    environment = {**os.environ, "CLAIMCHECK_CACHE_DIR": str(cache), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, json.dumps(TEXTS)], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    digest, modules = json.loads(done.stdout)
    return digest, modules


def test_a_cold_and_a_warm_process_give_the_same_bytes_and_the_warm_one_imports_nothing_heavy(
    tmp_path: Path, bundled_embedder: Embedder
) -> None:
    """Both are silent and ask no network, and neither needs torch."""
    import hashlib  # noqa: PLC0415  # used here alone

    cold, while_cold = in_process(tmp_path)
    warm, modules = in_process(tmp_path)
    assert cold == warm == hashlib.sha256(bundled_embedder.encode(TEXTS).tobytes()).hexdigest()
    assert [name for name in HEAVY if name in while_cold] == []
    assert [name for name in (*HEAVY, "onnxruntime", "tokenizers") if name in modules] == []


def test_describing_the_bundled_model_names_its_weights() -> None:
    assert describe("all-MiniLM-L6-v2", use_cache=False) == "all-MiniLM-L6-v2@53aa5117+onnxruntime"


def test_weights_with_another_hash_are_never_loaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    flipped = f"{int(bundled.SHA256[0], 16) ^ 1:x}{bundled.SHA256[1:]}"
    files = bundled.bundled_files(sha256=flipped)
    monkeypatch.setattr(bundled, "bundled_files", lambda: files)
    engine = Engine(name="never", method=1, packages=(), load=lambda files, digest: pytest.fail("loaded"))
    monkeypatch.setattr(module, "engine_for", lambda files: engine)
    with pytest.raises(ModelError, match=r"model\.safetensors is not the file it should be"):
        embed_sentences(["a"], model=bundled.NAME, use_cache=True, cache_dir=tmp_path)


def copy_of_bundled(folder: Path) -> Path:
    """The bundled model's folder under another name; its weights are linked, not copied."""
    source = bundled.bundled_files().folder
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("*.safetensors"))
    (folder / "model.safetensors").symlink_to(source / "model.safetensors")
    return folder


def test_a_folder_is_loaded_as_a_model_by_sentence_transformers(
    tmp_path: Path, other_embedder: SentenceTransformerEmbedder
) -> None:
    folder = copy_of_bundled(tmp_path / "desk-model")
    vectors = embed_sentences(TEXTS, model=str(folder), use_cache=True, cache_dir=tmp_path / "cache")
    assert vectors.tobytes() == other_embedder.encode(TEXTS).tobytes()
    assert describe(str(folder), cache_dir=tmp_path / "cache") == "desk-model@53aa5117+sentence-transformers"


@pytest.mark.parametrize("content", [b"", b"\xff" * 64])
def test_a_damaged_model_is_one_clear_line(tmp_path: Path, content: bytes) -> None:
    folder = copy_of_bundled(tmp_path / "desk-model")
    (folder / "model.safetensors").unlink()
    (folder / "model.safetensors").write_bytes(content)
    with pytest.raises(ModelError, match="desk-model cannot be loaded") as caught:
        embed_sentences(["a"], model=str(folder), use_cache=False)
    assert "\n" not in str(caught.value)


def test_a_damaged_tokenizer_of_the_bundled_model_is_one_clear_line(tmp_path: Path) -> None:
    folder = copy_of_bundled(tmp_path / "copy")
    (folder / "tokenizer.json").write_text("{")
    files = model_files(folder, name=bundled.NAME, expected=bundled.SHA256)
    with pytest.raises(ModelError, match=r"no tokenizer that can be read: tokenizer\.json"):
        minilm.load(files, bundled.SHA256)


@pytest.mark.parametrize("missing", ["onnxruntime", "tokenizers"])
def test_a_missing_engine_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ModelError, match=f"pip install {missing}"):
        minilm.load(bundled.bundled_files(), bundled.SHA256)


def test_the_graph_holds_no_weight_and_is_what_its_script_makes() -> None:
    """Tens of kilobytes; the script is run where the `onnx` package is."""
    assert minilm.GRAPH.stat().st_size < 50_000
    pytest.importorskip("onnx")
    script = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "make_minilm_graph.py"))
    assert script["graph_bytes"]() == minilm.GRAPH.read_bytes()
