"""What is shown of each participant: what he is asked, how far he is, and who leads for him."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from decidr.core.analysis.results import ParticipantResult, Results
from decidr.core.study.names import folded
from decidr.core.study.participants import Participant, judges
from decidr.gui.models.shared.entry_table import Entry, Heading, Tone
from decidr.gui.models.weights.node_judgments import nodes_to_judge, way_at
from decidr.language import _, ngettext
from decidr.number_text import figure, listed, points


@dataclass(frozen=True, slots=True)
class ParticipantLine:
    """One participant; ``nodes`` are the ids that he judges, ``has_roles``: and these only.

    ``answered`` of ``asked`` counts pairs, and weights where a node is weighted without pairs. ``leaders`` names the
    eligible hosts that are first by his own weights, empty while there is no ranking.
    """

    participant: Participant
    nodes: tuple[str, ...]
    has_roles: bool
    asked: int
    answered: int
    leaders: tuple[str, ...]


def participant_lines(results: Results) -> tuple[ParticipantLine, ...]:
    """A line for each participant in the study's order."""
    study, nodes = results.study, nodes_to_judge(results)
    asked = {node: _asked_at(results, node) for node in nodes}
    answered = {node: _answered_at(results, node) for node in nodes}
    own = {person.participant: person for person in results.participants}
    lines = []
    for person in study.participants:
        his = tuple(node for node in nodes if judges(study.roles, person.id, node))
        lines.append(
            ParticipantLine(
                person,
                his,
                any(role.participant == person.id for role in study.roles),
                sum(asked[node] for node in his),
                sum(answered[node][person.id] for node in his),
                _leaders(results, own[person.id]),
            )
        )
    return tuple(lines)


def _asked_at(results: Results, node: str) -> int:
    """How many answers a node wants of each."""
    count = len(results.nodes[node].node.items)
    return count * (count - 1) // 2 if way_at(results, node) == "judgments" else count


def _answered_at(results: Results, node: str) -> Counter[str | None]:
    """How many answers each has given at a node."""
    way = way_at(results, node)
    if way == "judgments":
        return Counter({read.block.participant: read.matrix.judged for read in results.nodes[node].read})
    items = results.nodes[node].node.items
    given = (w for w in results.study.weights if w.criterion in items and w.way == way and w.weight is not None)
    return Counter(participant for participant, _item in {(w.participant, w.criterion) for w in given})


def _leaders(results: Results, own: ParticipantResult) -> tuple[str, ...]:
    ranks = [rank for rank, can_lead in zip(own.ranks.tolist(), results.eligible.tolist(), strict=True) if can_lead]
    best = min((rank for rank in ranks if rank), default=0)
    places = zip(results.hosts, own.ranks.tolist(), results.eligible.tolist(), strict=True)
    return tuple(results.names[host] for host, rank, can_lead in places if best and rank == best and can_lead)


# As tables


def headings() -> list[Heading]:
    """The heads of the table of participants."""
    return [
        Heading(_("Person")),
        Heading(_("Weight"), True),
        Heading(_("Answered"), True),
        Heading(_("First for them")),
    ]


def rows(lines: tuple[ParticipantLine, ...]) -> list[list[Entry]]:
    """The table of participants."""
    return [[_name(line), _weight(line), _progress(line), _first(line)] for line in lines]


def ranking_headings() -> list[Heading]:
    """The heads of one person's own ranking."""
    return [Heading(_("Rank"), True), Heading(_("Host")), Heading(_("Points"), True), Heading(_("For all"), True)]


def ranking_rows(results: Results, own: ParticipantResult) -> list[list[Entry]]:
    """One person's own ranking, best first, with the ranks that all have together; none without totals."""
    ranked = [h for h in range(len(results.hosts)) if own.ranks[h]]
    return [
        [
            Entry(str(own.ranks[h]), is_number=True, order=int(own.ranks[h])),
            Entry(
                results.names[results.hosts[h]],
                is_strong=bool(own.ranks[h] == 1),
                order=results.names[results.hosts[h]],
            ),
            Entry(points(own.totals[h]), exact=f"{own.totals[h] * 100:.10g}", is_number=True, order=own.totals[h]),
            Entry(_rank_text(int(results.ranks[h])), is_number=True, tone="second", order=int(results.ranks[h])),
        ]
        for h in sorted(ranked, key=lambda h: own.ranks[h])
    ]


def _rank_text(rank: int) -> str:
    return str(rank) if rank else "–"


def _name(line: ParticipantLine) -> Entry:
    return Entry(line.participant.name, below=line.participant.role, order=folded(line.participant.name))


def _weight(line: ParticipantLine) -> Entry:
    return Entry(figure(line.participant.weight), is_number=True, order=line.participant.weight)


def _progress(line: ParticipantLine) -> Entry:
    text = _("{answered} of {asked}").format(answered=line.answered, asked=line.asked)
    below = ""
    if line.has_roles:
        below = ngettext("{count} node", "{count} nodes", len(line.nodes)).format(count=len(line.nodes))
    tone: Tone = "look_here" if 0 < line.answered < line.asked else "" if line.answered else "third"
    share = line.answered / line.asked if line.asked else 1.0
    return Entry(text, below=below, order=share, is_number=True, tone=tone)


def _first(line: ParticipantLine) -> Entry:
    if not line.answered:
        return Entry(_("not answered yet"), tone="third", order="")
    return Entry(listed(list(line.leaders)) or "–", order=listed(list(line.leaders)))
