"""Pictures of every page in the real window, light and dark, on a laptop and on a large screen.

``python3 installers/dev.py pictures FOLDER`` draws them, on the EV-plant study and without a screen.
"""

from __future__ import annotations

import sys
from pathlib import Path

from decidr.core.study.study import Study
from decidr.formats.templates import load_template
from decidr.gui.app import draw_window
from decidr.gui.panels.steps import steps
from decidr.gui.theme import Appearance

APPEARANCES: tuple[Appearance, ...] = ("light", "dark")
SIZES = ((1280, 800), (1920, 1080))


def draw_all(folder: Path) -> list[Path]:
    """Draw the start page and every step into ``folder``; the files, by page, appearance and size."""
    folder.mkdir(parents=True, exist_ok=True)
    study = load_template("ev-plant")
    pages: dict[str, Study | None] = {"start": None, **{step.id: study for step in steps()}}
    made = []
    for page, shown in pages.items():
        for appearance in APPEARANCES:
            for width, height in SIZES:
                path = folder / f"{page}-{appearance}-{width}x{height}.png"
                draw_window(shown, path, size=(width, height), page=page, appearance=appearance)
                made.append(path)
    return made


def main() -> int:
    """Draw into the folder that the command line names."""
    if len(sys.argv) != 2:
        print("usage: pictures.py FOLDER", file=sys.stderr)
        return 2
    for path in draw_all(Path(sys.argv[1])):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
