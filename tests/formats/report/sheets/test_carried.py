"""The hidden sheets of a report."""

from pathlib import Path

from msgspec.structs import replace

from decidr.core.study.edits import set_fields, take_snapshot
from decidr.formats.opening import STUDY_SHEET, open_study
from decidr.formats.report.book.report import Report
from decidr.formats.report_changes import INPUTS_SHEET
from decidr.formats.study_file import study_text
from tests.formats.report import studies
from tests.formats.report.live import opened, report_of


def test_the_study_and_the_map_are_hidden_from_readers(full_report: Report) -> None:
    book = opened(full_report)
    assert [book[name].sheet_state for name in (STUDY_SHEET, INPUTS_SHEET)] == ["veryHidden", "veryHidden"]
    assert book.sheetnames[-2:] == [STUDY_SHEET, INPUTS_SHEET]


def test_long_studies_are_cut_into_cells_that_excel_takes() -> None:
    study = replace(studies.compared(), question="𝄞 long " * 20_000)
    cells = [cell.value for cell in opened(report_of(study))[STUDY_SHEET]["A"]]
    assert len(cells) > 5
    assert all(len(str(text).encode("utf-16-le")) / 2 <= 30_000 for text in cells)


def test_a_report_does_not_carry_the_snapshots_of_its_study(tmp_path: Path) -> None:
    study = take_snapshot(set_fields(studies.compared(), title="What we thought first"), "Draft")
    study = set_fields(study, title="What we hand over")
    opened(report_of(study)).save(tmp_path / "report.xlsx")
    carried = open_study(tmp_path / "report.xlsx").study
    assert carried == replace(study, snapshots=())
    assert "What we thought first" not in study_text(carried)
