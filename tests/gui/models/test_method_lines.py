"""Whether other methods say the same, as rows."""

from __future__ import annotations

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.sensitivity.method_agreement import method_agreement
from decidr.formats.templates import load_template
from decidr.gui.models.method_lines import methods_title, ratio_headings, ratio_rows, way_headings, way_rows
from tests.building import data_study

EV = evaluate(load_template("ev-plant"))
AGREEMENT = method_agreement(EV)


def test_a_method_that_puts_another_host_first_is_marked_with_who_passes_whom() -> None:
    rows = {row[0].text: row for row in way_rows(EV, AGREEMENT)}
    assert all(len(row) == len(way_headings()) for row in rows.values())
    ideal = rows["Ideal synthesis"]
    assert (ideal[1].text, ideal[1].tone, ideal[2].text) == ("no", "look_here", "Canada leads")
    assert ideal[2].below.startswith("Canada passes Spain")
    assert (rows["Without Mexico"][1].text, rows["Without Mexico"][2].text) == ("yes", "Spain leads")


def test_each_matrix_has_its_ratio_by_every_table_and_leads_to_its_judgments() -> None:
    rows = ratio_rows(EV, AGREEMENT)
    assert [len(row) for row in rows] == [len(ratio_headings())] * 7
    assert rows[0][0].place.startswith("weights:")
    assert [entry.text for entry in rows[0][1:5]] == ["0.007", "0.007", "0.008", "0.007"]


def test_the_heading_says_whether_they_agree() -> None:
    assert methods_title(EV, AGREEMENT) == "Not every method puts Spain first"
    sure = evaluate(data_study({"A": 0.5, "B": 0.5}, {"A": [0.9, 0.1], "B": [0.8, 0.2]}, ["X", "Y"]))
    assert methods_title(sure, method_agreement(sure)) == "X leads by every method"
