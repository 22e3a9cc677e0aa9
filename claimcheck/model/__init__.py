"""Every type that passes between two stages: frozen values without logic of their own. Sequences are tuples."""

from claimcheck.model.alignment import AlignedPair, Alignment, Bead, FloatMatrix, Nearest
from claimcheck.model.check import CheckResult, Remark, RemarkKind, StoryResult
from claimcheck.model.claim import Claim, Comparison, Context, Passage, Reading
from claimcheck.model.pairs import Link, PairVerdict
from claimcheck.model.report import Cell, Divergence, Evidence, Mark, Report, Source, Statement, Summary
from claimcheck.model.terms import DivergenceType, Relation, Role, Severity, Verdict
from claimcheck.model.text import Article, Sentence, Skipped, Span

__all__ = [
    "AlignedPair",
    "Alignment",
    "Article",
    "Bead",
    "Cell",
    "CheckResult",
    "Claim",
    "Comparison",
    "Context",
    "Divergence",
    "DivergenceType",
    "Evidence",
    "FloatMatrix",
    "Link",
    "Mark",
    "Nearest",
    "PairVerdict",
    "Passage",
    "Reading",
    "Relation",
    "Remark",
    "RemarkKind",
    "Report",
    "Role",
    "Sentence",
    "Severity",
    "Skipped",
    "Source",
    "Span",
    "Statement",
    "StoryResult",
    "Summary",
    "Verdict",
]
