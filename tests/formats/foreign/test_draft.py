import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.problems import Place, Refused
from decidr.core.study.study import Settings, Study
from decidr.formats.foreign.draft import study_from
from decidr.formats.foreign.given import Given, Pair
from decidr.formats.workbook_tables import Trouble
from tests.formats.foreign.samples import judged, told, weights

TOP = Given("Top", ("A", "B", "C"), "#0")


def pair(first, second, value=3.0, place="#p"):
    return Pair(first, second, value, place)


def made(*given, hosts=None, people=None):
    return study_from(given, Trouble(), Study(title="T", settings=Settings(synthesis="distributive")), hosts, people)


def refused(*given):
    with pytest.raises(Refused) as error:
        made(*given)
    return [(p.code, p.place) for p in error.value.problems]


def test_judgments_keep_their_direction_and_their_place():
    opened = made(Given("Top", TOP.items, "#0", pairs=(pair("C", "A"), pair("b", "c", 2.0, "#q"))))
    assert judged(opened) == {("C", "A"): 3, ("B", "C"): 2}
    assert opened.addresses[Place("Judgments", ("Top", "B", "C"))] == "#q"
    assert opened.addresses[Place("Judgments", ("Top",))] == "#0"


@pytest.mark.parametrize(
    ("pairs", "code"),
    [
        ([pair("A", "A")], "judgments.with_itself"),
        ([pair("A", "Bee")], "name.unknown"),
        ([pair("A", "x")], "judgments.not_below"),
        ([pair("A", "B"), pair("B", "A")], "judgments.contradiction"),
    ],
)
def test_a_pair_that_cannot_be_is_refused_at_its_place(pairs, code):
    below = Given("A", ("x", "y"), "#1")
    assert refused(Given("Top", TOP.items, "#0", pairs=tuple(pairs)), below) == [(code, "#p")]


def test_a_pair_said_twice_alike_is_no_contradiction():
    assert judged(made(Given("Top", TOP.items, "#", pairs=(pair("A", "B"), pair("B", "A", 1 / 3))))) == {("A", "B"): 3}


def test_participants_come_with_their_weights_in_the_order_in_which_they_speak():
    lee, ana = (Given("Top", TOP.items, "#", person, (pair("A", "B"),)) for person in ("Lee", "Ana"))
    study = made(lee, ana, people={"Ana": 2.0}).study
    assert [(p.name, p.weight) for p in study.participants] == [("Lee", 1), ("Ana", 2)]


def test_weights_of_criteria_are_direct():
    opened = made(Given("Top", TOP.items, "#", weights={"A": 0.5, "B": 0.3, "C": 0.2}))
    assert weights(opened) == {"A": 0.5, "B": 0.3, "C": 0.2}
    results = evaluate(opened.study)
    assert results.local["c1"] == pytest.approx(0.5)


def test_a_sibling_without_a_weight_is_told():
    assert refused(Given("Top", TOP.items, "#w", weights={"A": 0.5})) == [("weights.missing", "#w")]


def test_judgments_count_before_weights_which_are_kept_and_told():
    given = Given("Top", TOP.items, "#", pairs=(pair("A", "B"),), weights={"A": 1, "B": 1, "C": 1})
    opened = made(given)
    assert told(opened) == [("weights.not_counted", "#")]
    assert opened.study.nodes == ()
    assert len(opened.study.weights) == 3


def test_weights_of_hosts_are_direct_scores():
    hosts = Given("A", ("x", "y"), "#", weights={"x": 3.0, "y": 1.0})
    study = made(Given("Top", ("A",), "#"), hosts, hosts=["x", "y"]).study
    assert [(c.scored_by, [cell.value for cell in study.cells]) for c in study.criteria] == [("direct", [3, 1])]
    assert list(evaluate(study).totals) == pytest.approx([0.75, 0.25])


def test_a_host_that_is_lacking_under_one_criterion_is_told_and_not_scored_zero():
    under_a = Given("A", ("x", "y", "z"), "#a", pairs=(pair("x", "y"), pair("y", "z")))
    under_b = Given("B", ("x", "y"), "#b", pairs=(pair("x", "y"),))
    opened = made(Given("Top", ("A", "B"), "#", pairs=(pair("A", "B"),)), under_a, under_b)
    assert told(opened) == [("foreign.host_left_out", "#b")]
    codes = {p.code: opened.addresses.get(p.place) for p in evaluate(opened.study).problems}
    assert codes["judgments.unconnected"] == "#b"
