"""A consultant drops a World Bank file on the window, looks at what goes where, and takes it in and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from decidr.formats.study_file import load_study
from decidr.gui.main_window import MainWindow
from decidr.gui.models.importing.import_series import LEAF
from decidr.gui.panels.importing.page import ImportPage
from tests.formats.indicators.publishers import write_publishers
from tests.gui.open_windows import OpenWindow
from tests.gui.test_main_window import drop, said
from tests.journeys.conftest import Click

WORLD_BANK = """\
"Data Source","World Development Indicators",

"Last Updated Date","2026-01-15",

"Country Name","Country Code","Indicator Name","Indicator Code","2022","2023"
"Aruba","ABW","Political stability","PV.EST","",""
"Canada","CAN","Political stability","PV.EST","0.78","1.2"
"Spain","ESP","Political stability","PV.EST","0.29","-1.45"
"Turkiye","TUR","Political stability","PV.EST","-1.03","-1.01"
"""


def test_a_dropped_file_moves_the_ranking_when_its_mapping_is_confirmed_and_undo_returns_it(
    qtbot: QtBot, open_window: OpenWindow, plant: Path, click: Click, tmp_path: Path
) -> None:
    window = open_window(load_study(plant), with_parts=True)
    before = points(window)
    path = tmp_path / "API_PV.EST_DS2_en_csv_v2_1234.csv"
    path.write_text(WORLD_BANK, encoding="utf-8")

    # She drops the file and sees what goes where; nothing counts yet.
    assert drop(window, path)
    qtbot.waitUntil(lambda: any("has 3 figures" in text for text in said(window)), timeout=20_000)
    assert points(window) == before

    # She agrees, the ranking moves; she takes it back, it returns.
    click(window, "import_take")
    assert points(window)["Spain"] < before["Spain"]
    assert points(window)["Canada"] > before["Canada"]
    cell = next(
        c for c in window.document.study.cells if c.criterion == leaf(window) and c.host == host(window, "Spain")
    )
    assert (cell.value, cell.year, path.name in cell.source + cell.note) == (-1.45, 2023, True)
    window.action_table["undo"].trigger()
    assert points(window) == before


def points(window: MainWindow) -> dict[str, float]:
    """The hosts' totals by name."""
    results = window.document.results
    names = [host(window, "", identity) for identity in results.hosts]
    return dict(zip(names, results.totals.tolist(), strict=True))


def host(window: MainWindow, name: str, identity: str = "") -> str:
    """The id of a host's name, or the name of its id."""
    found = next(h for h in window.document.study.hosts if identity in ("", h.id) and name in ("", h.name))
    return found.name if identity else found.id


def leaf(window: MainWindow) -> str:
    """The leaf of political stability."""
    return next(c.id for c in window.document.study.criteria if c.name == "Political stability")


CLICKS: dict[str, tuple[dict[str, str], str, dict[str, str], str, float, int]] = {
    "wgi": ({"import_year": "2023"}, "pv", {}, "Political stability", 0.822421, 2023),
    "lpi": ({"import_sheet": "2018"}, "overall LPI score", {}, "Logistics", 3.73, 2018),
    "iea": (
        {"import_year": "2024"},
        "EV sales",
        {"mode": "Cars", "powertrain": "BEV"},
        "Home EV market",
        190_000.0,
        2024,
    ),
    "carbon": ({"import_year": "2024"}, "Carbon intensity", {}, "Power: carbon", 185.35, 2024),
    "tax": ({}, "Corporate Tax Rate", {}, "Statutory tax burden", 34.0, 2023),
}
"""What is clicked for each publisher's file: fields, the series and its leaf, rows, and the figure that must come."""


@pytest.mark.parametrize("publisher", list(CLICKS))
def test_each_publishers_file_is_taken_in_by_picking_rows_year_and_leaf(
    qtbot: QtBot, open_window: OpenWindow, plant: Path, click: Click, tmp_path: Path, publisher: str
) -> None:
    fields, series, rows, leaf_name, figure, year = CLICKS[publisher]
    study = load_study(plant)
    window = open_window(replace(study, cells=()), with_parts=True)
    path = write_publishers(tmp_path)[publisher]

    # She drops the file; where all is sure she asks to choose all the same.
    assert drop(window, path)
    qtbot.waitUntil(lambda: window.jobs.is_idle, timeout=20_000)
    if (found := window.findChild(QPushButton, "import_other")) and found.isVisible():
        click(window, "import_other")
    qtbot.waitUntil(lambda: window.jobs.is_idle and page(window).isVisible(), timeout=20_000)

    # She picks the sheet or the year, the rows, and where the series goes.
    for name, text in fields.items():
        pick(qtbot, window, window.findChild(QComboBox, name), text)
    for column, text in rows.items():
        pick(qtbot, window, page(window).rows.row_field(column).box, text)
    target = next(c.id for c in window.document.study.criteria if c.name == leaf_name)
    row = next(n for n, line in enumerate(page(window).series.lines) if line.series.startswith(series))
    page(window).series.setData(page(window).series.index(row, LEAF), target)
    qtbot.waitUntil(lambda: window.jobs.is_idle)

    # Every figure is in view before any counts; then they are taken in, and one step takes them back.
    assert window.document.study.cells == ()
    click(window, "import_page_take")
    who = "BRA" if publisher == "tax" else "CAN"
    code = {h.id: h.code for h in window.document.study.hosts}
    (cell,) = [c for c in window.document.study.cells if (c.criterion, code[c.host]) == (target, who)]
    assert (cell.value, cell.year) == (pytest.approx(figure, abs=0.005), year)
    window.action_table["undo"].trigger()
    assert window.document.study.cells == ()


def page(window: MainWindow) -> ImportPage:
    """The page on which the import is chosen."""
    found = window.findChild(ImportPage)
    assert found is not None
    return found


def pick(qtbot: QtBot, window: MainWindow, box: QComboBox, text: str) -> None:
    """Choose from a list, as a click would, and wait until what follows is shown."""
    box.setCurrentIndex(box.findText(text))
    assert box.currentText() == text
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: window.jobs.is_idle, timeout=20_000)
