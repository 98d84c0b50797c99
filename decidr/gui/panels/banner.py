"""The message above the page: calm, inline, gone when it is dismissed or another takes its place."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from decidr.gui.icons import icon, icon_pixmap
from decidr.gui.messages import Offer, Tone
from decidr.gui.panels.link_button import link_button
from decidr.gui.panels.text_label import text_label
from decidr.gui.theme import SPACE, current
from decidr.language import _


class BannerBar(QWidget):
    """Shows one message with what may be done about it; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._tone: Tone = "tell"
        self._offer: Offer | None = None
        self._sign = text_label()
        self.words = text_label()
        self.words.setObjectName("banner_text")
        self.do = link_button("", "banner_offer", self._take_offer)
        self.dismiss = QPushButton()
        self.dismiss.setObjectName("banner_dismiss")
        self.dismiss.setProperty("kind", "quiet")
        self.dismiss.setAccessibleName(_("Dismiss"))
        self.dismiss.setToolTip(_("Dismiss"))
        self.dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3], SPACE[1], SPACE[1], SPACE[1])
        row.setSpacing(SPACE[2])
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.do)
        row.addWidget(self.dismiss)
        self.hide()

    def show_message(self, tone: Tone, text: str, offer: Offer | None) -> None:
        """Show this in place of what stood there."""
        theme = current()
        self._tone, self._offer = tone, offer
        colour = theme.look_here if tone == "warn" else theme.accent
        self._sign.setPixmap(icon_pixmap("warning" if tone == "warn" else "notice", colour, 14, 2.0))
        self._sign.setVisible(tone == "warn")
        self.dismiss.setIcon(icon("close", theme.second_text))
        self.dismiss.setIconSize(QSize(12, 12))
        self.words.setText(text)
        self.setAccessibleName(text)
        self.do.setText(offer.text if offer else "")
        self.do.setVisible(offer is not None)
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.card if self._tone == "warn" else theme.soft_accent))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.line))
        if self._tone == "warn":
            painter.fillRect(0, 0, 3, self.height(), QColor(theme.look_here))

    def _take_offer(self) -> None:
        offer = self._offer
        self.hide()
        if offer:
            offer.do()
