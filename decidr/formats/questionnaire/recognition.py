"""Whether a questionnaire belongs to a study as it is now: people, views and criteria found again by name.

Names lead, since they are unique and since a study that lives in a workbook gets its ids anew each time; an id only
tells what a thing is called now whose printed name is gone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from decidr.core.analysis.sources import way_of_scoring
from decidr.core.study.criteria import GOAL
from decidr.core.study.names import folded
from decidr.core.study.problems import Problem
from decidr.core.study.study import Study
from decidr.core.study.tree import children_of
from decidr.core.value.curves import ends
from decidr.formats.questionnaire.carried import Carried, Item, Row
from decidr.formats.questionnaire.present import is_same
from decidr.formats.workbook_tables import Trouble
from decidr.formats.workbook_weighting import weighted_by


class Known:
    """The names of one study, made once for many files."""

    def __init__(self, study: Study) -> None:
        self.study = study
        self.people = _Names((p.id, p.name) for p in study.participants)
        self.views = _Names((v.id, v.name) for v in study.views)
        self.criteria = _Names((c.id, c.name) for c in study.criteria)
        self.hosts = _Names((h.id, h.name) for h in study.hosts)
        self.by_id = {c.id: c for c in study.criteria}
        self.children: Mapping[str, tuple[str, ...]] = children_of(study.criteria)

    def name(self, item: str) -> str:
        """What the goal, a criterion or a host is called now."""
        return self.study.goal if item == GOAL else self.criteria.names.get(item) or self.hosts.names[item]

    def items_at(self, node: str) -> tuple[str, ...]:
        """What is compared at a node: its children, or at a leaf all hosts."""
        return self.children.get(node, () if node == GOAL else tuple(self.hosts.names))


class _Names:
    """Names by id, and ids by name without regard to case, accents and outer blanks."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        self.names = dict(named)
        self.ids: dict[str, list[str]] = {}
        for id_, name in self.names.items():
            self.ids.setdefault(folded(name), []).append(id_)

    def only(self, folded_name: str) -> str | None:
        """The id of the only thing that is called so."""
        found = self.ids.get(folded_name, ())
        return found[0] if len(found) == 1 else None

    def find(self, item: Item) -> str | None:
        """The id of what is called so; where two are, of the one that has the id as well."""
        found = self.ids.get(folded(item.name), [])
        if len(found) == 1:
            return found[0]
        return item.id if item.id in found else None


@dataclass(frozen=True)
class Found:
    """One row in the ids of the study."""

    node: str
    first: str
    second: str | None


class Recognition:
    """One questionnaire beside one study; what does not fit is told once, at the row where it is met first."""

    def __init__(self, carried: Carried, known: Known, trouble: Trouble) -> None:
        self._carried, self._known, self._trouble = carried, known, trouble
        self._printed = {
            folded(item.name) for row in carried.asked for item in (row.node, row.first, row.second) if item
        }

    def is_of_study(self, file: str) -> bool:
        """Whether it was written for the study of this title."""
        wanted = self._known.study.title
        is_ours = folded(self._carried.study) == folded(wanted)
        if not is_ours:
            self._trouble.error("questionnaire.other_study", file, title=self._carried.study, study=wanted)
        return is_ours

    def participant(self, file: str) -> str | None:
        """The id of whoever it was written for."""
        person, people = self._carried.participant, self._known.people
        found = people.find(person)
        if found is None and person.id in people.names:
            now = people.names[person.id]
            self._trouble.error("questionnaire.person_renamed", file, name=person.name, now=now)
        elif found is None:
            self._trouble.error("questionnaire.unknown_person", file, name=person.name)
        return found

    def view(self, file: str) -> str | None:
        """The id of the view in which it was asked."""
        found = self._known.views.find(self._carried.view)
        if found is None:
            self._trouble.error("questionnaire.unknown_view", file, view=self._carried.view.name)
        return found

    def row(self, row: Row, view: str, address: str) -> Found | None:
        """The row in the ids of the study; None where its criteria or hosts are no longer where they were."""
        node = GOAL if row.node.id == GOAL else self._find(row.node, self._known.criteria, address)
        if node is None or self._is_no_longer_compared(node, address):
            return None
        named = self._known.criteria if node in self._known.children else self._known.hosts
        items = [item for item in (row.first, row.second) if item]
        ids = [id_ for item in items if (id_ := self._find(item, named, address)) is not None]
        if len(ids) < len(items) or not self._are_below(node, ids, address):
            return None
        self._tell_other_ends(zip(items, ids, strict=True), address)
        if node in self._known.children and weighted_by(self._known.study.nodes, node, view) != row.way:
            self._tell("warning", "questionnaire.other_way", address, node=self._known.name(node))
        return Found(node, ids[0], ids[1] if len(ids) > 1 else None)

    def _is_no_longer_compared(self, node: str, address: str) -> bool:
        """Whether it is a leaf scored otherwise by now; judgments of its hosts would make it a compared one again."""
        leaf = self._known.by_id.get(node)
        is_compared = node in self._known.children or leaf is None
        if leaf and not is_compared and way_of_scoring(self._known.study, leaf) != "pairwise":
            self._tell("error", "questionnaire.not_compared", address, node=leaf.name)
            return True
        return False

    def _find(self, item: Item, named: _Names, address: str) -> str | None:
        found = named.find(item)
        now = named.names.get(item.id)
        if found is not None:
            return found
        if now is not None and folded(now) not in self._printed:
            self._tell("error", "questionnaire.renamed", address, name=item.name, now=now)
        elif self._known.criteria.find(item) is not None:
            self._tell("error", "questionnaire.moved", address, name=item.name)
        else:
            self._tell("error", "questionnaire.removed", address, name=item.name)
        return None

    def _are_below(self, node: str, ids: list[str], address: str) -> bool:
        away = [id_ for id_ in ids if id_ not in self._known.items_at(node)]
        for id_ in away:
            self._tell("error", "questionnaire.moved", address, name=self._known.name(id_))
        return not away

    def _tell_other_ends(self, printed: Iterable[tuple[Item, str]], address: str) -> None:
        """A swing that is another one now: the answer was to an older question."""
        for item, id_ in printed:
            criterion = self._known.by_id.get(id_)
            if item.worst is None or criterion is None:
                continue
            now = ends(criterion) or (None, None)
            if not (is_same(item.worst, now[0]) and is_same(item.best, now[1])):
                self._tell("warning", "questionnaire.other_ends", address, name=criterion.name)

    def _tell(self, severity: Literal["error", "warning"], code: str, address: str, **values: str) -> None:
        if not any(problem.code == code and problem.values == values for problem in self._trouble.problems):
            self._trouble.problems.append(Problem(severity, code, address, values))
