"""What would change the answer."""

from decidr.commands.asked import Words, criterion_asked, refuse_option, results_asked
from decidr.commands.told import print_json, tell
from decidr.core.analysis.sensitivity.one_way import every_one_way
from decidr.formats.answers import sensitivity_answer
from decidr.formats.opening import open_study
from decidr.formats.terminal import sensitivity_text
from decidr.usage import DONE


def sensitivity(words: Words) -> int:
    """Crossovers and stability intervals."""
    refuse_option(words, "level")
    opened = open_study(words.study)
    results, _others = results_asked(opened.study, words.view)
    criteria = [criterion_asked(results, words.criterion)] if words.criterion else None
    sweeps = every_one_way(results, criteria)
    if words.json:
        print_json(sensitivity_answer(results, sweeps))
    else:
        print(sensitivity_text(results, sweeps))
        tell(opened.problems, opened.addresses)
    return DONE
