"""Under which roles models give what Qt has none for, and short names for what every model says of Qt."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

_FIRST = Role.UserRole + 100  # those of one model alone come before

CHOICES_ROLE = _FIRST
"""What an editor offers: (value, words) pairs; None where a text is typed, or nothing is chosen."""

LINE_ROLE = _FIRST + 1
"""What the row or the column is of: a line of its model."""

TONE_ROLE = _FIRST + 2
"""How a text is coloured: a ``Tone``, empty for the usual one."""

SLOT_ROLE = _FIRST + 3
"""The colour slot of a host in focus."""

BELOW_ROLE = _FIRST + 4
"""A second line in small letters."""

NUMBER_ROLE = _FIRST + 5
"""Whether the text is a figure, which stands at the right."""
