"""From cells to scores: one leaf at a time, with the band of what is missing (method: Scores)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from decidr.core.study.criteria import Criterion
from decidr.core.study.data import Cell
from decidr.core.study.problems import Place, Problem
from decidr.core.study.study import Synthesis
from decidr.core.value.curves import curve_problems, curve_scores, ends
from decidr.core.value.ratings import RatingScale

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]
Value = float | str


class LeafScores(Struct, frozen=True):
    """Scores (H,) of one leaf before turn and synthesis; a gap has its middle in ``middle`` and its band beside.

    All NaN where the leaf cannot be scored; ``problems`` says why.
    """

    middle: Floats
    low: Floats
    high: Floats
    missing: Booleans
    problems: tuple[Problem, ...] = ()


class LeafData(Struct, frozen=True, dict=True):
    """What scoring one leaf needs: the criterion, its hosts' names (H) and cells, and the participants' weights.

    A host's cells are the study's own and the participants'; the own value counts only where nobody else gave one.
    """

    criterion: Criterion
    hosts: Sequence[str]
    cells: Sequence[Sequence[Cell]]
    participants: Mapping[str, float]
    synthesis: Synthesis

    @cached_property
    def given(self) -> tuple[tuple[int, float, Value], ...]:
        """Host index, weight and value of every entry that counts."""
        return tuple((h, weight, cell.value) for h, weight, cell in self.entries if cell.value is not None)

    @cached_property
    def entries(self) -> tuple[tuple[int, float, Cell], ...]:
        """Host index, weight and cell of every entry that counts."""
        return tuple(entry for h, cells in enumerate(self.cells) for entry in self._entries_of(h, cells))

    @cached_property
    def own(self) -> tuple[Cell | None, ...]:
        """The study's own cell of each host."""
        return tuple(next((c for c in cells if c.participant is None), None) for cells in self.cells)

    @cached_property
    def closed(self) -> Booleans:
        """Hosts whose figure does not count here."""
        return np.array([bool(cell and cell.closed) for cell in self.own], dtype=bool)

    @property
    def place(self) -> Place:
        """Where the criterion stands."""
        return Place("Criteria", (self.criterion.name,))

    def cell_place(self, host: int) -> Place:
        """Where the cell of one host stands."""
        return Place("Data", (self.criterion.name, self.hosts[host]))

    def _entries_of(self, host: int, cells: Sequence[Cell]) -> Iterable[tuple[int, float, Cell]]:
        others = [c for c in cells if c.participant is not None and c.value is not None]
        for cell in others or cells:
            if cell.value is not None:
                yield host, self.participants.get(cell.participant or "", 1.0), cell


def data_scores(leaf: LeafData) -> LeafScores:
    """Scores of a ``data`` leaf by its value curve."""
    values = _figures(leaf)
    criterion, problems = _with_ends(leaf, values)
    if any(problem.code in ("ends.all_equal", "ends.no_values") for problem in problems):
        return _assembled(leaf, np.ones(len(values)), _whole_band(leaf), problems)
    wrong = curve_problems(criterion, np.array([*values, *_bounds_of_gaps(leaf)]))
    if wrong or ends(criterion) is None:
        return unscored(leaf, (*problems, *(replace(problem, place=leaf.place) for problem in wrong)))

    def curved(figures: Floats) -> Floats:
        return curve_scores(criterion.curve, criterion.worst or 0.0, criterion.best or 0.0, figures)

    return _assembled(leaf, curved(values), _curved_band(leaf, curved), (*problems, *_beyond_ends(leaf, values)))


def rating_scores(leaf: LeafData, scale: RatingScale) -> LeafScores:
    """Scores of a ``rating`` leaf by its levels."""
    unknown = [(host, str(value)) for host, _, value in leaf.given if not scale.has(str(value))]
    if unknown:
        levels = ", ".join(level.name for level in scale.levels)
        return unscored(leaf, [_unknown_level(leaf, host, name, levels) for host, name in unknown])
    scores = np.array([scale.score(str(value)) for _, _, value in leaf.given])
    return _assembled(leaf, scores, _whole_band(leaf), ())


def direct_scores(leaf: LeafData) -> LeafScores:
    """Scores of a ``direct`` leaf as given; a gap spans 0 to 1 under absolute, else 0 to the largest given."""
    values = _figures(leaf)
    wrong = list(_direct_problems(leaf, values))
    if wrong:
        return unscored(leaf, wrong)
    largest = 1.0 if leaf.synthesis == "absolute" else float(values.max(initial=0.0))
    return _assembled(leaf, values, _whole_band(leaf, largest), ())


def pairwise_scores(leaf: LeafData, priorities: Floats | None) -> LeafScores:
    """Scores of a ``pairwise`` leaf from its hosts' priorities (H,): divided by the largest under absolute."""
    if priorities is None:
        return unscored(leaf, ())
    absolute = leaf.synthesis == "absolute"
    scores = np.where(leaf.closed, 0.0, priorities / priorities.max(initial=0.0) if absolute else priorities)
    notices = (Problem("notice", "absolute.pairwise_leaf", leaf.place),) if absolute else ()
    return LeafScores(scores, scores, scores, np.zeros(len(scores), dtype=bool), notices)


