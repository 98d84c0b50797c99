"""What a scenario makes of the data, beside what the study says."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.cases import case_named
from decidr.core.study.data import Cell
from decidr.core.study.edits import add_scenario, set_cell
from decidr.core.study.participants import Participant
from decidr.core.study.scenarios import Move
from decidr.core.study.study import Study
from decidr.gui.models.data.supposed_cells import SupposedCell, supposed_cells, supposed_sentence, supposed_words
from tests.gui.scenario_study import scenario_study


def _found(study: Study, name: str, view: str | None = None) -> dict[tuple[str, str], SupposedCell]:
    return dict(supposed_cells(evaluate(study, view, case=case_named(study, name))))


def test_at_the_baseline_nothing_is_supposed() -> None:
    assert supposed_cells(evaluate(scenario_study())) == {}


def test_a_moved_value_is_told_and_a_skipped_one_is_not() -> None:
    own = next(c.value for c in scenario_study().cells if (c.criterion, c.host) == ("c5", "h10"))
    assert isinstance(own, float)
    assert _found(scenario_study(), "Strike")["c5", "h10"] == SupposedCell("Strike", value=own - 6)
    assert _found(scenario_study(), "Boom") == {}


def test_a_moved_score_is_that_which_counts_before_the_turn() -> None:
    study = scenario_study()
    baseline = evaluate(study, "government")
    row = baseline.leaf_scores.leaves["c9"].middle
    found = _found(study, "Calm", "government")
    assert [found["c9", host].score for host in baseline.hosts] == pytest.approx([min(s + 0.01, 1.0) for s in row])


def test_a_closed_cell_that_a_move_opens_is_told() -> None:
    study = set_cell(scenario_study(), "c5", "h10", closed="shut")
    cell = _found(study, "Strike")["c5", "h10"]
    assert cell.is_opened
    assert "it counts, though it is closed" in supposed_sentence(cell)


def test_where_people_gave_values_no_single_one_is_told() -> None:
    study = scenario_study()
    people = (Participant(id="p1", name="Ana"), Participant(id="p2", name="Lee"))
    told = tuple(Cell(criterion="c5", host="h10", participant=p.id, value=float(n)) for n, p in enumerate(people, 7))
    cell = _found(replace(study, participants=people, cells=(*study.cells, *told)), "Strike")["c5", "h10"]
    assert cell.value is None
    assert supposed_words(cell) == ("→ moved",)
    assert "every answer is moved" in supposed_sentence(cell)


@pytest.mark.parametrize(
    ("cell", "words", "part"),
    [
        (SupposedCell("S", value=106.1), ("→ 106.1",), "it is 106.1"),
        (SupposedCell("S", score=0.625), ("→ score 0.62", "→ 0.62"), "it scores 0.625"),
        (SupposedCell("S", is_opened=True), ("→ open",), "it counts"),
    ],
)
def test_words_are_short_and_the_sentence_is_exact(cell: SupposedCell, words: tuple[str, ...], part: str) -> None:
    assert supposed_words(cell) == words
    assert part in supposed_sentence(cell)
    assert "the study keeps its own value" in supposed_sentence(cell)


def test_a_scenario_without_moves_supposes_nothing() -> None:
    study = add_scenario(scenario_study(), "Idle", [Move(note="a fact")])
    assert _found(study, "Idle") == {}
