"""A judge that is loaded on another core before the first pair: once, and what goes wrong is raised when a pair needs it."""

from __future__ import annotations

import threading
from functools import lru_cache

import numpy as np
import pytest

from claimcheck.entail import bundled
from claimcheck.entail.remembered import RememberedJudge
from claimcheck.errors import ModelError

PAIR = ("Two were killed.", "Three were killed.")


class Neutral:
    signature = "neutral"

    def probabilities(self, pairs):
        return np.tile(np.array([0, 1, 0], dtype=np.float32), (len(pairs), 1))


def judge(load):
    return RememberedJudge(signature="neutral", made_of=[1], packages=(), load=load, use_cache=False)


def test_it_is_loaded_once_and_away_from_the_caller():
    loaders = []

    def load():
        loaders.append(threading.current_thread())
        return Neutral()

    beforehand = judge(load)
    beforehand.load_beforehand()
    assert beforehand.probabilities([PAIR]).tolist() == [[0, 1, 0]]
    assert beforehand.probabilities([PAIR, PAIR]).shape == (2, 3)
    assert len(loaders) == 1
    assert loaders[0] is not threading.current_thread()


def test_a_model_that_cannot_be_loaded_is_told_when_a_pair_needs_it():
    def load():
        raise ModelError("the entailment model is not installed")

    broken = judge(load)
    broken.load_beforehand()
    assert broken.probabilities([]).shape == (0, 3)
    with pytest.raises(ModelError, match="not installed"):
        broken.probabilities([PAIR])


def test_the_bundled_judge_is_loaded_once_whichever_thread_asks_first(monkeypatch):
    begun, go_on, loads = threading.Event(), threading.Event(), []

    def slow(manifest):
        begun.set()
        go_on.wait(10)
        loads.append(manifest)
        return Neutral()

    monkeypatch.setattr(bundled, "_loaded", lru_cache(maxsize=1)(slow))
    monkeypatch.setattr(bundled, "cores", lambda: 2)
    bundled.load_soon()
    assert begun.wait(10)
    threading.Timer(0.1, go_on.set).start()
    bundled.load(bundled.read_manifest(bundled.FOLDER))
    assert len(loads) == 1
