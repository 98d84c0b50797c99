"""Weights given without pairs."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_weight
from decidr.gui.panels.weights.direct_weights import read_weight
from tests.gui.judging_study import INVESTOR, NEUTRAL, TOPS, judging_study
from tests.gui.panels.weights.question_desk import QuestionDesk


class DirectDesk(QuestionDesk):
    """A user before the fields of one node."""

    def __init__(self, qtbot: QtBot, *args: object, **kwargs: object) -> None:
        super().__init__(qtbot, *args, page="direct", **kwargs)  # type: ignore[arg-type]
        self.page = self.panel.direct
        self.page.take_focus()
        qtbot.waitUntil(self.page.rows[0].field.hasFocus)

    @property
    def fields(self) -> list[str]:
        return [row.field.text() for row in self.page.rows if not row.field.isHidden()]

    @property
    def shares(self) -> list[float | None]:
        return [row.bar.share for row in self.page.rows if not row.field.isHidden()]

    def give(self, *texts: str) -> None:
        for text in texts:
            self.keys(text, Qt.Key.Key_Return)


@pytest.mark.parametrize(("text", "value"), [("30", 30), ("12,5", 12.5), (" 7.5 % ", 7.5), ("0", 0), ("", None)])
def test_weights_are_read_as_people_write_them(text: str, value: float | None) -> None:
    assert read_weight(text) == value


@pytest.mark.parametrize("text", ["abc", "-1", "inf", "nan", "1/2"])
def test_what_is_no_weight_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_weight(text)


def test_enter_goes_from_field_to_field_and_the_shares_follow(qtbot: QtBot) -> None:
    desk = DirectDesk(qtbot)
    desk.give("30", "10", "10", "50")
    assert desk.shares == pytest.approx([0.3, 0.1, 0.1, 0.5])
    assert desk.page.sum.text() == "They add up to 100; each share is a part of that."


def test_they_count_when_the_user_says_so_and_the_judgments_can_count_again(qtbot: QtBot) -> None:
    desk = DirectDesk(qtbot)
    before = dict(desk.document.results.local)
    desk.give("30", "10", "10", "50")
    assert desk.document.results.local == before
    desk.page.counting.button.click()
    assert desk.document.results.local["Backlash"] == pytest.approx(0.5)
    assert "These weights count" in desk.page.counting.words.text()
    desk.page.counting.button.click()
    assert desk.document.results.local == before
    assert desk.fields == ["30", "10", "10", "50"]


def test_while_one_lacks_a_number_they_cannot_count(qtbot: QtBot) -> None:
    desk = DirectDesk(qtbot)
    desk.give("30")
    assert desk.page.counting.button.isHidden()
    assert desk.page.sum.text() == "Without a number: IP, Influence and Backlash"


def test_a_bad_number_is_told_and_stays_to_be_mended(qtbot: QtBot) -> None:
    desk = DirectDesk(qtbot)
    desk.give("30", "much")
    assert desk.page.trouble.text() == "«much» is not a number from 0 up; write 30 or 12.5."
    assert desk.fields == ["30", "much", "", ""]
    assert desk.page.rows[1].field.hasFocus()
    assert desk.document.undo_stack.count() == 1
    desk.keys(*[Qt.Key.Key_Backspace] * 4, "20", Qt.Key.Key_Return)
    assert desk.fields == ["30", "20", "", ""]
    assert desk.page.trouble.isHidden()
    assert desk.page.rows[2].field.hasFocus()


def test_a_bad_number_outlives_a_good_one_elsewhere(qtbot: QtBot) -> None:
    desk = DirectDesk(qtbot)
    desk.keys("much", Qt.Key.Key_Tab, "30", Qt.Key.Key_Return)
    assert desk.fields == ["much", "30", "", ""]
    assert "«much»" in desk.page.trouble.text()


def test_escape_brings_the_old_number_back(qtbot: QtBot) -> None:
    desk = DirectDesk(qtbot)
    desk.give("30")
    desk.page.take_focus()
    desk.keys("much", Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert desk.fields == ["30", "", "", ""]
    assert desk.page.trouble.isHidden()


def test_a_bad_number_of_one_way_is_not_shown_at_another(qtbot: QtBot) -> None:
    desk = DirectDesk(qtbot)
    desk.give("much")
    desk.page.ways.button("swing").click()
    assert desk.fields == ["", "", "", ""]
    assert desk.page.trouble.isHidden()


def test_each_way_has_its_own_numbers(qtbot: QtBot) -> None:
    desk = DirectDesk(qtbot)
    desk.give("30", "10", "10", "50")
    desk.page.ways.button("ranks").click()
    assert desk.fields == ["", "", "", ""]
    desk.page.start.click()
    assert sorted(desk.fields) == ["1", "2", "3", "4"]
    desk.page.ways.button("direct").click()
    assert desk.fields == ["30", "10", "10", "50"]


def test_what_is_lent_by_the_base_view_can_be_weighed_apart(qtbot: QtBot) -> None:
    study = judging_study()
    for top in TOPS:
        study = set_weight(study, top, 25.0, "direct", NEUTRAL)
    desk = DirectDesk(qtbot, study, view=INVESTOR)
    assert desk.page.whose.button.text() == "Weigh apart in this view"
    desk.page.whose.button.click()
    desk.page.take_focus()
    desk.give("40")
    assert desk.fields[0] == "40"
    desk.document.choose_view(NEUTRAL)
    assert desk.fields[0] == "25"


def test_participants_weights_are_only_looked_at(qtbot: QtBot) -> None:
    study = judging_study()
    for top in TOPS:
        study = set_weight(study, top, 25.0, "direct", NEUTRAL, "Ann")
    desk = DirectDesk(qtbot, study)
    desk.give("30", "10", "10", "50")
    desk.page.counting.button.click()
    assert not desk.page.rows[0].field.isEnabled()
    desk.page.whose.button.click()
    assert desk.places == ["people"]


def test_a_node_with_fewer_children_shows_fewer_fields(qtbot: QtBot) -> None:
    desk = DirectDesk(qtbot)
    desk.panel.show_node("Backlash")
    assert len(desk.fields) == 2
