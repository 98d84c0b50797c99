"""The top of a page: a heading that asks or answers, a line below it, and a switch at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE, scaled

LINE_GAP = 2
MOST_LINES = 2
"""What stands at the right goes below the words when it would leave the subtitle more lines than these."""

USUAL_WIDTH = 640


class PageHeader(QWidget):
    """Title, subtitle, and a slot at the right for one widget, as ``SegmentedButtons``; below where words lack room.

    It places them itself: nested layouts of Qt cut wrapped words whose height they ask for too early.
    """

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = text_label(title, "page_title", parent=self)
        self._title.setObjectName("page_title")
        self._subtitle = text_label(subtitle, "second", parent=self)
        self._subtitle.setObjectName("page_subtitle")
        self._right: QWidget | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_subtitle(subtitle)

    @property
    def title(self) -> str:
        """The heading."""
        return self._title.text()

    @property
    def subtitle(self) -> str:
        """The line below the heading."""
        return self._subtitle.text()

    def set_title(self, title: str) -> None:
        """Change the heading."""
        if title != self.title:
            self._title.setText(title)
            self._arrange()

    def set_subtitle(self, subtitle: str) -> None:
        """Change the line below the heading; an empty one takes no room."""
        self._subtitle.setVisible(bool(subtitle))
        if subtitle != self.subtitle:
            self._subtitle.setText(subtitle)
            self._arrange()

    def set_right(self, widget: QWidget) -> None:
        """Put a widget at the right, in line with the subtitle."""
        widget.setParent(self)
        widget.show()
        self._right = widget
        self._arrange()

    # Qt's own

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return max((area.bottom() + 1 for area in self._places(inner).values()), default=0) + (
            margins.top() + margins.bottom()
        )

    def sizeHint(self) -> QSize:
        return QSize(scaled(USUAL_WIDTH), self.heightForWidth(scaled(USUAL_WIDTH)))

    def minimumSizeHint(self) -> QSize:
        margins, right = self.contentsMargins(), self._right.sizeHint().width() if self._right else 0
        return QSize(right + margins.left() + margins.right(), margins.top() + margins.bottom())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_right"):
            self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.ContentsRectChange):
            self._arrange()
        return super().event(event)

    # where everything stands

    def _arrange(self) -> None:
        """Find every place anew; the page is laid out again only if the height is another one."""
        if self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()
        self._place()

    def _place(self) -> None:
        inner = self.contentsRect()
        for widget, area in self._places(inner.width()).items():
            widget.setGeometry(area.translated(inner.topLeft()))

    def _places(self, width: int) -> dict[QWidget, QRect]:
        """Where each part stands in a header of this inner width."""
        switch = self._right if self._right and not self._right.isHidden() else None
        right = switch.sizeHint() if switch else QSize(0, 0)
        beside = width - right.width() - SPACE[3] if switch else width
        stacks = switch is not None and self._wants_all(beside, width)
        words = width if stacks else beside
        places: dict[QWidget, QRect] = {}
        below = 0
        for label in (self._title, self._subtitle):
            if label.text():
                places[label] = QRect(0, below, words, label.heightForWidth(words))
                below = places[label].bottom() + 1 + LINE_GAP
        if switch:
            top = below - LINE_GAP + SPACE[1] if stacks else max(below - LINE_GAP - right.height(), 0)
            places[switch] = QRect(0 if stacks else width - right.width(), top, right.width(), right.height())
        return places

    def _wants_all(self, beside: int, width: int) -> bool:
        """Whether the words need the whole width: else the heading would wrap, or the subtitle be a column."""
        if beside < scaled(120) or self._title.heightForWidth(beside) > self._title.heightForWidth(width):
            return True
        return bool(self.subtitle) and self._subtitle.heightForWidth(beside) > (MOST_LINES + 0.5) * _line(
            self._subtitle
        )


def _line(label: QLabel) -> int:
    label.ensurePolished()
    return label.fontMetrics().lineSpacing()
