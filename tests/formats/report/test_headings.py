"""Headings answer what each part of a report shows."""

from msgspec.structs import replace

from decidr.core.study.criteria import GOAL
from decidr.formats.report import headings
from decidr.formats.report.content import Content
from tests.building import judged
from tests.formats.report import studies
from tests.formats.report.live import content_of


def test_the_headings_of_the_ev_report_answer(ev_content: Content) -> None:
    assert headings.weights_heading(ev_content).startswith("Market access weighs most, 28.2\u202f%")
    assert headings.data_heading(ev_content) == "250 figures: 140 to replace and 6 missing"
    assert headings.sources_heading(ev_content) == "102 of 250 figures are measured or stand on a proxy"
    assert headings.contributions_heading(ev_content) == (
        "Spain is 4.2 points before Canada: Market access +3.1, Stability −2.8"
    )
    assert headings.sensitivity_heading(ev_content) == (
        "Spain stays first while Stability weighs less than 34.1\u202f% (now 17.2\u202f%)"
    )
    assert headings.settings_heading(ev_content) == "AHPy agrees on 7 of 7 matrices"


def test_placeholder_judgments_are_told_apart(ev_content: Content) -> None:
    assert headings.judgments_note(ev_content) == "144 of 144 judgments are placeholders — replace them by your own"


def test_contradicting_judgments_are_named() -> None:
    study = replace(studies.four([1] * 6), comparisons=(judged(GOAL, "ABCD", [9, "1/9", 9, 9, "1/9", 9]),))
    assert headings.judgments_heading(content_of(study)) == "1 of 1 matrices has a CR above 0.10"


def test_a_ratio_that_is_not_defined_is_not_praised() -> None:
    content = content_of(studies.four([2, None, 3, None, None, None]))
    assert "Some weights" in headings.weights_heading(content)
    content = content_of(studies.four([2, None, None, 3, None, 4]))
    assert headings.judgments_heading(content) == "No CR is above 0.10; it is not defined for 1 of 1"


def test_headings_without_a_ranking_say_that_there_is_none() -> None:
    content = content_of(replace(studies.four([1] * 6), comparisons=()))
    assert headings.contributions_heading(content).startswith("There is no ranking yet")
    assert headings.sensitivity_heading(content).startswith("There is no ranking yet")
    assert headings.judgments_heading(content) == "No pairwise judgments count in this report"


def test_where_ahpy_was_not_asked_no_agreement_is_claimed() -> None:
    assert headings.settings_heading(content_of(studies.compared())) == "How the figures were computed"


def test_a_study_without_figures_says_so() -> None:
    content = content_of(studies.compared())
    assert headings.data_heading(content) == "No figures: hosts are compared in pairs on every criterion"
    assert headings.sources_heading(content) == "No figures: scores rest on judgments alone"
