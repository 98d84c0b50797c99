"""Two views side by side, in rows and in words."""

from __future__ import annotations

from collections.abc import Sequence

from decidr.core.analysis.hosts.two_views import SeenTwice
from decidr.core.analysis.results import Results
from decidr.gui.models.shared.entry_table import Entry, Heading
from decidr.language import _, ngettext
from decidr.number_text import listed, points


def headings(first: Results, second: Results) -> tuple[Heading, ...]:
    """Headings of ``rows``."""
    return (
        Heading(_("Host")),
        *(Heading(text, is_number=True) for results in (first, second) for text in (_("Rank"), _view_name(results))),
        Heading(_("Places"), is_number=True),
    )


def rows(first: Results, seen: Sequence[SeenTwice]) -> list[tuple[Entry, ...]]:
    """Rank and points of every host in both views, and how many places it moves."""
    return [
        (
            Entry(first.names[one.host], order=first.names[one.host].casefold(), is_strong=one.is_unbeaten),
            *_standing(one.first_rank, one.first_total),
            *_standing(one.second_rank, one.second_total),
            _move(one),
        )
        for one in seen
    ]


def two_views_told(first: Results, second: Results, seen: Sequence[SeenTwice]) -> str:
    """Who serves best by each view's priorities, and whom no host beats in both."""
    leaders = [results.leader_name for results in (first, second)]
    views = {"first": _view_name(first), "second": _view_name(second)}
    if None in leaders:
        return _("No host can lead in both views yet.")
    if leaders[0] == leaders[1]:
        text = _("Seen with the priorities of «{first}» and of «{second}» alike, {host} would serve best.")
        return text.format(host=leaders[0], **views)
    text = _("Seen with the priorities of «{first}», {host} would serve best; with those of «{second}», {other}.")
    told = [text.format(host=leaders[0], other=leaders[1], **views)]
    unbeaten = [first.names[one.host] for one in seen if one.is_unbeaten]
    told.append(_("No host beats these in both: {names}.").format(names=listed(unbeaten)))
    return " ".join(told)


def benchmark_told() -> str:
    """What a ranking by one party's priorities is, and is not."""
    return _(
        "A view ranks every host by one and the same priorities. Where they are one government's, its ranking of the "
        "other hosts is a benchmark, not what those would say of themselves."
    )


def biggest_moves(first: Results, seen: Sequence[SeenTwice], most: int = 3) -> Sequence[str]:
    """The hosts that move most places, as «Canada 6 places up»; none where all keep theirs."""
    moving = [(first.names[one.host], one.places_up) for one in seen if one.places_up]
    moving.sort(key=lambda move: -abs(move[1]))
    return [f"{name} {_places_told(places)}" for name, places in moving[:most]]


def _places_told(places: int) -> str:
    if places > 0:
        return ngettext("{count} place up", "{count} places up", places).format(count=places)
    return ngettext("{count} place down", "{count} places down", -places).format(count=-places)


def _standing(rank: int, total: float) -> tuple[Entry, Entry]:
    """Rank and points; without a rank it is sorted last."""
    is_first = rank == 1
    place = Entry(str(rank or "–"), order=-rank if rank else float("-inf"), is_number=True, tone="third")
    figure = Entry(points(total), exact=points(total, 4), order=total, is_number=True, is_strong=is_first)
    return place, figure


def _move(one: SeenTwice) -> Entry:
    places = one.places_up
    if not places:
        return Entry("–", exact="0" if places == 0 else "", order=0.0, is_number=True, tone="third")
    text = f"↑ {places}" if places > 0 else f"↓ {-places}"
    return Entry(text, exact=_places_told(places), order=float(places), is_number=True)


def _view_name(results: Results) -> str:
    return next(view.name for view in results.study.views if view.id == results.view)
