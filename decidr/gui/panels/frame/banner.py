"""The message above the page: calm, inline, gone when it is dismissed or another takes its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from decidr.gui.icons import icon_pixmap
from decidr.gui.messages import Offer, Tone
from decidr.gui.panels.widgets.clearing import clear
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.sign_button import SignButton
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE, current
from decidr.language import _


class BannerBar(QWidget):
    """Shows one message with what may be done about it; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.tone: Tone = "tell"
        self._sign = text_label()
        self.words = text_label()
        self.words.setObjectName("banner_text")
        self._offers = QHBoxLayout()
        self.dismiss = SignButton("close", "second_text")
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
        row.addLayout(self._offers)
        row.addWidget(self.dismiss)
        self.hide()

    def show_message(self, tone: Tone, text: str, offers: Sequence[Offer]) -> None:
        """Show this in place of what stood there; the first offer is ``banner_offer_0``."""
        self.tone = tone
        self._sign.setPixmap(icon_pixmap("warning", current().look_here, 14, 2.0))
        self._sign.setVisible(tone == "warn")
        self.words.setText(text)
        self.setAccessibleName(text)
        clear(self._offers)
        for place, offer in enumerate(offers):
            link = link_button(offer.text, f"banner_offer_{place}", partial(self._take, offer), self)
            self._offers.addWidget(link)
            QWidget.setTabOrder(link, self.dismiss)
        self.show()
        self.update()

    def take_focus(self) -> None:
        """Put the keyboard on the first offer."""
        first = self._offers.itemAt(0)
        wanted = first.widget() if first else None
        (wanted or self.dismiss).setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, area = current(), self.rect()
        painter = QPainter(self)
        painter.fillRect(area, QColor(theme.card if self.tone == "warn" else theme.soft_accent))
        painter.fillRect(0, area.height() - 1, area.width(), 1, QColor(theme.line))
        if self.tone == "warn":
            painter.fillRect(0, 0, 3, area.height(), QColor(theme.look_here))

    def _take(self, offer: Offer) -> None:
        self.hide()
        offer.do()
