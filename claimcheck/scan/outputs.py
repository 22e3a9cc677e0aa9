"""The files that a scan leaves in its folder: findings as they come, the rest at the end, each written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from claimcheck.errors import ReportError, UsageError
from claimcheck.scan.rows import row_line, set_aside_row, write_parquet
from claimcheck.scan.state import State
from claimcheck.scan.summary import Count, Tally, render_html, render_text, tally_folder

STATE, FINDINGS, STORIES, SET_ASIDE = "state.sqlite", "findings.jsonl", "stories.jsonl", "set_aside.jsonl"
SUMMARY_TEXT, SUMMARY_HTML = "summary.txt", "summary.html"
PARQUET = ("findings.parquet", "stories.parquet")
FORMATS = ("jsonl", "parquet")
"""The values of `--format`: JSON lines are always written, Parquet files beside them where it is asked for."""

MAX_SUFFIXES = 12
"""So many suffixes of files passed over are named in the summary; the rest is one number."""

_BLOCK_CHARS = 1 << 20
_HINT = "make room there, or check its permissions; the same command goes on"


def make_folder(out: Path, *, fresh: bool) -> None:
    """Make the folder of a scan where it is not there. Raises UsageError where it holds files that no scan has written."""
    with told(out):
        if out.exists() and not out.is_dir():
            raise UsageError(f"{out}: is no folder", hint="name another one with -o")
        out.mkdir(parents=True, exist_ok=True)
        foreign = [name for name in (FINDINGS, STORIES, SET_ASIDE, SUMMARY_TEXT, SUMMARY_HTML) if (out / name).exists()]
        if foreign and not (out / STATE).exists() and not fresh:
            raise UsageError(f"{out}: holds {foreign[0]}, but not the state of a scan", hint="--fresh writes over it")


def remove_results(out: Path) -> None:
    """Remove what an earlier run has written, its state aside."""
    with told(out):
        for name in (FINDINGS, STORIES, SET_ASIDE, SUMMARY_TEXT, SUMMARY_HTML, *PARQUET):
            (out / name).unlink(missing_ok=True)


class Findings:
    """findings.jsonl as it grows: the stories in their order, as far as each of them has its result; always whole lines.

    A run that goes on writes anew what the state holds, so that whatever became of the file makes no difference.
    """

    def __init__(self, out: Path) -> None:
        self._path = out / FINDINGS
        self._last = -1
        with told(self._path):
            self._file = self._path.open("wb", buffering=0)  # whole blocks of lines: what a reader sees is never half of one

    def follow(self, state: State) -> None:
        """Write what has come since. Raises ReportError."""
        block: list[str] = []
        size = 0
        for number, lines in state.findings(after=self._last):
            self._last = number
            block.append(lines)
            size += len(lines)
            if size > _BLOCK_CHARS:
                self._write("".join(block))
                block, size = [], 0
        self._write("".join(block))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _write(self, text: str) -> None:
        rest = memoryview(text.encode("utf-8"))
        with told(self._path):
            while rest:
                rest = rest[self._file.write(rest) or 0 :]


def write_results(
    out: Path, state: State, *, formats: Iterable[str] = (), passed_over: Mapping[str, int] = MappingProxyType({})
) -> Tally:
    """Write what is made of all stories: rows of stories and of what was set aside, and the summary. Return what that shows.

    `passed_over` counts, by suffix, the files of formats that are not read. Raises ReportError.
    """
    _replace(out / STORIES, state.story_rows())
    _replace(out / SET_ASIDE, (row_line(set_aside_row(each)) for each in state.set_aside()))
    counted = replace(tally_folder(out), passed_over=_by_suffix(passed_over))
    _replace(out / SUMMARY_TEXT, [render_text(counted)])
    _replace(out / SUMMARY_HTML, [render_html(counted)])
    if "parquet" in formats:
        write_parquet((json.loads(line) for _, lines in state.findings() for line in lines.splitlines()), out / PARQUET[0])
        write_parquet(map(json.loads, state.story_rows()), out / PARQUET[1])
    return counted


def _by_suffix(passed_over: Mapping[str, int]) -> tuple[Count, ...]:
    """The files passed over as counts, most first; beyond `MAX_SUFFIXES` the rest as one."""
    ordered = sorted(passed_over.items(), key=lambda item: (-item[1], item[0]))
    rest = sum(number for _, number in ordered[MAX_SUFFIXES:])
    shown = tuple(Count(name=suffix, count=number) for suffix, number in ordered[:MAX_SUFFIXES])
    return (*shown, Count(name="of other suffixes", count=rest)) if rest else shown


def _replace(path: Path, texts: Iterable[str]) -> None:
    """Write a file beside its place and rename it into it. Only one scan writes there, so that one name will do."""
    aside = path.with_name(f".{path.name}.tmp")
    with told(path):
        try:
            with aside.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(texts)
            aside.replace(path)
        except BaseException:  # Ctrl-C as well leaves nothing behind
            with suppress(OSError):
                aside.unlink(missing_ok=True)
            raise


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What goes wrong with a file as one line with its way out."""
    try:
        yield
    except OSError as error:
        raise ReportError(f"cannot write {path}: {error.strerror or error}", hint=_HINT) from None
