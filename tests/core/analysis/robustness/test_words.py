"""A simulation in words."""

from __future__ import annotations

import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.simulation import simulate
from decidr.core.analysis.robustness.words import drawn_said, error_said, share_said, who_is_first
from tests.building import data_study

STUDY = data_study({"A": 0.5, "B": 0.5}, {"A": [0.9, 0.2, 0.1], "B": [0.1, 0.8, 0.1]}, ["Spain", "Chile", "Peru"])


@pytest.mark.parametrize(
    ("share", "decimals", "said"),
    [
        (0.0, 0, "0 %"),
        (1e-7, 0, "under 1 %"),
        (0.005, 0, "under 1 %"),
        (0.006, 0, "1 %"),
        (0.6149, 0, "61 %"),
        (0.6149, 1, "61.5 %"),
        (0.994, 0, "99 %"),
        (1 - 1e-7, 0, "over 99 %"),
        (1 - 1e-7, 1, "over 99.9 %"),
        (1.0, 0, "100 %"),
        (float("nan"), 0, "–"),
    ],
)
def test_only_what_never_or_always_happens_reads_none_or_all(share: float, decimals: int, said: str) -> None:
    assert share_said(share, decimals).replace("\u202f", " ") == said


def test_the_answer_names_who_is_first_how_often_and_of_how_many_draws() -> None:
    results = evaluate(STUDY)
    found = simulate(results, Plan(samples=2_000, weights="free", data="fixed"))
    said = who_is_first(results, found).replace("\u202f", " ")
    assert said.startswith(("Spain is first in ", "Chile is first in "))
    assert "of 2 000 draws; " in said
    assert "Peru" not in said


def test_where_no_host_can_lead_the_answer_says_so_first() -> None:
    gaps = data_study({"A": 0.5, "B": 0.5}, {"A": [0.9, None], "B": [None, 0.2]}, ["Spain", "Chile"])
    results = evaluate(gaps)
    said = who_is_first(results, simulate(results, Plan(samples=2_000)))
    assert said.startswith("No host can lead; by totals alone Spain is first in ")


def test_count_seed_and_error_are_told() -> None:
    found = simulate(evaluate(STUDY), Plan(samples=1, seed=7, weights="ordered", data="fixed"))
    assert drawn_said(found) == (
        "1 draw: weights in today's order, fixed data, random points, seed 7. Every draw gives the same ranking."
    )


def test_the_error_is_that_of_the_largest_share() -> None:
    found = simulate(evaluate(STUDY), Plan(samples=10_000, weights="free", data="fixed"))
    assert (
        error_said(found)
        == f"Off by chance: at most {found.standard_error * 100:.2g} percentage points (standard error)."
    )
