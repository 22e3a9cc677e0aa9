"""Whether a sentence ends at a place: what overrules sentencex, in both directions."""

from __future__ import annotations

import re

_CONTEXT_CHARS = 60
_TAIL_CHARS = 24  # an abbreviation with the word before it
_MAX_BRACKET_CHARS = 300

# Words that open a sentence and are no part of a name: they tell "in the U.S. The war" from "U.S. Steel".
_OPENER = re.compile(
    r"(?:A|An|The|This|That|These|Those|He|She|It|They|We|I|You|His|Her|Its|Their|Our|My|Your|There|Here|Who|What|When|Where|"
    r"Why|How|"
    r"And|But|Or|So|Yet|If|As|At|By|For|From|In|On|To|With|Of|After|Before|During|Since|Until|While|Although|Though|Because|"
    r"Despite|Once|Under|Over|Among|Between|Then|Now|Also|Both|Each|Every|Some|Many|Most|Several|All|Another|Other|Others|No|None|"
    r"Nobody|Neither|Nothing|Not|However|Meanwhile|Still|Earlier|Later|Officials|Police|Authorities|Witnesses|Residents|"
    r"Investigators|"
    r"Prosecutors|Critics|Experts|Rescuers|Workers|Investors|Analysts)(?=[\s,’'])"
)
_TOKEN_BEFORE = re.compile(r"[^\s“”„\"«»()\[\]]*$")
_TERMINATORS = re.compile(r"[.!?…。！？]+$")
_CLOSING_MARKS = "”\"»›’')]`"
_OPENING_MARKS = "“„‟«‹‘\"'([`"

