"""What stands out in a matrix: contradictions with their remedy, gaps, placeholders, and AHPy's opinion."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from decidr.core.ahp.consistency import MOST_LISTED, WorstPair
from decidr.core.analysis.nodes import LARGEST_CR
from decidr.gui.models.weights.node_judgments import NodeJudgments
from decidr.gui.models.weights.standing_out import StandingOut, circles_told, triad_told
from decidr.gui.panels.weights.contradiction_row import ContradictionRow
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _, ngettext
from decidr.number_text import listed

WORTH_TELLING = 0.02
"""Below this ratio there is nothing worth changing."""

SMALLEST_GAIN = 0.005
"""A remedy that lowers the ratio by less is not told."""


class StandingOutCard(Card):
    """``applied`` tells a remedy that the user takes (ids and value), ``looked_at`` a pair whose reason is shown."""

    applied = Signal(str, str, float)
    looked_at = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What stands out"), parent)
        self.setObjectName("standing_out_card")
        self.summary = text_label("", "body")
        self.summary.setObjectName("standing_out_summary")
        self.rows = [ContradictionRow(number) for number in range(1, MOST_LISTED + 1)]
        self.triads = text_label("", "body")
        self.triads.setObjectName("triads")
        self.caution = text_label(
            _("A low ratio means that the answers fit together, not that they are right."), "body", "second"
        )
        self.opinion = text_label("", "body", "second")
        self.opinion.setObjectName("second_opinion")
        self.placeholders = text_label("", "body", "look_here")
        self.placeholders.setObjectName("placeholder_judgments")
        self._lay_out()

    def show_opinion(self, opinion: str) -> None:
        """Show what AHPy says of the matrix."""
        self.opinion.setText(opinion)

    def show_judgments(self, shown: NodeJudgments, found: StandingOut | None) -> None:
        """Show what is worth a look; None while it is being looked for."""
        worth = _worth_telling(shown, found.pairs if found else ())
        self.summary.setText(_summary(shown, None if found is None else worth, bool(found and found.circles)))
        self.summary.setVisible(bool(self.summary.text()))
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(worth))
            if place < len(worth):
                row.show_pair(shown, worth[place])
        self._show_triads(shown, found or StandingOut())
        self.caution.setVisible(bool(shown.matrix and not shown.matrix.unlinked and len(shown.node.items) > 2))
        self.placeholders.setText(_placeholders(shown))
        self.placeholders.setVisible(bool(self.placeholders.text()))

    def _show_triads(self, shown: NodeJudgments, found: StandingOut) -> None:
        """Circles are told always, the worst triad where the ratio is too high and no circle says it."""
        ratio = shown.matrix.consistency.cr if shown.matrix and shown.matrix.consistency else None
        is_high = ratio is not None and ratio > LARGEST_CR
        triads = [triad_told(shown.node.names, shown.judgments, triad) for triad in found.triads if is_high]
        told = circles_told(shown.node.names, found.circles) or "".join(triads[:1])
        self.triads.setText(told)
        self.triads.setVisible(bool(told))

    def _lay_out(self) -> None:
        self.add(self.summary)
        for row in self.rows:
            row.taken.connect(self.applied)
            row.looked_at.connect(self.looked_at)
            self.add(row)
        for label in (self.triads, self.caution, self.opinion, self.placeholders):
            self.add(label)
        self.body.addStretch(1)


def _worth_telling(shown: NodeJudgments, pairs: Sequence[WorstPair]) -> list[WorstPair]:
    """The pairs whose remedy changes them for the better: all where the ratio is too high, else the worst one."""
    ratio = shown.matrix.consistency.cr if shown.matrix and shown.matrix.consistency else None
    if ratio is None:
        return []
    better = [p for p in pairs if p.cr_then is not None and p.cr_then < ratio - SMALLEST_GAIN]
    return better if ratio > LARGEST_CR else better[:1] if ratio >= WORTH_TELLING else []


def _summary(shown: NodeJudgments, worth: Sequence[WorstPair] | None, is_circular: bool) -> str:
    """What is to be said of all pairs together; ``worth`` None: not known yet."""
    if shown.matrix is not None and shown.matrix.unlinked:
        return _unlinked(shown, shown.matrix.unlinked)
    if not shown.is_complete:
        missing = len(shown.pairs) - shown.judged
        return ngettext(
            "{count} of {pairs} pairs is not judged; the weights rest on the others.",
            "{count} of {pairs} pairs are not judged; the weights rest on the others.",
            missing,
        ).format(count=missing, pairs=len(shown.pairs))
    return "" if worth or len(shown.node.items) < 3 else _fit_told(shown, worth is not None, is_circular)


def _fit_told(shown: NodeJudgments, is_known: bool, is_circular: bool) -> str:
    """How well pairs fit together none of which is worth telling."""
    ratio = shown.matrix.consistency.cr if shown.matrix and shown.matrix.consistency else None
    if ratio is not None and ratio < 1e-9:
        text = _("All {pairs} pairs agree with each other; nothing to mend.")
    elif ratio is not None and ratio < WORTH_TELLING and is_circular:
        text = _("The {pairs} pairs fit together in size, but not in order.")
    elif ratio is not None and ratio < WORTH_TELLING:
        text = _("The {pairs} pairs fit together; nothing to mend.")
    else:
        text = _("No other value from 1/9 to 9 for one of the pairs that contradict most would lower the ratio much.")
        text = text if is_known else ""
    return text.format(pairs=len(shown.pairs))


def _unlinked(shown: NodeJudgments, groups: Sequence[Sequence[int]]) -> str:
    """Which groups no judgment links yet; after the first few only how many more there are."""
    told = [listed([shown.node.names[i] for i in group]) for group in groups[:3]]
    rest = len(groups) - len(told)
    more = [ngettext("{count} more", "{count} more", rest).format(count=rest)] if rest > 0 else []
    return _("No judgment links these yet: {groups}. Judge a pair across, so that there are weights.").format(
        groups=" | ".join([*told, *more])
    )


def _placeholders(shown: NodeJudgments) -> str:
    count = shown.placeholder_count
    if not count:
        return ""
    if count == shown.judged:
        return _("All {count} weights here rest on placeholder judgments.").format(count=len(shown.node.items))
    return ngettext(
        "{count} of {judged} judgments is a placeholder.",
        "{count} of {judged} judgments are placeholders.",
        count,
    ).format(count=count, judged=shown.judged)
