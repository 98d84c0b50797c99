"""One side of a question."""

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import Criterion
from decidr.core.study.edits import set_criterion, set_host
from decidr.core.study.study import Study
from decidr.gui.panels.weights.ends_card import EndsCard, end_texts
from tests.gui.judging_study import judging_study


def card(qtbot: QtBot, item: str, study: Study | None = None) -> EndsCard:
    made = EndsCard("left_side")
    qtbot.addWidget(made)
    made.show_item(evaluate(study or judging_study()), item)
    return made


def test_a_leaf_has_its_ends_with_their_unit(qtbot: QtBot) -> None:
    made = card(qtbot, "Law")
    assert (made.name.text(), made.worst.text(), made.best.text()) == ("Law", "0 cases", "5\u202f000 cases")
    assert made.caption.isHidden()


def test_a_criterion_has_its_leaves_and_its_description(qtbot: QtBot) -> None:
    study = set_criterion(judging_study(), "Backlash", description="What voters may do.")
    made = card(qtbot, "Backlash", study)
    assert made.caption.text() == "2 leaves: Law, Prices"
    assert made.description.text() == "What voters may do."
    assert made.worst.parentWidget().isHidden()


def test_a_host_has_its_notes(qtbot: QtBot) -> None:
    made = card(qtbot, "Spain", set_host(judging_study(), "Spain", notes="near the port"))
    assert (made.name.text(), made.description.text()) == ("Spain", "near the port")


@pytest.mark.parametrize(
    ("unit", "worst", "best"),
    [
        ("1-9", "1 on a scale of 1–9", "9 on a scale of 1–9"),
        ("%", "1 %", "9 %"),
        ("", "1", "9"),
    ],
)
def test_a_unit_that_is_a_range_is_a_scale(unit: str, worst: str, best: str) -> None:
    leaf = Criterion(id="a", name="A", unit=unit, worst=1.0, best=9.0)
    assert end_texts(leaf) == (worst, best)
    assert end_texts(replace(leaf, best=None)) == ("", "")
