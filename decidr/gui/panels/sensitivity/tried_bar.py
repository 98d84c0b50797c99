"""The line below every tab: what is tried, what follows, and how to end or keep it."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.edits import keep_weights
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.panels.sensitivity.tried_words import consequence, families, risen_from_nothing, scenario_name
from decidr.gui.panels.widgets.elided_label import ElidedLabel
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.surface import paint_surface
from decidr.gui.panels.widgets.undo_offer import undo_offer
from decidr.gui.theme import ROW_HEIGHT, SPACE, scaled
from decidr.language import _
from decidr.number_text import listed


class TriedBar(QWidget):
    """Always of one height, so that nothing moves under the mouse when a drag begins."""

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tried_bar")
        self._document, self._messages = document, messages
        self.words = ElidedLabel(kind="body", tone="second")
        self.words.setObjectName("what_follows")
        self.reset = link_button(_("Reset"), "reset_weight", document.stop_trying)
        self.reset.setToolTip(_("Back to the study's own weights (Esc)"))
        self.keep = link_button(_("Keep as scenario"), "keep_as_scenario", self._keep)
        self._lay_out()

    def refresh(self, invitation: str) -> None:
        """Say what follows from the weights that are tried; where none is, invite to try one."""
        tried = self._document.tried_weights
        self.words.show_text(consequence(self._document.results, tried) if tried else invitation)
        for button in (self.reset, self.keep):
            button.setVisible(bool(tried))
        self.setVisible(bool(tried or invitation))
        if tried:
            self._allow_keeping()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_surface(self, "top")

    def _lay_out(self) -> None:
        self.setFixedHeight(scaled(ROW_HEIGHT + 4))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[4], 0, SPACE[4], 0)
        row.setSpacing(SPACE[2])
        row.addWidget(self.words, 1)
        row.addWidget(self.reset)
        row.addWidget(self.keep)

    def _allow_keeping(self) -> None:
        own = self._document.results_by_view[self._document.view]
        risen = risen_from_nothing(own, self._document.results)
        self.keep.setEnabled(not risen)
        why_not = _("A scenario multiplies weights, so none can rise from 0: {criteria}").format(criteria=listed(risen))
        self.keep.setToolTip(why_not if risen else _("As weight moves of a new scenario; the study's own weights stay"))

    def _keep(self) -> None:
        study = with_tried_kept(self._document)
        self._document.apply(_("Keep weights as a scenario"), study)
        said = _("Kept as the scenario «{name}»; the study's own weights are unchanged.")
        self._messages.tell(said.format(name=study.scenarios[-1].name), undo_offer(self._document))


def with_tried_kept(document: Document) -> Study:
    """The study with the weights that are tried as a new scenario, told against its baseline."""
    own, now = document.results_by_view[document.view], document.results
    was = own if own.case is None else evaluate(document.study, document.view, own)
    name = scenario_name(document.study, document.tried_weights)
    touched = families(now.tree, document.tried_weights)
    return keep_weights(
        document.study,
        name,
        {node: was.local[node] for node in touched},
        {node: now.local[node] for node in touched},
        document.view,
    )
