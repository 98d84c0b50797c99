"""Random indices: the consistency index that judgments drawn at random have on average."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

_SAATY_1980 = (
    0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
)  # fmt: skip

_SAATY_2005 = (
    0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59,
)  # fmt: skip

_ALONSO_LAMATA = (
    0.5247, 0.8816, 1.1086, 1.2479, 1.3417, 1.4057, 1.4499, 1.4854, 1.5140, 1.5365, 1.5551, 1.5713, 1.5838,
)  # fmt: skip

_DONEGAN_DODD = {
    3: 0.4914, 4: 0.8286, 5: 1.0591, 6: 1.1797, 7: 1.2519, 8: 1.3171, 9: 1.3733, 10: 1.4055, 11: 1.4213,
    12: 1.4497, 13: 1.4643, 14: 1.4822, 15: 1.4969, 16: 1.5078, 17: 1.5153, 18: 1.5262, 19: 1.5313,
    20: 1.5371, 25: 1.5619, 30: 1.5772, 40: 1.5976, 50: 1.6102, 60: 1.6178, 70: 1.6237, 80: 1.6277,
    90: 1.6213, 100: 1.6339,
}  # fmt: skip

TABLES: Mapping[str, Mapping[int, float]] = MappingProxyType(
    {
        "saaty 2005": MappingProxyType(dict(enumerate(_SAATY_2005, start=3))),
        "saaty 1980": MappingProxyType(dict(enumerate(_SAATY_1980, start=3))),
        "donegan-dodd": MappingProxyType(_DONEGAN_DODD),
        "alonso-lamata": MappingProxyType(dict(enumerate(_ALONSO_LAMATA, start=3))),
    }
)
"""Figures as printed, by number of items.

saaty 2005: Saaty, Theory and Applications of the Analytic Network Process, 2005, p. 31.
saaty 1980: Saaty, The Analytic Hierarchy Process, 1980, as printed in many texts (it dips from 11 to 12).
donegan-dodd: Donegan & Dodd, Math. Comput. Modelling 15(10) 1991, 135-137 (it dips from 80 to 90).
alonso-lamata: Alonso & Lamata, IJUFKS 14(4) 2006, 445-459.
"""

_INCOMPLETE = MappingProxyType(
    {
        4: (0.884, 0.583, 0.306, 0.053),
        5: (1.109, 0.925, 0.739, 0.557, 0.379, 0.212, 0.059),
        6: (1.249, 1.128, 1.007, 0.883, 0.758, 0.634, 0.510, 0.389, 0.271, 0.161),
        7: (1.341, 1.256),
    }
)
"""By number of items, then of missing pairs: Ágoston & Csató, Omega 108 (2022) 102576, table 2."""


def random_index(table: str, n: int) -> float:
    """The random index of complete matrices of n items, by one of `TABLES`; 0 for one and two items.

    Between the sizes that Donegan & Dodd printed it is interpolated; above a table's end it is Alonso &
    Lamata's fit (2.7699 n - 4.3513 - n)/(n - 1), IJUFKS 14(4) 2006. ValueError on an unknown table and on n <
    1.
    """
    printed = _printed(table)
    if n < 1:
        raise ValueError(f"a matrix of {n} items has no random index")
    if n <= 2:
        return 0.0
    if n in printed:
        return printed[n]
    if is_beyond_table(table, n):
        return (2.7699 * n - 4.3513 - n) / (n - 1)
    return float(np.interp(n, list(printed), list(printed.values())))


def is_beyond_table(table: str, n: int) -> bool:
    """Whether the table ends before n items, so that the fit stands in; ValueError on an unknown table."""
    return n > max(_printed(table))


def incomplete_random_index(table: str, n: int, missing: int) -> float:
    """The random index of matrices of n items of which that many pairs are missing.

    It is the complete one times the ratio Table(n, missing)/Table(n, 0) of Ágoston & Csató, Omega 108 (2022)
    102576, and outside their table times their approximation 1 - 2 missing/((n - 1)(n - 2)), which is 0 for a
    spanning tree. ValueError on an unknown table and on more missing pairs than a linked matrix can have.
    """
    complete = random_index(table, n)
    spare = (n - 1) * (n - 2) // 2
    if not 0 <= missing <= spare:
        raise ValueError(f"a linked matrix of {n} items can miss 0 to {spare} pairs, not {missing}")
    if missing == 0:
        return complete
    printed = _INCOMPLETE.get(n, ())
    return complete * (printed[missing] / printed[0] if missing < len(printed) else 1.0 - missing / spare)


def _printed(table: str) -> Mapping[int, float]:
    if table not in TABLES:
        raise ValueError(f"unknown random index {table!r}; there are {', '.join(TABLES)}")
    return TABLES[table]
