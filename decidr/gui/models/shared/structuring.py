"""The hand that shapes a study: criteria and hosts are added, named, moved and removed, each as one undoable step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from decidr.core.study import edits
from decidr.core.study.criteria import GOAL, Criterion, ScoredBy
from decidr.core.study.hosts import Host
from decidr.core.study.names import folded
from decidr.core.study.study import Study
from decidr.core.study.tree import children_of, depth_first
from decidr.core.value.curves import ends
from decidr.gui.document import Document
from decidr.gui.models.criteria.curve_shape import CurveShape
from decidr.gui.models.shared.short_name import short_name
from decidr.language import _


class NotTaken(ValueError):
    """What was entered cannot be; the argument says in a sentence why."""


class Structuring:
    """Writes criteria, hosts and what a view counts; no step where nothing changes.

    ``told`` hears of a criterion (an id) whose scale has changed after so many judgments had weighed its swing.
    """

    def __init__(self, document: Document, told: Callable[[str, int], object] = lambda criterion, count: None) -> None:
        self._document, self._tell_old_swing = document, told

    # criteria

    def criterion(self, criterion: str) -> Criterion:
        """A criterion by id."""
        return next(c for c in self._study.criteria if c.id == criterion)

    def add_below(self, under: str) -> str:
        """A new last child of a node; its id."""
        return self._add(under, None)

    def add_after(self, criterion: str | None) -> str:
        """A new sibling right after a criterion (None: a last main criterion); its id."""
        if criterion is None:
            return self._add(GOAL, None)
        under = self.criterion(criterion).under
        return self._add(under, self._next(criterion))

    def rename(self, criterion: str, name: str) -> None:
        """Give a criterion another name; NotTaken for an empty one and for one that another has."""
        name = name.strip()
        old = self.criterion(criterion)
        if name != old.name:
            others = (c.name for c in self._study.criteria if c.id != criterion)
            check_name(name, [*others, self._study.goal])
            self.change(criterion, _("Name: {name}").format(name=short_name(name)), name=name)

    def change(self, criterion: str, label: str, **fields: Any) -> None:
        """Change fields of a criterion; the label is for the menu."""
        old = self.criterion(criterion)
        if not any(getattr(old, field) != value for field, value in fields.items()):
            return
        study = edits.set_criterion(self._study, criterion, **fields)
        new = next(c for c in study.criteria if c.id == criterion)
        count = self._judgments_of(criterion) if ends(old) != ends(new) else 0
        self._document.apply(label, edits.outdate_judgments(study, criterion) if count else study)
        if count:
            self._tell_old_swing(criterion, count)

    def outdated(self, criterion: str) -> int:
        """How many judgments of a criterion were made for other ends than it has now."""
        return edits.outdated_judgments(self._study, criterion)

    def confirm_judgments(self, criterion: str) -> None:
        """Let the judgments that were made for other ends hold."""
        label = _("Judgments of {name} hold").format(name=self._name(criterion))
        self._document.apply(label, edits.confirm_judgments(self._study, criterion))

    def try_curve(self, shape: CurveShape) -> None:
        """See what would follow from another curve, without a step."""
        self._document.try_study(edits.set_criterion(self._study, shape.criterion.id, **shape.fields))

    def shape_curve(self, shape: CurveShape) -> None:
        """Give a criterion another curve."""
        label = _("Curve of {name}").format(name=self._name(shape.criterion.id))
        self.change(shape.criterion.id, label, **shape.fields)

    def stop_trying(self) -> None:
        """Back to the curve that the study has."""
        self._document.stop_trying()

    def set_levels(self, criterion: str, levels: tuple[tuple[str, float], ...]) -> None:
        """Give a criterion a rating scale."""
        if levels != self.levels(criterion):
            label = _("Levels of {name}").format(name=self._name(criterion))
            self._document.apply(label, edits.set_levels(self._study, criterion, levels))

    def rename_level(self, criterion: str, old: str, new: str) -> None:
        """Give a level another name, also where hosts are rated by it."""
        label = _("Level of {name}: {level}").format(name=self._name(criterion), level=short_name(new))
        self._document.apply(label, edits.rename_level(self._study, criterion, old, new))

    def kept_entries(self, criterion: str, way: ScoredBy) -> dict[ScoredBy, int]:
        """How many entries each of the other ways of scoring has for a leaf; ways without any are left out."""
        found = Counter(c.way for c in self._study.cells if c.criterion == criterion and c.value is not None)
        pairs = (p for b in self._study.comparisons if b.under == criterion for p in b.pairs)
        found["pairwise"] = sum(p.value is not None for p in pairs)
        return {other: count for other, count in found.items() if other != way and count}

    def levels(self, criterion: str) -> tuple[tuple[str, float], ...]:
        """Names and scores of a rating scale, in the study's order."""
        return tuple((level.name, level.score) for level in self._study.levels if level.criterion == criterion)

    def rated(self, criterion: str, level: str) -> int:
        """How many ratings say this level."""
        cells = (c for c in self._study.cells if (c.criterion, c.way) == (criterion, "rating"))
        return sum(isinstance(c.value, str) and folded(c.value) == folded(level) for c in cells)

    def remove(self, criterion: str) -> None:
        """Remove a criterion with all below it."""
        label = _("Remove {name}").format(name=self._name(criterion))
        self._document.apply(label, edits.remove_criterion(self._study, criterion))

    def switch(self, criterion: str) -> None:
        """Make a criterion dormant, or count it again."""
        was = self.criterion(criterion).active
        label = (_("Make {name} dormant") if was else _("Count {name} again")).format(name=self._name(criterion))
        self.change(criterion, label, active=not was)

    def may_move(self, criterion: str, under: str) -> bool:
        """Whether a criterion can lie under a node: not under itself."""
        return under not in depth_first(self._children, criterion)

    def move(self, criterion: str, under: str, before: str | None = None) -> None:
        """Put a criterion under a node, before one of its children or last."""
        here = self.criterion(criterion)
        stays = before == criterion or (here.under == under and self._next(criterion) == before)
        if self.may_move(criterion, under) and not stays:
            label = _("Move {name}").format(name=self._name(criterion))
            self._document.apply(label, edits.move_criterion(self._study, criterion, under, before))

    def move_up(self, criterion: str) -> None:
        """Before the sibling above."""
        siblings, place = self._siblings(criterion)
        if place > 0:
            self.move(criterion, self.criterion(criterion).under, siblings[place - 1])

    def move_down(self, criterion: str) -> None:
        """After the sibling below."""
        siblings, place = self._siblings(criterion)
        if place + 1 < len(siblings):
            after = siblings[place + 2] if place + 2 < len(siblings) else None
            self.move(criterion, self.criterion(criterion).under, after)

    def move_in(self, criterion: str) -> None:
        """Under the sibling above."""
        siblings, place = self._siblings(criterion)
        if place > 0:
            self.move(criterion, siblings[place - 1])

    def move_out(self, criterion: str) -> None:
        """Out of its parent, right after it."""
        parent = self.criterion(criterion).under
        if parent != GOAL:
            self.move(criterion, self.criterion(parent).under, self._next(parent))

    # what a view counts

    def count_in_view(self, leaf: str, counts: bool) -> None:
        """Whether the document's view counts a leaf."""
        said = _("Count {name} in {view}") if counts else _("Leave {name} out of {view}")
        self._document.apply(self._seen(said, leaf), edits.count_leaf(self._study, self._document.view, leaf, counts))

    def turn_in_view(self, leaf: str, turned: bool) -> None:
        """Whether the document's view turns a leaf."""
        said = _("Turn {name} in {view}") if turned else _("Turn {name} back in {view}")
        self._document.apply(self._seen(said, leaf), edits.turn_leaf(self._study, self._document.view, leaf, turned))

    # hosts

    def host(self, host: str) -> Host:
        """A host by id."""
        return next(h for h in self._study.hosts if h.id == host)

    def add_host(self, name: str, code: str = "") -> str:
        """A new last host; its id. NotTaken for an empty name and for one that another has."""
        name = name.strip()
        check_name(name, (h.name for h in self._study.hosts))
        self._document.apply(_("Add {name}").format(name=short_name(name)), edits.add_host(self._study, name, code))
        return self._study.hosts[-1].id

    def rename_host(self, host: str, name: str, code: str | None = None) -> None:
        """Give a host another name; ``code`` goes with it where the host has none. NotTaken as for a new one."""
        name, old = name.strip(), self.host(host)
        if name != old.name:
            check_name(name, (h.name for h in self._study.hosts if h.id != host))
            fields = {"name": name, "code": old.code or code or ""}
            self.change_host(host, _("Name: {name}").format(name=short_name(name)), **fields)

    def change_host(self, host: str, label: str, **fields: Any) -> None:
        """Change fields of a host; the label is for the menu."""
        old = self.host(host)
        if any(getattr(old, field) != value for field, value in fields.items()):
            self._document.apply(label, edits.set_host(self._study, host, **fields))

    def switch_host(self, host: str) -> None:
        """Make a host dormant, or count it again."""
        old = self.host(host)
        label = (_("Make {name} dormant") if old.active else _("Count {name} again")).format(name=short_name(old.name))
        self.change_host(host, label, active=not old.active)

    def may_group(self, host: str, group: str | None) -> bool:
        """Whether a host can belong to another: not to itself or to one of its members."""
        seen: set[str] = set()
        while group is not None and group not in seen:
            if group == host:
                return False
            seen.add(group)
            group = self.host(group).group
        return True

    def remove_host(self, host: str) -> None:
        """Remove a host and what was said of it."""
        label = _("Remove {name}").format(name=short_name(self.host(host).name))
        self._document.apply(label, edits.remove_host(self._study, host))

    def move_host(self, host: str, before: str | None) -> None:
        """Put a host before another, or last."""
        ids = [h.id for h in self._study.hosts]
        place = ids.index(host)
        if before not in (host, ids[place + 1] if place + 1 < len(ids) else None):
            label = _("Move {name}").format(name=short_name(self.host(host).name))
            self._document.apply(label, edits.move_host(self._study, host, before))

    @property
    def _study(self) -> Study:
        return self._document.study

    @property
    def _children(self) -> dict[str, tuple[str, ...]]:
        return children_of(self._study.criteria)

    def _name(self, criterion: str) -> str:
        return short_name(self.criterion(criterion).name)

    def _seen(self, said: str, leaf: str) -> str:
        view = next(v.name for v in self._study.views if v.id == self._document.view)
        return said.format(name=self._name(leaf), view=short_name(view))

    def _siblings(self, criterion: str) -> tuple[tuple[str, ...], int]:
        siblings = self._children[self.criterion(criterion).under]
        return siblings, siblings.index(criterion)

    def _next(self, criterion: str) -> str | None:
        siblings, place = self._siblings(criterion)
        return siblings[place + 1] if place + 1 < len(siblings) else None

    def _judgments_of(self, criterion: str) -> int:
        """How many judgments compare a criterion with its siblings."""
        under = self.criterion(criterion).under
        pairs = (pair for block in self._study.comparisons if block.under == under for pair in block.pairs)
        in_pairs = sum(criterion in (pair.first, pair.second) and pair.value is not None for pair in pairs)
        return in_pairs + sum(w.criterion == criterion and w.weight is not None for w in self._study.weights)

    def _add(self, under: str, before: str | None) -> str:
        study = edits.add_criterion(self._study, _("New criterion"), under)
        new = study.criteria[-1]
        self._document.apply(_("Add a criterion"), edits.move_criterion(study, new.id, under, before))
        return new.id


def check_name(name: str, taken: Iterable[str]) -> None:
    """NotTaken where a name is empty, or differs from one that is taken in case, accents and blanks alone."""
    if not name:
        raise NotTaken(_("A name is needed."))
    if folded(name) in {folded(other) for other in taken}:
        raise NotTaken(
            _("The name «{name}» is taken; names differ in more than case, accents and blanks.").format(name=name)
        )


def ends_proposed_by(study: Study, leaf: Criterion) -> tuple[float, float] | None:
    """Worst and Best that the data propose to a leaf without ends; None where it has them, or no data."""
    cells = (cell for cell in study.cells if cell.criterion == leaf.id and cell.way == "data")
    values = [cell.value for cell in cells if isinstance(cell.value, float | int)]
    if ends(leaf) is not None or leaf.curve.form == "points" or not values:
        return None
    found = edits.proposed_ends(values, leaf.better)
    return None if leaf.curve.form == "log" and min(found) <= 0 else found
