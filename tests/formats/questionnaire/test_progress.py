from decidr.formats.questionnaire.progress import Progress
from decidr.formats.report.book.places import Area


def test_parts_add_up():
    one, other = Area("Q", 5, 8, 3, 1), Area("Q", 11, 8, 2, 1)
    whole = Progress.sum([Progress((one,), 1, 3), Progress((other,), 2, 2)])
    assert whole == Progress((one, other), 3, 5)
    assert whole.formula == "COUNTIF('Q'!$H$5:$H$7,\"✓\")+COUNTIF('Q'!$H$11:$H$12,\"✓\")"
