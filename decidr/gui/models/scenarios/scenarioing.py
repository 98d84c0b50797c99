"""The hand that shapes scenarios and sets: added, named, copied, combined and removed, each as one undoable step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from decidr.core.study import edits
from decidr.core.study.cases import Case, case_named, cases_of
from decidr.core.study.scenario_checks import ROUNDING
from decidr.core.study.scenarios import Move, Scenario
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.models.shared.short_name import short_name
from decidr.gui.models.shared.structuring import NotTaken, check_name
from decidr.gui.models.shared.typed_entry import read_figure
from decidr.language import _


class Scenarioing:
    """Writes scenarios and sets, known by their names, which are unique together; no step where nothing changes."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def case(self, name: str) -> Case:
        """The case of that name; KeyError if there is none."""
        found = case_named(self._study, name)
        if found is None:
            raise KeyError(name)
        return found

    def add(self, name: str) -> str:
        """A new last scenario without moves; what it is called, with a number if the name is taken."""
        return self._added(_("Add the scenario {name}"), edits.add_scenario(self._study, name))

    def copy(self, name: str) -> str:
        """A new last scenario with the moves of another; what it is called."""
        study = edits.add_scenario(self._study, name, self._scenario(name).moves)
        return self._added(_("Copy as {name}"), study)

    def rename(self, name: str, new_name: str) -> str:
        """Call a case otherwise; what it is called then. NotTaken for an empty name and for one that another has."""
        new_name = new_name.strip()
        check_name(new_name, (case.name for case in cases_of(self._study) if case.name != name))
        if new_name != name:
            label = _("Name: {name}").format(name=short_name(new_name))
            if self.case(name).is_set:
                study = edits.rename_set(self._study, name, new_name)
            else:
                study = edits.rename_scenario(self._study, self._scenario(name).id, new_name)
            self._document.apply(label, study)
        return new_name

    def remove(self, name: str) -> None:
        """Remove a case; the scenarios of a set stay."""
        if self.case(name).is_set:
            study = edits.remove_set(self._study, name)
        else:
            study = edits.remove_scenario(self._study, self._scenario(name).id)
        self._document.apply(_("Remove {name}").format(name=short_name(name)), study)

    def sets_with(self, name: str) -> tuple[list[str], list[str]]:
        """The sets that go on without a scenario, and those that go with it; both empty of a set's own name."""
        if self.case(name).is_set:
            return [], []
        id_ = self._scenario(name).id
        having = [s for s in self._study.scenario_sets if id_ in s.scenarios]
        alone = [s.name for s in having if set(s.scenarios) == {id_}]
        return [s.name for s in having if s.name not in alone], alone

    def can_shift(self, name: str, by: int) -> bool:
        """Whether a scenario has such a neighbour: ``by`` is -1 above and 1 below."""
        place = self._place(name)
        return place is not None and 0 <= place + by < len(self._study.scenarios)

    def shift(self, name: str, by: int) -> None:
        """Put a scenario before the one above it, or after the one below it."""
        place = self._place(name)
        if place is None or not self.can_shift(name, by):
            return
        rest = [s.id for s in self._study.scenarios if s.name != name]
        before = rest[place + by] if place + by < len(rest) else None
        study = edits.place_scenario(self._study, self._scenario(name).id, before)
        self._document.apply(_("Move {name}").format(name=short_name(name)), study)

    def combine(self, names: Sequence[str]) -> str:
        """A new last set of these scenarios; what it is called."""
        wanted = " + ".join(short_name(name) for name in names)
        study = edits.combine_scenarios(self._study, wanted, (self._scenario(name).id for name in names))
        made = study.scenario_sets[-1].name
        self._document.apply(_("Combine as {name}").format(name=short_name(made)), study)
        return made

    def include(self, name: str, scenario: str, is_in: bool) -> None:
        """Whether a scenario (an id) belongs to a set; NotTaken for the last one to be left out."""
        members = edits.set_named(self._study, name).scenarios
        wanted = [*members, scenario] if is_in else [member for member in members if member != scenario]
        if not wanted:
            raise NotTaken(_("A set takes at least one scenario; remove the set if it is not needed."))
        self._apply(_("Scenarios of {name}"), name, edits.set_scenarios_of(self._study, name, wanted))

    def give_probability(self, name: str, text: str) -> None:
        """How likely a set is, as ``0.2`` or ``20 %``; nothing: not said. NotTaken for what is no probability."""
        bare = text.strip().removesuffix("%")
        value = read_figure(bare)
        if value is not None and bare != text.strip():
            value /= 100
        if value is not None and not 0 <= value <= 1:
            raise NotTaken(_("A probability lies from 0 to 1, or from 0 % to 100 %."))
        self._apply(_("Probability of {name}"), name, edits.set_probability(self._study, name, value))

    def write_facts(self, name: str, facts: Iterable[str]) -> None:
        """What a scenario rests on, one fact a line, before its moves."""
        scenario = self._scenario(name)
        moves = [Move(note=fact.strip()) for fact in facts if fact.strip()]
        moves += [move for move in scenario.moves if not is_fact(move)]
        if tuple(moves) != scenario.moves:
            scenarios = (replace(s, moves=tuple(moves)) if s.id == scenario.id else s for s in self._study.scenarios)
            self._apply(_("Facts of {name}"), name, replace(self._study, scenarios=tuple(scenarios)))

    def _added(self, label: str, study: Study) -> str:
        made = study.scenarios[-1].name
        self._document.apply(label.format(name=short_name(made)), study)
        return made

    def _apply(self, label: str, name: str, study: Study) -> None:
        self._document.apply(label.format(name=short_name(name)), study)

    def _scenario(self, name: str) -> Scenario:
        return next(s for s in self._study.scenarios if s.name == name)

    def _place(self, name: str) -> int | None:
        return next((place for place, s in enumerate(self._study.scenarios) if s.name == name), None)

    @property
    def _study(self) -> Study:
        return self._document.study


def is_fact(move: Move) -> bool:
    """Whether a row moves nothing, and only says something."""
    return not (move.target or move.operation or move.value is not None)


def facts_of(case: Case) -> list[str]:
    """What the scenarios of a case rest on, each once."""
    notes = (move.note for scenario in case.scenarios for move in scenario.moves if is_fact(move) and move.note)
    return list(dict.fromkeys(notes))


def probabilities_told(study: Study) -> tuple[str, bool]:
    """What the sets' probabilities sum to and what that leaves to the baseline, and whether it can be."""
    given = [s.probability for s in study.scenario_sets if s.probability is not None]
    if not given:
        return _("No set has a probability yet."), True
    whole = sum(given)
    said = {"sum": f"{whole:.4g}", "rest": f"{max(1 - whole, 0.0):.4g}"}
    if whole > 1 + ROUNDING:
        return _("The sets' probabilities sum to {sum}, above 1, so nothing is expected.").format(**said), False
    if whole > 1 - ROUNDING:
        return _("The sets' probabilities sum to 1; nothing is left for the baseline."), True
    return _("The sets' probabilities sum to {sum}; the baseline has the other {rest}.").format(**said), True
