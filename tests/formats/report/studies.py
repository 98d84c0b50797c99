"""Small studies that together have everything a report must show."""

from msgspec.structs import replace

from decidr.core.study.criteria import GOAL, Criterion, Curve, Level, ScoredBy
from decidr.core.study.data import Cell
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import Comparisons, Judgment, NodeSetting, WeightEntry
from decidr.core.study.participants import Participant
from decidr.core.study.study import BASE, Settings, Study
from decidr.core.study.views import View
from tests.building import data_study, from_weights, judged, pairwise_study

HOSTS = ("P", "Q", "R", "S")


def leaf(name: str, way: ScoredBy = "data", under: str = GOAL, **fields: object) -> Criterion:
    """A leaf whose id is its name."""
    return Criterion(id=name, name=name, under=under, scored_by=way, **fields)  # type: ignore[arg-type]


def everything() -> Study:
    """Every way of scoring, gaps, a closed cell, a placeholder, musts, and a view that turns and leaves out."""
    points = Curve(form="points", points=((0.0, 0.0), (2.5, 0.6), (5.0, 1.0), (7.0, 0.3)))
    criteria = (
        leaf("linear", worst=10.0, best=2.0, unit="%"),
        leaf("log", worst=5000.0, best=1.5e6, curve=Curve(form="log")),
        leaf("points", curve=points, must=">= 1"),
        leaf("rated", "rating", must="= Good"),
        leaf("direct", "direct"),
        leaf("compared", "pairwise"),
    )
    values: dict[str, tuple[ScoredBy, list[float | str | None]]] = {
        "linear": ("data", [3.0, 12.0, None, 5.5]),
        "log": ("data", [190000.0, 8600.0, 1.2e6, None]),
        "points": ("data", [1.0, 6.0, 9.0, 0.5]),
        "rated": ("rating", ["good", "Fair", None, "good"]),
        "direct": ("direct", [0.2, None, 0.9, 1.0]),
    }
    cells = [
        Cell(criterion=name, host=host, way=way, value=given)
        for name, (way, row) in values.items()
        for host, given in zip(HOSTS, row, strict=True)
    ]
    cells[2] = replace(cells[2], low=4.0, high=11.0)
    cells[6] = replace(cells[6], closed="shut to this investor")
    cells[0] = replace(cells[0], status="placeholder", note="to be asked")
    weights = dict(zip((c.id for c in criteria), (0.3, 0.2, 0.15, 0.15, 0.1, 0.1), strict=True))
    levels = (("Good", 0.9), ("Fair", 0.4), ("Poor, very", 0.05))
    return Study(
        title="Everything",
        criteria=criteria,
        hosts=tuple(Host(id=host, name=f"Host {host}") for host in HOSTS),
        cells=tuple(cells),
        levels=tuple(Level(criterion="rated", name=name, score=score) for name, score in levels),
        comparisons=(from_weights(GOAL, weights), judged("compared", HOSTS, [1, 2, 3, 2, 3, "3/2"])),
        views=(
            View(id=BASE, name="base"),
            View(id="other", name="other", left_out=("log",), turned=("linear", "points", "rated", "direct")),
        ),
    )


def four(upper: list[str | float | None], **settings: object) -> Study:
    """Four leaves under the goal, three hosts, judged as given."""
    names = ("A", "B", "C", "D")
    rows = {name: [0.1 * i, 0.5, 0.9 - 0.2 * i] for i, name in enumerate(names)}
    study = data_study(dict.fromkeys(names, 0.25), rows, ("X", "Y", "Z"), **settings)
    return replace(study, comparisons=(judged(GOAL, names, upper),))


def group(**settings: object) -> Study:
    """Three who judge in their own orders and not every pair, one without weight, and the study's own; data, too."""
    names = ("A", "B", "C", "D")
    study = four([1] * 6, **settings)
    people = (("L", 2.0), ("M", 1.0), ("N", 0.0), ("O", 1.0))
    cells = (("A", "X", "L", 0.9), ("A", "X", "M", 0.3), ("A", "Z", "O", 0.7), ("B", "Z", "N", 0.2))
    return replace(
        study,
        participants=tuple(Participant(id=id_, name=f"Person {id_}", weight=weight) for id_, weight in people),
        comparisons=(
            *study.comparisons,
            judged(GOAL, names, [2, 5, 3, "1/2", 2, 4], "L"),
            judged(GOAL, names, [3, None, "1/3", 2, None, 4], "M"),
            judged(GOAL, names, [9] * 6, "N"),
            Comparisons(
                under=GOAL, view=BASE, participant="O", pairs=(Judgment(first="D", second="A", value=4.0, note="sure"),)
            ),
        ),
        cells=(
            *study.cells,
            *(Cell(criterion=c, host=host, participant=who, value=given) for c, host, who, given in cells),
        ),
    )


