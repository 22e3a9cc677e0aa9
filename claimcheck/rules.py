"""The table of rule codes. Reports, configuration and `explain` read it; a code is never reused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from claimcheck.model import DivergenceType, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Two passages, one of each side. `right` is "" where the other source is silent."""

    left: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: what `explain` prints and what a report needs to know of it."""

    code: str
    type: DivergenceType
    severity: Severity
    title: str
    why: str
    fires: Example
    silent: tuple[str, ...]
    settle: str


_TABLE = (
    Rule(
        code="CC101",
        type=DivergenceType.CONTRADICTION,
        severity=Severity.ERROR,
        title="two values of the same measure that cannot both hold",
        why="A wrong figure is the error that readers, lawyers and other desks notice first.",
        fires=Example(left="Three people were killed in the blast.", right="Five people were killed in the blast."),
        silent=(
            "“at least 3” beside “4”, “more than 200,000” beside “200,000 and counting”: both can hold",
            "“$1.2bn” beside “1.2 billion dollars”: the same value in other units or spelling",
            "a number of one thing beside a number of another (3 killed, 12 hurt)",
        ),
        settle="Ask who counted, up to when, and what: then name the authority beside the figure.",
    ),
    Rule(
        code="CC102",
        type=DivergenceType.CONTRADICTION,
        severity=Severity.ERROR,
        title="another date or time for the same event",
        why="A wrong day moves an event before or after what it is said to have caused.",
        fires=Example(left="The vote was held on Monday, Oct. 3.", right="The vote was held on Sunday, Oct. 2."),
        silent=(
            "“today” in copy filed on Tuesday beside “Tuesday”",
            "“last week” beside “on Friday” where Friday lies in that week",
        ),
        settle="Resolve both against their datelines and time zones; give the date once in full.",
    ),
    Rule(
        code="CC103",
        type=DivergenceType.CONTRADICTION,
        severity=Severity.ERROR,
        title="another name in the same place: person, place, organisation or title",
        why="A wrong name accuses, praises or buries the wrong person.",
        fires=Example(
            left="The House of Commons ratified the treaty on Monday.",
            right="The lower house, the State Duma, ratified it on Monday.",
        ),
        silent=(
            "another spelling of one name: Zelensky / Zelenskyy, Kiev / Kyiv",
            "a name beside a description that fits it: “the mayor” / “Vitali Klitschko”",
        ),
        settle="Check the name at its own source: the body's site, the register, the person.",
    ),
    Rule(
        code="CC104",
        type=DivergenceType.CONTRADICTION,
        severity=Severity.ERROR,
        title="one source affirms what the other denies",
        why="A lost “not” turns a story into its opposite.",
        fires=Example(
            left="The ministry denied that the dam had been hit.", right="The ministry confirmed that the dam had been hit."
        ),
        silent=("“no one was hurt” beside “without casualties”: both deny", "“not only the port” beside “the port”: no denial"),
        settle="Read the statement itself, or ask its author.",
    ),
    Rule(
        code="CC105",
        type=DivergenceType.CONTRADICTION,
        severity=Severity.WARNING,
        title="two statements that the entailment model judges contradictory",
        why="Not every contradiction lies in a figure, date or name.",
        fires=Example(left="The rescue is still going on.", right="The rescue ended at dawn."),
        silent=("the same told in other words", "more detail in one source than in the other"),
        settle="Read both passages: the model shows which words carry the contradiction, not who is right.",
    ),
    Rule(
        code="CC201",
        type=DivergenceType.OMISSION,
        severity=Severity.WARNING,
        title="a claim with casualties, damage, money, an arrest or charge, or a figure is left out",
        why="What is left out misleads as surely as what is wrong, and casualties left out mislead most.",
        fires=Example(left="Four civilians were injured when missiles hit the town of Nikopol.", right=""),
        silent=(
            "a claim that the other source tells in other words or two paragraphs on",
            "figures of speech and conditions (“the bill was dead”, “if anyone is hurt”)",
            "small counts in passing (“three scandals”)",
            "headlines, bylines, datelines, boilerplate",
        ),
        settle="Decide whether the reader needs it; if the desk cannot confirm it, say so in the copy.",
    ),
    Rule(
        code="CC202",
        type=DivergenceType.OMISSION,
        severity=Severity.NOTE,
        title="any other claim is left out",
        why="Sources choose what to tell; a desk wants to choose with open eyes.",
        fires=Example(left="Residents came up from their cellars and cooked over campfires.", right=""),
        silent=("a claim that the other source tells in other words", "headlines, bylines, datelines, boilerplate"),
        settle="Mostly nothing: look whether the passage changes how the story reads.",
    ),
    Rule(
        code="CC203",
        type=DivergenceType.OMISSION,
        severity=Severity.NOTE,
        title="a detail is left out of a sentence that both sources have",
        why="A qualifying detail that falls out in editing can change what is claimed.",
        fires=Example(left="Two people, one of them a nine-year-old girl, were hurt.", right="Two people were hurt."),
        silent=("a detail that the other source gives in a sentence nearby",),
        settle="Put the detail back where it changes the meaning.",
    ),
    Rule(
        code="CC301",
        type=DivergenceType.SHIFT,
        severity=Severity.WARNING,
        title="a quotation is reworded",
        why="Quotation marks promise the speaker's own words.",
        fires=Example(left="“We are fighting for our country,” he said.", right="“We fight for our land,” he said."),
        silent=("a part of the same quotation", "another punctuation, an ellipsis, a bracketed insertion, [sic]"),
        settle="Go back to the recording or transcript; where it is a translation, say whose.",
    ),
    Rule(
        code="CC302",
        type=DivergenceType.SHIFT,
        severity=Severity.WARNING,
        title="an attribution is dropped, added or changed",
        why="Without its speaker an allegation reads as a fact.",
        fires=Example(left="The attack killed four, the governor said.", right="The attack killed four."),
        silent=("“said” beside “told reporters”", "a speaker named in the sentence before"),
        settle="Say who says it, unless the desk has confirmed it by itself.",
    ),
    Rule(
        code="CC303",
        type=DivergenceType.SHIFT,
        severity=Severity.WARNING,
        title="a hedge is dropped, added or changed",
        why="“May have” and “has” are two different claims.",
        fires=Example(left="Troops may have reached the border.", right="Troops have reached the border."),
        silent=("“appears to have” beside “reportedly has”: both hedge", "“about 20” beside “some 20”"),
        settle="Keep the weaker form unless the desk knows more than its source.",
    ),
    Rule(
        code="CC401",
        type=DivergenceType.UPDATE,
        severity=Severity.NOTE,
        title="a figure moved with the sources' as-of times",
        why="A toll that rises is news, not an error; the older figure must not be printed as the newer.",
        fires=Example(left="(Monday) At least 12 people died.", right="(Tuesday) At least 18 people died."),
        silent=("a later figure that is lower: that is a contradiction, CC101", "sources without times"),
        settle="Print the newest figure with its time.",
    ),
    Rule(
        code="CC501",
        type=DivergenceType.CONTRADICTION,
        severity=Severity.ERROR,
        title="one source contradicts itself",
        why="A headline that says five over a story that says four is wrong in one of them, and every reader can see it.",
        fires=Example(
            left="Headline: Blast at mill kills five",
            right="The same source, paragraph 1: Four people were killed in a blast at the mill.",
        ),
        silent=(
            "a total beside its parts: “five killed” over “three died at once and two in hospital”",
            "a headline that rounds, or “at least” in one of the two places",
            "a toll told as it moved: “rose to 14”, “earlier reports said”, two days, two speakers, a running log",
            "“including”: some of the people counted, not all of them",
            "shares of several groups, places or votes, which need not make 100 percent",
        ),
        settle="Settle the figure, then correct headline, body and caption together.",
    ),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.code: rule for rule in _TABLE})
"""Every rule by its code, in the order of the codes."""
