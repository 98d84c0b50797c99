"""Edits: pure functions from a study to the study that the user wants."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from msgspec.structs import replace

from decidr.core.study.criteria import GOAL, Criterion, Level, ScoredBy, WeightedBy
from decidr.core.study.data import Cell
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import Comparisons, Judgment, JudgmentStatus, NodeSetting, WeightEntry
from decidr.core.study.names import fresh_id, fresh_name
from decidr.core.study.scenarios import Scenario
from decidr.core.study.study import Study
from decidr.core.study.tree import children_of, depth_first
from decidr.core.study.views import View

Named = TypeVar("Named", Criterion, Host, View)

CellKey = tuple[str, str, ScoredBy]
"""Criterion, host, and the way of scoring that a cell belongs to."""


def set_fields(study: Study, **fields: Any) -> Study:
    """Title, question, goal and their like."""
    return replace(study, **fields)


def set_setting(study: Study, **fields: Any) -> Study:
    """Any of ``Settings``."""
    return replace(study, settings=replace(study.settings, **fields))


# Criteria


def add_criterion(study: Study, name: str, under: str = GOAL) -> Study:
    """A new last child of ``under``; the name gets a number if it is taken."""
    criterion = Criterion(
        id=fresh_id("c", (c.id for c in study.criteria)),
        name=fresh_name(name, (c.name for c in study.criteria)),
        under=under,
    )
    return replace(study, criteria=(*study.criteria, criterion))


def set_criterion(study: Study, criterion: str, **fields: Any) -> Study:
    """Change a criterion's own fields."""
    return replace(study, criteria=_with_fields(study.criteria, criterion, fields))


def remove_criterion(study: Study, criterion: str) -> Study:
    """Remove a criterion with all below it, and what was said of them."""
    gone = set(depth_first(children_of(study.criteria), criterion))
    return replace(
        study,
        criteria=tuple(c for c in study.criteria if c.id not in gone),
        views=tuple(_without_leaves(view, gone) for view in study.views),
        roles=tuple(r for r in study.roles if r.under not in gone),
        nodes=tuple(n for n in study.nodes if n.under not in gone),
        weights=tuple(w for w in study.weights if w.criterion not in gone),
        levels=tuple(level for level in study.levels if level.criterion not in gone),
        cells=tuple(cell for cell in study.cells if cell.criterion not in gone),
        comparisons=_comparisons_without(study, gone),
        scenarios=_scenarios_without(study, gone),
    )


def move_criterion(study: Study, criterion: str, under: str, before: str | None = None) -> Study:
    """Put a criterion, with all below it, under another node; ``before`` names the sibling that it comes before.

    Raises ValueError if ``under`` lies below ``criterion``.
    """
    if under in set(depth_first(children_of(study.criteria), criterion)):
        raise ValueError("a criterion cannot lie under itself")
    moved = replace(next(c for c in study.criteria if c.id == criterion), under=under)
    rest = [c for c in study.criteria if c.id != criterion]
    place = next((i for i, c in enumerate(rest) if c.id == before), len(rest))
    return replace(study, criteria=(*rest[:place], moved, *rest[place:]))


def set_levels(study: Study, criterion: str, levels: Iterable[tuple[str, float]]) -> Study:
    """The named levels of a rating scale with their scores, in this order; none: the criterion has no scale."""
    old = {level.name: level for level in study.levels if level.criterion == criterion}
    new = (replace(old.get(name, Level(criterion=criterion, name=name, score=s)), score=s) for name, s in levels)
    return replace(study, levels=(*(v for v in study.levels if v.criterion != criterion), *new))


# Hosts


def add_host(study: Study, name: str, code: str = "") -> Study:
    """A new last host; the name gets a number if it is taken."""
    host = Host(
        id=fresh_id("h", (h.id for h in study.hosts)),
        name=fresh_name(name, (h.name for h in study.hosts)),
        code=code,
    )
    return replace(study, hosts=(*study.hosts, host))


def set_host(study: Study, host: str, **fields: Any) -> Study:
    """Change a host's own fields."""
    return replace(study, hosts=_with_fields(study.hosts, host, fields))


def remove_host(study: Study, host: str) -> Study:
    """Remove a host and what was said of it; its members stay, without a group."""
    return replace(
        study,
        hosts=tuple(replace(h, group=None) if h.group == host else h for h in study.hosts if h.id != host),
        cells=tuple(cell for cell in study.cells if cell.host != host),
        costs=tuple(item for item in study.costs if item.host != host),
        comparisons=_comparisons_without(study, {host}),
        scenarios=_scenarios_without(study, {host}),
    )


def move_host(study: Study, host: str, before: str | None = None) -> Study:
    """Put a host before another one, or last."""
    moved = next(h for h in study.hosts if h.id == host)
    rest = [h for h in study.hosts if h is not moved]
    place = next((i for i, h in enumerate(rest) if h.id == before), len(rest))
    return replace(study, hosts=(*rest[:place], moved, *rest[place:]))


# Views


def set_view(study: Study, view: str, **fields: Any) -> Study:
    """Change a view's own fields."""
    return replace(study, views=_with_fields(study.views, view, fields))


