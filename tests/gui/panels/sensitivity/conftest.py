"""The Sensitivity page on the EV-plant study, as it is opened."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from decidr.formats.templates import load_template
from decidr.gui.document import Document
from decidr.gui.panels.sensitivity.page import SensitivityPanel
from tests.gui.recording_messages import RecordingMessages

Named = Callable[[str], str]


@pytest.fixture
def document(qapp: object) -> Document:
    """A document with the EV-plant study."""
    return Document(load_template("ev-plant"))


@pytest.fixture
def panel(document: Document, messages: RecordingMessages, qtbot: QtBot) -> SensitivityPanel:
    """The page, on its first tab."""
    made = SensitivityPanel(document, messages)
    qtbot.addWidget(made)
    made.resize(936, 842)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def named(document: Document) -> Named:
    """The id of a criterion or a host by its name."""
    ids = {thing.name: thing.id for thing in (*document.study.criteria, *document.study.hosts)}
    return lambda name: ids[name]
