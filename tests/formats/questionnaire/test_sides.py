import pytest
from msgspec.structs import replace

from decidr.core.study.criteria import Curve
from decidr.core.study.views import View
from decidr.formats.questionnaire.asked import asking
from decidr.formats.questionnaire.carried import Item
from decidr.formats.questionnaire.sides import Sides
from decidr.formats.questionnaire.wording import Wording
from tests.formats.questionnaire.filling import STUDY, with_criterion


def sides(study=STUDY, view=None):
    return Sides(asking(study, view), Wording("en"))


@pytest.mark.parametrize(
    ("item", "swing"),
    [
        ("c2", "from 15\u00a0% (worst) to 2\u00a0% (best)"),
        ("c4", "from 1 (worst) to 9 (best) on a scale of 1–9"),
        ("c5", "from war (worst) to calm (best)"),
        ("c3", "from the worst to the best of those compared"),
        ("c1", "from all at their worst to all at their best: Law · Peace"),
        ("h1", ""),
    ],
)
def test_below_a_name_stands_the_step_that_is_weighed(item, swing):
    assert sides().swing(item) == swing


def test_a_leaf_that_the_view_turns_goes_the_other_way():
    study = replace(STUDY, views=(View(id="base", name="base", turned=("c2", "c5")),))
    assert sides(study).swing("c2") == "from 2\u00a0% (worst) to 15\u00a0% (best)"
    assert sides(study).swing("c5") == "from calm (worst) to war (best)"


def test_the_ends_of_a_curve_by_points_are_its_own():
    curve = Curve(form="points", points=((0.0, 0.0), (3.0, 1.0), (5.0, 0.4)))
    study = with_criterion(STUDY, "c2", worst=None, best=None, curve=curve, unit="")
    assert sides(study).swing("c2") == "from 0 (worst) to 3 (best)"


def test_what_lies_below_leaves_out_what_does_not_count():
    study = with_criterion(STUDY, "c4", active=False)
    assert sides(study).swing("c1").endswith(": Peace")


def test_the_reader_gets_id_name_and_ends():
    assert sides().carried("c2") == Item("c2", "Incentives", 15.0, 2.0)
    assert sides().carried("c1") == Item("c1", "Stability")
    assert sides().carried("h2") == Item("h2", "México")
    assert sides().carried("goal") == Item("goal", "Best host")
