"""The card of one criterion."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import Criterion, Curve
from decidr.core.study.data import Cell
from decidr.core.study.edits import proposed_ends, set_criterion, set_judgment
from decidr.core.study.study import Study
from decidr.gui.panels.criteria.page import CriteriaPanel
from decidr.gui.panels.widgets.check_box import CheckBox
from decidr.gui.panels.widgets.link_button import QPushButton
from tests.gui.panels.table_desk import Key, TableDesk
from tests.gui.structure_study import structure_study


class Desk(TableDesk[CriteriaPanel]):
    """The card of one criterion on its page."""

    def __init__(self, qtbot: QtBot, at: str = "Sales", study: Study | None = None) -> None:
        super().__init__(qtbot, CriteriaPanel, study)
        self.id = at
        self.panel.show_place(f"criteria:{at}")
        self.card = self.panel.card

    @property
    def criterion(self) -> Criterion:
        return next(c for c in self.document.study.criteria if c.id == self.id)

    def choose(self, field: str, value: str) -> None:
        box = self.find(QComboBox, field)
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())

    def tick(self, name: str) -> None:
        box = self.find(CheckBox, name)
        self.qtbot.keyClick(box, Key.Key_Space)


def test_it_tells_where_the_criterion_lies_and_what_it_weighs(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    assert desk.card.heading.text() == "Sales"
    assert desk.card.place.text().startswith("under Market · ")
    assert Desk(qtbot, "Jobs").card.place.text().startswith("main criterion · ")


def test_every_text_is_one_undoable_step(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.write("criterion_source", "World Bank")
    desk.write("criterion_unit", "cars", Key.Key_Tab)
    desk.write("criterion_must", ">= 10000")
    assert (desk.criterion.source, desk.criterion.unit, desk.criterion.must) == ("World Bank", "cars", ">= 10000")
    assert desk.steps == ["Source of Sales", "Unit of Sales", "Must have of Sales"]


def test_the_description_is_taken_when_the_field_is_left(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    field = desk.find(QPlainTextEdit, "criterion_description")
    desk.focus(field)
    qtbot.keyClicks(field, "New cars sold")
    assert desk.criterion.description == ""
    qtbot.keyClick(field, Key.Key_Tab)
    assert desk.criterion.description == "New cars sold"


def test_the_name_is_refused_below_its_field_where_it_is_taken(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.write("criterion_name", "Exports")
    assert desk.criterion.name == "Sales"
    assert "is taken" in desk.card.name.trouble
    desk.write("criterion_name", "EV sales")
    assert desk.card.name.trouble == ""
    assert desk.card.heading.text() == "EV sales"


def test_ends_are_figures_with_their_unit(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Rule")
    desk.write("criterion_worst", "12,5 %")
    assert desk.criterion.worst == 12.5
    desk.write("criterion_best", "1,000")
    assert desk.criterion.best == 100
    assert "may mean" in desk.card.best.trouble


def test_an_end_that_is_cleared_is_no_end(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Rule")
    desk.write("criterion_worst", "")
    assert desk.criterion.worst is None
    assert not desk.card.curve.isVisible()


def test_proposed_ends_are_confirmed_by_a_click_or_by_changing_them(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Rule", set_criterion(structure_study(), "Rule", ends_proposed=True))
    link = desk.find(QPushButton, "confirm_ends")
    assert link.isVisible()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert not desk.criterion.ends_proposed
    assert not link.isVisible()


def test_a_leaf_without_ends_takes_those_that_its_data_propose_by_a_click(qtbot: QtBot) -> None:
    bare = set_criterion(structure_study(), "Rule", worst=None, best=None, better="lower")
    values = [float(c.value) for c in bare.cells if c.criterion == "Rule" and isinstance(c.value, float | int)]
    desk = Desk(qtbot, "Rule", bare)
    link = desk.find(QPushButton, "use_proposed_ends")
    assert link.isVisible()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert (desk.criterion.worst, desk.criterion.best) == proposed_ends(values, "lower")
    assert not desk.criterion.ends_proposed
    assert not link.isVisible()
    desk.document.undo_stack.undo()
    assert desk.criterion.worst is None


def test_nothing_is_proposed_where_there_are_ends_or_no_data_or_a_log_curve_would_begin_at_zero(qtbot: QtBot) -> None:
    bare = set_criterion(structure_study(), "Rule", worst=None, best=None)
    for study in (structure_study(), replace(bare, cells=()), set_criterion(bare, "Rule", scored_by="direct")):
        assert not Desk(qtbot, "Rule", study).find(QPushButton, "use_proposed_ends").isVisible()
    zero = replace(bare, cells=(Cell(criterion="Rule", host="Canada", value=0.0),))
    desk = Desk(qtbot, "Rule", set_criterion(zero, "Rule", curve=Curve(form="log")))
    assert not desk.find(QPushButton, "use_proposed_ends").isVisible()


def test_a_curve_by_points_begins_as_the_straight_line_between_the_ends(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Rule")
    desk.choose("criterion_curve", "points")
    assert desk.criterion.curve == Curve(form="points", points=((0.0, 0.0), (100.0, 1.0)))
    desk.write("criterion_points", "0:0; 25:0,6; 100:1")
    assert desk.criterion.curve.points == ((0.0, 0.0), (25.0, 0.6), (100.0, 1.0))
    desk.write("criterion_points", "0:0; 25")
    assert "is not a point" in desk.card.points.trouble


def test_with_points_the_ends_follow_them_and_come_back_with_the_straight_curve(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Rule")
    desk.choose("criterion_curve", "points")
    desk.write("criterion_points", "10:0; 90:1")
    assert desk.card.worst.edit.text() == "10"
    assert not desk.card.worst.isEnabled()
    desk.choose("criterion_curve", "linear")
    assert (desk.criterion.worst, desk.criterion.best, desk.criterion.curve) == (10.0, 90.0, Curve())


def test_a_common_shape_is_written_as_points_between_the_ends(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Rule")
    desk.choose("criterion_curve", "step")
    assert desk.criterion.curve == Curve(form="points", points=((0.0, 0.0), (49.0, 0.0), (51.0, 1.0), (100.0, 1.0)))
    assert desk.card.form.box.currentData() == "points"
    desk.choose("criterion_curve", "target")
    assert [score for _x, score in desk.criterion.curve.points] == [0, 1, 1, 0]
    assert desk.steps == ["Curve of Rule", "Curve of Rule"]


def test_a_shape_without_ends_to_lie_between_is_refused_in_a_sentence(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Rule", set_criterion(structure_study(), "Rule", worst=None))
    desk.choose("criterion_curve", "s-shape")
    assert desk.card.form.trouble == "Give Worst and Best first; the shape lies between them."
    assert desk.criterion.curve == Curve()
    desk.choose("criterion_curve", "points")
    assert desk.criterion.curve.points == ((0.0, 0.0), (1.0, 1.0))


def test_a_log_curve_keeps_its_course_as_points(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Sales")
    before = desk.document.results.totals.copy()
    desk.choose("criterion_curve", "points")
    assert desk.document.results.totals == pytest.approx(before, abs=0.02)


def test_widening_the_ends_is_one_step_and_the_warning_goes(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Rule", set_criterion(structure_study(), "Rule", worst=50.0, best=75.0))
    assert (
        desk.card.curve.beyond.text()
        == "Canada (80.125) and Morocco (40) lie beyond the ends and score as the ends do."
    )
    assert not desk.card.problems.isVisible()
    qtbot.mouseClick(desk.find(QPushButton, "widen_ends"), Qt.MouseButton.LeftButton)
    assert (desk.criterion.worst, desk.criterion.best) == (40, 80.125)
    assert not desk.card.curve.beyond.isVisible()
    assert desk.steps == ["Curve of Rule"]


def test_an_end_changed_after_judging_is_a_finding_until_it_is_confirmed_or_judged_again(qtbot: QtBot) -> None:
    def found() -> list[object]:
        problems = desk.document.results.problems
        return [problem.values["count"] for problem in problems if problem.code == "judgments.outdated"]

    desk = Desk(qtbot, "Rule")
    desk.write("criterion_best", "90")
    assert found() == [2]
    assert desk.steps == ["Best of Rule"]
    link = desk.find(QPushButton, "confirm_judgments")
    assert link.text() == "2 judgments were made for other ends: they hold for these too"
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert (found(), link.isVisible()) == ([], False)
    desk.document.undo_stack.undo()
    assert found() == [2]
    pair = {"under": "Risk", "view": "neutral", "first": "Rule"}
    for left, second in ((1, "Support"), (0, "Culture")):
        desk.document.apply("x", set_judgment(desk.document.study, **pair, second=second, value=2.0))
        assert found() == ([left] if left else [])
    assert not link.isVisible()


def test_the_course_between_the_ends_outdates_no_judgment(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Rule")
    desk.choose("criterion_curve", "s-shape")
    assert not desk.find(QPushButton, "confirm_judgments").isVisible()


def test_scored_by_and_better_are_chosen(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Rule")
    desk.choose("criterion_better", "lower")
    desk.choose("criterion_scored_by", "direct")
    assert (desk.criterion.better, desk.criterion.scored_by) == ("lower", "direct")
    desk.choose("criterion_scored_by", "")
    assert desk.criterion.scored_by is None


def test_only_fields_that_mean_something_are_shown(qtbot: QtBot) -> None:
    def shown(at: str) -> set[str]:
        card = Desk(qtbot, at).card
        fields = ("worst", "best", "form", "points", "levels", "way", "unit", "must", "curve", "in_view", "cost")
        return {field for field in fields if getattr(card, field).isVisible()}

    assert shown("Market") == set()
    assert shown("Sales") == {"worst", "best", "form", "way", "unit", "must", "curve", "in_view", "cost"}
    assert shown("Support") == {"levels", "way", "unit", "must", "in_view", "cost"}


def test_the_views_boxes_are_those_of_the_documents_view(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Exports")
    desk.document.choose_view("government")
    assert desk.card.in_view.text() == "Counts in «government»"
    assert not desk.card.in_view.isChecked()
    desk.tick("criterion_in_view")
    desk.tick("criterion_turned")
    assert (desk.document.study.views[1].left_out, desk.document.study.views[1].turned) == ((), ("Rule", "Exports"))


def test_dormant_and_cost_are_ticked(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.tick("criterion_cost")
    desk.tick("criterion_counts")
    assert (desk.criterion.cost, desk.criterion.active) == (True, False)
    assert desk.steps == ["Is a cost of Sales", "Make Sales dormant"]


def test_problems_are_told_and_lead_to_their_place(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    places: list[str] = []
    desk.panel.go_to.connect(places.append)
    row = desk.card.problems.findChild(QPushButton.__mro__[1], "problem_0")
    assert row.text().startswith("Morocco: missing")
    row.click()
    assert places == ["data:Sales:Morocco"]


def test_hosts_stand_on_the_curve_but_for_gaps_and_closed_ones(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    assert [dot.name for dot in desk.card.curve.curve.dots] == ["Canada"]
    assert [dot.name for dot in Desk(qtbot, "Rule").card.curve.curve.dots] == ["Canada", "Spain", "Morocco"]