def given(way: str, with_people: bool = False, **settings: object) -> Study:
    """Four leaves weighted without pairs."""
    study = four([1] * 6, **settings)
    rows = {None: [3.0, 1.0, 1.0, 2.0]}
    if with_people:
        rows |= {"L": [1.0, 2.0, 3.0, 4.0], "M": [2.0, 2.0, 1.0, 5.0], "O": [1.0, 1.0, 1.0]}
    entries = tuple(
        WeightEntry(criterion=name, view=BASE, participant=who, way=way, weight=weight)  # type: ignore[arg-type]
        for who, row in rows.items()
        for name, weight in zip("ABCD", row, strict=False)
    )
    people = tuple(Participant(id=id_, name=id_, weight=2.0 if id_ == "L" else 1.0) for id_ in "LMO")
    return replace(
        study,
        comparisons=(),
        weights=entries,
        participants=people if with_people else (),
        nodes=(NodeSetting(under=GOAL, weighted_by=way),),  # type: ignore[arg-type]
    )


def compared() -> Study:
    """Two levels, all leaves compared in pairs: distributive by default."""
    return pairwise_study(
        {GOAL: ["A", "B"], "A": ["a1", "a2"]},
        ["X", "Y", "Z"],
        [
            judged(GOAL, ["A", "B"], [2]),
            judged("A", ["a1", "a2"], ["1/3"]),
            judged("a1", ["X", "Y", "Z"], [3, 5, "1/2"]),
            judged("a2", ["X", "Y", "Z"], ["1/4", 1, 7]),
            judged("B", ["X", "Y", "Z"], [2, 2, 2]),
        ],
    )


def with_views() -> Study:
    """A base view and two more, with a judgment of their own, a turned leaf, and leaves left out; five levels."""
    tree = {GOAL: ["A", "B"], "A": ["a1", "a2", "a3"], "B": ["b"], "b": ["c"], "c": ["d1", "d2"]}
    leaves = ("a1", "a2", "a3", "d1", "d2")
    criteria = [Criterion(id=name, name=name, under=above) for above, names in tree.items() for name in names]
    dormant = (Criterion(id="asleep", name="asleep", active=False), Criterion(id="empty", name="empty"))
    figures = [0.2, 0.9, 0.4, 0.7, 0.1, 0.5, 0.3, 0.8, 0.6, 0.45, 0.95, 0.05, 0.65, 0.35, 0.85]
    pairs = [(name, host) for name in leaves for host in ("X", "Y", "Z")]
    return Study(
        goal="Where?",
        criteria=(
            *(replace(c, worst=0.0, best=1.0) if c.id in leaves else c for c in criteria),
            *dormant,
            leaf("below", under="empty", active=False),
        ),
        hosts=(
            Host(id="X", name="X", group="G"),
            Host(id="Y", name="Y", group="G"),
            Host(id="Z", name="Z"),
            Host(id="G", name="Group"),
            Host(id="W", name="W", active=False),
        ),
        cells=tuple(Cell(criterion=c, host=h, value=v) for (c, h), v in zip(pairs, figures, strict=True)),
        views=(
            View(id=BASE, name="neutral"),
            View(id="v", name="investor", left_out=("a2",), turned=("d1",)),
            View(id="w", name="government", left_out=("a1",)),
        ),
        comparisons=(
            judged(GOAL, ["A", "B", "asleep"], [3, 2, 5]),
            judged("A", ["a1", "a2", "a3"], [2, 4, 3]),
            judged("c", ["d1", "d2"], [5]),
            judged(GOAL, ["A", "B"], ["1/4"], view="v"),
        ),
        settings=Settings(synthesis="absolute"),
    )


ODD_NAMES = (
    "=SUM(A1)",
    "+x",
    "-x",
    "@y",
    'O\'Neil & "Sons"',
    "中文标准名称很长" * 6,
    "R*?~D",
    "2030",
    "#N/A",
    "x\x07y",
    "a" * 200,
    "{}[]%_x0041_",
    "<b>&amp;",
)
"""Names that a spreadsheet might take for something else, or has no room for."""


def odd() -> Study:
    """A study whose every name is odd."""
    share = 1 / len(ODD_NAMES)
    rows = {name: [((i * 7 + j * 3) % 11) / 10 for j in range(len(ODD_NAMES))] for i, name in enumerate(ODD_NAMES)}
    study = data_study(dict.fromkeys(ODD_NAMES, share), rows, ODD_NAMES)
    views = (View(id=BASE, name="it's [a]:view*?/\\ " + "v" * 40), View(id="b", name="=2"))
    return replace(study, title="=1+1 & co", question="@why", client="-c", views=views)
