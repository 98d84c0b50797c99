"""Many files at once: what is right goes in, of two of one person the later, and everything is told."""

import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from decidr.core.study.criteria import GOAL
from decidr.core.study.views import View
from decidr.formats.questionnaire.book import write_questionnaires
from decidr.formats.questionnaire.collecting import collect
from tests.command_line import ROOT
from tests.formats.questionnaire.filling import (
    EVERYTHING,
    RATIOS,
    STABILITY_INCENTIVES,
    STABILITY_JOBS,
    STUDY,
    filled,
    judged,
    ratios,
    written,
)

WHEN = "2026-11-27"


@pytest.fixture
def people(tmp_path):
    """The questionnaires of Lee and Ana, empty."""
    return [one.path for one in write_questionnaires(STUDY, tmp_path, "en").questionnaires]


def copied(path, name, answers, hour):
    """A copy with these answers, saved at that hour."""
    copy = filled(shutil.copy(path, path.with_name(name)), answers)
    stamp = datetime(2026, 3, 1, hour, tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _stamped(copy, stamp)


def _stamped(path, stamp):
    """With another date of saving; openpyxl writes its own."""
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    core = parts["docProps/core.xml"].decode()
    parts["docProps/core.xml"] = re.sub(r"(<dcterms:modified[^>]*>)[^<]*", rf"\g<1>{stamp}", core).encode()
    with ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def test_collecting_loads_no_library_that_only_writers_need():
    look = "import sys; import decidr.formats.questionnaire.collecting; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not {"openpyxl", "babel", "pandas"} & set(done.stdout.split())


def test_everybodys_answers_go_in_dated(people):
    lee, ana = (filled(path, EVERYTHING) for path in people)
    steps = []
    found = collect(STUDY, [lee, ana], WHEN, step=lambda: steps.append(1))
    assert found.outcomes == ("taken", "taken")
    assert ratios(found.study, "p1") == ratios(found.study, "p2") == RATIOS
    assert {pair.when for block in found.study.comparisons for pair in block.pairs} == {WHEN}
    assert [(w.participant, w.criterion, w.weight) for w in found.study.weights] == [
        ("p1", "c4", 100.0),
        ("p1", "c5", 40.0),
        ("p2", "c4", 100.0),
        ("p2", "c5", 40.0),
    ]
    assert (len(steps), found.problems) == (2, ())


def test_collecting_the_same_again_changes_nothing(people):
    lee = filled(people[0], EVERYTHING)
    once = collect(STUDY, [lee], WHEN).study
    again = collect(once, [lee], "2027-01-01")
    assert again.study == once
    assert not again.answers[0].replaces_earlier


def test_a_wrong_file_changes_nothing_while_others_go_in(people):
    lee, ana = filled(people[0], EVERYTHING), filled(people[1], {**EVERYTHING, STABILITY_JOBS: judged("A", "1/x")})
    found = collect(STUDY, [lee, ana], WHEN)
    assert found.outcomes == ("taken", "refused")
    assert ratios(found.study, "p2") == {}
    assert [(str(p.place), p.code) for p in found.problems] == [("Ana.xlsx: Questions!E8", "judgments.not_a_ratio")]


@pytest.mark.parametrize("is_turned", [False, True], ids=["in-order", "turned"])
def test_of_two_files_of_one_person_the_one_saved_later_counts_whatever_their_order(people, is_turned):
    early = copied(people[0], "early.xlsx", {STABILITY_JOBS: judged("A", 3)}, 8)
    late = copied(people[0], "late.xlsx", {STABILITY_INCENTIVES: judged("B", 7)}, 9)
    paths = [late, early] if is_turned else [early, late]
    found = collect(STUDY, paths, WHEN)
    assert ratios(found.study) == {(GOAL, "c1", "c2"): 1 / 7}
    assert [one.path for one in found.those("superseded")] == [early]
    assert [(str(p.place), p.code, p.values) for p in found.problems] == [
        ("early.xlsx", "questionnaire.superseded", {"name": "Lee", "other": "late.xlsx"})
    ]


def test_files_saved_at_one_time_count_in_the_order_given(people):
    one = copied(people[0], "one.xlsx", {STABILITY_JOBS: judged("A", 3)}, 8)
    other = copied(people[0], "other.xlsx", {STABILITY_JOBS: judged("A", 5)}, 8)
    assert ratios(collect(STUDY, [one, other], WHEN).study) == {(GOAL, "c1", "c3"): 5.0}
    assert ratios(collect(STUDY, [other, one], WHEN).study) == {(GOAL, "c1", "c3"): 3.0}


def test_an_empty_or_a_wrong_later_file_replaces_nothing(people):
    good = copied(people[0], "good.xlsx", {STABILITY_JOBS: judged("A", 3)}, 8)
    empty = copied(people[0], "empty.xlsx", {}, 9)
    wrong = copied(people[0], "wrong.xlsx", {STABILITY_JOBS: judged("maybe", 3)}, 10)
    found = collect(STUDY, [good, empty, wrong], WHEN)
    assert found.outcomes == ("taken", "silent", "refused")
    assert ratios(found.study) == {(GOAL, "c1", "c3"): 3.0}


def test_a_later_file_replaces_what_the_study_has_and_this_is_told(people):
    first = collect(STUDY, [copied(people[0], "a.xlsx", {STABILITY_JOBS: judged("A", 3)}, 8)], WHEN)
    second = collect(first.study, [copied(people[0], "b.xlsx", {STABILITY_INCENTIVES: judged("A", 2)}, 9)], WHEN)
    assert not first.answers[0].replaces_earlier
    assert second.answers[0].replaces_earlier
    assert ratios(second.study) == {(GOAL, "c1", "c2"): 2.0}


def test_one_persons_answers_in_two_views_do_not_replace_each_other(tmp_path):
    study = replace(STUDY, views=(*STUDY.views, View(id="v2", name="investor")))
    base = filled(written(tmp_path / "base", study), EVERYTHING)
    other = filled(written(tmp_path / "investor", study, view="v2"), {STABILITY_JOBS: judged("A", 3)})
    found = collect(study, [base, other], WHEN)
    assert found.outcomes == ("taken", "taken")
    assert {block.view for block in found.study.comparisons} == {"base", "v2"}


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path, people):
    (tmp_path / "b").mkdir()
    wrong = {STABILITY_JOBS: judged("maybe", 3)}
    other = filled(shutil.copy(people[0], tmp_path / "b" / "Lee.xlsx"), wrong)
    problems = collect(STUDY, [filled(people[0], wrong), other], WHEN).problems
    assert [str(p.place) for p in problems] == [f"{people[0]}: Questions!D8", f"{other}: Questions!D8"]


def test_a_file_that_cannot_be_read_is_told_by_its_name(tmp_path):
    assert [str(p.place) for p in collect(STUDY, [tmp_path / "gone.xlsx"], WHEN).problems] == ["gone.xlsx"]
