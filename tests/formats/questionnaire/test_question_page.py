"""The sheet that is filled in: LibreOffice computes its states and its progress, as they follow the answers."""

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from decidr.core.study.edits import set_judgment, set_weight
from decidr.formats.questionnaire.columns import REASON, STATE, TIMES, WHICH
from decidr.formats.questionnaire.question_page import HEAD_ROW, PROGRESS_ROW
from decidr.formats.report.book.page import FIRST
from tests.formats.questionnaire.filling import (
    EVERYTHING,
    HOSTS_ON_JOBS,
    INCENTIVES_JOBS,
    LAW,
    PEACE,
    STABILITY_INCENTIVES,
    STABILITY_JOBS,
    STUDY,
    edited,
    filled,
    judged,
    row_of,
    written,
)

STATES = [
    (judged("", ""), ""),
    (judged("A", "3 – moderately more"), "✓"),
    (judged("B", "2.5"), "✓"),
    (judged("equal"), "✓"),
    (judged("equal", "1 – equally"), "✓"),
    (judged("equal", 1), "✓"),
    (judged("A"), "how much?"),
    (judged("", "3 – moderately more"), "A or B?"),
    (judged("maybe", "3 – moderately more"), "A or B?"),
    (judged("equal", "3 – moderately more"), "equal, or more?"),
]


def computed(path):
    """The questions' sheet as LibreOffice has computed it, rows from A1 on."""
    return CalamineWorkbook.from_path(path).get_sheet_by_index(1).to_python(skip_empty_area=False)


def shown(path, row, column):
    return computed(path)[row - 1][column - 1]


def test_beside_each_answer_stands_whether_it_is_one(tmp_path, libreoffice):
    path = written(tmp_path)
    rows = row_of(openpyxl.load_workbook(path).worksheets[1])
    pair_rows = [rows[n] for n in (STABILITY_INCENTIVES, STABILITY_JOBS, INCENTIVES_JOBS, HOSTS_ON_JOBS)]
    numbers = (STABILITY_INCENTIVES, STABILITY_JOBS, INCENTIVES_JOBS, HOSTS_ON_JOBS)
    found = []
    for start in range(0, len(STATES), len(numbers)):
        some = STATES[start : start + len(numbers)]
        filled(path, {n: cells for n, (cells, _state) in zip(numbers, some, strict=False)})
        rows_now = computed(libreoffice.recalculate(path))
        found += [rows_now[row - 1][STATE - 1] for row, _ in zip(pair_rows, some, strict=False)]
    assert found == [state for _cells, state in STATES]


@pytest.mark.parametrize(
    ("value", "state"), [(40, "✓"), (0, "✓"), (-1, "a number?"), ("many", "a number?"), (None, "")]
)
def test_beside_each_weight_stands_whether_it_is_one(tmp_path, libreoffice, value, state):
    path = filled(written(tmp_path), {LAW: {"points": value}})
    row = row_of(openpyxl.load_workbook(path).worksheets[1])[LAW]
    assert shown(libreoffice.recalculate(path), row, STATE) == state


def test_the_progress_counts_by_block_and_on_the_whole(tmp_path, libreoffice):
    half = {STABILITY_JOBS: judged("equal"), PEACE: {"points": 3}, HOSTS_ON_JOBS: judged("A")}
    rows = computed(libreoffice.recalculate(filled(written(tmp_path), half)))
    assert rows[PROGRESS_ROW - 1][FIRST - 1] == "2 of 6 answered"
    assert [row[REASON - 1] for row in rows if "answered" in str(row[REASON - 1])] == [
        "1 of 3 answered",
        "1 of 2 answered",
        "0 of 1 answered",
    ]
    assert rows[PROGRESS_ROW - 1][WHICH - 1].count("█") == 10


def test_the_start_says_the_progress_too(tmp_path, libreoffice):
    path = libreoffice.recalculate(filled(written(tmp_path), EVERYTHING))
    texts = [str(cell) for row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python() for cell in row]
    assert "6 of 6 answered" in texts


def said():
    study = set_judgment(
        STUDY, under="goal", view="base", first="c2", second="c1", value=1 / 3, participant="p1", note="so"
    )
    return set_weight(study, "c5", 40.0, "swing", "base", "p1")


def test_what_the_person_has_said_already_stands_there(tmp_path):
    sheet = openpyxl.load_workbook(written(tmp_path, said())).worksheets[1]
    rows = row_of(sheet)
    cells = [sheet.cell(rows[STABILITY_INCENTIVES], column).value for column in (WHICH, TIMES, REASON)]
    assert cells == ["A", "3 – moderately more", "so"]
    assert [sheet.cell(rows[n], WHICH).value for n in (LAW, PEACE)] == [None, 40]


def test_viewers_that_compute_nothing_see_the_progress_as_it_was_written(tmp_path):
    rows = computed(written(tmp_path, said(), language="fr"))
    assert rows[PROGRESS_ROW - 1][FIRST - 1] == "2 réponses sur 6"
    assert [row[STATE - 1] for row in rows].count("✓") == 2


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_what_stands_there_from_the_start_is_what_is_computed(tmp_path, libreoffice, language):
    path = written(tmp_path, said(), language=language)
    assert computed(libreoffice.recalculate(path)) == computed(path)


def test_title_progress_and_heads_stay_in_sight_and_on_every_page(tmp_path):
    sheet = openpyxl.load_workbook(written(tmp_path)).worksheets[1]
    assert sheet.freeze_panes == f"A{HEAD_ROW + 1}"
    assert sheet.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"


def test_a_cell_left_empty_is_empty_and_what_is_typed_there_stays_text(tmp_path):
    def check(sheet):
        row = row_of(sheet)[STABILITY_JOBS]
        for column in (WHICH, TIMES, REASON):
            assert sheet.cell(row, column).value is None
            assert sheet.cell(row, column).number_format == "@"

    edited(written(tmp_path), check)
