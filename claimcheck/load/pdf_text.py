"""Lines of pages to paragraphs: running heads and page numbers out, words and figures that a line end parts together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from claimcheck.load.pdf_lines import Line

MAX_EDGE_LINES = 3
"""How many lines from the top and the bottom of a page may be a running head."""

MIN_HEAD_SHARE = 0.5
"""A line is a running head where at least this share of the pages has it, and two of them."""

# Of 11-point type on 14 points of leading, 20 begin a paragraph; measured by benchmarks/documents.py on fixtures/documents.
_MIN_GAP = 1.3  # of the usual distance of lines
_MIN_INDENT = 0.6  # of the size of type
_MAX_INDENT = 6.0
_SAME_SIZE = 0.12
_TITLE_SIZE = 1.2
_MAX_TITLE_AT = 4  # a kicker, a slug and a date may stand above the headline
_SMALL = 0.92  # of the size of the story's type
_HEAD_GAP = 1.8  # of the distance of lines
_SHORT = 0.8  # of the longest line of the page

_ENDED = re.compile(r"[.!?:…][\"”’)\]»]*$")
_PAGE_NUMBER = re.compile(r"(?:page |p\. ?)?[-–—] ?\d{1,4} ?[-–—]$|(?:page |p\. ?)?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?$", re.IGNORECASE)
_PRINTED_FROM = re.compile(r"(?:https?://|file://|www\.)\S+(?: \d{1,4}/\d{1,4})?$|\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d.{0,200}$")
_DIGITS = re.compile(r"\d+")
_WORD_BREAK = re.compile(r"([^\W\d_]+)[-\u2010]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_HYPHENATED = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)+")
_GROUP_BREAK = re.compile(r"(?:^|[^\d.,])(?P<sign>[$£€¥])?(?P<first>\d{1,3}(?P<groups>(?:,\d{3})*)),$")
_NEXT_GROUP = re.compile(r"\d{3}(?!\d)")
# What stays hyphenated when a line ends behind it, though its parts are words
_COMPOUNDS = frozenset(
    "all anti co cross ex far half high long low mid multi near non post pre pro quasi self semi short so ultra vice well "
    "two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety "
    "north south east west left right hard old new part full first second third year month week day".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The paragraphs of all pages, the headline above them where its type is larger, and how many lines were left out."""

    paragraphs: tuple[str, ...]
    title: str | None = None
    left_out: int = 0


def story_of(pages: Sequence[Sequence[Line]]) -> Story:
    """The text of the pages in their order."""
    heads = _running_heads(pages)
    lines = [[line for line in page if (number, line) not in heads] for number, page in enumerate(pages)]
    size = _body_size([line for page in lines for line in page])
    words = Counter(word.lower() for page in lines for line in page for word in _HYPHENATED.findall(line.text))
    plain = Counter(word.lower() for page in lines for line in page for word in _FIRST_WORD.findall(line.text))
    groups = list(_grouped(lines))
    paragraphs = [_joined([line.text for line in group], hyphenated=words, plain=plain) for group in groups]
    return Story(paragraphs=tuple(paragraphs), title=_title(groups, paragraphs, size), left_out=len(heads))


def _title(groups: Sequence[Sequence[Line]], paragraphs: Sequence[str], body_size: float) -> str | None:
    """The paragraph in the largest type of the first few, where that is larger than the story's."""
    first = [group[0].size for group in groups[:_MAX_TITLE_AT]]
    largest = max(first, default=0.0)
    return paragraphs[first.index(largest)] if largest > _TITLE_SIZE * body_size else None


def _running_heads(pages: Sequence[Sequence[Line]]) -> frozenset[tuple[int, Line]]:
    """The lines at the edges of pages that repeat but for their figures, that are numbers of pages, or that a browser adds."""
    edges = [(number, line) for number, page in enumerate(pages) for line in _edge_lines(page)]
    counts = Counter({(number, _pattern(line)) for number, line in edges})
    repeated = Counter(pattern for _, pattern in counts)
    least = max(2, MIN_HEAD_SHARE * len(pages))
    size = _body_size([line for page in pages for line in page])
    return frozenset(
        (number, line)
        for number, line in edges
        if repeated[_pattern(line)] >= least
        or (_is_outermost(line, pages[number]) and _PAGE_NUMBER.match(line.text))
        or _PRINTED_FROM.match(line.text)
        or _stands_apart(line, pages[number], size)
    )


