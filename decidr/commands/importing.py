"""Indicator spreadsheets, taken into a study."""

import sys
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from decidr.commands.asked import Words, need_suffix
from decidr.commands.told import tell, writing
from decidr.core.study.imports import Filter, ImportMapping
from decidr.core.study.problems import Problem, Refused
from decidr.core.study.study import Study
from decidr.formats.indicators.importing import import_files, summary
from decidr.formats.indicators.mapping_file import for_file, read_mappings, write_mappings
from decidr.formats.indicators.reading import read_indicators
from decidr.formats.opening import open_study
from decidr.formats.study_file import save_study
from decidr.language import _
from decidr.usage import DONE, WrongUsage


def import_data(words: Words) -> int:
    """Take indicator spreadsheets in; a line a leaf: its name, the series, how many hosts have it, who has none."""
    need_suffix(words, ".decidr")
    study = open_study(words.study).study
    asked = ImportMapping(file="", sheet=words.sheet, where=_filters(words.where), year=words.year)
    try:
        imported = import_files(study, words.data, asked, _mappings(words, study, asked), keep=words.keep)
    except Refused:
        if words.mapping and not words.mapping.exists():
            _write_proposal(words, study, asked)
        raise
    with writing(words.output):
        save_study(imported.study, words.output)
    if words.mapping and not words.mapping.exists():
        with writing(words.mapping):
            used = [planned.plan.mapping for planned in imported.planned]
            write_mappings(imported.readings, used, study, words.mapping)
    for line in summary(imported):
        has = _("{answered} of {asked}").format(answered=line.found, asked=line.hosts)
        print(f"{line.leaf}\t{line.series}\t{has}\t{', '.join(line.lacking)}".rstrip())
    tell(imported.problems, {}, ("warning", "notice"))
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
    with writing(words.mapping):
        write_mappings(readings, [reading.mapping for reading in readings], study, words.mapping)
    print(_("{file} lists what the files hold; confirm it there").format(file=words.mapping), file=sys.stderr)
