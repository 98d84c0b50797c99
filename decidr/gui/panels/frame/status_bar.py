"""The line at the bottom: scenario, view, judgments, consistency, second opinion, placeholders, saved or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QPushButton, QWidget

from decidr.core.analysis.results import Results
from decidr.core.analysis.scenarios.words import case_name
from decidr.core.study.cases import cases_of
from decidr.gui.document import DRAWN, Document, Part
from decidr.gui.jobs import Shown
from decidr.gui.panels.frame.steps import judgments
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.surface import paint_surface
from decidr.gui.panels.widgets.text_label import Tone, set_tone, text_label
from decidr.gui.theme import SPACE, scaled
from decidr.language import _, ngettext
from decidr.number_text import per_cent

CONSISTENT = 0.10
HEIGHT = 28


class StatusBar(Panel):
    """What holds for the whole study, and what is being worked on.

    ``cancelled`` names the job to be stopped, ``go_to`` asks for a place.
    """

    parts = Part.everything() & ~(Part.FOCUS | DRAWN)

    cancelled = Signal(str)
    go_to = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setObjectName("status_bar")
        self.setFixedHeight(scaled(HEIGHT))
        self._is_judging = False
        self.cases, self.views = QMenu(self), QMenu(self)
        self.scenario = _menu_button("choose_scenario", self.cases)
        self.view = _menu_button("choose_view", self.views)
        self.judged = _item("judged")
        self.consistency = _item("consistency", tone="agrees")
        self.opinion = _item("second_opinion", tone="second")
        self.placeholders = _item("placeholders")
        self.saved = _item("saved")
        self.work = _Work()
        self.work.cancelled.connect(self.cancelled)
        document.undo_stack.cleanChanged.connect(self._show_saved)
        self._lay_out()

    def set_judging(self, judging: bool) -> None:
        """Consistency is hidden while somebody judges."""
        if judging != self._is_judging:
            self._is_judging = judging
            self.refresh()

    def show_job(self, shown: Shown | None) -> None:
        """Show what is being worked on."""
        self.work.show_job(shown)

    def refresh(self) -> None:
        document, results = self.document, self.document.results
        self._show_scenario()
        self._show_views()
        judged, pairs = judgments(results)
        _say(self.judged, _("{judged} of {pairs} judgments").format(judged=judged, pairs=pairs) if pairs else "")
        text, agrees = consistency_told(results)
        _say(self.consistency, "" if self._is_judging else text)
        set_tone(self.consistency, "agrees" if agrees else "look_here")
        opinion, parts = opinion_told(document)
        _say(self.opinion, "" if self._is_judging else opinion)
        set_tone(self.opinion, "look_here" if parts else "second")
        share = results.evidence.get("placeholder", 0.0)
        _say(self.placeholders, _("{share} placeholders").format(share=per_cent(share, 0)) if share > 0 else "")
        self._show_saved()
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Where room lacks, leave out what is told elsewhere too."""
        for item in (self.opinion, self.judged, self.placeholders):
            item.setVisible(bool(item.text()))
        for item in (self.opinion, self.judged, self.placeholders):
            if self.sizeHint().width() > self.width():
                item.hide()

    def _show_saved(self) -> None:
        self.saved.setText(_saved(self.document))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_surface(self, "top")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[2] + 2, 1, SPACE[2] + 2, 0)
        row.setSpacing(SPACE[4] - 4)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # what lacks room gives way
        for item in (
            self.scenario,
            self.view,
            self.judged,
            self.consistency,
            self.opinion,
            self.placeholders,
        ):
            row.addWidget(item)
        row.addStretch(1)
        row.addWidget(self.work)
        row.addWidget(self.saved)

    def _show_scenario(self) -> None:
        case = self.document.case
        name = case_name(case)
        self.scenario.setText(_("Scenario: {scenario}").format(scenario=_short(name)).replace("&", "&&") + " ▾")
        self.scenario.setAccessibleName(_("Scenario: {scenario}").format(scenario=name))
        set_tone(self.scenario, "accent" if case else "")
        fill_cases(self.cases, self.document, lambda: self.go_to.emit("scenarios"))

    def _show_views(self) -> None:
        views = self.document.study.views
        names = {view.id: view.name for view in views}
        self.view.setText(_("View: {view}").format(view=_short(names[self.document.view])) + " ▾")
        self.view.setAccessibleName(_("View: {view}").format(view=names[self.document.view]))
        fill_views(self.views, self.document)


