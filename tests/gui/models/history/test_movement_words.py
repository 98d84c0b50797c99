"""What became of the answer, in words."""

from math import nan

import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.verdict.movement import HostMovement, Movement, Standing
from decidr.core.study.study import Study
from decidr.gui.models.history.movement_words import leader_told, movement_told, rank_told

HOSTS = (
    HostMovement("h1", "Spain", Standing(1, 0.6), Standing(1, 0.6)),
    HostMovement("h2", "Canada", Standing(2, 0.5), Standing(2, 0.5)),
)


def moved(
    before: str | None,
    after: str | None,
    leads: tuple[float | None, float | None] = (0.1, 0.1),
    comparable: bool = True,
) -> Movement:
    return Movement(before, after, *leads, HOSTS, comparable)


@pytest.mark.parametrize(
    ("movement", "told"),
    [
        (moved("h1", "h1"), "Spain stays first, 10.0 points ahead."),
        (moved("h1", "h1", (0.1, 0.0432)), "Spain stays first, 4.3 points ahead instead of 10.0."),
        (moved("h1", "h1", (0.1, 0.04), comparable=False), "Spain stays first."),
        (moved("h1", "h1", (None, 0.04)), "Spain stays first."),
        (moved("h1", "h2"), "Canada leads now; Spain led then."),
        (moved(None, "h2", (None, 0.1)), "Canada is first; there was no ranking then."),
        (moved("h1", None, (0.1, None)), "There is no ranking now; Spain led then."),
        (moved(None, None, (None, None)), "There is no ranking now."),
    ],
)
def test_the_heading_says_who_leads_and_who_led(movement: Movement, told: str) -> None:
    assert movement_told(movement) == told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (Standing(3, 0.5), Standing(1, 0.6), "3 → 1"),
        (Standing(2, 0.5), Standing(2, 0.6), "2"),
        (Standing(2, 0.5), Standing(0, 0.6), "2 → –"),
        (None, Standing(4, 0.6), "new → 4"),
        (Standing(4, nan), None, "4 → gone"),
    ],
)
def test_a_rank_is_told_from_and_to(before: Standing | None, after: Standing | None, told: str) -> None:
    assert rank_told(HostMovement("h", "Peru", before, after)) == told


def test_the_leader_of_then_is_told_with_its_points(study: Study) -> None:
    results = evaluate(study)
    assert results.leader is not None
    total = f"{results.totals[results.leader] * 100:.1f}"
    name = next(h.name for h in study.hosts if h.id == results.hosts[results.leader])
    assert leader_told(results) == f"{name} led with {total}"
    assert leader_told(evaluate(replace(study, comparisons=()))) == "no ranking"