def count_leaf(study: Study, view: str, leaf: str, counts: bool) -> Study:
    """Whether a view counts a leaf or leaves it out."""
    old = next(v for v in study.views if v.id == view)
    return set_view(study, view, left_out=_with_member(old.left_out, leaf, not counts))


def turn_leaf(study: Study, view: str, leaf: str, turned: bool) -> Study:
    """Whether a view turns a leaf, so that what is best becomes worst."""
    old = next(v for v in study.views if v.id == view)
    return set_view(study, view, turned=_with_member(old.turned, leaf, turned))


# Judgments and weights


def set_judgment(  # noqa: PLR0913 - a judgment is all of these
    study: Study,
    *,
    under: str,
    view: str,
    first: str,
    second: str,
    value: float | None,
    participant: str | None = None,
    status: JudgmentStatus = "judged",
    note: str | None = None,
    when: str = "",
) -> Study:
    """Say how many times ``first`` is preferred to ``second``; None takes the judgment back.

    The pair keeps the order in which it was first judged. ``note`` None keeps the note.
    """
    block = comparisons_at(study, under, view, participant)
    pairs = list(block.pairs) if block else []
    place = next((i for i, p in enumerate(pairs) if {p.first, p.second} == {first, second}), len(pairs))
    old = pairs[place] if place < len(pairs) else Judgment(first=first, second=second)
    kept_note = old.note if note is None else note
    turned = value if old.first == first or value is None else 1 / value
    pairs[place : place + 1] = [replace(old, value=turned, status=status, note=kept_note, when=when)]
    return set_comparisons(study, Comparisons(under=under, view=view, participant=participant, pairs=tuple(pairs)))


def set_judgments(
    study: Study, *, under: str, view: str, values: Mapping[tuple[str, str], float | None], when: str = ""
) -> Study:
    """Several of the study's own judgments at one node at once: (first, second) to how many times."""
    for (first, second), value in values.items():
        study = set_judgment(study, under=under, view=view, first=first, second=second, value=value, when=when)
    return study


def set_reason(study: Study, *, under: str, view: str, first: str, second: str, note: str) -> Study:
    """Say why a pair was judged so; value, status and date stay."""
    block = comparisons_at(study, under, view) or Comparisons(under=under, view=view)
    pair = next((p for p in block.pairs if {p.first, p.second} == {first, second}), None)
    if pair is None:
        pairs = (*block.pairs, Judgment(first=first, second=second, note=note))
    else:
        pairs = tuple(replace(p, note=note) if p is pair else p for p in block.pairs)
    return set_comparisons(study, replace(block, pairs=pairs))


def comparisons_at(study: Study, under: str, view: str, participant: str | None = None) -> Comparisons | None:
    """One person's own judgments at a node in exactly this view."""
    key = (under, view, participant)
    return next((b for b in study.comparisons if (b.under, b.view, b.participant) == key), None)


def set_comparisons(study: Study, block: Comparisons) -> Study:
    """Replace one person's judgments at one node; a block without pairs is removed."""
    key = (block.under, block.view, block.participant)
    place = next(
        (i for i, b in enumerate(study.comparisons) if (b.under, b.view, b.participant) == key),
        len(study.comparisons),
    )
    new = (block,) if block.pairs else ()
    return replace(study, comparisons=(*study.comparisons[:place], *new, *study.comparisons[place + 1 :]))


def own_judgments_for_view(study: Study, under: str, view: str) -> Study:
    """Give ``view`` its own copy of the base view's judgments at a node, ready to be changed.

    A person's entries in the view that judge nothing give way to the copy.
    """
    copies = tuple(
        replace(b, view=view) for b in study.comparisons if b.under == under and b.view == study.settings.base_view
    )
    copied = {b.participant for b in copies}
    kept = tuple(b for b in study.comparisons if (b.under, b.view) != (under, view) or b.participant not in copied)
    return replace(study, comparisons=(*kept, *copies))


def own_weights_for_view(study: Study, under: str, way: WeightedBy, view: str) -> Study:
    """Give ``view`` its own copy of the base view's weights at a node, of one way, ready to be changed."""
    children = children_of(study.criteria).get(under, ())
    there = [w for w in study.weights if w.criterion in children and w.way == way]
    copies = tuple(replace(w, view=view) for w in there if w.view == study.settings.base_view)
    kept = tuple(w for w in study.weights if not (w.view == view and w in there))
    return replace(study, weights=(*kept, *copies))


def set_weighted_by(study: Study, under: str, way: WeightedBy, view: str | None = None) -> Study:
    """Choose how a node gets its weights (``view`` None: in every view that says nothing else)."""
    old = next((n for n in study.nodes if (n.under, n.view) == (under, view)), NodeSetting(under=under, view=view))
    rest = tuple(n for n in study.nodes if n is not old)
    return replace(study, nodes=(*rest, replace(old, weighted_by=way)))


