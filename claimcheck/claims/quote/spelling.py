"""British and American spelling: one form for both, to compare words by."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.claims._lexicon.tokens import stem

_PAIRS = """
    grey gray; programme program; programmes programs; cheque check; cheques checks; towards toward; afterwards afterward; whilst
    while; amongst among; learnt learned; burnt burned; enquiry inquiry; tyre tire; tyres tires; mum mom; centre center; centres
    centers; centred centered
"""
_WORDS = dict(pair.split() for pair in _PAIRS.split(";"))
_OUR = (
    "arm behavi cand clam col demean endeav fav ferv flav glam harb hon hum lab neighb od parl rig rum sav savi splend tum val vig"
)
_ENDINGS = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (rf"\A((?:un|dis|mis)?(?:{'|'.join(_OUR.split())}))our(?=\Z|s|ed|ing|ab|it|er|less|hood|ful|ism|ly)", r"\1or"),
        (r"(?<=[a-z]{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations)\Z)", "iz"),
        (r"\A(theat|met|fib|lit|kilomet|centimet|millimet)re(?=s?\Z)", r"\1er"),
        (r"\A(def|off|lic|pret)ence(?=s?\Z)", r"\1ense"),
        (r"(?<=[aeiouy])([^aeiouy\W]{1,3}[aeiou])ll(?=(?:ed|ing|er|ers)\Z)", r"\1l"),
        (r"\A(dial|catal|anal|monol)ogue(?=s?\Z)", r"\1og"),
    )
)
"""Any word ending so is rewritten on both sides alike: it does no harm that “promise” is compared with a z."""


@lru_cache(maxsize=16_384)
def form(word: str) -> str:
    """The stem of a lower-case word in American spelling: not for readers."""
    word = _WORDS.get(word, word)
    if 4 < len(word) < 40:
        for pattern, by in _ENDINGS:
            word = pattern.sub(by, word)
    return stem(word)
