"""What a page asks of its readers: letters, tips, corrections, subscriptions. Told by the whole block, never by one sentence.

A police appeal ("Call 101 in confidence") is news: an invitation names the newspaper itself, by "us", "our" or "newsroom".
"""

from __future__ import annotations

import re
from collections.abc import Sequence


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


_END = r"[.!:…»>→ ]{0,6}"
_ADDRESS = _any(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", r"(?:https?://|www\.)\S{1,200}", r"@\w{1,30}")
_PHONE = r"\+?\(?\d[\d ()-]{5,20}\d"
_NAME = r"(?-i:[A-ZÀ-Ž][\w.’'-]*(?: [A-ZÀ-Ž][\w.’'-]*){0,3})"
_YOURS = (
    r"your (?:own )?(?:story|stories|tips?|views?|photos?|pictures?|videos?|letters?|news|comments?|questions?|experiences?|"
    r"thoughts|feedback)"
)
_PAPER = _any(
    r"(?:the |our )?(?:newsroom|news ?desk|news team|tip ?line|letters page)\b",
    r"the editors?\b(?! (?:of|is|was|in)\b)",
    r"us(?: (?:a line|a tip|here|now|today|directly|anonymously|in confidence|if you|about (?:it|your)|what you think|"
    r"know what you|in the comments|"
    r"with (?:your|any)|(?:at|on|via|by|through) .{1,120}|know)\b| ?[.!:]|$)",
    r"our (?:reporters?|journalists?|team|desk|correspondents?|letters page|comments section)\b",
    rf"(?:us )?{_YOURS}",
)
_VERB = (
    r"(?:ring|call|phone|text|e-?mail|mail|write|contact|tell|message|whatsapp|send|share|submit|get in touch|reach|let us know|"
    r"speak|talk|drop|join|comment)"
)
_ATTRIBUTED = re.compile(  # somebody else speaks
    r"[“”\"]|\b(?:said|says|told|tells|urged|urges|asked|asks|added|warned|warns|wrote|chanted|shouted|demanded|demands|"
    r"pleaded|pleads|begs|"
    r"according to)\b",
    re.IGNORECASE,
)
_MATTER = r"(?:story|tip|tip-off|view|opinion|question|picture|photo|video|information|comment|correction|complaint|news)s?"
_QUESTION = _any(
    rf"(?:(?:have|do) you |you[’']ve )?(?:got|have|know|want)(?: you)? (?:(?:an?|any|some|another) )?(?:news |"
    rf"good )?{_MATTER}\b.{{0,80}}",
    r"(?:do you )?(?:have|know|want) (?:something|anything|to know more|more)\b.{0,60}",
    r"(?:have you |did you )?(?:see|seen|spot|spotted|notice|noticed|find|found) (?:an? |any |something )(?:error|mistake|"
    r"typo|wrong)\b.{0,60}",
    r"(?:were you there|were you affected|have you been affected|are you affected|what do you think|enjoyed (?:this|reading)|"
    r"like what you[’']re reading)\b.{0,80}",
)
_LABEL = (
    r"(?:have your say|your say|your views|letters(?: to the editor)?|letter to the editor|write to us|contact(?: us)?|tips?|"
    r"news tips?|"
    r"feedback|corrections?|the author|the writer|newsroom|news ?desk|e-?mail|tel|phone|twitter|web|website)"
)
_SOLICITATION = re.compile(
    _any(
        rf"{_QUESTION}\?",
        rf"(?:please |you can |or |then |to comment, )?{_VERB}\b(?:[^.]{{0,80}}?[ ,]|[ ,]){_PAPER}.{{0,160}}",
        r"(?:please )?(?:get in touch|let us know)" + _END,
        r"(?:please )?use (?:this|the) form\b.{0,80}",
        rf"{_LABEL} ?[:–—-] ?.{{0,60}}?(?:{_ADDRESS}|{_PHONE}).{{0,80}}",
        r"if you (?:have|know|want|would|wish|see|spot|think|believe|enjoyed|like|were|are)\b.{0,160}"
        r"\b(?:e-?mail|contact|write|let|click|get in touch|send|tell|reach)\b.{0,60}\b(?:us|our|newsroom|editors?)\b.{0,160}",
        r"if you .{0,120}\bthis (?:piece|article|story|report)\b.{0,120}\b(?:e-?mail|contact|write|click)\b.{0,160}",
        rf"(?:{_NAME} )?(?:[(<]?{_ADDRESS}[)>]?)(?:[ ,|/·•]{{1,3}}(?:{_ADDRESS}|{_PHONE})){{0,5}}" + _END,
        rf"(?:you can )?(?:contact|e-?mail|reach|write to|follow|message) (?:the (?:author|writer|reporter)|{_NAME})"
        rf"(?: (?:at|on|via|by) |: ?)(?:e-?mail |twitter |x )?(?:at )?{_ADDRESS}.{{0,80}}",
        rf"(?:{_NAME}|the (?:author|writer|reporter)) can be (?:reached|contacted|followed) (?:at|on|"
        rf"via) .{{0,40}}{_ADDRESS}.{{0,60}}",
    ),
    re.IGNORECASE,
)
_ENLISTING = re.compile(
    _any(
        r".{2,80}\b(?:newsletters?|e-?mails?|briefings?|bulletins?|podcasts?|apps?|alerts?|updates?) ?[:–—-] ?"
        r"(?:sign up|subscribe|register|join|download|listen|get it|click)\b.{0,80}",
        r"(?:never|don[’']t) miss (?:a|an|another) (?:story|headline|thing|beat|update|episode)\b.{0,120}",
        r"(?:stay|keep) (?:informed|up to date|in the know|in touch|updated)\b.{0,40}(?:\b(?:with|by) (?:our|us)\b|:).{0,120}",
        r"(?:you can )?unsubscribe (?:at any time|anytime|here)\b.{0,60}|by (?:signing up|subscribing),? you (?:agree|accept|"
        r"will)\b.{0,160}",
        r"(?:become a (?:member|subscriber|supporter)|support (?:independent|quality|local|our) (?:journalism|news|"
        r"reporting))\b.{0,100}",
        r"(?:enter|type) your e-?mail\b.{0,60}|thank(?:s| you) for (?:reading|subscribing|signing up)\b.{0,80}",
        r"for (?:more|(?:all )?the latest) (?:stories|news|coverage|on this story|like this)\b.{0,80}"
        r"\b(?:visit|follow|click|sign up|subscribe|go to|see|download)\b.{0,120}",
    ),
    re.IGNORECASE,
)
_MAX_CHARS = 400
_MAX_SENTENCES = 5


def reason_for_block(sentences: Sequence[str]) -> str | None:
    """Why a block with these sentences speaks to the reader and not of the event; None where it does not, or may not.

    Each of its sentences has to: a question within a story is no invitation.
    """
    if not 1 <= len(sentences) <= _MAX_SENTENCES or any(len(each) > _MAX_CHARS or _ATTRIBUTED.search(each) for each in sentences):
        return None
    if all(_ENLISTING.fullmatch(each) for each in sentences):
        return "newsletter"
    return "boilerplate" if all(_SOLICITATION.fullmatch(each) or _ENLISTING.fullmatch(each) for each in sentences) else None
