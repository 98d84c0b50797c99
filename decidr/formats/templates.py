"""Templates: studies to start from, those that decidr is shipped with and those that the user has made."""

from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from decidr import paths
from decidr.core.study.edits import as_template, set_fields
from decidr.core.study.problems import Refused
from decidr.core.study.study import Study
from decidr.formats.atomic import write_atomically
from decidr.formats.study_file import load_study, save_study
from decidr.language import _

BLANK = "blank"
"""The template in which nothing is there yet."""

FIRST = ("ev-plant", "entry-mode")


class Template(NamedTuple):
    """A study to start from; ``id`` is the name of its file, ``is_own`` one that the user has made."""

    id: str
    title: str
    path: Path
    is_own: bool = False


def templates() -> tuple[Template, ...]:
    """Every template by id: the EV plant first, then those shipped, those of the user, and the blank one."""
    shipped = sorted(_files(paths.templates()), key=_place)
    own = {path.stem: path for path in sorted(_files(paths.own_templates()))}
    ids = {path.stem for path in shipped}
    found = [Template(path.stem, load_study(path).title or _blank_title(), path) for path in shipped]
    made = [template for id_, path in own.items() if id_ not in ids for template in _readable(path)]
    return (*(t for t in found if t.id != BLANK), *made, *(t for t in found if t.id == BLANK))


def is_template(source: str) -> bool:
    """Whether a template has this id."""
    return source in {path.stem for path in _every_file()}


def load_template(template: str) -> Study:
    """The study of a template, by id; Refused where there is none."""
    path = next((path for path in _every_file() if path.stem == template), None)
    return load_study(path or paths.templates() / f"{template}.decidr")


def save_template(study: Study, with_data: bool) -> Template:
    """Keep a study, without its judgments, as a template of the user's; OSError where it cannot be written.

    Its id is made of its title, with a number where another template has that name.
    """
    taken = {path.stem for path in _every_file()}
    slug = _slug(study.title)
    id_ = next(name for name in chain([slug], (f"{slug}-{number}" for number in count(2))) if name not in taken)
    path = paths.own_templates() / f"{id_}.decidr"
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = as_template(study, with_data)
    kept = kept if kept.title else set_fields(kept, title=_("My template"))
    save_study(kept, path)
    return Template(id_, kept.title, path, is_own=True)


def remove_template(template: str) -> bytes:
    """Delete a template of the user's, by id; what it held, to restore it. OSError where that cannot be done."""
    path = paths.own_templates() / f"{template}.decidr"
    content = path.read_bytes()
    path.unlink()
    return content


def restore_template(template: str, content: bytes) -> None:
    """Bring back a template of the user's that was removed; OSError where it cannot be written."""
    write_atomically(paths.own_templates() / f"{template}.decidr", content)


def _every_file() -> tuple[Path, ...]:
    return (*_files(paths.templates()), *_files(paths.own_templates()))


def _files(folder: Path) -> list[Path]:
    return [*folder.glob("*.decidr")] if folder.is_dir() else []


def _place(path: Path) -> tuple[int, str]:
    return (FIRST.index(path.stem) if path.stem in FIRST else len(FIRST), path.stem)


def _readable(path: Path) -> Iterator[Template]:
    """The user's template in a file; none where it is damaged, so that the others can still be used."""
    try:
        yield Template(path.stem, load_study(path).title or path.stem, path, is_own=True)
    except (OSError, Refused):
        return


def _slug(title: str) -> str:
    """A name for a file: letters and digits of any script, in small letters, joined by hyphens."""
    words = "".join(c if c.isalnum() else " " for c in title.casefold()).split()
    return "-".join(words)[:60].strip("-") or "template"


def _blank_title() -> str:
    return _("Blank: your own question, criteria and hosts")
