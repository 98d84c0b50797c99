"""One leaf's cells, drawn: against the study that holds the figures drawn."""

import pytest
from msgspec.structs import replace
from scipy.stats import norm, triang

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.robustness.cell_draws import CellDraws, impossible_bounds
from decidr.core.study.criteria import GOAL, Criterion, Curve, Level
from decidr.core.study.data import Cell
from decidr.core.study.hosts import Host
from decidr.core.study.participants import Participant
from decidr.core.study.study import BASE, Settings, Study
from decidr.core.study.views import View
from tests.building import equal
from tests.core.analysis.robustness.given_points import GivenPoints

HOSTS = ("A", "B", "C")
LEVELS = tuple(Level(criterion="x", name=name, score=score) for name, score in (("good", 1.0), ("fair", 0.45)))


def study(cells, synthesis="absolute", turned=(), people=(), **leaf) -> Study:
    """Two leaves, of which ``x`` is the one in question."""
    x = Criterion(id="x", name="X", **{"worst": 0.0, "best": 10.0, "scored_by": "data", **leaf})
    y = Criterion(id="y", name="Y", worst=0.0, best=1.0, scored_by="data")
    others = [Cell(criterion="y", host=host, value=0.5) for host in HOSTS]
    return Study(
        criteria=(x, y),
        hosts=tuple(Host(id=host, name=host) for host in HOSTS),
        participants=tuple(Participant(id=p, name=p, weight=w) for p, w in people),
        comparisons=(equal(GOAL, ("x", "y")),),
        levels=LEVELS,
        views=(View(id=BASE, name="base", turned=turned),),
        cells=(*(replace(c, criterion="x", way=x.scored_by) for c in cells), *others),
        settings=Settings(synthesis=synthesis),
    )


def cell(host="A", value=None, **fields) -> Cell:
    return Cell(criterion="x", host=host, value=value, **fields)


SURE = (cell("B", 5.0), cell("C", 2.0))


def drawn(of: Study, *shares):
    """Scores of the hosts that vary, before any turn."""
    draws = CellDraws(evaluate(of), 0)
    return draws.hosts.tolist(), draws.draw(GivenPoints([[share] for share in shares]))[:, 0]


def scores(of: Study):
    return evaluate(of).raw_scores[0]


def test_a_cell_with_bounds_is_drawn_and_one_without_is_not():
    hosts, found = drawn(study([cell(value=4.0, low=1.0, high=9.0), *SURE]), 0.3)
    assert hosts == [0]
    assert found == pytest.approx([triang(3 / 8, 1, 8).ppf(0.3) / 10])


@pytest.mark.parametrize(
    ("leaf", "step"),
    [
        ({"worst": 0.0, "best": 50.0}, 5.0),
        ({"worst": 1.0, "best": 9.0}, 1.0),
        ({"worst": 9.0, "best": 1.0}, 1.0),
        ({"curve": Curve(form="points", points=((0.0, 0.0), (2.0, 0.6), (20.0, 1.0)))}, 2.0),
    ],
)
def test_a_placeholder_without_bounds_is_off_by_a_step_on_1_to_9_else_by_a_tenth_of_the_span(leaf, step):
    of = study([cell(value=4.0, status="placeholder"), *SURE], **leaf)
    value = triang(0.5, 4 - step, 2 * step).ppf(0.2)
    assert drawn(of, 0.2)[1] == pytest.approx([scores(study([cell(value=value), *SURE], **leaf))[0]])


def test_draws_beyond_the_ends_clamp_in_the_curve():
    of = study([cell(value=0.5, low=-9.0, high=9.0, distribution="normal"), *SURE])
    assert [drawn(of, share)[1][0] for share in (0.001, 0.999)] == [0.0, pytest.approx(1.0, abs=0.6)]
    assert drawn(of, 1e-9)[1] == 0.0


def test_a_log_curve_takes_a_draw_of_zero_or_less_as_its_lower_end():
    leaf = {"worst": 1.0, "best": 100.0, "curve": Curve(form="log")}
    of = study([cell(value=10.0, low=-1000.0, high=1000.0, distribution="normal"), *SURE], **leaf)
    assert drawn(of, 0.0001)[1] == 0.0
    assert drawn(of, 0.5)[1] == pytest.approx(0.5)


