"""Five publishers' files on the command line: the figures of the template come out, with nothing edited beforehand."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from decidr.core.study.data import Cell
from decidr.formats.study_file import load_study, save_study
from decidr.formats.templates import load_template
from tests.command_line import call
from tests.formats.indicators.publishers import write_publishers

EV = load_template("ev-plant")
HOSTS = {host.code: host.id for host in EV.hosts}
CARS = ("--where", "mode=Cars", "--where", "powertrain=BEV", "--where", "category=Historical")


def cells(path, leaf: str) -> dict[str, Cell]:
    study = load_study(path)
    id_ = next(c.id for c in study.criteria if c.name == leaf)
    return {cell.host: cell for cell in study.cells if cell.criterion == id_}


def shipped(leaf: str, code: str) -> Cell:
    """The template's figure, which was read in the publisher's whole file."""
    id_ = next(c.id for c in EV.criteria if c.name == leaf)
    return next(c for c in EV.cells if (c.criterion, c.host) == (id_, HOSTS[code]))


@pytest.mark.parametrize(
    ("file", "options", "leaf", "codes"),
    [
        ("wgi", ("--where", "indicator=pv", "--year", 2023), "Political stability", ("CAN", "TUR")),
        ("wgi", ("--where", "indicator=rl", "--year", 2023), "Rule of law and integrity", ("CAN", "TUR")),
        ("lpi", ("--sheet", 2023), "Logistics", ("CAN", "TUR")),
        ("lpi", ("--sheet", 2018), "Logistics", ("MAR",)),
        ("iea", ("--where", "parameter=EV sales", *CARS, "--year", 2024), "Home EV market", ("CAN", "TUR")),
        ("carbon", ("--year", 2024), "Power: carbon", ("CAN", "TUR", "MAR")),
        ("tax", (), "Statutory tax burden", ("BRA", "THA")),
    ],
)
def test_each_publishers_file_gives_the_templates_figures(capsys, tmp_path, file, options, leaf, codes) -> None:
    data = write_publishers(tmp_path)[file]
    save_study(replace(EV, cells=()), tmp_path / "empty.decidr")
    outcome = call(capsys, "import", tmp_path / "empty.decidr", data, "-o", tmp_path / "out.decidr", *options)
    assert outcome.code == 0
    assert outcome.out.split("\t")[0] == leaf
    found = cells(tmp_path / "out.decidr", leaf)
    for code in codes:
        cell, wanted = found[HOSTS[code]], shipped(leaf, code)
        assert (round(cell.value, 3 if file == "wgi" else 2), cell.year) == (wanted.value, wanted.year)
        assert data.name in cell.note


def test_what_is_wrong_is_told_a_line_each_and_nothing_is_written(capsys, tmp_path) -> None:
    data = write_publishers(tmp_path)["iea"]
    words = ("import", "ev-plant", data, "-o", tmp_path / "out.decidr", *CARS, "--where", "powertrain=PHEV")
    outcome = call(capsys, *words)
    assert (outcome.code, outcome.out) == (1, "")
    assert 'they differ in «powertrain» (BEV, PHEV); choose one (--where "powertrain=…")' in outcome.err
    assert not (tmp_path / "out.decidr").exists()


@pytest.mark.parametrize("where", ["mode", "=Cars", " =Cars"])
def test_a_filter_that_is_none_is_wrong_usage(capsys, tmp_path, where) -> None:
    data = write_publishers(tmp_path)["iea"]
    outcome = call(capsys, "import", "ev-plant", data, "-o", tmp_path / "out.decidr", "--where", where)
    assert (outcome.code, outcome.out) == (2, "")


def test_keep_leaves_measured_cells_and_takes_the_rest(capsys, tmp_path) -> None:
    data = write_publishers(tmp_path)["carbon"]
    outcome = call(capsys, "import", "ev-plant", data, "-o", tmp_path / "out.decidr", "--year", 2023, "--keep")
    assert outcome.code == 0
    assert "185.35 (measured, 2024) stays; the file has 174.37 (2023)" in outcome.err
    assert cells(tmp_path / "out.decidr", "Power: carbon")[HOSTS["CAN"]] == shipped("Power: carbon", "CAN")


def test_a_mapping_is_written_confirmed_and_read(capsys, tmp_path) -> None:
    data, mapping = tmp_path / "figures_2024.csv", tmp_path / "mapping.json"
    data.write_text("Country,Jobs per plant,Rainfall\nCanada,7,1\nSpain,6,2\n", encoding="utf-8")
    words = ("import", "ev-plant", data, "-o", tmp_path / "out.decidr", "--mapping", mapping)
    refused = call(capsys, *words)
    assert (refused.code, refused.out) == (1, "")
    fields = json.loads(mapping.read_text(encoding="utf-8"))
    assert fields["to confirm"] == {"Jobs per plant": "Jobs", "Rainfall": None}
    fields["series"] = {"Jobs per plant": "Jobs"}
    mapping.write_text(json.dumps(fields), encoding="utf-8")
    done = call(capsys, *words)
    assert (done.code, done.out.split("\t")[:3]) == (0, ["Jobs", "Jobs per plant", "2 of 10"])
    assert cells(tmp_path / "out.decidr", "Jobs")[HOSTS["CAN"]].value == 7.0
    (kept,) = load_study(tmp_path / "out.decidr").imports
    assert (kept.file, kept.series[0].series) == ("figures_2024.csv", "Jobs per plant")
    other = write_publishers(tmp_path)["carbon"]
    assert call(capsys, "import", "ev-plant", other, *words[3:]).code == 1
