"""Cells: what of them changed between two states of a study."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.study.data import Cell, changed_cells

CELLS = tuple(Cell(criterion=leaf, host=host, value=1.0) for leaf in "xyz" for host in "AB")


def test_a_cell_that_became_another_is_told_with_what_it_was():
    after = (*CELLS[:3], replace(CELLS[3], value=2.0), *CELLS[4:])
    assert changed_cells(CELLS, after) == (CELLS[3], after[3])
    assert changed_cells(CELLS, CELLS) == ()


def test_a_cell_that_came_or_went_is_told_alone():
    assert changed_cells(CELLS, (*CELLS[:2], *CELLS[3:])) == (CELLS[2],)
    assert changed_cells(CELLS[:5], CELLS) == (CELLS[5],)
    assert changed_cells((), CELLS) == CELLS


@given(st.permutations(range(6)), st.sets(st.integers(0, 5)), st.sets(st.integers(0, 5)))
def test_whatever_differs_is_among_them(order, gone, new):
    after = tuple(replace(CELLS[i]) if i in new else CELLS[i] for i in order if i not in gone)
    told = {id(cell) for cell in changed_cells(CELLS, after)}
    assert {id(cell) for cell in CELLS} ^ {id(cell) for cell in after} <= told
    of_leaf = {leaf: [id(c) for c in CELLS if c.criterion == leaf] for leaf in "xyz"}
    now = {leaf: [id(c) for c in after if c.criterion == leaf] for leaf in "xyz"}
    changed = {cell.criterion for cell in changed_cells(CELLS, after)}
    assert {leaf for leaf in "xyz" if of_leaf[leaf] != now[leaf]} <= changed
