"""How the answer fares when weights and data are drawn at random."""

from msgspec.structs import replace

from decidr.commands.asked import Words, results_asked, threads
from decidr.commands.told import print_json, tell, tell_skipped_moves
from decidr.core.analysis.robustness.plan import Plan, plan_of
from decidr.core.analysis.robustness.simulation import simulate
from decidr.core.study.study import Study
from decidr.formats.opening import open_study
from decidr.formats.robustness import robustness_answer, robustness_text
from decidr.usage import DONE


def robustness(words: Words) -> int:
    """Rank acceptability, central weights, confidence factors and pairwise winning."""
    opened = open_study(words.study)
    results, _others = results_asked(opened.study, words.view, words.scenario)
    found = simulate(results, _plan(opened.study, words), threads())
    if words.json:
        print_json(robustness_answer(results, found))
    else:
        print(robustness_text(results, found))
        tell((*opened.problems, *results.problems), opened.addresses)
        tell_skipped_moves(results, opened.addresses)
    return DONE


def _plan(study: Study, words: Words) -> Plan:
    """The study's plan with what the command line says otherwise, this once."""
    plan = plan_of(study.settings, words.weights, words.data)
    names = ("samples", "seed", "sampling", "spread")
    return replace(plan, **{name: getattr(words, name) for name in names if getattr(words, name) is not None})
