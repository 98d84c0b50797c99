"""Awkward spreadsheets: each gives what a careful person would take from it, or is refused with its cell."""

from __future__ import annotations

import pytest

from decidr.core.study.imports import Filter, ImportMapping, SeriesTarget
from decidr.core.study.problems import Refused, sentence
from decidr.formats.indicators.importing import Imported, import_files
from tests.formats.indicators.corpus import BAD, CASES, GDP, PLAIN, STUDY, TAKEN, Case, write


def asked(case: Case) -> ImportMapping:
    return ImportMapping(
        file="",
        sheet=case.sheet,
        year=case.year,
        where=tuple(Filter(column=column, values=tuple(values)) for column, values in case.where.items()),
        series=tuple(SeriesTarget(series=series, criterion=id_) for series, id_ in case.series.items()),
    )


def imported(case: Case, folder) -> Imported:
    return import_files(STUDY, [write(case, folder)], asked(case), {})


def figures(result: Imported):
    found: dict[str, dict[str, float | str | None]] = {}
    for cell in result.study.cells:
        found.setdefault(result.study.name_of(cell.criterion), {})[cell.host] = cell.value
    return found


def test_the_corpus_holds_enough_awkward_spreadsheets_of_every_form():
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)
    assert {case.form for case in CASES} >= {"wide", "long", "years across"}


@pytest.mark.parametrize("case", [c for c in CASES if not c.refused], ids=lambda case: case.name)
def test_a_careful_person_would_take_these_figures(case, tmp_path):
    result = imported(case, tmp_path)
    assert figures(result) == {leaf: dict(row) for leaf, row in case.figures.items()}
    years = {cell.host: cell.year for cell in result.study.cells}
    assert {host: years[host] for host in case.years} == dict(case.years)
    assert {problem.code for problem in result.problems} >= case.told
    assert not case.form or result.readings[0].table.form == case.form
    assert all(cell.status == "measured" and case.file in cell.note for cell in result.study.cells)


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_what_cannot_be_taken_is_refused_with_its_cell_and_a_sentence(case, tmp_path):
    with pytest.raises(Refused) as refusal:
        imported(case, tmp_path)
    errors = [p for p in refusal.value.problems if p.severity == "error"]
    assert [(p.code, str(p.place)) for p in errors] == list(case.refused)
    assert all("{" not in sentence(p) for p in errors)


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_other_kinds_of_workbooks_give_the_same(kind, tmp_path, libreoffice):
    source = write(Case("plain", "plain.xlsx", {"Data": PLAIN}), tmp_path)
    result = import_files(STUDY, [libreoffice._convert(source, kind)], ImportMapping(file=""), {})
    assert figures(result) == {leaf: dict(row) for leaf, row in TAKEN.items()}


def test_each_cell_tells_its_file_sheet_cell_source_and_licence(tmp_path):
    rows = [["Table 1"], ["Source: World Bank"], *PLAIN[:2], ["Licence: CC BY 4.0"]]
    (cell, *_) = imported(Case("", "a 2023.xlsx", {"Data": rows}), tmp_path).study.cells
    assert (cell.source, cell.licence, cell.note) == ("World Bank", "CC BY 4.0", "a 2023.xlsx: Data!B4")
    assert (cell.criterion, cell.unit, cell.year) == ("gdp", "USD", 2023)


def test_nothing_is_imported_when_one_of_several_files_is_refused(tmp_path):
    good = write(Case("", "good.csv", f"Country,{GDP}\nCanada,1\n"), tmp_path)
    bad = write(Case("", "bad.csv", f"Country,{GDP}\nCanada,high\nTurkey,2\n"), tmp_path)
    with pytest.raises(Refused, match="bad!B2"):
        import_files(STUDY, [good, bad], ImportMapping(file=""), {})
