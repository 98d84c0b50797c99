"""The tests mirror the package: whoever looks for the test of a module knows where it lies."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULES = [path for path in sorted((ROOT / "decidr").rglob("*.py")) if not path.stem.startswith("__")]

TESTED_ELSEWHERE: dict[str, str] = {
    "decidr/core/analysis/matrices.py": "tests/core/analysis/test_nodes.py",
    "decidr/core/study/criteria.py": "tests/formats/test_study_file.py",
    "decidr/core/study/hosts.py": "tests/formats/test_study_file.py",
    "decidr/core/study/imports.py": "tests/formats/test_study_file.py",
    "decidr/core/study/judgments.py": "tests/formats/test_study_file.py",
    "decidr/core/study/part.py": "tests/formats/test_study_file.py",
    "decidr/core/study/scenarios.py": "tests/formats/test_study_file.py",
    "decidr/core/study/sentences.py": "tests/core/study/test_problems.py",
    "decidr/core/study/study.py": "tests/formats/test_study_file.py",
    "decidr/core/study/views.py": "tests/formats/test_study_file.py",
    "decidr/formats/foreign/given.py": "tests/formats/foreign/test_draft.py",
    "decidr/formats/opened.py": "tests/formats/test_opening.py",
    "decidr/gui/models/shared/roles.py": "tests/gui/models/shared/test_typed_table.py",
    "decidr/formats/questionnaire/columns.py": "tests/formats/questionnaire/test_question_page.py",
}
"""Modules without a test of their own name, and the test that covers each: plain values, which do nothing."""


def test_every_module_has_a_test_in_the_same_place() -> None:
    missing = {_name(path): _test_of(path) for path in MODULES if not (ROOT / _test_of(path)).exists()}
    assert missing == {}


def test_only_modules_without_a_test_of_their_own_are_excepted() -> None:
    untested = {_name(path) for path in MODULES if not (ROOT / _mirrored(path)).exists()}
    assert sorted(TESTED_ELSEWHERE.keys() - untested) == []


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _mirrored(path: Path) -> str:
    """The test of the module at this path: ``tests/core/ahp/test_matrix.py`` for ``decidr/core/ahp/matrix.py``."""
    return f"tests/{path.relative_to(ROOT / 'decidr').with_name(f'test_{path.name}').as_posix()}"


def _test_of(path: Path) -> str:
    return TESTED_ELSEWHERE.get(_name(path)) or _mirrored(path)
