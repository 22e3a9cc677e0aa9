"""The application: its commands, and the one place where errors become a line and an exit code."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from claimcheck import __version__
from claimcheck.cli import check, claims, compare, explain, init, pairs, review, scan
from claimcheck.cli.coercion import take_as_typed
from claimcheck.cli.session import Session
from claimcheck.cli.streams import complain, write_text
from claimcheck.cli.wrong_usage import usage_text
from claimcheck.errors import ClaimcheckError

INTERRUPTED = 2
"""After Ctrl-C: the run is no answer, as after any other error."""

_TYPER_INTERRUPTED = 130
"""What typer returns where it catches Ctrl-C itself."""

app = typer.Typer(
    name="claimcheck",
    help="Cross-source claim consistency checker: what differs between articles on one event, where, and why.",
    epilog="To begin with: claimcheck compare ours.md ap.txt\n\n"
    "Exit codes: 0 nothing at or above the gate, 1 findings, 2 an error, 3 nothing could be compared.",
    rich_markup_mode=None,  # plain help costs no import, and reads the same in a pipe
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(name="compare", short_help="Compare articles on one event.")(compare.compare)
app.command(name="check", short_help="Check every story of a desk, as a gate.")(check.check)
app.command(name="review", short_help="Walk the open findings and accept them.")(review.review)
app.command(name="init", short_help="Write a commented configuration.")(init.init)
app.command(name="claims", short_help="List the claims of one article.")(claims.claims)
app.command(name="pairs", short_help="Judge pairs of texts.")(pairs.pairs)
app.command(name="scan", short_help="Compare every story of an archive.")(scan.scan)
app.command(name="explain", short_help="Explain a rule, or list all.")(explain.explain)


def _version(wanted: bool) -> None:
    if wanted:
        write_text(f"claimcheck {__version__}\n")
        raise typer.Exit


_VERSION_OPTION = typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    _show_version: Annotated[bool, _VERSION_OPTION] = False,
) -> None:
    if context.invoked_subcommand is None:
        write_text(context.get_help() + "\n", error=True)
        raise typer.Exit(2)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0, 1, 2 or 3, as documented; Ctrl-C is 2.

    Every error is one line on standard error. The traceback of a crash is shown with `-vv` or CLAIMCHECK_DEBUG=1.
    """
    # What is made stays until the end; to look for rubbish after every 700 objects costs 0.05 s.
    gc.set_threshold(50_000)
    # numpy's library of linear algebra starts a thread for every core as it is imported: 0.1 s of them, for products too small.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    session = Session(debug=os.environ.get("CLAIMCHECK_DEBUG", "") not in ("", "0"))
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        command = typer.main.get_command(app)
        take_as_typed(command)
        code = command.main(args=given, prog_name="claimcheck", standalone_mode=False, obj=session)
    except ClaimcheckError as error:
        complain(f"error: {error}")
        return error.exit_code
    except typer.TyperException as error:  # a wrong flag, found before any command of ours ran
        complain(f"error: {usage_text(error, given, getattr(command, 'commands', {}))}")
        return 2
    except (KeyboardInterrupt, typer.Abort):
        return _interrupted()
    except OSError as error:  # a folder without permission, a full disk behind typer's own help
        where, reason = error.filename or "standard output", (error.strerror or "cannot be used").lower()
        complain(f"error: {where}: {reason}; check the path, its permissions and the space left")
        return 2
    except Exception as error:  # the last net: a crash is told in one line as well
        return _crashed(error, debug=session.debug)
    return _interrupted() if code == _TYPER_INTERRUPTED else int(code or 0)


def _interrupted() -> int:
    complain("interrupted")
    return INTERRUPTED


def _crashed(error: Exception, *, debug: bool) -> int:
    if debug:
        traceback.print_exception(error)
    complain(
        f"error: internal error, {type(error).__name__}: {error} (this is a bug in claimcheck {__version__}: "
        "please report it to the project with the traceback that CLAIMCHECK_DEBUG=1 shows)"
    )
    return 2
