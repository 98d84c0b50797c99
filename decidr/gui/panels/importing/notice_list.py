"""What was noticed in a file: a line each with its gravity and place, scrolled where they are many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from decidr.gui.icons import icon_pixmap
from decidr.gui.panels.findings.finding_row import severity_colour
from decidr.gui.panels.importing.notice import Notice
from decidr.gui.panels.widgets.clearing import clear
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import current, scaled

TALLEST = 220
NARROWEST, WIDEST = 110, 240
"""Pixels of the places, which all have the width that the longest needs."""

GRAVEST_FIRST = ("error", "warning", "notice")


class NoticeList(QScrollArea):
    """Notices below each other, the gravest first, as high as they are up to a limit."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = QWidget()
        self._content.setObjectName("import_notices")
        self._rows = QVBoxLayout(self._content)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self.setWidget(self._content)
        for surface in (self.viewport(), self._content):
            surface.setAutoFillBackground(False)

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show these in place of those before."""
        clear(self._rows)
        width = self._place_width(notices)
        for notice in sorted(notices, key=lambda notice: GRAVEST_FIRST.index(notice.severity)):
            row = _notice_row(notice, width)
            self._rows.addWidget(row)
            row.show()  # else it has no height yet where the list is seen already
        self._rows.addStretch()
        self.setVisible(bool(notices))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _place_width(self, notices: Sequence[Notice]) -> int:
        """Room for the longest place on one line, or for its longest word; so that all sentences begin alike."""
        letters = text_label("", "second").fontMetrics()
        longest = max((letters.horizontalAdvance(notice.place) for notice in notices), default=0)
        words = (word for notice in notices for word in notice.place.split())
        word = max((letters.horizontalAdvance(word) for word in words), default=0)
        return max(min(max(longest + 4, scaled(NARROWEST)), scaled(WIDEST)), word + 4)

    def _fit(self) -> None:
        needed = self._rows.heightForWidth(max(self.viewport().width(), scaled(400)))
        self.setFixedHeight(min(max(needed, 0), scaled(TALLEST)))  # -1: there is no notice


def _notice_row(notice: Notice, place_width: int) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 2, 0, 2)
    sign = text_label()
    sign.setPixmap(icon_pixmap(notice.severity, severity_colour(current(), notice.severity), 12, 2.0))
    sign.setFixedWidth(scaled(16))
    place = text_label(notice.place, "second")
    place.setFixedWidth(place_width)
    line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(text_label(notice.text), 1, Qt.AlignmentFlag.AlignTop)
    return row
