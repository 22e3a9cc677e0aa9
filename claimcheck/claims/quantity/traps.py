"""What looks like a figure and is none: names, years, times, addresses, phone numbers."""

from __future__ import annotations

from claimcheck import calendar_words
from claimcheck.claims.quantity.lexicon import STOP
from claimcheck.claims.quantity.measures import Amount
from claimcheck.claims.quantity.tokens import DASHES, HYPHENS, Tokens

MONTHS = frozenset((*calendar_words.MONTHS, *calendar_words.MONTHS_SHORT))
_LABELS = frozenset(
    "no nos number numbers flight route gate article articles section sections resolution page pages issue issues volume "
    "chapter chapters "
    "part runway pier terminal platform track channel room ward district precinct level tier grade type phase stage step "
    "version windows "
    "iphone ipad android apollo boeing airbus highway interstate motorway exit junction bus line box apartment apt suite unit "
    "floor "
    "psalm verse act scene rule law code form schedule appendix annex figure table item lot bill proposition prop amendment "
    "class model series season episode week day lap round game match group pool category catch formula area zone sector block "
    "court "
    "division local hwy rt rte area psalms genesis unit squad brigade regiment battalion top last under over- "
    "sp ftse nikkei dax cac stoxx russell "
    "csi kospi asx fortune".split()
)
# Of these, the words that name a thing by its number only when the number follows at once and nothing is counted after it.
_SOFT_LABELS = frozenset(
    "number numbers top last under act bill code law form day week group line bus track figure table "
    "court box local unit season series game match "
    "district area zone class room squad pool block floor terminal brigade regiment battalion division "
    "ward lot item tier".split()
)
_YEAR_BEFORE = frozenset(
    "in since by from during until till before after early late mid of to year through circa around the and between for its "
    "his her their our my".split()
)
_CLOCK_AFTER = frozenset(
    ("am", "pm", "gmt", "utc", "bst", "est", "edt", "pst", "pdt", "cet", "cest", "et", "pt", "ct", "o'clock", "hrs")
)
_STREETS = frozenset(
    "street st avenue ave road rd drive dr lane boulevard blvd square terrace crescent place court parkway highway way".split()
)
_COUNTED_BY_HYPHEN = frozenset(
    "plus strong page seat member vehicle car person man woman point magnitude to cylinder bedroom storey story judge nation "
    "country "
    "game match vote goal truck odd ish".split()
)
_EMERGENCY = frozenset(("911", "999", "112", "988"))
_SENTENCE_OPENERS = frozenset(
    "about nearly over some the at in on by only around all but and almost another roughly up more fewer less than just his "
    "her their its our my "
    "these those this that another another's for from to between with among an a as when while after before of or nor both "
    "also however "
    "meanwhile killed police officials authorities at least minus plus total approximately there was were is are had has have "
    "he she they we it you i "
    "your below above under within until since during like per us".split()
)


def is_trap(tokens: Tokens, amount: Amount) -> bool:
    """True where the number of `amount` counts or measures nothing."""
    if amount.numeral.in_words:
        return _word_trap(tokens, amount)
    first = amount.numeral.first
    if _attached(tokens, amount) or _date_or_time(tokens, amount) or _phone(tokens, first) or _opening_hours(tokens, first):
        return True
    if amount.unit:
        return False
    return _year(tokens, amount) or _labelled(tokens, amount) or _address(tokens, amount) or _compound(tokens, amount)


_ZERO_BEFORE = frozenset(("ground", "net", "absolute", "patient", "day", "year", "hour"))
_ZERO_AFTER = frozenset(("tolerance", "sum", "hour", "gravity", "emission", "emissions", "waste", "carbon", "chance"))


def _word_trap(tokens: Tokens, amount: Amount) -> bool:
    """“Five Star”, "Seven Network": a capitalised number inside a name; "twenty-something"."""
    i, j = amount.numeral.first, amount.numeral.last
    if tokens.word(i - 1) in HYPHENS and tokens.tight(i) and tokens.tight(i - 1) and tokens.word(i - 2).isalpha():
        return True
    if tokens.word(j) in HYPHENS and tokens.tight(j) and not amount.unit:
        return tokens.word(j + 1) not in _COUNTED_BY_HYPHEN
    if tokens.words[i] == "zero" and (tokens.word(i - 1) in _ZERO_BEFORE or tokens.word(j) in _ZERO_AFTER):
        return True
    inside = i > 0 and tokens.word(i - 1) not in ".!?:“\"'‘(—–"
    return inside and tokens.capital(i) and (tokens.capital(j) or tokens.capital(i - 1)) and not amount.unit


