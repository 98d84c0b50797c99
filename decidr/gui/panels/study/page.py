"""The Study page: what is decided, for whom, and the choices by which its numbers are made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from decidr.core.study.edits import set_fields, set_setting
from decidr.core.study.study import Study
from decidr.gui.document import Document, Part
from decidr.gui.messages import Messages
from decidr.gui.models.shared.field_labels import study_labels
from decidr.gui.panels.study.settings import settings
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.choice_button import ChoiceButton, Setting
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.meanings import Meanings
from decidr.gui.panels.widgets.page_header import PageHeader
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.reading_width import keep_readable
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE, scaled
from decidr.language import _, ngettext

SHORT = ("date", "currency")
"""Fields that need little room."""


class StudyPanel(Panel):
    """A form of texts and a form of choices; each change is one undoable step."""

    parts = Part.STUDY | Part.SETTINGS | Part.CRITERIA | Part.HOSTS | Part.SNAPSHOTS

    go_to = Signal(str)

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setObjectName("study_panel")
        self.header = PageHeader(_("What is to be decided?"))
        self._edits: dict[str, QLineEdit] = {}
        self.kept = text_label("", "second")
        self.kept.setObjectName("snapshots_kept")
        self._choices: dict[str, tuple[ChoiceButton, QLabel]] = {}
        page = PageScroll("study_scroll")
        self.header.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[1])
        page.add(self._texts())
        page.add(self._numbers())
        page.add(self._history())
        page.column.addStretch()
        keep_readable(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(page, 1)

    def refresh(self) -> None:
        study = self.document.study
        counted = _("{hosts} hosts, {criteria} criteria").format(hosts=len(study.hosts), criteria=len(study.criteria))
        self.header.set_title(study.question or _("What is to be decided?"))
        self.header.set_subtitle(" · ".join(part for part in (study.title, counted) if part))
        for field, edit in self._edits.items():
            if edit.text() != getattr(study, field):
                edit.setText(getattr(study, field))
                edit.setToolTip(getattr(study, field))  # long texts are cut in the field
                edit.setCursorPosition(0)
        for field, (button, meaning) in self._choices.items():
            button.show_value(getattr(study.settings, field) or "")
            meaning.setText(button.choice.meaning)
        self.kept.setText(_kept_told(study))

    def show_place(self, address: str) -> None:
        """Put the cursor into the field that an address names, as ``study:question``."""
        wanted = address.partition(":")[2]
        widgets: dict[str, QWidget] = {**self._edits, **{f: b for f, (b, _meaning) in self._choices.items()}}
        if wanted in widgets:
            widgets[wanted].setFocus(Qt.FocusReason.OtherFocusReason)

    def _texts(self) -> QWidget:
        card = Card()
        grid = _grid(card)
        for row, (field, name) in enumerate(study_labels().items()):
            edit = QLineEdit()
            edit.setObjectName(f"study_{field}")
            edit.setAccessibleName(name)
            if field in SHORT:
                edit.setMaximumWidth(scaled(160))
            edit.editingFinished.connect(lambda field=field: self._take_text(field))
            self._edits[field] = edit
            grid.addWidget(_name(name, edit), row, 0)
            grid.addWidget(edit, row, 1)
        return card

    def _numbers(self) -> QWidget:
        card = Card(_("How the numbers are made"))
        self._meanings = Meanings(_grid(card))
        for setting in settings():
            button = ChoiceButton(setting.choices, setting.name)
            button.setObjectName(f"setting_{setting.field}")
            button.chosen.connect(lambda value, setting=setting: self._take_choice(setting, value))
            meaning = text_label("", "second")
            self._choices[setting.field] = button, meaning
            self._meanings.add(_name(setting.name, button), button, meaning)
        return card

    def _history(self) -> QWidget:
        card = Card(_("History"))
        row = QHBoxLayout()
        row.addWidget(self.kept, 1)
        row.addWidget(link_button(_("Snapshots and history ›"), "open_history", lambda: self.go_to.emit("history")))
        card.body.addLayout(row)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._meanings.fit(self.width())

    def _take_text(self, field: str) -> None:
        text = self._edits[field].text().strip()
        if text != getattr(self.document.study, field):
            label = (
                f"{study_labels()[field]}: {text}" if text else _("Clear {field}").format(field=study_labels()[field])
            )
            self.document.apply(label, set_fields(self.document.study, **{field: text}))

    def _take_choice(self, setting: Setting, value: str) -> None:
        if (value or None) != getattr(self.document.study.settings, setting.field):
            name = next(choice.name for choice in setting.choices if choice.value == value)
            study = set_setting(self.document.study, **{setting.field: value or None})
            self.document.apply(f"{setting.name}: {name}", study)


def _kept_told(study: Study) -> str:
    """How many snapshots there are, and what the last one is called."""
    count = len(study.snapshots)
    if not count:
        return _("No snapshot yet: one keeps the study as it is now, to compare with or to come back to.")
    text = ngettext("{count} snapshot: «{last}»", "{count} snapshots, the last one «{last}»", count)
    return text.format(count=count, last=study.snapshots[-1].name)


def _grid(card: Card) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE[3])
    grid.setVerticalSpacing(SPACE[1])
    grid.setColumnMinimumWidth(0, scaled(104))
    grid.setColumnStretch(1, 1)
    card.body.addLayout(grid)
    return grid


def _name(text: str, of: QWidget) -> QLabel:
    label = text_label(text, "second", wraps=False)
    label.setBuddy(of)
    return label
