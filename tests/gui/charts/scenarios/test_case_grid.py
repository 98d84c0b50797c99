"""Where ranks by case stand, on any width."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont

from decidr.gui.charts.canvas.lettering import measure
from decidr.gui.charts.scenarios.case_grid import NAME_SHARE, SLANT, UPRIGHT, case_grid, most_columns, two_lines
from decidr.gui.theme import BODY

pytestmark = pytest.mark.usefixtures("qapp")
CASES = ("baseline", "Canadian security review tightened: data localisation, Canadian software stack", "Both")
HOSTS = ("Spain", "Canada", "United States", "Thailand", "Hungary", "Morocco", "Brazil", "Indonesia", "Mexico")


@pytest.mark.parametrize("width", [420, 640, 880, 1300])
def test_all_columns_lie_beside_the_names_and_inside_the_chart(width: int) -> None:
    grid = case_grid(CASES, (0, 1, 2), HOSTS, width)
    assert grid.left <= NAME_SHARE * width + 11
    assert grid.cell(0, 0).left() == grid.left
    assert grid.cell(0, len(HOSTS) - 1).right() <= width + 1e-6


def test_names_that_fit_stand_upright_and_others_are_slanted() -> None:
    assert case_grid(CASES, (0, 1, 2), HOSTS, 1_600).slant == 0
    assert case_grid(CASES, (0, 1, 2), HOSTS, 640).slant == SLANT
    assert case_grid(CASES, (0, 1, 2), HOSTS, 340).slant == UPRIGHT


def test_points_stand_below_ranks_where_columns_have_room() -> None:
    assert case_grid(CASES, (0, 1, 2), HOSTS, 1_000).has_points
    assert not case_grid(CASES, (0, 1, 2), HOSTS, 420).has_points


def test_rows_never_overlap_and_a_new_group_begins_lower() -> None:
    grid = case_grid(CASES, (0, 1, 1), HOSTS, 900)
    first, second = (grid.tops[i + 1] - grid.tops[i] for i in (0, 1))
    assert first > second == grid.pitch
    assert grid.tops[0] >= grid.head
    assert grid.bottom == grid.tops[-1] + grid.pitch


def test_a_chart_without_hosts_has_no_columns() -> None:
    assert case_grid(CASES, (0, 1, 2), (), 900).cell(0, 0).width() > 0


@pytest.mark.parametrize("width", [120, 160, 200])
def test_a_long_name_takes_two_lines_at_most_and_none_is_too_wide(width: int) -> None:
    lines = two_lines(CASES[1], width, QFont.Weight.Normal).split("\n")
    letters = measure(BODY)
    assert len(lines) == 2
    assert all(letters.horizontalAdvance(line) <= width + 1 for line in lines)
    assert lines[-1].endswith("…")
    assert two_lines("Both", width, QFont.Weight.Normal) == "Both"


@pytest.mark.parametrize("width", [430, 880])
def test_as_many_hosts_as_there_is_room_for_have_columns_that_can_be_read(width: int) -> None:
    most = most_columns(width)
    grid = case_grid(CASES, (0, 1, 2), [f"Site {n}" for n in range(most)], width)
    assert grid.wide >= 22
    assert grid.cell(0, most - 1).right() <= width + 1e-6


def test_the_head_holds_the_legend() -> None:
    legend = "Rank, points of 100, and ↑↓ against the baseline " * 3
    assert case_grid(CASES, (0, 1, 2), HOSTS, 1_600, legend).head > case_grid(CASES, (0, 1, 2), HOSTS, 1_600).head