def fill_views(menu: QMenu, document: Document) -> None:
    """The study's views as a menu that chooses one."""
    shown = [(action.objectName(), action.text(), action.isChecked()) for action in menu.actions()]
    wanted = [
        (f"view_{view.id}", view.name.replace("&", "&&"), view.id == document.view) for view in document.study.views
    ]
    if shown == wanted:
        return
    menu.clear()
    group = QActionGroup(menu)
    for (name, text, is_chosen), view in zip(wanted, document.study.views, strict=True):
        action = _choice(group, name, text, is_chosen)
        action.triggered.connect(lambda checked=False, view=view.id: document.choose_view(view))
        menu.addActions([action])


def fill_cases(menu: QMenu, document: Document, edit: Callable[[], object]) -> None:
    """The study's scenarios and sets as a menu that supposes one, with the baseline first and the way to edit them."""
    cases = cases_of(document.study)
    chosen = document.case.name if document.case else None
    wanted = [("suppose_nothing", case_name(None), chosen is None)]
    wanted += [(f"suppose_{n}", case.name.replace("&", "&&"), case.name == chosen) for n, case in enumerate(cases)]
    shown = [(action.objectName(), action.text(), action.isChecked()) for action in menu.actions()]
    if [row for row in shown if row[0].startswith("suppose_")] == wanted:
        return
    menu.clear()
    group = QActionGroup(menu)
    for (name, text, is_chosen), case in zip(wanted, (None, *cases), strict=True):
        action = _choice(group, name, text, is_chosen)
        action.triggered.connect(lambda checked=False, name=case and case.name: document.choose_scenario(name))
        menu.addActions([action])
    menu.addSeparator()
    to_page = QAction(menu)
    to_page.setText(_("Edit scenarios…") if cases else _("Add a scenario…"))
    to_page.setObjectName("edit_scenarios")
    to_page.triggered.connect(lambda: edit())  # noqa: PLW0108 - without the signal's «checked»
    menu.addActions([to_page])


def _choice(group: QActionGroup, name: str, text: str, is_chosen: bool) -> QAction:
    action = QAction(group)
    action.setText(text)
    action.setObjectName(name)
    action.setCheckable(True)
    action.setChecked(is_chosen)
    return action


def consistency_told(results: Results) -> tuple[str, bool]:
    """How many matrices have a CR of at most 0.10, and whether all have."""
    ratios = [m.consistency.cr for m in results.matrices if m.participant is None and m.consistency]
    known = [ratio for ratio in ratios if ratio is not None]
    if not known:
        return "", True
    good = sum(ratio <= CONSISTENT for ratio in known)
    if good == len(known):
        text = _("CR ≤ 0.10 in all {count}").format(count=len(known))
        return text if len(known) > 1 else _("CR ≤ 0.10"), True
    text = _("CR ≤ 0.10 in {good} of {count}").format(good=good, count=len(known))
    return text if len(known) > 1 else _("CR above 0.10"), False


def opinion_told(document: Document) -> tuple[str, bool]:
    """What AHPy says of the matrices, and whether it parts from decidr anywhere; empty while it is being asked."""
    if not document.opinions:
        return "", False
    found = Counter(opinion.status for opinion in document.opinions)
    count = len(document.opinions)
    text = ngettext("AHPy agrees on {agrees} of {count} matrix", "AHPy agrees on {agrees} of {count} matrices", count)
    parts = [text.format(agrees=found["agrees"], count=count)]
    if found["incomplete"]:
        parts.append(_("{count} incomplete").format(count=found["incomplete"]))
    if found["no answer"]:
        parts.append(_("{count} without an answer").format(count=found["no answer"]))
    if found["parts"]:
        parts.append(ngettext("{count} differs", "{count} differ", found["parts"]).format(count=found["parts"]))
    return ", ".join(parts), bool(found["parts"])


class _Work(QWidget):
    """Progress of the job that the user waits for, with Cancel."""

    cancelled = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("work")
        self._name = ""
        self.words = text_label("", "caption", wraps=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(scaled(90))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words)
        row.addWidget(self.bar)
        row.addWidget(link_button(_("Cancel"), "cancel_job", lambda: self.cancelled.emit(self._name)))
        self.hide()

    def show_job(self, shown: Shown | None) -> None:
        if shown:
            self._name = shown.name
            self.words.setText(shown.text)
            self.bar.setRange(0, 0 if shown.share is None else 100)
            self.bar.setValue(round((shown.share or 0.0) * 100))
        self.setVisible(shown is not None)


def _menu_button(name: str, menu: QMenu) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setProperty("kind", "quiet")
    button.setMenu(menu)
    return button


def _item(name: str, text: str = "", tone: Tone = "") -> QLabel:
    label = text_label(text, "caption", tone, wraps=False)
    label.setObjectName(name)
    return label


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _saved(document: Document) -> str:
    if document.is_modified:
        return _("Edited")
    return _("Saved") if document.path else _("Not saved yet")


def _short(name: str) -> str:
    return name if len(name) <= 24 else name[:23] + "…"
