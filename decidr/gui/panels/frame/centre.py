"""The middle of the window: messages and previews at the top, below them the pages, or the start page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decidr.core.study.study import Study
from decidr.formats.templates import BLANK, load_template, templates
from decidr.gui.jobs import load
from decidr.gui.messages import Offer, Tone
from decidr.gui.panels.frame.page_stack import PageStack
from decidr.gui.panels.frame.supposed_line import SupposedLine
from decidr.gui.settings import Recent
from decidr.language import _

if TYPE_CHECKING:
    from decidr.gui.panels.frame.banner import BannerBar
    from decidr.gui.panels.frame.start import StartPage
    from decidr.gui.panels.importing.notice import Notice
    from decidr.gui.panels.importing.page import ImportPage
    from decidr.gui.panels.importing.preview import ImportPreview


class Centre(QWidget):
    """What is seldom seen - banner, preview, start page - is made when it is first needed."""

    template_chosen = Signal(str)
    recent_chosen = Signal(object)
    open_wanted = Signal()
    template_removal_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self._banner: BannerBar | None = None
        self._preview: ImportPreview | None = None
        self._import: ImportPage | None = None
        self._start: StartPage | None = None
        self._pages: PageStack | None = None
        self._supposed: SupposedLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def hold(self, pages: PageStack, supposed: SupposedLine) -> None:
        """Show these pages while a study is open, below the line that says what is supposed."""
        self._pages, self._supposed = pages, supposed
        self._column.addWidget(supposed)
        self._column.addWidget(pages, 1)

    def show_message(self, tone: Tone, text: str, offers: Sequence[Offer]) -> None:
        """Show a message above the page."""
        if self._banner is None:
            self._banner = _made("frame.banner", "BannerBar")
            self._column.insertWidget(0, self._banner)
        self._banner.show_message(tone, text, offers)

    def show_preview(
        self,
        text: str,
        notices: Sequence[Notice],
        take: Callable[[], object] | None,
        offer: str = "",
        other: Offer | None = None,
    ) -> None:
        """Show above the page what a file would bring; ``offer`` is what the button says, ``other`` another way."""
        if self._preview is None:
            self._preview = _made("importing.preview", "ImportPreview")
            self._column.insertWidget(0, self._preview)
            self._preview.decided.connect(self._return_to_page)
        self._preview.show_preview(text, notices, take, offer, other)

    def open_import(self) -> ImportPage:
        """Show the page on which an import is chosen, in place of the study's pages."""
        if self._import is None:
            self._import = _made("importing.page", "ImportPage")
            self._column.addWidget(self._import, 1)
        if self._pages is not None:
            self._pages.hide()
        self._import.show()
        return self._import

    def close_import(self) -> None:
        """Show the study's pages again."""
        if self._import is not None and self._import.isVisibleTo(self):
            self._import.hide()
            self.show_pages()
            self._return_to_page()

    def _return_to_page(self) -> None:
        """Give the keyboard back to the page: with the preview gone, Qt would put it somewhere else in the window."""
        if self._pages is not None and self._pages.isVisible():
            self._pages.take_focus()

    def pass_by(self) -> None:
        """The study has changed: what was said in passing is past, and so is what it offered."""
        if self._banner is not None and self._banner.tone == "tell":
            self._banner.hide()

    def clear(self) -> None:
        """Put away messages, previews and imports: they belong to what was there before."""
        for widget in (self._banner, self._preview, self._import):
            if widget is not None:
                widget.hide()

    def show_pages(self) -> None:
        """Show the pages of the study."""
        if self._start is not None:
            self._start.hide()
        if self._pages is not None and self._supposed is not None:
            self._pages.show()
            self._supposed.show_case()

    def show_start(self, recent: Sequence[Recent]) -> None:
        """Show the start page with the templates and these recent studies."""
        start = self._start or self._make_start()
        found = [template for template in templates() if template.id != BLANK]
        offered = [(t.id, t.title, _about(load_template(t.id), t.is_own)) for t in found]
        nothing_yet = ("", _("Empty study"), _("Your own question, criteria and hosts."))
        start.show_templates([*offered, nothing_yet], {template.id for template in found if template.is_own})
        start.show_recent(recent)
        for widget in (self._pages, self._supposed):
            if widget is not None:
                widget.hide()
        start.show()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes first to what a message offers, though that was made last."""
        if is_next and self.hasFocus() and self._banner is not None and self._banner.isVisible():
            self._banner.take_focus()
            return True
        return super().focusNextPrevChild(is_next)

    def _make_start(self) -> StartPage:
        start: StartPage = _made("frame.start", "StartPage")
        start.template_chosen.connect(self.template_chosen)
        start.recent_chosen.connect(self.recent_chosen)
        start.open_wanted.connect(self.open_wanted)
        start.template_removal_wanted.connect(self.template_removal_wanted)
        self._column.addWidget(start, 1)
        self._start = start
        return start


def _made(module: str, name: str) -> Any:
    return getattr(load(f"decidr.gui.panels.{module}"), name)()


def _about(study: Study, is_own: bool) -> str:
    text = _("{question} {hosts} hosts, {criteria} criteria, {views} views.").format(
        question=study.question,
        hosts=len(study.hosts),
        criteria=len(study.criteria),
        views=len(study.views),
    )
    return " ".join(part for part in (text.strip(), _("Yours.") if is_own else "") if part)
