"""The series of a file, each with its leaf."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from decidr.formats.indicators.choosing import choose_leaf
from decidr.gui.models.importing.import_series import BRINGS, LEAF, SERIES, ImportSeries, series_lines
from decidr.gui.models.shared.roles import BELOW_ROLE, CHOICES_ROLE
from tests.formats.indicators.corpus import GDP, LAW
from tests.gui.import_drafts import draft

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture
def model(qapp, tmp_path) -> ImportSeries:
    made = ImportSeries()
    made.show_draft(draft(tmp_path))
    return made


def text(model: ImportSeries, row: int, column: int) -> str:
    return model.index(row, column).data()


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, model: ImportSeries) -> None:
    qtmodeltester.check(model, force_py=True)


def test_what_is_taken_comes_first_then_what_is_near_then_the_rest(model) -> None:
    assert [line.series for line in model.lines] == [GDP, LAW, "Tax rate in force", "Rain"]
    assert [text(model, row, LEAF) for row in range(4)] == [GDP, LAW, "Tax rate?", "–"]
    states = [model.index(row, SERIES).data(Qt.ItemDataRole.CheckStateRole) for row in range(4)]
    assert states == [CHECKED, CHECKED, UNCHECKED, None]


def test_a_series_that_is_taken_or_left_keeps_its_row(model, tmp_path) -> None:
    before = [line.series for line in model.lines]
    model.show_draft(choose_leaf(choose_leaf(draft(tmp_path), GDP, None), "Rain", "tax"))
    assert [line.series for line in model.lines] == before
    model.show_draft(draft(tmp_path, f"Country,Snow,{GDP}\nCanada,1,2\nTurkey,2,3\n"))
    assert [line.series for line in model.lines] == [GDP, "Snow"]


def test_a_series_says_how_many_hosts_it_brings_and_who_has_none(model) -> None:
    assert text(model, 0, BRINGS) == "2 of 5 hosts"
    assert model.index(0, BRINGS).data(BELOW_ROLE) == "none for Côte d’Ivoire, South Korea, Site 11"


def test_what_is_wrong_with_a_series_stands_beside_it(tmp_path) -> None:
    lines = series_lines(draft(tmp_path, f"Country,{GDP}\nCanada,about one\nTurkey,2\n"))
    assert (lines[0].is_at_fault, lines[0].brings) == (True, "nothing yet")
    assert "about one" in lines[0].remark


@pytest.mark.parametrize(("row", "leaf"), [(0, ""), (2, "tax")])
def test_the_box_takes_what_is_near_and_leaves_what_is_taken(model, row, leaf) -> None:
    asked: list[tuple[str, str]] = []
    model.leaf_chosen.connect(lambda series, to: asked.append((series, to)))
    assert model.setData(model.index(row, SERIES), None, Qt.ItemDataRole.CheckStateRole)
    assert asked == [(model.lines[row].series, leaf)]


def test_any_leaf_may_be_chosen_for_any_series(model) -> None:
    asked: list[tuple[str, str]] = []
    model.leaf_chosen.connect(lambda series, to: asked.append((series, to)))
    offered = dict(model.index(3, LEAF).data(CHOICES_ROLE))
    assert {"", "gdp", "law", "tax"} <= offered.keys()
    assert model.setData(model.index(3, LEAF), "tax")
    assert asked == [("Rain", "tax")]


def test_a_code_is_spelled_out_below_it(tmp_path) -> None:
    from_bank = "Country,Indicator Code,2023\nCanada,pv,1\nCanada,rl,2\nTurkey,pv,3\nTurkey,rl,4\n"
    found = {line.series: line.meaning for line in series_lines(draft(tmp_path, from_bank))}
    assert found["pv"] == "Political stability"


def test_a_confirmed_series_is_taken(tmp_path) -> None:
    chosen = choose_leaf(draft(tmp_path), "Tax rate in force", "tax")
    assert [line.series for line in series_lines(chosen) if line.leaf] == [GDP, LAW, "Tax rate in force"]
