"""What every chart shares: the theme's colours, a drawing surface in pixels, and words for those who do not see it."""

from __future__ import annotations

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsItem, QGraphicsView, QStyleOptionGraphicsItem, QWidget

from decidr.gui.theme import Theme, current

KEY_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
Draw = Callable[[QPainter], None]


class Layer(QGraphicsItem):
    """A sheet over the whole chart, in the chart's pixels, drawn by a function.

    ``exposed`` is the part that is being painted: of a chart that is higher than the window, what is seen.
    """

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # else Qt exposes all of it
        self._draw = draw
        self._area = QRectF()
        self.exposed = QRectF()

    def cover(self, area: QRectF) -> None:
        """Take this area."""
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        self.exposed = QRectF(option.exposedRect)
        self._draw(painter)


class Chart(pg.GraphicsView):
    """A picture of results. Scene units are pixels of the widget; subclasses draw on layers.

    ``heading`` is the sentence that stands above the picture when it is copied or saved.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._layers: list[Layer] = []  # before the base class, which resizes and restyles while it is made
        super().__init__(parent, background=None)
        self.setObjectName(name)
        self.setCentralItem(None)
        self.setAntialiasing(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.heading = ""
        self._ground = ""
        self._has_keys = False
        self.add_layer(self.draw_focus, z=10)

    @property
    def theme(self) -> Theme:
        """The colours of now."""
        return current()

    def add_layer(self, draw: Draw, z: float = 0.0) -> Layer:
        """A sheet on which ``draw`` draws; higher ``z`` lies above."""
        layer = Layer(draw)
        layer.setZValue(z)
        self.scene().addItem(layer)
        self._layers.append(layer)
        return layer

    def tell(self, name: str, sentence: str) -> None:
        """Say in words what the chart shows."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)

    @property
    def shows_focus(self) -> bool:
        """Whether the keys are here, and the user moves by keys."""
        return self._has_keys and self.hasFocus()

    def draw_focus(self, painter: QPainter) -> None:
        """Show where the keys are: a frame around the chart, if it stands on no card that shows it."""
        if self.shows_focus and self._card() is None:
            painter.setPen(QPen(colour(self.theme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _card(self) -> QFrame | None:
        """The card that the chart stands on."""
        parent = self.parentWidget()
        return parent if isinstance(parent, QFrame) and parent.property("kind") == "card" else None

    def _show_keys(self) -> None:
        """Let the card's edge say whether the keys are here: a frame of the chart's own would touch its letters."""
        card = self._card()
        if card is not None and bool(card.property("keys")) != self.shows_focus:
            card.setProperty("keys", self.shows_focus)
            card.style().unpolish(card)
            card.style().polish(card)

    def lay_out(self) -> None:
        """Find every place anew: the size, the results or the look have changed."""

    def redraw(self) -> None:
        """Paint again, soon."""
        for layer in self._layers:
            layer.update()

    def redraw_at(self, *areas: QRectF) -> None:
        """Paint these areas again, soon."""
        for layer in self._layers:
            for area in areas:
                layer.update(area)

    def show_anew(self) -> None:
        """Lay out and paint."""
        if self._ground != self.theme.card:
            self._ground = self.theme.card
            self.setBackground(self._ground)
        self.lay_out()
        self.redraw()

    def draw_without_pointer(self, painter: QPainter, area: QRectF) -> None:
        """Draw the whole chart into ``area``, as it looks with nothing pointed at."""
        self._cover_all()  # a chart that was never shown has not heard of its size
        self.render(painter, area, self.rect())

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 80)

    def sizeHint(self) -> QSize:
        return QSize(640, max(self.minimumHeight(), 80))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cover_all()
        if self._layers:
            self.lay_out()

    def _cover_all(self) -> None:
        for layer in self._layers:
            layer.cover(QRectF(self.rect()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._has_keys = True
        self.walk(event)
        self._show_keys()
        self.redraw()

    def walk(self, event: QKeyEvent) -> None:
        """Do what a key asks; a key that means nothing here goes on to the page."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._has_keys = False
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._show_keys()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._has_keys = event.reason() in KEY_REASONS
        self._show_keys()
        self.redraw()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_keys()
        self.redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        looks = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)
        if event.type() in looks and self._layers:
            self.show_anew()

    def close(self) -> bool:
        """Close as any widget does; pyqtgraph would take the scene apart, which may still be painted."""
        return QGraphicsView.close(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the chart


def colour(name: str, opacity: float = 1.0) -> QColor:
    """``#RRGGBB`` with an opacity."""
    made = QColor(name)
    made.setAlphaF(opacity)
    return made


LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignCenter
