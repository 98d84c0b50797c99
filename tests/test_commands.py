"""What the commands answer: the promise to those who script decidr, key by key."""

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from decidr import __version__
from decidr.cli import main
from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.edits import set_roles
from decidr.core.study.hosts import Host
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from decidr.formats.opening import open_study
from decidr.formats.study_file import load_study, save_study
from decidr.formats.templates import load_template
from tests.building import data_study, judged, pairwise_study
from tests.command_line import call
from tests.formats.books import PLAIN, write_book
from tests.formats.questionnaire.filling import EVERYTHING, LAW, RATIOS, STABILITY_JOBS, filled, ratios
from tests.formats.questionnaire.filling import STUDY as GROUP

SOLVE = json.loads("""
{"decidr": "0.1.0", "study": "EV plant", "settings": {"priorities": "eigenvector", "synthesis": "absolute",
   "random_index": "saaty 2005", "completion": "least squares", "group": "judgments", "view": "neutral",
   "scenario": null},
 "criteria":  [{"criterion": "Stability", "under": "Goal", "local": 0.17, "global": 0.17}],
 "matrices":  [{"under": "Goal", "participant": null, "items": ["Stability", "…"], "priorities": [0.17],
                "lambda_max": 6.03, "ci": 0.006, "cr": 0.005, "gci": 0.02, "judged": 15, "placeholder": 15,
                "missing": 0,
                "second_opinion": {"by": "AHPy 2.1", "status": "agrees", "largest_difference": 4e-11}}],
 "hosts":     [{"host": "Canada", "code": "CAN", "score": 0.56, "rank": 2, "low": 0.56, "high": 0.56, "best_rank": 2,
                "worst_rank": 3, "eligible": true, "failed": null, "missing": [],
                "contributions": {"Political stability": 0.05}}],
 "participants": [{"participant": "Lee", "weight": 1.0, "borrowed": [], "criteria": [], "hosts": []}],
 "evidence":  {"measured": 0.41, "proxy": 0.04, "judged": 0.05, "placeholder": 0.47, "missing": 0.03},
 "verdict":   {"class": "likely", "leader": "Spain", "lead": 0.04, "text": "…"},
 "problems":  [{"severity": "notice", "code": "data.missing", "place": "Data!C9", "text": "…"}]}
""")
"""The example that users were promised (workbook.md, section 3): its keys, at every depth and in this order."""

SENSITIVITY = json.loads("""
{"study": "EV plant", "view": "neutral",
 "criteria": [{"criterion": "Stability", "under": "Goal", "weight_now": 0.17, "global_now": 0.17,
               "stays_first": [0.0, 0.34], "reason": null,
               "crossovers": [{"weight": 0.34, "global_weight": 0.34, "first": "Spain", "second": "Canada"}]}],
 "critical_cells": [], "smallest_flip": []}
""")

FREE_KEYS = ("contributions",)
"""Objects whose keys are the user's own names."""

EV = "ev-plant"
EV_STUDY = load_template(EV)


def same_keys(answer, example, where="$"):
    """Hold that an answer has the keys of the example, in its order, at every depth."""
    if isinstance(example, dict) and isinstance(answer, dict):
        assert list(answer) == list(example), where
        for key in example.keys() - FREE_KEYS:
            same_keys(answer[key], example[key], f"{where}.{key}")
    elif isinstance(example, list) and isinstance(answer, list) and example:
        for place, item in enumerate(answer):
            same_keys(item, example[0], f"{where}[{place}]")


