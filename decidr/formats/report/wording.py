"""Words that every kind of report shares: statuses, settings, and small phrases."""

from decidr.core.study.data import Evidence
from decidr.language import _
from decidr.number_text import per_cent


def evidence_said(kind: Evidence) -> str:
    """What a figure rests on; a placeholder says what to do with it."""
    return {
        "measured": _("measured"),
        "proxy": _("proxy"),
        "judged": _("judged"),
        "placeholder": _("placeholder, replace"),
        "missing": _("missing"),
    }[kind]


def weighted_by_said(way: str) -> str:
    """How a node gets its weights."""
    return {
        "judgments": _("compared in pairs"),
        "direct": _("weights given directly"),
        "swing": _("swing points"),
        "ranks": _("ranks"),
    }[way]


def opinion_said(status: str) -> str:
    """AHPy's answer to one matrix."""
    return {
        "agrees": _("agrees"),
        "parts": _("parts: its weights differ"),
        "incomplete": _("not asked: judgments are missing"),
        "no answer": _("no answer: the ratios are too wide for it"),
    }[status]


def severity_said(severity: str) -> str:
    """How grave a finding is."""
    return {"error": _("error"), "warning": _("warning"), "notice": _("notice")}[severity]


def curve_said(form: str) -> str:
    """The shape of a value curve."""
    return {"linear": _("linear"), "log": _("log"), "points": _("by points")}[form]


def scored_by_said(way: str) -> str:
    """How a leaf is scored, where it is not by a curve."""
    return {"pairwise": _("in pairs"), "rating": _("by levels"), "direct": _("direct"), "data": ""}[way]


def placeholders_said(share: float) -> str:
    """The warning that goes on every page; nothing where no weight rests on placeholders."""
    if not share > 0:
        return ""
    return _("{share} of the weight rests on placeholders — replace them").format(share=per_cent(share, 0))
