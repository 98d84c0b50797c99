"""The cards below the matrix: consistency, what stands out, and the pair that is being edited."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from decidr.core.analysis.matrices import MatrixResult
from decidr.core.study.study import Settings
from decidr.gui.jobs import Jobs
from decidr.gui.models.weights.node_judgments import NodeJudgments, Pair
from decidr.gui.models.weights.standing_out import StandingOut, what_stands_out
from decidr.gui.panels.weights.consistency_card import ConsistencyCard
from decidr.gui.panels.weights.editing_card import EditingCard
from decidr.gui.panels.weights.standing_out_card import StandingOutCard
from decidr.gui.theme import SPACE, scaled

THREE_IN_A_ROW = 640
"""Narrower than this, what stands out goes below the other two."""

SOON_MS = 40
"""An edit is painted before what stands out is looked for."""

MOST_GAPS = 60
"""With more pairs missing the search takes longer than a frame by far."""


class MatrixCards(QWidget):
    """What stands out is looked for when there is time, so that an edit shows at once."""

    looked_for = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.consistency, self.standing_out, self.editing = ConsistencyCard(), StandingOutCard(), EditingCard()
        self._shown: NodeJudgments | None = None
        self._table = ""
        self._searched: MatrixResult | None = None
        self._found: StandingOut | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._search)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE[3])
        self._jobs: Jobs | None = None
        self._is_wide: bool | None = None
        self._arrange(True)

    def show_judgments(self, shown: NodeJudgments, pair: Pair, settings: Settings, opinion: str) -> None:
        """Show what follows from the judgments, and the pair where the cursor stands."""
        self._table = settings.random_index
        matrix = shown.matrix
        is_other = self._shown is None or self._shown.node.id != shown.node.id
        self._shown = shown
        self.editing.show_pair(shown, pair)
        self.consistency.setVisible(matrix is not None)
        self.standing_out.setVisible(matrix is not None)
        if matrix is None:
            return
        self.consistency.show_matrix(matrix, settings)
        self.standing_out.show_opinion(opinion)
        if matrix is not self._searched:
            self._found = None if is_other else self._found
            self._soon.start()
        if is_other or matrix is self._searched:
            self._show_found()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width() >= scaled(THREE_IN_A_ROW))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._shown and self._shown.matrix is not self._searched:
            self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()
        self._searched = None
        if self._jobs:
            self._jobs.close()
            self._jobs = None

    def _search(self) -> None:
        """Look for what stands out; where many pairs are missing that takes long, so elsewhere."""
        matrix, table = self._shown.matrix if self._shown else None, self._table
        if matrix is None:
            return
        if matrix.missing <= MOST_GAPS:
            self._take_found(matrix, what_stands_out(matrix, table))
            return
        self._jobs = self._jobs or Jobs()
        self._jobs.run(
            "what stands out",
            lambda progress: what_stands_out(matrix, table),
            lambda found: self._take_found(matrix, found),
        )

    def _take_found(self, matrix: MatrixResult, found: StandingOut) -> None:
        if self._shown and self._shown.matrix is matrix:
            self._searched, self._found = matrix, found
            self._show_found()
            self.looked_for.emit()

    def _show_found(self) -> None:
        if self._shown:
            self.standing_out.show_judgments(self._shown, self._found)

    def _arrange(self, is_wide: bool) -> None:
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        for card in (self.consistency, self.standing_out, self.editing):
            self._grid.removeWidget(card)
        self._grid.addWidget(self.consistency, 0, 0)
        self._grid.addWidget(self.standing_out, *((0, 1) if is_wide else (1, 0, 1, 2)))
        self._grid.addWidget(self.editing, 0, 2 if is_wide else 1)
        for column, stretch in enumerate((22, 36, 24) if is_wide else (1, 1, 0)):
            self._grid.setColumnStretch(column, stretch)
