"""The PySide6 in use must not lose references when it emits: 6.12.0 does on Python 3.11, and aborts."""

from __future__ import annotations

import subprocess
import sys

EMISSIONS = 5_000

CHILD = f"""
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal()
    struck = Signal(object)

heard = []
bell = Bell()
bell.rung.connect(lambda: heard.append(None))
bell.struck.connect(heard.append)
for _ in range({EMISSIONS}):
    bell.rung.emit()
    bell.struck.emit(None)
print(len(heard))
"""


def test_a_process_outlives_thousands_of_signals() -> None:
    child = subprocess.run([sys.executable, "-c", CHILD], capture_output=True, text=True, check=False)
    assert (child.returncode, child.stdout.strip()) == (0, str(2 * EMISSIONS)), child.stderr
