"""Where the cursor goes in a square matrix."""

import pytest

from decidr.gui.models.weights.matrix_steps import Place, above, below, left, right, stepped


def walk(step: object, start: Place, size: int) -> list[Place]:
    places, place = [start], start
    while (following := step(place, size)) is not None:  # type: ignore[operator]
        places.append(following)
        place = following
    return places


UPPER = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
LOWER = [(1, 0), (2, 0), (2, 1), (3, 0), (3, 1), (3, 2)]


def test_right_goes_through_the_upper_half_row_by_row() -> None:
    assert walk(right, (0, 1), 4) == UPPER


def test_right_goes_through_the_lower_half_row_by_row() -> None:
    assert walk(right, (1, 0), 4) == LOWER


def test_below_goes_through_each_half_column_by_column() -> None:
    assert walk(below, (0, 1), 4) == sorted(UPPER, key=lambda place: place[::-1])
    assert walk(below, (1, 0), 4) == sorted(LOWER, key=lambda place: place[::-1])


@pytest.mark.parametrize("size", [2, 3, 4, 9])
def test_left_and_above_lead_back_the_same_way(size: int) -> None:
    for forth, back in ((right, left), (below, above)):
        for start in ((0, 1), (1, 0)):
            there = walk(forth, start, size)
            assert walk(back, there[-1], size) == there[::-1]


def test_from_the_diagonal_a_step_leads_into_a_half() -> None:
    assert below((1, 1), 4) == (2, 1)
    assert right((1, 1), 4) == (1, 2)


def test_an_arrow_steps_over_the_diagonal() -> None:
    assert stepped((0, 1), 1, 0, 3) == (2, 1)
    assert stepped((1, 0), 0, 1, 3) == (1, 2)


@pytest.mark.parametrize(
    ("place", "down", "across"), [((0, 1), -1, 0), ((2, 1), 1, 0), ((0, 1), 0, -1), ((1, 2), 1, 0), ((1, 0), -1, 0)]
)
def test_an_arrow_at_an_edge_stays(place: Place, down: int, across: int) -> None:
    assert stepped(place, down, across, 3) == place
