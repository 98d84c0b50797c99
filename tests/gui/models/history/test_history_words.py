"""Judgments of the history in words."""

from decidr.core.study.history import JudgedPair
from decidr.gui.models.history.history_words import about, said

ENTRY = JudgedPair(
    node="goal",
    view="neutral",
    pair=("c1", "c4"),
    under="Best place",
    first="Stability",
    second="Market access",
    view_name="neutral",
    participant="Lee",
    participant_id="p1",
    value=1 / 3,
    status="judged",
    when="2026-11-03",
    note="after\nthe talks",
    stands=True,
)


def test_a_judgment_is_told_as_it_was_typed() -> None:
    assert said(ENTRY) == "Stability over Market access 1/3"
    assert said(ENTRY._replace(value=None)) == "Stability over Market access taken back"


def test_below_it_stands_who_where_and_why() -> None:
    assert about(ENTRY, "neutral") == "Lee · Best place · «after the talks»"
    old = ENTRY._replace(participant="", note="", stands=False, status="placeholder")
    assert about(old, "investor") == (
        "the study's own · Best place · view neutral · placeholder · not the judgment of now"
    )
