"""What is shown of each participant."""

import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_roles, set_weight, weigh_by
from decidr.core.study.study import Study
from decidr.gui.models.people.participant_lines import (
    ParticipantLine,
    headings,
    participant_lines,
    ranking_headings,
    ranking_rows,
    rows,
)
from tests.building import judged
from tests.gui.group_study import group_study
from tests.gui.judging_study import NEUTRAL, TOPS, judging_study


def lines(study: Study) -> dict[str, ParticipantLine]:
    return {line.participant.id: line for line in participant_lines(evaluate(study))}


def test_a_person_without_roles_is_asked_every_pair_and_what_is_missing_is_not_answered() -> None:
    found = lines(judging_study((1,) * 6, judged(GOAL, TOPS, [3, None, 1, None, 1, 1], who="Ann", view=NEUTRAL)))
    assert (found["Ann"].answered, found["Ann"].asked) == (4, 6 + 1 + 3)
    assert (found["Bob"].answered, found["Bob"].asked) == (0, 10)


def test_roles_narrow_what_is_asked() -> None:
    found = lines(set_roles(judging_study(), "Ann", ["Prices"]))
    assert (found["Ann"].asked, found["Ann"].nodes, found["Ann"].has_roles) == (3, ("Prices",), True)
    assert not found["Bob"].has_roles


def test_where_weights_are_given_one_answer_a_criterion_is_asked() -> None:
    study = weigh_by(judging_study(), GOAL, "swing", NEUTRAL)
    study = set_weight(study, "Data", 50.0, "swing", NEUTRAL, participant="Ann")
    found = lines(study)
    assert (found["Ann"].answered, found["Ann"].asked) == (1, 4 + 1 + 3)


def test_the_leaders_are_those_of_the_persons_own_ranking() -> None:
    results = evaluate(group_study(4))
    found = participant_lines(results)
    names = {host.id: host.name for host in results.study.hosts}
    for line, own in zip(found, results.participants, strict=True):
        first = [
            names[h] for h, rank, ok in zip(results.hosts, own.ranks, results.eligible, strict=True) if rank == 1 and ok
        ]
        assert list(line.leaders) == first


def test_without_a_ranking_there_are_no_leaders() -> None:
    assert lines(replace(judging_study(), comparisons=()))["Ann"].leaders == ()


@pytest.mark.parametrize(("place", "said"), [(0, "60 of 60"), (2, "15 of 15"), (3, "0 of 60")])
def test_the_table_says_how_far_each_is(place: int, said: str) -> None:
    table = rows(participant_lines(evaluate(group_study(4))))
    assert table[place][2].text == said
    assert len(table[place]) == len(headings())


def test_a_persons_own_ranking_stands_beside_that_of_all() -> None:
    results = evaluate(group_study(4))
    own = results.participants[1]
    table = ranking_rows(results, own)
    assert len(table[0]) == len(ranking_headings())
    assert [entry[0].text for entry in table] == [str(rank) for rank in sorted(own.ranks.tolist())]
    names = {host.name: h for h, host in ((results.hosts.index(x.id), x) for x in results.study.hosts)}
    assert [entry[3].text for entry in table] == [str(results.ranks[names[entry[1].text]]) for entry in table]
