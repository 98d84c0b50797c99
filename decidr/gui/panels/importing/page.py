"""Import: which rows of a publisher's file are read, where each series goes, and every figure before it counts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from decidr.core.study.problems import sentence
from decidr.formats.indicators.choosing import Draft, Key, choose_label, choose_leaf, leave
from decidr.gui.models.importing.import_figures import LABEL, ImportFigures
from decidr.gui.models.importing.import_series import BRINGS, ImportSeries
from decidr.gui.panels.importing.notice import Notice
from decidr.gui.panels.importing.notice_list import NoticeList
from decidr.gui.panels.importing.rows_card import RowsCard
from decidr.gui.panels.importing.table import ImportTable
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.page_header import PageHeader
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.theme import SPACE
from decidr.language import _, ngettext


class ImportPage(QWidget):
    """Stands in place of the pages until the user decides.

    ``chosen`` gives what makes another draft of the one that is shown; ``take_wanted`` tells that it is to be taken
    in, and whether more is to be chosen then; ``left`` that it is not.
    """

    chosen = Signal(object)
    take_wanted = Signal(bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = PageHeader()
        self.leave = _button("import_page_leave", _("Leave it"))
        self.go_on = _button("import_page_go_on", _("Take in, choose more"))
        self.take = _button("import_page_take", "")
        self.take.setProperty("kind", "primary")
        self.rows = RowsCard()
        self.series, self.figures = ImportSeries(self), ImportFigures(self)
        self.series_view = ImportTable("import_series", _("What goes where"), self.series, BRINGS, elastic=True)
        self.figures_view = ImportTable("import_figures", _("Every figure"), self.figures, LABEL)
        self.notices = NoticeList()
        self.keep = link_button("", "import_keep", self._keep_or_replace)
        self._figures_card = Card(_("Every figure, beside what stands there now"))
        self._figures_card.add_at_title(self.keep)
        self._lay_out()
        self._connect()
        self.hide()

    def show_draft(self, draft: Draft) -> None:
        """Show an import as it is chosen now."""
        self.header.set_title(_told(draft))
        self.header.set_subtitle(_replaced(draft))
        self.rows.show_draft(draft)
        self.series.show_draft(draft)
        self.figures.show_draft(draft)
        self._figures_card.setVisible(bool(draft.figures))
        self.keep.setVisible(bool(draft.conflicts))
        self.keep.setText(_("Replace what stands ›") if draft.keeps_present else _("Keep what stands ›"))
        self.notices.show_notices([Notice(p.severity, str(p.place), sentence(p)) for p in draft.problems])
        text = ngettext("Take in {count} figure", "Take in {count} figures", draft.count)
        self.take.setText(text.format(count=draft.count))
        for button in (self.take, self.go_on):
            button.setEnabled(draft.count > 0 and not draft.faults)

    def take_focus(self) -> None:
        """Put the keyboard on what decides."""
        (self.take if self.take.isEnabled() else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Put away by whoever turned to another page, it is left as well."""
        super().hideEvent(event)
        if self.isHidden():
            self.left.emit()

    def _connect(self) -> None:
        self.rows.chosen.connect(self.chosen)
        self.series.leaf_chosen.connect(self._choose_leaf)
        self.figures.label_chosen.connect(self._choose_label)
        self.figures.left_changed.connect(self._leave_cells)
        self.leave.clicked.connect(self.left)
        self.take.clicked.connect(lambda: self.take_wanted.emit(False))
        self.go_on.clicked.connect(lambda: self.take_wanted.emit(True))

    def _choose_leaf(self, series: str, leaf: str) -> None:
        self.chosen.emit(lambda draft: choose_leaf(draft, series, leaf or None))

    def _choose_label(self, host: str, label: str) -> None:
        self.chosen.emit(lambda draft: choose_label(draft, host, label or None))

    def _leave_cells(self, keys: tuple[Key, ...], is_left: bool) -> None:
        self.chosen.emit(lambda draft: leave(draft, keys, is_left=is_left))

    def _keep_or_replace(self) -> None:
        self.chosen.emit(lambda draft: leave(draft, draft.conflicts, is_left=not draft.keeps_present))

    def _lay_out(self) -> None:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[1])
        for button in (self.leave, self.go_on, self.take):
            row.addWidget(button)
        self.header.set_right(buttons)
        self.header.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[2])
        series_card = Card(_("What goes where"))
        series_card.add(self.series_view)
        self._figures_card.add(self.figures_view)
        scroll = PageScroll("import_scroll")
        for widget in (self.notices, self.rows, series_card, self._figures_card):
            scroll.add(widget)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(scroll, 1)


def _button(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(True)
    return button


def _told(draft: Draft) -> str:
    if not draft.targets:
        return _("Which series goes where?")
    if draft.faults:
        return _("Something must still be chosen")
    text = ngettext("Import {count} figure", "Import {count} figures", draft.count)
    return text.format(count=draft.count)


def _replaced(draft: Draft) -> str:
    """The file, and how many figures that are no placeholders are replaced, but for those that only gain digits."""
    file = draft.file.path.name
    taken = [conflict for key, conflict in draft.conflicts.items() if key not in draft.left]
    replaced = sum(not conflict.only_gains_digits for conflict in taken)
    if not replaced:
        return _("From {file}. Nothing counts before you take it in.").format(file=file)
    text = ngettext(
        "From {file}. {count} replaces a figure that is no placeholder; untick it to keep what stands.",
        "From {file}. {count} replace figures that are no placeholders; untick one to keep what stands.",
        replaced,
    )
    return text.format(file=file, count=replaced)
