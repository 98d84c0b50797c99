"""The JSON project export of AHP-OS: the hierarchy as text, everyone's judgments as two strings a node, the hosts.

The format is described in annex 6 of the AHP-OS manual. ``pj`` holds the project, ``alt`` the alternatives, ``pwc`` one
row a person and node: ``pwc_ab`` has 0 where the first of a pair is preferred and 1 where the second is,
``pwc_intense`` how much, one digit a pair, along the rows of the upper triangle.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import combinations
from typing import Any

from decidr.core.study.names import folded
from decidr.core.study.study import Settings, Study
from decidr.formats.foreign.draft import study_from
from decidr.formats.foreign.given import Given, Pair
from decidr.formats.foreign.hierarchy_text import branches, in_order_of_pairs
from decidr.formats.opened import Opened
from decidr.formats.workbook_tables import Named, Trouble
from decidr.language import _

PREFERRED = {"0": 0, "1": 1}
LONGEST_NAME = 60
"""AHP-OS cuts longer names, in the hierarchy as in the rows of judgments."""

SETTINGS = Settings(random_index="alonso-lamata", synthesis="distributive")
"""The consistency and the synthesis of AHP-OS, so that its figures come back."""


def is_project(value: Any) -> bool:
    """Whether a JSON value is such an export."""
    return isinstance(value, dict) and "pj" in value


def study_of_project(value: Mapping[str, Any], file: str, trouble: Trouble) -> Opened:
    """The study; Refused with the path of whatever is wrong."""
    projects = _rows(value, "pj", trouble)
    project = projects[0] if projects else {}
    for number in range(1, len(projects)):
        trouble.notice("ahp_os.another_project", f"$.pj[{number}]", name=_text(projects[number], "project_name"))
    text = _text(project, "project_hText")
    if not text:
        trouble.error("ahp_os.no_hierarchy", "$.pj[0].project_hText" if projects else file)
    tree = branches(text, lambda line: _("$.pj[0].project_hText, line {line}").format(line=line), trouble)
    hosts = [_text(row, "alt") for row in _rows(value, "alt", trouble) if _text(row, "alt")]
    answers = _Answers(tree, hosts, trouble).given(_rows(value, "pwc", trouble))
    trouble.notice("foreign.settings", file, program="AHP-OS", table="Alonso-Lamata")
    return study_from([*tree, *answers], trouble, _about(project), hosts)


def _rows(value: Mapping[str, Any], key: str, trouble: Trouble) -> list[Mapping[str, Any]]:
    rows = value.get(key) or []
    if isinstance(rows, list) and all(isinstance(row, dict) for row in rows):
        return rows
    trouble.error("ahp_os.no_rows", f"$.{key}")
    return []


def _text(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    return "" if value is None else str(value).strip()


def _about(project: Mapping[str, Any]) -> Study:
    return Study(
        title=_text(project, "project_name"),
        question=" ".join(_text(project, "project_description").split()),
        author=_text(project, "project_author"),
        date=_text(project, "project_datetime")[:10],
        settings=SETTINGS,
    )


class _Answers:
    """What the rows of judgments say, each at its node."""

    def __init__(self, tree: Sequence[Given], hosts: Sequence[str], trouble: Trouble) -> None:
        self.hosts, self.trouble = tuple(hosts), trouble
        self.items = in_order_of_pairs(tree)
        self.nodes = Named("criterion")
        names = [name for one in tree for name in (one.node, *one.items)]
        for name in names:
            self.nodes.add(name, name)
        for name in names:
            self.nodes.add(name[:LONGEST_NAME], name)

    def given(self, rows: Sequence[Mapping[str, Any]]) -> Iterator[Given]:
        for number, row in enumerate(rows):
            path = f"$.pwc[{number}]"
            node = self.nodes.find(_text(row, "pwc_node"))
            if node is None:
                self.nodes.tell_unknown(_text(row, "pwc_node"), f"{path}.pwc_node", self.trouble)
                continue
            items = self.items.get(folded(node), self.hosts)
            person = _text(row, "pwc_part")
            yield Given(node, items, path, person, tuple(self._pairs(row, path, node, items)))

    def _pairs(self, row: Mapping[str, Any], path: str, node: str, items: Sequence[str]) -> Iterator[Pair]:
        sides, strengths = _text(row, "pwc_ab"), _text(row, "pwc_intense")
        pairs = list(combinations(items, 2))
        if not len(sides) == len(strengths) == len(pairs):
            found = min(len(sides), len(strengths))
            self.trouble.error("ahp_os.length", path, node=node, found=found, wanted=len(pairs))
            return
        when = _day(row.get("pwc_timestamp"))
        for pair, side, strength in zip(pairs, sides, strengths, strict=True):
            value = self._value(side, strength, path)
            yield Pair(*pair, value, path, when)

    def _value(self, side: str, strength: str, path: str) -> float | None:
        if side not in PREFERRED:
            self.trouble.error("ahp_os.no_side", f"{path}.pwc_ab", value=side)
        elif strength not in "123456789":
            self.trouble.error("judgments.not_a_ratio", f"{path}.pwc_intense", value=strength)
        else:
            return 1 / int(strength) if PREFERRED[side] else float(strength)
        return None


def _day(timestamp: Any) -> str:
    """The day of a time in seconds since 1970, in UTC; empty where it is none."""
    try:
        return datetime.fromtimestamp(int(timestamp), UTC).date().isoformat()
    except (TypeError, ValueError, OverflowError, OSError):
        return ""
