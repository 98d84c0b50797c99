"""The report as a live workbook: LibreOffice computes what the engine does, also after a client has changed it."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_cell, set_judgment, set_setting, set_weight
from decidr.core.study.judgments import NodeSetting
from decidr.core.study.problems import Refused
from decidr.core.study.study import Study
from decidr.formats.opening import open_study
from decidr.formats.report.book.inputs import Input
from decidr.formats.report.book.report import Report
from decidr.formats.report.content import Content, report_content
from decidr.formats.report.excel import write_report
from tests.conftest import LibreOffice
from tests.formats.report import studies
from tests.formats.report.live import (
    Changes,
    Computed,
    change,
    content_of,
    differences,
    judgment,
    report_of,
    setting,
    value,
    written,
)


def judge(study: Study, first: str, second: str, ratio: float, who: str | None = None, under: str = GOAL) -> Study:
    """A judgment of the base view changed."""
    view = study.settings.base_view
    return set_judgment(study, under=under, view=view, first=first, second=second, value=ratio, participant=who)


def test_the_ev_report_computes_what_the_engine_says(
    ev_plant: Study, ev_report: Report, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    computed = Computed(libreoffice.recalculate(written(ev_report, tmp_path)))
    assert differences(ev_report, computed, ev_plant) == []
    assert computed.number(ev_report.places["largest difference",]) < 1e-9


def test_the_ev_report_follows_a_judgment_a_figure_and_every_setting(
    ev_plant: Study, ev_report: Report, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    ids = {part.name: part.id for parts in (ev_plant.criteria, ev_plant.hosts, ev_plant.views) for part in parts}
    pair, view = (ids["Stability"], ids["Market access"]), ids["neutral"]
    changed = set_judgment(ev_plant, under=GOAL, view=view, first=pair[0], second=pair[1], value=4.0)
    changed = set_cell(changed, ids["Home EV market"], ids["Morocco"], value=30000.0)
    changed = set_cell(changed, ids["Jobs"], ids["Canada"], value=7.5)
    changed = set_setting(changed, synthesis="ideal", priorities="geometric mean", random_index="donegan-dodd")
    path = written(ev_report, tmp_path)
    change(
        path,
        {
            judgment(GOAL, *pair, view=view): 4,
            value(ids["Home EV market"], ids["Morocco"]): 30000,
            value(ids["Jobs"], ids["Canada"]): 7.5,
            setting("synthesis"): "ideal",
            setting("priorities"): "geometric mean",
            setting("random index"): "donegan-dodd",
        },
    )
    computed = Computed(libreoffice.recalculate(path))
    assert differences(ev_report, computed, changed) == []
    assert computed.number(ev_report.places["largest difference",]) > 1


def _group_changed(study: Study) -> Study:
    changed = judge(judge(study, "A", "C", 7.0, "L"), "D", "A", 0.5, "O")
    people = tuple(replace(p, weight=5.0) if p.id == "M" else p for p in changed.participants)
    cells = tuple(
        replace(c, value=0.1) if (c.criterion, c.host, c.participant) == ("A", "X", "M") else c for c in changed.cells
    )
    return replace(changed, participants=people, cells=cells)


SMALL: dict[str, tuple[Callable[[], Study], Changes, Callable[[Study], Study]]] = {
    "all compared in pairs, distributive, then ideal": (
        studies.compared,
        {judgment("a1", "X", "Z"): 9, setting("synthesis"): "ideal"},
        lambda study: set_setting(judge(study, "X", "Z", 9.0, under="a1"), synthesis="ideal"),
    ),
    "everything, absolute": (
        studies.everything,
        {value("points", "S"): 3, value("direct", "P"): None, value("rated", "R"): "Fair"},
        lambda study: set_cell(
            set_cell(set_cell(study, "points", "S", value=3.0), "direct", "P", "direct", value=None),
            "rated",
            "R",
            "rating",
            value="Fair",
        ),
    ),
    "everything, distributive, a cell closed and one opened": (
        studies.everything,
        {
            setting("synthesis"): "distributive",
            Input("closed", "", "log", "", "R"): None,
            Input("closed", "", "log", "", "P"): "shut",
        },
        lambda study: set_setting(
            set_cell(set_cell(study, "log", "R", closed=""), "log", "P", closed="shut"), synthesis="distributive"
        ),
    ),
    "everything, ideal, a gap filled": (
        studies.everything,
        {setting("synthesis"): "ideal", value("linear", "R"): 8, value("log", "S"): 100},
        lambda study: set_setting(
            set_cell(set_cell(study, "linear", "R", value=8.0), "log", "S", value=100.0), synthesis="ideal"
        ),
    ),
    "judgments missing": (
        lambda: studies.four([2, None, 3, "1/2", None, 4]),
        {judgment(GOAL, "A", "B"): 5},
        lambda study: judge(study, "A", "B", 5.0),
    ),
    "judgments missing, geometric mean": (
        lambda: studies.four([2, None, 3, "1/2", None, 4]),
        {judgment(GOAL, "A", "B"): 5, setting("priorities"): "geometric mean"},
        lambda study: set_setting(judge(study, "A", "B", 5.0), priorities="geometric mean"),
    ),
    "missing judgments made": (
        lambda: studies.four([2, None, 3, "1/2", None, 4], scale="root"),
        {judgment(GOAL, "A", "C"): 2, judgment(GOAL, "B", "D"): 6},
        lambda study: judge(judge(study, "A", "C", 2.0), "B", "D", 6.0),
    ),
    "smallest lambda-max": (
        lambda: studies.four([2, None, 3, "1/2", None, 4], completion="smallest lambda-max"),
        {},
        lambda study: study,
    ),
    "adaptive balanced scale": (
        lambda: studies.four([2, 7, 3, "1/2", 9, 4], scale="adaptive balanced"),
        {judgment(GOAL, "A", "B"): "=1/5"},
        lambda study: judge(study, "A", "B", 1 / 5),
    ),
    "a group's judgments pooled": (
        studies.group,
        {
            judgment(GOAL, "A", "C", "L"): 7,
            judgment(GOAL, "D", "A", "O"): 0.5,
            Input("participant weight", participant="M"): 5,
            value("A", "X", "M"): 0.1,
        },
        _group_changed,
    ),
    "a group's priorities combined": (
        lambda: studies.group(group="priorities"),
        {
            judgment(GOAL, "A", "C", "L"): 7,
            judgment(GOAL, "D", "A", "O"): 0.5,
            Input("participant weight", participant="M"): 5,
            value("A", "X", "M"): 0.1,
        },
        _group_changed,
    ),
    "a group's priorities combined arithmetically": (
        lambda: studies.group(group="priorities arithmetic"),
        {setting("priorities"): "geometric mean", setting("synthesis"): "ideal"},
        lambda study: set_setting(study, priorities="geometric mean", synthesis="ideal"),
    ),
    "the workshop's own result": (
        lambda: replace(studies.group(), nodes=(NodeSetting(under=GOAL, agreed=True),)),
        {judgment(GOAL, "A", "D"): 3},
        lambda study: judge(study, "A", "D", 3.0),
    ),
    "direct weights": (
        lambda: studies.given("direct"),
        {Input("weight", "base", GOAL, "", "A", "direct"): 1},
        lambda study: set_weight(study, "A", 1.0, "direct", "base"),
    ),
    "swing points of several people": (
        lambda: studies.given("swing", with_people=True),
        {Input("weight", "base", GOAL, "L", "A", "swing"): 30},
        lambda study: set_weight(study, "A", 30.0, "swing", "base", "L"),
    ),
    "tied ranks of several people": (
        lambda: studies.given("ranks", with_people=True, group="priorities arithmetic"),
        {Input("weight", "base", GOAL, "L", "A", "ranks"): 3},
        lambda study: set_weight(study, "A", 3.0, "ranks", "base", "L"),
    ),
    "views, dormant parts, only children, host groups": (
        studies.with_views,
        {judgment("A", "a1", "a3"): 8, judgment(GOAL, "A", "B", view="v"): 2},
        lambda study: set_judgment(
            judge(study, "a1", "a3", 8.0, under="A"), under=GOAL, view="v", first="A", second="B", value=2.0
        ),
    ),
    "odd names": (studies.odd, {}, lambda study: study),
}


@pytest.mark.parametrize("name", SMALL)
def test_small_reports_compute_what_the_engine_says_of_the_changed_study(
    name: str, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    make, changes, edit = SMALL[name]
    report = report_of(make())
    path = written(report, tmp_path)
    change(path, changes)
    computed = Computed(libreoffice.recalculate(path))
    assert differences(report, computed, edit(make())) == []


@pytest.mark.parametrize("study", [studies.everything, studies.group, studies.with_views])
def test_the_numbers_that_viewers_show_are_those_that_formulas_give(
    study: Callable[[], Study], libreoffice: LibreOffice, tmp_path: Path
) -> None:
    path = written(report_of(study()), tmp_path)
    stored, computed = Computed(path), Computed(libreoffice.recalculate(path))
    parted = [
        f"{name}, row {i}, column {j}: {held!r}, not {computed.sheets[name][i][j]!r}"
        for name, rows in stored.sheets.items()
        for i, row in enumerate(rows)
        for j, held in enumerate(row)
        if held != "" and not _same(held, computed.sheets[name][i][j])
    ]
    assert parted == []


def _same(one: float | str, other: float | str) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return abs(one - other) <= 1e-9 * max(1.0, abs(one))


def test_equal_totals_share_a_rank_as_long_as_no_gap_parts_them(libreoffice: LibreOffice, tmp_path: Path) -> None:
    study = studies.data_study({"A": 1.0}, {"A": [0.5, 0.5 - 0.8e-9, 0.5 - 1.6e-9, 0.7, 0.5, 0.1]}, "PQRSTU")
    report = report_of(study)
    computed = Computed(libreoffice.recalculate(written(report, tmp_path)))
    ranks = [computed[report.places["rank", "base", host]] for host in "PQRSTU"]
    assert ranks == evaluate(study).ranks.tolist() == [2, 2, 2, 1, 2, 6]


def test_a_host_that_fails_a_must_has_no_rank_until_its_figure_is_mended(
    full_report: Report, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    path = written(full_report, tmp_path)
    assert Computed(libreoffice.recalculate(path))[full_report.places["rank", "base", "S"]] == "–"
    change(path, {value("points", "S"): 2})
    assert Computed(libreoffice.recalculate(path))[full_report.places["rank", "base", "S"]] != "–"


def test_a_report_opens_as_the_study_it_carries(ev_plant: Study, ev_content: Content, tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    write_report(ev_content, path)
    assert open_study(path).study == ev_plant


def test_odd_names_survive_in_the_study_that_a_report_carries(libreoffice: LibreOffice, tmp_path: Path) -> None:
    study = studies.odd()
    path = tmp_path / "report.xlsx"
    write_report(content_of(study), path)
    assert open_study(path).study == study
    assert open_study(libreoffice.recalculate(path)).study == study


def test_the_report_follows_the_view_asked_for(ev_plant: Study, ev_content: Content, tmp_path: Path) -> None:
    investor = next(view.id for view in ev_plant.views if view.name == "investor")
    path = tmp_path / "report.xlsx"
    write_report(report_content(ev_plant, ev_content.by_view, None, investor), path)
    cover = Computed(path).sheets["Summary"]
    totals = [row[3] for row in cover if isinstance(row[1], float)]
    assert totals[:2] == sorted(ev_content.by_view[investor].totals * 100)[::-1][:2]


def test_a_study_without_weights_makes_a_report_that_says_so(tmp_path: Path) -> None:
    study = replace(studies.four([1] * 6), comparisons=())
    path = tmp_path / "report.xlsx"
    write_report(content_of(study), path)
    words = [str(cell) for row in Computed(path).sheets["Summary"] for cell in row]
    assert any("no ranking yet" in word for word in words)


def test_a_study_without_hosts_is_refused_and_leaves_no_file(tmp_path: Path) -> None:
    study = replace(studies.four([1] * 6), hosts=())
    with pytest.raises(Refused, match="at least one criterion"):
        write_report(content_of(study), tmp_path / "report.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_forty_hosts_on_sixty_leaves_are_written(tmp_path: Path) -> None:
    figures = np.random.default_rng(1).uniform(size=(60, 40))
    leaves = {f"criterion {i}": 1 / 60 for i in range(60)}
    rows = {name: row.tolist() for name, row in zip(leaves, figures, strict=True)}
    study = studies.data_study(leaves, rows, [f"host {i}" for i in range(40)])
    path = tmp_path / "report.xlsx"
    write_report(content_of(study), path)
    assert open_study(path).study == study


@pytest.mark.parametrize("must", ["= 3", ">= 2"])
def test_a_must_on_a_rated_leaf_names_a_level_also_one_like_a_figure(
    libreoffice: LibreOffice, tmp_path: Path, must: str
) -> None:
    study = studies.everything()
    criteria = tuple(replace(c, must=must) if c.id == "rated" else replace(c, must="") for c in study.criteria)
    levels = tuple(replace(level, name="3") if level.name == "Good" else level for level in study.levels)
    cells = tuple(replace(cell, value="3") if cell.value == "good" else cell for cell in study.cells)
    changed = replace(study, criteria=criteria, levels=levels, cells=cells)
    report = report_of(changed)
    computed = Computed(libreoffice.recalculate(written(report, tmp_path)))
    results = evaluate(changed)
    ranks = [computed[report.places["rank", results.view, host]] for host in results.hosts]
    assert ranks == [rank or "–" for rank in results.ranks.tolist()]
    assert differences(report, computed, changed) == []
