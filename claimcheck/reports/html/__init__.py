"""The HTML report for an editor: `page` puts it together, `story` says what is on it, a module each makes its parts."""

from claimcheck.reports.html.page import render, render_many

__all__ = ["render", "render_many"]
