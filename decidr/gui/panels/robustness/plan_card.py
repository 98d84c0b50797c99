"""The card that says what is drawn, how far the drawing is, and unfolds the form that changes it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from decidr.core.analysis.robustness.plan import plan_of
from decidr.core.study.study import Settings
from decidr.gui.panels.robustness.plan_form import PlanForm
from decidr.gui.panels.robustness.run_line import RunLine
from decidr.gui.panels.robustness.settings import plan_told
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _


class PlanCard(Card):
    """The plan in words and the line of its run; the form is folded away until it is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("plan_card")
        self.words = text_label("", "strong")
        self.words.setObjectName("plan_words")
        self.line, self.form = RunLine(), PlanForm()
        self.fold = link_button(_("Change…"), "change_plan", self._turn)
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self.fold)
        self.body.addLayout(top)
        self.add(self.line)
        self.add(self.form)
        self.form.hide()

    def show_settings(self, settings: Settings) -> None:
        """Show what the study plans."""
        self.words.setText(plan_told(plan_of(settings)))
        self.form.show_settings(settings)

    def _turn(self) -> None:
        self.form.setVisible(self.form.isHidden())
        self.fold.setText(_("Change…") if self.form.isHidden() else _("Done"))
