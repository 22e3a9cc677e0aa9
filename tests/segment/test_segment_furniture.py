from __future__ import annotations

import pytest

from claimcheck.segment import furniture

ASIDE = (
    ("byline", "By Jane Doe and John Roe"),
    ("byline", "By JANE DOE, Associated Press"),
    ("byline", "BY JANE DOE"),
    ("byline", "By Reuters Staff"),
    ("byline", "By Jane Doe in Kyiv and John Roe in London"),
    ("byline", "By Ludwig van der Berg | Coast Daily"),
    ("byline", "By Jane Doe, Coast Daily Court Reporter"),
    ("byline", "By our Paris correspondent"),
    ("byline", "By staff and agencies"),
    ("byline", "From agency reports"),
    ("byline", "Text: agencies, edited by the night desk"),
    ("byline", "Analysis by Coast Daily reporter Jane Doe"),
    ("caption", "(Photo: Jane Doe)"),
    ("caption", "REUTERS/Jane Doe"),
    ("caption", "Play Video 2:01 How ferries sink"),
    ("caption", "Jane Doe, right, of Trapani, holds a sign outside the court where the ferry case was heard on May 5, 2017."),
    ("caption", "Ann Roe, second from left, greets sailors at the port of Trapani in this photo taken on Sunday, May 7, 2017."),
    ("caption", "People gather at the port of Trapani, Monday, May 8, 2017, as divers search for the ferry."),
    ("credit", "Jane Doe is our Paris correspondent."),
    ("credit", "Contributing: Jane Doe and John Roe"),
    ("credit", "Associated Press writers Jane Doe in Kyiv and John Roe in London contributed."),
    ("boilerplate", "Sharing is caring: Facebook | X | WhatsApp"),
    ("boilerplate", "Follow us: Facebook / Instagram"),
    ("boilerplate", "How ferries sink Read more"),
    ("boilerplate", "More: How ferries sink"),
    ("boilerplate", "(RELATED: How Ferries Sink)"),
    ("boilerplate", "ANALYSIS/OPINION:"),
    ("legal notice", "This article is for information only and does not constitute investment advice."),
    ("legal notice", "Nothing on this page should be taken as legal advice."),
    ("legal notice", "The opinions expressed in this commentary are solely the author's."),
    ("legal notice", "Disclosure: The author holds shares in the ferry company."),
    ("legal notice", "This page may contain affiliate links."),
    ("editor's note", "This article was originally published on Monday."),
    ("caption", "Photo by Jane Doe/Coast Daily"),
    ("caption", "FILE PHOTO: The ferry leaves the port in May 2019. REUTERS/Jane Doe"),
    ("caption", "The ferry leaves the port on Monday. (AP Photo/Jane Doe)"),
    ("caption", "Jane Doe/Getty Images"),
    ("credit", "Reporting by Jane Doe; Editing by John Roe"),
    ("credit", "(Additional reporting by Jane Doe in Kyiv)"),
    ("credit", "The Associated Press contributed to this report."),
    ("credit", "(AFP)"),
    ("boilerplate", "Comments are closed."),
    ("boilerplate", "Advertisement"),
    ("boilerplate", "ADVERTISEMENT"),
    ("boilerplate", "Read more"),
    ("boilerplate", "READ MORE: What we know of the ferry"),
    ("boilerplate", "Read more about the coast guard"),
    ("boilerplate", "Share this"),
    ("boilerplate", "Share this article on Facebook, Twitter and WhatsApp"),
    ("boilerplate", "Follow us on Twitter"),
    ("boilerplate", "Click here for more on the ferry"),
    ("boilerplate", "Related: How ferries sink"),
    ("boilerplate", "Also read: How ferries sink"),
    ("boilerplate", "Facebook Twitter WhatsApp"),
    ("boilerplate", "3 min read"),
    ("newsletter", "Sign up for our newsletter"),
    ("newsletter", "Subscribe to our daily briefing to get the news first."),
    ("legal notice", "Copyright 2022 The Coast Daily. All rights reserved."),
    ("newsletter", "Sign up here for the Coast Daily's weekend letter."),
    ("newsletter", "Subscribe to our evening digest"),
    ("legal notice", "© 2022 Coast Daily"),
    ("legal notice", "All rights reserved"),
    ("editor's note", "This story has been updated."),
    ("editor's note", "This is a developing story."),
    ("editor's note", "Correction: An earlier version of this story gave a wrong toll."),
    ("editor's note", "(This story corrects the name of the ferry in paragraph 3)"),
    ("separator", "___"),
    ("separator", "* * *"),
)

