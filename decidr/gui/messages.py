"""The only door to the user: what the program tells, asks, and which file it is given.

Panels take ``Messages``; the window gives them ``WindowMessages``, tests one that answers and records.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from PySide6 import QtWidgets  # boxes are looked up there when they are needed, not at the start
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from decidr.language import _

Tone = Literal["tell", "warn"]
SaveAnswer = Literal["save", "discard", "cancel"]


class Offer(NamedTuple):
    """Something that the user may do about a message: what the button says, and what it does."""

    text: str
    do: Callable[[], object]


class FileKind(NamedTuple):
    """A kind of file, as ``("decidr study", ("decidr",))``."""

    name: str
    endings: tuple[str, ...]


class Messages(Protocol):
    """How anything in the window speaks to the user; nothing else opens a box."""

    def tell(self, text: str, *offers: Offer) -> None:
        """Say something in passing; it stands above the page until it is dismissed or replaced."""

    def warn(self, text: str, *offers: Offer) -> None:
        """Say what went wrong, where, and what to do."""

    def ask(self, question: str, yes: str = "", no: str = "") -> bool:
        """A question that cannot wait; ``yes`` and ``no`` are the words on the buttons."""

    def ask_to_save(self, name: str) -> SaveAnswer:
        """Whether to save ``name`` before it is closed."""

    def choose_file(
        self, title: str, kinds: Sequence[FileKind], *, save: bool = False, suggested: Path | None = None
    ) -> Path | None:
        """The file that the user chooses, None if none."""

    def choose_files(self, title: str, kinds: Sequence[FileKind]) -> list[Path]:
        """The files that the user chooses to read, none if none."""

    def choose_folder(self, title: str) -> Path | None:
        """The folder that the user chooses, None if none."""


class Banner(Protocol):
    """Where ``tell`` and ``warn`` stand."""

    def show_message(self, tone: Tone, text: str, offers: Sequence[Offer]) -> None:
        """Show this in place of what stood there."""


class WindowMessages:
    """Messages of a window: a banner above its page; boxes only for files and urgent questions.

    ``file`` tells which file the study was read from, if any: beside it files are looked for first.
    """

    def __init__(self, window: QWidget, banner: Banner, file: Callable[[], Path | None] = lambda: None) -> None:
        self._window, self._banner, self._file = window, banner, file
        self._folder: Path | None = None

    def tell(self, text: str, *offers: Offer) -> None:
        self._banner.show_message("tell", text, offers)

    def warn(self, text: str, *offers: Offer) -> None:
        self._banner.show_message("warn", text, offers)

    def ask(self, question: str, yes: str = "", no: str = "") -> bool:
        box = _box(self._window, "question", question)
        agree = box.addButton(yes or _("Yes"), QtWidgets.QMessageBox.ButtonRole.AcceptRole)
        box.addButton(no or _("Cancel"), QtWidgets.QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(agree)
        box.exec()
        return box.clickedButton() is agree

    def ask_to_save(self, name: str) -> SaveAnswer:
        box = _box(self._window, "save_question", _("Save the changes to «{name}»?").format(name=name))
        save = box.addButton(_("Save"), QtWidgets.QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(_("Don't save"), QtWidgets.QMessageBox.ButtonRole.DestructiveRole)
        box.setEscapeButton(box.addButton(_("Cancel"), QtWidgets.QMessageBox.ButtonRole.RejectRole))
        box.setDefaultButton(save)
        box.exec()
        clicked = box.clickedButton()
        return "save" if clicked is save else "discard" if clicked is discard else "cancel"

    def choose_file(
        self, title: str, kinds: Sequence[FileKind], *, save: bool = False, suggested: Path | None = None
    ) -> Path | None:
        choose = QtWidgets.QFileDialog.getSaveFileName if save else QtWidgets.QFileDialog.getOpenFileName
        name, _chosen = choose(self._window, title, str(self._start / (suggested or "")), _filters(kinds))
        if not name:
            return None
        self._folder = Path(name).parent
        return _with_ending(Path(name), kinds) if save else Path(name)

    def choose_files(self, title: str, kinds: Sequence[FileKind]) -> list[Path]:
        where = str(self._start)
        names, _chosen = QtWidgets.QFileDialog.getOpenFileNames(self._window, title, where, _filters(kinds))
        self._folder = Path(names[0]).parent if names else self._folder
        return [Path(name) for name in names]

    def choose_folder(self, title: str) -> Path | None:
        name = QtWidgets.QFileDialog.getExistingDirectory(self._window, title, str(self._start))
        self._folder = Path(name) if name else self._folder
        return Path(name) if name else None

    @property
    def _start(self) -> Path:
        """Where files are looked for: where the last one was, else beside the study, else among the documents."""
        file = self._file()
        return self._folder or (file.absolute().parent if file else _documents())


def _documents() -> Path:
    """Where the system keeps the user's documents, or her home: the folder of the program is no place for them."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder) if folder and Path(folder).is_dir() else Path.home()


def _box(window: QWidget, name: str, text: str) -> QtWidgets.QMessageBox:
    box = QtWidgets.QMessageBox(window)
    box.setObjectName(name)
    box.setWindowTitle("decidr")
    box.setText(text)
    return box


def _filters(kinds: Sequence[FileKind]) -> str:
    """``decidr study (*.decidr);;…``, with all of them first where there are several."""
    everything = tuple(ending for kind in kinds for ending in kind.endings)
    shown = [FileKind(_("All that decidr reads"), everything)] if len(kinds) > 1 else []
    return ";;".join(f"{k.name} ({' '.join(f'*.{e}' for e in k.endings)})" for k in [*shown, *kinds])


def _with_ending(path: Path, kinds: Sequence[FileKind]) -> Path:
    endings = [f".{ending}" for kind in kinds for ending in kind.endings]
    return path if path.suffix.lower() in endings else path.with_name(path.name + endings[0])
