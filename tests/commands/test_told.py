"""Trouble goes to stderr with its place, and into JSON."""

from pathlib import Path

import pytest

from tests.command_line import EV, call
from tests.commands.promised import BROKEN
from tests.formats.books import write_book


def test_trouble_is_told_on_stderr_at_the_cells_of_the_workbook(capsys, tmp_path):
    outcome = call(capsys, "solve", write_book(tmp_path / "book.xlsx", BROKEN))
    assert outcome.code == 0
    assert "warning: Judgments!D3: CR " in outcome.err
    assert "warning: Criteria!A4: " in outcome.err
    assert "Judgments!D3" not in outcome.out


def test_in_json_the_problems_have_the_cells_and_stderr_is_empty(capsys, tmp_path):
    outcome = call(capsys, "solve", write_book(tmp_path / "book.xlsx", BROKEN), "--json")
    assert outcome.err == ""
    places = {p["code"]: p["place"] for p in outcome.json["problems"]}
    assert places["judgments.inconsistent"] == "Judgments!D3"


@pytest.mark.parametrize(
    "words", [("new", EV, "-o", "x.decidr"), ("workbook", EV, "-o", "x.xlsx"), ("report", EV, "-o", "x.xlsx")]
)
def test_a_place_that_cannot_be_written_is_told_in_a_sentence(capsys, tmp_path, words):
    *first, name = words
    outcome = call(capsys, *first, tmp_path / "nowhere" / name)
    assert outcome.code == 2
    assert "cannot be written" in outcome.err
    assert "Traceback" not in outcome.err
    assert not Path(tmp_path / "nowhere").exists()
