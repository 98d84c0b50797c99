"""What it takes, as rows."""

from __future__ import annotations

import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.sensitivity.critical_cells import critical_cells
from decidr.formats.templates import load_template
from decidr.gui.models.sensitivity.flip_lines import cell_headings, cell_rows

EV = evaluate(load_template("ev-plant"))


def test_each_cell_stands_with_its_host_what_it_is_now_and_at_the_tie() -> None:
    cells = critical_cells(EV)
    rows = cell_rows(EV, cells)
    assert [len(row) for row in rows] == [len(cell_headings())] * len(cells)
    first = rows[0]
    assert (first[0].text, first[0].place) == ("Supplier base and skills", f"data:{cells[0].criterion}:{cells[0].host}")
    assert first[0].below.startswith("Spain")
    assert first[3].order == pytest.approx(cells[0].share)
    assert "draws level" in first[4].text
