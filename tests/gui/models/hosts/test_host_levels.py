"""The names of the levels at which hosts are ranked."""

from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.study import Study
from decidr.gui.models.hosts.host_levels import level_names
from tests.gui.grouped_study import grouped_study
from tests.gui.structure_study import structure_study, with_host


def names(study: Study) -> tuple[str, ...]:
    return level_names(evaluate(study))


def test_countries_and_provinces_are_known_by_their_codes_and_sites_are_the_rest() -> None:
    assert names(grouped_study()) == ("Countries", "Provinces", "Sites")


def test_without_groups_there_is_no_level_to_choose() -> None:
    assert names(structure_study()) == ()
    assert names(Study()) == ()


def test_groups_of_countries_are_groups() -> None:
    study = with_host(structure_study(), "Iberia")
    study = replace(study, hosts=tuple(replace(h, group="Iberia") if h.id == "Spain" else h for h in study.hosts))
    assert names(study) == ("Groups", "Countries")


def test_levels_without_codes_are_numbered() -> None:
    study = grouped_study()
    bare = replace(study, hosts=tuple(replace(host, code="") for host in study.hosts))
    assert names(bare) == ("Level 1", "Level 2", "Sites")


def test_two_levels_of_one_kind_are_numbered_too() -> None:
    study = grouped_study()
    hosts = tuple(replace(h, code="ONT" if "-" in h.code else h.code) for h in study.hosts)
    assert names(replace(study, hosts=hosts)) == ("Level 1", "Level 2", "Sites")
