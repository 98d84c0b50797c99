"""What the scenario that the window supposes makes of the data, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from decidr.core.analysis.results import Results
from decidr.gui.models.shared.typed_figure import exact_figure
from decidr.language import _
from decidr.number_text import figure


class SupposedCell(NamedTuple):
    """A cell as it is then: its ``value`` in the leaf's unit and its ``score`` before the turn, None where not moved.

    ``is_opened``: a closed cell counts. Where several people gave values they all move, and no one value is told.
    """

    scenario: str
    value: float | None = None
    score: float | None = None
    is_opened: bool = False


def supposed_cells(results: Results) -> Mapping[tuple[str, str], SupposedCell]:
    """The cells that the case of these results moves, by leaf and host (ids); none at the baseline."""
    moves, case = results.sources.moves, results.case
    if moves is None or case is None:
        return {}
    hosts, scored = results.hosts, results.leaf_scores.leaves
    found = {}
    for leaf, host in {*moves.cells, *moves.scores, *moves.opened}:
        score = float(scored[leaf].middle[hosts.index(host)]) if (leaf, host) in moves.scores else None
        value = _value(results, leaf, host) if (leaf, host) in moves.cells else None
        found[leaf, host] = SupposedCell(case.name, value, score, (leaf, host) in moves.opened)
    return found


def _value(results: Results, leaf: str, host: str) -> float | None:
    """The study's own value as it is then; None where other people's count."""
    cells = results.sources.cells.get((leaf, host), ())
    values = [cell.value for cell in cells if cell.participant is None and isinstance(cell.value, float | int)]
    return float(values[0]) if values and all(cell.participant is None for cell in cells) else None


def supposed_words(cell: SupposedCell) -> tuple[str, ...]:
    """What becomes of a cell in a word; the shorter forms follow, for where there is less room."""
    if cell.score is not None:
        return _("→ score {score}").format(score=f"{cell.score:.2f}"), f"→ {cell.score:.2f}"
    if cell.value is not None:
        return (f"→ {figure(cell.value)}",)
    return (_("→ open") if cell.is_opened else _("→ moved"),)


def supposed_sentence(cell: SupposedCell) -> str:
    """The same in a sentence, at full precision."""
    said = []
    if cell.value is not None:
        said.append(_("it is {value}").format(value=exact_figure(cell.value)))
    if cell.score is not None:
        said.append(_("it scores {score}").format(score=exact_figure(round(cell.score, 10))))
    if cell.is_opened:
        said.append(_("it counts, though it is closed"))
    told = ", ".join(said) or _("every answer is moved")
    return _("Under «{scenario}» {told}; the study keeps its own value.").format(scenario=cell.scenario, told=told)
