"""AHPy's comparisons written as JSON, which has no tuples: ``"('a', 'b')": 3``, ``"a, b": 3`` or ``["a", "b", 3]``.

One set of comparisons, several by name, a list of them, or what ``Compose`` takes, with a hierarchy or without; single
names with figures are measured values, as in AHPy: more is better, each is divided by their sum.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from decidr.core.study.study import RandomIndex, Settings, Study
from decidr.formats.foreign.draft import study_from
from decidr.formats.foreign.given import Given, Pair
from decidr.formats.opened import Opened
from decidr.formats.ratios import NotARatio, parse_ratio
from decidr.formats.workbook_tables import Trouble, figure

TABLES: Mapping[str, RandomIndex] = {"dd": "donegan-dodd", "saaty": "saaty 2005"}
NAMES_OF_TABLES = {"donegan-dodd": "Donegan-Dodd", "saaty 2005": "Saaty 2005"}


def study_of_ahpy(value: Any, title: str, file: str, trouble: Trouble) -> Opened | None:
    """The study; None where the value holds no comparisons, Refused with the path of whatever is wrong."""
    given = list(_compares(value, "$", "", trouble))
    if not given and not trouble.has_errors:
        return None
    table: RandomIndex = next(_tables(value), "donegan-dodd")
    trouble.notice("foreign.settings", file, program="AHPy", table=NAMES_OF_TABLES[table])
    settings = Settings(random_index=table, synthesis="distributive")
    return study_from(given, trouble, Study(title=title, settings=settings))


def _tables(value: Any) -> Iterator[RandomIndex]:
    """The tables of random indices that the comparisons ask for."""
    for inner in value if isinstance(value, list) else [value] if isinstance(value, dict) else ():
        table = inner.get("random_index") if isinstance(inner, dict) else None
        if isinstance(table, str) and table in TABLES:
            yield TABLES[table]


def _compares(value: Any, path: str, name: str, trouble: Trouble) -> Iterator[Given]:
    """Every set of comparisons in a value; ``name`` is what it is called from outside."""
    if isinstance(value, list):
        yield from _of_list(value, path, name, trouble)
    elif isinstance(value, dict) and ("comparisons" in value or "hierarchy" in value):
        yield from _of_fields(value, path, name, trouble)
    elif isinstance(value, dict) and any(map(_holds, value.values())):
        for key, inner in value.items():
            yield from _compares(inner, f"{path}[{key!r}]", key, trouble)
    elif isinstance(value, dict) and value:
        yield from _of_keys(value, path, name, trouble)


def _of_list(value: list[Any], path: str, name: str, trouble: Trouble) -> Iterator[Given]:
    """A list of sets, of triples, of the items of a node, or a name with its set."""
    if value and all(isinstance(inner, list) and len(inner) == 3 and not _holds(inner[1]) for inner in value):
        yield from _of_triples(value, path, name, trouble)
    elif name and value and all(isinstance(inner, str) for inner in value):
        yield Given(name, tuple(dict.fromkeys(word.strip() for word in value)), path)
    elif len(value) > 1 and isinstance(value[0], str) and _holds(value[1]):
        yield from _compares(value[1], f"{path}[1]", value[0], trouble)
    else:
        for number, inner in enumerate(value):
            yield from _compares(inner, f"{path}[{number}]", name, trouble)


def _holds(value: Any) -> bool:
    return isinstance(value, dict | list)


def _of_fields(value: Mapping[str, Any], path: str, name: str, trouble: Trouble) -> Iterator[Given]:
    """What ``Compare`` or ``Compose`` takes, by field."""
    own = value.get("name", name)
    for field in ("comparisons", "hierarchy", "children"):
        outer = str(own).strip() if field == "comparisons" else ""
        yield from _compares(value.get(field), f"{path}.{field}", outer, trouble)


def _of_triples(rows: Sequence[list[Any]], path: str, name: str, trouble: Trouble) -> Iterator[Given]:
    pairs = []
    for number, row in enumerate(rows):
        place = f"{path}[{number}]"
        first, second = (str(item).strip() for item in row[:2])
        if not (first and second):
            trouble.error("ahpy.not_pairs", place, key=f"{first}, {second}")
        pairs.append(Pair(first, second, _ratio(row[2], place, trouble), place))
    yield _given_of_pairs(name, pairs, path)


def _of_keys(value: Mapping[str, Any], path: str, name: str, trouble: Trouble) -> Iterator[Given]:
    """Pairs or measured values: every key decides, not the first alone."""
    keys = {key: _names_in(key) for key in value}
    lengths = {len(names) if all(names) else 0 for names in keys.values()}
    if lengths == {1} and not any(isinstance(one, float | int) for one in value.values()):
        return
    if lengths == {2}:
        pairs = [
            Pair(names[0], names[1], _ratio(value[key], f"{path}[{key!r}]", trouble), f"{path}[{key!r}]")
            for key, names in keys.items()
        ]
        yield _given_of_pairs(name, pairs, path)
    elif lengths == {1} and len(keys) > 1:
        weights = {names[0]: _measured(value[key], f"{path}[{key!r}]", trouble) for key, names in keys.items()}
        yield Given(name, tuple(weights), path, weights=weights)
    else:
        wrong = [k for k, names in keys.items() if len(names) != 2 or not all(names)]
        wrong.sort(key=lambda k: len(keys[k]) == 1 and all(keys[k]))
        trouble.error("ahpy.not_pairs", f"{path}[{wrong[0]!r}]", key=wrong[0])


def _given_of_pairs(name: str, pairs: Sequence[Pair], path: str) -> Given:
    items = dict.fromkeys(item for pair in pairs for item in (pair.first, pair.second))
    return Given(name, tuple(items), path, pairs=tuple(pairs))


def _names_in(key: str) -> tuple[str, ...]:
    """The names in a key: of a written tuple or list, or between commas; of anything else, itself."""
    text = key.strip()
    if text.startswith(("(", "[")):
        try:
            found = ast.literal_eval(text)
        except (ValueError, SyntaxError):
            found = None
        if isinstance(found, tuple | list):
            return tuple(str(name).strip() for name in found)
        text = text.strip("()[]")
    return tuple(part.strip().strip("'\"").strip() for part in text.split(","))


def _ratio(value: Any, path: str, trouble: Trouble) -> float | None:
    """How many times the first is preferred; null and a blank are not judged."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    try:
        return parse_ratio(value if isinstance(value, str | float | int) else str(value))
    except NotARatio as error:
        trouble.error(error.code, path, value=str(value))
        return None


def _measured(value: Any, path: str, trouble: Trouble) -> float:
    """A measured value above 0, as AHPy asks."""
    found = figure(value) if isinstance(value, str | float | int) else None
    if found is None:
        trouble.error("cell.not_a_number", path, value=str(value))
    elif found <= 0:
        trouble.error("ahpy.not_positive", path, value=found)
    return found or 0.0
