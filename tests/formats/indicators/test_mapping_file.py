"""A mapping as JSON in the user's names."""

from __future__ import annotations

import json

import pytest

from decidr.core.study.imports import Filter, HostLabel, ImportMapping, SeriesTarget
from decidr.core.study.problems import Refused
from decidr.formats.indicators.mapping_file import for_file, read_mappings, write_mappings
from decidr.formats.indicators.reading import read_indicators
from tests.formats.indicators.corpus import GDP, STUDY, Case, write

MAPPING = ImportMapping(
    file="a.csv",
    where=(Filter(column="Mode", values=("Cars", "Buses")),),
    year=2023,
    series=(SeriesTarget(series="NY.X", criterion="gdp"),),
    hosts=(HostLabel(label="Aland", host="S11"),),
    source="An office",
    licence="CC0",
)


def written(fields, folder):
    path = folder / "m.json"
    path.write_text(fields if isinstance(fields, str) else json.dumps(fields), encoding="utf-8")
    return path


def test_what_was_used_is_written_and_read_back_and_what_is_open_waits_to_be_confirmed(tmp_path) -> None:
    data = write(Case("", "a.csv", "Country,Mode,NY.X,Corporate tax rates,Rain\nAland,Cars,1,2,3\n"), tmp_path)
    reading = read_indicators(STUDY, data, MAPPING)
    write_mappings([reading], [MAPPING], STUDY, tmp_path / "m.json")
    assert read_mappings(tmp_path / "m.json", STUDY) == (MAPPING,)
    fields = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    assert fields["series"] == {"NY.X": GDP}
    assert fields["to confirm"] == {"Corporate tax rates": "Tax rate", "Rain": None}


def test_names_are_found_without_case_and_accents_and_a_single_filter_may_stand_alone(tmp_path) -> None:
    path = written({"where": {"Mode": "Cars"}, "series": {"x": "gdp PER capita"}, "hosts": {"T": "turkiye"}}, tmp_path)
    (mapping,) = read_mappings(path, STUDY)
    assert mapping.where == (Filter(column="Mode", values=("Cars",)),)
    assert (mapping.series[0].criterion, mapping.hosts[0].host) == ("gdp", "TUR")


def test_every_unknown_name_is_told(tmp_path) -> None:
    with pytest.raises(Refused) as refusal:
        read_mappings(written({"series": {"x": "GDP pre capita", "y": "Z"}, "hosts": {"T": "Turk"}}, tmp_path), STUDY)
    codes = [p.code for p in refusal.value.problems]
    assert codes == ["mapping.unknown_leaf_near", "mapping.unknown_leaf", "mapping.unknown_host"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [("{", "mapping.no_json"), ({"serie": {}}, "mapping.not_understood"), ({"year": "x"}, "mapping.not_understood")],
)
def test_what_is_no_mapping_is_refused(fields, code, tmp_path) -> None:
    with pytest.raises(Refused) as refusal:
        read_mappings(written(fields, tmp_path), STUDY)
    assert [p.code for p in refusal.value.problems] == [code]


def test_a_mapping_is_for_the_file_that_it_names_or_for_any(tmp_path) -> None:
    anybody = ImportMapping(file="")
    assert for_file([MAPPING, anybody], tmp_path / "A.CSV") == (MAPPING, anybody)
    assert for_file([MAPPING], tmp_path / "b.csv") == ()
