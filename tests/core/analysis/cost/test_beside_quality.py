"""Cost beside quality, against plain loops and against the study with its costs taken out."""

import math
from itertools import combinations
from statistics import median

import numpy as np
import pytest
from msgspec.structs import replace

from decidr.core.analysis.cost.beside_quality import CostBesideQuality, cost_beside_quality
from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.cases import case_named
from decidr.core.study.criteria import GOAL
from decidr.core.study.data import CostItem, Rate
from decidr.core.study.edits import set_criterion
from decidr.core.study.study import Study
from tests.building import data_study, judged
from tests.core.analysis.by_definition import answer
from tests.core.analysis.random_scenarios import with_scenarios
from tests.core.analysis.random_studies import random_study
from tests.core.analysis.scenarios_by_definition import rows_of

HOSTS = ("a", "b", "c", "d")
WEIGHTS = {"price": 0.5, "jobs": 0.3, "law": 0.2}
VALUES = {"price": [1.0, 0.2, 0.5, 0.9], "jobs": [0.2, 0.9, 0.4, 0.1], "law": [0.3, 0.3, 0.9, 0.2]}
STUDY = replace(
    data_study(WEIGHTS, VALUES, HOSTS),
    currency="CAD",
    costs=tuple(CostItem(host=h, item="Plant", amount=x) for h, x in zip(HOSTS, (10, 20, 30, 40), strict=True)),
)


def beside(study: Study, view: str | None = None) -> CostBesideQuality:
    found = cost_beside_quality(evaluate(study, view))
    assert found is not None
    return found


def test_without_a_table_of_costs_there_is_nothing() -> None:
    assert cost_beside_quality(evaluate(replace(STUDY, costs=()))) is None


def test_without_a_leaf_marked_as_cost_quality_is_the_total() -> None:
    assert beside(STUDY).quality.tolist() == evaluate(STUDY).totals.tolist()
    assert beside(STUDY).left_out == ()


def test_quality_weighs_the_other_leaves_as_if_the_costs_were_absent() -> None:
    found = beside(set_criterion(STUDY, "price", cost=True))
    wanted = [0.6 * jobs + 0.4 * law for jobs, law in zip(VALUES["jobs"], VALUES["law"], strict=True)]
    assert found.quality == pytest.approx(wanted, abs=1e-9)
    assert found.left_out == ("price",)


def test_quality_solves_inconsistent_judgments_anew_without_the_cost() -> None:
    """By hand: without price only jobs : law = 5 : 1 is left, whatever their detours over price said."""
    block = judged(GOAL, ["price", "jobs", "law"], ["3", "1/4", "5"])
    found = beside(set_criterion(replace(STUDY, comparisons=(block,)), "price", cost=True))
    wanted = [5 / 6 * jobs + 1 / 6 * law for jobs, law in zip(VALUES["jobs"], VALUES["law"], strict=True)]
    assert found.quality == pytest.approx(wanted, abs=1e-9)


def test_nothing_is_left_of_quality_where_every_leaf_is_a_cost() -> None:
    study = STUDY
    for leaf in WEIGHTS:
        study = set_criterion(study, leaf, cost=True)
    found = beside(study)
    assert np.isnan(found.quality).all()
    assert found.quadrants == (None,) * 4
    assert math.isnan(found.median_quality)


@pytest.mark.parametrize("seed", range(40))
def test_quality_is_what_the_method_gives_for_the_tree_without_its_costs(seed: int) -> None:
    study = random_study(seed)
    chosen = [c.id for c in study.criteria if seed % 3 == 0 or hash_of(c.id, seed)]
    study = replace(study, costs=(CostItem(host=study.hosts[0].id, item="", amount=1.0),))
    for criterion in chosen[:2]:
        study = set_criterion(study, criterion, cost=True)
    bare = replace(study, criteria=tuple(replace(c, active=c.active and not c.cost) for c in study.criteria))
    for view in study.views:
        wanted = answer(bare, view.id)
        assert beside(study, view.id).quality == pytest.approx(wanted.totals, abs=1e-8, nan_ok=True)
        moved = with_scenarios(study, seed)
        wanted = answer(bare, view.id, case=rows_of(moved, "both"))
        found = cost_beside_quality(evaluate(moved, view.id, case=case_named(moved, "both")))
        assert found is not None
        assert found.quality == pytest.approx(wanted.totals, abs=1e-8, nan_ok=True)


