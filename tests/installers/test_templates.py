"""The shipped templates are what their tables say, and every figure in them says where it comes from."""

import pytest

from decidr.core.study.problems import Refused
from decidr.core.study.study import Study
from decidr.formats.study_file import load_study
from installers import templates
from installers.templates import TEMPLATES, build

FOLDERS = sorted(path for path in TEMPLATES.iterdir() if path.is_dir())
EV = build(TEMPLATES / "ev-plant")
ENTRY = build(TEMPLATES / "entry-mode")
GIVEN = [cell for cell in EV.cells if cell.value is not None]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_shipped_template_is_what_its_tables_give(folder):
    assert load_study(TEMPLATES / f"{folder.name}.decidr") == build(folder)


def test_every_shipped_template_has_tables():
    assert {path.stem for path in TEMPLATES.glob("*.decidr")} == {folder.name for folder in FOLDERS}


def test_every_figure_that_is_no_placeholder_has_source_year_and_licence():
    lacking = [c for c in GIVEN if c.status != "placeholder" and not (c.source and c.year and c.licence)]
    assert lacking == []
    assert any(c.status == "measured" for c in GIVEN)


def test_a_placeholder_names_no_source():
    assert [c for c in GIVEN if c.status == "placeholder" and (c.source or c.year or c.licence)] == []


def test_every_figure_has_a_status():
    assert {c.status for c in EV.cells if c.value is not None} <= {"measured", "proxy", "placeholder"}


def test_every_judgment_shipped_is_a_placeholder():
    assert {pair.status for block in EV.comparisons for pair in block.pairs} == {"placeholder"}


def test_all_that_is_said_of_the_entry_modes_is_a_placeholder_without_a_source():
    assert {cell.status for cell in ENTRY.cells} == {"placeholder"}
    assert [cell for cell in ENTRY.cells if cell.source or cell.year or cell.licence] == []
    assert {pair.status for block in ENTRY.comparisons for pair in block.pairs} == {"placeholder"}


def test_every_entry_mode_has_a_value_on_every_leaf():
    parents = {c.under for c in ENTRY.criteria}
    leaves = [c.id for c in ENTRY.criteria if c.id not in parents]
    assert len(ENTRY.hosts) == 5
    assert {(c.criterion, c.host) for c in ENTRY.cells} == {(leaf, h.id) for leaf in leaves for h in ENTRY.hosts}
    assert all(1 <= cell.value <= 9 for cell in ENTRY.cells)


def test_a_folder_without_criteria_gives_a_study_with_its_texts_alone(tmp_path):
    (tmp_path / "study.csv").write_text("Field,Value\nGoal,Best place\nQuestion,Where?\n", encoding="utf-8")
    assert build(tmp_path) == Study(goal="Best place", question="Where?")


def test_the_program_builds_every_template(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "criteria.csv").write_text("Criterion,Worst,Best\nTax,40,10\n", encoding="utf-8")
    (folder / "scenario_sets.csv").write_text("Set,Scenario\n", encoding="utf-8")
    monkeypatch.setattr(templates, "TEMPLATES", tmp_path)
    assert templates.main() == 0
    assert load_study(tmp_path / "small.decidr").criteria[0].worst == 40
    assert "small.decidr" in capsys.readouterr().out


def test_a_table_that_cannot_be_read_is_told_with_its_cell(tmp_path, monkeypatch, capsys):
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "criteria.csv").write_text("Criterion,Under\nTax,Zoo\n", encoding="utf-8")
    monkeypatch.setattr(templates, "TEMPLATES", tmp_path)
    assert templates.main() == 1
    assert "criteria!B2" in capsys.readouterr().err
    with pytest.raises(Refused):
        build(tmp_path / "bad")
