"""What the command line prints for people: aligned tables and sentences."""

from collections.abc import Iterable, Sequence

import numpy as np

from decidr.core.ahp.consensus import consensus, consensus_word
from decidr.core.ahp.second_opinion import BY, SecondOpinion
from decidr.core.analysis.matrices import MatrixResult
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.agreement_words import agreement_said, ratios_said
from decidr.core.analysis.sensitivity.critical_cells import CriticalCell
from decidr.core.analysis.sensitivity.critical_judgments import CriticalJudgment
from decidr.core.analysis.sensitivity.critical_words import cell_said, judgment_said, no_cell_said
from decidr.core.analysis.sensitivity.flip_words import flip_said
from decidr.core.analysis.sensitivity.method_agreement import MethodAgreement
from decidr.core.analysis.sensitivity.one_way import OneWay
from decidr.core.analysis.sensitivity.smallest_flip import Flip
from decidr.core.analysis.sensitivity.weight_words import changes_said
from decidr.core.analysis.verdict.paragraph import Verdict
from decidr.core.study.criteria import GOAL
from decidr.language import _, ngettext
from decidr.number_text import per_cent, points

MOST_CELLS = 10
"""So many critical cells and judgments are told to people; the rest are counted."""


def solve_text(results: Results, opinions: Sequence[SecondOpinion], verdict: Verdict) -> str:
    """Verdict, ranking, weights, and how consistent the judgments are."""
    parts = [heading(results), verdict.text, _ranking(results), weights_text(results, opinions)]
    return "\n\n".join(part for part in parts if part)


def heading(results: Results) -> str:
    """The study's title, and below it what is supposed to happen, if anything."""
    return "\n".join(part for part in (results.study.title, _case_said(results)) if part)


def _case_said(results: Results) -> str:
    """What is supposed to happen, a set with its scenarios; empty at the baseline."""
    case = results.case
    if case is None:
        return ""
    if not case.is_set:
        return _("Scenario: {name}").format(name=case.name)
    names = "; ".join(scenario.name for scenario in case.scenarios)
    return _("Scenario set: {name} ({scenarios})").format(name=case.name, scenarios=names)


def weights_text(results: Results, opinions: Sequence[SecondOpinion]) -> str:
    """Local and global weights, the consistency of each matrix, and AHPy's opinion."""
    return "\n\n".join([_weights(results), _matrices(results), opinions_said(opinions)])


def sensitivity_text(results: Results, sweeps: Sequence[OneWay]) -> str:
    """The study, and for each criterion between which weights the leader stays first, and who leads beyond."""
    rows = [[_("Criterion"), _("now"), _("of the whole"), _("what would change the answer")]]
    for sweep in sweeps:
        now, whole = per_cent(sweep.weight_now), per_cent(sweep.global_now)
        rows.append([results.study.name_of(sweep.criterion), now, whole, changes_said(results, sweep)])
    return "\n\n".join(part for part in (heading(results), table(rows, "lrrl")) if part)


def change_text(
    results: Results,
    cells: Sequence[CriticalCell],
    judgments: Sequence[CriticalJudgment],
    flips: Sequence[Flip],
    agreement: MethodAgreement,
) -> str:
    """Which cell or judgment alone would change the answer, which weights together, and which other methods do."""
    alone = _first([cell_said(results, cell) for cell in cells])
    parts = {
        _("One cell alone"): alone or [no_cell_said(results)],
        _("One judgment alone"): _first([judgment_said(results, judgment) for judgment in judgments]),
        _("Weights together"): [flip_said(results, flip) for flip in flips] or [_no_flip_said(results)],
        _("Other methods"): [agreement_said(results, agreement), ratios_said(results, agreement)],
    }
    told = ("\n".join([head, *(f"  {line}" for line in said)]) for head, said in parts.items() if said)
    return "\n\n".join(told)


def _no_flip_said(results: Results) -> str:
    return _("There is no other host.") if results.leader is not None else _("No host leads, so none can be passed.")


def _first(lines: Sequence[str]) -> list[str]:
    """The first of many, and how many more there are."""
    rest = len(lines) - MOST_CELLS
    more = [ngettext("So does {count} more.", "So do {count} more.", rest).format(count=rest)] if rest > 0 else []
    return [*lines[:MOST_CELLS], *more]


