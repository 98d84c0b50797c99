"""Two views side by side."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.two_views import SeenTwice, seen_twice
from decidr.core.study.edits import set_criterion
from decidr.core.study.study import Study
from decidr.core.study.views import View
from tests.building import data_study


def study(values: dict[str, tuple[float | None, float | None]]) -> Study:
    """The view «x» counts the leaf x alone, the view «y» the leaf y."""
    rows = {leaf: [pair[k] for pair in values.values()] for k, leaf in enumerate("xy")}
    made = data_study({"x": 0.5, "y": 0.5}, rows, list(values))
    return replace(
        made, views=(*made.views, View(id="x", name="x", left_out=("y",)), View(id="y", name="y", left_out=("x",)))
    )


def seen(of: Study) -> dict[str, SeenTwice]:
    return {one.host: one for one in seen_twice(evaluate(of, "x"), evaluate(of, "y"))}


def test_hosts_stand_in_the_first_views_order_with_what_moves() -> None:
    found = seen(study({"Peru": (0.2, 0.9), "Spain": (0.8, 0.5), "Chad": (0.5, 0.1)}))
    assert list(found) == ["Spain", "Chad", "Peru"]
    assert [(one.first_rank, one.second_rank, one.places_up) for one in found.values()] == [
        (1, 2, -1),
        (2, 3, -1),
        (3, 1, 2),
    ]
    assert (found["Peru"].first_total, found["Peru"].second_total) == (0.2, 0.9)


def test_whoever_is_beaten_in_both_is_told_apart() -> None:
    found = seen(study({"Peru": (0.2, 0.9), "Spain": (0.8, 0.5), "Chad": (0.5, 0.1), "Oman": (0.8, 0.4)}))
    assert {name for name, one in found.items() if one.is_unbeaten} == {"Peru", "Spain"}


def test_twins_do_not_beat_each_other() -> None:
    found = seen(study({"A": (0.5, 0.5), "B": (0.5, 0.5), "C": (0.4, 0.5)}))
    assert [one.is_unbeaten for one in found.values()] == [True, True, False]


def test_a_host_that_fails_a_must_has_no_rank_moves_nowhere_and_beats_nobody() -> None:
    strict = set_criterion(study({"A": (1.0, 1.0), "B": (0.5, 0.5)}), "x", must="<= 0.9")
    strict = set_criterion(strict, "y", must="<= 0.9")
    found = seen(strict)
    assert list(found) == ["B", "A"]
    assert (found["A"].places_up, found["A"].is_unbeaten, found["B"].is_unbeaten) == (None, False, True)


def test_a_host_that_rests_on_gaps_beats_nobody() -> None:
    found = seen(study({"A": (None, None), "B": (0.4, 0.4)}))
    assert found["B"].is_unbeaten
    assert not found["A"].is_unbeaten


hundredths = st.integers(0, 20).map(lambda n: n / 20)


@given(st.lists(st.tuples(hundredths, hundredths), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_the_unbeaten_are_the_pareto_front(pairs: list[tuple[float, float]]) -> None:
    found = seen(study({f"h{i}": pair for i, pair in enumerate(pairs)}))
    for i, (x, y) in enumerate(pairs):
        is_beaten = any(a >= x and b >= y and (a, b) != (x, y) for a, b in pairs)
        assert found[f"h{i}"].is_unbeaten == (not is_beaten)
