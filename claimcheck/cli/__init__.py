"""The command line: the only code that prints or exits."""

from claimcheck.cli.app import main

__all__ = ["main"]
