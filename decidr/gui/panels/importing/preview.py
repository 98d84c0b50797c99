"""What a file would bring, before it counts: a sentence, what was noticed, and the choice to take it or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from decidr.gui.messages import Offer
from decidr.gui.panels.importing.notice import Notice
from decidr.gui.panels.importing.notice_list import NoticeList
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE, current
from decidr.language import _


class ImportPreview(QWidget):
    """Stands above the page until the user decides; nothing is taken before. ``decided`` tells when."""

    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_preview")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._take: Callable[[], object] = lambda: None
        self._other: Callable[[], object] = lambda: None
        self.words = text_label("", "strong")
        self.words.setObjectName("import_words")
        self.take = QPushButton(_("Open it"))
        self.take.setObjectName("import_take")
        self.take.setProperty("kind", "primary")
        self.leave = QPushButton(_("Leave it"))
        self.leave.setObjectName("import_leave")
        self.other = QPushButton()
        self.other.setObjectName("import_other")
        self._notices = NoticeList()
        self._lay_out()
        self.take.clicked.connect(self._accept)
        self.leave.clicked.connect(self._leave)
        self.other.clicked.connect(self._go_another_way)
        self.hide()

    def show_preview(
        self,
        text: str,
        notices: Sequence[Notice],
        take: Callable[[], object] | None,
        offer: str = "",
        other: Offer | None = None,
    ) -> None:
        """Show what a file would bring; ``take`` None: it cannot be taken, the notices say why.

        ``offer`` is what the button says, else «Open it»; ``other`` is another way to go on.
        """
        self._take = take or (lambda: None)
        self._other = other.do if other else (lambda: None)
        self.other.setText(other.text if other else "")
        self.other.setVisible(other is not None)
        self.words.setText(text)
        self.take.setText(offer or _("Open it"))
        self.take.setVisible(take is not None)
        self.leave.setText(_("Leave it") if take else _("Dismiss"))
        self._notices.show_notices(notices)
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

    def _go_another_way(self) -> None:
        self.hide()
        self._other()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self.leave)
        top.addWidget(self.other)
        top.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[2], SPACE[3], SPACE[2])
        column.addLayout(top)
        column.setSpacing(SPACE[1])
        column.addWidget(self._notices)
