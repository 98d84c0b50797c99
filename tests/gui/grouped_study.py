"""A study of sites in provinces of countries, and one country without parts; each total is its one value."""

from __future__ import annotations

from msgspec.structs import replace

from decidr.core.study.hosts import Host
from decidr.core.study.study import Study
from tests.building import data_study

TOTALS = {"Windsor": 0.8, "Oakville": 0.6, "Bécancour": 0.7, "Spain": 0.75, "Hermosillo": 0.2}
PROVINCES = {"Windsor": "Ontario", "Oakville": "Ontario", "Bécancour": "Quebec", "Hermosillo": "Sonora"}
COUNTRIES = {"Ontario": "Canada", "Quebec": "Canada", "Sonora": "Mexico"}
CODES = {"Canada": "CAN", "Mexico": "MEX", "Spain": "ESP", "Ontario": "CA-ON", "Quebec": "CA-QC", "Sonora": "MX-SON"}


def grouped_study(**totals: float | None) -> Study:
    """Every id is the name; a total can be given by its host's name, None for a gap."""
    made = data_study({"x": 1.0}, {"x": [{**TOTALS, **totals}[host] for host in TOTALS]}, list(TOTALS))
    sites = [replace(host, group=PROVINCES.get(host.id), code=CODES.get(host.id, "")) for host in made.hosts]
    provinces = [Host(id=name, name=name, code=CODES[name], group=country) for name, country in COUNTRIES.items()]
    countries = [Host(id=name, name=name, code=CODES[name]) for name in dict.fromkeys(COUNTRIES.values())]
    return replace(made, hosts=(*countries, *provinces, *sites))
