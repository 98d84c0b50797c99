import pytest

from decidr import paths
from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_cell
from decidr.core.study.problems import Refused
from decidr.formats.study_file import save_study
from decidr.formats.templates import is_template, load_template, templates


def test_the_ev_plant_comes_first_with_its_title():
    first = templates()[0]
    assert (first.id, first.title) == ("ev-plant", "EV plant: where should it stand?")
    assert first.path.is_file()


def test_templates_are_listed_by_id(tmp_path, monkeypatch):
    for name in ("zoo", "ev-plant", "airport"):
        save_study(load_template("ev-plant"), tmp_path / f"{name}.decidr")
    monkeypatch.setattr(paths, "templates", lambda: tmp_path)
    assert [template.id for template in templates()] == ["ev-plant", "airport", "zoo"]


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.id)
def test_every_template_can_be_evaluated_without_an_error(template):
    study = load_template(template.id)
    for view in study.views:
        problems = evaluate(study, view.id).problems
        assert [p for p in problems if p.severity == "error"] == []


@pytest.mark.parametrize(
    ("name", "answer"), [("ev-plant", True), ("ev-plant.decidr", False), ("", False), ("EV", False)]
)
def test_a_template_is_known_by_its_id_alone(name, answer):
    assert is_template(name) is answer


def test_a_template_that_is_not_there_is_refused():
    with pytest.raises(Refused):
        load_template("mars")


EV = load_template("ev-plant")


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
