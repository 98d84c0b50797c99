"""The line that says whose judgments are shown, where they are not simply the view's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from decidr.gui.models.node_judgments import NodeJudgments
from decidr.gui.panels.notice_line import NoticeLine
from decidr.language import _, ngettext


class WhoseJudgments(NoticeLine):
    """Its link asks to let them count, to give the view its own, or for the people who judged."""

    count_wanted = Signal()
    apart_wanted = Signal()
    people_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("whose_judgments", parent)

    def show_whose(self, shown: NodeJudgments) -> None:
        """Say whose judgments these are, if there is anything to say."""
        if not shown.counts:
            text = _("Weights that were given directly count here; these judgments are kept beside them.")
            self.say(text, _("Count the judgments"), self.count_wanted.emit)
        elif shown.whose == "group":
            self.say(_group_words(shown), _("People & views"), self.people_wanted.emit)
        elif shown.whose == "base":
            text = _("These are the base view's judgments; a change here changes them there.")
            offer = _("Judge apart in this view") if shown.judged else ""
            self.say(text, offer, self.apart_wanted.emit)
        else:
            self.say("")


def _group_words(shown: NodeJudgments) -> str:
    return ngettext(
        "The answers of {count} person count here; they are changed under People & views.",
        "The answers of {count} people count here, pooled; they are changed under People & views.",
        shown.people,
    ).format(count=shown.people)
