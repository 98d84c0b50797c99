import ast
import re
from pathlib import Path

import pytest

import decidr
from decidr.core.study.problems import Place, Problem, Refused, sentence
from decidr.core.study.sentences import SENTENCES

SOURCES = [p.read_text(encoding="utf-8") for p in Path(decidr.__file__).parent.rglob("*.py")]


def codes_raised():
    """Every code that some module makes a Problem of, where it is written out."""
    for text in SOURCES:
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem":
                yield from (a.value for a in node.args[1:2] if isinstance(a, ast.Constant))


def test_every_code_that_is_raised_has_a_sentence():
    assert set(codes_raised()) <= set(SENTENCES)


def tellings():
    """Every code that is told through a method, with the names of the values given for its sentence."""
    for text in SOURCES:
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("error", "warning", "notice", "_tell"):
                codes = [a.value for a in node.args[:2] if isinstance(a, ast.Constant) and "." in str(a.value)]
                names = {keyword.arg for keyword in node.keywords}
                yield from ((code, names) for code in codes if None not in names)


def test_every_code_that_is_told_has_a_sentence_and_all_that_fills_it():
    found = list(tellings())
    assert len(found) > 60
    for code, names in found:
        assert set(re.findall(r"{(\w+)}", SENTENCES[code])) <= names, code


def test_a_place_reads_sheet_names_and_column():
    assert str(Place("Data", ("Home EV market", "Morocco"))) == "Data: Home EV market, Morocco"
    assert str(Place("Study", (), "Synthesis")) == "Study (Synthesis)"


def test_a_sentence_is_filled_with_the_values():
    assert "58.5" in sentence(Problem("notice", "data.beyond_ends", "", {"value": "58.5", "worst": "15", "best": "2"}))


def test_a_refusal_carries_every_problem():
    problems = [Problem("error", "hosts.none"), Problem("error", "criteria.none")]
    assert Refused(problems).problems == tuple(problems)


@pytest.mark.parametrize("text", SENTENCES.values())
def test_a_sentence_has_no_trace_and_no_code_name(text):
    words = re.sub(r"{\w+}", "", text)
    assert not re.search(r"Traceback|Error\b|None|\bid\b", words)
