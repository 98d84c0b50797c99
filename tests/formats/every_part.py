"""A study in which every field of every part says something, and every sheet of its workbook has rows."""

from msgspec.structs import replace

from decidr.core.study.criteria import GOAL, Criterion, Curve, Level
from decidr.core.study.data import Cell, CostItem, Rate
from decidr.core.study.hosts import Host
from decidr.core.study.imports import Filter, HostLabel, ImportMapping, SeriesTarget
from decidr.core.study.judgments import Comparisons, Judgment, NodeSetting, WeightEntry
from decidr.core.study.participants import Participant, Role
from decidr.core.study.scenarios import Move, Scenario, ScenarioSet
from decidr.core.study.study import Settings, Snapshot, Study
from decidr.core.study.views import View

SETTINGS = Settings(
    priorities="geometric mean",
    synthesis="ideal",
    random_index="alonso-lamata",
    completion="smallest lambda-max",
    scale="adaptive balanced",
    group="priorities arithmetic",
    group_figure="mean",
    base_view="v1",
    seed=7,
    samples=5000,
    sampling="sobol",
    judgment_spread="group",
    simulation_weights="free-leaves",
    simulation_data="uncertain",
)

CRITERIA = (
    Criterion(id="c1", name="Stabilité", description="How steady\npolitics are", source="=not a formula"),
    Criterion(
        id="c2",
        name="2030",
        under="c1",
        scored_by="data",
        better="lower",
        unit="% per year",
        worst=15.0,
        best=2.5,
        curve=Curve(form="points", points=((2.5, 1.0), (7.25, 0.6), (15.0, 0.0))),
        must="<= 12,5",
        source="IMF",
    ),
    Criterion(id="c3", name="1.10", under="c1", scored_by="rating", must="= good"),
    Criterion(id="c4", name="+Market", scored_by="pairwise"),
    Criterion(id="c5", name="Land @ site", scored_by="direct", cost=True, active=False),
    Criterion(id="c6", name="Home market", worst=5000.0, best=1.5e6, unit="vehicles", curve=Curve(form="log")),
)

HOSTS = (
    Host(id="h1", name="Canada", code="CAN", notes="-1 note that begins with a sign"),
    Host(id="h2", name="Québec", code="CA-QC", group="h1"),
    Host(id="h3", name="España", code="ESP", active=False),
    Host(id="h4", name="中国", code="CHN"),
)

VIEWS = (
    View(id="v1", name="neutral"),
    View(id="v2", name="investor", left_out=("c2",), turned=("c3", "c6")),
    View(id="v3", name="host government"),
)

COMPARISONS = (
    Comparisons(
        under=GOAL,
        view="v1",
        pairs=(
            Judgment(first="c1", second="c4", value=1 / 3, status="placeholder", note="@ first", when="2026-01-03"),
            Judgment(first="c6", second="c1", value=0.4444),
            Judgment(first="c4", second="c6"),
        ),
    ),
    Comparisons(under=GOAL, view="v2", participant="p1", pairs=(Judgment(first="c1", second="c4", value=1 / 2.29),)),
    Comparisons(under="c4", view="v1", participant="p2", pairs=(Judgment(first="h4", second="h2", value=9.0),)),
)

CELLS = (
    Cell(
        criterion="c2",
        host="h1",
        value=2.38,
        low=0.1 + 0.2,
        high=1e-7,
        distribution="lognormal",
        unit="% per year",
        year=2024,
        status="proxy",
        closed="not for us",
        source="World Bank",
        licence="CC BY 4.0",
        who="Ana",
        when="2026-02-01",
        note="a \N{THIN SPACE}note",
    ),
    Cell(criterion="c2", host="h1", value=-0.5, participant="p1"),
    Cell(criterion="c2", host="h4", note="no figure yet"),
    Cell(criterion="c3", host="h1", way="rating", value="2"),
    Cell(criterion="c4", host="h2", way="pairwise", source="a survey"),
    Cell(criterion="c5", host="h2", way="direct", value=0.75),
    Cell(criterion="c6", host="h2", value=12345678.9),
)

