"""What a command was asked for: the view, the criterion, the method, the file to write."""

import argparse
import os
from pathlib import Path

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.study.cases import Case, case_named, cases_of
from decidr.core.study.edits import set_setting
from decidr.core.study.names import folded
from decidr.core.study.study import Study
from decidr.language import _, ngettext
from decidr.usage import WrongUsage

Words = argparse.Namespace
"""What the command line said, as argparse read it."""


def results_asked(study: Study, view: str | None, scenario: str | None = None) -> tuple[Results, dict[str, Results]]:
    """The results in the view of that name (None: the base view), and in every view by id.

    They suppose the scenario or set of that name; None: the baseline.
    """
    chosen = view_asked(study, view) if view else study.settings.base_view
    case = case_asked(study, scenario) if scenario else None
    everywhere = {v.id: evaluate(study, v.id, case=case) for v in study.views}
    return everywhere[chosen], everywhere


def view_asked(study: Study, name: str) -> str:
    """The id of the view of that name; WrongUsage, with the names there are, where there is none."""
    found = [view.id for view in study.views if folded(view.name) == folded(name)]
    if not found:
        names = ", ".join(f"«{view.name}»" for view in study.views)
        said = ngettext(
            "there is no view «{name}», only {names}", "there is no view «{name}»; there are {names}", len(study.views)
        )
        raise WrongUsage(said.format(name=name, names=names))
    return found[0]


def case_asked(study: Study, name: str) -> Case:
    """The scenario or set of that name; WrongUsage, with the names there are, where there is none."""
    case = case_named(study, name)
    if case is None:
        names = ", ".join(f"«{case.name}»" for case in cases_of(study))
        said = _("there is no scenario «{name}»; there are {names}") if names else _("this study has no scenarios")
        raise WrongUsage(said.format(name=name, names=names))
    return case


def criterion_asked(results: Results, name: str) -> str:
    """The id of the counted criterion of that name; WrongUsage where there is none."""
    found = [c.id for c in results.study.criteria if folded(c.name) == folded(name) and c.id in results.local]
    if not found:
        raise WrongUsage(_("there is no counted criterion «{name}» in this view").format(name=name))
    return found[0]


def with_method(study: Study, words: Words, *names: str) -> Study:
    """The study with the settings of these names as the command line says them, this once."""
    chosen = {name: getattr(words, name) for name in names if getattr(words, name) is not None}
    return set_setting(study, **chosen) if chosen else study


def refuse_option(words: Words, option: str) -> None:
    """An option whose method is not there yet."""
    if getattr(words, option) is not None:
        raise WrongUsage(_("--{option} does not work yet").format(option=option))


def need_suffix(words: Words, suffix: str) -> None:
    """WrongUsage where the file to write has another suffix."""
    if words.output.suffix.lower() != suffix:
        raise WrongUsage(_("{file}: only {suffix} is written").format(file=words.output, suffix=suffix))


def need_another_file(words: Words) -> None:
    """What the client filled in must not go under what decidr makes of it."""
    source = Path(words.study)
    if source.exists() and words.output.exists() and source.samefile(words.output):
        raise WrongUsage(_("{file} is the study itself; name another file").format(file=words.output))


def threads() -> int:
    """How many threads a simulation may take."""
    return os.cpu_count() or 1
