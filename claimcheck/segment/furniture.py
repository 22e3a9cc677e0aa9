"""What stands on a news page beside the story: bylines, credits, captions, share lines, notes.

Each pattern matches a whole block or a whole sentence, never its beginning alone: "Share prices fell" is news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimcheck.segment import bylines


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


_MAX_CHARS = 400  # every pattern below is shorter; what is longer is told by its first sentence
_MAX_CAPTION_SENTENCES = 4
_FILE_PICTURE = re.compile(r"FILE(?: PHOTO)? ?[-–—:]")

_ITEM = "(?:article|story|page|post|video|link|content|episode|podcast)"
_NETWORK = _any(
    "Facebook|Twitter|X|WhatsApp|LinkedIn|Instagram|Telegram|Reddit|Pinterest|YouTube|TikTok|Messenger|E-?mail|Flipboard|Print",
    "Copy link|SMS|Threads|Bluesky",
)
_END = r"[.!:…»>→ ]{0,6}"
_TOPIC = r"(?: (?:about|on|at|from|here|in|below|»|>|→)(?:[ :].{0,160})?|:.{0,160})?"

_PICTURE_BY = r"[(\[](?:AP|AFP|Reuters|REUTERS|EPA|Getty|File|Courtesy|Photo)[ /][^()\[\]]{0,80}[)\]]"
_PICTURE_WORD = _any(
    r"(?:File )?(?:Photos?|PHOTOS?|Photograph|Photo by|Photo credit|Image credit|Image source|Image caption|Image|Picture|Caption)",
    "(?:Cover|Main|Top|Lead|Header|Featured) (?:image|photo|picture)|FILE PHOTO|FILE",
)
_FULL_DATE = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, (?:19|20)\d\d"
_IS_SEEN = (  # what somebody in a picture does, and no preview announces
    "(?:hold|gather|speak|walk|stand|look|sit|listen|wave|react|pray|watche?|marche?|pose|gesture|smile|shake|hug|embrace|cheer|lay)"
    "(?:s|es)?"
)
_CAPTION = _any(
    rf"[A-Z].{{2,80}}, (?:far |second from (?:the )?)?(?:left|right|cent(?:er|re)), .{{10,250}}\b(?:on|in) .{{0,20}}{_FULL_DATE}",
    rf"(?!.*\b(?:said|says|told|was|were|had|did|has|have|will)\b)[A-Z].{{2,150}} {_IS_SEEN} .{{2,200}},"
    rf" (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, {_FULL_DATE},? (?:as|in|at|on|near|outside|during|after|before)\b.{{0,250}}",
    r"[(\[](?:(?:AP |File |Reuters )?[Pp]hotos?|Image|Picture|Video|Graphic|Map|Getty)\b[^()\[\]]{0,250}[)\]]",
    rf"{_PICTURE_WORD}(?: ?[:|] ?| [-–—] | by )\S.{{0,300}}",
    rf".{{0,320}}{_PICTURE_BY}",
    r"Enlarge this image\b.{0,200}|(?:toggle|hide) caption\b.{0,100}|Media playback is (?:un|not )supported\b.{0,300}",
    r"(?:Image|Media) (?:copyright|caption|source)\b.{1,300}",
    r"Play [Vv]ideo(?: \d{1,3}:\d\d)?(?: .{0,200})?",
    r"Video (?:provided|courtesy) (?:by|of) .{2,60}|Slideshow \(\d{1,4} [Ii]mages?\)",
    r"\(?(?:[A-Z][\w.’'-]+ ){0,4}(?:/ ?)?(?:(?:AFP/)?Getty Images|AP Photo|[A-Z][\w.’'-]+/(?:(?:AFP|AP|Pool)/)?(?:AP|AFP|"
    r"Reuters|EPA|Getty Images))\)?",
    r"(?:REUTERS|AP|AFP|EPA|EFE|TASS)/[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}(?:/[\w /]{2,30})?",
)

_KICKER = (
    "(?:analysis|opinion|comment|commentary|editorial|exclusive|breaking(?: news)?|live(?: updates)?|explainer|explained|"
    "fact check|"
    "feature|interview|profile|special report|long read)"
)
_BOILERPLATE = _any(
    r"(?:advertise?ment|sponsored(?: content)?|promoted|ad|skip ad|close|paid content)" + _END,
    rf"comments are (?:closed|off|disabled)(?: for this {_ITEM})?" + _END,
    r"(?:leave|post|add|write) a (?:comment|reply)" + _END,
    r"(?:view|show|hide|see)(?: all)?(?: \d{1,6})? comments?" + _END,
    r"(?:comments?(?: \(\d{1,6}\))?|no comments(?: yet)?|join the (?:conversation|discussion)|have your say|report a typo)" + _END,
    rf"share(?: this)?(?: {_ITEM})?(?: (?:on|via|with|by) {_NETWORK}(?:(?:, and |, | and | ){_NETWORK}){{0,9}})?" + _END,
    rf"read or share this {_ITEM}\b.{{0,250}}",
    rf"(?:(?:shar(?:e|ing)|spread|follow|find|like|connect|"
    rf"join)\b[\w ,!’']{{0,40}}[:–—-]? )?{_NETWORK}(?:[ ,|•·/]{{1,3}}{_NETWORK}){{0,9}}",
    r"sharing is caring" + _END,
    rf"{_KICKER}(?: ?[/|&·-] ?{_KICKER}){{0,2}} ?:?",
    r"related coverage\b.{0,200}(?<![.!?])|more: ?\S.{2,200}(?<![.!])|more on [\w’' ]{2,40}|\((?:related|read|watch|see also|"
    r"more): [^()]{2,250}\)|go deeper" + _END,
    r".{3,200}[^.!?…: ] (?-i:Read more|READ MORE)" + _END,
    r"(?:follow|like|find|join) (?:us|me|him|her|them|@\w{1,30}|[\w.’' ]{2,60}) "
    rf"on (?:{_NETWORK}|social media)\b.{{0,200}}",
    r"follow @\w{1,30}\b.{0,100}",
    r"\d[\d,.k]{0,9} (?:shares?|comments?|views?|likes?)" + _END,
    rf"(?:read|see|view|watch|listen|load|show|learn|find out)(?: [\w’']{{1,30}})? more{_TOPIC}" + _END,
    r"(?:also read|read also|now read|and see|now watch|watch now|read next|up next|see also|"
    r"related(?: (?:stories|articles|links|coverage|news|content|topics|tags))?|"
    r"more on this(?: story)?|more from [\w’' ]{2,40}|more stories|most (?:read|popular|viewed)|"
    r"recommended(?: (?:stories|for you))?|"
    r"trending(?: now)?|in case you missed it|don['’]t miss|you (?:may|might) also like|editors?['’]?s? picks?|top stories|"
    r"latest news|tags|topics|filed under|keywords)(?: ?[:|»>] ?.{0,250}|[.!…»>→ ]{0,6})",
    r"(?:read|watch|listen|video|gallery|photos|read the full (?:story|article)|full (?:story|coverage))"
    r"(?: here| below| now)?(?: ?[:|»>→] ?.{0,250}| ?[»>→]{1,3})",
    rf"(?:read|watch|listen to)(?: the)?(?: full)?(?: this)? {_ITEM}(?: (?:here|below|now|on .{{0,40}}))?" + _END,
    r"(?:click|tap) (?:here|on the link|below)\b.{0,200}",
    r"(?:(?:continue|keep) reading(?: below)?|skip to (?:main )?content|back to top|scroll down|loading)" + _END,
    r"(?:next|previous)(?: article)?" + _END,
    r"(?:story|article) continues(?: (?:below|after)\b.{0,60})?",
    r"\d{1,3} min(?:ute)?s? read" + _END,
)

_NEWSLETTER = _any(
    r"(?:please )?(?:sign up|signup|subscribe|register)(?: (?:now|today|here|free))?(?: (?:for|to|and)\b.{0,120})?"
    r"\b(?:newsletters?|emails?|alerts|updates|inbox|briefings?|podcast|channel|headlines|breaking news)\b.{0,200}",
    r"(?:sign up|subscribe|register) (?:here|now|today)(?: (?:for|to) .{2,120})?" + _END,
    r"(?:sign up|subscribe) (?:for|to) (?:our|the|this) .{0,60}\b(?:letter|bulletin|digest|round-?up|e-?mail|edition)s?" + _END,
    r"(?:sign up|subscribe|register|sign in|log in|login)(?: (?:now|today|here|for free|free))?" + _END,
    r"(?:get|receive|want) .{0,80}\b(?:newsletter|(?:delivered |straight )?(?:to|in) your inbox)\b.{0,150}",
    r"subscribe (?:on|via) .{2,160}|join our (?:\w+ )?(?:facebook|whatsapp|telegram|discord|reddit|signal) (?:group|channel|"
    r"community)\b.{0,160}",
    r"already a subscriber\?.{0,60}|manage newsletters.{0,40}|newsletters?" + _END,
    r".{0,60}\bsupport our journalism\b.{0,120}",
    r"(?:download|get) (?:the|our) [\w ]{0,30}app\b.{0,120}|join our (?:whatsapp|telegram|community)\b.{0,150}",
)

_ADVICE = r"(?:(?:financial|investment|legal|medical|tax|professional|trading) )"
_LEGAL = _any(
    r"(?:(?:copyright )?(?:\(c\)|©)|copyright,? (?:19|20)\d\d).{0,380}",
    r"all rights reserved\b.{0,300}|.{0,120}\ball rights reserved[. ]{0,3}",
    r"this (?:material|content|article) may not be\b.{0,300}",
    r"(?:terms of (?:use|service)|privacy policy|cookie policy|contact us|about us)(?:[ |,&]{1,3}[\w ]{2,30}){0,6}",
    r"(?:the )?(?:views|opinions)(?: and \w+)? (?:expressed|in this)\b.{0,160}\b(?:author|contributor|writer|own)\b.{0,80}",
    r"(?:this|the|our) (?:article|column|content|material|report|page|site|website|information (?:here|above|on this))\b.{0,40}"
    rf"\b(?:for (?:general )?information(?:al)?(?: purposes)? only|not .{{0,60}}{_ADVICE}.{{0,20}}advice)\b.{{0,200}}",
    rf"(?:nothing|no(?:ne| part)) (?:in|on|of) this (?:article|page|site|column)\b.{{0,80}}{_ADVICE}.{{0,20}}advice\b.{{0,80}}",
    rf"(?:this|it) is not {_ADVICE}(?:or \w+ )?advice" + _END,
    r"content (?:created|produced|provided|supplied) by .{2,100} (?:is available|is licensed|may not|is subject to)\b.{0,250}",
    r"for (?:licensing|permissions?|reprints?|syndication|advertising)\b.{0,80}\b(?:contact|visit|e-?mail|click|see)\b.{0,160}",
    r"(?:disclaimer|disclosure) ?[:—–-].{0,380}",
    r"this (?:article|page|post) (?:may )?contains? affiliate links\b.{0,200}|we may earn (?:a )?commission\b.{0,200}",
    r".{0,120}\bcoverage\b.{0,40} is (?:made possible|supported|funded)(?: in part)? by .{2,200}",
    r"[\w’' ]{2,100} (?:does|do|did) not (?:provide|have|exercise)(?: any)? editorial (?:input|control|influence)\b.{0,60}",
)

_NOTE = _any(
    r"[(\[]?this is a (?:breaking|developing)(?:,? (?:and )?developing)?(?: news)? (?:story|report)\b.{0,160}",
    r"[(\[]?developing story" + _END,
    r"[(\[]?(?:this (?:article|story|page|post|report|headline|live blog)|the (?:headline|live blog)|"
    r"the (?:article|story)(?= (?:has been|was) (?:updated|corrected|amended))) "
    r"(?:has been|is being|will be|was(?: last)?) (?:updated|corrected|amended|edited|revised|refiled)\b.{0,300}",
    r"[(\[]?this (?:article|story|post) (?:was(?: first| originally)?|has been) (?:published|posted|produced|created|"
    r"generated|syndicated)\b.{0,300}",
    rf"[(\[]?this (?:{_ITEM}|report|version|refiled story) corrects\b.{{0,300}}",
    r"[(\[]?(?:editor['’]?s?['’]? note|correction|clarification|refiles|refile)s? ?(?:\([^()]{0,40}\) ?)?[:—–-].{0,380}",
    r"this (?:article|story|piece|report|series|project) is (?:a )?part of (?:a|our|the|[“\"‘]).{0,300}",
    r"[(\[]?an earlier version of this\b.{0,380}|this article is more than \d{1,3} (?:year|month)s? old" + _END,
    r"(?:last )?updated?:? (?:at )?\d{1,2}[:.]\d\d.{0,60}",
)


@cache
def _rules() -> Sequence[tuple[str, re.Pattern[str]]]:
    """The patterns, compiled when the first sentence is read: a kept report needs none."""
    return (
        ("byline", re.compile(rf"{bylines.BYLINE}$")),
        ("caption", re.compile(rf"{_CAPTION}\.?$")),
        ("credit", re.compile(rf"{bylines.CREDIT}{_END}$")),
        *(
            (reason, re.compile(rf"{pattern}$", re.IGNORECASE))
            for reason, pattern in (
                ("boilerplate", _BOILERPLATE),
                ("newsletter", _NEWSLETTER),
                ("legal notice", _LEGAL),
                ("editor's note", _NOTE),
            )
        ),
    )


_WHOLE_BLOCK = frozenset({"editor's note", "legal notice", "newsletter"})
_ENDED = re.compile(r"[.!?…][\"”’)\]]*$")
_STRAY = re.compile(  # left behind by a page's buttons, after the end of a sentence
    r"(?<=[.!?”\"’»)])[ \u00a0]{1,5}"
    r"(?P<stray>(?:pass|ad|advertisement|share|comments are closed|read more|more|next|previous)[.…]?)$",
    re.IGNORECASE,
)


def reason_for(sentence: str) -> str | None:
    """Why `sentence` is no part of the story; None where it is, or may be."""
    if not any(char.isalnum() for char in sentence):
        return "separator"
    if len(sentence) > _MAX_CHARS:
        return None
    return next((reason for reason, pattern in _rules() if pattern.match(sentence)), None)


def reason_for_block(block: str, sentences: Sequence[str]) -> str | None:
    """Why a whole block with these sentences is no part of the story; None where any of it is, or may be.

    A notice is told by its first sentence, the caption of a picture by the credit behind its last.
    """
    if len(sentences) < 2:
        return reason_for(block)
    if not _ENDED.search(block[-6:]) and (reason := reason_for(block)):
        return reason
    first, last = reason_for(sentences[0]), reason_for(sentences[-1])
    if first in _WHOLE_BLOCK:
        return first
    captioned = last == "caption" or _FILE_PICTURE.match(block)
    return "caption" if captioned and len(sentences) <= _MAX_CAPTION_SENTENCES else None


def stray_tail(block: str) -> int | None:
    """Where a stray word at the end of a block begins, behind the last sentence; None where there is none."""
    tail = block[-60:]
    found = _STRAY.search(tail)
    return len(block) - len(tail) + found.start("stray") if found else None
