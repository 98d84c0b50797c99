"""Every judgment with who made it, and each node's consistency; a group's judgments are inputs here."""

from itertools import groupby

import numpy as np

from decidr.core.ahp.consensus import consensus, consensus_word
from decidr.core.study.study import Study
from decidr.formats.report.book.inputs import Input
from decidr.formats.report.book.page import FIRST
from decidr.formats.report.book.places import Place
from decidr.formats.report.book.printing import inputs_note, set_up, write_heading
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.styles import CR, FINE, GENERAL, SIMPLE_RATIO, ratio_format
from decidr.formats.report.headings import judgments_heading, judgments_note
from decidr.formats.report.nodes import SolvedNode
from decidr.formats.report.sheets.matrix import mark_ratio
from decidr.formats.report.tables import JudgmentRow, judged_nodes, judgment_rows, told_views
from decidr.language import _
from decidr.number_text import per_cent

UNDER, ONE, OTHER, VALUE, WHO, STATUS, VIEW, NOTE, WHEN, WEIGHT, ORDERED = range(FIRST, FIRST + 11)
WIDTHS = {
    UNDER: 24,
    ONE: 28,
    OTHER: 28,
    VALUE: 9,
    WHO: 14,
    STATUS: 22,
    VIEW: 17,
    NOTE: 26,
    WHEN: 12,
    WEIGHT: 8,
    ORDERED: 10,
}


