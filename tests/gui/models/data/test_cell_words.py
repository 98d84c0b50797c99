"""One host on one leaf in words."""

from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.cases import case_named
from decidr.core.study.data import Cell
from decidr.core.study.edits import set_cell, set_host
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from decidr.gui.models.data.cell_words import (
    cell_title,
    everything,
    in_words,
    measure,
    origin_words,
    typed_text,
    value_text,
)
from decidr.gui.models.data.data_sheet import CellFact, DataSheet
from tests.gui.scenario_study import scenario_study
from tests.gui.structure_study import structure_study


def fact(criterion: str, host: str, study: Study | None = None, view: str = "neutral") -> CellFact:
    sheet = DataSheet(evaluate(study or structure_study(), view))
    return sheet.fact(sheet.row(criterion), sheet.column(host))


def test_a_cell_is_told_with_its_unit_what_it_rests_on_and_its_year() -> None:
    assert in_words(fact("Sales", "Canada")) == "Sales, Canada: 190\u202f000 vehicles/year, measured 2024"
    assert in_words(fact("Exports", "Spain")) == "Exports, Spain: 7 (1-9), placeholder"
    assert in_words(fact("Support", "Canada")) == "Support, Canada: good, judged"


def test_a_gap_is_told_as_missing_and_never_as_zero() -> None:
    assert in_words(fact("Sales", "Morocco")) == "Sales, Morocco: missing"
    assert value_text(fact("Sales", "Morocco")) == typed_text(fact("Sales", "Morocco")) == ""
    assert value_text(fact("Jobs", "Morocco")) == "0"


def test_a_closed_cell_keeps_its_value_and_tells_the_reason() -> None:
    closed = fact("Sales", "Spain")
    assert in_words(closed) == "Sales, Spain: 62\u202f000 vehicles/year, closed"
    assert "closed: shut to this maker" in everything(closed)


def test_hosts_compared_in_pairs_have_no_value() -> None:
    paired = fact("Culture", "Spain")
    assert value_text(paired) == "in pairs"
    assert origin_words(paired) == ()
    assert in_words(paired) == "Culture, Spain: compared in pairs"


def test_the_tip_tells_what_each_participant_said() -> None:
    study = structure_study()
    people = (Participant(id="p", name="Lee"), Participant(id="q", name="Ana"))
    cell = Cell(criterion="Support", host="Canada", way="rating")
    said = [replace(cell, value=v, participant=p) for p, v in (("p", "fair"), ("q", "good"))]
    study = replace(study, participants=people, cells=(*study.cells, *said))
    lines = everything(fact("Support", "Canada", study)).splitlines()
    assert lines[1:] == ["Lee: fair", "Ana: good"]


def test_the_year_gives_way_where_there_is_little_room() -> None:
    assert origin_words(fact("Sales", "Canada")) == ("measured 2024", "measured")
    assert origin_words(fact("Exports", "Canada")) == ("placeholder",)


def test_everything_has_the_exact_value_the_bounds_and_the_source() -> None:
    study = set_cell(structure_study(), "Rule", "Canada", value=80.1234567, low=70.0)
    lines = everything(fact("Rule", "Canada", study)).splitlines()
    assert lines == [
        "Rule, Canada: 80.1235 % of trust, proxy 2024",
        "exactly 80.1234567",
        "between 70 and …",
        "IEA, outlook",
        "CC BY",
        "read twice",
        "entered by Lee",
    ]


def test_who_entered_a_cell_and_when_is_told_as_far_as_it_is_known() -> None:
    dated = set_cell(structure_study(), "Rule", "Canada", when="2026-01-05")
    assert everything(fact("Rule", "Canada", dated)).splitlines()[-1] == "entered by Lee, 2026-01-05"
    nobody = set_cell(dated, "Rule", "Canada", who="")
    assert everything(fact("Rule", "Canada", nobody)).splitlines()[-1] == "entered 2026-01-05"
    assert "entered" not in everything(fact("Rule", "Canada", set_cell(nobody, "Rule", "Canada", when="")))


def test_a_value_that_is_shown_whole_is_not_repeated() -> None:
    assert "exactly" not in everything(fact("Sales", "Canada"))
    assert "exactly" not in everything(
        fact("Rule", "Morocco", set_cell(structure_study(), "Rule", "Morocco", value=-1.5))
    )


def test_a_unit_of_its_own_is_told_instead_of_the_criterions() -> None:
    assert measure(fact("Sales", "Canada", set_cell(structure_study(), "Sales", "Canada", unit="cars"))).endswith(
        " cars"
    )


def test_what_does_not_count_says_so() -> None:
    assert in_words(fact("Exports", "Spain", view="government")).endswith("not counted in this view")
    asleep = set_host(structure_study(), "Spain", active=False)
    assert in_words(fact("Exports", "Spain", asleep)).endswith("the host is dormant")


def test_several_peoples_values_are_counted_in_words() -> None:
    study = structure_study()
    people = tuple(Participant(id=name, name=name) for name in ("Lee", "Ana"))
    answers = tuple(Cell(criterion="Rule", host="Spain", value=5.0, participant=p.id) for p in people)
    study = replace(study, participants=people, cells=(*study.cells, *answers))
    assert origin_words(fact("Rule", "Spain", study)) == ("2 answers",)


def test_the_title_names_leaf_and_host() -> None:
    assert cell_title(fact("Sales", "Canada")) == "Sales, Canada"


def test_a_supposed_value_is_told_after_the_studys_own() -> None:
    study = scenario_study()
    sheet = DataSheet(evaluate(study, case=case_named(study, "Strike")))
    moved = sheet.fact(sheet.row("c5"), sheet.column("h10"))
    own = next(c.value for c in study.cells if (c.criterion, c.host) == ("c5", "h10"))
    assert isinstance(own, float)
    assert value_text(moved) == typed_text(moved) == f"{own:g}"
    assert in_words(moved).endswith(f"supposed {own - 6:g}")
    assert "Under «Strike» it is" in everything(moved)