# Abbreviations that stand before what they belong to, and so end a sentence only before a word that opens one.
_LEADING = re.compile(
    r"(?:[Aa]pprox|[Ii]ncl|Est|[Ff]igs?|[Vv]ol|pp|[Nn]os|cf|viz|ca|[Vv]s|[Dd]ept|[Ff]t|[Mm]t|[Pp]t|Par|Art|Sec|Sect|Ch|"
    r"Sra|Sres|Srta|Mme|Mlle|Hr|Fr|Frl|Herr|Drs?|Profs?|Pres|Msgr|Rev|Hon|Supt|Insp|Det|Cpl|Pvt|Pfc|Spc|Cmdr|Adm|Brig|Maj|Lt|Col|"
    r"Gen|Sgt|Capt|Ret|Ing|Dra|Messrs|Amb|Asst|Assn|Govs?|Sens?|Reps?|Ste?|Mr|Mrs|Ms|"
    r"Couns?|Cllrs?|Clrs?|Ald|Dep|Const|Supts?|Insps?|Dets?|Atty|Dist|Pte|Flt|Sqn|Ldr|Wg|Cdr|Commr?|Cmdre|Ven|Rt|Mgr|Bros|"
    r"Univ|Msgr|Lieut|Ens|"
    r"Maj|Sgts|Pvts|Ofc|Patr|Secy|Treas|Supvr?|Comdr)\.$"
)
_LEADING_A_NUMBER = re.compile(r"(?:[Aa]rt|[Pp]ara?|[Ss]ect?|[Cc]h|[Pp]t|[Ee]st|[Ee]d|[Oo]p|[Nn]r|[Tt]el|[Nn]o)\.$")
# Units: "6 ft. He" may end a sentence, "Ft. Bragg" and "5 km. long" do not.
_AFTER_NUMBER = re.compile(r"\d[\d,.]*[ \u00a0]?(?:ft|pt|par|est|sec|ch|vol|st|gen)\.$", re.IGNORECASE)
_UNIT_END = re.compile(  # "gusts of 65 km/h. A gale": sentencex takes the last letter for an initial
    r"\d(?:[ \u00a0]|-)?(?:[km]m/h|km/s|m/s|m|h|l|g|t|km|cm|mm|kg|mg|ml|lbs?|oz|in|yd|yds|mi|mph|kph|mi/h|ha|hrs?|mins?|"
    r"secs?|sq|bn|mn|tn|pc|p|c|"
    r"[kMGT]?W|[kMGT]?Wh|[kMG]?Hz|[kM]?V|[kMGT]B|dB|Nm|hp|bps)\.$"
)
_CLOCK = re.compile(r"(?:^|[\s\d])[ap]\.m\.$", re.IGNORECASE)
_ZONE = re.compile(r"(?:[A-Z]{2,4}T|GMT|UTC|[A-Z][a-z]+ (?:[A-Z][a-z]+ )?time|local time)(?![A-Za-z])")
# "at 5 p.m. Friday", unless the day is the subject: "He left at 5 p.m. Friday was quiet."
_WEEKDAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"(?! (?:was|is|will|has|had|would|saw|marks|marked|brought|began|came|dawned|also)\b)"
)
_ACRONYM_END = re.compile(r"(?:^|\s)(?:(?:[A-Z]\.){2,}|[ap]\.m\.|etc\.|Inc\.|Corp\.|Co\.|Ltd\.|Jr\.|Sr\.|D-[A-Z][a-z]+\.)$")
_LABEL_END = re.compile(  # "-3.5 C.", "Vitamin C.", "Group B.": the letter is the end of a name or measure, no initial
    r"(?:\d[ °]{0,2}[CFKVWAJN]|(?:[Vv]itamin|[Pp]lan|[Gg]roup|[Cc]lass|[Tt]ype|[Gg]rade|[Hh]epatitis|[Ss]ection|[Ss]chedule|"
    r"[Aa]ppendix|[Ee]xhibit|[Gg]ate|[Tt]erminal|[Zz]one|[Pp]hase|[Oo]ption|[Cc]ategory|[Pp]art|[Aa]ct|[Bb]lock|[Ww]ard|[Ll]ine|"
    r"[Ll]evel|[Tt]ier|[Dd]ivision|[Pp]ool|[Ii]nfluenza|[Uu]nit) [A-Z])\.$"
)
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]$")
_DAY_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
_FOREIGN_MONTH = re.compile(  # months whose names are not also English
    r"(?:Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember|desember|leden|oktober|december)\b", re.IGNORECASE
)
_GERMAN_MONTH = re.compile(r"(?:April|August|September|November)\b")
_ORDINAL_LANGUAGES = frozenset({"cs", "da", "de", "fi", "hu", "no", "sk", "sl"})
_LOWER_CASE_START = re.compile(  # iPhone; kyiv, as machine translation has it; von der Leyen, al-Sisi
    r"[a-z][A-Z][A-Za-z]|kyiv\b|(?:(?:von|van|de|del|della|di|da|dos|du|der|den|ter|ten|la|le|bin|ibn|al|el)[ -]){1,3}[A-Z]"
)
_SPEECH = re.compile(
    r"(?:[A-Z][\w.’'-]* ){1,5}"
    r"(?:said|says|asked|asks|wrote|writes|tweeted|added|replied|shouted|cried|told|exclaimed|wondered|demanded|yelled|screamed|"
    r"called|continued|joked|recalled|insisted|responded|announced|declared|explained|answered|warned)\b"
)
_INITIAL = re.compile(r"[ -][A-Z]\.$")
_STATE_REST = re.compile(r"(?:Va|Y|J|H|M|C|D|I)\.")  # "D-N. Y.", "W. Va."
_CRY = re.compile(r"[a-z] [“\"‘][^“”\"‘’.?]{1,20}!$")
_COMPANY = re.compile(r"(?:Inc|Corp|Co|Ltd|LLC|plc|PLC|Group|News|Mail|Finance|Japan)\b")
# words first, whatever else they abbreviate
_WORD_END = re.compile(r"(?:^|\s)(?:May|March|April|June|July|art|fed|me|miss|no|ill|mass|wash)\.$")
_STATE_END = re.compile(  # AP style puts a comma behind a state where the sentence goes on
    r"(?:, |D-|R-)"
    r"(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\.H|N\.J|N\.M|"
    r"N\.Y|N\.C|N\.D|Okla|Ore|Pa|R\.I|S\.C|S\.D|Tenn|Vt|Va|Wash|W\.Va|Wis|Wyo|D\.C)\.$"
)
_OFFICE = re.compile(
    r"(?:Mayor|Gov|Governor|Police|Attorney|Sheriff|City|County|Sen|Senator|Rep|Democrat|Republican|District|Fire)\b"
)
_ELLIPSIS = re.compile(r"(?:…|\.{2,}|\. \. \.)$")


