"""Names below axes: on a few lines where they fit, upright where axes stand close."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF


def lines_of(name: str, letters: QFontMetricsF, width: float, most: int) -> tuple[str, ...]:
    """``name`` on at most ``most`` lines of ``width`` pixels; what has no room ends in an ellipsis."""
    lines: list[str] = []
    for word in name.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and letters.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return tuple(letters.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines)
