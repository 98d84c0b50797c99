from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.analysis.hosts.level_results import at_level
from decidr.core.study.edits import remove_host, set_fields, set_judgment, set_setting
from decidr.formats.templates import load_template
from decidr.gui.document import Document
from decidr.gui.panels.results.leaf_rows import contribution_rows
from decidr.gui.panels.results.page import ResultsPanel
from tests.gui.example_study import example_study
from tests.gui.grouped_study import grouped_study
from tests.gui.recording_messages import RecordingMessages


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(load_template("ev-plant"))


@pytest.fixture
def panel(document: Document, messages: RecordingMessages, qtbot: QtBot) -> ResultsPanel:
    made = ResultsPanel(document, messages)
    qtbot.addWidget(made)
    made.resize(936, 842)
    with qtbot.waitExposed(made):
        made.show()
    return made


def named(document: Document, name: str) -> str:
    return next(thing.id for thing in (*document.study.criteria, *document.study.hosts) if thing.name == name)


def test_the_heading_asks_what_the_study_asks(panel: ResultsPanel, document: Document) -> None:
    assert panel.header.title == document.study.question
    assert panel.header.subtitle.startswith("Contributions of 6 criteria")


def test_without_a_question_the_heading_answers(panel: ResultsPanel, document: Document) -> None:
    document.apply("no question", set_fields(document.study, question=""))
    assert panel.header.title == "Spain is first with 60.6 points"


def test_an_edit_moves_the_bars(panel: ResultsPanel, document: Document) -> None:
    before = panel.contributions.chart.stacks.totals
    first, second = named(document, "Stability"), named(document, "Incentives")
    view = document.study.settings.base_view
    edited = set_judgment(document.study, under="goal", view=view, first=first, second=second, value=9)
    document.apply("judge", edited)
    assert (panel.contributions.chart.stacks.totals != before).any()
    document.undo_stack.undo()
    assert panel.contributions.chart.stacks.totals == pytest.approx(before)


def test_a_weight_that_is_tried_moves_the_bars(panel: ResultsPanel, document: Document) -> None:
    document.try_weight(named(document, "Stability"), 0.8)
    assert panel.contributions.chart.stacks.host_names[0] == "Canada"


def test_a_click_on_a_host_puts_it_in_focus(panel: ResultsPanel, document: Document, qtbot: QtBot) -> None:
    chart, host = panel.contributions.chart, named(document, "Mexico")
    place = chart.mark("host", host).area.center().toPoint()
    qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert document.selected_host == host
    assert host in document.focus


def test_every_leaf_and_source_lies_one_link_away(panel: ResultsPanel, document: Document) -> None:
    panel.contributions.every_leaf.emit()
    assert panel.tabs.choice == "head_to_head"
    assert panel.head_to_head.isVisible()
    assert panel.head_to_head.leaves.model().rowCount() == 25
    assert panel.head_to_head.chart.heading == "Canada against United States: 13.3 points"


def test_two_other_hosts_stay_chosen_on_both_pages(panel: ResultsPanel, document: Document) -> None:
    pair = named(document, "Spain"), named(document, "Mexico")
    panel.show_page("head_to_head")
    panel.head_to_head.pair_chosen.emit(*pair)
    panel.show_page("contributions")
    assert panel.contributions.pair_chart.heading.startswith("Spain against Mexico")


def test_a_host_that_is_removed_gives_its_place_in_the_pair_to_another(panel: ResultsPanel, document: Document) -> None:
    document.apply("remove", remove_host(document.study, named(document, "Canada")))
    assert panel.contributions.pair_chart.heading.startswith("Spain against ")


def test_the_views_stand_side_by_side_and_a_click_chooses_one(
    panel: ResultsPanel, document: Document, qtbot: QtBot
) -> None:
    panel.show_page("views")
    other = document.study.views[1].id
    chart = panel.views.chart
    place = chart.mark("view", "", other).area.center().toPoint()
    qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert document.view == other


