"""Findings: everything the user should know, with its place; a click goes there."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from decidr.core.study.problems import Place, Problem, Severity, sentence
from decidr.gui.charts.canvas.lettering import measure
from decidr.gui.document import Document, Part
from decidr.gui.icons import paint_icon
from decidr.gui.messages import Messages
from decidr.gui.models.findings.findings_model import FindingsModel
from decidr.gui.models.shared.addresses import address_of
from decidr.gui.panels.findings.finding_row import severity_colour
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.flow import FlowLayout
from decidr.gui.panels.widgets.page_header import PageHeader
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.reading_width import READING_WIDTH
from decidr.gui.panels.widgets.segmented import SegmentedButtons
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import BODY, CAPTION, SPACE, current, font, scaled
from decidr.language import _, ngettext

WRAP = Qt.TextFlag.TextWordWrap
SIGN_ROOM, PADDING = 26, 7


class FindingsPanel(Panel):
    """A list with a filter by gravity and by words; ``go_to`` asks for the place of what was clicked."""

    parts = Part.RESULTS | Part.VIEW

    go_to = Signal(str)

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setObjectName("findings_panel")
        self.header = PageHeader()
        self.filter = SegmentedButtons(_filters(), _("Show"))
        self.words = QLineEdit()
        self.words.setObjectName("findings_words")
        self.words.setAccessibleName(_("Only findings with these words"))
        self.words.setPlaceholderText(_("Only with these words"))
        self.words.setClearButtonEnabled(True)
        self.list = FindingsList()
        self.nothing = text_label(_("Nothing to mend here."), "second")
        self.nothing.setObjectName("no_findings")
        self._lay_out()
        self.filter.chosen.connect(lambda choice: self._filter())
        self.words.textChanged.connect(lambda text: self._filter())
        self.list.problem_chosen.connect(lambda problem: self.go_to.emit(address_of(document.study, problem)))

    def refresh(self) -> None:
        self.list.shown.show_problems(self.document.results.problems)
        self.header.set_title(findings_told(self.list.shown.everything))
        self._show_nothing()

    def show_place(self, address: str) -> None:
        """Show the first finding of a code, as ``findings:data.missing``."""
        code = address.partition(":")[2]
        if not code:
            return
        self.words.clear()
        self.filter.choose("all")
        self._filter()
        row = self.list.shown.first_of(code)
        if row is not None:
            self.list.setCurrentIndex(self.list.shown.index(row))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filter(self) -> None:
        severities: dict[str, Severity] = {"error": "error", "warning": "warning", "notice": "notice"}
        self.list.shown.filter_by(severities.get(self.filter.choice), self.words.text())
        self._show_nothing()

    def _show_nothing(self) -> None:
        has_any = bool(self.list.shown.problems)
        self.list.setVisible(has_any)
        self.nothing.setVisible(not has_any)
        self.nothing.setText(
            _("No finding fits the filter.") if self.list.shown.everything else _("Nothing to mend here.")
        )

    def _lay_out(self) -> None:
        self.header.set_subtitle(_("A click goes to the place. A finding is no fault: it says what to know."))
        top = FlowLayout(spacing=SPACE[2])
        self.words.setMaximumWidth(scaled(320))
        top.addWidget(self.filter)
        top.addWidget(self.words)
        card = Card()
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        card.add(self.nothing)
        card.add(self.list, 1)
        content = QWidget()
        content.setMaximumWidth(scaled(READING_WIDTH))
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.addWidget(content, 1)
        sides.addStretch(0)
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        column.setSpacing(SPACE[2])
        column.addWidget(self.header)
        column.addLayout(top)
        column.addWidget(card)
        column.addStretch()


class FindingsList(QListView):
    """One finding below the other; Enter or a click chooses."""

    problem_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings_list")
        self.setAccessibleName(_("Findings"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setMouseTracking(True)
        self.shown = FindingsModel(self)
        self.setModel(self.shown)
        self.setItemDelegate(_FindingLine(self))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # lines wrap at the new width
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as what it holds: a list of two is no card for twenty."""
        rows = sum(self.sizeHintForIndex(self.shown.index(row)).height() for row in range(self.shown.rowCount()))
        return QSize(scaled(480), rows + 2)

    def _choose(self, index: QModelIndex) -> None:
        self.problem_chosen.emit(self.shown.problems[index.row()])


class _FindingLine(QStyledItemDelegate):
    """A sign, the place, and below it the sentence."""

    def __init__(self, findings: FindingsList) -> None:
        super().__init__(findings)
        self._list = findings

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        problem: Problem = index.data(Qt.ItemDataRole.UserRole)
        width = self._list.viewport().width()
        height = _wrapped_height(_said(problem), width - scaled(SIGN_ROOM) - scaled(12), font(BODY).key())
        place = measure(CAPTION).lineSpacing() if _place(problem) else 0
        return QSize(width, round(height + place) + 2 * scaled(PADDING))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        problem: Problem = index.data(Qt.ItemDataRole.UserRole)
        theme, area = current(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, area, is_last=index.row() == len(self._list.shown.problems) - 1)
        size = scaled(12)
        sign = QRectF(area.left() + scaled(6), area.top() + scaled(PADDING) + 3, size, size)
        paint_icon(painter, sign, problem.severity, severity_colour(theme, problem.severity))
        inner = area.adjusted(scaled(SIGN_ROOM), scaled(PADDING), -scaled(12), -scaled(PADDING))
        if place := _place(problem):
            painter.setFont(font(CAPTION, QFont.Weight.Medium))
            painter.setPen(QColor(theme.second_text))
            metrics = QFontMetricsF(painter.font())
            shown = metrics.elidedText(place, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.TextFlag.TextSingleLine, shown)
            inner.setTop(inner.top() + metrics.lineSpacing())
        painter.setFont(font(BODY))
        painter.setPen(QColor(theme.text))
        painter.drawText(inner, WRAP, _said(problem))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, is_last: bool) -> None:
        theme = current()
        if not is_last:
            painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(theme.line))
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(theme.sunken))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -2), 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -2), 6, 6)


def findings_told(problems: tuple[Problem, ...]) -> str:
    """How many there are to mend and to know, as a heading."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = sum(problem.severity == "warning" for problem in problems)
    if errors:
        return ngettext("{count} error to mend", "{count} errors to mend", errors).format(count=errors)
    if warnings:
        text = ngettext("No error, {count} thing to look at", "No error, {count} things to look at", warnings)
        return text.format(count=warnings)
    if not problems:
        return _("Nothing to mend")
    text = ngettext("Nothing to mend, {count} thing to know", "Nothing to mend, {count} things to know", len(problems))
    return text.format(count=len(problems))


@lru_cache(maxsize=4096)
def _wrapped_height(text: str, width: int, letters: str) -> float:
    """Height of a text in the body font (its key: ``letters``); a list asks for all its rows at every change."""
    return measure(BODY).boundingRect(QRectF(0, 0, width, 1000), WRAP, text).height()


def _filters() -> list[tuple[str, str]]:
    return [("all", _("All")), ("error", _("Errors")), ("warning", _("Warnings")), ("notice", _("Notices"))]


def _place(problem: Problem) -> str:
    return str(problem.place) if isinstance(problem.place, Place) else problem.place


def _said(problem: Problem) -> str:
    text = sentence(problem)
    return text[:1].upper() + text[1:]
