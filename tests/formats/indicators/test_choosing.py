"""An import that is chosen: rows, year, hosts and leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from decidr.core.study.data import Cell
from decidr.core.study.hosts import Host
from decidr.core.study.problems import Refused
from decidr.formats.indicators import choosing
from decidr.formats.indicators.choosing import Draft
from decidr.formats.templates import load_template
from tests.formats.indicators.corpus import GDP, LAW, STUDY, Case, write
from tests.formats.indicators.publishers import write_publishers

EV = load_template("ev-plant")
LEAVES = {c.name: c.id for c in EV.criteria}
HOSTS = {h.name: h.id for h in EV.hosts}
CARS = (("mode", "Cars"), ("powertrain", "BEV"))


def begun(folder: Path, file: str, study=EV) -> Draft:
    return choosing.begin(study, choosing.read_file(write_publishers(folder)[file]))


def from_text(folder: Path, text: str, study=STUDY) -> Draft:
    return choosing.begin(study, choosing.read_file(write(Case("", "a_2023.csv", text), folder)))


def shown(draft: Draft, leaf: str) -> dict[str, float | str | None]:
    names = {id_: name for name, id_ in HOSTS.items()}
    return {names[host]: cell.value for (criterion, host), cell in draft.figures.items() if criterion == LEAVES[leaf]}


def test_a_long_table_is_narrowed_column_by_column_to_one_figure_a_host(tmp_path) -> None:
    draft = begun(tmp_path, "iea")
    assert {choice.column for choice in choosing.row_choices(draft)} == {"mode", "powertrain"}
    for column, value in CARS:
        draft = choosing.choose_rows(draft, column, (value,))
    draft = choosing.choose_leaf(draft, "EV sales", LEAVES["Home EV market"])
    assert shown(draft, "Home EV market") == {"Canada": 190_000, "Türkiye": 99_000}
    assert (draft.faults, draft.count) == ({}, 2)
    draft = choosing.choose_year(draft, 2023)
    assert shown(draft, "Home EV market") == {"Canada": 130_000, "Türkiye": 66_000}


def test_what_is_not_narrowed_enough_is_a_fault_of_that_series_alone(tmp_path) -> None:
    draft = begun(tmp_path, "iea")
    draft = choosing.choose_leaf(draft, "EV sales", LEAVES["Home EV market"])
    assert [p.code for p in draft.faults["EV sales"] if p.severity == "error"] != []
    assert (draft.count, draft.outcome) == (0, EV)


def test_a_choice_that_leaves_no_row_drops_the_filters_that_stand_against_it(tmp_path) -> None:
    draft = begun(tmp_path, "iea")
    draft = choosing.choose_rows(draft, "mode", ("Buses",))
    draft = choosing.choose_rows(draft, "powertrain", ("BEV",))
    values = {choice.column: choice.values for choice in choosing.row_choices(draft)}
    assert set(values["powertrain"]) == {"BEV"}
    draft = choosing.choose_rows(draft, "powertrain", ("PHEV",))
    assert [(one.column, one.values) for one in draft.asked.where] == [("powertrain", ("PHEV",))]
    assert choosing.choose_rows(draft, "powertrain", ()).asked.where == ()


def test_another_sheet_begins_anew(tmp_path) -> None:
    draft = begun(tmp_path, "lpi")
    assert choosing.sheets(draft) == ("2023", "2018")
    draft = choosing.choose_sheet(draft, "2018")
    assert shown(draft, "Logistics")["Morocco"] == pytest.approx(2.54, abs=0.005)
    assert {cell.year for cell in draft.figures.values()} == {2018}


def test_codes_that_a_publisher_does_not_spell_out_find_their_leaves(tmp_path) -> None:
    draft = begun(tmp_path, "wgi")
    assert {draft.targets["pv"], draft.targets["rl"]} == {
        LEAVES["Political stability"],
        LEAVES["Rule of law and integrity"],
    }
    assert shown(draft, "Political stability")["Canada"] == pytest.approx(0.822421)


def test_a_leaf_takes_one_series_at_a_time(tmp_path) -> None:
    draft = begun(tmp_path, "wgi")
    draft = choosing.choose_leaf(draft, "rl", LEAVES["Political stability"])
    assert LEAVES["Political stability"] not in {leaf for name, leaf in draft.targets.items() if name != "rl"}
    draft = choosing.choose_leaf(draft, "rl", None)
    assert "rl" not in draft.targets


def test_a_near_name_is_proposed_and_counts_only_when_it_is_chosen(tmp_path) -> None:
    draft = from_text(tmp_path, f"Country,{LAW},GDP for each head per capita\nCanada,1,7\nTurkey,2,8\n")
    assert dict(draft.targets) == {LAW: "law"}
    assert dict(choosing.proposed(draft)) == {"GDP for each head per capita": "gdp"}
    assert draft.count == 2
    draft = choosing.choose_leaf(draft, "GDP for each head per capita", "gdp")
    assert (draft.count, dict(choosing.proposed(draft))) == (4, {})


def test_a_host_is_found_by_what_the_user_says_the_file_calls_it(tmp_path) -> None:
    study = replace(EV, hosts=(*EV.hosts, Host(id="land", name="The Land")))
    path = tmp_path / "rates_2023.csv"
    path.write_text("Country,Logistics\nCanada,4\nOur place,3\nSpain,3.9\n", encoding="utf-8")
    draft = choosing.begin(study, choosing.read_file(path))
    labels = {choice.host: choice.label for choice in choosing.host_choices(draft)}
    assert (labels["land"], labels[HOSTS["Canada"]]) == (None, "Canada")
    assert choosing.spare_labels(draft) == ("Our place",)
    draft = choosing.choose_label(draft, "land", "Our place")
    assert draft.figures[LEAVES["Logistics"], "land"].value == 3.0
    assert [(one.label, one.host) for one in draft.outcome.imports[-1].hosts] == [("Our place", "land")]
    draft = choosing.choose_label(draft, "land", None)
    assert (LEAVES["Logistics"], "land") not in draft.figures


def test_figures_that_stand_may_be_kept_one_by_one_or_all_at_once(tmp_path) -> None:
    present = replace(STUDY, cells=(Cell(criterion="gdp", host="CAN", value=7.0, year=2020, status="measured"),))
    draft = from_text(tmp_path, f"Country,{GDP}\nCanada,1\nTurkey,2\n", present)
    assert list(draft.conflicts) == [("gdp", "CAN")]
    kept = choosing.leave(draft, draft.conflicts, is_left=True)
    assert ([cell.value for cell in kept.outcome.cells], kept.count, kept.keeps_present) == ([7.0, 2.0], 1, True)
    taken = choosing.leave(kept, draft.conflicts, is_left=False)
    assert [cell.value for cell in taken.outcome.cells] == [1.0, 2.0]


def test_source_and_licence_are_written_to_each_cell(tmp_path) -> None:
    draft = choosing.say_source(begun(tmp_path, "carbon"), "Ember", "CC BY 4.0")
    assert {(cell.source, cell.licence) for cell in draft.figures.values()} == {("Ember", "CC BY 4.0")}


def test_the_next_edition_is_read_as_the_last_one_was(tmp_path) -> None:
    draft = begun(tmp_path, "iea")
    for column, value in CARS:
        draft = choosing.choose_rows(draft, column, (value,))
    draft = choosing.choose_leaf(draft, "EV sales", LEAVES["Home EV market"])
    again = choosing.begin(draft.outcome, draft.file)
    assert (again.targets, again.asked.where) == (draft.targets, draft.asked.where)
    assert again.outcome.cells == draft.outcome.cells


def test_when_it_is_taken_in_the_rows_stay_chosen_and_the_figures_stand(tmp_path) -> None:
    draft = choosing.choose_year(begun(tmp_path, "carbon"), 2024)
    rest = choosing.after_import(draft, draft.outcome)
    assert (rest.asked.year, rest.outcome) == (2024, draft.outcome)


def test_a_study_that_changes_meanwhile_keeps_what_is_chosen(tmp_path) -> None:
    draft = choosing.choose_leaf(begun(tmp_path, "wgi"), "rl", LEAVES["Jobs"])
    draft = choosing.leave(draft, [(LEAVES["Jobs"], HOSTS["Canada"])], is_left=True)
    changed = choosing.follow(draft, replace(EV, title="Another"))
    assert (changed.targets, changed.left, changed.study.title) == (draft.targets, draft.left, "Another")


def test_a_file_that_names_no_host_is_refused(tmp_path) -> None:
    with pytest.raises(Refused) as refusal:
        from_text(tmp_path, "Town,Rain\nLeeds,2\nYork,3\n")
    assert [problem.code for problem in refusal.value.problems] == ["import.no_hosts"]
