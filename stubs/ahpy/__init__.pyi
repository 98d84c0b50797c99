"""What decidr uses of AHPy 2.1."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

__version__: str

_RandomIndex = Literal["dd", "saaty"]
_Comparisons = Mapping[tuple[str, str], float] | Mapping[str, float]

class Compare:
    name: str
    comparisons: _Comparisons
    precision: int
    random_index: str | None
    global_weight: float
    local_weight: float
    consistency_ratio: float | None
    global_weights: dict[str, float]
    local_weights: dict[str, float]
    target_weights: dict[str, float] | None
    def __init__(
        self,
        name: str,
        comparisons: _Comparisons,
        precision: int = 4,
        random_index: _RandomIndex = "dd",
        iterations: int = 100,
        tolerance: float = 0.0001,
        cr: bool = True,
    ) -> None: ...
    def __getitem__(self, item: Any) -> Any: ...
    def add_children(self, children: Sequence[Compare]) -> None: ...
    def report(self, complete: bool = False, show: bool = False, verbose: bool = False) -> dict[str, Any]: ...

class Compose:
    nodes: list[Compare]
    hierarchy: Mapping[str, Sequence[str]] | None
    def __init__(self) -> None: ...
    def __getitem__(self, item: str) -> Compare: ...
    def __getattr__(self, item: str) -> Compare: ...
    def add_comparisons(
        self,
        item: str | Compare | Sequence[Any],
        comparisons: _Comparisons | None = None,
        precision: int = 4,
        random_index: _RandomIndex = "dd",
        iterations: int = 100,
        tolerance: float = 0.0001,
        cr: bool = True,
    ) -> None: ...
    def add_hierarchy(self, hierarchy: Mapping[str, Sequence[str]]) -> None: ...
    def report(self, name: str | None = None, show: bool = False, verbose: bool = False) -> dict[str, Any]: ...
