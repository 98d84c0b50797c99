"""People & views, first page: the views, what the one that is looked with counts, and the ranking in each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from decidr.core.analysis.results import Results
from decidr.core.study.study import Study
from decidr.core.study.views import View
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.models.people.viewing import Viewing
from decidr.gui.models.shared.short_name import short_name
from decidr.gui.models.shared.structuring import NotTaken
from decidr.gui.panels.people.view_card import ViewCard
from decidr.gui.panels.people.views_table import ViewsTable
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.clearing import clear
from decidr.gui.panels.widgets.flow import FlowLayout
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.reading_width import keep_readable
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE, scaled
from decidr.language import _, ngettext
from decidr.number_text import listed


class ViewsSide(PageScroll):
    """A row for each view, a line to add one, the card of the one that is shown, and every view side by side.

    ``go_to`` asks for a place.
    """

    go_to = Signal(str)

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("views_side", parent)
        self._document = document
        self._viewing = Viewing(document)
        self.table = ViewsTable()
        self.table.setAccessibleName(_("Ranking in every view"))
        self.new_name = QLineEdit()
        self.trouble = text_label("", "caption", "error")
        self.copy = QPushButton()
        self.card = ViewCard(document, messages)
        self._views = QVBoxLayout()
        self._lay_out()
        self.table.view_chosen.connect(document.choose_view)
        self.table.host_chosen.connect(document.select_host)
        self.card.go_to.connect(self.go_to)

    def show_results(self, by_view: dict[str, Results]) -> None:
        """Show the results of every view (by id)."""
        self.table.shown.show_results(by_view, self._document.view, self._document.focus)
        self.table.setFixedHeight(self.table.wanted_height())
        self._show_views()
        name = next(v.name for v in self._document.study.views if v.id == self._document.view)
        self.copy.setText(_("Add as a copy of {view}").format(view=short_name(name).replace("&", "&&")))
        self.card.show_results(by_view[self._document.view])

    def add_view(self, like: str | None = None) -> None:
        """Add the view whose name was typed, empty or a copy of another (an id)."""
        try:
            self._viewing.add(self.new_name.text(), like)
        except NotTaken as error:
            self._say(str(error))
            return
        self._say("")
        self.new_name.clear()

    def _say(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))

    def _lay_out(self) -> None:
        ranking = Card(_("Ranking in every view: rank, and points of 100"))
        ranking.add(self.table)
        views = Card(_("Views"))
        self._views.setSpacing(0)
        views.body.addLayout(self._views)
        views.body.addLayout(self._adding())
        views.add(self.trouble)
        for card in (views, self.card, ranking):
            self.add(card)
        self.column.addStretch()
        keep_readable(self)

    def _adding(self) -> FlowLayout:
        self.new_name.setObjectName("new_view_name")
        self.new_name.setAccessibleName(_("Name of a new view"))
        self.new_name.setPlaceholderText(_("Whose eyes? A ministry, a bank …"))
        self.new_name.setMinimumWidth(scaled(180))
        self.new_name.setMaximumWidth(scaled(260))
        self.new_name.returnPressed.connect(self.add_view)
        self.new_name.textEdited.connect(lambda text: self._say(""))
        self.trouble.setObjectName("new_view_trouble")
        self.trouble.hide()
        empty = QPushButton(_("Add a view"))
        empty.setToolTip(_("It counts every leaf, with the base view's priorities"))
        empty.setObjectName("add_view")
        empty.clicked.connect(lambda: self.add_view())  # noqa: PLW0108 - without the signal's «checked»
        self.copy.setObjectName("copy_view")
        self.copy.setToolTip(_("With its leaves and its own judgments; from then on each goes its own way"))
        self.copy.clicked.connect(lambda: self.add_view(self._document.view))
        row = FlowLayout(spacing=SPACE[1])
        row.setContentsMargins(0, SPACE[1], 0, 0)
        for widget in (self.new_name, empty, self.copy):
            if isinstance(widget, QPushButton):
                widget.setAutoDefault(True)  # Enter presses it
            row.addWidget(widget)
        return row

    def _show_views(self) -> None:
        clear(self._views)
        for place, view in enumerate(self._document.study.views):
            if place:
                line = QFrame()
                line.setProperty("kind", "line")
                self._views.addWidget(line)
            self._views.addWidget(self._view_row(view))

    def _view_row(self, view: View) -> QWidget:
        row = QWidget()
        row.setObjectName(f"view_row_{view.id}")
        is_base = view.id == self._document.study.settings.base_view
        texts = QVBoxLayout()
        texts.setSpacing(2)
        name = _("{view}, the base view").format(view=view.name) if is_base else view.name
        texts.addWidget(text_label(name, "strong"))
        for line in view_told(self._document.study, view):
            texts.addWidget(text_label(line, "second"))
        sides = QHBoxLayout(row)
        sides.setContentsMargins(0, SPACE[1], 0, SPACE[1])
        sides.addLayout(texts, 1)
        sides.addWidget(self._view_choice(view))
        return row

    def _view_choice(self, view: View) -> QWidget:
        if view.id == self._document.view:
            return text_label(_("✓ shown now"), "caption", "agrees")
        button = QPushButton(_("See as {view}").format(view=view.name))
        button.setObjectName(f"see_as_{view.id}")
        button.clicked.connect(lambda: self._document.choose_view(view.id))
        return button


def told(by_view: dict[str, Results]) -> str:
    """Who is first in which views, as a heading."""
    leaders: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for view, results in by_view.items():
        names |= {**results.names, **{v.id: v.name for v in results.study.views}}
        if results.leader is not None:
            leaders.setdefault(results.hosts[results.leader], []).append(names[view])
    if not leaders:
        return _("No view has a leader yet")
    if len(leaders) == 1 and len(by_view) > 1:
        return _("{host} is first in every view").format(host=names[next(iter(leaders))])
    said = [
        _("{host} is first for {views}").format(host=names[host], views=listed(views))
        for host, views in leaders.items()
    ]
    return ", ".join(said)


def view_told(study: Study, view: View) -> list[str]:
    """What a view leaves out, what it turns, and where it has priorities of its own, in sentences."""
    own = len({block.under for block in study.comparisons if block.view == view.id})
    lines = []
    if view.id != study.settings.base_view:
        text = ngettext("Own judgments at {count} node", "Own judgments at {count} nodes", own)
        lines.append(text.format(count=own) if own else _("All priorities are those of the base view"))
    if view.left_out:
        lines.append(_("Leaves out: {names}").format(names=listed(_names(study, view.left_out))))
    if view.turned:
        lines.append(_("Turns, so that less is better: {names}").format(names=listed(_names(study, view.turned))))
    return lines or [_("Counts every leaf as it stands")]


def _names(study: Study, criteria: tuple[str, ...]) -> list[str]:
    return [study.name_of(criterion) for criterion in criteria]
