"""What to mend in the data, and what each gap could do."""

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.study import Study
from decidr.gui.panels.data.quality_page import MOST_ROWS, DataQualityPage
from tests.building import data_study
from tests.gui.structure_study import structure_study


@pytest.fixture
def page(qtbot: QtBot) -> DataQualityPage:
    made = DataQualityPage()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def show(qtbot: QtBot, page: DataQualityPage, study: Study) -> None:
    with qtbot.waitSignal(page.found, timeout=20_000):
        page.show_results(evaluate(study))


def texts(page: DataQualityPage, column: int) -> list[str]:
    model = page.table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def choose(page: DataQualityPage, kind: str) -> None:
    page.kind.setCurrentIndex(page.kind.findData(kind))
    page.kind.activated.emit(page.kind.currentIndex())


def test_everything_is_listed_that_first_which_could_do_most(qtbot: QtBot, page: DataQualityPage) -> None:
    show(qtbot, page, structure_study())
    assert page.flaws is not None
    assert page.table.model().rowCount() == len(page.flaws)
    names = {c.id: c.name for c in structure_study().criteria}
    assert texts(page, 0) == [names[flaw.criterion] for flaw in page.flaws]


def test_one_kind_can_be_chosen_and_stays_while_the_study_changes(qtbot: QtBot, page: DataQualityPage) -> None:
    show(qtbot, page, structure_study())
    assert [page.kind.itemText(i) for i in range(3)] == ["Everything to mend, 11", "Missing, 2", "Placeholder, 3"]
    choose(page, "missing")
    assert set(texts(page, 1)) == {"Missing"}
    show(qtbot, page, replace(structure_study(), title="another"))
    assert page.kind.currentData() == "missing"
    assert set(texts(page, 1)) == {"Missing"}


def test_a_kind_that_is_gone_opens_the_filter(qtbot: QtBot, page: DataQualityPage) -> None:
    show(qtbot, page, structure_study())
    choose(page, "missing")
    full = data_study({"x": 1.0}, {"x": [0.5, 0.2]}, "AB")
    show(qtbot, page, full)
    assert page.kind.currentData() == ""
    assert set(texts(page, 1)) == {"No source"}


def test_a_list_beyond_what_anybody_reads_ends_and_says_so(qtbot: QtBot, page: DataQualityPage) -> None:
    show(qtbot, page, structure_study())
    assert not page.rest.isVisible()
    hosts = [f"h{i}" for i in range(MOST_ROWS + 60)]
    show(qtbot, page, data_study({"x": 0.5, "y": 0.5}, dict.fromkeys("xy", [0.5] * len(hosts)), hosts))
    assert page.table.model().rowCount() == MOST_ROWS
    assert page.rest.text().startswith(f"The {MOST_ROWS} that could do most, of {2 * len(hosts)};")
    assert page.rest.isVisible()


def test_where_nothing_is_to_be_mended_a_sentence_says_so(qtbot: QtBot, page: DataQualityPage) -> None:
    full = data_study({"x": 1.0}, {"x": [0.5, 0.2]}, "AB")
    show(qtbot, page, replace(full, cells=tuple(replace(c, source="IEA", year=2024) for c in full.cells)))
    assert page.nothing.isVisible()
    assert not page.table.isVisible()


def test_a_double_click_leads_to_the_cell(qtbot: QtBot, page: DataQualityPage) -> None:
    show(qtbot, page, structure_study())
    choose(page, "missing")
    with qtbot.waitSignal(page.go_to) as told:
        page.table.activated.emit(page.table.model().index(0, 2))
    assert told.args[0] in ("data:Sales:Morocco", "data:Support:Morocco")


def test_hiding_it_leaves_no_work_behind_and_showing_it_works_it_out_again(qtbot: QtBot, page: DataQualityPage) -> None:
    results = evaluate(structure_study())
    page.show_results(results)
    page.hide()
    page.show()
    with qtbot.waitSignal(page.found, timeout=20_000):
        page.show_results(results)
    assert page.flaws
