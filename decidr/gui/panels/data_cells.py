"""How a cell of the data looks: the value, below it in a word what it rests on, and a sign and tint for what asks."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QLineF,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from decidr.gui.charts.colours import mixed
from decidr.gui.charts.hatching import hatch
from decidr.gui.models.cell_words import origin_words, value_text
from decidr.gui.models.data_sheet import CellFact
from decidr.gui.models.data_table import FACT_ROLE, LEVELS_ROLE, QUIET_ROLE
from decidr.gui.panels.evidence_bar import evidence_colour
from decidr.gui.theme import BODY, CAPTION, Theme, current, font, scaled

Index = QModelIndex | QPersistentModelIndex

GAP, RADIUS, PADDING = 1.5, 5, 8
TINT = {"placeholder": 0.13, "proxy": 0.10, "closed": 0.0}
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down)
ACROSS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class DataCells(QStyledItemDelegate):
    """Draws and edits one cell. ``left_by`` tells the key that ended typing, once what was typed is taken.

    ``is_typed_anew``: typing began with a digit, so that the arrow keys leave the cell; else they move inside the text.
    """

    left_by = Signal(QKeyEvent)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_typed_anew = False
        self._was_taken = True

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        levels = index.data(LEVELS_ROLE)
        editor: QLineEdit | QComboBox = QLineEdit(parent) if levels is None else QComboBox(parent)
        if isinstance(editor, QComboBox):
            editor.addItems(["", *levels])
            editor.activated.connect(lambda chosen: self._take(editor))
        else:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setObjectName("data_editor")
        editor.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))
        editor.setFont(font(BODY, 600))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findText(text), 0))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        text = editor.currentText() if isinstance(editor, QComboBox) else ""
        text = editor.text() if isinstance(editor, QLineEdit) else text
        is_same = text == str(index.data(Qt.ItemDataRole.EditRole) or "")
        self._was_taken = is_same or model.setData(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area = option.rect
        width = max(area.width(), editor.sizeHint().width() if isinstance(editor, QComboBox) else scaled(84))
        editor.setGeometry(area.right() - width + 1, area.top() + 1, width, area.height() - 2)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._leaves(editor, event)):
            return super().eventFilter(editor, event)
        assert isinstance(editor, QWidget)
        self._take(editor)
        if self._was_taken:
            self.left_by.emit(event)
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        fact: CellFact | None = index.data(FACT_ROLE)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, QColor(current().card))
        painter.setPen(QPen(QColor(current().line), 1))
        painter.drawLine(QLineF(area.left(), area.bottom() - 0.5, area.right(), area.bottom() - 0.5))
        if fact is not None:
            box = area.adjusted(GAP, GAP, -GAP, -GAP - 1)
            is_quiet = bool(index.data(QUIET_ROLE))
            _paint_box(painter, box, fact, is_quiet, option.state)
            _paint_words(painter, box, fact, is_quiet)
        painter.restore()

    def _leaves(self, editor: QObject, event: QKeyEvent) -> bool:
        if isinstance(editor, QComboBox):
            return event.key() in LEAVING[:4]
        return event.key() in LEAVING or (self.is_typed_anew and event.key() in ACROSS)

    def _take(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        if self._was_taken:
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def _kind(fact: CellFact) -> str:
    return "closed" if fact.is_closed else fact.evidence or ""


def _paint_box(painter: QPainter, box: QRectF, fact: CellFact, is_quiet: bool, state: QStyle.StateFlag) -> None:
    """The ground: a tint for what asks or is only near, hatching for a gap, and where the cursor is."""
    theme, kind = current(), _kind(fact)
    is_current = bool(state & QStyle.StateFlag.State_HasFocus)
    surface = _surface(theme, fact, is_quiet)
    if state & QStyle.StateFlag.State_Selected and not is_current:
        surface = mixed(surface, theme.accent, 0.22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(surface))
    if surface != theme.card:
        painter.drawRoundedRect(box, RADIUS, RADIUS)
    if kind == "missing" and not is_quiet:
        _paint_gap(painter, box)
    if is_current:
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def _surface(theme: Theme, fact: CellFact, is_quiet: bool) -> str:
    kind = _kind(fact)
    if is_quiet or not fact.evidence:
        return theme.card
    if kind == "closed":
        return theme.sunken
    return mixed(theme.card, evidence_colour(theme, fact.evidence), TINT.get(kind, 0.0))


def _paint_gap(painter: QPainter, box: QRectF) -> None:
    outline = QPainterPath()
    outline.addRoundedRect(box, RADIUS, RADIUS)
    painter.save()
    painter.setClipPath(outline)
    hatch(painter, box, QColor(current().line))
    painter.restore()
    painter.setPen(QPen(QColor(current().line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def _paint_words(painter: QPainter, box: QRectF, fact: CellFact, is_quiet: bool) -> None:
    theme, kind = current(), _kind(fact)
    inside = box.adjusted(PADDING - GAP, 3, -PADDING + GAP, -3)
    value, below = value_text(fact), origin_words(fact)
    upper = QRectF(inside.left(), inside.top(), inside.width(), inside.height() * 0.54)
    lower = QRectF(inside.left(), upper.bottom(), inside.width(), inside.height() - upper.height())
    if value and below:
        letters = font(BODY)
        letters.setStrikeOut(kind == "closed")
        _paint_line(painter, upper, (value,), letters, theme.third_text if is_quiet or kind == "closed" else theme.text)
    elif value:
        _paint_line(painter, inside, (value,), font(CAPTION), theme.third_text)
    _paint_line(painter, lower if value else inside, below, font(CAPTION - 1), _ink(theme, kind, is_quiet))
    place = _sign_place(upper, value, font(BODY)) or _sign_place(lower, below[-1] if below else "", font(CAPTION - 1))
    if place and not is_quiet:
        _paint_sign(painter, place, kind)


def _sign_place(line: QRectF, text: str, letters: QFont) -> QRectF | None:
    """The place of the sign at the left of a line, if the text leaves room for it."""
    room = line.width() - QFontMetricsF(letters).horizontalAdvance(text)
    return QRectF(line.left(), line.center().y() - 4, 8, 8) if room >= 13 else None


def _paint_line(painter: QPainter, area: QRectF, texts: tuple[str, ...], letters: QFont, colour: str) -> None:
    """The first of the texts that fits; the last is cut where none does."""
    if not texts:
        return
    metrics = QFontMetricsF(letters)
    text = next((t for t in texts if metrics.horizontalAdvance(t) <= area.width() + 1), texts[-1])
    painter.setFont(letters)
    painter.setPen(QColor(colour))
    painter.drawText(area, RIGHT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1))


def _ink(theme: Theme, kind: str, is_quiet: bool) -> str:
    if is_quiet:
        return theme.third_text
    return theme.look_here if kind in ("placeholder", "missing") else theme.second_text


def _paint_sign(painter: QPainter, area: QRectF, kind: str) -> None:
    """A triangle for a placeholder, a wave for a proxy, a ring for a judgment, a struck ring for what is closed."""
    theme = current()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.second_text), 1.3))
    if kind == "placeholder":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.look_here))
        tip = QPointF(area.center().x(), area.top() + 0.5)
        painter.drawPolygon(QPolygonF([tip, area.bottomRight(), area.bottomLeft()]))
    elif kind in ("judged", "closed"):
        painter.drawEllipse(area.adjusted(0.6, 0.6, -0.6, -0.6))
        if kind == "closed":
            struck = area.adjusted(1.6, 1.6, -1.6, -1.6)
            painter.drawLine(struck.bottomLeft(), struck.topRight())
    elif kind == "proxy":
        painter.setFont(font(BODY, 600))
        painter.setPen(QColor(evidence_colour(theme, "proxy")))
        painter.drawText(area.adjusted(-1, -6, 6, 6), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "≈")
