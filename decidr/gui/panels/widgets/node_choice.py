"""A choice among the nodes that have criteria under them."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.language import _

INDENT = "\u2003"


def fill_with_parents(choice: QComboBox, results: Results, chosen: str, above: tuple[str, str] | None = None) -> None:
    """List the nodes with criteria under them, set in by depth, and choose ``chosen``, or the first if it is gone.

    ``above`` is another choice that stands before them: its text and what it stands for.
    """
    nodes = [(_indented(results, node), node) for node in results.tree.parents]
    wanted = [above, *nodes] if above and nodes else nodes
    shown = [(choice.itemText(i), choice.itemData(i)) for i in range(choice.count())]
    if wanted != shown:
        choice.clear()
        for text, node in wanted:
            choice.addItem(text, node)
    choice.setCurrentIndex(max(choice.findData(chosen), 0))
    choice.setToolTip(choice.currentText().strip())


def _indented(results: Results, node: str) -> str:
    if node == GOAL:
        return _("Main criteria")
    depth, above = -1, node
    while above in results.tree.parent:
        depth, above = depth + 1, results.tree.parent[above]
    return INDENT * depth + results.study.name_of(node)
