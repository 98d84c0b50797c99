"""A workshop by mail: people are named, get questionnaires, answer, and the page says what they should talk about."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import comparisons_at
from decidr.formats.study_file import load_study
from decidr.formats.templates import load_template
from decidr.gui.main_window import MainWindow
from decidr.gui.panels.people.page import PeoplePanel
from decidr.gui.panels.weights.page import WeightsPanel
from tests.formats.questionnaire.filling import filled, judged
from tests.gui.open_windows import OpenWindow
from tests.gui.recording_messages import RecordingMessages
from tests.journeys.conftest import Click

PEOPLE = ("Aisha Khan", "Ben Roy", "Chen Wei")
QUESTIONS = 60


def people_panel(window: MainWindow) -> PeoplePanel:
    panel = window.pages.panel("people")
    assert isinstance(panel, PeoplePanel)
    return panel


def answer(path: Path, seed: int) -> None:
    """One person fills in all questions."""
    random = np.random.default_rng(seed)
    filled(
        path,
        {n: judged("AB"[int(random.integers(2))], int(random.integers(2, 10))) for n in range(1, QUESTIONS + 1)},
    )


def test_a_group_is_asked_by_questionnaires_and_learns_where_it_differs(
    qtbot: QtBot, open_window: OpenWindow, messages: RecordingMessages, click: Click, tmp_path: Path
) -> None:
    # She opens the template and names three people.
    window = open_window(load_template("ev-plant"), with_parts=True)
    window.action_table["page_people"].trigger()
    click(window, "segment_people")
    name = window.findChild(QLineEdit, "new_participant_name")
    for person in PEOPLE:
        qtbot.keyClicks(name, person)
        qtbot.keyClick(name, Qt.Key.Key_Return)
    panel = people_panel(window)
    assert panel.header.title == "0 of 3 people have answered"

    # Each gets a questionnaire; the answers come back by mail.
    messages.folder = tmp_path / "out"
    click(window, "write_questionnaires")
    qtbot.waitUntil(lambda: bool(messages.told), timeout=30_000)
    sent = sorted((tmp_path / "out").glob("*.xlsx"))
    assert [path.stem for path in sent] == list(PEOPLE)
    for seed, path in enumerate(sent):
        answer(path, seed)

    # She collects them: first she sees what they bring, then she takes them in, as one step.
    messages.files = sent
    steps = window.document.undo_stack.count()
    click(window, "collect_answers")
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "import_take") is not None, timeout=30_000)
    click(window, "import_take")
    assert window.document.undo_stack.count() == steps + 1
    assert panel.header.title == "3 of 3 people have answered"
    for person in window.document.study.participants:
        block = comparisons_at(window.document.study, GOAL, window.document.view, person.id)
        assert block is not None
        assert len(block.pairs) == 15

    # The page says how far they agree, and what the next meeting should talk about.
    click(window, "segment_agreement")
    qtbot.waitUntil(lambda: panel.agreement.debate is not None, timeout=30_000)
    assert panel.agreement.debate is not None
    assert panel.agreement.debate.agreement.consensus is not None
    assert panel.header.title.startswith("People")
    first = panel.agreement.debate.agenda[0]
    panel.agreement.agenda.activated.emit(panel.agreement.agenda.model().index(0, 0))

    # The pair is before her, judged by all three; she keeps the study.
    weights = window.pages.panel("weights")
    assert isinstance(weights, WeightsPanel)
    assert window.pages.page == "weights"
    assert "The answers of 3 people count here, pooled." in weights.top.notice.words.text()
    assert weights.matrix.model.pair(weights.matrix.sheet.view.currentIndex()) == (first.first, first.second)
    messages.file = tmp_path / "group.decidr"
    window.action_table["save"].trigger()
    assert load_study(tmp_path / "group.decidr") == window.document.study
