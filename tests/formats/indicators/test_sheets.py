"""A publisher's file as sheets."""

from __future__ import annotations

import pytest

from decidr.core.study.problems import Refused
from decidr.formats.indicators.sheets import READ, read_indicator_sheets
from tests.formats.indicators.corpus import PLAIN, Case, write


def test_only_the_sheet_that_is_wanted_is_read(tmp_path) -> None:
    path = write(Case("", "a.xlsx", {"A": PLAIN, "B": [["x"]]}), tmp_path)
    assert [sheet.name for sheet in read_indicator_sheets(path)] == ["A", "B"]
    assert [sheet.rows for sheet in read_indicator_sheets(path, " b ")] == [[["x"]]]
    with pytest.raises(Refused, match="only A, B"):
        read_indicator_sheets(path, "C")


def test_a_text_has_one_sheet_of_the_files_name(tmp_path) -> None:
    path = write(Case("", "a.csv", "x,y\n1,2\n"), tmp_path)
    assert [sheet.name for sheet in read_indicator_sheets(path, "A")] == ["a"]
    with pytest.raises(Refused, match="only a"):
        read_indicator_sheets(path, "b")


def test_merged_cells_hold_their_text_throughout(tmp_path) -> None:
    path = write(Case("", "a.xlsx", {"A": [["x", "", "y"], ["", "", 1]]}, merged=("A1:B2",)), tmp_path)
    assert read_indicator_sheets(path)[0].rows == [["x", "x", "y"], ["x", "x", 1]]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xlsx", b"nonsense", "file.not_a_workbook"),
        ("a.ods", b"", "file.not_a_workbook"),
        ("a.pdf", b"", "file.unknown_kind"),
    ],
)
def test_what_is_no_table_is_refused(name, content, code, tmp_path) -> None:
    with pytest.raises(Refused) as refusal:
        read_indicator_sheets(write(Case("", name, content), tmp_path))
    assert [p.code for p in refusal.value.problems] == [code]
    with pytest.raises(Refused, match="no file"):
        read_indicator_sheets(tmp_path / "gone.xlsx")


def test_another_kind_of_file_is_refused_with_the_kinds_that_are_read_texts_too(tmp_path) -> None:
    with pytest.raises(Refused) as refusal:
        read_indicator_sheets(write(Case("", "plant.decidr", b"{}"), tmp_path))
    assert refusal.value.problems[0].values["kinds"] == " ".join(READ)
    assert ".csv .tsv" in " ".join(READ)


def test_a_sheet_may_be_wanted_from_a_cell_on_and_cells_keep_their_addresses(tmp_path) -> None:
    rows = [["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]]
    path = write(Case("", "a.xlsx", {"A": rows, "B!A1": [["x"]]}), tmp_path)
    (sheet,) = read_indicator_sheets(path, "a!B2")
    assert (sheet.name, sheet.value(1, 1), sheet.address(1, 1)) == ("A", "e", "A!B2")
    assert [sheet.value(*place) for place in ((0, 0), (1, 0), (0, 1), (2, 2))] == ["", "", "", "i"]
    assert [sheet.rows for sheet in read_indicator_sheets(path, "B!A1")] == [[["x"]]]
    with pytest.raises(Refused, match="only A, B"):
        read_indicator_sheets(path, "C!A1")


def test_a_text_may_be_wanted_from_a_cell_on(tmp_path) -> None:
    path = write(Case("", "a.csv", "x,y\n1,2\n"), tmp_path)
    assert read_indicator_sheets(path, "a!B1")[0].value(1, 1) == "2"
    assert read_indicator_sheets(path, "a!B1")[0].value(0, 0) == ""
