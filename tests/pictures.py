"""Pictures of every page in the real window, light and dark, on a laptop and on a large screen.

``python3 installers/dev.py pictures FOLDER`` draws them, on the EV-plant study and without a screen.
"""

from __future__ import annotations

import sys
from pathlib import Path

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import add_participant, give_values, set_criterion, set_judgment, take_snapshot
from decidr.core.study.study import Study
from decidr.core.study.tree import children_of
from decidr.formats.templates import load_template
from decidr.gui.app import draw_window
from decidr.gui.panels.frame.steps import steps
from decidr.gui.panels.sensitivity.page import tabs
from decidr.gui.theme import Appearance

APPEARANCES: tuple[Appearance, ...] = ("light", "dark")
SIZES = ((1280, 800), (1920, 1080))


def draw_all(folder: Path) -> list[Path]:
    """Draw the start page, every step and the tabs of Sensitivity and Robustness: by page, appearance and size."""
    folder.mkdir(parents=True, exist_ok=True)
    study = load_template("ev-plant")
    pages: dict[str, Study | None] = {"start": None, **{step.id: study for step in steps()}}
    pages["history"] = with_history(study)
    pages |= {f"sensitivity:{tab}": study for tab in (*(tab.id for tab in tabs()), "two_weights:3")}
    pages |= {f"robustness:{tab}": study for tab in ("totals", "pairs", "weights")}
    made = []
    for page, shown in pages.items():
        for appearance in APPEARANCES:
            for width, height in SIZES:
                path = folder / f"{page.replace(':', '-')}-{appearance}-{width}x{height}.png"
                draw_window(shown, path, size=(width, height), page=page, appearance=appearance)
                made.append(path)
    return made


def with_history(study: Study) -> Study:
    """The EV-plant study after a workshop: two snapshots, judgments of three people on two days, other figures."""
    study = take_snapshot(study, "As the template has it", "2026-10-28T16:40")
    study = add_participant(add_participant(study, "Lee Wong"), "Ana Duarte")
    lee, ana = (person.id for person in study.participants[-2:])
    base, tops = study.settings.base_view, children_of(study.criteria)[GOAL]
    judged = (
        (0, 1, 3.0, None, "2026-11-02", "The board of 2 November put stability first"),
        (0, 2, 1.0, None, "2026-11-02", ""),
        (3, 4, 0.5, lee, "2026-11-03", "Exports pay for the plant"),
        (3, 4, 2.0, ana, "2026-11-03", ""),
    )
    for number, (first, second, value, who, when, note) in enumerate(judged):
        if number == 2:
            study = take_snapshot(study, "After the board", "2026-11-02T18:05")
        pair = {"under": GOAL, "view": base, "first": tops[first], "second": tops[second]}
        study = set_judgment(study, **pair, value=value, participant=who, when=when, note=note or None)
    cell = next(cell for cell in study.cells if isinstance(cell.value, float))
    study = give_values(study, {(cell.criterion, cell.host, cell.way): cell.value - 0.4}, "2026-11-04")
    return set_criterion(study, tops[5], active=False)


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
