"""How wide the heading of a column is, also of one that is hidden, of which Qt knows nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView


def heading_width(head: QHeaderView, column: int) -> int:
    """The width at which the heading of a column is not cut."""
    seen = next((c for c in range(head.count()) if not head.isSectionHidden(c)), None)
    margins = 0 if seen is None else head.sectionSizeHint(seen) - _text_width(head, seen)
    return _text_width(head, column) + margins


def _text_width(head: QHeaderView, column: int) -> int:
    return head.fontMetrics().horizontalAdvance(str(head.model().headerData(column, head.orientation()) or ""))
