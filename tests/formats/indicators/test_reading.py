"""A publisher's file as it lies before the user."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from decidr.core.study.imports import Filter, HostLabel, ImportMapping, SeriesTarget
from decidr.core.study.problems import Refused
from decidr.formats.indicators.importing import import_files
from decidr.formats.indicators.reading import read_indicators, remembered
from tests.formats.indicators.corpus import GDP, PLAIN, STUDY, Case, write

NOTHING = ImportMapping(file="")


def test_a_reading_holds_series_matches_years_and_how_the_table_was_understood(tmp_path) -> None:
    reading = read_indicators(STUDY, write(Case("", "plain 2023.xlsx", {"Data": PLAIN}), tmp_path), NOTHING)
    assert [series.name for series in reading.main_series] == PLAIN[0][1:]
    assert [match.criterion for match in reading.matches] == ["gdp", "tax"]
    assert (reading.years, reading.mapping.form, reading.mapping.file) == ((2023,), "wide", "plain 2023.xlsx")


def test_next_years_file_is_read_by_the_mapping_of_this_years(tmp_path) -> None:
    first = write(Case("", "export_2023.csv", "Country,Mode,NY.X\nAland,Cars,1\nAland,Buses,2\n"), tmp_path)
    asked = ImportMapping(
        file="",
        where=(Filter(column="Mode", values=("Buses",)),),
        series=(SeriesTarget(series="NY.X", criterion="law"),),
        hosts=(HostLabel(label="Aland", host="S11"),),
        source="The client",
    )
    study = import_files(STUDY, [first], asked, {}).study
    later = write(Case("", "export_2024.csv", "Country,Mode,NY.X\nAland,Cars,3\nAland,Buses,4\n"), tmp_path)
    result = import_files(study, [later], NOTHING, {})
    assert [(c.host, c.value, c.year, c.source) for c in result.study.cells] == [("S11", 4.0, 2024, "The client")]
    assert remembered(study, tmp_path / "other.csv", NOTHING) == (NOTHING,)


def test_sheets_named_by_years_are_chosen_anew_and_filters_asked_for_go_first(tmp_path) -> None:
    mapping = ImportMapping(file="lpi_2018.xlsx", sheet="2018", series=(SeriesTarget(series="LPI", criterion="law"),))
    study = replace(STUDY, imports=(mapping,))
    (again,) = remembered(study, tmp_path / "lpi_2023.xlsx", replace(NOTHING, year=2023))
    assert (again.sheet, again.year, again.series) == ("", 2023, mapping.series)
    where = (Filter(column="Mode", values=("Cars",)),)
    (asked,) = remembered(study, tmp_path / "lpi_2023.xlsx", replace(NOTHING, where=where))
    assert (asked.where, asked.series) == (where, ())


def test_source_and_licence_are_taken_from_lines_that_state_them(tmp_path) -> None:
    rows = [["Quelle: Eurostat"], ["Country", GDP], ["Canada", 1], ["Published under CC BY-SA 4.0."]]
    reading = read_indicators(STUDY, write(Case("", "a.xlsx", {"Data": rows}), tmp_path), NOTHING)
    assert (reading.source, reading.licence) == ("Eurostat", "CC BY-SA 4.0")


@pytest.mark.parametrize(
    ("file", "content"), [("a.csv", ""), ("a.tsv", "\n\t\n"), ("a.xlsx", {"S": [], "T": [["", " "]]})]
)
def test_a_file_in_which_nothing_stands_is_told_so(file, content, tmp_path) -> None:
    with pytest.raises(Refused, match="nothing stands here") as refusal:
        read_indicators(STUDY, write(Case("", file, content), tmp_path), NOTHING)
    assert [p.code for p in refusal.value.problems] == ["import.empty"]


def test_a_year_that_a_title_alone_tells_is_told_with_the_title(tmp_path) -> None:
    text = f"Stand: March 2025\n\nCountry,{GDP}\nCanada,1\nTurkey,2\n"
    reading = read_indicators(STUDY, write(Case("", "client.csv", text), tmp_path), NOTHING)
    (told,) = [problem for problem in reading.problems if problem.code == "import.year_of_title"]
    assert (told.values["year"], told.values["text"], reading.years) == (2025, "Stand: March 2025", (2025,))
