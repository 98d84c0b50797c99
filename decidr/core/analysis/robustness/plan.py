"""What a simulation draws, and how often."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from decidr.core.study.problems import Place, Problem
from decidr.core.study.simulation_settings import wrong_setting
from decidr.core.study.study import DataSampling, Sampling, Settings, WeightSampling

Spread = float | Literal["group"]

DEFAULT_SPREAD = 0.2
"""In the log of a ratio; also where fewer than three people judged a pair, so that no spread of theirs can be told."""


class Plan(Struct, frozen=True):
    """The settings of one simulation; ``spread`` is the deviation of ln ratio, or the group's own pair by pair."""

    samples: int = 100_000
    seed: int = 1
    weights: WeightSampling = "judged"
    data: DataSampling = "uncertain"
    sampling: Sampling = "random"
    spread: Spread = DEFAULT_SPREAD

    def problems(self) -> Iterator[Problem]:
        """What no simulation can do, by the fields of the sheet Study."""
        fields = {"Samples": "samples", "Seed": "seed", "Judgment spread": "judgment_spread"}
        for (field, name), value in zip(fields.items(), (self.samples, self.seed, self.spread), strict=True):
            if code := wrong_setting(name, value):
                yield Problem("error", code, Place("Study", (), field), {"value": value})


def plan_of(settings: Settings, weights: WeightSampling | None = None, data: DataSampling | None = None) -> Plan:
    """The study's plan, with other weights or data if asked for; data are uncertain under judged, else fixed."""
    drawn = weights or settings.simulation_weights
    usual: DataSampling = "uncertain" if drawn == "judged" else "fixed"
    return Plan(
        settings.samples,
        settings.seed,
        drawn,
        data or settings.simulation_data or usual,
        settings.sampling,
        settings.judgment_spread,
    )


def verdict_plan(settings: Settings) -> Plan:
    """What the verdict rests on: judged weights and uncertain data at random, by the study's seed, samples, spread."""
    return Plan(settings.samples, settings.seed, spread=settings.judgment_spread)
