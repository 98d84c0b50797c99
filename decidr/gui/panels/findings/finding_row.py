"""One finding as a line that can be clicked: a sign for its gravity, and a sentence that wraps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from decidr.core.study.problems import Severity
from decidr.gui.icons import paint_icon
from decidr.gui.panels.widgets.enter_key import pressed_by_enter
from decidr.gui.theme import BODY, Theme, current, font, scaled
from decidr.language import _

SIGN, LEFT, MOST_LINES = 12, 21, 3
WRAP = Qt.TextFlag.TextWordWrap


class FindingRow(QAbstractButton):
    """A sign and a sentence, in at most three lines; hover tells it whole."""

    def __init__(self, severity: Severity, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self.setText(text)
        self.setObjectName(name)
        self.setAccessibleName(f"{severity_word(severity)}: {text}")
        self.setToolTip(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(scaled(200), self.heightForWidth(max(self.width(), scaled(200))))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(100), scaled(22))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetricsF(font(BODY))
        needed = metrics.boundingRect(QRectF(0, 0, width - scaled(LEFT), 1000), WRAP, self.text()).height()
        return round(min(needed, MOST_LINES * metrics.lineSpacing())) + 6

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, area = current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, line = scaled(SIGN), QFontMetricsF(font(BODY)).lineSpacing()
        sign = QRectF(0, 3 + (line - size) / 2, size, size)
        paint_icon(painter, sign, self._severity, severity_colour(theme, self._severity))
        painter.setFont(self._font())
        painter.setPen(QColor(theme.text))
        painter.drawText(area.adjusted(scaled(LEFT), 3, 0, -3), WRAP, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)

    def _font(self) -> QFont:
        made = font(BODY)
        made.setUnderline(self.underMouse())
        return made


def severity_colour(theme: Theme, severity: Severity) -> str:
    """Red only for an error; a warning says «look here»; a notice is quiet."""
    return {"error": theme.error, "warning": theme.look_here, "notice": theme.third_text}[severity]


def severity_word(severity: Severity) -> str:
    """The gravity in a word, as it goes with every sign."""
    return {"error": _("Error"), "warning": _("Warning"), "notice": _("Notice")}[severity]
