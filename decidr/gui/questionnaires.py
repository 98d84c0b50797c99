"""Questionnaires: written to a folder, one a participant, and the answers collected again as one undoable step."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from decidr.core.study.problems import Refused, sentence
from decidr.gui.document import Document
from decidr.gui.jobs import Jobs, Progress, load
from decidr.gui.messages import FileKind, Messages, Offer
from decidr.gui.panels.importing.notice import Notice
from decidr.gui.study_files import ShowsPreview
from decidr.language import _, ngettext

LOGGER = logging.getLogger(__name__)

ANSWER_ENDINGS = ("xlsx", "xlsm", "xls", "xlsb", "ods", "csv")


class Questionnaires(QObject):
    """Sends a document's questions out and brings the answers in; ``today`` gives the date that answers carry."""

    def __init__(
        self,
        document: Document,
        messages: Messages,
        jobs: Jobs,
        preview: ShowsPreview,
        parent: QObject | None = None,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._document, self._messages, self._jobs, self._preview = document, messages, jobs, preview
        self._today = today

    # out

    def write(self, language: str = "en") -> None:
        """Ask for a folder and write one workbook a participant into it, as the chosen view asks."""
        folder = self._messages.choose_folder(_("Where shall the questionnaires go?"))
        if folder is None:
            return
        study, view, count = self._document.study, self._document.view, len(self._document.study.participants)

        def work(progress: Progress) -> Any:
            room = load("decidr.formats.questionnaire.book")
            return room.write_questionnaires(study, folder, language, view=view, step=_counting(progress, count))

        text = _("Writing questionnaires…")
        self._jobs.run("questionnaires", work, lambda written: self._tell_written(folder, written), self._warn, text)

    def _tell_written(self, folder: Path, written: Any) -> None:
        count = len(written.questionnaires)
        text = ngettext(
            "Wrote {count} questionnaire into {folder}.", "Wrote {count} questionnaires into {folder}.", count
        )
        told = [text.format(count=count, folder=folder.name), *(sentence(problem) for problem in written.problems)]
        url = QUrl.fromLocalFile(str(folder.absolute()))
        self._messages.tell(" ".join(told), Offer(_("Show in folder"), lambda: QDesktopServices.openUrl(url)))

    # in

    def choose_and_collect(self) -> None:
        """Ask for the files that came back and collect them."""
        kinds = [FileKind(_("Answers"), ANSWER_ENDINGS)]
        if paths := self._messages.choose_files(_("Collect answers"), kinds):
            self.collect(paths)

    def collect(self, paths: Sequence[Path]) -> None:
        """Read these files, show what they would bring, and take them in when the user agrees."""
        study, when = self._document.study, self._today().isoformat()

        def work(progress: Progress) -> Any:
            room = load("decidr.formats.questionnaire.collecting")
            return room.collect(study, paths, when, step=_counting(progress, len(paths)))

        def show(collected: Any) -> None:
            if self._document.study is study:
                self._show(collected)
            else:
                self.collect(paths)  # the study has moved on meanwhile

        self._jobs.run("answers", work, show, self._warn, _("Reading answers…"))

    def _show(self, collected: Any) -> None:
        taken = collected.those("taken")
        notices = [Notice(p.severity, str(p.place), sentence(p)) for p in collected.problems]
        notices += [Notice("warning", one.place, _replaced_told(one)) for one in taken if one.replaces_earlier]
        study = self._document.study

        def take() -> None:
            if self._document.study is study:
                label = ngettext("Answers of {count} person", "Answers of {count} people", len(taken))
                self._document.apply(label.format(count=len(taken)), collected.study)
            else:
                self.collect([one.path for one in collected.answers])

        told = _collected_told(collected)
        self._preview.show_preview(told, notices, take if taken else None, _("Take them in"))

    def _warn(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self._messages.warn(
                " ".join(f"{p.place}: {sentence(p)}" if p.place else sentence(p) for p in error.problems)
            )
            return
        LOGGER.error("questionnaires failed", exc_info=error)
        reason = error.strerror if isinstance(error, OSError) and error.strerror else _("something went wrong")
        self._messages.warn(_("This did not work: {reason}. Try another folder.").format(reason=reason))


def _counting(progress: Progress, count: int) -> Callable[[], None]:
    """Steps that tell the share of ``count`` files."""
    done = iter(range(1, count + 1))
    return lambda: progress.step(next(done, count) / max(count, 1))


def _replaced_told(one: Any) -> str:
    """That a person has answered before, and how many of those answers change or go."""
    earlier = [change for change in one.changes if change.before is not None]
    gone = sum(change.after is None for change in earlier)
    changed = len(earlier) - gone
    changes = ngettext("{count} answer changes", "{count} answers change", changed).format(count=changed)
    goes = ngettext("{count} answer goes", "{count} answers go", gone).format(count=gone)
    what = "; ".join(text for text, count in ((changes, changed), (goes, gone)) if count)
    return _("{name} has answered before: {what}.").format(name=one.person, what=what)


def _collected_told(collected: Any) -> str:
    """How many people's answers can be taken in, and what cannot."""
    counts = {outcome: len(collected.those(outcome)) for outcome in ("taken", "refused", "silent", "superseded")}
    said = {
        "taken": ngettext(
            "The answers of {count} person can be taken in",
            "The answers of {count} people can be taken in",
            counts["taken"],
        ),
        "refused": ngettext("{count} file cannot", "{count} files cannot", counts["refused"]),
        "silent": ngettext("{count} file holds no answers", "{count} files hold no answers", counts["silent"]),
        "superseded": ngettext(
            "{count} gives way to a later one", "{count} give way to later ones", counts["superseded"]
        ),
    }
    told = [
        text.format(count=counts[outcome]) for outcome, text in said.items() if counts[outcome] or outcome == "taken"
    ]
    return "; ".join(told) + "."
