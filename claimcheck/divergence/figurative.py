"""Words of deaths, damage or arrests that tell of none: figures of speech, and what is only supposed, asked or required.

"The reform was dead by Friday", "the government held hostage", "if anyone is hurt", "religious convictions". The lists are of the
language of politics and business, where such words are worn; read in full over 60 events of political news.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

# What dies, is killed or is destroyed in a figure of speech: measures, talks, parties and other things without a body.
_MATTERS = (
    r"(?:habits?|bills?|reforms?|deals?|plans?|measures?|legislation|proposals?|talks|ideas?|treat(?:y|ies)|agreements?|dreams?"
    r"|part(?:y|ies)|amendments?|nominations?|campaigns?|candidac(?:y|ies)|negotiations?|process|compromise|mandates?|provisions?"
    r"|options?|movements?|momentum|filibuster|democracy|republic|nations?|country|countries|planet|earth|economy|industr(?:y|ies)"
    r"|languages?|traditions?|hopes?|marriages?|chivalry|privacy|programmes?|programs?|pacts?|accords?|resolutions?)"
)
_OBJECTS = (
    r"(?:country|countries|nations?|democrac(?:y|ies)|republic|econom(?:y|ies)|part(?:y|ies)|careers?|lives|life|reputations?"
    r"|famil(?:y|ies)|marriages?|credibility|trust|confidence|institutions?|jobs?|middle class|constitution|freedoms?|liberty"
    r"|legac(?:y|ies)|brands?|faith|planet|evidence|e-?mails?|tapes?|obamacare|health ?care|alliances?|relations(?:hips?)?"
    r"|presidency|campaigns?|chances?|hopes?|credit|standing|image|growth|innovation|competition|industr(?:y|ies)|momentum"
    r"|morale|unity|spirit|soul)"
)
_KILLED = (
    rf"(?:{_MATTERS}|jobs?|growth|innovation|competition|chances?|regulations?|rules?|pipelines?|projects?|law|stor(?:y|ies)|votes?"
    r"|mood|motion|tax(?:es)?|time|obamacare|health ?care|minds?|spirit|soul|appetite|curiosity|vibe|conversation|debate"
    r"|creativity)"
)
_HEAD = (
    r"(?=$|[.,;:!?)”\"—–]|\s(?:[—–-]|(?:of|in|and|or|by|for|with|to|on|at|that|which|as|when|if|but|is|was|are|were|has|from"
    r"|because|forever|again|over|before|after|this|last|next|through|without|while)\b))"
)
"""What follows the head of a noun phrase: "destroyed the country", not "destroyed the country house", "the country's grid"."""
_HELD = (
    r"(?:part(?:y|ies)|country|nation|government|economy|congress|parliament|senate|house|bills?|budget|process|system|taxpayers"
    r"|funding|agenda|legislation|public|state|city|industry|debate|negotiations|america|britain|europe)"
)
_DETERMINERS = r"(?:(?:the|a|an|this|that|these|those|our|your|my|his|her|its|their|any|all|some) )?(?:[\w’'-]{1,20} ){0,2}?"

# Each pattern behind stems of which every match of it holds one.
_FIGURES_OF_SPEECH = tuple(
    (tuple(stems.split()), pattern)
    for stems, pattern in (
        # no death of anyone
        (
            "dead",
            r"\b(?:long|half|brain|drop)-dead\b|\bdead (?:end|line|heat|set|last|weight|wrong|letter|serious|certain|centre|center"
            r"|silent"
            r"|silence|giveaway|sea|zone|calm|man walking|on arrival|in the water)\b|\bplay(?:s|ed|ing)? dead\b|\bdead-end\b"
            r"|\bdead and buried\b",
        ),
        (
            "death",
            r"\bdeath (?:knell|grip|spiral|wish|star|match|threats?|panels?|tax(?:es)?|cult|throes|march|metal)\b"
            r"|\bdeath by a thousand cuts\b|\bthreats? of death\b",
        ),
        (
            "death die dying dead",
            r"\b(?:scared|bored|worried|tickled|sick|loved|studied|talked|debated|amended|regulated|taxed) to death\b"
            r"|\b(?:life[ -](?:and|or)[ -]|matters? of life and )death\b|\bto die for\b|\bdie-?hards?\b|\b(?:do|ride) or die\b"
            r"|\blive and die\b|\b(?:done|tired of|sick of) dying\b|\bover (?:my|his|her|their|our) dead bod(?:y|ies)\b",
        ),
        (
            "death",
            rf"\bdeaths? of {_DETERMINERS}(?:{_MATTERS}|truth|expertise|innocence|retail|print|civility|bipartisanship){_HEAD}",
        ),
        (
            "kill",
            rf"\bkill(?:s|ed|ing)? (?:off |the chances? of )?{_DETERMINERS}{_KILLED}{_HEAD}|\bkill(?:s|ed|ing)? (?:it|off)\b"
            rf"|\bkill(?:s|ing)? (?:this|that){_HEAD}",
        ),
        (
            "kill",
            r"\bkill(?:s|ed|ing)? (?:the )?(?:[\w’'-]{1,20} ){0,4}?(?-i:Act|Bill|Amendment|Deal|Accord|Treaty|Agreement|Obamacare"
            r"|ObamaCare)\b",
        ),
        (
            "kill murder massacre die",
            r"\b(?:who|that|which|they|we|you) (?:continue to |want to |would )?(?:kill|murder|massacre|die)\b",
        ),
        (
            "bodies",
            r"\b(?:governing|legislative|regulatory|international|advisory|public|elected|government"
            r"|governmental|professional|student"
            r"|women['’]s|men['’]s|people['’]s|our|your|my|deliberative|supervisory|sporting|religious"
            r"|political|official|state|federal"
            r"|celestial|heavenly|representative|their own) bodies\b|\bbodies of (?:water|law|evidence|work|knowledge)\b",
        ),
        (
            "fatal",
            r"\bfatal(?:ly)? (?:flaws?|flawed|mistakes?|errors?|blow|weakness(?:es)?|attraction|wounded|to (?:the|his|her|its"
            r"|their))\b",
        ),
        ("drown", r"\bdrown(?:s|ed|ing)? (?:in (?:debts?|red tape|paperwork|data|information|regulations?|money|cash)|out)\b"),
        # nobody hurt, lost or held
        (
            "injur",
            r"\b(?:add(?:s|ed|ing)? )?insult to injury\b|\b(?:irreparable|economic|legal|concrete|financial|competitive"
            r"|constitutional|moral"
            r"|personal) (?:harm or )?injur(?:y|ies)\b|\binjury (?:lawyers?|attorneys?|law|lists?|reserve|time)\b",
        ),
        ("injur", r"\b(?:prior|previous|old|past|pre-existing|chronic|recurring|nagging) (?:[\w’'-]{1,20} ){0,2}injur(?:y|ies)\b"),
        (
            "wound casualt",
            r"\b(?:political(?:ly)?|self-inflicted|psychic|emotional(?:ly)?|economic(?:ally)?) (?:wound(?:s|ed|ing)?|casualt(?:y"
            r"|ies))\b"
            r"|\bwounded (?:pride|ego|party|presidency)\b|\bcasualty (?:of (?:the |this |his |her "
            r"|a )?(?:[\w’'-]{1,20} )?(?:war of words"
            r"|trade war|culture war|campaign|feud|dispute|budget|shutdown|economy|crisis|recession)|insur\w+)\b",
        ),
        (
            "missing",
            r"\b(?:that|what|which|something|anything|nothing|elements?|pieces?|voices|faces|votes"
            r"|links?)(?:['’]s| is| are| was| were)"
            r" (?:[\w’'-]{1,20} )?missing\b"
            r"|\bmissing (?:the|a|an|out|from the (?:debate|discussion|conversation|bill|list|plan|report|picture|text|agreement"
            r"|speech)"
            r"|pieces?|links?|votes?|information|data|e-?mails?|documents?|money|funds?|opportunit(?:y|ies)"
            r"|evidence|details?|text)\b",
        ),
        (
            "hostage",
            rf"\bh(?:o|e)ld(?:s|ing)? {_DETERMINERS}{_HELD}(?: as)? hostage\b"
            rf"|\b{_HELD}(?: [\w’'-]{{1,20}})? (?:being )?held hostage\b"
            r"|\bhostages? (?:to|of) (?:the )?(?:past|politics|history|fortune|ideology|polls|fear)\b",
        ),
        (
            "survivor",
            r"\b(?:abuse|assault|rape|cancer|trafficking|domestic violence|holocaust|incest|stroke|trauma) survivors?\b"
            r"|\bsurvivors? of (?:the )?(?:[\w’'-]{1,20} )?(?:abuse|assault|rape|cancer|trafficking|violence|holocaust|trauma)\b",
        ),
        (
            "flee",
            r"\bflee(?:s|ing)? (?:the |from |their )?(?:persecution|poverty|oppression|communism|tyranny|hardship|hunger|gangs?"
            r"|(?:gang|domestic|cartel) violence|violence and poverty|poverty and violence|taxes|debts?)\b",
        ),
        # nothing broken
        (
            "destroy ruin wreck damag",
            rf"\b(?:destroy(?:s|ed|ing)?|ruin(?:s|ed|ing)?|wreck(?:s|ed|ing)?|damag(?:e[sd]?|ing)) {_DETERMINERS}{_OBJECTS}{_HEAD}",
        ),
        (
            "collaps",
            r"\b(?:talks|deals?|negotiations?|government|coalition|support|campaigns?|candidac(?:y|ies)|bills?|plans?|efforts?"
            r"|marriages?"
            r"|soviet union|regimes?|currency|prices?|case|cases|markets?|mergers?|turnout|confidence|demand|sales|trust)"
            r" (?:has |have |had |was |were |is |are |would |could |may )?(?:[a-z]{2,12} )?collaps(?:e[sd]?|ing)\b",
        ),
        (
            "collaps",
            rf"\bcollapse (?:of|in) {_DETERMINERS}(?:talks|deals?|negotiations|government|coalition|support|soviet union|communism"
            rf"|regimes?"
            r"|currenc(?:y|ies)|prices?|markets?|morals|morality|trust|confidence|demand|order|institutions?|econom(?:y|ies)"
            r"|momentum)\b",
        ),
        (
            "burned power blaz",
            r"\bburned (?:through|out|bridges|by (?:the|his|her|their))\b|\bno power (?:to|over)\b|\bblaz(?:e|es|ing) (?:a|the"
            r"|new) trails?\b",
        ),
        (
            "flood",
            r"\bflood(?:s|ed|ing) (?:the |our |into the )?(?:zone|markets?|airwaves|country|border|system|internet|inbox(?:es)?"
            r"|ballot)\b",
        ),
        # nobody accused
        (
            "conviction",
            r"\b(?:political|moral|religious|deep|deeply held|strong|core|personal|private|his|her|their|my"
            r"|your|our|firm|with|lack of"
            r"|courage of (?:his|her|their|our|my|your)) (?:[a-z]{2,12} )?convictions?\b(?! (?:for|on|of|in|was|were|by|over)\b)",
        ),
        ("guilty", r"\bguilty (?:party|parties|pleasures?|conscience|of (?:being|wanting|loving|believing))\b"),
        (
            "death",
            r"\b(?:it|this|that|which|policy|bill|law)(?:['’]s| is| was| were| would be| amounts to| means) (?:basically |like "
            r"|essentially )?"
            r"a (?:virtual |political |certain )?death sentence\b|\bdeath sentence for (?:the|our|american|small|many|any|all)\b",
        ),
        (
            "charged",
            r"\bcharged with (?:overseeing|protecting|enforcing|implementing|ensuring|drafting|upholding|safeguarding|administering"
            r"|supervising|interpreting|reviewing|investigating|the (?:task|duty|job|care|responsibility))\b",
        ),
        (
            "prosecut arrest",
            r"\bprosecut(?:e[sd]?|ing|ion of) (?:the|a|this|that) (?:wars?|case for|campaign|conflict)\b|\barrest(?:s|ed"
            r"|ing)? (?:the |a |this )?"
            r"(?:[a-z]{2,12} )?(?:decline|fall|slide|spread|attention|growth|trend|development)\b",
        ),
        (
            "convict indict arrest charge prosecut guilty jailed",
            r"\bmust (?:first )?(?:be )?(?:convict|indict|arrest|charge|prosecute)d?(?:ed)?\b|\b(?:always|rarely|seldom|never"
            r"|usually|typically) "
            r"(?:[a-z]{2,12} ){0,2}(?:guilty|convicted|arrested|prosecuted|jailed|charged)\b",
        ),
        (
            "conviction indictment arrest charge warrant",
            r"\b(?:requir(?:e[sd]?|ing)|without|needs?|upon|barring|absent) (?:an?|any|the) (?:[\w’'-]{1,20} )?(?:conviction"
            r"|indictment|arrest"
            r"|charge|warrant)\b",
        ),
    )
)

_HOW = (
    r"(?:(?:already|all but|not|now|never|nearly|almost|long|still|just|often|always|as good as|pretty much|very much"
    r"|[a-z]{3,10}ly(?<!family)) )?"
)
_DEAD_MATTER = re.compile(
    rf"\b(?:"
    rf"(?:{_MATTERS}|it|[^\W\d_]{{3,14}}care)(?: (?:in|on|for|with|from) (?:[\w’'-]{{1,20}} ){{0,2}}?[\w’'-]{{1,20}})?"
    rf"(?:['’]s| is| was| are| were| has been| have been| looks?| looked| seems?| appears?)? {_HOW}(?:dead|dies?|dying|died)"
    rf"|(?:this|that|(?-i:(?!CEO|EMT|MEP|JFK|MLK|RBG|CFO|COO)[A-Z]{{3,6}}))(?:['’]s| is| was| looks?| seems?"
    rf"| appears?) {_HOW}(?:dead|dying)"
    rf")\b",
    re.IGNORECASE,
)
"""“The bill was dead”, "habits die hard", "reform in Congress was dead in February", "the planet is dying"."""

_WITHIN = re.compile(
    r"\b(?:of|in|from|across|for|at|by|with|to|around|throughout|near|than|outside|inside|serving|leaving|who|after"
    r"|of the|in the) (?:[\w’'-]{1,20} ){0,2}$",
    re.IGNORECASE,
)
"""What makes the matter no subject: "500 people in the country died", "a leader of the party died"."""
_WITHIN_CHARS = 60

_CLAUSE = re.compile(r"[,;:.!?—–()“”\"]\s|\b(?:but|although|though|because|while)\b")
_SUPPOSED = re.compile(
    r"(?<!even )(?<!only )\b(?:unless|imagine|suppose|as if|as though|lest|in case"
    r"|(?<!clear )(?<!know )(?<!see )(?<!say )(?<!asked )if)\b"
    r"|\b(?:if|whether) (?:any|anyone|anybody|someone|somebody)\b",
    re.IGNORECASE,
)
_PENALTY = re.compile(r"\b(?:prison|jail|years|fined?|faces?|facing|penalt(?:y|ies)|deport(?:ed|ation))\b", re.IGNORECASE)
"""“He faces ten years in prison if convicted” is news, though nobody is convicted."""
_CONVICTED = re.compile(r"(?:re-?)?convict|guilty|charged|sentence", re.IGNORECASE)
_CLAUSE_CHARS = 160
MAX_CHARS = 4_000
"""What of a sentence is read: a longer one is no sentence, and forty patterns would read it."""
_SENTENCE_END = re.compile(r"[.!?](?=[”\"’'\s]|$)")


def told(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    """The words of a topic in a passage that tell of it as a fact or a forecast, in order, with their offsets in `text`.

    Left out are figures of speech, conditions ("if anyone is hurt"), and questions.
    """
    text = text[:MAX_CHARS]
    if pattern.search(text) is None:
        return ()
    plain = literal(text)
    return tuple(word for word in pattern.finditer(plain) if not _is_supposed(plain, word))


@lru_cache(maxsize=4_096)
def literal(text: str) -> str:
    """The text with every figure of speech blanked out; offsets stay as they are."""
    words = _folded(text)
    for number, (stems, _) in enumerate(_FIGURES_OF_SPEECH):
        if any(stem in words for stem in stems):
            text = _figure_of_speech(number).sub(_blank, text)
    if not any(stem in words for stem in ("dead", "die", "dying")):
        return text
    return _DEAD_MATTER.sub(lambda found: found.group() if _is_within(text, found) else _blank(found), text)


@cache
def _figure_of_speech(number: int) -> re.Pattern[str]:
    """A pattern, compiled when a text first holds a stem without which it cannot match: a story needs few of them."""
    return re.compile(_FIGURES_OF_SPEECH[number][1], re.IGNORECASE)


def _folded(text: str) -> str:
    """The text as IGNORECASE sees it, for which the Turkish dotted and dotless i are an i."""
    return text.lower() if text.isascii() else text.translate({0x130: "i", 0x131: "i"}).casefold()


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _is_within(text: str, found: re.Match[str]) -> bool:
    """Whether the matter stands in a phrase about somebody, who is the one that died."""
    return _WITHIN.search(text[max(0, found.start() - _WITHIN_CHARS) : found.start()]) is not None


def _is_supposed(text: str, word: re.Match[str]) -> bool:
    """Whether a word stands in a condition, in a supposition or in a question."""
    end = _SENTENCE_END.search(text, word.end())
    if end is not None and end.group() == "?":
        return True
    before = text[max(0, word.start() - _CLAUSE_CHARS) : word.start()]
    clause = _CLAUSE.split(before)[-1]
    if _SUPPOSED.search(clause) is None:
        return False
    return not (_CONVICTED.match(word.group()) and _PENALTY.search(text))
