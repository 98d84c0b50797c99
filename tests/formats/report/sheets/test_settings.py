"""The sheet of settings."""

from decidr.core.ahp.random_index import TABLES
from decidr.formats.report.book.report import Report
from decidr.formats.report.sheets.settings import CHOICES
from tests.formats.report.live import opened


def test_method_synthesis_and_table_can_be_chosen(ev_report: Report) -> None:
    rules = opened(ev_report)["Settings"].data_validations.dataValidation
    assert [rule.formula1 for rule in rules] == [
        f'"{",".join(CHOICES[key])}"' for key in ("priorities", "synthesis", "random index")
    ]
    assert CHOICES["random index"] == tuple(TABLES)


def test_second_opinion_findings_and_random_indices_are_listed(ev_report: Report) -> None:
    texts = [cell.value for cell in opened(ev_report)["Settings"]["B"]]
    assert "AHPy agrees on 7 of 7 matrices" in texts
    assert {"What decidr noticed", "Random indices", "Program"} <= set(texts)


def test_each_size_of_matrix_has_its_random_index(ev_report: Report) -> None:
    assert {key[1] for key in ev_report.places if key[0] == "random index"} == {"3", "4", "6", "7"}
