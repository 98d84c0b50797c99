"""The sheet of judgments."""

import numpy as np

from decidr.core.ahp.consensus import consensus, consensus_word
from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.formats.report.book.inputs import Input, cell_of
from decidr.formats.report.book.report import Report
from tests.formats.report import studies
from tests.formats.report.live import judgment, opened, report_of


def test_the_study_s_own_judgments_look_at_the_matrix(full_report: Report) -> None:
    sheet = opened(full_report)["Judgments"]
    row = next(r for r in sheet.iter_rows(values_only=True) if r[1:4] == ("compared", "Host P", "Host S"))
    assert str(row[4]).startswith("='Host comparisons'!")


def test_participants_judgments_and_weights_are_inputs() -> None:
    book = opened(report_of(studies.group()))
    assert cell_of(book, judgment(GOAL, "A", "D", "L")).value == 3
    assert cell_of(book, Input("participant weight", participant="L")).value == 2


def test_what_is_set_aside_stays_with_its_number_and_says_so() -> None:
    rows = list(opened(report_of(studies.group()))["Judgments"].iter_rows(values_only=True))
    aside = [row for row in rows if "judged; not counted" in row]
    assert len(aside) == 12
    assert {row[4] for row in aside if row[5] == "Person N"} == {9}


def test_placeholders_say_that_they_are_to_be_replaced(ev_report: Report) -> None:
    statuses = [cell.value for cell in opened(ev_report)["Judgments"]["G"]]
    assert statuses.count("placeholder, replace") == 144


def test_columns_without_anything_in_them_are_hidden(ev_report: Report) -> None:
    dimensions = opened(ev_report)["Judgments"].column_dimensions
    assert dimensions["I"].hidden
    assert not dimensions["E"].hidden


def test_beside_a_groups_node_stands_how_far_its_people_agree() -> None:
    study = studies.group()
    rows = list(opened(report_of(study))["Judgments"].iter_rows(values_only=True))
    head = next(row for row in rows if "Consensus when written" in row)
    place = head.index("Consensus when written")
    goal = next(row for row in rows if row[1] == study.goal and row[3] == "6 of 6")
    own = np.stack([*evaluate(study).nodes[GOAL].own.values()])
    assert goal[place] == f"{consensus(own) * 100:.0f}\u202f%, {consensus_word(consensus(own))}"


def test_without_a_group_nobody_agrees_or_differs(ev_report: Report) -> None:
    sheet = opened(ev_report)["Judgments"]
    assert not any("Consensus" in str(cell.value) for row in sheet.iter_rows() for cell in row)
