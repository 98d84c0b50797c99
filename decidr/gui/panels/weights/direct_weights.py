"""Weights given without pairs: direct weights, swing points or ranks, each kept as what it is."""

from __future__ import annotations

import re
from math import isfinite

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from decidr.gui.models.weights.given_weights import WAYS, GivenWay, GivenWeights, Giving
from decidr.gui.panels.weights.given_row import GivenRow
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.notice_line import NoticeLine
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.segmented import SegmentedButtons
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE
from decidr.language import _
from decidr.number_text import listed


class DirectWeights(PageScroll):
    """A small table of the node's children; ``way_chosen`` tells that another way is wanted."""

    way_chosen = Signal(str)
    count_judgments = Signal()
    people_wanted = Signal()

    def __init__(self, giving: Giving, parent: QWidget | None = None) -> None:
        super().__init__("direct_weights", parent)
        self._giving = giving
        self._shown: GivenWeights | None = None
        self.ways = SegmentedButtons([(way, _way_name(way)) for way in WAYS], _("How weights are given"))
        self.counting = NoticeLine("counting_weights")
        self.whose = NoticeLine("whose_weights")
        self.advice = text_label("", "body", "second")
        self.heads = [text_label(text, "caption") for text in (_("Criterion"), "", _("Share"))]
        self.grid = QGridLayout()
        self.rows: list[GivenRow] = []
        self.trouble = text_label("", "body", "error")
        self.sum = text_label("", "caption")
        self.start = link_button(_("Start from the present weights"), "start_from_present", self._start)
        self._lay_out()
        self.ways.chosen.connect(self.way_chosen)

    @property
    def way(self) -> GivenWay:
        """The way that is shown."""
        return next(way for way in WAYS if way == self.ways.choice)

    def show_weights(self, shown: GivenWeights) -> None:
        """Show what is given."""
        if self._shown and (self._shown.node.id, self._shown.way) != (shown.node.id, shown.way):
            self._forget_troubles()
        self._shown = shown
        self.ways.choose(shown.way)
        self._show_whose(shown)
        self._show_counting(shown)
        self.advice.setText(_advice(shown.way))
        self.heads[1].setText(_value_head(shown.way))
        self._show_rows(shown)
        self.sum.setText(_sum_text(shown))
        is_own = shown.participant is None and shown.is_editable
        self.start.setVisible(is_own and shown.is_empty and shown.present is not None)

    def take_focus(self) -> None:
        """Put the keyboard on the first field."""
        self._focus_on(0)

    def _show_rows(self, shown: GivenWeights) -> None:
        while len(self.rows) < len(shown.node.items):
            self._add_row()
        shares = None if shown.shares is None else shown.shares.tolist()
        for place, row in enumerate(self.rows):
            row.set_visible(place < len(shown.node.items))
            if place < len(shown.node.items):
                row.field.setEnabled(shown.is_editable)
                share = shares[place] if shares else None
                row.show_item(shown.node.names[place], shown.values[place], share, max(shares or [1.0]))

    def _add_row(self) -> None:
        place = len(self.rows)
        row = GivenRow(self.grid, place + 1)
        QWidget.setTabOrder(self.rows[-1].field if self.rows else self.ways.button(WAYS[-1]), row.field)
        self.rows.append(row)
        row.field.entered.connect(lambda text: self._take(place, text))
        row.field.given_up.connect(self._tell_trouble)
        row.field.returnPressed.connect(lambda: self._go_on(place))

    def _focus_on(self, place: int) -> None:
        if place < len(self.rows) and self.rows[place].field.isVisible():
            self.rows[place].field.setFocus()
            self.rows[place].field.selectAll()

    def _go_on(self, place: int) -> None:
        """To the next field, once what was typed in this one can be taken."""
        self.rows[place].field.tell()
        if not self.rows[place].field.trouble:
            self._focus_on(place + 1)

    def _take(self, place: int, text: str) -> None:
        """Take what was typed, or say why not and leave it to be mended."""
        if self._shown is None or place >= len(self._shown.node.items):
            return
        field, value = self.rows[place].field, None
        try:
            value = read_weight(text)
            field.refuse("")
        except ValueError:
            field.refuse(_("«{text}» is not a number from 0 up; write 30 or 12.5.").format(text=text.strip()))
        self._tell_trouble()
        if not field.trouble:
            self._giving.give(self._shown, self._shown.node.items[place], value)

    def _start(self) -> None:
        if self._shown:
            self._giving.start_from_present(self._shown)

    def _show_whose(self, shown: GivenWeights) -> None:
        if shown.participant:
            self.whose.say(_("These are the answers of {name}.").format(name=shown.participant.name))
        elif shown.people and shown.counts:
            text = _("The group's weights count here; choose a person above to change them.")
            self.whose.say(text, _("People & views"), self.people_wanted.emit)
        elif shown.is_lent and not shown.is_empty:
            text = _("These are the base view's weights; changing one changes it there.")
            self.whose.say(text, _("Weigh apart in this view"), lambda: self._giving.weigh_apart(shown))
        else:
            self.whose.say("")

    def _show_counting(self, shown: GivenWeights) -> None:
        if shown.counts:
            text = _("These weights count. The judgments in pairs are kept and can count again at any time.")
            self.counting.say(text, _("Count the judgments"), self.count_judgments.emit)
        elif shown.shares is not None:
            text = _("{way} count now; these weights are kept beside them.").format(way=_counting(shown))
            self.counting.say(text, _("Count these weights"), lambda: self._giving.count(shown))
        else:
            text = _("{way} count now. Once every criterion has a number here, you can let these count.").format(
                way=_counting(shown)
            )
            self.counting.say(text)

    def _tell_trouble(self) -> None:
        """Say what is wrong with the first of the texts that were refused."""
        told = next((row.field.trouble for row in self.rows if row.field.trouble), "")
        self.trouble.setText(told)
        self.trouble.setVisible(bool(told))

    def _forget_troubles(self) -> None:
        for row in self.rows:
            row.field.take_back()
        self._tell_trouble()

    def _lay_out(self) -> None:
        self.trouble.setObjectName("given_trouble")
        self.sum.setObjectName("given_sum")
        self.trouble.hide()
        card = Card()
        card.add(self.ways)
        card.add(self.advice)
        self.grid.setHorizontalSpacing(SPACE[3])
        self.grid.setVerticalSpacing(SPACE[1] - 2)
        self.grid.setColumnStretch(0, 2)
        self.grid.setColumnStretch(2, 3)
        for column, head in enumerate(self.heads):
            self.grid.addWidget(head, 0, column)
        card.body.addLayout(self.grid)
        card.add(self.trouble)
        foot = QHBoxLayout()
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.start)
        card.body.addLayout(foot)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for widget in (self.counting, self.whose, card):
            self.add(widget)
        self.column.addStretch(1)


