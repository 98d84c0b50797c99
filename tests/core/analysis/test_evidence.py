import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.evidence import is_placeholder
from decidr.core.study.criteria import GOAL
from decidr.core.study.data import Cell
from decidr.core.study.edits import set_cell, set_criterion
from decidr.core.study.judgments import NodeSetting, WeightEntry
from decidr.core.study.participants import Participant
from tests.building import data_study, equal, judged, pairwise_study

HOSTS = ("A", "B")


def study(**cells):
    base = data_study({"x": 0.75, "y": 0.25}, {"x": [0.5, 0.5], "y": [0.5, 0.5]}, HOSTS)
    for place, fields in cells.items():
        leaf, host = place.split("_")
        base = set_cell(base, leaf, host, **fields)
    return base


def shares(of):
    return {kind: share for kind, share in evaluate(of).evidence.items() if share}


def test_shares_are_leaf_weight_times_the_share_of_hosts_and_sum_to_one():
    found = shares(study(x_A={"status": "placeholder"}, y_B={"value": None}))
    assert found == pytest.approx({"placeholder": 0.375, "missing": 0.125, "judged": 0.5})


def test_a_value_with_source_and_year_is_measured_unless_its_status_says_otherwise():
    cited = {"source": "World Bank", "year": 2023}
    assert shares(study(x_A=cited, x_B={**cited, "status": "proxy"})) == pytest.approx(
        {"measured": 0.375, "proxy": 0.375, "judged": 0.25}
    )


def test_a_closed_cell_counts_as_judged():
    assert shares(study(x_A={"closed": "shut", "status": "measured"})) == {"judged": 1.0}


def test_hosts_outside_the_ranks_do_not_count():
    failing = set_criterion(study(x_A={"status": "placeholder", "value": 0.1}), "x", must=">= 0.5")
    assert shares(failing) == {"judged": 1.0}


def test_a_pairwise_leaf_is_a_placeholder_if_any_of_its_pairs_is():
    block = judged("x", HOSTS, [3])
    placeholder = replace(block, pairs=(replace(block.pairs[0], status="placeholder"),))
    base = pairwise_study({GOAL: ("x", "y")}, HOSTS, [equal(GOAL, "xy"), placeholder, equal("y", HOSTS)])
    assert shares(base) == pytest.approx({"placeholder": 0.5, "judged": 0.5})


def test_what_a_participant_rated_counts_before_the_studys_own():
    cell = Cell(criterion="x", host="A", value=0.3, participant="ann", status="placeholder")
    base = study()
    assert shares(replace(base, cells=(*base.cells, cell)))["placeholder"] == pytest.approx(0.375)


def test_placeholder_answers_that_are_set_aside_do_not_make_a_pairwise_leaf_one():
    block = judged("x", HOSTS, [3], "ann")
    placeholder = replace(block, pairs=(replace(block.pairs[0], status="placeholder"),))
    own = [equal(GOAL, "xy"), equal("x", HOSTS), equal("y", HOSTS)]
    base = pairwise_study({GOAL: ("x", "y")}, HOSTS, [*own, placeholder])
    base = replace(base, participants=(Participant(id="ann", name="Ann"),))
    assert shares(base) == pytest.approx({"placeholder": 0.5, "judged": 0.5})
    assert shares(replace(base, nodes=(NodeSetting(under="x", agreed=True),))) == {"judged": 1.0}


def weighted(*entries, **settings):
    base = replace(study(), nodes=(NodeSetting(under=GOAL, weighted_by="direct", **settings),))
    base = replace(base, participants=(Participant(id="ann", name="Ann"),), weights=entries)
    return is_placeholder(evaluate(base).nodes[GOAL])


def given(status, who=None):
    return tuple(WeightEntry(criterion=c, view="base", participant=who, weight=1.0, status=status) for c in ("x", "y"))


def test_given_weights_are_placeholders_where_all_that_count_are():
    mixed = (given("placeholder")[0], given("judged")[1])
    assert weighted(*given("placeholder"))
    assert not weighted(*mixed)
    assert not weighted(*given("placeholder"), *given("judged", "ann"))
    assert weighted(*given("placeholder"), *given("judged", "ann"), agreed=True)


def test_judgments_are_placeholders_where_every_pair_that_counts_is():
    base = study()
    assert not is_placeholder(evaluate(base).nodes[GOAL])
    pairs = tuple(replace(pair, status="placeholder") for pair in base.comparisons[0].pairs)
    marked = replace(base, comparisons=(replace(base.comparisons[0], pairs=pairs),))
    assert is_placeholder(evaluate(marked).nodes[GOAL])
