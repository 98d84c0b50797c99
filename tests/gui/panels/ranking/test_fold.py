"""The strip that brings the ranking back."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.gui.panels.ranking.fold import RankingFold


def test_it_is_narrow_and_says_what_it_does(qtbot: QtBot) -> None:
    fold = RankingFold()
    qtbot.addWidget(fold)
    fold.show()
    assert fold.sizeHint().width() < 40
    assert fold.accessibleName() == "Show the live ranking"
    with qtbot.waitSignal(fold.clicked):
        qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
