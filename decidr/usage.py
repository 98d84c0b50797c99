"""How a command ends: exit codes, and the error of a command that cannot be carried out as given."""

from collections.abc import Mapping

from decidr.core.study.problems import Problem

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


class WrongUsage(Exception):
    """The command cannot be carried out as it was given; the text says why."""


OPTIONS: Mapping[str, str] = {
    "import.which_sheet": "--sheet",
    "import.other_table": '--sheet "{cell}"',
    "import.several_rows": '--where "{column}=…"',
    "import.year_unknown": "--year",
    "import.taken_for": "--mapping",
    "import.no_match": "--mapping FILE writes what there is",
    "import.near": "--mapping FILE writes what there is",
}
"""The option by which a problem of this code is solved on the command line."""


def option_for(problem: Problem) -> str:
    """The option that solves a problem, in brackets behind its sentence; empty where there is none."""
    option = OPTIONS.get(problem.code, "")
    return f" ({option.format(**problem.values)})" if option else ""
