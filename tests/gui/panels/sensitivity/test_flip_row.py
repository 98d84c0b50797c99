"""One host with what it takes."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.sensitivity.smallest_flip import smallest_flips
from decidr.formats.templates import load_template
from decidr.gui.panels.sensitivity.flip_row import FlipRow
from decidr.number_text import points

EV = evaluate(load_template("ev-plant"))


def test_what_can_be_has_its_points_and_a_link_and_what_cannot_has_neither(qtbot: QtBot, qapp) -> None:
    tried: list[str] = []
    for flip in smallest_flips(EV):
        row = FlipRow(EV, flip, lambda flip=flip: tried.append(flip.host))
        qtbot.addWidget(row)
        texts = [label.text() for label in row.findChildren(QLabel)]
        link = row.findChild(QPushButton)
        assert (link is None, texts[-1]) == ((True, "–") if flip.moved is None else (False, points(flip.moved)))
        if link:
            link.click()
            assert tried[-1] == flip.host
