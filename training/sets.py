"""The sets that the shipped model learns from: how much of each, and under which licence."""

from __future__ import annotations

from dataclasses import dataclass

WIKIPEDIA = "CC BY-SA 3.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainSet:
    """One file of the data folder.

    `first` to `fourth` are how often its rows are read in the phases: 0.5 is a sample of half of them, 2 is twice.
    `both` is the share of its rows that are read reversed as well, where the label allows; `long` marks premises of
    encyclopaedic prose, of which some are joined with a neighbour; `held` is the share kept for development.
    """

    name: str
    licence: str
    first: float = 1.0
    second: float = 0.0
    third: float = 0.0
    fourth: float = 0.0
    both: float = 0.1
    long: bool = False
    held: float = 0.0


SETS = (
    TrainSet(
        name="lingnli",
        third=0.6,
        fourth=0.1,
        licence="no licence file (github.com/Alicia-Parrish/ling_in_loop); MultiNLI premises",
        both=0.05,
        second=0.12,
    ),
    TrainSet(name="vitaminc", licence=WIKIPEDIA, second=1.4, both=0.15, long=True, held=0.08, third=2, fourth=0.4),
    TrainSet(name="fever", licence=WIKIPEDIA, first=0.45, second=0.06, both=0.05, long=True, held=0.03, third=0.3, fourth=0.03),
    TrainSet(name="fever_symmetric", licence=WIKIPEDIA, second=1, long=True, third=1, fourth=0.5),
    TrainSet(name="fever_adversarial", licence=WIKIPEDIA, second=1, long=True, third=1, fourth=0.5),
    TrainSet(name="fm2", licence="Apache-2.0, Wikipedia text", second=0.7, long=True, held=0.1, third=1, fourth=0.4),
    TrainSet(name="mnli", licence="OANC, CC BY and CC BY-SA parts", second=0.25, held=0.1, third=0.8, fourth=0.25),
    TrainSet(name="snli", licence="CC BY-SA 4.0", first=0.7, second=0.06, held=0.07, third=0.35, fourth=0.06),
    TrainSet(name="cad_nli", licence="Apache-2.0 (SNLI text)", first=0.7, second=0.1, third=0.4, fourth=0.1),
    TrainSet(name="breaking_nli", licence="CC BY-SA 4.0", first=0.4, second=0.08, third=0.12, fourth=0.03),
    TrainSet(name="conjnli", licence="MIT, Wikipedia text", first=0.5, second=0.08, both=0.0, held=0.03, third=0.2, fourth=0.05),
    TrainSet(name="neg_nli", licence="MIT", second=1, both=0.0, held=0.1, third=2, fourth=1),
    TrainSet(name="rte123", licence="free for research (nltk_data)", second=1, held=0.1, third=2, fourth=2),
    TrainSet(name="rte_glue", licence="free for research (GLUE)", second=0.5, third=1.5, fourth=1.5),
    TrainSet(name="scitail", licence="Apache-2.0", both=0.0, third=0.3, fourth=0.2),
    TrainSet(name="taxinli", licence="C-UDA, MultiNLI text", second=0.3, third=0.6, fourth=0.2),
    TrainSet(name="vania_wiki", licence=WIKIPEDIA, first=0.6, second=0.1, third=0.25, fourth=0.06),
    TrainSet(name="wikisplit", licence="CC BY-SA 4.0", first=0.2, second=0.05, both=0.3, long=True, third=0.1, fourth=0.03),
    TrainSet(name="scone", licence="CC0", first=0.5, second=0.1, both=0.0, third=0.2, fourth=0.1),
    TrainSet(name="help_mono", licence="CC BY-SA 4.0", first=0.12, second=0.01, both=0.0, third=0.02, fourth=0.01),
)

# Left out: non-commercial, of unclear licence, or wholly within another set.
LEFT_OUT = ("sick", "cb", "mrpc", "watson", "joci", "healthver", "climate_fever", "covidfact", "monli", "mpe", "add_one_rte")
