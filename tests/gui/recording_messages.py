"""Messages that answer as told beforehand, and remember what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from decidr.gui.messages import FileKind, Offer, SaveAnswer


@dataclass
class RecordingMessages:
    """Set the answers before (``answer`` to ``folder``); read ``told``, ``warned``, ``asked``, ``offers`` after."""

    answer: bool = True
    save_answer: SaveAnswer = "discard"
    file: Path | None = None
    files: list[Path] = field(default_factory=list)
    folder: Path | None = None
    told: list[str] = field(default_factory=list)
    warned: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    suggested: list[Path | None] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)

    def tell(self, text: str, *offers: Offer) -> None:
        self.told.append(text)
        self.offers += offers

    def warn(self, text: str, *offers: Offer) -> None:
        self.warned.append(text)
        self.offers += offers

    def ask(self, question: str, yes: str = "", no: str = "") -> bool:
        self.asked.append(question)
        return self.answer

    def ask_to_save(self, name: str) -> SaveAnswer:
        self.asked.append(name)
        return self.save_answer

    def choose_file(
        self, title: str, kinds: Sequence[FileKind], *, save: bool = False, suggested: Path | None = None
    ) -> Path | None:
        self.asked.append(title)
        self.suggested.append(suggested)
        return self.file

    def choose_files(self, title: str, kinds: Sequence[FileKind]) -> list[Path]:
        self.asked.append(title)
        return self.files

    def choose_folder(self, title: str) -> Path | None:
        self.asked.append(title)
        return self.folder
