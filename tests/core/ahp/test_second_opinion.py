from __future__ import annotations

import copy
import math
import pickle
from importlib.metadata import version
from itertools import product
from typing import Any

import ahpy
import numpy as np
import pytest

from decidr.core.ahp import second_opinion as module
from decidr.core.ahp.matrix import reciprocal
from decidr.core.ahp.priorities import eigenvector
from decidr.core.ahp.second_opinion import BY, SecondOpinion, second_opinion

SAATY = [1 / k for k in range(9, 1, -1)] + [float(k) for k in range(1, 10)]


def opinion_on(matrix: np.ndarray) -> SecondOpinion:
    return second_opinion(matrix, eigenvector(matrix))


def test_the_report_names_the_version_that_answered():
    assert version("ahpy") in BY
    assert BY.startswith("AHPy ")


@pytest.mark.parametrize("n", [2, 3, 7, 15, 16])
def test_ahpy_agrees_on_ordinary_judgments(n: int, draw):
    for matrix in draw(5, n, 0.5):
        status, difference = opinion_on(matrix)
        assert status == "agrees"
        assert difference is not None
        assert 0.0 <= difference <= 1e-9


def test_ahpy_answers_and_agrees_on_all_4913_matrices_of_three_items():  # A2
    for a, b, c in product(SAATY, repeat=3):
        assert opinion_on(reciprocal(3, [(0, 1, a), (1, 2, b), (0, 2, c)])).status == "agrees"


def test_weights_in_another_order_are_noticed(draw):
    matrix = draw(1, 4, 0.5)[0]
    status, difference = second_opinion(matrix, eigenvector(matrix)[::-1])
    assert status == "parts"
    assert difference is not None
    assert difference > 0.01


@pytest.mark.parametrize(("shift", "status"), [(8e-10, "agrees"), (1.2e-9, "parts")])
def test_agreement_ends_at_a_billionth(shift: float, status: str):
    moved = np.array([0.75 + shift, 0.25])
    found = second_opinion(reciprocal(2, [(0, 1, 3.0)]), moved)
    assert found.status == status
    assert found.largest_difference == pytest.approx(shift, rel=1e-6)


def test_judgments_without_answer_raise_no_warning():  # A3; warnings are errors here
    matrix = reciprocal(3, [(0, 1, 50.0), (1, 2, 30.0), (0, 2, 1 / 40)])
    with pytest.warns(RuntimeWarning, match="overflow|invalid"):
        weights = ahpy.Compare("x", {("a", "b"): 50, ("b", "c"): 30, ("a", "c"): 1 / 40}).local_weights
    assert all(math.isnan(weight) for weight in weights.values())
    assert opinion_on(matrix) == SecondOpinion("no answer", None)


def test_incomplete_judgments_are_not_asked(monkeypatch: pytest.MonkeyPatch):  # A16, A17, A19
    monkeypatch.setattr(module.ahpy, "Compare", None)
    gaps = reciprocal(3, [(0, 1, 3.0), (1, 2, 2.0)])
    assert second_opinion(gaps, np.full(3, 1 / 3)) == SecondOpinion("incomplete", None)


def test_ahpy_gets_neutral_names_a_copy_and_precision_ten(monkeypatch: pytest.MonkeyPatch, draw):
    asked: list[tuple[tuple[Any, ...], dict[str, Any]]] = []
    real = ahpy.Compare

    def listening(*arguments: Any, **options: Any) -> ahpy.Compare:
        asked.append((arguments, options))
        return real(*arguments, **options)

    monkeypatch.setattr(module.ahpy, "Compare", listening)
    matrix = draw(1, 4, 0.5)[0]
    matrix.setflags(write=False)
    assert opinion_on(matrix).status == "agrees"
    ((name, judgments), options) = asked[0]
    assert options["precision"] == 10  # A1, A2, A4
    assert name.isdigit()
    assert all(a.isdigit() and b.isdigit() for a, b in judgments)
    assert all(isinstance(key, tuple) for key in judgments)
    assert len(judgments) == 6
    assert {type(value) for value in judgments.values()} == {float}  # A21


def test_an_opinion_is_a_plain_value(draw):  # A14: ahpy's own Compose cannot be copied or pickled
    found = opinion_on(draw(1, 3, 0.5)[0])
    assert copy.deepcopy(found) == found == pickle.loads(pickle.dumps(found))
    assert type(found.largest_difference) is float


def test_very_unequal_items_keep_their_weight():  # A12
    status, difference = opinion_on(reciprocal(2, [(0, 1, 1e6)]))
    assert status == "agrees"
    assert difference is not None
    assert difference < 1e-9


@pytest.mark.parametrize(
    ("matrix", "weights"), [(np.ones((1, 1)), [1.0]), (np.ones((2, 3)), [0.5, 0.5]), (np.ones((2, 2)), [1.0])]
)
def test_what_cannot_be_asked_is_refused(matrix: np.ndarray, weights: list[float]):  # A7, A8
    with pytest.raises(ValueError, match="no second opinion"):
        second_opinion(matrix, np.array(weights))
