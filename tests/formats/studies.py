"""Hypothesis strategies: any study that its workbook can hold, with the ids that reading it back gives."""

from itertools import combinations
from typing import get_args

from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.sources import way_of_scoring
from decidr.core.study.criteria import GOAL, Better, Criterion, Curve, Level, ScoredBy, WeightedBy
from decidr.core.study.data import Cell, CostItem, Distribution, Rate, Status
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import Comparisons, Judgment, JudgmentStatus, NodeSetting, WeightEntry
from decidr.core.study.names import folded
from decidr.core.study.participants import Participant, Role
from decidr.core.study.scenarios import Move, Operation, Scenario, ScenarioSet
from decidr.core.study.study import (
    BASE,
    Completion,
    DataSampling,
    GroupFigure,
    GroupRule,
    Priorities,
    RandomIndex,
    Sampling,
    Scale,
    Settings,
    Study,
    Synthesis,
    WeightSampling,
)
from decidr.core.study.tree import children_of
from decidr.core.study.views import View
from decidr.formats.workbook_weighting import weighted_by

SIGNS = st.characters(exclude_categories=("Cs",))
TEXTS = st.one_of(
    st.just(""),
    st.text(SIGNS, max_size=12).map(str.strip),
    st.sampled_from(["=1+1", "+1", "-", "@x", "#N/A", "1/3", "2030", "1.10", "TRUE", "_x0041_", "a\r\n b", "\x07", "yes"]),
)
NAMES = TEXTS.filter(folded)
FIGURES = st.floats(allow_nan=False, allow_infinity=False)
RATIOS = st.one_of(st.floats(1e-3, 1e3), st.sampled_from([1 / 3, 3.0, 8 / 9, 0.33, 1 / 2.29]))
SHARES = st.floats(0, 1)
YEARS = st.none() | st.integers(1, 3000)


def one_of(literal):
    return st.sampled_from(get_args(literal))


def some(items, largest=3, smallest=0):
    """Some of the items, in any order."""
    if not items:
        return st.just(())
    return st.lists(st.sampled_from(items), unique_by=repr, min_size=smallest, max_size=largest).map(tuple)


def names(smallest, largest):
    return st.lists(NAMES, min_size=smallest, max_size=largest, unique_by=folded)


@st.composite
def curves(draw):
    if draw(st.booleans()):
        return draw(st.sampled_from([Curve(), Curve(form="log")]))
    return Curve(form="points", points=tuple(draw(st.lists(st.tuples(FIGURES, FIGURES), min_size=1, max_size=3))))


@st.composite
def trees(draw, goal):
    others = NAMES.filter(lambda name: folded(name) != folded(goal))
    criteria = []
    for number, name in enumerate(draw(st.lists(others, min_size=1, max_size=6, unique_by=folded)), 1):
        criterion = Criterion(
            id=f"c{number}",
            name=name,
            under=draw(st.sampled_from([GOAL, *(c.id for c in criteria)])),
            scored_by=draw(st.none() | one_of(ScoredBy)),
            better=draw(st.none() | one_of(Better)),
            unit=draw(TEXTS),
            worst=draw(st.none() | FIGURES),
            best=draw(st.none() | FIGURES),
            curve=draw(curves()),
            must=draw(TEXTS),
            cost=draw(st.booleans()),
            active=draw(st.booleans()),
            description=draw(TEXTS),
            source=draw(TEXTS),
        )
        criteria.append(criterion)
    return tuple(criteria)


@st.composite
def hosts(draw):
    found = draw(names(0, 6))
    count = len(found) - len(found) // 3
    spare = iter(found[count:])
    made = []
    for number, name in enumerate(found[:count], 1):
        host = Host(
            id=f"h{number}",
            name=name,
            code=next(spare, "") if draw(st.booleans()) else "",
            group=draw(st.none() | st.sampled_from([h.id for h in made])) if made else None,
            active=draw(st.booleans()),
            notes=draw(TEXTS),
        )
        made.append(host)
    return tuple(made)


