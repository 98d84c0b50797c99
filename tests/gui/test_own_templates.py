"""Templates of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from decidr import paths
from decidr.formats.templates import load_template, templates
from decidr.gui.document import Document
from decidr.gui.own_templates import OwnTemplates
from tests.gui.recording_messages import RecordingMessages


@pytest.fixture
def own(document: Document, messages: RecordingMessages) -> OwnTemplates:
    return OwnTemplates(document, messages)


@pytest.mark.parametrize(("choice", "keeps"), [(0, True), (1, False)])
def test_a_study_becomes_a_template_with_or_without_its_data(
    own: OwnTemplates, document: Document, messages: RecordingMessages, choice: int, keeps: bool
) -> None:
    own.offer()
    assert len(templates()) == 3
    messages.offers[choice].do()
    assert "is a template now" in messages.told[-1]
    made = next(template for template in templates() if template.is_own)
    document.open(load_template(made.id), None)
    assert document.study.title == "EV plant"
    assert bool(document.study.cells) is keeps
    assert document.study.comparisons == ()
    assert document.path is None


def test_an_own_template_is_removed_and_brought_back(
    qtbot: QtBot, own: OwnTemplates, messages: RecordingMessages
) -> None:
    own.offer()
    messages.offers[0].do()
    (made,) = [template for template in templates() if template.is_own]
    before = made.path.read_bytes()
    with qtbot.waitSignal(own.changed):
        own.remove(made.id)
    assert [template for template in templates() if template.is_own] == []
    assert messages.told[-1] == "Removed the template «EV plant»."
    messages.offers[-1].do()
    assert made.path.read_bytes() == before
    own.remove("ev-plant")
    assert messages.warned
    assert "ev-plant" in {template.id for template in templates()}


def test_a_template_that_cannot_be_written_is_told(
    own: OwnTemplates, messages: RecordingMessages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(paths, "own_templates", lambda: tmp_path / "file" / "templates")
    own.offer()
    messages.offers[0].do()
    assert "could not be written" in messages.warned[0]
