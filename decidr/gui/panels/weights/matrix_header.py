"""The names along the matrix: wrapped, in view while it scrolls, darker where the cursor stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from decidr.gui.panels.widgets.name_lines import is_cut, name_lines
from decidr.gui.theme import CAPTION, current, font, scaled

MOST_LINES = {Qt.Orientation.Horizontal: 5, Qt.Orientation.Vertical: 2}


class MatrixHeader(QHeaderView):
    """Names of the columns, at the foot of their cells and centred, or of the rows, from the left."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)
        self.chosen = -1

    def choose(self, section: int) -> None:
        """Mark the section where the cursor stands."""
        self.chosen = section
        self.viewport().update()

    def natural_width(self) -> int:
        """How wide the longest name is on one line."""
        metrics = QFontMetrics(_font())
        return max((metrics.horizontalAdvance(name) for name in self._names()), default=0) + scaled(12)

    def wrapped_height(self, width: int) -> int:
        """How high the names are where each has so much width."""
        most = max((len(self._lines(name, width)) for name in self._names()), default=1)
        return most * QFontMetrics(_font()).height() + scaled(8)

    def sizeHint(self) -> QSize:
        return self.size() if self.minimumSize() == self.maximumSize() else super().sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(current().card))
        for section, name in enumerate(self._names()):
            area = self._area(section)
            if area.intersects(event.rect()):
                self._paint_name(painter, area, name, section == self.chosen)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.cut_name_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def cut_name_at(self, place: QPoint) -> str:
        """The name under the mouse if not all of it is shown."""
        section = self.logicalIndexAt(place)
        if section < 0:
            return ""
        name = self._names()[section]
        return name if is_cut(self._lines(name, self._area(section).width())) else ""

    def _names(self) -> list[str]:
        model = self.model()
        return [str(model.headerData(i, self.orientation())) for i in range(self.count())]

    def _area(self, section: int) -> QRect:
        start, length = self.sectionViewportPosition(section), self.sectionSize(section)
        if self.orientation() == Qt.Orientation.Horizontal:
            return QRect(start + 1, 0, length - 2, self.height())
        return QRect(0, start, self.width() - scaled(10), length)

    def _lines(self, name: str, width: int) -> tuple[str, ...]:
        return name_lines(name, _font(), width, MOST_LINES[self.orientation()])

    def _paint_name(self, painter: QPainter, area: QRect, name: str, is_chosen: bool) -> None:
        lines = self._lines(name, area.width())
        painter.setFont(_font())
        painter.setPen(QColor(current().text if is_chosen else current().second_text))
        height = QFontMetrics(_font()).height()
        is_column = self.orientation() == Qt.Orientation.Horizontal
        top = (
            area.bottom() - scaled(6) - height * len(lines)
            if is_column
            else area.center().y() - height * len(lines) // 2
        )
        side = Qt.AlignmentFlag.AlignHCenter if is_column else Qt.AlignmentFlag.AlignLeft
        for place, line in enumerate(lines):
            row = QRect(area.left(), top + place * height, area.width(), height)
            painter.drawText(row, side | Qt.AlignmentFlag.AlignVCenter, line)


def _font() -> QFont:
    return font(CAPTION, 500)
