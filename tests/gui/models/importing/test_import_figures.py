"""Every figure of an import, beside what stands there now."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from decidr.formats.indicators.choosing import leave
from decidr.gui.models.importing.import_figures import HOST, LABEL, LEAVES, ImportFigures
from decidr.gui.models.shared.roles import BELOW_ROLE, CHOICES_ROLE, TONE_ROLE
from tests.gui.import_drafts import PRESENT, draft

CHECKED, PART, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked
CANADA, KOREA = 0, 3


@pytest.fixture
def model(qapp, tmp_path) -> ImportFigures:
    made = ImportFigures()
    made.show_draft(draft(tmp_path))
    return made


def state(model: ImportFigures, row: int, column: int) -> Qt.CheckState | None:
    return model.index(row, column).data(Qt.ItemDataRole.CheckStateRole)


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, model: ImportFigures) -> None:
    qtmodeltester.check(model, force_py=True)


def test_a_figure_stands_beside_the_one_that_it_replaces(model) -> None:
    new = model.index(CANADA, LEAVES)
    assert (new.data(), new.data(BELOW_ROLE)) == ("1 (2023)", "now 7 (2020), measured")
    assert model.index(1, LEAVES).data(BELOW_ROLE) == ""


def test_a_host_that_the_file_does_not_name_can_be_given_a_label(model) -> None:
    asked: list[tuple[str, str]] = []
    model.label_chosen.connect(lambda host, label: asked.append((host, label)))
    cell = model.index(KOREA, LABEL)
    assert cell.data() == "not in the file"
    assert ("Elsewhere", "Elsewhere") in cell.data(CHOICES_ROLE)
    assert model.setData(cell, "Elsewhere")
    assert asked == [("KOR", "Elsewhere")]


def test_a_box_leaves_one_figure_and_a_hosts_box_its_whole_row(model) -> None:
    asked: list[tuple[object, bool]] = []
    model.left_changed.connect(lambda keys, is_left: asked.append((keys, is_left)))
    for column in (LEAVES, HOST):
        assert model.setData(model.index(CANADA, column), None, Qt.ItemDataRole.CheckStateRole)
    assert asked == [((("gdp", "CAN"),), True), ((("gdp", "CAN"), ("law", "CAN")), True)]


def test_boxes_show_what_is_left(model, tmp_path) -> None:
    assert (state(model, CANADA, HOST), state(model, CANADA, LEAVES)) == (CHECKED, CHECKED)
    model.show_draft(leave(draft(tmp_path), [("gdp", "CAN")], is_left=True))
    assert (state(model, CANADA, HOST), state(model, CANADA, LEAVES)) == (PART, UNCHECKED)
    assert (state(model, KOREA, HOST), state(model, CANADA, LABEL)) == (None, None)


def test_a_figure_older_than_the_one_that_stands_and_a_closed_cell_are_told(qapp, tmp_path) -> None:
    stands = (replace(PRESENT.cells[0], year=2025), replace(PRESENT.cells[0], host="TUR", closed="shut", year=2023))
    model = ImportFigures()
    model.show_draft(draft(tmp_path, study=replace(PRESENT, cells=stands)))
    older, closed = model.index(CANADA, LEAVES), model.index(1, LEAVES)
    assert (older.data(BELOW_ROLE), older.data(TONE_ROLE)) == ("newer now: 7 (2025), measured", "look_here")
    assert (closed.data(BELOW_ROLE), closed.data(TONE_ROLE)) == ("now 7 (2023), closed, and stays so", "")
