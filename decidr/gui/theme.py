"""The look, once: colours, type and spacing; charts and the report take them from here."""

from __future__ import annotations

from functools import lru_cache
from math import log
from string import Template
from typing import Literal

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from decidr.paths import resources


class Theme(msgspec.Struct, frozen=True):
    """Colours of one appearance, as ``#RRGGBB``; text on its surface has a contrast of at least 4.5 : 1."""

    is_dark: bool
    window: str
    card: str
    sunken: str
    line: str
    text: str
    second_text: str
    third_text: str
    accent: str
    soft_accent: str
    on_accent: str
    agrees: str
    look_here: str
    error: str
    hosts_in_focus: tuple[str, str, str, str, str]
    other_hosts: str
    criteria: tuple[str, str, str, str, str, str]
    tint_row: tuple[int, int, int]
    tint_column: tuple[int, int, int]

    def matrix_tint(self, ratio: float) -> QColor:
        """The tint of a matrix cell: row over column for ratios above 1, stronger with the ratio."""
        colour = QColor(*(self.tint_row if ratio >= 1 else self.tint_column))
        strength = abs(log(ratio)) / log(9) * 0.7
        colour.setAlphaF(min(strength, 0.7))
        return colour


LIGHT = Theme(
    is_dark=False,
    window="#F5F6F8",
    card="#FFFFFF",
    sunken="#EEF0F3",
    line="#DFE3E8",
    text="#18212B",
    second_text="#54616F",
    third_text="#616E7C",
    accent="#1F5FBF",
    soft_accent="#E5EEFB",
    on_accent="#FFFFFF",
    agrees="#1B7A48",
    look_here="#9A5800",
    error="#B3261E",
    hosts_in_focus=("#0072B2", "#D55E00", "#00805E", "#A5508A", "#A06900"),
    other_hosts="#8A949F",
    criteria=("#4B4FA0", "#2F8277", "#3976AD", "#8E6E1C", "#B4566A", "#717630"),
    tint_row=(31, 95, 191),
    tint_column=(176, 112, 0),
)

DARK = Theme(
    is_dark=True,
    window="#14181D",
    card="#1C2229",
    sunken="#11151A",
    line="#2E3640",
    text="#E9EEF3",
    second_text="#A9B5C1",
    third_text="#8B98A6",
    accent="#82B1FF",
    soft_accent="#1F2E45",
    on_accent="#11151A",
    agrees="#62CD93",
    look_here="#F0B65E",
    error="#FF8F85",
    hosts_in_focus=("#5AB4F0", "#FF8A4C", "#2CC79A", "#E08CC4", "#E6B34A"),
    other_hosts="#66717F",
    criteria=("#8488DD", "#56BCAE", "#7DB8EA", "#DCBF68", "#E08A9A", "#B0B562"),
    tint_row=(110, 165, 255),
    tint_column=(224, 160, 60),
)

CAPTION, BODY, SECTION, CARD_TITLE, PAGE_TITLE, FIGURE = 12, 13, 15, 18, 20, 28
"""Type sizes in pixels at the system's normal text size."""

SPACE = (4, 8, 12, 16, 24, 32)
CONTROL_RADIUS, CARD_RADIUS = 6, 10
RAIL_WIDTH, RANKING_WIDTH, ROW_HEIGHT = 188, 316, 34
MATRIX_CELL = (72, 34)

Appearance = Literal["system", "light", "dark"]

FAMILIES_OFFSCREEN = ("Inter",)
"""Where no desktop tells the interface font (drawing without a screen): the first of these that is there."""


class _Look:
    """What is shown now: the one place that remembers it."""

    theme: Theme = LIGHT
    appearance: Appearance = "system"
    scale: float = 1.0
    is_watching: bool = False


def current() -> Theme:
    """The colours of now; a change of appearance arrives at every widget as ``QEvent.PaletteChange``."""
    return _Look.theme


def appearance() -> Appearance:
    """What the user chose: to follow the system, or always light, or always dark."""
    return _Look.appearance


