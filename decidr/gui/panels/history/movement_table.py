"""Ranks and points then and now, one host a row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from decidr.core.analysis.verdict.movement import HostMovement, Movement
from decidr.gui.models.history.movement_words import rank_told
from decidr.gui.panels.widgets.clearing import clear
from decidr.gui.panels.widgets.elided_label import ElidedLabel
from decidr.gui.panels.widgets.text_label import Tone, Type, text_label
from decidr.gui.theme import SPACE, scaled
from decidr.language import _, ngettext
from decidr.number_text import points, signed_points

MOST = 10
"""Hosts shown; in a longer list those whose rank is the same are told in a sentence."""

HOST_WIDTH = 120

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MovementTable(QWidget):
    """The best of now first; a rank that changed says so by an arrow, and stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("movement_table")
        self.setAccessibleName(_("Ranks and points then and now"))
        self._texts: list[str] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE[4])
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnMinimumWidth(1, scaled(HOST_WIDTH))
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(5, 2)
        self.rest = text_label("", "caption")
        self.rest.setObjectName("movement_rest")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addLayout(self._grid)
        column.addWidget(self.rest)

    def show_movement(self, movement: Movement) -> None:
        """Show what became of the hosts."""
        clear(self._grid)
        self._texts = []
        for column, text in enumerate((_("Rank"), _("Host"), _("Then"), _("Now"), _("Change"))):
            self._put(0, column, text, "caption")
        hosts = _worth_showing(movement)
        for row, host in enumerate(hosts, 1):
            self._add(row, host, movement)
        rest = len(movement.hosts) - len(hosts)
        text = ngettext("{count} more host keeps its rank.", "{count} more hosts keep their ranks.", rest)
        self.rest.setText(text.format(count=rest))
        self.rest.setVisible(rest > 0)
        self.setAccessibleDescription(" ".join(self._texts))

    @property
    def texts(self) -> list[str]:
        """What stands in the table, row by row, its header first."""
        return self._texts

    def _add(self, row: int, host: HostMovement, movement: Movement) -> None:
        tone: Tone = "accent" if host.has_moved else "second"
        self._put(row, 0, rank_told(host), "strong" if host.has_moved else "body", tone)
        self._put(row, 1, host.name, "strong" if host.has_moved else "body")
        self._put(row, 2, points(host.before.total) if host.before else "–", tone="second")
        self._put(row, 3, points(host.after.total) if host.after else "–")
        gain = host.gain if movement.is_comparable else None
        self._put(row, 4, "" if gain is None else signed_points(gain), tone="second")

    def _put(self, row: int, column: int, text: str, kind: Type = "body", tone: Tone = "") -> None:
        self._texts.append(text)
        label = ElidedLabel(text, kind, tone) if column == 1 else text_label(text, kind, tone, wraps=False)
        label.setMinimumWidth(0 if column == 1 else scaled(44))
        label.setAlignment(LEFT if column < 2 else RIGHT)
        self._grid.addWidget(label, row, column)


def _worth_showing(movement: Movement) -> list[HostMovement]:
    if len(movement.hosts) <= MOST:
        return list(movement.hosts)
    moved = [host for host in movement.hosts if host.has_moved]
    return moved or list(movement.hosts[:3])
