"""Rows of what to mend in the data."""

from msgspec.structs import replace

from decidr.core.analysis.data.quality import data_quality
from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.edits import set_cell
from decidr.core.study.study import Study
from decidr.gui.models.data.quality_lines import (
    quality_counts,
    quality_headings,
    quality_rows,
    quality_subtitle,
    quality_title,
)
from tests.building import data_study

HOSTS = ("A", "B", "C")


def study() -> Study:
    made = data_study({"x": 0.75, "y": 0.25}, {"x": [0.9, 0.5, 0.1], "y": [0.2, 0.8, 0.3]}, HOSTS)
    return replace(made, cells=tuple(replace(c, source="IEA", year=2024, status="measured") for c in made.cells))


def flaws(of: Study):
    return data_quality(evaluate(of))


def test_a_row_tells_the_cell_what_is_wrong_and_what_it_could_do() -> None:
    close = set_cell(set_cell(study(), "y", "B", value=None), "x", "B", value=0.75)
    results = evaluate(close)
    (row,) = quality_rows(results, data_quality(results))
    assert len(row) == len(quality_headings())
    assert [entry.words for entry in row] == [
        "y B",
        "Missing it may score 0.00 to 1.00",
        "B would lead at its best A's lead: \u221212.5 to +12.5 points",
    ]
    assert row[0].place == "data:y:B"
    assert (row[1].tone, row[2].is_strong) == ("look_here", True)


def test_rows_keep_the_order_of_the_flaws_when_the_last_column_sorts() -> None:
    several = set_cell(set_cell(study(), "x", "C", year=2010), "y", "C", value=None)
    results = evaluate(several)
    rows = quality_rows(results, data_quality(results))
    assert [row[2].order for row in rows] == [0.0, 1.0]
    assert [row[1].text for row in rows] == ["Old", "Missing"], "this gap moves nothing, and the old figure weighs more"


def test_leaves_that_measure_the_same_lead_to_their_criterion() -> None:
    up = [0.1, 0.2, 0.4, 0.5, 0.7, 0.9]
    results = evaluate(data_study({"x": 0.5, "y": 0.5}, {"x": up, "y": up}, tuple("ABCDEF")))
    same = [flaw for flaw in data_quality(results) if flaw.kind == "same"]
    (row,) = quality_rows(results, same)
    assert (row[0].words, row[0].place) == ("x all hosts", "criteria:x")


def test_the_heading_answers_whether_one_cell_could_change_the_leader() -> None:
    gap = set_cell(study(), "y", "B", value=None)
    assert quality_title(flaws(gap)) == "No gap or placeholder changes the leader"
    assert quality_title(flaws(set_cell(gap, "x", "B", value=0.75))) == "1 cell alone could change the leader"
    both = set_cell(set_cell(gap, "x", "B", value=0.75), "x", "A", status="placeholder")
    assert quality_title(flaws(both)) == "2 cells could each change the leader"
    assert quality_title(flaws(set_cell(study(), "x", "B", year=2010))) == "1 thing to look at in the data"
    assert quality_title(flaws(study())) == "Nothing to mend in the data"


def test_the_line_below_says_what_all_gaps_together_could_do() -> None:
    # A is 15 points ahead; either gap moves its host by 12.5 up or down, both together by 25
    gaps = set_cell(set_cell(study(), "y", "A", value=None), "y", "B", value=None)
    gaps = set_cell(set_cell(gaps, "x", "A", value=0.9), "x", "B", value=0.7)
    assert quality_title(flaws(gaps)) == "No gap or placeholder changes the leader"
    assert quality_subtitle(evaluate(gaps)) == "What each alone could do; all gaps together could put B first."
    assert quality_subtitle(evaluate(study())).startswith("What each alone could do, all else as it is")


def test_kinds_are_counted_in_their_own_order() -> None:
    several = set_cell(set_cell(study(), "x", "C", year=2010), "y", "C", value=None)
    assert list(quality_counts(flaws(several)).items()) == [("missing", 1), ("old", 1)]
