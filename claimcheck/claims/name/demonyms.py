"""Adjectives of countries, and the country of each (folded name in use). They are no names of their own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_TABLE = """
afghanistan: afghan, afghani, afghans
albania: albanian
algeria: algerian
angola: angolan
argentina: argentine, argentinian
armenia: armenian
australia: australian, aussie
austria: austrian
azerbaijan: azerbaijani, azeri
bahrain: bahraini
bangladesh: bangladeshi
belarus: belarusian, byelorussian
belgium: belgian
bolivia: bolivian
bosnia and herzegovina: bosnian
brazil: brazilian
bulgaria: bulgarian
cambodia: cambodian
cameroon: cameroonian
canada: canadian
chad: chadian
chile: chilean
china: chinese
colombia: colombian
democratic republic of the congo: congolese
croatia: croatian, croat
cuba: cuban
cyprus: cypriot
czech republic: czech
denmark: danish, dane
ecuador: ecuadorian, ecuadorean
egypt: egyptian
england: english
eritrea: eritrean
estonia: estonian
ethiopia: ethiopian
finland: finnish, finn
france: french, frenchman
georgia: georgian
germany: german
ghana: ghanaian
greece: greek
guatemala: guatemalan
haiti: haitian
honduras: honduran
hungary: hungarian
iceland: icelandic
india: indian
indonesia: indonesian
iran: iranian, persian
iraq: iraqi
ireland: irish
israel: israeli
italy: italian
jamaica: jamaican
japan: japanese
jordan: jordanian
kazakhstan: kazakh
kenya: kenyan
kosovo: kosovar
kuwait: kuwaiti
kyrgyzstan: kyrgyz
laos: laotian
latvia: latvian
lebanon: lebanese
liberia: liberian
libya: libyan
lithuania: lithuanian
malaysia: malaysian
mali: malian
malta: maltese
mexico: mexican
moldova: moldovan
mongolia: mongolian
morocco: moroccan
mozambique: mozambican
myanmar: burmese
nepal: nepalese, nepali
netherlands: dutch
new zealand: kiwi
nicaragua: nicaraguan
niger: nigerien
nigeria: nigerian
north korea: north korean
norway: norwegian
oman: omani
pakistan: pakistani
palestine: palestinian
panama: panamanian
paraguay: paraguayan
peru: peruvian
philippines: filipino, philippine
poland: polish, pole
portugal: portuguese
qatar: qatari
romania: romanian
russia: russian
rwanda: rwandan
saudi arabia: saudi
scotland: scottish, scots
senegal: senegalese
serbia: serbian, serb
sierra leone: sierra leonean
singapore: singaporean
slovakia: slovak, slovakian
slovenia: slovenian, slovene
somalia: somali
south africa: south african
south korea: south korean
spain: spanish, spaniard
sri lanka: sri lankan
sudan: sudanese
sweden: swedish, swede
switzerland: swiss
syria: syrian
taiwan: taiwanese
tajikistan: tajik
tanzania: tanzanian
thailand: thai
tunisia: tunisian
turkey: turkish, turk
turkmenistan: turkmen
uganda: ugandan
ukraine: ukrainian
united arab emirates: emirati
united kingdom: british, brit, briton
united states: american
uruguay: uruguayan
uzbekistan: uzbek
venezuela: venezuelan
vietnam: vietnamese
wales: welsh
yemen: yemeni
zambia: zambian
zimbabwe: zimbabwean
"""

_NO_COUNTRY = """
european african asian arab arabic western eastern northern southern latin hispanic jewish jew muslim moslem islamic christian
catholic protestant orthodox sunni shiite shia kurdish kurd chechen tibetan uighur uyghur soviet slavic
scandinavian nordic balkan baltic caribbean mediterranean atlantic pacific arctic bavarian sicilian
californian texan korean buddhist hindu sikh black white native indigenous republican democrat democratic
communist socialist liberal conservative tory catalan basque flemish crimean tatar bedouin druze alawite yazidi
mormon evangelical anglican roman parisian londoner
"""


def _countries() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _TABLE.strip().split("\n"):
        country, _, adjectives = line.partition(": ")
        for adjective in adjectives.split(", "):
            table[adjective] = country
            table[f"{adjective}s"] = country
    return table


DEMONYMS: Mapping[str, str] = MappingProxyType(_countries())
"""Country by demonym, both folded; plurals included."""

ADJECTIVES: frozenset[str] = frozenset((*DEMONYMS, *(f"{word}{end}" for word in _NO_COUNTRY.split() for end in ("", "s"))))
"""Every demonym and every adjective of a region, faith or people, folded: words that are no name by themselves."""
