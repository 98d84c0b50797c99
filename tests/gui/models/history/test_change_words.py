"""Changes in words."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from decidr.core.study import edits
from decidr.core.study.comparison import compare
from decidr.core.study.criteria import GOAL, Curve
from decidr.core.study.judgments import WeightEntry
from decidr.core.study.participants import Participant
from decidr.core.study.scenarios import Move, Scenario, ScenarioSet
from decidr.core.study.study import Study
from decidr.gui.models.history.change_words import ChangeLine, grouped_changes
from tests.formats.every_part import DRAFT, EVERY_PART
from tests.gui.example_study import example_study

STUDY = replace(example_study(), participants=(Participant(id="p1", name="Lee"),))
GOALS_PAIR = {"under": GOAL, "view": "neutral", "first": "c1", "second": "c4"}


def line(edit: Callable[[Study], Study]) -> ChangeLine:
    """The one line about what an edit changed."""
    (group,) = grouped_changes(compare(STUDY, edit(STUDY)), STUDY.goal, "neutral")
    (only,) = group.lines
    return only


@pytest.mark.parametrize(
    ("edit", "text", "aside"),
    [
        (
            lambda s: edits.set_judgment(s, **GOALS_PAIR, value=3.0, when="2026-11-03", note="talks"),
            "Stability over Market access: 1/2 → 3; was a placeholder",
            "3 Nov 2026 · «talks»",
        ),
        (
            lambda s: edits.set_judgment(s, **{**GOALS_PAIR, "view": "investor"}, value=3.0, participant="p1"),
            "Stability over Market access: not judged → 3",
            "view investor · Lee",
        ),
        (
            lambda s: edits.set_judgment(s, **GOALS_PAIR, value=None),
            "Stability over Market access: 1/2 → not judged",
            "",
        ),
        (
            lambda s: edits.set_judgment(s, under="c1", view="neutral", first="c2", second="c3", value=5.0),
            "Rule of law over Policy reversal (Stability): 2 → 5",
            "",
        ),
        (
            lambda s: edits.set_cell(s, "c2", "h1", value=6.5),
            "Rule of law, Spain: 7 → 6.5",
            "",
        ),
        (
            lambda s: edits.give_values(s, {("c2", "h1", "data"): 6.5}, "2026-11-04"),
            "Rule of law, Spain: 7 → 6.5; also year, source",
            "4 Nov 2026",
        ),
        (lambda s: edits.set_cell(s, "c2", "h1", value=None), "Rule of law, Spain: 7 → missing", ""),
        (lambda s: edits.set_cell(s, "c2", "h1", year=2025), "Rule of law, Spain: year 2024 → 2025", ""),
        (lambda s: edits.set_criterion(s, "c1", name="Calm"), "Calm: was called «Stability»", ""),
        (lambda s: edits.set_criterion(s, "c2", active=False), "Rule of law: dormant now", ""),
        (lambda s: edits.move_criterion(s, "c2", "c4"), "Rule of law: moved from Stability to Market access", ""),
        (lambda s: edits.move_host(s, "h1"), "Spain: moved from place 1 to 10", ""),
        (
            lambda s: edits.set_criterion(s, "c2", worst=1.5, curve=Curve(form="points", points=((0, 0), (9, 1)))),
            "Rule of law: worst 0 → 1.5; curve linear → 0:0; 9:1",
            "",
        ),
        (lambda s: edits.add_host(s, "Peru"), "Peru: added", ""),
        (lambda s: edits.remove_host(s, "h1"), "Spain: removed, and 6 entries with it", ""),
        (lambda s: edits.set_host(s, "h1", group="h2"), "Spain: group none → Canada", ""),
        (lambda s: edits.remove_participant(s, "p1"), "Lee: removed", ""),
        (lambda s: edits.add_participant(s, "Mo"), "Mo: added", ""),
        (lambda s: edits.set_roles(s, "p1", ["c1", GOAL]), "Lee: judges: also Stability, Best place", ""),
        (
            lambda s: edits.count_leaf(s, "investor", "c3", counts=True),
            "investor: leaves out: no longer Policy reversal",
            "",
        ),
        (lambda s: edits.set_fields(s, client=""), "Client: Lee & Co. → none", ""),
        (lambda s: edits.set_setting(s, base_view="investor"), "Base view: neutral → investor", ""),
        (
            lambda s: replace(s, weights=(WeightEntry(criterion="c1", view="investor", way="swing", weight=80.0),)),
            "Stability: none → 80",
            "view investor",
        ),
        (lambda s: edits.set_weighted_by(s, "c1", "direct"), "Stability: direct weights count now", ""),
        (lambda s: edits.set_weighted_by(s, "c1", "ranks"), "Stability: ranks count now", ""),
        (lambda s: edits.set_agreed(s, GOAL, True), "Best place: the workshop's own result counts now", ""),
    ],
)
def test_a_change_is_one_line(edit: Callable[[Study], Study], text: str, aside: str) -> None:
    assert line(edit) == ChangeLine(text, aside)


def test_what_counts_at_a_node_is_told_on_the_way_back_too() -> None:
    before = edits.set_weighted_by(edits.set_agreed(STUDY, GOAL, True), "c1", "swing")
    (group,) = grouped_changes(compare(before, STUDY), STUDY.goal, "neutral")
    assert group.title == "Weights · 2"
    assert [told.text for told in group.lines] == [
        "Best place: people's answers count again",
        "Stability: the judgments in pairs count again",
    ]


def test_a_reason_that_is_another_one_is_told_with_the_old_one() -> None:
    before = edits.set_judgment(STUDY, **GOALS_PAIR, value=3.0, note="talks", when="2026-11-01")
    after = edits.set_judgment(before, **GOALS_PAIR, value=3.0, note="the board", when="2026-11-02")
    (group,) = grouped_changes(compare(before, after), STUDY.goal, "neutral")
    assert group.lines == (
        ChangeLine("Stability over Market access: the reason was «talks»", "2 Nov 2026 · «the board»"),
    )


def test_changes_are_grouped_by_kind_and_counted() -> None:
    after = edits.set_setting(edits.add_host(edits.set_fields(STUDY, title="A", author="B"), "Peru"), synthesis="ideal")
    groups = grouped_changes(compare(STUDY, after), STUDY.goal, "neutral")
    assert [group.title for group in groups] == ["Texts · 2", "How the numbers are made · 1", "Hosts · 1"]


def test_a_long_text_is_cut() -> None:
    after = edits.set_fields(STUDY, question="why " * 100)
    (group,) = grouped_changes(compare(STUDY, after), STUDY.goal, "neutral")
    assert len(group.lines[0].text) < 200
    assert group.lines[0].text.endswith("…")


@pytest.mark.parametrize(("before", "after"), [(EVERY_PART, DRAFT), (DRAFT, EVERY_PART), (Study(), EVERY_PART)])
def test_every_field_that_can_differ_has_words(before: Study, after: Study) -> None:
    for name in ("title", "question", "client", "author", "date", "currency"):
        after = edits.set_fields(after, **{name: f"{name} now"})
    for group in grouped_changes(compare(before, after), after.goal, "neutral"):
        for line_ in group.lines:
            assert line_.text
            assert "{" not in line_.text
            assert "None" not in line_.text


MOVE = Move(kind="data", target="c2", host="h1", operation="add", value=-1.0)
FACTOR = Move(kind="weight", target="c1", view="neutral", operation="multiply", value=1.5, note="a guess")
PLANNED = replace(
    STUDY,
    scenarios=(Scenario(id="s1", name="Slump", moves=(Move(note="facts"), MOVE)), Scenario(id="s2", name="Boom")),
    scenario_sets=(ScenarioSet(name="Both", scenarios=("s1",), probability=0.2),),
)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (lambda s: edits.rename_scenario(s, "s1", "Crash"), [("Crash: was called «Slump»", "")]),
        (lambda s: edits.place_scenario(s, "s1"), [("Boom: moved from place 2 to 1", "")]),
        (lambda s: edits.set_move(s, "s1", 1, value=-2.0), [("Slump, Rule of law, Spain: \u22121 → \u22122", "")]),
        (
            lambda s: edits.set_move(s, "s1", 1, operation="multiply", value=0.5),
            [("Slump, Rule of law, Spain: \u22121 → × 0.5", "")],
        ),
        (
            lambda s: edits.set_move(s, "s1", 1, note="Lee says so"),
            [("Slump, Rule of law, Spain: note none → Lee says so", "")],
        ),
        (lambda s: edits.set_move(s, "s1", 0, note="news"), [("Slump: note facts → news", "")]),
        (
            lambda s: edits.add_move(s, "s2", FACTOR),
            [("Boom, Stability: none → weight × 1.5; note none → a guess", "view neutral")],
        ),
        (lambda s: edits.remove_move(s, "s1", 1), [("Slump, Rule of law, Spain: \u22121 → none", "")]),
        (lambda s: edits.add_scenario(s, "Quiet"), [("Quiet: added", "")]),
        (
            lambda s: edits.add_scenario(s, "Quiet", [Move(note="calm seas")]),
            [("Quiet: added", ""), ("Quiet: note none → calm seas", "")],
        ),
        (lambda s: edits.remove_scenario(s, "s2"), [("Boom: removed", "")]),
        (lambda s: edits.combine_scenarios(s, "All", ["s1", "s2"]), [("All: added", "")]),
        (lambda s: edits.set_probability(s, "Both", 0.3), [("Both: probability 0.2 → 0.3", "")]),
        (lambda s: edits.set_scenarios_of(s, "Both", ["s2"]), [("Both: scenarios: also Boom, no longer Slump", "")]),
        (lambda s: edits.remove_set(s, "Both"), [("Both: removed", "")]),
    ],
)
def test_changes_of_scenarios_tell_what_their_moves_do(edit, told) -> None:
    (group,) = grouped_changes(compare(PLANNED, edit(PLANNED)), STUDY.goal, "neutral")
    assert (group.title, list(group.lines)) == (f"Scenarios · {len(told)}", [ChangeLine(*one) for one in told])


@pytest.mark.parametrize("field", ["cells", "costs", "rates", "scenario_sets", "levels", "nodes", "weights"])
def test_every_field_of_an_entry_has_words(field: str) -> None:
    """An entry against the one of the same key that says nothing else: every field that it has is told."""
    part = getattr(EVERY_PART, field)[0]
    others = {
        name: None if isinstance(getattr(part, name), float | int | str) else getattr(part, name)
        for name in ("low", "high", "distribution", "year", "status", "probability")
        if hasattr(part, name)
    }
    texts = {name: "" for name in ("unit", "source", "licence", "who", "note", "closed") if hasattr(part, name)}
    bare = replace(part, **others, **texts)
    after = replace(EVERY_PART, **{field: (bare, *getattr(EVERY_PART, field)[1:])})
    for group in grouped_changes(compare(after, EVERY_PART), EVERY_PART.goal, "neutral"):
        assert all(line_.text for line_ in group.lines)
