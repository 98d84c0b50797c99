"""A study goes into a workbook and comes back: the same study by names, and the same cells after one more pass."""

import tempfile
from itertools import combinations
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import load_workbook

from decidr.core.analysis.sources import way_of_scoring
from decidr.core.study.criteria import GOAL, Better, Criterion, Curve, Level, ScoredBy, WeightedBy
from decidr.core.study.data import Cell, CostItem, Distribution, Rate, Status
from decidr.core.study.history import judgment_history
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import Comparisons, Judgment, NodeSetting, WeightEntry
from decidr.core.study.names import folded
from decidr.core.study.participants import Participant, Role
from decidr.core.study.scenarios import Kind, Move, Operation, Scenario, ScenarioSet
from decidr.core.study.study import (
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
from decidr.core.study.tree import all_leaves, children_of
from decidr.core.study.views import View
from decidr.formats.templates import load_template
from decidr.formats.workbook_in import read_workbook
from decidr.formats.workbook_out import write_workbook
from tests.formats.every_part import EVERY_PART, WITH_SNAPSHOTS

REFERENCES = {"under", "criterion", "host", "participant", "view", "base_view", "first", "second", "target"}
REFERENCES |= {"group", "left_out", "turned", "scenarios"}
"""Fields that hold ids; ``group`` is a host's, or a rule that no id is called like."""

UNORDERED = ("nodes", "weights", "left_out", "turned")
"""Parts that come from several sheets, and sets of leaves that share their rows: their order is the sheets'."""


def by_names(study):
    """The study with names for ids, without what a workbook does not carry."""
    named = (*study.criteria, *study.hosts, *study.participants, *study.views, *study.scenarios)
    names = {GOAL: ("the goal",), **{part.id: part.name for part in named}}
    return _named(msgspec.structs.asdict(study), names)


def _named(value, names, field=""):
    if isinstance(value, msgspec.Struct):
        value = msgspec.structs.asdict(value)
    if isinstance(value, dict):
        fields = {key: _named(inner, names, key) for key, inner in value.items()}
        return {key: inner for key, inner in fields.items() if key not in ("id", "kept", "ends_proposed")}
    if isinstance(value, tuple):
        return _sorted([_named(inner, names, field) for inner in value], field)
    return names.get(value, value) if field in REFERENCES else value


def _sorted(parts, field):
    return sorted(parts, key=repr) if field in UNORDERED else parts


def cells_of(path):
    """Every sheet's cells as they are stored, with their types."""
    book = load_workbook(path)
    return {s.title: [[(c.data_type, c.value) for c in row] for row in s.iter_rows()] for s in book}


def round_trip(study, folder):
    """What is read from the study's workbook, which is the same when it is written once more."""
    first, second = folder / "first.xlsx", folder / "second.xlsx"
    write_workbook(study, first)
    opened = read_workbook(first)
    assert {(p.severity, p.code) for p in opened.problems} <= {("notice", "judgments.not_counted")}
    write_workbook(opened.study, second)
    assert cells_of(first) == cells_of(second)
    return opened.study


def carried(study):
    """The study without what only ``.decidr`` carries: cells of a way of scoring that is not in use."""
    ways = {c.id: way_of_scoring(study, c) for c in study.criteria}
    return replace(study, cells=tuple(cell for cell in study.cells if ways[cell.criterion] == cell.way))


def without_idle_ways(study):
    """The study with one way in rows that give bounds alone, where it says nothing."""
    said = [(w.view, w.participant) != (None, None) for w in study.weights]
    entries = zip(study.weights, said, strict=True)
    return replace(study, weights=tuple(w if says else replace(w, way="direct") for w, says in entries))


# A study of any shape

SIGNS = st.sampled_from("=+-@'\"_#/;:,.!()[]{}&<>| 0123456789aZéß")
SCRIPTS = st.sampled_from("中国文化مصرאבΩжक்한ひカ😀\u200d\n\t")
NUMBERS = ("2030", "1.10", "007", "1e5", "1/3", "12:30", "2026-01-03", "50 %", "nan", "TRUE", "#N/A")
FORMULAS = ("=SUM(A1:A9)", "+1", "-", "@now", "a@b", "'quoted", "_x000A_", "x\x0by")
WORDS = ("yes", "base", "Goal", "Host", "İstanbul", "ﬁne")
ODD = st.sampled_from((*NUMBERS, *FORMULAS, *WORDS))


def _is_plain(text):
    """What a reader takes as it is: no outer blanks, and something to see once accents are gone."""
    return text == text.strip() and folded(text) != ""


PLAIN = st.characters(exclude_categories=["Cs", "Cc"])
NAME = st.one_of(ODD, st.text(SIGNS | SCRIPTS | PLAIN, min_size=1, max_size=12)).map(str.strip).filter(_is_plain)
TEXT = st.just("") | NAME
FIGURE = st.floats(-1e12, 1e12).map(lambda figure: figure + 0.0) | st.integers(-(10**6), 10**6).map(float)
SHARE = st.floats(0, 1)
RATIO = st.sampled_from([3.0, 1 / 3, 8 / 9, 0.44, 1 / 2.29, 9.0, 1 / 9]) | st.floats(1e-6, 1e6)
YEAR = st.none() | st.integers(1900, 2100)
WAYS = st.sampled_from(get_args(WeightedBy))


def maybe(strategy):
    return st.none() | strategy


def word(literal):
    return st.sampled_from(get_args(literal))


def names(least, most, taken=()):
    """Names that differ in more than case and accents, also from those taken."""
    used = {folded(name) for name in taken}
    unlike = NAME.filter(lambda name: folded(name) not in used)
    return st.lists(unlike, min_size=least, max_size=most, unique_by=folded)


def some(draw, strategy, most=4, **how):
    return tuple(draw(st.lists(strategy, max_size=most, **how)))


CURVES = st.one_of(
    st.sampled_from([Curve(), Curve(form="log")]),
    st.lists(st.tuples(FIGURE, SHARE), min_size=1, max_size=3).map(lambda p: Curve(form="points", points=tuple(p))),
)

SETTINGS = st.builds(
    Settings,
    priorities=word(Priorities),
    synthesis=maybe(word(Synthesis)),
    random_index=word(RandomIndex),
    completion=word(Completion),
    scale=word(Scale),
    group=word(GroupRule),
    group_figure=word(GroupFigure),
    seed=st.integers(0, 2**63),
    samples=st.integers(1, 10**7),
    sampling=word(Sampling),
    judgment_spread=st.just("group") | st.floats(0, 2),
    simulation_weights=word(WeightSampling),
    simulation_data=maybe(word(DataSampling)),
)


@st.composite
def trees(draw, goal):
    """Criteria at any depth, children before or after their parents; one of them counts."""
    found = []
    for number, name in enumerate(draw(names(1, 6, [goal])), 1):
        under = draw(st.sampled_from([GOAL, *(c.id for c in found)]))
        found.append(draw(_criteria(f"c{number}", name, under)))
    found[0] = replace(found[0], active=True)
    return tuple(draw(st.permutations(found)))


def _criteria(id_, name, under):
    return st.builds(
        Criterion,
        id=st.just(id_),
        name=st.just(name),
        under=st.just(under),
        scored_by=maybe(word(ScoredBy)),
        better=maybe(word(Better)),
        unit=TEXT,
        worst=maybe(FIGURE),
        best=maybe(FIGURE),
        curve=CURVES,
        must=TEXT,
        cost=st.booleans(),
        active=st.booleans(),
        description=TEXT,
        source=TEXT,
    )


@st.composite
def host_lists(draw):
    """Hosts with codes that no host is called like, and groups."""
    given_names = draw(names(0, 4))
    codes = draw(names(0, len(given_names), given_names))
    codes = [*codes, *[""] * (len(given_names) - len(codes))]
    ids = [f"h{number}" for number in range(1, len(given_names) + 1)]
    return tuple(
        Host(
            id=id_,
            name=name,
            code=code,
            group=draw(maybe(st.sampled_from(ids[number:]))) if ids[number:] else None,
            active=draw(st.booleans()),
            notes=draw(TEXT),
        )
        for number, (id_, name, code) in enumerate(zip(ids, given_names, codes, strict=True), 1)
    )


@st.composite
def studies(draw):
    """A study that uses every sheet of the workbook."""
    study = draw(_structures())
    study = replace(study, comparisons=draw(_comparisons(study)), levels=draw(_levels(study)))
    study = replace(study, nodes=draw(_nodes(study)))
    scenarios = draw(_scenarios(study))
    sets = draw(names(0, 2, [scenario.name for scenario in scenarios])) if scenarios else []
    return replace(
        study,
        weights=draw(_weights(study)),
        cells=draw(_cells(study)),
        costs=draw(_costs(study)),
        rates=some(draw, st.builds(Rate, currency=NAME, per_unit=st.floats(1e-6, 1e6), year=YEAR, source=TEXT), 2),
        scenarios=scenarios,
        scenario_sets=tuple(draw(_scenario_set(name, scenarios)) for name in sets),
    )


@st.composite
def _structures(draw):
    goal = draw(NAME)
    criteria = draw(trees(goal))
    people = [f"p{number}" for number, _ in enumerate(draw(names(0, 3)), 1)]
    views = draw(_views(criteria))
    text = {field: draw(TEXT) for field in ("title", "question", "client", "author", "date", "currency")}
    called = zip(people, draw(names(len(people), len(people))), strict=True)
    weights = st.floats(0, 100)
    return Study(
        **text,
        goal=goal,
        settings=replace(draw(SETTINGS), base_view=draw(st.sampled_from(views)).id),
        criteria=criteria,
        hosts=draw(host_lists()),
        participants=tuple(
            Participant(id=id_, name=name, weight=draw(weights), role=draw(TEXT), email=draw(TEXT))
            for id_, name in called
        ),
        roles=_roles(draw, people, [GOAL, *(c.id for c in criteria)]),
        views=views,
    )


def _roles(draw, people, nodes):
    if not people:
        return ()
    return some(draw, st.builds(Role, participant=st.sampled_from(people), under=st.sampled_from(nodes)), 3)


@st.composite
def _views(draw, criteria):
    leaves = all_leaves(criteria)
    marks = st.lists(st.sampled_from(leaves), unique=True, max_size=3).map(lambda ids: sorted(ids, key=leaves.index))
    return tuple(
        View(id=f"v{number}", name=name, left_out=tuple(draw(marks)), turned=tuple(draw(marks)))
        for number, name in enumerate(draw(names(1, 3)), 1)
    )


def _people(study):
    return st.sampled_from([None, *(p.id for p in study.participants)])


def _all_views(study):
    return st.sampled_from([view.id for view in study.views])


@st.composite
def _comparisons(draw, study):
    """Judgments at parents and leaves, in any view, of anybody."""
    hosts = tuple(host.id for host in study.hosts)
    items = {**children_of(study.criteria), **dict.fromkeys(all_leaves(study.criteria), hosts)}
    nodes = [node for node, compared in items.items() if len(compared) > 1]
    if not nodes:
        return ()
    keys = st.tuples(st.sampled_from(nodes), _all_views(study), _people(study))
    return tuple(
        Comparisons(under=under, view=view, participant=participant, pairs=draw(_pairs(items[under])))
        for under, view, participant in draw(st.lists(keys, max_size=4, unique=True))
    )


@st.composite
def _pairs(draw, items):
    chosen = draw(st.lists(st.sampled_from(list(combinations(items, 2))), min_size=1, max_size=4, unique=True))
    return tuple(draw(_judgments(*draw(st.permutations(pair)))) for pair in chosen)


def _judgments(first, second):
    status = st.sampled_from(["judged", "placeholder"])
    return st.builds(
        Judgment,
        first=st.just(first),
        second=st.just(second),
        value=maybe(RATIO),
        status=status,
        note=TEXT,
        when=TEXT,
    )


@st.composite
def _levels(draw, study):
    levels = st.builds(Level, criterion=st.sampled_from(all_leaves(study.criteria)), name=NAME, score=SHARE)
    return some(draw, levels, unique_by=lambda level: (level.criterion, folded(level.name)))


@st.composite
def _nodes(draw, study):
    """How parents get their weights; ``judgments``, which is usual, is said on the goal and in a view alone."""
    found = []
    for node in children_of(study.criteria):
        for view in (None, *(view.id for view in study.views)):
            way, agreed = draw(maybe(WAYS)), draw(st.booleans())
            if way == "judgments" and view is None and node != GOAL:
                way = None
            if way or agreed:
                found.append(NodeSetting(under=node, view=view, weighted_by=way, agreed=agreed))
    return tuple(found)


@st.composite
def _weights(draw, study):
    """Weights in the ways in use, of the study and of people, and bounds of local weights."""
    ways = {(node.under, node.view): node.weighted_by for node in study.nodes}
    keys = st.tuples(st.sampled_from(study.criteria), maybe(_all_views(study)), _people(study))
    found = []
    for criterion, view, participant in draw(st.lists(keys, max_size=5, unique_by=lambda k: (k[0].id, *k[1:]))):
        way = ways.get((criterion.under, view)) or ways.get((criterion.under, None)) or "judgments"
        entry = WeightEntry(criterion=criterion.id, view=view, participant=participant, **draw(_bounds()))
        if view is None and participant is None:
            found.append(replace(entry, low=draw(SHARE)))
        elif view is not None and way != "judgments":
            found.append(replace(entry, way=way, weight=draw(st.floats(0, 100))))
    return tuple(found)


def _bounds():
    status = st.sampled_from(["judged", "placeholder"])
    return st.fixed_dictionaries({"low": maybe(SHARE), "high": maybe(SHARE), "status": status})


@st.composite
def _cells(draw, study):
    if not study.hosts:
        return ()
    leaves = [c for c in study.criteria if c.id in all_leaves(study.criteria)]
    keys = st.tuples(st.sampled_from(leaves), st.sampled_from([h.id for h in study.hosts]), _people(study))
    chosen = draw(st.lists(keys, max_size=5, unique_by=lambda key: (key[0].id, *key[1:])))
    return tuple(draw(_cell(study, *key)) for key in chosen)


def _cell(study, leaf, host, participant):
    way = way_of_scoring(study, leaf)
    return st.builds(
        Cell,
        criterion=st.just(leaf.id),
        host=st.just(host),
        way=st.just(way),
        value=NAME if way == "rating" else FIGURE,
        low=maybe(FIGURE),
        high=maybe(FIGURE),
        distribution=maybe(word(Distribution)),
        unit=st.sampled_from(["", leaf.unit]) if leaf.unit else TEXT,
        year=YEAR,
        status=maybe(word(Status)),
        closed=TEXT,
        source=TEXT,
        licence=TEXT,
        participant=st.just(participant),
        who=TEXT,
        when=TEXT,
        note=TEXT,
    )


@st.composite
def _costs(draw, study):
    if not study.hosts:
        return ()
    hosts = st.sampled_from([host.id for host in study.hosts])
    items = st.builds(CostItem, host=hosts, item=TEXT, amount=FIGURE, currency=TEXT, year=YEAR, source=TEXT)
    return some(draw, items, 3)


@st.composite
def _scenarios(draw, study):
    """Moves that can be made, and notes alone; at most one sets a target of a kind, so that no two clash."""
    called = enumerate(draw(names(0, 2)), 1)
    found, was_set = [], set()
    for number, name in called:
        moves = draw(st.lists(_moves(study), min_size=1, max_size=3))
        kept = [m for m in moves if m.operation != "set" or (m.kind, m.target) not in was_set]
        once = {(m.kind, m.target): m for m in kept if m.operation == "set"}
        was_set |= once.keys()
        moves = tuple(m for m in kept if m.operation != "set" or m is once[m.kind, m.target])
        found.append(Scenario(id=f"s{number}", name=name, moves=moves or (Move(note="nothing"),)))
    return tuple(found)


def _moves(study):
    hosts = st.sampled_from([None, *(host.id for host in study.hosts)])
    every = {"view": maybe(_all_views(study)), "note": TEXT}
    figured = [
        (kind, c.id)
        for c in study.criteria
        if c.id in all_leaves(study.criteria)
        for kind in get_args(Kind)
        if kind == "score" or (kind == "data" and way_of_scoring(study, c) in ("data", "direct"))
    ]
    cells = st.sampled_from(figured).flatmap(
        lambda of: st.builds(
            Move,
            kind=st.just(of[0]),
            target=st.just(of[1]),
            host=hosts,
            operation=word(Operation),
            value=FIGURE,
            **every,
        )
    )
    weights = st.builds(
        Move,
        kind=st.just("weight"),
        target=st.sampled_from([c.id for c in study.criteria]),
        operation=st.just("multiply"),
        value=st.floats(0, 100),
        **every,
    )
    return st.one_of(cells, weights, st.builds(Move, note=NAME))


def _scenario_set(name, scenarios):
    ids = st.lists(st.sampled_from([s.id for s in scenarios]), min_size=1, unique=True).map(tuple)
    return st.builds(ScenarioSet, name=st.just(name), scenarios=ids, probability=maybe(st.floats(0, 0.5)))


@given(studies())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_study_comes_back_from_its_workbook_by_names(study):
    with tempfile.TemporaryDirectory() as folder:
        returned = without_idle_ways(round_trip(study, Path(folder)))
    assert by_names(returned) == by_names(study)


@pytest.mark.parametrize("study", [load_template("ev-plant"), carried(EVERY_PART)], ids=["ev-plant", "every-part"])
def test_a_study_in_use_comes_back_from_its_workbook_by_names(study, tmp_path):
    returned = by_names(without_idle_ways(round_trip(study, tmp_path)))
    for part, content in by_names(without_idle_ways(study)).items():
        assert returned[part] == content, part


def test_a_workbook_leaves_the_snapshots_in_the_study_file_and_keeps_who_judged_when_and_why(tmp_path):
    write_workbook(WITH_SNAPSHOTS, tmp_path / "with.xlsx")
    write_workbook(EVERY_PART, tmp_path / "without.xlsx")
    assert cells_of(tmp_path / "with.xlsx") == cells_of(tmp_path / "without.xlsx")
    returned = read_workbook(tmp_path / "with.xlsx").study
    assert returned.snapshots == ()
    told = [
        {(e.under, e.first, e.participant, e.when, e.note, e.value) for e in judgment_history(study)}
        for study in (returned, EVERY_PART)
    ]
    assert told[0] == told[1]
    assert ("Best host", "Stabilité", "", "2026-01-03", "@ first", 1 / 3) in told[0]
