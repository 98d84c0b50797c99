"""The hand that judges: gestures at a node become undoable edits of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from math import isclose

from decidr.core.ahp.matrix import MIRROR_TOLERANCE
from decidr.core.ahp.scales import BREAK_ABOVE_NINE, LIMIT
from decidr.core.study.edits import (
    equal_for_now,
    own_judgments_for_view,
    set_agreed,
    set_judgments,
    set_reason,
    weigh_by,
)
from decidr.core.study.participants import Participant
from decidr.formats.ratios import NotARatio, parse_ratio, ratio_text
from decidr.gui.document import Document
from decidr.gui.models.weights.node_judgments import NodeJudgments, Pair
from decidr.language import _, ngettext
from decidr.number_text import figure

LONGEST_NAME = 40
"""A longer name is cut in the menu's «Undo: …»."""

LONGEST_RATIO = 6
"""A ratio whose exact text is longer is shown rounded."""

WIDEST = 1e6
"""No wider ratio is taken: far wider ones overflow."""


class Judging:
    """Writes judgments; each call is one undoable step, and none where nothing changes.

    ``today`` gives the date that judgments carry.
    """

    def __init__(self, document: Document, today: Callable[[], date] = date.today) -> None:
        self._document, self._today = document, today

    def read(self, text: str) -> tuple[float | None, str]:
        """The ratio that a text stands for, None for an empty one; and in words why it cannot be taken."""
        if not text.strip():
            return None, ""
        try:
            ratio = parse_ratio(text)
        except NotARatio:
            return None, _("«{text}» is not a ratio; write 3, 1/3 or 0.333.").format(text=text.strip())
        return ratio, self.beyond([ratio])

    def beyond(self, ratios: Iterable[float]) -> str:
        """In words why these ratios cannot be taken, by anyone or by the study's judgment scale; empty if they can."""
        scale = self._document.study.settings.scale
        widest = max((max(ratio, 1 / ratio) for ratio in ratios), default=1.0)
        if widest > WIDEST:
            return _("This is too wide: ratios go up to {widest}.").format(widest=figure(WIDEST, 7))
        if widest > LIMIT * (1 + MIRROR_TOLERANCE) and scale in BREAK_ABOVE_NINE:
            return _("{ratio} lies beyond 9, which the {scale} judgment scale does not allow.").format(
                ratio=short_ratio(widest), scale=scale
            )
        return ""

    def judge(self, shown: NodeJudgments, first: str, second: str, value: float) -> None:
        """``first`` is preferred ``value`` times to ``second``, in the words of the user who said it so."""
        label = _("{first} over {second} {ratio}").format(
            first=short_name(shown.name(first)), second=short_name(shown.name(second)), ratio=short_ratio(value)
        )
        self._apply(label, shown, {(first, second): value})

    def judge_all(self, shown: NodeJudgments, values: Mapping[Pair, float]) -> None:
        """Several judgments at once, as one step."""
        if len(values) == 1:
            ((first, second), value) = next(iter(values.items()))
            self.judge(shown, first, second, value)
            return
        label = ngettext("{count} judgment", "{count} judgments", len(values)).format(count=len(values))
        self._apply(label, shown, values)

    def clear(self, shown: NodeJudgments, pairs: Iterable[Pair]) -> None:
        """Take judgments back."""
        judged = [pair for pair in pairs if shown.value(*pair) is not None]
        if len(judged) == 1:
            names = {"first": short_name(shown.name(judged[0][0])), "second": short_name(shown.name(judged[0][1]))}
            label = _("Clear {first} over {second}").format(**names)
        else:
            label = ngettext("Clear {count} judgment", "Clear {count} judgments", len(judged)).format(count=len(judged))
        self._apply(label, shown, dict.fromkeys(judged))

    def say_why(self, shown: NodeJudgments, first: str, second: str, reason: str) -> None:
        """Keep the reason for a judgment beside it."""
        judgment = shown.judgment(first, second)
        if shown.is_editable and reason != (judgment.note if judgment else ""):
            label = _("Reason for {first} over {second}").format(
                first=short_name(shown.name(first)), second=short_name(shown.name(second))
            )
            study = set_reason(
                self._document.study,
                under=shown.node.id,
                view=shown.view,
                first=first,
                second=second,
                note=reason,
                participant=_id(shown.participant),
            )
            self._document.apply(said_by(shown.participant, label), study)

    def judge_apart(self, shown: NodeJudgments) -> None:
        """Give the document's view its own copy of the judgments that the base view lends."""
        study, view = self._document.study, self._document.view
        label = _("Judge {node} apart in {view}").format(
            node=short_name(shown.node.name), view=next(v.name for v in study.views if v.id == view)
        )
        self._document.apply(label, own_judgments_for_view(study, shown.node.id, view))

    def count_judgments(self, shown: NodeJudgments) -> None:
        """Let the judgments give the node its weights again."""
        label = _("Count the judgments of {node}").format(node=short_name(shown.node.name))
        study = weigh_by(self._document.study, shown.node.id, "judgments", self._document.view)
        self._document.apply(label, study)

    def be_equal_for_now(self, shown: NodeJudgments) -> None:
        """Let all criteria at a node weigh alike until it is judged; kept as placeholders."""
        label = _("Equal weights for now: {node}").format(node=short_name(shown.node.name))
        study, view = self._document.study, self._document.view
        self._document.apply(label, equal_for_now(study, shown.node.id, shown.node.items, shown.view, view))

    def agree(self, shown: NodeJudgments, agreed: bool) -> None:
        """Let the study's own judgments count at the node, or the people's answers again."""
        said = _("Count the workshop's own judgments of {node}") if agreed else _("Count the answers on {node}")
        label = said.format(node=short_name(shown.node.name))
        self._document.apply(label, set_agreed(self._document.study, shown.node.id, agreed))

    def _apply(self, label: str, shown: NodeJudgments, values: Mapping[Pair, float | None]) -> None:
        news = {pair: value for pair, value in values.items() if not _stands(shown, pair, value)}
        if not news or not shown.is_editable:
            return
        study = set_judgments(
            self._document.study,
            under=shown.node.id,
            view=shown.view,
            values=news,
            participant=_id(shown.participant),
            when=self._today().isoformat(),
        )
        self._document.apply(said_by(shown.participant, label), study)


def _id(participant: Participant | None) -> str | None:
    return participant.id if participant else None


def said_by(participant: Participant | None, label: str) -> str:
    """The step's name, with the person whose answer it is."""
    return f"{short_name(participant.name)}: {label}" if participant else label


def short_ratio(value: float) -> str:
    """A ratio as it is shown: exact where that is short, else to three digits."""
    text = ratio_text(value)
    if len(text) <= LONGEST_RATIO:
        return text
    return figure(value, 3) if value >= 1 else f"1/{figure(1 / value, 3)}"


def _stands(shown: NodeJudgments, pair: Pair, value: float | None) -> bool:
    """Whether the pair is judged so already, by someone and not for the time being."""
    old = shown.value(*pair)
    if value is None or old is None:
        return value is old
    return isclose(value, old, rel_tol=1e-12) and not shown.is_placeholder(*pair)


def short_name(name: str) -> str:
    """A name as it stands in the menu's «Undo: …»."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"
