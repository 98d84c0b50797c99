import pytest

from decidr import paths
from decidr.core.analysis.evaluation import evaluate
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
