"""Who wrote it: bylines, credits and reporters' notes, by their words alone or by where they stand.

A pattern matches a whole line or a whole sentence. What could as well be news ("Roe reported from Kyiv.", two words with
capitals) is told by its place: between headline and lead, or behind the last paragraph.
"""

from __future__ import annotations

import re

from claimcheck.segment.dates import DateLine, read_date_line


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
_WORD = rf"{_CAPITAL}[\w.’'-]*"
_PERSON = rf"{_WORD}(?: (?:{_WORD}|de|van|von|der|den|al|bin|la|le|du|da|dos)){{1,4}}"
_NO_PERSON = _any(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    "January|February|March|April|June|July|August|September|October|November|December",
)
AGENCY = (
    r"(?:[Tt]he )?(?:Associated Press|AP|Reuters|AFP|Agence France-Presse|Bloomberg(?: News)?|UPI|DPA|dpa|PA(?: Media)?|"
    r"Press Association|"
    r"ANSA|EFE|TASS|Interfax|Xinhua|Kyodo(?: News)?|PTI|ANI|IANS|Ukrinform|Yonhap|Anadolu(?: Agency)?)"
)
_ROLE = (
    r"(?:[Cc]orrespondents?|[Rr]eporters?|[Ee]ditors?|[Ww]riters?|[Cc]olumnists?|[Pp]roducers?|[Jj]ournalists?|[Pp]hotographers?|"
    r"[Cc]ontributors?|[Ss]taff|[Bb]ureau [Cc]hief|[Dd]esk|[Nn]ewsroom)"
)
_STAFF = r"(?:writers?|reporters?|correspondents?|journalists?|staff|producers?|photographers?)"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,3}}"
_AT = rf"(?: (?:in|at|for|of) (?:the )?{_PLACE}(?:(?:,| and) {_PLACE})?)?"
_POST = rf"(?:[\w’'&/-]{{1,30}} ){{0,5}}{_ROLE}{_AT}"
"""What someone is at a newspaper: "crime and justice editor", "Press Newswire Court Reporter", "Gazette staff"."""

_OUTLET = _any(AGENCY, r"[Ss]taff(?: [Ww]riters?| [Rr]eporters?)?", r"[\w’' ]{2,30} (?:Staff|[Cc]orrespondent|Desk|[Rr]eporters?)")
_JOINT = _any(r",? and ", ", ", " & ", "; ?", r" ?[|•·/] ?", " in ", " for ", " of ")
_BY = r"(?:By|BY|(?:Written|Posted|Story|Report|Words|Text) by)"
_UNNAMED = _any(  # "By our foreign staff", "From our correspondent in Kyiv", "Staff and agencies"
    rf"(?:(?:By|BY|From|FROM) )?(?:[Oo]ur|OUR)(?: own)? {_POST}",
    rf"(?:By|BY) (?:an? |the )?(?:[\w’'&-]{{1,30}} ){{0,3}}{_ROLE}(?: and (?:news )?[Aa]gencies)?{_AT}",
    r"(?:By|From) (?:staff and )?(?:news )?(?:agency|agencies|wire|staff)(?: and \w{2,12})?"
    r"(?: reports?| dispatches| copy| services?)",
    rf"(?:Text|Words|Copy): (?:(?:news )?agencies|agency reports|staff|{AGENCY}|{_PERSON})"
    r"(?:(?:[,;/&]| and) ?[\w’' ,;/&-]{2,80})?",
    rf"(?:(?:By|From) )?(?:(?:[Ss]taff|{AGENCY}|[\w’']{{1,30}} [Ss]taff),? (?:and|&) )?(?:[Nn]ews )?[Aa]gencies{_AT}",
)
BYLINE = _any(
    rf"{_BY} (?!{_NO_PERSON})(?:{_PERSON}|{_OUTLET})(?:{_JOINT}(?:{_PERSON}|{_OUTLET}|{_WORD})){{0,6}}"
    rf"(?:,? (?:[Ss]pecial|[Ee]xclusive(?:ly)?) (?:to|for) .{{2,60}}|,? {_POST})?",
    rf"(?:Analysis|Comment|Commentary|Opinion|Review|Interview|Video|Graphics?) by (?:{_POST} )?(?!{_NO_PERSON}){_PERSON}",
    _UNNAMED,
)
_TELLS = (
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|could|may|might|finds?|found|shows?|showed|shown|suggest(?:s|ed)?|"
    r"reveal(?:s|ed)?|indicate[sd]?|estimate[sd]?|conclude[sd]?|says?|said|puts?|points?|pointed|warns?|warned|led|linked)\b"
)
"""The verb of a sentence that begins as a credit does: "Research by Oxford University found that …"."""
CREDIT = _any(
    r"\(?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated|[Rr]esearch)"
    rf"(?: and \w{{1,20}}){{0,2}} by (?!.{{0,250}}{_TELLS})[A-Z].{{0,250}}",
    r".{2,250} contributed to this (?:report|story|article)\b.{0,80}",
    rf"(?:The )?(?:(?:{_WORD}|{_STAFF}|and|in|of|the|at),? ){{2,40}}contributed reporting(?: from {_PLACE})?\.",
    rf"Contributing: {_PERSON}(?:(?:,| and|, and|;) {_PERSON}){{0,6}}",
    rf"(?:The )?(?:{AGENCY}|(?:{_WORD} ){{1,4}}(?:[a-z]{{2,20}} )?{_STAFF}|{_STAFF}) (?:(?:{_WORD}|and|in|of|"
    rf"the),? ){{0,30}}contributed(?: from {_PLACE})?\.",
    rf"With (?:files|reporting|additional reporting|inputs)(?: (?:from|by) (?:the )?{_CAPITAL}.{{2,150}})?|With agencies",
    r"(?:Source|Sources|Credit|Credits): ?[A-Z][\w.’' ,/&-]{1,80}",
    rf"[\[(]{AGENCY}(?: ?[/,&] ?{AGENCY}){{0,3}}[)\]]|\([Aa]gencies\)",
    rf"(?:[—–-]{{1,2}} ?)?{AGENCY}(?: ?(?:[/,&]|and) ?{AGENCY}){{0,3}}",
    rf"{_PERSON},? is our (?:[\w’'&/-]{{1,30}} ){{0,5}}{_ROLE}{_AT}\.?",
)