@pytest.fixture
def solved(capsys):
    outcome = call(capsys, "solve", EV, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.json


def saved(folder, study):
    save_study(study, folder / "study.decidr")
    return folder / "study.decidr"


# solve


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
    assert solved["verdict"]["class"] is None


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
    for words in (EV_STUDY.title, "Spain is first.", "Rank", "Türkiye", "Political stability", "AHPy"):
        assert words in outcome.out
    assert "notice" not in outcome.out + outcome.err


BROKEN = {
    **PLAIN,
    "Judgments": [
        ("Under", "First", "Second", "Value"),
        ("Goal", "Cost", "Risk", 2),
        ("Cost", "Labour", "Energy", 3),
        ("Cost", "Energy", "Land", 3),
        ("Cost", "Labour", "Land", "1/3"),
    ],
    "Data": [
        ("Host", "Labour", "Energy", "Land", "Risk"),
        ("CAN", 1, 2, 3, 4),
        ("MEX", 2, 1, 3, 5),
        ("ESP", 3, 3, 1, 6),
    ],
    "Study": [("Field", "Value"), ("Title", "Broken"), ("Synthesis", "ideal")],
}


def test_trouble_is_told_on_stderr_at_the_cells_of_the_workbook(capsys, tmp_path):
    outcome = call(capsys, "solve", write_book(tmp_path / "book.xlsx", BROKEN))
    assert outcome.code == 0
    assert "warning: Judgments!D3: CR " in outcome.err
    assert "warning: Criteria!A4: " in outcome.err
    assert "Judgments!D3" not in outcome.out


def test_in_json_the_problems_have_the_cells_and_stderr_is_empty(capsys, tmp_path):
    outcome = call(capsys, "solve", write_book(tmp_path / "book.xlsx", BROKEN), "--json")
    assert outcome.err == ""
    places = {p["code"]: p["place"] for p in outcome.json["problems"]}
    assert places["judgments.inconsistent"] == "Judgments!D3"


# weights


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


# sensitivity


def test_the_answer_of_sensitivity_has_every_key_that_was_promised(capsys):
    outcome = call(capsys, "sensitivity", EV, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    same_keys(outcome.json, SENSITIVITY)
    assert (outcome.json["view"], len(outcome.json["criteria"])) == ("neutral", len(EV_STUDY.criteria))
    assert (outcome.json["critical_cells"], outcome.json["smallest_flip"]) == ([], [])


def test_one_criterion_of_one_view_may_be_asked_for(capsys):
    words = ("--criterion", " stability ", "--view", "investor")
    answer = call(capsys, "sensitivity", EV, "--json", *words).json
    assert [c["criterion"] for c in answer["criteria"]] == ["Stability"]
    assert answer["view"] == "investor"
    weights = [c["weight"] for c in answer["criteria"][0]["crossovers"]]
    assert weights == sorted(weights)
    assert all(0 < weight < 1 for weight in weights)


def test_a_criterion_that_cannot_move_says_why(capsys, tmp_path):
    study = data_study({"only": 1.0}, {"only": [0.2, 0.9]}, ("X", "Y"))
    (row,) = call(capsys, "sensitivity", saved(tmp_path, study), "--json").json["criteria"]
    assert (row["stays_first"], row["crossovers"]) == (None, [])
    assert row["reason"]


def test_people_read_what_would_change_the_answer(capsys):
    assert "above 34.1\u202f% Canada leads" in call(capsys, "sensitivity", EV).out


# check


def test_check_lists_every_problem_of_every_view_once(capsys):
    outcome = call(capsys, "check", EV, "--json")
    assert (outcome.code, list(outcome.json)) == (0, ["problems"])
    rows = outcome.json["problems"]
    assert all(list(row) == list(SOLVE["problems"][0]) for row in rows)
    assert len(rows) == len({json.dumps(row) for row in rows})
    assert {row["code"] for row in rows} >= {"data.missing", "views.leaf_left_out", "judgments.placeholder"}
    assert len(call(capsys, "check", EV).out.splitlines()) == len(rows)


def test_check_ends_in_one_only_on_an_error(capsys, tmp_path):
    assert call(capsys, "check", write_book(tmp_path / "warned.xlsx", BROKEN)).code == 0
    outcome = call(capsys, "check", saved(tmp_path, Study()))
    assert outcome.code == 1
    assert "error: " in outcome.out


def test_check_tells_what_a_refused_workbook_holds_and_where(capsys, tmp_path):
    rows = [*BROKEN["Judgments"], ("Goal", "Cost", "Zoo", "1/x")]
    path = write_book(tmp_path / "book.xlsx", {**BROKEN, "Judgments": rows, "Extra": [("a",)]})
    outcome = call(capsys, "check", path, "--json")
    assert (outcome.code, outcome.err) == (1, "")
    found = {(p["severity"], p["place"], p["code"]) for p in outcome.json["problems"]}
    assert ("error", "Judgments!C6", "name.unknown") in found
    assert call(capsys, "check", path).out.startswith("error: Judgments!C6: ")


# questionnaire, collect


@pytest.fixture
def people(tmp_path):
    """A saved study with two people to ask."""
    return saved(tmp_path, GROUP)


def test_questionnaires_are_written_into_a_folder_and_listed(capsys, tmp_path, people):
    outcome = call(capsys, "questionnaire", people, "-o", tmp_path / "out", "--language", "FR")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [f"{who}\t6\t{tmp_path / 'out' / who}.xlsx" for who in ("Lee", "Ana")]
    assert load_workbook(tmp_path / "out" / "Ana.xlsx").sheetnames[0] == "Commencer ici"


def test_questionnaires_are_never_written_over(capsys, tmp_path, people):
    call(capsys, "questionnaire", people, "-o", tmp_path)
    before = (tmp_path / "Lee.xlsx").read_bytes()
    outcome = call(capsys, "questionnaire", people, "-o", tmp_path, "--language", "zh")
    assert (outcome.code, outcome.out, len(outcome.err.splitlines())) == (1, "", 2)
    assert outcome.err.startswith(f"{tmp_path / 'Lee.xlsx'}: ")
    assert (tmp_path / "Lee.xlsx").read_bytes() == before


def test_whom_nothing_is_asked_is_told(capsys, tmp_path):
    outcome = call(capsys, "questionnaire", saved(tmp_path, set_roles(GROUP, "p2", ["c2"])), "-o", tmp_path)
    assert (outcome.code, len(outcome.out.splitlines())) == (0, 1)
    assert outcome.err.startswith("warning: Participants: Ana: ")


def test_a_study_without_people_has_nobody_to_ask(capsys, tmp_path):
    outcome = call(capsys, "questionnaire", EV, "-o", tmp_path / "out")
    assert (outcome.code, outcome.out) == (1, "")
    assert not (tmp_path / "out").exists()


def test_answers_are_collected_dated_and_told_a_line_a_person(capsys, tmp_path, people):
    call(capsys, "questionnaire", people, "-o", tmp_path)
    lee = filled(tmp_path / "Lee.xlsx", EVERYTHING)
    first = call(capsys, "collect", people, lee, "-o", tmp_path / "first.decidr")
    assert first == (0, "Lee\t6 of 6\tnew\n", "")
    study = load_study(tmp_path / "first.decidr")
    assert ratios(study) == RATIOS
    assert {p.when for b in study.comparisons for p in b.pairs} == {date.today().isoformat()}
    again = call(capsys, "collect", tmp_path / "first.decidr", lee, "-o", tmp_path / "again.decidr")
    assert again.out == "Lee\t6 of 6\tunchanged\n"
    filled(lee, {STABILITY_JOBS: {"which": "A", "times": "7"}})
    third = call(capsys, "collect", tmp_path / "again.decidr", lee, tmp_path / "Ana.xlsx", "-o", tmp_path / "3.decidr")
    assert third.out == "Lee\t6 of 6\treplaced\n"
    assert third.err.startswith("warning: Ana.xlsx: ")


def test_one_wrong_file_keeps_everything_out_and_is_told_with_sheet_and_cell(capsys, tmp_path, people):
    call(capsys, "questionnaire", people, "-o", tmp_path)
    lee = filled(tmp_path / "Lee.xlsx", EVERYTHING)
    ana = filled(tmp_path / "Ana.xlsx", {STABILITY_JOBS: {"which": "maybe"}, LAW: {"points": "x"}})
    outcome = call(capsys, "collect", people, lee, ana, tmp_path / "gone.xlsx", "-o", tmp_path / "out.decidr")
    assert (outcome.code, outcome.out) == (1, "")
    assert [line.split(": ")[:2] for line in outcome.err.splitlines()[:2]] == [
        ["Ana.xlsx", "Questions!D8"],
        ["Ana.xlsx", "Questions!D14"],
    ]
    assert outcome.err.splitlines()[2].startswith("gone.xlsx: ")
    assert not (tmp_path / "out.decidr").exists()


def test_a_survey_is_collected_row_by_row(capsys, tmp_path, people):
    (tmp_path / "survey.csv").write_text("Age;Email;Jobs / Stability\n40;lee@example.org;0,333\n", encoding="utf-8")
    outcome = call(capsys, "collect", people, tmp_path / "survey.csv", "-o", tmp_path / "out.decidr")
    assert (outcome.code, outcome.out) == (0, "Lee\t1 of 1\tnew\n")
    assert outcome.err.startswith("warning: survey.csv: survey!A1: ")
    assert ratios(load_study(tmp_path / "out.decidr")) == {(GOAL, "c3", "c1"): 1 / 3}


def test_answers_to_a_study_that_lives_in_a_workbook_are_collected(capsys, tmp_path, people):
    book = tmp_path / "study.xlsx"
    call(capsys, "workbook", people, "-o", book)
    call(capsys, "questionnaire", book, "-o", tmp_path)
    lee = filled(tmp_path / "Lee.xlsx", EVERYTHING)
    assert call(capsys, "collect", book, lee, "-o", tmp_path / "out.decidr").out == "Lee\t6 of 6\tnew\n"


# templates, new, workbook, report, self-test


def test_templates_are_listed_one_a_line(capsys):
    assert call(capsys, "templates").out.splitlines()[0] == f"ev-plant\t{EV_STUDY.title}"


def test_a_study_starts_from_a_template(capsys, tmp_path):
    outcome = call(capsys, "new", EV, "-o", tmp_path / "mine.decidr")
    assert (outcome.code, outcome.out) == (0, "")
    assert load_study(tmp_path / "mine.decidr") == EV_STUDY


def test_a_workbook_holds_the_study(capsys, tmp_path):
    path = tmp_path / "study.xlsx"
    assert call(capsys, "workbook", EV, "-o", path).code == 0
    there, here = (call(capsys, "solve", source, "--json").json for source in (path, EV))
    assert {**there, "problems": []} == {**here, "problems": []}
    assert load_workbook(path).sheetnames[:2] == ["Study", "Criteria"]


def test_an_empty_workbook_is_the_form_for_the_tree_at_hand(capsys, tmp_path):
    path = tmp_path / "form.xlsx"
    assert call(capsys, "workbook", EV, "-o", path, "--empty").code == 0
    study = open_study(path).study
    assert [c.name for c in study.criteria] == [c.name for c in EV_STUDY.criteria]
    assert not any(cell.value for cell in study.cells)
    assert not any(pair.value for block in study.comparisons for pair in block.pairs)


def test_a_report_carries_its_study(capsys, tmp_path):
    path = tmp_path / "report.xlsx"
    assert call(capsys, "report", EV, "-o", path).code == 0
    assert open_study(path).study == EV_STUDY
    assert call(capsys, "solve", path, "--json").json == call(capsys, "solve", EV, "--json").json
    assert call(capsys, "check", path).code == 0


@pytest.fixture(scope="session")
def changed_report(tmp_path_factory):
    """A report saved by openpyxl, which stores no computed values, so that what was changed cannot be told."""
    folder = tmp_path_factory.mktemp("changed")
    study = data_study({"Cost": 0.75, "Risk": 0.25}, {"Cost": [0.2, 0.4], "Risk": [0.5, 0.1]}, ["Spain", "Chile"])
    save_study(study, folder / "small.decidr")
    assert main(["report", str(folder / "small.decidr"), "-o", str(folder / "report.xlsx")]) == 0
    load_workbook(folder / "report.xlsx").save(folder / "report.xlsx")
    return folder / "report.xlsx"


@pytest.mark.parametrize("words", [["solve"], ["sensitivity"], ["check"], ["workbook", "-o"], ["report", "-o"]])
def test_a_report_that_was_changed_says_so_to_every_command(capsys, tmp_path, changed_report, words):
    command, *option = words
    outcome = call(capsys, command, changed_report, *option, *([tmp_path / "out.xlsx"] if option else []))
    assert outcome.code == 0
    assert "warning: no spreadsheet program has computed this report since it was changed" in outcome.out + outcome.err


def test_the_report_follows_the_view_asked_for(capsys, tmp_path):
    assert call(capsys, "report", EV, "-o", tmp_path / "report.xlsx", "--view", "investor").code == 0
    assert "investor" in str(list(load_workbook(tmp_path / "report.xlsx").worksheets[0].values))


def test_the_installation_tests_itself(capsys):
    outcome = call(capsys, "--self-test")
    assert outcome.code == 0
    assert "AHPy" in outcome.out


@pytest.mark.parametrize(
    "words", [("new", EV, "-o", "x.decidr"), ("workbook", EV, "-o", "x.xlsx"), ("report", EV, "-o", "x.xlsx")]
)
def test_a_place_that_cannot_be_written_is_told_in_a_sentence(capsys, tmp_path, words):
    *first, name = words
    outcome = call(capsys, *first, tmp_path / "nowhere" / name)
    assert outcome.code == 2
    assert "cannot be written" in outcome.err
    assert "Traceback" not in outcome.err
    assert not Path(tmp_path / "nowhere").exists()


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


@pytest.mark.parametrize("command", ["report", "workbook"])
def test_the_study_itself_is_never_written_over(capsys, tmp_path, monkeypatch, command):
    book = write_book(tmp_path / "plant.xlsx", PLAIN)
    before = book.read_bytes()
    monkeypatch.chdir(tmp_path)
    outcome = call(capsys, command, book, "-o", "PLANT.xlsx" if (tmp_path / "PLANT.xlsx").exists() else "plant.xlsx")
    assert (outcome.code, outcome.out) == (2, "")
    assert "is the study itself; name another file" in outcome.err
    assert book.read_bytes() == before


@pytest.mark.parametrize("command", ["report", "workbook"])
def test_what_was_written_before_is_written_anew(capsys, tmp_path, command):
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")
    assert call(capsys, command, EV, "-o", path).code == 0
    assert open_study(path).study.title == EV_STUDY.title


def test_a_new_study_takes_no_place_of_another(capsys, tmp_path):
    path = tmp_path / "mine.decidr"
    path.write_text("a week of work", encoding="utf-8")
    outcome = call(capsys, "new", EV, "-o", path)
    assert (outcome.code, outcome.out) == (2, "")
    assert "mine.decidr is there already; name another file" in outcome.err
    assert path.read_text(encoding="utf-8") == "a week of work"
