import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.problems import Refused, sentence
from decidr.formats.foreign.reading import study_of_sheets, study_of_text
from decidr.formats.opening import open_study
from decidr.formats.spreadsheet import Sheet
from decidr.formats.study_file import study_from_text, study_text
from decidr.formats.templates import load_template
from tests.command_line import call
from tests.formats.books import write_book
from tests.formats.foreign.samples import HEAD, export, input_rows, project, refusal, saved, square, template

FILES = {
    "AHPcalc.xlsx": lambda path: template(path, ("A", "B"), [("Lee", {(1, 2): ("A", 3)})]),
    "project.JSON": lambda path: saved(path, project("Site: A, B;", [("Lee", "Site", "0", "3")])),
    "input.csv": lambda path: saved(path, export([*HEAD, *input_rows("Lee", "Node", {"Site": square(3)})])),
    "hierarchy.txt": lambda path: saved(path, "Site: A=0.75, B=0.25;"),
    "matrix.xlsx": lambda path: write_book(path, {"any": [("", "A", "B"), ("A", 1, 3), ("B", "", 1)]}),
    "ahpy.json": lambda path: saved(path, {"('A', 'B')": 3}),
}


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_a_study_for_every_command(tmp_path, capsys, name):
    path = FILES[name](tmp_path / name)
    solved = call(capsys, "solve", path, "--json")
    assert solved.code == 0
    assert [row["local"] for row in solved.json["criteria"]] == pytest.approx([0.75, 0.25])
    assert call(capsys, "workbook", path, "-o", tmp_path / "study.xlsx").code == 0
    again = call(capsys, "solve", tmp_path / "study.xlsx", "--json").json
    assert [row["local"] for row in again["criteria"]] == pytest.approx([0.75, 0.25])
    checked = call(capsys, "check", path, "--json").json["problems"]
    assert "hosts.none" in [row["code"] for row in checked]


def test_a_study_of_our_own_called_json_opens(tmp_path):
    study = load_template("ev-plant")
    assert open_study(saved(tmp_path / "mine.json", study_text(study))).study == study


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_texts_are_read_in_every_usual_encoding(tmp_path, encoding):
    path = tmp_path / "h.txt"
    path.write_bytes("Ziel: Möbel, Café;".encode(encoding))
    assert [c.name for c in study_of_text(path).study.criteria] == ["Möbel", "Café"]


@pytest.mark.parametrize("name", ["folder.json", "folder.csv"])
def test_a_folder_is_told(tmp_path, name):
    (tmp_path / name).mkdir()
    assert refusal(tmp_path / name) == [("file.a_folder", str(tmp_path / name))]


@pytest.mark.parametrize("name", ["none.json", "none.csv", "none.txt"])
def test_what_is_not_there_is_told(tmp_path, name):
    assert refusal(tmp_path / name) == [("file.missing", str(tmp_path / name))]


WORDS = st.sampled_from(
    ["", "a", "b", "a, b", "('b', 'c')", "Goal", "0", "1/3", "name", "comparisons", "hierarchy", "pj", "pwc", "alt",
     "Goal: a, b;", "a=0.5", "Session Code", "Node", "Weights", "Criterion", "Alternatives", "Participant",
     "Project: x", "Level 1", "p (L1)", "Glb. Pr.", "A", "B", "A or B", "Scale", "i", "j", "n=", "N=", "Name",
     "Weight", "CR"]
)  # fmt: skip
LEAVES = WORDS | st.integers(-1, 10) | st.floats(allow_nan=False) | st.none() | st.booleans()
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4))
CELLS = WORDS | st.floats(0, 10) | st.sampled_from([0.0, 1.0, 2.0, 3.0])


def problems_of(read):
    """What is told of a file; a study that was opened can be evaluated, saved and opened again."""
    try:
        opened = read()
    except Refused as refused:
        return refused.problems
    if opened is None:
        return ()
    assert study_from_text(study_text(opened.study)) == opened.study
    return (*opened.problems, *evaluate(opened.study).problems)


@settings(max_examples=300, deadline=None)
@given(VALUES)
def test_any_json_is_opened_soundly_or_refused_in_words(tmp_path_factory, value):
    path = saved(tmp_path_factory.getbasetemp() / "any.json", json.dumps(value))
    assert all(map(sentence, problems_of(lambda: study_of_text(path))))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=6), min_size=1, max_size=8))
def test_any_sheet_is_opened_soundly_left_or_refused_in_words(rows):
    assert all(map(sentence, problems_of(lambda: study_of_sheets([Sheet("any", rows)], "any"))))