class JudgmentsSheet:
    """The sheet, planned before the matrices that rest on it are written, and filled after them."""

    def __init__(self, report: Report) -> None:
        self._report, self._page = report, report.pages["judgments"]
        self._rows = judgment_rows(report.content)
        self._top = self._write_people(4 + bool(judgments_note(report.content)))
        self._list = self._top + len(judged_nodes(report.content)) + 5
        self._plan()

    def write(self) -> None:
        """Fill the sheet; the matrices must be there."""
        report, page = self._report, self._page
        caption = _("How many times First is preferred to Second, and how far the answers of each node fit together.")
        caption += f" {inputs_note()}" * self._has_group
        write_heading(report, page, judgments_heading(report.content), caption, judgments_note(report.content))
        self._write_consistency()
        self._write_list()
        page.widths(WIDTHS)
        page.hide(self._empty_columns())
        repeated = f"{self._list}:{self._list}"
        set_up(report, page, landscape=NOTE not in self._empty_columns(), repeat_rows=repeated)

    def _empty_columns(self) -> list[int]:
        """Columns for which this study has nothing to say."""
        judgments = [row.judgment for row in self._rows]
        held = {NOTE: self._has_group or any(j.note for j in judgments), WHEN: any(j.when for j in judgments)}
        held |= dict.fromkeys((WEIGHT, ORDERED), self._has_group)
        return [column for column, is_held in held.items() if not is_held]

    @property
    def _has_group(self) -> bool:
        return any(row.node is not None and row.node.voices for row in self._rows)

    def _write_people(self, row: int) -> int:
        """The participants with their weights; the first row after them."""
        study, page = self._report.content.study, self._page
        if not study.participants:
            return row + 1
        page.header(row, [_("Participant"), _("Weight"), _("Role")], numbers_from=9)
        page.text(row, FIRST + 1, _("Weight"), "header right")
        for i, person in enumerate(study.participants, row + 1):
            page.text(i, FIRST, person.name, "text")
            place = page.number(i, FIRST + 1, person.weight, "input")
            page.text(i, FIRST + 2, person.role, "quiet text")
            self._report.add_input(Input("participant weight", participant=person.id), place, person.weight)
        return row + len(study.participants) + 3

    def _plan(self) -> None:
        """Say where the judgments of groups will stand: those on each pair, and each person's in the matrix's order."""
        order = _order(self._report.content.study)
        numbered = [(self._list + 1 + i, row) for i, row in enumerate(self._rows)]
        for row_number, row in numbered:
            if row.node is not None and row.node.voices:
                first, second = _in_order(row, order)
                person = row.block.participant or ""
                key = ("in order", row.block.view, row.block.under, person, first, second)
                self._report.places[key] = self._page.place(row_number, ORDERED)

        def pair(numbered_row: tuple[int, JudgmentRow]) -> tuple[str, ...]:
            row = numbered_row[1]
            return ("pooled" if _is_pooled(row) else "", row.block.view, row.block.under, *_in_order(row, order))

        for pooled, group in groupby(numbered, pair):
            rows = [row_number for row_number, _row in group]
            if pooled[0]:
                self._report.areas[pooled] = self._page.area(rows[0], WEIGHT, len(rows), 2)

    def _write_consistency(self) -> None:
        page, nodes = self._page, judged_nodes(self._report.content)
        page.section(self._top - 1, _("Consistency"))
        header = {UNDER: _("Node"), ONE: _("View"), OTHER: _("Pairs judged"), VALUE: _("CR"), WHO: _("CI")}
        header |= {STATUS: _("λmax"), VIEW: _("Placeholders")}
        header |= {NOTE: _("Consensus when written")} if self._has_group else {}
        for column, text in header.items():
            style = "header right" if column in (VALUE, WHO, STATUS) else "header note" if column == VIEW else "header"
            page.text(self._top, column, text, style)
        for i, node in enumerate(nodes, self._top + 1):
            self._write_node(i, node)
        if nodes:
            mark_ratio(self._report, page, page.area(self._top + 1, VALUE, len(nodes), 1))
        table = self._report.content.study.settings.random_index
        text = _(
            "CR = CI / random index; the table is «{table}» as the report was written. "
            "Up to 0.10 counts as consistent; ▲ is above it: look at those answers again."
        )
        page.text(self._top + len(nodes) + 1, FIRST, text.format(table=table), "line")

    def _write_node(self, row: int, node: SolvedNode) -> None:
        page, matrix, view = self._page, node.counted, node.views[0]
        page.text(row, UNDER, node.result.node.name, "text")
        page.text(row, ONE, told_views(self._report.content, node), "quiet text")
        judged, placeholders = (0, 0) if matrix is None else (matrix.judged, matrix.placeholder)
        pairs = len(node.items) * (len(node.items) - 1) // 2
        page.text(row, OTHER, _("{judged} of {all}").format(judged=judged, all=pairs), "quiet text")
        for column, key, form in ((VALUE, "cr", CR), (WHO, "ci", FINE), (STATUS, "lambda max", FINE)):
            place = self._report.places.get((key, view, node.id))
            found = matrix.consistency if matrix else None
            now = {"cr": found.cr, "ci": found.ci, "lambda max": found.lambda_max}[key] if found else None
            if place:
                page.formula(row, column, f"{place}", "strong number" if key == "cr" else "number", form, value=now)
            else:
                page.text(row, column, "–", "number")
        text = _("{count} to replace").format(count=placeholders) if placeholders else "–"
        page.text(row, VIEW, text, "look here" if placeholders else "quiet note")
        if self._has_group:
            page.text(row, NOTE, _consensus_said(node), "quiet text")

    def _write_list(self) -> None:
        page = self._page
        page.section(self._list - 1, _("Every judgment"))
        header = [
            _("Under"),
            _("First"),
            _("Second"),
            _("Value"),
            _("Who"),
            _("Status"),
            _("View"),
            _("Note"),
            _("When"),
        ]
        page.header(self._list, header, numbers_from=99)
        page.text(self._list, VALUE, _("Value"), "header right")
        for column, text in ((WHO, _("Who")), (STATUS, _("Status")), (VIEW, _("View"))):
            page.text(self._list, column, text, "header note")
        if self._has_group:
            page.text(self._list, WEIGHT, _("Weight"), "header right")
            page.text(self._list, ORDERED, _("In the matrix’s order"), "header right")
        for i, row in enumerate(self._rows, self._list + 1):
            self._write_judgment(i, row)

    def _write_judgment(self, i: int, row: JudgmentRow) -> None:
        page, names, judgment = self._page, self._report.content.names, row.judgment
        style = "text" if row.node else "set aside"
        for column, id_ in ((UNDER, row.block.under), (ONE, judgment.first), (OTHER, judgment.second)):
            page.text(i, column, names[id_], style)
        page.text(
            i,
            WHO,
            names[row.block.participant] if row.block.participant else _("the study"),
            "note" if row.node else "set aside note",
        )
        is_placeholder = judgment.status == "placeholder"
        status = _("placeholder, replace") if is_placeholder else _("judged")
        page.text(
            i,
            STATUS,
            status if row.node else _("{status}; not counted").format(status=status),
            "look here" if is_placeholder else "quiet note",
        )
        page.text(i, VIEW, names[row.block.view], "quiet note")
        page.text(i, NOTE, judgment.note, "quiet text")
        page.text(i, WHEN, judgment.when, "quiet text")
        self._write_value(i, row)

    def _write_value(self, i: int, row: JudgmentRow) -> None:
        """An input for a participant who counts, for the study's own a look at the matrix, else the bare number."""
        page, judgment, value = self._page, row.judgment, row.judgment.value
        form = ratio_format(value)
        if _is_pooled(row) and row.node is not None:
            place = page.number(i, VALUE, value, "input", form)
            key = Input(
                "judgment",
                row.block.view,
                row.block.under,
                row.block.participant or "",
                judgment.first,
                judgment.second,
            )
            self._report.add_input(key, place, value)
            self._write_pooling(i, row, place)
            return
        matrix_cell = self._in_matrix(row) if row.node else ""
        if matrix_cell:
            page.formula(i, VALUE, matrix_cell, "number", form, value=value)
        else:
            page.number(i, VALUE, value, "set aside number", form)

    def _write_pooling(self, i: int, row: JudgmentRow, place: Place) -> None:
        """The participant's weight, and his judgment as the matrix has the pair."""
        first, _second = _in_order(row, _order(self._report.content.study))
        weight = self._report.places["participant weight", "", "", row.block.participant or "", "", ""]
        turned = f"{place}" if first == row.judgment.first else f"1/{place}"
        self._page.formula(i, WEIGHT, f"{weight}", "quiet number", GENERAL)
        self._page.formula(i, ORDERED, f'IF(ISNUMBER({place}),{turned},"")', "quiet number", SIMPLE_RATIO)

    def _in_matrix(self, row: JudgmentRow) -> str:
        """The expression for the study's own judgment, from the matrix where it is an input."""
        judgment, place = row.judgment, ("judgment", row.block.view, row.block.under, "")
        if same := self._report.places.get((*place, judgment.first, judgment.second)):
            return f"{same}"
        turned = self._report.places.get((*place, judgment.second, judgment.first))
        return f"1/{turned}" if turned else ""


def _consensus_said(node: SolvedNode) -> str:
    """How far those agree whose answers count here: opposite ones cancel to «equal»."""
    own = node.result.own
    share = consensus(np.stack([*own.values()])) if own else None
    return "–" if share is None else f"{per_cent(share, 0)}, {consensus_word(share)}"


def _is_pooled(row: JudgmentRow) -> bool:
    return row.node is not None and bool(row.node.voices)


def _order(study: Study) -> dict[str, int]:
    ids = [*(criterion.id for criterion in study.criteria), *(host.id for host in study.hosts)]
    return {id_: i for i, id_ in enumerate(ids)}


def _in_order(row: JudgmentRow, order: dict[str, int]) -> tuple[str, str]:
    """The pair as the matrix has it."""
    first, second = sorted((row.judgment.first, row.judgment.second), key=order.__getitem__)
    return first, second
