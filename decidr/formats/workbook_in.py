"""The study workbook, read back into a study: all of it, or nothing with every reason and its place."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from decidr.core.analysis.sources import way_of_scoring
from decidr.core.study.checks import structure_problems
from decidr.core.study.edits import set_fields
from decidr.core.study.judgments import NodeSetting
from decidr.core.study.problems import Place, Problem, Refused
from decidr.core.study.scenario_checks import ScenarioChecks
from decidr.core.study.study import Study
from decidr.formats.foreign.matrices import study_of_first_matrix
from decidr.formats.judgment_book import JudgmentBook
from decidr.formats.matrix_sheets import read_matrix_sheet, square_blocks, tell_mistyped_labels
from decidr.formats.opened import Opened
from decidr.formats.spreadsheet import Sheet, read_sheets
from decidr.formats.workbook_columns import COLUMNS, NEEDED
from decidr.formats.workbook_data import has_leaves, is_wide, read_cells
from decidr.formats.workbook_entries import (
    read_costs,
    read_judgments,
    read_levels,
    read_nodes,
    read_rates,
    read_scenario_sets,
    read_scenarios,
    read_weights,
)
from decidr.formats.workbook_structure import (
    Names,
    is_leaf,
    read_criteria,
    read_hosts,
    read_participants,
    read_roles,
    read_study_fields,
    read_views,
    settings_of,
)
from decidr.formats.workbook_tables import Table, Trouble, same_word
from decidr.formats.workbook_weighting import nodes_in_order


def read_workbook(path: Path) -> Opened:
    """The study in a workbook; Refused with every error and its place, else what was noticed comes with it."""
    return study_from_sheets(read_sheets(path), path.name)


def study_from_sheets(sheets: Sequence[Sheet], file: str) -> Opened:
    """The study in the sheets of a workbook called ``file``."""
    reading = _Reading(sheets)
    if reading.table("Criteria") is None:
        if not has_criteria(sheets):  # whatever a sheet «Data» lacks to be a study's, this is why there is no study
            raise Refused([Problem("error", "workbook.no_criteria", file)])
        raise Refused(reading.trouble.problems)
    study = reading.study()
    reading.check(study)
    if reading.trouble.has_errors:
        raise Refused(reading.trouble.problems)
    return Opened(study, tuple(reading.trouble.problems), reading.trouble.addresses)


def has_criteria(sheets: Sequence[Sheet]) -> bool:
    """Whether a sheet is the list of a study's criteria; one of that name that holds a matrix is not."""
    named = (sheet for sheet in sheets if _is_filled(sheet) and same_word("Criteria", sheet.name))
    return any(not square_blocks(sheet) for sheet in named)


def has_sheets_of_a_study(sheets: Sequence[Sheet]) -> bool:
    """Whether any sheet is called like one of a study workbook's."""
    return any(same_word(known, sheet.name) for sheet in sheets for known in COLUMNS)


def read_matrix(path: Path) -> Opened:
    """One matrix in a CSV or a sheet, as a study of a goal and its criteria, without hosts."""
    return study_of_first_matrix(read_sheets(path), path.stem, path.name)


