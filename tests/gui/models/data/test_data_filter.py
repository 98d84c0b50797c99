"""Which rows and columns of the data are shown."""

from typing import get_args

from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.data import Evidence
from decidr.core.study.edits import give_values, remove_criterion
from decidr.core.study.study import Study
from decidr.gui.models.data.data_filter import OF_EVIDENCE, DataFilter, filtered, is_wanted
from decidr.gui.models.data.data_sheet import DataSheet
from tests.gui.structure_study import structure_study


def sheet(study: Study | None = None, view: str = "neutral") -> DataSheet:
    return DataSheet(evaluate(study or structure_study(), view))


def rows(wanted: DataFilter, of: DataSheet | None = None, kept: tuple[str, ...] = ()) -> list[str]:
    return [("# " if r.is_heading else "") + r.id for r in filtered(of or sheet(), wanted, kept).rows]


def columns(words: str) -> list[str]:
    return [c.id for c in filtered(sheet(), DataFilter(words=words)).columns]


def test_an_open_filter_shows_everything_also_without_hosts() -> None:
    assert DataFilter().is_open
    assert len(rows(DataFilter())) == 8
    without = replace(remove_criterion(structure_study(), "Culture"), hosts=(), cells=())
    assert len(rows(DataFilter(), sheet(without))) == 7


def test_gaps_and_placeholders_show_the_leaves_that_have_any() -> None:
    assert rows(DataFilter("gaps")) == ["# Market", "Sales", "# Risk", "Support"]
    assert rows(DataFilter("placeholders")) == ["# Market", "Exports"]


def test_every_kind_of_evidence_has_its_filter() -> None:
    assert set(OF_EVIDENCE) == set(get_args(Evidence))
    assert rows(DataFilter("measured")) == ["# Market", "Sales", "# Risk", "Rule"]
    assert rows(DataFilter("proxy")) == ["# Risk", "Rule"]
    assert rows(DataFilter("judged")) == ["# Market", "Sales", "# Risk", "Rule", "Support", "Jobs"]
    closed = sheet().fact(sheet().row("Sales"), sheet().column("Spain"))
    assert is_wanted(closed, "judged"), "a closed figure counts as judged"
    assert not is_wanted(closed, "measured")


def test_what_the_view_leaves_out_is_no_gap_to_fill() -> None:
    assert rows(DataFilter("placeholders"), sheet(view="government")) == []


def test_one_criterion_shows_its_leaves() -> None:
    assert rows(DataFilter(main="Risk")) == ["# Risk", "Rule", "Support", "Culture"]
    assert rows(DataFilter(main="Jobs")) == ["Jobs"]


def test_words_find_leaves_units_descriptions_and_what_stands_in_cells() -> None:
    assert rows(DataFilter(words="vehicles")) == ["# Market", "Sales"]
    assert rows(DataFilter(words="TRUST % rule")) == ["# Risk", "Rule"]
    assert rows(DataFilter(words="shut")) == ["# Market", "Sales"]
    assert rows(DataFilter(words="outlook rule")) == ["# Risk", "Rule"]
    assert rows(DataFilter(words="placeholder")) == ["# Market", "Exports"]
    assert rows(DataFilter(words="nowhere")) == []


def test_a_hosts_name_narrows_the_columns() -> None:
    assert columns("spain") == ["Spain"]
    assert columns("mar exports") == ["Canada", "Spain", "Morocco"]
    assert columns("ESP") == ["Spain"]
    assert rows(DataFilter(words="spain sales")) == ["# Market", "Sales"]


def test_leaves_that_were_shown_stay_when_their_gap_is_filled() -> None:
    filled = sheet(give_values(structure_study(), {("Sales", "Morocco", "data"): 9_000.0}))
    assert rows(DataFilter("gaps"), filled) == ["# Risk", "Support"]
    assert rows(DataFilter("gaps"), filled, ("Sales", "Support")) == ["# Market", "Sales", "# Risk", "Support"]


def test_a_cell_is_wanted_by_its_kind() -> None:
    of = sheet()
    gap = of.fact(of.row("Sales"), of.column("Morocco"))
    assert (is_wanted(gap, "all"), is_wanted(gap, "gaps"), is_wanted(gap, "placeholders")) == (True, True, False)
