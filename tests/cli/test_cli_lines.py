"""`claims` and `pairs`: lines in, lines out."""

from __future__ import annotations

import json

import pytest

import claimcheck
from claimcheck.cli import main
from claimcheck.config import Settings


def written(capsys) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_claims_are_listed_with_their_place(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("Three people were hurt in Leeds.\nThe mayor paid £5m.\n", encoding="utf-8")
    assert main(["claims", str(path)]) == 0
    rows = [line.split("\t") for line in written(capsys)]
    assert ["1:1", "quantity", "Three people"] in [row[:3] for row in rows]
    assert any(row[0].startswith("2:") and row[2] == "£5m" for row in rows)


def test_claims_as_json_lines_have_spans_of_the_text(tmp_path, capsys):
    path = tmp_path / "a.txt"
    text = "At least 18 people died on May 3, 2022.\n"
    path.write_text(text, encoding="utf-8")
    assert main(["claims", str(path), "--format", "jsonl"]) == 0
    claims = [json.loads(line) for line in written(capsys)]
    assert all(text[c["start"] : c["end"]] == c["text"] for c in claims)
    (toll,) = [c["value"] for c in claims if c["kind"] == "quantity"]
    assert (toll["low"], toll["high"], toll["hedge"]) == (18, None, "at least")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The sea was calm.\n", "a.txt: no claim in 1 sentence\n"),
        ("Bei dem Brand in der Nacht sind nach Angaben der Polizei drei Menschen ums Leben gekommen, darunter ein Kind.\n", "'de'"),
        ("x", "a.txt: no claim, for it holds no sentence\n"),
        ("Three people were hurt in Leeds.\n", ""),
    ],
)
def test_silence_about_an_article_is_explained(tmp_path, capsys, monkeypatch, text, told):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert main(["claims", "a.txt"]) == 0
    error = capsys.readouterr().err
    assert told in error
    assert bool(error) == bool(told)


def test_a_format_of_claims_that_is_none_is_one_line(capsys):
    assert main(["claims", "a.txt", "--format", "xml"]) == 2
    assert capsys.readouterr().err == "claimcheck: error: --format: 'xml' is not one of text, jsonl\n"


def test_pairs_keep_their_order_and_ids(tmp_path, capsys):
    path = tmp_path / "p.jsonl"
    rows = [
        {"id": "x", "a": "Three people were killed in the blast.", "b": "Five people were killed in the blast."},
        {"id": 7, "a": "Three people were killed in the blast.", "b": "Three people were killed in the blast."},
    ]
    path.write_text("\n\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert main(["pairs", str(path)]) == 0
    first, second = (json.loads(line) for line in written(capsys))
    assert (first["id"], first["relation"], first["codes"]) == ("x", "contradiction", ["CC101"])
    assert (second["id"], second["relation"], second["codes"]) == (7, "entailment", [])
    assert rows[0]["b"][first["spans_b"][0]["start"] : first["spans_b"][0]["end"]] == "Five people"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{broken", "line 1: is no JSON"),
        (b'{"id": 1, "a": "x"}', "line 1: has no texts"),
        (b'["a", "b"]', "line 1: has no texts"),
        (b"\xff\xfe\xff", "is not UTF-8"),
        (b"[" * 100_000, "line 1: is no JSON"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "line 1: is no JSON"),
        (b'{"a": "' + b"x" * 2_000_000, "line 1: is no JSON"),
    ],
)
def test_a_bad_file_of_pairs_is_one_line(tmp_path, capsys, content, told):
    path = tmp_path / "p.jsonl"
    path.write_bytes(content)
    assert main(["pairs", str(path)]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert "p.jsonl" in error
    assert error.count("\n") == 1


def test_a_missing_file_is_named(capsys):
    assert main(["pairs", "gone.jsonl"]) == 2
    assert "gone.jsonl: no such file" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"\n\n \n", b"\xef\xbb\xbf"])
def test_no_pair_at_all_is_no_success(tmp_path, capsys, content):
    """Exit code 3: nothing could be compared, so nothing can be called clean."""
    path = tmp_path / "p.jsonl"
    path.write_bytes(content)
    assert main(["pairs", str(path)]) == 3
    out, error = capsys.readouterr()
    assert (out, error.count("\n")) == ("", 1)
    assert "p.jsonl: holds no pair" in error


def test_a_folder_is_called_a_folder(tmp_path, capsys):
    assert main(["pairs", str(tmp_path)]) == 2
    assert f"{tmp_path}: is a folder (give a file of JSON lines)" in capsys.readouterr().err


def test_pairs_heed_the_settings(tmp_path, capsys, monkeypatch):
    """Flags win over environment over file, here as in every command."""
    (tmp_path / "p.jsonl").write_text('{"id": 1, "a": "Kiev fell.", "b": "Kyiv fell."}\n', encoding="utf-8")
    seen = []
    real = claimcheck.pairs
    without = Settings(judge="none")
    monkeypatch.setattr(claimcheck, "pairs", lambda texts, *, settings: seen.append(settings) or real(texts, settings=without))
    (tmp_path / "claimcheck.toml").write_text('judge = "from-file"\naliases = { kiev = "kyiv" }\n', encoding="utf-8")
    for variable, flags, judge in (("", [], "from-file"), ("none", [], "none"), ("none", ["--judge", "bundled"], "bundled")):
        monkeypatch.setenv("CLAIMCHECK_JUDGE", variable)
        assert main(["pairs", str(tmp_path / "p.jsonl"), "--no-cache", *flags]) == 0
        assert (seen[-1].judge, seen[-1].use_cache, dict(seen[-1].aliases)) == (judge, False, {"kiev": "kyiv"})


def test_what_no_encoding_has_is_judged_and_its_id_is_kept(tmp_path, capsys):
    path = tmp_path / "p.jsonl"
    path.write_text(r'{"id": "\ud800", "a": "\udfff Three men died.", "b": "\ud800 Five men died."}', encoding="ascii")
    assert main(["pairs", str(path), "--judge", "none"]) == 0
    (verdict,) = [json.loads(line) for line in written(capsys)]
    assert (verdict["id"], verdict["codes"], verdict["spans_a"]) == ("\ud800", ["CC101"], [{"start": 2, "end": 11}])
