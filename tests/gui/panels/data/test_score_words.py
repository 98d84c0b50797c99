"""What a cell does to its host's total, in sentences."""

from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.data import Cell
from decidr.core.study.edits import set_criterion, set_host
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from decidr.gui.models.data.data_sheet import DataSheet
from decidr.gui.panels.data.score_words import people_words, score_words
from decidr.number_text import points
from tests.gui.structure_study import structure_study


def said(criterion: str, host: str, study: Study | None = None, view: str = "neutral") -> str:
    results = evaluate(study or structure_study(), view)
    sheet = DataSheet(results)
    return score_words(results, sheet.fact(sheet.row(criterion), sheet.column(host)))


def test_a_value_tells_its_score_what_it_adds_and_how_much_it_could() -> None:
    results = evaluate(structure_study())
    added, total = results.contributions[2, 1], results.totals[1]
    expected = f"70 % of trust scores 0.70 and adds {points(added)} of {points(total)} points; "
    assert said("Rule", "Spain").startswith(expected)
    assert said("Rule", "Spain").endswith(f"{points(results.global_['Rule'])} at most.")


def test_a_gap_tells_its_middle_and_its_band() -> None:
    assert said("Sales", "Morocco").startswith("Missing: it counts with the score 0.50, could be 0.00 to 1.00,")


def test_a_closed_cell_and_a_turned_leaf_say_so() -> None:
    assert said("Sales", "Spain").endswith("Closed, so it counts at the worst end.")
    assert said("Rule", "Spain", view="government").endswith("This view turns the leaf.")
    assert "scores 0.30" in said("Rule", "Spain", view="government")


def test_what_does_not_count_says_why() -> None:
    assert said("Exports", "Spain", view="government") == "«Exports» does not count in this view."
    asleep = set_host(structure_study(), "Spain", active=False)
    assert said("Rule", "Spain", asleep) == "Spain is dormant, so nothing here counts."


def test_a_leaf_that_cannot_be_scored_points_to_the_findings() -> None:
    wrong = set_criterion(structure_study(), "Rule", worst=100.0)
    assert said("Rule", "Spain", wrong) == "It gives no score yet; the findings say why."


def test_others_values_are_told() -> None:
    study = structure_study()
    people = tuple(Participant(id=name, name=name) for name in ("Lee", "Ana"))
    answers = tuple(Cell(criterion="Rule", host="Spain", value=5.0, participant=p.id) for p in people)
    sheet = DataSheet(evaluate(replace(study, participants=people, cells=(*study.cells, *answers))))
    assert people_words(sheet.fact(sheet.row("Rule"), sheet.column("Spain"))).startswith("2 participants gave values")
    assert people_words(sheet.fact(sheet.row("Rule"), sheet.column("Canada"))) == ""
