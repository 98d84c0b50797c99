"""The first sheet."""

from pathlib import Path

from msgspec.structs import replace

from decidr.formats.report import look
from decidr.formats.report.book.report import Report
from tests.conftest import LibreOffice
from tests.formats.report import studies
from tests.formats.report.live import Computed, change, judgment, opened, report_of, setting, written


def words(computed: Computed) -> list[str]:
    return [str(cell) for row in computed.sheets["Summary"] for cell in row if cell != ""]


def test_the_cover_says_the_verdict_ranks_and_warns(ev_report: Report, tmp_path: Path) -> None:
    said = words(Computed(written(ev_report, tmp_path)))
    assert "EV plant: where should it stand?" in said
    assert ev_report.content.verdict.sentences[0] in said
    assert ev_report.content.verdict.sentences[0].startswith("Likely: Spain is first, in ")
    assert "47\u202f% of the weight rests on placeholders — replace them" in said


def test_it_has_no_grid_lines_and_lists_every_visible_sheet(ev_report: Report) -> None:
    book = opened(ev_report)
    cover = book["Summary"]
    assert not cover.sheet_view.showGridLines
    links = [str(cell.value) for cell in cover["B"] if str(cell.value).startswith("=HYPERLINK")]
    visible = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert len(links) == len(visible) - 1


def test_hosts_keep_their_colours_in_the_chart_when_the_order_changes(ev_report: Report) -> None:
    (chart,) = ev_report.pages["cover"].sheet._charts
    colours = [series.graphicalProperties.solidFill.srgbClr for series in chart.series]
    assert colours == [*look.HOSTS_IN_FOCUS, look.OTHER_HOSTS]


def test_changed_inputs_are_told_and_the_ranking_moves(libreoffice: LibreOffice, tmp_path: Path) -> None:
    path = written(report_of(studies.compared()), tmp_path)
    before = words(Computed(libreoffice.recalculate(path)))
    assert not any("Inputs have been changed" in word for word in before)
    change(path, {judgment("B", "X", "Z"): 9, setting("synthesis"): "ideal"})
    after = words(Computed(libreoffice.recalculate(path)))
    assert any("Inputs have been changed" in word for word in after)
    assert before != after


def test_groups_of_hosts_stand_below_the_ranking_with_their_best_member_or_the_mean(tmp_path: Path) -> None:
    study = studies.with_views()
    for figure, said in (("best", "Groups, by their best member"), ("mean", "Groups, by the mean of their members")):
        report = report_of(replace(study, settings=replace(study.settings, group_figure=figure)))
        rows = [row[1:4] for row in Computed(written(report, tmp_path)).sheets["Summary"]]
        assert [said, "", ""] in [[*row] for row in rows]
        totals = [100 * float(total) for total in report.content.results.totals[:2]]
        wanted = max(totals) if figure == "best" else sum(totals) / 2
        assert [row[2] for row in rows if row[1] == "Group"] == [wanted]


def test_without_a_ranking_there_are_no_empty_charts() -> None:
    report = report_of(replace(studies.with_views(), comparisons=()))
    assert report.pages["cover"].sheet._charts == []
    assert report.pages["contributions"].sheet._charts == []


def test_forty_long_names_break_before_the_chart_and_not_in_it() -> None:
    hosts = [f"The federated democratic republic number {i}" for i in range(40)]
    sheet = report_of(studies.data_study({"A": 1.0}, {"A": [0.01 * i for i in range(40)]}, hosts)).pages["cover"].sheet
    (chart,) = sheet._charts
    assert int(chart.anchor.lstrip("B")) - 1 in [mark.id for mark in sheet.row_breaks.brk]