def read_weight(text: str) -> float | None:
    """A number from 0 up, with a point or a comma, a per cent sign or not; None for nothing, ValueError else."""
    plain = re.sub(r"[\s%]", "", text).replace(",", ".")
    if not plain:
        return None
    value = float(plain)
    if not isfinite(value) or value < 0:
        raise ValueError(text)
    return value


def _way_name(way: GivenWay) -> str:
    return {"direct": _("Direct weights"), "swing": _("Swing points"), "ranks": _("Ranks")}[way]


def _value_head(way: GivenWay) -> str:
    return {"direct": _("Weight"), "swing": _("Points"), "ranks": _("Rank")}[way]


def _advice(way: GivenWay) -> str:
    return {
        "direct": _("Give each a weight for its swing from worst to best; the sum need not be 100."),
        "swing": _("Give 100 to the swing from worst to best that matters most, and to the others in proportion."),
        "ranks": _("Give 1 to the swing that matters most, 2 to the next; equal ranks share their weight."),
    }[way]


def _counting(shown: GivenWeights) -> str:
    return {
        "judgments": _("The judgments in pairs"),
        "direct": _("Direct weights"),
        "swing": _("Swing points"),
        "ranks": _("Ranks"),
    }[shown.way_that_counts]


def _sum_text(shown: GivenWeights) -> str:
    """The sum of weights, or who still lacks one."""
    if shown.lacking and not shown.is_empty:
        return _("Without a number: {names}").format(names=listed(list(shown.lacking)))
    if shown.is_empty or shown.way == "ranks":
        return ""
    total = sum(value for value in shown.values if value is not None)
    return _("They add up to {total}; each share is a part of that.").format(total=f"{total:g}")
