"""An import that is chosen step by step: every choice makes another draft, and taking it in is one undoable step."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject

from decidr.core.study.problems import Refused, sentence
from decidr.core.study.study import Study
from decidr.gui.document import Document, Part
from decidr.gui.jobs import Jobs, load
from decidr.gui.messages import Messages, Offer
from decidr.gui.panels.widgets.undo_offer import undo_offer
from decidr.language import _, ngettext

if TYPE_CHECKING:
    from decidr.formats.indicators.choosing import Draft
    from decidr.gui.panels.importing.page import ImportPage

LOGGER = logging.getLogger(__name__)


def taken_told(before: Study, after: Study, count: int) -> str:
    """That ``count`` figures were taken in, and how many of them stood in the study already."""
    old = {id(cell) for cell in before.cells}  # a cell that says the same already is left alone
    there = count - sum(id(cell) not in old for cell in after.cells)
    if there == count:
        return ngettext(
            "{count} figure stands in the study already; nothing changed.",
            "All {count} figures stand in the study already; nothing changed.",
            count,
        ).format(count=count)
    text = ngettext("Took in {count} figure.", "Took in {count} figures.", count).format(count=count)
    more = ngettext("{count} of them stood there already.", "{count} of them stood there already.", there)
    return f"{text} {more.format(count=there)}" if there else text


class ShowsImports(Protocol):
    """Where an import is chosen."""

    def open_import(self) -> ImportPage:
        """Show the page, in place of the others; it is made when it is first wanted."""

    def close_import(self) -> None:
        """Show the other pages again."""


class ImportChoosing(QObject):
    """Keeps the draft that the page shows in step with what is chosen, and with the study."""

    def __init__(
        self, document: Document, messages: Messages, jobs: Jobs, place: ShowsImports, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._messages, self._jobs, self._place = document, messages, jobs, place
        self._draft: Draft | None = None
        self._choices: list[Callable[[Draft], Draft]] = []  # made since that draft was worked out
        self._taking: bool | None = None  # what is to be done with them: taken in, and whether more is chosen then
        self._page: ImportPage | None = None
        document.changed.connect(self._follow)

    def begin(self, draft: Draft) -> None:
        """Show a draft and let the user choose."""
        self._hold(draft)
        page = self._place.open_import()
        if self._page is None:
            self._page = page
            page.chosen.connect(self._choose)
            page.take_wanted.connect(self._take)
            page.left.connect(self._leave)
        page.show_draft(draft)
        page.take_focus()

    def _hold(self, draft: Draft | None) -> None:
        self._draft, self._taking = draft, None
        self._choices.clear()

    def _choose(self, choice: Callable[[Draft], Draft]) -> None:
        """Make another draft of all that was chosen since; if it cannot be, the page shows what it did before."""
        draft = self._draft
        if draft is None:
            return
        self._choices.append(choice)
        choices = tuple(self._choices)
        self._jobs.run("figures", lambda progress: _chosen(draft, choices), self._show, self._tell)

    def _show(self, draft: Any) -> None:
        if self._page is None or self._draft is None:
            return
        goes_on = self._taking
        self._hold(draft)
        self._page.show_draft(draft)
        if goes_on is not None and draft.count and not draft.faults:
            self._take(goes_on)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self._messages.warn(sentence(error.problems[0]))
        else:
            LOGGER.error("cannot choose", exc_info=error)
            self._messages.warn(_("That could not be read from the file."))
        self._taking = None
        self._show(self._draft)

    def _take(self, goes_on: bool) -> None:
        """Take in what is chosen; what is still being worked out first."""
        draft = self._draft
        if self._choices:
            self._taking = goes_on
        elif draft is not None and draft.study is self._document.study:
            self._take_in(draft, goes_on)

    def _take_in(self, draft: Draft, goes_on: bool) -> None:
        self._hold(None)  # what follows is no change that the page has to follow
        self._document.apply(_("Import {file}").format(file=draft.file.path.name), draft.outcome)
        if goes_on:
            self._hold(draft)
            study = self._document.study
            self._choose(lambda draft: load("decidr.formats.indicators.choosing").after_import(draft, study))
            return
        self._close()
        text = taken_told(draft.study, draft.outcome, draft.count)
        self._messages.tell(text, undo_offer(self._document))

    def _leave(self) -> None:
        """Put the page away, as another page of the window does, and offer the way back to what was chosen."""
        draft = self._draft
        self._close()
        if draft is not None and draft.study is self._document.study:
            text = _("The import of {file} was left; nothing of it counts.").format(file=draft.file.path.name)
            self._messages.tell(text, Offer(_("Go on with it"), lambda: self._return_to(draft)))

    def _return_to(self, draft: Draft) -> None:
        self.begin(draft)
        self._follow(Part(0))

    def _close(self) -> None:
        self._hold(None)
        self._place.close_import()

    def _follow(self, parts: Part) -> None:
        """The study has changed below the draft, as by undo."""
        draft, study = self._draft, self._document.study
        if draft is not None and draft.study is not study:
            self._choose(lambda draft: load("decidr.formats.indicators.choosing").follow(draft, study))


def _chosen(draft: Draft, choices: Sequence[Callable[[Draft], Draft]]) -> Draft:
    for choice in choices:
        draft = choice(draft)
    return draft
