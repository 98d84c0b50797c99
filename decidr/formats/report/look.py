"""The report's look, once: the light column of the window's colours, type sizes in points."""

TEXT = "18212B"
SECOND_TEXT = "54616F"
THIRD_TEXT = "616E7C"
CARD = "FFFFFF"
SUNKEN = "EEF0F3"
LINE = "DFE3E8"
ACCENT = "1F5FBF"
SOFT_ACCENT = "E5EEFB"
AGREES = "1B7A48"
LOOK_HERE = "9A5800"
ERROR = "B3261E"

HOSTS_IN_FOCUS = ("0072B2", "D55E00", "00805E", "A5508A", "A06900")
OTHER_HOSTS = "8A949F"
CRITERIA = ("4B4FA0", "2F8277", "3976AD", "8E6E1C", "B4566A", "717630")

TINT_ROW, TINT_COLUMN = "1F5FBF", "B07000"
"""Judgments for the row and for the column, to be mixed with the card."""

FAMILY = "Arial"
"""The system's sans-serif under a name that every office program has, or replaces by its own."""
CAPTION, BODY, SECTION, CARD_TITLE, PAGE_TITLE, FIGURE = 9, 10, 11, 13, 15, 21


def criterion_colour(place: int) -> str:
    """The colour of the main criterion at this place; after six they come again, each time lighter."""
    colour, turn = CRITERIA[place % len(CRITERIA)], place // len(CRITERIA)
    return lighter(colour, 1 - 0.65**turn)


def lighter(colour: str, share: float) -> str:
    """The colour with this share of white mixed in."""
    parts = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    return "".join(f"{round(part + (255 - part) * share):02X}" for part in parts)


def shades(count: int) -> list[str]:
    """So many steps from the accent to the sunken ground, for parts in an order."""
    return [lighter(ACCENT, 0.88 * step / max(count - 1, 1)) for step in range(count)]
