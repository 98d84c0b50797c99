"""What the tables of an import tell of a cell beside its text."""

from PySide6.QtCore import Qt

CHOICES_ROLE = Qt.ItemDataRole.UserRole + 1
"""What an editor offers: (value, words) pairs; None where nothing is chosen."""

BELOW_ROLE = Qt.ItemDataRole.UserRole + 2
"""A second line in small letters."""

TONE_ROLE = Qt.ItemDataRole.UserRole + 3
"""The colour of the text: a ``Tone``."""

NUMBER_ROLE = Qt.ItemDataRole.UserRole + 4
"""Whether the text is a figure, which stands at the right."""
