"""Every shortcut in one table, made from the table of actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from decidr.gui.actions import Action, menu_names
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE, scaled
from decidr.language import _


class ShortcutsDialog(QDialog):
    """Two columns of menus with their shortcuts, and what the keys do in a matrix and in a question."""

    def __init__(self, actions: Sequence[Action], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts_dialog")
        self.setWindowTitle(_("Keyboard shortcuts"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE[5])
        grid.setVerticalSpacing(SPACE[3])
        for place, (title, rows) in enumerate(_sections(actions)):
            grid.addLayout(_section(title, rows), place // 3, place % 3)
        column.addLayout(grid)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.setMinimumWidth(scaled(720))


def _sections(actions: Sequence[Action]) -> list[tuple[str, list[tuple[str, str]]]]:
    menus = [
        (
            title,
            [(_keys(a.shortcuts), a.text) for a in actions if a.menu == menu and a.shortcuts],
        )
        for menu, title in menu_names().items()
    ]
    matrix = [
        (_("arrows, Tab, Enter"), _("move from cell to cell")),
        ("3   1/3   0,333", _("type a judgment")),
        (_("Delete"), _("take it back")),
        ("Ctrl+C   Ctrl+V", _("copy and paste blocks, also from Excel")),
    ]
    question = [
        (_("1 to 9"), _("how many times as much")),
        ("←   →", _("towards one side or the other")),
        (_("Enter"), _("next question")),
    ]
    return [*(m for m in menus if m[1]), (_("In a matrix"), matrix), (_("In a question"), question)]


def _section(title: str, rows: list[tuple[str, str]]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addWidget(text_label(title, "section"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE[3])
    grid.setVerticalSpacing(SPACE[0])
    for row, (keys, text) in enumerate(rows):
        grid.addWidget(_fixed(keys), row, 0)
        grid.addWidget(_fixed(text.rstrip("…")), row, 1)
    grid.setColumnStretch(1, 1)
    column.addLayout(grid)
    column.addStretch()
    return column


def _fixed(text: str) -> QWidget:
    label = text_label(text, "second")
    label.setWordWrap(False)
    return label


def _keys(shortcuts: Sequence[str]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "   ".join(QKeySequence(keys).toString(native) for keys in shortcuts)
