"""People & views: the same study seen with different eyes, and who judged."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from decidr.core.analysis.results import Results
from decidr.core.study.study import Study
from decidr.core.study.views import View
from decidr.gui.document import Document, Part
from decidr.gui.messages import Messages
from decidr.gui.panels.card import Card
from decidr.gui.panels.clearing import clear
from decidr.gui.panels.page_header import PageHeader
from decidr.gui.panels.page_scroll import PageScroll
from decidr.gui.panels.panel import Panel
from decidr.gui.panels.reading_width import keep_readable
from decidr.gui.panels.text_label import text_label
from decidr.gui.panels.views_table import ViewsTable
from decidr.gui.theme import SPACE
from decidr.language import _, ngettext
from decidr.number_text import figure, listed


class PeoplePanel(Panel):
    """Views with what each leaves out and turns, the ranking seen by each, and the participants."""

    parts = Part.VIEWS | Part.VIEW | Part.PEOPLE | Part.RESULTS | Part.FOCUS | Part.CRITERIA | Part.HOSTS

    go_to = Signal(str)

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setObjectName("people_panel")
        self.header = PageHeader()
        self.header.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[1])
        self.table = ViewsTable()
        self.table.setAccessibleName(_("Ranking in every view"))
        self._views = QVBoxLayout()
        self._people = Card(_("Participants"))
        self._people_rows = QGridLayout()
        self._lay_out()
        self.table.view_chosen.connect(document.choose_view)
        self.table.host_chosen.connect(document.select_host)

    def refresh(self) -> None:
        by_view = {**self.document.results_by_view, self.document.view: self.document.results}
        self.header.set_title(told(by_view))
        self.header.set_subtitle(
            _("Each view has priorities of its own; seen with a host's own, a plant serves that host.")
        )
        self.table.shown.show_results(by_view, self.document.view, self.document.focus)
        self.table.setMaximumHeight(self.table.wanted_height())
        self.table.updateGeometry()
        self._show_views()
        self._show_people()

    def _lay_out(self) -> None:
        ranking = Card(_("Ranking in every view: rank, and points of 100"))
        ranking.add(self.table)
        views = Card(_("Views"))
        self._views.setSpacing(0)
        views.body.addLayout(self._views)
        self._people.body.addLayout(self._people_rows)
        self._people_rows.setHorizontalSpacing(SPACE[4])
        page = PageScroll("people_scroll")
        for card in (ranking, views, self._people):
            page.add(card)
        page.column.addStretch()
        keep_readable(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(page, 1)

    def _show_views(self) -> None:
        clear(self._views)
        for place, view in enumerate(self.document.study.views):
            if place:
                line = QFrame()
                line.setProperty("kind", "line")
                self._views.addWidget(line)
            self._views.addWidget(self._view_row(view))

    def _view_row(self, view: View) -> QWidget:
        row = QWidget()
        row.setObjectName(f"view_row_{view.id}")
        is_base = view.id == self.document.study.settings.base_view
        texts = QVBoxLayout()
        texts.setSpacing(2)
        name = _("{view}, the base view").format(view=view.name) if is_base else view.name
        texts.addWidget(text_label(name, "strong"))
        for line in view_told(self.document.study, view):
            texts.addWidget(text_label(line, "second"))
        sides = QHBoxLayout(row)
        sides.setContentsMargins(0, SPACE[1], 0, SPACE[1])
        sides.addLayout(texts, 1)
        sides.addWidget(self._view_choice(view))
        return row

    def _view_choice(self, view: View) -> QWidget:
        if view.id == self.document.view:
            return text_label(_("✓ shown now"), "caption", "agrees")
        button = QPushButton(_("See as {view}").format(view=view.name))
        button.setObjectName(f"see_as_{view.id}")
        button.clicked.connect(lambda: self.document.choose_view(view.id))
        return button

    def _show_people(self) -> None:
        people = self.document.study.participants
        self._people.setVisible(bool(people))
        clear(self._people_rows)
        counts = Counter(b.participant for b in self.document.study.comparisons for p in b.pairs if p.value)
        for row, person in enumerate(people):
            judged = ngettext("{count} judgment", "{count} judgments", counts[person.id])
            texts = (person.name, person.role, _("weight {weight}").format(weight=figure(person.weight)))
            for column, text in enumerate((*texts, judged.format(count=counts[person.id]))):
                self._people_rows.addWidget(_cell(text, column), row, column)
        self._people_rows.setColumnStretch(1, 1)


def told(by_view: dict[str, Results]) -> str:
    """Who is first in which views, as a heading."""
    leaders: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for view, results in by_view.items():
        names |= {h.id: h.name for h in results.study.hosts} | {v.id: v.name for v in results.study.views}
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


def _cell(text: str, column: int) -> QLabel:
    label = text_label(text, "body" if column == 0 else "second")
    label.setWordWrap(column == 1)
    return label
