"""The EV plant's results in its neutral view, solved once."""

from __future__ import annotations

import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.focus import Focus, focus
from decidr.core.analysis.results import Results
from decidr.formats.templates import load_template


@pytest.fixture(scope="session")
def views() -> dict[str, Results]:
    """The results of every view of the EV plant."""
    study = load_template("ev-plant")
    return {view.id: evaluate(study, view.id) for view in study.views}


@pytest.fixture(scope="session")
def results(views: dict[str, Results]) -> Results:
    """Those of the base view."""
    first = next(iter(views.values()))
    return views[first.study.settings.base_view]


@pytest.fixture(scope="session")
def in_focus(results: Results) -> Focus:
    """The hosts in colour."""
    return focus(results)


@pytest.fixture(scope="session")
def ids(results: Results) -> dict[str, str]:
    """Ids of criteria and hosts by name."""
    named = [*results.study.criteria, *results.study.hosts]
    return {thing.name: thing.id for thing in named}
