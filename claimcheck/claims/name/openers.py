"""Words that are capitalised for another reason than being a name."""

from __future__ import annotations

from claimcheck.calendar_words import MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT

OPENERS = frozenset(
    """the a an this that these those it its he she they we i you his her their our my your one two three four five six seven
    eight nine ten eleven twelve some many most several all both each every no none any another other others few more less
    in on at by for from with without within to of off over under after before during since until till as if when while where
    why how what which who whom whose because although though despite however meanwhile moreover furthermore also and but or
    nor so yet still then thus hence there here now today yesterday tomorrow tonight earlier later last next first second third
    once again only even just about around above below between among against across along through throughout toward towards
    upon into onto out up down near amid amidst according following including given based due thanks unlike like such not
    never ever perhaps maybe indeed instead rather otherwise else overall nearly almost already soon recently currently
    previously formerly finally eventually ultimately initially originally additionally separately similarly likewise
    elsewhere besides apart aside regardless whether either neither is are was were be been being has have had do does did
    can could may might must shall should will would let please yes well oh ok okay hello look see read watch listen click
    people men women children officials authorities police witnesses residents experts analysts critics supporters
    investigators prosecutors rescuers firefighters doctors scientists researchers students teachers parents
    troops soldiers forces rebels militants protesters demonstrators voters lawmakers reporters journalists workers
    thousands hundreds dozens millions asked speaking writing talking photo file image video editor editing reporting
    comments advertisement updated published breaking exclusive opinion analysis live god sorry thank thanks good
    those everybody everyone nobody someone something nothing everything anything half per via than too very much
    it's that's he's she's we're they're i'm i've don't can't won't there's what's let's didn't isn't wasn't""".split()
)
"""Words that open sentences. Some are also surnames; a full name elsewhere in the article brings those back."""

CALENDAR = frozenset((*MONTHS, *MONTHS_SHORT, *WEEKDAYS, *WEEKDAYS_SHORT)) | frozenset(
    """christmas easter ramadan eid thanksgiving am pm gmt est edt utc cet bst pst pdt ad bc""".split()
)
"""Days, months, feasts and time zones: the date kind reads them."""

ATTRIBUTIVES = frozenset(
    """based held backed led occupied born controlled run style era wide made funded educated area bound annexed ruled
    appointed installed allied linked affiliated owned dominated sponsored supplied trained built leaning friendly
    speaking mandated brokered mediated and related specific free only turned month day year""".split()
)
"""What follows the hyphen in "Washington-based", so that the name ends before it."""

LOWER_CASE_PLACES = (
    "kyiv", "kiev", "kharkiv", "kherson", "odesa", "lviv", "ukraine", "russia", "moscow", "beijing", "tehran", "baghdad",
    "damascus", "beirut", "kabul", "britain", "france", "germany", "israel", "syria", "afghanistan", "pakistan",
)  # fmt: skip
"""Places that machine-translated copy writes without a capital, and that are no other word in lower case."""
