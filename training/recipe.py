"""The stages that made the shipped file, as the commands that they are. The card prints them, `python -m training` runs them."""

from __future__ import annotations

WORK = "build/training"
VERSION = "2"
# Of the rows that the contrast generator wrote when the shipped file was trained, with seeds 0 and 3; a later generator
# writes others.
CONTRAST_SHA256 = (
    "0aa2a3960d14493dc2b2c71fb0bb9e93f96b6d20d6d5ed333ad5f741f8d5dfaa",
    "0251943e3f57d67135eef0e9b52fa6aed596af743851795a6aa556fe84da7a52",
)

STAGES = (
    "training.prepare --data {data} --phase 1",
    # Ended before its last row, at about half of the peak rate, so that there was time for the second phase.
    "training.train --rows {work}/phase1.jsonl --out {work}/phase1 --threads 2 --end 0.33 --stop-after 1861",
    "training.contrast --data {data} --out {work}/contrast.jsonl --count 48000 --seed 0",
    "training.prepare --data {data} --phase 2 --contrast {work}/contrast.jsonl --most 45000 --limit 98000",
    "training.train --rows {work}/phase2.jsonl --start {work}/phase1 --out {work}/phase2 --threads 2 --rate 1e-4 --warm 0.02",
    "training.contrast --data {data} --out {work}/contrast3.jsonl --count 60000 --seed 3",
    "training.prepare --data {data} --phase 3 --seed 3 --contrast {work}/contrast3.jsonl --most 45000 --siblings 10000",
    "training.train --rows {work}/phase3.jsonl --start {work}/phase2 --out {work}/phase3 --threads 2 --rate 1.2e-4 --warm 0.02"
    " --seed 3",
    "training.prepare --data {data} --phase 4 --seed 4 --contrast {work}/contrast3.jsonl --most 9000 --siblings 5000"
    " --pages 9000 --neutral",
    "training.train --rows {work}/phase4.jsonl --start {work}/phase3 --out {work}/phase4 --threads 2 --rate 7e-5 --warm 0.03"
    " --seed 4",
    "training.average --models {work}/phase3 {work}/phase4 --out {work}/average",
    "training.export --model {work}/average --version {version}",
    "training.evaluate --model claimcheck/entail/model/nli-int8.onnx --against {work}/average --sample 250"
    " --out training/figures.json",
    "training.card",
)


def commands(data: str) -> list[list[str]]:
    """Return the arguments after `python -m` of every stage, in their order, for the data of a folder."""
    return [stage.format(data=data, work=WORK, version=VERSION).split(" ") for stage in STAGES]
