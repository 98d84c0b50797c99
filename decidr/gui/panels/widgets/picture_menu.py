"""The right-click menu of every chart: copy the picture, or save it as PNG or SVG."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from decidr.gui.charts.canvas.chart import Chart
from decidr.gui.charts.canvas.picture import copy_picture, save_picture
from decidr.gui.messages import FileKind, Messages
from decidr.language import _


class PictureMenu(QObject):
    """Gives a chart its menu; Ctrl+C copies while the chart has the focus."""

    def __init__(self, chart: Chart, messages: Messages) -> None:
        super().__init__(chart)
        self._chart, self._messages = chart, messages
        copy = QAction(_("Copy picture"), chart)
        copy.setObjectName("copy_picture")
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._copy)
        chart.addAction(copy)
        self.actions = [copy, self._save_action("png", _("Save PNG…")), self._save_action("svg", _("Save SVG…"))]
        chart.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chart.customContextMenuRequested.connect(self._show)

    def _save_action(self, kind: str, text: str) -> QAction:
        action = QAction(text, self._chart)
        action.setObjectName(f"save_{kind}")
        action.triggered.connect(lambda: self._save(kind))
        return action

    def _show(self, place: QPoint) -> None:
        menu = QMenu(self._chart)
        menu.setObjectName("picture_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions)
        menu.popup(self._chart.mapToGlobal(place))

    def _copy(self) -> None:
        copy_picture(self._chart)
        self._messages.tell(_("The picture is on the clipboard."))

    def _save(self, kind: str) -> None:
        suggested = Path(f"{self._chart.objectName().replace('_', '-')}.{kind}")
        kinds = [FileKind(_("{kind} picture").format(kind=kind.upper()), (kind,))]
        path = self._messages.choose_file(_("Save the picture"), kinds, save=True, suggested=suggested)
        if path is None:
            return
        try:
            save_picture(self._chart, path)
        except OSError:
            self._messages.warn(
                _("The picture could not be written to {path}; choose another folder.").format(path=path)
            )
        else:
            self._messages.tell(_("Saved as {path}.").format(path=path))
