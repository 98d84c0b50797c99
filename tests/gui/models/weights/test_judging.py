"""Gestures at a node as undoable edits."""

from datetime import date

import pytest

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import comparisons_at, set_judgment, set_setting, weigh_by
from decidr.core.study.history import judgment_history
from decidr.core.study.judgments import Judgment
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.models.weights.judging import Judging, short_name, short_ratio
from decidr.gui.models.weights.node_judgments import NodeJudgments, node_judgments
from tests.building import judged
from tests.gui.judging_study import INVESTOR, NEUTRAL, TOPS, judging_study

DAY = date(2026, 1, 5)
pytestmark = pytest.mark.usefixtures("qapp")


class Desk:
    """A document with the hand that judges in it."""

    def __init__(self, study: Study, view: str = NEUTRAL) -> None:
        self.document = Document(study)
        self.document.choose_view(view)
        self.judging = Judging(self.document, lambda: DAY)

    @property
    def shown(self) -> NodeJudgments:
        return node_judgments(self.document.results, GOAL)

    @property
    def steps(self) -> list[str]:
        stack = self.document.undo_stack
        return [stack.text(i) for i in range(stack.count())]

    def pair(self, view: str = NEUTRAL) -> Judgment:
        block = comparisons_at(self.document.study, GOAL, view)
        assert block is not None
        return block.pairs[0]


def test_a_judgment_carries_the_day_and_is_named_in_the_users_words() -> None:
    desk = Desk(judging_study())
    desk.judging.judge(desk.shown, "IP", "Data", 1 / 4)
    assert desk.pair() == Judgment(first="Data", second="IP", value=4.0, when="2026-01-05")
    assert desk.steps == ["IP over Data 1/4"]


def test_a_placeholder_that_is_judged_becomes_a_judgment_even_with_the_same_value() -> None:
    placeholder = set_judgment(
        judging_study(), under=GOAL, view=NEUTRAL, first="Data", second="IP", value=3.0, status="placeholder"
    )
    desk = Desk(placeholder)
    desk.judging.judge(desk.shown, "Data", "IP", 3.0)
    assert desk.pair().status == "judged"


def test_the_same_judgment_again_is_no_step() -> None:
    desk = Desk(judging_study())
    desk.judging.judge(desk.shown, "IP", "Data", 1 / 3)
    assert desk.steps == []


def test_several_judgments_are_one_step() -> None:
    desk = Desk(judging_study())
    desk.judging.judge_all(desk.shown, {("Data", "IP"): 5.0, ("IP", "Backlash"): 2.0})
    assert desk.steps == ["2 judgments"]
    desk.document.undo_stack.undo()
    assert desk.shown.value("Data", "IP") == 3


def test_clearing_names_the_pair_or_counts_them_and_skips_what_is_empty() -> None:
    desk = Desk(judging_study((3, None, 1, 1, 1, 1)))
    desk.judging.clear(desk.shown, [("Data", "IP"), ("Data", "Influence")])
    desk.judging.clear(desk.shown, [("Data", "Backlash"), ("IP", "Backlash")])
    desk.judging.clear(desk.shown, [("Data", "IP")])
    assert desk.steps == ["Clear Data over IP", "Clear 2 judgments"]
    assert desk.shown.judged == 2


def test_a_reason_is_kept_beside_the_judgment() -> None:
    desk = Desk(judging_study())
    desk.judging.say_why(desk.shown, "Data", "IP", "Courts are slow")
    desk.judging.say_why(desk.shown, "Data", "IP", "Courts are slow")
    assert (desk.pair().note, desk.pair().value, desk.steps) == ("Courts are slow", 3, ["Reason for Data over IP"])


def test_an_edit_of_lent_judgments_changes_the_base_view() -> None:
    desk = Desk(judging_study(), INVESTOR)
    desk.judging.judge(desk.shown, "Data", "IP", 7.0)
    assert desk.pair(NEUTRAL).value == 7
    assert comparisons_at(desk.document.study, GOAL, INVESTOR) is None


def test_judging_apart_gives_the_view_its_own_copy() -> None:
    desk = Desk(judging_study(), INVESTOR)
    desk.judging.judge_apart(desk.shown)
    desk.judging.judge(desk.shown, "Data", "IP", 7.0)
    assert (desk.pair(NEUTRAL).value, desk.pair(INVESTOR).value) == (3, 7)
    assert desk.steps[0] == "Judge Goal apart in investor"


