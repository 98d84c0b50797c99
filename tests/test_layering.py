"""The house keeps its shape: imports go one way, and no room grows too large to be understood."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "decidr").rglob("*.py"))
SCRIPTS = sorted((ROOT / "installers").rglob("*.py"))

LATE_IMPORTS = {
    "decidr/cli.py": "the window and the charts, only when a command asks for them",
    "decidr/gui/jobs.py": "the heavy parts, after the first paint",
}
NAMES_THAT_SAY_NOTHING = {"utils", "util", "common", "helpers", "helper", "misc", "manager", "controller"}
MOST_LINES_IN_A_FILE = 400
MOST_LINES_IN_A_CLASS = 250
MOST_LINES_IN_A_FUNCTION = 50


def test_imports_go_one_way() -> None:
    linter = shutil.which("lint-imports", path=sysconfig.get_path("scripts"))
    assert linter, "import-linter is missing; set decidr up by installers/dev.py"
    report = subprocess.run([linter, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert report.returncode == 0, report.stdout + report.stderr


def test_item_models_know_no_widgets() -> None:
    models = [path for path in MODULES if _name(path).startswith("decidr/gui/models/")]
    imports = {f"{_name(path)}: {name}" for path in models for name in _imported_names(_tree(path))}
    assert [line for line in sorted(imports) if "PySide6.QtWidgets" in line] == []


def test_imports_stand_at_the_top_but_in_two_named_places() -> None:
    late = [_name(path) for path in MODULES if any(_late_imports(_tree(path)))]
    assert [name for name in late if name not in LATE_IMPORTS] == []


def test_a_module_is_named_after_what_is_inside() -> None:
    assert [_name(path) for path in MODULES if path.stem in NAMES_THAT_SAY_NOTHING] == []


def test_files_stay_small() -> None:
    sizes = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES + SCRIPTS}
    assert {name: size for name, size in sizes.items() if size > MOST_LINES_IN_A_FILE} == {}


def test_classes_stay_small() -> None:
    assert _longer_than(MOST_LINES_IN_A_CLASS, ast.ClassDef) == []


def test_functions_stay_small() -> None:
    assert _longer_than(MOST_LINES_IN_A_FUNCTION, ast.FunctionDef, ast.AsyncFunctionDef) == []


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _longer_than(most: int, *kinds: type[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]) -> list[str]:
    """``file:line`` of definitions of these kinds with more lines than that."""
    return [
        f"{_name(path)}:{node.lineno}"
        for path in MODULES + SCRIPTS
        for node in ast.walk(_tree(path))
        if isinstance(node, kinds) and node.end_lineno and node.end_lineno - node.lineno >= most
    ]


def _imported_names(tree: ast.AST) -> Iterator[str]:
    """What is imported, in full: ``PySide6.QtWidgets.QLabel`` for ``from PySide6.QtWidgets import QLabel``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            parent = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
            yield from (f"{parent}{alias.name}" for alias in node.names)


def _late_imports(tree: ast.AST) -> Iterator[ast.AST]:
    """Imports inside functions, and calls of importlib, wherever they stand."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (inner for inner in ast.walk(node) if isinstance(inner, ast.Import | ast.ImportFrom))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            yield node
