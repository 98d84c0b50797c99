"""The example study with three scenarios and a set: one move alone unseats the leader, and one that is skipped."""

from __future__ import annotations

from msgspec.structs import replace

from decidr.core.study.scenarios import Move, Scenario, ScenarioSet
from decidr.core.study.study import Study
from tests.gui.example_study import example_study

FACT = "2026-01-16: the duty rises above the quota (gazette.example)."
STRIKE = Scenario(
    id="s1",
    name="Strike",
    moves=(
        Move(note=FACT),
        Move(kind="data", target="c5", host="h10", operation="add", value=-6.0, note="judgment"),
        Move(kind="data", target="c2", host="h10", operation="add", value=-0.5),
    ),
)
BOOM = Scenario(
    id="s2",
    name="Boom",
    moves=(
        Move(kind="weight", target="c4", operation="multiply", value=1.2),
        Move(kind="data", target="c2", host="h3", operation="add", value=1.0),  # a gap: skipped
    ),
)
CALM = Scenario(id="s3", name="Calm", moves=(Move(kind="score", target="c9", operation="add", value=0.01),))
BOTH = ScenarioSet(name="Strike in a boom", scenarios=("s1", "s2"), probability=0.25)


def scenario_study(hosts: int = 10) -> Study:
    """The United States lead, but Spain leads under «Strike» and «Strike in a boom»."""
    return replace(example_study(hosts), scenarios=(STRIKE, BOOM, CALM), scenario_sets=(BOTH,))
