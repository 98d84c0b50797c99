"""Names below axes."""

import pytest

from decidr.gui.charts.canvas.lettering import measure
from decidr.gui.charts.sensitivity.axis_names import lines_of
from decidr.gui.theme import CAPTION

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("name", ["Stability", "Industrial base and cost", "Verwaltungsverfahrensbeschleunigung", ""])
@pytest.mark.parametrize("width", [40.0, 90.0])
def test_no_line_is_wider_than_its_room_and_there_are_no_more_than_allowed(name: str, width: float) -> None:
    lines = lines_of(name, measure(CAPTION), width, 3)
    assert len(lines) <= 3
    assert all(measure(CAPTION).horizontalAdvance(line) <= width + 0.5 for line in lines)


def test_words_share_a_line_where_they_fit_and_what_has_no_room_ends_in_an_ellipsis() -> None:
    letters = measure(CAPTION)
    name = "Industrial base and cost"
    assert lines_of(name, letters, 1000, 3) == (name,)
    assert lines_of(name, letters, letters.horizontalAdvance("Industrial base") + 1, 3) == (
        "Industrial base",
        "and cost",
    )
    assert lines_of(name, letters, letters.horizontalAdvance("Industrial") + 1, 2)[-1].endswith("…")
