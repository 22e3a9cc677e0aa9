"""Units of measure and their conversion. Money has its own module."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.claims.quantity.value import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its name in the singular. `factor` and `offset` lead to the base unit of its `dimension`."""

    name: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0
    kind: Kind = "measure"


# name | dimension | factor to the base unit | spellings; SI brochure and NIST SP 811, appendix B.8.
_TABLE = """
millimetre|length|0.001|millimetre millimetres millimeter millimeters mm
centimetre|length|0.01|centimetre centimetres centimeter centimeters cm
metre|length|1|metre metres meter meters m
kilometre|length|1000|kilometre kilometres kilometer kilometers km kms
micrometre|length|1e-6|micrometre micrometres micron microns μm µm
nanometre|length|1e-9|nanometre nanometres nm
inch|length|0.0254|inch inches in ″
foot|length|0.3048|foot feet ft
yard|length|0.9144|yard yards yds
mile|length|1609.344|mile miles mi
nautical mile|length|1852|nautical-mile nautical-miles
light-year|length|9.4607e15|light-year light-years
square metre|area|1|square-metre square-metres square-meter square-meters sq-m sqm m² sq-metres sq-meters
square kilometre|area|1e6|square-kilometre square-kilometres square-kilometer square-kilometers sq-km km² sq-kms
square foot|area|0.09290304|square-foot square-feet sq-ft sq-feet ft²
square mile|area|2589988.11|square-mile square-miles sq-miles sq-mi mi²
square centimetre|area|0.0001|square-centimetre square-centimetres square-centimeter square-centimeters cm²
hectare|area|10000|hectare hectares ha
acre|area|4046.8564|acre acres
milligram|mass|1e-6|milligram milligrams mg
gram|mass|0.001|gram grams gramme grammes g
kilogram|mass|1|kilogram kilograms kilo kilos kg kilogramme kilogrammes kgs
tonne|mass|1000|tonne tonnes t metric-ton metric-tons
ton|mass|1000|ton tons
ounce|mass|0.028349523|ounce ounces oz
pound|mass|0.45359237|pound pounds lb lbs
stone|mass|6.35029318|stone
millilitre|volume|1e-6|millilitre millilitres milliliter milliliters ml
litre|volume|0.001|litre litres liter liters l
gallon|volume|0.0037854118|gallon gallons
pint|volume|0.000473176|pint pints
barrel|volume|0.158987295|barrel barrels bpd
cubic metre|volume|1|cubic-metre cubic-metres cubic-meter cubic-meters m³
cubic foot|volume|0.028316847|cubic-foot cubic-feet ft³
cubic kilometre|volume|1e9|cubic-kilometre cubic-kilometres cubic-kilometer cubic-kilometers km³
cubic centimetre|volume|1e-6|cubic-centimetre cubic-centimetres cubic-centimeter cubic-centimeters cm³
km/h|speed|0.27777778|km/h kph kmh kmph kilometres-per-hour kilometers-per-hour kilometres-an-hour kilometers-an-hour
mph|speed|0.44704|mph miles-per-hour miles-an-hour
knot|speed|0.51444444|knot knots
metre per second|speed|1|m/s metres-per-second meters-per-second
watt|power|1|watt watts w
kilowatt|power|1000|kilowatt kilowatts kw
megawatt|power|1e6|megawatt megawatts mw
gigawatt|power|1e9|gigawatt gigawatts gw
horsepower|power|745.69987|horsepower hp bhp
kilowatt-hour|energy|3.6e6|kilowatt-hour kilowatt-hours kwh
megawatt-hour|energy|3.6e9|megawatt-hour megawatt-hours mwh
calorie|energy|4.184|calorie calories
volt|voltage|1|volt volts v
hertz|frequency|1|hertz hz
kilohertz|frequency|1000|kilohertz khz
megahertz|frequency|1e6|megahertz mhz
gigahertz|frequency|1e9|gigahertz ghz
byte|information|1|byte bytes
megabyte|information|1e6|megabyte megabytes mb
gigabyte|information|1e9|gigabyte gigabytes gb
terabyte|information|1e12|terabyte terabytes tb
decibel|sound|1|decibel decibels db
degree|angle|1|degree degrees ° deg
part per million|concentration|1e-6|ppm parts-per-million
part per billion|concentration|1e-9|ppb parts-per-billion
mile per gallon|economy|1|mpg
times|multiple|1|times fold
"""
_DURATIONS = """
second|1|second seconds sec secs s
minute|60|minute minutes min mins
hour|3600|hour hours hr hrs h
day|86400|day days
week|604800|week weeks
month|2629746|month months
year|31556952|year years yr yrs
decade|315569520|decade decades
century|3155695200|century centuries
"""


def _load() -> tuple[dict[str, Unit], dict[str, Unit]]:
    spellings: dict[str, Unit] = {}
    units: dict[str, Unit] = {}
    for line in _TABLE.strip().splitlines():
        name, dimension, factor, words = line.split("|")
        units[name] = Unit(name, dimension, float(factor))
        spellings |= dict.fromkeys(words.split(), units[name])
    for line in _DURATIONS.strip().splitlines():
        name, factor, words = line.split("|")
        units[name] = Unit(name, "time", float(factor), 0.0, "duration")
        spellings |= dict.fromkeys(words.split(), units[name])
    for name, size, offset in (("°C", 1.0, 0.0), ("°F", 5 / 9, -160 / 9)):
        units[name] = Unit(name, "temperature", size, offset)
    for name, dimension, size in (
        ("percent", "share", 1.0),
        ("percentage point", "points", 1.0),
        ("basis point", "points", 0.01),
    ):
        units[name] = Unit(name, dimension, size, 0.0, "percent")
    units["magnitude"] = spellings["magnitude"] = Unit("magnitude", "magnitude")
    return spellings, units


SPELLINGS, UNITS = _load()
"""Every unit by its spellings (lower case; words of one unit joined by a hyphen), and by its name."""

LOOSE = frozenset(word for word in SPELLINGS if len(word) > 2) | {
    "km",
    "cm",
    "ml",
    "mg",
    "mm",
    "kg",
    "ft",
    "lb",
    "mi",
    "oz",
    "kw",
    "mw",
    "gw",
    "hp",
    "ha",
    "m²",
    "m³",
}
"""Spellings that may stand apart from their number ("5 km"); the shorter ones must touch it or a digit form."""


def to_base(value: float | None, unit: str) -> float | None:
    """`value` in the base unit of its dimension; unchanged where the unit is not in the table."""
    known = UNITS.get(unit)
    return value if known is None or value is None else value * known.factor + known.offset


def dimension(unit: str) -> str:
    """The dimension of a unit of the table; any other unit is its own dimension."""
    known = UNITS.get(unit)
    return known.dimension if known is not None else unit
