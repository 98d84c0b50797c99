import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.formats.foreign.ahp_os_tables import study_of_export
from decidr.formats.opening import open_study
from decidr.formats.spreadsheet import Sheet
from tests.formats.books import write_book
from tests.formats.foreign.samples import (
    HEAD,
    export,
    input_rows,
    judged,
    refusal,
    saved,
    square,
    told,
    tree,
    weights,
)

HOSTS = ("Alternatives", "Spain", "Canada", "Japan", None)


def opened(tmp_path, rows, comma=False):
    return open_study(saved(tmp_path / "Ab12cd.csv", export(rows, comma)))


def people_over_hosts():
    lee = input_rows("Lee", "Criterion", {"Cost": square(3, 5, 2), "Risk": square(1 / 3, 1 / 7, 1)})
    ana = input_rows("Ana", "Criterion", {"Cost": square(9, 9, 1)})
    return [*HEAD, ("No of Participants", 2), lee[0], HOSTS, *lee[1:], ana[0], HOSTS, *ana[1:]]


@pytest.mark.parametrize("comma", [False, True])
def test_what_participants_entered_over_hosts_is_read_with_either_decimal_mark(tmp_path, comma):
    found = opened(tmp_path, people_over_hosts(), comma)
    assert (found.study.title, found.study.date, found.study.author) == ("Plant", "2017-06-30", "Ana")
    assert tree(found) == {"Goal": ["Cost", "Risk"]}
    assert judged(found, "Risk", "Lee") == {
        ("Spain", "Canada"): 1 / 3,
        ("Spain", "Japan"): 1 / 7,
        ("Canada", "Japan"): 1,
    }
    assert judged(found, "Cost", "Ana")["Spain", "Japan"] == 9
    assert told(found) == [("ahp_os.no_weights", "Ab12cd!B10")]
    assert "judgments.none" in [p.code for p in evaluate(found.study).problems]


def test_one_node_without_names_is_numbered_and_told(tmp_path):
    rows = [*HEAD, *input_rows("Lee", "Node", {"Site": square(3, 5, 2)})]
    found = opened(tmp_path, rows)
    assert tree(found) == {"Site": ["Criterion 1", "Criterion 2", "Criterion 3"]}
    assert judged(found, who="Lee")["Criterion 1", "Criterion 3"] == 5
    assert told(found) == [("ahp_os.numbered", "Ab12cd!B8")]


def test_several_nodes_without_names_are_refused(tmp_path):
    rows = [*HEAD, *input_rows("Lee", "Node", {"Site": square(3, 5, 2), "Cost": square(2)})]
    assert refusal(saved(tmp_path / "in.csv", export(rows))) == [("ahp_os.no_names", "in!B12")]


def test_an_export_without_judgments_is_told(tmp_path):
    assert refusal(saved(tmp_path / "in.csv", export([*HEAD, HOSTS]))) == [("ahp_os.nobody", "in")]


def test_a_matrix_that_lacks_a_row_is_told(tmp_path):
    rows = people_over_hosts()
    del rows[11]
    assert ("ahp_os.size", "in!C11") in refusal(saved(tmp_path / "in.csv", export(rows)))


def test_a_date_where_a_figure_was_is_told_once_saved_as_a_workbook(tmp_path):
    rows = [*HEAD, *input_rows("Lee", "Criterion", {"Cost": square(3)})]
    rows.insert(6, ("Alternatives", "Spain", "Canada"))
    rows[9] = (None, None, 1.0, "03.01.2026", None)
    assert ("judgments.a_date", "in!D10") in refusal(write_book(tmp_path / "in.xlsx", {"in": rows}))


HIERARCHY = [
    ("Project: Site",),
    ("Level 1", "p (L1)", "Level 2", "p (L2)", "Glb. Pr."),
    ("Risk", 0.25, None, None, 0.25),
    ("Cost", 0.75, "Labour", 0.4, 0.3),
    (None, None, "Land", 0.6, 0.45),
    ("Total", None, None),
    (),
]


def test_the_table_of_a_hierarchy_has_tree_and_weights(tmp_path):
    found = opened(tmp_path, HIERARCHY)
    assert tree(found) == {"Site": ["Risk", "Cost"], "Cost": ["Labour", "Land"]}
    assert weights(found) == {"Risk": 0.25, "Cost": 0.75, "Labour": 0.4, "Land": 0.6}
    assert told(found) == []
    results = evaluate(found.study)
    land = next(c.id for c in found.study.criteria if c.name == "Land")
    assert results.local[land] * 0.75 == pytest.approx(0.45)


@pytest.mark.parametrize("comma", [False, True])
def test_matrices_below_the_table_count_before_its_priorities(tmp_path, comma):
    rows = [*HIERARCHY, ("Site",), *[(n, *row, None) for n, row in zip(("Risk", "Cost"), square(1 / 3), strict=True)]]
    found = opened(tmp_path, rows, comma)
    assert judged(found) == {("Risk", "Cost"): 1 / 3}
    assert weights(found) == {"Labour": 0.4, "Land": 0.6}


