"""One host on one leaf in words: the value, what it rests on, and all that is known of it."""

from __future__ import annotations

from decidr.core.study.data import Cell, Evidence
from decidr.gui.models.data.data_sheet import CellFact
from decidr.gui.models.data.supposed_cells import supposed_sentence, supposed_words
from decidr.gui.models.shared.typed_figure import exact_figure
from decidr.language import _, ngettext
from decidr.number_text import figure


def evidence_word(kind: Evidence) -> str:
    """What a figure rests on, in a word."""
    return {
        "measured": _("measured"),
        "proxy": _("proxy"),
        "judged": _("judged"),
        "placeholder": _("placeholder"),
        "missing": _("missing"),
    }[kind]


def value_text(fact: CellFact) -> str:
    """The value as it is shown; nothing where there is none."""
    if fact.evidence is None:
        return _("in pairs")
    return "" if fact.value is None else _shown(fact.value)


def typed_text(fact: CellFact) -> str:
    """The value in full precision, as it can be typed."""
    value = fact.value
    if value is None:
        return ""
    return value if isinstance(value, str) else exact_figure(value)


def origin_words(fact: CellFact) -> tuple[str, ...]:
    """What the value rests on, with the year; the shorter forms follow, for where there is less room."""
    if fact.evidence is None:
        return ()
    if fact.is_closed:
        return (_("closed"),)
    if fact.others:
        text = ngettext("{count} answer", "{count} answers", fact.others)
        return (text.format(count=fact.others),)
    word = evidence_word(fact.evidence)
    year = fact.cell.year if fact.cell else None
    return (word,) if year is None or fact.evidence == "missing" else (f"{word} {year}", word)


def measure(fact: CellFact) -> str:
    """The value with its unit."""
    text = value_text(fact)
    if not text or fact.row.way != "data":
        return text
    unit = (fact.cell.unit if fact.cell else "") or fact.row.criterion.unit
    return f"{text} ({unit})" if unit[:1].isdigit() else f"{text} {unit}".strip()


def cell_title(fact: CellFact) -> str:
    """Leaf and host."""
    return f"{fact.row.criterion.name}, {fact.column.host.name}"


def in_words(fact: CellFact) -> str:
    """A cell as a screen reader tells it: «Home EV market, Canada: 190 000 vehicles/year, measured 2024»."""
    said = [measure(fact) if fact.evidence is not None else _("compared in pairs"), *origin_words(fact)[:1]]
    if fact.row.is_counted and not fact.column.is_counted:
        said.append(_("the host is dormant"))
    elif not fact.row.is_counted:
        said.append(_("not counted in this view"))
    if fact.supposed:
        said.append(_("supposed {value}").format(value=supposed_words(fact.supposed)[0].lstrip("→ ")))
    return f"{cell_title(fact)}: {', '.join(part for part in said if part)}"


def everything(fact: CellFact) -> str:
    """A cell with its exact value, what each person said, its bounds and where it comes from, one fact a line."""
    lines = [in_words(fact), *(_("{name}: {value}").format(name=n, value=_shown(v)) for n, v in fact.answers)]
    if fact.cell:
        lines += _exactly(fact, fact.cell)
        lines += [_("closed: {reason}").format(reason=fact.cell.closed) if fact.cell.closed else ""]
        lines += [fact.cell.source, fact.cell.licence, fact.cell.note, _entered(fact.cell)]
    lines += [supposed_sentence(fact.supposed) if fact.supposed else ""]
    return "\n".join(line for line in lines if line)


def _entered(cell: Cell) -> str:
    """Who gave the cell and when, as far as that is known."""
    told = ", ".join(part for part in (cell.who, cell.when) if part)
    return (
        _("entered by {told}").format(told=told) if cell.who else _("entered {told}").format(told=told) if told else ""
    )


def _shown(value: float | str) -> str:
    return value if isinstance(value, str) else figure(value)


def _exactly(fact: CellFact, cell: Cell) -> list[str]:
    text = typed_text(fact)
    shown = value_text(fact).replace("\u202f", "").replace("−", "-")
    exact = _("exactly {value}").format(value=text) if text != shown else ""
    if cell.low is None and cell.high is None:
        return [exact]
    bounds = [exact_figure(bound) if bound is not None else "…" for bound in (cell.low, cell.high)]
    return [exact, _("between {low} and {high}").format(low=bounds[0], high=bounds[1])]
