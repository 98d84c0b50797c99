"""One participant: who she is, what she judges, and the ranking by her own weights."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from decidr.core.analysis.results import Results
from decidr.gui.models.people.convening import Convening
from decidr.gui.models.people.participant_lines import ParticipantLine, ranking_headings, ranking_rows
from decidr.gui.models.shared.structuring import NotTaken
from decidr.gui.models.weights.node_judgments import nodes_to_judge
from decidr.gui.panels.tables.detail_card import DetailCard
from decidr.gui.panels.tables.entry_view import EntryView
from decidr.gui.panels.widgets.check_box import CheckBox
from decidr.gui.panels.widgets.field import Field, TextField
from decidr.gui.panels.widgets.field_grid import FieldGrid
from decidr.gui.panels.widgets.flow import FlowLayout
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _
from decidr.number_text import figure, listed


class ParticipantCard(DetailCard):
    """``judge_wanted`` asks to judge as the participant (an id)."""

    judge_wanted = Signal(str)

    def __init__(self, convening: Convening, parent: QWidget | None = None) -> None:
        super().__init__("participant_card", parent)
        self._convening = convening
        self._line: ParticipantLine | None = None
        self._names: dict[str, str] = {}
        self.boxes: dict[str, CheckBox] = {}
        self.name = TextField("participant_name", _("Name"))
        self.weight = TextField("participant_weight", _("Weight"), "1", _("How much the answers count; 0: not at all"))
        self.role = TextField("participant_role", _("Role"), _("Finance, works council …"))
        self.email = TextField("participant_email", _("E-mail"))
        self.judge = QPushButton()
        self.roles_trouble = text_label("", "caption", "error")
        self.borrowed = text_label("", "caption", "second")
        self.ranking = EntryView("participant_ranking", stretched=1)
        self._ranking_title = text_label("", "caption")
        self._row_of_roles = QWidget()
        self._roles = FlowLayout(self._row_of_roles)
        self._lay_out()
        self._connect()

    def show_line(self, line: ParticipantLine | None, results: Results) -> None:
        """Show a participant of these results; None shows nothing."""
        self._line = line
        if line is None:
            return
        person = line.participant
        self.heading.setText(person.name)
        self.name.show_text(person.name)
        self.weight.show_text(figure(person.weight))
        self.role.show_text(person.role)
        self.email.show_text(person.email)
        self.judge.setText(_("Judge as {name}").format(name=person.name).replace("&", "&&"))
        self._show_roles(line, results)
        self._show_ranking(line, results)

    def _show_roles(self, line: ParticipantLine, results: Results) -> None:
        self.roles_trouble.hide()
        names = {node: results.nodes[node].node.name for node in nodes_to_judge(results)}
        if names != self._names:
            self._names = names
            self._make_boxes()
        for node, box in self.boxes.items():
            box.setChecked(node in line.nodes)

    def _make_boxes(self) -> None:
        """A box for each node; boxes are kept while the nodes stay, and with them the focus."""
        for box in self.boxes.values():
            self._roles.removeWidget(box)
            box.deleteLater()
        self.boxes = {node: CheckBox(f"judges_{node}", name) for node, name in self._names.items()}
        for node, box in self.boxes.items():
            box.clicked.connect(lambda is_on, node=node: self._give_role(node, is_on))
            self._roles.addWidget(box)
            box.show()

    def _show_ranking(self, line: ParticipantLine, results: Results) -> None:
        own = next(p for p in results.participants if p.participant == line.participant.id)
        entries = ranking_rows(results, own) if line.answered else []
        self.ranking.table.show_rows(entries, ranking_headings())
        self.ranking.setVisible(bool(entries))
        self.ranking.fit()
        self._ranking_title.setText(_("Ranking by these answers") if entries else _("No ranking of their own yet"))
        lent = [results.nodes[node].node.name for node in own.borrowed] if entries else []
        text = _("Where nothing is answered, the weights of all stand in: {nodes}.").format(nodes=listed(lent))
        self.borrowed.setText(text)
        self.borrowed.setVisible(bool(lent))

    def _give_role(self, node: str, is_on: bool) -> None:
        if self._line is None:
            return
        kept = [other for other in self._line.nodes if other != node]
        try:
            self._convening.give_roles(self._line.participant.id, [*kept, *([node] if is_on else [])])
        except NotTaken as error:
            self.roles_trouble.setText(str(error))
            self.roles_trouble.show()
            self.boxes[node].setChecked(True)

    def _take(self, field: Field, do: Callable[[str, str], object], text: str) -> None:
        if self._line is None:
            return
        try:
            do(self._line.participant.id, text)
        except NotTaken as error:
            field.say(str(error))

    def _judge(self) -> None:
        if self._line:
            self.judge_wanted.emit(self._line.participant.id)

    def _lay_out(self) -> None:
        fields = FieldGrid()
        for field in (self.name, self.weight, self.role, self.email):
            fields.add(field)
        self.judge.setObjectName("judge_as")
        self.roles_trouble.setObjectName("roles_trouble")
        self.roles_trouble.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self.judge)
        buttons.addStretch(1)
        self.column.addWidget(fields)
        self.column.addLayout(buttons)
        self.column.addWidget(text_label(_("Judges"), "caption"))
        self.column.addWidget(self._row_of_roles)
        for widget in (self.roles_trouble, self._ranking_title, self.ranking, self.borrowed):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _connect(self) -> None:
        convening = self._convening
        self.name.entered.connect(lambda text: self._take(self.name, convening.rename, text))
        self.weight.entered.connect(lambda text: self._take(self.weight, convening.weigh, text))
        self.role.entered.connect(
            lambda text: self._take(self.role, lambda person, role: convening.describe(person, role=role), text)
        )
        self.email.entered.connect(
            lambda text: self._take(self.email, lambda person, email: convening.describe(person, email=email), text)
        )
        self.judge.clicked.connect(self._judge)
