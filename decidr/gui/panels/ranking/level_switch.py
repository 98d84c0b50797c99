"""The switch between the levels at which hosts are ranked: sites, provinces, countries."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from decidr.gui.document import Document
from decidr.gui.models.hosts.host_levels import level_names
from decidr.gui.panels.widgets.clearing import clear
from decidr.gui.panels.widgets.segmented import SegmentedButtons
from decidr.language import _


class LevelSwitch(QWidget):
    """Chooses the document's level; nothing to be seen where no host has a group."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("level_switch")
        self.document = document
        self._names: tuple[str, ...] = ()
        self.buttons: SegmentedButtons | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def refresh(self) -> None:
        """Show the levels that there are, and which is chosen."""
        names = level_names(self.document.results)
        if names != self._names:
            self._names = names
            self._make(names)
        if self.buttons:
            self.buttons.choose(str(self._chosen))
        self.setVisible(bool(names))

    @property
    def _chosen(self) -> int:
        """The place of the chosen level from the innermost out, as the buttons stand."""
        level = self.document.level
        return 0 if level is None else len(self._names) - 1 - level

    def _make(self, names: tuple[str, ...]) -> None:
        """The innermost level first: that is where one starts."""
        clear(self._row)
        self.buttons = None
        if names:
            choices = [(str(place), name) for place, name in enumerate(reversed(names))]
            self.buttons = SegmentedButtons(choices, _("Rank by"))
            self.buttons.chosen.connect(self._choose)
            self._row.addWidget(self.buttons)
            self._row.addStretch(1)

    def _choose(self, key: str) -> None:
        place = int(key)
        self.document.choose_level(None if place == 0 else len(self._names) - 1 - place)
