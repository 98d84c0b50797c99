"""One criterion among its siblings: what it is given, and the share that follows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import BODY, current, font, scaled
from decidr.language import _
from decidr.number_text import per_cent


class GivenRow:
    """Name, field and bar on one line of a grid; ``field`` tells by ``entered`` what was typed."""

    def __init__(self, grid: QGridLayout, row: int) -> None:
        self.name: QLabel = text_label("", "body")
        self.field = GivenField(row)
        self.bar = ShareBar()
        grid.addWidget(self.name, row, 0)
        grid.addWidget(self.field, row, 1)
        grid.addWidget(self.bar, row, 2)

    def show_item(self, name: str, value: float | None, share: float | None, largest: float) -> None:
        """Show a criterion with what it is given; ``share`` None while it has none."""
        self.name.setText(name)
        self.field.setAccessibleName(name)
        self.field.show_value(value)
        self.bar.show_share(name, share, largest)

    def set_visible(self, is_visible: bool) -> None:
        """Take room, or none."""
        for widget in (self.name, self.field, self.bar):
            widget.setVisible(is_visible)


class GivenField(QLineEdit):
    """A number from 0 up; ``entered`` tells its text when it is left or on Enter, if it was changed.

    A refused text stays to be mended; ``given_up`` tells that the old value is back, as after Escape.
    """

    entered = Signal(str)
    given_up = Signal()

    def __init__(self, row: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"given_weight_{row}")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(scaled(96))
        self.setPlaceholderText(_("none"))
        self._text = ""
        self.trouble = ""
        self.editingFinished.connect(self.tell)

    def show_value(self, value: float | None) -> None:
        """Show a value; what is being typed stays, and what was refused."""
        before, self._text = self._text, "" if value is None else f"{value:g}"
        if self.trouble and self._text == before:
            return
        self.refuse("")
        if not self.hasFocus() or self.text() == before or not self.isModified():
            self.setText(self._text)

    def refuse(self, trouble: str) -> None:
        """Keep why the text cannot be taken; an empty sentence: it can."""
        self.trouble = trouble
        self.setAccessibleDescription(trouble)

    def take_back(self) -> None:
        """Show the old value again."""
        self.refuse("")
        self.setText(self._text)

    def tell(self) -> None:
        """Tell the text if it was changed."""
        if self.text().strip() != self._text:
            self.entered.emit(self.text())
        elif self.trouble:
            self.give_up()

    def give_up(self) -> None:
        """Show the old value again, and tell so."""
        self.take_back()
        self.given_up.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)


class ShareBar(QWidget):
    """A share as a bar with its per cent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share: float | None = None
        self._largest = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, name: str, share: float | None, largest: float) -> None:
        """Show a share beside the largest one; None shows nothing."""
        self.share, self._largest = share, largest
        said = _("no share yet") if share is None else per_cent(share)
        self.setAccessibleName(f"{name}: {said}")
        self.setToolTip("" if share is None else f"{share:.10f}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(220), scaled(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.share is None:
            return
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = min(self.width() - scaled(80), scaled(240))
        length = room * self.share / self._largest if self._largest else 0.0
        middle, height = self.height() / 2, scaled(8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(QRectF(0, middle - height / 2, length, height), 3, 3)
        painter.setFont(font(BODY))
        painter.setPen(QColor(theme.text))
        text = QRectF(length + scaled(10), 0, scaled(70), self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, per_cent(self.share))
