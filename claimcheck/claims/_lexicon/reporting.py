"""Verbs that report speech, and the words around them."""

from __future__ import annotations

from claimcheck import calendar_words

SAY = frozenset("said says say told tells".split())
"""Verbs that report whatever follows them."""

CLAUSAL = frozenset(
    """
    acknowledged acknowledges added adds admitted admits agreed alleged alleges announced announces argued argues asserted
    asserts believe believes believed boasted claim claimed claims complained conceded concedes concluded concludes confirmed
    confirms contended contends declared declares denied denies deny disclosed emphasized emphasised estimate estimated
    estimates explained explains forecast hinted indicated indicates insisted insists maintained maintains mentioned noted notes
    observed pledged predicted predicts promised recalled recounted reiterated remarked repeated replied reported reports
    responded revealed reveals stated states stressed suggested suggests testified warned warns wrote writes vowed posted
    tweeted ruled found finds shows showed
    """.split()
)
"""Verbs that report where a clause or a quotation follows, or where they end one: “reported losses” reports no speech."""

UTTERANCE = frozenset(
    """
    asked asks commented continued cried exclaimed joked laughed muttered pleaded quipped read recounted screamed shouted sighed
    urged whispered yelled chanted demanded declared called calls continues shot thundered fumed snapped mused barked countered
    retorted lamented wondered tweets
    """.split()
)
"""Verbs that report only beside a quotation."""

BARE_CLAUSE = frozenset(
    """
    acknowledged added adds admitted admits agreed alleged alleges announced argued argues asserted believe believes believed
    boasted claim claimed claims complained conceded concluded confirmed contended declared denied denies deny estimate
    estimated estimates explained hinted indicated insisted insists maintained maintains noted predicted predicts promised
    recalled reported reports revealed stressed suggested suggests testified warned warns wrote vowed
    """.split()
)
"""Of these the clause may follow without “that”: “Moscow claims it annexed four regions”."""

GERUND = frozenset("acknowledged admitted admits denied denies deny recalled reported described".split())
"""Of these an -ing form may follow: “the army admitted losing the town”."""

RETRACTION = frozenset("withdrew retracted recanted withdrawn".split())
RETRACTED = frozenset(
    "statement claim report allegation allegations accusation accusations claims remark remarks comments figure".split()
)

CHARACTERISING = frozenset(
    "described describes dismissed dismisses denounced denounces labelled labeled branded characterised hailed".split()
)
"""Verbs that report a judgement, with “as”: “described the vote as fraudulent”."""

ALL_CUES = (
    SAY
    | CLAUSAL
    | UTTERANCE
    | RETRACTION
    | {"according", "called", "calls", "put", "puts", *CHARACTERISING, "quoted", "cited", "quotes"}
)

PRONOUNS = frozenset("he she they it we i you one".split())
AUXILIARIES = frozenset(
    """
    am is are was were be been being has have had do does did will would shall should can could may might must cannot 'd 'll
    isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't can't couldn't mustn't
    """.split()
)
DETERMINERS = frozenset(
    "a an the this that these those some any each every one two three four five six seven eight nine ten several many most another "
    "other both his her its their our my your no all".split()
)
WEEKDAYS = frozenset((*calendar_words.WEEKDAYS, "today", "yesterday", "tonight"))
MONTHS = frozenset(calendar_words.MONTHS)
PREPOSITIONS = frozenset(
    """
    in on at after before during since until despite amid by for from with without within over under near outside inside across
    following through throughout to as of between among against about around upon toward towards
    """.split()
)
OPENERS = frozenset(
    """
    but and so yet or still also meanwhile however later earlier then separately instead afterwards additionally moreover
    nevertheless indeed thus therefore
    """.split()
)
"""Words before a subject that are no part of it."""

GENERIC_SPEAKERS = frozenset(
    """
    official officials authority authorities source sources spokesman spokeswoman spokesperson statement report reports analyst
    analysts expert experts resident residents witness witnesses government ministry police army military governor mayor
    president minister prosecutor prosecutors lawyer lawyers media agency tv television reporters journalists observers
    diplomats critics people
    """.split()
)
"""Heads that name a role and not who fills it: they may stand for any name."""