def is_break(text: str, start: int, at: int, *, proposed: bool, language: str) -> bool:
    """True where the sentence that begins at `start` ends at `at`, which lies behind its closing marks.

    `proposed` says that sentencex breaks there. `language` is an ISO 639-1 code.
    """
    if not proposed and not text[at : at + 1].isspace():
        return False
    closed = text[max(start, at - _CONTEXT_CHARS) : at]
    before = closed.rstrip(_CLOSING_MARKS)
    after = text[at : at + _CONTEXT_CHARS].lstrip()
    if not after or not (proposed or _overlooked(before[-_TAIL_CHARS:], after.lstrip(_OPENING_MARKS))):
        return False
    if _goes_on(closed, before[-_TAIL_CHARS:], after) or _is_date(before[-_TAIL_CHARS:], after, language):
        return False
    return not (_ENUMERATOR.match(closed.strip()) or _inside_bracket(text, start, at) or _CRY.search(closed[-_TAIL_CHARS:]))


def _goes_on(closed: str, before: str, after: str) -> bool:
    """True where the words around show that the sentence goes on. `before` is `closed` without closing marks."""
    bare = after.lstrip(_OPENING_MARKS)
    if bare[:1].islower():
        return _LOWER_CASE_START.match(bare) is None
    if not bare[:1].isalnum() and bare == after:  # a stray mark or dash opens no sentence
        return bare[:1] not in "$€£¥#@+-−–—•*¿¡." or bare[:1] in "–—."
    if _abbreviates(before, after):
        return True
    if before[-1:] in "!?":
        return bool(_COMPANY.match(after)) or (closed[-1:] != before[-1:] and _SPEECH.match(after) is not None)
    if _INITIAL.search(before) and _STATE_REST.match(after):
        return True
    return bool(_CLOCK.search(before)) and bool(_ZONE.match(after) or _WEEKDAY.match(after))


def _abbreviates(before: str, after: str) -> bool:
    found = _TOKEN_BEFORE.search(before)
    token = found[0] if found else ""
    if after[:1].isdigit() and _LEADING_A_NUMBER.match(token):
        return True
    apart = after[:1] in _OPENING_MARKS or _OPENER.match(after) or _AFTER_NUMBER.search(before)
    return not apart and _LEADING.match(token) is not None


def _is_date(before: str, after: str, language: str) -> bool:
    """True inside "3. Oktober"."""
    if not _DAY_ORDINAL.search(before):
        return False
    return bool(_FOREIGN_MONTH.match(after)) or (language in _ORDINAL_LANGUAGES and _GERMAN_MONTH.match(after) is not None)


def _inside_bracket(text: str, start: int, at: int) -> bool:
    """True between brackets that the sentence did not begin with."""
    opened = text.rfind("(", max(start, at - _MAX_BRACKET_CHARS), at)
    if opened <= start or text.find(")", opened, at) >= 0:
        return False
    closed = text.find(")", at, at + _MAX_BRACKET_CHARS)
    return closed >= 0 and text.find("(", at, closed) < 0


def _overlooked(before: str, after: str) -> bool:
    """True at an end that sentencex takes for an abbreviation or an omission."""
    if not after[:1].isupper():
        return False
    if _LABEL_END.search(before) or _WORD_END.search(before):
        return True
    if _UNIT_END.search(before):
        return _OPENER.match(after) is not None
    if _STATE_END.search(before):
        return not _OFFICE.match(after)
    return bool(_ELLIPSIS.search(before) or _ACRONYM_END.search(before)) and _OPENER.match(after) is not None