def test_the_groups_answers_cannot_be_edited_here() -> None:
    desk = Desk(judging_study((1, 1, 1, 1, 1, 1), judged(GOAL, TOPS, [2] * 6, who="Ann", view=NEUTRAL)))
    desk.judging.judge(desk.shown, "Data", "IP", 7.0)
    desk.judging.say_why(desk.shown, "Data", "IP", "no")
    assert desk.steps == []


def test_the_judgments_count_again_when_wanted() -> None:
    desk = Desk(weigh_by(judging_study(), GOAL, "direct", NEUTRAL))
    desk.judging.count_judgments(desk.shown)
    assert desk.shown.counts
    assert desk.steps == ["Count the judgments of Goal"]


@pytest.mark.parametrize(("text", "ratio"), [("3", 3), ("1/3", 1 / 3), ("0,333", 1 / 3), (" 2.5 ", 2.5), ("", None)])
def test_ratios_are_read_as_people_write_them(text: str, ratio: float | None) -> None:
    assert Desk(judging_study()).judging.read(text) == (ratio, "")


@pytest.mark.parametrize("text", ["abc", "0", "-2", "1/0", "1-Mar"])
def test_what_is_no_ratio_is_told_with_how_to_write_one(text: str) -> None:
    ratio, trouble = Desk(judging_study()).judging.read(text)
    assert ratio is None
    assert trouble == f"«{text}» is not a ratio; write 3, 1/3 or 0.333."


def test_a_scale_that_breaks_above_nine_refuses_wider_ratios() -> None:
    desk = Desk(set_setting(judging_study(), scale="balanced"))
    assert desk.judging.read("9")[1] == ""
    assert "beyond 9" in desk.judging.read("1/12")[1]
    assert Desk(judging_study()).judging.read("12") == (12, "")


def test_a_ratio_that_would_overflow_is_refused() -> None:
    judging = Desk(judging_study()).judging
    assert judging.read("1000000") == (1e6, "")
    assert judging.read("1" + "0" * 100)[1] == ("This is too wide: ratios go up to 1\u202f000\u202f000.")
    assert judging.read("0." + "0" * 100 + "1")[1] == ("This is too wide: ratios go up to 1\u202f000\u202f000.")


@pytest.mark.parametrize(
    ("value", "text"), [(3, "3"), (1 / 3, "1/3"), (2.5, "2.5"), (0.15811388300841897, "1/6.32"), (12**0.5, "3.46")]
)
def test_a_ratio_is_shown_short(value: float, text: str) -> None:
    assert short_ratio(value) == text


def test_a_long_name_is_cut_for_the_menu() -> None:
    assert short_name("IP") == "IP"
    assert short_name("a" * 60) == "a" * 39 + "…"


def test_whatever_way_a_pair_is_judged_the_history_has_its_day_and_reason_and_undo_and_redo_keep_them() -> None:
    desk = Desk(judging_study())
    desk.judging.judge(desk.shown, "Data", "IP", 5.0)  # typed, asked, or taken as a remedy
    desk.judging.say_why(desk.shown, "Data", "IP", "the board")
    desk.judging.judge_all(desk.shown, {("Data", TOPS[2]): 6.0, ("IP", TOPS[2]): 4.0})  # pasted
    desk.judging.clear(desk.shown, [("IP", TOPS[2])])
    told = {
        (e.first, e.second): (e.value, e.note) for e in judgment_history(desk.document.study) if e.when == "2026-01-05"
    }
    assert told == {("Data", "IP"): (5.0, "the board"), ("Data", TOPS[2]): (6.0, ""), ("IP", TOPS[2]): (None, "")}
    history, stack = judgment_history(desk.document.study), desk.document.undo_stack
    stack.setIndex(0)
    assert not [entry for entry in judgment_history(desk.document.study) if entry.when]
    stack.setIndex(stack.count())
    assert judgment_history(desk.document.study) == history


def test_a_view_that_judges_apart_keeps_days_and_reasons() -> None:
    desk = Desk(judging_study(), INVESTOR)
    desk.judging.judge(desk.shown, "Data", "IP", 5.0)
    desk.judging.say_why(desk.shown, "Data", "IP", "the board")
    desk.judging.judge_apart(desk.shown)
    assert (desk.pair(INVESTOR).when, desk.pair(INVESTOR).note) == ("2026-01-05", "the board")
