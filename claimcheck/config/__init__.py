"""claimcheck.toml, [tool.claimcheck], environment and flags, merged into the frozen `Settings`."""

from claimcheck.config.aliases import MAX_ALIAS_CHARS, read_aliases
from claimcheck.config.entries import MIN_FINGERPRINT_CHARS, StoryEntry, Suppression
from claimcheck.config.file import FILE_NAME, SHARED_FILE_NAME, SHARED_TABLE, DeskFile, find_desk, read_desk
from claimcheck.config.options import OPTIONS, Layer, Option, Resolved, resolve, settings_from
from claimcheck.config.settings import BASELINE_NAME, FailOn, Settings
from claimcheck.config.shown import option_value, quoted, shown
from claimcheck.config.variables import stray_variables

__all__ = [
    "BASELINE_NAME",
    "FILE_NAME",
    "MAX_ALIAS_CHARS",
    "MIN_FINGERPRINT_CHARS",
    "OPTIONS",
    "SHARED_FILE_NAME",
    "SHARED_TABLE",
    "DeskFile",
    "FailOn",
    "Layer",
    "Option",
    "Resolved",
    "Settings",
    "StoryEntry",
    "Suppression",
    "find_desk",
    "option_value",
    "quoted",
    "read_aliases",
    "read_desk",
    "resolve",
    "settings_from",
    "shown",
    "stray_variables",
]
