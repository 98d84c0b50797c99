"""Two views side by side, in rows and in words."""

from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.two_views import default_pair, seen_twice
from decidr.core.analysis.results import Results
from decidr.core.study.study import Study
from decidr.core.study.views import View
from decidr.gui.models.results.two_views import (
    benchmark_told,
    biggest_moves,
    headings,
    rows,
    two_views_told,
)
from tests.building import data_study

VALUES = {"Peru": (0.2, 0.9), "Spain": (0.8, 0.5), "Chad": (0.5, 0.1)}


def study(values: dict[str, tuple[float, float]] | None = None) -> Study:
    """The view «investor» counts the leaf x alone, the view «ministry» the leaf y."""
    found = values or VALUES
    columns = {leaf: [pair[k] for pair in found.values()] for k, leaf in enumerate("xy")}
    made = data_study({"x": 0.5, "y": 0.5}, columns, list(found))
    more = View(id="i", name="investor", left_out=("y",)), View(id="m", name="ministry", left_out=("x",))
    return replace(made, views=(*made.views, *more))


def pair(of: Study) -> tuple[Results, Results]:
    return evaluate(of, "i"), evaluate(of, "m")


def told(of: Study) -> str:
    return two_views_told(*pair(of), seen_twice(*pair(of)))


def moves(of: Study) -> list[str]:
    return [*biggest_moves(pair(of)[0], seen_twice(*pair(of)))]


def test_the_two_views_beside_the_base_are_compared_first() -> None:
    both = study()
    assert default_pair(both) == ("i", "m")
    assert default_pair(replace(both, views=both.views[:2])) == ("base", "i")
    assert default_pair(replace(both, views=both.views[:1])) is None


def test_a_row_has_rank_and_points_in_both_and_what_moves() -> None:
    found = rows(pair(study())[0], seen_twice(*pair(study())))
    assert [[entry.text for entry in row] for row in found] == [
        ["Spain", "1", "80.0", "2", "50.0", "↓ 1"],
        ["Chad", "2", "50.0", "3", "10.0", "↓ 1"],
        ["Peru", "3", "20.0", "1", "90.0", "↑ 2"],
    ]
    assert [entry.text for entry in headings(*pair(study()))] == [
        "Host",
        "Rank",
        "investor",
        "Rank",
        "ministry",
        "Places",
    ]


def test_different_leaders_are_told_with_those_whom_nobody_beats() -> None:
    assert told(study()) == (
        "Seen with the priorities of «investor», Spain would serve best; with those of «ministry», Peru. "
        "No host beats these in both: Spain and Peru."
    )


def test_one_leader_of_both_is_told_once() -> None:
    found = told(study({"Peru": (0.9, 0.9), "Spain": (0.8, 0.5)}))
    assert found == "Seen with the priorities of «investor» and of «ministry» alike, Peru would serve best."


def test_without_a_leader_nobody_serves_best() -> None:
    bare = replace(study(), hosts=())
    assert told(bare) == "No host can lead in both views yet."


def test_the_words_say_that_one_governments_ranking_is_a_benchmark() -> None:
    assert "benchmark" in benchmark_told()


def test_the_biggest_moves_come_first_and_none_are_none() -> None:
    assert moves(study()) == ["Peru 2 places up", "Spain 1 place down", "Chad 1 place down"]
    assert moves(study({"A": (0.9, 0.9), "B": (0.1, 0.1)})) == []
