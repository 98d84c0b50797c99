"""People & views, first page: the ranking in every view, and what each view leaves out and turns."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from decidr.core.analysis.results import Results
from decidr.core.study.study import Study
from decidr.core.study.views import View
from decidr.gui.document import Document
from decidr.gui.panels.card import Card
from decidr.gui.panels.clearing import clear
from decidr.gui.panels.page_scroll import PageScroll
from decidr.gui.panels.reading_width import keep_readable
from decidr.gui.panels.text_label import text_label
from decidr.gui.panels.views_table import ViewsTable
from decidr.gui.theme import SPACE
from decidr.language import _, ngettext
from decidr.number_text import listed


class ViewsSide(PageScroll):
    """Every view side by side, and a row for each with what it counts."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__("views_side", parent)
        self._document = document
        self.table = ViewsTable()
        self.table.setAccessibleName(_("Ranking in every view"))
        self._views = QVBoxLayout()
        self._lay_out()
        self.table.view_chosen.connect(document.choose_view)
        self.table.host_chosen.connect(document.select_host)

    def show_results(self, by_view: dict[str, Results]) -> None:
        """Show the results of every view (by id)."""
        self.table.shown.show_results(by_view, self._document.view, self._document.focus)
        self.table.setMaximumHeight(self.table.wanted_height())
        self.table.updateGeometry()
        self._show_views()

    def _lay_out(self) -> None:
        ranking = Card(_("Ranking in every view: rank, and points of 100"))
        ranking.add(self.table)
        views = Card(_("Views"))
        self._views.setSpacing(0)
        views.body.addLayout(self._views)
        for card in (ranking, views):
            self.add(card)
        self.column.addStretch()
        keep_readable(self)

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