def test_stacking_by_another_node_changes_the_subtitle(panel: ResultsPanel, document: Document) -> None:
    panel.contributions.choice.setCurrentIndex(1)
    panel.contributions.choice.activated.emit(1)
    assert "within Stability" in panel.header.subtitle


def test_a_leaf_leads_to_its_cell(panel: ResultsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.go_to) as told:
        panel.contributions.segment.go_to.emit("data:c2:h1")
    assert told.args == ["data:c2:h1"]


def test_an_address_opens_its_page(panel: ResultsPanel, document: Document) -> None:
    spain, mexico = named(document, "Spain"), named(document, "Mexico")
    panel.show_place(f"results:head_to_head:{spain}:{mexico}")
    assert panel.head_to_head.chart.heading.startswith("Spain against Mexico")
    panel.show_place("results")
    assert panel.tabs.choice == "head_to_head"


def test_a_hidden_panel_waits_until_it_is_shown(panel: ResultsPanel, document: Document) -> None:
    panel.hide()
    document.apply("ask", set_fields(document.study, question="Where?"))
    assert panel.header.title != "Where?"
    panel.show()
    assert panel.header.title == "Where?"


def test_forty_hosts_are_all_there(document: Document, panel: ResultsPanel, qtbot: QtBot) -> None:
    document.open(example_study(hosts=40), None)
    assert len(panel.contributions.chart.stacks.hosts) == 40
    qtbot.waitUntil(lambda: panel.contributions.verticalScrollBar().maximum() > 0)


def test_an_empty_study_shows_no_bars_and_breaks_nothing(document: Document, panel: ResultsPanel) -> None:
    document.open(example_study(hosts=0), None)
    assert panel.contributions.chart.stacks.hosts == ()
    for page in ("head_to_head", "views", "contributions"):
        panel.show_page(page)


def test_at_a_level_of_countries_every_chart_shows_their_figures(panel: ResultsPanel, document: Document) -> None:
    document.open(grouped_study(), None)
    document.choose_level(0)
    assert panel.contributions.chart.stacks.host_names == ("Canada", "Spain", "Mexico")
    assert panel.contributions.chart.stacks.totals == pytest.approx([0.8, 0.75, 0.2])
    panel.show_page("head_to_head")
    assert panel.head_to_head.chart.heading == "Canada against Spain: 5.0 points"
    assert [panel.head_to_head.first.itemText(i) for i in range(3)] == ["Canada", "Mexico", "Spain"]
    panel.show_page("views")
    assert panel.views.chart.accessibleDescription().endswith("Canada leads in the base view with 80.0.")
    document.choose_level(None)
    panel.show_page("contributions")
    assert panel.contributions.chart.stacks.host_names[:2] == ("Windsor", "Spain")


def test_a_click_on_a_country_puts_its_best_member_in_focus_and_leads_to_its_cells(
    panel: ResultsPanel, document: Document, qtbot: QtBot
) -> None:
    document.open(grouped_study(), None)
    document.choose_level(0)
    mark = panel.contributions.chart.mark("segment", "Canada", "x")
    with qtbot.waitSignal(panel.contributions.chart.pressed):
        qtbot.mouseClick(
            panel.contributions.chart.viewport(), Qt.MouseButton.LeftButton, pos=mark.area.center().toPoint()
        )
    assert document.selected_host == "Windsor"
    (row,) = contribution_rows(at_level(document.results, 0), "x", "Canada")
    assert row[2].place == "data:x:Windsor"


def test_the_mean_of_a_country_leads_to_no_cell_and_says_of_how_many_it_is(document: Document) -> None:
    document.open(set_setting(grouped_study(), group_figure="mean"), None)
    (row,) = contribution_rows(at_level(document.results, 0), "x", "Canada")
    assert (row[2].text, row[2].place) == ("mean of 3 hosts", "")