def unscored(leaf: LeafData, problems: Iterable[Problem]) -> LeafScores:
    """A leaf that cannot be scored: NaN throughout."""
    nothing = np.full(len(leaf.hosts), np.nan)
    return LeafScores(nothing, nothing, nothing, np.zeros(len(nothing), dtype=bool), tuple(problems))


def _figures(leaf: LeafData) -> Floats:
    return np.array([value for _, _, value in leaf.given], dtype=np.float64)


def _with_ends(leaf: LeafData, values: Floats) -> tuple[Criterion, tuple[Problem, ...]]:
    """The criterion with ends that can be used, and what is to be said of them."""
    criterion = leaf.criterion
    if ends(criterion) is not None:
        notice = Problem(
            "notice",
            "ends.proposed",
            leaf.place,
            {"worst": _end(criterion.worst), "best": _end(criterion.best)},
        )
        return criterion, (notice,) if criterion.ends_proposed else ()
    if criterion.curve.form == "points":
        return criterion, ()
    if leaf.synthesis == "absolute":
        return criterion, (Problem("error", "ends.missing", leaf.place),)
    if not values.size:
        return criterion, (Problem("warning", "ends.no_values", leaf.place),)
    return _ends_from_data(leaf, values)


def _ends_from_data(leaf: LeafData, values: Floats) -> tuple[Criterion, tuple[Problem, ...]]:
    low, high = float(values.min()), float(values.max())
    worst, best = (high, low) if leaf.criterion.better == "lower" else (low, high)
    warning = Problem("warning", "ends.from_data", leaf.place)
    equal = (Problem("notice", "ends.all_equal", leaf.place),) if low == high else ()
    return replace(leaf.criterion, worst=worst, best=best), (warning, *equal)


def _curved_band(leaf: LeafData, curved: Callable[[Floats], Floats]) -> tuple[Floats, Floats]:
    """The score range of each host's gap: from its bounds where given, else 0 to 1."""
    low, high = _whole_band(leaf)
    for host, pair in _bounds(leaf):
        low[host], high[host] = np.sort(curved(np.array(pair)))
    return low, high


def _bounds(leaf: LeafData) -> Iterable[tuple[int, tuple[float, float]]]:
    """Host index, low and high of the study's own cells that have both."""
    for host, cell in enumerate(leaf.own):
        if cell and cell.low is not None and cell.high is not None:
            yield host, (cell.low, cell.high)


def _bounds_of_gaps(leaf: LeafData) -> Iterable[float]:
    given = {host for host, _, _ in leaf.given}
    return (bound for host, pair in _bounds(leaf) if host not in given for bound in pair)


def _whole_band(leaf: LeafData, largest: float = 1.0) -> tuple[Floats, Floats]:
    return np.zeros(len(leaf.hosts)), np.full(len(leaf.hosts), largest)


def _assembled(leaf: LeafData, scores: Floats, band: tuple[Floats, Floats], problems: Iterable[Problem]) -> LeafScores:
    """Scores of the entries (len(leaf.given),) become those of the hosts: weighted means, gaps and closed cells."""
    count = len(leaf.hosts)
    host = np.array([h for h, _, _ in leaf.given], dtype=np.intp)
    weight = np.array([w for _, w, _ in leaf.given], dtype=np.float64)
    total = np.bincount(host, weight, count)
    missing = (total == 0) & ~leaf.closed
    mean = np.bincount(host, weight * scores, count) / np.where(total == 0, 1.0, total)
    middle, low, high = (np.where(leaf.closed, 0.0, np.where(missing, gap, mean)) for gap in (sum(band) / 2, *band))
    gaps = tuple(Problem("notice", "data.missing", leaf.cell_place(int(h))) for h in np.flatnonzero(missing))
    return LeafScores(middle, low, high, missing, (*problems, *gaps))


def _beyond_ends(leaf: LeafData, values: Floats) -> Iterable[Problem]:
    found = ends(leaf.criterion)
    if found is None:
        return
    x = [p[0] for p in leaf.criterion.curve.points] or found
    for (host, _, _), value in zip(leaf.given, values.tolist(), strict=True):
        if not min(x) <= value <= max(x) and not leaf.closed[host]:
            values_said = {"value": _end(value), "worst": _end(found[0]), "best": _end(found[1])}
            yield Problem("notice", "data.beyond_ends", leaf.cell_place(host), values_said)


def _direct_problems(leaf: LeafData, values: Floats) -> Iterable[Problem]:
    for (host, _, _), value in zip(leaf.given, values.tolist(), strict=True):
        if value < 0:
            yield Problem("error", "direct.negative", leaf.cell_place(host), {"value": value})
        elif value > 1 and leaf.synthesis == "absolute":
            yield Problem("error", "direct.above_one", leaf.cell_place(host), {"value": value})


def _unknown_level(leaf: LeafData, host: int, name: str, levels: str) -> Problem:
    return Problem("error", "rating.unknown_level", leaf.cell_place(host), {"value": name, "levels": levels})


def _end(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
