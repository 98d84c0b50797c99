"""About decidr: what it is, its version, and who else's work it stands on."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from decidr import __version__
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE, scaled
from decidr.language import _

PARTS = (
    "PySide6-Essentials",
    "numpy",
    "scipy",
    "AHPy",
    "pyqtgraph",
    "pandas",
    "openpyxl",
    "python-calamine",
    "msgspec",
)


class AboutDialog(QDialog):
    """A few lines, and Close."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setWindowTitle(_("About decidr"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[3])
        column.setSpacing(SPACE[1])
        column.addWidget(text_label(f"decidr {__version__}", "card_title"))
        for text in (
            _("Decisions with many sides, weighed in the open. Works offline; no figure leaves this computer."),
            _("Free software under the MIT licence."),
            _("It stands on {parts}.").format(parts=", ".join(_installed())),
        ):
            column.addWidget(text_label(text, "second"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addSpacing(SPACE[2])
        column.addWidget(buttons)
        self.setMinimumWidth(scaled(440))


def _installed() -> list[str]:
    """The libraries with their versions, as far as they can be found."""
    found = []
    for part in PARTS:
        try:
            found.append(f"{part} {version(part)}")
        except PackageNotFoundError:
            found.append(part)
    return found
