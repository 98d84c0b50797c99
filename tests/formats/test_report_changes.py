"""A report that a client has changed says so when it comes back."""

import pytest
from msgspec.structs import replace

from decidr.core.study.criteria import GOAL
from decidr.core.study.participants import Participant
from decidr.core.study.problems import sentence
from decidr.formats.opening import open_study
from decidr.formats.report_changes import report_changes
from decidr.formats.spreadsheet import Sheet
from tests.building import data_study
from tests.formats.report import studies
from tests.formats.report.live import change, judgment, report_of, setting, value, written

HEADS = ["kind", "view", "under", "participant", "first", "second", "written", "now"]
PAIR = "Judgments: The best site, Cost, Risk"
STUDY = replace(
    data_study({"Cost": 0.75, "Risk": 0.25}, {"Cost": [0.2]}, ["Spain"]),
    goal="The best site",
    participants=(Participant(id="p1", name="Lee"),),
)


def problems(*rows, uncached=()):
    return report_changes(Sheet("decidr inputs", [HEADS, *map(list, rows)], frozenset(uncached)), STUDY)


@pytest.mark.parametrize(
    ("row", "place", "said"),
    [
        (("judgment", "base", GOAL, "", "Cost", "Risk", 3.0, 1 / 5), PAIR, "3 to 1/5"),
        (("judgment", "base", GOAL, "p1", "Cost", "Risk", 3.0, "1/5"), f"{PAIR}, Lee", "3 to 1/5"),
        (("judgment", "base", GOAL, "", "Cost", "Risk", "", 0.333333333333333), PAIR, "nothing to 1/3"),
        (("value", "", "Cost", "", "Spain", "", 0.2, ""), "Data: Cost, Spain", "0.2 to nothing"),
        (("low", "", "Cost", "", "Spain", "", 1.0, 2.5), "Data: Cost, Spain (Low)", "1 to 2.5"),
        (("weight", "", GOAL, "p1", "Cost", "direct", 3.0, 4.0), "Weights: Cost, Lee", "3 to 4"),
        (("participant weight", "", "", "p1", "", "", 1.0, 2.0), "Participants: Lee (Weight)", "1 to 2"),
        (("worst", "", "Cost", "", "", "", 0.0, -1.0), "Criteria: Cost (Worst)", "0 to -1"),
        (("setting", "", "", "", "synthesis", "", "absolute", "ideal"), "Study (Synthesis)", "absolute to ideal"),
    ],
)  # fmt: skip
def test_what_was_changed_is_told_by_names_with_both_values(row, place, said):
    (problem,) = problems(row)
    assert (problem.severity, str(problem.place)) == ("warning", place)
    assert sentence(problem).startswith(f"changed in the report from {said}; ")


@pytest.mark.parametrize(("was", "now"), [(1 / 3, 0.333333333333333), (2.0, 2), ("", ""), ("absolute", "absolute")])
def test_a_value_that_a_spreadsheet_has_only_stored_anew_is_the_same(was, now):
    assert problems(("value", "", "Cost", "", "Spain", "", was, now)) == ()


def test_a_report_that_was_saved_without_computing_cannot_say():
    changed = ("value", "", "Cost", "", "Spain", "", 0.2, "")
    (problem,) = problems(changed, changed, uncached=["H2", "H3"])
    assert (problem.severity, problem.code) == ("warning", "report.not_computed")


def test_a_report_as_it_was_written_has_nothing_to_tell(tmp_path):
    assert open_study(written(report_of(studies.everything()), tmp_path)).problems == ()


def test_a_report_that_a_client_has_changed_opens_with_its_study_and_says_what_differs(tmp_path, libreoffice):
    path = written(report_of(studies.everything()), tmp_path)
    change(path, {judgment("compared", "R", "S"): 1 / 4, value("log", "P"): 200000, setting("synthesis"): "ideal"})
    assert [p.code for p in open_study(path).problems] == ["report.not_computed"]
    opened = open_study(libreoffice.recalculate(path))
    assert opened.study == studies.everything()
    assert {(str(p.place), p.values["written"], p.values["now"]) for p in opened.problems} == {
        ("Judgments: compared, Host R, Host S", "1.5", "1/4"),
        ("Data: log, Host P", "190000", "200000"),
        ("Study (Synthesis)", "absolute", "ideal"),
    }
