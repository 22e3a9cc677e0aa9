"""What a desk makes of findings: severity, order, what is kept, what is settled, what fails. What is left out is counted."""

from claimcheck.policy.baseline import Baseline, Known, baseline_text, read_baseline, renewed, stale
from claimcheck.policy.counts import (
    ANOTHER_EVENT,
    furniture,
    gaps,
    has_common_statement,
    nothing_compared,
    remarks,
    summarise,
)
from claimcheck.policy.filters import ACKNOWLEDGED, BASELINED, NEW, SUPPRESSED, arrange, choices, severity_of
from claimcheck.policy.settle import Decisions, holds, settle, suppression_remarks
from claimcheck.policy.verdict import CLEAN, FINDINGS, GATES, NOT_COMPARED, UNREADABLE, check_result, gate, gravest

__all__ = [
    "ACKNOWLEDGED",
    "ANOTHER_EVENT",
    "BASELINED",
    "CLEAN",
    "FINDINGS",
    "GATES",
    "NEW",
    "NOT_COMPARED",
    "SUPPRESSED",
    "UNREADABLE",
    "Baseline",
    "Decisions",
    "Known",
    "arrange",
    "baseline_text",
    "check_result",
    "choices",
    "furniture",
    "gaps",
    "gate",
    "gravest",
    "has_common_statement",
    "holds",
    "nothing_compared",
    "read_baseline",
    "remarks",
    "renewed",
    "settle",
    "severity_of",
    "stale",
    "summarise",
    "suppression_remarks",
]
