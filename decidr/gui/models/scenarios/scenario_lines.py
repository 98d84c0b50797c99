"""Scenarios as tables: who leads in each case seen in each view, and what each host stands to lose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from decidr.core.analysis.results import Results
from decidr.core.analysis.scenarios.across import AcrossCases, MoveEffect, Stakes
from decidr.core.analysis.scenarios.words import case_name, step_text
from decidr.core.analysis.verdict.paragraph import lead
from decidr.core.study.cases import Case, Step
from decidr.gui.models.scenarios.move_entry import effects_told, troubles_of
from decidr.gui.models.shared.entry_table import Entry, Heading
from decidr.language import _
from decidr.number_text import figure, per_cent, points

ANEW = "◆"
"""Marks a leader who does not lead at the baseline."""


def leader_headings(everywhere: Mapping[str, AcrossCases]) -> list[Heading]:
    """The case, and a column for each view."""
    views = [across.baseline.sources.view.name for across in everywhere.values()]
    return [Heading(_("Case")), *(Heading(view) for view in views)]


def leader_rows(everywhere: Mapping[str, AcrossCases]) -> list[list[Entry]]:
    """Who leads in each case by how much, in each view; the baseline first."""
    first = next(iter(everywhere.values()), None)
    cases: Sequence[Case | None] = first.cases if first else ()
    return [
        [_case_entry(case), *(_leader(across, row) for across in everywhere.values())] for row, case in enumerate(cases)
    ]


def _case_entry(case: Case | None) -> Entry:
    name = case_name(case)
    return Entry(name if case else name[:1].upper() + name[1:], is_strong=case is None, place=case.name if case else "")


def _leader(across: AcrossCases, row: int) -> Entry:
    results: Results = across.results[row]
    name = results.leader_name
    if name is None:
        return Entry(_("nobody"), tone="third")
    ahead = lead(results)
    below = _("by {points}").format(points=points(ahead)) if ahead is not None else ""
    is_new = across.leaders[row] != across.leaders[0]
    return Entry(
        name, lead=ANEW if is_new else "", below=below, is_strong=is_new, exact=_told_anew(name, is_new), tone=""
    )


def _told_anew(name: str, is_new: bool) -> str:
    return _("{host}, who does not lead at the baseline").format(host=name) if is_new else name


def stake_headings(stakes: Stakes) -> list[Heading]:
    """The columns of what each host stands to lose; those that there is nothing for are left out."""
    wanted = [(_("Host"), True, False), (_("Worst rank"), True, True)]
    wanted += [(_("Lowest total"), stakes.lowest is not None, True)]
    wanted += [(_("Worst regret"), stakes.worst_regret is not None, True)]
    wanted += [(_("Met under"), stakes.regret is not None, False)]
    wanted += [(_("Expected"), stakes.expected is not None, True)]
    return [Heading(text, is_number) for text, is_there, is_number in wanted if is_there]


def stake_rows(across: AcrossCases) -> list[list[Entry]]:
    """What each host stands to lose, that first which regrets least, else the best at the baseline."""
    order = np.argsort(_by_regret(across), kind="stable").tolist()
    return [list(_stakes_of(across, h)) for h in order]


def _by_regret(across: AcrossCases) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    regret, ranks = across.stakes.worst_regret, across.ranks[0].astype(float)
    keys = np.where(ranks > 0, ranks, np.inf) if regret is None else np.where(np.isnan(regret), np.inf, regret)
    return np.asarray(keys, dtype=np.float64)


def _stakes_of(across: AcrossCases, h: int) -> Iterator[Entry]:
    stakes = across.stakes
    name, rank = across.baseline.names[across.hosts[h]], int(stakes.worst_rank[h])
    yield Entry(name, order=name, place=across.hosts[h])
    yield Entry(str(rank) if rank else "–", order=rank, is_number=True)
    if stakes.lowest is not None:
        yield _points(float(stakes.lowest[h]))
    if stakes.worst_regret is not None and stakes.regret is not None:
        yield _points(float(stakes.worst_regret[h]))
        yield Entry(_met_under(across, h), order=h, tone="second")
    if stakes.expected is not None:
        yield _points(float(stakes.expected[h]))


def _met_under(across: AcrossCases, h: int) -> str:
    """The case in which a host's worst regret is met; nothing where it has none."""
    regret = across.stakes.regret
    if regret is None or np.isnan(regret[:, h]).any() or not regret[:, h].max() > 0:
        return ""
    return case_name(across.cases[across.stakes.cases[int(regret[:, h].argmax())]])


def _points(share: float) -> Entry:
    return Entry(points(share), exact=figure(share * 100, 12), order=share, is_number=True)


def chance_headings() -> list[Heading]:
    """A case and its probability."""
    return [Heading(_("Case")), Heading(_("Probability"), True)]


def chance_rows(across: AcrossCases) -> list[list[Entry]]:
    """The probability of the baseline and of each set; none where they cannot be."""
    stakes = across.stakes
    if stakes.probabilities is None:
        return []
    both = zip(stakes.cases, stakes.probabilities.tolist(), strict=True)
    return [[_case_entry(across.cases[place]), _chance(chance)] for place, chance in both]


def _chance(chance: float) -> Entry:
    return Entry(per_cent(chance, 0), exact=figure(chance), is_number=True)


def step_headings() -> list[Heading]:
    """The moves of a set."""
    return [Heading(_("Move")), Heading(_("Of the scenario")), Heading(_("Does most to"))]


def step_rows(results: Results, effects: Sequence[MoveEffect]) -> list[list[Entry]]:
    """Every move of the case of these results, with what it does."""
    told = effects_told(effects, results)
    steps = results.case.steps() if results.case else ()
    return [_step_row(results, step, told.get((step.scenario, step.number), "")) for step in steps]


def _step_row(results: Results, step: Step, effect: str) -> list[Entry]:
    troubles = troubles_of(results.problems, step.scenario, step.number)
    views = {view.id: view.name for view in results.study.views}
    text = step_text(step, results.names)
    seen = _("in the view {view}").format(view=views.get(step.move.view, "")) if step.move.view else ""
    below = next(iter(troubles.values()), "") or " · ".join(part for part in (seen, step.move.note) if part)
    told = f"▲ {_('not made')}" if troubles else effect
    return [
        Entry(text, below=below, below_tone="look_here" if troubles else "third"),
        Entry(step.scenario, tone="second", place=step.scenario),
        Entry(told, tone="look_here" if troubles else ""),
    ]
