"""The command line: ``decidr`` and its subcommands.

This module only reads the words. What needs Qt or the heavy libraries is reached once the command is known, so that the
window starts fast and the other commands run without Qt.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, get_args

from decidr import __version__
from decidr.core.study.names import folded
from decidr.core.study.problems import Problem, Refused, sentence
from decidr.core.study.simulation_settings import wrong_setting
from decidr.core.study.study import (
    Completion,
    DataSampling,
    Priorities,
    RandomIndex,
    Sampling,
    Study,
    Synthesis,
    WeightSampling,
)
from decidr.formats.study_file import load_study
from decidr.formats.templates import is_template, load_template
from decidr.language import ENGLISH, LANGUAGES, _
from decidr.usage import DONE, REFUSED, WRONG_USAGE, WrongUsage, option_for


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command; 0: done, 1: the input was refused, 2: wrong usage."""
    _speak_utf8()
    words = _parser().parse_args(arguments)
    try:
        run: Callable[[argparse.Namespace], int] = words.run
        return run(words)
    except Refused as refusal:
        for problem in refusal.problems:
            _tell(problem)
        return REFUSED
    except WrongUsage as wrong:
        print(f"decidr: {wrong}", file=sys.stderr)
        return WRONG_USAGE
    except BrokenPipeError:
        return _reader_has_gone()


def _tell(problem: Problem) -> None:
    place = f"{problem.place}: " if str(problem.place) else ""
    print(place + sentence(problem) + option_for(problem), file=sys.stderr)


def _reader_has_gone() -> int:
    """Whoever read our output has closed it, as ``head`` does: nothing is wrong, and nothing more can be said."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _speak_utf8() -> None:
    """Names of every script, whatever the code page: files and pipes get UTF-8, a terminal keeps its own."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")


def _reach(module: str) -> ModuleType:
    """The one place where the rest of decidr is loaded: with Qt for the window and its pictures alone."""
    return import_module(f"decidr.{module}")


def _command(module: str, name: str) -> Callable[[argparse.Namespace], int]:
    def run(words: argparse.Namespace) -> int:
        return int(getattr(_reach(f"commands.{module}"), name)(words))

    return run


def _open_window(words: argparse.Namespace) -> int:
    if not _has_display():
        raise WrongUsage(_("there is no display to show the window on; decidr --help lists what works without one"))
    study, file = _study_to_show(words.study) if words.study else (None, None)
    return int(_reach("gui.app").run(study, file))