_MEDIA = _any(
    "Post|Times|Gazette|Herald|Tribune|Courier|Echo|Mail|Standard|Chronicle|Journal|Observer|Press|Telegraph|Guardian|Examiner|"
    "Inquirer|Dispatch|Sentinel|Register|Globe|Bulletin|Argus|Mercury|Monitor|Ledger|Newswire|Wire|Newspaper|Newspapers|"
    "Broadcasting",
    "News(?: Service| Agency| Network| Online)?|Press (?:Agency|Association)|Media|Magazine|Radio|TV|Television",
)
_SUBJECT = re.compile(rf"(?P<who>{_PERSON}),? (?:is|was|has|covers|writes|works|teaches|lives|reports)\b.*")
_MASTHEAD = re.compile(rf"(?:The )?(?:{_WORD} ){{1,4}}{_MEDIA}(?: (?:in|,) {_PLACE})?")
_NO_MASTHEAD = re.compile(r"(?:Breaking|Good|Bad|Big|Latest|No|Free|Fake|Top|More|Old|New|Hard|Tough|End)\b")
_LONE_NAME = rf"{_WORD}(?: (?:[A-Z]\.|[Vv]an|[Dd]e|[Vv]on|[Dd]er|[Dd]i|[Aa]l)){{0,2}} {_CAPITAL}[\w’'-]*"
_SEVERAL = rf"(?:[—–] ?)?(?!{_NO_PERSON}){_LONE_NAME}(?:(?:, | and |,? & | \| ){_LONE_NAME}){{0,5}}"
_NAMES = re.compile(rf"{_SEVERAL}(?: in {_PLACE}(?:,? and {_LONE_NAME} in {_PLACE})?)?")
_NAMED_POST = re.compile(rf"(?:[—–] ?)?(?!{_NO_PERSON}){_PERSON}(?:(?:, | and | & ){_PERSON}){{0,3}}(?:,| \||;| [—–-]) {_POST}")
# Two words that are a headline and no name: a verb, a state, a number. What slips through is no news.
_NO_NAME = re.compile(
    r"\w+(?:ed|ing)$|(?:Dead|Hurt|Killed|Wins?|Won|Lost|Loses|Quits?|Dies|Falls?|Rises?|Cuts?|Hits?|Says|Goes|Back|Out|Off|"
    r"Down|Up|On|Over|"
    r"One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|No|All|Many|Some|Most|The|This|What|Why|How|Who|When|Where|Is|Are|Was|"
    r"War|Peace|Dozens|Scores|Hundreds|Thousands|Millions|Police|Troops|Army|Fire|Floods?|Storm|Bombs?|Blast|Attacks?|Strikes?|"
    r"Protests?|Votes?|Elections?|Talks|Crash|Deaths?|Toll)$",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    rf"(?P<who>{_PERSON}|{_WORD})(?:(?:, |,? and )(?:{_PERSON}|{_WORD}))?(?: also)? "
    rf"(?:(?:reported|contributed|wrote)(?: this (?:story|article|report))? (?:from|in) (?:the )?{_PLACE}|contributed)"
    rf"(?:(?:, |,? and ){_WORD}(?: {_WORD}){{0,3}}(?: (?:reported )?(?:from|in) {_PLACE})?){{0,4}}\.?"
)
_BIOGRAPHY = re.compile(
    rf"(?P<who>{_PERSON})(?:,? (?:is|was)\b|,).{{0,80}}?\b"
    r"(?:correspondent|reporter|columnist|editor|writer|contributor|journalist|columnists|correspondents)\b"
    r"(?: (?:at|for|with|of|in|based|and|who|covering)\b.{0,200})?(?:, (?:has covered|covers|is based|writes)\b.{0,120})?\.?"
)
_HEAD_DATE = re.compile(rf"{_WORD}(?: (?:&|of|the|{_WORD})){{0,5}}(?:,| \||:| [—–-]) (?=\S)")
_PRECISE = re.compile(r"day\b|\d[:.]\d\d|[ap]\.?m\b", re.IGNORECASE)
_MAX_CHARS = 300


