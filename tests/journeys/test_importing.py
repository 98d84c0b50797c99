"""A consultant drops a World Bank file on the window, looks at what goes where, and takes it in and back."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from decidr.formats.study_file import load_study
from decidr.gui.main_window import MainWindow
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
