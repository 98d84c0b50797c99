"""What is shown of each host."""

from math import isnan

import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.edits import give_values, remove_criterion, set_criterion, set_host, set_setting
from decidr.core.study.study import Study
from decidr.gui.models.hosts.host_lines import HostLine, host_lines, host_state
from tests.gui.grouped_study import grouped_study
from tests.gui.structure_study import structure_study, with_host


def lines(study: Study | None = None) -> dict[str, HostLine]:
    return {line.host.id: line for line in host_lines(evaluate(study or structure_study()))}


def test_every_host_has_its_rank_total_and_gaps() -> None:
    results = evaluate(structure_study())
    found = lines()
    assert [line.rank for line in found.values()] == results.ranks.tolist()
    assert [line.total for line in found.values()] == results.totals.tolist()
    assert found["Morocco"].gaps == ("Sales", "Support")
    assert host_state(found["Canada"]) == ""


def test_a_dormant_host_has_no_rank_and_says_so() -> None:
    asleep = lines(set_host(structure_study(), "Spain", active=False))["Spain"]
    assert (asleep.rank, host_state(asleep)) == (0, "dormant")
    assert isnan(asleep.total)
    assert not asleep.is_scored


@pytest.mark.parametrize("figure", ["best", "mean"])
def test_a_group_shows_the_figure_of_its_members_and_no_rank(figure: str) -> None:
    study = with_host(with_host(remove_criterion(structure_study(), "Culture"), "Quebec", group="Iberia"), "Iberia")
    study = set_host(set_setting(study, group_figure=figure), "Spain", group="Iberia")
    found = lines(study)
    totals = [found["Spain"].total, found["Quebec"].total]
    assert found["Iberia"].rank == 0
    assert found["Iberia"].total == pytest.approx(max(totals) if figure == "best" else sum(totals) / 2)
    assert host_state(found["Iberia"]) == "group of 2"
    assert found["Spain"].group == "Iberia"


def test_a_failed_must_is_the_state() -> None:
    study = set_criterion(structure_study(), "Rule", must=">= 50")
    assert host_state(lines(study)["Morocco"]) == "fails Rule >= 50 % of trust"


def test_a_host_that_cannot_lead_says_so_beside_its_gaps() -> None:
    none = dict.fromkeys([("Rule", "Morocco", "data"), ("Jobs", "Morocco", "direct"), ("Exports", "Morocco", "data")])
    state = host_state(lines(give_values(structure_study(), none))["Morocco"])
    assert state == "5 gaps, cannot lead"


def test_groups_inside_groups_find_their_members() -> None:
    study = with_host(with_host(structure_study(), "Africa"), "Maghreb", group="Africa")
    study = set_host(study, "Morocco", group="Maghreb")
    found = lines(study)
    assert found["Africa"].total == found["Morocco"].total


def test_no_hosts_are_no_lines() -> None:
    assert host_lines(evaluate(replace(Study(), hosts=()))) == ()


def test_at_a_level_only_its_groups_and_those_without_one_have_ranks() -> None:
    results = evaluate(grouped_study())
    ranks = {line.host.id: line.rank for line in host_lines(results, 1) if line.rank}
    assert ranks == {"Ontario": 1, "Spain": 2, "Quebec": 3, "Sonora": 4}
    lines_of = {line.host.id: line for line in host_lines(results, 1)}
    assert (lines_of["Windsor"].total, lines_of["Canada"].total) == (0.8, 0.8)
    assert (lines_of["Canada"].low, lines_of["Canada"].high) == (0.6, 0.8)
