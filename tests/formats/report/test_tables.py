"""The tables of a report as data."""

from msgspec.structs import replace

from decidr.formats.report.content import Content
from decidr.formats.report.tables import (
    crossover_rows,
    findings,
    group_rows,
    host_note,
    judgment_rows,
    opinion_rows,
    sensitivity_rows,
    setting_rows,
    source_rows,
)
from tests.formats.report import studies
from tests.formats.report.live import content_of


def test_a_host_with_gaps_is_told_with_what_they_could_do(ev_content: Content) -> None:
    names = [ev_content.names[host] for host in ev_content.hosts]
    assert host_note(ev_content, names.index("Thailand")) == "1 gap: 52.5 to 56.5, rank 2 to 5"
    assert host_note(ev_content, names.index("Spain")) == ""


def test_a_host_that_fails_a_must_is_told_with_it() -> None:
    content = content_of(studies.everything())
    assert host_note(content, content.hosts.index("S")) == "outside the ranks: fails points >= 1"


def test_judgments_set_aside_come_after_those_that_count() -> None:
    rows = judgment_rows(content_of(studies.group()))
    first_pair = [row for row in rows if {row.judgment.first, row.judgment.second} == {"A", "D"}]
    assert [row.block.participant for row in first_pair] == ["L", "M", "O", None, "N"]
    assert [row.node is not None for row in first_pair] == [True, True, True, False, False]


def test_every_cell_has_its_source_and_gaps_have_a_row_too(ev_content: Content) -> None:
    rows = list(source_rows(ev_content))
    assert len(rows) == 250
    assert sum(row.evidence == "missing" for row in rows) == 6


def test_participants_figures_follow_the_study_s_own() -> None:
    rows = list(source_rows(content_of(studies.group())))
    assert [row.participant for row in rows[-4:]] == ["L", "M", "O", "N"]


def test_sensitivity_is_told_in_words(ev_content: Content) -> None:
    rows = {ev_content.names[row.sweep.criterion]: row for row in sensitivity_rows(ev_content)}
    assert rows["Stability"].stays == "up to 34.1\u202f%"
    assert rows["Stability"].then == "above 34.1\u202f% Canada"
    assert rows["Jobs"].stays == "any weight"
    assert rows["Jobs"].depth == 1


def test_an_only_child_says_why_its_weight_cannot_move() -> None:
    rows = {row.sweep.criterion: row for row in sensitivity_rows(content_of(studies.with_views()))}
    assert rows["b"].stays == "an only child has all the weight of its node"


def test_crossovers_are_those_of_hosts_in_focus(ev_content: Content) -> None:
    rows = crossover_rows(ev_content)
    assert rows
    assert all({row.first, row.second} <= set(ev_content.focus) for row in rows)


def test_settings_name_the_program_and_the_effective_synthesis() -> None:
    rows = {row.label: row.value for row in setting_rows(content_of(studies.compared()))}
    assert rows["Synthesis"] == "distributive"
    assert str(rows["Program"]).startswith("decidr ")
    assert rows["Second opinion"] == "not asked"


def test_each_matrix_has_ahpy_s_answer(ev_content: Content) -> None:
    rows = opinion_rows(ev_content)
    assert len(rows) == len(ev_content.results.matrices)
    assert {row.answer for row in rows} == {"agrees"}
    assert opinion_rows(content_of(studies.compared())) == ()


def test_alike_findings_are_told_once(ev_content: Content) -> None:
    texts = [finding.text for finding in findings(ev_content)]
    assert len(texts) == len(set(texts))
    missing = next(finding for finding in findings(ev_content) if finding.text.startswith("missing"))
    assert missing.place.endswith("and 3 more")


def test_groups_are_named_with_their_members() -> None:
    assert group_rows(content_of(studies.with_views())) == (("G", ("X", "Y")),)


def test_without_a_ranking_gaps_are_only_counted() -> None:
    content = content_of(replace(studies.everything(), comparisons=()))
    assert host_note(content, content.hosts.index("R")) == "2 gaps"
