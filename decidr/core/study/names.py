"""Names are the user's text; two are the same without regard to case, accents and outer blanks."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=10_000)
def folded(name: str) -> str:
    """The name as it is compared: no case, no accents, no outer or double blanks."""
    if name.isascii():
        return " ".join(name.casefold().split())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name.casefold()).casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def fresh_id(prefix: str, taken: Iterable[str]) -> str:
    """The first of ``prefix1, prefix2, …`` that is not taken."""
    used = set(taken)
    number = len(used) + 1
    while f"{prefix}{number}" in used:
        number += 1
    return f"{prefix}{number}"


def fresh_name(wanted: str, taken: Iterable[str]) -> str:
    """``wanted``, or ``wanted 2``, ``wanted 3`` … if another has that name."""
    used = {folded(name) for name in taken}
    name, number = wanted, 1
    while folded(name) in used:
        number += 1
        name = f"{wanted} {number}"
    return name
