"""The dated facts that a scenario rests on, with their sources."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decidr.core.study.cases import Case
from decidr.gui.models.scenarios.scenarioing import Scenarioing, facts_of
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.clearing import clear
from decidr.gui.panels.widgets.field import LongTextField
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _

LINES = 8


class FactsCard(Card):
    """One fact a paragraph; those of a scenario can be written, those of a set are its scenarios'."""

    def __init__(self, scenarioing: Scenarioing, parent: QWidget | None = None) -> None:
        super().__init__(_("What it rests on"), parent)
        self.setObjectName("facts_card")
        self._scenarioing = scenarioing
        self._case: Case | None = None
        self._texts = QVBoxLayout()
        self._texts.setSpacing(6)
        self.edit = link_button(_("Edit"), "edit_facts", self._begin)
        self.field = LongTextField("facts", _("One fact a line, with its date and its source"), LINES)
        self.add_at_title(self.edit)
        self.body.addLayout(self._texts)
        self.add(self.field)
        self.field.hide()
        self.field.entered.connect(self._write)
        self.field.edit.left.connect(self._end)

    def show_case(self, case: Case) -> None:
        """Show what a case rests on."""
        is_same = self._case is not None and self._case.name == case.name
        self._case = case
        if not is_same:
            self._end()
        facts = facts_of(case)
        self.field.show_text("\n".join(facts))
        self.edit.setVisible(not case.is_set)
        clear(self._texts)
        for fact in facts or [_("Nothing is written yet: which dated facts, with their sources, make it likely?")]:
            self._texts.addWidget(text_label(fact, "body" if facts else "second"))
        self.setVisible(bool(facts) or not case.is_set)

    def _begin(self) -> None:
        self.field.show()
        self.field.edit.setFocus()

    def _end(self) -> None:
        self.field.hide()

    def _write(self, text: str) -> None:
        if self._case is not None:
            self._scenarioing.write_facts(self._case.name, text.split("\n"))
