"""How commands begin and end: words understood, exit codes, what goes where, and no Qt."""

import json
import subprocess
import sys

import pytest

from decidr import __version__
from decidr.core.study.edits import add_participant
from decidr.core.study.study import Study
from decidr.formats.study_file import save_study
from decidr.formats.templates import load_template
from tests.command_line import ROOT, call, run
from tests.formats.books import PLAIN, write_book

EV = "ev-plant"
COMMANDS = (
    "open",
    "templates",
    "new",
    "solve",
    "weights",
    "sensitivity",
    "check",
    "workbook",
    "questionnaire",
    "collect",
    "report",
    "chart",
)


def test_the_version_is_told(capsys):
    assert call(capsys, "--version") == (0, f"decidr {__version__}\n", "")


def test_help_names_every_command(capsys):
    outcome = call(capsys, "--help")
    assert (outcome.code, outcome.err) == (0, "")
    assert {line.split()[0] for line in outcome.out.splitlines() if line.startswith("    ")} >= set(COMMANDS)


def test_a_command_that_is_none_is_told_with_those_that_are(capsys):
    outcome = call(capsys, "fly")
    assert outcome.code == 2
    assert "argument COMMAND: invalid choice: 'fly' (choose from 'open', " in outcome.err


def test_help_offers_the_methods_by_name_and_nothing_that_does_not_work(capsys):
    said = " ".join(call(capsys, "solve", "--help").out.split())
    assert "absolute, distributive, ideal" in said
    assert "--scenario NAME suppose this scenario" in said
    assert "--language" not in call(capsys, "report", "--help").out


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize("words", [(), ("open", EV)])
def test_without_a_display_a_sentence_says_so(words):
    outcome = run(*words, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines() == [
        "decidr: there is no display to show the window on; decidr --help lists what works without one"
    ]


def test_the_only_view_is_named_where_another_is_asked_for(capsys, tmp_path):
    book = write_book(tmp_path / "plain.xlsx", PLAIN)
    outcome = call(capsys, "solve", book, "--view", "investor")
    assert (outcome.code, outcome.err) == (2, "decidr: there is no view «investor», only «base»\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_help_of_its_own(capsys, command):
    outcome = call(capsys, command, "--help")
    assert outcome.code == 0
    assert outcome.out.startswith(f"usage: decidr {command}")


WRONG = [
    ["solve"],
    ["solve", EV, "--colour"],
    ["fly", EV],
    ["solve", EV, "--priorities", "guess"],
    ["solve", EV, "--synthesis", "guess"],
    ["solve", EV, "--random-index", "guess"],
    ["solve", EV, "--completion", "guess"],
    ["solve", EV, "--view", "Mars"],
    ["solve", EV, "--scenario", "Mars"],
    ["sensitivity", EV, "--view", "Mars"],
    ["sensitivity", EV, "--criterion", "Mars"],
    ["sensitivity", EV, "--criterion", "Goal"],
    ["sensitivity", EV, "--criterion", "IP and technology leakage", "--view", "investor"],
    ["sensitivity", EV, "--level", "Jobs"],
    ["report", EV, "-o", "report.xlsx", "--view", "Mars"],
    ["report", EV],
    ["workbook", EV],
    ["workbook", EV, "-o", "study.ods"],
    ["questionnaire", EV],
    ["questionnaire", EV, "-o", "folder", "--language", "tlh"],
    ["collect", EV, "-o", "x.decidr"],
    ["collect", EV, "answers.xlsx"],
    ["collect", EV, "answers.xlsx", "-o", "x.xlsx"],
    ["new", EV],
    ["new", "mars", "-o", "x.decidr"],
    ["new", EV, "-o", "study.xlsx"],
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_usage_ends_in_two_and_says_why(capsys, monkeypatch, tmp_path, words):
    monkeypatch.chdir(tmp_path)
    outcome = call(capsys, *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.strip().splitlines()[-1].startswith("decidr")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["solve", EV, "--scenario", "Mars"], "there is no scenario «Mars»; there are «CUSMA not renewed», "),
        (["solve", "blank", "--scenario", "Mars"], "this study has no scenarios"),
        (["sensitivity", EV, "--level", "Jobs"], "«Benefits to the host» or «leaves»"),
        (["report", EV, "-o", "x.xlsx", "--language", "fr"], "--language does not work yet"),
        (["report", EV, "-o", "x.docx"], "only .xlsx is written"),
        (["report", EV, "-o", "x.pdf"], "only .xlsx is written"),
        (["solve", EV, "--view", "Mars"], "there are «neutral», «investor», «host government»"),
        (["new", "mars", "-o", "x.decidr"], "decidr templates lists them"),
        (["solve", EV, "--synthesis", "guess"], "choose one of absolute, distributive, ideal"),
    ],
)
def test_what_does_not_work_says_so(capsys, monkeypatch, tmp_path, words, said):
    monkeypatch.chdir(tmp_path)
    outcome = call(capsys, *words)
    assert outcome.code == 2
    assert said in outcome.err


@pytest.mark.parametrize("command", ["solve", "sensitivity", "check", "weights"])
def test_a_file_that_is_not_there_is_refused(capsys, tmp_path, command):
    outcome = call(capsys, command, tmp_path / "none.xlsx")
    said = outcome.out if command == "check" else outcome.err
    assert outcome.code == 1
    assert "there is no file" in said
    assert len(said.splitlines()) == 1


REFUSED = {
    "table.csv": "country,2024\nCanada,1\nSpain,2\nTurkey,3\n",
    "text.decidr": "{",
    "text.txt": "hello",
    "text.xlsx": "hello",
    "future.decidr": '{"format": [2, 0]}',
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_study_is_refused_in_one_line(capsys, tmp_path, name):
    (tmp_path / name).write_text(REFUSED[name], encoding="utf-8")
    outcome = call(capsys, "solve", tmp_path / name, "--json")
    assert (outcome.code, outcome.out, len(outcome.err.splitlines())) == (1, "", 1)


def test_a_folder_is_refused(capsys, tmp_path):
    assert call(capsys, "solve", tmp_path).code == 1


def test_a_workbook_is_refused_with_one_problem_a_line(capsys, tmp_path):
    rows = [("Under", "First", "Second", "Value"), ("Goal", "Cost", "Risk", "1/x"), ("Goal", "Cost", "Zoo", 3)]
    outcome = call(capsys, "solve", write_book(tmp_path / "book.xlsx", {**PLAIN, "Judgments": rows}))
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.splitlines() == [
        'Judgments!D2: "1/x" is not a ratio (write 3, 1/3 or 0.333)',
        "Judgments!C3: there is no criterion «Zoo»",
    ]


def test_nothing_is_written_when_the_study_is_refused(capsys, tmp_path):
    for words in (["workbook", tmp_path / "none.decidr"], ["report", tmp_path / "none.decidr"]):
        assert call(capsys, *words, "-o", tmp_path / "out.xlsx").code == 1
    assert list(tmp_path.iterdir()) == []


# In a process of its own


def test_the_module_runs_as_the_command_does():
    outcome = run("solve", EV, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.json["verdict"]["leader"] == "Spain"


@pytest.mark.parametrize(
    ("words", "code"),
    [(["templates"], 0), (["solve", "none.decidr"], 1), (["solve", EV, "--view", "Mars"], 2), (["fly"], 2)],
)
def test_the_exit_code_reaches_the_shell(words, code):
    assert run(*words).code == code


def test_names_of_every_script_reach_a_pipe_as_utf8(tmp_path):
    save_study(Study(title="中国 Türkiye"), tmp_path / "study.decidr")
    outcome = run("solve", tmp_path / "study.decidr", "--json", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (outcome.code, outcome.json["study"]) == (0, "中国 Türkiye")


QT_FREE = [
    ["--version"],
    ["templates"],
    ["new", EV, "-o", "{folder}/x.decidr"],
    ["solve", EV, "--json"],
    ["solve", EV],
    ["weights", "{folder}/matrix.csv"],
    ["sensitivity", EV],
    ["check", EV],
    ["workbook", EV, "-o", "{folder}/x.xlsx"],
    ["questionnaire", "{folder}/people.decidr", "-o", "{folder}/out", "--language", "fr"],
    ["collect", "{folder}/people.decidr", "{folder}/survey.csv", "-o", "{folder}/y.decidr"],
    ["report", EV, "-o", "{folder}/report.xlsx"],
    ["--self-test"],
]

LOOK = """
import json, sys
from decidr.cli import main
for words in json.loads(sys.argv[1]):
    try:
        code = main(words)
    except SystemExit as end:
        code = end.code
    loaded = sorted(name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6", "pyqtgraph"))
    assert (code, loaded) == (0, []), (words, code, loaded)
"""


def test_the_commands_import_no_qt(tmp_path):
    (tmp_path / "matrix.csv").write_text(",A,B\nA,1,3\nB,,1\n", encoding="utf-8")
    (tmp_path / "survey.csv").write_text("Name,Stability vs Incentives\nLee,3\n", encoding="utf-8")
    save_study(add_participant(load_template(EV), "Lee"), tmp_path / "people.decidr")
    words = [[word.format(folder=tmp_path) for word in command] for command in QT_FREE]
    looked = subprocess.run(
        [sys.executable, "-c", LOOK, json.dumps(words)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert looked.returncode == 0, looked.stderr


def test_an_unknown_picture_is_wrong_usage(tmp_path):
    outcome = run("chart", EV, "nonsense", "-o", tmp_path / "x.png", QT_QPA_PLATFORM="offscreen")
    assert outcome.code == 2
    assert "Traceback" not in outcome.err
