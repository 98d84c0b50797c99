"""The door to the user: a banner for what is said, boxes only for files and urgent questions."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from decidr.gui.messages import FileKind, Offer, Tone, WindowMessages

STUDY, BOOK = FileKind("decidr study", ("decidr",)), FileKind("Workbook", ("xlsx", "ods"))


class Shown:
    """A banner that remembers."""

    def __init__(self) -> None:
        self.messages: list[tuple[Tone, str, Sequence[Offer]]] = []

    def show_message(self, tone: Tone, text: str, offers: Sequence[Offer]) -> None:
        self.messages.append((tone, text, offers))


@pytest.fixture
def banner() -> Shown:
    return Shown()


@pytest.fixture
def said(qtbot: QtBot, qapp: QApplication, banner: Shown) -> Iterator[WindowMessages]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield WindowMessages(window, banner)  # noqa: PT022 - the window must live as long as its messages


def _press(text: str) -> None:
    """Press a button of the box that is going to open."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(b for b in box.findChildren(QPushButton) if b.text() == text).click()

    QTimer.singleShot(0, press)


def test_what_is_told_stands_in_the_banner_with_its_offers(said: WindowMessages, banner: Shown) -> None:
    offer = Offer("Undo", lambda: None)
    said.tell("Removed.", offer)
    said.warn("Not saved.")
    assert banner.messages == [("tell", "Removed.", (offer,)), ("warn", "Not saved.", ())]


@pytest.mark.parametrize(("button", "answer"), [("Replace", True), ("Keep", False)])
def test_a_question_is_answered_by_its_buttons(said: WindowMessages, button: str, answer: bool) -> None:
    _press(button)
    assert said.ask("Replace it?", "Replace", "Keep") is answer


@pytest.mark.parametrize(("button", "answer"), [("Save", "save"), ("Don't save", "discard"), ("Cancel", "cancel")])
def test_before_closing_there_are_three_answers(said: WindowMessages, button: str, answer: str) -> None:
    _press(button)
    assert said.ask_to_save("EV plant") == answer


def test_a_file_to_be_saved_gets_the_ending_of_its_kind(said: WindowMessages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: ("/tmp/plant 1.2", ""))
    assert said.choose_file("Save", [STUDY], save=True) == Path("/tmp/plant 1.2.decidr")


def test_all_kinds_can_be_seen_at_once_when_a_file_is_opened(
    said: WindowMessages, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *words: asked.extend(words) or ("", ""))
    assert said.choose_file("Open", [STUDY, BOOK]) is None
    assert asked[-1] == (
        "All that decidr reads (*.decidr *.xlsx *.ods);;decidr study (*.decidr);;Workbook (*.xlsx *.ods)"
    )


def test_several_files_and_a_folder_can_be_chosen_or_none(
    said: WindowMessages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *words: (["/tmp/a.xlsx", "/tmp/b.xlsx"], ""))
    assert said.choose_files("Collect", [BOOK]) == [Path("/tmp/a.xlsx"), Path("/tmp/b.xlsx")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *words: ([], ""))
    assert said.choose_files("Collect", [BOOK]) == []
    for answer, folder in (("/tmp/out", Path("/tmp/out")), ("", None)):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *words, answer=answer: answer)
        assert said.choose_folder("Where?") == folder


def test_files_are_looked_for_among_the_documents_and_then_where_the_last_one_was(
    said: WindowMessages, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []
    (tmp_path / "Documents").mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(tmp_path / "Documents"))
    answer = ("/elsewhere/a.decidr", "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *words: asked.append(words[2]) or answer)
    said.choose_file("Save", [STUDY], save=True, suggested=Path("plant.decidr"))
    said.choose_file("Save", [STUDY], save=True, suggested=Path("plant.decidr"))
    said.choose_file("Save", [STUDY], save=True, suggested=Path("/own/plant.decidr"))
    assert asked == [str(tmp_path / "Documents" / "plant.decidr"), "/elsewhere/plant.decidr", "/own/plant.decidr"]


@pytest.mark.parametrize("documents", ["", "never-made"])
def test_without_a_folder_of_documents_files_are_looked_for_at_home(
    said: WindowMessages, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, documents: str
) -> None:
    asked: list[str] = []
    place = str(tmp_path / documents) if documents else ""
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda kind: place)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *words: asked.append(words[2]) or ("", ""))
    said.choose_file("Open", [STUDY])
    assert asked == [str(Path.home())]


def test_files_are_looked_for_beside_the_study_first(
    qtbot: QtBot, banner: Shown, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    said = WindowMessages(window, banner, lambda: tmp_path / "plant.xlsx")
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *words: asked.append(words[2]) or "/elsewhere")
    said.choose_folder("Questionnaires")
    said.choose_folder("Questionnaires")
    assert asked == [str(tmp_path), "/elsewhere"]
