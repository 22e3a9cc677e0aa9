"""Countries, their peoples and some cities; other names of the same place or body."""

from __future__ import annotations

_COUNTRIES = """France French Paris,Lyon,Marseille;Germany German Berlin,Munich,Hamburg,Frankfurt
Italy Italian Rome,Milan,Turin,Naples;Spain Spanish Madrid,Barcelona,Seville
Portugal Portuguese Lisbon;Poland Polish Warsaw,Krakow;Ukraine Ukrainian Kyiv,Kharkiv,Odesa;Russia Russian Moscow,Vladivostok
Sweden Swedish Stockholm;Norway Norwegian Oslo
Denmark Danish Copenhagen;Finland Finnish Helsinki;Greece Greek Athens;Turkey Turkish Ankara,Istanbul
Egypt Egyptian Cairo,Alexandria;Iran Iranian Tehran;Iraq Iraqi Baghdad,Mosul,Basra
Syria Syrian Damascus,Aleppo;Israel Israeli Jerusalem,Haifa;Lebanon Lebanese Beirut;Jordan Jordanian Amman
Pakistan Pakistani Islamabad,Karachi,Lahore;India Indian Mumbai,Delhi,Kolkata,Chennai,Bangalore
China Chinese Beijing,Shanghai,Shenzhen;Japan Japanese Tokyo,Osaka,Kyoto;Thailand Thai Bangkok;Vietnam Vietnamese Hanoi
Indonesia Indonesian Jakarta;Philippines Filipino Manila
Australia Australian Sydney,Melbourne,Brisbane,Perth;Canada Canadian Toronto,Montreal,Vancouver,Ottawa
Mexico Mexican Monterrey,Guadalajara;Brazil Brazilian Brasilia;Argentina Argentine
Chile Chilean Santiago;Peru Peruvian Lima;Colombia Colombian Bogota;Venezuela Venezuelan Caracas;Cuba Cuban Havana
Nigeria Nigerian Lagos,Abuja;Kenya Kenyan Nairobi;Ethiopia Ethiopian
Ghana Ghanaian Accra;Uganda Ugandan Kampala;Tanzania Tanzanian;Zimbabwe Zimbabwean Harare;Algeria Algerian Algiers
Morocco Moroccan Rabat,Casablanca;Tunisia Tunisian Tunis;Libya Libyan Tripoli
Sudan Sudanese Khartoum;Afghanistan Afghan Kabul,Kandahar;Bangladesh Bangladeshi Dhaka;Nepal Nepalese Kathmandu
Austria Austrian Vienna;Hungary Hungarian Budapest;Romania Romanian Bucharest
Bulgaria Bulgarian Sofia;Serbia Serbian Belgrade;Croatia Croatian Zagreb;Belgium Belgian Brussels,Antwerp
Netherlands Dutch Amsterdam,Rotterdam;Switzerland Swiss Zurich,Geneva;Ireland Irish Dublin
England English London,Manchester,Liverpool,Birmingham,Leeds;Scotland Scottish Edinburgh,Glasgow;Wales Welsh Cardiff
Malaysia Malaysian;Colombia Colombian Bogota;Yemen Yemeni Sanaa;Haiti Haitian
United_States American Chicago,Boston,Los_Angeles,New_York,Detroit,Houston,Dallas,Seattle
United_States American San_Francisco,Philadelphia,Atlanta,Miami"""

COUNTRIES: dict[str, str] = {}
CITIES: dict[str, str] = {}
for _entry in _COUNTRIES.replace("\n", ";").split(";"):
    _parts = _entry.replace(",", " ").split()
    _country = _parts[0].replace("_", " ")
    COUNTRIES[_country] = _parts[1]
    CITIES |= {_city.replace("_", " "): _country for _city in _parts[2:]}
DEMONYMS: dict[str, str] = {people: country for country, people in COUNTRIES.items()}
STATES: tuple[str, ...] = tuple(
    name.replace("_", " ")
    for name in """Texas California Florida Ohio Illinois Michigan Georgia Virginia Arizona Colorado Oregon Nevada Utah Kansas
    Iowa Alabama Kentucky
    Tennessee Minnesota Wisconsin Indiana Missouri Louisiana Massachusetts Maryland New_Jersey Pennsylvania Connecticut Oklahoma
    Nebraska Alaska Hawaii
    North_Carolina South_Carolina Mississippi Arkansas Montana Idaho Maine Vermont New_Hampshire""".split()
)

ALIASES: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split("|"))
    for line in """Kiev|Kyiv
Kharkov|Kharkiv
Odessa|Odesa
Lvov|Lviv
the United States|the US|the U.S.|America
the United Kingdom|the UK|the U.K.|Britain
the United Nations|the UN|the U.N.
the European Union|the EU
Burma|Myanmar
Bombay|Mumbai
Calcutta|Kolkata
Madras|Chennai
Peking|Beijing
Saigon|Ho Chi Minh City
New York City|New York
Ivory Coast|Cote d'Ivoire
the Czech Republic|Czechia
Swaziland|Eswatini
the Netherlands|Holland
Persia|Iran
the World Health Organization|the WHO
the International Monetary Fund|the IMF
the Federal Bureau of Investigation|the FBI
the Central Intelligence Agency|the CIA
the Republican Party|the GOP|the Republicans
the Democratic Party|the Democrats
Washington, D.C.|Washington
Los Angeles|LA
the Soviet Union|the USSR
World War II|the Second World War
World War I|the First World War
the BBC|the British Broadcasting Corporation
the European Central Bank|the ECB
the Federal Reserve|the Fed
NATO|the North Atlantic Treaty Organization
NASA|the National Aeronautics and Space Administration
UNESCO|the U.N. cultural agency
UNICEF|the U.N. children's fund
OPEC|the Organization of the Petroleum Exporting Countries""".splitlines()
)

TITLES: tuple[str, ...] = tuple(
    "President|Prime Minister|Senator|Sen.|Governor|Gov.|Mr|Mr.|Mrs|Mrs.|Ms|Ms.|Dr|Dr.|Sir|General|Gen.|Judge|"
    "Professor|Prof.|Secretary of State|Foreign Minister|"
    "Defence Minister|Finance Minister|Vice President|Chancellor|Mayor|Captain|Colonel|Rep.|Representative|"
    "Sergeant|Inspector|Minister|Archbishop|Bishop|Rev.|Reverend".split("|")
)
