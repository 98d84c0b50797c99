"""Studies and files: nothing is half opened or half saved, and the user is told in sentences."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_fields
from decidr.core.study.study import Study
from decidr.formats.study_file import load_study, save_study
from decidr.formats.workbook_out import write_workbook
from decidr.gui.document import Document
from decidr.gui.jobs import Jobs
from decidr.gui.panels.importing.notice import Notice
from decidr.gui.recovery import LeftBehind
from decidr.gui.settings import WindowSettings
from decidr.gui.study_files import StudyFiles, is_readable
from tests.gui.recording_messages import RecordingMessages

LONG = 30_000


class Preview:
    """Remembers what it was shown."""

    def __init__(self) -> None:
        self.text = ""
        self.notices: Sequence[Notice] = ()
        self.take: Callable[[], object] | None = None

    def show_preview(self, text: str, notices: Sequence[Notice], take: Callable[[], object] | None) -> None:
        self.text, self.notices, self.take = text, notices, take


@pytest.fixture
def preview() -> Preview:
    return Preview()


@pytest.fixture
def jobs(document: Document) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def files(document: Document, messages: RecordingMessages, jobs: Jobs, preview: Preview) -> Iterator[StudyFiles]:
    made = StudyFiles(document, messages, jobs, WindowSettings(), preview)
    yield made
    jobs.close()
    made.recovery.close()


def _edit(document: Document) -> None:
    document.apply("Title", set_fields(document.study, title="Another title"))


def test_a_study_is_opened_and_remembered(
    qtbot: QtBot, files: StudyFiles, document: Document, tmp_path: Path, study: Study
) -> None:
    path = tmp_path / "plant.decidr"
    save_study(set_fields(study, title="From the file"), path)
    with qtbot.waitSignal(files.opened):
        files.open(path)
    assert document.study.title == "From the file"
    assert document.path == path
    assert WindowSettings().recent[0].title == "From the file"


def test_a_workbook_counts_only_after_it_was_looked_at(
    qtbot: QtBot, files: StudyFiles, document: Document, preview: Preview, tmp_path: Path, study: Study
) -> None:
    path, before = tmp_path / "plant.xlsx", document.study
    write_workbook(set_fields(study, title="From the workbook"), path)
    files.open(path)
    qtbot.waitUntil(lambda: preview.text != "", timeout=LONG)
    assert "10 hosts and 9 criteria" in preview.text
    assert document.study is before
    assert preview.take is not None
    preview.take()
    assert document.study.title == "From the workbook"
    assert document.path is None


def test_a_workbook_lends_its_name_and_folder_to_the_study_that_is_saved_of_it(
    qtbot: QtBot, files: StudyFiles, document: Document, messages: RecordingMessages, preview: Preview, tmp_path: Path
) -> None:
    path = tmp_path / "Car choice.xlsx"
    write_workbook(set_fields(document.study, title=""), path)
    files.open(path)
    qtbot.waitUntil(lambda: preview.take is not None, timeout=LONG)
    assert preview.take is not None
    preview.take()
    assert document.path is None
    assert WindowSettings().recent == ()
    assert not files.save()
    files.save_workbook()
    assert messages.suggested == [tmp_path / "Car choice.decidr", tmp_path / "Car choice-study.xlsx"]
    document.apply("Client", set_fields(document.study, client="Lee"))
    files.may_leave()
    assert messages.asked[-1] == "Car choice"


def test_a_file_that_was_named_from_the_command_line_is_saved_in_its_folder(
    files: StudyFiles, document: Document, messages: RecordingMessages, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Its name may be relative, and the folder where files were looked for last another one."""
    monkeypatch.chdir(tmp_path)
    document.open(document.study, Path("plant.xlsx"))
    files.save()
    assert messages.suggested == [tmp_path / "plant.decidr"]


def test_what_is_no_study_is_refused_in_a_sentence_and_nothing_changes(
    qtbot: QtBot, files: StudyFiles, document: Document, messages: RecordingMessages, tmp_path: Path
) -> None:
    path, before = tmp_path / "letter.decidr", document.study
    path.write_text("Dear Sirs", encoding="utf-8")
    files.open(path)
    qtbot.waitUntil(lambda: bool(messages.warned))
    assert messages.warned[0].startswith("letter.decidr cannot be opened.")
    assert document.study is before


def test_a_publishers_table_is_taken_in_by_an_open_study_and_else_says_what_it_needs(
    qtbot: QtBot, files: StudyFiles, document: Document, messages: RecordingMessages, tmp_path: Path
) -> None:
    path = tmp_path / "governance.csv"
    path.write_text("country,2024\nCanada,0.5\nSpain,0.2\nMorocco,-0.6\n", encoding="utf-8")
    with qtbot.waitSignal(files.figures_met) as met:
        files.open(path)
    assert met.args == [path, None]
    document.open(Study(), None)
    files.open(path)
    qtbot.waitUntil(lambda: bool(messages.warned))
    assert "holds figures and no study; open a study" in messages.warned[0]


def test_a_file_that_is_gone_is_told(
    qtbot: QtBot, files: StudyFiles, messages: RecordingMessages, tmp_path: Path
) -> None:
    files.open(tmp_path / "gone.decidr")
    qtbot.waitUntil(lambda: bool(messages.warned))
    assert "gone.decidr" in messages.warned[0]


