"""Titles, offices and the words of descriptions that stand beside names."""

from __future__ import annotations

HONORIFICS = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady madam mme mlle monsieur herr frau rev reverend fr
    father sister brother pastor rabbi imam ayatollah sheikh sheik shaikh mullah grand pope cardinal archbishop bishop saint st
    king queen prince princess emperor empress duke duchess earl count countess baron baroness emir sultan shah tsar
    crown emeritus hon honorable honourable excellency majesty highness""".split()
)
"""Words before a name that say how to address its bearer."""

RANKS = frozenset(
    """gen general lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal pvt private adm admiral cmdr
    commander brig brigadier marshal commodore ensign officer detective det inspector insp supt superintendent constable
    sheriff deputy trooper agent cosmonaut astronaut field""".split()
)
"""Military and police ranks."""

OFFICES = frozenset(
    """president premier chancellor minister secretary senator sen representative rep congressman congresswoman governor gov
    mayor ambassador envoy commissioner spokesman spokeswoman spokesperson chairman chairwoman chair chairperson chief head
    director leader speaker judge justice attorney prosecutor lawyer treasurer whip lawmaker mp mep councilman councilwoman
    councilor councillor alderman assemblyman assemblywoman delegate coach manager captain ceo cfo coo founder
    editor reporter analyst economist professor scientist doctor surgeon activist dictator ruler comptroller
    coordinator negotiator adviser advisor aide administrator superintendent coroner pm vp undersecretary
    striker goalkeeper midfielder defender pitcher quarterback singer actor actress author novelist director-general
    secretary-general mediator arbitrator curator organizer organiser auditor ombudsman rector
    physician registrar pathologist epidemiologist seismologist meteorologist geologist""".split()
)
"""Nouns of an office or occupation that stand before a name or in apposition to it."""

UNIQUE_OFFICES = frozenset(
    """president premier chancellor minister secretary governor gov mayor ambassador chairman chairwoman chair chief head
    director leader speaker ceo cfo founder secretary-general director-general king queen pope emir sultan sheriff
    coroner superintendent commissioner mediator arbitrator auditor ombudsman rector""".split()
)
"""Offices that one body has one holder of: another name with the same office of the same body is another claim."""

MODIFIERS = frozenset(
    """vice deputy acting former ex prime first lady foreign defense defence interior finance energy justice health
    education home security national state attorney chief senior junior assistant associate executive managing general
    then new incoming outgoing late interim provisional opposition house senate majority minority press
    under principal honorary grand crown supreme assistant world co lead regional local federal district county city
    treasury labor labour agriculture transport transportation trade economy economic environment culture sports police
    military army navy intelligence cabinet party campaign parliamentary presidential union human rights elect""".split()
)
"""Words that qualify an office and so belong to the title, not to the name."""

GENERATIONS = {
    "jr": "jr",
    "junior": "jr",
    "sr": "sr",
    "senior": "sr",
    "ii": "ii",
    "iii": "iii",
    "iv": "iv",
    "2nd": "ii",
    "3rd": "iii",
}
"""Generation suffixes and the one spelling used to compare them."""

PARTICLES = frozenset(
    """de del della di da dos das du des la le van von der den ter ten zu zum zur bin ibn bint ben abu y e af av dal lo mac
    mc st san santa""".split()
)
"""Words that belong to the surname after them."""

ABBREVIATIONS = frozenset(
    """mr mrs ms mx dr gen gov sen rep lt col sgt capt prof rev st maj cmdr adm pres sec supt det insp cpl pvt brig hon jr sr
    inc corp co ltd bros messrs mme fr ft mt""".split()
)
"""Title-like words that are written with a full stop within a name."""


def is_title(token: str) -> bool:
    """True where the folded token is a title, rank or office."""
    return token in HONORIFICS or token in RANKS or token in OFFICES
