import openpyxl

from decidr.formats.questionnaire.answer_rules import runs
from decidr.formats.questionnaire.carried import CARRIED_SHEET
from decidr.formats.questionnaire.wording import Wording
from tests.formats.questionnaire.filling import HOSTS_ON_JOBS, LAW, PEACE, STABILITY_INCENTIVES, row_of, written


def rules(path):
    """The rules of the answer cells, by cell."""
    sheet = openpyxl.load_workbook(path).worksheets[1]
    rows = row_of(sheet)

    def at(number, letter):
        cell = f"{letter}{rows[number]}"
        return [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]

    return at


def test_which_is_chosen_from_three(tmp_path):
    at = rules(written(tmp_path, language="fr"))
    for number in (STABILITY_INCENTIVES, HOSTS_ON_JOBS):
        (rule,) = at(number, "D")
        assert (rule.type, rule.formula1, rule.errorStyle, rule.allowBlank) == ("list", '"A,B,égal"', None, True)


def test_how_much_is_chosen_from_nine_and_other_ratios_pass_after_asking(tmp_path):
    path = written(tmp_path, language="zh")
    (rule,) = rules(path)(HOSTS_ON_JOBS, "E")
    assert (rule.type, rule.errorStyle) == ("list", "warning")
    assert rule.formula1 == f"'{CARRIED_SHEET}'!$C$1:$C$9"
    hidden = openpyxl.load_workbook(path)[CARRIED_SHEET]
    assert tuple(hidden.cell(row, 3).value for row in range(1, 10)) == Wording("zh").words().strengths


def test_a_weight_is_a_number_from_0_up(tmp_path):
    at = rules(written(tmp_path))
    for number in (LAW, PEACE):
        (rule,) = at(number, "D")
        assert (rule.type, rule.operator, rule.formula1) == ("decimal", "greaterThanOrEqual", "0")
        assert at(number, "E") == []


def test_rows_come_in_runs_without_gaps():
    assert runs([9, 3, 4, 5, 8]) == [(3, 5), (8, 9)]
    assert runs([]) == []
