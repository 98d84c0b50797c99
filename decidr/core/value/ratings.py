"""Rating scales: named levels become scores."""

from collections.abc import Iterable

from decidr.core.study.criteria import Level
from decidr.core.study.names import folded


class RatingScale:
    """The levels of one leaf, best to worst, found by name without regard to case, accents and outer blanks."""

    def __init__(self, levels: Iterable[Level]) -> None:
        self.levels = tuple(levels)
        self._scores = {folded(level.name): level.score for level in self.levels}

    def score(self, name: str) -> float:
        """The score of a level in [0, 1]; KeyError for a name that is no level."""
        return self._scores[folded(name)]

    def has(self, name: str) -> bool:
        """Whether a level has this name."""
        return folded(name) in self._scores
