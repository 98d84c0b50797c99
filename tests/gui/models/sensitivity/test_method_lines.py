"""Whether other methods say the same, as rows."""

from __future__ import annotations

from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.sensitivity.method_agreement import method_agreement
from decidr.core.study.criteria import GOAL
from decidr.core.study.participants import Participant
from decidr.formats.templates import load_template
from decidr.gui.models.sensitivity.method_lines import ratio_headings, ratio_rows, way_headings, way_rows
from tests.building import data_study, judged

EV = evaluate(load_template("ev-plant"))
AGREEMENT = method_agreement(EV)


def test_a_method_that_puts_another_host_first_is_marked_with_who_passes_whom() -> None:
    rows = {row[0].text: row for row in way_rows(EV, AGREEMENT)}
    assert all(len(row) == len(way_headings()) for row in rows.values())
    ideal = rows["Ideal synthesis"]
    assert (ideal[1].text, ideal[1].tone, ideal[2].text) == ("no", "look_here", "Canada leads")
    assert ideal[2].below.startswith("Canada passes Spain")
    assert (rows["Without Mexico"][1].text, rows["Without Mexico"][2].text) == ("yes", "Spain leads")


def test_a_row_of_ratios_tells_whose_judgments_they_are() -> None:
    people = (Participant(id="p1", name="Anna"), Participant(id="p2", name="Bert"))
    own = (judged(GOAL, "abc", [2, 3, 4], who="p1"), judged(GOAL, "abc", [3, 2, 5], who="p2"))
    study = data_study({"a": 0.5, "b": 0.3, "c": 0.2}, {leaf: [0.9, 0.2] for leaf in "abc"}, ("X", "Y"))
    group = evaluate(replace(study, participants=people, comparisons=(*study.comparisons, *own)))
    rows = ratio_rows(group, method_agreement(group))
    assert [row[0].below for row in rows] == ["", "Anna", "Bert"]


def test_each_matrix_has_its_ratio_by_every_table_and_leads_to_its_judgments() -> None:
    rows = ratio_rows(EV, AGREEMENT)
    assert [len(row) for row in rows] == [len(ratio_headings())] * 7
    assert rows[0][0].place.startswith("weights:")
    assert [entry.text for entry in rows[0][1:5]] == ["0.007", "0.007", "0.008", "0.007"]
