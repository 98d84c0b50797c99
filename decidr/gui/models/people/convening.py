"""The hand that convenes: participants are added, described, given roles and removed, each as one undoable step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from decidr.core.study import edits
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.models.shared.short_name import short_name
from decidr.gui.models.shared.structuring import NotTaken, check_name
from decidr.gui.models.shared.typed_figure import NotAFigure, typed_figure
from decidr.gui.models.weights.node_judgments import nodes_to_judge
from decidr.language import _


class Convening:
    """Writes participants and what they judge; no step where nothing changes."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def participant(self, participant: str) -> Participant:
        """A participant by id."""
        return next(p for p in self._study.participants if p.id == participant)

    def add(self, name: str) -> str:
        """A new last participant; the id. NotTaken for an empty name and for one that another has."""
        name = name.strip()
        check_name(name, (p.name for p in self._study.participants))
        self._document.apply(_("Add {name}").format(name=short_name(name)), edits.add_participant(self._study, name))
        return self._study.participants[-1].id

    def rename(self, participant: str, name: str) -> None:
        """Give a participant another name; NotTaken as for a new one."""
        name = name.strip()
        check_name(name, (p.name for p in self._study.participants if p.id != participant))
        self._change(participant, _("Name: {name}").format(name=short_name(name)), name=name)

    def weigh(self, participant: str, text: str) -> None:
        """Let a participant's answers count this much; NotTaken for what is no figure from 0 on."""
        try:
            weight = typed_figure(text)
        except NotAFigure as error:
            raise NotTaken(str(error)) from None
        if weight is None or weight < 0:
            raise NotTaken(_("A weight is a figure from 0 on; with 0 the answers do not count."))
        label = _("Weight of {name}: {weight}").format(name=self._name(participant), weight=f"{weight:g}")
        self._change(participant, label, weight=weight)

    def describe(self, participant: str, *, role: str | None = None, email: str | None = None) -> None:
        """Say what a participant is there for, or how to reach her."""
        fields = {name: text.strip() for name, text in (("role", role), ("email", email)) if text is not None}
        self._change(participant, _("Describe {name}").format(name=self._name(participant)), **fields)

    def give_roles(self, participant: str, nodes: Sequence[str]) -> None:
        """Let a participant judge these nodes only; every node there is means everything, also later ones.

        NotTaken for none: who judges nothing has no place here.
        """
        if not nodes:
            raise NotTaken(_("A participant judges at least one node; with the weight 0 the answers do not count."))
        everything = nodes_to_judge(self._document.results)
        wanted = () if set(nodes) >= set(everything) else tuple(nodes)
        if wanted != tuple(r.under for r in self._study.roles if r.participant == participant):
            label = _("What {name} judges").format(name=self._name(participant))
            self._document.apply(label, edits.set_roles(self._study, participant, wanted))

    def remove(self, participant: str) -> None:
        """Remove a participant with all her answers."""
        label = _("Remove {name}").format(name=self._name(participant))
        self._document.apply(label, edits.remove_participant(self._study, participant))

    @property
    def _study(self) -> Study:
        return self._document.study

    def _name(self, participant: str) -> str:
        return short_name(self.participant(participant).name)

    def _change(self, participant: str, label: str, **fields: Any) -> None:
        old = self.participant(participant)
        if any(getattr(old, field) != value for field, value in fields.items()):
            self._document.apply(label, edits.set_participant(self._study, participant, **fields))
