"""The hands that enter costs and rates: what is typed or pasted becomes one undoable edit of the document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from decidr.core.study import edits
from decidr.core.study.data import CostItem, Rate
from decidr.core.study.edits.costs import Changes
from decidr.core.study.hosts import Host
from decidr.core.study.money import Money
from decidr.core.study.names import folded
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.jobs import load
from decidr.gui.models.shared.structuring import NotTaken
from decidr.gui.models.shared.typed_entry import Fields, TypedColumn, TypedEntry, read_figure
from decidr.language import _, ngettext

FIRST_YEAR, LAST_YEAR = 1900, 2200


class MoneyEntry(TypedEntry):
    """What costs and rates have both: a currency and a year."""

    def read(self, field: str, text: str) -> Any:
        if field == "year":
            return _year(text.strip())
        return _currency(text.strip()) if field == "currency" else super().read(field, text)


class CostEntry(MoneyEntry):
    """Writes the table of costs; hosts are named as the study names them, by code or as a country is called."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._found: tuple[Study, Mapping[str, str]] | None = None

    @property
    def columns(self) -> Sequence[TypedColumn]:
        return (
            TypedColumn("host", _("Host"), is_needed=True, also="Host"),
            TypedColumn("item", _("Item"), also="Item"),
            TypedColumn("amount", _("Amount"), is_number=True, is_needed=True, also="Amount"),
            TypedColumn("currency", _("Currency"), also="Currency"),
            TypedColumn("year", _("Year"), is_number=True, also="Year"),
            TypedColumn("source", _("Source"), also="Source"),
        )

    @property
    def rows(self) -> Sequence[CostItem]:
        return self.study.costs

    @property
    def invitation(self) -> str:
        return _("Add a cost…")

    def choices(self, field: str, fields: Fields) -> Sequence[tuple[str, str]] | None:
        return [(host.name, host.name) for host in self.study.hosts] if field == "host" else None

    def trouble(self, row: Any, field: str) -> str:
        if field != "currency" or folded(row.currency) not in self._unconverted():
            return ""
        return _("No rate is stated for {currency}.").format(currency=row.currency)

    def _unconverted(self) -> Mapping[str, str]:
        """Found once for each study."""
        if self._found is None or self._found[0] is not self.study:
            self._found = self.study, unconverted(self.study)
        return self._found[1]

    def read(self, field: str, text: str) -> Any:
        if field == "host":
            return self._host(text.strip())
        if field != "amount":
            return super().read(field, text)
        amount = read_figure(text, self.study.currency)
        if amount is None:
            raise NotTaken(_("A cost needs an amount; remove the row where there is none."))
        return amount

    def told(self, field: str, value: Any) -> str:
        if field == "host":
            return next((host.name for host in self.study.hosts if host.id == value), "")
        return super().told(field, value)

    def take(self, changes: Changes, new: Sequence[Fields] = ()) -> int:
        items = [CostItem(**{"item": "", **fields}) for fields in new]
        study = edits.change_costs(self.study, changes, items)
        count = len(changes) + len(items)
        label = ngettext("{count} cost", "{count} costs", count).format(count=count)
        return self._apply(self.rows, label, study, study.costs)

    def remove(self, places: Sequence[int]) -> None:
        label = ngettext("Remove {count} cost", "Remove {count} costs", len(places)).format(count=len(places))
        study = edits.remove_costs(self.study, places)
        self._apply(self.rows, label, study, study.costs)

    def _host(self, text: str) -> str:
        found = next((host for host in self.study.hosts if _is_called(host, text)), None) or self._country(text)
        if found is None:
            raise NotTaken(_("There is no host «{name}»; add it on the Hosts page, or correct it.").format(name=text))
        return found.id

    def _country(self, text: str) -> Host | None:
        """The host that a country is, whatever its language; the list of countries is loaded only for that."""
        code = load("decidr.formats.countries").country_code(text)
        return next((host for host in self.study.hosts if code and host.code == code), None)


class RateEntry(MoneyEntry):
    """Writes the rates: how many units of a currency one unit of the study's buys."""

    @property
    def columns(self) -> Sequence[TypedColumn]:
        own = self.study.currency.strip()
        heading = _("Per {currency}").format(currency=own) if own else _("Per unit of the study's")
        return (
            TypedColumn("currency", _("Currency"), is_needed=True, also="Currency"),
            TypedColumn("per_unit", heading, is_number=True, is_needed=True, also="Per unit of the study's currency"),
            TypedColumn("year", _("Year"), is_number=True, also="Year"),
            TypedColumn("source", _("Source"), also="Source"),
        )

    @property
    def rows(self) -> Sequence[Rate]:
        return self.study.rates

    @property
    def suggested(self) -> Fields:
        lacking = next(iter(lacking_rates(self.study)), "")
        return {"currency": lacking} if lacking else {}

    @property
    def invitation(self) -> str:
        return _("Add a rate…")

    def trouble(self, row: Any, field: str) -> str:
        alike = {rate.per_unit for rate in self.study.rates if folded(rate.currency) == folded(row.currency)}
        if field != "currency" or len(alike) < 2:
            return ""
        return _("Several rates are stated for {currency}, so none counts; keep one.").format(currency=row.currency)

    def read(self, field: str, text: str) -> Any:
        if field == "per_unit":
            rate = read_figure(text)
            if rate is None or not rate > 0:
                raise NotTaken(
                    _("A rate is a number above 0: how many units of this currency one of the study's buys.")
                )
            return rate
        value = super().read(field, text)
        if field == "currency" and not value:
            raise NotTaken(_("A rate needs its currency."))
        return value

    def take(self, changes: Changes, new: Sequence[Fields] = ()) -> int:
        rates = [Rate(**fields) for fields in new]
        study = edits.change_rates(self.study, changes, rates)
        count = len(changes) + len(rates)
        label = ngettext("{count} rate", "{count} rates", count).format(count=count)
        return self._apply(self.rows, label, study, study.rates)

    def remove(self, places: Sequence[int]) -> None:
        label = ngettext("Remove {count} rate", "Remove {count} rates", len(places)).format(count=len(places))
        study = edits.remove_rates(self.study, places)
        self._apply(self.rows, label, study, study.rates)


def lacking_rates(study: Study) -> Sequence[str]:
    """Currencies of costs for which nothing is stated, each once."""
    stated = {folded(rate.currency) for rate in study.rates}
    return [currency for key, currency in unconverted(study).items() if key not in stated]


def unconverted(study: Study) -> Mapping[str, str]:
    """Currencies of costs that cannot be converted: as they are compared, and as they are written first."""
    found: dict[str, str] = {}
    for items in Money(study, [host.id for host in study.hosts]).items.values():
        for item, amount in items:
            if amount is None:
                found.setdefault(folded(item.currency), item.currency)
    return found


def _is_called(host: Host, text: str) -> bool:
    return folded(text) in (folded(host.name), folded(host.code)) and bool(text)


def _year(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR):
        raise NotTaken(_("«{text}» is not a year; write one such as 2025.").format(text=text))
    return int(text)


def _currency(text: str) -> str:
    """Codes of three letters are written large."""
    return text.upper() if len(text) == 3 and text.isascii() and text.isalpha() else text
