"""Studies and files: open, save, new, report; reading and writing happen off the UI thread where they are long."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from decidr.core.study.problems import Refused, sentence
from decidr.core.study.study import Study
from decidr.formats.study_file import load_study, save_study
from decidr.formats.templates import load_template
from decidr.gui.document import STUDY_ENDING, Document
from decidr.gui.file_failures import read_failure_told, refusal_told, write_failure_told
from decidr.gui.jobs import Jobs, Progress, load
from decidr.gui.messages import FileKind, Messages, Offer
from decidr.gui.own_templates import OwnTemplates
from decidr.gui.panels.importing.notice import Notice
from decidr.gui.recovery import LeftBehind, RecoveryCopy, left_behind, remove
from decidr.gui.settings import WindowSettings
from decidr.language import _, ngettext

LOGGER = logging.getLogger(__name__)

SHEET_ENDINGS = ("xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv")
TABLE_ENDINGS = (*SHEET_ENDINGS, "json", "txt")


def study_kind() -> FileKind:
    """A study of ours."""
    return FileKind(_("decidr study"), (STUDY_ENDING,))


def workbook_kind() -> FileKind:
    """What a report or a study workbook is written as."""
    return FileKind(_("Excel workbook"), ("xlsx",))


def is_readable(path: Path) -> bool:
    """Whether a dropped file may hold a study."""
    return path.suffix.lower().lstrip(".") in (STUDY_ENDING, *TABLE_ENDINGS)


class ShowsPreview(Protocol):
    """Where it is shown what a workbook would bring."""

    def show_preview(
        self,
        text: str,
        notices: Sequence[Notice],
        take: Callable[[], object] | None,
        offer: str = "",
        other: Offer | None = None,
    ) -> None:
        """Show it, and offer to take it if it can be taken; the button says ``offer``, ``other`` is another way."""


class StudyFiles(QObject):
    """Brings studies into a document and out of it; ``opened`` tells that another study is there.

    ``questionnaire_met`` tells a file that holds somebody's answers to a study with participants, which is open;
    ``figures_met`` one that is no study but may hold figures for the open one, and what to do if it holds none.
    """

    opened = Signal()
    questionnaire_met = Signal(Path)
    figures_met = Signal(Path, object)

    def __init__(
        self,
        document: Document,
        messages: Messages,
        jobs: Jobs,
        settings: WindowSettings,
        preview: ShowsPreview,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._messages, self._jobs = document, messages, jobs
        self._settings, self._preview = settings, preview
        self.recovery = RecoveryCopy(jobs)
        self.templates = OwnTemplates(document, messages, self)

    # in

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        kinds = [study_kind(), FileKind(_("Study workbook"), TABLE_ENDINGS)]
        if path := self._messages.choose_file(_("Open"), kinds):
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a study at once; a workbook after a look at what it would bring."""
        text = _("Reading {file}…").format(file=path.name)
        if path.suffix.lower() == f".{STUDY_ENDING}":
            self._jobs.run("open", lambda progress: load_study(path), self._take_file(path), self._refused(path), text)
        else:
            self._jobs.run("open", _reading(path), self._show_preview(path), self._refused(path), text)

    def new(self, template: str) -> None:
        """Begin with a template (its id), or with an empty study."""
        if self.may_leave():
            self._show(load_template(template) if template else Study(), None)

    def offer_recovery(self) -> None:
        """Offer what a crash left behind."""
        for left in left_behind()[:1]:
            text = _("decidr ended unexpectedly. «{title}» has changes that were not saved.")
            recover = Offer(_("Recover"), partial(self.recover, left))
            discard = Offer(_("Discard"), partial(remove, left.copy))
            self._messages.tell(text.format(title=left.name or _("A study")), recover, discard)

    def recover(self, left: LeftBehind) -> None:
        """Take up what a crash left behind, as an edited study of its file."""
        try:
            study = load_study(left.copy)
        except Refused as refusal:
            self._messages.warn(refusal_told(left.copy, refusal))
            return
        if not self.may_leave():
            return
        self.recovery.take_over(left, study)
        self._show(_saved_state(left.path) or Study(), left.path)
        self._document.apply(_("Recover unsaved changes"), study)

    # out

    def save(self) -> bool:
        """Save to the study's own file, or ask for one; whether it was saved."""
        return self._save(self._document.path) if self._document.path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save there."""
        suggested = self._beside(f"{self._file_name()}.{STUDY_ENDING}")
        path = self._messages.choose_file(_("Save as"), [study_kind()], save=True, suggested=suggested)
        return path is not None and self._save(path)

    def save_report(self) -> None:
        """Ask for a file and write the Excel report there, as the chosen view sees it."""
        path = self._ask_for_workbook(_("Save Excel report"), _("report"))
        if path is None:
            return
        document = self._document
        study, by_view, view = document.study, dict(document.baseline_by_view), document.view

        def write(progress: Progress) -> None:
            opinions = load("decidr.core.analysis.second_opinions").second_opinions(by_view[view])
            progress.step()
            simulate = load("decidr.core.analysis.robustness.simulation").both_draws
            draws = simulate(by_view[view], watch=lambda step: progress.step())
            content = load("decidr.formats.report.content").report_content(study, by_view, opinions, view, draws)
            load("decidr.formats.report.excel").write_report(content, path)

        self._write(path, write, _("Writing the report…"))

    def save_workbook(self) -> None:
        """Ask for a file and write the study workbook there."""
        path = self._ask_for_workbook(_("Save study workbook"), _("study"))
        if path is None:
            return
        study = self._document.study

        def write(progress: Progress) -> None:
            load("decidr.formats.workbook_out").write_workbook(study, path)

        self._write(path, write, _("Writing the workbook…"))

    def may_leave(self) -> bool:
        """Whether the study may go: nothing is unsaved, or the user has said what becomes of it."""
        if not self._document.is_modified:
            return True
        answer = self._messages.ask_to_save(self._document.name or _("the new study"))
        return answer == "discard" or (answer == "save" and self.save())

    def keep_copy(self) -> None:
        """Keep the recovery copy as the study is now."""
        if self._document.is_modified:
            self.recovery.keep(self._document.study, self._document.path)
        else:
            self.recovery.discard()

    # what these share

    def _save(self, path: Path) -> bool:
        try:
            save_study(self._document.study, path)
        except OSError as error:
            self._messages.warn(write_failure_told(path, error))
            return False
        self._settings.remember(path, self._document.study.title)
        self._document.saved_as(path)
        return True

    def _show(self, study: Study, file: Path | None) -> None:
        self._document.open(study, file)
        if self._document.path is not None:
            self._settings.remember(self._document.path, study.title)
        self.opened.emit()

    def _take_file(self, path: Path) -> Callable[[Study], None]:
        def take(study: Study) -> None:
            if self.may_leave():
                self._show(study, path)

        return take

    def _show_preview(self, path: Path) -> Callable[[Any], None]:
        def show(opened: Any) -> None:
            told = load("decidr.formats.answers").place_text
            notices = [Notice(p.severity, told(p, opened.addresses), sentence(p)) for p in opened.problems]

            def take() -> None:
                if self.may_leave():
                    self._show(opened.study, path)

            self._preview.show_preview(_opened_told(path, opened.study, len(notices)), notices, take)

        return show

    def _refused(self, path: Path) -> Callable[[Exception], None]:
        def tell(error: Exception) -> None:
            if _is_questionnaire(error) and self._document.study.participants:
                self.questionnaire_met.emit(path)
            elif _is_no_study(error) and self._may_hold_figures(path):
                is_table = _code(error) == "file.figures"  # then why its figures fit no host says more
                self.figures_met.emit(path, None if is_table else lambda: self._tell_refused(path, error))
            else:
                self._tell_refused(path, error)

        return tell

    def _may_hold_figures(self, path: Path) -> bool:
        study = self._document.study
        return path.suffix.lower().lstrip(".") in SHEET_ENDINGS and bool(study.hosts and study.criteria)

    def _tell_refused(self, path: Path, error: Exception) -> None:
        if isinstance(error, Refused) and len(error.problems) > 1:
            notices = [Notice(p.severity, str(p.place), sentence(p)) for p in error.problems]
            self._preview.show_preview(_("{file} cannot be opened.").format(file=path.name), notices, None)
        elif isinstance(error, Refused):
            self._messages.warn(refusal_told(path, error))
        else:
            LOGGER.error("cannot open %s", path, exc_info=error)
            self._messages.warn(read_failure_told(path, error))

    def _ask_for_workbook(self, title: str, what: str) -> Path | None:
        suggested = self._beside(f"{self._file_name()}-{what}.xlsx")
        return self._messages.choose_file(title, [workbook_kind()], save=True, suggested=suggested)

    def _write(self, path: Path, work: Callable[[Progress], None], text: str) -> None:
        def done(result: object) -> None:
            folder = QUrl.fromLocalFile(str(path.parent.absolute()))
            show = Offer(_("Show in folder"), lambda: QDesktopServices.openUrl(folder))
            self._messages.tell(_("Saved {file}.").format(file=path.name), show)

        def failed(error: Exception) -> None:
            LOGGER.error("cannot write %s", path, exc_info=error)
            self._messages.warn(write_failure_told(path, error))

        self._jobs.run("write", work, done, failed, text)

    def _beside(self, name: str) -> Path:
        """A file beside the one that the study was read from; the name alone where there is none."""
        return self._document.file.absolute().with_name(name) if self._document.file else Path(name)

    def _file_name(self) -> str:
        """A name for a new file: the old one's, or the title without what no file may have in its name."""
        if self._document.file:
            return self._document.file.stem
        kept = "".join(c if c.isalnum() or c in " -_" else " " for c in self._document.study.title)
        return "-".join(kept.lower().split()) or _("study")


