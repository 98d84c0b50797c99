"""Process start to first painted window with the EV study ranked, beside a bare ``QMainWindow`` process.

Run it: ``python tests/benchmarks/startup.py``. Both are measured in turn in one run; medians and their
ratio are printed. The window is that of ``decidr open STUDY``; it ends at its first paint.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
BUDGET = 3.0
TURNS = 15

BARE = """
import sys
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)

def painted():
    print(time.monotonic(), flush=True)
    app.quit()

app = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
sys.exit(app.exec())
"""

DECIDR = """
import sys
import time
from pathlib import Path

import decidr.cli
from decidr.formats.study_file import load_study

path = Path(sys.argv[1])
study = load_study(path)
from decidr.gui.app import run

sys.exit(run(study, path, at_first_paint=lambda: print(time.monotonic(), flush=True)))
"""


def measure(turns: int = TURNS) -> tuple[float, float]:
    """Medians in seconds: the bare window, and decidr's."""
    study = str(ROOT / "templates" / "ev-plant.decidr")
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "DECIDR_HOME": home, "PYTHONPATH": str(ROOT)}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
        environment["PYTHONPYCACHEPREFIX"] = str(Path(home) / "bytecode")
        times: dict[str, list[float]] = {BARE: [], DECIDR: []}
        for turn in range(turns + 1):
            for program, taken in times.items():
                seconds = _run(program, study, environment)
                if turn:  # the first fills the caches of files and bytecode
                    taken.append(seconds)
    return median(times[BARE]), median(times[DECIDR])


def _run(program: str, study: str, environment: dict[str, str]) -> float:
    """Seconds from the start of a process to the moment after its first paint, which it prints."""
    command = [sys.executable, "-c", program, study]
    start = time.monotonic()
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return float(done.stdout) - start


def main() -> None:
    bare, decidr = measure()
    ratio = decidr / bare
    print(f"bare QMainWindow            {bare * 1000:6.0f} ms")
    print(f"decidr, EV study ranked     {decidr * 1000:6.0f} ms")
    print(
        f"ratio                       {ratio:6.2f}   (budget {BUDGET:.1f}: {'holds' if ratio <= BUDGET else 'MISSED'})"
    )


if __name__ == "__main__":
    main()
