"""The start page: a template, a study that was open before, a file, or what a crash left behind."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from itertools import pairwise
from math import ceil
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from decidr.gui.icons import paint_icon
from decidr.gui.panels.tables.table_actions import table_action
from decidr.gui.panels.widgets.clearing import clear
from decidr.gui.panels.widgets.enter_key import pressed_by_enter
from decidr.gui.panels.widgets.sign_button import SignButton
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.settings import Recent
from decidr.gui.theme import BODY, CAPTION, SECTION, SPACE, current, font, scaled
from decidr.language import _

WIDEST = 940
WRAP, ONE_LINE = Qt.TextFlag.TextWordWrap, Qt.TextFlag.TextSingleLine
PADDING, TITLE_GAP, ICON_ROOM = 12, 3, 48
MOST_LINES = 3


class StartPage(QScrollArea):
    """What to begin with; signals tell the user's choice."""

    template_chosen = Signal(str)
    recent_chosen = Signal(object)
    open_wanted = Signal()
    template_removal_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start_page")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._templates = QVBoxLayout()
        self._recent = QVBoxLayout()
        self._recent_side = QWidget()
        self._columns = QHBoxLayout()
        self._button = SignButton("open", "second_text", _("Open a file…"))
        self._lay_out()

    def show_templates(self, templates: Sequence[tuple[str, str, str]], own: Collection[str] = ()) -> None:
        """Offer these, in this order: the id (empty: none), the title, and a line of what it is.

        Those of the user's ``own`` (ids) can be removed by context menu and by key.
        """
        clear(self._templates)
        for template, title, about in templates:
            entry = StartEntry("study" if template else "new", title, about)
            entry.setObjectName(f"template_{template or 'none'}")
            entry.clicked.connect(lambda checked=False, wanted=template: self.template_chosen.emit(wanted))
            if template in own:
                wanted = partial(self.template_removal_wanted.emit, template)
                table_action(entry, f"remove_template_{template}", _("Remove this template"), wanted, "Del")
            self._templates.addWidget(entry)
        self._order_tabs()

    def show_recent(self, studies: Sequence[Recent]) -> None:
        """Offer the studies that were open before."""
        clear(self._recent)
        self._recent_side.setVisible(bool(studies))
        for place, recent in enumerate(studies):
            entry = StartEntry("open", recent.title or recent.path.stem, folder_told(recent.path), day_told(recent.day))
            entry.setObjectName(f"recent_{place}")
            entry.setToolTip(str(recent.path))
            entry.clicked.connect(lambda checked=False, path=recent.path: self.recent_chosen.emit(path))
            self._recent.addWidget(entry)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes through the entries as they stand, though some were made after the button below them."""
        columns = (self._templates, self._recent)
        items = [column.itemAt(i) for column in columns for i in range(column.count())]
        entries = [item.widget() for item in items if item]
        for before, after in pairwise([*filter(None, entries), self._button]):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("start_content")
        page.setMaximumWidth(scaled(WIDEST))
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE[5], SPACE[5] * 2, SPACE[5], SPACE[5])
        column.setSpacing(SPACE[1])
        title = text_label("decidr", "figure")
        column.addWidget(title)
        column.addWidget(text_label(_("Weigh, rank and explain a decision with many sides."), "second"))
        column.addSpacing(SPACE[4])
        self._columns.setSpacing(SPACE[5])
        top = Qt.AlignmentFlag.AlignTop
        self._columns.addWidget(_side(_("Start a study"), self._templates), 1, top)
        self._recent_side = _side(_("Continue"), self._recent)
        self._columns.addWidget(self._recent_side, 1, top)
        column.addLayout(self._columns)
        column.addSpacing(SPACE[3])
        column.addLayout(self._other_ways())
        column.addStretch()
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(page, 12)
        row.addStretch(1)
        self.setWidget(holder)

    def _other_ways(self) -> QBoxLayout:
        self._button.setObjectName("start_open")
        self._button.clicked.connect(self.open_wanted)
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        row.addWidget(self._button)
        row.addWidget(text_label(_("or drop a study or a study workbook anywhere on this window"), "second"), 1)
        return row


class StartEntry(QAbstractButton):
    """A card to click: icon, title, one line below, and a word at the right."""

    def __init__(self, sign: str, title: str, about: str, aside: str = "") -> None:
        super().__init__()
        self._sign, self._about, self._aside = sign, about, aside
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(", ".join(part for part in (about, aside) if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(scaled(300), self.heightForWidth(scaled(300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(200), self.heightForWidth(10_000))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetricsF(font(CAPTION))
        room = QRectF(0, 0, width - scaled(ICON_ROOM + 14), 1000)
        lines = min(metrics.boundingRect(room, WRAP, self._about).height(), metrics.lineSpacing() * MOST_LINES)
        return ceil(lines + self._title_height()) + scaled(2 * PADDING + TITLE_GAP)

    def _title_height(self) -> float:
        return QFontMetricsF(self._title_font()).height()

    def _title_font(self) -> QFont:
        return font(BODY if self._aside else SECTION, QFont.Weight.DemiBold)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, area = current(), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(QColor(theme.accent if strong else theme.line), 1.5 if self.hasFocus() else 1))
        painter.setBrush(QColor(theme.soft_accent if self.isDown() else theme.card))
        painter.drawRoundedRect(area, 10, 10)
        size = scaled(18)
        top = scaled(PADDING) + (self._title_height() - size) / 2
        paint_icon(painter, QRectF(scaled(16), top, size, size), self._sign, theme.accent)
        inner = QRectF(self.rect()).adjusted(scaled(ICON_ROOM), scaled(PADDING), -scaled(14), -scaled(PADDING))
        self._paint_texts(painter, inner)

    def _paint_texts(self, painter: QPainter, area: QRectF) -> None:
        theme, middle = current(), Qt.AlignmentFlag.AlignVCenter
        head = QRectF(area.left(), area.top(), area.width(), self._title_height())
        painter.setFont(font(CAPTION))
        painter.setPen(QColor(theme.third_text))
        painter.drawText(head, Qt.AlignmentFlag.AlignRight | middle, self._aside)
        room = area.width() - QFontMetricsF(painter.font()).horizontalAdvance(self._aside) - 8
        painter.setPen(QColor(theme.second_text))
        painter.drawText(area.adjusted(0, head.height() + scaled(TITLE_GAP), 0, 0), WRAP, self._about)
        painter.setFont(self._title_font())
        painter.setPen(QColor(theme.text))
        title = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(head, ONE_LINE | middle, title)


def day_told(day: str) -> str:
    """A day in the user's language, «today» and «yesterday» in words."""
    date = QDate.fromString(day, "yyyy-MM-dd")
    ago = date.daysTo(QDate.currentDate())
    if ago in (0, 1):
        return _("today") if ago == 0 else _("yesterday")
    return QLocale().toString(date, QLocale.FormatType.ShortFormat)


def folder_told(path: Path) -> str:
    """The file's name and folder, the home folder as ``~``."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except ValueError:
        return str(path)


def _side(title: str, rows: QVBoxLayout) -> QWidget:
    side = QWidget()
    side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE[1])
    column.addWidget(text_label(title, "section"))
    rows.setSpacing(SPACE[1])
    column.addLayout(rows)
    column.addStretch()
    return side
