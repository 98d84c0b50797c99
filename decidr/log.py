"""The log: warnings on standard error, and the course of things in a file that a user can send us."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from decidr import paths

LOGGER = logging.getLogger("decidr")
LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
LARGEST_FILE = 500_000
"""Bytes; one older file is kept beside it."""


def start(*, verbose: bool = False) -> None:
    """Begin the log of this process, anew if it was begun before; `verbose` prints all of it.

    Where the folder cannot be written to, only standard error is left, and says so.
    """
    stop()
    LOGGER.setLevel(logging.DEBUG if verbose else logging.INFO)
    LOGGER.addHandler(_on_standard_error(logging.DEBUG if verbose else logging.WARNING))
    try:
        LOGGER.addHandler(_in_file(paths.log_folder() / "decidr.log"))
    except OSError as error:
        LOGGER.warning("no log file is kept: %s", error)


def stop() -> None:
    """Close the log; what is said afterwards is not kept."""
    for handler in LOGGER.handlers[:]:
        LOGGER.removeHandler(handler)
        handler.close()


def _on_standard_error(level: int) -> logging.Handler:
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(level)
    handler.setFormatter(logging.Formatter("decidr: %(message)s"))
    return handler


def _in_file(path: Path) -> logging.Handler:
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(path, maxBytes=LARGEST_FILE, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter(LINE))
    return handler
