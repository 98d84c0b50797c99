"""The way through a study: the pages in the order of the work, and how far each is."""

from __future__ import annotations

from math import comb
from typing import Literal, NamedTuple

from decidr.core.analysis.results import Results
from decidr.core.study.cases import cases_of
from decidr.core.study.problems import Place, Problem
from decidr.core.study.tree import all_leaves
from decidr.gui.models.weights.node_judgments import nodes_to_judge, way_at
from decidr.language import _, ngettext

Tone = Literal["quiet", "agrees", "look_here", "error"]

DONE, TO_DO, FINDING = "✓", "●", "▲"


BESIDE = {"history": "study"}
"""Pages that are no steps, and the step beside which they lie."""


class Step(NamedTuple):
    """A page of the window: its id (and icon), its name, and the group of the rail in which it stands."""

    id: str
    name: str
    group: int


class State(NamedTuple):
    """What stands beside a step: a short text, its colour by meaning, and the same in words."""

    text: str = ""
    tone: Tone = "quiet"
    told: str = ""


def steps() -> tuple[Step, ...]:
    """The steps there are, in the order of the work."""
    return (
        Step("study", _("Study"), 0),
        Step("criteria", _("Criteria"), 0),
        Step("hosts", _("Hosts"), 0),
        Step("data", _("Data"), 0),
        Step("people", _("People & views"), 0),
        Step("weights", _("Weights"), 0),
        Step("results", _("Results"), 1),
        Step("sensitivity", _("Sensitivity"), 1),
        Step("robustness", _("Robustness"), 1),
        Step("scenarios", _("Scenarios"), 1),
        Step("findings", _("Findings"), 2),
        Step("report", _("Report"), 2),
    )


def step_of(page: str) -> str:
    """The step that a page is, or beside which it lies."""
    return BESIDE.get(page, page)


def states(results: Results) -> dict[str, State]:
    """How far each step is; steps that are only looked at have no state."""
    return {
        "study": _study(results),
        "criteria": _criteria(results),
        "hosts": _hosts(results),
        "data": _data(results),
        "people": _counted(len(results.study.views), _("views")),
        "weights": _weights(results),
        "scenarios": _scenarios(results),
        "findings": _findings(results),
    }


def judgments(results: Results) -> tuple[int, int]:
    """How many pairs are judged, of how many, at the nodes whose judgments count."""
    counting = [matrix for matrix in results.matrices if matrix.participant is None]
    judged = sum(matrix.judged for matrix in counting)
    begun = {matrix.node for matrix in counting}
    untouched = [node for node in nodes_to_judge(results) if node not in begun and way_at(results, node) == "judgments"]
    missing = sum(matrix.missing for matrix in counting) + sum(_pairs(results, node) for node in untouched)
    return judged, judged + missing


def _pairs(results: Results, node: str) -> int:
    return comb(len(results.nodes[node].node.items), 2)


def _study(results: Results) -> State:
    study = results.study
    return _done() if study.title and study.question else _to_do()


def _criteria(results: Results) -> State:
    if grave := _grave(results, "Criteria", "Levels"):
        return _finding(len(grave))
    return _done() if all_leaves(results.study.criteria) else _to_do()


def _hosts(results: Results) -> State:
    if errors := [p for p in _grave(results, "Hosts") if p.severity == "error"]:
        return _finding(len(errors)) if results.study.hosts else _to_do()
    return _counted(len(results.study.hosts), _("hosts"))


def _data(results: Results) -> State:
    if grave := [p for p in _grave(results, "Data") if p.code != "data.missing"]:
        return _finding(len(grave))
    gaps = int(results.missing.sum())
    if gaps:
        text = ngettext("{count} gap", "{count} gaps", gaps).format(count=gaps)
        return State(text, "look_here", text)
    return _done() if results.leaves and results.hosts else _to_do()


def _weights(results: Results) -> State:
    if grave := _grave(results, "Judgments", "Weights"):
        return _finding(len(grave))
    judged, pairs = judgments(results)
    if not pairs:
        return _done() if results.leaves else _to_do()
    told = _("{judged} of {pairs} pairs judged").format(judged=judged, pairs=pairs)
    return State(f"{judged}/{pairs}", "agrees" if judged == pairs else "quiet", told)


def _scenarios(results: Results) -> State:
    if grave := _grave(results, "Scenarios", "Scenario sets"):
        return _finding(len(grave))
    count = len(cases_of(results.study))
    return _counted(count, _("scenarios")) if count else State(told=_("no scenarios yet"))


def _findings(results: Results) -> State:
    grave = [p for p in results.problems if p.severity != "notice"]
    if grave:
        return _finding(len(grave))
    return _counted(len(results.problems), _("notices")) if results.problems else _done()


def _grave(results: Results, *sheets: str) -> list[Problem]:
    """Errors and warnings about what stands on these sheets."""
    return [
        problem
        for problem in results.problems
        if problem.severity != "notice" and isinstance(problem.place, Place) and problem.place.sheet in sheets
    ]


def _done() -> State:
    return State(DONE, "agrees", _("done"))


def _to_do() -> State:
    return State(TO_DO, "quiet", _("to do"))


def _finding(count: int) -> State:
    told = ngettext("{count} finding", "{count} findings", count).format(count=count)
    return State(f"{FINDING} {count}", "look_here", told)


def _counted(count: int, what: str) -> State:
    return State(str(count), "quiet", f"{count} {what}")
