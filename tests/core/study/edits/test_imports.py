"""The edit that takes in figures of a spreadsheet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.study import edits
from decidr.core.study.criteria import Criterion, Curve
from decidr.core.study.data import Cell
from decidr.core.study.edits import ImportPlan
from decidr.core.study.hosts import Host
from decidr.core.study.imports import HostLabel, ImportMapping, SeriesTarget
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study

STUDY = Study(
    criteria=(
        Criterion(id="gdp", name="GDP"),
        Criterion(id="tax", name="Tax", better="lower", unit="%", worst=30.0, best=10.0),
    ),
    hosts=tuple(Host(id=host, name=host) for host in ("A", "B", "C", "D", "E")),
    participants=(Participant(id="p1", name="Lee"),),
    cells=(
        Cell(criterion="gdp", host="A", value=1.0, status="placeholder"),
        Cell(criterion="gdp", host="B", value=2.0, status="measured", year=2022, source="old", low=1.5, high=2.5),
        Cell(criterion="gdp", host="C", value=3.0, status="measured", year=2023),
        Cell(criterion="gdp", host="D", value=4.0, status="proxy", closed="shut"),
        Cell(criterion="gdp", host="B", value=9.0, participant="p1"),
    ),
)


def plan(*cells: tuple[str, float], leaf: str = "gdp", year: int = 2023) -> ImportPlan:
    found = (Cell(criterion=leaf, host=host, value=value, status="measured", year=year) for host, value in cells)
    mapping = ImportMapping(file="f.xlsx", series=(SeriesTarget(series="GDP", criterion=leaf),))
    return ImportPlan(tuple(found), mapping, {leaf: "USD"})


PLAN = plan(("A", 1.5), ("B", 2.2), ("C", 3.0), ("D", 5.0), ("E", 6.0))


def own(study: Study, host: str, leaf: str = "gdp") -> Cell:
    return next(c for c in study.cells if (c.criterion, c.host, c.participant) == (leaf, host, None))


def test_figures_that_stand_already_conflict_and_placeholders_and_gaps_do_not() -> None:
    assert [(c.old.value, c.new.value) for c in edits.import_conflicts(STUDY, PLAN)] == [(2.0, 2.2), (4.0, 5.0)]


def test_the_plan_is_one_edit_that_fills_gaps_and_replaces_what_is_not_kept() -> None:
    study = edits.apply_import(STUDY, PLAN, keeping={("gdp", "D")})
    assert [own(study, host).value for host in "ABCDE"] == [1.5, 2.2, 3.0, 4.0, 6.0]
    assert study.imports == (PLAN.mapping,)


def test_a_cell_that_says_the_same_already_and_other_peoples_cells_stay_the_same_objects() -> None:
    study = edits.apply_import(STUDY, PLAN)
    assert own(study, "C") is STUDY.cells[2]
    assert study.cells[4] is STUDY.cells[4]


def test_bounds_that_embrace_the_figure_and_a_closed_cell_stay() -> None:
    study = edits.apply_import(STUDY, PLAN)
    assert (own(study, "B").low, own(study, "B").high, own(study, "B").source) == (1.5, 2.5, "")
    assert own(study, "D").closed == "shut"
    wide = edits.apply_import(STUDY, plan(("B", 9.0)))
    assert (own(wide, "B").low, own(wide, "B").high) == (None, None)


def test_ends_and_unit_are_proposed_where_a_leaf_has_none() -> None:
    gdp, tax = edits.apply_import(STUDY, PLAN).criteria
    assert (gdp.worst, gdp.best, gdp.ends_proposed, gdp.unit) == (1.5, 9.0, True, "USD")
    assert tax is STUDY.criteria[1]


def test_ends_that_are_there_and_curves_by_points_are_left_alone() -> None:
    assert edits.apply_import(STUDY, plan(("A", 99.0), leaf="tax")).criteria is STUDY.criteria
    curve = Curve(form="points", points=((0.0, 0.0), (1.0, 1.0)))
    bent = replace(STUDY, criteria=(replace(STUDY.criteria[0], curve=curve, unit="USD"), STUDY.criteria[1]))
    assert edits.apply_import(bent, PLAN).criteria is bent.criteria


def test_the_same_import_again_changes_nothing() -> None:
    once = edits.apply_import(STUDY, PLAN)
    assert edits.apply_import(once, PLAN) is once


def test_a_mapping_takes_the_place_of_the_earlier_one_of_that_table_and_those_leaves() -> None:
    once = edits.apply_import(STUDY, PLAN)
    later = replace(PLAN.mapping, year=2024)
    assert edits.apply_import(once, replace_mapping(PLAN, later)).imports == (later,)
    other = replace(PLAN.mapping, sheet="B")
    assert edits.apply_import(once, replace_mapping(PLAN, other)).imports == (PLAN.mapping, other)


def replace_mapping(old: ImportPlan, mapping: ImportMapping) -> ImportPlan:
    return ImportPlan(old.cells, mapping, old.units)


def test_a_removed_criterion_or_host_leaves_the_mappings() -> None:
    labels = (HostLabel(label="Aland", host="A"),)
    study = edits.apply_import(STUDY, replace_mapping(PLAN, replace(PLAN.mapping, hosts=labels)))
    assert edits.remove_host(study, "A").imports == (PLAN.mapping,)
    assert edits.remove_criterion(study, "gdp").imports == ()


@pytest.mark.parametrize(
    ("values", "better", "ends"),
    [
        ([12.34, 87.6], None, (12.0, 88.0)),
        ([12.34, 87.6], "lower", (88.0, 12.0)),
        ([-1.011, 1.672], "higher", (-1.1, 1.7)),
        ([20_000.0, 1_234_567.0], "higher", (20_000.0, 1_300_000.0)),
        ([25.0], None, (24.0, 26.0)),
        ([0.0, 0.0], None, (-1.0, 1.0)),
        ([0.00123, 0.5], None, (0.0012, 0.5)),
    ],
)
def test_ends_are_the_range_widened_to_two_significant_digits(values, better, ends) -> None:
    assert edits.proposed_ends(values, better) == ends


@given(st.lists(st.floats(-1e12, 1e12, allow_subnormal=False), min_size=1))
def test_proposed_ends_embrace_the_data_and_differ(values: list[float]) -> None:
    worst, best = edits.proposed_ends(values, None)
    assert worst <= min(values) <= max(values) <= best
    assert worst < best
    assert all(float(f"{end:.1e}") == end for end in (worst, best))
