"""The Data page: what is known of each host on each leaf, what that rests on, and what to mend first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from decidr.core.study.criteria import GOAL
from decidr.core.study.tree import children_of
from decidr.gui.document import Document, Part
from decidr.gui.messages import Messages
from decidr.gui.models.data.data_entry import DataEntry
from decidr.gui.models.data.data_filter import OF_EVIDENCE, DataFilter, Kind
from decidr.gui.models.data.data_sheet import DataSheet
from decidr.gui.models.data.data_table import DataTable
from decidr.gui.models.data.quality_lines import quality_subtitle, quality_title
from decidr.gui.panels.data.cell_card import CellCard
from decidr.gui.panels.data.data_view import DataView
from decidr.gui.panels.data.quality_page import DataQualityPage
from decidr.gui.panels.tables.detail_split import DetailSplit
from decidr.gui.panels.tables.table_actions import table_action
from decidr.gui.panels.tables.table_card import table_card
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.flow import FlowLayout
from decidr.gui.panels.widgets.page_header import PageHeader
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.segmented import SegmentedButtons
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE, scaled
from decidr.language import _, ngettext
from decidr.number_text import listed

ALWAYS: tuple[Kind, ...] = ("all", "gaps", "placeholders")
"""The filters that can always be chosen; another one is offered while it is the one that was asked for."""

TABLE, QUALITY = "table", "quality"


class DataPanel(Panel):
    """The table through its filters with the card of the cell at the cursor, and what to mend on a page of its own.

    ``go_to`` asks for another place.
    """

    parts = Part.CRITERIA | Part.HOSTS | Part.DATA | Part.PEOPLE | Part.VIEWS | Part.VIEW | Part.RESULTS | Part.FOCUS

    go_to = Signal(str)

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setObjectName("data_panel")
        self._messages = messages
        self.entry = DataEntry(document)
        self.table = DataTable(self.entry, self)
        self.view = DataView(self.table)
        self.header = PageHeader()
        self.tabs = SegmentedButtons([(TABLE, _("Table")), (QUALITY, _("Data quality"))], _("Table or data quality"))
        self.quality = DataQualityPage()
        self._sheet = QWidget()
        self.kind = SegmentedButtons(_kinds(), _("Show"))
        self.main, self.words = ChoiceBox("data_main_criterion", _("Only one criterion"), 6), QLineEdit()
        self.trouble = text_label("", "body", "error")
        self.nothing = text_label("", "second")
        self.card = CellCard(self.entry)
        self.split = DetailSplit(table_card(self.view), self.card, "data_split")
        self._make_filters()
        self._make_actions()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        before = self.view.fact
        self.table.show_sheet(DataSheet(self.document.results, self.table.sheet), self.document.focus)
        if before and self.view.fact is None:
            self.view.choose(before.row.id, before.column.id)
        self._show_header()
        self._show_mains()
        self._show_nothing()
        self._show_card()
        self._show_quality()

    def take_focus(self) -> None:
        shown = self.view if self.tabs.choice == TABLE else self.quality.table
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_place(self, address: str) -> None:
        """Put the cursor on a cell, as ``data:<criterion>:<host>``; a filter that hides it is taken off.

        ``data::placeholder`` filters by a kind of evidence, ``data::quality`` turns to what to mend.
        """
        criterion, _colon, host = address.partition(":")[2].partition(":")
        if criterion or host:
            self.tabs.choose(QUALITY if host == QUALITY and not criterion else TABLE)
        self.refresh()
        if not criterion and host in OF_EVIDENCE:
            self._filter_by(OF_EVIDENCE[host])
        elif criterion and not self.view.choose(criterion, host):
            self._open_filter()
            self.view.choose(criterion, host)
        self.take_focus()

    # what is shown

    def _show_quality(self) -> None:
        """Turn to what to mend, or to the table."""
        is_quality = self.tabs.choice == QUALITY
        self._sheet.setVisible(not is_quality)
        self.quality.setVisible(is_quality)
        if is_quality:
            self.quality.show_results(self.document.results)
            self._head_quality()

    def _head_quality(self) -> None:
        if self.tabs.choice == QUALITY and self.quality.flaws is not None:
            self.header.set_title(quality_title(self.quality.flaws))
            self.header.set_subtitle(quality_subtitle(self.document.results))

    def _show_header(self) -> None:
        counts = self.table.sheet.counts if self.table.sheet else {}
        gaps, placeholders = counts.get("missing", 0), counts.get("placeholder", 0)
        asks = []
        if gaps:
            asks.append(ngettext("{count} gap to fill", "{count} gaps to fill", gaps).format(count=gaps))
        if placeholders:
            text = ngettext("{count} placeholder to replace", "{count} placeholders to replace", placeholders)
            asks.append(text.format(count=placeholders))
        title = listed(asks) or _("Every figure is there")
        self.header.set_title(title if counts else _("What is known of each host?"))
        self.header.set_subtitle(_counted(counts))
        self.kind.button("gaps").setText(_("Gaps {count}").format(count=gaps))
        self.kind.button("placeholders").setText(_("Placeholders {count}").format(count=placeholders))
        closed = counts.get("closed", 0)  # judged evidence, though the sentence above counts it apart
        others = (("measured", _("Measured {count}")), ("proxy", _("Proxy {count}")), ("judged", _("Judged {count}")))
        for kind, text in others:
            more = closed if kind == "judged" else 0
            self.kind.button(kind).setText(text.format(count=counts.get(kind, 0) + more))

    def _show_mains(self) -> None:
        study = self.document.study
        mains = [("", _("All criteria")), *((m, study.name_of(m)) for m in children_of(study.criteria).get(GOAL, ()))]
        offered = [(self.main.itemData(i), self.main.itemText(i)) for i in range(self.main.count())]
        if offered != mains:
            chosen = self.main.currentData()
            self.main.clear()
            for main, name in mains:
                self.main.addItem(name, main)
            self.main.setCurrentIndex(max(self.main.findData(chosen), 0))

    def _show_nothing(self) -> None:
        """A sentence where the table is empty."""
        has_cells = bool(self.table.shown.rows and self.table.shown.columns)
        self.split.setVisible(has_cells)
        self.nothing.setVisible(not has_cells)
        nothing_yet = _("There is nothing to fill yet: add criteria and hosts first.")
        self.nothing.setText(nothing_yet if self.table.wanted.is_open else _("Nothing fits the filter."))

    def _show_card(self) -> None:
        fact = self.view.fact
        self.split.show_detail(fact is not None)
        if fact:
            self.card.show_fact(fact, self.document.results)

    def _say(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))

    def _tell_pasted(self, changed: int) -> None:
        if changed:
            told = [ngettext("{count} cell changed.", "{count} cells changed.", changed).format(count=changed)]
            if dropped := len(self.entry.dropped):
                text = ngettext(
                    "The source of {count} no longer holds and was cleared.",
                    "The sources of {count} no longer hold and were cleared.",
                    dropped,
                )
                told.append(text.format(count=dropped))
            self._messages.tell(" ".join(told))

    # what is asked

    def _filter(self) -> None:
        before, kind = self.view.fact, cast(Kind, self.kind.choice)
        self.kind.offer({*ALWAYS, kind})
        self.table.filter_by(DataFilter(kind, self.main.currentData() or "", self.words.text()))
        if before:
            self.view.choose(before.row.id, before.column.id)
        self._show_nothing()
        self._show_card()

    def _open_filter(self) -> None:
        self._filter_by("all")

    def _filter_by(self, kind: Kind) -> None:
        """Show this kind of cells, and nothing else is filtered."""
        self.kind.choose(kind)
        self.main.setCurrentIndex(0)
        self.words.clear()
        self._filter()

    # how it is put together

    def _make_filters(self) -> None:
        self.main.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.main.setMaximumWidth(scaled(220))
        self.words.setObjectName("data_words")
        self.words.setAccessibleName(_("Only with these words"))
        self.words.setPlaceholderText(_("Find …"))
        self.words.setToolTip(_("Leaves, hosts, units, sources and notes that hold these words"))
        self.words.setClearButtonEnabled(True)
        self.words.setMaximumWidth(scaled(280))
        self.trouble.setObjectName("data_trouble")
        self.nothing.setObjectName("no_data")
        for label in (self.trouble, self.nothing):
            label.hide()

    def _make_actions(self) -> None:
        table_action(self.view, "data_copy", _("Copy"), self.view.copy)
        table_action(self.view, "data_copy_names", _("Copy with names"), lambda: self.view.copy(True), "Ctrl+Shift+C")
        table_action(self.view, "data_paste", _("Paste"), self.view.paste)
        table_action(self.view, "data_clear", _("Clear: missing"), self.view.clear)

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda tab: self.refresh())
        self.quality.found.connect(self._head_quality)
        self.quality.go_to.connect(self.go_to)
        self.kind.chosen.connect(lambda kind: self._filter())
        self.main.activated.connect(lambda index: self._filter())
        self.words.textChanged.connect(lambda text: self._filter())
        self.view.cell_chosen.connect(self._show_card)
        self.view.pasted.connect(self._tell_pasted)
        self.table.refused.connect(self._say)
        self.card.go_to.connect(self.go_to)

    def _lay_out(self) -> None:
        self.header.set_right(self.tabs)
        self.kind.offer(ALWAYS)
        filters = FlowLayout(spacing=SPACE[2])
        for widget in (self.kind, self.main, self.words):
            filters.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        column.setSpacing(SPACE[2])
        column.addWidget(self.header)
        column.addWidget(self._sheet, 1)
        column.addWidget(self.quality, 1)
        sheet = QVBoxLayout(self._sheet)
        sheet.setContentsMargins(0, 0, 0, 0)
        sheet.setSpacing(SPACE[2])
        sheet.addLayout(filters)
        sheet.addWidget(self.trouble)
        sheet.addWidget(self.nothing)
        sheet.addWidget(self.split, 1)
        sheet.addStretch()


def _kinds() -> list[tuple[str, str]]:
    usual = [("all", _("All")), ("gaps", _("Gaps")), ("placeholders", _("Placeholders"))]
    return [*usual, ("measured", _("Measured")), ("proxy", _("Proxy")), ("judged", _("Judged"))]


def _counted(counts: Mapping[str, int]) -> str:
    """What the cells rest on, in numbers."""
    kinds = {
        "measured": _("measured"),
        "proxy": _("proxy"),
        "judged": _("judged"),
        "placeholder": _("placeholders"),
        "missing": _("missing"),
        "closed": _("closed"),
    }
    said = [f"{counts[kind]} {word}" for kind, word in kinds.items() if counts.get(kind)]
    total = sum(counts.values())
    cells = ngettext("{count} cell", "{count} cells", total).format(count=total)
    return _("{cells}: {kinds}").format(cells=cells, kinds=", ".join(said)) if said else ""
