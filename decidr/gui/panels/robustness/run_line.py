"""The line that says how far a simulation is, with Cancel; and when it is done, what chance still does."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from decidr.core.analysis.robustness.words import error_said
from decidr.gui.charts.robustness.simulated import Simulated
from decidr.gui.panels.widgets.elided_label import ElidedLabel
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.text_label import set_tone
from decidr.gui.simulation import Simulation
from decidr.gui.theme import SPACE, scaled
from decidr.language import _
from decidr.number_text import figure

HEIGHT = 22


class RunLine(QWidget):
    """``cancelled`` and ``wanted`` tell what the user asks; its height never changes."""

    cancelled = Signal()
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run_line")
        self.words = ElidedLabel("", "caption")
        self.words.setObjectName("run_words")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(scaled(90))
        self.bar.setAccessibleName(_("How far the simulation is"))
        self.bar.setRange(0, 1000)
        self.cancel = link_button(_("Cancel"), "cancel_simulation", self.cancelled.emit)
        self.again = link_button(_("Simulate"), "simulate", self.wanted.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[2])
        row.addWidget(self.words, 1)
        for widget in (self.bar, self.cancel, self.again):
            row.addWidget(widget)
        self.setFixedHeight(scaled(HEIGHT))

    def show_run(self, now: Simulation | None, shown: Simulated | None, *, is_outdated: bool) -> None:
        """Show the simulation of now beside what is ``shown``, which may be of an earlier one."""
        is_running = now is not None and now.is_running
        self.words.show_text(_words(now, shown, is_outdated))
        set_tone(self.words, "look_here" if is_outdated or (now is not None and now.problems) else "second")
        self.bar.setVisible(is_running)
        self.bar.setValue(round(1000 * now.share) if now else 0)
        self.cancel.setVisible(is_running)
        self.again.setVisible(now is not None and not is_running and not now.is_whole and not now.problems)


def _words(now: Simulation | None, shown: Simulated | None, is_outdated: bool) -> str:
    if now is None:
        return ""
    if now.problems:
        return _("This cannot be simulated as it is.")
    if is_outdated:
        return _("Of an earlier state of the study.")
    if shown is None:
        return _("The first draws are on their way.") if now.is_running else _("Nothing is drawn yet.")
    return _running(now, shown) if now.is_running else _ended(now, shown)


def _running(now: Simulation, shown: Simulated) -> str:
    if now.is_whole:
        return _("All drawn; the confidence factors follow.")
    return _("{count} of {all} drawn").format(**_counts(now, shown))


def _ended(now: Simulation, shown: Simulated) -> str:
    if now.is_whole:
        return error_said(shown.robustness)
    stopped = _("Stopped after {count} of {all} draws.").format(**_counts(now, shown))
    return f"{stopped} {error_said(shown.robustness)}"


def _counts(now: Simulation, shown: Simulated) -> dict[str, str]:
    return {"count": figure(shown.robustness.samples, 9), "all": figure(now.basis.plan.samples, 9)}
