"""Blocks of judgments as spreadsheets copy and paste them."""

import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.gui.models.weights.judgment_block import Block, block_text, read_block, told
from decidr.gui.models.weights.node_judgments import NodeJudgments, node_judgments
from tests.gui.judging_study import judging_study

ALL = range(4)


@pytest.fixture
def shown() -> NodeJudgments:
    return node_judgments(evaluate(judging_study((3, None, 1, 1, "1/4", "1/2"))), GOAL)


def read(text: str, shown: NodeJudgments, row: int = 0, column: int = 0) -> Block:
    return read_block(text, shown, row, column)


def test_a_full_square_is_read_and_the_larger_of_two_mirrored_cells_counts(shown: NodeJudgments) -> None:
    block = read("1\t3\t2\t1\n0.333\t1\t1\t0.25\n0.5\t1\t1\t0.5\n1\t4\t2\t1\n", shown)
    assert block.troubles == ()
    assert block.values == {
        ("Data", "IP"): 3,
        ("Data", "Influence"): 2,
        ("Data", "Backlash"): 1,
        ("IP", "Influence"): 1,
        ("Backlash", "IP"): 4,
        ("Backlash", "Influence"): 2,
    }


def test_an_upper_triangle_is_read_with_empty_cells_below(shown: NodeJudgments) -> None:
    block = read("\t3\t\t1/2\r\n\t\t0,2\t\r\n\t\t\t5\r\n", shown)
    assert block.values == {
        ("Data", "IP"): 3,
        ("Data", "Backlash"): 0.5,
        ("IP", "Influence"): 0.2,
        ("Influence", "Backlash"): 5,
    }


def test_a_block_lands_at_the_cursor(shown: NodeJudgments) -> None:
    assert read("7\t8", shown, 0, 2).values == {("Data", "Influence"): 7, ("Data", "Backlash"): 8}


def test_a_decimal_in_the_lower_half_is_the_row_over_the_column(shown: NodeJudgments) -> None:
    assert read("0.2", shown, 1, 0).values == {("IP", "Data"): 0.2}


def test_mirrored_cells_may_differ_by_what_a_spreadsheet_rounds(shown: NodeJudgments) -> None:
    assert read("1\t7\n0.14\t1", shown).values == {("Data", "IP"): 7}
    assert read("1\t7\n0.1430\t1", shown).values == {("Data", "IP"): 7}


def test_mirrored_cells_that_contradict_each_other_are_named(shown: NodeJudgments) -> None:
    block = read("1\t3\n1/2\t1", shown)
    assert block.values == {}
    assert block.troubles == ("Data over IP is 3, but IP over Data is 1/2; one is 1 over the other.",)


def test_what_is_no_ratio_is_named_with_its_cell(shown: NodeJudgments) -> None:
    block = read("1\tabc\n\t1\t01.Mar", shown)
    assert block.troubles == (
        "Data over IP: «abc» is not a ratio; write 3, 1/3 or 0.333.",
        "IP over Influence: «01.Mar» is not a ratio; write 3, 1/3 or 0.333.",
    )


def test_the_diagonal_takes_nothing_but_one(shown: NodeJudgments) -> None:
    assert read("1\n", shown).troubles == ()
    assert read("–\t3", shown).values == {("Data", "IP"): 3}
    assert read("2\t3", shown).troubles == ("Data over itself is always 1, not «2».",)


def test_a_block_that_is_too_large_is_refused(shown: NodeJudgments) -> None:
    block = read("1\t2\t3\n1\t2\t3", shown, 3, 2)
    assert block.values == {}
    assert "2 rows and 3 columns" in block.troubles[0]
    assert "1 and 2" in block.troubles[0]


def test_empty_cells_beyond_the_edge_do_no_harm(shown: NodeJudgments) -> None:
    assert read("5\t\t\t\t", shown, 0, 3).values == {("Data", "Backlash"): 5}


def test_a_copied_block_says_ratios_as_exact_decimals_and_leaves_gaps_empty(shown: NodeJudgments) -> None:
    text = block_text(shown, ALL, ALL, ".")
    assert text.splitlines()[0] == "1\t3\t\t1"
    assert text.splitlines()[1] == "0.3333333333333333\t1\t1\t0.25"


def test_a_copied_block_has_the_decimal_point_of_the_system(shown: NodeJudgments) -> None:
    assert block_text(shown, [1], [3], ",") == "0,25"


def test_a_copied_matrix_pasted_back_is_the_same(shown: NodeJudgments) -> None:
    block = read(block_text(shown, ALL, ALL, ","), shown)
    assert block.troubles == ()
    for (first, second), value in block.values.items():
        assert value == shown.value(first, second)
    assert len(block.values) == shown.judged


def test_the_first_troubles_are_told_and_the_others_counted() -> None:
    assert told(["one"]) == "Nothing was pasted.\none"
    assert told(list("abcdef")) == "Nothing was pasted.\na\nb\nc\nand 3 more"
