"""The gradient: every host's total while one criterion's weight moves from 0 to 100 %."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from decidr.core.analysis.focus import Focus
from decidr.core.analysis.results import Floats, Results
from decidr.core.analysis.sensitivity import OneWay, totals_at
