"""«Find or do …»: one field that leads to actions, pages, criteria and hosts by any part of their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QStandardItem
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from decidr.core.study.names import folded
from decidr.gui.theme import CAPTION, current, font, scaled
from decidr.language import _

MOST_SHOWN = 12


class Target(NamedTuple):
    """Something that can be found: its name, what kind of thing it is, and what happens when it is chosen."""

    name: str
    kind: str
    go: Callable[[], object]


class FindField(QLineEdit):
    """Shows what matches while the user types; Enter or a click goes there. ``targets`` are asked for each time."""

    def __init__(self, targets: Callable[[], Sequence[Target]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_field")
        self.setAccessibleName(_("Find or do"))
        self.setPlaceholderText(_("Find or do …"))
        self.setFixedWidth(scaled(248))
        self._targets = targets
        self._found: list[Target] = []
        self._rows = QStandardItemModel(self)
        self._completer = QCompleter(self._rows, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(MOST_SHOWN)
        self._popup = QListView()
        self._popup.setObjectName("find_popup")
        self._popup.setItemDelegate(_TargetLine(self._popup))
        self._completer.setPopup(self._popup)
        self._completer.setWidget(self)
        self._completer.activated.connect(lambda text: self._take())
        self.textEdited.connect(self._search)

    @property
    def found(self) -> tuple[Target, ...]:
        """What matches now, the best first."""
        return tuple(self._found)

    def start(self) -> None:
        """Begin to search."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_to_first()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.text() and not self.hasFocus():
            self._paint_hint()

    def _paint_hint(self) -> None:
        """The shortcut that leads here, at the right."""
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(CAPTION - 1))
        metrics = QFontMetricsF(painter.font())
        width = metrics.horizontalAdvance("Ctrl K") + 10
        key = QRectF(self.width() - width - 7, (self.height() - 17) / 2, width, 17)
        painter.setPen(QColor(theme.line))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(key, 3, 3)
        painter.setPen(QColor(theme.third_text))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, "Ctrl K")

    def _search(self, text: str) -> None:
        self._found = matching(self._targets(), text)[:MOST_SHOWN]
        self._rows.clear()
        for target in self._found:
            row = QStandardItem(target.name)
            row.setData(target.kind, Qt.ItemDataRole.UserRole)
            row.setData(f"{target.name}, {target.kind}", Qt.ItemDataRole.AccessibleTextRole)
            self._rows.appendRow(row)
        if self._found:
            self._completer.complete()
        else:
            self._popup.hide()

    def _take(self) -> None:
        """What was clicked, or stood under the cursor at Enter."""
        self._go(self._found[self._popup.currentIndex().row()])

    def _go_to_first(self) -> None:
        if not self._found and self.text():
            self._search(self.text())
        if self._found:
            self._go(self._found[0])

    def _go(self, target: Target) -> None:
        self._popup.hide()
        self._found = []
        self.clear()
        self.clearFocus()
        target.go()


def matching(targets: Sequence[Target], text: str) -> list[Target]:
    """The targets that hold every word of ``text``, those that begin with it first."""
    wanted = folded(text)
    if not wanted:
        return []
    hits = [target for target in targets if all(word in folded(target.name) for word in wanted.split())]
    return sorted(hits, key=lambda target: not folded(target.name).startswith(wanted))


class _TargetLine(QStyledItemDelegate):
    """The name at the left, what it is at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(scaled(240), scaled(28))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, area = current(), QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.soft_accent))
        kind = str(index.data(Qt.ItemDataRole.UserRole))
        inner = area.adjusted(10, 0, -10, 0)
        painter.setFont(font(CAPTION))
        painter.setPen(QColor(theme.third_text))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, kind)
        room = inner.width() - QFontMetricsF(painter.font()).horizontalAdvance(kind) - 10
        painter.setFont(font())
        painter.setPen(QColor(theme.text))
        name = QFontMetricsF(painter.font()).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, name)