def opinions_said(opinions: Sequence[SecondOpinion]) -> str:
    """On how many matrices AHPy agrees, and what of the others; with the largest difference."""
    if not opinions:
        return ""
    counts = {
        status: sum(o.status == status for o in opinions) for status in ("agrees", "parts", "incomplete", "no answer")
    }
    agrees = ngettext("{by} agrees on {agrees} of {n} matrix", "{by} agrees on {agrees} of {n} matrices", len(opinions))
    said = [agrees.format(by=BY, agrees=counts["agrees"], n=len(opinions))]
    said += [f"{counts[status]} {word}" for status, word in _other_opinions() if counts[status]]
    differences = [o.largest_difference for o in opinions if o.largest_difference is not None]
    largest = _("largest difference {difference:.0e}").format(difference=max(differences)) if differences else ""
    return ", ".join(said) + (f" ({largest})" if largest else "")


def table(rows: Sequence[Sequence[str]], alignment: str) -> str:
    """Rows of text in columns, each ``l`` or ``r``; the first row is the head."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = [_line(row, widths, alignment) for row in rows]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def _line(row: Sequence[str], widths: Sequence[int], alignment: str) -> str:
    cells = (c.rjust(w) if a == "r" else c.ljust(w) for c, w, a in zip(row, widths, alignment, strict=True))
    return "  ".join(cells).rstrip()


def _ranking(results: Results) -> str:
    rows = [[_("Rank"), _("Host"), _("points"), _("from"), _("to"), ""]]
    unranked = [h for h in range(len(results.hosts)) if not results.ranks[h]]
    for h in (*results.order, *unranked):
        figures = [points(float(values[h])) for values in (results.totals, results.low, results.high)]
        rank = str(results.ranks[h] or "–")
        rows.append([rank, results.names[results.hosts[h]], *figures, _remark(results, h)])
    return table(rows, "rlrrrl") if len(rows) > 1 else ""


def _remark(results: Results, h: int) -> str:
    if results.failed[h]:
        return _("fails {must}").format(must=results.failed[h])
    gaps = int(results.missing[:, h].sum())
    said = ngettext("{count} gap", "{count} gaps", gaps).format(count=gaps) if gaps else ""
    return said if results.eligible[h] or not results.ranks[h] else _("{said}, too many to lead").format(said=said)


def _weights(results: Results) -> str:
    rows = [[_("Criterion"), _("local"), _("global")]]
    for node in results.tree.nodes[1:]:
        name = "  " * (_depth(results, node) - 1) + results.study.name_of(node)
        rows.append([name, per_cent(results.local[node]), per_cent(results.global_[node])])
    return table(rows, "lrr")


def _depth(results: Results, node: str) -> int:
    return 0 if node == GOAL else 1 + _depth(results, results.tree.parent[node])


def _matrices(results: Results) -> str:
    people = {p.id: p.name for p in results.study.participants}
    has_people = bool(results.participants)
    rows = [[_("Judgments"), _("by"), _("judged"), "CR", *([_("consensus")] if has_people else [])]]
    for matrix in results.matrices:
        who = people.get(matrix.participant or "", _("group") if results.participants else "")
        cr = matrix.consistency.cr if matrix.consistency else None
        judged = f"{matrix.judged}/{matrix.judged + matrix.missing}"
        agreed = [_consensus_said(results, matrix)] if has_people else []
        name, ratio = results.study.name_of(matrix.node), _("not defined") if cr is None else f"{cr:.3f}"
        rows.append([name, who, judged, ratio, *agreed])
    return table(rows, "llrrl" if has_people else "llrr")


def _consensus_said(results: Results, matrix: MatrixResult) -> str:
    """How far the people agree whose answers a group's matrix pools: opposite ones cancel to «equal»."""
    own = results.nodes[matrix.node].own
    share = consensus(np.stack([*own.values()])) if own and matrix.participant is None else None
    return "" if share is None else f"{per_cent(share, 0)}, {consensus_word(share)}"


def _other_opinions() -> Iterable[tuple[str, str]]:
    return (("parts", _("part")), ("incomplete", _("incomplete")), ("no answer", _("without an answer")))
