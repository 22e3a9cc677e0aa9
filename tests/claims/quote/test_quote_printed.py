"""Messages show a quotation's words as they were printed."""

import pytest

from claimcheck.claims.quote.printed import printed
from claimcheck.model import Article, Claim, Sentence, Span


def claim(text: str) -> Claim:
    sentence = Sentence(article=Article(id="a", name="a", text=text), index=0, span=Span(0, len(text)), paragraph=0)
    return Claim(kind="quote", sentence=sentence, span=sentence.span, value=None, key="k")


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("“And what you see, it’s been happening,” he said.", ["it", "is", "been"], "it’s been"),
        ("“We don’t want Kyiv’s money,” she said.", ["do", "not", "want"], "don’t want"),
        ("“The Port of  Le Havre is shut.”", ["port", "of", "le", "havre"], "Port of Le Havre"),
        ("“We will not go.”", ["will", "not", "go"], "will not go"),
        ("“Something else.”", ["not", "there"], "not there"),
        ("“The thaw came.”", ["he", "thaw"], "he thaw"),
    ],
)
def test_printed(text, words, shown):
    assert printed(words, [claim(text)]) == shown
