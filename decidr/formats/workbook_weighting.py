"""How a node gets its weights in a view, and which of that stands in the Criteria sheet of the study workbook."""

from collections.abc import Iterable, Sequence

from decidr.core.study.criteria import Criterion, WeightedBy
from decidr.core.study.judgments import NodeSetting, WeightEntry


def weighted_by(nodes: Iterable[NodeSetting], node: str, view: str | None) -> WeightedBy:
    """The node's way in a view: its own, else that of all views (``view`` None), else judgments."""
    ways = {(setting.under, setting.view): setting.weighted_by for setting in nodes}
    return ways.get((node, view)) or ways.get((node, None)) or "judgments"


def nodes_in_order(nodes: Iterable[NodeSetting], criteria: Sequence[Criterion]) -> tuple[NodeSetting, ...]:
    """First what the column «Weighted by» of Criteria says, in its order, then the rest as it comes."""
    places = {criterion.id: place for place, criterion in enumerate(criteria)}

    def place(setting: NodeSetting) -> int:
        is_in_column = setting.view is None and setting.weighted_by not in (None, "judgments")
        return places.get(setting.under, len(places)) if is_in_column else len(places)

    return tuple(sorted(nodes, key=place))


def weights_in_order(
    weights: Iterable[WeightEntry], criteria: Sequence[Criterion], base: str
) -> tuple[WeightEntry, ...]:
    """First what the column «Weight» of Criteria says, in its order, then the rest as it comes."""
    places = {criterion.id: place for place, criterion in enumerate(criteria)}

    def place(entry: WeightEntry) -> int:
        is_in_column = entry.view == base and entry.participant is None and entry.weight is not None
        return places[entry.criterion] if is_in_column else len(places)

    return tuple(sorted(weights, key=place))
