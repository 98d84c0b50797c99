"""One snapshot in the list: its name, its moment and who led then, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from decidr.gui.panels.widgets.elided_label import ElidedLabel
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import CONTROL_RADIUS, SPACE, current
from decidr.language import _

QUIET = ("rename", "remove")
"""What is seldom wanted is shown so."""


class SnapshotRow(QWidget):
    """``compared``, ``restored``, ``renamed`` (with the new name) and ``removed`` tell what the user wants."""

    compared = Signal()
    restored = Signal()
    renamed = Signal(str)
    removed = Signal()

    def __init__(self, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"snapshot_{number}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.name = name
        self._is_chosen = False
        self._title = ElidedLabel(name, "strong")
        self.edit = _NameEdit(f"snapshot_name_{number}")
        self.moment = text_label("", "caption", wraps=False)
        self.moment.setObjectName(f"snapshot_moment_{number}")
        self.leader = ElidedLabel("", "caption")
        self.leader.setObjectName(f"snapshot_leader_{number}")
        self._names = QStackedWidget()
        self.buttons = {
            "compare": link_button(_("Compare with now"), f"compare_{number}", self.compared.emit),
            "restore": link_button(_("Restore"), f"restore_{number}", self.restored.emit),
            "rename": link_button(_("Rename"), f"rename_{number}", self.start_renaming),
            "remove": link_button(_("Remove"), f"remove_{number}", self.removed.emit),
        }
        for key, button in self.buttons.items():
            button.setAccessibleDescription(name)
            if key in QUIET:
                button.setProperty("kind", "quiet")
        self.edit.settled.connect(self._rename)
        self._lay_out()

    def show_state(self, moment: str, leader: str, *, is_chosen: bool) -> None:
        """Show when it was taken and who led then, and whether it is the one compared with now."""
        self.moment.setText(moment)
        self.leader.show_text(leader)
        self._is_chosen = is_chosen
        self.buttons["compare"].setText(_("Compared below") if is_chosen else _("Compare with now"))
        self.update()

    def start_renaming(self) -> None:
        """Let the user type another name."""
        self._names.setCurrentWidget(self.edit)
        self.edit.setText(self.name)
        self.edit.selectAll()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_chosen:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(current().soft_accent))
            painter.drawRoundedRect(self.rect(), CONTROL_RADIUS, CONTROL_RADIUS)

    def _rename(self, name: str) -> None:
        self._names.setCurrentWidget(self._title)
        if name and name != self.name:
            self.renamed.emit(name)

    def _lay_out(self) -> None:
        self._names.addWidget(self._title)
        self._names.addWidget(self.edit)
        self._names.setFixedHeight(self.edit.sizeHint().height())
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.addWidget(self._names, 1)
        upper.addWidget(self.moment)
        upper.setContentsMargins(0, 0, SPACE[1], 0)
        lower.setSpacing(SPACE[0])
        lower.addWidget(self.leader, 1)
        for button in self.buttons.values():
            lower.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[1], SPACE[0], 0, SPACE[0])
        column.setSpacing(0)
        column.addLayout(upper)
        column.addLayout(lower)


class _NameEdit(QLineEdit):
    """``settled`` tells what was typed, at Enter or when the field is left; empty after Escape."""

    settled = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(_("Name of the snapshot"))
        self.editingFinished.connect(self._settle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._settle()
        else:
            super().keyPressEvent(event)

    def _settle(self) -> None:
        """Once: putting the field away makes Qt tell a second time that editing is over."""
        if self.isVisible():
            self.settled.emit(self.text().strip())
