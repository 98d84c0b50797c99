"""Who leads, and by how much."""

import numpy as np
from msgspec.structs import replace

from decidr.core.analysis.results import Results
from decidr.gui.charts.sensitivity.lead import lead_said


def test_the_sentence_names_leader_lead_and_second(results: Results) -> None:
    first, second = results.eligible_order[:2]
    lead = (results.totals[first] - results.totals[second]) * 100
    assert lead_said(results) == f"Spain leads, {lead:.1f} points ahead of Canada."
    assert lead_said(results, is_tried=True) == f"With these weights Spain leads, {lead:.1f} points ahead of Canada."


def test_those_who_tie_share_the_first_place_and_lead_by_nothing(results: Results) -> None:
    first, second = results.eligible_order[:2]
    ranks = results.ranks.copy()
    ranks[second] = ranks[first]
    tied = replace(results, ranks=ranks)
    assert lead_said(tied) == "Canada and Spain share the first place."
    assert lead_said(tied, is_tried=True) == "With these weights Canada and Spain share the first place."


def test_one_that_can_lead_alone_is_ahead_of_nobody_and_without_any_nobody_leads(results: Results) -> None:
    nobody = np.zeros(len(results.hosts), dtype=bool)
    assert lead_said(replace(results, eligible=nobody)) == "No host can lead."
    only = nobody.copy()
    only[results.leader or 0] = True
    assert lead_said(replace(results, eligible=only)) == "Spain leads."