def test_several_peoples_figures_are_drawn_apart_and_their_scores_averaged():
    cells = [
        cell(value=4.0, low=2.0, high=6.0, participant="ann"),
        cell(value=8.0, participant="bob"),
        cell(value=1.0, low=0.0, high=10.0),
        *SURE,
    ]
    hosts, found = drawn(study(cells, people=[("ann", 1.0), ("bob", 3.0)]), 0.3)
    assert hosts == [0]
    assert found == pytest.approx([0.25 * triang(0.5, 2, 4).ppf(0.3) / 10 + 0.75 * 0.8])


def test_figures_of_people_without_weight_are_a_gap_and_not_drawn():
    of = study([cell(value=4.0, low=2.0, high=6.0, participant="ann"), *SURE], people=[("ann", 0.0)])
    assert CellDraws(evaluate(of), 0).hosts.tolist() == []


def test_a_closed_cell_is_never_drawn():
    assert (
        CellDraws(evaluate(study([cell(value=4.0, low=2.0, high=6.0, closed="shut"), *SURE])), 0).hosts.tolist() == []
    )


def test_a_placeholder_level_is_off_by_a_tenth_of_the_scores_and_stays_a_score():
    of = study(
        [cell(value="fair", status="placeholder"), cell("B", "good", status="placeholder"), cell("C", "fair")],
        scored_by="rating",
    )
    hosts, found = drawn(of, 0.2, 0.9)
    assert hosts == [0, 1]
    assert found == pytest.approx([triang(0.5, 0.35, 0.2).ppf(0.2), 1.0])


@pytest.mark.parametrize(
    ("synthesis", "turned", "expected"),
    [("absolute", (), 1.0), ("ideal", (), None), ("distributive", (), None), ("ideal", ("x",), 1.0)],
)
def test_a_direct_score_stays_up_to_one_where_it_must(synthesis, turned, expected):
    cells = [cell(value=0.9, low=0.0, high=1.5, distribution="normal"), cell("B", 0.5), cell("C", 0.2)]
    found = drawn(study(cells, synthesis, turned, scored_by="direct"), 0.99)[1][0]
    assert found == pytest.approx(expected or 0.9 + 1.5 / 3.92 * norm.ppf(0.99))
    assert drawn(study(cells, synthesis, turned, scored_by="direct"), 1e-9)[1][0] == 0.0


@pytest.mark.parametrize("better", [None, "lower"])
@pytest.mark.parametrize("form", ["linear", "log"])
def test_a_leaf_without_ends_takes_the_extremes_of_each_draw(better, form):
    leaf = {"worst": None, "best": None, "better": better, "curve": Curve(form=form)}
    cells = [cell(value=4.0, low=1.0, high=9.0), *SURE]
    for share in (0.01, 0.4, 0.99):
        hosts, found = drawn(study(cells, "distributive", **leaf), share, 0.5, 0.5)
        value = triang(3 / 8, 1, 8).ppf(share)
        assert hosts == [0, 1, 2]
        expected = scores(study([cell(value=value), *SURE], "distributive", **leaf))
        assert found == pytest.approx(expected, abs=1e-12)


def test_a_leaf_without_ends_whose_figures_are_sure_does_not_vary():
    of = study([cell(value=4.0), *SURE], "ideal", worst=None, best=None)
    assert CellDraws(evaluate(of), 0).hosts.tolist() == []


def test_hosts_that_draw_the_same_figure_all_score_one():
    cells = [cell(h, 3.0, low=1.0, high=5.0) for h in HOSTS]
    assert drawn(study(cells, "ideal", worst=None, best=None), 0.3, 0.3, 0.3)[1].tolist() == [1.0, 1.0, 1.0]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"low": 5.0, "high": 9.0}, "data.bounds"),
        ({"low": 9.0, "high": 1.0, "distribution": "uniform"}, "data.bounds"),
        ({"low": 0.0, "high": 9.0, "distribution": "lognormal"}, "data.bounds_not_positive"),
    ],
)
def test_bounds_that_do_not_go_with_the_value_are_told_by_their_cell(fields, code):
    (problem,) = impossible_bounds(evaluate(study([cell(value=4.0, **fields), *SURE])), 0)
    assert (problem.severity, problem.code, str(problem.place)) == ("error", code, "Data: X, A")


def test_bounds_of_cells_that_are_not_drawn_do_not_matter():
    cells = [cell(value=4.0, low=9.0, high=1.0, closed="shut"), cell("B", 1.0), cell("C", None, low=1.0, high=2.0)]
    assert list(impossible_bounds(evaluate(study(cells)), 0)) == []
