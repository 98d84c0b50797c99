"""How well the judgments of a matrix fit together, as a figure with its bar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from decidr.core.ahp.consistency import gci_threshold
from decidr.core.ahp.random_index import incomplete_random_index, is_beyond_table
from decidr.core.analysis.matrices import MatrixResult
from decidr.core.analysis.nodes import LARGEST_CR
from decidr.core.study.study import Settings
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.text_label import Tone, set_tone, text_label
from decidr.gui.theme import CAPTION, current, font, scaled
from decidr.language import _


class ConsistencyCard(Card):
    """The consistency ratio of a matrix; in words where it is not defined."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Consistency ratio"), parent)
        self.setObjectName("consistency_card")
        self.figure = text_label("", "figure")
        self.figure.setObjectName("consistency_ratio")
        self.words = text_label("", "body", "second")
        self.words.setObjectName("consistency_words")
        self.bar = RatioBar()
        for widget in (self.figure, self.bar, self.words):
            self.add(widget)
        self.body.addStretch(1)

    def show_matrix(self, matrix: MatrixResult, settings: Settings) -> None:
        """Show the ratio of a matrix, or why it has none."""
        ratio = matrix.consistency.cr if matrix.consistency else None
        self.figure.setText("" if ratio is None else f"{ratio + 0.0:.2f}")
        self.figure.setVisible(ratio is not None)
        self.bar.setVisible(ratio is not None and len(matrix.items) > 2)
        self.bar.show_ratio(ratio or 0.0)
        self.words.setText(_why_undefined(matrix, settings) if ratio is None else _verdict(ratio, len(matrix.items)))
        tone: Tone = "look_here" if ratio is not None and ratio > LARGEST_CR else ""
        set_tone(self.figure, tone)
        set_tone(self.words, tone or "second")
        self.setToolTip(_figures(matrix, settings))


class RatioBar(QWidget):
    """Where a ratio lies between 0 and twice the largest that is accepted, which is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ratio = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ratio(self, ratio: float) -> None:
        """Move the dot; a ratio beyond the bar stands at its end."""
        self.ratio = ratio
        self.setAccessibleName(_("Consistency ratio {ratio}, up to 0.10 is accepted").format(ratio=f"{ratio:.2f}"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(120), scaled(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, y = scaled(6), scaled(10)
        width = self.width() - 2 * radius
        mark = radius + width / 2
        colour = QColor(theme.agrees if self.ratio <= LARGEST_CR else theme.look_here)
        band = QColor(theme.agrees)
        band.setAlphaF(0.4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.sunken))
        painter.drawRoundedRect(QRectF(radius, y - scaled(3), width, scaled(6)), 3, 3)
        painter.setBrush(band)
        painter.drawRoundedRect(QRectF(radius, y - scaled(3), mark - radius, scaled(6)), 3, 3)
        painter.setPen(QPen(QColor(theme.second_text), 1.5))
        painter.drawLine(QPointF(mark, y - scaled(7)), QPointF(mark, y + scaled(7)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        at = radius + width * min(self.ratio / (2 * LARGEST_CR), 1.0)
        painter.drawEllipse(QPointF(at, y), radius, radius)
        self._paint_mark(painter, mark, y + scaled(8))

    def _paint_mark(self, painter: QPainter, x: float, y: float) -> None:
        text = f"{LARGEST_CR:.2f}"
        painter.setFont(font(CAPTION))
        painter.setPen(QColor(current().second_text))
        metrics = QFontMetrics(painter.font())
        width = metrics.horizontalAdvance(text) + 2
        painter.drawText(QRectF(x - width / 2, y, width, metrics.height()), Qt.AlignmentFlag.AlignCenter, text)


def _verdict(ratio: float, items: int) -> str:
    if items <= 2:
        return _("Two items cannot contradict each other.")
    return _("Above 0.10: the answers contradict each other.") if ratio > LARGEST_CR else ""


def _why_undefined(matrix: MatrixResult, settings: Settings) -> str:
    if matrix.unlinked:
        return _("Not defined: the judgments do not link all items yet.")
    if not matrix.consistency and settings.group != "judgments":
        return _("Not defined: the participants' priorities are combined here, not their judgments.")
    return _("Not defined: {judged} pairs of {items} items leave next to nothing that could contradict itself.").format(
        judged=matrix.judged, items=len(matrix.items)
    )


def _figures(matrix: MatrixResult, settings: Settings) -> str:
    """All figures of consistency, with the table that they rest on."""
    found = matrix.consistency
    if found is None:
        return ""
    size, table = len(matrix.items), settings.random_index
    index = incomplete_random_index(table, size, matrix.missing)
    limit = gci_threshold(size)
    lines = [
        _("λmax {value}, CI {ci}").format(value=f"{found.lambda_max:.6f}", ci=f"{found.ci:.6f}"),
        _("Random index {value}: {table}, {size} items, {missing} pairs missing").format(
            value=f"{index:.4f}", table=_table_name(table, size), size=size, missing=matrix.missing
        ),
        _("GCI {value}, stands for 0.10 at {limit}").format(value=f"{found.gci:.4f}", limit=limit) if limit else "",
    ]
    return "\n".join(line for line in lines if line)


def _table_name(table: str, size: int) -> str:
    names = {
        "saaty 2005": "Saaty 2005",
        "saaty 1980": "Saaty 1980",
        "donegan-dodd": "Donegan & Dodd 1991",
        "alonso-lamata": "Alonso & Lamata 2006",
    }
    return _("the fit of Alonso & Lamata") if is_beyond_table(table, size) else names[table]
