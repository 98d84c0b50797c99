"""A choice among the hosts that are scored."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from decidr.core.analysis.results import Results


def fill_with_hosts(choice: QComboBox, results: Results, chosen: str) -> None:
    """List the hosts in the study's order and choose one (an id)."""
    wanted = [(results.names[host], host) for host in results.hosts]
    if wanted != [(choice.itemText(i), choice.itemData(i)) for i in range(choice.count())]:
        choice.clear()
        for name, host in wanted:
            choice.addItem(name, host)
    choice.setCurrentIndex(choice.findData(chosen))
    choice.setToolTip(choice.currentText())
