"""The main window: what leads where, what is hidden when, and that nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_fields
from decidr.core.study.study import Study
from decidr.formats.questionnaire.book import write_questionnaires
from decidr.formats.study_file import load_study, save_study
from decidr.gui.main_window import MainWindow, first_size
from decidr.gui.recovery import left_behind
from decidr.gui.settings import WindowSettings
from tests.formats.indicators.corpus import GDP, STUDY, Case, write
from tests.formats.questionnaire.filling import filled, judged
from tests.gui.judging_study import judging_study
from tests.gui.open_windows import OpenWindow
from tests.gui.recording_messages import RecordingMessages
from tests.gui.scenario_study import scenario_study


def _rename(window: MainWindow, title: str) -> None:
    window.document.apply(f"Title: {title}", set_fields(window.document.study, title=title))


def test_a_study_is_shown_with_its_ranking_and_the_first_page(open_window: OpenWindow, study: Study) -> None:
    window = open_window(study)
    assert window.pages.page == "study"
    assert window.rail.button("study").isChecked()
    assert window.ranking.list.shown.hosts[0].name == "United States"


def test_without_a_study_there_is_the_start_page_alone(open_window: OpenWindow) -> None:
    window = open_window(None)
    assert window.findChild(object, "start_page").isVisible()
    assert not window.rail.isVisible()
    assert not window.ranking.isVisible()
    assert not window.action_table["save"].isEnabled()


def test_a_template_leads_from_the_start_page_to_the_study(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(None)
    qtbot.mouseClick(window.findChild(object, "template_ev-plant"), Qt.MouseButton.LeftButton)
    assert window.rail.isVisible()
    assert len(window.ranking.list.shown.hosts) == 10


def test_the_rail_opens_pages(qtbot: QtBot, open_window: OpenWindow, study: Study) -> None:
    window = open_window(study)
    qtbot.mouseClick(window.rail.button("findings"), Qt.MouseButton.LeftButton)
    assert window.pages.page == "findings"
    assert window.rail.button("findings").isChecked()


def test_an_address_leads_to_its_page_and_place(open_window: OpenWindow, study: Study) -> None:
    window = open_window(study)
    window.go_to("study:question")
    assert window.focusWidget().objectName() == "study_question"


def test_undo_names_the_step(open_window: OpenWindow, study: Study) -> None:
    window = open_window(study)
    assert not window.action_table["undo"].isEnabled()
    _rename(window, "A & B")
    assert window.action_table["undo"].text() == "Undo: Title: A && B"
    window.action_table["undo"].trigger()
    assert window.action_table["redo"].text() == "Redo: Title: A && B"
    assert window.document.study == study


def test_the_title_says_whether_the_study_is_saved(open_window: OpenWindow, study: Study) -> None:
    window = open_window(study)
    assert window.windowTitle() == "EV plant[*] – decidr"
    assert not window.isWindowModified()
    _rename(window, "Another")
    assert window.windowTitle() == "Another[*] – decidr"
    assert window.isWindowModified()


def test_the_ranking_can_be_folded_away_and_stays_so(qtbot: QtBot, open_window: OpenWindow, study: Study) -> None:
    window = open_window(study)
    qtbot.mouseClick(window.ranking.findChild(object, "fold_away"), Qt.MouseButton.LeftButton)
    assert not window.ranking.isVisible()
    assert WindowSettings().is_ranking_folded
    qtbot.mouseClick(window.fold, Qt.MouseButton.LeftButton)
    assert window.ranking.isVisible()
    assert window.action_table["fold_ranking"].isChecked()


def test_nobody_sees_ranking_or_consistency_while_judging(open_window: OpenWindow, study: Study) -> None:
    window = open_window(study)
    window.open_page("weights")
    window.set_judging(True)
    assert not window.ranking.list.isVisible()
    assert window.status.consistency.isHidden()
    window.open_page("data")
    assert window.ranking.list.isVisible()
    window.open_page("weights")
    assert not window.ranking.list.isVisible()
    window.set_judging(False)
    assert window.ranking.list.isVisible()


def test_the_find_field_goes_where_enter_says(qtbot: QtBot, open_window: OpenWindow, study: Study) -> None:
    window = open_window(study)
    window.action_table["find"].trigger()
    qtbot.keyClicks(window.find_field, "energy")
    qtbot.keyClick(window.find_field, Qt.Key.Key_Return)
    assert window.pages.page == "criteria"


def test_pages_with_charts_wait_for_the_heavy_parts(qtbot: QtBot, open_window: OpenWindow, study: Study) -> None:
    window = open_window(study)
    window.open_page("results")
    assert window.pages.currentWidget().objectName() == "loading"
    window.load_parts()
    qtbot.waitUntil(lambda: window.is_settled, timeout=30_000)
    assert window.pages.currentWidget().objectName() == "results_panel"
    assert window.document.opinions is not None


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drag these files over the window and let go; whether the window takes them."""
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, keys, action = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(400, 300).toPoint(), action, dropped, button, keys)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        let_go = QDropEvent(QPointF(400, 300), action, dropped, button, keys, QEvent.Type.Drop)
        QApplication.sendEvent(window, let_go)
    return enter.isAccepted()


def test_a_study_dropped_on_the_window_is_opened(
    qtbot: QtBot, open_window: OpenWindow, study: Study, tmp_path: Path
) -> None:
    path = tmp_path / "dropped.decidr"
    save_study(set_fields(study, title="Dropped"), path)
    window = open_window(None)
    assert drop(window, path)
    qtbot.waitUntil(lambda: window.document.study.title == "Dropped")
    assert window.rail.isVisible()


