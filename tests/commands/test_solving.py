"""What solve and weights answer: the promise to those who script decidr, key by key."""

import pytest

from decidr import __version__
from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.cases import case_named
from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.edits import set_cell, set_setting
from decidr.core.study.hosts import Host
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from tests.building import data_study, judged, pairwise_study
from tests.command_line import EV, EV_STUDY, call, saved
from tests.commands.promised import SOLVE, same_keys
from tests.formats.books import PLAIN, write_book


@pytest.fixture
def solved(capsys):
    outcome = call(capsys, "solve", EV, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.json


def test_the_answer_of_solve_has_every_key_that_was_promised(solved):
    same_keys(solved, SOLVE)
    assert (solved["decidr"], solved["study"]) == (__version__, EV_STUDY.title)


def test_numbers_are_not_rounded(solved):
    results = evaluate(EV_STUDY)
    assert [host["score"] for host in solved["hosts"]] == results.totals.tolist()
    assert [c["local"] for c in solved["criteria"]] == [results.local[n] for n in results.tree.nodes[1:]]
    assert solved["matrices"][0]["priorities"] == results.matrices[0].priorities.tolist()
    assert solved["evidence"] == dict(results.evidence)


def test_lists_stand_in_the_studys_order(solved):
    assert [h["host"] for h in solved["hosts"]] == [h.name for h in EV_STUDY.hosts]
    first_level = [c["criterion"] for c in solved["criteria"] if c["under"] == "Goal"]
    assert first_level == [c.name for c in EV_STUDY.criteria if c.under == GOAL]


def test_contributions_hold_every_counted_leaf_and_sum_to_the_score(solved):
    parents = {c["under"] for c in solved["criteria"]}
    leaves = [c["criterion"] for c in solved["criteria"] if c["criterion"] not in parents]
    for host in solved["hosts"]:
        assert list(host["contributions"]) == leaves
        assert sum(host["contributions"].values()) == pytest.approx(host["score"], abs=1e-12)


def test_the_ev_plant_is_answered_as_its_authors_printed(solved):
    hosts = {h["host"]: h for h in solved["hosts"]}
    assert (hosts["Spain"]["rank"], hosts["Canada"]["rank"]) == (1, 2)
    assert hosts["Morocco"]["missing"] == ["Home EV market", "Wall against imports from China"]
    assert solved["matrices"][0]["judged"] == solved["matrices"][0]["placeholder"] == 15
    assert {m["second_opinion"]["status"] for m in solved["matrices"]} == {"agrees"}
    assert solved["verdict"]["leader"] == "Spain"
    assert solved["verdict"]["class"] == "likely"
    assert solved["verdict"]["text"].startswith("Likely: Spain is first, in over 99\u202f% of simulations, 4.2 points")


@pytest.mark.parametrize(
    ("option", "value", "setting", "said"),
    [
        ("--priorities", "geometric-mean", "priorities", "geometric mean"),
        ("--synthesis", "Ideal", "synthesis", "ideal"),
        ("--random-index", "donegan_dodd", "random_index", "donegan-dodd"),
        ("--completion", "smallest lambda max", "completion", "smallest lambda-max"),
        ("--view", "Host  Government", "view", "host government"),
    ],
)
def test_an_option_stands_for_the_setting_this_once(capsys, option, value, setting, said):
    outcome = call(capsys, "solve", EV, "--json", option, value)
    assert (outcome.code, outcome.json["settings"][setting]) == (0, said)
    assert {k: v for k, v in outcome.json["settings"].items() if k != setting} == {
        k: v for k, v in SOLVE["settings"].items() if k != setting
    }


def test_the_view_asked_for_is_answered(capsys):
    results = evaluate(EV_STUDY, EV_STUDY.views[2].id)
    answer = call(capsys, "solve", EV, "--json", "--view", "host government").json
    assert [host["score"] for host in answer["hosts"]] == results.totals.tolist()


def test_a_scenario_asked_for_is_answered_in_the_view_asked_for(capsys):
    results = evaluate(EV_STUDY, EV_STUDY.views[2].id, case=case_named(EV_STUDY, "Managed opening"))
    words = ("--view", "host government", "--scenario", "managed  OPENING")
    answer = call(capsys, "solve", EV, "--json", *words).json
    same_keys(answer, SOLVE)
    assert answer["settings"]["scenario"] == "Managed opening"
    assert [host["score"] for host in answer["hosts"]] == results.totals.tolist()
    assert [c["local"] for c in answer["criteria"]] == [results.local[n] for n in results.tree.nodes[1:]]
    assert answer["verdict"]["leader"] == "Canada"


def test_people_read_what_is_supposed_before_the_verdict(capsys):
    alone = call(capsys, "solve", EV, "--scenario", "CUSMA not renewed")
    assert (alone.code, alone.err) == (0, call(capsys, "solve", EV).err)
    assert alone.out.splitlines()[:2] == [EV_STUDY.title, "Scenario: CUSMA not renewed"]
    together = call(capsys, "solve", EV, "--scenario", "Fortress North America").out.splitlines()[1]
    assert together.startswith("Scenario set: Fortress North America (CUSMA not renewed; US blocks or tariffs ")


def scenario_book(folder, *rows):
    head = ("Scenario", "Kind", "Target", "Host", "Operation", "Value")
    return write_book(folder / "moves.xlsx", {**PLAIN, "Scenarios": [head, *rows], "Data": GAPS})


GAPS = [("Criterion", "Host", "Value"), ("Energy", "CAN", 2), ("Energy", "MEX", None), ("Energy", "ESP", 3)]


def test_moves_that_are_skipped_are_told_at_their_row(capsys, tmp_path):
    rows = [("Dear oil", "data", "Energy", host, "add", 1) for host in ("CAN", None)]
    path = scenario_book(tmp_path, *rows)
    said = "notice: Scenarios!A3: no value to move for México, so the move is skipped there"
    assert said in call(capsys, "solve", path, "--scenario", "Dear oil").err.splitlines()
    problems = call(capsys, "solve", path, "--scenario", "Dear oil", "--json").json["problems"]
    assert ("scenarios.skipped_missing", "Scenarios!A3") in [(p["code"], p["place"]) for p in problems]
    assert "skipped" not in call(capsys, "solve", path).err


def group_study():
    tree = {GOAL: ("cost", "risk"), "cost": ("a", "b")}
    people = {"Lee": ["3"], "Ana": ["1/2"]}
    blocks = [judged(GOAL, ("cost", "risk"), upper, who) for who, upper in people.items()]
    pairs = [judged("cost", ("a", "b"), [4], "Lee"), *(judged(n, ("X", "Y"), [2]) for n in ("a", "b", "risk"))]
    study = pairwise_study(tree, ("X", "Y"), [*blocks, *pairs])
    participants = (Participant(id="Lee", name="Lee", weight=2.0), Participant(id="Ana", name="Ana"))
    return Study(criteria=study.criteria, hosts=study.hosts, comparisons=study.comparisons, participants=participants)


def test_participants_have_weights_and_rankings_of_their_own(capsys, tmp_path):
    answer = call(capsys, "solve", saved(tmp_path, group_study()), "--json").json
    same_keys(answer, SOLVE)
    lee, ana = answer["participants"]
    assert (lee["participant"], lee["weight"], lee["borrowed"]) == ("Lee", 2.0, ["a", "b", "risk"])
    assert ana["borrowed"] == ["cost", "a", "b", "risk"]
    assert list(lee["criteria"][0]) == list(SOLVE["criteria"][0])
    left_out = ("low", "high", "best_rank", "worst_rank", "missing")
    assert list(lee["hosts"][0]) == [key for key in SOLVE["hosts"][0] if key not in left_out]
    assert lee["criteria"][0]["local"] == pytest.approx(0.75)
    assert [m["participant"] for m in answer["matrices"][:3]] == [None, "Lee", "Ana"]


def test_a_matrix_of_two_has_the_ratio_zero_and_an_unconnected_one_none(capsys, tmp_path):
    tree = {GOAL: ("a", "b", "c")}
    leaves = [judged(n, ("X", "Y"), [2]) for n in "abc"]
    study = pairwise_study(tree, ("X", "Y"), [judged(GOAL, ("a", "b", "c"), [3, None, None]), *leaves])
    outcome = call(capsys, "solve", saved(tmp_path, study), "--json")
    same_keys(outcome.json, SOLVE)
    goal, two = outcome.json["matrices"][:2]
    assert outcome.code == 0
    assert [goal[key] for key in ("priorities", "lambda_max", "ci", "cr", "gci")] == [None] * 5
    assert (goal["judged"], goal["missing"]) == (1, 2)
    assert two["cr"] == 0.0
    assert {(c["local"], c["global"]) for c in outcome.json["criteria"]} == {(None, None)}
    assert {(h["score"], h["rank"], h["low"], h["worst_rank"]) for h in outcome.json["hosts"]} == {(None,) * 4}
    assert outcome.json["verdict"]["leader"] is None


def test_nodes_weighted_directly_and_those_with_one_child_have_no_matrix(capsys, tmp_path):
    criteria = [("Criterion", "Under", "Weighted by", "Weight"), ("A", None, "direct", 3), ("B", None, None, 1)]
    criteria += [("A1", "A", None, None)]
    sheets = {"Criteria": criteria, "Nodes": [("Under", "Weighted by"), ("Goal", "direct")], "Hosts": PLAIN["Hosts"]}
    data = [("Host", "A1", "B"), ("CAN", 1, 2), ("MEX", 2, 1), ("ESP", 1, 1)]
    study = [("Field", "Value"), ("Synthesis", "ideal")]
    path = write_book(tmp_path / "direct.xlsx", {**sheets, "Data": data, "Study": study})
    answer = call(capsys, "solve", path, "--json").json
    assert answer["matrices"] == []
    assert [c["local"] for c in answer["criteria"]] == [0.75, 1.0, 0.25]


def test_a_host_that_fails_a_must_has_no_rank_and_the_reason(capsys, tmp_path):
    study = data_study({"a": 1.0}, {"a": [0.2, 0.9]}, ("X", "Y"))
    must = Criterion(id="a", name="a", scored_by="data", worst=0.0, best=1.0, must=">= 0.5")
    study = Study(criteria=(must,), hosts=study.hosts, comparisons=study.comparisons, cells=study.cells)
    first, second = call(capsys, "solve", saved(tmp_path, study), "--json").json["hosts"]
    assert (first["rank"], second["rank"]) == (None, 1)
    assert ">= 0.5" in first["failed"]
    assert second["failed"] is None


def test_a_study_without_hosts_or_judgments_is_answered_with_nulls(capsys, tmp_path):
    for study in (Study(), Study(criteria=(Criterion(id="a", name="A"), Criterion(id="b", name="B")))):
        outcome = call(capsys, "solve", saved(tmp_path, study), "--json")
        same_keys(outcome.json, SOLVE)
        assert (outcome.code, outcome.json["hosts"], outcome.json["verdict"]["leader"]) == (0, [], None)
    lonely = Study(criteria=(Criterion(id="a", name="A"),), hosts=(Host(id="h", name="H"),))
    outcome = call(capsys, "solve", saved(tmp_path, lonely), "--json")
    same_keys(outcome.json, SOLVE)
    assert outcome.code == 0


def test_people_read_the_verdict_the_ranking_and_the_weights(capsys):
    outcome = call(capsys, "solve", EV)
    assert outcome.code == 0
    for words in (EV_STUDY.title, "Likely: Spain is first", "Rank", "Türkiye", "Political stability", "AHPy"):
        assert words in outcome.out
    assert "notice" not in outcome.out + outcome.err


MATRIX = "Goal,Cost,Risk,Time\nCost,1,3,5\nRisk,,1,2\nTime,,,1\n"


def matrix_file(folder, text=MATRIX):
    (folder / "matrix.csv").write_text(text, encoding="utf-8")
    return folder / "matrix.csv"


def test_weights_answers_one_matrix_as_the_same_object_without_hosts(capsys, tmp_path):
    outcome = call(capsys, "weights", matrix_file(tmp_path), "--json")
    assert (outcome.code, outcome.err) == (0, "")
    same_keys(outcome.json, SOLVE)
    assert (outcome.json["study"], outcome.json["hosts"], outcome.json["problems"]) == ("matrix", [], [])
    assert [c["criterion"] for c in outcome.json["criteria"]] == ["Cost", "Risk", "Time"]
    (matrix,) = outcome.json["matrices"]
    assert matrix["priorities"] == [c["local"] for c in outcome.json["criteria"]]
    assert matrix["second_opinion"]["status"] == "agrees"


def test_weights_by_another_method(capsys, tmp_path):
    words = ("weights", matrix_file(tmp_path), "--json")
    geometric = call(capsys, *words, "--priorities", "geometric mean", "--random-index", "saaty 1980").json
    assert geometric["settings"]["priorities"] == "geometric mean"
    assert geometric["settings"]["random_index"] == "saaty 1980"
    first = 15 ** (1 / 3)
    assert geometric["criteria"][0]["local"] == pytest.approx(first / (first + (2 / 3) ** (1 / 3) + 0.1 ** (1 / 3)))


def test_people_read_the_weights_of_a_matrix(capsys, tmp_path):
    outcome = call(capsys, "weights", matrix_file(tmp_path))
    assert (outcome.code, outcome.err) == (0, "")
    assert "Cost" in outcome.out
    assert "AHPy" in outcome.out


def test_weights_that_cannot_be_told_are_null_and_say_where(capsys, tmp_path):
    path = matrix_file(tmp_path, "Goal,A,B,C\nA,1,3,\nB,,1,\nC,,,1\n")
    outcome = call(capsys, "weights", path)
    assert outcome.code == 0
    assert "error: matrix!A1: the judgments do not link A, B | C" in outcome.err
    assert call(capsys, "weights", path, "--json").json["matrices"][0]["priorities"] is None


def test_weights_tell_what_was_noticed_while_the_file_was_read(capsys, tmp_path):
    path = write_book(
        tmp_path / "two.xlsx",
        {
            "One": [("Goal", "A", "B"), ("A", 1, 3), ("B", None, 1)],
            "Two": [("Goal", "C", "D"), ("C", 1, 3), ("D", None, 1)],
        },
    )
    answer = call(capsys, "weights", path, "--json").json
    assert [p["code"] for p in answer["problems"]] == ["matrix.others"]
    assert answer["verdict"]["text"] == "There are no hosts to rank."


def test_the_class_of_the_verdict_rests_on_the_studys_own_seed_samples_and_spread(capsys, tmp_path):
    of = data_study({"x": 0.7, "y": 0.3}, {"x": [0.9, 0.5], "y": [0.2, 0.8]}, ("A", "B"), samples=5000)
    narrow = call(capsys, "solve", saved(tmp_path, of), "--json").json["verdict"]
    wide = call(capsys, "solve", saved(tmp_path, set_setting(of, judgment_spread=0.8)), "--json").json["verdict"]
    assert [narrow["class"], wide["class"]] == ["clear", "likely"]
    again = call(capsys, "solve", saved(tmp_path, set_setting(of, judgment_spread=0.8)), "--json").json["verdict"]
    assert again == wide


def test_a_study_that_cannot_be_simulated_is_solved_without_a_class_and_says_why(capsys, tmp_path):
    of = data_study({"x": 0.7, "y": 0.3}, {"x": [0.9, 0.5], "y": [0.2, 0.8]}, ("A", "B"))
    of = set_cell(of, "x", "A", low=0.95, high=1.0)
    outcome = call(capsys, "solve", saved(tmp_path, of), "--json")
    assert (outcome.code, outcome.json["verdict"]["class"]) == (0, None)
    assert ("data.bounds", "Data: x, A") in [(p["code"], p["place"]) for p in outcome.json["problems"]]
    assert (
        "error: Data: x, A: Low 0.95, Value 0.9 and High 1 must ascend"
        in call(capsys, "solve", saved(tmp_path, of)).err
    )
