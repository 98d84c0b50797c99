"""Indicator spreadsheets taken in by the window: read in a job, previewed, and applied as one undoable step."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from decidr.core.study.imports import ImportMapping
from decidr.core.study.problems import Problem, Refused, sentence
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.import_choosing import ImportChoosing, ShowsImports, taken_told
from decidr.gui.jobs import Jobs, load
from decidr.gui.messages import FileKind, Messages, Offer
from decidr.gui.panels.importing.notice import Notice
from decidr.gui.panels.widgets.undo_offer import undo_offer
from decidr.gui.study_files import SHEET_ENDINGS, ShowsPreview
from decidr.language import _, ngettext

if TYPE_CHECKING:
    from decidr.formats.indicators.choosing import Draft
    from decidr.formats.indicators.importing import Imported, Line

LOGGER = logging.getLogger(__name__)

CONFLICT = "import.conflict"
"""The code of a present figure beside the new one."""

OLDER = "import.older"
"""The code of a present figure beside one of an earlier year."""

MORE_DIGITS = "import.more_digits"
"""The code of a present figure that is the new one rounded."""


class ShowsFigures(ShowsPreview, ShowsImports, Protocol):
    """Where it is shown what a file would bring, and where that is chosen."""


class DataImport(QObject):
    """Brings a publisher's figures into a document, by names that are the same and by mappings used before."""

    def __init__(
        self, document: Document, messages: Messages, jobs: Jobs, place: ShowsFigures, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._messages, self._jobs, self._preview = document, messages, jobs, place
        self._choosing = ImportChoosing(document, messages, jobs, place, self)

    def choose_and_read(self) -> None:
        """Ask for a file of indicators and read it."""
        kinds = [FileKind(_("Indicator spreadsheet"), SHEET_ENDINGS)]
        if path := self._messages.choose_file(_("Import data"), kinds):
            self.read(path)

    def read(self, path: Path, otherwise: Callable[[], object] | None = None) -> None:
        """Read a file, show what goes where and what it replaces, and take it in when the user agrees.

        What cannot be told by names and earlier mappings is left to choose. ``otherwise`` is done in place of a refusal
        where no table of the file names the study's hosts.
        """
        study = self._document.study

        def show(found: tuple[Imported | None, Draft | None]) -> None:
            imported, draft = found
            if self._document.study is not study:
                self.read(path)  # the study has moved on meanwhile
            elif imported:
                self._show(path, imported)
            elif draft:
                self._choosing.begin(draft)

        text = _("Reading {file}…").format(file=path.name)
        self._jobs.run("figures", lambda progress: _read(study, path), show, self._refused(path, otherwise), text)

    def choose(self, path: Path) -> None:
        """Let the user choose rows, year, hosts and leaves of a file."""
        study = self._document.study
        text = _("Reading {file}…").format(file=path.name)
        work = partial(_drafted, study, path)
        self._jobs.run("figures", lambda progress: work(), self._choosing.begin, self._refused(path, None), text)

    def _show(self, path: Path, imported: Imported) -> None:
        study = self._document.study
        lines = list(load("decidr.formats.indicators.importing").summary(imported))

        def take() -> None:
            if self._document.study is not study:
                self.read(path)
                return
            self._document.apply(_("Import {file}").format(file=path.name), imported.study)
            text = taken_told(study, imported.study, sum(line.found for line in lines))
            self._messages.tell(text, undo_offer(self._document))

        notices = _notices(tuple(p for p in imported.problems if p.code not in (CONFLICT, OLDER, MORE_DIGITS)))
        notices += [Notice("notice", line.leaf, _line_told(line)) for line in lines]
        notices += _replaced_told(imported.problems)
        choose = Offer(_("Choose…"), lambda: self.choose(path))
        self._preview.show_preview(_found_told(path, lines), notices, take, _("Take them in"), choose)

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


def _read(study: Study, path: Path) -> tuple[Imported | None, Draft | None]:
    """What can be told of a file by names and earlier mappings alone, or else the draft from which to choose."""
    try:
        imported = load("decidr.formats.indicators.importing").import_files(study, [path], ImportMapping(file=""), {})
    except Refused as refusal:
        return None, _drafted_or(refusal, study, path)
    return imported, None


def _drafted_or(refusal: Refused, study: Study, path: Path) -> Draft:
    try:
        return _drafted(study, path)
    except Refused:
        raise refusal from None


def _drafted(study: Study, path: Path) -> Draft:
    room = load("decidr.formats.indicators.choosing")
    draft: Draft = room.begin(study, room.read_file(path))
    return draft


def _notices(problems: tuple[Problem, ...]) -> list[Notice]:
    return [Notice(p.severity, str(p.place), sentence(p)) for p in problems]


def _found_told(path: Path, lines: list[Line]) -> str:
    count = sum(line.found for line in lines)
    text = ngettext("{file} has {count} figure for this study", "{file} has {count} figures for this study", count)
    return text.format(file=path.name, count=count)


def _line_told(line: Line) -> str:
    """Which series goes to the leaf, for how many hosts, and who has none."""
    told = _("«{series}», {found} of {hosts} hosts").format(series=line.series, found=line.found, hosts=line.hosts)
    if not line.lacking:
        return told
    return _("{told}; none for {names}").format(told=told, names=", ".join(line.lacking))


def _replaced_told(problems: Sequence[Problem]) -> list[Notice]:
    """Each figure that changes, those first that give way to an older one, and how many only gain digits."""
    codes = Counter(problem.code for problem in problems)
    told = [Notice("warning", _("replaced"), sentence(problem)) for problem in problems if problem.code == OLDER]
    told += [Notice("notice", _("replaced"), sentence(problem)) for problem in problems if problem.code == CONFLICT]
    if same := codes[MORE_DIGITS]:
        text = ngettext("{count} figure only gains digits", "{count} figures only gain digits", same)
        told.append(Notice("notice", _("replaced"), text.format(count=same)))
    return told
