"""The hand that shapes views: they are added, named, removed and made the base, each as one undoable step."""

from __future__ import annotations

from collections.abc import Sequence

from decidr.core.study import edits
from decidr.core.study.criteria import WeightedBy
from decidr.core.study.inheritance import Inherited, inherited_everywhere, own_nodes
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.models.shared.short_name import short_name
from decidr.gui.models.shared.structuring import check_name
from decidr.language import _
from decidr.number_text import listed


class Viewing:
    """Writes views; no step where nothing changes."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def add(self, name: str, like: str | None = None) -> str:
        """A new view, empty or a copy of another (an id), which is looked with at once; its id.

        NotTaken for an empty name and for one that another has.
        """
        name = name.strip()
        check_name(name, (v.name for v in self._study.views))
        said = _("Copy {view} as {name}") if like else _("Add the view {name}")
        label = said.format(name=short_name(name), view=self._name(like) if like else "")
        self._document.apply(label, edits.add_view(self._study, name, like))
        new = self._study.views[-1].id
        self._document.choose_view(new)
        return new

    def rename(self, view: str, name: str) -> None:
        """Give a view another name; NotTaken as for a new one."""
        name = name.strip()
        check_name(name, (v.name for v in self._study.views if v.id != view))
        if name != next(v.name for v in self._study.views if v.id == view):
            label = _("Name: {name}").format(name=short_name(name))
            self._document.apply(label, edits.set_view(self._study, view, name=name))

    def remove(self, view: str) -> None:
        """Remove a view that is not the base, with what was said in it alone."""
        label = _("Remove the view {name}").format(name=self._name(view))
        self._document.apply(label, edits.remove_view(self._study, view))

    def make_base(self, view: str) -> str:
        """Let a view be the base; what that means for the others, in sentences."""
        before = self._study
        if view == before.settings.base_view:
            return ""
        label = _("Make {name} the base view").format(name=self._name(view))
        self._document.apply(label, edits.set_base_view(before, view))
        return base_told(before, self._study)

    def judge_apart(self, node: str, way: WeightedBy) -> None:
        """Give the view that is looked with its own copy of what the base view says at a node."""
        study, view = self._study, self._document.view
        if way == "judgments":
            said, changed = _("Judge {node} apart in {view}"), edits.own_judgments_for_view(study, node, view)
        else:
            said, changed = _("Weigh {node} apart in {view}"), edits.own_weights_for_view(study, node, way, view)
        self._document.apply(self._said_of(said, node), changed)

    def use_base(self, node: str) -> None:
        """Let the base view's entries count at a node again, in the view that is looked with."""
        label = self._said_of(_("Use the base view's {node} in {view}"), node)
        self._document.apply(label, edits.use_base_view_at(self._study, node, self._document.view))

    def count_leaves(self, leaves: Sequence[str], counts: bool, name: str) -> None:
        """Whether the view that is looked with counts these leaves, all of them under ``name``."""
        view = self._document.view
        left_out = next(v for v in self._study.views if v.id == view).left_out
        study = self._study
        for leaf in leaves:
            if (leaf in left_out) == counts:
                study = edits.count_leaf(study, view, leaf, counts)
        said = _("Count {name} in {view}") if counts else _("Leave {name} out of {view}")
        self._document.apply(said.format(name=short_name(name), view=self._name(view)), study)

    @property
    def _study(self) -> Study:
        return self._document.study

    def _name(self, view: str) -> str:
        return short_name(next(v.name for v in self._study.views if v.id == view))

    def _said_of(self, said: str, node: str) -> str:
        return said.format(node=short_name(self._study.name_of(node)), view=self._name(self._document.view))


def base_told(before: Study, after: Study) -> str:
    """What another base view means, in sentences: whose entries stand in now, and where there are none any more."""
    names = {view.id: view.name for view in after.views}
    old, new = before.settings.base_view, after.settings.base_view
    lent = own_nodes(after, new)
    moved = inherited_everywhere(before)
    told = [_("The base view is «{view}» now; no judgment was moved.").format(view=names[new])]
    if others := [one for one in moved if one.node in lent]:
        text = _("No longer taken from «{old}» but from «{view}»: {nodes}.")
        told.append(text.format(old=names[old], view=names[new], nodes=_named(after, others)))
    if lacking := [one for one in moved if one.node not in lent]:
        told.append(_("Without judgments now: {nodes}.").format(nodes=_named(after, lacking)))
    return " ".join(told)


def _named(study: Study, inherited: Sequence[Inherited]) -> str:
    """Nodes, each with the views in which it inherited."""
    views = {view.id: view.name for view in study.views}
    by_node: dict[str, list[str]] = {}
    for one in inherited:
        by_node.setdefault(one.node, []).append(views[one.view])
    said = (f"{study.name_of(node)} ({', '.join(names)})" for node, names in by_node.items())
    return listed([*said])
