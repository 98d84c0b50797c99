"""The live ranking: who is first, in words why, what that rests on, and what to look at. Every edit moves it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from decidr.core.analysis.results import Results
from decidr.core.analysis.verdict.grounds import UNKNOWN
from decidr.gui.document import Document, Part
from decidr.gui.models.ranking.ranking_model import ranked_at, verdict_told
from decidr.gui.panels.findings.finding_groups import FindingGroup, grouped
from decidr.gui.panels.findings.finding_row import FindingRow
from decidr.gui.panels.ranking.evidence_bar import EvidenceBar
from decidr.gui.panels.ranking.level_switch import LevelSwitch
from decidr.gui.panels.ranking.ranking_list import RankingList
from decidr.gui.panels.ranking.verdict_quote import VerdictQuote
from decidr.gui.panels.widgets.clearing import clear
from decidr.gui.panels.widgets.fold_button import FoldButton
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.surface import paint_surface
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import RANKING_WIDTH, SPACE, scaled
from decidr.language import _, ngettext
from decidr.number_text import listed, per_cent

TOP_FINDINGS = 3


class RankingPanel(Panel):
    """Stands at the right of every page; ``go_to`` asks for a place in the window."""

    parts = (
        Part.RESULTS | Part.ROBUSTNESS | Part.VIEW | Part.FOCUS | Part.LEVEL | Part.HOSTS | Part.VIEWS | Part.CRITERIA
    )

    go_to = Signal(str)
    fold_wanted = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setObjectName("ranking_panel")
        self.setAccessibleName(_("Live ranking"))
        self.setFixedWidth(scaled(RANKING_WIDTH))
        self.list = RankingList()
        self.list.setObjectName("ranking_list")
        self.list.setAccessibleName(_("Ranking, points of 100"))
        self.levels = LevelSwitch(document)
        self.quote = VerdictQuote()
        self.evidence = EvidenceBar()
        self.evidence.setObjectName("evidence_bar")
        self.evidence.setAccessibleName(_("What the weight rests on"))
        self._evidence = _under(_("What the weight rests on"), self.evidence)
        self._fold = FoldButton("fold", _("Fold the ranking away"), "fold_away")
        self._fold.clicked.connect(self.fold_wanted)
        self._hidden = _hidden_note()
        self._trying = _TryingNote(document)
        self._findings = QVBoxLayout()
        self._groups: tuple[FindingGroup, ...] = ()
        self._is_judging = False
        self._lay_out()
        self.list.host_chosen.connect(self._choose_host)
        self.evidence.kind_chosen.connect(lambda kind: self.go_to.emit(f"data::{kind}"))
        self.quote.why.connect(lambda: self.go_to.emit(where_why(document.results)))

    def set_judging(self, judging: bool) -> None:
        """While somebody judges, nobody sees the ranking or what tells of it, so that nobody judges to win."""
        if judging == self._is_judging:
            return
        self._is_judging = judging
        self.list.setVisible(not judging)
        self.quote.setVisible(not judging)
        self._hidden.setVisible(judging)
        self.refresh()

    def refresh(self) -> None:
        document, results = self.document, self.document.results
        if not self._is_judging:
            hosts = ranked_at(results, document.focus, document.level)
            moving = not document.is_trying
            self.list.show_hosts(hosts, document.selected_host, moving=moving)
            self.list.setMaximumHeight(self.list.wanted_height())
            known = UNKNOWN if document.is_trying else document.grounds
            self.quote.say(verdict_told(results, document.results_by_view, document.level, known))
        self.levels.refresh()
        self._trying.show_what_if()
        self.evidence.show_shares(results.evidence)
        self._evidence.setVisible(bool(self.evidence.shares))
        self._show_findings(results)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_surface(self, "left")

    def _choose_host(self, host: str) -> None:
        self.document.select_host(None if host == self.document.selected_host else host)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(text_label(_("Ranking"), "section", wraps=False), 1)
        top.addWidget(text_label(_("points of 100"), "caption", "third", wraps=False))
        top.addWidget(self._fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3] + 3, SPACE[3], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[2])
        column.addLayout(top)
        column.addWidget(self.levels)
        column.addWidget(self._trying)
        column.addWidget(self.list, 1)
        column.addWidget(self._hidden)
        column.addWidget(self.quote)
        column.addWidget(self._evidence)
        self._findings.setSpacing(2)
        column.addLayout(self._findings)
        column.addStretch(0)

    def _show_findings(self, results: Results) -> None:
        groups = () if self._is_judging else grouped(results)
        if groups == self._groups:
            return
        self._groups = groups
        clear(self._findings)
        if groups:
            self._findings.addWidget(_caption(_("Findings")))
        for group in groups[:TOP_FINDINGS]:
            self._findings.addWidget(self._finding(group))
        rest = len(groups) - TOP_FINDINGS
        if rest > 0:
            text = ngettext("{count} more ›", "{count} more ›", rest).format(count=rest)
            self._findings.addWidget(_indented(link_button(text, "all_findings", self._show_all)))

    def _show_all(self) -> None:
        self.go_to.emit("findings")

    def _finding(self, group: FindingGroup) -> FindingRow:
        row = FindingRow(group.severity, group.text, f"finding_{group.code}")
        row.clicked.connect(lambda: self.go_to.emit(f"findings:{group.code}"))
        return row


class _TryingNote(QFrame):
    """«What if Stability 34 %», with the way back."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self.setProperty("kind", "sunken")
        self.words = text_label("", "strong")
        self.words.setObjectName("what_if")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[2], 6, 6, 6)
        row.addWidget(self.words, 1)
        row.addWidget(link_button(_("Reset"), "reset_what_if", document.stop_trying))
        self.hide()

    def show_what_if(self) -> None:
        """Show the weights that are being tried, or nothing."""
        tried = self._document.tried_weights
        if tried:
            named = [f"{self._document.study.name_of(node)} {per_cent(weight)}" for node, weight in tried.items()]
            self.words.setText(_("What if {weights}").format(weights=listed(named)))
        self.setVisible(bool(tried))


def _hidden_note() -> QFrame:
    note = QFrame()
    note.setObjectName("ranking_hidden")
    note.setProperty("kind", "sunken")
    row = QHBoxLayout(note)
    row.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
    row.addWidget(text_label(_("Hidden while you judge."), "second"))
    note.hide()
    return note


def _indented(link: QWidget) -> QWidget:
    """A link in line with the sentences above it."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(scaled(17), 0, 0, 0)
    row.addWidget(link)
    row.addStretch()
    return holder


def _under(text: str, widget: QWidget) -> QWidget:
    """A widget below its caption."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 2, 0, 0)
    column.setSpacing(SPACE[1])
    column.addWidget(_caption(text))
    column.addWidget(widget)
    return holder


def _caption(text: str) -> QLabel:
    return text_label(text, "caption", wraps=False)


def where_why(results: Results) -> str:
    """The address that explains who is first: the leader head to head with the next that may lead."""
    pair = [results.hosts[h] for h in results.eligible_order[:2]]
    return ":".join(("results", "head_to_head", *pair)) if len(pair) == 2 else "results"
