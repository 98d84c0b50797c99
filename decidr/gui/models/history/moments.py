"""Days and moments in words, from the ISO texts that a study holds."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

from decidr.language import _

DAY = 10
"""Characters of an ISO date; what follows is the time of day."""


def day_in_words(when: str) -> str:
    """``3 Nov 2026``; a text that is no ISO date as it stands."""
    day = QDate.fromString(when[:DAY], "yyyy-MM-dd")
    return QLocale().toString(day, "d MMM yyyy") if day.isValid() else when


def moment_in_words(when: str, today: date) -> str:
    """``today, 14:05``, ``yesterday``, ``3 Nov 2026, 9:30``; the time only where the text has one."""
    clock = when[DAY + 1 :] if when[DAY : DAY + 1] == "T" else ""
    day = _near(when[:DAY], today) or day_in_words(when)
    return _("{day}, {time}").format(day=day, time=clock) if clock else day


def _near(day: str, today: date) -> str:
    try:
        ago = (today - date.fromisoformat(day)).days
    except ValueError:
        return ""
    return {0: _("today"), 1: _("yesterday")}.get(ago, "")