@st.composite
def participants(draw):
    return tuple(
        Participant(id=f"p{n}", name=name, weight=draw(st.floats(0, 1e6)), role=draw(TEXTS), email=draw(TEXTS))
        for n, name in enumerate(draw(names(0, 3)), 1)
    )


@st.composite
def views(draw, leaves):
    found = draw(names(0, 3))
    if not found:
        return (View(id=BASE, name=BASE),)
    return tuple(
        View(id=f"v{n}", name=name, left_out=draw(some(leaves)), turned=draw(some(leaves)))
        for n, name in enumerate(found, 1)
    )


@st.composite
def settings_of(draw, view_ids):
    return Settings(
        priorities=draw(one_of(Priorities)),
        synthesis=draw(st.none() | one_of(Synthesis)),
        random_index=draw(one_of(RandomIndex)),
        completion=draw(one_of(Completion)),
        scale=draw(one_of(Scale)),
        group=draw(one_of(GroupRule)),
        group_figure=draw(one_of(GroupFigure)),
        base_view=draw(st.sampled_from(view_ids)),
        seed=draw(st.integers(0, 2**53)),
        samples=draw(st.integers(1, 10**7)),
        sampling=draw(one_of(Sampling)),
        judgment_spread=draw(st.floats(0, 2) | st.just("group")),
        simulation_weights=draw(one_of(WeightSampling)),
        simulation_data=draw(st.none() | one_of(DataSampling)),
    )


@st.composite
def comparisons(draw, study):
    children = children_of(study.criteria)
    nodes = [GOAL, *(c.id for c in study.criteria)]
    keys = st.tuples(st.sampled_from(nodes), st.sampled_from(ids(study.views)), maybe(study.participants))
    found = []
    for under, view, participant in draw(st.lists(keys, unique_by=repr, max_size=4)):
        items = children.get(under) or ids(study.hosts)
        pairs = [
            Judgment(
                first=first,
                second=second,
                value=draw(st.none() | RATIOS),
                status=draw(one_of(JudgmentStatus)),
                note=draw(TEXTS),
                when=draw(TEXTS),
            )
            for first, second in draw(some(list(combinations(items, 2))))
        ]
        if pairs:
            found.append(Comparisons(under=under, view=view, participant=participant, pairs=tuple(pairs)))
    return tuple(found)


def ids(parts):
    return [part.id for part in parts]


def maybe(parts):
    return st.none() | st.sampled_from(ids(parts)) if parts else st.none()


@st.composite
def node_settings(draw, study):
    parents = list(children_of(study.criteria))
    keys = st.tuples(st.sampled_from(parents), st.none() | st.sampled_from(ids(study.views)))
    made = [
        NodeSetting(
            under=under, view=view, weighted_by=draw(st.none() | one_of(WeightedBy)), agreed=draw(st.booleans())
        )
        for under, view in draw(st.lists(keys, unique_by=repr, max_size=3))
    ]
    return tuple(n for n in made if n.agreed or n.weighted_by)


@st.composite
def weights(draw, study):
    keys = st.tuples(st.sampled_from(study.criteria), st.sampled_from(ids(study.views)), maybe(study.participants))
    found = []
    for criterion, view, participant in draw(st.lists(keys, unique_by=repr, max_size=4)):
        way = weighted_by(study.nodes, criterion.under, view)
        found.append(
            WeightEntry(
                criterion=criterion.id,
                view=view,
                participant=participant,
                way="direct" if way == "judgments" else way,
                weight=draw(FIGURES),
                status=draw(one_of(JudgmentStatus)),
            )
        )
    bounded = draw(some(ids(study.criteria)))
    return (*found, *(WeightEntry(criterion=c, low=draw(SHARES), high=draw(st.none() | SHARES)) for c in bounded))


