"""Which language a text is in, by its most frequent function words, or by its script.

Enough to refuse an article that the models do not know; no more is claimed. The word lists are closed classes
(articles, pronouns, prepositions, conjunctions, auxiliaries), leaving out what many of the languages share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

_FUNCTION_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        code: frozenset(words.split())
        for code, words in (
            (
                "cs",
                "a se na je že v s z do pro za by jsou byl byla bylo byli jeho jak tak ale nebo podle který která které však už",
            ),
            (
                "da",
                "og i at er en et den det de til på af for med som har ikke blev var han hun efter kan sig fra om også eller",
            ),
            (
                "de",
                "der die das und ist nicht ein eine einen einem mit von zu den dem des auf für im sich auch er sie es "
                "wurde bei nach am aus dass wie",
            ),
            (
                "en",
                "the and of to in that is was for with it on as at by be from he she they his her this were has have "
                "had an or not but are which who said",
            ),
            (
                "es",
                "el la los las y de que en un una por con del se al es su para como no fue más pero sus ha este lo sobre nadie",
            ),
            ("fi", "ja on ei se että oli mutta hän myös kun joka ovat mukaan sekä tai kuin ole jo sen hänen tämä niin"),
            (
                "fr",
                "le la les et des du un une en que qui dans pour sur est au aux par avec pas il elle ne se sont ont "
                "été plus ce cette à a",
            ),
            ("hu", "a az és hogy nem is egy volt meg csak mint már szerint még de ha azt vagy ez kell el után"),
            (
                "it",
                "il lo la gli le e di che in un una per con del della dei al alla è non si sono ha da nel nella più anche ma",
            ),
            (
                "nl",
                "de het een en van in is dat op te zijn met voor niet aan er om ook als bij door naar werd heeft uit hij zij was",
            ),
            (
                "no",
                "og i å er en et den det de til på av for med som har ikke ble var han hun etter kan seg fra om også eller",
            ),
            (
                "pl",
                "i w na z się nie że do jest to o po jak za od przez który która które był była są jego dla oraz ale przy został",
            ),
            (
                "pt",
                "o os as e de que do da em um uma para com não no na dos das por mais se foi ao é são pelo pela mas como",
            ),
            ("ro", "și în de la cu pe că un o nu este din pentru care a fost sunt au mai după s-a prin sau dar ale"),
            ("ru", "и в не на что с по из как это он она его от к для за о но же были был была их при после также заявил"),
            (
                "sv",
                "och i att är en ett den det de till på av för med som har inte blev var han hon efter kan sig från om också eller",
            ),
            ("tr", "ve bir bu da de için ile olarak daha çok olan gibi ama kadar sonra göre en ne dedi oldu ise değil"),
            (
                "uk",
                "і в на що з та не до у за як це він вона його від є для про але були був була їх під після також повідомив",
            ),
        )
    }
)

_SCRIPTS = (  # a script that one language, or nearly one, writes; kana and hangul before the characters they stand among
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0620-\u064a]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
_SCRIPT_LETTER = re.compile(f"[{''.join(pattern.pattern.strip('[]') for _, pattern in _SCRIPTS)}]")
# The thresholds were chosen on one sentence a language in tests/load/test_load_language.py, which measures them again.
_SAMPLE_CHARS = 20_000
_MIN_WORDS = 8  # below it a text is too short to tell
_MIN_SHARE = 0.12  # of function words: running prose has 0.25 and more, lists of names next to none
_MIN_LEAD = 1.15  # over the runner-up: Danish and Norwegian differ in few words
_MIN_SCRIPT_SHARE = 0.3
_MIN_KANA_SHARE = 0.05  # Japanese is written in Chinese characters too, Chinese never in kana
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)?")
_LETTER = re.compile(r"[^\W\d_]")


def identify(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, "" where it is too short, mixed, or of none that is known.

    Read are the first 20,000 characters. Function words give cs da de en es fi fr hu it nl no pl pt ro ru sv tr uk,
    the script gives ar el he hi ja ko th zh.
    """
    sample = text[:_SAMPLE_CHARS]
    script = _by_script(sample)
    return script if script else _by_words(sample)


def _by_script(sample: str) -> str:
    if not _SCRIPT_LETTER.search(sample):
        return ""  # as in nearly every text: one look instead of one for each script
    letters = len(_LETTER.findall(sample))
    if letters < _MIN_WORDS:
        return ""
    for code, pattern in _SCRIPTS:
        least = _MIN_KANA_SHARE if code == "ja" else _MIN_SCRIPT_SHARE
        if len(pattern.findall(sample)) >= least * letters:
            return code
    return ""


def _by_words(sample: str) -> str:
    words = Counter(word.lower() for word in _WORD.findall(sample))
    total = sum(words.values())
    if total < _MIN_WORDS:
        return ""
    hits = {code: sum(words[word] for word in known & words.keys()) for code, known in _FUNCTION_WORDS.items()}
    (best, most), (_, second) = sorted(hits.items(), key=lambda item: (-item[1], item[0]))[:2]
    return best if most >= _MIN_SHARE * total and most >= _MIN_LEAD * second else ""
