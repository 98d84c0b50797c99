"""Figures of a publisher's file taken in by the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from decidr.core.study.data import Cell
from decidr.core.study.edits import set_fields
from decidr.gui.data_import import DataImport
from decidr.gui.document import Document
from decidr.gui.jobs import Jobs
from decidr.gui.panels.importing.page import ImportPage
from tests.formats.indicators.corpus import GDP, STUDY
from tests.gui.recording_messages import RecordingMessages
from tests.gui.test_questionnaires import Preview

STANDS = Cell(criterion="gdp", host="CAN", value=7.0, unit="USD", year=2020, status="measured")
PRESENT = replace(STUDY, cells=(STANDS,))


class Place(Preview):
    """Where a file is previewed, and where its import is chosen."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.page = ImportPage()
        qtbot.addWidget(self.page)

    def open_import(self) -> ImportPage:
        self.page.show()
        return self.page

    def close_import(self) -> None:
        self.page.hide()


class Desk:
    """A document into which files are read."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder, self.messages = qtbot, folder, RecordingMessages()
        self.document, self.jobs, self.preview = Document(PRESENT), Jobs(), Place(qtbot)
        self.imports = DataImport(self.document, self.messages, self.jobs, self.preview)

    def file(self, text: str) -> Path:
        path = self.folder / "a_2023.csv"
        path.write_text(text, encoding="utf-8")
        return path

    def choose(self, path: Path) -> None:
        self.messages.file = path
        self.imports.choose_and_read()
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.is_idle, timeout=20_000)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path)


def values(document: Document) -> list[float | str | None]:
    return [cell.value for cell in document.study.cells]


def test_a_preview_tells_what_goes_where_and_what_it_replaces_before_anything_counts(desk):
    desk.choose(desk.file(f"Country,{GDP}\nCanada,1\nTurkey,2\n"))
    ((text, notices, take, offer, other),) = desk.preview.shown
    assert text == "a_2023.csv has 2 figures for this study"
    assert (notices[0].place, notices[0].text.split(";")[0]) == (GDP, f"«{GDP}», 2 of 5 hosts")
    (conflict,) = [n for n in notices if "becomes" in n.text]
    assert conflict.text == f"{GDP}, Canada: 7 (measured, 2020) becomes 1 (2023)"
    assert (take is not None, offer, other.text) == (True, "Take them in", "Choose…")
    assert values(desk.document) == [7.0]


def test_a_figure_that_would_give_way_to_an_older_one_is_told_before_the_others(desk):
    cells = (*PRESENT.cells, replace(STANDS, host="TUR", value=5.0, year=2022))
    desk.document.apply("Add", replace(PRESENT, cells=cells))
    desk.choose(desk.file(f"Country,{GDP},Year\nCanada,1,2021\nTurkey,2,2021\n"))
    replaced = [n for n in desk.preview.shown[0][1] if n.place == "replaced"]
    assert [(n.severity, "which is older (2021)" in n.text) for n in replaced] == [("warning", True), ("notice", False)]


def test_what_is_taken_in_is_one_undoable_step(desk):
    desk.choose(desk.file(f"Country,{GDP}\nCanada,1\nTurkey,2\n"))
    desk.preview.shown[0][2]()
    assert values(desk.document) == [1.0, 2.0]
    assert desk.document.undo_stack.undoText() == "Import a_2023.csv"
    assert desk.messages.told[-1:] == ["Took in 2 figures."]
    desk.document.undo_stack.undo()
    assert values(desk.document) == [7.0]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("Canada,7,2020\n", "1 figure stands in the study already; nothing changed."),
        ("Canada,7,2020\nTurkey,2,2020\n", "Took in 2 figures. 1 of them stood there already."),
    ],
)
def test_a_figure_that_stands_already_is_not_told_as_taken_in(desk, rows, told):
    desk.choose(desk.file(f"Country,{GDP} (USD),Year\n{rows}"))
    desk.preview.shown[0][2]()
    assert desk.messages.told[-1:] == [told]


def test_a_file_with_a_fault_is_left_to_choose_and_brings_nothing(desk):
    desk.choose(desk.file(f"Country,{GDP}\nCanada,1\nTurkey,about two\n"))
    assert (desk.preview.shown, desk.preview.page.isVisible()) == ([], True)
    assert not desk.preview.page.take.isEnabled()
    texts = [label.text() for label in desk.preview.page.notices.findChildren(QLabel)]
    assert any(text.endswith("B3") for text in texts)
    assert values(desk.document) == [7.0]


def test_what_is_sure_may_be_chosen_otherwise(desk):
    desk.choose(desk.file(f"Country,{GDP}\nCanada,1\nTurkey,2\n"))
    desk.preview.shown[0][4].do()
    desk.wait()
    assert desk.preview.page.isVisible()
    desk.preview.page.take.click()
    assert (values(desk.document), desk.preview.page.isVisible()) == ([1.0, 2.0], False)


def test_a_study_that_moved_on_is_read_for_again(desk):
    desk.choose(desk.file(f"Country,{GDP}\nCanada,1\n"))
    desk.document.apply("Rename", set_fields(desk.document.study, title="Another"))
    desk.preview.shown[0][2]()
    desk.wait()
    assert values(desk.document) == [7.0]
    desk.preview.shown[1][2]()
    assert (values(desk.document), desk.document.study.title) == ([1.0], "Another")


def test_a_file_without_the_studys_hosts_leaves_the_word_to_whoever_asked(desk):
    said: list[str] = []
    desk.imports.read(desk.file("Town,Rain\nLeeds,2\nYork,3\n"), lambda: said.append("refused"))
    desk.wait()
    assert said == ["refused"]
    assert desk.preview.shown == []


def test_a_damaged_file_is_told_in_words(desk):
    path = desk.folder / "damaged.xlsx"
    path.write_bytes(b"no workbook")
    desk.choose(path)
    told = [notice.text for shown in desk.preview.shown for notice in shown[1]] + desk.messages.warned
    assert told
    assert values(desk.document) == [7.0]


@pytest.mark.parametrize(
    ("new", "told"), [("7.0004", "1 figure only gains digits"), ("7.6", "7 (measured, 2023) becomes 7.6")]
)
def test_a_figure_that_only_gains_digits_is_not_told_as_a_change(desk, new: str, told: str):
    cells = (replace(PRESENT.cells[0], year=2023),)
    desk.document.apply("Date", replace(PRESENT, cells=cells))
    desk.choose(desk.file(f"Country,{GDP}\nCanada,{new}\nTurkey,2\n"))
    (said,) = [notice.text for notice in desk.preview.shown[0][1] if notice.place == "replaced"]
    assert told in said
