"""The mean of the weights of several trained networks: `python -m training.average --models A B --out C`.

Networks of one run lie close enough together for their mean to be a network that is often better than each (M. Wortsman et al.,
Model soups, 2022): here a late phase mends what an earlier one does badly, and the mean keeps what it forgot.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from training import network as net


def average(models: Sequence[Path], out: Path) -> None:
    """Write the mean of the networks in the folders `models`, each of the same weight. Raises ValueError for fewer than two."""
    if len(models) < 2:
        raise ValueError("the mean of one network is that network")
    states = [net.build(model).state_dict() for model in models]
    network = net.build(models[0])
    with torch.no_grad():
        means = {
            name: torch.stack([state[name].float() for state in states]).mean(0).to(states[0][name].dtype) for name in states[0]
        }
    network.load_state_dict(means)
    net.save(network, out)


def main() -> None:
    """Average some networks."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--models", type=Path, nargs="+", required=True)
    ask.add_argument("--out", type=Path, required=True)
    said = ask.parse_args()
    average(said.models, said.out)


if __name__ == "__main__":
    main()
