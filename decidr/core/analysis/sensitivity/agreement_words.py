"""Other methods in words: whether they agree on the leader, and by which tables judgments pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from decidr.core.analysis.results import Results
from decidr.language import _, ngettext
from decidr.number_text import listed

if TYPE_CHECKING:
    from decidr.core.analysis.sensitivity.method_agreement import MethodAgreement, OtherWay, RatioByTable

MOST_TOLD = 3
"""So many changes of place are named where there are more."""


def agreement_said(results: Results, agreement: MethodAgreement) -> str:
    """Whether the methods agree on the leader, and who leads where they do not."""
    if results.leader is None:
        return _("Without a leader there is nothing to agree on.")
    if not agreement.others:
        methods = [way for way in agreement.ways if way.choice != "without"]
        if len(methods) == len(agreement.ways):
            return _("The methods agree: {leader} leads by each of them.").format(leader=results.leader_name)
        text = _("The methods agree: {leader} leads by each of them, whichever other host is left out.")
        return text.format(leader=results.leader_name)
    return _("The methods disagree: {said}.").format(said="; ".join(_others_said(results, agreement.others)))


def _others_said(results: Results, ways: Iterable[OtherWay]) -> Iterator[str]:
    """Who leads by which methods, and without which hosts."""
    by_leader: dict[tuple[str | None, bool], list[str]] = {}
    for way in ways:
        by_leader.setdefault((way.leader, way.choice == "without"), []).append(way_named(results, way))
    for (leader, is_without), names in by_leader.items():
        if leader is None:
            yield _("nobody leads {ways}").format(ways=listed(names))
        elif is_without:
            yield _("{host} leads {ways}").format(host=results.names[leader], ways=listed(names))
        else:
            yield _("{host} leads by {ways}").format(host=results.names[leader], ways=listed(names))


def way_named(results: Results, way: OtherWay) -> str:
    """Another method, or the study without a host, in words."""
    if way.choice == "without":
        return _("without {host}").format(host=results.names[way.method])
    return {
        "eigenvector": _("the eigenvector"),
        "geometric mean": _("the geometric mean"),
        "absolute": _("absolute synthesis"),
        "distributive": _("distributive synthesis"),
        "ideal": _("ideal synthesis"),
        "least squares": _("completion by least squares"),
        "smallest lambda-max": _("completion by the smallest λmax"),
    }[way.method]


def way_said(results: Results, way: OtherWay) -> str:
    """What another way says: who leads, and which hosts change places."""
    if not way.is_solved:
        return _("cannot be solved")
    leader = _("nobody leads")
    if way.leader is not None:
        is_heir = way.is_same and way.leader != results.hosts[results.leader or 0]
        text = _("{host} leads, second until then") if is_heir else _("{host} leads")
        leader = text.format(host=results.names[way.leader])
    pairs = [_("{host} passes {other}").format(host=results.names[b], other=results.names[a]) for a, b in way.reversed]
    rest = len(pairs) - MOST_TOLD
    more = [ngettext("{count} more", "{count} more", rest).format(count=rest)] if rest > 0 else []
    return "; ".join([leader, *([listed([*pairs[:MOST_TOLD], *more])] if pairs else [])])


def ratio_said(ratio: RatioByTable) -> str:
    """By which tables the judgments of a node pass CR ≤ 0.10."""
    if all(cr is None for cr in ratio.ratios.values()):
        return _("CR is not defined")
    passing = [str(table) for table in ratio.passing]
    failing = [str(table) for table in ratio.ratios if table not in ratio.passing]
    if not failing:
        return _("CR ≤ 0.10 by all tables")
    if not passing:
        return _("CR above 0.10 by all tables")
    text = _("CR ≤ 0.10 by {passing}, above it by {failing}")
    return text.format(passing=listed(passing), failing=listed(failing))


def ratios_said(results: Results, agreement: MethodAgreement) -> str:
    """Whether it hangs on the table of random indices which judgments pass CR ≤ 0.10."""
    disputed = [ratio for ratio in agreement.ratios if not ratio.is_undisputed]
    if not disputed:
        return _("Which judgments pass CR ≤ 0.10 does not hang on the table of random indices.")
    names = listed([*dict.fromkeys(results.study.name_of(ratio.node) for ratio in disputed)])
    return _("Whether the judgments under {nodes} pass CR ≤ 0.10 hangs on the table of random indices.").format(
        nodes=names
    )
