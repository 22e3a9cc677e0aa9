"""Is it one name? Pairs that newsrooms write, and look-alikes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.claims.name import same_name
from claimcheck.claims.name.places import are_apart, within

BENCH = Path(__file__).parents[4] / "shared/bench/quantity/names.jsonl"

SAME = [
    "Muammar Gaddafi | Moamer Kadhafi",
    "Muammar Gaddafi | Moammar Gadhafi",
    "Colonel Gaddafi | Colonel Qaddafi",
    "Gadhafi | Khadafy",
    "Seif al-Islam Gaddafi | Saif al-Islam Gadhafi",
    "Khalifa Haftar | Khalifa Hifter",
    "Abu Mohammed al-Jolani | Abu Mohammad al-Golani",
    "Mohammad Bagher Ghalibaf | Mohammad Baqer Qalibaf",
    "Alexander Lukashenko | Alyaksandr Lukashenka",
    "Petro Poroshenko | Pyotr Poroshenko",
    "Mykola Azarov | Nikolai Azarov",
    "Serhiy Haidai | Sergei Gaidai",
    "Fyodor Dostoevsky | Fyodor Dostoyevsky",
    "Sergei Rachmaninoff | Sergey Rachmaninov",
    "Ayman al-Zawahiri | Ayman al-Zawahri",
    "Abu Bakr al-Baghdadi | Abu Bakr Baghdadi",
    "Saddam Hussein | Saddam Hussain",
    "Qasem Soleimani | Qassem Suleimani",
    "Zhou Enlai | Chou En-lai",
    "Deng Xiaoping | Teng Hsiao-ping",
    "Shinzo Abe | Abe Shinzo",
    "Ban Ki-moon | Ban Ki Moon",
    "Mike Pence | Michael R. Pence",
    "Chuck Schumer | Charles E. Schumer",
    "Emmanuel Macron | Macron",
    "Mr. Xi | President Xi Jinping",
    "Kamala Harris | Vice President Harris",
    "Gerhard Schröder | Gerhard Schroeder",
    "Charles de Gaulle | de Gaulle",
    "Martin Luther King | Martin Luther King Jr.",
    "Chernihiv | Chernigov",
    "Avdiivka | Avdeevka",
    "Vinnytsia | Vinnitsa",
    "Munich | München",
    "Deir ez-Zor | Deir al-Zour",
    "St. Petersburg | Saint Petersburg",
    "F.B.I. | Federal Bureau of Investigation",
    "Doctors Without Borders | Médecins Sans Frontières",
    "Department of Justice | US Justice Department",
    "World Trade Organisation | World Trade Organization",
    "State Duma | the Duma",
    "JPMorgan Chase & Co. | JPMorgan Chase",
    "Johnson & Johnson | Johnson and Johnson",
    "Valery Zaluzhny | Valerii Zaluzhnyi",
    "Kyrylo Budanov | Kirill Budanov",
    "Andriy Yermak | Andrey Ermak",
    "Denys Shmyhal | Denis Shmygal",
    "Mykhailo Podolyak | Mikhail Podoliak",
    "Dmytro Kuleba | Dmitri Kuleba",
    "Yevhen Perebyinis | Evgeny Perebiinis",
    "Sergey Lavrov | Sergei Lavrov",
    "Vyacheslav Volodin | Viacheslav Volodin",
    "Nikita Khrushchev | Nikita Khruschev",
    "Yulia Svyrydenko | Yuliia Svyrydenko",
    "Mohammed bin Salman | Mohammad bin Salman",
    "Hassan Nasrallah | Hasan Nasrallah",
    "Ismail Haniyeh | Ismail Haniya",
    "Yahya Sinwar | Yahya al-Sinwar",
    "Abdel Fattah el-Sisi | Abdel Fattah al-Sisi",
    "Mahmud Abbas | Mahmoud Abbas",
    "Mao Zedong | Mao Tse-tung",
    "Xi Jinping | President Xi",
    "Chiang Kai-shek | Chiang Kai-Shek",
    "Li Keqiang | Premier Li Keqiang",
    "Kharkiv | Kharkov",
    "Odesa | Odessa",
    "Zaporizhzhia | Zaporozhye",
    "Mykolaiv | Nikolaev",
    "Dnipro | Dnepr",
    "Luhansk | Lugansk",
    "Bakhmut | Artemivsk",
    "Mumbai | Bombay",
    "Beijing | Peking",
    "Istanbul | Constantinople",
    "World Health Organization | WHO",
    "International Monetary Fund | IMF",
    "European Central Bank | ECB",
    "National Transportation Safety Board | NTSB",
    "UK Foreign Office | Foreign Office",
    "Ministry of Defence | Defence Ministry",
    "Supreme Court of the United States | US Supreme Court",
    "St. Mary's Hospital | St Mary’s Hospital",
    "Al Jazeera | Al-Jazeera",
    "Joe Biden | Joseph R. Biden Jr.",
    "Bill Clinton | William J. Clinton",
    "Elizabeth II | Queen Elizabeth",
    "Prince Charles | King Charles III",
    "Hillary Clinton | Hillary Rodham Clinton",
    "Ursula von der Leyen | von der Leyen",
]
OTHER = [
    "Robert F. Kennedy | Robert F. Kennedy Jr.",
    "Indira Gandhi | Rajiv Gandhi",
    "Bashar al-Assad | Hafez al-Assad",
    "Alexei Navalny | Yulia Navalnaya",
    "Maria Zakharova | Mikhail Zakharov",
    "Mr. Smith | Mrs. Smith",
    "Dan Brown | Don Brown",
    "Tim Cook | Tom Cook",
    "Johnson | Johnston",
    "Hansen | Hanson",
    "Kim Jong Il | Kim Il Sung",
    "Latvia | Lithuania",
    "Gambia | Zambia",
    "Virginia | West Virginia",
    "Jordan | Jordan River",
    "Kursk | Kupiansk",
    "Oman | Amman",
    "IAEA | IEA",
    "Hamas | Hezbollah",
    "Bank of England | Bank of Ireland",
    "New York Times | New York Post",
    "State Duma | Federation Council",
    "Ministry of Health | Ministry of Interior",
    "Kherson | Kharkiv",
    "Sumy | Smila",
    "Donetsk | Dnipro",
    "Niger | Nigeria",
    "Iran | Iraq",
    "Austria | Australia",
    "Slovakia | Slovenia",
    "Congo | Togo",
    "Dominica | Dominican Republic",
    "Guinea | Guinea-Bissau",
    "North Korea | South Korea",
    "Sudan | South Sudan",
    "Georgetown | Georgia",
    "WHO | WTO",
    "IMF | ILO",
    "NATO | NASA",
    "FSB | SBU",
    "Manchester United | Manchester City",
    "Real Madrid | Atletico Madrid",
    "Kansas City | Kansas",
    "New York City | New York Mets",
    "Defence Ministry | Interior Ministry",
    "Foreign Ministry | Finance Ministry",
    "St. Mary's Hospital | St. Luke's Hospital",
    "House of Commons | House of Lords",
    "House of Representatives | Senate",
    "George W. Bush | George H.W. Bush",
    "Bill Clinton | Hillary Clinton",
    "Boris Johnson | Lyndon Johnson",
    "Andriy Yermak | Andriy Sadovyi",
    "Sergei Lavrov | Sergei Shoigu",
    "Ismail Haniyeh | Ismail Qaani",
    "Xi Jinping | Xi Zhongxun",
    "Viktor Yushchenko | Viktor Yanukovych",
    "Ivan Petrov | Ivan Petrenko",
    "Saif Gaddafi | Saadi Gaddafi",
    "Hassan Rouhani | Hussein Rouhani",
    "Ahmed Hamad | Ahmed Hamid",
    "Kamal Nasser | Gamal Nasser",
    "Anna Geller | Anna Keller",
    "Gerber | Kerber",
    "Karimov | Garimov",
    "Gul | Kul",
    "Abu Ahmed al-Jolani | Abu Omar al-Jolani",
    "Bank of America | Bank of Canada",
    "Tehran | Tirana",
    "Tripoli | Tripura",
    "Mali | Malawi",
    "Bosnia | Boston",
]


@pytest.mark.parametrize("row", SAME)
def test_spellings_of_one_name(row: str) -> None:
    left, right = row.split(" | ")
    assert same_name(left, right)
    assert same_name(right, left)


@pytest.mark.parametrize("row", OTHER)
def test_look_alikes(row: str) -> None:
    left, right = row.split(" | ")
    assert not same_name(left, right)
    assert not same_name(right, left)


def test_the_desk_decides() -> None:
    """A desk's alias maps a spelling to the desk's own."""
    assert not same_name("Old Mill", "Lower Mill")
    assert same_name("Old Mill", "Lower Mill", aliases={"old mill": "lower mill"})


@pytest.mark.skipif(not BENCH.exists(), reason="the development set of names is not beside the repository")
def test_accuracy_on_the_development_set() -> None:
    """Issue: accuracy of same or not at least 0.94."""
    rows = [json.loads(line) for line in BENCH.read_text(encoding="utf-8").splitlines()]
    assert sum(same_name(row["a"], row["b"]) is row["same"] for row in rows) / len(rows) >= 0.94


NAME = st.from_regex(r"[A-Z][a-z]{1,9}( [A-Z][a-z]{1,9}){0,2}", fullmatch=True)


@given(NAME, NAME)
@settings(max_examples=100, deadline=None)
def test_symmetric_and_reflexive(left: str, right: str) -> None:
    """The relation is symmetric and reflexive; case, "the" and a title make no other name."""
    assert same_name(left, left)
    assert same_name(left, left.upper())
    assert same_name(left, right) is same_name(right, left)


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_text_is_answered(left: str, right: str) -> None:
    """Names of any characters are answered, never raised on."""
    assert same_name(left, right) is same_name(right, left)


def test_containment() -> None:
    assert within("Ankara", "Turkey")
    assert within("Rafah", "Palestine")
    assert within("Kyiv", "Europe")
    assert not within("Turkey", "Ankara")
    assert not within("Kyiv", "Kyiv")


def test_apart_only_without_doubt() -> None:
    assert are_apart("Kherson", "Kharkiv")
    assert are_apart("Texas", "Barcelona")
    assert not are_apart("Adelaide", "South Australia")
    assert not are_apart("Springfield", "Illinois")
    assert not are_apart("Nowhereville", "Paris")
