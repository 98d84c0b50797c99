"""What «Find or do …» can find: actions, pages, views, criteria and hosts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from decidr.core.study.cases import cases_of
from decidr.gui.actions import Actions
from decidr.gui.document import Document
from decidr.gui.panels.frame.find_target import Target
from decidr.language import _


def targets(document: Document, actions: Actions, go_to: Callable[[str], object], *, has_study: bool) -> list[Target]:
    """Everything that can be done or shown now; actions first, then the study's own names."""
    found = list(_actions(actions))
    if has_study:
        found += [*_views(document), *_cases(document), *_criteria(document, go_to), *_hosts(document, go_to)]
    return found


def _actions(actions: Actions) -> Iterator[Target]:
    for row, action in actions.enabled():
        kind = _("page") if row.id.startswith("page_") else _("action")
        yield Target(row.text.rstrip("…"), kind, action.trigger)


def _views(document: Document) -> Iterator[Target]:
    for view in document.study.views:
        yield Target(view.name, _("view"), partial(document.choose_view, view.id))


def _cases(document: Document) -> Iterator[Target]:
    for case in cases_of(document.study):
        yield Target(case.name, _("scenario"), partial(document.choose_scenario, case.name))


def _criteria(document: Document, go_to: Callable[[str], object]) -> Iterator[Target]:
    for criterion in document.study.criteria:
        yield Target(criterion.name, _("criterion"), partial(go_to, f"criteria:{criterion.id}"))


def _hosts(document: Document, go_to: Callable[[str], object]) -> Iterator[Target]:
    for host in document.study.hosts:

        def show(wanted: str = host.id) -> None:
            document.select_host(wanted)
            go_to(f"hosts:{wanted}")

        yield Target(host.name, _("host"), show)
