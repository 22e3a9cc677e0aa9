"""Text of articles inside Markdown: it is read as text and does nothing, on GitHub and GitLab as well."""

from __future__ import annotations

import re

_NOTHING = "&#8203;"
"""A space without width: what stands before and after it is no longer one mention, reference or address."""

_LINKS = r"[@#!%](?=\w)|(?i:\bgh-)(?=\d)|(?i:www)(?=\.)|:(?=//)"
_IN_MARKDOWN = re.compile(rf"[\\`*_\[\]<>&|~$]|{_LINKS}")
_IN_HTML = re.compile(rf"[<>&$\"']|{_LINKS}")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;", "'": "&#39;", "$": "<span>$</span>", "|": "&#124;"}


def escaped(text: str) -> str:
    """Return one line of text as Markdown that shows just that text.

    Code, emphasis, links, HTML, tables and mathematics ("$") are escaped; mentions ("@desk"), references ("#12", "GH-12") and
    addresses are broken by a space without width. The result must not begin a block.
    """
    return _IN_MARKDOWN.sub(_replacement, text)


def html_escaped(text: str) -> str:
    """Return one line of text as HTML within Markdown that shows just that text, as `escaped` does."""
    return _IN_HTML.sub(_replacement, text)


def code_span(text: str) -> str:
    """Return one line of text as code, where nothing is markup; a backtick becomes an apostrophe."""
    shown = text.replace("`", "'")
    return f"`{shown}`" if shown else ""


def _replacement(found: re.Match[str]) -> str:
    character = found[0]
    if character in _ENTITIES:
        return _ENTITIES[character]
    if character in "\\`*_[]~":
        return f"\\{character}"
    return character + _NOTHING
