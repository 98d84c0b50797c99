"""The main window: the rail, the pages, the live ranking, and what leads from one to the other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from decidr.gui import theme
from decidr.gui.actions import CASES, VIEWS, Actions
from decidr.gui.data_import import DataImport
from decidr.gui.document import Document
from decidr.gui.finding import targets
from decidr.gui.handlers import handlers
from decidr.gui.jobs import Jobs, load_all
from decidr.gui.late_answers import LateAnswers
from decidr.gui.menus import Menus
from decidr.gui.messages import Messages, WindowMessages
from decidr.gui.models.shared.addresses import page_of
from decidr.gui.panels.frame.centre import Centre
from decidr.gui.panels.frame.find_field import FindField
from decidr.gui.panels.frame.find_target import Target
from decidr.gui.panels.frame.page_stack import PageStack
from decidr.gui.panels.frame.rail import Rail
from decidr.gui.panels.frame.status_bar import StatusBar, fill_cases, fill_views
from decidr.gui.panels.frame.steps import step_of
from decidr.gui.panels.frame.supposed_line import SupposedLine
from decidr.gui.panels.frame.top_bar import TopBar
from decidr.gui.panels.ranking.fold import RankingFold
from decidr.gui.panels.ranking.panel import RankingPanel
from decidr.gui.questionnaires import Questionnaires
from decidr.gui.settings import WindowSettings
from decidr.gui.study_files import StudyFiles, is_readable
from decidr.gui.window_frame import WindowFrame
from decidr.language import _, ngettext
from decidr.number_text import listed

LOGGER = logging.getLogger(__name__)

SMALLEST = QSize(1024, 680)
FIRST_SIZE = QSize(1440, 900)


class MainWindow(QMainWindow):
    """Shows one document; without a study it shows the start page. ``painted`` tells the first paint."""

    painted = Signal()

    def __init__(
        self,
        document: Document,
        settings: WindowSettings,
        *,
        has_study: bool = True,
        messages: Messages | None = None,
    ) -> None:
        super().__init__()
        self.document, self.settings = document, settings
        self.jobs = Jobs(self)
        self.centre = Centre()
        self.messages: Messages = messages or WindowMessages(self, self.centre, lambda: document.file)
        self.files = StudyFiles(document, self.messages, self.jobs, self.settings, self.centre, self)
        self.questionnaires = Questionnaires(document, self.messages, self.jobs, self.centre, self)
        self.data_import = DataImport(document, self.messages, self.jobs, self.centre, self)
        self.late_answers = LateAnswers(document, self.jobs, self)
        self.rail, self.ranking, self.status = Rail(document), RankingPanel(document), StatusBar(document)
        self.pages = PageStack(document, self.messages)
        self.supposed = SupposedLine(document)
        self.find_field = FindField(self._targets)
        self.top = TopBar(self.find_field)
        self.action_table = Actions(handlers(self), self)
        self.menus = Menus(self.top.menus, self.action_table)
        self.frame = WindowFrame(self, document, settings, self.action_table, self.menus, self.files.open)
        self.fold = RankingFold()
        self._has_study, self._is_painted, self._has_parts = has_study, False, False
        self._is_judging = False
        self._lay_out()
        self._connect()
        self.show_study() if has_study else self.show_start()

    # what is shown

    def show_study(self) -> None:
        """Show the document's study, from its first page."""
        self._has_study = True
        self.centre.clear()
        self.centre.show_pages()
        self._arrange()
        self.open_page("study")
        self.pages.take_focus()
        self.pages.setFocus()  # Tab goes on from here; no field waits for input

    def show_start(self) -> None:
        """Show the start page."""
        self._has_study = False
        self.centre.show_start(self.settings.recent)
        self._arrange()
        self.centre.setFocus()

    def open_page(self, page: str) -> None:
        """Turn to a page of the study."""
        self.pages.show_page(page)
        self.rail.choose(step_of(page))

    def go_to(self, address: str) -> None:
        """Show a place, as ``results``, ``weights:goal`` or ``data:<criterion>:<host>``."""
        self.open_page(page_of(address))
        self.pages.show_place(address)

    @property
    def is_settled(self) -> bool:
        """Whether the heavy parts are there and nothing is being worked on."""
        return self._has_parts and self.jobs.is_idle

    @property
    def is_at_rest(self) -> bool:
        """Whether it is settled, and everything is drawn that was about to be."""
        return self.is_settled and self.late_answers.are_idle

    def load_parts(self) -> None:
        """Load what charts, files and AHPy need, in a worker; for after the first paint."""
        self.jobs.run("heavy parts", load_all, lambda loaded: self._take_parts(), self._lack_parts)

    def set_judging(self, judging: bool) -> None:
        """Hide ranking and consistency while somebody judges on the page that is open."""
        self._is_judging = judging
        self._show_judging()

    # Qt's own

    def sizeHint(self) -> QSize:
        return FIRST_SIZE

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._has_study and not self.files.may_leave():
            event.ignore()
            return
        self.settings.geometry = self.saveGeometry()
        self.jobs.close()
        self.files.recovery.close()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := _dropped(event):
            event.acceptProposedAction()
            if len(paths) > 1 and self.document.study.participants:
                self.questionnaires.collect(paths)  # one study is open at a time: several files are answers to it
            else:
                self._open_first(paths)

    # how it is put together

    def _lay_out(self) -> None:
        self.setObjectName("main_window")
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        self.setMenuWidget(self.top)
        self.centre.hold(self.pages, self.supposed)
        sides = QHBoxLayout()
        sides.addWidget(self.rail)
        sides.addWidget(self.centre, 1)
        sides.addWidget(self.ranking)
        sides.addWidget(self.fold)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.addLayout(sides, 1)
        column.addWidget(self.status)
        for layout in (sides, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.setCentralWidget(whole)
        if not self.restoreGeometry(self.settings.geometry):
            self.resize(first_size(self.screen().availableSize()))

    def _connect(self) -> None:
        stack = self.document.undo_stack
        stack.indexChanged.connect(self.centre.pass_by)
        for signal in (stack.indexChanged, stack.cleanChanged):
            signal.connect(self.files.keep_copy)
        self.rail.chosen.connect(self.open_page)
        self.ranking.go_to.connect(self.go_to)
        self.ranking.fold_wanted.connect(self.fold_ranking)
        self.fold.clicked.connect(self.fold_ranking)
        self.pages.turned.connect(lambda page: self._show_judging())
        self.pages.turned.connect(lambda page: self.centre.close_import())
        self.pages.made.connect(self._connect_panel)
        self.centre.template_chosen.connect(self.files.new)
        self.centre.template_removal_wanted.connect(self.files.templates.remove)
        self.files.templates.changed.connect(self._offer_templates_anew)
        self.centre.recent_chosen.connect(self.files.open)
        self.centre.open_wanted.connect(self.files.choose_and_open)
        self.files.opened.connect(self.show_study)
        self.files.questionnaire_met.connect(lambda path: self.questionnaires.collect([path]))
        self.files.figures_met.connect(self.data_import.read)
        self.jobs.shown.connect(self.status.show_job)
        self.status.cancelled.connect(self.jobs.cancel)
        for source in (self.status, self.supposed):
            source.go_to.connect(self.go_to)
        self.menus.show_appearance(self.settings.appearance, self._choose_appearance)
        hanging = self.menus.hanging
        hanging[VIEWS].aboutToShow.connect(lambda: fill_views(hanging[VIEWS], self.document))
        to_scenarios = partial(self.go_to, "scenarios")
        hanging[CASES].aboutToShow.connect(lambda: fill_cases(hanging[CASES], self.document, to_scenarios))

    def _open_first(self, paths: Sequence[Path]) -> None:
        """Open one of the files that were dropped, and tell which ones wait."""
        first, *others = paths
        self.files.open(first)
        if others:
            names = listed([path.name for path in others])
            text = ngettext(
                "One file at a time: {files} is not read; drop it afterwards.",
                "One file at a time: {files} are not read; drop them afterwards.",
                len(others),
            )
            self.messages.tell(text.format(files=names))

    def _connect_panel(self, page: str, panel: QWidget) -> None:
        """A page has come to be: hear what it asks for."""
        for signal, hear in _hearers(self).items():
            if hasattr(panel, signal):
                getattr(panel, signal).connect(hear)

    def _show_judging(self) -> None:
        judging = self._is_judging and self.pages.page == "weights"
        self.ranking.set_judging(judging)
        self.status.set_judging(judging)

    def _arrange(self) -> None:
        """Show what belongs to a study, or to the start page."""
        folded = self.settings.is_ranking_folded
        for widget in (self.rail, self.status):
            widget.setVisible(self._has_study)
        self.ranking.setVisible(self._has_study and not folded)
        self.fold.setVisible(self._has_study and folded)
        self.action_table["fold_ranking"].setChecked(not folded)
        self.frame.show(has_study=self._has_study)

    def _offer_templates_anew(self) -> None:
        if not self._has_study:
            self.centre.show_start(self.settings.recent)

    def _lack_parts(self, error: Exception) -> None:
        LOGGER.error("parts are missing", exc_info=error)
        self.messages.warn(_("A part of decidr is missing: {part}. Install decidr again.").format(part=error))
        self._take_parts()

    def _take_parts(self) -> None:
        self._has_parts = True
        self.pages.allow_charts()
        self.late_answers.start()

    def leave_study(self) -> None:
        """Close the study, when the user has said what becomes of it, and show the start page."""
        if not self._has_study or self.files.may_leave():
            self.document.undo_stack.clear()
            self.files.recovery.discard()
            self.show_start()

    def fold_ranking(self) -> None:
        """Fold the live ranking away, or bring it back; remembered."""
        self.settings.is_ranking_folded = not self.settings.is_ranking_folded
        self._arrange()

    def _choose_appearance(self, appearance: theme.Appearance) -> None:
        self.settings.appearance = appearance
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, appearance)

    def _targets(self) -> list[Target]:
        return targets(self.document, self.action_table, self.go_to, has_study=self._has_study)


def first_size(screen: QSize) -> QSize:
    """The size of a window that was never moved: no larger than the screen, if that is one to work on."""
    return FIRST_SIZE.boundedTo(screen) if screen == screen.expandedTo(SMALLEST) else FIRST_SIZE


def _hearers(window: MainWindow) -> dict[str, Callable[..., object]]:
    """Who hears what a page asks for, by the name of its signal."""
    return {
        "go_to": window.go_to,
        "judging_changed": window.set_judging,
        "report_wanted": window.files.save_report,
        "workbook_wanted": window.files.save_workbook,
        "questionnaires_wanted": window.questionnaires.write,
        "answers_wanted": window.questionnaires.choose_and_collect,
        "simulation_wanted": window.late_answers.simulations.want,
        "simulation_wanted_again": window.late_answers.simulations.again,
        "simulation_cancelled": window.late_answers.simulations.cancel,
    }


def _dropped(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    """The dropped files that may hold a study or answers to one."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in files if is_readable(path)]
