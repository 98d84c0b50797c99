"""The verdict in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from decidr.gui.panels.ranking.verdict_quote import VerdictQuote, escape

SENTENCES = (
    "Spain is first. It leads Canada by 4.2 points.",
    "The lead rests on A.",
    "Canada leads once B passes 34 %.",
)


@pytest.fixture
def quote(qtbot: QtBot) -> VerdictQuote:
    made = VerdictQuote()
    qtbot.addWidget(made)
    made.resize(290, 200)
    made.show()
    return made


def test_the_first_words_are_bold(quote: VerdictQuote) -> None:
    quote.say(SENTENCES)
    assert "<b style='font-weight:600'>Spain is first.</b> It leads Canada" in quote.words.text()


def test_the_class_is_bold_where_it_leads(quote: VerdictQuote) -> None:
    quote.say(("Likely: Spain is first, in 72 % of simulations.", *SENTENCES[1:]))
    assert "<b style='font-weight:600'>Likely:</b> Spain is first, in 72 %" in quote.words.text()


def test_what_is_beyond_three_sentences_is_shown_on_demand(qtbot: QtBot, quote: VerdictQuote) -> None:
    quote.say((*SENTENCES, "6 cells are missing."))
    assert "6 cells" not in quote.words.text()
    assert "6 cells" in quote.words.accessibleName()
    qtbot.mouseClick(quote.more, Qt.MouseButton.LeftButton)
    assert "6 cells" in quote.words.text()
    qtbot.mouseClick(quote.more, Qt.MouseButton.LeftButton)
    assert "6 cells" not in quote.words.text()


def test_three_sentences_have_no_more(quote: VerdictQuote) -> None:
    quote.say(SENTENCES)
    assert not quote.more.isVisible()


def test_names_of_users_stay_text(quote: VerdictQuote) -> None:
    quote.say(("<i>R&D</i> is first.",))
    assert "&lt;i&gt;R&amp;D&lt;/i&gt; is first." in quote.words.text()
    assert escape("a < b & c > d") == "a &lt; b &amp; c &gt; d"


def test_why_asks_for_the_page_that_explains(qtbot: QtBot, quote: VerdictQuote) -> None:
    with qtbot.waitSignal(quote.why):
        qtbot.mouseClick(quote.findChild(QPushButton, "verdict_why"), Qt.MouseButton.LeftButton)


def test_without_sentences_nothing_is_said(quote: VerdictQuote) -> None:
    quote.say(SENTENCES)
    quote.say(())
    assert quote.words.text() == ""


def test_a_figure_and_its_per_cent_sign_stay_together(qtbot: QtBot) -> None:
    quote = VerdictQuote()
    qtbot.addWidget(quote)
    quote.say(["Spain is first. Canada leads once Stability passes 34.1\u202f%."])
    document = QTextDocument()
    document.setHtml(quote.words.text())
    assert "34.1\u202f%" in document.toPlainText()
