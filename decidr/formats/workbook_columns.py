"""The sheets of the study workbook and their columns, in the order in which they are written."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from decidr.core.study.criteria import Better, ScoredBy, WeightedBy
from decidr.core.study.data import Distribution, Status
from decidr.core.study.judgments import JudgmentStatus
from decidr.core.study.scenarios import Kind, Operation
from decidr.core.study.study import (
    Completion,
    DataSampling,
    GroupFigure,
    GroupRule,
    Priorities,
    RandomIndex,
    Sampling,
    Scale,
    Synthesis,
    WeightSampling,
)

Form = Literal["text", "long", "number", "ratio"]
YES_NO = ("yes", "no")
SCALE_OF_RATIOS = (*(str(n) for n in range(9, 0, -1)), *(f"1/{n}" for n in range(2, 10)))


class Column(NamedTuple):
    """A column: its header, what its note says, how it is filled, and what a drop-down list offers.

    ``choices`` are all that may stand there; ``names`` is the sheet whose first column is offered.
    """

    name: str
    about: str
    width: int = 14
    form: Form = "text"
    choices: tuple[str, ...] = ()
    names: str = ""
    is_needed: bool = False


class Field(NamedTuple):
    """A line of the Study sheet; ``attribute`` is the study's, or the settings' where ``is_setting``."""

    name: str
    attribute: str
    is_setting: bool = False
    choices: tuple[str, ...] = ()
    form: Form = "text"


UNDER = "The goal, a criterion whose children are compared, or a leaf whose hosts are compared."
WAY = "How the weights of the children are found: judgments (default), direct, swing or ranks."
SOURCE = "Where it comes from: publisher, title, file or page."

SHEETS: Mapping[str, tuple[Column, ...]] = {
    "Study": (
        Column("Field", "What the line says; leave the names as they are.", 20, is_needed=True),
        Column("Value", "Empty: the default.", 64, "long", is_needed=True),
    ),
    "Criteria": (
        Column("Criterion", "One row a criterion; names differ in more than case and accents.", 30, is_needed=True),
        Column("Under", "The criterion above; empty: directly under the goal.", 24, names="Criteria"),
        Column(
            "Scored by",
            "On leaves. Empty: pairwise if hosts are judged under it, rating if it has levels, else data.",
            11,
            choices=get_args(ScoredBy),
        ),
        Column(
            "Better", "Whether higher or lower values are better; the ends say the same.", 9, choices=get_args(Better)
        ),
        Column("Unit", "The unit of the values and of the ends.", 26),
        Column("Worst", "The value that scores 0.", 11, "number"),
        Column("Best", "The value that scores 1.", 11, "number"),
        Column("Curve", "linear (default), log, or points: 0:0; 2.5:0.6; 5:1", 16),
        Column("Weighted by", f"On parents. {WAY}", 13, choices=get_args(WeightedBy)),
        Column(
            "Weight",
            "The study's own weight, points or rank, where the parent is not weighted by judgments.",
            9,
            "number",
        ),
        Column("Must", "A condition every host has to meet: >= 2, <= 15 or = level.", 12),
        Column("Cost", "yes: left out of quality, shown beside it.", 7, choices=YES_NO),
        Column("Active", "no: kept and not counted.", 8, choices=YES_NO),
        Column("Description", "What it means, and why these ends.", 48, "long"),
        Column("Source", "Where its figures come from.", 30, "long"),
    ),
    "Hosts": (
        Column("Host", "One row an alternative.", 26, is_needed=True),
        Column("Code", "ISO 3166-1 alpha-3 or 3166-2; every sheet may name the host by it.", 9),
        Column("Group", "The host it belongs to, as a province to its country.", 22, names="Hosts"),
        Column("Active", "no: kept and not counted.", 8, choices=YES_NO),
        Column("Notes", "", 60, "long"),
    ),
    "Participants": (
        Column("Participant", "Who judges.", 26, is_needed=True),
        Column("Weight", "How much the answers count; empty: 1.", 9, "number"),
        Column("Role", "", 26),
        Column("Email", "", 32),
    ),
    "Roles": (
        Column(
            "Participant",
            "Without rows here a participant judges everything.",
            26,
            names="Participants",
            is_needed=True,
        ),
        Column("Under", "A node that the participant judges.", 30, names="Criteria", is_needed=True),
    ),
    "Views": (
        Column("View", "A row with a view alone names it.", 22, is_needed=True),
        Column("Criterion", "A leaf that the view leaves out or turns.", 36, names="Criteria"),
        Column("Counts", "no: the view leaves the leaf out.", 9, choices=YES_NO),
        Column("Turned", "yes: in this view less is better.", 9, choices=YES_NO),
    ),
    "Judgments": (
        Column("Under", UNDER, 26, names="Criteria", is_needed=True),
        Column("First", "A child of Under, or a host.", 30, is_needed=True),
        Column("Second", "What First is compared with.", 30, is_needed=True),
        Column(
            "Value",
            "How many times First is preferred to Second: 3, 1/3, 8/9, 0.333. Empty: not judged yet.",
            9,
            "ratio",
            is_needed=True,
        ),
        Column("Status", "judged (default), placeholder or outdated.", 12, choices=get_args(JudgmentStatus)),
        Column("Participant", "Empty: the study's own judgment.", 18, names="Participants"),
        Column("View", "Empty: the base view.", 18, names="Views"),
        Column("Note", "Why it was judged so.", 44, "long"),
        Column("When", "", 12),
    ),
    "Nodes": (
        Column(
            "Under", "The goal, or a node that departs from Criteria in a view.", 30, names="Criteria", is_needed=True
        ),
        Column("View", "Empty: every view that says nothing else.", 20, names="Views"),
        Column("Weighted by", WAY, 14, choices=get_args(WeightedBy)),
        Column(
            "Group", "agreed: the workshop's own result counts, not the participants' answers.", 10, choices=("agreed",)
        ),
    ),
    "Weights": (
        Column("Criterion", "", 30, names="Criteria", is_needed=True),
        Column("View", "With View and Participant empty a row gives bounds and status alone.", 18, names="Views"),
        Column("Participant", "Empty: the study's own weight.", 18, names="Participants"),
        Column("Weight", "A direct weight, swing points or a rank, as the node is weighted in this view.", 9, "number"),
        Column("Low", "The least that the local weight may be.", 9, "number"),
        Column("High", "The most that the local weight may be.", 9, "number"),
        Column("Status", "judged (default), placeholder or outdated.", 12, choices=get_args(JudgmentStatus)),
    ),
    "Data": (
        Column("Criterion", "A leaf.", 30, names="Criteria", is_needed=True),
        Column("Host", "By name or code.", 20, names="Hosts", is_needed=True),
        Column(
            "Value",
            "In the criterion's unit; a level's name on a rating scale. Empty: missing, never zero.",
            12,
            "number",
            is_needed=True,
        ),
        Column("Low", "The lowest value it may have.", 10, "number"),
        Column("High", "The highest value it may have.", 10, "number"),
        Column("Distribution", "Empty: triangular from Low over Value to High.", 12, choices=get_args(Distribution)),
        Column("Unit", "Empty: the criterion's. Another one must convert.", 26),
        Column("Year", "", 8, "number"),
        Column("Status", "Empty: measured if Source and Year are given, else judged.", 12, choices=get_args(Status)),
        Column("Closed", "The reason why the figure does not count for this host.", 30, "long"),
        Column("Source", SOURCE, 40, "long"),
        Column("Licence", "", 28, "long"),
        Column("Participant", "Whose value it is; empty: the study's own.", 16, names="Participants"),
        Column("Who", "Who entered it.", 14),
        Column("When", "", 12),
        Column("Note", "", 40, "long"),
    ),
    "Ratings": (
        Column("Criterion", "", 30, names="Criteria", is_needed=True),
        Column("Level", "From best to worst.", 26, is_needed=True),
        Column("Score", "From 0 to 1.", 9, "number", is_needed=True),
    ),
    "Costs": (
        Column("Host", "", 24, names="Hosts", is_needed=True),
        Column("Item", "", 32),
        Column("Amount", "", 14, "number", is_needed=True),
        Column("Currency", "Empty: the study's.", 10),
        Column("Year", "", 8, "number"),
        Column("Source", SOURCE, 44, "long"),
    ),
    "Rates": (
        Column("Currency", "", 12, is_needed=True),
        Column(
            "Per unit of the study's currency",
            "How many of this currency one unit of the study's buys.",
            18,
            "number",
            is_needed=True,
        ),
        Column("Year", "", 8, "number"),
        Column("Source", SOURCE, 44, "long"),
    ),
    "Scenarios": (
        Column("Scenario", "One row a move; rows of one name belong together.", 36, is_needed=True),
        Column(
            "Kind", "data (in the leaf's unit), score (0 to 1) or weight (multiply only).", 9, choices=get_args(Kind)
        ),
        Column("Target", "A leaf, or for weight any criterion.", 30, names="Criteria"),
        Column("Host", "Empty: all hosts.", 18, names="Hosts"),
        Column("View", "Empty: all views.", 18, names="Views"),
        Column("Operation", "set, multiply or add.", 11, choices=get_args(Operation)),
        Column("Value", "", 10, "number"),
        Column("Note", "", 44, "long"),
    ),
    "Scenario sets": (
        Column("Set", "Scenarios that happen together; one row a scenario.", 30, is_needed=True),
        Column("Scenario", "", 48, names="Scenarios", is_needed=True),
        Column("Probability", "From 0 to 1, once a set.", 12, "number"),
    ),
}

FIELDS: tuple[Field, ...] = (
    Field("Title", "title"),
    Field("Question", "question"),
    Field("Goal", "goal"),
    Field("Priorities", "priorities", True, get_args(Priorities)),
    Field("Synthesis", "synthesis", True, get_args(Synthesis)),
    Field("Random index", "random_index", True, get_args(RandomIndex)),
    Field("Completion", "completion", True, get_args(Completion)),
    Field("Scale", "scale", True, get_args(Scale)),
    Field("Group", "group", True, get_args(GroupRule)),
    Field("Group figure", "group_figure", True, get_args(GroupFigure)),
    Field("Base view", "base_view", True),
    Field("Seed", "seed", True, form="number"),
    Field("Samples", "samples", True, form="number"),
    Field("Sampling", "sampling", True, get_args(Sampling)),
    Field("Judgment spread", "judgment_spread", True, form="number"),
    Field("Simulation weights", "simulation_weights", True, get_args(WeightSampling)),
    Field("Simulation data", "simulation_data", True, get_args(DataSampling)),
    Field("Client", "client"),
    Field("Author", "author"),
    Field("Date", "date"),
    Field("Currency", "currency"),
)
"""The Study sheet, line by line."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    sheet: tuple(column.name for column in columns) for sheet, columns in SHEETS.items()
}

NEEDED: Mapping[str, tuple[str, ...]] = {
    sheet: tuple(column.name for column in columns if column.is_needed) for sheet, columns in SHEETS.items()
}
"""Columns without which a sheet says nothing."""
