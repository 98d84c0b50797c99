import pytest

from decidr import paths
from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_cell, set_fields
from decidr.core.study.problems import Refused
from decidr.core.study.study import Study
from decidr.formats.study_file import save_study
from decidr.formats.templates import (
    BLANK,
    is_template,
    load_template,
    remove_template,
    restore_template,
    save_template,
    templates,
)

EV = load_template("ev-plant")


def test_the_ev_plant_comes_first_with_its_title():
    first = templates()[0]
    assert (first.id, first.title) == ("ev-plant", "EV plant: where should it stand?")
    assert first.path.is_file()


def test_the_entry_modes_come_next_and_the_blank_one_last():
    save_template(EV, with_data=True)
    ids = [template.id for template in templates()]
    assert ids == ["ev-plant", "entry-mode", "ev-plant-where-should-it-stand", "blank"]


def test_templates_are_listed_by_id(tmp_path, monkeypatch):
    for name in ("zoo", "ev-plant", "airport"):
        save_study(load_template("ev-plant"), tmp_path / f"{name}.decidr")
    monkeypatch.setattr(paths, "templates", lambda: tmp_path)
    assert [template.id for template in templates()] == ["ev-plant", "airport", "zoo"]


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.id)
def test_every_template_can_be_evaluated_without_an_error_that_a_fresh_study_has_not(template):
    study = load_template(template.id)
    fresh = {p.code for p in evaluate(Study()).problems} if template.id == BLANK else set()
    for view in study.views:
        problems = evaluate(study, view.id).problems
        assert {p.code for p in problems if p.severity == "error"} <= fresh


@pytest.mark.parametrize("template", ["ev-plant", "entry-mode"])
def test_every_view_of_a_template_ranks_every_host(template):
    study = load_template(template)
    for view in study.views:
        results = evaluate(study, view.id)
        assert len(results.order) == len(study.hosts)
        assert all(m.consistency is not None and (m.consistency.cr or 0) <= 0.1 for m in results.matrices)


def test_a_new_study_from_the_blank_template_is_a_fresh_study():
    assert load_template(BLANK) == Study()
    assert "Blank" in templates()[-1].title


def test_a_study_becomes_a_template_without_its_judgments():
    made = save_template(set_fields(EV, title="Plant of Lee & Co.: 2026", client="Lee"), with_data=True)
    assert made.id == "plant-of-lee-co-2026"
    assert made in templates()
    assert is_template(made.id)
    study = load_template(made.id)
    assert study.comparisons == ()
    assert study.client == ""
    assert (study.criteria, study.hosts, study.cells) == (EV.criteria, EV.hosts, EV.cells)


def test_a_template_can_leave_the_data_out():
    assert load_template(save_template(EV, with_data=False).id).cells == ()


def test_templates_of_one_title_are_kept_apart():
    titles = [
        save_template(set_fields(EV, title=title), with_data=False).id for title in ("EV plant", "ev plant", "Ev-Plant")
    ]
    assert titles == ["ev-plant-2", "ev-plant-3", "ev-plant-4"]
    assert load_template("ev-plant") == EV


@pytest.mark.parametrize(("title", "id_"), [("…", "template"), ("电动车", "电动车"), ("a" * 99, "a" * 60)])
def test_any_title_gives_a_name_that_files_may_have(title, id_):
    assert save_template(set_fields(EV, title=title), with_data=False).id == id_


def test_a_study_without_a_title_gets_one_as_a_template():
    assert save_template(Study(), with_data=True).title == "My template"


def test_a_damaged_template_of_the_user_hides_no_other():
    save_template(set_fields(EV, title="Good"), with_data=True)
    (paths.own_templates() / "bad.decidr").write_text("{", encoding="utf-8")
    ids = [template.id for template in templates()]
    assert "good" in ids
    assert "bad" not in ids
    with pytest.raises(Refused):
        load_template("bad")


@pytest.mark.parametrize(
    ("name", "answer"), [("ev-plant", True), ("ev-plant.decidr", False), ("", False), ("EV", False)]
)
def test_a_template_is_known_by_its_id_alone(name, answer):
    assert is_template(name) is answer


def test_a_template_that_is_not_there_is_refused():
    with pytest.raises(Refused):
        load_template("mars")


@pytest.mark.parametrize("leaf", [c for c in EV.criteria if c.under != GOAL], ids=lambda leaf: leaf.name)
def test_a_better_figure_never_scores_less_and_raises_the_total(leaf):
    """Trap A20: tariffs of 0 %, falling prices and low tax are better where the criterion says so."""
    worst, best = leaf.worst, leaf.best
    assert (best > worst) == (leaf.better == "higher")
    host = EV.hosts[2]
    totals = []
    for share in (-0.5, 0.0, 0.25, 0.75, 1.0, 1.5):
        step = worst * (best / worst) ** share if leaf.curve.form == "log" else worst + share * (best - worst)
        totals.append(evaluate(set_cell(EV, leaf.id, host.id, value=step, closed="")).totals[2])
    assert totals[0] == pytest.approx(totals[1], abs=1e-12)
    assert totals[1] < totals[2] < totals[3] < totals[4]
    assert totals[4] == pytest.approx(totals[5], abs=1e-12)


def test_an_own_template_is_removed_and_restored_as_it_was_and_a_shipped_one_stays():
    made = save_template(load_template("ev-plant"), with_data=True)
    before = made.path.read_bytes()
    content = remove_template(made.id)
    assert not is_template(made.id)
    restore_template(made.id, content)
    assert (made.path.read_bytes(), is_template(made.id)) == (before, True)
    with pytest.raises(OSError, match="ev-plant"):
        remove_template("ev-plant")
    assert is_template("ev-plant")
