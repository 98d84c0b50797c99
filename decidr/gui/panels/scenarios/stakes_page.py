"""Scenarios, third page: what each choice stands to lose over the baseline and all sets."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.scenarios.across import AcrossCases
from decidr.core.analysis.scenarios.words import expected_said, regret_said
from decidr.gui.models.scenarios.scenario_lines import chance_headings, chance_rows, stake_headings, stake_rows
from decidr.gui.models.scenarios.scenarioing import probabilities_told
from decidr.gui.panels.tables.entry_view import EntryView
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.reading_width import keep_readable
from decidr.gui.panels.widgets.text_label import set_tone, text_label
from decidr.language import _


class StakesPage(PageScroll):
    """``host_chosen`` gives a host (an id)."""

    host_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("stakes_page", parent)
        self.regret, self.about = text_label("", "strong"), text_label("", "second")
        self.regret.setObjectName("regret_said")
        self.expected, self.chances_told = text_label("", "strong"), text_label("", "second")
        self.expected.setObjectName("expected_said")
        self.table = EntryView("stakes", stretched=0)
        self.table.setAccessibleName(_("What each host stands to lose"))
        self.chances = EntryView("chances", stretched=0)
        self.chances.setAccessibleName(_("Probabilities of the sets"))
        stakes, chances = Card(), Card()
        for widget in (self.regret, self.about, self.table):
            stakes.add(widget)
        for widget in (self.expected, self.chances_told, self.chances):
            chances.add(widget)
        self.add(stakes)
        self.add(chances)
        self.column.addStretch(1)
        keep_readable(self)
        self.table.opened.connect(self.host_chosen)

    def show_cases(self, across: AcrossCases) -> None:
        """Show the stakes of these cases, or say why there are none."""
        study, stakes = across.baseline.study, across.stakes
        self.regret.setText(regret_said(across))
        about = _("Regret is what the best host would have given more. It runs over the baseline and all sets.")
        nothing = _("There are no sets yet: combine scenarios, and regret and worst case run over them too.")
        self.about.setText(about if study.scenario_sets else nothing)
        self.table.table.show_rows(stake_rows(across), stake_headings(stakes))
        self.expected.setText(expected_said(across))
        told, is_fine = probabilities_told(study)
        self.chances_told.setText(told)
        set_tone(self.chances_told, "" if is_fine else "error")
        rows = chance_rows(across)
        self.chances.table.show_rows(rows, chance_headings())
        self.chances.setVisible(bool(rows))
        for view in (self.table, self.chances):
            view.fit()
