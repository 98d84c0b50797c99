"""One matrix of judgments and what follows from it."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from decidr.core.ahp.consistency import Consistency

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]
Integers = NDArray[np.intp]


class MatrixResult(Struct, frozen=True):
    """The judgments of one person, or of the group, at one node, and what follows.

    ``items`` are n ids of siblings or hosts; ``judgments`` (n, n) with NaN where nobody judged; ``priorities`` (n,) in
    the order of ``items``, None while the judgments do not connect the items (``unlinked`` has the groups of indices).
    ``consistency`` is None while unlinked, and for a group whose
    priorities were combined. ``view`` is the view that the judgments belong to;
    ``placeholders`` (n, n) marks pairs that rest on a placeholder; ``judged`` and ``missing`` count pairs.
    """

    node: str
    view: str
    participant: str | None
    items: tuple[str, ...]
    judgments: Floats
    priorities: Floats | None
    consistency: Consistency | None
    placeholders: Booleans
    judged: int
    missing: int
    unlinked: tuple[tuple[int, ...], ...] = ()

    @property
    def placeholder(self) -> int:
        """How many of the judged pairs are placeholders."""
        return int(np.count_nonzero(self.placeholders)) // 2
