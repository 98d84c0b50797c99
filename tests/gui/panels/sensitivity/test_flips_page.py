"""«What would it take?»"""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.sensitivity.critical_words import judgment_said
from decidr.core.analysis.sensitivity.smallest_flip import LEAVES
from decidr.formats.templates import load_template
from decidr.gui.document import Document
from decidr.gui.panels.sensitivity.flips_page import MOST_ROWS, FlipsPage
from tests.building import data_study
from tests.core.analysis.sensitivity.test_method_agreement import belton_gear
from tests.gui.recording_messages import RecordingMessages

EV = evaluate(load_template("ev-plant"))


@pytest.fixture
def page(qtbot: QtBot, qapp) -> FlipsPage:
    return page_of(qtbot, EV.study)


def page_of(qtbot: QtBot, study) -> FlipsPage:
    made = FlipsPage(Document(study), RecordingMessages())
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    return made


def answer(qtbot: QtBot, page: FlipsPage) -> str:
    """What the page says once it is worked out."""
    with qtbot.waitSignal(page.changed, timeout=20_000):
        page.refresh()
    return page.refresh()


def sentences(page: FlipsPage) -> list[str]:
    return [row.findChildren(QLabel)[0].text() for row in page.flips.rows]


def test_every_other_host_has_a_sentence_that_takes_least_first(qtbot: QtBot, page: FlipsPage) -> None:
    assert page.refresh() == "Working out what it takes…"
    assert answer(qtbot, page).startswith("Canada would win if ")
    said = sentences(page)
    assert len(said) == len(EV.hosts) - 1
    assert said[0].startswith("Canada would win if ")
    assert said[-1].startswith("No weights of the main criteria make ")


def test_other_weights_may_be_asked_for(qtbot: QtBot, page: FlipsPage) -> None:
    answer(qtbot, page)
    page.level.setCurrentIndex(page.level.findData(LEAVES))
    assert page.refresh() == "Working out what it takes…"
    answer(qtbot, page)
    assert {flip.level for flip in page.takes.flips} == {LEAVES}
    assert not any(row.findChildren(QPushButton) for row in page.flips.rows)


def test_weights_of_a_flip_can_be_tried_and_put_its_host_first(qtbot: QtBot, page: FlipsPage) -> None:
    answer(qtbot, page)
    canada = next(flip for flip in page.takes.flips if flip.moved and EV.sources.names[flip.host] == "Canada")
    page.findChild(QPushButton, f"try_flip_{canada.host}").click()
    results = page.document.results
    assert results.ranks[results.hosts.index(canada.host)] == 1
    moved = {results.study.name_of(node) for node in page.document.tried_weights}
    assert moved == {"Stability", "Security (low risk)"}
    assert page.document.is_trying


def test_a_critical_cell_leads_to_the_data(qtbot: QtBot, page: FlipsPage) -> None:
    answer(qtbot, page)
    with qtbot.waitSignal(page.go_to) as told:
        page.cells.activated.emit(page.cells.model().index(0, 0))
    assert told.args == [f"data:{page.takes.cells[0].criterion}:{page.takes.cells[0].host}"]


def test_where_no_cell_does_it_that_is_said(qtbot: QtBot, qapp) -> None:
    rows = {name: [0.9, 0.1] for name in "ABCD"}
    page = page_of(qtbot, data_study(dict.fromkeys("ABCD", 0.25), rows, ["X", "Y"]))
    answer(qtbot, page)
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert page.takes.cells == ()
    assert "No cell alone changes the leader." in texts


def test_judgments_between_hosts_that_do_it_alone_are_told(qtbot: QtBot, qapp) -> None:
    page = page_of(qtbot, belton_gear().study)
    answer(qtbot, page)
    assert page.takes.judgments
    assert [row.text() for row in page.judgments.rows] == [
        judgment_said(page.own, judgment) for judgment in page.takes.judgments[:MOST_ROWS]
    ]
