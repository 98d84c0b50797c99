"""The card of what is read of a file: its sheet, which of its rows, which year, and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from decidr.formats.indicators.choosing import (
    Draft,
    RowChoice,
    choose_rows,
    choose_sheet,
    choose_year,
    row_choices,
    say_source,
    sheets,
)
from decidr.formats.indicators.words import year_of
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.field import ChoiceField, TextField
from decidr.gui.panels.widgets.field_grid import FieldGrid
from decidr.language import _

SEVERAL = "\n"
"""What stands between values of a filter that takes more than one."""

Choice = Callable[[Draft], Draft]


class RowsCard(Card):
    """``chosen`` gives what makes another draft of the one that is shown."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("What to read"))
        self.sheet = ChoiceField("import_sheet", _("Sheet"))
        self.year = ChoiceField("import_year", _("Year"))
        self.year_said = TextField("import_year_said", _("Year"), hint=_("of which year the figures are"))
        self.source = TextField("import_source", _("Source"), hint=_("publisher and title"))
        self.licence = TextField("import_licence", _("Licence"), hint=_("as CC BY 4.0"))
        self._rows: dict[str, ChoiceField] = {}
        self._fields = FieldGrid(narrowest=170, most=4)
        self._about = FieldGrid(narrowest=170, most=4)
        self._fields.add(self.sheet)
        self._fields.add(self.year)
        self._fields.add(self.year_said)
        self._about.add(self.source, 2)
        self._about.add(self.licence)
        self.add(self._fields)
        self.add(self._about)
        self.sheet.entered.connect(lambda name: self._choose(lambda draft: choose_sheet(draft, name)))
        self.year.entered.connect(lambda year: self._choose(lambda draft: choose_year(draft, _number(year))))
        self.year_said.entered.connect(self._say_year)
        self.source.entered.connect(self._say_source)
        self.licence.entered.connect(self._say_source)

    def show_draft(self, draft: Draft) -> None:
        """Show what is chosen, and what may be."""
        names = sheets(draft)
        self.sheet.set_choices([(name, name) for name in names])
        self.sheet.show_value(draft.reading.table.grid.sheet.name)
        years = [str(year) for year in reversed(draft.reading.years)]
        self.year.set_choices([("", _("the latest of each host")), *((year, year) for year in years)])
        self.year.show_value(str(draft.asked.year or ""))
        self.year_said.show_text(str(draft.asked.year or ""))
        self.source.show_text(draft.asked.source or draft.reading.source)
        self.licence.show_text(draft.asked.licence or draft.reading.licence)
        choices = row_choices(draft)
        for choice in choices:
            self._show_rows(choice)
        seldom = [self.year_said if years else self.year, *([self.sheet] if len(names) < 2 else [])]
        shown = {choice.column for choice in choices}
        self._fields.leave_out(*seldom, *(field for column, field in self._rows.items() if column not in shown))

    def row_field(self, column: str) -> ChoiceField:
        """The field that chooses rows by a column (KeyError if there is none)."""
        return self._rows[column]

    def _show_rows(self, choice: RowChoice) -> None:
        if choice.column not in self._rows:
            self._rows[choice.column] = self._made(choice.column)
        field = self._rows[choice.column]
        several = SEVERAL.join(choice.chosen)
        own = [(several, ", ".join(choice.chosen))] if len(choice.chosen) > 1 else []
        field.set_choices([("", _("all")), *own, *((value, value) for value in choice.values)])
        field.show_value(several)

    def _made(self, column: str) -> ChoiceField:
        field = ChoiceField(f"import_rows_{len(self._rows)}", column, tip=_("Only rows with this count"))
        field.entered.connect(lambda text: self._choose(lambda draft: choose_rows(draft, column, _values(text))))
        self._fields.add(field)
        return field

    def _say_year(self, text: str) -> None:
        year = year_of(text.strip())
        if text.strip() and year is None:
            self.year_said.say(_("«{text}» is no year").format(text=text.strip()))
        else:
            self._choose(lambda draft: choose_year(draft, year))

    def _say_source(self, _text: str) -> None:
        source, licence = self.source.edit.text().strip(), self.licence.edit.text().strip()
        self._choose(lambda draft: say_source(draft, source, licence))

    def _choose(self, choice: Choice) -> None:
        self.chosen.emit(choice)


def _number(year: str) -> int | None:
    return int(year) if year else None


def _values(text: str) -> tuple[str, ...]:
    return tuple(text.split(SEVERAL)) if text else ()
