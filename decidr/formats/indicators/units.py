"""Units of figures against the unit of the leaf that they go to."""

import re
from typing import NamedTuple

from decidr.core.study.names import folded
from decidr.formats.indicators.figures import Parsed
from decidr.formats.workbook_data import conversion

PER_CENT = r"%.*|per ?cent.*|pct.*"


class Measure(NamedTuple):
    """What a figure is multiplied by, the unit it then has, and what the user should know of it.

    ``code`` is that of a sentence, ``given`` the unit in the file, ``remark`` goes with the cell.
    """

    factor: float
    unit: str
    code: str = ""
    given: str = ""
    remark: str = ""


def measure(parsed: Parsed, said: str, is_shown_as_per_cent: bool, wanted: str) -> Measure:
    """How a figure, with the unit that its column or row says, becomes one in the ``wanted`` unit of the leaf.

    A number that is shown as 12 % is 0.12 in the file, and counts as 12 per cent. A unit that does not convert is told,
    and the figure taken as it stands.
    """
    if is_shown_as_per_cent and not parsed.unit:
        shown = measure(Parsed(parsed.value, "%"), "", False, wanted)
        return shown._replace(factor=100 * shown.factor) if shown.factor != 0.01 else shown._replace(factor=1.0)
    given = said or parsed.unit
    if not given or not wanted or folded(given) == folded(wanted):
        return Measure(1.0, wanted or given)
    if _is_per_cent(given) and _is_per_cent(wanted):
        return Measure(1.0, wanted)
    factor = conversion(_plain(given), _plain(wanted))
    if factor is None:
        return Measure(1.0, wanted, "import.unit_differs", given, f"«{given}»")
    return Measure(factor, wanted, "data.converted" if factor != 1 else "", given)


def _is_per_cent(unit: str) -> bool:
    return bool(re.fullmatch(PER_CENT, folded(unit)))


def _plain(unit: str) -> str:
    """A unit without its remarks in brackets; any kind of per cent is per cent."""
    return "%" if _is_per_cent(unit) else re.sub(r"\s*\([^()]*\)", "", unit)
