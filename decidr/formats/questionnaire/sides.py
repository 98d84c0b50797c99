"""What stands below a name: from where to where one goes when its step is taken."""

from collections.abc import Mapping

from decidr.core.analysis.sources import way_of_scoring
from decidr.core.study.criteria import Criterion, Level
from decidr.core.study.hosts import Host
from decidr.core.value.curves import ends
from decidr.formats.questionnaire.asked import Asking
from decidr.formats.questionnaire.carried import Item
from decidr.formats.questionnaire.wording import Wording


class Sides:
    """The names and the swings of all that can be compared in one study and view."""

    def __init__(self, asking: Asking, wording: Wording) -> None:
        self._asking, self._wording = asking, wording
        study = asking.study
        self._view = next(view for view in study.views if view.id == asking.view)
        self._hosts: Mapping[str, Host] = {host.id: host for host in study.hosts}

    def name(self, item: str) -> str:
        """What the goal, a criterion or a host is called."""
        return self._hosts[item].name if item in self._hosts else self._asking.study.name_of(item)

    def swing(self, item: str) -> str:
        """From worst to best on a criterion, or what lies below it; nothing for a host."""
        criterion = self._asking.criteria.get(item)
        if criterion is None:
            return ""
        below = self._asking.tree.children.get(item, ())
        return self._wording.swing_of_all([self.name(child) for child in below]) if below else self._of_leaf(criterion)

    def carried(self, item: str) -> Item:
        """The same for the reader: id, name, and the ends that were printed."""
        criterion = self._asking.criteria.get(item)
        is_leaf = criterion is not None and item not in self._asking.tree.children
        found = ends(criterion) if criterion and is_leaf else None
        worst, best = found or (None, None)
        return Item(item, self.name(item), worst, best)

    def _of_leaf(self, leaf: Criterion) -> str:
        """A leaf that the view turns goes the other way."""
        is_turned = leaf.id in self._view.turned
        found, levels = ends(leaf), self._levels(leaf)
        if levels:
            worst, best = levels[-1].name, levels[0].name
            return self._wording.between(*((best, worst) if is_turned else (worst, best)))
        if found is None:
            return self._wording.swing_without_ends()
        return self._wording.swing(*(found[::-1] if is_turned else found), leaf.unit)

    def _levels(self, leaf: Criterion) -> list[Level]:
        """The levels of a leaf that is rated, best first."""
        study = self._asking.study
        is_rated = way_of_scoring(study, leaf) == "rating"
        found = [level for level in study.levels if is_rated and level.criterion == leaf.id]
        return sorted(found, key=lambda level: -level.score)