def _has_display() -> bool:
    """Whether Qt will find a screen, or was told to do without one; it ends the process where it finds none."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def _study_to_show(source: str) -> tuple[Study, Path | None]:
    """A study and the file that it was read from; a template has none."""
    if is_template(source):
        return load_template(source), None
    path = Path(source)
    if path.suffix == ".decidr":
        return load_study(path), path
    opened = _reach("formats.opening").open_study(path)
    for problem in opened.problems:
        _tell(problem)
    return opened.study, path


def _draw(words: argparse.Namespace) -> int:
    """One picture: of the whole window, or of a chart."""
    if words.name == "window":
        _reach("gui.app").draw_window(_study_to_show(words.study)[0], words.output)
    else:
        _reach("gui.charts.drawing").draw_study(_study_to_show(words.study)[0], words.name, words.output)
    return DONE


def _parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser("decidr", description=_("Decisions on many criteria: open, offline, exact."))
    whole.add_argument("--version", action="version", version=f"decidr {__version__}")
    whole.add_argument(
        "--self-test",
        dest="run",
        action="store_const",
        const=_command("studies", "self_test"),
        help=_("check this installation"),
    )
    whole.set_defaults(run=_open_window, study=None)
    commands = whole.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    _add_starting(commands)
    _add_solving(commands)
    _add_files(commands)
    return whole


Commands = Any  # argparse keeps the type of add_subparsers to itself


def _add_starting(commands: Commands) -> None:
    window = _add(commands, "open", _open_window, _("open the window on a study"))
    _add_study(window)
    _add(commands, "templates", _command("studies", "list_templates"), _("list the templates: id and title"))
    new = _add(commands, "new", _command("studies", "new"), _("start a study from a template"))
    new.add_argument("template", metavar="TEMPLATE", help=_("a template's id; decidr templates lists them"))
    _add_output(new)


def _add_solving(commands: Commands) -> None:
    solve = _add(
        commands, "solve", _command("solving", "solve"), _("weights, consistency, scores, ranking and verdict")
    )
    _add_study(solve)
    _add_json(solve)
    _add_view(solve)
    _add_scenario(solve)
    _add_choice(solve, "--synthesis", get_args(Synthesis))
    _add_choice(solve, "--completion", get_args(Completion))
    _add_method(solve)
    weights = _add(
        commands, "weights", _command("solving", "weights"), _("the weights of one matrix in a CSV or sheet")
    )
    weights.add_argument("file", type=Path, metavar="FILE")
    _add_json(weights)
    _add_method(weights)
    sensitivity = _add(
        commands, "sensitivity", _command("sensitivity", "sensitivity"), _("what would change the answer")
    )
    _add_study(sensitivity)
    _add_json(sensitivity)
    _add_view(sensitivity)
    _add_scenario(sensitivity)
    sensitivity.add_argument("--criterion", help=_("this criterion alone"))
    about = _("whose weights move for another host to win: those under NODE (by default the goal), or of all leaves")
    sensitivity.add_argument("--level", metavar="NODE|leaves", help=about)
    _add_robustness(commands)
    check = _add(commands, "check", _command("studies", "check"), _("every problem of a study; exit 1 on an error"))
    _add_study(check)
    _add_json(check)


def _add_robustness(commands: Commands) -> None:
    robustness = _add(
        commands, "robustness", _command("robustness", "robustness"), _("the answer with weights and data at random")
    )
    _add_study(robustness)
    _add_json(robustness)
    _add_view(robustness)
    _add_scenario(robustness)
    robustness.add_argument("--samples", type=_whole("samples"), metavar="N", help=_("how many are drawn, this once"))
    robustness.add_argument("--seed", type=_whole("seed"), metavar="S", help=_("the same seed draws the same"))
    _add_choice(robustness, "--weights", get_args(WeightSampling))
    _add_choice(robustness, "--data", get_args(DataSampling))
    _add_choice(robustness, "--sampling", get_args(Sampling))
    about = _("deviation of the log of a judgment, or group: the participants' own")
    robustness.add_argument("--spread", type=_spread, metavar="X|group", help=about)


def _add_files(commands: Commands) -> None:
    workbook = _add(commands, "workbook", _command("documents", "workbook"), _("write the study workbook"))
    _add_study(workbook)
    _add_output(workbook)
    workbook.add_argument("--empty", action="store_true", help=_("only the tree and the hosts, ready to be filled in"))
    questionnaire = _add(
        commands, "questionnaire", _command("documents", "questionnaire"), _("write one questionnaire a participant")
    )
    _add_study(questionnaire)
    questionnaire.add_argument("-o", "--output", type=Path, required=True, metavar="DIR", help=_("a folder"))
    about = _("what they are written in: {languages}; English by default").format(languages=", ".join(LANGUAGES))
    questionnaire.add_argument("--language", type=_one_of(LANGUAGES), default=ENGLISH, help=about)
    collect = _add(
        commands, "collect", _command("collecting", "collect"), _("take in the answers of questionnaires and surveys")
    )
    _add_study(collect)
    collect.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help=_("questionnaires that came back, or a CSV")
    )
    _add_output(collect)
    _add_import(commands)
    report = _add(commands, "report", _command("documents", "report"), _("write the decision report (.xlsx)"))
    _add_study(report)
    _add_output(report)
    _add_view(report)
    report.add_argument("--language", help=argparse.SUPPRESS)
    chart = _add(commands, "chart", _draw, _("draw one picture (.png or .svg)"))
    _add_study(chart)
    about = _("window, or a chart such as contributions or gradient; a name there is not lists them all")
    chart.add_argument("name", metavar="NAME", help=about)
    _add_output(chart)


def _add_import(commands: Commands) -> None:
    taking = _add(
        commands, "import", _command("importing", "import_data"), _("take in indicator spreadsheets of any publisher")
    )
    _add_study(taking)
    kinds = ".xlsx .xlsm .xls .xlsb .ods .csv .tsv"
    taking.add_argument("data", type=Path, nargs="+", metavar="DATA", help=kinds)
    _add_output(taking)
    taking.add_argument("--sheet", default="", metavar="S", help=_("the sheet that holds the figures, or Sheet1!A30"))
    about = _("only rows that hold this value in this column; may be given several times")
    taking.add_argument("--where", action="append", default=[], metavar="COLUMN=VALUE", help=about)
    taking.add_argument("--year", type=int, metavar="Y", help=_("figures of this year; else each host's latest"))
    about = _("which figures belong to which leaf, as JSON: read where the file is there, else written")
    taking.add_argument("--mapping", type=Path, metavar="FILE", help=about)
    taking.add_argument("--keep", action="store_true", help=_("leave cells that hold a figure as they are"))


def _add(commands: Commands, name: str, run: Callable[[argparse.Namespace], int], about: str) -> Any:
    command = commands.add_parser(name, help=about, description=about)
    command.set_defaults(run=run)
    return command


def _add_study(command: argparse.ArgumentParser) -> None:
    about = _("a .decidr study, a study workbook, a decidr report, or a template's id")
    command.add_argument("study", metavar="STUDY", help=about)


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


def _add_scenario(command: argparse.ArgumentParser) -> None:
    command.add_argument("--scenario", metavar="NAME", help=_("suppose this scenario, or this set of scenarios"))


def _add_view(command: argparse.ArgumentParser) -> None:
    command.add_argument("--view", help=_("whose eyes to see with; the base view by default"))


def _add_json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help=_("print JSON"))


def _add_method(command: argparse.ArgumentParser) -> None:
    _add_choice(command, "--priorities", get_args(Priorities))
    _add_choice(command, "--random-index", get_args(RandomIndex))


def _add_choice(command: argparse.ArgumentParser, option: str, choices: Sequence[str]) -> None:
    about = _("this once: {choices}").format(choices=", ".join(choices))
    command.add_argument(option, type=_one_of(choices), metavar="METHOD", help=about)


def _one_of(choices: Sequence[str]) -> Callable[[str], str]:
    """Reads one of the choices, spelled with blank, hyphen or underscore."""

    def choice(text: str) -> str:
        wanted = _unspelled(text)
        for one in choices:
            if _unspelled(one) == wanted:
                return one
        raise argparse.ArgumentTypeError(_("choose one of {choices}").format(choices=", ".join(choices)))

    return choice


def _whole(setting: str) -> Callable[[str], int]:
    """Reads a whole number that a setting takes."""

    def number(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(_("«{text}» is no whole number").format(text=text)) from None
        return int(_allowed(setting, value))

    return number


def _spread(text: str) -> float | Literal["group"]:
    """Reads a spread of judgments."""
    if _unspelled(text) == "group":
        return "group"
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        raise argparse.ArgumentTypeError(_("write a number such as 0.2, or group")) from None
    return _allowed("judgment_spread", value)


def _allowed(setting: str, value: float) -> float:
    if code := wrong_setting(setting, value):
        raise argparse.ArgumentTypeError(sentence(Problem("error", code, values={"value": value})))
    return value


def _unspelled(text: str) -> str:
    return folded(text.replace("-", " ").replace("_", " "))
