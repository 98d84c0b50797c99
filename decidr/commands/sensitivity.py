"""What would change the answer."""

from decidr.commands.asked import Words, criterion_asked, results_asked
from decidr.commands.told import print_json, tell, tell_skipped_moves
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.critical_cells import critical_cells
from decidr.core.analysis.sensitivity.critical_judgments import critical_judgments
from decidr.core.analysis.sensitivity.method_agreement import method_agreement
from decidr.core.analysis.sensitivity.one_way import every_one_way
from decidr.core.analysis.sensitivity.smallest_flip import LEAVES, smallest_flips
from decidr.core.study.criteria import GOAL
from decidr.core.study.names import folded
from decidr.formats.answers import sensitivity_answer
from decidr.formats.opening import open_study
from decidr.formats.terminal import change_text, sensitivity_text
from decidr.language import _
from decidr.usage import DONE, WrongUsage


def sensitivity(words: Words) -> int:
    """Crossovers, stability intervals, critical cells and the smallest flip of every host."""
    opened = open_study(words.study)
    results, _others = results_asked(opened.study, words.view, words.scenario)
    level = _level(results, words.level)
    criteria = [criterion_asked(results, words.criterion)] if words.criterion else None
    sweeps, cells, flips = every_one_way(results, criteria), critical_cells(results), smallest_flips(results, level)
    if words.json:
        print_json(sensitivity_answer(results, sweeps, cells, flips))
    else:
        print(sensitivity_text(results, sweeps))
        if not words.criterion:
            judgments, agreement = critical_judgments(results), method_agreement(results)
            print(f"\n{change_text(results, cells, judgments, flips, agreement)}")
        tell((*opened.problems, *results.problems), opened.addresses)
        tell_skipped_moves(results, opened.addresses)
    return DONE


def _level(results: Results, name: str | None) -> str:
    """Whose weights move: a node's children (its id; None: the goal's), or ``LEAVES``; WrongUsage for another name."""
    if name is None or folded(name) == LEAVES:
        return LEAVES if name else GOAL
    found = [node for node in results.tree.parents if folded(results.study.name_of(node)) == folded(name)]
    if not found:
        names = ", ".join(f"«{results.study.name_of(node)}»" for node in results.tree.parents)
        raise WrongUsage(_("--level {name}: write {names} or «leaves»").format(name=name, names=names))
    return found[0]
