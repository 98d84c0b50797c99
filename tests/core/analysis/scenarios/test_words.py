"""Scenarios in words."""

import pytest
from msgspec.structs import replace

from decidr.core.analysis.scenarios.across import across_cases, move_effects
from decidr.core.analysis.scenarios.words import (
    answer,
    case_name,
    case_sentences,
    expected_said,
    leaves_said,
    move_text,
    regret_said,
    sides_said,
    step_text,
)
from decidr.core.study.criteria import GOAL
from decidr.core.study.data import Cell
from decidr.core.study.edits import add_view, set_criterion, set_setting, turn_leaf
from decidr.core.study.scenarios import Scenario, ScenarioSet
from tests.building import from_weights
from tests.core.analysis.scenarios.test_across import BLOW, BREEZE, NUDGE, small_study

NOTHING = {"scenarios": (), "scenario_sets": ()}


def only(*moves, study=None, **settings):
    """The small study with these moves as its only case."""
    scenarios = (Scenario(id="s1", name="Blow", moves=moves),)
    return across_cases(replace(study or small_study(**settings), scenarios=scenarios, scenario_sets=()))


def sentences(across, place=1):
    effects = move_effects(across.baseline, across.results[place])
    return case_sentences(across, place, effects)


@pytest.mark.parametrize(
    ("move", "text"),
    [
        (("data", "add", -1.0), "\u22121"),
        (("data", "add", 2.0), "+2"),
        (("data", "set", 106.1), "set to 106.1"),
        (("data", "multiply", 0.5), "× 0.5"),
        (("score", "add", 0.125), "score +0.125"),
        (("weight", "multiply", 1.5), "weight × 1.5"),
        (("data", None, None), ""),
    ],
)
def test_a_move_is_told_by_what_it_does(move, text):
    assert move_text(*move) == text


def test_a_move_names_its_leaf_and_host():
    across = across_cases(small_study())
    step = next(iter(across.cases[1].steps()))
    assert step_text(step, across.baseline.sources.names) == "Tax, Spain: \u22120.45"


def test_the_heading_tells_in_how_many_cases_the_leader_leads_and_who_else_does():
    assert answer(across_cases(small_study())) == "Spain leads in 2 of 4 cases, Peru under «Blow» and «Storm»"
    assert answer(only(BREEZE)) == "Spain leads in the 1 case too"
    several = replace(small_study(), scenarios=(Scenario(id="s2", name="Breeze", moves=(BREEZE,)),))
    assert answer(across_cases(several)) == "Spain leads in all 3 cases"
    assert answer(across_cases(replace(small_study(), **NOTHING))) == "There are no scenarios yet"


def test_the_heading_says_where_nobody_can_lead():
    every = set_criterion(small_study(), "Tax", must=">= 0.6")
    across = only(replace(BLOW, host=None, operation="set", value=0.0), study=every)
    assert answer(across) == "Spain leads in 0 of 1 cases, nobody under «Blow»"
    assert sentences(across) == ("No host can lead.",)
    none = set_criterion(small_study(), "Tax", must=">= 2")
    assert answer(only(BREEZE, study=none)) == "No host can lead at the baseline"
    lifted = only(replace(BLOW, host="Peru", operation="set", value=2.0), study=none)
    assert sentences(lifted) == ("No host can lead at the baseline.",)


def test_a_leader_that_stays_is_told_with_its_lead_now_and_before():
    across = only(NUDGE)
    assert sentences(across) == ("Spain stays first, 15.0 points ahead (20.0 at the baseline).",)


def test_a_leader_that_stays_and_shares_its_place():
    assert sentences(only(replace(BLOW, value=-0.4))) == ("Spain stays first, and shares the place.",)


def test_a_lead_that_is_small_is_told_as_one():
    assert sentences(only(replace(BLOW, value=-0.3995)))[0].startswith("Spain stays first, 0.02 points ahead")
    assert sentences(only(replace(BLOW, value=-0.40000001)))[0] == (
        "Peru leads instead of Spain, 0.0000005 points ahead of it."
    )


def test_many_cases_of_one_leader_are_counted():
    blows = tuple(Scenario(id=f"s{n}", name=f"Blow {n}", moves=(BLOW,)) for n in range(1, 6))
    across = across_cases(replace(small_study(), scenarios=blows, scenario_sets=()))
    assert answer(across) == "Spain leads in 0 of 5 cases, Peru under «Blow 1», «Blow 2», «Blow 3» and 2 others"


def test_a_leader_alone_stays_first():
    study = small_study()
    gaps = tuple(replace(c, value=None) if c.host != "Spain" else c for c in study.cells)
    assert sentences(only(BLOW, study=replace(study, cells=gaps))) == ("Spain stays first.",)


