"""Two views side by side."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.study.study import Study
from decidr.gui.panels.results.two_views_card import TwoViewsCard
from tests.gui.recording_messages import RecordingMessages


def results(study: Study) -> dict[str, Results]:
    return {view.id: evaluate(study, view.id) for view in study.views}


@pytest.fixture
def card(qtbot: QtBot, study: Study, messages: RecordingMessages) -> TwoViewsCard:
    made = TwoViewsCard(messages)
    qtbot.addWidget(made)
    made.resize(760, 1_000)
    made.show_views(results(study), ())
    made.show()
    return made


def choose(box: QComboBox, view: str) -> None:
    box.setCurrentIndex(box.findData(view))
    box.activated.emit(box.currentIndex())


def test_investor_and_host_government_are_shown_at_first(card: TwoViewsCard) -> None:
    assert card.pair == ("investor", "government")
    assert card.chart.heading == "investor across, host government up, points of 100"
    assert "«investor»" in card.answer.text()
    assert card.table.table.rowCount() == 10


def test_another_view_can_be_chosen_and_the_same_one_twice_swaps_them(card: TwoViewsCard) -> None:
    choose(card.second, "neutral")
    assert card.pair == ("investor", "neutral")
    choose(card.second, "investor")
    assert card.pair == ("neutral", "investor")
    assert (card.first.currentData(), card.second.currentData()) == card.pair
    assert card.chart.heading.startswith("neutral across, investor up")


def test_a_pair_stays_while_its_views_are_there(card: TwoViewsCard, study: Study) -> None:
    choose(card.second, "neutral")
    card.show_views(results(replace(study, views=study.views[:2])), ())
    assert card.pair == ("investor", "neutral")
    card.show_views(results(replace(study, views=study.views[::2])), ())
    assert card.pair == ("neutral", "government")


def test_a_single_view_has_nothing_to_compare(card: TwoViewsCard, study: Study) -> None:
    card.show_views(results(replace(study, views=study.views[:1])), ())
    assert not card.isVisible()


def test_a_row_and_a_dot_tell_their_host(qtbot: QtBot, card: TwoViewsCard) -> None:
    mark = card.chart.marks[0][0]
    with qtbot.waitSignal(card.host_clicked) as told:
        qtbot.mouseClick(card.chart.viewport(), Qt.MouseButton.LeftButton, pos=mark.area.center().toPoint())
    assert told.args == [mark.host]
    card.table.horizontalHeader().sectionClicked.emit(5)
    index = card.table.model().index(0, 0)
    place = card.table.visualRect(index).center()
    with qtbot.waitSignal(card.host_clicked) as told:
        qtbot.mouseClick(card.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    name = next(h.name for h in results_of(card).study.hosts if h.id == told.args[0])
    assert name == index.data()


def results_of(card: TwoViewsCard) -> Results:
    assert card.pair
    return card.views[card.pair[0]]
