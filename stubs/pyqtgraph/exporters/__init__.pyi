"""The exporters of pyqtgraph 0.14 that decidr uses."""

from pathlib import Path
from typing import Any, Literal, overload

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

class Exporter:
    item: QGraphicsItem | QGraphicsScene
    def __init__(self, item: QGraphicsItem | QGraphicsScene) -> None: ...
    def parameters(self) -> Any: ...

class ImageExporter(Exporter):
    @overload
    def export(
        self, fileName: str | Path | None = None, toBytes: Literal[False] = False, copy: bool = False
    ) -> None: ...
    @overload
    def export(self, fileName: str | Path | None = None, *, toBytes: Literal[True], copy: bool = False) -> QImage: ...

class SVGExporter(Exporter):
    @overload
    def export(
        self, fileName: str | Path | None = None, toBytes: Literal[False] = False, copy: bool = False
    ) -> None: ...
    @overload
    def export(self, fileName: str | Path | None = None, *, toBytes: Literal[True], copy: bool = False) -> bytes: ...
