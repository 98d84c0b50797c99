"""What a command may not do to its own study."""

import pytest

from tests.command_line import call
from tests.formats.books import PLAIN, write_book


@pytest.mark.parametrize("command", ["report", "workbook"])
def test_the_study_itself_is_never_written_over(capsys, tmp_path, monkeypatch, command):
    book = write_book(tmp_path / "plant.xlsx", PLAIN)
    before = book.read_bytes()
    monkeypatch.chdir(tmp_path)
    outcome = call(capsys, command, book, "-o", "PLANT.xlsx" if (tmp_path / "PLANT.xlsx").exists() else "plant.xlsx")
    assert (outcome.code, outcome.out) == (2, "")
    assert "is the study itself; name another file" in outcome.err
    assert book.read_bytes() == before
