"""The card of one cell: everything that is known of it, what it scores and what it adds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.results import Results
from decidr.core.study.data import Cell, Status
from decidr.core.study.problems import Place, Problem
from decidr.gui.models.data.cell_words import cell_title, evidence_word, typed_text
from decidr.gui.models.data.data_entry import DataEntry, NotAValue
from decidr.gui.models.data.data_sheet import CellFact
from decidr.gui.models.data.supposed_cells import supposed_sentence
from decidr.gui.models.shared.typed_figure import NotAFigure, exact_figure, typed_figure
from decidr.gui.panels.data.score_words import people_words, score_words
from decidr.gui.panels.findings.problem_rows import ProblemRows
from decidr.gui.panels.tables.detail_card import DetailCard
from decidr.gui.panels.widgets.field import ChoiceField, Field, LongTextField, TextField
from decidr.gui.panels.widgets.field_grid import FieldGrid
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _

TOLD_BY_THE_CARD = ("data.missing",)
"""Problems that the card's own sentences tell already."""


class CellCard(DetailCard):
    """Each field is one undoable step; ``go_to`` asks for another place."""

    go_to = Signal(str)

    def __init__(self, entry: DataEntry, parent: QWidget | None = None) -> None:
        super().__init__("cell_card", parent)
        self._entry = entry
        self._fact: CellFact | None = None
        self.score = text_label("", "second")
        self.score.setObjectName("cell_score")
        self.supposed = text_label("", "body", "accent")
        self.supposed.setObjectName("cell_supposed")
        self.people = text_label("", "second")
        self.dropped = text_label("", "body", "look_here")
        self.dropped.setObjectName("cell_dropped")
        self.problems = ProblemRows()
        self.problems.go_to.connect(self.go_to)
        self.to_criterion = link_button(_("Its criterion and scale"), "cell_to_criterion", self._go_to_criterion)
        self._make_value()
        self._make_texts()
        self._lay_out()
        self._connect()

    def show_fact(self, fact: CellFact, results: Results) -> None:
        """Show a cell as the view sees it."""
        self._fact = fact
        cell = fact.cell or Cell(criterion=fact.row.id, host=fact.column.id, way=fact.row.way)
        self.heading.setText(cell_title(fact))
        self.score.setText(score_words(results, fact))
        self.supposed.setText(supposed_sentence(fact.supposed) if fact.supposed else "")
        self.supposed.setVisible(fact.supposed is not None)
        self.people.setText(people_words(fact))
        self.people.setVisible(bool(self.people.text()))
        self._show_dropped(fact)
        self._show_value(fact, cell)
        for field, name in self._texts.items():
            field.show_text(getattr(cell, name))
        self.problems.show_problems(_problems_of(fact, results.problems), results.study, fact.row.criterion.name)
        self._leave_out(fact)

    # how it is put together

    def _make_value(self) -> None:
        self.value = TextField("cell_value", _("Value"), _("missing"))
        self.level = ChoiceField("cell_level", _("Level"))
        self.low = TextField("cell_low", _("Low"))
        self.high = TextField("cell_high", _("High"))
        self.year = TextField("cell_year", _("Year"))
        kinds = get_args(Status)
        by_source = [("", _("by source and year"))]
        self.status = ChoiceField("cell_status", _("Status"), [*by_source, *((k, evidence_word(k)) for k in kinds)])
        shapes = [("", _("triangular")), ("normal", _("normal"))]
        shapes += [("lognormal", _("lognormal")), ("uniform", _("uniform"))]
        self.distribution = ChoiceField("cell_distribution", _("Distribution"), shapes)

    def _make_texts(self) -> None:
        self._texts: dict[TextField | LongTextField, str] = {
            TextField("cell_unit", _("Unit"), _("as the criterion")): "unit",
            TextField("cell_closed", _("Closed, because"), _("open")): "closed",
            TextField("cell_source", _("Source")): "source",
            TextField("cell_licence", _("Licence")): "licence",
            TextField("cell_who", _("Who")): "who",
            TextField("cell_when", _("When")): "when",
            LongTextField("cell_note", _("Note")): "note",
        }

    def _lay_out(self) -> None:
        unit, closed, source, licence, who, when, note = self._texts
        self.grid = FieldGrid(narrowest=138)
        for field in (self.value, self.level, self.status, self.year, unit, self.low, self.high, self.distribution):
            self.grid.add(field)
        for field, span in ((source, 2), (licence, 2), (closed, 2), (who, 1), (when, 1), (note, 4)):
            self.grid.add(field, span)
        told = (self.supposed, self.score, self.people, self.dropped, self.problems)
        for widget in (*told, self.grid, self.to_criterion):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.value.entered.connect(lambda text: self._take_value(self.value, text))
        self.level.entered.connect(lambda text: self._take_value(self.level, text))
        self.low.entered.connect(lambda text: self._take_bound(self.low, "low", text))
        self.high.entered.connect(lambda text: self._take_bound(self.high, "high", text))
        self.year.entered.connect(self._take_year)
        self.status.entered.connect(lambda status: self._change(self.status, status=status or None))
        self.distribution.entered.connect(lambda kind: self._change(self.distribution, distribution=kind or None))
        for field, name in self._texts.items():
            self._connect_text(field, name)

    def _connect_text(self, field: TextField | LongTextField, name: str) -> None:
        field.entered.connect(lambda text: self._change(field, **{name: text.strip()}))

    # what is shown

    def _show_value(self, fact: CellFact, cell: Cell) -> None:
        self.value.show_text(typed_text(fact))
        if fact.row.way == "rating":
            levels = [(level.name, level.name) for level in self._entry.levels(fact.row.id)]
            self.level.set_choices([("", _("missing")), *levels])
            self.level.show_value(str(cell.value or ""))
        for field, bound in ((self.low, cell.low), (self.high, cell.high)):
            field.show_text("" if bound is None else exact_figure(bound))
        self.year.show_text("" if cell.year is None else str(cell.year))
        self.status.show_value(cell.status or "")
        self.distribution.show_value(cell.distribution or "")

    def _show_dropped(self, fact: CellFact) -> None:
        """That a value entered by hand has lost its source, while this is news."""
        source = self._entry.dropped.get((fact.row.id, fact.column.id), "")
        is_news = bool(source) and fact.cell is not None and not fact.cell.source
        said = _("Entered by hand: its source ({source}) no longer holds and was cleared; name a source and a year.")
        self.dropped.setText(said.format(source=source))
        self.dropped.setVisible(is_news)

    def _leave_out(self, fact: CellFact) -> None:
        is_rating = fact.row.way == "rating"
        if fact.evidence is None:
            keep: Sequence[Field] = (*self._texts,)
            left: list[QWidget] = [self.value, self.level, self.low, self.high, self.year, self.distribution]
            left += [field for field in keep if self._texts[field] == "unit"]  # type: ignore[index]
        else:
            left = [self.value] if is_rating else [self.level]
            left += [] if fact.row.way == "data" else [self.low, self.high, self.distribution]
        self.grid.leave_out(*left)

    # what is taken

    def _take_value(self, field: Field, text: str) -> None:
        fact = self._shown
        self._try(field, lambda: self._entry.give(fact, self._entry.read(fact, text)))

    def _take_bound(self, field: TextField, name: str, text: str) -> None:
        unit = self._shown.row.criterion.unit
        self._try(field, lambda: self._change(field, **{name: typed_figure(text, unit)}))

    def _take_year(self, text: str) -> None:
        text = text.strip()
        if text and not (text.isdigit() and len(text) == 4):
            self.year.say(_("«{text}» is not a year; write 2024.").format(text=text))
            return
        self._change(self.year, year=int(text) if text else None)

    def _change(self, field: Field, **fields: object) -> None:
        self._entry.change(self._shown, field.title, **fields)

    def _try(self, field: Field, take: Callable[[], object]) -> None:
        """Take an entry, or say below the field why not."""
        try:
            take()
        except (NotAValue, NotAFigure) as error:
            field.say(str(error))

    @property
    def _shown(self) -> CellFact:
        assert self._fact is not None
        return self._fact

    def _go_to_criterion(self) -> None:
        way = "weights" if self._shown.evidence is None else "criteria"
        self.go_to.emit(f"{way}:{self._shown.row.id}")


def _problems_of(fact: CellFact, problems: Sequence[Problem]) -> list[Problem]:
    """What is to be known of this cell, apart from what the card says anyway."""
    place = Place("Data", (fact.row.criterion.name, fact.column.host.name))
    return [p for p in problems if p.place == place and p.code not in TOLD_BY_THE_CARD]
