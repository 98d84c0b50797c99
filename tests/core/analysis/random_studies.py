"""Studies drawn at random: every way of scoring and weighting, gaps, views, groups, musts, people."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np

from decidr.core.study.criteria import GOAL, Criterion, Curve, Level
from decidr.core.study.data import Cell
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import Comparisons, Judgment, NodeSetting, WeightEntry
from decidr.core.study.participants import Participant
from decidr.core.study.study import Settings, Study
from decidr.core.study.views import View

BASE, OTHER = "v0", "v1"
SCALES = (
    *("linear",) * 4,
    "logarithmic",
    "root",
    "inverse linear",
    "balanced",
    "balanced-n",
    "adaptive balanced",
    "adaptive",
    "power",
    "geometric",
)


class Draw:
    """One study, drawn from a seed."""

    def __init__(self, seed: int, synthesis: str | None) -> None:
        self.rng = np.random.default_rng(seed)
        self.synthesis = synthesis
        self.people = tuple(
            Participant(id=f"p{k}", name=f"p{k}", weight=float(self.rng.choice([1, 1, 2, 0.5, 0])))
            for k in range(self.rng.integers(0, 4))
        )
        self.hosts = self._hosts()
        self.criteria = self._criteria()
        self.parents = sorted({c.under for c in self.criteria})
        self.leaves = [c for c in self.criteria if c.id not in self.parents]

    def chance(self, share: float) -> bool:
        return bool(self.rng.random() < share)

    def one_of(self, choices: Sequence[Any]) -> Any:
        return choices[int(self.rng.integers(len(choices)))]

    def study(self) -> Study:
        nodes = [*self.parents, *(c.id for c in self.leaves if c.scored_by == "pairwise")]
        return Study(
            settings=self._settings(),
            criteria=self.criteria,
            hosts=self.hosts,
            participants=self.people,
            views=(View(id=BASE, name="base"), self._view()),
            comparisons=tuple(b for node in nodes for b in self._blocks(node)),
            nodes=tuple(s for node in nodes for s in self._node_settings(node)),
            weights=tuple(self._weights()),
            cells=tuple(c for leaf in self.leaves for h in self.hosts for c in self._cells(leaf, h.id)),
            levels=tuple(
                Level(criterion=c.id, name=n, score=s)
                for c in self.leaves
                if c.scored_by == "rating"
                for n, s in (("good", 0.9), ("fair", 0.55), ("poor", 0.1))
            ),
        )

    def _settings(self) -> Settings:
        return Settings(
            priorities=self.one_of(["eigenvector", "eigenvector", "geometric mean"]),
            synthesis=self.synthesis,
            random_index=self.one_of(["saaty 2005", "saaty 1980", "donegan-dodd", "alonso-lamata"]),
            completion=self.one_of(["least squares", "smallest lambda-max"]),
            scale=self.one_of(SCALES),
            group=self.one_of(["judgments", "priorities", "priorities arithmetic"]),
            base_view=BASE,
        )

    def _hosts(self) -> tuple[Host, ...]:
        count = int(self.rng.integers(2, 7))
        hosts = [Host(id=f"h{k}", name=f"h{k}", active=not self.chance(0.1)) for k in range(count)]
        if self.chance(0.3):
            hosts.append(Host(id="m", name="m", group="h0", active=self.chance(0.8)))
        return tuple(hosts)

    def _criteria(self) -> tuple[Criterion, ...]:
        found: list[Criterion] = []
        for k in range(self.rng.integers(1, 5)):
            found.append(self._leaf(f"c{k}", GOAL))
            if self.chance(0.4):
                below = [self._leaf(f"c{k}{j}", f"c{k}") for j in range(self.rng.integers(1, 5))]
                found += below
                if self.chance(0.3):
                    found += [self._leaf(f"{below[0].id}{j}", below[0].id) for j in range(self.rng.integers(1, 4))]
        return tuple(found)

    def _leaf(self, name: str, under: str) -> Criterion:
        way = self.one_of(["data", "data", "data", "rating", "direct", "pairwise"])
        form = self.one_of(["linear", "linear", "log", "points"])
        worst, best = self.one_of([(0.5, 9.0), (9.0, 0.5), (2.0, 7.0), (8.0, 3.0)])
        without = self.synthesis in ("ideal", "distributive") and form != "points" and self.chance(0.2)
        xs = np.cumsum(self.rng.uniform(0.5, 3, self.rng.integers(2, 5)))
        points = tuple((float(x), float(s)) for x, s in zip(xs, self.rng.random(len(xs)), strict=True))
        must = self.one_of([">= 2", "<= 8"]) if way == "data" else "= good" if way == "rating" else ""
        return Criterion(
            id=name,
            name=name,
            under=under,
            scored_by=way,
            worst=None if without or form == "points" else worst,
            best=None if without or form == "points" else best,
            better=self.one_of(["higher", "lower"]) if without else None,
            curve=Curve(form=form, points=points if form == "points" else ()),
            must=must if self.chance(0.08) else "",
            active=not self.chance(0.08),
        )

    def _view(self) -> View:
        left_out = tuple(c.id for c in self.leaves if self.chance(0.15))
        turned = tuple(c.id for c in self.leaves if c.scored_by in ("data", "rating", "direct") and self.chance(0.25))
        return View(id=OTHER, name="other", left_out=left_out, turned=turned)

    def _items(self, node: str) -> list[str]:
        if node in self.parents:
            return [c.id for c in self.criteria if c.under == node]
        groups = {h.group for h in self.hosts if h.active}
        return [h.id for h in self.hosts if h.id not in groups]

    def _blocks(self, node: str) -> list[Comparisons]:
        found = []
        for view in (BASE, OTHER):
            for person in (None, *(p.id for p in self.people)):
                share = {BASE: 0.95 if person is None else 0.5, OTHER: 0.25}[view]
                if self.chance(share):
                    found.append(Comparisons(under=node, view=view, participant=person, pairs=self._pairs(node)))
        return found

    def _pairs(self, node: str) -> tuple[Judgment, ...]:
        items = self._items(node)
        weights = dict(zip(items, self.rng.uniform(0.5, 2, len(items)), strict=True))
        known = self.one_of([1.0, 1.0, 0.75])
        found = []
        for first, second in combinations(items, 2):
            x = float(np.clip(weights[first] / weights[second] * np.exp(self.rng.normal(0, 0.3)), 1 / 9, 9))
            pair = (first, second, x) if self.chance(0.5) else (second, first, 1 / x)
            value = pair[2] if self.chance(known) else None
            status = "placeholder" if self.chance(0.2) else "judged"
            found.append(Judgment(first=pair[0], second=pair[1], value=value, status=status))
        return tuple(found)

    def _node_settings(self, node: str) -> list[NodeSetting]:
        found = []
        for view in (None, OTHER):
            way = self.one_of(["direct", "swing", "ranks", "judgments"]) if node in self.parents else None
            if self.chance(0.2):
                found.append(NodeSetting(under=node, view=view, weighted_by=way, agreed=self.chance(0.4)))
        return found

    def _weights(self) -> list[WeightEntry]:
        found = []
        for c in self.criteria:
            for view in (BASE, OTHER):
                for person in (None, *(p.id for p in self.people)):
                    share = {BASE: 1.0 if person is None else 0.5, OTHER: 0.3}[view]
                    for way in ("direct", "swing", "ranks"):
                        weight = float(self.rng.integers(1, 5))
                        if self.chance(share):
                            entry = WeightEntry(criterion=c.id, view=view, participant=person, way=way, weight=weight)
                            found.append(entry)
        return found

    def _cells(self, leaf: Criterion, host: str) -> list[Cell]:
        way = leaf.scored_by or "data"
        found = []
        for person in (None, *(p.id for p in self.people)):
            if person is None or (way != "pairwise" and self.chance(0.15)):
                bounds = np.sort(self.rng.uniform(0.3, 11, 2)) if way == "data" and self.chance(0.5) else (None, None)
                found.append(
                    Cell(
                        criterion=leaf.id,
                        host=host,
                        way=way,
                        value=None if self.chance(0.15) else self._value(way),
                        low=None if bounds[0] is None else float(bounds[0]),
                        high=None if bounds[1] is None else float(bounds[1]),
                        closed="shut" if person is None and self.chance(0.05) else "",
                        status=self.one_of([None, None, "measured", "proxy", "judged", "placeholder"]),
                        source=self.one_of(["", "a source"]),
                        year=self.one_of([None, 2024]),
                        participant=person,
                    )
                )
        return found

    def _value(self, way: str) -> Any:
        if way == "rating":
            return self.one_of(["good", "fair", "poor"])
        if way == "pairwise":
            return None
        return float(self.rng.uniform(0, 1)) if way == "direct" else float(self.rng.uniform(0.3, 11))


def random_study(seed: int, synthesis: str | None = None) -> Study:
    """The study of a seed; ``synthesis`` None: the study does not say."""
    return Draw(seed, synthesis).study()
