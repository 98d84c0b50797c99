"""The Hosts page: which places are compared."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from decidr.formats.countries import country_code
from decidr.gui.document import Document, Part
from decidr.gui.messages import Messages
from decidr.gui.models.hosts.host_table import HostTable
from decidr.gui.models.shared.structuring import NotTaken, Structuring
from decidr.gui.panels.hosts.host_needs_card import HostNeedsCard
from decidr.gui.panels.hosts.host_view import HostView
from decidr.gui.panels.hosts.needs_guide import NeedsGuide
from decidr.gui.panels.ranking.level_switch import LevelSwitch
from decidr.gui.panels.tables.table_actions import action_button, table_action
from decidr.gui.panels.tables.table_card import table_card
from decidr.gui.panels.widgets.flow import FlowLayout
from decidr.gui.panels.widgets.page_header import PageHeader
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.panels.widgets.undo_offer import undo_offer
from decidr.gui.theme import SPACE, scaled
from decidr.language import _, ngettext


class HostsPanel(Panel):
    """The table of hosts, with a line to add one; the host at the cursor is in focus everywhere."""

    parts = Part.HOSTS | Part.RESULTS | Part.VIEW | Part.FOCUS | Part.LEVEL | Part.DATA | Part.JUDGMENTS

    go_to = Signal(str)

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setObjectName("hosts_panel")
        self._messages = messages
        self._structuring = Structuring(document)
        self.header = PageHeader(_("Which places are compared?"))
        self.table = HostTable(self._structuring, self)
        self.view = HostView(self.table)
        self.card = table_card(self.view)
        self.needs = HostNeedsCard()
        self._guide = NeedsGuide(document, messages, self)
        self.nothing = text_label(
            _("No host yet. Type the name of a place above, or drop a study workbook on this window."), "second"
        )
        self.nothing.setObjectName("no_hosts")
        self.levels = LevelSwitch(document)
        self.new_name = QLineEdit()
        self.trouble = text_label("", "caption", "error")
        self._actions_row = FlowLayout(spacing=SPACE[2])
        self._make_adding()
        self._make_actions()
        self._lay_out()
        self.view.host_chosen.connect(self._choose)
        self.table.refused.connect(self._tell_refusal)
        self._guide.go_to.connect(self.go_to)
        self.needs.wanted.connect(lambda need: self._guide.lead(self.needs.host, need))

    def refresh(self) -> None:
        before = self.view.chosen
        self.table.show_results(self.document.results, self.document.focus, self.document.level)
        self.levels.refresh()
        if before and not self.view.chosen:
            self.view.choose(before)
        self.card.setVisible(bool(self.table.lines))
        self.nothing.setVisible(not self.table.lines)
        self._show_header()
        self._allow()
        self._show_needs()

    def take_focus(self) -> None:
        wanted = self.view if self.table.lines else self.new_name
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_place(self, address: str) -> None:
        """Put the cursor on a host, as ``hosts:<id>``."""
        self.refresh()
        self.view.choose(address.partition(":")[2])
        self.take_focus()

    # what the actions do

    def add(self) -> None:
        """Add the host whose name was typed; a country gets its code."""
        name = self.new_name.text()
        try:
            host = self._structuring.add_host(name, country_code(name) or "")
        except NotTaken as error:
            self._say(str(error))
            return
        self._say("")
        self.new_name.clear()
        self.view.choose(host)

    def remove(self) -> None:
        """Remove the host at the cursor; undo brings it back."""
        if host := self.view.chosen:
            line = self.table.lines[self.view.currentIndex().row()]
            after = self.view.currentIndex().row()
            self._structuring.remove_host(host)
            self._choose_row(after)
            self._messages.tell(
                _("Removed {name} with its data and judgments.").format(name=line.host.name),
                undo_offer(self.document),
            )

    def shift(self, rows: int) -> None:
        """Move the host at the cursor up or down."""
        if host := self.view.chosen:
            ids = [line.host.id for line in self.table.lines]
            place = ids.index(host) + rows
            if 0 <= place < len(ids):
                rest = [other for other in ids if other != host]
                self._structuring.move_host(host, rest[place] if place < len(rest) else None)
                self.view.choose(host)

    def _switch_chosen(self) -> None:
        if host := self.view.chosen:
            self._structuring.switch_host(host)

    def _go_to_gap(self) -> None:
        """The first gap of the host at the cursor, on the Data page."""
        index = self.view.currentIndex()
        line = self.table.lines[index.row()] if index.isValid() else None
        if line and line.gaps:
            self.go_to.emit(f"data:{line.gaps[0]}:{line.host.id}")

    def _choose(self, host: str) -> None:
        self._allow()
        self._show_needs()
        if host and self.document.selected_host != host:
            self.document.select_host(host)

    def _choose_row(self, row: int) -> None:
        if lines := self.table.lines:
            self.view.choose(lines[min(row, len(lines) - 1)].host.id)

    # what is shown

    def _show_header(self) -> None:
        study = self.document.study
        hosts = ngettext("{count} host", "{count} hosts", len(study.hosts)).format(count=len(study.hosts))
        ranked = sum(line.rank > 0 for line in self.table.lines)
        told = [hosts, *([_("{count} of them ranked").format(count=ranked)] if ranked != len(study.hosts) else [])]
        view = next(v.name for v in study.views if v.id == self.document.view)
        told.append(_("ranks and totals as the view «{view}» has them").format(view=view))
        self.header.set_subtitle(", ".join(told))

    def _allow(self) -> None:
        index = self.view.currentIndex()
        line = self.table.lines[index.row()] if index.isValid() else None
        for action in self._on_one:
            action.setEnabled(line is not None)
        self._to_gap.setEnabled(bool(line and line.gaps))
        if line:
            self._switch.setText(_("Make dormant") if line.host.active else _("Count again"))

    def _show_needs(self) -> None:
        self.needs.show_host(self.document.results, self.view.chosen)

    def _say(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))

    def _tell_refusal(self, trouble: str) -> None:
        if trouble:
            self._messages.warn(trouble)

    # how it is put together

    def _make_adding(self) -> None:
        self.new_name.setObjectName("new_host_name")
        self.new_name.setAccessibleName(_("Name of a new host"))
        self.new_name.setPlaceholderText(_("A country, a province, a site …"))
        self.new_name.setMinimumWidth(scaled(116))
        self.new_name.setMaximumWidth(scaled(260))
        self.new_name.returnPressed.connect(self.add)
        self.new_name.textEdited.connect(lambda text: self._say(""))
        add = QPushButton(_("Add a host"))
        add.setObjectName("add_host")
        add.clicked.connect(self.add)
        self.trouble.setObjectName("new_host_trouble")
        self.trouble.hide()
        self._actions_row.addWidget(self.new_name)
        self._actions_row.addWidget(add)

    def _make_actions(self) -> None:
        rename = self._action("rename", _("Rename"), self.view.rename, "F2")
        remove = self._action("remove", _("Remove"), self.remove, "Del")
        self._switch = self._action("switch", _("Make dormant"), self._switch_chosen, "Ctrl+D")
        up = self._action("move_up", _("Move up"), lambda: self.shift(-1), "Alt+Up")
        down = self._action("move_down", _("Move down"), lambda: self.shift(1), "Alt+Down")
        self._to_gap = self._action("to_gap", _("Go to its first gap"), self._go_to_gap, "Ctrl+G")
        self._action("add", _("Add a host"), self.new_name.setFocus, "Insert")
        self._on_one = [rename, remove, self._switch, up, down]
        for action in (remove, self._switch):
            self._actions_row.addWidget(action_button(action))
        self._actions_row.addWidget(self.levels)

    def _action(self, name: str, text: str, do: Callable[[], object], *keys: str) -> QAction:
        return table_action(self.view, f"hosts_{name}", text, do, *keys)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        column.setSpacing(SPACE[2])
        column.addWidget(self.header)
        column.addLayout(self._actions_row)
        column.addWidget(self.trouble)
        self.card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(self.nothing)
        column.addWidget(self.card)
        column.addWidget(self.needs, 1)
        column.addStretch(0)
