"""Results seen at a level of host groups."""

import numpy as np
import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.host_groups import figures_at
from decidr.core.analysis.hosts.level_results import alternative_of, at_level, focus_at
from decidr.core.study.edits import set_setting
from tests.building import data_study
from tests.gui.grouped_study import grouped_study


def two_leaves(**settings):
    """The sites with one more leaf, on which the order is another one."""
    groups = grouped_study()
    sites = [host for host in groups.hosts if host.id in evaluate(groups).hosts]
    values = {"x": [0.8, 0.6, 0.7, 0.75, 0.2], "y": [0.1, 0.9, 0.5, 0.3, None]}
    made = data_study({"x": 0.7, "y": 0.3}, values, [site.id for site in sites], **settings)
    return replace(made, hosts=groups.hosts)


def test_without_a_level_each_host_stands_for_itself():
    results = evaluate(grouped_study())
    assert at_level(results, None) is results
    assert (results.members, alternative_of(results, "Windsor")) == ({}, "Windsor")


@pytest.mark.parametrize("figure", ["best", "mean"])
@pytest.mark.parametrize("level", [0, 1])
def test_groups_stand_as_their_figures_and_contributions_sum_to_totals(figure, level):
    results = evaluate(two_leaves(group_figure=figure))
    seen = at_level(results, level)
    for h, one in enumerate(figures_at(results, level)):
        assert (seen.hosts[h], seen.ranks[h], seen.eligible[h]) == (one.host, one.rank, one.is_eligible)
        assert (seen.totals[h], seen.low[h], seen.high[h]) == (one.total, one.low, one.high)
    np.testing.assert_allclose(seen.contributions.sum(axis=0), seen.totals, rtol=0, atol=1e-12)


def test_a_group_has_the_contributions_of_its_best_member_or_their_mean():
    results = evaluate(two_leaves())
    sites = {host: results.contributions[:, h] for h, host in enumerate(results.hosts)}
    best, mean = (at_level(evaluate(two_leaves(group_figure=f)), 0) for f in ("best", "mean"))
    canada = best.hosts.index("Canada")
    np.testing.assert_array_equal(best.contributions[:, canada], sites["Oakville"])
    expected = (sites["Windsor"] + sites["Oakville"] + sites["Bécancour"]) / 3
    np.testing.assert_allclose(mean.contributions[:, canada], expected, rtol=0, atol=1e-15)
    assert best.members == {"Canada": ("Oakville",), "Mexico": ("Hermosillo",)}
    assert mean.members["Canada"] == ("Oakville", "Bécancour", "Windsor")


def test_a_group_has_the_colour_of_its_best_member():
    seen = at_level(evaluate(grouped_study()), 0)
    assert focus_at(seen, ("Windsor", "Spain", "Oakville", None)) == ("Canada", "Spain", None, None)
    assert [alternative_of(seen, host) for host in seen.hosts] == ["Windsor", "Hermosillo", "Spain"]


def test_a_group_without_a_ranked_member_fails_as_its_best_one_does():
    study = set_setting(grouped_study(), group_figure="mean")
    study = replace(study, criteria=(replace(study.criteria[0], must=">= 0.5"),))
    seen = at_level(evaluate(study), 0)
    assert seen.failed == (None, "x >= 0.5", None)
    assert seen.ranks.tolist() == [2, 0, 1]
