"""Headings that answer: what each part of a report shows, in one sentence."""

from collections import Counter

import numpy as np

from decidr.core.analysis.evidence import KINDS
from decidr.core.analysis.matrices import MatrixResult
from decidr.core.analysis.nodes import LARGEST_CR
from decidr.formats.report.content import Content
from decidr.language import _, ngettext
from decidr.number_text import listed, per_cent, points, signed_points


def weights_heading(content: Content) -> str:
    """Which main criterion weighs most."""
    weights = {node: content.results.local[node] for node in content.main_criteria}
    if not weights or any(np.isnan(weight) for weight in weights.values()):
        return _("Some weights are still missing")
    first, *rest = sorted(weights, key=lambda node: -weights[node])
    if not rest:
        return _("{criterion} carries all the weight").format(criterion=content.names[first])
    said = {"criterion": content.names[first], "weight": per_cent(weights[first])}
    text = _("{criterion} weighs most, {weight}; then {second}, {second_weight}")
    return text.format(**said, second=content.names[rest[0]], second_weight=per_cent(weights[rest[0]]))


def data_heading(content: Content) -> str:
    """How many figures there are, and how many of them still wait."""
    counts = _evidence_counts(content)
    total, missing, placeholders = counts.total(), counts["missing"], counts["placeholder"]
    if not total:
        return _("No figures: hosts are compared in pairs on every criterion")
    text = ngettext("{count} figure", "{count} figures", total).format(count=total)
    waiting = [_("{count} to replace").format(count=placeholders)] * (placeholders > 0)
    waiting += [_("{count} missing").format(count=missing)] * (missing > 0)
    return f"{text}: {listed(waiting)}" if waiting else _("{text}, all at hand").format(text=text)


def sources_heading(content: Content) -> str:
    """What the figures rest on."""
    counts = _evidence_counts(content)
    sourced = counts["measured"] + counts["proxy"]
    if not counts.total():
        return _("No figures: scores rest on judgments alone")
    text = _("{sourced} of {total} figures are measured or stand on a proxy")
    return text.format(sourced=sourced, total=counts.total())


def scores_heading(content: Content) -> str:
    """Who scores best how often."""
    results = content.results
    if np.isnan(results.raw_scores).any() or not results.raw_scores.size:
        return _("Some scores are still missing")
    best = results.raw_scores >= results.raw_scores.max(axis=1, keepdims=True) - 1e-12
    wins = best.sum(axis=1) == 1
    counts = (best & wins[:, None]).sum(axis=0)
    first, *rest = sorted(results.order or range(len(results.hosts)), key=lambda h: -counts[h])
    said = {"host": content.names[results.hosts[first]], "count": int(counts[first]), "total": len(results.leaves)}
    text = _("{host} alone is best on {count} of {total} criteria").format(**said)
    if not counts[first]:
        return _("No host is alone at the top of any criterion")
    if not rest or not counts[rest[0]]:
        return text
    second = {"host": content.names[results.hosts[rest[0]]], "count": int(counts[rest[0]])}
    return _("{text}, {host} on {count}").format(text=text, **second)


def contributions_heading(content: Content) -> str:
    """What the lead is made of, by main criterion."""
    results = content.results
    if not content.has_ranking or len(results.order) < 2:
        return content.verdict.sentences[0]
    first, second = results.order[:2]
    by_main = {main: content.contributions_of(main) for main in content.main_criteria}
    gains = [(float(given[first] - given[second]), main) for main, given in by_main.items()]
    best, worst = max(gains), min(gains)
    said = {"leader": content.names[results.hosts[first]], "second": content.names[results.hosts[second]]}
    said |= {"lead": points(float(results.totals[first] - results.totals[second]))}
    text = _("{leader} is {lead} points before {second}").format(**said)
    parts = [(gain, name) for gain, name in dict.fromkeys((best, worst)) if abs(gain) >= 5e-4]
    told = [f"{content.names[name]} {signed_points(gain)}" for gain, name in parts]
    return f"{text}: {', '.join(told)}" if told else text


def sensitivity_heading(content: Content) -> str:
    """How far the nearest main weight may move before another host leads."""
    change, results = content.nearest_change, content.results
    if results.leader is None:
        return content.verdict.sentences[0]
    leader = content.names[results.hosts[results.leader]]
    if change is None:
        return _("No single main weight takes the first place from {leader}").format(leader=leader)
    text = _("{leader} stays first while {criterion} weighs less than {weight} (now {now})")
    if not change.is_above:
        text = _("{leader} stays first while {criterion} weighs more than {weight} (now {now})")
    said = {"weight": per_cent(change.weight), "now": per_cent(results.local[change.criterion])}
    return text.format(leader=leader, criterion=content.names[change.criterion], **said)


def judgments_heading(content: Content) -> str:
    """Whether the judgments fit together."""
    matrices = counted_matrices(content)
    if not matrices:
        return _("No pairwise judgments count in this report")
    ratios = [m.consistency.cr if m.consistency else None for m in matrices]
    over = sum(cr is not None and cr > LARGEST_CR for cr in ratios)
    if over:
        text = ngettext(
            "{over} of {all} matrices has a CR above 0.10", "{over} of {all} matrices have a CR above 0.10", over
        )
        return text.format(over=over, all=len(matrices))
    undefined = sum(cr is None for cr in ratios)
    if undefined:
        return _("No CR is above 0.10; it is not defined for {count} of {all}").format(count=undefined, all=len(ratios))
    return ngettext(
        "The one matrix has a CR of at most 0.10", "All {all} matrices have a CR of at most 0.10", len(ratios)
    ).format(all=len(ratios))


def judgments_note(content: Content) -> str:
    """That judgments are placeholders, where they are."""
    matrices = counted_matrices(content)
    count, judged = sum(m.placeholder for m in matrices), sum(m.judged for m in matrices)
    if not count:
        return ""
    return _("{count} of {judged} judgments are placeholders — replace them by your own").format(
        count=count, judged=judged
    )


def settings_heading(content: Content) -> str:
    """Whether AHPy agrees."""
    if content.opinions is None:
        return _("How the figures were computed")
    if not content.opinions:
        return _("No matrix to ask AHPy about")
    counts = Counter(opinion.status for opinion in content.opinions)
    text = _("AHPy agrees on {count} of {all} matrices").format(count=counts["agrees"], all=len(content.opinions))
    more = [_("{count} incomplete").format(count=counts["incomplete"])] * (counts["incomplete"] > 0)
    more += [_("{count} differ").format(count=counts["parts"])] * (counts["parts"] > 0)
    more += [_("{count} without an answer").format(count=counts["no answer"])] * (counts["no answer"] > 0)
    return ", ".join((text, *more))


def counted_matrices(content: Content) -> tuple[MatrixResult, ...]:
    """The matrices whose weights count, of every view shown, each once."""
    return tuple(node.counted for node in content.nodes if node.counted is not None and node.counted.judged)


def _evidence_counts(content: Content) -> Counter[str]:
    scored = content.results.leaf_scores
    leaves = [leaf for leaf in content.results.leaves if content.ways_of_scoring[leaf] != "pairwise"]
    return Counter(KINDS[code] for leaf in leaves for code in scored.evidence[leaf].tolist())
