"""The report has the window's light colours."""

from decidr.formats.report import look
from decidr.formats.report.sheets.matrix import STRONGEST_TINT
from decidr.gui.theme import LIGHT


def test_the_report_has_the_light_colours_of_the_window() -> None:
    named = {
        "text": look.TEXT,
        "second_text": look.SECOND_TEXT,
        "third_text": look.THIRD_TEXT,
        "card": look.CARD,
        "sunken": look.SUNKEN,
        "line": look.LINE,
        "accent": look.ACCENT,
        "soft_accent": look.SOFT_ACCENT,
        "agrees": look.AGREES,
        "look_here": look.LOOK_HERE,
        "error": look.ERROR,
        "other_hosts": look.OTHER_HOSTS,
    }
    assert {name: f"#{colour}" for name, colour in named.items()} == {name: getattr(LIGHT, name) for name in named}
    assert tuple(f"#{colour}" for colour in look.HOSTS_IN_FOCUS) == LIGHT.hosts_in_focus
    assert tuple(f"#{colour}" for colour in look.CRITERIA) == LIGHT.criteria
    tints = [tuple(bytes.fromhex(colour)) for colour in (look.TINT_ROW, look.TINT_COLUMN)]
    assert tints == [LIGHT.tint_row, LIGHT.tint_column]


def test_after_six_criteria_the_colours_come_again_lighter() -> None:
    assert look.criterion_colour(0) == look.CRITERIA[0]
    assert look.criterion_colour(6) == look.lighter(look.CRITERIA[0], 0.35)
    assert len({look.criterion_colour(place) for place in range(12)}) == 12


def test_text_stands_out_from_every_tint() -> None:
    for colour in (look.TINT_ROW, look.TINT_COLUMN):
        surface = look.lighter(colour, 1 - STRONGEST_TINT)
        assert min(contrast(text, surface) for text in (look.ACCENT, look.SECOND_TEXT, look.TEXT)) >= 4.5


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as the web's guidelines have it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [part / 255 for part in bytes.fromhex(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
