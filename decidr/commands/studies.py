"""Starting a study, and what is wrong with one."""

import sys
from collections.abc import Iterator, Mapping

from decidr import paths
from decidr.commands.asked import Words, need_suffix
from decidr.commands.told import print_json, problem_key, tell, writing
from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.robustness.obstacles import flaws
from decidr.core.analysis.robustness.plan import plan_of, verdict_plan
from decidr.core.analysis.second_opinions import second_opinions
from decidr.core.study.cases import cases_of
from decidr.core.study.problems import Place, Problem, Refused
from decidr.core.study.study import Study
from decidr.formats.answers import problem_rows
from decidr.formats.opening import Opened, open_study
from decidr.formats.study_file import save_study
from decidr.formats.templates import is_template, load_template, templates
from decidr.formats.terminal import opinions_said
from decidr.language import _
from decidr.usage import DONE, REFUSED, WrongUsage


def list_templates(words: Words) -> int:
    """One template a line, its id first."""
    for template in templates():
        print(f"{template.id}\t{template.title}")
    return DONE


def new(words: Words) -> int:
    """Start a study from a template."""
    if not is_template(words.template):
        raise WrongUsage(_("there is no template «{id}»; decidr templates lists them").format(id=words.template))
    need_suffix(words, ".decidr")
    if words.output.exists():
        raise WrongUsage(_("{file} is there already; name another file").format(file=words.output))
    with writing(words.output):
        save_study(load_template(words.template), words.output)
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
        print_json({"problems": problem_rows(problems, addresses)})
    else:
        tell(problems, addresses, ("error", "warning", "notice"), sys.stdout)
    return REFUSED if any(p.severity == "error" for p in problems) else DONE


def _every_problem(opened: Opened) -> list[Problem]:
    """What was noticed while reading and what shows in any view, each once, with what is wrong with its scenarios."""
    found = [p for view in opened.study.views for p in _problems_seen_in(opened.study, view.id)]
    return list({problem_key(p, opened.addresses): p for p in (*opened.problems, *found)}.values())


def _problems_seen_in(study: Study, view: str) -> Iterator[Problem]:
    baseline = evaluate(study, view)
    yield from baseline.problems
    for plan in (plan_of(study.settings), verdict_plan(study.settings)):
        yield from flaws(baseline, plan)
    for case in cases_of(study):
        problems = evaluate(study, view, baseline, case).problems
        yield from (p for p in problems if isinstance(p.place, Place) and p.place.sheet == "Scenarios")


def self_test(words: Words) -> int:
    """Solve the EV-plant template and let AHPy check it; says what it found."""
    study = load_template("ev-plant")
    results = evaluate(study)
    opinions = second_opinions(results)
    print(_("templates: {folder}").format(folder=paths.templates()))
    print(_("resources: {folder}").format(folder=paths.resources()))
    print(opinions_said(opinions), flush=True)
    return DONE if results.leader is not None and all(o.status == "agrees" for o in opinions) else REFUSED
