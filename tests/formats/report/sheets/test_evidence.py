"""What the weight rests on; that the shares are right LibreOffice says in test_excel."""

from pathlib import Path

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.edits import set_cell
from decidr.core.study.study import Study
from decidr.formats.report.book.inputs import Input
from decidr.formats.report.book.report import Report
from tests.conftest import LibreOffice
from tests.formats.report.live import Computed, change, value, written


def test_a_placeholder_replaced_lowers_the_warning(
    ev_plant: Study, ev_report: Report, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    ids = {part.name: part.id for parts in (ev_plant.criteria, ev_plant.hosts) for part in parts}
    jobs, canada = ids["Jobs"], ids["Canada"]
    path = written(ev_report, tmp_path)
    change(path, {value(jobs, canada): 7, Input("status", "", jobs, "", canada): "measured"})
    changed = set_cell(ev_plant, jobs, canada, value=7.0, status="measured")
    computed = Computed(libreoffice.recalculate(path))
    for kind, share in evaluate(changed).evidence.items():
        assert abs(computed.number(ev_report.places["evidence", kind]) - share) < 1e-9
