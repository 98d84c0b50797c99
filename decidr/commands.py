"""What each subcommand does; results go to stdout, trouble to stderr."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from decidr import paths
from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.second_opinions import second_opinions
from decidr.core.analysis.sensitivity import every_one_way
from decidr.core.analysis.verdict import verdict
from decidr.core.study.edits import set_setting
from decidr.core.study.imports import Filter, ImportMapping
from decidr.core.study.names import folded
from decidr.core.study.problems import Place, Problem, Refused
from decidr.core.study.study import Study
from decidr.formats.answers import problem_rows, sensitivity_answer, solve_answer
from decidr.formats.indicators.importing import import_files, summary
from decidr.formats.indicators.mapping_file import for_file, read_mappings, write_mappings
from decidr.formats.indicators.reading import read_indicators
from decidr.formats.opening import Opened, open_study
from decidr.formats.questionnaire.answers import Answers
from decidr.formats.questionnaire.book import write_questionnaires
from decidr.formats.questionnaire.collecting import collect as collect_answers
from decidr.formats.report.excel import write_report
from decidr.formats.study_file import save_study
from decidr.formats.templates import is_template, load_template, templates
from decidr.formats.terminal import opinions_said, sensitivity_text, solve_text, weights_text
from decidr.formats.workbook_in import read_matrix
from decidr.formats.workbook_out import write_workbook
from decidr.language import _, ngettext
from decidr.usage import DONE, REFUSED, WrongUsage

Words = argparse.Namespace


def list_templates(words: Words) -> int:
    """One template a line, its id first."""
    for template in templates():
        print(f"{template.id}\t{template.title}")
    return DONE


def new(words: Words) -> int:
    """Start a study from a template."""
    if not is_template(words.template):
        raise WrongUsage(_("there is no template «{id}»; decidr templates lists them").format(id=words.template))
    _need_suffix(words, ".decidr")
    if words.output.exists():
        raise WrongUsage(_("{file} is there already; name another file").format(file=words.output))
    with _writing(words.output):
        save_study(load_template(words.template), words.output)
    return DONE


def solve(words: Words) -> int:
    """Weights, consistency, scores, ranking and verdict."""
    _refuse(words, "scenario")
    opened = open_study(words.study)
    study = _with_method(opened.study, words, "priorities", "synthesis", "random_index", "completion")
    results, others = _results(study, words.view)
    said = verdict(results, others)
    opinions = second_opinions(results)
    problems = (*opened.problems, *results.problems)
    if words.json:
        _print_json(solve_answer(results, opinions, said, problems, opened.addresses))
    else:
        print(solve_text(results, opinions, said))
        _tell(problems, opened.addresses)
    return DONE


def weights(words: Words) -> int:
    """The weights of one matrix."""
    opened = read_matrix(words.file)
    results, others = _results(_with_method(opened.study, words, "priorities", "random_index"), None)
    opinions = second_opinions(results)
    here = (p for p in results.problems if isinstance(p.place, Place) and p.place.sheet == "Judgments")
    problems = (*opened.problems, *here)
    if words.json:
        said = verdict(results, others)
        _print_json(solve_answer(results, opinions, said, problems, opened.addresses))
    else:
        print(weights_text(results, opinions))
        _tell(problems, opened.addresses)
    return DONE


def sensitivity(words: Words) -> int:
    """Crossovers and stability intervals."""
    _refuse(words, "level")
    opened = open_study(words.study)
    results, _others = _results(opened.study, words.view)
    criteria = [_criterion(results, words.criterion)] if words.criterion else None
    sweeps = every_one_way(results, criteria)
    if words.json:
        _print_json(sensitivity_answer(results, sweeps))
    else:
        print(sensitivity_text(results, sweeps))
        _tell(opened.problems, opened.addresses)
    return DONE


def check(words: Words) -> int:
    """Every problem, in every view; exit 1 only on an error, such as those for which the file is refused."""
    addresses: Mapping[Place, str] = {}
    try:
        opened = open_study(words.study)
        problems, addresses = _every_problem(opened), opened.addresses
    except Refused as refusal:
        problems = list(refusal.problems)
    if words.json:
        _print_json({"problems": problem_rows(problems, addresses)})
    else:
        _tell(problems, addresses, ("error", "warning", "notice"), sys.stdout)
    return REFUSED if any(p.severity == "error" for p in problems) else DONE


def _every_problem(opened: Opened) -> list[Problem]:
    """What was noticed while reading and what shows in any view, each once."""
    found = [p for view in opened.study.views for p in evaluate(opened.study, view.id).problems]
    return list({_key(p, opened.addresses): p for p in (*opened.problems, *found)}.values())


def workbook(words: Words) -> int:
    """Write the study workbook."""
    _need_suffix(words, ".xlsx")
    _need_another_file(words)
    opened = open_study(words.study)
    with _writing(words.output):
        write_workbook(opened.study, words.output, empty=words.empty)
    _tell(opened.problems, opened.addresses)
    return DONE


def questionnaire(words: Words) -> int:
    """Write one questionnaire a participant; a line each: name, questions, file."""
    study = open_study(words.study).study
    with _writing(words.output):
        written = write_questionnaires(study, words.output, words.language)
    names = {person.id: person.name for person in study.participants}
    for one in written.questionnaires:
        print(f"{names[one.participant]}\t{one.asked}\t{one.path}")
    _tell(written.problems, {})
    return DONE


def collect(words: Words) -> int:
    """Take answers in; a line a person: name, answered of asked, and whether they replace earlier ones."""
    _need_suffix(words, ".decidr")
    collected = collect_answers(open_study(words.study).study, words.files, date.today().isoformat())
    if collected.those("refused"):
        raise Refused(p for p in collected.problems if p.severity == "error")
    with _writing(words.output):
        save_study(collected.study, words.output)
    for one in collected.those("taken"):
        print(f"{one.person}\t{_answered(one)}\t{_replaced(one)}")
    _tell(collected.problems, {})
    return DONE


def _answered(answers: Answers) -> str:
    return _("{answered} of {asked}").format(answered=answers.answered, asked=answers.asked)


def _replaced(answers: Answers) -> str:
    if answers.replaces_earlier:
        return _("replaced")
    return _("new") if answers.changes else _("unchanged")


def import_data(words: Words) -> int:
    """Take indicator spreadsheets in; a line a leaf: its name, the series, how many hosts have it, who has none."""
    _need_suffix(words, ".decidr")
    study = open_study(words.study).study
    asked = ImportMapping(file="", sheet=words.sheet, where=_filters(words.where), year=words.year)
    try:
        imported = import_files(study, words.data, asked, _mappings(words, study, asked), keep=words.keep)
    except Refused:
        if words.mapping and not words.mapping.exists():
            _write_proposal(words, study, asked)
        raise
    with _writing(words.output):
        save_study(imported.study, words.output)
    if words.mapping and not words.mapping.exists():
        with _writing(words.mapping):
            used = [planned.plan.mapping for planned in imported.planned]
            write_mappings(imported.readings, used, study, words.mapping)
    for line in summary(imported):
        has = _("{answered} of {asked}").format(answered=line.found, asked=line.hosts)
        print(f"{line.leaf}\t{line.series}\t{has}\t{', '.join(line.lacking)}".rstrip())
    _tell(imported.problems, {}, ("warning", "notice"))
    return DONE


def _filters(texts: Iterable[str]) -> tuple[Filter, ...]:
    """What ``--where`` says; values of the same column stand beside each other."""
    found: dict[str, list[str]] = {}
    for text in texts:
        column, sign, value = text.partition("=")
        if not (column.strip() and sign):
            raise WrongUsage(_("--where {text}: write COLUMN=VALUE").format(text=text))
        found.setdefault(column.strip(), []).append(value.strip())
    return tuple(Filter(column=column, values=tuple(values)) for column, values in found.items())


def _mappings(words: Words, study: Study, asked: ImportMapping) -> dict[Path, tuple[ImportMapping, ...]]:
    """What a mapping that is there says of each file; sheet, filters and year on the command line go before it."""
    if not (words.mapping and words.mapping.exists()):
        return {}
    read = read_mappings(words.mapping, study)
    said = {name: value for name in ("sheet", "where", "year") if (value := getattr(asked, name))}
    found = {path: tuple(replace(m, **said) for m in for_file(read, path)) for path in words.data}
    if unnamed := [path.name for path, mappings in found.items() if not mappings]:
        place = words.mapping.name
        raise Refused(Problem("error", "mapping.nothing", place, {"file": file}) for file in unnamed)
    return found


def _write_proposal(words: Words, study: Study, asked: ImportMapping) -> None:
    """What could go where, for the user to confirm; nothing where not even that can be told."""
    try:
        readings = [read_indicators(study, path, asked) for path in words.data]
    except Refused:
        return
    with _writing(words.mapping):
        write_mappings(readings, [reading.mapping for reading in readings], study, words.mapping)
    print(_("{file} lists what the files hold; confirm it there").format(file=words.mapping), file=sys.stderr)


def report(words: Words) -> int:
    """Write the decision report."""
    _refuse(words, "language")
    _need_suffix(words, ".xlsx")
    _need_another_file(words)
    opened = open_study(words.study)
    results, others = _results(opened.study, words.view)
    with _writing(words.output):
        write_report(opened.study, others, second_opinions(results), words.output, view=results.view)
    _tell(opened.problems, opened.addresses)
    return DONE


def self_test(words: Words) -> int:
    """Solve the EV-plant template and let AHPy check it; says what it found."""
    study = load_template("ev-plant")
    results = evaluate(study)
    opinions = second_opinions(results)
    print(_("templates: {folder}").format(folder=paths.templates()))
    print(_("resources: {folder}").format(folder=paths.resources()))
    print(opinions_said(opinions), flush=True)
    return DONE if results.leader is not None and all(o.status == "agrees" for o in opinions) else REFUSED


def _results(study: Study, view: str | None) -> tuple[Results, dict[str, Results]]:
    """The results in the view of that name (None: the base view), and in every view by id."""
    chosen = _view(study, view) if view else study.settings.base_view
    everywhere = {v.id: evaluate(study, v.id) for v in study.views}
    return everywhere[chosen], everywhere


def _view(study: Study, name: str) -> str:
    found = [view.id for view in study.views if folded(view.name) == folded(name)]
    if not found:
        names = ", ".join(f"«{view.name}»" for view in study.views)
        said = ngettext(
            "there is no view «{name}», only {names}", "there is no view «{name}»; there are {names}", len(study.views)
        )
        raise WrongUsage(said.format(name=name, names=names))
    return found[0]


def _criterion(results: Results, name: str) -> str:
    found = [c.id for c in results.study.criteria if folded(c.name) == folded(name) and c.id in results.local]
    if not found:
        raise WrongUsage(_("there is no counted criterion «{name}» in this view").format(name=name))
    return found[0]


def _with_method(study: Study, words: Words, *names: str) -> Study:
    chosen = {name: getattr(words, name) for name in names if getattr(words, name) is not None}
    return set_setting(study, **chosen) if chosen else study


def _refuse(words: Words, option: str) -> None:
    """An option whose method is not there yet."""
    if getattr(words, option) is not None:
        raise WrongUsage(_("--{option} does not work yet").format(option=option))


def _need_suffix(words: Words, suffix: str) -> None:
    if words.output.suffix.lower() != suffix:
        raise WrongUsage(_("{file}: only {suffix} is written").format(file=words.output, suffix=suffix))


def _need_another_file(words: Words) -> None:
    """What the client filled in must not go under what decidr makes of it."""
    source = Path(words.study)
    if source.exists() and words.output.exists() and source.samefile(words.output):
        raise WrongUsage(_("{file} is the study itself; name another file").format(file=words.output))


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Tell in a sentence that a place cannot be written."""
    try:
        yield
    except OSError as error:
        said = _("{file} cannot be written: {reason}").format(file=path, reason=error.strerror or error)
        raise WrongUsage(said) from None


def _print_json(answer: Any) -> None:
    print(json.dumps(answer, ensure_ascii=False, indent=1, allow_nan=False))


def _key(problem: Problem, addresses: Mapping[Place, str]) -> str:
    return json.dumps(problem_rows([problem], addresses))


def _tell(
    problems: Iterable[Problem],
    addresses: Mapping[Place, str],
    severities: tuple[str, ...] = ("error", "warning"),
    stream: Any = None,
) -> None:
    for row in problem_rows(problems, addresses):
        if row["severity"] in severities:
            place = f"{row['place']}: " if row["place"] else ""
            print(f"{row['severity']}: {place}{row['text']}", file=stream or sys.stderr)
