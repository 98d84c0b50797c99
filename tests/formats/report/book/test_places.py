"""References to cells and areas."""

from decidr.formats.report.book.places import Area, Place, quoted


def test_references_are_absolute_and_name_their_sheet() -> None:
    assert f"{Place('Weights', 5, 28)}" == "'Weights'!$AB$5"
    assert f"{Area('its', 2, 3, 2, 2)}" == "'its'!$C$2:$D$3"
    assert f"{Place(chr(39) + 'a', 1, 1)}" == "'''a'!$A$1"


def test_parts_of_an_area_are_found_by_offset() -> None:
    area = Area("S", 2, 3, 4, 5)
    assert area.cell(1, 1) == Place("S", 3, 4)
    assert area.row(3) == Area("S", 5, 3, 1, 5)
    assert area.column(4) == Area("S", 2, 7, 4, 1)


def test_quotes_in_a_text_constant_are_doubled() -> None:
    assert quoted('a "b"') == '"a ""b"""'