EVERY_PART = Study(
    title="EV plant",
    question="Where?",
    goal="Best host",
    client="=Maker",
    author="decidr",
    date="2026-01",
    currency="CAD",
    settings=SETTINGS,
    criteria=CRITERIA,
    hosts=HOSTS,
    participants=(
        Participant(id="p1", name="Lee", weight=2.5, role="engineer", email="lee@example.org"),
        Participant(id="p2", name="Ana"),
    ),
    roles=(Role(participant="p1", under=GOAL), Role(participant="p2", under="c4")),
    views=VIEWS,
    comparisons=COMPARISONS,
    nodes=(
        NodeSetting(under="c1", weighted_by="direct"),
        NodeSetting(under=GOAL, view="v3", weighted_by="ranks"),
        NodeSetting(under=GOAL, view="v2", agreed=True),
    ),
    weights=(
        WeightEntry(criterion="c2", view="v1", weight=0.7),
        WeightEntry(criterion="c3", view="v1", weight=0.3),
        WeightEntry(criterion="c2", low=0.5, high=0.9, status="placeholder"),
        WeightEntry(criterion="c2", view="v2", participant="p1", weight=0.6, status="placeholder"),
        WeightEntry(criterion="c1", view="v3", way="ranks", weight=1.0),
    ),
    cells=CELLS,
    levels=(
        Level(criterion="c3", name="good", score=1.0),
        Level(criterion="c3", name="2", score=0.5),
        Level(criterion="c3", name="=bad", score=0.0),
    ),
    costs=(CostItem(host="h1", item="Land", amount=12.5, currency="USD", year=2025, source="a quote"),),
    rates=(Rate(currency="USD", per_unit=0.73, year=2025, source="Bank of Canada"),),
    scenarios=(
        Scenario(
            id="s1",
            name="Tariffs",
            moves=(
                Move(kind="data", target="c2", host="h1", view="v2", operation="add", value=-1.0, note="from July"),
                Move(kind="weight", target="c1", operation="multiply", value=1.5),
                Move(note="a note alone"),
            ),
        ),
        Scenario(id="s2", name="Nothing"),
    ),
    scenario_sets=(
        ScenarioSet(name="Both", scenarios=("s1", "s2"), probability=0.25),
        ScenarioSet(name="One", scenarios=("s2",)),
    ),
)

DRAFT = replace(
    EVERY_PART,
    title="",
    settings=Settings(base_view="v1"),
    criteria=(CRITERIA[-1], *CRITERIA[:-1]),
    hosts=(HOSTS[1], HOSTS[0], *HOSTS[2:]),
    comparisons=COMPARISONS[1:2],
    cells=(replace(CELLS[0], value=2.0), *CELLS[2:6]),
    scenarios=(),
    scenario_sets=(),
)

IMPORTS = (
    ImportMapping(
        file="figures 2024.xlsx",
        sheet="Data",
        form="long",
        where=(Filter(column="mode", values=("Cars", "Buses")),),
        year=2024,
        series=(SeriesTarget(series="GDP", criterion="c6"),),
        hosts=(HostLabel(label="Kanada", host="h1"),),
        source="An office",
        licence="CC BY 4.0",
    ),
)

WITH_SNAPSHOTS = replace(
    EVERY_PART,
    snapshots=(
        Snapshot(name="Draft", when="2026-01-02T09:05", study=DRAFT),
        Snapshot(name="=Before the workshop", study=EVERY_PART),
        Snapshot(name="Tried and left", when="2026-01-04", study=DRAFT),
    ),
)
"""The same with earlier states, which no workbook carries."""

WITH_IMPORTS = replace(WITH_SNAPSHOTS, imports=IMPORTS)
"""The same with mappings of imports, which no workbook carries either."""
