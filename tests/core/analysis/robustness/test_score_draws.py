"""All scores, drawn, and the totals they give: against the study that holds the figures drawn."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from scipy.stats import norm, triang

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.points import Rehearsal
from decidr.core.analysis.robustness.score_draws import ScoreDraws
from decidr.core.study.cases import Case
from decidr.core.study.criteria import GOAL, Criterion, Level
from decidr.core.study.data import Cell
from decidr.core.study.hosts import Host
from decidr.core.study.scenarios import Move, Scenario
from decidr.core.study.study import BASE, Settings, Study
from decidr.core.study.views import View
from tests.building import from_weights, judged
from tests.core.analysis.robustness.given_points import GivenPoints

HOSTS = ("A", "B", "C", "D")
WEIGHTS = {"figures": 0.3, "levels": 0.2, "scores": 0.15, "pairs": 0.25, "sure": 0.1}
LEVELS = (Level(criterion="levels", name="good", score=0.8), Level(criterion="levels", name="poor", score=0.3))
PAIRS = [2.0, 3.0, 0.5, 4.0, 1.0, 1 / 3]
SYNTHESES = ("absolute", "distributive", "ideal")
TURNS = ((), ("figures", "levels", "scores"))

VALUES = {
    "figures": [4.0, 5.0, None, 2.0],
    "levels": ["good", "poor", "good", "poor"],
    "scores": [0.4, None, 0.9, 0.2],
    "sure": [0.1, 0.5, 0.3, 0.8],
}
SPREADS = {("figures", "A"): (1.0, 9.0), ("figures", "B"): (5.0, 8.0), ("scores", "C"): (0.5, 1.0)}
PLACEHOLDERS = (("figures", "D"), ("levels", "B"))


def study(values=VALUES, pairs=PAIRS, synthesis="absolute", turned=(), musts="", **closed) -> Study:
    """Every way of scoring, with bounds, placeholders, gaps and a closed cell."""
    ways = {"figures": "data", "levels": "rating", "scores": "direct", "pairs": "pairwise", "sure": "data"}
    top = {"figures": 10.0, "sure": 1.0}
    cells = [
        Cell(
            criterion=leaf,
            host=host,
            way=ways[leaf],
            value=value,
            low=SPREADS.get((leaf, host), (None, None))[0],
            high=SPREADS.get((leaf, host), (None, None))[1],
            status="placeholder" if (leaf, host) in PLACEHOLDERS else None,
            closed=closed.get(f"{leaf}_{host}", ""),
        )
        for leaf, row in values.items()
        for host, value in zip(HOSTS, row, strict=True)
    ]
    return Study(
        criteria=tuple(
            Criterion(id=leaf, name=leaf, scored_by=way, worst=0.0, best=top.get(leaf), must=musts * (leaf == "sure"))
            for leaf, way in ways.items()
        ),
        hosts=tuple(Host(id=host, name=host) for host in HOSTS),
        comparisons=(from_weights(GOAL, WEIGHTS), judged("pairs", HOSTS, pairs)),
        levels=LEVELS,
        views=(View(id=BASE, name="base", turned=turned),),
        cells=(*cells, Cell(criterion="pairs", host="D", way="pairwise", closed=closed.get("pairs_D", ""))),
        settings=Settings(synthesis=synthesis),
    )


def drawn_study(column, **parts) -> Study:
    """The study with the figures that these shares (13,) stand for, in the order of the leaves."""
    figure_a, figure_b, figure_d, gap_c, level_b, score_c, gap_b = column[:7]
    values = {
        **VALUES,
        "figures": [triang(3 / 8, 1, 8).ppf(figure_a), triang(0, 5, 3).ppf(figure_b), 10 * gap_c, 0.0],
        "scores": [0.4, gap_b, triang(0.8, 0.5, 0.5).ppf(score_c), 0.2],
    }
    values["figures"][3] = triang(0.5, 1.0, 2.0).ppf(figure_d)
    level = triang(0.5, 0.2, 0.2).ppf(level_b)
    pairs = [value * np.exp(0.2 * z) for value, z in zip(PAIRS, norm.ppf(column[7:13]), strict=True)]
    found = study(values, pairs, **parts)
    levels = (*LEVELS, Level(criterion="levels", name="drawn", score=level))
    cells = [replace(c, value="drawn") if (c.criterion, c.host) == ("levels", "B") else c for c in found.cells]
    return replace(found, levels=levels, cells=tuple(replace(c, low=None, high=None, status=None) for c in cells))


def score_move(leaf, host, operation, value, kind="score") -> Move:
    return Move(kind=kind, target=leaf, host=host, operation=operation, value=value)


STORM = Case(
    "Storm",
    (
        Scenario(
            id="s",
            name="Storm",
            moves=(
                score_move("figures", "A", "add", -0.3),
                score_move("figures", "D", "multiply", 0.5),
                score_move("figures", "B", "add", 1.0, "data"),
                score_move("levels", "B", "add", 0.45),
                score_move("scores", "C", "add", 0.2),
                score_move("pairs", "A", "add", -0.2),
                score_move("sure", None, "set", 0.4),
            ),
        ),
    ),
)


@pytest.mark.parametrize("case", [None, STORM], ids=["baseline", "storm"])
@pytest.mark.parametrize("turned", TURNS, ids=["", "turned"])
@pytest.mark.parametrize("synthesis", SYNTHESES)
def test_totals_of_every_draw_are_those_of_the_study_with_the_figures_drawn(synthesis, turned, case):
    parts = {"synthesis": synthesis, "turned": turned, "pairs_D": "shut", "scores_D": "shut"}
    shares = np.random.default_rng(4).random((13, 6))
    weights = np.random.default_rng(5).dirichlet(np.ones(5), 6).T
    scores = ScoreDraws(evaluate(study(**parts), case=case), Plan())
    totals = scores.totals(weights, scores.draw(GivenPoints(shares)))
    shares[[3, 6]] = 1 - shares[[3, 6]] if turned else shares[[3, 6]]  # gaps are drawn on the scores that count
    shares[6] *= 1.0 if synthesis == "absolute" else 0.9  # the largest direct score that is given
    for column, sample_weights, found in zip(shares.T, weights.T, totals.T, strict=True):
        judgments = from_weights(GOAL, dict(zip(WEIGHTS, sample_weights, strict=True)))
        drawn = drawn_study(column, **parts)
        results = evaluate(replace(drawn, comparisons=(judgments, drawn.comparisons[1])), case=case)
        assert found == pytest.approx(results.totals, abs=1e-9)


def test_totals_at_given_weights_are_those_of_the_same_draws():
    for synthesis in SYNTHESES:
        scores = ScoreDraws(evaluate(study(synthesis=synthesis)), Plan())
        drawn = scores.draw(GivenPoints(np.random.default_rng(4).random((13, 6))))
        sets = np.random.default_rng(5).dirichlet(np.ones(5), 3)
        found = scores.totals_at(sets, drawn)
        for weights, totals in zip(sets, found, strict=True):
            np.testing.assert_allclose(totals, scores.totals(np.repeat(weights[:, None], 6, axis=1), drawn), atol=1e-12)


@pytest.mark.parametrize("synthesis", SYNTHESES)
def test_data_that_are_fixed_draw_nothing_and_give_todays_totals(synthesis):
    results = evaluate(study(synthesis=synthesis))
    scores, rehearsal = ScoreDraws(results, Plan(data="fixed")), Rehearsal()
    drawn = scores.draw(rehearsal)
    weights = np.array([[results.global_[leaf]] for leaf in results.leaves])
    assert (scores.vary, rehearsal.dimensions) == (False, 0)
    assert scores.totals(weights, drawn)[:, 0] == pytest.approx(results.totals)


def test_hosts_outside_the_ranks_still_count_in_what_a_leaf_is_divided_by():
    results = evaluate(study(synthesis="distributive", musts=">= 0.2"))
    assert results.failed[0] is not None
    scores = ScoreDraws(results, Plan())
    drawn = scores.draw(GivenPoints(np.random.default_rng(4).random((13, 5))))
    weights = np.zeros((5, 5))
    weights[0] = 1.0
    np.testing.assert_allclose(scores.totals(weights, drawn).sum(axis=0), 1.0)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(SYNTHESES), st.sampled_from(TURNS), st.integers(0, 100))
def test_totals_stay_within_zero_and_one(synthesis, turned, seed):
    scores = ScoreDraws(evaluate(study(synthesis=synthesis, turned=turned)), Plan())
    rng = np.random.default_rng(seed)
    totals = scores.totals(rng.dirichlet(np.ones(5), 9).T, scores.draw(GivenPoints(rng.random((13, 9)))))
    assert (totals >= -1e-12).all()
    assert (totals <= 1 + 1e-12).all()


def test_a_study_without_anything_uncertain_does_not_vary():
    sure = {leaf: [1.0 if v is None else v for v in row] for leaf, row in VALUES.items() if leaf in ("sure", "scores")}
    of = study({**VALUES, **sure})
    of = replace(
        of,
        cells=tuple(c for c in of.cells if c.criterion == "sure"),
        criteria=tuple(c for c in of.criteria if c.id == "sure"),
        comparisons=(),
    )
    assert not ScoreDraws(evaluate(of), Plan()).vary
