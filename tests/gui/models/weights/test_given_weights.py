"""Weights given without pairs."""

import pytest

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_weight
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.models.weights.given_weights import GivenWay, GivenWeights, Giving, given_weights, said_otherwise
from tests.gui.judging_study import INVESTOR, NEUTRAL, TOPS, judging_study

pytestmark = pytest.mark.usefixtures("qapp")


class Desk:
    """A document and the hand that gives weights in it."""

    def __init__(self, study: Study | None = None, view: str = NEUTRAL) -> None:
        self.document = Document(study or judging_study())
        self.document.choose_view(view)
        self.giving = Giving(self.document)

    def shown(self, way: GivenWay = "direct") -> GivenWeights:
        return given_weights(self.document.results, GOAL, way)

    def give(self, way: GivenWay, *values: float | None) -> None:
        for item, value in zip(TOPS, values, strict=True):
            self.giving.give(self.shown(way), item, value)

    @property
    def local(self) -> list[float]:
        return [self.document.results.local[top] for top in TOPS]


def test_shares_follow_once_every_sibling_has_a_number() -> None:
    desk = Desk()
    desk.give("direct", 30, 10, 10, None)
    assert (desk.shown().shares, desk.shown().lacking) == (None, ("Backlash",))
    desk.give("direct", 30, 10, 10, 50)
    assert desk.shown().shares == pytest.approx([0.3, 0.1, 0.1, 0.5])


def test_giving_weights_moves_nothing_before_they_count() -> None:
    desk = Desk()
    before = desk.local
    desk.give("direct", 30, 10, 10, 50)
    assert (desk.local, desk.shown().counts) == (before, False)
    desk.giving.count(desk.shown())
    assert desk.local == pytest.approx([0.3, 0.1, 0.1, 0.5])
    assert desk.shown().counts


def test_ranks_become_centroid_weights_and_swing_points_shares() -> None:
    desk = Desk()
    desk.give("ranks", 1, 2, 3, 4)
    assert desk.shown("ranks").shares == pytest.approx([25 / 48, 13 / 48, 7 / 48, 3 / 48])
    desk.give("swing", 100, 50, 25, 25)
    assert desk.shown("swing").shares == pytest.approx([0.5, 0.25, 0.125, 0.125])


def test_each_way_is_kept_as_what_it_is() -> None:
    desk = Desk()
    desk.give("direct", 30, 10, 10, 50)
    desk.give("ranks", 2, 3, 3, 1)
    assert desk.shown("direct").values == (30, 10, 10, 50)
    assert desk.shown("ranks").values == (2, 3, 3, 1)
    assert desk.shown("swing").is_empty


def test_steps_are_named_and_the_same_value_again_is_none() -> None:
    desk = Desk()
    desk.giving.give(desk.shown(), "IP", 12.5)
    desk.giving.give(desk.shown(), "IP", 12.5)
    desk.giving.give(desk.shown("ranks"), "IP", 2)
    desk.giving.give(desk.shown(), "IP", None)
    stack = desk.document.undo_stack
    assert [stack.text(i) for i in range(stack.count())] == ["Weight of IP 12.5", "Rank of IP 2", "Weight of IP –"]


def test_one_can_start_from_the_present_weights_in_every_way() -> None:
    desk = Desk()
    before = desk.local
    for way in ("direct", "swing", "ranks"):
        desk.giving.start_from_present(desk.shown(way))
    assert desk.document.undo_stack.count() == 3
    assert desk.shown("direct").shares == pytest.approx(before, abs=0.002)
    assert max(value or 0 for value in desk.shown("swing").values) == 100
    ranks = desk.shown("ranks").values
    assert ranks[max(range(4), key=before.__getitem__)] == 1


def test_equal_weights_share_a_rank() -> None:
    study = judging_study((1, 2, 2, 2, 2, 1))
    desk = Desk(study)
    assert said_otherwise(desk.shown("ranks")) == (1, 1, 3, 3)


def test_a_view_is_lent_the_base_views_weights_until_it_weighs_apart() -> None:
    desk = Desk()
    desk.give("direct", 30, 10, 10, 50)
    desk.document.choose_view(INVESTOR)
    assert (desk.shown().is_lent, desk.shown().view, desk.shown().values) == (True, NEUTRAL, (30, 10, 10, 50))
    desk.giving.weigh_apart(desk.shown())
    desk.giving.give(desk.shown(), "IP", 70)
    assert (desk.shown().is_lent, desk.shown().values) == (False, (30, 70, 10, 50))
    desk.document.choose_view(NEUTRAL)
    assert desk.shown().values == (30, 10, 10, 50)


def test_where_participants_weights_count_they_are_not_edited_here() -> None:
    study = judging_study()
    for who, value in (("Ann", 10.0), ("Bob", 20.0)):
        for top in TOPS:
            study = set_weight(study, top, value, "direct", NEUTRAL, who)
    desk = Desk(study)
    desk.giving.count(desk.shown())
    assert (desk.shown().people, desk.shown().is_editable) == (2, False)
    desk.giving.give(desk.shown(), "IP", 70)
    assert desk.document.undo_stack.count() == 1


def test_a_persons_weights_are_hers_and_join_the_groups() -> None:
    desk = Desk(set_weight(judging_study(), "Data", 1.0, "direct", NEUTRAL))
    for item, value in zip(TOPS, (10.0, 20.0, 30.0, 40.0), strict=True):
        desk.giving.give(given_weights(desk.document.results, GOAL, "direct", "Ann"), item, value)
    hers = given_weights(desk.document.results, GOAL, "direct", "Ann")
    assert hers.shares == pytest.approx([0.1, 0.2, 0.3, 0.4])
    assert desk.document.undo_stack.undoText() == "Ann: Weight of Backlash 40"
    assert desk.shown().values == (1.0, None, None, None), "the study's own stay as they are"
    desk.giving.count(desk.shown())
    assert desk.local == pytest.approx([0.1, 0.2, 0.3, 0.4])
    assert given_weights(desk.document.results, GOAL, "direct", "Ann").is_editable
    assert not desk.shown().is_editable
