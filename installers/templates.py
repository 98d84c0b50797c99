"""Build the templates from their tables: ``templates/NAME/*.csv`` becomes ``templates/NAME.decidr``.

The tables are the sheets of a study workbook, one CSV a sheet, so that a consultant can read where each number comes
from and change it. They are read by the same code that reads a user's workbook. Run it in decidr's environment:
``.venv/bin/python installers/templates.py``.
"""

import csv
import sys
from pathlib import Path

from decidr.core.study.edits import set_fields
from decidr.core.study.problems import Refused
from decidr.core.study.study import Study
from decidr.formats.spreadsheet import Sheet
from decidr.formats.study_file import save_study
from decidr.formats.workbook_in import study_from_sheets

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


def build(folder: Path) -> Study:
    """The study in the tables of ``folder``; Refused with file and cell where something is wrong.

    Without a table of criteria it is a study in which nothing but its texts is there.
    """
    if not (folder / "criteria.csv").exists():
        return set_fields(Study(), **_texts(folder / "study.csv"))
    return study_from_sheets([_sheet(table) for table in sorted(folder.glob("*.csv"))], folder.name).study


def _texts(table: Path) -> dict[str, str]:
    """The fields of a study, as Title and Goal, by the names that the study has for them."""
    with table.open(encoding="utf-8", newline="") as file:
        return {row["Field"].lower(): row["Value"] for row in csv.DictReader(file)}


def _sheet(table: Path) -> Sheet:
    with table.open(encoding="utf-8", newline="") as file:
        return Sheet(table.stem.replace("_", " "), [[*row] for row in csv.reader(file)])


def main() -> int:
    """Build every template; 1 with every reason where one cannot be built."""
    for folder in sorted(path for path in TEMPLATES.iterdir() if path.is_dir()):
        try:
            save_study(build(folder), TEMPLATES / f"{folder.name}.decidr")
        except Refused as refusal:
            print(refusal, file=sys.stderr)
            return 1
        print(TEMPLATES / f"{folder.name}.decidr")
    return 0


if __name__ == "__main__":
    sys.exit(main())
