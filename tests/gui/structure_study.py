"""A study with every kind of leaf, host and cell, written by names: every id is the name."""

from __future__ import annotations

from msgspec.structs import replace

from decidr.core.study.criteria import GOAL, Criterion, Curve, Level
from decidr.core.study.data import Cell
from decidr.core.study.hosts import Host
from decidr.core.study.study import Settings, Study
from decidr.core.study.views import View
from tests.building import judged

HOSTS = ("Canada", "Spain", "Morocco")
LEAVES = ("Sales", "Exports", "Rule", "Support", "Culture", "Jobs")


def structure_study() -> Study:
    """Market: Sales (log, one closed, one missing) and Exports (placeholders); Risk: Rule, Support (rating) and
    Culture (in pairs); Jobs (direct scores) right under the goal; a view that leaves Exports out and turns Rule."""
    return Study(
        title="EV plant",
        question="Where should it stand?",
        goal="Best place",
        settings=Settings(base_view="neutral", synthesis="absolute"),
        criteria=_criteria(),
        hosts=tuple(
            Host(id=name, name=name, code=code) for name, code in zip(HOSTS, ("CAN", "ESP", "MAR"), strict=True)
        ),
        views=(
            View(id="neutral", name="neutral"),
            View(id="government", name="government", left_out=("Exports",), turned=("Rule",)),
        ),
        comparisons=(
            judged(GOAL, ("Market", "Risk", "Jobs"), ("2", "1", "1/2"), view="neutral"),
            judged("Market", ("Sales", "Exports"), ("3",), view="neutral"),
            judged("Risk", ("Rule", "Support", "Culture"), ("1", "1", "1"), view="neutral"),
            judged("Culture", HOSTS, ("1", "2", "2"), view="neutral"),
        ),
        levels=tuple(
            Level(criterion="Support", name=name, score=score)
            for name, score in (("good", 1.0), ("fair", 0.5), ("poor", 0.0))
        ),
        cells=_cells(),
    )


def with_host(study: Study, name: str, **fields: object) -> Study:
    """One more host, whose id is its name."""
    return replace(study, hosts=(*study.hosts, Host(id=name, name=name, **fields)))  # type: ignore[arg-type]


def _criteria() -> tuple[Criterion, ...]:
    return (
        Criterion(id="Market", name="Market", description="Where the cars go."),
        Criterion(
            id="Sales",
            name="Sales",
            under="Market",
            scored_by="data",
            better="higher",
            unit="vehicles/year",
            worst=5_000,
            best=1_500_000,
            curve=Curve(form="log"),
        ),
        Criterion(id="Exports", name="Exports", under="Market", scored_by="data", unit="1-9", worst=1, best=9),
        Criterion(id="Risk", name="Risk"),
        Criterion(id="Rule", name="Rule", under="Risk", scored_by="data", unit="% of trust", worst=0, best=100),
        Criterion(id="Support", name="Support", under="Risk", scored_by="rating"),
        Criterion(id="Culture", name="Culture", under="Risk", scored_by="pairwise"),
        Criterion(id="Jobs", name="Jobs", scored_by="direct"),
    )


def _cells() -> tuple[Cell, ...]:
    source = {"year": 2024, "source": "IEA, outlook", "licence": "CC BY", "note": "read twice", "who": "Lee"}
    return (
        Cell(criterion="Sales", host="Canada", value=190_000, status="measured", low=180_000, high=200_000, **source),
        Cell(criterion="Sales", host="Spain", value=62_000, closed="shut to this maker", status="measured", **source),
        Cell(criterion="Exports", host="Canada", value=5, status="placeholder"),
        Cell(criterion="Exports", host="Spain", value=7, status="placeholder"),
        Cell(criterion="Exports", host="Morocco", value=4, status="placeholder"),
        Cell(criterion="Rule", host="Canada", value=80.125, status="proxy", **source),
        Cell(criterion="Rule", host="Spain", value=70, status="judged"),
        Cell(criterion="Rule", host="Morocco", value=40, **source),
        Cell(criterion="Support", host="Canada", way="rating", value="good"),
        Cell(criterion="Support", host="Spain", way="rating", value="fair"),
        Cell(criterion="Jobs", host="Canada", way="direct", value=0.25),
        Cell(criterion="Jobs", host="Spain", way="direct", value=1),
        Cell(criterion="Jobs", host="Morocco", way="direct", value=0),
    )
