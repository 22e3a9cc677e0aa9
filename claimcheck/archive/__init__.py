"""Stories by the dozen: which there are, and what a check makes of all of them."""

from claimcheck.archive.check import Compared, Run, articles_of, compare_stories, compared, settle_stories
from claimcheck.archive.stories import Found, Story, find_stories, likely_stories

__all__ = [
    "Compared",
    "Found",
    "Run",
    "Story",
    "articles_of",
    "compare_stories",
    "compared",
    "find_stories",
    "likely_stories",
    "settle_stories",
]
