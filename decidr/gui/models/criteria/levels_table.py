"""The levels of a rating scale as a table, best to worst: name, score, and how often hosts are rated so."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from decidr.core.study.names import fresh_name
from decidr.gui.models.criteria.curve_text import NotUnderstood, typed_levels
from decidr.gui.models.shared.roles import Index, Role
from decidr.gui.models.shared.structuring import NotTaken, Structuring, check_name
from decidr.gui.models.shared.typed_figure import NotAFigure, exact_figure, typed_figure
from decidr.language import _, ngettext

Levels = tuple[tuple[str, float], ...]


class Column(IntEnum):
    """The columns, in their order."""

    NAME = 0
    SCORE = 1
    RATED = 2


class LevelsTable(QAbstractTableModel):
    """Each change is one undoable step; ``refused`` tells why an entry was not taken, or by an empty text that it was.

    A new score puts the level where it belongs. Moved, a level changes its place and with it its score.
    """

    refused = Signal(str)

    def __init__(self, structuring: Structuring, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._structuring = structuring
        self._criterion = ""
        self.levels: Levels = ()

    def show_criterion(self, criterion: str) -> None:
        """Show the scale of a criterion (an id)."""
        levels = self._structuring.levels(criterion)
        if criterion == self._criterion and len(levels) == len(self.levels):
            self.levels = levels
            if levels:
                self.dataChanged.emit(self.index(0, 0), self.index(len(levels) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self._criterion, self.levels = criterion, levels
        self.endResetModel()

    def add(self, after: int) -> int:
        """A level more below a row (-1: the last), halfway to the next; its row."""
        levels = list(self.levels)
        place = len(levels) if after < 0 else after + 1
        name = fresh_name(_("New level"), (name for name, _score in levels))
        levels.insert(place, (name, self._score_at(place)))
        self._take(tuple(levels))
        return place

    def remove(self, row: int) -> None:
        """Take a level out of the scale."""
        self._take(tuple(level for i, level in enumerate(self.levels) if i != row))

    def move(self, row: int, by: int) -> int:
        """Let a level change places with the one above (-1) or below (1); the scores stay in their places; its row."""
        other = row + by
        if not 0 <= other < len(self.levels):
            return row
        names = [name for name, _score in self.levels]
        names[row], names[other] = names[other], names[row]
        self._take(tuple((name, score) for name, (_name, score) in zip(names, self.levels, strict=True)))
        return other

    def paste(self, text: str) -> None:
        """Take a whole scale from a text: names with scores, or names alone from best to worst."""
        try:
            levels = typed_levels(text)
        except NotUnderstood as error:
            self.refused.emit(str(error))
            return
        if levels:
            self._take(_best_first(levels))

    def text(self) -> str:
        """The scale as it can be pasted into a spreadsheet."""
        return "\n".join(f"{name}\t{exact_figure(score)}" for name, score in self.levels)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.levels)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if index.column() == Column.RATED else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Role.TextAlignmentRole:
            return _alignment(section)
        return (_("Level"), _("Score"), _("Ratings"))[section] if role == Role.DisplayRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        name, score = self.levels[index.row()]
        match role:
            case Role.DisplayRole | Role.EditRole:
                rated = self._structuring.rated(self._criterion, name)
                return (name, exact_figure(score), str(rated) if rated else "")[index.column()]
            case Role.AccessibleTextRole:
                rated = self._structuring.rated(self._criterion, name)
                told = ngettext("{count} rating", "{count} ratings", rated).format(count=rated)
                return f"{name}: {exact_figure(score)}, {told}"
            case Role.TextAlignmentRole:
                return _alignment(index.column())
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if not index.isValid() or role != Role.EditRole or index.column() == Column.RATED:
            return False
        try:
            if index.column() == Column.NAME:
                self._rename(index.row(), str(value).strip())
            else:
                self._score(index.row(), str(value))
        except (NotTaken, NotAFigure) as error:
            self.refused.emit(str(error))
            return False
        self.refused.emit("")
        return True

    def _rename(self, row: int, name: str) -> None:
        old = self.levels[row][0]
        if name != old:
            check_name(name, (other for i, (other, _score) in enumerate(self.levels) if i != row))
            self._structuring.rename_level(self._criterion, old, name)

    def _score(self, row: int, text: str) -> None:
        score = typed_figure(text)
        if score is None or not 0 <= score <= 1:
            raise NotTaken(_("A level's score lies from 0 to 1; write 0.5."))
        levels = tuple((name, score if i == row else old) for i, (name, old) in enumerate(self.levels))
        self._take(_best_first(levels))

    def _score_at(self, place: int) -> float:
        """A score between the levels around a place; the first level of a scale is the best, the second the worst."""
        if len(self.levels) < 2:
            return 1.0 - len(self.levels)
        above = self.levels[place - 1][1] if place else 1.0
        below = self.levels[place][1] if place < len(self.levels) else 0.0
        return round((above + below) / 2, 3)

    def _take(self, levels: Levels) -> None:
        self.refused.emit("")
        self._structuring.set_levels(self._criterion, levels)


def _best_first(levels: Levels) -> Levels:
    return tuple(sorted(levels, key=lambda level: -level[1]))


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == Column.NAME else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
