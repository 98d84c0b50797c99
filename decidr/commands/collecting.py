"""Answered questionnaires, taken into a study."""

from datetime import date

from decidr.commands.asked import Words, need_suffix
from decidr.commands.told import tell, writing
from decidr.core.study.problems import Refused
from decidr.formats.opening import open_study
from decidr.formats.questionnaire.answers import Answers
from decidr.formats.questionnaire.collecting import collect as collect_answers
from decidr.formats.study_file import save_study
from decidr.language import _
from decidr.usage import DONE


def collect(words: Words) -> int:
    """Take answers in; a line a person: name, answered of asked, and whether they replace earlier ones."""
    need_suffix(words, ".decidr")
    collected = collect_answers(open_study(words.study).study, words.files, date.today().isoformat())
    if collected.those("refused"):
        raise Refused(p for p in collected.problems if p.severity == "error")
    with writing(words.output):
        save_study(collected.study, words.output)
    for one in collected.those("taken"):
        print(f"{one.person}\t{_answered(one)}\t{_replaced(one)}")
    tell(collected.problems, {})
    return DONE


def _answered(answers: Answers) -> str:
    return _("{answered} of {asked}").format(answered=answers.answered, asked=answers.asked)


def _replaced(answers: Answers) -> str:
    if answers.replaces_earlier:
        return _("replaced")
    return _("new") if answers.changes else _("unchanged")