def _attached(tokens: Tokens, amount: Amount) -> bool:
    """“T-72”, "A320", "Covid-19", "#5": letters that touch the number."""
    i = amount.first
    if not tokens.tight(i):
        return False
    before = tokens.word(i - 1)
    if before in "#@_\\&*^" or (before == ">" and tokens.word(i - 2) == "sup") or (before.isalpha() and not amount.money_first):
        return True
    if before in HYPHENS and tokens.tight(i - 1) and not amount.money_first:
        return tokens.word(i - 2) not in ("magnitude", "to", "and", "or") and (tokens.word(i - 2)[-1:].isalnum())
    return before in (":", "/", ".") and tokens.tight(i - 1) and not amount.money_first and tokens.word(i - 2)[-1:].isalnum()


def _date_or_time(tokens: Tokens, amount: Amount) -> bool:
    i, j = amount.numeral.first, amount.last
    if amount.unit or amount.numeral.scale != 1.0 or amount.money_first:
        return False
    after = tokens.word(j)
    if _month(tokens, i - 1) or (tokens.word(i - 1) == "." and _month(tokens, i - 2)) or _month(tokens, j):
        return True
    if after == "of" and _month(tokens, j + 1):
        return True
    if (
        after in _CLOCK_AFTER
        or tokens.raw(j) in ("BC", "AD", "BCE", "CE")
        or (after in ("a", "p") and tokens.word(j + 1) == "." and tokens.word(j + 2) == "m")
    ):
        return True
    return after in (":", "/") and tokens.tight(j) and tokens.tight(j + 1) and tokens.is_number(j + 1)


_HOURS = frozenset(
    "open opens opened opening operate operates operated operating hours daylight daily shift shifts works closed weekdays "
    "runs".split()
)
_HOURS_IN_A_DAY = 24
_HOURS_REACH = 24
"""How many words before the hours may tell of opening: a clause or two. A bound, so that a long list is read in linear time."""


def _opening_hours(tokens: Tokens, i: int) -> bool:
    """“Open from 9 to 5”: hours of the day, where opening or working is told before and nothing is counted after."""
    first = i if tokens.word(i - 1) == "from" else i - 2
    if tokens.word(first - 1) != "from" or tokens.word(first + 1) != "to" or tokens.word(first + 3).isalpha():
        return False
    hours = (tokens.word(first), tokens.word(first + 2))
    if not all(hour.isdigit() and len(hour) <= 2 and int(hour) <= _HOURS_IN_A_DAY for hour in hours):
        return False
    return any(word in _HOURS for word in tokens.words[max(0, first - _HOURS_REACH) : max(0, first - 1)])


def _month(tokens: Tokens, i: int) -> bool:
    return tokens.word(i) in MONTHS and tokens.capital(i)


def _phone(tokens: Tokens, i: int) -> bool:
    """Three groups of digits joined by hyphens, a leading "+", or an emergency number alone."""
    groups, k = 1, i
    while groups < 3 and tokens.word(k + 1) in DASHES and tokens.tight(k + 1) and tokens.is_number(k + 2) and tokens.tight(k + 2):
        groups, k = groups + 1, k + 2
    if groups >= 3 or (tokens.word(i - 1) == "+" and tokens.tight(i) and (len(tokens.words[i]) > 6 or tokens.is_number(i + 1))):
        return True
    for k in range(i - 1, max(-1, i - 7), -1):
        if tokens.word(k) == "+" and tokens.tight(k + 1) and k < i - 1:
            return True
        if not (tokens.is_number(k) or tokens.word(k) in DASHES or tokens.word(k) in "()"):
            break
    if tokens.word(i) in _EMERGENCY:
        return not _counted(tokens, i)
    return False


def _counted(tokens: Tokens, i: int) -> bool:
    """“112 people”, "a toll of at least 112": the number at `i` counts, though it is also one that is dialled."""
    after = tokens.word(i + 1)
    if after in ("calls", "operators", "dispatchers"):
        return False
    told = after in ("dead", "killed", "injured", "wounded", "missing") or counts_after(tokens, i + 1)
    return told or after.endswith("s") or tokens.word(i - 1) == "least" or "toll" in tokens.words[max(0, i - 12) : i]


