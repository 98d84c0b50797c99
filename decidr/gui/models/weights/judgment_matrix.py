"""The judgments at one node as a table: rows over columns, the mirrored half following, the diagonal closed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from decidr.formats.ratios import ratio_text
from decidr.gui.models.shared.roles import Index
from decidr.gui.models.weights.judging import Judging, short_ratio
from decidr.gui.models.weights.judgment_block import block_text, read_block, told
from decidr.gui.models.weights.node_judgments import NodeJudgments, Pair
from decidr.language import _

DIAGONAL = "·"

VALUE_ROLE = Qt.ItemDataRole.UserRole + 1
"""How many times the row is preferred to the column; None: not judged."""

PLACEHOLDER_ROLE = Qt.ItemDataRole.UserRole + 2
"""Whether the value stands in for a judgment."""

REASON_ROLE = Qt.ItemDataRole.UserRole + 3
"""Why it was judged so, in the user's words."""


class JudgmentMatrix(QAbstractTableModel):
    """Rows and columns are the items of ``shown``; ``refused`` tells in a sentence why an entry was not taken.

    An entry that is taken is told by an empty sentence.
    """

    refused = Signal(str)

    def __init__(self, judging: Judging, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._judging = judging
        self.shown: NodeJudgments | None = None

    def show_judgments(self, shown: NodeJudgments) -> None:
        """Show these; the same items keep their cells, so that selection and editor stay."""
        if self.shown and self.shown.node == shown.node and self.shown.is_editable == shown.is_editable:
            self.shown = shown
            last = len(shown.node.items) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, last))
            return
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def pair(self, index: Index) -> Pair:
        """The ids of a cell's row and column."""
        items = self.shown.node.items if self.shown else ()
        return items[index.row()], items[index.column()]

    def index_of(self, pair: Pair) -> QModelIndex:
        """The cell of (row, column) ids."""
        assert self.shown is not None
        return self.index(self.shown.index(pair[0]), self.shown.index(pair[1]))

    def clear(self, indices: Iterable[Index]) -> None:
        """Take the judgments of these cells back, as one step."""
        if self.shown and self.shown.is_editable:
            there = {self._upper(index) for index in indices if index.row() != index.column()}
            self._judging.clear(self.shown, [pair for pair in self.shown.pairs if pair in there])

    def paste(self, text: str, at: Index) -> None:
        """Take a tab separated block whose first cell lands on ``at``, whole or not at all."""
        if self.shown is None or not self.shown.is_editable:
            return
        block = read_block(text, self.shown, at.row(), at.column())
        trouble = told(block.troubles) if block.troubles else self._judging.beyond(block.values.values())
        self.refused.emit(trouble)
        if not trouble and block.values:
            self._judging.judge_all(self.shown, block.values)

    def block_text(self, indices: Iterable[Index], decimal_point: str) -> str:
        """The smallest block that holds these cells, as a spreadsheet takes it."""
        places = [(index.row(), index.column()) for index in indices]
        if self.shown is None or not places:
            return ""
        rows, columns = sorted({row for row, _column in places}), sorted({column for _row, column in places})
        return block_text(self.shown, rows, columns, decimal_point)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() or self.shown is None else len(self.shown.node.items)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return self.rowCount(parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.shown and self.shown.is_editable and index.row() != index.column():
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.shown is None or not 0 <= section < len(self.shown.node.names):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.shown.node.names[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.shown is None or not index.isValid():
            return None
        pair = self.pair(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(pair, role)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._in_words(pair)
            case Qt.ItemDataRole.ToolTipRole:
                return self._everything(pair)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
            case _:
                return self._own_role(pair, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if self.shown is None or role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        ratio, trouble = self._judging.read(str(value))
        self.refused.emit(trouble)
        if trouble:
            return False
        if ratio is None:
            self.clear([index])
        else:
            self._judging.judge(self.shown, *self.pair(index), ratio)
        return True

    def _upper(self, index: Index) -> Pair:
        """The pair of a cell, as the upper half has it."""
        first, second = self.pair(index)
        return (first, second) if index.row() < index.column() else (second, first)

    def _text(self, pair: Pair, role: int) -> str:
        value = self._value(pair)
        if pair[0] == pair[1]:
            return DIAGONAL if role == Qt.ItemDataRole.DisplayRole else ""
        if value is None:
            return ""
        return ratio_text(value) if role == Qt.ItemDataRole.EditRole else short_ratio(value)

    def _own_role(self, pair: Pair, role: int) -> Any:
        if self.shown is None or pair[0] == pair[1]:
            return None
        if role == VALUE_ROLE:
            return self._value(pair)
        if role == PLACEHOLDER_ROLE:
            return self.shown.is_placeholder(*pair)
        judgment = self.shown.judgment(*pair) if role == REASON_ROLE else None
        return judgment.note if judgment else None

    def _value(self, pair: Pair) -> float | None:
        return self.shown.value(*pair) if self.shown else None

    def _in_words(self, pair: Pair) -> str:
        """A cell as a screen reader tells it."""
        assert self.shown is not None
        if pair[0] == pair[1]:
            return _("{name}, closed").format(name=self.shown.name(pair[0]))
        value = self._value(pair)
        said = _("not judged") if value is None else short_ratio(value)
        words = _("{first} over {second}: {ratio}").format(
            first=self.shown.name(pair[0]), second=self.shown.name(pair[1]), ratio=said
        )
        return _("{words}, placeholder").format(words=words) if self.shown.is_placeholder(*pair) else words

    def _everything(self, pair: Pair) -> str:
        """A cell with its exact value, when it was judged, and why."""
        assert self.shown is not None
        if pair[0] == pair[1]:
            return ""
        value, judgment = self._value(pair), self.shown.judgment(*pair)
        exact = f"{value:.10g}" if value is not None else ""
        lines = [self._in_words(pair), exact if exact != self._text(pair, Qt.ItemDataRole.EditRole) else ""]
        if judgment:
            lines += [_("judged on {date}").format(date=judgment.when) if judgment.when else "", judgment.note]
        return "\n".join(line for line in lines if line)
