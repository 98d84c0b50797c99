"""AHPy's answer to every matrix behind a result."""

from decidr.core.ahp.priorities import eigenvector
from decidr.core.ahp.scales import apply_scale
from decidr.core.ahp.second_opinion import SecondOpinion, second_opinion
from decidr.core.analysis.matrices import Floats, MatrixResult
from decidr.core.analysis.results import Results
from decidr.core.study.study import Settings


def second_opinions(results: Results) -> tuple[SecondOpinion, ...]:
    """One opinion a matrix, in the order of ``results.matrices``: on the eigenvector, after the judgment scale."""
    settings = results.study.settings
    return tuple(_opinion(matrix, settings) for matrix in results.matrices)


def _opinion(matrix: MatrixResult, settings: Settings) -> SecondOpinion:
    try:
        scaled = apply_scale(settings.scale, matrix.judgments)
        return second_opinion(scaled, _kernel_weights(scaled, matrix))
    except ValueError:  # judgments that the scale, or the kernel itself, does not take
        return SecondOpinion("no answer", None)


def _kernel_weights(scaled: Floats, matrix: MatrixResult) -> Floats:
    """The kernel's eigenvector of the same matrix; an incomplete one has none to compare."""
    return scaled[0] if matrix.missing else eigenvector(scaled)