def _year(tokens: Tokens, amount: Amount) -> bool:
    """Four bare digits from 1500 to 2199 are a year, unless a plural follows that no year precedes ("2000 homes")."""
    word, j = tokens.words[amount.numeral.first], amount.last
    if len(word) != 4 or not word.isdecimal() or not 1500 <= int(word) <= 2199 or amount.numeral.scale != 1.0:
        return False
    if tokens.word(j) in (_OF_A_YEAR | _DONE_BY_A_YEAR) and _FIRST_YEAR <= int(word) <= _LAST_YEAR:
        return True
    return not (
        counts_after(tokens, j) and tokens.word(amount.first - 1) not in _YEAR_BEFORE and not tokens.capital(amount.first - 1)
    )


_OF_A_YEAR = frozenset(
    "graduates elections games olympics finals midterms primaries models protests riots attacks championships playoffs awards "
    "accords results earnings figures levels guidelines standings season seniors".split()
)
_DONE_BY_A_YEAR = frozenset(
    "looms approaches begins dawns nears ends draws unfolds progresses marks brings opens closes starts".split()
)
"""“As 2020 looms”."""
_FIRST_YEAR, _LAST_YEAR = 1950, 2049
"""“2020 graduates” left school in 2020; news that counts them writes 2,020."""


def counts_after(tokens: Tokens, j: int) -> bool:
    """True where a plural noun in lower case follows token `j`, with at most one word before it."""
    for k in (j, j + 1):
        word = tokens.word(k)
        if not word.isalpha() or tokens.capital(k) or word in STOP:
            return False
        if word in ("people", "men", "women", "children", "troops", "police", "personnel") or (
            word.endswith("s") and len(word) > 3 and word[-2] not in "su"
        ):
            return word not in (
                "was",
                "has",
                "his",
                "this",
                "says",
                "as",
                "is",
                "its",
                "does",
                "goes",
                "takes",
                "makes",
                "gets",
                "comes",
            )
    return False


def numbered(word: str) -> bool:
    """True for a word that a number behind it names ("flight", "Boeing")."""
    return word in _LABELS


def _labelled(tokens: Tokens, amount: Amount) -> bool:
    """A bare number behind the word that it numbers: "Boeing 737", "Article 5", "page 3", "No. 2", "Stoxx 600"."""
    i = amount.first
    k = i - 1
    if tokens.word(k) in (".", "-") and tokens.word(k - 1) in ("no", "nos", "art", "sec", "vol", "ch", "pp", "p"):
        return True
    before = tokens.word(k)
    if not before.isalpha() or amount.numeral.scale != 1.0:
        return False
    if before in _LABELS or before.removesuffix("s") in _LABELS:
        return not (before in _SOFT_LABELS and counts_after(tokens, amount.last)) and before not in ("no", "over")
    if not tokens.capital(k) or before in _SENTENCE_OPENERS or counts_after(tokens, amount.last):
        return False
    return not is_age_after_name(tokens, amount)


def is_age_after_name(tokens: Tokens, amount: Amount) -> bool:
    """“Nick Hague 44 has”: a number from 10 to 110 behind two capitalised words and before a verb."""
    i, j = amount.first, amount.last
    plausible = amount.low == int(amount.low) and 10 <= amount.low <= 110
    return (
        plausible
        and tokens.capital(i - 1)
        and tokens.capital(i - 2)
        and tokens.word(j) in ("has", "was", "is", "had", "said", "who", "from")
    )


def _address(tokens: Tokens, amount: Amount) -> bool:
    """“10 Downing Street”, "9 E 71st St": a street within four capitalised words."""
    j = amount.last
    for k in range(j, j + 5):
        if not (tokens.capital(k) or tokens.is_number(k) or tokens.word(k) in ("st", "nd", "rd", "th")):
            return False
        if k > j and tokens.word(k) in _STREETS:
            return True
        if k == j and tokens.word(k) in ("ave", "rue", "via"):
            return True
    return False


def _compound(tokens: Tokens, amount: Amount) -> bool:
    """“4x4”, "3D", "2010-era": a bare number that a hyphen or letter binds to a word."""
    j = amount.last
    if not tokens.tight(j):
        return False
    if tokens.word(j) in HYPHENS and tokens.tight(j + 1) and tokens.word(j + 1).isalpha():
        return tokens.word(j + 1) not in _COUNTED_BY_HYPHEN
    return tokens.word(j)[:1].isalpha()
