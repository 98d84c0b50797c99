"""Files of indicators into a study, without a window."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from decidr.core.study.data import Cell
from decidr.core.study.imports import ImportMapping
from decidr.core.study.problems import Refused, sentence
from decidr.formats.indicators.importing import import_files, summary
from tests.formats.indicators.corpus import GDP, LAW, STUDY, TAX, Case, write

NOTHING = ImportMapping(file="")
PRESENT = replace(STUDY, cells=(Cell(criterion="gdp", host="CAN", value=7.0, year=2020, status="measured"),))


def test_files_are_taken_one_after_the_other_and_summed_up_leaf_by_leaf(tmp_path) -> None:
    one = write(Case("", "a_2023.csv", f"Country,{GDP}\nCanada,1\n"), tmp_path)
    two = write(Case("", "b_2023.csv", f"Country,{LAW}\nCanada,2\nTurkey,3\n"), tmp_path)
    result = import_files(STUDY, [one, two], NOTHING, {})
    assert [tuple(line)[:4] for line in summary(result)] == [(GDP, GDP, 1, 5), (LAW, LAW, 2, 5)]
    assert [mapping.file for mapping in result.study.imports] == ["a_2023.csv", "b_2023.csv"]


@pytest.mark.parametrize(("keep", "value", "code"), [(False, 1.0, "import.conflict"), (True, 7.0, "import.kept")])
def test_a_figure_that_stands_already_is_told_side_by_side_and_stays_where_it_is_to(
    keep, value, code, tmp_path
) -> None:
    path = write(Case("", "a_2023.csv", f"Country,{GDP}\nCanada,1\nTurkey,2\n"), tmp_path)
    result = import_files(PRESENT, [path], NOTHING, {}, keep=keep)
    assert [cell.value for cell in result.study.cells] == [value, 2.0]
    (told,) = [p for p in result.problems if p.code == code]
    assert (told.values["old"], told.values["old_year"], told.values["new"], told.values["new_year"]) == (
        "7",
        "2020",
        "1",
        "2023",
    )


@pytest.mark.parametrize(
    ("rows", "code"),
    [("Canada,8,2021", "import.conflict"), ("Canada,8,2019", "import.older"), ("Canada,7,2019", "import.older")],
)
def test_a_figure_that_gives_way_to_an_older_one_is_told_so(rows, code, tmp_path) -> None:
    path = write(Case("", "a.csv", f"Country,{GDP},Year\n{rows}\n"), tmp_path)
    (told,) = import_files(PRESENT, [path], NOTHING, {}).problems
    assert (told.code, "older" in sentence(told)) == (code, code == "import.older")


def test_a_zero_that_stands_is_told_without_a_sign(tmp_path) -> None:
    study = replace(STUDY, cells=(Cell(criterion="law", host="CAN", value=-0.0, year=2023, status="measured"),))
    path = write(Case("", "a_2023.csv", f"Country,{LAW}\nCanada,-0.0005\n"), tmp_path)
    (told,) = import_files(study, [path], NOTHING, {}).problems
    assert (told.values["old"], told.values["new"]) == ("0", "-0.0005")


def test_near_names_beside_sure_ones_are_told_and_not_taken(tmp_path) -> None:
    path = write(Case("", "a_2023.csv", f"Country,{GDP},Corporate tax rates\nCanada,1,2\n"), tmp_path)
    result = import_files(STUDY, [path], NOTHING, {})
    assert {cell.criterion for cell in result.study.cells} == {"gdp"}
    (told,) = [p for p in result.problems if p.code == "import.near"]
    assert (told.severity, told.values["leaf"]) == ("warning", TAX)


def test_all_that_is_wrong_in_all_files_is_told(tmp_path) -> None:
    paths = [write(Case("", f"{n}.csv", f"Country,{LAW}\nCanada,high\nTurkey,1\n"), tmp_path) for n in "ab"]
    with pytest.raises(Refused) as refusal:
        import_files(STUDY, paths, NOTHING, {})
    errors = [str(p.place) for p in refusal.value.problems if p.severity == "error"]
    assert errors == ["a!B2", "b!B2"]


def test_a_table_whose_columns_all_hold_words_is_refused_with_what_stands_in_them(tmp_path) -> None:
    rows = f"Country,{GDP},Year\nCanada,high,2023\nTurkey,<3,2023\nSouth Korea,3,2023\n"
    with pytest.raises(Refused) as refusal:
        import_files(STUDY, [write(Case("", "a.csv", rows), tmp_path)], NOTHING, {})
    (problem,) = refusal.value.problems
    assert (problem.code, str(problem.place), dict(problem.values)) == (
        "import.no_figures",
        "a!A1",
        {"columns": f"{GDP} (high, <3)"},
    )
    assert f"{GDP} (high, <3)" in sentence(problem)
