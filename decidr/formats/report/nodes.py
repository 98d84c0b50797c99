"""The nodes that a report shows: solved once, though several views may count them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from decidr.core.analysis.matrices import MatrixResult
from decidr.core.analysis.nodes import NodeResult, Way
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import WeightedBy
from decidr.core.study.judgments import Comparisons, WeightEntry

Person = str | None
"""A participant's id, or None for the study's own entries."""


@dataclass(frozen=True)
class SolvedNode:
    """A node as the views in ``views`` count it: the same entries for the same items."""

    result: NodeResult
    views: tuple[str, ...]

    @property
    def id(self) -> str:
        """The goal's or the criterion's id."""
        return self.result.node.id

    @property
    def items(self) -> tuple[str, ...]:
        """Ids of what is weighed here."""
        return self.result.node.items

    @cached_property
    def blocks(self) -> tuple[Comparisons, ...]:
        """The judgments that it was solved from."""
        return tuple(part for part in self.result.basis if isinstance(part, Comparisons))

    @cached_property
    def entries(self) -> tuple[WeightEntry, ...]:
        """The weights, points or ranks that it was solved from."""
        return tuple(part for part in self.result.basis if isinstance(part, WeightEntry))

    @property
    def weighted_by(self) -> WeightedBy:
        """How it gets its weights; an only child has no basis and counts as judged."""
        return self._way.weighted_by

    @property
    def view_of_entries(self) -> str:
        """The view whose entries count; the first of the node's own views where nobody said anything."""
        views = [block.view for block in self.blocks] + [entry.view for entry in self.entries]
        return next((view for view in views if view), self.views[0])

    @cached_property
    def voices(self) -> tuple[MatrixResult, ...]:
        """The participants' matrices that are pooled; empty where the study's own judgments count."""
        return tuple(m for m in self.result.matrices if m.participant) if self._is_group else ()

    @property
    def counted(self) -> MatrixResult | None:
        """The group's or the study's own matrix."""
        return next((m for m in self.result.matrices if m.participant is None), None)

    def counts(self, person: Person) -> bool:
        """Whether this person's judgments are among those that count."""
        if self.voices:
            return any(voice.participant == person for voice in self.voices)
        return person is None

    @property
    def is_agreed(self) -> bool:
        """Whether the workshop's own entries count, whatever the participants say."""
        return self._way.agreed

    @property
    def _way(self) -> Way:
        return next((p for p in self.result.basis if isinstance(p, Way)), Way("judgments", False))

    @property
    def _is_group(self) -> bool:
        own = any(block.participant is None for block in self.blocks)
        own_counts = (self._way.agreed and own) or any(p.code == "group.unconnected" for p in self.result.problems)
        return not own_counts


def solved_nodes(by_view: Mapping[str, Results]) -> tuple[SolvedNode, ...]:
    """Every node with two items or more, each once, in the order of views and trees."""
    found: dict[tuple[object, ...], tuple[NodeResult, list[str]]] = {}
    for view, results in by_view.items():
        for result in results.nodes.values():
            if len(result.node.items) > 1:
                found.setdefault(_identity(result), (result, []))[1].append(view)
    return tuple(SolvedNode(result, tuple(views)) for result, views in found.values())


def _identity(result: NodeResult) -> tuple[object, ...]:
    parts = (p if isinstance(p, Way) else id(p) for p in result.basis if isinstance(p, Comparisons | WeightEntry | Way))
    return (result.node.id, result.node.items, *parts)
