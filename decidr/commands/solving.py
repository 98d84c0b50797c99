"""Weights, scores, ranking and verdict of a study, or the weights of one matrix."""

from decidr.commands.asked import Words, results_asked, threads, with_method
from decidr.commands.told import print_json, tell, tell_skipped_moves
from decidr.core.analysis.second_opinions import second_opinions
from decidr.core.analysis.verdict.grounds_found import completed
from decidr.core.analysis.verdict.paragraph import verdict
from decidr.core.study.problems import Place
from decidr.formats.answers import solve_answer
from decidr.formats.opening import open_study
from decidr.formats.terminal import solve_text, weights_text
from decidr.formats.workbook_in import read_matrix
from decidr.usage import DONE


def solve(words: Words) -> int:
    """Weights, consistency, scores, ranking and verdict."""
    opened = open_study(words.study)
    study = with_method(opened.study, words, "priorities", "synthesis", "random_index", "completion")
    results, others = results_asked(study, words.view, words.scenario)
    grounds = completed(results, threads=threads())
    said = verdict(results, others, grounds)
    opinions = second_opinions(results)
    problems = (*opened.problems, *results.problems, *grounds.obstacles)
    if words.json:
        print_json(solve_answer(results, opinions, said, problems, opened.addresses))
    else:
        print(solve_text(results, opinions, said))
        tell(problems, opened.addresses)
        tell_skipped_moves(results, opened.addresses)
    return DONE


def weights(words: Words) -> int:
    """The weights of one matrix."""
    opened = read_matrix(words.file)
    results, others = results_asked(with_method(opened.study, words, "priorities", "random_index"), None)
    opinions = second_opinions(results)
    here = (p for p in results.problems if isinstance(p.place, Place) and p.place.sheet == "Judgments")
    problems = (*opened.problems, *here)
    if words.json:
        said = verdict(results, others)
        print_json(solve_answer(results, opinions, said, problems, opened.addresses))
    else:
        print(weights_text(results, opinions))
        tell(problems, opened.addresses)
    return DONE
