"""Which leaf a series belongs to: by the mapping, by the same name, or by a near one, which somebody must confirm."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, NamedTuple

from decidr.core.study.criteria import Criterion
from decidr.core.study.names import folded
from decidr.core.study.study import Study
from decidr.core.study.tree import all_leaves
from decidr.formats.indicators.series import Series
from decidr.formats.workbook_tables import unspelled

How = Literal["mapped", "same", "near"]

NEAR = 0.6
"""How alike a series and a leaf must be at least to be proposed; 1 is the same."""

CLEAR = 0.03
"""By how much the best leaf must be ahead of the second."""

FILLING = frozenset(("of", "the", "and", "per", "in", "to", "for", "score", "value", "estimate", "total", "overall"))
"""Words that do not tell an indicator."""


class Match(NamedTuple):
    """A series and its leaf (an id); ``likeness`` 1 for mapped and same ones."""

    series: Series
    criterion: str
    how: How
    likeness: float = 1.0


def leaves_of(study: Study) -> list[Criterion]:
    """The leaves that figures can be imported to, dormant ones included."""
    leaves = set(all_leaves(study.criteria))
    return [criterion for criterion in study.criteria if criterion.id in leaves]


def match_series(series: Sequence[Series], study: Study, mapped: Mapping[str, str]) -> tuple[Match, ...]:
    """The leaf of each series for which there is one, at most one series a leaf; ``mapped`` tells ids by name."""
    leaves = leaves_of(study)
    sure = {folded(name): id_ for name, id_ in mapped.items()}
    known = [Match(s, sure[folded(s.name)], "mapped") for s in series if folded(s.name) in sure]
    taken = {match.criterion for match in known}
    rest = [s for s in series if folded(s.name) not in sure]
    same = _first_of_each(m for s in rest if (m := _same(s, leaves)) and m.criterion not in taken)
    named = {id(match.series) for match in same}
    taken |= {match.criterion for match in same}
    free = [leaf for leaf in leaves if leaf.id not in taken]
    near = sorted((m for s in rest if id(s) not in named and s.is_main and (m := _near(s, free))), key=_less_alike)
    return (*known, *same, *_first_of_each(near))


def _less_alike(match: Match) -> float:
    return -match.likeness


def _first_of_each(matches: Iterable[Match]) -> list[Match]:
    found: dict[str, Match] = {}
    for match in matches:
        found.setdefault(match.criterion, match)
    return list(found.values())


def _same(series: Series, leaves: Sequence[Criterion]) -> Match | None:
    """The leaf that has one of the series' names, or whose source is called so."""
    names = {unspelled(name) for name in series.names}
    if leaf := next((leaf for leaf in leaves if unspelled(leaf.name) in names), None):
        return Match(series, leaf.id, "same")
    leaf = next((leaf for leaf in leaves if leaf.source and unspelled(leaf.source) in names), None)
    alike = leaf or (next((leaf for leaf in leaves if _has_words(series, leaf)), None) if series.is_main else None)
    return Match(series, alike.id, "same") if alike else None


def _has_words(series: Series, leaf: Criterion) -> bool:
    """Whether a leaf has the same telling words: «Customs score» and «Customs»."""
    wanted = {words for name in (leaf.name, leaf.source) if (words := _words(name))}
    return any(_words(name) in wanted for name in series.names)


def _near(series: Series, leaves: Sequence[Criterion]) -> Match | None:
    """The leaf most like the series, if it is like enough and no other is as much."""
    texts = (*series.names, *series.hints)
    scored = sorted(((_best(texts, leaf), leaf.id) for leaf in leaves), reverse=True)
    if not scored or scored[0][0] < NEAR or (len(scored) > 1 and scored[0][0] - scored[1][0] < CLEAR):
        return None
    return Match(series, scored[0][1], "near", scored[0][0])


def _best(texts: Iterable[str], leaf: Criterion) -> float:
    return max((likeness(text, name) for text in texts for name in (leaf.name, leaf.source) if name), default=0.0)


def likeness(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1: by the words that they share, or letter by letter."""
    mine, its = _words(one), _words(other)
    if not mine or not its:
        return 0.0
    shared = 2 * len(mine & its) / (len(mine) + len(its))
    letters = SequenceMatcher(None, " ".join(sorted(mine)), " ".join(sorted(its)), autojunk=False)
    return max(shared, letters.ratio() if letters.quick_ratio() > 0.85 else 0.0)


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    """The telling words of a name, without the s of a plural."""
    words = re.findall(r"[^\W_]+", folded(name))
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in words if word not in FILLING)
