"""20,000 × 21 cells imported with every check, against pandas reading the same workbook by calamine alone.

The workbook has a row a region and a column an indicator, the hosts among the regions. Both are measured in turn in one
run, cold once and then warm; the figures are checked afterwards. Run by ``python3 installers/dev.py bench import``;
prints medians.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from openpyxl import Workbook

from decidr.core.study.criteria import Criterion
from decidr.core.study.hosts import Host
from decidr.core.study.imports import ImportMapping
from decidr.core.study.study import Study
from decidr.formats.indicators.importing import import_files

ROWS = 20_000
INDICATORS = 20
TURNS = 5
COUNTRIES = ("Canada", "United States", "Mexico", "Hungary", "Spain", "Türkiye", "Brazil", "Thailand", "Morocco")


def study() -> Study:
    """Hosts and a leaf for each indicator."""
    return Study(
        criteria=tuple(Criterion(id=f"c{n}", name=f"Indicator {n}") for n in range(INDICATORS)),
        hosts=tuple(Host(id=f"h{n}", name=name) for n, name in enumerate(COUNTRIES)),
    )


def write(path: Path, form: str) -> dict[tuple[str, str], float]:
    """The workbook; the figures of the hosts by leaf and host."""
    draw = random.Random(1)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.append(["Country", *(f"Indicator {n}" for n in range(INDICATORS))])
    step = ROWS // len(COUNTRIES)
    wanted = {}
    for row in range(ROWS):
        values = [round(draw.uniform(0, 100), 4) for _ in range(INDICATORS)]
        host = row // step if row % step == 0 and row // step < len(COUNTRIES) else None
        wanted |= {(f"c{n}", f"h{host}"): value for n, value in enumerate(values)} if host is not None else {}
        texts = [f"{value} " if form == "text" and n % 2 else value for n, value in enumerate(values)]
        sheet.append([f"Region {row}" if host is None else COUNTRIES[host], *texts])
    book.save(path)
    return wanted


def seconds(run: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def compare(path: Path, wanted: dict[tuple[str, str], float], name: str) -> None:
    """Both readers in turn, and whether the figures are those that were written."""
    target = study()
    found: list[Study] = []

    def ours() -> None:
        found.append(import_files(target, [path], ImportMapping(file="", year=2023), {}).study)

    def alone() -> None:
        pd.read_excel(path, engine="calamine")

    cold = seconds(ours)
    times = [(seconds(alone), seconds(ours)) for _ in range(TURNS)]
    if {(cell.criterion, cell.host): cell.value for cell in found[-1].cells} != wanted:
        raise SystemExit("the figures imported are not those written")
    base, each = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"  {name:28} pandas {base:6.2f}   imported {each:6.2f}   ratio {each / base:5.2f}   first time {cold:6.2f}")


def main() -> None:
    """Numbers as numbers, and every other column as text."""
    print(f"{ROWS} × {INDICATORS + 1} cells imported (s)")
    with tempfile.TemporaryDirectory() as folder:
        for form in ("numbers", "text"):
            path = Path(folder) / f"{form}.xlsx"
            wanted = write(path, form)
            compare(path, wanted, form)


if __name__ == "__main__":
    main()
