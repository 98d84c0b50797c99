"""The snapshots of a study, the newest first, and above them where the next one is taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from decidr.core.analysis.results import Results
from decidr.core.study.study import Snapshot
from decidr.gui.models.history.moments import moment_in_words
from decidr.gui.models.history.movement_words import leader_told
from decidr.gui.panels.history.snapshot_row import SnapshotRow
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.clearing import clear
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE
from decidr.language import _


class SnapshotsCard(Card):
    """Signals tell what the user wants, by the snapshot's name; ``taken`` the name that was typed, perhaps none."""

    taken = Signal(str)
    compared = Signal(str)
    restored = Signal(str)
    renamed = Signal(str, str)
    removed = Signal(str)

    def __init__(self, today: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("snapshots_card")
        self.setAccessibleName(_("Snapshots"))
        self._today = today
        self.name = QLineEdit()
        self.name.setObjectName("snapshot_name")
        self.name.setAccessibleName(_("Name of the next snapshot"))
        self.take_button = QPushButton(_("Take a snapshot"))
        self.take_button.setObjectName("take_a_snapshot")
        self.take_button.setProperty("kind", "primary")
        self.rows: dict[str, SnapshotRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE[0])
        self._lay_out()
        self.take_button.clicked.connect(self._take)
        self.name.returnPressed.connect(self._take)

    def show_snapshots(
        self, snapshots: Sequence[Snapshot], then: Mapping[str, Results | None], chosen: str, proposed: str
    ) -> None:
        """Show them with what followed then (None: not known yet); ``chosen`` is compared with now.

        ``proposed`` is the name that the next one gets if none is typed.
        """
        self.name.setPlaceholderText(proposed)
        names = [snapshot.name for snapshot in reversed(snapshots)]
        if names != list(self.rows):
            self._make_rows(names)
        for snapshot in snapshots:
            row = self.rows[snapshot.name]
            results = then[snapshot.name]
            moment = moment_in_words(snapshot.when, self._today())
            row.show_state(moment, leader_told(results) if results else "", is_chosen=snapshot.name == chosen)

    def allow_restoring(self, name: str, allowed: bool) -> None:
        """Whether anything would change by restoring this one; the others can be restored."""
        for other, row in self.rows.items():
            row.buttons["restore"].setVisible(allowed or other != name)

    def start_naming(self) -> None:
        """Put the keyboard where the next snapshot is named."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def take_focus(self) -> None:
        """Put the keyboard on the newest snapshot, or where the first one is named."""
        if not self.rows:
            self.start_naming()
            return
        next(iter(self.rows.values())).buttons["compare"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        name = self.name.text()
        self.name.clear()
        self.taken.emit(name)

    def _make_rows(self, names: list[str]) -> None:
        clear(self._list)
        self.rows = {name: self._row(number, name) for number, name in enumerate(names, 1)}
        for row in self.rows.values():
            self._list.addWidget(row)

    def _row(self, number: int, name: str) -> SnapshotRow:
        row = SnapshotRow(number, name)
        row.compared.connect(lambda: self.compared.emit(name))
        row.restored.connect(lambda: self.restored.emit(name))
        row.removed.connect(lambda: self.removed.emit(name))
        row.renamed.connect(lambda new_name: self.renamed.emit(name, new_name))
        return row

    def _lay_out(self) -> None:
        caption = text_label(_("Name"), "second", wraps=False)
        caption.setBuddy(self.name)
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        row.addWidget(caption)
        row.addWidget(self.name, 1)
        row.addWidget(self.take_button)
        self.body.addLayout(row)
        self.body.addLayout(self._list)
