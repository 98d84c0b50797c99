"""What the report's tests share: the EV-plant study, its report, and a report that has a bit of everything."""

import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.robustness.simulation import both_draws
from decidr.core.analysis.second_opinions import second_opinions
from decidr.core.study.study import Study
from decidr.formats.report.book.report import Report
from decidr.formats.report.content import Content, report_content
from decidr.formats.report.excel import build_report
from decidr.formats.templates import load_template
from tests.formats.report.live import report_of
from tests.formats.report.studies import everything


@pytest.fixture(scope="session")
def ev_plant() -> Study:
    """The template study."""
    return load_template("ev-plant")


@pytest.fixture(scope="session")
def ev_content(ev_plant: Study) -> Content:
    """What its report says, with AHPy's second opinion and few draws."""
    results = {view.id: evaluate(ev_plant, view.id) for view in ev_plant.views}
    base = results[ev_plant.settings.base_view]
    draws = both_draws(evaluate(replace(ev_plant, settings=replace(ev_plant.settings, samples=2_000))))
    return report_content(ev_plant, results, second_opinions(base), None, draws)


@pytest.fixture(scope="session")
def ev_report(ev_content: Content) -> Report:
    """Its report; tests only look at it."""
    return build_report(ev_content)


@pytest.fixture(scope="session")
def full_report() -> Report:
    """A report with every way of scoring and weighting; tests only look at it."""
    return report_of(everything())
