"""Indicator spreadsheets taken in by the window: read in a job, previewed, and applied as one undoable step."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from decidr.core.study.imports import ImportMapping
from decidr.core.study.problems import Problem, Refused, sentence
from decidr.gui.document import Document
from decidr.gui.jobs import Jobs, Progress, load
from decidr.gui.messages import FileKind, Messages
from decidr.gui.panels.importing.notice import Notice
from decidr.gui.study_files import SHEET_ENDINGS, ShowsPreview
from decidr.language import _, ngettext

LOGGER = logging.getLogger(__name__)

CONFLICT = "import.conflict"
"""The code of a present figure beside the new one."""


class DataImport(QObject):
    """Brings a publisher's figures into a document, by names that are the same and by mappings used before."""

    def __init__(
        self, document: Document, messages: Messages, jobs: Jobs, preview: ShowsPreview, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._messages, self._jobs, self._preview = document, messages, jobs, preview

    def choose_and_read(self) -> None:
        """Ask for a file of indicators and read it."""
        kinds = [FileKind(_("Indicator spreadsheet"), SHEET_ENDINGS)]
        if path := self._messages.choose_file(_("Import data"), kinds):
            self.read(path)

    def read(self, path: Path, otherwise: Callable[[], object] | None = None) -> None:
        """Read a file, show what goes where and what it replaces, and take it in when the user agrees.

        ``otherwise`` is done in place of a refusal where no table of the file names the study's hosts.
        """
        study = self._document.study

        def work(progress: Progress) -> Any:
            room = load("decidr.formats.indicators.importing")
            return room.import_files(study, [path], ImportMapping(file=""), {})

        def show(imported: Any) -> None:
            if self._document.study is study:
                self._show(path, imported)
            else:
                self.read(path)  # the study has moved on meanwhile

        text = _("Reading {file}…").format(file=path.name)
        self._jobs.run("figures", work, show, self._refused(path, otherwise), text)

    def _show(self, path: Path, imported: Any) -> None:
        study = self._document.study

        def take() -> None:
            if self._document.study is study:
                self._document.apply(_("Import {file}").format(file=path.name), imported.study)
            else:
                self.read(path)

        lines = list(load("decidr.formats.indicators.importing").summary(imported))
        replaced = [p for p in imported.problems if p.code == CONFLICT]
        notices = _notices(tuple(p for p in imported.problems if p.code != CONFLICT))
        notices += [Notice("notice", line.leaf, _line_told(line)) for line in lines]
        notices += _replaced_told(replaced)
        self._preview.show_preview(_found_told(path, lines), notices, take, _("Take them in"))

    def _refused(self, path: Path, otherwise: Callable[[], object] | None) -> Callable[[Exception], None]:
        def tell(error: Exception) -> None:
            if otherwise and isinstance(error, Refused) and error.problems[0].code == "import.no_hosts":
                otherwise()
            elif isinstance(error, Refused):
                text = _("No figure of {file} is taken in.").format(file=path.name)
                self._preview.show_preview(text, _notices(error.problems), None)
            else:
                LOGGER.error("cannot import %s", path, exc_info=error)
                self._messages.warn(_("{file} could not be read. It may be damaged.").format(file=path.name))

        return tell


def _notices(problems: tuple[Problem, ...]) -> list[Notice]:
    return [Notice(p.severity, str(p.place), sentence(p)) for p in problems]


def _found_told(path: Path, lines: list[Any]) -> str:
    count = sum(line.found for line in lines)
    text = ngettext("{file} has {count} figure for this study", "{file} has {count} figures for this study", count)
    return text.format(file=path.name, count=count)


def _line_told(line: Any) -> str:
    """Which series goes to the leaf, for how many hosts, and who has none."""
    told = _("«{series}», {found} of {hosts} hosts").format(series=line.series, found=line.found, hosts=line.hosts)
    if not line.lacking:
        return told
    return _("{told}; none for {names}").format(told=told, names=", ".join(line.lacking))


def _replaced_told(conflicts: list[Problem]) -> list[Notice]:
    """Each figure that changes, and how many only gain digits."""
    changed = [conflict for conflict in conflicts if not _only_gains_digits(conflict)]
    told = [Notice("notice", _("replaced"), sentence(conflict)) for conflict in changed]
    if same := len(conflicts) - len(changed):
        text = ngettext("{count} figure only gains digits", "{count} figures only gain digits", same)
        told.append(Notice("notice", _("replaced"), text.format(count=same)))
    return told


def _only_gains_digits(conflict: Problem) -> bool:
    """Whether the figure that stood is the new one rounded."""
    old, new = str(conflict.values["old"]), str(conflict.values["new"])
    try:
        return float(old) == round(float(new), len(old.partition(".")[2]))
    except ValueError:
        return old == new
