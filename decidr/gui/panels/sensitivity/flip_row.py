"""One host with the least that would put it first, in a sentence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.flip_words import flip_said
from decidr.core.analysis.sensitivity.smallest_flip import LEAVES, Flip
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE, scaled
from decidr.language import _
from decidr.number_text import points

POINTS_ROOM = 52
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class FlipRow(QWidget):
    """A sentence, the points of weight that move, and a link that tries the weights where they are of one node."""

    def __init__(self, results: Results, flip: Flip, try_it: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName(f"flip_{flip.host}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE[1], 0, SPACE[1])
        row.setSpacing(SPACE[2])
        said = text_label(flip_said(results, flip), "second" if flip.never else "body")
        moved = text_label("–" if flip.moved is None else points(flip.moved), "second", wraps=False)
        moved.setFixedWidth(scaled(POINTS_ROOM))
        moved.setAlignment(RIGHT)
        moved.setToolTip(_("points of weight that move"))
        row.addWidget(said, 1)
        if flip.weights is not None and flip.level != LEAVES:
            link = link_button(_("Try it"), f"try_flip_{flip.host}", try_it)
            link.setToolTip(_("See the whole window with these weights; Esc returns"))
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(moved, 0, RIGHT)
