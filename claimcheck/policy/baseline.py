"""The baseline: findings that were there when the gate was switched on, and are known until they change."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from claimcheck.errors import ConfigError
from claimcheck.model import Divergence, Remark, RemarkKind
from claimcheck.policy.filters import BASELINED, NEW

VERSION = 1
_SCHEMA = "claimcheck/baseline/"
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
"""What would break a line, steer a terminal or not be encoded; the rest is left readable."""

_BROKEN = "restore it, or delete it and run --update-baseline"
"""A broken baseline is never written over: it may hold what a person can still mend."""

_NO_STORY = " with its story"

_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One finding of the baseline. `members` are the fingerprints of what was gathered in it; `line` counts from 1."""

    story: str
    code: str
    fingerprint: str
    members: tuple[str, ...] = ()
    message: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """All known findings. `path` is that of the file, as messages name it."""

    path: str = ""
    findings: tuple[Known, ...] = ()

    def knows(self, divergence: Divergence, story: str) -> bool:
        """Whether the finding is known in this story: by itself, or everything that was gathered in it."""
        prints = self.prints(story)
        members = divergence.members
        return divergence.fingerprint in prints or (bool(members) and all(member in prints for member in members))

    def prints(self, story: str) -> frozenset[str]:
        """Every known fingerprint of a story, those of gathered findings included."""
        own = [known for known in self.findings if known.story == story]
        return frozenset(each for known in own for each in (known.fingerprint, *known.members))


def baseline_text(findings: Iterable[Known]) -> str:
    """Return the baseline as JSON, one finding a line, sorted.

    Every finding's line ends with a comma, the last one as well (a constant line follows), so that two branches that add
    findings merge as lines of text do.
    """
    lines = sorted({_line(known) for known in findings})
    return "\n".join([f'{{"schema": "{_SCHEMA}{VERSION}", "findings": [', *lines, '{"end": true}', "]}"]) + "\n"


def _line(known: Known) -> str:
    values: dict[str, Any] = {"story": known.story, "code": known.code, "fingerprint": known.fingerprint}
    if known.members:
        values["members"] = list(known.members)
    text = json.dumps(values | {"message": known.message}, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + ","


def read_baseline(text: str, *, path: str) -> Baseline:
    """Return the baseline of a file's text.

    Raises ConfigError naming the file, and the line where there is one: a merge conflict, no JSON, another file, a file
    of a newer claimcheck, an entry that is none.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith(_CONFLICT):
            hint = "keep the lines of both sides: each is a finding of its own"
            raise ConfigError(f"{path}:{number}: holds a merge conflict", hint=hint)
    try:
        document = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        place = f"{path}:{error.lineno}" if isinstance(error, json.JSONDecodeError) else path
        raise ConfigError(f"{place}: the baseline is no valid JSON", hint=_BROKEN) from error
    return Baseline(path=path, findings=_findings(document, text, path))


def _findings(document: object, text: str, path: str) -> tuple[Known, ...]:
    schema = document.get("schema") if isinstance(document, dict) else None
    if not isinstance(document, dict) or not isinstance(schema, str) or not schema.startswith(_SCHEMA):
        raise ConfigError(f"{path}: is no baseline of claimcheck", hint="name another file with --baseline")
    if schema != f"{_SCHEMA}{VERSION}":
        raise ConfigError(
            f"{path}: its version {schema[len(_SCHEMA) :][:20]!r} is not known", hint="a newer claimcheck wrote it: update"
        )
    entries = document.get("findings")
    if not isinstance(entries, list):
        raise ConfigError(f"{path}: 'findings' is no list", hint=_BROKEN)
    found, at = [], 0
    for entry in entries:
        if entry == {"end": True}:
            continue
        if not _is_known(entry):
            raise ConfigError(f"{path}: {str(entry)[:60]!r} is no finding", hint=_BROKEN)
        at = max(at, text.find(f'"{entry["fingerprint"]}"', at + 1))
        found.append(_known(entry, line=text.count("\n", 0, at) + 1))
    return tuple(found)


def _is_known(entry: object) -> bool:
    if not isinstance(entry, Mapping) or not isinstance(entry.get("members", []), list):
        return False
    texts = [entry.get("story"), entry.get("fingerprint"), entry.get("code", ""), *entry.get("members", [])]
    return all(isinstance(each, str) for each in texts)


def _known(entry: Mapping[str, Any], *, line: int) -> Known:
    return Known(
        story=entry["story"],
        code=entry.get("code", ""),
        fingerprint=entry["fingerprint"],
        members=tuple(entry.get("members", ())),
        message=str(entry.get("message", "")),
        line=line,
    )


def stale(baseline: Baseline, present: Mapping[str, frozenset[str]], *, stories: Set[str] | None = None) -> tuple[Remark, ...]:
    """Return a remark for every entry whose finding is gone. `present` holds, for each story that was compared, every
    fingerprint that was found, what the settings hide included.

    `stories` names, of a run that takes in the whole desk, every story there is, those included that could not be read: an
    entry of another one is of a story that was deleted or renamed. None says nothing of stories that were not compared.
    """
    return tuple(
        Remark(
            kind=RemarkKind.STALE,
            text=f"{known.story}: {known.code} {known.fingerprint[:8]} is gone{'' if known.story in present else _NO_STORY}",
            path=baseline.path,
            line=known.line,
            fingerprint=known.fingerprint,
        )
        for known in baseline.findings
        if _is_deleted(known, stories)
        or (known.story in present and not present[known.story] & {known.fingerprint, *known.members})
    )


def _is_deleted(known: Known, stories: Set[str] | None) -> bool:
    return stories is not None and known.story not in stories


def renewed(
    baseline: Baseline,
    kept: Mapping[str, Sequence[Divergence]],
    present: Mapping[str, frozenset[str]],
    *,
    stories: Set[str] | None = None,
) -> tuple[Known, ...]:
    """Return the findings of a new baseline: what is new or known in the stories of this run (`kept`), what is there but
    hidden by the settings as it was, and every entry of other stories as it was, but for those of stories that are gone
    (`stories` as `stale` has it).
    """
    shown = {story: {each for d in found for each in (d.fingerprint, *d.members)} for story, found in kept.items()}
    old = (
        known
        for known in baseline.findings
        if (known.story not in present and not _is_deleted(known, stories))
        or ({known.fingerprint, *known.members} & present.get(known.story, frozenset()) - shown.get(known.story, set()))
    )
    new = (
        Known(story=story, code=each.code, fingerprint=each.fingerprint, members=each.members, message=each.message)
        for story, found in kept.items()
        for each in found
        if each.status in (NEW, BASELINED)
    )
    return (*old, *new)
