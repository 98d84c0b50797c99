"""What AHPy says of one matrix, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decidr.language import _

if TYPE_CHECKING:
    from decidr.core.ahp.second_opinion import SecondOpinion  # loads ahpy, and with it scipy

NO_BREAK = "\u00a0"
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def opinion_words(opinion: SecondOpinion | None) -> str:
    """Whether AHPy agrees and by how much; None: it has not answered yet."""
    if opinion is None:
        return _("AHPy has not answered yet.")
    difference = opinion.largest_difference or 0.0
    match opinion.status:
        case "agrees":
            return _("AHPy agrees on this matrix (largest difference {difference}).").format(
                difference=small_number(difference)
            )
        case "parts":
            return _(
                "AHPy's weights differ from these by up to {difference}: take neither for exact before you know why."
            ).format(difference=small_number(difference))
        case "incomplete":
            return _("AHPy is not asked while pairs are missing.")
        case _:
            return _("AHPy has no answer: the ratios are too wide for it.")


def small_number(value: float) -> str:
    """``3 × 10⁻¹¹``, ``0.02``, ``0``."""
    if value == 0 or value >= 0.001:
        return f"{value:.2g}"
    digits, power = f"{value:.0e}".split("e")
    return f"{digits}{NO_BREAK}×{NO_BREAK}10{str(int(power)).translate(_SUPERSCRIPTS)}"
