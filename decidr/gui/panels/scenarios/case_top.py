"""The top of one case: which one, its name, of a set its scenarios and probability, and what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from decidr.core.study.cases import Case, cases_of
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.models.scenarios.scenarioing import Scenarioing, probabilities_told
from decidr.gui.models.shared.structuring import NotTaken
from decidr.gui.models.shared.typed_figure import exact_figure
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.check_box import CheckBox
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.clearing import clear
from decidr.gui.panels.widgets.field import TextField
from decidr.gui.panels.widgets.field_grid import FieldGrid
from decidr.gui.panels.widgets.flow import FlowLayout
from decidr.gui.panels.widgets.text_label import set_tone, text_label
from decidr.gui.panels.widgets.undo_offer import undo_offer
from decidr.gui.theme import SPACE, scaled
from decidr.language import _, ngettext
from decidr.number_text import listed


class CaseTop(Card):
    """Edits one case; ``chosen`` gives the name of the case to be shown from now on, empty where none is left."""

    chosen = Signal(str)

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("case_top")
        self._document, self._messages = document, messages
        self.scenarioing = Scenarioing(document)
        self._case: Case | None = None
        self.choice = ChoiceBox("case_choice", _("Scenario or set"), 18)
        self.name = TextField("case_name", _("Name"))
        self.probability = TextField("case_probability", _("Probability"), _("not said"))
        self.told = text_label("", "caption")
        self._members = QVBoxLayout()
        self._members.setContentsMargins(0, SPACE[1], 0, 0)
        self._members.setSpacing(2)
        self._boxes: dict[str, CheckBox] = {}
        self._holder = QWidget()
        self._lay_out()
        self._connect()

    def show_case(self, case: Case | None) -> None:
        """Show a case, or only how to begin the first."""
        self._case = case
        study = self._document.study
        self._show_choice(study, case)
        is_scenario = case is not None and not case.is_set
        for widget in (self.choice, self._grid, self.remove):
            widget.setVisible(case is not None)
        for widget in (self.copy, self.combine, self.up, self.down):
            widget.setVisible(is_scenario)
        if case is None:
            self._holder.hide()
            self.told.hide()
            return
        self.name.show_text(case.name)
        self.up.setEnabled(is_scenario and self.scenarioing.can_shift(case.name, -1))
        self.down.setEnabled(is_scenario and self.scenarioing.can_shift(case.name, 1))
        self.combine.setEnabled(len(study.scenarios) > 1)
        self._show_set(study, case)

    def begin(self) -> None:
        """A new scenario, whose name waits to be typed over."""
        self.chosen.emit(self.scenarioing.add(_("New scenario")))
        self.name.edit.setFocus()
        self.name.edit.selectAll()

    # what is shown

    def _show_choice(self, study: Study, case: Case | None) -> None:
        wanted = [each.name for each in cases_of(study)]
        if wanted != [self.choice.itemText(i) for i in range(self.choice.count())]:
            self.choice.clear()
            self.choice.addItems(wanted)
        self.choice.setCurrentIndex(wanted.index(case.name) if case else -1)
        self.choice.setToolTip(case.name if case else "")

    def _show_set(self, study: Study, case: Case) -> None:
        self._grid.leave_out(*([] if case.is_set else [self.probability]))
        self._holder.setVisible(case.is_set)
        self.told.setVisible(case.is_set)
        if not case.is_set:
            return
        self.probability.show_text("" if case.probability is None else exact_figure(case.probability))
        told, is_fine = probabilities_told(study)
        self.told.setText(told)
        set_tone(self.told, "" if is_fine else "error")
        self._make_boxes(study)
        members = {scenario.id for scenario in case.scenarios}
        for scenario, box in self._boxes.items():
            box.setChecked(scenario in members)

    def _make_boxes(self, study: Study) -> None:
        """A box for each scenario; they stay while the scenarios do, and with them the keyboard."""
        names = {scenario.id: scenario.name for scenario in study.scenarios}
        if {scenario: box.text() for scenario, box in self._boxes.items()} == names:
            return
        clear(self._members)
        self._boxes = {scenario: CheckBox(f"member_{scenario}", name) for scenario, name in names.items()}
        for scenario, box in self._boxes.items():
            box.clicked.connect(lambda checked, scenario=scenario: self._include(scenario, checked))
            self._members.addWidget(box)

    # how it is put together

    def _lay_out(self) -> None:
        self.choice.setMaximumWidth(scaled(320))
        self.copy = _button("copy_scenario", _("Copy"), _("A new scenario with the same moves"))
        self.combine = _button("combine_scenario", _("Combine with"), _("A set of both, which happen together"))
        self._others = QMenu(self.combine)
        self.combine.setMenu(self._others)
        self.up = _button("scenario_up", "↑", _("Before the scenario above it"))
        self.down = _button("scenario_down", "↓", _("After the scenario below it"))
        self.remove = _button("remove_case", _("Remove"), "")
        self.new = _button("new_scenario", _("New scenario"), "")
        row = FlowLayout(spacing=SPACE[1])
        for widget in (self.choice, self.new, self.copy, self.combine, self.up, self.down, self.remove):
            row.addWidget(widget)
        self.body.addLayout(row)
        self._grid = FieldGrid(narrowest=200, most=3)
        self._grid.add(self.name, 2)
        self._grid.add(self.probability)
        self.add(self._grid)
        self._holder.setLayout(self._members)
        self.add(self._holder)
        self.add(self.told)

    def _connect(self) -> None:
        self.choice.activated.connect(lambda index: self.chosen.emit(self.choice.itemText(index)))
        self.new.clicked.connect(self.begin)
        self.copy.clicked.connect(self._copy)
        self._others.aboutToShow.connect(self._offer_others)
        self.up.clicked.connect(lambda: self._shift(-1))
        self.down.clicked.connect(lambda: self._shift(1))
        self.remove.clicked.connect(self._remove)
        self.name.entered.connect(self._rename)
        self.probability.entered.connect(self._give_probability)

    # what the user does

    def _offer_others(self) -> None:
        """The scenarios that the shown one can happen together with."""
        self._others.clear()
        for scenario in self._document.study.scenarios:
            if self._case and scenario.name != self._case.name:
                action = QAction(self._others)
                action.setText(scenario.name.replace("&", "&&"))
                action.setObjectName(f"combine_with_{scenario.id}")
                action.triggered.connect(partial(self._combine, scenario.name))
                self._others.addActions([action])

    def _combine(self, other: str, checked: bool = False) -> None:
        if self._case:
            self.chosen.emit(self.scenarioing.combine([self._case.name, other]))

    def _copy(self) -> None:
        if self._case:
            self.chosen.emit(self.scenarioing.copy(self._case.name))

    def _shift(self, by: int) -> None:
        if self._case:
            self.scenarioing.shift(self._case.name, by)

    def _remove(self) -> None:
        if self._case is None:
            return
        gone = self._case.name
        names = [case.name for case in cases_of(self._document.study)]
        left, alone = self.scenarioing.sets_with(gone)
        rest = [name for name in names if name != gone and name not in alone]
        self.scenarioing.remove(gone)
        self.chosen.emit(rest[min(names.index(gone), len(rest) - 1)] if rest else "")
        self._messages.tell(_removed_said(gone, left, alone), undo_offer(self._document))

    def _rename(self, name: str) -> None:
        if self._case is None:
            return
        try:
            self.chosen.emit(self.scenarioing.rename(self._case.name, name))
        except NotTaken as error:
            self.name.say(str(error))

    def _give_probability(self, text: str) -> None:
        if self._case is None:
            return
        try:
            self.scenarioing.give_probability(self._case.name, text)
        except NotTaken as error:
            self.probability.say(str(error))

    def _include(self, scenario: str, is_in: bool) -> None:
        if self._case is None:
            return
        try:
            self.scenarioing.include(self._case.name, scenario, is_in)
        except NotTaken as error:
            self._messages.warn(str(error))
            self.show_case(self._case)


def _button(name: str, text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setAccessibleName(tip or text)
    button.setAutoDefault(True)  # Enter presses it
    return button


def _removed_said(name: str, left: list[str], alone: list[str]) -> str:
    """What was removed, and what became of the sets that had it: those ``left`` go on, those ``alone`` went with it."""
    quoted = [listed([f"«{one}»" for one in sets]) for sets in (left, alone)]
    said = [_("Removed {name}.").format(name=name)]
    if left:
        text = ngettext("{sets} goes on without it.", "{sets} go on without it.", len(left))
        said.append(text.format(sets=quoted[0]))
    if alone:
        text = ngettext(
            "{sets}, which had no other, is gone too.", "{sets}, which had no other, are gone too.", len(alone)
        )
        said.append(text.format(sets=quoted[1]))
    return " ".join(said)
