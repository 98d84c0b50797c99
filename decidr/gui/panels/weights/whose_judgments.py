"""The line that says whose judgments are shown, where they are not simply the view's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from decidr.core.ahp.consensus import consensus_word
from decidr.core.study.participants import Participant
from decidr.gui.models.weights.node_judgments import NodeJudgments
from decidr.gui.panels.widgets.notice_line import NoticeLine
from decidr.language import _, ngettext
from decidr.number_text import per_cent


class WhoseJudgments(NoticeLine):
    """Its link asks to let them count, to give the view its own, or for the people who judged.

    ``agreement_wanted`` tells whether the workshop's own judgments shall count, or the people's answers;
    ``equality_wanted`` asks for equal weights until there are judgments enough.
    """

    count_wanted = Signal()
    apart_wanted = Signal()
    people_wanted = Signal()
    agreement_wanted = Signal(bool)
    equality_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("whose_judgments", parent)

    def show_whose(self, shown: NodeJudgments) -> None:
        """Say whose judgments these are, if there is anything to say."""
        if not shown.counts:
            text = _("Weights that were given directly count here; these judgments are kept beside them.")
            self.say(text, _("Count the judgments"), self.count_wanted.emit)
        elif shown.is_agreed and shown.people:
            self.say(_agreed_words(shown), _("Count the answers"), lambda: self.agreement_wanted.emit(False))
        elif shown.whose == "group":
            self.say(_group_words(shown), _("People & views"), self.people_wanted.emit)
        elif shown.is_aside:
            self.say(_aside_words(shown), _("Count these instead"), lambda: self.agreement_wanted.emit(True))
        elif _lacks_weights(shown):
            self.say(_lacking_words(shown), _("Equal for now"), self.equality_wanted.emit)
        elif shown.participant:
            self.say(_person_words(shown, shown.participant))
        else:
            self._show_lent(shown)

    def _show_lent(self, shown: NodeJudgments) -> None:
        if shown.whose != "base":
            self.say("")
            return
        text = _("These are the base view's judgments; a change here changes them there.")
        self.say(text, _("Judge apart in this view") if shown.judged else "", self.apart_wanted.emit)


def _lacks_weights(shown: NodeJudgments) -> bool:
    """Whether criteria have no weights, so that nothing can be ranked yet, and nobody else's answers count."""
    return shown.weights is None and not shown.compares_hosts and not shown.participant


def _lacking_words(shown: NodeJudgments) -> str:
    if not shown.judged:
        return _("Nothing is judged here yet, so there is no ranking.")
    return _("The judgments do not connect all criteria yet, so there is no ranking.")


def _group_words(shown: NodeJudgments) -> str:
    """Whose answers count, and how far they agree: opposite ones cancel to «equal»."""
    text = ngettext(
        "The answers of {count} person count here.",
        "The answers of {count} people count here, pooled.",
        shown.people,
    ).format(count=shown.people)
    if shown.consensus is None:
        return text
    said = {"share": per_cent(shown.consensus, 0), "word": consensus_word(shown.consensus)}
    return _("{text} Consensus: {share}, {word}.").format(text=text, **said)


def _aside_words(shown: NodeJudgments) -> str:
    return ngettext(
        "The answers of {count} person count here; these are the study's own, kept beside them.",
        "The answers of {count} people count here; these are the study's own, kept beside them.",
        shown.people,
    ).format(count=shown.people)


def _agreed_words(shown: NodeJudgments) -> str:
    return ngettext(
        "Agreed: the study's own judgments count here, not the answers of {count} person.",
        "Agreed: the study's own judgments count here, not the answers of {count} people.",
        shown.people,
    ).format(count=shown.people)


def _person_words(shown: NodeJudgments, person: Participant) -> str:
    if not person.weight:
        return _("{name} has the weight 0: these answers do not count.").format(name=person.name)
    if not shown.judged:
        return _("{name} has judged nothing here yet; what is missing never counts as equal.").format(name=person.name)
    if not shown.group_counts:
        return _("These answers do not connect all items yet: the study's own judgments count.")
    if shown.people == 1:
        return _("Only {name} has judged here.").format(name=person.name)
    others = ngettext("those of {count} other", "those of {count} others", shown.people - 1)
    text = _("{name}'s answers are pooled with {others}.")
    return text.format(name=person.name, others=others.format(count=shown.people - 1))
