import time
from datetime import datetime

import pytest

from decidr.core.study.criteria import GOAL
from decidr.formats.matrix_sheets import has_ones_on_diagonal, judgments_in, square_blocks, unlabelled_block
from decidr.formats.spreadsheet import Sheet
from decidr.formats.workbook_tables import Trouble
from tests.formats.books import read_book, trouble_in

GOAL_ONLY = {"Criteria": [("Criterion",), ("A",), ("B",), ("C",)]}
ABC = ("A", "B", "C")


def values(opened, under=GOAL, who=None):
    """Value of each pair as names, at one node."""
    study = opened.study
    names = {part.id: part.name for part in (*study.criteria, *study.hosts)}
    people = {p.id: p.name for p in study.participants}
    node = next((c.id for c in study.criteria if c.name == under), GOAL)
    (block,) = [b for b in study.comparisons if b.under == node and people.get(b.participant) == who]
    return {(names[p.first], names[p.second]): p.value for p in block.pairs}


def matrix(corner, names, *rows):
    return [(corner, *names), *((name, *row) for name, row in zip(names, rows, strict=True))]


def goal_matrix(tmp_path, rows):
    return values(read_book(tmp_path, {"My sheet": rows}, GOAL_ONLY))


FULL = matrix("Goal", ABC, (1, 3, "1/5"), ("1/3", 1, "0,25"), (5, 4, 1))
EXPECTED = {("A", "B"): 3, ("A", "C"): 1 / 5, ("B", "C"): 1 / 4}


def test_a_matrix_is_read_from_any_sheet(tmp_path):
    assert goal_matrix(tmp_path, FULL) == EXPECTED


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 0, 2)])
def test_labels_may_stand_in_any_order(tmp_path, order):
    header, *body = FULL
    assert goal_matrix(tmp_path, [header, *(body[i] for i in order)]) == EXPECTED


def test_labels_may_differ_in_case_accents_and_blanks(tmp_path):
    tree = {"Criteria": [("Criterion",), ("Énergie",), ("Port access",)]}
    rows = matrix(" GOAL ", ("energie", "PORT  ACCESS "), (1, 2), (None, 1))
    assert values(read_book(tmp_path, {"m": rows}, tree)) == {("Énergie", "Port access"): 2}


def test_empty_cells_are_not_judged(tmp_path):
    rows = matrix("Goal", ABC, (None, 3, None), (None, None, None), (5, None, None))
    assert goal_matrix(tmp_path, rows) == {("A", "B"): 3, ("A", "C"): 1 / 5, ("B", "C"): None}


def test_an_empty_corner_is_enough_when_one_node_has_these_children(tmp_path):
    sheets = {"m": matrix("", ("Labour", "Energy", "Land"), (1, 2, 4), ("", 1, 2), ("", "", 1))}
    assert values(read_book(tmp_path, sheets), "Cost")["Labour", "Land"] == 4


def test_an_empty_corner_over_hosts_is_ambiguous_with_several_leaves(tmp_path):
    rows = matrix("", ("Canada", "Mexico", "Spain"), (1, 2, 4), ("", 1, 2), ("", "", 1))
    assert trouble_in(tmp_path, {"m": rows}) == [("m!A1", "matrix.which_node")]


def test_hosts_are_compared_under_a_leaf_by_name_or_code(tmp_path):
    rows = matrix("Energy", ("CAN", "mexico", "Spain"), (1, 2, 4), ("", 1, 2), ("", "", 1))
    found = values(read_book(tmp_path, {"m": rows}), "Energy")
    assert found == {("Canada", "México"): 2, ("Canada", "Spain"): 4, ("México", "Spain"): 2}


PEOPLE = {**GOAL_ONLY, "Participants": [("Participant",), ("Lee",), ("Ana",)]}


@pytest.mark.parametrize("corner", ["Goal @ Lee", "goal@lee", " Goal  @  LEE ", "@ Lee"])
def test_the_corner_may_name_a_participant(tmp_path, corner):
    sheets = {"m": matrix(corner, ABC, (1, 3, 5), ("", 1, 2), ("", "", 1))}
    assert values(read_book(tmp_path, sheets, PEOPLE), who="Lee")["A", "C"] == 5


def test_a_criterion_with_an_at_sign_in_its_name_is_not_a_participant(tmp_path):
    tree = {
        "Criteria": [("Criterion", "Under"), ("Tax @ home", ""), ("B", ""), ("X", "Tax @ home"), ("Y", "Tax @ home")]
    }
    rows = matrix("Tax @ home", ("X", "Y"), (1, 3), ("", 1))
    assert values(read_book(tmp_path, {"m": rows}, tree), "Tax @ home") == {("X", "Y"): 3}


