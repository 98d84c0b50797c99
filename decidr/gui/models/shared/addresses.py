"""Addresses of places in the window, as ``page``, ``weights:<node>``, ``data:<leaf>:<host>``, ``scenarios:<case>``."""

from __future__ import annotations

from decidr.core.study.cases import cases_of
from decidr.core.study.criteria import GOAL
from decidr.core.study.problems import Place, Problem
from decidr.core.study.study import Study

PAGES = {
    "Study": "study",
    "Criteria": "criteria",
    "Levels": "criteria",
    "Hosts": "hosts",
    "Data": "data",
    "Costs": "results:cost",
    "Rates": "results:cost",
    "Participants": "people",
    "Views": "people",
    "Judgments": "weights",
    "Weights": "weights",
    "Scenarios": "scenarios",
    "Scenario sets": "scenarios",
}
"""Which page shows what a sheet of the study workbook holds."""


def address_of(study: Study, problem: Problem) -> str:
    """Where in the window a problem is seen; the page alone where its names are not those of the study."""
    place = problem.place if isinstance(problem.place, Place) else Place()
    page = PAGES.get(place.sheet, "study")
    criteria = {criterion.name: criterion.id for criterion in study.criteria} | {study.goal: GOAL}
    hosts = {host.name: host.id for host in study.hosts}
    lookups = {
        "criteria": (criteria,),
        "hosts": (hosts,),
        "data": (criteria, hosts),
        "weights": (criteria,),
        "scenarios": ({case.name: case.name for case in cases_of(study)},),
    }.get(page, ())
    found = [names[name] for names, name in zip(lookups, place.names, strict=False) if name in names]
    return ":".join([page, *found])


def page_of(address: str) -> str:
    """The page that an address lies on."""
    return address.split(":", 1)[0]
