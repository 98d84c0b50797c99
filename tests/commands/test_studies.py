"""Studies are started and checked."""

import json

from msgspec.structs import replace

from decidr.core.study.edits import set_cell, set_setting
from decidr.core.study.judgments import WeightEntry
from decidr.core.study.scenarios import Move, Scenario
from decidr.core.study.study import Study
from decidr.formats.study_file import load_study
from tests.building import data_study
from tests.command_line import EV, EV_STUDY, call, saved
from tests.commands.promised import BROKEN, SOLVE
from tests.formats.books import write_book


def test_check_lists_every_problem_of_every_view_once(capsys):
    outcome = call(capsys, "check", EV, "--json")
    assert (outcome.code, list(outcome.json)) == (0, ["problems"])
    rows = outcome.json["problems"]
    assert all(list(row) == list(SOLVE["problems"][0]) for row in rows)
    assert len(rows) == len({json.dumps(row) for row in rows})
    assert {row["code"] for row in rows} >= {"data.missing", "views.leaf_left_out", "judgments.placeholder"}
    assert len(call(capsys, "check", EV).out.splitlines()) == len(rows)


def test_check_ends_in_one_only_on_an_error(capsys, tmp_path):
    assert call(capsys, "check", write_book(tmp_path / "warned.xlsx", BROKEN)).code == 0
    outcome = call(capsys, "check", saved(tmp_path, Study()))
    assert outcome.code == 1
    assert "error: " in outcome.out


def test_check_tells_what_a_refused_workbook_holds_and_where(capsys, tmp_path):
    rows = [*BROKEN["Judgments"], ("Goal", "Cost", "Zoo", "1/x")]
    path = write_book(tmp_path / "book.xlsx", {**BROKEN, "Judgments": rows, "Extra": [("a",)]})
    outcome = call(capsys, "check", path, "--json")
    assert (outcome.code, outcome.err) == (1, "")
    found = {(p["severity"], p["place"], p["code"]) for p in outcome.json["problems"]}
    assert ("error", "Judgments!C6", "name.unknown") in found
    assert call(capsys, "check", path).out.startswith("error: Judgments!C6: ")


def test_check_tells_which_moves_are_skipped_and_which_cannot_be_made(capsys, tmp_path):
    moves = (
        Move(kind="data", target="a", operation="add", value=0.1),
        Move(kind="score", target="b", host="Y", operation="add", value=0.1),
        Move(kind="weight", target="b", operation="add", value=0.1),
    )
    study = data_study({"a": 0.5, "b": 0.5}, {"a": [None, 0.9], "b": [0.1, 0.2]}, ("X", "Y"))
    sound, wrong = (Scenario(id=str(n), name=f"S{n}", moves=moves[:n]) for n in (2, 3))
    checked = call(capsys, "check", saved(tmp_path, replace(study, scenarios=(sound,))), "--json")
    told = [(p["severity"], p["code"], p["place"]) for p in checked.json["problems"] if "Scenarios" in p["place"]]
    assert (checked.code, told) == (0, [("notice", "scenarios.skipped_missing", "Scenarios: S2, 1, a")])
    checked = call(capsys, "check", saved(tmp_path, replace(study, scenarios=(wrong,))))
    assert checked.code == 1
    assert "error: Scenarios: S3, 3, b (Operation): a weight is multiplied" in checked.out


def test_check_tells_what_no_simulation_could_draw(capsys, tmp_path):
    of = data_study({"a": 0.5, "b": 0.5}, {"a": [0.3, 0.9], "b": [0.1, 0.2]}, ("X", "Y"), simulation_weights="bounded")
    of = set_cell(set_setting(of, seed=-1), "a", "X", low=0.4, high=0.6)
    of = replace(of, weights=(WeightEntry(criterion="a", low=0.7), WeightEntry(criterion="b", low=0.6)))
    checked = call(capsys, "check", saved(tmp_path, of), "--json")
    told = [(p["severity"], p["code"], p["place"]) for p in checked.json["problems"]]
    assert checked.code == 1
    assert told.count(("error", "settings.seed", "Study (Seed)")) == 1
    assert told.count(("error", "bounds.empty", "Weights: Goal")) == 1
    assert told.count(("error", "data.bounds", "Data: a, X")) == 1


def test_templates_are_listed_one_a_line(capsys):
    assert call(capsys, "templates").out.splitlines()[0] == f"ev-plant\t{EV_STUDY.title}"


def test_a_study_starts_from_a_template(capsys, tmp_path):
    outcome = call(capsys, "new", EV, "-o", tmp_path / "mine.decidr")
    assert (outcome.code, outcome.out) == (0, "")
    assert load_study(tmp_path / "mine.decidr") == EV_STUDY


def test_the_installation_tests_itself(capsys):
    outcome = call(capsys, "--self-test")
    assert outcome.code == 0
    assert "AHPy" in outcome.out


def test_a_new_study_takes_no_place_of_another(capsys, tmp_path):
    path = tmp_path / "mine.decidr"
    path.write_text("a week of work", encoding="utf-8")
    outcome = call(capsys, "new", EV, "-o", path)
    assert (outcome.code, outcome.out) == (2, "")
    assert "mine.decidr is there already; name another file" in outcome.err
    assert path.read_text(encoding="utf-8") == "a week of work"
