"""The criteria as a tree with their weights, scales and findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from math import isnan
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.gui.models.criteria.criterion_lines import (
    CriterionLine,
    better_words,
    criterion_lines,
    end_figures,
    state_words,
    way_words,
)
from decidr.gui.models.shared.roles import CHOICES_ROLE, LINE_ROLE, Index, Role
from decidr.gui.models.shared.structuring import NotTaken, Structuring
from decidr.gui.models.shared.typed_figure import NotAFigure, exact_figure, typed_figure
from decidr.language import _
from decidr.number_text import figure, per_cent

MIME = "application/x-decidr-criterion"


class Column(IntEnum):
    """The columns, in their order."""

    NAME = 0
    LOCAL = 1
    GLOBAL = 2
    SCORED_BY = 3
    UNIT = 4
    WORST = 5
    BEST = 6
    BETTER = 7
    STATE = 8


NUMBERS = (Column.LOCAL, Column.GLOBAL, Column.WORST, Column.BEST)


class CriteriaTree(QAbstractItemModel):
    """Below the invisible root the goal's children; ``refused`` tells in a sentence why an entry was not taken.

    An entry that is taken is told by an empty sentence. ``refreshed`` comes once after the rows of one tree have
    changed. Dragging asks ``Structuring`` to move.
    """

    refused = Signal(str)
    refreshed = Signal()

    def __init__(self, structuring: Structuring, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._structuring = structuring
        self.lines: dict[str, CriterionLine] = {}
        self._ids: tuple[str, ...] = ()
        self._numbers: dict[str, int] = {}
        self._tops: tuple[str, ...] = ()

    def show_results(self, results: Results) -> None:
        """Show these criteria; the same tree keeps its indices, so that selection, editor and folding stay."""
        lines = criterion_lines(results)
        same = _shape(lines) == _shape(self.lines)
        if same:
            self.lines = lines
            self._tell_changed(GOAL)
            self.refreshed.emit()
            return
        self.beginResetModel()
        self.lines, self._ids = lines, tuple(lines)
        self._numbers = {node: number for number, node in enumerate(self._ids)}
        self._tops = tuple(node for node, line in lines.items() if line.criterion.under == GOAL)
        self.endResetModel()

    def line(self, index: Index) -> CriterionLine | None:
        """The criterion at an index; None for the root."""
        return self.lines[self._ids[index.internalId()]] if index.isValid() else None

    def id_of(self, index: Index) -> str:
        """The id of the criterion at an index, the goal's for the root."""
        return self._ids[index.internalId()] if index.isValid() else GOAL

    def index_of(self, criterion: str, column: int = Column.NAME) -> QModelIndex:
        """Where a criterion (an id) stands; no index if it is not there."""
        if criterion not in self._numbers:
            return QModelIndex()
        row = self._children(self.lines[criterion].criterion.under).index(criterion)
        return self.createIndex(row, column, self._numbers[criterion])

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - as Qt has it
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._numbers[self._children(self.id_of(parent))[row]])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        line = self.line(index)
        return self.index_of(line.criterion.under) if line else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.column() > 0 else len(self._children(self.id_of(parent)))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index)
        if line is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if _is_editable(line, index.column()) else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Role.DisplayRole:
            return headings()[section]
        if role == Role.ToolTipRole:
            return _heading_tips().get(Column(section))
        return _alignment(section) if role == Role.TextAlignmentRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == Role.TextAlignmentRole:
            return _alignment(index.column())
        return self._of_column(line, Column(index.column()), role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        line = self.line(index)
        if line is None or role != Role.EditRole or not _is_editable(line, index.column()):
            return False
        try:
            self._take(line, Column(index.column()), value)
        except (NotTaken, NotAFigure) as error:
            self.refused.emit(str(error))
            return False
        self.refused.emit("")
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, QByteArray(self.id_of(indexes[0]).encode()))
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        dragged = _dragged(data)
        return dragged in self.lines and self._structuring.may_move(dragged, self.id_of(parent))

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        under = self.id_of(parent)
        children = self._children(under)
        self._structuring.move(_dragged(data), under, children[row] if 0 <= row < len(children) else None)
        return True

    def _children(self, node: str) -> tuple[str, ...]:
        return self._tops if node == GOAL else self.lines[node].children

    def _tell_changed(self, node: str) -> None:
        """Every row below a node, level by level."""
        children = self._children(node)
        if not children:
            return
        parent = self.index_of(node)
        self.dataChanged.emit(self.index(0, 0, parent), self.index(len(children) - 1, len(Column) - 1, parent))
        for child in children:
            self._tell_changed(child)

    def _of_column(self, line: CriterionLine, column: Column, role: int) -> Any:
        match role:
            case Role.DisplayRole:
                return _text(line, column)
            case Role.EditRole:
                return _typed(line, column)
            case Role.ToolTipRole:
                return _tip(line, column)
            case Role.AccessibleTextRole:
                return f"{headings()[column]}: {_text(line, column)}" if _text(line, column) else headings()[column]
            case _:
                return _choices(column) if role == CHOICES_ROLE else None

    def _take(self, line: CriterionLine, column: Column, value: Any) -> None:
        criterion, name = line.criterion, line.criterion.name
        label = _("{field} of {name}").format(field=headings()[column], name=name)
        match column:
            case Column.NAME:
                self._structuring.rename(criterion.id, str(value))
            case Column.UNIT:
                self._structuring.change(criterion.id, label, unit=str(value).strip())
            case Column.WORST | Column.BEST:
                field = "worst" if column == Column.WORST else "best"
                ends = {field: typed_figure(str(value), criterion.unit), "ends_proposed": False}
                self._structuring.change(criterion.id, label, **ends)
            case Column.SCORED_BY:
                self._structuring.change(criterion.id, label, scored_by=value or None)
            case _:
                self._structuring.change(criterion.id, label, better=value or None)


