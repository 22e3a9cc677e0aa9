"""The sets that the shipped model learns from: how much of each, and under which licence."""

from __future__ import annotations

from dataclasses import dataclass

WIKIPEDIA = "CC BY-SA 3.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainSet:
    """One file of the data folder.

    `shares` are how often its rows are read in each phase: 0.5 is a sample of half of them, 2 is twice.
    `both` is the share of its rows that are read reversed as well, where the label allows; `long` marks premises of
    encyclopaedic prose, of which some are joined with a neighbour; `held` is the share kept for development.
    """

    name: str
    licence: str
    shares: tuple[float, ...]
    both: float = 0.1
    long: bool = False
    held: float = 0.0


PHASES = 5

SETS = (
    TrainSet(
        name="lingnli",
        licence="no licence file (github.com/Alicia-Parrish/ling_in_loop); MultiNLI premises",
        both=0.05,
        shares=(1, 0.12, 0.6, 0.1, 0.9),
    ),
    TrainSet(name="vitaminc", licence=WIKIPEDIA, both=0.15, long=True, held=0.08, shares=(1, 1.4, 2, 0.4, 1.6)),
    TrainSet(name="fever", licence=WIKIPEDIA, both=0.05, long=True, held=0.03, shares=(0.45, 0.06, 0.3, 0.03, 0.35)),
    TrainSet(name="fever_symmetric", licence=WIKIPEDIA, long=True, shares=(1, 1, 1, 0.5, 1)),
    TrainSet(name="fever_adversarial", licence=WIKIPEDIA, long=True, shares=(1, 1, 1, 0.5, 1)),
    TrainSet(name="fm2", licence="Apache-2.0, Wikipedia text", long=True, held=0.1, shares=(1, 0.7, 1, 0.4, 1)),
    TrainSet(name="mnli", licence="OANC, CC BY and CC BY-SA parts", held=0.1, shares=(1, 0.25, 0.8, 0.25, 1)),
    TrainSet(name="snli", licence="CC BY-SA 4.0", held=0.07, shares=(0.7, 0.06, 0.35, 0.06, 0.4)),
    TrainSet(name="cad_nli", licence="Apache-2.0 (SNLI text)", shares=(0.7, 0.1, 0.4, 0.1, 0.4)),
    TrainSet(name="breaking_nli", licence="CC BY-SA 4.0", shares=(0.4, 0.08, 0.12, 0.03, 0.1)),
    TrainSet(name="conjnli", licence="MIT, Wikipedia text", both=0.0, held=0.03, shares=(0.5, 0.08, 0.2, 0.05, 0.25)),
    TrainSet(name="neg_nli", licence="MIT", both=0.0, held=0.1, shares=(1, 1, 2, 1, 2)),
    TrainSet(name="rte123", licence="free for research (nltk_data)", held=0.1, shares=(1, 1, 2, 2, 2.5)),
    TrainSet(name="rte_glue", licence="free for research (GLUE)", shares=(1, 0.5, 1.5, 1.5, 1.5)),
    TrainSet(name="scitail", licence="Apache-2.0", both=0.0, shares=(1, 0, 0.3, 0.2, 0.5)),
    TrainSet(name="taxinli", licence="C-UDA, MultiNLI text", shares=(1, 0.3, 0.6, 0.2, 0.8)),
    TrainSet(name="vania_wiki", licence=WIKIPEDIA, shares=(0.6, 0.1, 0.25, 0.06, 0.3)),
    TrainSet(name="wikisplit", licence="CC BY-SA 4.0", both=0.3, long=True, shares=(0.2, 0.05, 0.1, 0.03, 0.25)),
    TrainSet(name="scone", licence="CC0", both=0.0, shares=(0.5, 0.1, 0.2, 0.1, 0.2)),
    TrainSet(name="help_mono", licence="CC BY-SA 4.0", both=0.0, shares=(0.12, 0.01, 0.02, 0.01, 0.02)),
)

# Left out: non-commercial, of unclear licence, or wholly within another set.
LEFT_OUT = ("sick", "cb", "mrpc", "watson", "joci", "healthver", "climate_fever", "covidfact", "monli", "mpe", "add_one_rte")
