import pytest

from decidr.core.study.criteria import GOAL, Curve
from decidr.core.study.judgments import NodeSetting
from decidr.formats.workbook_structure import parse_points
from tests.formats.books import read_book, trouble_in


def criteria_of(tmp_path, *rows):
    return {c.name: c for c in read_book(tmp_path, {"Criteria": rows}).study.criteria}


def test_parents_may_stand_before_or_after_their_children(tmp_path):
    found = criteria_of(tmp_path, ("Criterion", "Under"), ("Wages", "labour"), ("Labour", "Cost"), ("Cost", None))
    assert [found[name].under for name in ("Cost", "Labour", "Wages")] == [GOAL, found["Cost"].id, found["Labour"].id]


def test_under_may_name_the_goal(tmp_path):
    rows = [("Criterion", "Under"), ("Cost", "best site")]
    study = read_book(tmp_path, {"Criteria": rows, "Study": [("Field", "Value"), ("Goal", "Best site")]}).study
    assert (study.goal, study.criteria[0].under) == ("Best site", GOAL)


FULL_HEADER = (
    "Criterion", "Under", "Scored by", "Better", "Unit", "Worst", "Best", "Curve", "Must", "Cost", "Active",
    "Description", "Source",
)  # fmt: skip


def test_every_column_of_a_criterion_is_read(tmp_path):
    row = ("Tax", None, "Data", "LOWER", "%", 40, "12,5", "log", "<= 30", "Yes", "no", "paid on profit", "OECD")
    tax = criteria_of(tmp_path, FULL_HEADER, row, ("Other",))["Tax"]
    assert (tax.scored_by, tax.better, tax.unit, tax.worst, tax.best) == ("data", "lower", "%", 40, 12.5)
    assert (tax.curve, tax.must, tax.cost, tax.active) == (Curve(form="log"), "<= 30", True, False)
    assert (tax.description, tax.source) == ("paid on profit", "OECD")


def test_an_empty_column_has_its_default(tmp_path):
    tax = criteria_of(tmp_path, FULL_HEADER, ("Tax",))["Tax"]
    assert (tax.under, tax.scored_by, tax.better, tax.worst, tax.best) == (GOAL, None, None, None, None)
    assert (tax.curve, tax.cost, tax.active) == (Curve(), False, True)


@pytest.mark.parametrize("way", ["pairwise", "data", "rating", "direct"])
def test_a_leaf_says_how_it_is_scored(tmp_path, way):
    assert criteria_of(tmp_path, ("Criterion", "Scored by"), ("Tax", way.upper()))["Tax"].scored_by == way


@pytest.mark.parametrize(
    ("text", "curve"),
    [
        ("linear", Curve()),
        ("Log", Curve(form="log")),
        ("0:0; 2.5:0.6; 5:1", Curve(form="points", points=((0, 0), (2.5, 0.6), (5, 1)))),
        ("0:0;2,5:0,6;5:1;", Curve(form="points", points=((0, 0), (2.5, 0.6), (5, 1)))),
        ("-1:1; 1:0", Curve(form="points", points=((-1, 1), (1, 0)))),
    ],
)
def test_a_curve_is_a_word_or_points(tmp_path, text, curve):
    assert criteria_of(tmp_path, ("Criterion", "Curve"), ("Tax", text))["Tax"].curve == curve


@pytest.mark.parametrize("text", ["0:0; x:1", "0:0; 1", "0:0:1", ":"])
def test_points_that_are_none_are_not_understood(text):
    assert parse_points(text) is None


@pytest.mark.parametrize("way", ["direct", "swing", "ranks"])
def test_a_parent_says_how_its_children_get_their_weights(tmp_path, way):
    rows = [("Criterion", "Under", "Weighted by"), ("Cost", None, way), ("A", "Cost", None), ("B", "Cost", "judgments")]
    study = read_book(tmp_path, {"Criteria": rows}).study
    assert study.nodes == (NodeSetting(under=study.criteria[0].id, weighted_by=way),)


@pytest.mark.parametrize("name", [2030, "1.10", "007"])
def test_names_that_look_like_numbers_are_text(tmp_path, name):
    rows = [("Criterion", "Under"), (name, None), ("Below", name)]
    found = criteria_of(tmp_path, *rows)
    assert list(found) == [str(name), "Below"]
    assert found["Below"].under == found[str(name)].id


def test_hosts_have_codes_groups_and_notes(tmp_path):
    rows = [
        ("Host", "Code", "Group", "Active", "Notes"),
        ("Québec", "CA-QC", "can", None, "hydro power"),
        ("Canada", "CAN"),
    ]
    quebec, canada = read_book(tmp_path, {"Hosts": [*rows, ("Spain", None, None, "no")]}).study.hosts[:2]
    assert (quebec.code, quebec.group, quebec.active, quebec.notes) == ("CA-QC", canada.id, True, "hydro power")


def test_a_dormant_host_is_kept(tmp_path):
    study = read_book(tmp_path, {"Hosts": [("Host", "Active"), ("A", "no"), ("B", "yes")]}).study
    assert [h.active for h in study.hosts] == [False, True]


