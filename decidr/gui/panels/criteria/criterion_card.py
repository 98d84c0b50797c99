"""The card of one criterion: what it means, how its scale runs, and what the view does with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.musts import parse_must
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL, Criterion, Curve
from decidr.core.study.study import Study
from decidr.core.value.curves import ends
from decidr.core.value.presets import PRESETS, Preset
from decidr.gui.models.criteria.criterion_lines import CriterionLine, better_words, end_figures, way_words
from decidr.gui.models.criteria.curve_shape import FORMS, CurveShape, Form
from decidr.gui.models.criteria.curve_text import NotUnderstood, points_text, typed_points
from decidr.gui.models.shared.structuring import NotTaken, Structuring, ends_proposed_by
from decidr.gui.models.shared.typed_figure import NotAFigure, exact_figure, typed_figure
from decidr.gui.panels.criteria.curve_editor import CurveEditor
from decidr.gui.panels.criteria.levels_editor import LevelsEditor
from decidr.gui.panels.criteria.value_curve import CurveDot
from decidr.gui.panels.criteria.way_entries import WayEntries
from decidr.gui.panels.findings.problem_rows import ProblemRows
from decidr.gui.panels.tables.detail_card import DetailCard
from decidr.gui.panels.widgets.check_box import CheckBox
from decidr.gui.panels.widgets.field import ChoiceField, Field, LongTextField, TextField
from decidr.gui.panels.widgets.field_grid import FieldGrid
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _, ngettext
from decidr.number_text import figure, per_cent


class CriterionCard(DetailCard):
    """Each field is one undoable step; ``go_to`` asks for the place of a problem."""

    go_to = Signal(str)

    def __init__(self, structuring: Structuring, parent: QWidget | None = None) -> None:
        super().__init__("criterion_card", parent)
        self._structuring = structuring
        self._line: CriterionLine | None = None
        self._make_texts()
        self._make_scale()
        self._make_switches()
        self.place = text_label("", "second")
        self.curve = CurveEditor()
        self.problems, self.entries = ProblemRows(), WayEntries()
        for part in (self.problems, self.entries):
            part.go_to.connect(self.go_to)
        self.confirm = link_button(_("Confirm the proposed ends"), "confirm_ends", self._confirm_ends)
        self._proposed: tuple[float, float] | None = None
        self.propose = link_button("", "use_proposed_ends", self._use_proposed_ends)
        self.hold = link_button("", "confirm_judgments", self._confirm_judgments)
        self._lay_out()
        self._connect()

    def show_line(self, line: CriterionLine, results: Results, focus: Focus) -> None:
        """Show a criterion as the view sees it."""
        criterion = line.criterion
        self._line = line
        self.heading.setText(criterion.name)
        self.place.setText(_place(line, results))
        self._show_texts(criterion)
        self._show_scale(line, results)
        self._show_switches(line, results)
        self.curve.show_curve(criterion, _dots(line, results, focus))
        self._leave_out(line)
        self.confirm.setVisible(criterion.ends_proposed)
        self._show_proposal(line, results.study)
        self._show_outdated(criterion)
        kept = self._structuring.kept_entries(criterion.id, line.way) if line.way else {}
        self.entries.show_line(line, kept, next(iter(results.hosts), ""))
        told = ("data.beyond_ends",) if self.curve.is_drawable and line.way == "data" else ()
        problems = [problem for problem in line.problems if problem.code not in told]
        self.problems.show_problems(problems, results.study, criterion.name)

    # how it is put together

    def _make_texts(self) -> None:
        self.name = TextField("criterion_name", _("Name"))
        self.description = LongTextField("criterion_description", _("Description"), 3)
        self.source = TextField("criterion_source", _("Source"))

    def _make_scale(self) -> None:
        ways = [("", _("as the study holds")), *way_words().items()]
        self.way = ChoiceField("criterion_scored_by", _("Scored by"), ways)
        self.unit = TextField("criterion_unit", _("Unit"))
        better = [("", _("as the ends say")), *better_words().items()]
        self.better = ChoiceField("criterion_better", _("Better"), better)
        self.worst = TextField("criterion_worst", _("Worst"), tip=_("The value that scores 0"))
        self.best = TextField("criterion_best", _("Best"), tip=_("The value that scores 1"))
        self.form = ChoiceField("criterion_curve", _("Value curve"), _forms(), _("Shapes are written as points"))
        self.points = TextField("criterion_points", _("Points, value:score"), "0:0; 2.5:0.6; 5:1")
        self.levels = LevelsEditor(self._structuring)
        self.must = TextField("criterion_must", _("Must have"), ">= 2", _("A condition: >= 2, <= 15 or = level"))

    def _make_switches(self) -> None:
        self.counts = CheckBox("criterion_counts", _("Counts"), _("Otherwise dormant: kept, and not counted"))
        self.cost = CheckBox("criterion_cost", _("Is a cost"), _("Left out where quality stands beside cost"))
        self.in_view = CheckBox("criterion_in_view")
        self.turned = CheckBox("criterion_turned", tip=_("What is best becomes worst: the score is taken from 1"))

    def _lay_out(self) -> None:
        texts = QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.name)
        column.addWidget(self.description)
        column.addStretch(1)
        self.grid = FieldGrid()
        self.grid.add(texts, 2)
        self.grid.add(self.curve, 2)
        self.grid.add(self.levels, 2)
        for field in (self.way, self.unit, self.worst, self.best, self.better, self.form):
            self.grid.add(field)
        self.grid.add(self.points, 2)
        self.grid.add(self.must, 2)
        self.grid.add(self.source, 2)
        self.switches = FieldGrid()
        for box in (self.counts, self.in_view, self.turned, self.cost):
            self.switches.add(box)
        above = (self.place, self.problems, self.confirm, self.propose, self.hold)
        for widget in (*above, self.grid, self.switches, self.entries):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.name.entered.connect(self._take_name)
        for field, attribute in ((self.description, "description"), (self.source, "source"), (self.unit, "unit")):
            self._connect_text(field, attribute)
        self.must.entered.connect(self._take_must)
        self.way.entered.connect(lambda way: self._change(self.way, scored_by=way or None))
        self.better.entered.connect(lambda better: self._change(self.better, better=better or None))
        self.form.entered.connect(self._take_form)
        self.curve.tried.connect(self._structuring.try_curve)
        self.curve.shaped.connect(self._structuring.shape_curve)
        self.curve.given_up.connect(self._structuring.stop_trying)
        self.worst.entered.connect(lambda text: self._take_end(self.worst, "worst", text))
        self.best.entered.connect(lambda text: self._take_end(self.best, "best", text))
        self.points.entered.connect(self._take_points)
        self.counts.clicked.connect(lambda: self._structuring.switch(self._id))
        self.cost.clicked.connect(lambda checked: self._change(self.cost, cost=checked))
        self.in_view.clicked.connect(lambda checked: self._structuring.count_in_view(self._id, checked))
        self.turned.clicked.connect(lambda checked: self._structuring.turn_in_view(self._id, checked))

    def _connect_text(self, field: TextField | LongTextField, attribute: str) -> None:
        field.entered.connect(lambda text: self._change(field, **{attribute: text.strip()}))

    # what is shown

    def _show_texts(self, criterion: Criterion) -> None:
        self.name.show_text(criterion.name)
        self.description.show_text(criterion.description)
        self.source.show_text(criterion.source)

    def _show_scale(self, line: CriterionLine, results: Results) -> None:
        criterion = line.criterion
        self.way.show_value(criterion.scored_by or "")
        self.unit.show_text(criterion.unit)
        self.better.show_value(criterion.better or "")
        for field, end in zip((self.worst, self.best), end_figures(line), strict=True):
            field.show_text("" if end is None else exact_figure(end))
            field.setEnabled(criterion.curve.form != "points")
        self.form.show_value(criterion.curve.form)
        self.points.show_text(points_text(criterion.curve.points))
        self.levels.show_criterion(criterion.id)
        self.must.show_text(criterion.must)

    def _show_switches(self, line: CriterionLine, results: Results) -> None:
        view = next(v.name for v in results.study.views if v.id == results.view)
        self.counts.setChecked(line.criterion.active)
        self.cost.setChecked(line.criterion.cost)
        self.in_view.show_text(_("Counts in «{view}»").format(view=view))
        self.in_view.setChecked(not line.is_left_out)
        self.turned.show_text(_("Turned in «{view}»").format(view=view))
        self.turned.setChecked(line.is_turned)

    def _show_proposal(self, line: CriterionLine, study: Study) -> None:
        """The way to ends for a leaf that has none: those that its data propose."""
        is_of_data = line.is_leaf and line.way == "data"
        self._proposed = ends_proposed_by(study, line.criterion) if is_of_data else None
        if self._proposed:
            worst, best = (figure(end) for end in self._proposed)
            self.propose.setText(_("Use the proposed ends: {worst} to {best}").format(worst=worst, best=best))
        self.propose.setVisible(self._proposed is not None)

    def _show_outdated(self, criterion: Criterion) -> None:
        """The way to say that what was judged for other ends holds."""
        count = self._structuring.outdated(criterion.id)
        text = ngettext(
            "{count} judgment was made for other ends: it holds for these too",
            "{count} judgments were made for other ends: they hold for these too",
            count,
        )
        self.hold.setText(text.format(count=count))
        self.hold.setVisible(bool(count))

    def _leave_out(self, line: CriterionLine) -> None:
        """Only the fields that mean something here."""
        of_leaf: tuple[Field, ...] = (self.way, self.unit, self.must)
        of_data: tuple[Field, ...] = (self.worst, self.best, self.better, self.form)
        left: list[QWidget] = []
        left += [] if line.is_leaf else of_leaf
        left += [] if line.is_leaf and line.way == "data" else of_data
        left += [] if line.way == "data" and line.criterion.curve.form == "points" else [self.points]
        left += [] if line.way == "rating" else [self.levels]
        left += [] if line.way == "data" and self.curve.is_drawable else [self.curve]
        self.grid.leave_out(*left)
        self.switches.leave_out(*([] if line.is_leaf else [self.cost, self.in_view, self.turned]))

    # what is taken

    @property
    def _id(self) -> str:
        assert self._line is not None
        return self._line.criterion.id

    def _change(self, field: Field | CheckBox, **fields: object) -> None:
        name = field.title if isinstance(field, Field) else field.text()
        criterion = self._structuring.criterion(self._id)
        self._structuring.change(self._id, _("{field} of {name}").format(field=name, name=criterion.name), **fields)

    def _take_name(self, name: str) -> None:
        self._try(self.name, lambda: self._structuring.rename(self._id, name))

    def _take_end(self, field: TextField, end: str, text: str) -> None:
        unit = self._structuring.criterion(self._id).unit
        self._try(field, lambda: self._change(field, **{end: typed_figure(text, unit), "ends_proposed": False}))

    def _take_form(self, wanted: str) -> None:
        """Another form, or a common shape as points; without ends only points can be begun with."""
        criterion = self._structuring.criterion(self._id)
        shape = CurveShape(criterion) if ends(criterion) else None
        preset = next((preset for preset in PRESETS if preset == wanted), None)
        form: Form = next((form for form in FORMS if form == wanted), "points")
        if shape is not None:
            self._structuring.shape_curve(shape.preset(preset) if preset else shape.in_form(form))
        elif preset:
            self.form.show_value(criterion.curve.form)
            self.form.say(_("Give Worst and Best first; the shape lies between them."))
        else:
            points = ((0.0, 0.0), (1.0, 1.0)) if form == "points" else ()
            self._change(self.form, curve=Curve(form=form, points=points))

    def _take_points(self, text: str) -> None:
        def take() -> None:
            curve = Curve(form="points", points=typed_points(text))
            self._change(self.points, curve=curve, ends_proposed=False)

        self._try(self.points, take)

    def _take_must(self, text: str) -> None:
        names_level = self._line is not None and self._line.way == "rating"
        if text.strip() and parse_must(text, names_level) is None:
            said = _("«{must}» is not a condition; write >= 2, <= 15 or = level.")
            only_level = _("«{must}» is not a condition on levels; write = and a level's name.")
            self.must.say((only_level if names_level else said).format(must=text.strip()))
        else:
            self._change(self.must, must=text.strip())

    def _confirm_judgments(self) -> None:
        self._structuring.confirm_judgments(self._id)

    def _use_proposed_ends(self) -> None:
        if self._proposed:
            worst, best = self._proposed
            self._structuring.change(self._id, _("Use the proposed ends"), worst=worst, best=best)

    def _confirm_ends(self) -> None:
        self._structuring.change(self._id, _("Confirm the proposed ends"), ends_proposed=False)

    def _try(self, field: Field, take: Callable[[], object]) -> None:
        """Take an entry, or say below the field why not."""
        try:
            take()
        except (NotTaken, NotAFigure, NotUnderstood) as error:
            field.say(str(error))


def _place(line: CriterionLine, results: Results) -> str:
    """Where it lies, and how much of the whole it weighs."""
    under = results.study.name_of(line.criterion.under)
    above = _("under {name}").format(name=under) if line.criterion.under != GOAL else _("main criterion")
    weight = _("{share} of the whole").format(share=per_cent(line.global_)) if line.is_counted else ""
    return " · ".join(part for part in (above, weight) if part)


def _forms() -> list[tuple[str, str]]:
    """The forms of a curve, then the shapes that write points."""
    presets: dict[Preset, str] = {
        "s-shape": _("S-shape"),
        "step": _("step"),
        "target": _("target range"),
        "u-shape": _("best at both ends"),
    }
    forms = [("linear", _("straight")), ("log", _("logarithmic")), ("points", _("by points"))]
    return forms + [(preset, _("as {shape}").format(shape=presets[preset])) for preset in PRESETS]


def _dots(line: CriterionLine, results: Results, focus: Focus) -> list[CurveDot]:
    """The hosts whose value of this leaf counts."""
    dots = []
    for host in results.study.hosts:
        cells = results.sources.cells.get((line.criterion.id, host.id), ()) if host.id in results.hosts else ()
        own = next((c for c in cells if c.participant is None and not c.closed), None)
        if own is not None and isinstance(own.value, float | int):
            slot = focus.index(host.id) if host.id in focus else None
            dots.append(CurveDot(host.name, float(own.value), slot))
    return dots