class _Reading:
    """The sheets of one workbook, by name, and the trouble met."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.trouble = Trouble()
        self.names = Names()
        self.others: list[Sheet] = []
        self.tables: dict[str, Table] = {}
        for sheet in filter(_is_filled, sheets):
            self._take(sheet)

    def _take(self, sheet: Sheet) -> None:
        """A sheet with the name and columns of one of a study's, or another, which may be a matrix or a wide table."""
        name = next((known for known in COLUMNS if same_word(known, sheet.name)), None)
        if name is None:
            self.others.append(sheet)
            return
        table = Table(sheet, COLUMNS[name], self.trouble)
        needed = [] if name == "Data" and is_wide(table) else NEEDED[name]
        if name in self.tables:
            self.trouble.error("workbook.sheet_twice", sheet.name, other=self.tables[name].sheet.name)
        elif not table.columns and square_blocks(sheet):
            self.others.append(sheet)
        elif table.tell_missing(needed):
            self.tables[name] = table

    def table(self, name: str) -> Table | None:
        """The sheet of that name, None where the workbook has none or an empty one."""
        return self.tables.get(name)

    def study(self) -> Study:
        """The study, as far as it can be read; the trouble says what is wrong."""
        structure, nodes = self._structure()
        book = JudgmentBook(structure.criteria, tuple(h.id for h in structure.hosts), self.names, self.trouble)
        base = structure.settings.base_view
        read_judgments(self.table("Judgments"), book, base)
        matrices = self._read_matrices(book, base)
        judged = replace(
            structure,
            comparisons=book.comparisons(),
            levels=read_levels(self.table("Ratings"), self.names),
            nodes=nodes_in_order(
                read_nodes(self.table("Nodes"), nodes, self.names, self.trouble.addresses), structure.criteria
            ),
        )
        data, wide = self.table("Data"), self._wide_tables(judged, matrices)
        study = replace(
            judged,
            weights=read_weights(self.tables["Criteria"], self.table("Weights"), judged, self.names),
            cells=read_cells([*([data] if data else []), *wide], judged, self.names),
            costs=read_costs(self.table("Costs"), self.names),
            rates=read_rates(self.table("Rates")),
            scenarios=read_scenarios(self.table("Scenarios"), self.names),
            scenario_sets=read_scenario_sets(self.table("Scenario sets"), self.names),
        )
        self._notice_uncounted(study)
        self._notice_unread({*matrices, *(table.sheet.name for table in wide)})
        for table in (*self.tables.values(), *wide):
            table.notice_others()
        return study

    def _structure(self) -> tuple[Study, list[NodeSetting]]:
        fields = read_study_fields(self.table("Study"))
        goal = fields.texts.get("goal") or "Goal"
        criteria, nodes = read_criteria(self.tables["Criteria"], goal, self.names)
        hosts = read_hosts(self.table("Hosts"), self.names)
        participants = read_participants(self.table("Participants"), self.names)
        views = read_views(self.table("Views"), self.names, criteria)
        study = Study(
            settings=settings_of(fields, views, self.names, self.trouble),
            criteria=criteria,
            hosts=hosts,
            participants=participants,
            roles=read_roles(self.table("Roles"), self.names),
            views=views,
        )
        return set_fields(study, **{**fields.texts, "goal": goal}), nodes

    def _read_matrices(self, book: JudgmentBook, view: str) -> list[str]:
        """Names of the sheets that were matrices, or meant to be."""
        return [
            sheet.name
            for sheet in self.others
            if read_matrix_sheet(sheet, book, view) or tell_mistyped_labels(sheet, book)
        ]

    def _wide_tables(self, study: Study, matrices: Sequence[str]) -> list[Table]:
        """Sheets of any name whose first header is Host and whose others are leaves."""
        tables = (Table(sheet, COLUMNS["Data"], self.trouble) for sheet in self.others if sheet.name not in matrices)
        return [table for table in tables if has_leaves(table, study, self.names)]

    def _notice_uncounted(self, study: Study) -> None:
        """Hosts that are compared where something else scores them."""
        for block in study.comparisons:
            leaf = next((c for c in study.criteria if c.id == block.under and is_leaf(c.id, study.criteria)), None)
            way = way_of_scoring(study, leaf) if leaf else "pairwise"
            if leaf and way != "pairwise" and any(pair.value is not None for pair in block.pairs):
                address = self.trouble.addresses[Place("Judgments", (leaf.name,))]
                self.trouble.notice("judgments.not_counted", address, node=leaf.name, way=way)

    def _notice_unread(self, read: set[str]) -> None:
        for sheet in self.others:
            if sheet.name not in read:
                self.trouble.notice("workbook.unknown_sheet", sheet.name, sheet=sheet.name)

    def check(self, study: Study) -> None:
        """Errors of structure that reading the rows one by one cannot see."""
        for problem in structure_problems(study):
            is_empty = problem.code == "criteria.none" and not study.criteria
            if problem.code == "criteria.cycle" or is_empty:
                place = problem.place if isinstance(problem.place, Place) else Place()
                address = self.trouble.addresses.get(place, "Criteria")
                self.trouble.problems.append(replace(problem, place=address))
        self._check_scenarios(study)

    def _check_scenarios(self, study: Study) -> None:
        """Moves that cannot be made, whatever the numbers; a row that was not understood is told already."""
        ways = {c.id: way_of_scoring(study, c) for c in study.criteria if is_leaf(c.id, study.criteria)}
        for problem in ScenarioChecks(study, ways).problems():
            address = self.trouble.addresses.get(problem.place) if isinstance(problem.place, Place) else None
            is_told = any(told.place == address for told in self.trouble.problems)
            if problem.severity == "error" and not is_told:
                self.trouble.problems.append(replace(problem, place=address or problem.place))


def _is_filled(sheet: Sheet) -> bool:
    return any(sheet.is_filled(row) for row in range(len(sheet.rows)))
