"""Hosts in groups: country > province > site."""

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.host_groups import HostFigure, depth, figures_at, figures_of_all, paths
from decidr.core.study.edits import set_criterion, set_host, set_setting
from decidr.core.study.hosts import Host
from decidr.core.study.study import Study
from tests.gui.grouped_study import TOTALS, grouped_study


def at(level: int, of: Study) -> dict[str, HostFigure]:
    return {figure.host: figure for figure in figures_at(evaluate(of), level)}


def standing(level: int, of: Study) -> dict[str, tuple[int, float]]:
    return {name: (figure.rank, round(figure.total, 12)) for name, figure in at(level, of).items()}


def test_each_level_ranks_its_groups_by_their_best_member() -> None:
    assert standing(0, grouped_study()) == {"Canada": (1, 0.8), "Mexico": (3, 0.2), "Spain": (2, 0.75)}
    assert standing(1, grouped_study()) == {
        "Ontario": (1, 0.8),
        "Quebec": (3, 0.7),
        "Sonora": (4, 0.2),
        "Spain": (2, 0.75),
    }
    assert {name: total for name, (_rank, total) in standing(2, grouped_study()).items()} == TOTALS


def test_the_mean_can_be_chosen_instead() -> None:
    found = standing(0, set_setting(grouped_study(), group_figure="mean"))
    assert found == {"Canada": (2, 0.7), "Mexico": (3, 0.2), "Spain": (1, 0.75)}


def test_the_band_of_a_group_spans_its_members() -> None:
    canada = at(0, grouped_study())["Canada"]
    assert (canada.low, canada.high, canada.is_group) == pytest.approx((0.6, 0.8, True))
    assert [evaluate(grouped_study()).hosts[h] for h in canada.members] == ["Windsor", "Oakville", "Bécancour"]
    assert evaluate(grouped_study()).hosts[canada.shown] == "Windsor"


def test_the_band_of_one_that_stands_for_itself_is_that_of_its_gaps() -> None:
    spain = at(0, grouped_study(Spain=None))["Spain"]
    assert (spain.low, spain.total, spain.high, spain.is_group) == (0.0, 0.5, 1.0, False)


def test_there_are_as_many_levels_as_groups_lie_in_each_other() -> None:
    assert depth(evaluate(grouped_study())) == 3
    assert (
        depth(evaluate(replace(grouped_study(), hosts=tuple(replace(h, group=None) for h in grouped_study().hosts))))
        == 1
    )
    assert depth(evaluate(Study())) == 0
    assert figures_at(evaluate(Study()), 0) == ()


def test_a_member_that_fails_a_must_gives_its_group_no_figure() -> None:
    strict = set_criterion(grouped_study(), "x", must="<= 0.75")
    assert standing(0, strict)["Canada"] == (2, 0.7)
    only = standing(1, strict)
    assert only["Ontario"] == (3, 0.6)
    assert standing(0, set_criterion(grouped_study(), "x", must=">= 0.5"))["Mexico"] == (0, 0.2)


def test_a_group_whose_figure_rests_on_gaps_is_not_eligible() -> None:
    found = at(0, grouped_study(Hermosillo=None))
    assert found["Mexico"].rank == 3
    assert not found["Mexico"].is_eligible
    assert found["Canada"].is_eligible


def test_equal_groups_share_the_better_rank() -> None:
    ranks = {name: rank for name, (rank, _total) in standing(0, grouped_study(Spain=0.8)).items()}
    assert ranks == {"Canada": 1, "Spain": 1, "Mexico": 3}


def test_a_dormant_group_is_as_if_absent() -> None:
    asleep = set_host(grouped_study(), "Ontario", active=False)
    assert set(at(0, asleep)) == {"Canada", "Mexico", "Spain", "Windsor", "Oakville"}
    assert at(0, asleep)["Canada"].total == pytest.approx(0.7)


def test_groups_in_a_circle_lead_nowhere() -> None:
    hosts = (Host(id="a", name="a", group="b"), Host(id="b", name="b", group="a"))
    assert dict(paths(hosts)) == {"a": ("b", "a"), "b": ("a", "b")}


def test_every_host_has_a_figure_of_its_own_whatever_its_level() -> None:
    found = figures_of_all(evaluate(set_host(grouped_study(), "Hermosillo", active=False)))
    assert set(found) == {host.id for host in grouped_study().hosts} - {"Hermosillo"}
    assert (found["Ontario"].total, found["Ontario"].low) == pytest.approx((0.8, 0.6))
    assert (found["Oakville"].rank, found["Ontario"].rank, found["Canada"].rank) == (4, 1, 1)
    assert not found["Sonora"].is_group  # without members it stands for itself


shares = st.integers(0, 100).map(lambda hundredths: hundredths / 100)


@given(st.lists(shares, min_size=5, max_size=5), st.sampled_from(["best", "mean"]), st.integers(0, 4))
@settings(max_examples=60, deadline=None)
def test_every_alternative_counts_in_exactly_one_figure_of_each_level(
    totals: list[float], figure: str, level: int
) -> None:
    results = evaluate(set_setting(grouped_study(**dict(zip(TOTALS, totals, strict=True))), group_figure=figure))
    found = figures_at(results, level)
    assert sorted(chain.from_iterable(f.members for f in found)) == list(range(len(results.hosts)))
    for one in found:
        members = results.totals[list(one.members)]
        assert one.low - 1e-12 <= one.total <= one.high + 1e-12
        assert one.total == pytest.approx(members.max() if figure == "best" else members.mean())
        better = sum(other.total - one.total > 1e-9 for other in found)
        assert one.rank == better + 1
