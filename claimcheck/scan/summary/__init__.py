"""The summary of a scan: `tally` counts its rows, `render_text` and `render_html` show the tally."""

from claimcheck.scan.summary.html import render_html
from claimcheck.scan.summary.row_files import Lines, tally_folder
from claimcheck.scan.summary.tally import tally
from claimcheck.scan.summary.text import render_text
from claimcheck.scan.summary.types import Count, Tally

__all__ = ["Count", "Lines", "Tally", "render_html", "render_text", "tally", "tally_folder"]
