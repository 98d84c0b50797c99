"""The criteria as one view counts them: a box for «counts» and one for «turned» on every leaf."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from decidr.core.analysis.results import Results
from decidr.core.analysis.sources import way_of_scoring
from decidr.core.study.criteria import GOAL
from decidr.core.study.study import Study
from decidr.core.study.tree import Tree, counted_tree
from decidr.core.study.views import View
from decidr.gui.models.people.viewing import Viewing
from decidr.gui.models.shared.roles import Index, Role
from decidr.gui.models.shared.structuring import Structuring
from decidr.language import _

LEAF_ROLE = Role.UserRole + 1
"""The ``ViewLeaf``."""

NAME, COUNTS, TURNED = range(3)


class ViewLeaf(NamedTuple):
    """A criterion in the tree at a ``depth``; ``leaves`` (ids) are those below it, or itself.

    ``counted`` says how many of them the view counts; ``may_turn``: it is a leaf whose scores can be turned.
    """

    criterion: str
    name: str
    depth: int
    leaves: tuple[str, ...]
    counted: int
    turned: bool
    may_turn: bool

    @property
    def is_leaf(self) -> bool:
        """Whether nothing lies below it."""
        return self.leaves == (self.criterion,)


def view_leaves(study: Study, view: View) -> tuple[ViewLeaf, ...]:
    """Every criterion that is not dormant, in the tree's order."""
    tree = counted_tree(study.criteria, View(id="", name=""))
    return tuple(_leaf(study, view, tree, node) for node in tree.nodes if node != GOAL)


def _leaf(study: Study, view: View, tree: Tree, node: str) -> ViewLeaf:
    criterion = next(c for c in study.criteria if c.id == node)
    leaves = tree.leaves_under(node)
    depth, above = 0, node
    while (above := tree.parent[above]) != GOAL:
        depth += 1
    return ViewLeaf(
        criterion=node,
        name=criterion.name,
        depth=depth,
        leaves=leaves,
        counted=sum(leaf not in view.left_out for leaf in leaves),
        turned=node in view.turned,
        may_turn=leaves == (node,) and way_of_scoring(study, criterion) != "pairwise",
    )


class ViewLeaves(QAbstractTableModel):
    """One criterion a row, with the two boxes of the view that is looked with."""

    def __init__(self, structuring: Structuring, viewing: Viewing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._structuring, self._viewing = structuring, viewing
        self.lines: tuple[ViewLeaf, ...] = ()

    def show_results(self, results: Results) -> None:
        """Show the view of these results; the same criteria keep their rows."""
        view = next(v for v in results.study.views if v.id == results.view)
        lines = view_leaves(results.study, view)
        if lines == self.lines:
            return
        if lines and [line.criterion for line in lines] == [line.criterion for line in self.lines]:
            self.lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, TURNED))
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= TURNED:
            return None
        if role == Role.TextAlignmentRole and section != NAME:
            return Qt.AlignmentFlag.AlignCenter
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Role.ToolTipRole:
            return ("", _("Whether the view counts it"), _("Whether less is better here: the score is turned"))[section]
        return (_("Criterion"), _("Counts"), _("Turned"))[section] if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        has_box = self.data(index, Role.CheckStateRole) is not None
        return flags | Qt.ItemFlag.ItemIsUserCheckable if has_box else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LEAF_ROLE:
            return line
        if role == Role.CheckStateRole:
            return _state(line, index.column())
        if role == Role.AccessibleTextRole:
            return _in_words(line, index.column())
        return line.name if role in (Role.DisplayRole, Role.ToolTipRole) and index.column() == NAME else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole or not index.isValid():
            return False
        line, state = self.lines[index.row()], self.data(index, Role.CheckStateRole)
        if state is None:
            return False
        if index.column() == TURNED:
            self._structuring.turn_in_view(line.criterion, not line.turned)
        else:
            self._viewing.count_leaves(line.leaves, state != Qt.CheckState.Checked, line.name)
        return True


def _state(line: ViewLeaf, column: int) -> Qt.CheckState | None:
    if column == COUNTS:
        if 0 < line.counted < len(line.leaves):
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Checked if line.counted else Qt.CheckState.Unchecked
    if column == TURNED and line.may_turn:
        return Qt.CheckState.Checked if line.turned else Qt.CheckState.Unchecked
    return None


def _in_words(line: ViewLeaf, column: int) -> str:
    if column == COUNTS:
        if 0 < line.counted < len(line.leaves):
            text = _("{name}: {counted} of {all} leaves count")
            return text.format(name=line.name, counted=line.counted, all=len(line.leaves))
        said = _("{name} counts") if line.counted else _("{name} is left out")
    elif column == TURNED and line.may_turn:
        said = _("{name} is turned") if line.turned else _("{name} is not turned")
    else:
        said = "{name}"
    return said.format(name=line.name)
