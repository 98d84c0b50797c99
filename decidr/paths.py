"""Where things lie: the folders shipped with decidr and those of the user. No other module knows."""

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Icons, themes and translations, as shipped; FileNotFoundError if the installation lacks them."""
    return _shipped("resources")


def templates() -> Path:
    """Studies, blank workbooks and the report's brief, as shipped; FileNotFoundError as above."""
    return _shipped("templates")


def own_templates() -> Path:
    """Where the templates are kept that the user has made; the folder need not exist yet."""
    return _own_folder("XDG_DATA_HOME", ".local/share") / "templates"


def settings_folder() -> Path:
    """Where the user's settings are kept; the folder need not exist yet."""
    return _own_folder("XDG_CONFIG_HOME", ".config")


def recovery_folder() -> Path:
    """Where recovery copies of open studies are kept; the folder need not exist yet."""
    return _own_folder("XDG_STATE_HOME", ".local/state") / "recovery"


def log_folder() -> Path:
    """Where the log file is kept; the folder need not exist yet."""
    return _own_folder("XDG_STATE_HOME", ".local/state") / "log"


def _shipped(name: str) -> Path:
    """Inside the package, where a wheel has it, else beside the package, where a checkout has it.

    Not by importlib.resources: an editable install leaves copies in site-packages, where they go stale.
    """
    for parent in (PACKAGE, PACKAGE.parent):
        if (parent / name).is_dir():
            return parent / name
    raise FileNotFoundError(f"decidr's folder «{name}» is missing from {PACKAGE}; install decidr again")


def _own_folder(xdg_variable: str, xdg_default: str) -> Path:
    """The platform's folder for decidr; DECIDR_HOME, if set, stands for all of them."""
    if home := os.environ.get("DECIDR_HOME"):
        return Path(home)
    if sys.platform == "win32":
        return _absolute("APPDATA", "AppData/Roaming") / "decidr"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "decidr"
    return _absolute(xdg_variable, xdg_default) / "decidr"


def _absolute(variable: str, default: str) -> Path:
    """The folder that the variable names, unless it is relative, which XDG says to ignore."""
    folder = Path(os.environ.get(variable, ""))
    return folder if folder.is_absolute() else Path.home() / default
