"""An error nobody expected: a calm message with the details to copy; the study is safe in its recovery copy."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from decidr import __version__
from decidr.gui.messages import Messages, Offer
from decidr.language import _

LOGGER = logging.getLogger(__name__)

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def details(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What a report of the error needs: versions, system, and where it happened."""
    python = ".".join(str(number) for number in sys.version_info[:3])
    versions = f"decidr {__version__}, Python {python}, Qt {qVersion()}"
    system = f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}"
    lines = [versions, system, "", *traceback.format_exception(kind, error, trace)]
    return "\n".join(line.rstrip("\n") for line in lines)


def watch(messages: Messages) -> Hook:
    """Tell every unexpected error through ``messages`` from now on; returns the hook that was there before."""
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before(kind, error, trace)
            return
        LOGGER.error("unexpected error", exc_info=(kind, error, trace))
        text = details(kind, error, trace)
        messages.warn(
            _("Something went wrong inside decidr. Your study is safe: its last state is kept as a recovery copy."),
            Offer(_("Copy details"), lambda: QGuiApplication.clipboard().setText(text)),
        )

    sys.excepthook = hook
    return before


def unwatch(before: Hook) -> None:
    """Give the error hook back."""
    sys.excepthook = before
