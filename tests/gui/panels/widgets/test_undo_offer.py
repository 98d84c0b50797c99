"""The offer to take back what was just done."""

import pytest

from decidr.core.study.edits import set_fields
from decidr.gui.document import Document
from decidr.gui.panels.widgets.undo_offer import undo_offer
from tests.gui.structure_study import structure_study

pytestmark = pytest.mark.usefixtures("qapp")


def test_it_undoes_the_last_step_and_no_later_one() -> None:
    document = Document(structure_study())
    document.apply("one", set_fields(document.study, title="one"))
    offer = undo_offer(document)
    document.apply("two", set_fields(document.study, title="two"))
    offer.do()
    assert document.study.title == "two"
    document.undo_stack.undo()
    offer.do()
    assert document.study.title == "EV plant"
    assert offer.text == "Undo"
