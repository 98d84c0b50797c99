"""A layout that fills rows and goes on below, as words do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items from the left, on further rows where the width ends; those that want more share what a row has left."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._lay_out(area, move=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(s.width() for s in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        return QSize(width, max((s.height() for s in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _lay_out(self, area: QRect, move: bool) -> int:
        """Place the items; the height they take."""
        y = area.y()
        for row in self._rows(area.width()):
            height = max(size.height() for _item, size in row)
            if move:
                self._place(row, QRect(area.x(), y, area.width(), height))
            y += height + self.spacing()
        return max(y - self.spacing(), area.y()) - area.y()

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items with their sizes, row by row."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        used = width + 1
        for item in self._shown():
            size = _wanted(item).boundedTo(QSize(width, 10_000))
            if used + size.width() > width:
                rows.append([])
                used = 0
            rows[-1].append((item, size))
            used += size.width() + self.spacing()
        return rows

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, row: list[tuple[QLayoutItem, QSize]], area: QRect) -> None:
        x, used = area.x(), sum(size.width() for _item, size in row) + self.spacing() * (len(row) - 1)
        growing = [item for item, _size in row if item.expandingDirections() & Qt.Orientation.Horizontal]
        more = (area.width() - used) // max(len(growing), 1)
        for item, size in row:
            width = min(size.width() + (more if item in growing else 0), item.maximumSize().width())
            top = area.y() + (area.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, top), QSize(width, size.height())))
            x += width + self.spacing()


def _wanted(item: QLayoutItem) -> QSize:
    """The size that an item asks for; one that grows can do with the least width that it was given."""
    widget, size = item.widget(), item.sizeHint()
    if widget and widget.minimumWidth() and item.expandingDirections() & Qt.Orientation.Horizontal:
        size.setWidth(widget.minimumWidth())
    return size