def test_a_picture_dropped_on_the_window_is_not_taken(open_window: OpenWindow, tmp_path: Path) -> None:
    assert not drop(open_window(None), tmp_path / "photo.png")


@pytest.mark.parametrize("count", [1, 2])
def test_questionnaires_dropped_on_their_study_are_collected(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, count: int
) -> None:
    asked = judging_study()
    written = write_questionnaires(asked, tmp_path / "out", "en").questionnaires
    for questionnaire in written:
        filled(questionnaire.path, {1: judged("A", 3)})
    window = open_window(asked)
    assert drop(window, *[questionnaire.path for questionnaire in written[:count]])
    taken = f"The answers of {count} {'person' if count == 1 else 'people'} can be taken in."
    qtbot.waitUntil(lambda: taken in said(window), timeout=20_000)
    assert window.document.study is asked


def test_a_clients_sheet_called_data_that_is_dropped_is_read_for_figures(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    path = write(Case("", "client 2023.xlsx", {"Data": [["Country", GDP], ["Canada", 1]]}), tmp_path)
    window = open_window(STUDY)
    assert drop(window, path)
    qtbot.waitUntil(lambda: "client 2023.xlsx has 1 figure for this study" in said(window), timeout=20_000)


def test_of_several_files_dropped_the_first_is_read_and_the_others_are_told(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    paths = [write(Case("", f"{n}_2023.csv", f"Country,{GDP}\nCanada,1\n"), tmp_path) for n in "abc"]
    window = open_window(STUDY)
    assert drop(window, *paths)
    qtbot.waitUntil(lambda: "a_2023.csv has 1 figure for this study" in said(window), timeout=20_000)
    told = "One file at a time: b_2023.csv and c_2023.csv are not read; drop them afterwards."
    assert told in window.messages.told


def said(window: MainWindow) -> list[str]:
    """What stands in the preview."""
    return [label.text() for label in window.findChildren(QLabel, "import_words")]


def test_closing_an_edited_study_asks_once_and_cancel_keeps_the_window(
    open_window: OpenWindow, study: Study, messages: RecordingMessages
) -> None:
    window = open_window(study)
    _rename(window, "Not saved")
    messages.save_answer = "cancel"
    assert not window.close()
    assert window.isVisible()
    assert messages.asked == ["Not saved"]


def test_closing_a_saved_study_asks_nothing(open_window: OpenWindow, study: Study, messages: RecordingMessages) -> None:
    assert open_window(study).close()
    assert messages.asked == []


def test_saving_before_closing_leaves_the_file_and_no_copy(
    open_window: OpenWindow, study: Study, messages: RecordingMessages, tmp_path: Path
) -> None:
    window = open_window(study)
    _rename(window, "Saved")
    messages.save_answer, messages.file = "save", tmp_path / "plant.decidr"
    assert window.close()
    assert load_study(tmp_path / "plant.decidr").title == "Saved"
    assert left_behind() == ()


def test_what_a_crash_left_is_offered_once_and_taken_up(
    qtbot: QtBot, open_window: OpenWindow, study: Study, messages: RecordingMessages
) -> None:
    crashed = open_window(study)
    _rename(crashed, "Lost?")
    qtbot.waitUntil(lambda: crashed.jobs.is_idle)
    crashed.files.recovery._lock.unlock()  # type: ignore[union-attr]  # its process has ended
    window = open_window(None)
    window.files.offer_recovery()
    assert "«Lost?»" in messages.told[0]
    assert [offer.text for offer in messages.offers] == ["Recover", "Discard"]
    messages.offers[0].do()
    assert window.document.study.title == "Lost?"
    assert window.document.is_modified


def test_closing_the_study_leads_back_to_the_start_page(open_window: OpenWindow, study: Study) -> None:
    window = open_window(study)
    window.action_table["close"].trigger()
    assert not window.rail.isVisible()
    assert window.windowTitle() == "decidr"


def test_a_view_is_chosen_from_the_menu(open_window: OpenWindow, study: Study) -> None:
    window = open_window(study)
    menu = window.menus.hanging["views"]
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.objectName() == "view_investor").trigger()
    assert window.document.view == "investor"


def test_a_scenario_is_supposed_from_the_menu_and_the_way_back_is_an_action(open_window: OpenWindow) -> None:
    window = open_window(scenario_study())
    menu = window.menus.hanging["cases"]
    menu.aboutToShow.emit()
    assert not window.action_table["baseline"].isEnabled()
    next(action for action in menu.actions() if action.text() == "Strike").trigger()
    assert window.document.scenario == "Strike"
    assert window.supposed.isVisible()
    window.action_table["baseline"].trigger()
    assert window.document.scenario is None
    assert not window.supposed.isVisible()


def test_the_start_page_supposes_nothing(open_window: OpenWindow) -> None:
    window = open_window(scenario_study())
    window.document.choose_scenario("Strike")
    window.action_table["close"].trigger()
    assert not window.supposed.isVisible()


@pytest.mark.parametrize("size", [(1024, 680), (1280, 800), (3840, 2160)])
def test_the_window_works_from_a_small_laptop_to_4k(
    open_window: OpenWindow, study: Study, size: tuple[int, int]
) -> None:
    window = open_window(study)
    window.resize(*size)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    assert window.ranking.geometry().right() < size[0]


@pytest.mark.parametrize(
    ("screen", "size"),
    [((1920, 1080), (1440, 900)), ((1366, 728), (1366, 728)), ((1280, 760), (1280, 760)), ((800, 800), (1440, 900))],
)
def test_a_first_window_is_no_larger_than_a_screen_to_work_on(screen: tuple[int, int], size: tuple[int, int]) -> None:
    assert first_size(QSize(*screen)) == QSize(*size)
