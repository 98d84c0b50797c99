"""History: snapshots of the study, what changed since one of them, and who judged which pair when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decidr.core.analysis.results import Results
from decidr.core.analysis.verdict.movement import Movement, answer_moved
from decidr.core.study.comparison import compare
from decidr.core.study.history import JudgedPair, judgment_history
from decidr.core.study.study import Snapshot
from decidr.gui.document import DRAWN, Document, Part
from decidr.gui.messages import Messages, Offer
from decidr.gui.models.history.change_words import grouped_changes
from decidr.gui.models.history.movement_words import movement_told
from decidr.gui.models.history.past_results import PastResults
from decidr.gui.models.history.snapshotting import Snapshotting
from decidr.gui.panels.history.comparison_card import ComparisonCard
from decidr.gui.panels.history.judged_card import JudgedCard
from decidr.gui.panels.history.snapshots_card import SnapshotsCard
from decidr.gui.panels.widgets.page_header import PageHeader
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.reading_width import keep_readable
from decidr.gui.panels.widgets.undo_offer import undo_offer
from decidr.gui.theme import SPACE
from decidr.language import _

TAKE, SINCE = "take", "since"
"""Places on the page: ``history:take``, where a name is typed, and ``history:since:<name>``, a comparison."""


class HistoryPanel(Panel):
    """``go_to`` asks for a place, as that of a judgment; ``now`` gives a snapshot's moment."""

    parts = Part.everything() & ~(Part.FOCUS | Part.PATH | Part.SECOND_OPINION | DRAWN)

    go_to = Signal(str)

    def __init__(
        self,
        document: Document,
        messages: Messages,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(document, parent)
        self.setObjectName("history_panel")
        self._messages = messages
        self._compared = ""
        self._snapshotting = Snapshotting(document, now)
        self._past = PastResults(self)
        self.header = PageHeader()
        self.snapshots = SnapshotsCard(lambda: now().date())
        self.comparison = ComparisonCard()
        self.judged = JudgedCard(lambda: now().date())
        self._page = PageScroll("history_scroll")
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        study = self.document.study
        self._past.want((snapshot.study for snapshot in study.snapshots), self._results)
        self._show_snapshots()
        self.judged.show_history(judgment_history(study), self._base_view)

    def take_focus(self) -> None:
        """Put the keyboard on the newest snapshot, or where the first one is named."""
        self.snapshots.take_focus()

    def show_place(self, address: str) -> None:
        """Begin a snapshot, as ``history:take``, or compare with one, as ``history:since:<name>``."""
        _page, _colon, place = address.partition(":")
        what, _colon, name = place.partition(":")
        if what == TAKE:
            self.snapshots.start_naming()
        elif what == SINCE and any(snapshot.name == name for snapshot in self.document.study.snapshots):
            self._compare(name)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._past.close()
        self._is_stale = True  # what was being worked out is asked for again

    @property
    def _results(self) -> Results:
        """Those of the study itself, also while a weight is tried or a scenario supposed."""
        return self.document.baseline

    @property
    def _base_view(self) -> str:
        """The name of the base view."""
        study = self.document.study
        return next((view.name for view in study.views if view.id == study.settings.base_view), "")

    @property
    def _chosen(self) -> Snapshot | None:
        """The snapshot compared with now: the one that the user chose, else the newest."""
        snapshots = self.document.study.snapshots
        return next((s for s in snapshots if s.name == self._compared), snapshots[-1] if snapshots else None)

    def _show_snapshots(self) -> None:
        study, chosen, view = self.document.study, self._chosen, self.document.view
        then = {snapshot.name: self._past.of(snapshot.study, view) for snapshot in study.snapshots}
        self.snapshots.show_snapshots(
            study.snapshots, then, chosen.name if chosen else "", self._snapshotting.proposed_name()
        )
        self.comparison.setVisible(chosen is not None)
        if chosen is None:
            self.header.set_title(_("Keep the study as it is now, and come back to it"))
        else:
            self._show_comparison(chosen, then[chosen.name])

    def _show_comparison(self, chosen: Snapshot, then: Results | None) -> None:
        study = self.document.study
        groups = grouped_changes(compare(chosen.study, study), study.goal, self._base_view)
        movement = answer_moved(then, self._results) if then is not None else None
        self.header.set_title(_heading(chosen.name, movement, has_changes=bool(groups)))
        self.comparison.show_comparison(chosen.name, groups, movement)
        self.snapshots.allow_restoring(chosen.name, bool(groups))

    def _compare(self, name: str) -> None:
        self._compared = name
        self._show_snapshots()
        self._page.ensureWidgetVisible(self.comparison.table, 0, SPACE[5])

    def _take(self, name: str) -> None:
        self._compared = self._snapshotting.take(name)
        self._show_snapshots()
        self._messages.tell(_("«{name}» is kept.").format(name=self._compared), undo_offer(self.document))

    def _rename(self, name: str, new_name: str) -> None:
        was_compared = name == self._compared
        got = self._snapshotting.rename(name, new_name)
        if was_compared:
            self._compared = got
            self._show_snapshots()
        self.snapshots.rows[got].buttons["rename"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self, name: str) -> None:
        before = self.document.study
        self._compared = name
        self._snapshotting.restore(name)

        def keep() -> None:
            self._snapshotting.keep(before, _("Before restoring «{name}»").format(name=name))

        text = _("The study is as it was in «{name}».").format(name=name)
        self._messages.tell(text, undo_offer(self.document), Offer(_("Keep what it replaced"), keep))

    def _remove(self, name: str) -> None:
        self._snapshotting.remove(name)
        self.take_focus()
        self._messages.tell(_("«{name}» is removed.").format(name=name), undo_offer(self.document))

    def _go_to_judgment(self, entry: JudgedPair) -> None:
        if any(view.id == entry.view for view in self.document.study.views):
            self.document.choose_view(entry.view)
        self.go_to.emit(":".join(["weights", entry.node, entry.participant_id or "own", *entry.pair]))

    def _connect(self) -> None:
        self.snapshots.taken.connect(self._take)
        self.snapshots.compared.connect(self._compare)
        self.snapshots.restored.connect(self._restore)
        self.snapshots.renamed.connect(self._rename)
        self.snapshots.removed.connect(self._remove)
        self.judged.wanted.connect(self._go_to_judgment)
        self._past.found.connect(self._show_snapshots)

    def _lay_out(self) -> None:
        self.header.set_subtitle(
            _("A snapshot keeps the whole study in its file. To restore one is a step that Undo takes back.")
        )
        self.header.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[1])
        page = self._page
        for card in (self.snapshots, self.comparison, self.judged):
            page.add(card)
        page.column.addStretch()
        keep_readable(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(page, 1)


def _heading(name: str, movement: Movement | None, *, has_changes: bool) -> str:
    """The answer: what became of the ranking since then."""
    if not has_changes:
        return _("Nothing has changed since «{name}»").format(name=name)
    if movement is None:
        return _("What has changed since «{name}»?").format(name=name)
    return movement_told(movement).rstrip(".")
