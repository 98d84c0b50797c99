"""What a case moves, beside the naive reading of the method, and what it leaves alone."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.study.cases import Case, case_named, cases_of
from decidr.core.study.data import Cell
from decidr.core.study.edits import set_criterion, set_setting
from decidr.core.study.participants import Participant
from decidr.core.study.problems import Place
from decidr.core.study.scenarios import Move, Scenario
from decidr.core.study.study import Study
from decidr.core.study.views import View
from decidr.formats.templates import load_template
from tests.building import data_study, from_weights
from tests.core.analysis.by_definition import answer
from tests.core.analysis.random_scenarios import with_scenarios
from tests.core.analysis.random_studies import random_study
from tests.core.analysis.scenarios_by_definition import rows_of
from tests.core.analysis.test_by_definition import hold_results, hold_same

EV = load_template("ev-plant")

seeds = st.integers(0, 2**32 - 1)
syntheses = st.sampled_from([None, "absolute", "distributive", "ideal"])


def in_any_order(case: Case, seed: int) -> Case:
    """The same moves in another order, all in one scenario."""
    moves = [step.move for step in case.steps()]
    order = np.random.default_rng(seed).permutation(len(moves))
    return Case(case.name, (Scenario(id="x", name=case.name, moves=tuple(moves[i] for i in order)),))


@given(seeds, syntheses)
@settings(max_examples=120, deadline=None)
def test_every_figure_under_a_case_is_that_of_the_definition(seed, synthesis):
    study = with_scenarios(random_study(seed, synthesis), seed)
    for view in study.views:
        for case in cases_of(study):
            rows = rows_of(study, case.name)
            results = evaluate(study, view.id, case=case)
            hold_results(results, answer(study, view.id, case=rows))
            for person in results.participants:
                wanted = answer(study, view.id, person=person.participant, case=rows)
                for name in ("totals", "contributions", "ranks", "eligible"):
                    hold_same(getattr(person, name), getattr(wanted, name))


@given(seeds, syntheses)
@settings(max_examples=60, deadline=None)
def test_the_order_of_rows_and_their_scenario_move_no_bit(seed, synthesis):
    study = with_scenarios(random_study(seed, synthesis), seed)
    case = case_named(study, "both")
    for view in study.views:
        pooled, shuffled = (evaluate(study, view.id, case=c) for c in (case, in_any_order(case, seed)))
        np.testing.assert_array_equal(pooled.totals, shuffled.totals)
        np.testing.assert_array_equal(pooled.ranks, shuffled.ranks)


@given(seeds, syntheses)
@settings(max_examples=60, deadline=None)
def test_earlier_results_of_any_case_never_change_a_number(seed, synthesis):
    study = with_scenarios(random_study(seed, synthesis), seed)
    for view in study.views:
        earlier = None
        for case in (None, *cases_of(study), None):
            fresh, reused = evaluate(study, view.id, case=case), evaluate(study, view.id, earlier, case)
            for name in ("totals", "contributions", "low", "high", "ranks", "missing", "eligible"):
                np.testing.assert_array_equal(getattr(fresh, name), getattr(reused, name))
            for one, other in zip(fresh.participants, reused.participants, strict=True):
                np.testing.assert_array_equal(one.totals, other.totals)
            assert fresh.problems == reused.problems
            earlier = reused


@pytest.mark.parametrize("view", [view.id for view in EV.views])
@pytest.mark.parametrize("synthesis", [None, "ideal", "distributive"])
def test_the_presets_of_the_ev_plant_have_the_figures_of_the_definition(view, synthesis):
    study = set_setting(EV, synthesis=synthesis)
    for case in cases_of(study):
        hold_results(evaluate(study, view, case=case), answer(study, view, case=rows_of(study, case.name)))


# One rule at a time, on a small study


HOSTS = ("Spain", "Peru", "Chad")


def study_with(*moves: Move, cells: Sequence[Cell] = (), **criterion: object) -> Study:
    """Tax (weight 0.6) and Jobs (0.4), both data on 0 to 1; ``cells`` replace, ``criterion`` fields change Tax."""
    study = data_study({"Tax": 0.6, "Jobs": 0.4}, {"Tax": [0.2, 0.5, 0.8], "Jobs": [0.9, 0.5, 0.1]}, HOSTS)
    places = {(c.criterion, c.host, c.participant): c for c in (*study.cells, *cells)}
    study = replace(study, cells=tuple(places.values()), scenarios=(Scenario(id="s", name="Storm", moves=moves),))
    return set_criterion(study, "Tax", **criterion) if criterion else study


def supposed(study: Study) -> Results:
    return evaluate(study, case=cases_of(study)[0])


def scores_of(results: Results) -> list[float]:
    """The scores of Tax."""
    return [round(float(score), 12) for score in results.raw_scores[0]]


def move(operation: str, value: float, host: str | None = None, kind: str = "data", target: str = "Tax") -> Move:
    return Move(kind=kind, target=target, host=host, operation=operation, value=value)


def told(results: Results, code: str) -> list[tuple[str, Place, dict[str, object]]]:
    return [(p.severity, p.place, dict(p.values)) for p in results.problems if p.code == code]


def test_the_baseline_is_untouched_by_scenarios_that_are_not_supposed():
    study = study_with(move("set", 1.0))
    assert scores_of(evaluate(study)) == [0.2, 0.5, 0.8]
    assert evaluate(study).case is None
    assert supposed(study).case == cases_of(study)[0]


def test_set_then_multiply_then_add_whatever_the_order():
    study = study_with(move("add", 0.1, "Spain"), move("multiply", 0.5), move("set", 0.4, "Spain"))
    assert scores_of(supposed(study)) == [0.3, 0.25, 0.4]


def test_the_curve_clamps_moved_data_with_a_notice_and_the_score_moves_come_after():
    results = supposed(study_with(move("add", 0.5), move("add", -0.3, "Chad", "score")))
    assert scores_of(results) == [0.7, 1.0, 0.7]
    assert [place.names for _, place, _ in told(results, "data.beyond_ends")] == [("Tax", "Chad")]


def test_score_moves_are_clamped_before_the_turn():
    study = study_with(move("add", -0.9, kind="score"))
    turned = replace(study, views=(replace(study.views[0], turned=("Tax",)),))
    assert scores_of(supposed(study)) == [0.0, 0.0, 0.0]
    assert scores_of(supposed(turned)) == [1.0, 1.0, 1.0]


def test_weights_are_multiplied_and_divided_by_the_nodes_sum():
    results = supposed(study_with(move("multiply", 2.0, kind="weight"), move("multiply", 1.5, None, "weight", "Jobs")))
    assert results.local == pytest.approx({"Tax": 1.2 / 1.8, "Jobs": 0.6 / 1.8})
    assert results.nodes["goal"].weights == pytest.approx([0.6, 0.4])


def test_a_move_of_a_missing_cell_is_skipped_with_a_notice_that_names_the_hosts():
    gaps = [Cell(criterion="Tax", host=host) for host in ("Spain", "Chad")]
    results = supposed(study_with(move("set", 1.0), cells=gaps))
    assert scores_of(results) == [0.5, 1.0, 0.5]
    assert results.missing[0].tolist() == [True, False, True]
    place = Place("Scenarios", ("Storm", "1", "Tax"))
    assert told(results, "scenarios.skipped_missing") == [("notice", place, {"hosts": "Spain and Chad"})]


def test_a_cell_that_only_people_without_weight_gave_is_missing():
    people = (Participant(id="Lee", name="Lee", weight=0.0),)
    given = Cell(criterion="Tax", host="Spain", participant="Lee", value=0.3)
    results = supposed(replace(study_with(move("set", 1.0, "Spain"), cells=[given]), participants=people))
    assert results.missing[0, 0]
    assert [said["hosts"] for *_, said in told(results, "scenarios.skipped_missing")] == ["Spain"]


@pytest.mark.parametrize(
    ("opening", "score"), [(move("add", 0.1, "Chad"), 0.9), (move("add", 0.1, None, "score"), 0.9)]
)
def test_a_move_opens_a_closed_cell_at_its_kept_value(opening, score):
    shut = Cell(criterion="Tax", host="Chad", value=0.8, closed="market shut", status="measured")
    study = study_with(opening, cells=[shut])
    assert scores_of(evaluate(study))[2] == 0.0
    results = supposed(study)
    assert scores_of(results)[2] == 0.9
    assert results.study.cells[2].closed == "market shut"
    assert results.evidence["measured"] == pytest.approx(0.6 / 3)


def test_a_closed_cell_without_a_value_stays_closed_and_this_is_said():
    shut = Cell(criterion="Tax", host="Chad", closed="market shut")
    results = supposed(study_with(move("add", 0.1), cells=[shut]))
    assert scores_of(results) == [0.3, 0.6, 0.0]
    place = Place("Scenarios", ("Storm", "1", "Tax"))
    assert told(results, "scenarios.skipped_closed") == [("notice", place, {"hosts": "Chad"})]


def test_a_score_move_opens_a_closed_host_of_a_leaf_compared_in_pairs():
    study = study_with(move("add", 0.2, "Chad", "score"), cells=[Cell(criterion="Tax", host="Chad", way="pairwise")])
    shut = Cell(criterion="Tax", host="Chad", way="pairwise", closed="market shut")
    judged_hosts = from_weights("Tax", {"Spain": 0.5, "Peru": 0.25, "Chad": 0.25})
    study = set_criterion(study, "Tax", scored_by="pairwise")
    study = replace(study, cells=(*study.cells[3:], shut), comparisons=(*study.comparisons, judged_hosts))
    assert scores_of(evaluate(study)) == [1.0, 0.5, 0.0]
    assert scores_of(supposed(study)) == [1.0, 0.5, 0.7]


def test_every_persons_value_is_moved_and_their_mean_counts():
    people = tuple(Participant(id=name, name=name, weight=weight) for name, weight in (("Lee", 1.0), ("Ana", 3.0)))
    given = [Cell(criterion="Tax", host="Spain", participant=p, value=v) for p, v in (("Lee", 0.1), ("Ana", 0.9))]
    study = replace(study_with(move("add", 0.2, "Spain"), cells=given), participants=people)
    assert scores_of(supposed(study))[0] == pytest.approx((0.3 + 3 * 1.0) / 4)


def test_musts_test_the_value_of_the_scenario():
    study = study_with(move("add", -0.3, "Peru"), must=">= 0.3")
    assert [reason is None for reason in evaluate(study).failed] == [False, True, True]
    assert [reason is None for reason in supposed(study).failed] == [False, False, True]
    lifted = study_with(move("add", 0.3, "Spain"), must=">= 0.3")
    assert [reason is None for reason in supposed(lifted).failed] == [True, True, True]


def test_a_must_does_not_see_moves_of_scores():
    results = supposed(study_with(move("set", 0.0, None, "score"), must=">= 0.2"))
    assert [reason is None for reason in results.failed] == [True, True, True]


def test_bounds_move_with_the_value_and_a_value_that_is_set_has_none():
    wide = Cell(criterion="Tax", host="Peru", value=0.5, low=0.3, high=0.6)
    moved = {}
    for operation, value in (("add", 0.1), ("multiply", 2.0), ("multiply", -1.0), ("set", 0.7)):
        results = supposed(study_with(move(operation, value, "Peru"), cells=[wide]))
        (cell,) = results.sources.cells["Tax", "Peru"]
        moved[operation, value] = (cell.value, cell.low, cell.high)
    assert moved["add", 0.1] == pytest.approx((0.6, 0.4, 0.7))
    assert moved["multiply", 2.0] == pytest.approx((1.0, 0.6, 1.2))
    assert moved["multiply", -1.0] == pytest.approx((-0.5, -0.6, -0.3))
    assert moved["set", 0.7] == (0.7, None, None)


def test_a_wrong_move_is_an_error_and_leaves_its_leaf_without_scores():
    results = supposed(study_with(move("set", 0.1), move("set", 0.2, "Peru")))
    assert [p.code for p in results.problems if p.severity == "error"] == ["scenarios.set_twice"]
    assert np.isnan(results.totals).all()
    assert not np.isnan(evaluate(study_with(move("set", 0.1), move("set", 0.2, "Peru"))).totals).any()


def test_a_wrong_move_of_a_weight_leaves_its_node_without_weights():
    results = supposed(study_with(move("add", 0.1, kind="weight")))
    assert [p.code for p in results.problems if p.severity == "error"] == ["scenarios.weight_multiplies"]
    assert np.isnan(list(results.local.values())).all()


def test_factors_that_leave_a_node_nothing_are_an_error():
    study = study_with(*(move("multiply", 0.0, None, "weight", leaf) for leaf in ("Tax", "Jobs")))
    place = Place("Scenarios", ("Storm", "Goal"))
    assert told(supposed(study), "weights.all_zero") == [("error", place, {})]
    assert np.isnan(supposed(study).totals).all()


def test_many_draws_are_moved_at_once_as_each_is_alone():
    twice = (move("multiply", 2.0, kind="weight"), move("add", 0.4, "Peru", "score"), move("set", 0.3, "Chad", "score"))
    moves = supposed(study_with(*twice)).sources.moves
    weights = np.array([[0.6, 0.4], [0.2, 0.8], [np.nan, 0.5]])
    scores = np.array([[0.1, 0.9, 0.2], [0.4, np.nan, np.nan]])
    for row, moved in zip(weights, moves.of_weights(("Tax", "Jobs"), weights), strict=True):
        np.testing.assert_array_equal(moves.of_weights(("Tax", "Jobs"), row), moved)
    many = moves.of_scores("Tax", HOSTS, scores, np.array([False, False, False]))
    np.testing.assert_allclose(many, [[0.1, 1.0, 0.3], [0.4, np.nan, np.nan]])
    gap = moves.of_scores("Tax", HOSTS, scores, np.array([False, True, False]))
    np.testing.assert_allclose(gap, [[0.1, 0.9, 0.3], [0.4, np.nan, np.nan]])


def test_direct_scores_beyond_1_take_no_moves_of_scores():
    cells = [Cell(criterion="Tax", host=h, way="direct", value=v) for h, v in zip(HOSTS, (5.0, 7.0, 2.0), strict=True)]
    study = set_setting(study_with(move("add", 0.1, "Peru", "score"), scored_by="direct"), synthesis="ideal")
    study = replace(study, cells=(*study.cells[3:], *cells))
    place = Place("Scenarios", ("Storm", "Tax"))
    assert told(supposed(study), "scenarios.score_above_one") == [("error", place, {})]
    data = replace(study, scenarios=(replace(study.scenarios[0], moves=(move("add", 3.0, "Chad"),)),))
    assert scores_of(supposed(data)) == [5.0, 7.0, 5.0]


def test_moves_of_another_view_and_of_leaves_left_out_do_nothing():
    study = study_with(replace(move("set", 1.0), view="other"), move("set", 1.0, None, "score", "Jobs"))
    views = (replace(study.views[0], left_out=("Jobs",)), View(id="other", name="other"))
    study = replace(study, views=views)
    assert scores_of(supposed(study)) == [0.2, 0.5, 0.8]
    assert scores_of(evaluate(study, "other", case=cases_of(study)[0])) == [1.0, 1.0, 1.0]
    assert [p for p in supposed(study).problems if p.code.startswith("scenarios.")] == []


def test_a_case_that_the_study_does_not_hold_is_told_of_its_errors_too():
    study = study_with()
    wrong = Case("Draft", (Scenario(id="x", name="Draft", moves=(move("add", 1.0, kind="weight"),)),))
    found = told(evaluate(study, case=wrong), "scenarios.weight_multiplies")
    assert [place for _, place, _ in found] == [Place("Scenarios", ("Draft", "1", "Tax"), "Operation")]