def headings() -> tuple[str, ...]:
    """The names of the columns."""
    return (
        _("Criterion"),
        _("Local"),
        _("Global"),
        _("Scored by"),
        _("Unit"),
        _("Worst"),
        _("Best"),
        _("Better"),
        _("State"),
    )


def _heading_tips() -> dict[Column, str]:
    return {
        Column.LOCAL: _("Weight among its siblings"),
        Column.GLOBAL: _("Weight of the whole"),
        Column.WORST: _("The value that scores 0"),
        Column.BEST: _("The value that scores 1"),
    }


def _shape(lines: dict[str, CriterionLine]) -> list[tuple[str, str]]:
    return [(node, line.criterion.under) for node, line in lines.items()]


def _dragged(data: QMimeData) -> str:
    return bytes(data.data(MIME).data()).decode()


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _is_editable(line: CriterionLine, column: int) -> bool:
    if column == Column.NAME:
        return True
    if not line.is_leaf or column in (Column.LOCAL, Column.GLOBAL, Column.STATE):
        return False
    has_ends = line.way == "data" and line.criterion.curve.form != "points"
    return has_ends or column in (Column.SCORED_BY, Column.UNIT)


def _text(line: CriterionLine, column: Column) -> str:
    criterion = line.criterion
    worst, best = end_figures(line)
    texts: dict[Column, Callable[[], str]] = {
        Column.NAME: lambda: criterion.name,
        Column.LOCAL: lambda: _share(line.local),
        Column.GLOBAL: lambda: _share(line.global_),
        Column.SCORED_BY: lambda: way_words()[line.way] if line.way else "",
        Column.UNIT: lambda: criterion.unit if line.is_leaf else "",
        Column.WORST: lambda: "" if worst is None else figure(worst),
        Column.BEST: lambda: "" if best is None else figure(best),
        Column.BETTER: lambda: better_words()[criterion.better] if criterion.better and line.is_leaf else "",
        Column.STATE: lambda: state_words(line),
    }
    return texts[column]()


def _share(share: float) -> str:
    return "" if isnan(share) else per_cent(share)


def _typed(line: CriterionLine, column: Column) -> str:
    criterion = line.criterion
    worst, best = end_figures(line)
    match column:
        case Column.WORST | Column.BEST:
            end = worst if column == Column.WORST else best
            return "" if end is None else exact_figure(end)
        case Column.SCORED_BY:
            return criterion.scored_by or ""
        case Column.BETTER:
            return criterion.better or ""
        case _:
            return _text(line, column)


def _tip(line: CriterionLine, column: Column) -> str:
    match column:
        case Column.NAME:
            return "\n".join(part for part in (line.criterion.name, line.criterion.description) if part)
        case Column.LOCAL | Column.GLOBAL:
            share = line.local if column == Column.LOCAL else line.global_
            return "" if isnan(share) else f"{share * 100:.10g} %"
        case _:
            return _typed(line, column) if column in NUMBERS else _text(line, column)


def _choices(column: Column) -> list[tuple[str, str]] | None:
    if column == Column.SCORED_BY:
        return [("", _("as the study holds")), *way_words().items()]
    if column == Column.BETTER:
        return [("", _("as the ends say")), *better_words().items()]
    return None