def _is_outermost(line: Line, page: Sequence[Line]) -> bool:
    """Whether no other line stands above, or none below: a figure in the text is no number of a page."""
    return all(line.y >= other.y for other in page) or all(line.y <= other.y for other in page)


def _stands_apart(line: Line, page: Sequence[Line], body_size: float) -> bool:
    """Whether the first or last line of a page is of smaller type than the story and well away from it: a head of one page."""
    if line.size >= _SMALL * body_size or len(page) < 2:
        return False
    heights = sorted({other.y for other in page if abs(other.y - line.y) > 1})
    if not heights or heights[0] < line.y < heights[-1]:
        return False
    return min(abs(height - line.y) for height in heights) > _HEAD_GAP * _leading(page)


def _edge_lines(page: Sequence[Line]) -> list[Line]:
    by_height = sorted(page, key=lambda line: -line.y)
    return list(dict.fromkeys((*by_height[:MAX_EDGE_LINES], *by_height[-MAX_EDGE_LINES:])))


def _pattern(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def _body_size(lines: Sequence[Line]) -> float:
    """The size of type of most letters."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return max(letters, key=lambda size: (letters[size], -size), default=0.0)


def _grouped(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """The lines of each paragraph; one goes on over the end of a column or page where its last sentence does."""
    group: list[Line] = []
    for page in pages:
        leading = _leading(page)
        longest = max((len(line.text) for line in page), default=0)
        for number, line in enumerate(page):
            below = page[number + 1] if number + 1 < len(page) else None
            if group and _begins(group[-1], line, below, leading=leading, longest=longest, turned=number == 0):
                yield group
                group = []
            group.append(line)
    if group:
        yield group


def _leading(page: Sequence[Line]) -> float:
    """The usual distance of two lines of one size, in points."""
    distances = [one.y - two.y for one, two in pairwise(page) if one.y > two.y and _same_size(one, two)]
    return median_low(distances) if distances else 0.0


def _same_size(one: Line, two: Line) -> bool:
    return abs(one.size - two.size) <= _SAME_SIZE * max(one.size, two.size)


def _begins(above: Line, line: Line, below: Line | None, *, leading: float, longest: int, turned: bool) -> bool:
    """Whether a line is the first of a paragraph."""
    if not _same_size(above, line):
        return True
    distance = above.y - line.y
    if turned or distance <= 0:  # another page or column
        return bool(_ENDED.search(above.text))
    if distance > _MIN_GAP * max(leading, line.size) or _is_indented(line, above):
        return True
    if below is not None and 0 < line.y - below.y <= _MIN_GAP * leading and _is_indented(line, below):
        return bool(_ENDED.search(above.text))
    return bool(_ENDED.search(above.text)) and len(above.text) < _SHORT * longest


def _is_indented(line: Line, other: Line) -> bool:
    return _MIN_INDENT * line.size <= line.x - other.x <= _MAX_INDENT * line.size


def _joined(lines: Sequence[str], *, hyphenated: Counter[str], plain: Counter[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        if _is_split_figure(text, line):
            text += line
        elif text.endswith("\u00ad"):
            text = text[:-1] + line
        elif (broken := _WORD_BREAK.search(text[-40:])) and line[:1].islower():
            text = (text if _keeps_hyphen(broken[1], line, text, hyphenated, plain) else text[:-1]) + line
        elif text.endswith(("-", "\u2010")) and text[-2:-1].isalnum():
            text += line
        else:
            text += f"{'' if text.endswith(('—', '/')) else ' '}{line}"
    return text.replace("\u00ad", "")


def _keeps_hyphen(head: str, line: str, text: str, hyphenated: Counter[str], plain: Counter[str]) -> bool:
    """Whether a word at a line's end is written with its hyphen: as the rest of the text writes it, else by its first part."""
    tail = _FIRST_WORD.match(line)
    rest = tail[0].lower() if tail else ""
    if plain[(head + rest).lower()]:
        return False
    before = text[-len(head) - 2 : -len(head) - 1]
    return hyphenated[f"{head}-{rest}".lower()] > 0 or head.lower() in _COMPOUNDS or head[:1].isupper() or before == "-"


def _is_split_figure(text: str, line: str) -> bool:
    """Whether a line end parts "200," from "000". "On 12, 300 people" is none: there a blank is lost, so that the next
    group must begin with a nought, follow other groups, or stand behind a sign of money.
    """
    broken = _GROUP_BREAK.search(text[-30:])
    if broken is None or not _NEXT_GROUP.match(line):
        return False
    return line[0] == "0" or bool(broken["groups"]) or bool(broken["sign"])
