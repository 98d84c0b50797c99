"""What each action does in a window, by the action's id."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from decidr.gui.jobs import load
from decidr.gui.panels.frame.steps import BESIDE, step_of, steps

if TYPE_CHECKING:
    from decidr.gui.main_window import MainWindow

Handlers = dict[str, Callable[[], object]]


def handlers(window: MainWindow) -> Handlers:
    """One for every action of the table."""
    stack = window.document.undo_stack
    return _pages(window) | {
        "start_page": window.leave_study,
        "open": window.files.choose_and_open,
        "save": window.files.save,
        "save_as": window.files.save_as,
        "save_template": window.files.templates.offer,
        "export_report": window.files.save_report,
        "export_workbook": window.files.save_workbook,
        "import_data": window.data_import.choose_and_read,
        "write_questionnaires": window.questionnaires.write,
        "collect_answers": window.questionnaires.choose_and_collect,
        "close": window.leave_study,
        "quit": window.close,
        "undo": stack.undo,
        "redo": stack.redo,
        "find": window.find_field.start,
        "stop_trying": window.document.stop_trying,
        "baseline": partial(window.document.choose_scenario, None),
        "take_snapshot": partial(window.go_to, "history:take"),
        "fold_ranking": window.fold_ranking,
        "full_screen": partial(_turn_full_screen, window),
        "next_page": partial(_turn_page, window, 1),
        "previous_page": partial(_turn_page, window, -1),
        "shortcuts": partial(_show_shortcuts, window),
        "about": partial(_show_about, window),
    }


def _pages(window: MainWindow) -> Handlers:
    pages = (*(step.id for step in steps()), *BESIDE)
    return {f"page_{page}": partial(_work_on, window, page) for page in pages}


def _work_on(window: MainWindow, page: str) -> None:
    """Turn to a page and put the keyboard there."""
    window.open_page(page)
    window.pages.take_focus()


def _turn_page(window: MainWindow, by: int) -> None:
    names = [step.id for step in steps()]
    _work_on(window, names[(names.index(step_of(window.pages.page)) + by) % len(names)])


def _turn_full_screen(window: MainWindow) -> None:
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()


def _show_shortcuts(window: MainWindow) -> None:
    load("decidr.gui.dialogs.shortcuts").ShortcutsDialog(window.action_table.rows, window).exec()


def _show_about(window: MainWindow) -> None:
    load("decidr.gui.dialogs.about").AboutDialog(window).exec()
