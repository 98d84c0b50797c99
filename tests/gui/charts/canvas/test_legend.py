from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from decidr.gui.charts.canvas.legend import legend

CRITERIA = [("a", "Stability", 0.172), ("b", "Market access", 0.28), ("c", "Industrial base and cost", 0.2)]
COLOURS = ["#111111", "#222222", "#333333"]


@pytest.mark.usefixtures("qapp")
def test_a_legend_gives_weights_as_whole_per_cents() -> None:
    assert [entry.weight for entry in legend(CRITERIA, COLOURS, 600).entries] == ["17\u202f%", "28\u202f%", "20\u202f%"]


@pytest.mark.usefixtures("qapp")
def test_a_legend_wraps_where_the_width_ends() -> None:
    wide, narrow = legend(CRITERIA, COLOURS, 900), legend(CRITERIA, COLOURS, 200)
    assert narrow.height > wide.height
    assert all(entry.area.right() <= 200 for entry in narrow.entries)


@pytest.mark.usefixtures("qapp")
def test_a_name_longer_than_the_legend_is_shortened() -> None:
    entry = legend([("a", "A criterion with a very long name " * 4, 0.5)], COLOURS[:1], 200).entries[0]
    assert entry.name.endswith("…")
    assert entry.area.width() <= 200


def test_an_empty_legend_takes_no_room(qapp: QApplication) -> None:
    assert legend([], [], 300).height == 0