def _reading(path: Path) -> Callable[[Progress], Any]:
    return lambda progress: load("decidr.formats.opening").open_study(path)


def _saved_state(path: Path | None) -> Study | None:
    """What the file holds that a recovered study belongs to; None if it is gone."""
    try:
        return load_study(path) if path else None
    except (OSError, Refused):
        return None


def _opened_told(path: Path, study: Study, notices: int) -> str:
    found = _("{file}: {hosts} hosts and {criteria} criteria").format(
        file=path.name, hosts=len(study.hosts), criteria=len(study.criteria)
    )
    if not notices:
        return _("{found}; nothing stood out.").format(found=found)
    text = ngettext(
        "{found}; {count} thing to know before you open it",
        "{found}; {count} things to know before you open it",
        notices,
    )
    return text.format(found=found, count=notices)


def _is_questionnaire(error: Exception) -> bool:
    return _code(error) == "file.a_questionnaire"


def _is_no_study(error: Exception) -> bool:
    """Whether a table was read in which there is no study; figures may lie in it as in a matrix."""
    code = _code(error)
    return code in ("file.not_a_study", "file.figures", "workbook.no_criteria") or code.startswith("matrix.")


def _code(error: Exception) -> str:
    """Why a file was refused; empty where it was not, but failed."""
    return error.problems[0].code if isinstance(error, Refused) else ""
