from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from decidr.gui.models.shared.entry_table import Entry, EntryTable, Heading
from decidr.gui.panels.tables.entry_delegate import EntryDelegate
from decidr.gui.theme import LIGHT

pytestmark = pytest.mark.usefixtures("qapp")


def table(*entries: Entry) -> EntryTable:
    made = EntryTable()
    made.show_rows([entries], [Heading("")] * len(entries))
    return made


def drawn(entry: Entry, state: QStyle.StateFlag = QStyle.StateFlag.State_Enabled) -> QImage:
    image = QImage(200, 44, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    option = QStyleOptionViewItem()
    option.rect = image.rect()
    option.state = state
    painter = QPainter(image)
    model = table(entry)
    EntryDelegate().paint(painter, option, model.index(0, 0))
    painter.end()
    return image


def ink(image: QImage, left: int, right: int) -> int:
    """How many dark pixels lie between two x."""
    return sum(image.pixelColor(x, y).lightness() < 150 for x in range(left, right) for y in range(40))


def test_an_entry_with_two_lines_is_higher() -> None:
    model, delegate = table(Entry("Canada"), Entry("Canada", below="2024")), EntryDelegate()
    one, two = (delegate.sizeHint(QStyleOptionViewItem(), model.index(0, column)) for column in range(2))
    assert two.height() > one.height()


def test_words_stand_at_the_left_and_numbers_at_the_right() -> None:
    word, number = drawn(Entry("12.3")), drawn(Entry("12.3", is_number=True))
    assert ink(word, 0, 100) > 0 == ink(word, 100, 200)
    assert ink(number, 100, 200) > 0 == ink(number, 0, 100)


def test_what_is_selected_is_tinted() -> None:
    assert drawn(Entry(""), QStyle.StateFlag.State_Selected).pixelColor(100, 20) == QColor(LIGHT.soft_accent)
    assert drawn(Entry("")).pixelColor(100, 20) == QColor(LIGHT.card)


def test_a_placeholder_stands_out() -> None:
    def reddest(image: QImage) -> int:
        pixels = [image.pixelColor(x, y) for x in range(100) for y in range(24, 42)]
        return max(pixel.red() - pixel.blue() for pixel in pixels)

    plain, marked = drawn(Entry("5", below="judged")), drawn(Entry("5", below="placeholder", below_tone="look_here"))
    assert reddest(marked) > reddest(plain) + 50
