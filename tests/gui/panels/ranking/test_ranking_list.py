"""The live ranking's list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_criterion
from decidr.gui.document import Document
from decidr.gui.models.ranking.ranking_model import ranked_hosts
from decidr.gui.panels.ranking.ranking_list import RankingList, row_height
from decidr.gui.theme import LIGHT
from tests.gui.example_study import example_study


@pytest.fixture
def ranking(qtbot: QtBot, document: Document) -> RankingList:
    made = RankingList()
    qtbot.addWidget(made)
    made.resize(280, 300)
    made.show()
    _show(made, document)
    return made


def _show(ranking: RankingList, document: Document, *, moving: bool = False) -> None:
    hosts = ranked_hosts(document.results, document.focus)
    ranking.show_hosts(hosts, document.selected_host, moving=moving)


def test_a_click_chooses_the_host(qtbot: QtBot, ranking: RankingList) -> None:
    place = ranking.visualRect(ranking.shown.index(1)).center()
    with qtbot.waitSignal(ranking.host_chosen) as told:
        qtbot.mouseClick(ranking.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["h1"]


def test_arrow_keys_and_enter_choose_the_host(qtbot: QtBot, ranking: RankingList) -> None:
    ranking.setFocus()
    ranking.setCurrentIndex(ranking.shown.index(0))
    qtbot.keyClick(ranking, Qt.Key.Key_Down)
    with qtbot.waitSignal(ranking.host_chosen) as told:
        qtbot.keyClick(ranking, Qt.Key.Key_Return)
    assert told.args == ["h1"]


def test_the_leader_has_the_longest_bar_in_its_colour(ranking: RankingList, document: Document) -> None:
    image = ranking.grab().toImage()
    lengths = [_bar_length(image, int(ranking.place(host.id).top) + 12, _ink(host.slot)) for host in _hosts(ranking)]
    assert lengths[0] == max(lengths)
    assert lengths[0] > 80


def test_bars_move_on_an_edit_and_arrive(qtbot: QtBot, ranking: RankingList, document: Document) -> None:
    before = ranking.place("h10")
    document.apply("turn", set_criterion(document.study, "c5", active=False))
    _show(ranking, document, moving=True)
    target = next(host for host in ranking.shown.hosts if host.id == "h10")
    assert ranking.place("h10").total == pytest.approx(before.total, abs=0.05)
    qtbot.waitUntil(lambda: ranking.place("h10").total == target.total)


def test_bars_that_follow_a_drag_are_there_at_once(ranking: RankingList, document: Document) -> None:
    document.try_weight("c1", 0.9)
    _show(ranking, document)
    assert all(ranking.place(host.id).total == host.total for host in ranking.shown.hosts)


def test_forty_hosts_scroll(qtbot: QtBot, ranking: RankingList) -> None:
    document = Document(example_study(40))
    _show(ranking, document)
    assert ranking.wanted_height() > 900
    qtbot.waitUntil(lambda: ranking.verticalScrollBar().maximum() > 600)


def test_hover_tells_everything(ranking: RankingList) -> None:
    tip = ranking.shown.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "United States: 80.0000 points, rank 1"


def test_a_reason_makes_the_row_taller(ranking: RankingList, document: Document) -> None:
    document.apply("must", set_criterion(document.study, "c5", must=">= 3"))
    _show(ranking, document)
    last, first = ranking.shown.hosts[-1], ranking.shown.hosts[0]
    assert row_height(last) > row_height(first)


def _hosts(ranking: RankingList) -> list:  # type: ignore[type-arg]
    return list(ranking.shown.hosts)


def _ink(slot: int | None) -> QColor:
    return QColor(LIGHT.other_hosts if slot is None else LIGHT.hosts_in_focus[slot])


def _bar_length(image, y: int, ink: QColor) -> int:  # type: ignore[no-untyped-def]
    return sum(image.pixelColor(x, y) == ink for x in range(image.width()))