def scaled(pixels: float) -> int:
    """A length at the system's text size: 13 px of the tokens are more where the user has larger text."""
    return max(1, round(pixels * _Look.scale))


def font(size: int = BODY, weight: int = QFont.Weight.Normal) -> QFont:
    """The interface font at one of the token sizes, with figures of equal width; a copy that may be changed."""
    return QFont(_made(size, weight, QGuiApplication.font().family(), _Look.scale))


@lru_cache(maxsize=64)
def _made(size: int, weight: int, family: str, scale: float) -> QFont:
    """Made once for each size and weight of a family: painting asks for hundreds a second."""
    made = QFont(QGuiApplication.font())
    made.setPixelSize(scaled(size))
    made.setWeight(QFont.Weight(weight))
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def apply(app: QApplication, appearance: Appearance) -> None:
    """Dress ``app`` with interface font, palette and style sheet; ``system`` follows the desktop."""
    hints = app.styleHints()
    _Look.appearance = appearance
    hints.setColorScheme(_SCHEMES[appearance])
    if not _Look.is_watching:
        _Look.is_watching = True
        _set_interface_font(app)
        hints.colorSchemeChanged.connect(lambda: _dress(app))
    _dress(app)


_SCHEMES: dict[Appearance, Qt.ColorScheme] = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


def _dress(app: QApplication) -> None:
    theme = _wanted(app)
    if theme is _Look.theme and app.styleSheet():
        return
    _Look.theme = theme
    app.setPalette(_palette(theme))
    app.setStyleSheet(_style_sheet(theme))


def _wanted(app: QApplication) -> Theme:
    if _Look.appearance == "system":
        return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if _Look.appearance == "dark" else LIGHT


def _set_interface_font(app: QApplication) -> None:
    """The system's font, so that body text has 13 px where the system's text has its normal size."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if app.platformName() in ("offscreen", "minimal"):
        families = QFontDatabase.families()
        system.setFamily(next((f for f in FAMILIES_OFFSCREEN if f in families), system.family()))
    size = system.pointSizeF()
    _Look.scale = min(max(size / _normal_points(app), 0.85), 2.0) if size > 0 else 1.0
    system.setPixelSize(scaled(BODY))
    system.setFeature(QFont.Tag("tnum"), 1)
    app.setFont(system)


def _normal_points(app: QApplication) -> float:
    return {"windows": 9.0, "cocoa": 13.0, "offscreen": 9.0, "minimal": 9.0}.get(app.platformName(), 10.0)


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(theme.card), QColor(theme.window))
    for name, colour in {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.card,
        role.AlternateBase: theme.sunken,
        role.Text: theme.text,
        role.Button: theme.card,
        role.ButtonText: theme.text,
        role.BrightText: theme.error,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.text,
        role.ToolTipText: theme.card,
        role.PlaceholderText: theme.third_text,
        role.Mid: theme.line,
        role.Dark: theme.third_text,
    }.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.third_text))
    return palette


def _style_sheet(theme: Theme) -> str:
    text = (resources() / "themes" / "window.qss").read_text(encoding="utf-8")
    return Template(text).substitute(_values(theme))


def _values(theme: Theme) -> dict[str, str]:
    """What the style sheet's names stand for."""
    colours = {name: value for name, value in msgspec.structs.asdict(theme).items() if isinstance(value, str)}
    sizes = {"caption": CAPTION, "body": BODY, "section": SECTION, "card_title": CARD_TITLE}
    sizes |= {"page_title": PAGE_TITLE, "figure": FIGURE}
    lengths = {f"size_{name}": f"{scaled(size)}px" for name, size in sizes.items()}
    lengths |= {"control": f"{CONTROL_RADIUS}px", "card_radius": f"{CARD_RADIUS}px"}
    chevron = (resources() / "icons" / "chevron.svg").as_posix()
    return colours | lengths | {"chevron": f'"{chevron}"'}
