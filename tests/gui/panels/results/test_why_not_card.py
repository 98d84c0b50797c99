"""Why a host is not first."""

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.why_not import why_not_sentences
from decidr.core.study.edits import set_criterion
from decidr.gui.panels.results.why_not_card import WhyNotCard, weaker
from tests.building import data_study
from tests.gui.example_study import example_study

HOSTS = ("A", "B", "C")


def test_the_card_asks_in_its_title_and_answers_below(qtbot: QtBot) -> None:
    card, results = WhyNotCard(), evaluate(example_study())
    qtbot.addWidget(card)
    card.show()
    host = next(results.hosts[h] for h in results.order[3:])
    card.show_host(results, host)
    name = next(h.name for h in results.study.hosts if h.id == host)
    said = why_not_sentences(results, host)
    assert card.title == f"Why not {name}?"
    assert (card.standing.text(), *card.reasons.text().split("\n")) == said
    assert card.reasons.isVisible()
    card.show_host(results, results.hosts[results.order[0]])
    assert not card.reasons.isVisible()


def test_the_weaker_of_two_is_the_one_further_from_leading_and_never_the_leader() -> None:
    base = data_study({"x": 1.0}, {"x": [0.5, 0.9, 0.1]}, HOSTS)
    results = evaluate(base)
    assert weaker(results, "B", "A") == weaker(results, "A", "B") == "A"
    assert weaker(results, "A", "C") == weaker(results, "C", "A") == "C"
    failing = evaluate(set_criterion(base, "x", must="<= 0.8"))
    assert weaker(failing, "B", "C") == "B", "it fails a must"
    assert weaker(failing, "A", "B") == "B"
    assert weaker(evaluate(replace(base, comparisons=(), hosts=base.hosts)), "A", "B") in ("A", "B")