def test_saving_asks_for_a_file_the_first_time_only(
    files: StudyFiles, document: Document, messages: RecordingMessages, tmp_path: Path
) -> None:
    messages.file = tmp_path / "plant.decidr"
    _edit(document)
    assert files.save()
    assert not document.is_modified
    _edit(document)
    document.apply("Client", set_fields(document.study, client="Lee"))
    assert files.save()
    assert messages.asked == ["Save as"]
    assert load_study(tmp_path / "plant.decidr") == document.study


def test_whoever_chooses_no_file_saves_nothing(files: StudyFiles, document: Document) -> None:
    _edit(document)
    assert not files.save()
    assert document.is_modified


def test_a_place_that_cannot_be_written_is_told_and_the_study_stays_edited(
    files: StudyFiles, document: Document, messages: RecordingMessages, tmp_path: Path
) -> None:
    messages.file = tmp_path / "no folder" / "plant.decidr"
    _edit(document)
    assert not files.save()
    assert "plant.decidr could not be written" in messages.warned[0]
    assert document.is_modified


def test_nothing_is_asked_of_a_study_that_is_saved(files: StudyFiles, messages: RecordingMessages) -> None:
    assert files.may_leave()
    assert messages.asked == []


@pytest.mark.parametrize(("answer", "leaves"), [("discard", True), ("cancel", False)])
def test_an_edited_study_is_left_only_as_the_user_says(
    files: StudyFiles, document: Document, messages: RecordingMessages, answer: str, leaves: bool
) -> None:
    messages.save_answer = answer  # type: ignore[assignment]
    _edit(document)
    assert files.may_leave() is leaves
    assert messages.asked == ["Another title"]


def test_saving_before_leaving_saves(
    files: StudyFiles, document: Document, messages: RecordingMessages, tmp_path: Path
) -> None:
    messages.save_answer, messages.file = "save", tmp_path / "plant.decidr"
    _edit(document)
    assert files.may_leave()
    assert load_study(tmp_path / "plant.decidr").title == "Another title"


def test_a_template_is_a_new_study_without_a_file(files: StudyFiles, document: Document) -> None:
    files.new("ev-plant")
    assert len(document.study.hosts) == 10
    assert document.path is None
    assert not document.is_modified


def test_a_study_can_begin_with_nothing(files: StudyFiles, document: Document) -> None:
    files.new("")
    assert document.study == Study()
    assert document.path is None
    assert not document.is_modified


def test_each_edit_is_kept_and_a_saved_study_is_not(
    qtbot: QtBot, files: StudyFiles, document: Document, jobs: Jobs, messages: RecordingMessages, tmp_path: Path
) -> None:
    _edit(document)
    files.keep_copy()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert load_study(files.recovery.copy) == document.study
    messages.file = tmp_path / "plant.decidr"
    files.save()
    files.keep_copy()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert not files.recovery.copy.exists()


def test_what_is_recovered_is_an_edit_of_the_saved_study(
    files: StudyFiles, document: Document, study: Study, tmp_path: Path
) -> None:
    path, copy = tmp_path / "plant.decidr", tmp_path / "copy.decidr"
    save_study(study, path)
    save_study(set_fields(study, title="Not saved"), copy)
    files.recover(LeftBehind(copy, "Not saved", path))
    assert document.study.title == "Not saved"
    assert document.is_modified
    assert document.path == path
    document.undo_stack.undo()
    assert document.study == study
    assert not copy.exists()


def test_the_report_is_written_as_the_chosen_view_sees_it(
    qtbot: QtBot, files: StudyFiles, document: Document, messages: RecordingMessages, tmp_path: Path
) -> None:
    messages.file = tmp_path / "report.xlsx"
    document.choose_view("investor")
    files.save_report()
    qtbot.waitUntil(lambda: bool(messages.told), timeout=LONG)
    assert messages.told == ["Saved report.xlsx."]
    assert [offer.text for offer in messages.offers] == ["Show in folder"]
    assert (tmp_path / "report.xlsx").stat().st_size > 5_000


def test_the_study_workbook_is_written(
    qtbot: QtBot, files: StudyFiles, messages: RecordingMessages, tmp_path: Path
) -> None:
    messages.file = tmp_path / "study.xlsx"
    files.save_workbook()
    qtbot.waitUntil(lambda: bool(messages.told), timeout=LONG)
    assert (tmp_path / "study.xlsx").exists()


def test_a_report_that_cannot_be_written_is_told(
    qtbot: QtBot, files: StudyFiles, messages: RecordingMessages, tmp_path: Path
) -> None:
    messages.file = tmp_path / "no folder" / "report.xlsx"
    files.save_workbook()
    qtbot.waitUntil(lambda: bool(messages.warned), timeout=LONG)
    assert "could not be written" in messages.warned[0]


@pytest.mark.parametrize(
    ("name", "readable"), [("a.decidr", True), ("a.XLSX", True), ("a.ods", True), ("a.JSON", True), ("a.png", False)]
)
def test_files_that_may_hold_a_study_can_be_dropped(name: str, readable: bool) -> None:
    assert is_readable(Path(name)) is readable
