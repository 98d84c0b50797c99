"""Heads of columns that name a pair, in either order: ``Stability vs Incentives``, ``Goal: Stability | Jobs``."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from decidr.core.analysis.sources import way_of_scoring
from decidr.core.study.criteria import GOAL
from decidr.core.study.names import folded
from decidr.formats.questionnaire.recognition import Known
from decidr.formats.workbook_tables import Trouble

BETWEEN = re.compile(r"\s+(?:vs\.?|versus)\s+|\s*[/|]\s*")


class Pair(NamedTuple):
    """What a column asks: how many times the first is preferred to the second at a node (ids)."""

    node: str
    first: str
    second: str


class _Reading(NamedTuple):
    """One way to read a head: the node's name where it has one, and the two names."""

    node: str
    first: str
    second: str


class PairHeads:
    """Reads heads by the names of one study; names may hold the signs that separate them."""

    def __init__(self, known: Known, trouble: Trouble) -> None:
        self._known, self._trouble = known, trouble
        study = known.study
        leaves = (c for c in study.criteria if c.id not in known.children)
        self._leaves = [leaf.id for leaf in leaves if way_of_scoring(study, leaf) == "pairwise"]

    def read(self, head: str, address: str) -> Pair | None:
        """The pair that a head names; None where it names none, or where it cannot be told which, which is told."""
        readings = list(_readings(folded(head)))
        found = {pair for reading in readings for pair in self._pairs(reading)}
        if len(found) == 1:
            return found.pop()
        if found:
            self._trouble.error("survey.which_node", address, column=head)
        elif any(self._is_known(name) for reading in readings for name in (reading.first, reading.second)):
            self._trouble.error("survey.not_a_pair", address, column=head)
        else:
            self._trouble.warning("survey.unknown_column", address, column=head)
        return None

    def _pairs(self, reading: _Reading) -> Iterator[Pair]:
        """Criteria under one parent, or hosts on a leaf where hosts are compared."""
        node = self._node(reading.node)
        ids = [self._known.criteria.only(name) for name in (reading.first, reading.second)]
        hosts = [self._known.hosts.only(name) for name in (reading.first, reading.second)]
        if ids[0] and ids[1] and ids[0] != ids[1]:
            parents = {self._known.by_id[id_].under for id_ in ids if id_}
            if len(parents) == 1 and (not reading.node or node in parents):
                yield Pair(parents.pop(), ids[0], ids[1])
        if hosts[0] and hosts[1] and hosts[0] != hosts[1]:
            for leaf in self._leaves:
                if not reading.node or node == leaf:
                    yield Pair(leaf, hosts[0], hosts[1])

    def _node(self, name: str) -> str | None:
        if name and name == folded(self._known.study.goal):
            return GOAL
        return self._known.criteria.only(name)

    def _is_known(self, name: str) -> bool:
        return bool(self._known.criteria.only(name) or self._known.hosts.only(name))


def _readings(head: str) -> Iterator[_Reading]:
    """Every way to part a head at a separator, and its first half at a colon."""
    for between in BETWEEN.finditer(head):
        left, second = head[: between.start()].strip(), head[between.end() :].strip()
        yield _Reading("", left, second)
        for colon in re.finditer(":", left):
            yield _Reading(left[: colon.start()].strip(), left[colon.end() :].strip(), second)
