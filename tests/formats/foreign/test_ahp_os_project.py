import numpy as np
import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.formats.foreign.ahp_os_project import is_project
from decidr.formats.opening import open_study
from tests.formats.foreign.samples import judged, project, refusal, saved, square, told, tree, weights

TREE = "Site: Cost, Risk, Land; Cost: x, y;"


def opened(tmp_path, value):
    return open_study(saved(tmp_path / "Ab12cd-AHP-project.JSON", value))


def test_the_example_of_the_manual_comes_out_as_its_matrices_say(tmp_path):
    """Annex 6 of the AHP-OS manual: weights fixed at 0.5, two participants, three alternatives."""
    rows = [
        ("Klaus", "Sales Skills", "000", "494"),
        ("Klaus", "Engineering skills", "111", "494"),
        ("Klaus1", "Sales Skills", "000", "397"),
        ("Klaus1", "Engineering skills", "111", "892"),
    ]
    text = "Compromise: Sales Skills=0.5, Engineering skills=0.5;"
    found = opened(tmp_path, project(text, rows, ("A", "B", "C")))
    sales = np.sqrt(np.array(square(4, 9, 4)) * np.array(square(3, 9, 7)))
    skills = np.sqrt(np.array(square(1 / 4, 1 / 9, 1 / 4)) * np.array(square(1 / 8, 1 / 9, 1 / 2)))
    expected = (priorities(sales) + priorities(skills)) / 2
    assert evaluate(found.study).totals == pytest.approx(expected, abs=1e-9)


def priorities(matrix):
    values, vectors = np.linalg.eig(matrix)
    vector = np.abs(vectors[:, np.argmax(values.real)].real)
    return vector / vector.sum()


def test_names_judgments_and_days_are_read(tmp_path):
    found = opened(tmp_path, project("Site: A, B;", [("Lee", "Site", "1", "3")]))
    study = found.study
    assert (study.title, study.question, study.author, study.date) == ("Plant", "Where to build?", "Ana", "2017-06-30")
    assert [p.name for p in study.participants] == ["Lee"]
    assert judged(found, who="Lee") == {("A", "B"): 1 / 3}
    assert study.comparisons[0].pairs[0].when == "2017-06-30"
    assert study.settings.random_index == "alonso-lamata"
    assert told(found) == []


def test_pairs_are_of_leaves_first_then_of_branches(tmp_path):
    found = opened(tmp_path, project(TREE, [("Lee", "Site", "001", "357"), ("Lee", "Cost", "0", "2")]))
    assert tree(found) == {"Site": ["Cost", "Risk", "Land"], "Cost": ["x", "y"]}
    assert judged(found, who="Lee") == {("Risk", "Land"): 3, ("Risk", "Cost"): 5, ("Land", "Cost"): 1 / 7}
    assert judged(found, "Cost", "Lee") == {("x", "y"): 2}


def test_hosts_are_compared_at_one_leaf_as_at_many(tmp_path):
    found = opened(tmp_path, project("Site: A=0.5, B=0.5;", [("Lee", "B", "0", "9")], ("Spain", "Canada")))
    assert weights(found) == {"A": 0.5, "B": 0.5}
    assert judged(found, "B", "Lee") == {("Spain", "Canada"): 9}
    assert [c.scored_by for c in found.study.criteria] == ["pairwise", "pairwise"]


def test_a_name_that_ahp_os_has_cut_is_found(tmp_path):
    long = "A criterion with a name that goes on for much longer than AHP-OS keeps"
    found = opened(tmp_path, project(f"Site: {long}, B; {long}: x, y;", [("Lee", long[:60], "0", "3")]))
    assert judged(found, long, "Lee") == {("x", "y"): 3}


@pytest.mark.parametrize(
    ("value", "code", "place"),
    [
        (project("Site: A, B, C;", [("Lee", "Site", "00", "35")]), "ahp_os.length", "$.pwc[0]"),
        (project("Site: A, B;", [("Lee", "Site", "2", "3")]), "ahp_os.no_side", "$.pwc[0].pwc_ab"),
        (project("Site: A, B;", [("Lee", "Site", "0", "0")]), "judgments.not_a_ratio", "$.pwc[0].pwc_intense"),
        (project("Site: Aa, B;", [("Lee", "Aaa", "0", "3")]), "name.unknown_near", "$.pwc[0].pwc_node"),
        (project("Site: A, B;", [("Lee", "Site", "0", "3"), ("Lee", "Site", "0", "5")]), "judgments.contradiction",
         "$.pwc[1]"),
        (project(""), "ahp_os.no_hierarchy", "$.pj[0].project_hText"),
        ({"pj": []}, "ahp_os.no_hierarchy", "Ab12cd-AHP-project.JSON"),
        ({"pj": "x"}, "ahp_os.no_rows", "$.pj"),
        (project("Site: A, A;"), "name.taken", "$.pj[0].project_hText, line 1"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_path(tmp_path, value, code, place):
    assert (code, place) in refusal(saved(tmp_path / "Ab12cd-AHP-project.JSON", value))


def test_of_several_projects_the_first_counts_and_the_others_are_told(tmp_path):
    value = project("Site: A, B;", [("Lee", "Site", "0", "3")])
    value["pj"].append({"project_name": "Other"})
    assert told(opened(tmp_path, value)) == [("ahp_os.another_project", "$.pj[1]")]


def test_the_export_of_priorities_is_told_apart(tmp_path):
    value = {"Project": "Ab12cd", "Scale": "AHP", "Priorities": {"Site": {"Group": {"A": 0.5, "B": 0.5}}}}
    assert refusal(saved(tmp_path / "p.JSON", value)) == [("ahp_os.priorities", "p.JSON")]
    assert not is_project(value)
