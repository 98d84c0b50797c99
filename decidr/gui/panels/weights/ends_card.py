"""One side of a question: the name of what is judged, and what the ends of its scale are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from decidr.core.analysis.results import Results
from decidr.core.study.criteria import Criterion
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE
from decidr.language import _, ngettext
from decidr.number_text import figure


class EndsCard(Card):
    """A leaf with its Worst and Best, a criterion with its leaves, or a host."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName(name)
        self.name = text_label("", "card_title")
        self.worst, self.best = text_label(), text_label()
        self.description = text_label("", "body", "second")
        self.caption = text_label("", "caption", "third")
        self._ends = _ends(self.worst, self.best)
        self.body.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        for widget in (self.name, self._ends, self.description, self.caption):
            self.add(widget)
        self.body.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_item(self, results: Results, item: str) -> None:
        """Show a criterion or a host (an id)."""
        criterion = next((c for c in results.study.criteria if c.id == item), None)
        host = next((h for h in results.study.hosts if h.id == item), None)
        self.name.setText(criterion.name if criterion else host.name if host else item)
        worst, best = end_texts(criterion) if criterion else ("", "")
        self.worst.setText(worst)
        self.best.setText(best)
        self._ends.setVisible(bool(worst))
        self.description.setText(criterion.description if criterion else host.notes if host else "")
        self.caption.setText(_leaves(results, criterion.id) if criterion else "")
        for label in (self.description, self.caption):
            label.setVisible(bool(label.text()))


def end_texts(criterion: Criterion) -> tuple[str, str]:
    """Worst and Best with their unit; empty where the criterion has no ends."""
    if criterion.worst is None or criterion.best is None:
        return "", ""
    return _with_unit(criterion.worst, criterion.unit), _with_unit(criterion.best, criterion.unit)


def _with_unit(value: float, unit: str) -> str:
    """``5 000 vehicles/year``; a unit that is a range of figures, as 1-9, is a scale."""
    if unit[:1].isdigit():
        return _("{value} on a scale of {scale}").format(value=figure(value), scale=unit.replace("-", "–"))
    return f"{figure(value)} {unit}".strip()


def _leaves(results: Results, criterion: str) -> str:
    """The leaves of a criterion that has any."""
    leaves = results.tree.leaves_under(criterion)
    if leaves == (criterion,):
        return ""
    names = ", ".join(results.study.name_of(leaf) for leaf in leaves)
    return ngettext("{count} leaf: {names}", "{count} leaves: {names}", len(leaves)).format(
        count=len(leaves), names=names
    )


def _ends(worst: QLabel, best: QLabel) -> QWidget:
    """The two ends below each other, each behind its word."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE[3])
    grid.setVerticalSpacing(SPACE[0] + 2)
    grid.setColumnStretch(1, 1)
    for row, (word, label) in enumerate(((_("worst"), worst), (_("best"), best))):
        lead = text_label(word, "body", "third")
        lead.setWordWrap(False)
        grid.addWidget(lead, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label, row, 1)
    return holder