def weigh_by(study: Study, under: str, way: WeightedBy, view: str) -> Study:
    """Choose how a node gets its weights, seen in ``view``.

    Chosen in the base view it holds in every view that says nothing else; views with judgments of their own at
    the node keep theirs.
    """
    if view != study.settings.base_view:
        return set_weighted_by(study, under, way, view)
    said = {n.view: n.weighted_by for n in study.nodes if n.under == under and n.weighted_by}
    judged_apart = dict.fromkeys(b.view for b in study.comparisons if b.under == under and b.view != view)
    if said.get(None, "judgments") == "judgments":
        for other in judged_apart:
            if other not in said:
                study = set_weighted_by(study, under, "judgments", other)
    if view in said:
        study = set_weighted_by(study, under, way, view)
    return set_weighted_by(study, under, way)


def set_weight(
    study: Study,
    criterion: str,
    weight: float | None,
    way: WeightedBy,
    view: str,
    participant: str | None = None,
) -> Study:
    """A direct weight, swing points or rank of a criterion; None takes it back."""
    key = (criterion, view, participant, way)
    place = next((i for i, w in enumerate(study.weights) if _weight_key(w) == key), len(study.weights))
    old = (
        study.weights[place]
        if place < len(study.weights)
        else WeightEntry(criterion=criterion, view=view, participant=participant, way=way)
    )
    new = replace(old, weight=weight, status="judged")
    return replace(study, weights=(*study.weights[:place], new, *study.weights[place + 1 :]))


# Data


def set_cell(study: Study, criterion: str, host: str, way: ScoredBy = "data", **fields: Any) -> Study:
    """Change what is known of a host on a leaf (the study's own entry); the rest of the cell stays."""
    place = next(
        (
            i
            for i, c in enumerate(study.cells)
            if (c.criterion, c.host, c.way, c.participant) == (criterion, host, way, None)
        ),
        len(study.cells),
    )
    old = study.cells[place] if place < len(study.cells) else Cell(criterion=criterion, host=host, way=way)
    return replace(study, cells=(*study.cells[:place], replace(old, **fields), *study.cells[place + 1 :]))


def give_values(study: Study, values: Mapping[CellKey, float | str | None], when: str = "") -> Study:
    """Values entered by hand (the study's own): judged, since what the old ones rested on no longer holds.

    Low and High stay while they embrace the new value, and a closed cell stays closed. None clears the cell: missing.
    A value that stands already changes nothing; if none changes, the study is the same.
    """
    left = dict(values)
    kept: list[Cell] = []
    for cell in study.cells:
        key = (cell.criterion, cell.host, cell.way)
        if cell.participant is not None or key not in left:
            kept.append(cell)
        elif (value := left.pop(key)) is not None:
            kept.append(cell if value == cell.value else _given_by_hand(cell, value, when))
    new = (
        Cell(criterion=criterion, host=host, way=way, value=value, when=when)
        for (criterion, host, way), value in left.items()
        if value is not None
    )
    cells = (*kept, *new)
    same = len(cells) == len(study.cells) and all(a is b for a, b in zip(cells, study.cells, strict=True))
    return study if same else replace(study, cells=cells)


# What the edits above share


def _with_fields(parts: tuple[Named, ...], wanted: str, fields: dict[str, Any]) -> tuple[Named, ...]:
    return tuple(replace(part, **fields) if part.id == wanted else part for part in parts)


def _with_member(ids: tuple[str, ...], wanted: str, is_member: bool) -> tuple[str, ...]:
    rest = tuple(i for i in ids if i != wanted)
    return (*rest, wanted) if is_member else rest


def _given_by_hand(cell: Cell, value: float | str, when: str) -> Cell:
    """The cell with another value, without what told where the old one came from."""
    blank = Cell(criterion=cell.criterion, host=cell.host, way=cell.way, closed=cell.closed, kept=cell.kept)
    new = replace(blank, value=value, when=when)
    if isinstance(value, str) or cell.low is None or cell.high is None or not cell.low <= value <= cell.high:
        return new
    return replace(new, low=cell.low, high=cell.high, distribution=cell.distribution)


def _without_leaves(view: View, gone: set[str]) -> View:
    return replace(
        view,
        left_out=tuple(leaf for leaf in view.left_out if leaf not in gone),
        turned=tuple(leaf for leaf in view.turned if leaf not in gone),
    )


def _comparisons_without(study: Study, gone: set[str]) -> tuple[Comparisons, ...]:
    blocks = (_pairs_without(block, gone) for block in study.comparisons if block.under not in gone)
    return tuple(block for block in blocks if block.pairs)


def _pairs_without(block: Comparisons, gone: set[str]) -> Comparisons:
    pairs = tuple(p for p in block.pairs if p.first not in gone and p.second not in gone)
    return block if len(pairs) == len(block.pairs) else replace(block, pairs=pairs)


def _scenarios_without(study: Study, gone: set[str]) -> tuple[Scenario, ...]:
    return tuple(
        replace(s, moves=tuple(m for m in s.moves if m.target not in gone and m.host not in gone))
        for s in study.scenarios
    )


def _weight_key(entry: WeightEntry) -> tuple[str, str | None, str | None, WeightedBy]:
    return (entry.criterion, entry.view, entry.participant, entry.way)
