"""What a file would bring, before it counts: a sentence, what was noticed, and the choice to take it or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from decidr.gui.icons import icon_pixmap
from decidr.gui.panels.findings.finding_row import severity_colour
from decidr.gui.panels.importing.notice import Notice
from decidr.gui.panels.widgets.clearing import clear
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE, current, scaled
from decidr.language import _

TALLEST = 220
GRAVEST_FIRST = ("error", "warning", "notice")


class ImportPreview(QWidget):
    """Stands above the page until the user decides; nothing is taken before. ``decided`` tells when."""

    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_preview")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._take: Callable[[], object] = lambda: None
        self.words = text_label("", "strong")
        self.words.setObjectName("import_words")
        self.take = QPushButton(_("Open it"))
        self.take.setObjectName("import_take")
        self.take.setProperty("kind", "primary")
        self.leave = QPushButton(_("Leave it"))
        self.leave.setObjectName("import_leave")
        self._notices = _NoticeList()
        self._lay_out()
        self.take.clicked.connect(self._accept)
        self.leave.clicked.connect(self._leave)
        self.hide()

    def show_preview(
        self, text: str, notices: Sequence[Notice], take: Callable[[], object] | None, offer: str = ""
    ) -> None:
        """Show what a file would bring; ``take`` None: it cannot be taken, the notices say why.

        ``offer`` is what the button says, else «Open it».
        """
        self._take = take or (lambda: None)
        self.words.setText(text)
        self.take.setText(offer or _("Open it"))
        self.take.setVisible(take is not None)
        self.leave.setText(_("Leave it") if take else _("Dismiss"))
        self._notices.show_notices(sorted(notices, key=lambda notice: GRAVEST_FIRST.index(notice.severity)))
        self.show()
        (self.take if take else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.card))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.line))
        painter.fillRect(0, 0, 3, self.height(), QColor(theme.accent))

    def _accept(self) -> None:
        self.hide()
        self._take()
        self.decided.emit()

    def _leave(self) -> None:
        self.hide()
        self.decided.emit()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self.leave)
        top.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[2], SPACE[3], SPACE[2])
        column.addLayout(top)
        column.setSpacing(SPACE[1])
        column.addWidget(self._notices)


class _NoticeList(QScrollArea):
    """Notices below each other, as high as they are, and scrolled where they are many."""

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
        for notice in notices:
            row = _notice_row(notice)
            self._rows.addWidget(row)
            row.show()  # else it has no height yet where the list is seen already
        self._rows.addStretch()
        self.setVisible(bool(notices))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self._rows.heightForWidth(max(self.viewport().width(), scaled(400)))
        self.setFixedHeight(min(max(needed, 0), scaled(TALLEST)))  # -1: there is no notice


def _notice_row(notice: Notice) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 2, 0, 2)
    sign = text_label()
    sign.setPixmap(icon_pixmap(notice.severity, severity_colour(current(), notice.severity), 12, 2.0))
    sign.setFixedWidth(scaled(16))
    place = text_label(notice.place, "second")
    place.setMinimumWidth(scaled(110))
    line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(text_label(notice.text), 1)
    return row
