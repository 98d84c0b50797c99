"""Weights that are given without pairs at one node, as one view sees them, and the hand that gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from msgspec.structs import replace

from decidr.core.analysis.given_weights import given_node
from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.nodes import Node, Way
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import WeightedBy
from decidr.core.study.edits import own_weights_for_view, set_weight, weigh_by
from decidr.core.study.judgments import WeightEntry
from decidr.core.study.participants import Participant
from decidr.gui.document import Document
from decidr.gui.models.weights.judging import said_by, short_name
from decidr.gui.models.weights.node_judgments import Voice, node_judgments
from decidr.language import _

GivenWay = Literal["direct", "swing", "ranks"]
WAYS: tuple[GivenWay, ...] = ("direct", "swing", "ranks")


@dataclass(frozen=True)
class GivenWeights:
    """The weights of one ``way`` that one person gave at a node: ``values`` as given, None where none is.

    ``participant`` None: the study's own. ``view`` is the one that they belong to; ``is_lent``: that is the base view,
    not the one looked with. ``shares`` (n,) follow from them, None while any is missing or all are 0.
    ``way_that_counts`` is how the node gets its weights now, ``present`` (n,) what they are, and ``people`` how many
    participants' weights count instead.
    """

    node: Node
    way: GivenWay
    view: str
    is_lent: bool
    values: tuple[float | None, ...]
    shares: Floats | None
    way_that_counts: WeightedBy
    present: Floats | None
    people: int
    participant: Participant | None = None

    @property
    def counts(self) -> bool:
        """Whether the node's weights rest on this way."""
        return self.way_that_counts == self.way

    @property
    def is_editable(self) -> bool:
        """Whether the user may change them here; participants' weights belong to them."""
        return self.participant is not None or not (self.counts and self.people)

    @property
    def is_empty(self) -> bool:
        """Whether none is given."""
        return all(value is None for value in self.values)

    @property
    def lacking(self) -> tuple[str, ...]:
        """Names of those without a value."""
        return tuple(name for name, value in zip(self.node.names, self.values, strict=True) if value is None)


def given_weights(results: Results, node: str, way: GivenWay, voice: Voice = None) -> GivenWeights:
    """The weights of ``way`` given to the children of ``node`` in the results' view, by a participant or (None) by all.

    A participant's answers belong where all others' are: to the view if anybody gave weights there, else to the base.
    """
    study, result = results.study, results.nodes[node]
    person = next((p for p in study.participants if p.id == voice), None)
    items = result.node.items
    there = [w for w in study.weights if w.way == way and w.criterion in items and w.weight is not None]
    is_own_view = any(w.view == results.view and (w.participant is None or person is not None) for w in there)
    view = results.view if is_own_view else study.settings.base_view
    whose = person.id if person else None
    entries = [replace(w, participant=None) for w in there if (w.view, w.participant) == (view, whose)]
    counting = node_judgments(results, node).way
    agreed = any(s.agreed for s in study.nodes if s.under == node and s.view in (None, results.view))
    return GivenWeights(
        node=result.node,
        way=way,
        view=view,
        is_lent=view != results.view,
        values=_values(entries, result.node),
        shares=given_node(result.node, entries, {}, Way(way, True), study.settings).weights,
        way_that_counts=counting,
        present=result.weights,
        people=0 if agreed or counting != way else len(result.own),
        participant=person,
    )


class Giving:
    """Writes weights that are given without pairs; each call is one undoable step."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def give(self, shown: GivenWeights, item: str, value: float | None) -> None:
        """Give one criterion its weight, points or rank; None takes it back."""
        place = shown.node.items.index(item)
        if shown.is_editable and shown.values[place] != value:
            said = "–" if value is None else f"{value:g}"
            label = _LABELS[shown.way]().format(name=short_name(shown.node.names[place]), value=said)
            whose = shown.participant.id if shown.participant else None
            study = set_weight(self._document.study, item, value, shown.way, shown.view, whose)
            self._document.apply(said_by(shown.participant, label), study)

    def start_from_present(self, shown: GivenWeights) -> None:
        """Give what says the same as the node's weights of now, as a beginning."""
        study = self._document.study
        for item, value in zip(shown.node.items, said_otherwise(shown), strict=True):
            study = set_weight(study, item, value, shown.way, shown.view)
        label = _("Start {node} from its present weights").format(node=short_name(shown.node.name))
        self._document.apply(label, study)

    def count(self, shown: GivenWeights) -> None:
        """Let these weights count at the node."""
        label = _("Count the given weights of {node}").format(node=short_name(shown.node.name))
        study = weigh_by(self._document.study, shown.node.id, shown.way, self._document.view)
        self._document.apply(label, study)

    def weigh_apart(self, shown: GivenWeights) -> None:
        """Give the document's view its own copy of the weights that the base view lends."""
        study, view = self._document.study, self._document.view
        label = _("Weigh {node} apart in {view}").format(
            node=short_name(shown.node.name), view=next(v.name for v in study.views if v.id == view)
        )
        self._document.apply(label, own_weights_for_view(study, shown.node.id, shown.way, view))


def said_otherwise(shown: GivenWeights) -> tuple[float | None, ...]:
    """The node's present weights in this way: per cent, points with 100 for the largest, or ranks."""
    shares = shown.present
    if shares is None:
        return (None,) * len(shown.values)
    if shown.way == "direct":
        return tuple(round(float(share) * 100, 1) for share in shares)
    if shown.way == "swing":
        return tuple(float(round(share / shares.max() * 100)) for share in shares)
    return tuple(float(1 + np.count_nonzero(shares > share + 1e-9)) for share in shares)


_LABELS = {
    "direct": lambda: _("Weight of {name} {value}"),
    "swing": lambda: _("Swing points of {name} {value}"),
    "ranks": lambda: _("Rank of {name} {value}"),
}


def _values(entries: Sequence[WeightEntry], node: Node) -> tuple[float | None, ...]:
    found = {entry.criterion: entry.weight for entry in entries}
    return tuple(found.get(item) for item in node.items)
