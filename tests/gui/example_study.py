"""A small study made by code: three criteria with two leaves each, hosts with data, gaps and three views."""

from __future__ import annotations

from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.data import Cell
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.study import Settings, Study
from decidr.core.study.views import View

HOSTS = (
    ("ESP", "Spain"),
    ("CAN", "Canada"),
    ("THA", "Thailand"),
    ("HUN", "Hungary"),
    ("MAR", "Morocco"),
    ("BRA", "Brazil"),
    ("IDN", "Indonesia"),
    ("TUR", "Türkiye"),
    ("MEX", "Mexico"),
    ("USA", "United States"),
)
TREE = {
    "Stability": ("Rule of law", "Policy reversal"),
    "Market access": ("Home market", "Exports"),
    "Cost": ("Labour cost", "Energy price"),
}


def example_study(hosts: int = 10) -> Study:
    """The study with its first ``hosts`` hosts; beyond ten they are called Site 11, Site 12 …"""
    criteria = tuple(_criteria())
    leaves = [c.id for c in criteria if c.under != GOAL]
    made = tuple(_host(number) for number in range(hosts))
    return Study(
        title="EV plant",
        question="Where should the plant stand?",
        goal="Best place",
        client="Lee & Co.",
        settings=Settings(base_view="neutral"),
        criteria=criteria,
        hosts=made,
        views=(
            View(id="neutral", name="neutral"),
            View(id="investor", name="investor", left_out=(leaves[1],)),
            View(id="government", name="host government", turned=(leaves[4],)),
        ),
        comparisons=tuple(_judgments(criteria)),
        cells=tuple(_cells(leaves, made)),
    )


def _criteria() -> list[Criterion]:
    made: list[Criterion] = []
    for parent, leaves in TREE.items():
        top = f"c{len(made) + 1}"
        made.append(Criterion(id=top, name=parent))
        for leaf in leaves:
            made.append(Criterion(id=f"c{len(made) + 1}", name=leaf, under=top, scored_by="data", worst=0.0, best=10.0))
    return made


def _host(number: int) -> Host:
    code, name = HOSTS[number] if number < len(HOSTS) else ("", f"Site {number + 1}")
    return Host(id=f"h{number + 1}", name=name, code=code)


def _judgments(criteria: tuple[Criterion, ...]) -> list[Comparisons]:
    tops = [c.id for c in criteria if c.under == GOAL]
    blocks = [
        Comparisons(
            under=GOAL,
            view="neutral",
            pairs=(
                Judgment(first=tops[0], second=tops[1], value=0.5, status="placeholder"),
                Judgment(first=tops[0], second=tops[2], value=1.0, status="placeholder"),
                Judgment(first=tops[1], second=tops[2], value=2.0),
            ),
        )
    ]
    for top in tops:
        first, second = (c.id for c in criteria if c.under == top)
        blocks.append(Comparisons(under=top, view="neutral", pairs=(Judgment(first=first, second=second, value=2.0),)))
    return blocks


def _cells(leaves: list[str], hosts: tuple[Host, ...]) -> list[Cell]:
    cells = []
    for row, leaf in enumerate(leaves):
        for column, host in enumerate(hosts):
            value = None if (row, column) in {(0, 2), (3, 4)} else float((7 - column + 3 * row * (column % 3)) % 10)
            status = "placeholder" if row % 2 else None
            cells.append(Cell(criterion=leaf, host=host.id, value=value, year=2024, source="World Bank", status=status))
    return cells
