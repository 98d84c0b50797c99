"""Whom a row or a column of a table is about: the study's hosts, by their names, codes and common spellings."""

import re
from collections.abc import Mapping, Sequence

from decidr.core.study.hosts import Host
from decidr.core.study.imports import HostLabel
from decidr.core.study.names import folded
from decidr.formats.countries import country_by_number, country_code
from decidr.formats.spreadsheet import Value

MARKS = r"(?:\s*(?:[*†‡§]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[[^\]]{1,12}\]|\([a-z\d]\)|(?<=\D\D\D)\d))+$"
"""Footnote marks behind a name: Turkey*, Turkey [1], Turkey (a), Turkey1."""


HEADS = ("geo",)
"""What columns of places are headed with and is a country's code in capitals."""

LONGEST = 60
"""No name of a place is longer; a note may be."""


class Places:
    """Finds hosts by label, each label once; ``labels`` are those that the mapping names."""

    def __init__(self, hosts: Sequence[Host], labels: Sequence[HostLabel] = ()) -> None:
        self._ids = {folded(host.code): host.id for host in hosts if host.code}
        self._ids |= {folded(host.name): host.id for host in hosts}
        self._ids |= {folded(label.label): label.host for label in labels}
        self._by_country: Mapping[str, str] = {
            code: host.id for host in reversed(hosts) if (code := _country_of(host)) is not None
        }
        self._known: dict[Value, tuple[str | None, bool]] = {}

    def host(self, label: Value) -> str | None:
        """The id of the host that a label stands for."""
        return self.look(label)[0]

    def is_place(self, label: Value) -> bool:
        """Whether a label stands for a host or for any country."""
        return self.look(label)[1]

    def numbered(self, code: Value) -> str | None:
        """The host with this numeric code of ISO 3166-1."""
        is_one = code.strip().isdecimal() if isinstance(code, str) else isinstance(code, int | float)
        country = country_by_number(code) if is_one and isinstance(code, str | int | float) else None
        return self._by_country.get(country) if country else None

    def look(self, label: Value) -> tuple[str | None, bool]:
        """The host that a label stands for, and whether it stands for any place."""
        found = self._known.get(label)
        if found is None:
            found = self._known[label] = self._found(label) if isinstance(label, str) else (None, False)
        return found

    def _found(self, label: str) -> tuple[str | None, bool]:
        plain = folded(label)
        if not plain or len(plain) > LONGEST or label in HEADS:
            return None, False
        found = self._named(plain)
        is_bare = plain[-1].isalpha() or (plain[-1].isdecimal() and not plain[-2:-1].isalpha())
        bare = plain if found[1] or is_bare else re.sub(MARKS, "", plain)
        return found if bare == plain else self._named(bare)

    def _named(self, name: str) -> tuple[str | None, bool]:
        if name in self._ids:
            return self._ids[name], True
        country = country_code(name)
        return self._by_country.get(country or ""), country is not None


def _country_of(host: Host) -> str | None:
    return country_code(host.code) or country_code(host.name)
