"""XML to a tree, safely: no entity is declared, nothing outside is fetched, and nothing nests without end."""

from __future__ import annotations

import re
from html.entities import html5
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from claimcheck.errors import LoadError

MAX_DEPTH = 200
"""Documents of newsrooms nest some 30 deep."""

_DECLARED = re.compile(r"^\s{0,100}<\?xml[^>]{0,200}\?>")


class _RefusedError(Exception):
    """Raised inside the parser's callbacks, where no file is known."""


def parse(text: str, *, label: str) -> Element:
    """The root of an XML document, its names without namespaces.

    Raises `LoadError` where it is not well-formed, declares an entity (a "billion laughs", a file of this machine) or
    nests deeper than `MAX_DEPTH`.
    """
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = _refuse_entity
    parser.SkippedEntityHandler = builder.skipped
    try:
        parser.Parse(_DECLARED.sub("", text.lstrip("\ufeff \n\t")).encode("utf-8"), True)
    except expat.ExpatError as error:
        reason = f"is no well-formed XML: {expat.ErrorString(error.code)} on line {error.lineno}"
        raise LoadError(f"{label}: {reason}", hint="ask for the file again, or save the text of the article as .txt") from None
    except _RefusedError as error:
        raise LoadError(f"{label}: {error}", hint="save the text of the article as .txt") from None
    return builder.close()


def _refuse_entity(*_: object) -> NoReturn:
    raise _RefusedError("declares entities of its own, which no news document needs")


class _Builder:
    """Elements by their local names, "{http://…}p" and "nitf:p" alike as "p"."""

    def __init__(self) -> None:
        self._tree = TreeBuilder()
        self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _RefusedError(f"nests deeper than {MAX_DEPTH} elements")
        self._tree.start(local(name), {local(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self._depth -= 1
        self._tree.end(local(name))

    def data(self, text: str) -> None:
        self._tree.data(text)

    def skipped(self, name: str, is_parameter: bool) -> None:
        """An entity of a DTD that is not fetched: those of HTML are known, others are told by their names."""
        if not is_parameter:
            self._tree.data(html5.get(f"{name};", f"&{name};"))

    def close(self) -> Element:
        return self._tree.close()


def local(name: str) -> str:
    """A name without its namespace, as expat gives it: "http://… p" is "p"."""
    return name.rpartition(" ")[2].rpartition(":")[2]
