from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.focus import SLOTS, focus
from decidr.core.study.edits import set_cell
from tests.building import data_study

HOSTS = [f"h{i}" for i in range(8)]


def study():
    base = data_study({"x": 1.0, "y": 0.0001}, {"x": [1 - i / 10 for i in range(8)], "y": [0.5] * 8}, HOSTS)
    hosts = tuple(replace(h, code={"h5": "CAN", "h7": "USA"}.get(h.id, "")) for h in base.hosts)
    return replace(base, hosts=hosts)


def test_leader_second_canada_and_the_united_states_are_in_focus():
    found = focus(evaluate(study()))
    assert len(found) == SLOTS
    assert found == ("h0", "h1", "h5", "h7", None)


def test_the_selected_host_takes_the_last_colour():
    assert set(focus(evaluate(study()), selected="h3")) == {"h0", "h1", "h5", "h7", "h3"}


def test_a_host_that_stays_in_focus_keeps_its_colour():
    before = focus(evaluate(study()))
    swapped = evaluate(set_cell(study(), "x", "h1", value=1.2))
    after = focus(swapped, before)
    assert [after.index(h) for h in ("h0", "h1", "h5", "h7")] == [before.index(h) for h in ("h0", "h1", "h5", "h7")]


def test_a_new_leader_takes_the_colour_that_became_free():
    before = focus(evaluate(study()))
    after = focus(evaluate(set_cell(study(), "x", "h6", value=1.2)), before)
    assert after[before.index("h1")] == "h6" or "h6" in after
    assert "h0" in after


def test_without_the_two_benchmarks_the_best_hosts_fill_the_colours():
    plain = replace(study(), hosts=tuple(replace(h, code="") for h in study().hosts))
    assert focus(evaluate(plain))[:4] == ("h0", "h1", "h2", "h3")