def test_what_unseats_the_leader_is_told_with_the_moves_that_do_it():
    across = across_cases(small_study())
    assert sentences(across, 3) == (
        "Peru leads instead of Spain, 7.5 points ahead of it.",
        "What moves most against it: Tax, Spain: \u22120.45 (\u221222.5); Jobs, Peru: +0.1 (\u22125.0).",
        "Without this move Spain would lead: Tax, Spain: \u22120.45.",
    )


def test_where_no_single_move_decides_this_is_said():
    across = only(replace(BLOW, value=-0.45), replace(BLOW, value=-0.45))
    assert sentences(across)[-1] == "No single move decides it: without any one of them it would still be so."


def test_where_each_of_several_moves_decides_they_are_named():
    across = only(replace(BLOW, value=-0.25), replace(BLOW, value=-0.25, target="Jobs"))
    assert sentences(across)[-1] == (
        "Without one of these Spain would lead: Tax, Spain: \u22120.25; Jobs, Spain: \u22120.25."
    )


def test_a_leader_that_falls_behind_a_tie_shares_the_place():
    ahead = {"host": "Peru", "operation": "add"}
    study = small_study()
    first, *rest = study.hosts
    study = replace(study, hosts=(*rest, first))
    across = only(replace(BLOW, **ahead, value=0.4), study=study)
    assert sentences(across)[0] == "Peru shares the first place with Spain."


def test_a_leader_that_fails_a_must_is_told_with_it():
    across = only(BLOW, study=set_criterion(small_study(), "Tax", must=">= 0.5"))
    assert sentences(across)[0] == "Peru leads instead of Spain, which fails Tax >= 0.5."


def test_a_leader_that_comes_to_lack_too_much_is_told_with_that():
    study = small_study()
    gap = Cell(criterion="Jobs", host="Spain")
    study = replace(study, cells=tuple(gap if (c.criterion, c.host) == ("Jobs", "Spain") else c for c in study.cells))
    study = replace(study, comparisons=(from_weights(GOAL, {"Tax": 0.8, "Jobs": 0.2}),))
    heavier = replace(BLOW, kind="weight", target="Jobs", host=None, operation="multiply", value=2.0)
    across = only(heavier, study=study)
    assert sentences(across)[0] == "Peru leads instead of Spain, which lacks over a quarter of the weight."


def test_moves_that_cannot_be_made_leave_no_ranking():
    across = only(replace(BLOW, kind="weight", host=None))
    assert sentences(across) == ("Its moves cannot all be made, so it has no ranking.",)


def test_the_leaves_that_a_case_moves_are_named_the_most_first():
    across = only(BLOW, replace(BLOW, target="Jobs", value=0.1))
    assert leaves_said(across, 1, "Spain") == "Tax (\u221222.5) and Jobs (+5.0)"
    assert leaves_said(across, 1, "Chad") == ""


def test_each_side_gains_or_loses_in_its_own_view():
    study = turn_leaf(add_view(small_study(), "government"), "v2", "Tax", turned=True)
    everywhere = {view.name: across_cases(study, view.id) for view in study.views}
    assert sides_said(everywhere, 1, "Spain") == "base \u221222.5; government +22.5"


def test_the_host_that_risks_least_is_told_with_where():
    text = "Choosing Spain risks least: at most 7.5 points of regret, under «Storm»."
    assert regret_said(across_cases(small_study())) == text
    calm = replace(small_study(), scenario_sets=(ScenarioSet(name="Calm", scenarios=("s2",)),))
    assert regret_said(across_cases(calm)) == "Spain is best in every case, so choosing it leaves no regret."
    musts = set_criterion(small_study(), "Tax", must=">= 2")
    assert regret_said(across_cases(musts)) == "Every host fails a must in some case, so none has a worst regret."


def test_the_expected_total_is_told_of_the_first_two():
    text = "Spain is expected to have most, 74.4 points; Peru follows with 61.3."
    assert expected_said(across_cases(small_study())) == text
    alone = set_criterion(small_study(), "Tax", must=">= 0.6")
    assert expected_said(across_cases(alone)) == "Peru is expected to have 61.3 points."
    nobody = set_criterion(small_study(), "Tax", must=">= 2")
    assert expected_said(across_cases(nobody)) == "Every host fails a must in some case, so none has an expected total."


@pytest.mark.parametrize(
    ("chances", "start"), [((None, None), "No set has a probability yet"), ((0.9, 0.4), "The sets' probabilities lie")]
)
def test_why_there_is_no_expected_total(chances, start):
    assert expected_said(across_cases(small_study(*chances))).startswith(start)


def test_why_there_is_no_regret():
    across = across_cases(set_setting(small_study(), synthesis="ideal"))
    assert regret_said(across).startswith("Only absolute totals can be compared")
    assert expected_said(across) == regret_said(across)


def test_the_baseline_has_a_word_of_its_own():
    assert [case_name(case) for case in across_cases(small_study()).cases[:2]] == ["baseline", "Blow"]
