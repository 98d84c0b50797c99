"""People & views: the same study seen with different eyes, who judges, and how far they agree."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from decidr.gui.document import Document, Part
from decidr.gui.messages import Messages
from decidr.gui.models.people.agreement_lines import heading
from decidr.gui.models.people.participant_lines import ParticipantLine
from decidr.gui.panels.people.agreement_page import AgreementPage, Debate
from decidr.gui.panels.people.participants_page import ParticipantsPage
from decidr.gui.panels.people.views_side import ViewsSide, told
from decidr.gui.panels.widgets.page_header import PageHeader
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.segmented import SegmentedButtons
from decidr.gui.theme import SPACE
from decidr.language import _, ngettext

VIEWS, PEOPLE, AGREEMENT = "views", "people", "agreement"


class PeoplePanel(Panel):
    """Views, participants and their agreement, a page each; ``go_to`` asks for a place.

    ``questionnaires_wanted`` asks to write them in a language, ``answers_wanted`` to collect them.
    """

    parts = (
        Part.VIEWS | Part.VIEW | Part.SETTINGS | Part.PEOPLE | Part.RESULTS | Part.FOCUS | Part.CRITERIA | Part.HOSTS
    )

    go_to = Signal(str)
    questionnaires_wanted = Signal(str)
    answers_wanted = Signal()

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setObjectName("people_panel")
        self.header = PageHeader()
        self.header.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[1])
        self.tabs = SegmentedButtons(
            [(VIEWS, _("Views")), (PEOPLE, _("People")), (AGREEMENT, _("Agreement"))], _("Views or people")
        )
        self.views = ViewsSide(document, messages)
        self.people = ParticipantsPage(document, messages)
        self.agreement = AgreementPage()
        self._pages = QStackedWidget()
        self._lay_out()
        self.tabs.chosen.connect(lambda _page: self.refresh())
        self.views.go_to.connect(self.go_to)
        self.people.go_to.connect(self.go_to)
        self.agreement.go_to.connect(self.go_to)
        self.agreement.found.connect(self._show_found)
        self.people.questionnaires_wanted.connect(self.questionnaires_wanted)
        self.people.answers_wanted.connect(self.answers_wanted)

    def refresh(self) -> None:
        match self.tabs.choice:
            case "views":
                self._pages.setCurrentWidget(self.views)
                self._show_views()
            case "people":
                self._pages.setCurrentWidget(self.people)
                self._show_people()
            case _:
                self._pages.setCurrentWidget(self.agreement)
                self._show_agreement()

    def show_place(self, address: str) -> None:
        """Turn to a page, as ``people:people``, and there to a participant, as ``people:people:<id>``."""
        _page, side, person = [*address.split(":"), "", ""][:3]
        if side:
            self.tabs.choose(side)
        self.refresh()
        if person:
            self.people.choose(person)

    def _show_views(self) -> None:
        by_view = {**self.document.results_by_view, self.document.view: self.document.results}
        self.header.set_title(told(by_view))
        self.header.set_subtitle(
            _("Each view has priorities of its own; seen with a host's own, a plant serves that host.")
        )
        self.views.show_results(by_view)

    def _show_people(self) -> None:
        people = self.document.study.participants
        self.people.show_results(self.document.results_by_view[self.document.view])
        if not people:
            self.header.set_title(_("Who judges besides you?"))
            self.header.set_subtitle(_("Add the people whose answers shall count; each gets a questionnaire."))
            return
        self.header.set_title(_progress(self.people.lines))
        self.header.set_subtitle(_("What nobody answered stays missing; it never counts as equal."))

    def _show_found(self, debate: Debate) -> None:
        if self.tabs.choice == AGREEMENT:
            self.header.set_title(heading(debate.agreement))

    def _show_agreement(self) -> None:
        debate = self.agreement.debate
        self.header.set_title(heading(debate.agreement if debate else None))
        self.header.set_subtitle(_("Opposite answers cancel to «equal» in the pool: agreement tells them apart."))
        self.agreement.show_results(self.document.results_by_view[self.document.view])

    def _lay_out(self) -> None:
        self.header.set_right(self.tabs)
        self._pages.addWidget(self.views)
        self._pages.addWidget(self.people)
        self._pages.addWidget(self.agreement)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._pages, 1)


def _progress(lines: Sequence[ParticipantLine]) -> str:
    """How many have answered all that is asked of them, and how many a part."""
    done = sum(line.answered == line.asked for line in lines)
    part = sum(0 < line.answered < line.asked for line in lines)
    text = ngettext("{done} of {count} person has answered", "{done} of {count} people have answered", len(lines))
    told = text.format(done=done, count=len(lines))
    return _("{answered}, {part} in part").format(answered=told, part=part) if part else told