def is_masthead(line: str) -> bool:
    """True for a line that may be the name of a newspaper or an agency and nothing else."""
    return len(line) <= _MAX_CHARS and not _NO_MASTHEAD.match(line) and _MASTHEAD.fullmatch(line) is not None


def is_signature(line: str) -> bool:
    """True for names alone, or with a post or a place: a byline, where it stands between headline and lead."""
    if len(line) > _MAX_CHARS:
        return False
    if _NAMED_POST.fullmatch(line) and not _speaks(line):
        return True
    return _NAMES.fullmatch(line) is not None and not any(_NO_NAME.match(word) for word in line.split())


def has_post(line: str) -> bool:
    """True where a line names people with their post at a newspaper ("Ann Roe, court reporter")."""
    return len(line) <= _MAX_CHARS and re.search(rf"{_ROLE}", line) is not None and is_signature(line)


def _speaks(line: str) -> bool:
    return re.search(r"\b(?:says?|said|dies|died|is|was|has|quits|wins|named|to)\b", line) is not None


def closing_note(sentence: str) -> str | None:
    """Whom a reporter's note or biography is about ("Roe reported from Kyiv."): their last names; None for any other sentence."""
    if len(sentence) > _MAX_CHARS:
        return None
    found = _REPORTED.fullmatch(sentence) or _BIOGRAPHY.fullmatch(sentence)
    return found["who"].split()[-1] if found else None


def subject(sentence: str) -> str | None:
    """The last name of whom a sentence is about that begins with a name and goes on with what they are or do."""
    found = _SUBJECT.fullmatch(sentence) if len(sentence) <= _MAX_CHARS else None
    return found["who"].split()[-1] if found else None


def read_head_date(line: str) -> DateLine | None:
    """What "Coast & Harbour, Thursday 30 October 2025, 12:40 CET" gives: a date behind a name, between headline and lead.

    The date counts only where a weekday or a time of day stands with it: "Pearl Harbor, Dec. 7, 1941" dates no article.
    """
    found = _HEAD_DATE.match(line) if len(line) <= _MAX_CHARS else None
    dates = read_date_line(line[found.end() :]) if found else None
    if dates is None:
        return None
    return dates if _PRECISE.search(line) else DateLine()