def hash_of(criterion: str, seed: int) -> bool:
    return (sum(map(ord, criterion)) + seed) % 4 == 0


def test_medians_are_those_of_the_hosts_with_cost_and_quality() -> None:
    some = replace(STUDY, costs=STUDY.costs[:3])
    found = beside(some)
    assert found.median_cost == 20
    assert found.median_quality == median(found.quality[:3].tolist())
    assert found.quadrants[3] is None
    assert beside(STUDY).median_cost == 25


def test_a_host_that_fails_a_must_moves_no_line() -> None:
    study = set_criterion(STUDY, "law", must=">= 0.3")
    found = beside(study)
    assert found.counted.tolist() == [True, True, True, False]
    assert found.median_cost == 20
    assert found.quadrants[3] is None
    assert found.costs[3] == 40


def test_a_host_on_a_line_counts_with_the_better_and_the_cheaper_side() -> None:
    found = beside(replace(STUDY, costs=STUDY.costs[:1]))
    assert found.quadrants == ("better cheaper", None, None, None)


def test_a_missing_rate_leaves_a_host_out_and_the_results_say_so() -> None:
    study = replace(STUDY, costs=(*STUDY.costs, CostItem(host="b", item="Land", amount=1.0, currency="THB")))
    results = evaluate(study)
    found = cost_beside_quality(results)
    assert found is not None
    assert np.isnan(found.costs).tolist() == [False, True, False, False]
    assert [p.code for p in results.problems if p.code.startswith("costs")] == ["costs.no_rate"]
    stated = replace(study, rates=(Rate(currency="THB", per_unit=25.0),))
    assert beside(stated).costs[1] == pytest.approx(20.04)


@pytest.mark.parametrize("seed", range(30))
def test_quadrants_and_the_unbeaten_are_those_of_plain_loops(seed: int) -> None:
    rng = np.random.default_rng(seed)
    hosts = [f"h{i}" for i in range(rng.integers(1, 9))]
    values = {"x": rng.integers(0, 5, len(hosts)) / 4, "y": rng.integers(0, 5, len(hosts)) / 4}
    study = data_study({"x": 0.5, "y": 0.5}, {k: v.tolist() for k, v in values.items()}, hosts)
    costs = {h: float(rng.integers(1, 5)) for h in hosts if rng.random() < 0.8}
    study = replace(study, costs=tuple(CostItem(host=h, item="", amount=c) for h, c in costs.items()))
    if not costs:
        return
    found = beside(study)
    quality = dict(zip(hosts, (values["x"] + values["y"]) / 2, strict=True))
    middle = median(costs.values()), median(quality[h] for h in costs)
    for place, host in enumerate(hosts):
        if host not in costs:
            assert found.quadrants[place] is None
            assert not found.unbeaten[place]
            continue
        words = (
            "better" if quality[host] >= middle[1] else "worse",
            "cheaper" if costs[host] <= middle[0] else "dearer",
        )
        assert found.quadrants[place] == " ".join(words)
        beaten = any(
            costs[o] <= costs[host]
            and quality[o] >= quality[host]
            and (costs[o], quality[o]) != (costs[host], quality[host])
            for o in costs
        )
        assert bool(found.unbeaten[place]) is not beaten


def test_some_host_is_always_unbeaten() -> None:
    for few in (1, 2, 3, 4):
        for chosen in combinations(STUDY.costs, few):
            assert beside(replace(STUDY, costs=chosen)).unbeaten.any()
