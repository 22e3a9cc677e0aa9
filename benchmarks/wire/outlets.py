"""Outlets, and how each writes figures, amounts, times and words."""

from __future__ import annotations

from dataclasses import dataclass

_NAMES = """Archer Wire|The Beacon|Border Post|Capital Courier|City Ledger|Coast Tribune|Daily Compass|The Dispatch|
Eastern Mail|Evening Lantern|Forum News|Gazette of Record|Globe Bulletin|Harbour Times|The Informer|
Inland Observer|Journal of the Day|Kestrel News Agency|The Lamp|Meridian Press|Morning Star Review|
National Sentinel|Northern Echo Wire|Open Page|Outpost Radio|Parallel News|Plain Record|The Quarterday|
River Herald|Signal Service|Southern Argus|Standard Post|The Steward|Sun Valley News|Tidewater Mail|
Union Gazette|Valley Register|Weekly Mirror|Western Clarion|Zenith Wire"""
_BRITISH = (
    ("kilometers", "kilometres"),
    ("millimeters", "millimetres"),
    ("meters", "metres"),
    ("center", "centre"),
    ("eighbor", "eighbour"),
    ("defense", "defence"),
    ("labor", "labour"),
    ("traveling", "travelling"),
    ("travelers", "travellers"),
    ("percent", "per cent"),
)
_TO_TWENTY = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty""".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """How one outlet writes: numbers in words up to `words_to`, amounts as `money`, times, and spelling."""

    name: str
    words_to: int
    money: str
    hours_24: bool
    british: bool
    credit: str

    def number(self, value: int) -> str:
        """Return a count, in words or figures."""
        return _TO_TWENTY[value] if value <= self.words_to else f"{value:,}"

    def amount(self, tenths: int) -> str:
        """Return an amount of `tenths` of a million dollars."""
        return self.money.format(tenths / 10)

    def time(self, clock: str) -> str:
        """Return a time given as "18:42"."""
        if self.hours_24:
            return clock
        hour = int(clock[:2])
        return f"{hour % 12 or 12}:{clock[3:]} {'p.m.' if hour >= 12 else 'a.m.'}"

    def spelled(self, text: str) -> str:
        """Return the text in the outlet's spelling."""
        if self.british:
            for american, british in _BRITISH:
                text = text.replace(american, british)
        return text

    def dateline(self, town: str, country: str) -> str:
        """Return what stands before the lead, or nothing."""
        return self.credit.format(town=town.upper(), country=country)


def _outlet(number: int, name: str) -> Outlet:
    return Outlet(
        name=name,
        words_to=(9, 10, 20, 9, 1)[number % 5],
        money=("${:.1f} million", "{:.1f} million dollars", "US${:.1f} million", "${:.1f}m")[number % 4],
        hours_24=number % 3 == 0,
        british=number % 2 == 1,
        credit=("{town}, {country} — ", "", "{town}, {country} (" + name + ") — ", "{town} — ")[number % 7 % 4],
    )


OUTLETS = tuple(_outlet(number, name.strip()) for number, name in enumerate(_NAMES.split("|")))
"""Every outlet of the wire."""
