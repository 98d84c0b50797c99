"""Numbers as people read them; full precision stays with hover, copy and cells."""

from math import isnan

from decidr.language import _

THIN = "\u202f"
MINUS = "\u2212"


def points(share: float, decimals: int = 1) -> str:
    """A total or contribution as points of 100: 0.6064 reads ``60.6``; NaN reads as a dash."""
    return "–" if isnan(share) else _with_minus(f"{share * 100:.{decimals}f}")


def lead_points(lead: float) -> str:
    """A lead in points of 100; a small one with as many places as show that there is one: 0.0002 reads ``0.02``."""
    told = (points(lead, places) for places in (1, 2, 3, 7))
    return next((text for text in told if any(digit in "123456789" for digit in text)), points(lead))


def signed_points(share: float, decimals: int = 1) -> str:
    """A difference in points of 100, with its sign: ``+2.3``, ``−1.3``, ``0.0``; NaN reads as a dash."""
    text = points(share, decimals)
    return f"+{text}" if share > 0 and float(text) else text


def per_cent(share: float, decimals: int = 1) -> str:
    """A share as per cent with a thin space: 0.341 reads ``34.1 %``."""
    return "–" if isnan(share) else f"{_with_minus(f'{share * 100:.{decimals}f}')}{THIN}%"


def figure(value: float, digits: int = 6) -> str:
    """A measured figure in at most ``digits`` significant digits, thousands grouped by thin spaces."""
    text = f"{value:,.{digits}g}" if abs(value) < 10**digits else f"{value:,.0f}"
    return _with_minus(text.replace(",", THIN))


def rounded_to_sum(shares: list[float], decimals: int = 1) -> list[str]:
    """Per cents whose printed digits sum to the rounded total: largest remainders are rounded up."""
    scale = 100 * 10**decimals
    floors = [int(share * scale) for share in shares]
    short = round(sum(shares) * scale) - sum(floors)
    by_remainder = sorted(range(len(shares)), key=lambda i: floors[i] - shares[i] * scale)
    for i in by_remainder[:short]:
        floors[i] += 1
    return [f"{n / 10**decimals:.{decimals}f}" for n in floors]


def listed(names: list[str]) -> str:
    """Names in a sentence: ``Spain``, ``Spain and Canada``, ``Spain, Canada and Thailand``."""
    if len(names) < 2:
        return "".join(names)
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def _with_minus(text: str) -> str:
    return _without_negative_zero(text).replace("-", MINUS)


def _without_negative_zero(text: str) -> str:
    return text.lstrip("-") if text.startswith("-") and not any(c in "123456789" for c in text) else text
