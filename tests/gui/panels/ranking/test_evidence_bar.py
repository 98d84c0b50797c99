"""What the weight rests on."""

from math import nan

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from decidr.core.study.data import Evidence
from decidr.gui.panels.ranking.evidence_bar import EvidenceBar

SHARES: dict[Evidence, float] = {
    "placeholder": 0.47,
    "missing": 0.03,
    "measured": 0.46,
    "proxy": 0.04,
    "judged": 0.0,
}


def _bar(qtbot: QtBot, shares: dict[Evidence, float] = SHARES) -> EvidenceBar:
    bar = EvidenceBar()
    qtbot.addWidget(bar)
    bar.resize(280, 60)
    bar.show_shares(shares)
    bar.show()
    return bar


def test_parts_stand_in_their_order_and_what_is_not_there_is_not_shown(qtbot: QtBot) -> None:
    assert list(_bar(qtbot).shares) == ["measured", "proxy", "missing", "placeholder"]


def test_all_shares_are_told_in_words(qtbot: QtBot) -> None:
    told = _bar(qtbot).accessibleDescription()
    assert told == "46\u202f% measured, 4\u202f% proxy, 3\u202f% gaps, 47\u202f% placeholders"


def test_hover_tells_the_part_under_the_mouse(qtbot: QtBot) -> None:
    bar = _bar(qtbot)
    place = QPoint(bar.width() - 10, 3)
    QApplication.sendEvent(bar, QHelpEvent(QEvent.Type.ToolTip, place, bar.mapToGlobal(place)))
    assert QToolTip.text() == "47\u202f% placeholders; a click shows these cells"
    QToolTip.hideText()


def test_a_click_on_a_part_or_on_its_word_chooses_its_kind(qtbot: QtBot) -> None:
    bar, told = _bar(qtbot), []
    bar.kind_chosen.connect(told.append)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() - 10, 3))
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(14, 20))
    qtbot.mouseClick(bar, Qt.MouseButton.RightButton, pos=QPoint(14, 20))
    assert told == ["placeholder", "measured"]


def test_by_keys_the_arrows_go_to_a_part_and_enter_chooses_it(qtbot: QtBot) -> None:
    bar, told = _bar(qtbot), []
    bar.kind_chosen.connect(told.append)
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(bar.hasFocus)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Space, *[Qt.Key.Key_Right] * 5, Qt.Key.Key_Enter):
        qtbot.keyClick(bar, key)
    qtbot.keyClick(bar, Qt.Key.Key_Left)
    qtbot.keyClick(bar, Qt.Key.Key_Return)
    assert told == ["measured", "proxy", "placeholder", "missing"]


def test_a_study_without_weights_shows_nothing(qtbot: QtBot) -> None:
    assert _bar(qtbot, {"measured": nan, "placeholder": nan}).shares == {}


def test_words_take_a_second_row_where_they_do_not_fit(qtbot: QtBot) -> None:
    bar = _bar(qtbot)
    one_row = bar.sizeHint().height()
    bar.resize(120, 80)
    assert bar.sizeHint().height() > one_row
