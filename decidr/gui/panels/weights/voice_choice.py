"""Whose judgments a page shows: what counts, the study's own, or one participant's."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from decidr.core.study.participants import Participant
from decidr.gui.models.weights.node_judgments import OWN, Voice
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.theme import scaled
from decidr.language import _

WIDEST = 230


class VoiceChoice(ChoiceBox):
    """``voice_chosen`` tells the user's choice; hidden while nobody but the study itself can judge."""

    voice_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("whose_answers", _("Whose judgments"), 14, parent)
        self.setMaximumWidth(scaled(WIDEST))
        self.activated.connect(lambda place: self.voice_chosen.emit(self.itemData(place)))
        self.hide()

    def show_voices(self, people: tuple[Participant, ...], voice: Voice) -> None:
        """Offer these people, and show whose judgments are seen."""
        wanted: list[tuple[str, Voice]] = [(_("What counts"), None), (_("The study's own"), OWN)]
        wanted += [(person.name, person.id) for person in people]
        if wanted != [(self.itemText(i), self.itemData(i)) for i in range(self.count())]:
            self.clear()
            for text, value in wanted:
                self.addItem(text, value)
                self.setItemData(self.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex([value for _text, value in wanted].index(voice))
        self.setToolTip(self.currentText())
        self.setVisible(bool(people))
