"""The Report page: what the client will keep, and the two files that can be saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from decidr.core.analysis.verdict.grounds import UNKNOWN
from decidr.gui.document import Document, Part
from decidr.gui.messages import Messages
from decidr.gui.models.ranking.ranking_model import verdict_told
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.page_header import PageHeader
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.reading_width import keep_readable
from decidr.gui.panels.widgets.sign_button import SignButton
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE, scaled
from decidr.language import _
from decidr.number_text import per_cent


class ReportPanel(Panel):
    """Says what each file holds; the signals ask for it to be written."""

    parts = Part.RESULTS | Part.ROBUSTNESS | Part.VIEW | Part.STUDY

    report_wanted = Signal()
    workbook_wanted = Signal()
    go_to = Signal(str)

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setObjectName("report_panel")
        self.header = PageHeader(
            subtitle=_("An Excel workbook that keeps reckoning when the client tries another judgment.")
        )
        self.header.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[1])
        self.answer = text_label("", "section")
        self.answer.setObjectName("report_answer")
        self.caution = text_label("", "second", "look_here")
        self.caution.setObjectName("report_caution")
        self.save_report = _button("save_report", _("Save Excel report…"), "report", primary=True)
        self.save_workbook = _button("save_workbook", _("Save study workbook…"), "workbook")
        self.save_report.clicked.connect(self.report_wanted)
        self.save_workbook.clicked.connect(self.workbook_wanted)
        self._lay_out()

    def refresh(self) -> None:
        results = self.document.baseline
        names = {view.id: view.name for view in self.document.study.views}
        self.header.set_title(_("What the client will keep"))
        known = self.document.grounds if self.document.case is None else UNKNOWN
        said = verdict_told(results, self.document.baseline_by_view, grounds=known)
        self.answer.setText(said[0] if said else "")
        share = results.evidence.get("placeholder", 0.0)
        text = _("{share} of the weight rests on placeholders; the report marks them on every page.")
        self.caution.setText(text.format(share=per_cent(share, 0)))
        self.caution.setVisible(share > 0)
        self.follows.setText(_("Its live sheets follow the view «{view}».").format(view=names[self.document.view]))

    def _lay_out(self) -> None:
        page = PageScroll("report_scroll")
        page.add(self._report_card())
        page.add(self._workbook_card())
        page.column.addStretch()
        keep_readable(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(page, 1)

    def _report_card(self) -> QWidget:
        card = Card(_("Excel report"))
        card.add(self.answer)
        card.add(self.caution)
        self.follows = text_label("", "second")
        self.follows.setObjectName("report_view")
        for place, (sheet, about) in enumerate(_sheets()):
            if place:
                card.add(_line())
            card.add(_sheet_row(sheet, about))
        card.add(self.follows)
        card.body.addSpacing(SPACE[0])
        card.body.addLayout(_at_left(self.save_report))
        return card

    def _workbook_card(self) -> QWidget:
        card = Card(_("Study workbook"))
        card.add(
            text_label(
                _(
                    "Everything the study holds, as sheets that a colleague can fill in: criteria, hosts, data with"
                    " sources, judgments, views. Drop it on this window and it is read again."
                ),
                "second",
            )
        )
        card.body.addLayout(_at_left(self.save_workbook))
        return card


def _sheets() -> tuple[tuple[str, str], ...]:
    return (
        (_("Cover"), _("the answer in words, the ranking as a chart, all views side by side")),
        (_("Weights, scores, ranking"), _("live formulas from the judgments and the data")),
        (_("Contributions"), _("what makes up each host's total")),
        (_("Sensitivity, what it takes"), _("what would change the answer: crossovers, and the least for every host")),
        (_("Robustness"), _("how sure the ranking is, by simulation")),
        (_("Scenarios"), _("what may happen, who leads then, and the facts behind it")),
        (_("Other methods"), _("whether other methods say the same")),
        (_("Judgments"), _("each matrix with its consistency, and AHPy's second opinion")),
        (_("Data, sources"), _("every figure with its year and source, gaps and placeholders marked")),
    )


def _sheet_row(sheet: str, about: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 2, 0, 2)
    name = text_label(sheet, "strong")
    name.setFixedWidth(scaled(190))
    line.addWidget(name)
    line.addWidget(text_label(about, "second"), 1)
    return row


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "line")
    return line


def _at_left(button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch()
    return row


def _button(name: str, text: str, sign: str, *, primary: bool = False) -> SignButton:
    button = SignButton(sign, "on_accent" if primary else "second_text", text)
    button.setObjectName(name)
    button.setProperty("kind", "primary" if primary else "")
    return button
