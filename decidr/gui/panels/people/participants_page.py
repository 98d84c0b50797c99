"""People & views, second page: who judges, how far each is, and the card of the one who is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from decidr.core.analysis.results import Results
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.models.people.convening import Convening
from decidr.gui.models.people.participant_lines import ParticipantLine, headings, participant_lines, rows
from decidr.gui.models.shared.structuring import NotTaken
from decidr.gui.panels.people.participant_card import ParticipantCard
from decidr.gui.panels.tables.detail_split import DetailSplit
from decidr.gui.panels.tables.entry_view import EntryView
from decidr.gui.panels.tables.table_actions import action_button, table_action
from decidr.gui.panels.tables.table_card import table_card
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.panels.widgets.undo_offer import undo_offer
from decidr.gui.theme import SPACE, scaled
from decidr.language import _

LANGUAGES = {"en": "English", "fr": "Français", "zh": "中文"}
"""Those in which questionnaires are written, each in its own name."""


class ParticipantsPage(QWidget):
    """The table of participants, with a line to add one; Enter on a person leads to her judgments."""

    go_to = Signal(str)
    questionnaires_wanted = Signal(str)
    answers_wanted = Signal()

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._messages = document, messages
        self._convening = Convening(document)
        self.lines: tuple[ParticipantLine, ...] = ()
        self._chosen = ""
        self._results: Results | None = None
        self.new_name = QLineEdit()
        self.trouble = text_label("", "caption", "error")
        self.view = EntryView("participants", scrolls=True)
        self.card = ParticipantCard(self._convening)
        self._split = DetailSplit(table_card(self.view), self.card, "participants_split")
        self.write, self.collect = QPushButton(_("Questionnaires…")), QPushButton(_("Collect…"))
        self.language = QComboBox()
        self._lay_out()
        self._connect()

    def show_results(self, results: Results) -> None:
        """Show the participants of these results."""
        self._results = results
        self.lines = participant_lines(results)
        ids = [line.participant.id for line in self.lines]
        if self._chosen not in ids:
            self._chosen = ids[0] if ids else ""
        self.view.table.show_rows(rows(self.lines), headings())
        if self._chosen:
            self.view.choose_row(ids.index(self._chosen))
        self._split.setVisible(bool(ids))
        self.language.setVisible(bool(ids))
        self.write.setEnabled(bool(ids))
        self.collect.setEnabled(bool(ids))
        self._remove.setEnabled(bool(ids))
        self._show_card()

    def choose(self, participant: str) -> None:
        """Put the cursor on a participant (an id)."""
        place = next((i for i, line in enumerate(self.lines) if line.participant.id == participant), None)
        if place is not None:
            self._choose_row(place)
            self.view.choose_row(place)

    def add(self) -> None:
        """Add the person whose name was typed."""
        try:
            new = self._convening.add(self.new_name.text())
        except NotTaken as error:
            self._say(str(error))
            return
        self._say("")
        self.new_name.clear()
        self.choose(new)

    def remove(self) -> None:
        """Remove the person at the cursor; undo brings her back."""
        if self._chosen:
            name = self._convening.participant(self._chosen).name
            self._convening.remove(self._chosen)
            text = _("Removed {name} with all answers.").format(name=name)
            self._messages.tell(text, undo_offer(self._document))

    def _choose_row(self, row: int) -> None:
        chosen = self.lines[row].participant.id
        if chosen != self._chosen:
            self._chosen = chosen
            self._show_card()

    def _show_card(self) -> None:
        line = next((line for line in self.lines if line.participant.id == self._chosen), None)
        if self._results:
            self.card.show_line(line, self._results)

    def _judge_as(self, participant: str) -> None:
        line = next(line for line in self.lines if line.participant.id == participant)
        if line.nodes:
            self.go_to.emit(f"weights:{line.nodes[0]}:{participant}")

    def _say(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))

    def _lay_out(self) -> None:
        self.new_name.setObjectName("new_participant_name")
        self.new_name.setAccessibleName(_("Name of a new participant"))
        self.new_name.setPlaceholderText(_("Name of a person"))
        self.new_name.setMinimumWidth(scaled(130))
        self.new_name.setMaximumWidth(scaled(220))
        self.trouble.setObjectName("new_participant_trouble")
        self.trouble.hide()
        self.view.setAccessibleName(_("Participants"))
        add = QPushButton(_("Add"))
        add.setObjectName("add_participant")
        add.clicked.connect(self.add)
        self._remove = table_action(self.view, "participants_remove", _("Remove"), self.remove, "Del")
        self.language.setObjectName("questionnaire_language")
        self.language.setAccessibleName(_("Language of the questionnaires"))
        self.language.setToolTip(_("Language of the questionnaires"))
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.write.setToolTip(_("Write a workbook with questions for each participant"))
        self.collect.setToolTip(_("Take in the answers that came back; files can be dropped on the window as well"))
        self.write.setObjectName("write_questionnaires")
        self.collect.setObjectName("collect_answers")
        row = QHBoxLayout()
        row.addWidget(self.new_name, 2)
        for button in (add, action_button(self._remove)):
            row.addWidget(button)
        row.addStretch(1)
        for widget in (self.language, self.write, self.collect):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[1], SPACE[4], SPACE[4])
        column.setSpacing(SPACE[2])
        column.addLayout(row)
        column.addWidget(self.trouble)
        column.addWidget(self._split, 1)
        column.addStretch(0)

    def _connect(self) -> None:
        self.new_name.returnPressed.connect(self.add)
        self.new_name.textEdited.connect(lambda text: self._say(""))
        self.view.row_chosen.connect(self._choose_row)
        self.view.activated.connect(lambda index: self._judge_as(self._chosen))
        self.view.show_sorting(0, Qt.SortOrder.AscendingOrder)
        self.card.judge_wanted.connect(self._judge_as)
        self.write.clicked.connect(lambda: self.questionnaires_wanted.emit(self.language.currentData()))
        self.collect.clicked.connect(self.answers_wanted)
