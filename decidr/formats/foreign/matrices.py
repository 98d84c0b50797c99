"""Plain matrices of judgments anywhere on any sheet: a goal with its criteria, deeper where matrices name others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from decidr.core.study.names import folded
from decidr.core.study.problems import Problem, Refused
from decidr.core.study.study import Study
from decidr.formats.foreign.draft import study_from
from decidr.formats.foreign.given import Given, Pair
from decidr.formats.matrix_sheets import Block, has_ones_on_diagonal, judgments_in, square_blocks
from decidr.formats.opened import Opened
from decidr.formats.spreadsheet import Sheet
from decidr.formats.workbook_tables import Trouble
from decidr.language import _


def study_of_matrices(sheets: Sequence[Sheet], title: str) -> Opened | None:
    """The study that all matrices of a workbook make; None where there is no matrix, Refused where they clash.

    A matrix belongs under what its top-left cell names, before an @; an empty one under the item of another matrix
    that the cell above it or the sheet is called like. Sheets that hold the same matrix are participants.
    """
    trouble = Trouble()
    blocks = _of_judgments([block for sheet in sheets for block in square_blocks(sheet)], trouble)
    if not blocks:
        return None
    labelled = _joined([_labelled(block, blocks) for block in blocks])
    people = _people_of_sheets(labelled, trouble)
    given = [
        _given(one.block, one.node, one.person or people.get(one.block.sheet.name, ""), trouble) for one in labelled
    ]
    return study_from(given, trouble, Study(title=title))


def study_of_first_matrix(sheets: Sequence[Sheet], title: str, file: str) -> Opened:
    """The first matrix alone, as a goal and its criteria; the others are noticed. Refused where there is none."""
    blocks = [block for sheet in sheets for block in square_blocks(sheet)]
    if not blocks:
        raise Refused([Problem("error", "matrix.none", file)])
    trouble = Trouble()
    for other in blocks[1:]:
        trouble.notice("matrix.others", other.address)
    given = _given(blocks[0], _corner_parts(blocks[0])[0], "", trouble)
    return study_from([given], trouble, Study(title=title))


@dataclass(frozen=True)
class _Labelled:
    """A block with the node and the participant that it names."""

    block: Block
    node: str
    person: str

    @property
    def key(self) -> tuple[str, frozenset[str]]:
        return folded(self.node), frozenset(self.block.across)


def _of_judgments(blocks: Sequence[Block], trouble: Trouble) -> list[Block]:
    """The blocks without those that repeat the items of a matrix with other figures, such as its normalised form."""
    matrices = {frozenset(block.across) for block in blocks if has_ones_on_diagonal(block)}
    kept = []
    for block in blocks:
        if has_ones_on_diagonal(block) or frozenset(block.across) not in matrices:
            kept.append(block)
        else:
            trouble.notice("matrix.not_judgments", block.address)
    return kept


def _labelled(block: Block, blocks: Sequence[Block]) -> _Labelled:
    node, person = _corner_parts(block)
    if not node:
        items = {label for other in blocks if other is not block for label in other.across} - {*block.across}
        above = block.sheet.text(block.row - 1, block.column) if block.row else ""
        node = next((name for name in (above, block.sheet.name) if folded(name) in items), "")
    return _Labelled(block, node, person)


def _joined(labelled: Sequence[_Labelled]) -> list[_Labelled]:
    """A matrix that names no node is of the only node that others with the same items name."""
    nodes: dict[frozenset[str], dict[str, str]] = {}
    for one in labelled:
        if one.node:
            nodes.setdefault(one.key[1], {})[folded(one.node)] = one.node
    found = []
    for one in labelled:
        named = list(nodes.get(one.key[1], {}).values())
        found.append(replace(one, node=named[0]) if not one.node and len(named) == 1 else one)
    return found


def _corner_parts(block: Block) -> tuple[str, str]:
    node, _at, person = block.corner.partition("@")
    return node.strip(), person.strip()


def _people_of_sheets(labelled: Sequence[_Labelled], trouble: Trouble) -> Mapping[str, str]:
    """The sheets that stand for a participant, since another sheet has the same matrix and none says whose it is."""
    sheets: dict[tuple[str, frozenset[str]], dict[str, str]] = {}
    for one in labelled:
        if not one.person:
            sheets.setdefault(one.key, {})[one.block.sheet.name] = one.block.address
    shared = [found for found in sheets.values() if len(found) > 1]
    people = {name: name for found in shared for name in found}
    if people:
        trouble.notice("foreign.people_from_sheets", next(iter(shared[0].values())), names=_(", ").join(people))
    return people


def _given(block: Block, node: str, person: str, trouble: Trouble) -> Given:
    names = tuple(block.sheet.text(block.row, block.column + 1 + i) for i in range(len(block.across)))
    return Given(node, names, block.address, person, pairs_of(block, names, trouble))


def pairs_of(block: Block, names: Sequence[str], trouble: Trouble) -> tuple[Pair, ...]:
    """The judgments of a block, its items called ``names`` in the order of its columns."""
    found = judgments_in(block, names, trouble)
    return tuple(Pair(j.first, j.second, j.value, address) for j, address in found)