NEWS = (
    "By Tuesday, the fire had reached the town.",
    "The museum opens to the public Friday, May 12, 2017.",
    "The council sits Friday, May 12, 2017, in Trapani.",
    "The court ruled, Monday, May 8, 2017, that the owner holds the wreck.",
    "The party moved right, and Jane Doe left it on May 5, 2017.",
    "On the left, right after noon, people held signs.",
    "By Monday Evening",
    "By the time Jane Doe arrived, it was over.",
    "By our count, 18 people drowned.",
    "By our own admission we were late.",
    "Our correspondent in Kyiv was wounded on Monday.",
    "From our side there was no fire, the army said.",
    "Analysis by the agency showed oil.",
    "Jane Doe is our best hope, the mayor said.",
    "From agency reports it was clear that the ferry had sunk.",
    "Report: Ann Roe, aides knew of leak",
    "Sign up to the pact or leave, the minister told them.",
    "Subscribe to the theory and you must accept the rest.",
    "Neglect and rain contributed.",
    "Police said speed and fog contributed.",
    "With agencies from 40 countries on site, the camp grew.",
    "Sharing food is caring for the poor, she said.",
    "Sharing: Facebook said it had ended it.",
    "Facebook, X and WhatsApp were down.",
    "He told them to read more.",
    "More than 40 drowned: a list.",
    "More on the toll was expected on Tuesday.",
    "Opinion was divided.",
    "Analysis: the toll rose.",
    "This article of the treaty does not constitute a threat.",
    "This article of the constitution bars it.",
    "The lawyer gave them advice on tax.",
    "The report was published on Monday and names four officers.",
    "The video was published on Tuesday by the group.",
    "The report was updated in May.",
    "Disclosure of the letters was refused.",
    "Research by Trapani University found that one ferry in forty has no lifeboat.",
    "Reporting by the Coast Daily led to the arrest of four officers.",
    "Share prices fell by a tenth on Monday.",
    "Share this burden, the minister urged.",
    "Shares in the ferry company fell.",
    "Follow-up tests found no trace of oil.",
    "Following us on the road were two trucks.",
    "Read more than 20 letters aloud, the judge told him.",
    "Read the letter aloud, the judge told him.",
    "Related charges were dropped on Friday.",
    "Comments are divided on the ruling.",
    "Comments by the minister drew protests.",
    "Advertisement spending fell 3 percent.",
    "Sign language was used in court.",
    "Sign up rates fell in May, the army said.",
    "Subscribe numbers were not given.",
    "Copyright law was changed in March.",
    "All rights were restored to her in May.",
    "This story of the war was told by a nurse.",
    "This report, published on Monday, names four officers.",
    "The report was leaked on Monday.",
    "Click beetles destroyed the harvest.",
    "Photographs showed two bodies on the beach.",
    "Photo editors at the agency went on strike.",
    "The passengers wore life vests (file under luck).",
    "Correction of the course came too late.",
    "Watch towers were built along the border.",
    "More than 40 people drowned.",
    "Reporting was banned by the court.",
    "Associated Press reporters saw 18 bodies.",
    "Reuters was told of the plan on Monday.",
    "X said it had removed the post.",
    "Facebook said it had removed the post.",
    "Download speeds rose last year.",
    "Ad revenue fell.",
    "Two loads were lost.",
    "The Red Cross contributed $5 million to the effort.",
)


@pytest.mark.parametrize(("reason", "text"), ASIDE)
def test_set_aside(reason: str, text: str) -> None:
    assert furniture.reason_for(text) == reason


@pytest.mark.parametrize("text", NEWS)
def test_news_stays(text: str) -> None:
    assert furniture.reason_for(text) is None
    assert furniture.reason_for_block(text, [text]) is None
    assert furniture.stray_tail(text) is None


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("The ferry sank. pass.", "pass."),
        ("“It sank,” he said. “We ran.” Read more", "Read more"),
        ("The ferry sank. Comments are closed.", "Comments are closed."),
        ("The ferry sank. ADVERTISEMENT", "ADVERTISEMENT"),
    ],
)
def test_stray_tail(text: str, stray: str) -> None:
    at = furniture.stray_tail(text)
    assert at is not None
    assert text[at:] == stray


@pytest.mark.parametrize(
    "text", ["They could not pass.", "He asked for more.", "It cost $5 more.", "Two were lost. One more.x", "pass."]
)
def test_a_last_word_of_the_sentence_is_not_stray(text: str) -> None:
    assert furniture.stray_tail(text) is None


def test_a_paragraph_that_ends_in_a_credit_is_not_swallowed() -> None:
    sentences = ["Three people drowned.", "The Associated Press contributed to this report."]
    assert furniture.reason_for_block(" ".join(sentences), sentences) is None
    assert furniture.reason_for(sentences[1]) == "credit"


def test_a_notice_takes_its_whole_paragraph() -> None:
    sentences = ["Correction: The toll was wrong.", "It is three, not five."]
    assert furniture.reason_for_block(" ".join(sentences), sentences) == "editor's note"