def test_a_sheet_may_hold_several_blocks_wherever_they_stand(tmp_path):
    below = matrix("Goal @ Lee", ABC, (1, 3, 5), ("", 1, 2), ("", "", 1))
    beside = matrix("Goal @ Ana", ABC, (1, 7, 5), ("", 1, 2), ("", "", 1))
    titled = [("What the workshop said",), (None,)]
    rows = [*titled, *((None, *left, None, *right) for left, right in zip(below, beside, strict=True)), (None,), *FULL]
    opened = read_book(tmp_path, {"workshop": rows}, PEOPLE)
    assert values(opened, who="Lee")["A", "B"] == 3
    assert values(opened, who="Ana")["A", "B"] == 7
    assert values(opened) == EXPECTED


def test_blocks_may_touch(tmp_path):
    one = matrix("Goal @ Lee", ABC, (1, 3, 5), (None, 1, 2), (None, None, 1))
    other = matrix("Goal @ Ana", ABC, (1, 7, 5), (None, 1, 2), (None, None, 1))
    for rows in ([*one, *other], [(*left, *right) for left, right in zip(one, other, strict=True)]):
        opened = read_book(tmp_path, {"m": rows}, PEOPLE)
        assert (values(opened, who="Lee")["A", "B"], values(opened, who="Ana")["A", "B"]) == (3, 7)


def test_figures_beside_and_below_a_block_are_not_part_of_it(tmp_path):
    header, *body = FULL
    rows = [(*header, "Priority"), *((*row, 0.25) for row in body), ("Sum", 6.3, 8, 1.45, 1)]
    assert goal_matrix(tmp_path, rows) == EXPECTED


@pytest.mark.parametrize(
    ("above", "below", "value"),
    [
        (3, "1/3", 3),
        (3, 0.33, 3),
        (3, 0.3, 3),
        (3, "0,3", 3),
        ("1/3", 3, 1 / 3),
        (0.3, 3, 1 / 3),
        (0.1, 7, 1 / 7),
        (7, 0.14, 7),
        (2.29, 0.4366812, 2.29),
        (2.29, 0.44, 2.29),
        (6, 0.2, 6),
        (1, 1, 1),
        (3, 0.336, 3),
        ("8/9", 1.125, 1 / 1.125),
        (None, 5, 1 / 5),
        (None, "0.2", 5),
        ("0.333", None, 1 / 3),
    ],
)
def test_of_two_mirrored_cells_the_one_above_one_counts(tmp_path, above, below, value):
    rows = matrix("Goal", ABC, (1, above, 2), (below, 1, 2), (None, None, 1))
    assert goal_matrix(tmp_path, rows)["A", "B"] == pytest.approx(value, rel=1e-15)


@pytest.mark.parametrize(
    ("above", "below"),
    [(3, 3), (3, 0.4), (3, "1/4"), ("1/3", "1/3"), (0.5, 0.5), (3, 0.34), (1, 2), (2, 1), (2, 3)],
)
def test_mirrored_cells_that_contradict_each_other_are_both_named(tmp_path, above, below):
    rows = matrix("Goal", ABC, (1, above, 2), (below, 1, 2), (None, None, 1))
    assert trouble_in(tmp_path, {"m": rows}, GOAL_ONLY) == [("m!C2", "matrix.not_reciprocal")]
    with pytest.raises(Exception, match="m!C2: this cell and m!B3 must be reciprocal"):
        read_book(tmp_path, {"m": rows}, GOAL_ONLY)


@pytest.mark.parametrize("day", [datetime(2026, 1, 3), datetime(2026, 3, 1, 12, 30), "3-Jan", "2026-01-03"])
def test_a_date_is_refused_with_the_reason(tmp_path, day):
    rows = matrix("Goal", ABC, (1, day, 2), ("", 1, 2), ("", "", 1))
    with pytest.raises(Exception, match=r"m!C2: Excel made a date of a typed fraction .*format the cell as Text"):
        read_book(tmp_path, {"m": rows}, GOAL_ONLY)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1/x", "judgments.not_a_ratio"),
        (0, "judgments.not_a_ratio"),
        (-3, "judgments.not_a_ratio"),
        (True, "judgments.not_a_ratio"),
        ("=3*1", "cell.formula_without_number"),
        ("three", "judgments.not_a_ratio"),
    ],
)
def test_what_is_no_ratio_is_told_at_its_cell(tmp_path, cell, code):
    rows = matrix("Goal", ABC, (1, 2, 2), ("", 1, cell), ("", "", 1))
    assert trouble_in(tmp_path, {"m": rows}, GOAL_ONLY) == [("m!D3", code)]


def test_a_cell_of_blanks_is_empty(tmp_path):
    rows = matrix("Goal", ABC, (1, 2, " "), ("", 1, 3), ("", "", 1))
    assert goal_matrix(tmp_path, rows)["A", "C"] is None


