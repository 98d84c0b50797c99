"""What the window remembers from one day to the next; nothing here can move a number of a study."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QDate, QSettings

from decidr.gui.theme import Appearance
from decidr.paths import settings_folder

MOST_RECENT = 12
"""Studies that are remembered."""


class Recent(NamedTuple):
    """A study that was open: its file, its title, and the day it was last open, as ISO date."""

    path: Path
    title: str
    day: str


class WindowSettings:
    """The user's window: recent studies, its size, what is folded, light or dark. Kept in one small file."""

    def __init__(self, folder: Path | None = None) -> None:
        path = (folder or settings_folder()) / "window.ini"
        self._kept = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def appearance(self) -> Appearance:
        """Follow the system, or always light, or always dark."""
        kept = self._text("appearance")
        return "light" if kept == "light" else "dark" if kept == "dark" else "system"

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._kept.setValue("appearance", appearance)

    @property
    def is_ranking_folded(self) -> bool:
        """Whether the live ranking is folded away."""
        return self._text("ranking_folded") == "yes"

    @is_ranking_folded.setter
    def is_ranking_folded(self, folded: bool) -> None:
        self._kept.setValue("ranking_folded", "yes" if folded else "no")

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood; empty if it never did."""
        kept = self._kept.value("geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._kept.setValue("geometry", geometry)

    @property
    def recent(self) -> tuple[Recent, ...]:
        """Studies that were open, the last first; those whose file is gone are left out."""
        return tuple(recent for recent in self._recent() if recent.path.exists())

    def remember(self, path: Path, title: str) -> None:
        """Put a study first among the recent ones, by its whole path: tomorrow's window may stand in another folder."""
        path = path.absolute()
        today = QDate.currentDate().toString("yyyy-MM-dd")
        rest = [recent for recent in self._recent() if recent.path != path]
        self._keep_recent([Recent(path, title, today), *rest])

    def _recent(self) -> list[Recent]:
        try:
            rows = json.loads(self._text("recent") or "[]")
            return [Recent(Path(row["path"]), row["title"], row["day"]) for row in rows]
        except (ValueError, KeyError, TypeError):
            return []  # a damaged list of recent files is no reason to trouble anybody

    def _keep_recent(self, studies: list[Recent]) -> None:
        rows = [{"path": str(s.path), "title": s.title, "day": s.day} for s in studies[:MOST_RECENT]]
        self._kept.setValue("recent", json.dumps(rows))

    def _text(self, key: str) -> str:
        kept = self._kept.value(key)
        return kept if isinstance(kept, str) else ""
