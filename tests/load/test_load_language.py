from __future__ import annotations

import pytest

from claimcheck.load.language import identify

SENTENCES = {
    "de": "Die Feuerwehr teilte mit, dass bei dem Brand in der Nacht drei Menschen verletzt wurden und das Haus leer steht.",
    "en": "The fire service said that three people were hurt in the blaze and that the house was no longer safe to live in.",
    "es": "Los bomberos dijeron que tres personas resultaron heridas en el incendio y que la casa ya no es habitable.",
    "fr": "Les pompiers ont indiqué que trois personnes ont été blessées dans la nuit et que la maison est inhabitable.",
    "it": "I vigili del fuoco hanno detto che tre persone sono rimaste ferite nella notte e che la casa non è più abitabile.",
    "nl": "De brandweer zei dat bij de brand in de nacht drie mensen gewond zijn geraakt en dat het huis niet meer bewoonbaar is.",
    "pl": "Straż pożarna podała, że w pożarze w nocy zostały ranne trzy osoby i że dom nie nadaje się do zamieszkania.",
    "pt": "Os bombeiros disseram que três pessoas ficaram feridas no incêndio e que a casa não é mais habitável para uma família.",
    "ru": "Пожарные сообщили, что в результате пожара были ранены три человека и что дом не пригоден для жилья.",
    "sv": "Räddningstjänsten sade att tre personer skadades i branden och att huset inte är beboeligt efter det som har hänt.",
    "uk": "Рятувальники повідомили, що під час пожежі в місті було поранено трьох людей і що будинок не є придатним для життя.",
    "tr": "İtfaiye, gece çıkan bir yangında üç kişinin yaralandığını ve bu evin oturulamaz olduğunu daha sonra bildirdi.",
    "ja": "消防によると、夜の火事で三人がけがをした。家にはもう住めないという。",
    "zh": "消防部门表示，夜间火灾造成三人受伤，房屋已无法居住。",
    "ar": "قالت فرق الإطفاء إن ثلاثة أشخاص أصيبوا في الحريق خلال الليل.",
}


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_language_of_a_sentence(code: str) -> None:
    assert identify(SENTENCES[code]) == code


@pytest.mark.parametrize("text", ["", "Kyiv.", "12 345 678", "Ivan Petrov, Anna Roe, Jan Smit, Paul Doe, Lea Lee, Tom Tay"])
def test_too_little_to_tell(text: str) -> None:
    assert identify(text) == ""
