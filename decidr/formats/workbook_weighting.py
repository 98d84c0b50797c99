"""How a node gets its weights in a view: what the columns «Weight» of the study workbook stand for."""

from collections.abc import Iterable

from decidr.core.study.criteria import WeightedBy
from decidr.core.study.judgments import NodeSetting


def weighted_by(nodes: Iterable[NodeSetting], node: str, view: str | None) -> WeightedBy:
    """The node's way in a view: its own, else that of all views (``view`` None), else judgments."""
    ways = {(setting.under, setting.view): setting.weighted_by for setting in nodes}
    return ways.get((node, view)) or ways.get((node, None)) or "judgments"
