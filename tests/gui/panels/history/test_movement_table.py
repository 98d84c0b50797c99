"""Ranks and points then and now."""

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.analysis.verdict.movement import HostMovement, Movement, Standing
from decidr.gui.panels.history.movement_table import MOST, MovementTable


@pytest.fixture
def table(qtbot: QtBot, qapp: object) -> MovementTable:
    made = MovementTable()
    qtbot.addWidget(made)
    made.show()
    return made


def host(name: str, before: int, after: int) -> HostMovement:
    return HostMovement(name, name, Standing(before, 1 - before / 20), Standing(after, 1 - after / 20))


def movement(*hosts: HostMovement, comparable: bool = True) -> Movement:
    return Movement("a", "a", 0.1, 0.1, hosts, comparable)


def test_each_host_has_its_ranks_points_and_gain(table: MovementTable) -> None:
    table.show_movement(movement(host("Canada", 3, 1), host("Spain", 2, 2)))
    assert table.texts[5:] == [
        *("3 → 1", "Canada", "85.0", "95.0", "+10.0"),
        *("2", "Spain", "90.0", "90.0", "0.0"),
    ]
    assert table.rest.isHidden()


def test_points_of_another_synthesis_are_not_subtracted(table: MovementTable) -> None:
    table.show_movement(movement(host("Canada", 3, 1), comparable=False))
    assert table.texts[5:] == ["3 → 1", "Canada", "85.0", "95.0", ""]


def test_a_host_that_came_has_no_points_of_then(table: MovementTable) -> None:
    table.show_movement(movement(HostMovement("p", "Peru", None, Standing(1, 0.6))))
    assert table.texts[5:] == ["new → 1", "Peru", "–", "60.0", ""]


def test_of_many_hosts_only_those_are_shown_that_moved(table: MovementTable) -> None:
    many = [host(f"Site {n}", n, n) for n in range(1, MOST + 3)]
    table.show_movement(movement(*many, host("Canada", 19, 18)))
    assert table.texts[5:7] == ["19 → 18", "Canada"]
    assert len(table.texts) == 10
    assert table.rest.text() == f"{len(many)} more hosts keep their ranks."


def test_where_none_moved_the_first_three_are_shown(table: MovementTable) -> None:
    table.show_movement(movement(*(host(f"Site {n}", n, n) for n in range(1, MOST + 2))))
    assert table.texts[6::5] == ["Site 1", "Site 2", "Site 3"]
