"""The templates that decidr is shipped with: studies to start from."""

from pathlib import Path
from typing import NamedTuple

from decidr import paths
from decidr.core.study.study import Study
from decidr.formats.study_file import load_study


class Template(NamedTuple):
    """A study to start from; ``id`` is the name of its file."""

    id: str
    title: str
    path: Path


def templates() -> tuple[Template, ...]:
    """Every template, by id; the EV plant first."""
    files = sorted(paths.templates().glob("*.decidr"), key=lambda path: (path.stem != "ev-plant", path.stem))
    return tuple(Template(path.stem, load_study(path).title, path) for path in files)


def is_template(source: str) -> bool:
    """Whether a template has this id."""
    return source in {path.stem for path in paths.templates().glob("*.decidr")}


def load_template(template: str) -> Study:
    """The study of a template, by id; Refused where there is none."""
    return load_study(paths.templates() / f"{template}.decidr")
