"""Starting the window, and drawing it without a screen."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

gc.disable()  # while parts load: what they make stays, so to search it again and again is in vain

# Before numpy: to start the threads of its linear algebra takes longer than all matrices of a study.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import msgspec  # noqa: F401 - numpy and msgspec before Qt: the start is faster in this order
import numpy  # noqa: F401
from PySide6 import QtCore  # QLocale is dear (all languages and countries), and looked up there after the paint
from PySide6.QtCore import QEventLoop, QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

# PySide6 reads the source of each module imported after it: does it ask for ``__feature__``? None of ours does.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

from decidr.core.study.study import Study
from decidr.gui import crash, theme
from decidr.gui.document import Document
from decidr.gui.jobs import load
from decidr.gui.main_window import MainWindow
from decidr.gui.settings import WindowSettings

SOON_MS = 120

gc.freeze()
gc.enable()


def run(study: Study | None, file: Path | None, *, at_first_paint: Callable[[], object] | None = None) -> int:
    """Show the window on a study, or on the start page; returns when it is closed.

    With ``at_first_paint`` the program does that after its first paint, and ends: so its start is measured.
    """
    gc.disable()
    app = application()
    settings = WindowSettings()
    theme.apply(app, settings.appearance)
    document = Document(study or Study(), file.absolute() if file else None)
    window = MainWindow(document, settings, has_study=study is not None)
    before = crash.watch(window.messages)
    window.painted.connect(_collect_garbage)
    if at_first_paint:
        window.painted.connect(at_first_paint)
        window.painted.connect(app.quit)
    else:
        window.painted.connect(_start_log)
        window.painted.connect(_speak)
        window.painted.connect(window.load_parts)
        window.painted.connect(window.files.offer_recovery)
    if study is not None and document.path is not None:
        settings.remember(document.path, study.title)
    window.show()
    code = app.exec()
    window.jobs.close()
    crash.unwatch(before)
    return code


def draw_window(
    study: Study | None,
    path: Path,
    *,
    size: tuple[int, int] = (1440, 900),
    page: str = "results",
    appearance: theme.Appearance = "light",
) -> None:
    """Draw the main window on ``study`` (None: the start page) to a PNG; needs no screen.

    ``size`` in pixels; ``page`` is the id of a page or an address, as ``results`` or ``weights:goal``.
    """
    app = application(["-platform", "offscreen"])
    theme.apply(app, appearance)
    with TemporaryDirectory() as folder:
        settings = WindowSettings(Path(folder))
        window = MainWindow(Document(study or Study()), settings, has_study=study is not None)
        window.resize(*size)
        window.show()
        window.load_parts()
        if study is not None:
            window.go_to(page)
        while not window.is_at_rest:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        _wait(SOON_MS)
        window.grab().save(str(path))
        window.close()
        window.deleteLater()


def _wait(milliseconds: int) -> None:
    """Let what comes soon after come, such as layouts and what stands out in a matrix."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def application(options: Sequence[str] = ()) -> QApplication:
    """The one application object, made with Qt's ``options`` if there is none yet."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication([*sys.argv[:1], "-style", "fusion", *options])
    app.setApplicationName("decidr")
    app.setApplicationDisplayName("decidr")
    app.setDesktopFileName("decidr")
    return app


def _collect_garbage() -> None:
    """From the first paint on; what the start has made is left out of every later search."""
    gc.freeze()
    gc.enable()


def _start_log() -> None:
    """The log writes to its file from here on; what comes before goes to standard error."""
    load("decidr.log").start()


def _speak() -> None:
    """Qt's own words, as in file dialogs, in the language of the system."""
    app, language = application(), QtCore.QLocale.system()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(app)
    if language.language() != QtCore.QLocale.Language.English and translator.load(language, "qtbase", "_", folder):
        app.installTranslator(translator)
