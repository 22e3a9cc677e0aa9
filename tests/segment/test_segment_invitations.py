from __future__ import annotations

import pytest

from claimcheck.segment import invitations

ASIDE = (
    ("boilerplate", "Have your say: letters@coastdaily.example"),
    ("boilerplate", "Letters to the editor: letters@coastdaily.example"),
    ("boilerplate", "Ring our newsdesk, we pay for tips"),
    ("boilerplate", "Do you know more?"),
    ("boilerplate", "Do you know more?|Write to the newsroom in confidence."),
    ("boilerplate", "Got a story?|Email us"),
    ("boilerplate", "GOT a tip?|Call our news desk on 020 7946 0000."),
    ("boilerplate", "Have you got a story for us?|Get in touch."),
    ("boilerplate", "Send us your pictures at pictures@coastdaily.example."),
    ("boilerplate", "Share your experience with our reporters."),
    ("boilerplate", "Spotted an error?|Let us know."),
    ("boilerplate", "If you want us to check a claim, please email us at facts@coastdaily.example."),
    ("boilerplate", "jane.doe@coastdaily.example"),
    ("boilerplate", "Jane Doe jane.doe@coastdaily.example @janedoe"),
    ("boilerplate", "Contact Jane Doe at jane.doe@coastdaily.example."),
    ("boilerplate", "Jane Doe can be reached at jane.doe@coastdaily.example"),
    ("newsletter", "The Coast Daily's morning email: sign up here"),
    ("newsletter", "Never miss a story: subscribe today."),
    ("newsletter", "You can unsubscribe at any time."),
    ("newsletter", "Become a member today."),
    ("newsletter", "For more stories like this, follow our channel."),
)

NEWS = (
    "Have your say in the vote on Monday, the mayor urged.",
    "Voters will have their say on Monday.",
    "Letters sent to the mayor held a white powder.",
    "Ring roads were closed for the night.",
    "Do you know the way to the port?",
    "Did the captain know more?",
    "Know more|He said no.",
    "Got a story wrong",
    "Call the police in confidence on 101 if you saw the van.",
    "Email police at appeal@police.example if you saw the van.",
    "If you or somebody you know is in danger, call 999.",
    "Send us more ships, the islands tell the capital",
    "“Tell us the truth,” the families shouted.",
    "Tell us the truth, families demanded.",
    "Share your bread, the bishop urged.",
    "Contact between the ships was lost at 6:42 p.m.",
    "Call centers were shut.|Email was down.",
    "The company said customers could unsubscribe at any time.",
    "The newsletter was shut in May.",
    "Members of the union became restless.",
    "The minister wrote to us.",
    "Do you know more?|Nobody did, and the inquiry was closed.",
    "He gave the address as jane.doe@coastdaily.example in court.",
)


@pytest.mark.parametrize(("reason", "marked"), ASIDE)
def test_invitation(reason: str, marked: str) -> None:
    assert invitations.reason_for_block(marked.split("|")) == reason


@pytest.mark.parametrize("marked", NEWS)
def test_news_stays(marked: str) -> None:
    assert invitations.reason_for_block(marked.split("|")) is None


def test_no_block_no_reason() -> None:
    assert invitations.reason_for_block([]) is None