def test_an_item_compared_with_itself_is_one(tmp_path):
    rows = matrix("Goal", ABC, (1, 2, 2), ("", 2, 3), ("", "", 1))
    assert trouble_in(tmp_path, {"m": rows}, GOAL_ONLY) == [("m!C3", "matrix.diagonal")]


def test_a_corner_that_names_nothing_is_told_where_the_items_are_known(tmp_path):
    rows = matrix("Gaol", ABC, (1, 2, 2), ("", 1, 3), ("", "", 1))
    assert trouble_in(tmp_path, {"m": rows}, GOAL_ONLY) == [("m!A1", "matrix.unknown_node")]


def test_a_participant_who_is_not_there_is_told(tmp_path):
    rows = matrix("Goal @ Leo", ABC, (1, 2, 2), ("", 1, 3), ("", "", 1))
    assert trouble_in(tmp_path, {"m": rows}, PEOPLE) == [("m!A1", "name.unknown_near")]


def test_the_names_must_be_those_of_the_node_in_the_corner(tmp_path):
    rows = matrix("Goal", ("A", "B"), (1, 2), ("", 1))
    assert trouble_in(tmp_path, {"m": rows}, GOAL_ONLY) == [("m!A1", "matrix.wrong_items")]


def notices(opened):
    return [(str(p.place), p.code) for p in opened.problems]


def test_a_matrix_of_other_things_stays_out_with_a_notice(tmp_path):
    rows = matrix("Team", ("Ann", "Bob"), (1, 2), ("", 1))
    opened = read_book(tmp_path, {"other": rows}, GOAL_ONLY)
    assert (opened.study.comparisons, notices(opened)) == ((), [("other", "workbook.unknown_sheet")])


def test_a_block_of_other_things_beside_a_matrix_of_the_study_is_noticed(tmp_path):
    rows = [*FULL, (None,), *matrix("Team", ("Ann", "Bob"), (1, 2), ("", 1))]
    opened = read_book(tmp_path, {"mixed": rows}, GOAL_ONLY)
    assert values(opened) == EXPECTED
    assert notices(opened) == [("mixed!A6", "matrix.left_out")]


def test_a_matrix_counts_for_the_base_view(tmp_path):
    views = {
        "Views": [("View",), ("neutral",), ("investor",)],
        "Study": [("Field", "Value"), ("Base view", "investor")],
    }
    study = read_book(tmp_path, {"m": FULL, **views}, GOAL_ONLY).study
    assert [b.view for b in study.comparisons] == [study.settings.base_view]
    assert {v.id: v.name for v in study.views}[study.settings.base_view] == "investor"


def test_a_large_sheet_of_other_things_takes_no_long_look():
    rows = [[f"{i} {j}" for j in range(40)] for i in range(4000)]
    started = time.monotonic()
    assert square_blocks(Sheet("figures", rows)) == []
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("first", "second", "ones"), [(1, 1, True), ("1", 0.3, True), ("", 0.3, True), (0.6, 0.3, False), ("x", 2, False)]
)
def test_a_block_without_a_one_on_its_diagonal_compares_nothing(first, second, ones):
    (block,) = square_blocks(Sheet("m", [["", "A", "B"], ["B", 0.2, second], ["A", first, 3.0]]))
    assert has_ones_on_diagonal(block) is ones


def test_figures_without_labels_are_a_block_of_items_named_elsewhere():
    sheet = Sheet("m", [["x", "", ""], ["", 1.0, "1/3"], ["", 3.0, 1.0]])
    trouble = Trouble()
    found = judgments_in(unlabelled_block(sheet, 1, 1, 2), ("A", "B"), trouble)
    assert [(j.first, j.second, j.value, place) for j, place in found] == [("A", "B", 1 / 3, "m!C2")]
    assert trouble.problems == []


def test_equal_figures_amidst_a_long_table_are_no_matrix():
    block = [("x", 3, 5), (3, 1, 2), (5, 0.5, 1)]
    around = [("a", "b", *row, "c") for row in [(7, 8, 9), (7, 8, 9), *block, (7, 8, 9)]]
    assert square_blocks(Sheet("Table", [list(row) for row in around])) == []


@pytest.mark.parametrize("numbered", [True, False])
def test_a_matrix_with_numbers_and_a_title_around_it_is_one(numbered):
    rows = [["", "Priorities of the board", "", "", ""], ["", "", 1, 2, 3] if numbered else ["", "", "", "", ""]]
    rows += [["", *FULL[0]], *([number, *row] for number, row in enumerate(FULL[1:], 1))]
    (block,) = square_blocks(Sheet("Board", rows))
    assert block.address == "Board!B3"
