"""Invented people, places and firms, put together from parts, so that a hundred thousand stories seldom share one."""

from __future__ import annotations

from benchmarks.wire.grammar import Random

_GIVEN = """Adaeze Agnes Alba Aldo Amara Amir Anders Anja Anton Arif Astrid Beatriz Bela Benita Boris Bruno Carla Cem Chidi
Clara Dario Dina Dmitri Edda Egon Elif Elio Emeka Enzo Esra Eva Farid Fatou Felix Femi Filip Flora Goran Greta
Hana Hasan Helga Hugo Ida Igor Ilse Imani Ines Ivo Jana Jarek Joana Jonas Juno Kaia Kamal Karin Kenji Klara Kofi
Lars Leila Lena Liam Lidia Lorenz Luca Magda Malik Marek Maria Marta Mateo Maya Milan Mina Mira Nadia Nils Nina
Noor Nuno Olga Omar Orhan Oskar Paolo Petra Pia Rafael Rana Rasa Renata Rita Rosa Ruben Samir Sara Sasha Selma
Sergio Silas Sofia Soren Stefan Tamar Tariq Tessa Tomas Uma Vera Viktor Wanda Yara Yusuf Zara Zoran""".split()
_HEADS = """Al Bar Bel Ber Bor Bran Cas Cor Dal Dar Del Dor Fal Fer Gar Gol Gran Hal Har Hol Jar Kal Kar Kel Kor Lan Lar Lem
Lor Mal Man Mar Mel Mer Mon Mor Nal Nor Ol Or Pal Par Pel Por Ral Ram Rel Ros Sal San Sar Sel Sol Sten Tal Tar
Tel Tor Ul Val Var Ver Vol Wal Zel Zor""".split()
_MIDDLES = "a e i o u an en in on ar er or ad ed id al el il ag eg im om".split()
_PEOPLE = """ba da dez dic din dov fen ga gan ic ino ka kov lan lund ma man mann mark nen ner no noff ran rell res rin ros
sen ska son ti toft ton vic ya zadeh""".split()
_PLACES = """bach berg borg bridge bury by dal dorf field ford gard grad ham haven hill holm kirk land lin mar mond mouth nik
pol port rath ro stad stead sund ton vale ville wick zin""".split()
_REGIONS = ("{} province", "the {} region", "{} county", "the district of {}", "{} state", "the {} valley")
_FIRMS = "{} Industries|{} Holding|{} & Sons|{} Works|{} Group|{} Line|{} Partners|{} Systems".split("|")
COUNTRIES = """Albania Algeria Angola Argentina Armenia Austria Bangladesh Belgium Bolivia Botswana Brazil Bulgaria Cambodia
Cameroon Canada Chile Colombia Croatia Cuba Cyprus Denmark Ecuador Egypt Estonia Ethiopia Finland Ghana Greece
Guatemala Honduras Hungary Iceland India Indonesia Ireland Italy Jamaica Japan Kenya Laos Latvia Lithuania
Malaysia Mali Malta Mexico Moldova Mongolia Morocco Mozambique Namibia Nepal Nicaragua Nigeria Norway Pakistan
Panama Paraguay Peru Poland Portugal Romania Rwanda Senegal Serbia Slovakia Slovenia Spain Sweden Tanzania
Thailand Togo Tunisia Turkey Uganda Uruguay Vietnam Zambia Zimbabwe""".split()


def pick(random: Random, items: list[str] | tuple[str, ...]) -> str:
    """Return one of `items`."""
    return items[int(random() * len(items))]


def given(random: Random) -> str:
    """Return a given name."""
    return pick(random, _GIVEN)


def surname(random: Random) -> str:
    """Return a family name, one of some 50,000."""
    return pick(random, _HEADS) + pick(random, _MIDDLES) + pick(random, _PEOPLE)


def place(random: Random) -> str:
    """Return a town, a river or a street, one of some 50,000."""
    return pick(random, _HEADS) + pick(random, _MIDDLES) + pick(random, _PLACES)


def region(random: Random) -> str:
    """Return a region with the word for it."""
    return pick(random, _REGIONS).format(place(random))


def firm(random: Random) -> str:
    """Return a firm, called after a family."""
    return pick(random, _FIRMS).format(surname(random))
