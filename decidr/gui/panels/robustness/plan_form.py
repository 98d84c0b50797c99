"""The form of a simulation's plan: each choice and number with a line that says what it means."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from decidr.core.analysis.robustness.plan import DEFAULT_SPREAD
from decidr.core.study.study import Settings
from decidr.gui.models.robustness.plan_entry import PlanField, shown, typed
from decidr.gui.models.shared.typed_figure import NotAFigure
from decidr.gui.panels.robustness.settings import (
    NUMBER,
    data_setting,
    sampling_setting,
    spread_setting,
    weights_setting,
)
from decidr.gui.panels.widgets.choice_button import ChoiceButton, Setting
from decidr.gui.panels.widgets.meanings import Meanings
from decidr.gui.panels.widgets.text_label import set_tone, text_label
from decidr.gui.theme import SPACE, scaled
from decidr.language import _


class PlanForm(QWidget):
    """``changed`` tells a field of ``Settings``, its new value, and what the step is called."""

    changed = Signal(str, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan_form")
        self._settings = Settings()
        self._choices: dict[str, tuple[ChoiceButton, QLabel]] = {}
        self._edits: dict[PlanField, tuple[QLineEdit, QLabel]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, SPACE[1], 0, 0)
        grid.setHorizontalSpacing(SPACE[3])
        grid.setVerticalSpacing(SPACE[1])
        grid.setColumnMinimumWidth(0, scaled(72))
        self._meanings = Meanings(grid)
        self._add_choice(weights_setting())
        self._add_choice(spread_setting(), "judgment_spread")
        self._add_choice(data_setting())
        self._add_choice(sampling_setting())
        self._add_number("samples", _("Draws"), _("More leave less to chance: four times as many halve the error."))
        self._add_number("seed", _("Seed"), _("The same seed draws the same numbers, on any computer."))

    def show_settings(self, settings: Settings) -> None:
        """Show what the study says."""
        self._settings = settings
        for field, (button, meaning) in self._choices.items():
            value = getattr(settings, field)
            button.show_value(NUMBER if isinstance(value, float | int) else value or "")
            self._say(meaning, button.choice.meaning)
        for number, (edit, meaning) in self._edits.items():
            edit.setText(shown(settings, number))
            if number not in self._choices:
                self._say(meaning, str(meaning.property("meaning")))
        self._edits["judgment_spread"][0].setVisible(settings.judgment_spread != "group")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._meanings.fit(self.width())

    # how it is put together

    def _add_choice(self, setting: Setting, number: PlanField | None = None) -> None:
        """A row with a choice, and beside it a number where that is one of the choices."""
        button, meaning = ChoiceButton(setting.choices, setting.name), text_label("", "second")
        button.setObjectName(f"plan_{setting.field}")
        button.chosen.connect(lambda value: self._choose(setting, value))
        self._choices[setting.field] = button, meaning
        whole: QWidget = button
        if number:
            whole = QWidget()
            row = QHBoxLayout(whole)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(button, 1)
            row.addWidget(self._number(number, setting.name, meaning, 52))
        self._meanings.add(_name(setting.name, button), whole, meaning)

    def _add_number(self, field: PlanField, name: str, meaning: str) -> None:
        words = text_label("", "second")
        words.setProperty("meaning", meaning)
        edit = self._number(field, name, words, 112)
        self._meanings.add(_name(name, edit), edit, words)

    def _number(self, field: PlanField, name: str, meaning: QLabel, width: int) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(f"plan_{field}_number" if field == "judgment_spread" else f"plan_{field}")
        edit.setAccessibleName(name)
        edit.setFixedWidth(scaled(width))
        edit.editingFinished.connect(lambda: self._type(field, name))
        self._edits[field] = edit, meaning
        return edit

    # what the user does

    def _choose(self, setting: Setting, value: str) -> None:
        taken: Any = DEFAULT_SPREAD if value == NUMBER else value or None
        now = getattr(self._settings, setting.field)
        if taken != now and not (value == NUMBER and now != "group"):
            name = next(choice.name for choice in setting.choices if choice.value == value)
            self.changed.emit(setting.field, taken, f"{setting.name}: {name}")

    def _type(self, field: PlanField, name: str) -> None:
        edit, meaning = self._edits[field]
        if edit.text() == shown(self._settings, field):
            return
        try:
            value = typed(self._settings, field, edit.text())
        except NotAFigure as wrong:
            self._say(meaning, str(wrong), is_wrong=True)
            return
        if value == getattr(self._settings, field):
            self.show_settings(self._settings)
        else:
            self.changed.emit(field, value, f"{name}: {edit.text().strip()}")

    def _say(self, label: QLabel, text: str, *, is_wrong: bool = False) -> None:
        label.setText(text)
        set_tone(label, "error" if is_wrong else "")


def _name(text: str, of: QWidget) -> QLabel:
    label = text_label(text, "second", wraps=False)
    label.setBuddy(of)
    return label