def test_participants_weigh_one_unless_they_say_otherwise(tmp_path):
    rows = [
        ("Participant", "Weight", "Role", "Email"),
        ("Lee", None, "chair", "lee@example.org"),
        ("Ana", "0,5"),
        ("Bo", 0),
    ]
    people = read_book(tmp_path, {"Participants": rows}).study.participants
    assert [(p.name, p.weight) for p in people] == [("Lee", 1), ("Ana", 0.5), ("Bo", 0)]
    assert (people[0].role, people[0].email) == ("chair", "lee@example.org")


def test_roles_say_what_a_participant_judges(tmp_path):
    people = [("Participant",), ("Lee",)]
    study = read_book(tmp_path, {"Participants": people, "Roles": [("Participant", "Under"), ("lee", "COST")]}).study
    (role,) = study.roles
    assert (role.participant, study.name_of(role.under)) == ("p1", "Cost")


def test_without_a_sheet_of_views_there_is_one(tmp_path):
    study = read_book(tmp_path, {}).study
    assert [v.name for v in study.views] == ["base"]
    assert study.settings.base_view == study.views[0].id


VIEWS = [
    ("View", "Criterion", "Counts", "Turned"),
    ("neutral",),
    ("investor", "Risk", "no", None),
    ("host government", "Labour", None, "yes"),
    ("Investor", "Land", "no"),
]


def test_views_leave_leaves_out_or_turn_them(tmp_path):
    study = read_book(tmp_path, {"Views": VIEWS}).study
    found = [([study.name_of(i) for i in v.left_out], [study.name_of(i) for i in v.turned]) for v in study.views]
    assert [v.name for v in study.views] == ["neutral", "investor", "host government"]
    assert found == [([], []), (["Risk", "Land"], []), ([], ["Labour"])]


def test_the_first_view_is_the_base_unless_the_study_says_otherwise(tmp_path):
    study = read_book(tmp_path, {"Views": VIEWS}).study
    assert study.settings.base_view == study.views[0].id
    study = read_book(tmp_path, {"Views": VIEWS, "Study": [("Field", "Value"), ("base view", "HOST GOVERNMENT")]}).study
    assert study.settings.base_view == study.views[2].id


@pytest.mark.parametrize("name", ["Cost", "Goal"])
def test_a_view_leaves_out_and_turns_leaves_alone(tmp_path, name):
    rows = [("View", "Criterion", "Counts"), ("neutral", name, "no")]
    assert trouble_in(tmp_path, {"Views": rows}) == [("Views!B2", "views.not_a_leaf")]


FIELDS = [
    ("Field", "Value"),
    ("Title", "EV plant"),
    ("Question", "Where?"),
    ("GOAL", "Best host"),
    ("Priorities", "Geometric-mean"),
    ("Synthesis", "ideal"),
    ("Random index", "donegan dodd"),
    ("Completion", "smallest_lambda_max"),
    ("Scale", "balanced_n"),
    ("Group", "priorities arithmetic"),
    ("Group figure", "mean"),
    ("Seed", 7),
    ("Samples", "5 000"),
    ("Sampling", "Sobol"),
    ("Judgment spread", "0,1"),
    ("Simulation weights", "free leaves"),
    ("Simulation data", "uncertain"),
    ("Client", "ACME"),
    ("Author", "Lee"),
    ("Date", "2026-07-01"),
    ("Currency", "CAD"),
]


def test_every_field_of_the_study_is_read(tmp_path):
    study = read_book(tmp_path, {"Study": FIELDS}).study
    assert (study.title, study.question, study.goal) == ("EV plant", "Where?", "Best host")
    assert (study.client, study.author, study.date, study.currency) == ("ACME", "Lee", "2026-07-01", "CAD")
    s = study.settings
    assert (s.priorities, s.synthesis, s.random_index) == ("geometric mean", "ideal", "donegan-dodd")
    assert (s.completion, s.scale, s.group) == ("smallest lambda-max", "balanced-n", "priorities arithmetic")
    assert (s.group_figure, s.seed, s.samples, s.sampling) == ("mean", 7, 5000, "sobol")
    assert (s.judgment_spread, s.simulation_weights, s.simulation_data) == (0.1, "free-leaves", "uncertain")


def test_the_spread_may_be_the_groups(tmp_path):
    rows = [("Field", "Value"), ("judgment-spread", "Group")]
    assert read_book(tmp_path, {"Study": rows}).study.settings.judgment_spread == "group"


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("Samples", 0, "settings.samples"),
        ("Seed", -1, "settings.seed"),
        ("Judgment spread", "-0,1", "settings.judgment_spread"),
    ],
)
def test_a_simulation_that_cannot_be_drawn_is_refused_with_its_cell(tmp_path, field, value, code):
    assert trouble_in(tmp_path, {"Study": [("Field", "Value"), (field, value)]}) == [("Study!B2", code)]


def test_an_empty_field_has_its_default(tmp_path):
    rows = [("Field", "Value"), *((field, None) for field, _ in FIELDS[1:])]
    study = read_book(tmp_path, {"Study": rows}).study
    plain = read_book(tmp_path, {}).study
    assert (study.goal, study.settings) == ("Goal", plain.settings)


def test_an_unknown_field_is_noticed(tmp_path):
    opened = read_book(tmp_path, {"Study": [("Field", "Value"), ("Colour", "red")]})
    assert [(p.severity, p.place, p.code) for p in opened.problems] == [
        ("notice", "Study!A2", "workbook.unknown_field")
    ]