@st.composite
def cells(draw, study, leaves):
    if not study.hosts:
        return ()
    keys = st.tuples(st.sampled_from(leaves), st.sampled_from(ids(study.hosts)), maybe(study.participants))
    found = []
    for leaf, host, participant in draw(st.lists(keys, unique_by=repr, max_size=5)):
        way = way_of_scoring(study, leaf)
        value = NAMES if way == "rating" else FIGURES
        cell = Cell(
            criterion=leaf.id,
            host=host,
            way=way,
            value=draw(st.none() | value),
            low=draw(st.none() | FIGURES),
            high=draw(st.none() | FIGURES),
            distribution=draw(st.none() | one_of(Distribution)),
            unit=draw(st.sampled_from(["", leaf.unit])),
            year=draw(YEARS),
            status=draw(st.none() | one_of(Status)),
            closed=draw(TEXTS),
            source=draw(TEXTS),
            licence=draw(TEXTS),
            participant=participant,
            who=draw(TEXTS),
            when=draw(TEXTS),
            note=draw(NAMES),
        )
        found.append(cell)
    return tuple(found)


@st.composite
def moves(draw, study, leaves):
    if draw(st.booleans()):
        return Move(note=draw(NAMES))
    kind = draw(st.sampled_from(["data", "score", "weight"]))
    target = draw(st.sampled_from(study.criteria if kind == "weight" else leaves))
    return Move(
        kind=kind,
        target=target.id,
        host=draw(maybe(study.hosts)),
        view=draw(maybe(study.views)),
        operation="multiply" if kind == "weight" else draw(one_of(Operation)),
        value=draw(FIGURES),
        note=draw(TEXTS),
    )


@st.composite
def scenarios(draw, study, leaves):
    found = draw(names(0, 4))
    count = len(found) - len(found) // 2
    made = tuple(
        Scenario(id=f"s{n}", name=name, moves=tuple(draw(st.lists(moves(study, leaves), max_size=2))))
        for n, name in enumerate(found[:count], 1)
    )
    sets = []
    for name in found[count:]:
        chosen = draw(some(ids(made), 3, 1))
        sets.append(ScenarioSet(name=name, scenarios=chosen, probability=draw(st.none() | SHARES)))
    return made, tuple(sets)


@st.composite
def studies(draw):
    goal = draw(NAMES)
    criteria = draw(trees(goal))
    parents = {c.under for c in criteria}
    leaves = [c for c in criteria if c.id not in parents]
    seen = draw(views([c.id for c in leaves]))
    study = Study(
        **{field: draw(TEXTS) for field in ("title", "question", "client", "author", "date", "currency")},
        goal=goal,
        criteria=criteria,
        hosts=draw(hosts()),
        participants=draw(participants()),
        views=seen,
        settings=draw(settings_of([v.id for v in seen])),
    )
    nodes = [GOAL, *ids(criteria)]
    study = replace(
        study,
        roles=tuple(
            Role(participant=p, under=draw(st.sampled_from(nodes))) for p in draw(some(ids(study.participants)))
        ),
        comparisons=draw(comparisons(study)),
        nodes=draw(node_settings(study)),
        levels=draw(levels(leaves)),
        costs=draw(costs(study.hosts)),
        rates=tuple(
            Rate(currency=draw(NAMES), per_unit=draw(st.floats(1e-6, 1e6)), year=draw(YEARS), source=draw(TEXTS))
            for _ in range(draw(st.integers(0, 2)))
        ),
    )
    made, sets = draw(scenarios(study, leaves))
    study = replace(study, scenarios=made, scenario_sets=sets)
    return replace(study, weights=draw(weights(study)), cells=draw(cells(study, leaves)))


@st.composite
def levels(draw, leaves):
    chosen = draw(some(leaves, 2))
    return tuple(Level(criterion=c.id, name=name, score=draw(SHARES)) for c in chosen for name in draw(names(1, 3)))


@st.composite
def costs(draw, alternatives):
    return tuple(
        CostItem(
            host=host.id,
            item=draw(TEXTS),
            amount=draw(FIGURES),
            currency=draw(TEXTS),
            year=draw(YEARS),
            source=draw(TEXTS),
        )
        for host in draw(some(alternatives))
    )
