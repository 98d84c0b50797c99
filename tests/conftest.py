"""What all tests share: Qt without a screen, folders of their own, LibreOffice, and no window left behind."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThread, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("decidr", deadline=None)  # a busy machine is no failure
settings.load_profile("decidr")

FindProgram = Callable[..., Path]


@pytest.fixture(autouse=True)
def decidr_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of this test alone: no test sees the settings of another, or of whoever runs them."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("DECIDR_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def program() -> FindProgram:
    """``program("soffice", "libreoffice", package="libreoffice-calc")``: the first of these that is installed.

    In CI a missing program fails the test, elsewhere it skips it; both say how to get the program.
    """

    def find(*names: str, package: str) -> Path:
        for name in names:
            if found := shutil.which(name):
                return Path(found)
        advice = f"{names[0]} is not installed; on Debian: apt-get install {package}"
        if os.environ.get("CI"):
            pytest.fail(advice, pytrace=False)
        pytest.skip(advice)

    return find


ALWAYS_RECALCULATE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
  </item>
</oor:items>
"""


class LibreOffice:
    """LibreOffice without a window, with a profile of its own, so that several may run at a time."""

    def __init__(self, soffice: Path, new_folder: Callable[[str], Path]) -> None:
        self._new_folder = new_folder
        profile = new_folder("profile")
        (profile / "user").mkdir()
        (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE, encoding="utf-8")
        self._command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]

    def recalculate(self, workbook: Path) -> Path:
        """A copy of the workbook, in a new folder, with every formula computed anew."""
        return self._convert(workbook, "xlsx")

    def to_ods(self, workbook: Path) -> Path:
        """The workbook saved in LibreOffice's own form, in a new folder."""
        return self._convert(workbook, "ods")

    def to_pdf(self, workbook: Path) -> Path:
        """The workbook's pages as a PDF, in a new folder."""
        return self._convert(workbook, "pdf")

    def _convert(self, source: Path, kind: str) -> Path:
        folder = self._new_folder(kind)  # always a new one: a stale file never passes for what was asked
        outcome = subprocess.run(
            [*self._command, "--convert-to", kind, "--outdir", folder, source],
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        target = folder / f"{source.stem}.{kind}"
        assert target.exists(), f"LibreOffice made no {kind} of {source}: {outcome.stdout}{outcome.stderr}"
        return target


@pytest.fixture(scope="session")
def libreoffice(program: FindProgram, tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """LibreOffice for this worker: ``libreoffice.recalculate(path)`` and ``libreoffice.to_pdf(path)``."""
    soffice = program("soffice", "libreoffice", package="libreoffice-calc")
    return LibreOffice(soffice, tmp_path_factory.mktemp)


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test of the window begins with no key held, and leaves no window open and no thread running."""
    if "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    _let_go_of_all_keys()
    before = _windows_and_threads()
    yield
    left = [thing for thing in _windows_and_threads() if thing not in before]
    assert not left, f"left behind: {left}"


def _let_go_of_all_keys() -> None:
    """Hold no modifier: Qt keeps those of the last key that a test pressed, and selects rows by them."""
    QTest.keyPress(QWidget(), Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)


def _windows_and_threads() -> list[object]:
    """All top-level widgets but tooltips, and all running threads, once what is to be deleted is gone."""
    QThreadPool.globalInstance().waitForDone(10_000)
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    windows = [window for window in QApplication.topLevelWidgets() if window.windowType() != Qt.WindowType.ToolTip]
    qt_threads = [
        thing for thing in shiboken6.getAllValidWrappers() if isinstance(thing, QThread) and thing.isRunning()
    ]
    return [*windows, *qt_threads, *threading.enumerate()]
