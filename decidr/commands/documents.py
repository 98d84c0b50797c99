"""What is written for people: workbook, questionnaires, report."""

from decidr.commands.asked import Words, need_another_file, need_suffix, refuse_option, results_asked, threads
from decidr.commands.told import tell, writing
from decidr.core.analysis.robustness.simulation import both_draws
from decidr.core.analysis.second_opinions import second_opinions
from decidr.formats.opening import open_study
from decidr.formats.questionnaire.book import write_questionnaires
from decidr.formats.report.content import report_content
from decidr.formats.report.excel import write_report
from decidr.formats.workbook_out import write_workbook
from decidr.usage import DONE


def workbook(words: Words) -> int:
    """Write the study workbook."""
    need_suffix(words, ".xlsx")
    need_another_file(words)
    opened = open_study(words.study)
    with writing(words.output):
        write_workbook(opened.study, words.output, empty=words.empty)
    tell(opened.problems, opened.addresses)
    return DONE


def questionnaire(words: Words) -> int:
    """Write one questionnaire a participant; a line each: name, questions, file."""
    study = open_study(words.study).study
    with writing(words.output):
        written = write_questionnaires(study, words.output, words.language)
    names = {person.id: person.name for person in study.participants}
    for one in written.questionnaires:
        print(f"{names[one.participant]}\t{one.asked}\t{one.path}")
    tell(written.problems, {})
    return DONE


def report(words: Words) -> int:
    """Write the decision report."""
    refuse_option(words, "language")
    need_suffix(words, ".xlsx")
    need_another_file(words)
    opened = open_study(words.study)
    results, others = results_asked(opened.study, words.view)
    opinions, draws = second_opinions(results), both_draws(results, threads())
    content = report_content(opened.study, others, opinions, results.view, draws)
    with writing(words.output):
        write_report(content, words.output)
    tell(opened.problems, opened.addresses)
    return DONE