def test_equal_priorities_without_a_matrix_are_placeholders(tmp_path):
    rows = [*HIERARCHY[:3], ("Cost", 0.75, "Labour", 0.5, 0.3), (None, None, "Land", 0.5, 0.45)]
    found = opened(tmp_path, rows)
    assert [w.status for w in found.study.weights] == ["judged", "judged", "placeholder", "placeholder"]
    assert told(found) == [("ahp_os.equal", "Ab12cd!C4")]


def test_hosts_beside_the_table_are_compared_or_scored(tmp_path):
    rows = [
        ("Project: Site",),
        ("Level 1", "p (L1)", "Glb. Pr.", "Spain", "Canada", "Spain", "Canada"),
        ("Cost", 0.75, 0.75, 0.8, 0.2, 0.6, 0.15),
        ("Risk", 0.25, 0.25, 0.25, 0.75, 0.0625, 0.1875),
        ("Total", None, None, None, None, 0.6625, 0.3375),
        (),
        ("Alternatives for Risk",),
        *[(n, *row, None) for n, row in zip(("Spain", "Canada"), square(1 / 3), strict=True)],
    ]
    found = opened(tmp_path, rows)
    assert judged(found, "Risk") == {("Spain", "Canada"): 1 / 3}
    assert [(c.name, c.scored_by) for c in found.study.criteria] == [("Cost", "direct"), ("Risk", "pairwise")]
    assert evaluate(found.study).totals == pytest.approx([0.6625, 0.3375])


def test_a_matrix_of_a_node_that_the_table_lacks_is_told(tmp_path):
    rows = [*HIERARCHY, ("Elsewhere",), ("p", 1.0, 3.0), ("q", 1 / 3, 1.0)]
    assert refusal(saved(tmp_path / "h.csv", export(rows))) == [("ahp_os.unknown_node", "h!A8")]


def test_the_groups_result_has_names_and_consolidated_matrices(tmp_path):
    rows = [
        *HEAD,
        ("Scale: ", "AHP"),
        (),
        ("Node", "Site"),
        ("Weights", "Cost", "Risk", "CR"),
        ("Group result", 0.7, 0.3, 0.0),
        ("by participants:",),
        ("Lee", 0.7, 0.3, 0.0),
        ("AHP Consensus", 0.9),
        ("Consolidated Decision Matrix",),
        (None, 1.0, 2.289428, None),
        (None, 0.436790, 1.0, None),
        ("Node", "pTot"),
        ("Weights", "Cost", "Risk", "CR"),
    ]
    found = opened(tmp_path, rows)
    assert judged(found) == {("Cost", "Risk"): 2.289428}
    assert (found.study.participants, told(found)) == ((), [("ahp_os.group_only", "Ab12cd")])


def test_the_groups_result_over_hosts_has_the_leaves_weights(tmp_path):
    rows = [
        *HEAD,
        ("1. Alternatives with local weights (Weighted sum method) ",),
        ("Crit/Alt", "pGlb", "Spain", "Canada"),
        ("Cost", 0.75, 0.8, 0.2, None),
        ("Risk", 0.25, 0.25, 0.75, None),
        ("Group Result", "", 0.6625, 0.3375),
        (),
        ("3. Consolidated Decision Matrix",),
        ("Cost", "CR", 0.0),
        *[(None, *row, None) for row in square(4)],
        ("Risk", "CR", 0.0),
        *[(None, *row, None) for row in square(1 / 3)],
    ]
    found = opened(tmp_path, rows)
    assert weights(found) == {"Cost": 0.75, "Risk": 0.25}
    assert evaluate(found.study).totals == pytest.approx([0.6625, 0.3375])


@pytest.mark.parametrize("comma", [False, True])
def test_the_calculators_matrix_is_read(tmp_path, comma):
    rows = [("Site", "2024.05.01 12:00:00"), (3,), ("A", "B", "C"), *square(3, 5, 2), (0.6, 0.3, 0.1), (3.0, 0.01)]
    found = opened(tmp_path, rows, comma)
    assert judged(found) == {("A", "B"): 3, ("A", "C"): 5, ("B", "C"): 2}
    assert found.study.goal == "Site"


def test_a_calculators_export_with_too_few_names_is_told(tmp_path):
    rows = [("Site", "2024.05.01 12:00:00"), (3,), ("A", "B"), *square(3)]
    assert ("ahp_os.size", "c!A3") in refusal(saved(tmp_path / "c.csv", export(rows)))


def test_another_sheet_is_no_export():
    assert study_of_export([Sheet("m", [["", "A", "B"], ["A", 1, 3], ["B", "", 1]])], "m") is None
