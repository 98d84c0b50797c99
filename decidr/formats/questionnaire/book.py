"""Questionnaires, written: one workbook a participant, to be filled in with any spreadsheet program."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.workbook.protection import WorkbookProtection

from decidr.core.study.participants import Participant
from decidr.core.study.problems import Place, Problem, Refused
from decidr.core.study.study import Study
from decidr.formats.atomic import write_atomically
from decidr.formats.questionnaire.asked import Asking, Block, asking
from decidr.formats.questionnaire.carried import CARRIED_SHEET, Carried, Item, Row, carried_lines
from decidr.formats.questionnaire.file_names import file_stem
from decidr.formats.questionnaire.present import present
from decidr.formats.questionnaire.question_page import HEAD_ROW, QuestionPage
from decidr.formats.questionnaire.sheet_setup import protect, set_up
from decidr.formats.questionnaire.sides import Sides
from decidr.formats.questionnaire.start_page import write_start, write_steps
from decidr.formats.questionnaire.terms_page import terms, write_terms
from decidr.formats.questionnaire.wording import Wording
from decidr.formats.report.book.page import Page
from decidr.formats.report.book.stream import plain, save
from decidr.formats.report.book.styles import Styles

SUFFIX = ".xlsx"


@dataclass(frozen=True)
class Questionnaire:
    """One file that was written: for whom (id), where, and how many rows it asks."""

    participant: str
    path: Path
    asked: int


@dataclass(frozen=True)
class Written:
    """The files, and whom nothing could be asked."""

    questionnaires: tuple[Questionnaire, ...]
    problems: tuple[Problem, ...] = ()


def write_questionnaires(
    study: Study, folder: Path, language: str, *, view: str | None = None, step: Callable[[], None] | None = None
) -> Written:
    """Write one workbook a participant into ``folder``, which is made if need be; ``step`` is called after each.

    ``view`` is an id, None: the base view. Refused, with nothing written, where there is nobody or nothing to ask, or a
    file of that name is there already: it may hold somebody's answers. OSError where the folder cannot be written.
    """
    source, wording = asking(study, view), Wording(language)
    plans = _plans(source, folder)
    asked = [(person, path, blocks) for person, path, blocks in plans if blocks]
    silent = tuple(_nothing_to_ask(person) for person, _path, blocks in plans if not blocks)
    _refuse(asked, silent)
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for person, path, blocks in asked:
        write_atomically(path, questionnaire(source, person, blocks, wording))
        found.append(Questionnaire(person.id, path, sum(len(block.questions) for block in blocks)))
        if step:
            step()
    return Written(tuple(found), silent)


Plan = tuple[Participant, Path, tuple[Block, ...]]


def _plans(source: Asking, folder: Path) -> list[Plan]:
    stems: list[str] = []
    for person in source.study.participants:
        stems.append(file_stem(person.name, stems))
    people = source.study.participants
    return [(p, folder / f"{stem}{SUFFIX}", source.blocks(p.id)) for p, stem in zip(people, stems, strict=True)]


def _refuse(asked: list[Plan], silent: tuple[Problem, ...]) -> None:
    if not asked and not silent:
        raise Refused([Problem("error", "questionnaire.nobody", "Participants")])
    if not asked:
        raise Refused([Problem("error", p.code, p.place, p.values) for p in silent])
    there = [path for _person, path, _blocks in asked if path.exists()]
    if there:
        raise Refused([Problem("error", "questionnaire.exists", str(path)) for path in there])


def _nothing_to_ask(person: Participant) -> Problem:
    return Problem("warning", "questionnaire.nothing_to_ask", Place("Participants", (person.name,)))


def questionnaire(source: Asking, person: Participant, blocks: tuple[Block, ...], wording: Wording) -> bytes:
    """One participant's workbook."""
    book = Workbook()
    styles = Styles(book.worksheets[0])
    sides = Sides(source, wording)
    title = source.study.title or source.study.question or source.study.goal
    start = Page(book, wording.say("Start here"), styles)
    questions = Page(book, wording.say("Questions"), styles)
    row = write_start(
        start, wording, title, source.study.question if title != source.study.question else "", person.name
    )
    progress = QuestionPage(questions, sides, wording, present(source.study, person.id, source.view)).write(
        title, blocks
    )
    write_steps(start, row, wording, blocks, progress)
    pages = [start, questions]
    if described := terms(source, blocks):
        pages.append(Page(book, wording.say("Terms"), styles))
        write_terms(pages[-1], source, described, sides, wording)
    hidden = Page(book, CARRIED_SHEET, styles)
    _write_carried(hidden, _carried(source, person, blocks, sides, wording))
    for page in pages:
        set_up(page, wording, title, landscape=page is not start)
    questions.sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    return _saved(book, [*pages, hidden], title)


def _carried(source: Asking, person: Participant, blocks: tuple[Block, ...], sides: Sides, wording: Wording) -> Carried:
    view = next(v for v in source.study.views if v.id == source.view)
    rows = (
        Row(
            q.number,
            sides.carried(q.node),
            sides.carried(q.first),
            sides.carried(q.second) if q.second else None,
            block.way,
        )
        for block in blocks
        for q in block.questions
    )
    return Carried(
        study=source.study.title,
        participant=Item(person.id, person.name),
        view=Item(view.id, view.name),
        language=wording.language,
        words=wording.words(),
        asked=tuple(rows),
    )


def _write_carried(page: Page, carried: Carried) -> None:
    page.sheet.sheet_state = "veryHidden"
    for row, line in enumerate(carried_lines(carried), 1):
        page.text(row, 1, line, "modest")
    for row, strength in enumerate(carried.words.strengths, 1):
        page.text(row, 3, strength, "modest")


def _saved(book: Workbook, pages: list[Page], title: str) -> bytes:
    book.remove(book.worksheets[0])
    for page in pages:
        protect(page)
    book.security = WorkbookProtection(lockStructure=True)
    book.properties.creator, book.properties.title = "decidr", plain(title)
    book.calculation.fullCalcOnLoad = True
    content = BytesIO()
    save(book, {page.name: page.cells for page in pages}, {page.name: page.heights for page in pages}, content)
    return content.getvalue()
