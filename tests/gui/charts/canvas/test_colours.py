from __future__ import annotations

import pytest

from decidr.gui.charts.canvas.colours import (
    contrast,
    criterion_colours,
    host_colour,
    ink,
    mixed,
    pointed_colour,
    quiet,
    quiet_ink,
)
from decidr.gui.theme import DARK, LIGHT, Theme

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@BOTH
def test_numbers_on_bars_can_be_read(theme: Theme) -> None:
    for shade in criterion_colours(theme, 18):
        assert contrast(shade, ink(theme)) >= 4.5


@BOTH
def test_numbers_on_quiet_bars_can_be_read_and_the_bars_be_seen(theme: Theme) -> None:
    for shade in criterion_colours(theme, 6):
        assert contrast(quiet(shade, theme), quiet_ink(theme)) >= 4.5
        assert contrast(quiet(shade, theme), theme.card) >= 3


@BOTH
def test_eighteen_siblings_have_eighteen_colours(theme: Theme) -> None:
    assert len(set(criterion_colours(theme, 18))) == 18


def test_a_host_has_its_colour_while_it_is_in_focus() -> None:
    focus = ("a", None, "b", None, None)
    assert host_colour(LIGHT, focus, "b") == LIGHT.hosts_in_focus[2]
    assert host_colour(LIGHT, focus, "c") == LIGHT.other_hosts


def test_a_host_pointed_at_takes_the_colour_that_it_would_get() -> None:
    assert pointed_colour(LIGHT, ("a", None, "b", None, None), "c") == LIGHT.hosts_in_focus[1]
    assert pointed_colour(LIGHT, ("a", "d", "b", "e", "f"), "c") == LIGHT.hosts_in_focus[4]
    assert pointed_colour(LIGHT, ("a", None, None, None, None), "a") == LIGHT.hosts_in_focus[0]


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mixed("#000000", "#FFFFFF", 0) == "#000000"
    assert mixed("#000000", "#FFFFFF", 1) == "#FFFFFF"


def test_black_on_white_has_the_largest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
