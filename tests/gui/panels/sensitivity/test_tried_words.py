"""Words for weights that are tried."""

import numpy as np
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.sensitivity.tried_weights import with_local_weights
from decidr.gui.panels.sensitivity.tried_words import consequence, families, risen_from_nothing, scenario_name
from tests.gui.example_study import example_study

RESULTS = evaluate(example_study())


def test_the_consequence_names_leader_lead_and_weights() -> None:
    first, second = RESULTS.eligible_order[:2]
    lead = (RESULTS.totals[first] - RESULTS.totals[second]) * 100
    said = consequence(RESULTS, {"c1": 0.344, "c4": 0.2})
    leader = RESULTS.study.hosts[first].name
    weights = "Stability 34.4\u202f% and Market access 20.0\u202f%"
    assert said == f"{leader} leads by {lead:.1f} points with {weights}"


def test_where_nobody_or_one_alone_can_lead_it_says_so() -> None:
    nobody = np.zeros(len(RESULTS.hosts), dtype=bool)
    assert consequence(replace(RESULTS, eligible=nobody), {"c1": 0.5}).startswith("No host can lead with Stability")
    one = nobody.copy()
    one[3] = True
    assert consequence(replace(RESULTS, eligible=one), {"c1": 0.5}).startswith("Hungary leads with Stability")


def test_hosts_that_tie_share_the_first_place_instead_of_leading_by_nothing() -> None:
    ranks = RESULTS.ranks.copy()
    ranks[[*RESULTS.eligible_order[:2]]] = 1
    names = [RESULTS.study.hosts[h].name for h in sorted(RESULTS.eligible_order[:2])]
    said = consequence(replace(RESULTS, ranks=ranks), {"c1": 0.5})
    assert said == f"{names[0]} and {names[1]} share the first place with Stability 50.0\u202f%"


def test_a_scenario_is_called_by_its_weights_and_beyond_three_by_how_many() -> None:
    tried = {"c1": 0.344, "c2": 0.5, "c4": 0.2}
    assert scenario_name(RESULTS.study, tried) == "Stability 34 %, Rule of law 50 %, Market access 20 %"
    assert scenario_name(RESULTS.study, {**tried, "c5": 0.1, "c7": 0.1}).endswith("Market access 20 %, 2 more")


def test_whole_families_are_touched() -> None:
    assert families(RESULTS.tree, ["c2", "c1", "c3"]) == ("c2", "c3", "c1", "c4", "c7")


def test_only_what_weighed_nothing_and_weighs_now_has_risen_from_nothing() -> None:
    without = with_local_weights(RESULTS, {"c1": 0.0})
    assert risen_from_nothing(without, RESULTS) == ["Stability"]
    assert risen_from_nothing(RESULTS, without) == []
