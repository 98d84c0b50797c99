"""Edits of hosts."""

from msgspec.structs import replace

from decidr.core.study import edits
from decidr.core.study.data import CostItem
from decidr.core.study.hosts import Host
from decidr.core.study.scenarios import Move, Scenario
from tests.gui.structure_study import structure_study


def test_a_new_host_comes_last_and_a_taken_name_gets_a_number() -> None:
    study = edits.add_host(structure_study(), "spain", "ESP")
    assert [h.name for h in study.hosts] == ["Canada", "Spain", "Morocco", "spain 2"]
    assert study.hosts[-1].code == "ESP"
    assert len({h.id for h in study.hosts}) == 4


def test_removing_a_host_removes_what_was_said_of_it_and_frees_its_members() -> None:
    study = structure_study()
    study = replace(
        study,
        hosts=(*study.hosts, Host(id="Quebec", name="Quebec", group="Canada")),
        costs=(CostItem(host="Canada", item="land", amount=1.0), CostItem(host="Spain", item="land", amount=2.0)),
        scenarios=(Scenario(id="s", name="s", moves=(Move(host="Canada", target="Sales"), Move(target="Rule"))),),
    )
    left = edits.remove_host(study, "Canada")
    assert [h.name for h in left.hosts] == ["Spain", "Morocco", "Quebec"]
    assert left.hosts[-1].group is None
    assert {c.host for c in left.cells} == {"Spain", "Morocco"}
    assert [item.host for item in left.costs] == ["Spain"]
    assert [m.target for m in left.scenarios[0].moves] == ["Rule"]
    pairs = next(b.pairs for b in left.comparisons if b.under == "Culture")
    assert [(p.first, p.second) for p in pairs] == [("Spain", "Morocco")]


def test_a_host_moves_before_another_or_last() -> None:
    study = edits.move_host(structure_study(), "Morocco", before="Canada")
    assert [h.id for h in study.hosts] == ["Morocco", "Canada", "Spain"]
    assert [h.id for h in edits.move_host(study, "Morocco").hosts] == ["Canada", "Spain", "Morocco"]


def test_changing_a_host_leaves_the_others_as_they_were() -> None:
    before = structure_study()
    study = edits.set_host(before, "Spain", active=False)
    assert [h.active for h in study.hosts] == [True, False, True]
    assert study.hosts[0] is before.hosts[0]
