"""Tables of leaves by hosts."""

from decidr.formats.report.book.leaf_table import pages_wide, write_leaf_table
from decidr.formats.report.book.report import Report
from tests.formats.report import studies
from tests.formats.report.live import content_of


def test_main_criteria_stand_before_their_leaves_and_a_leaf_that_is_one_stands_alone() -> None:
    report = Report(content_of(studies.compared()))
    rows: list[tuple[int, str, str]] = []
    end = write_leaf_table(
        report,
        report.calculation,
        5,
        ("a1", "a2", "B"),
        main=lambda row, node: rows.append((row, "main", node)),
        leaf=lambda row, node: rows.append((row, "leaf", node)),
    )
    assert rows == [(5, "main", "A"), (6, "leaf", "a1"), (7, "leaf", "a2"), (8, "leaf", "B")]
    assert end == 9


def test_wide_tables_take_several_pages() -> None:
    assert [pages_wide(hosts) for hosts in (0, 3, 14, 15, 40)] == [1, 1, 1, 2, 3]
