#!/usr/bin/env python3
"""Sets decidr up from a checkout, and runs it: ``python3 installers/dev.py run``.

Plain standard library, Python 3.11 or later, on Linux, Windows and macOS. All goes into the checkout's
``.venv``; only root on a Debian-like system also gets the system libraries that Qt lacks.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import platform
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = ENVIRONMENT / "decidr-setup"
CONSTRAINTS = "installers/constraints.txt"
OLDEST_PYTHON = (3, 11)

STUDY = "ev-plant"
REPORT = "ev-plant-report.xlsx"
PICTURE = "ev-plant-window.png"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt and its offscreen, X11 and Wayland plugins link to, as ldd tells, and Debian's packages of it."""


class Stop(Exception):
    """Set-up cannot go on; the text says what to do."""


def main(arguments: Sequence[str]) -> int:
    """Do what the first argument names, with the others; the exit code."""
    name, *others = arguments or ["help"]
    if name not in COMMANDS:
        say(USAGE)
        return 0 if name in {"help", "-h", "--help"} else 2
    try:
        refuse_old_python()
        return COMMANDS[name](others)
    except Stop as stop:
        print(f"decidr: {stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


# The commands


def set_up(_: Sequence[str]) -> int:
    """Install, and stop."""
    make_ready()
    say("decidr is set up. Start it with: python3 installers/dev.py run")
    return 0


def run(_: Sequence[str]) -> int:
    """Open the window on the EV-plant study; with no display, do the same work without one."""
    make_ready()
    return decidr("open", STUDY) if has_display() else run_without_window()


def run_tests(arguments: Sequence[str]) -> int:
    """Run the tests; the arguments are pytest's."""
    make_ready()
    return call([str(PYTHON), "-m", "pytest", *arguments], folder=ROOT)


def draw_pictures(arguments: Sequence[str]) -> int:
    """Draw every panel, offscreen, into the folder named."""
    make_ready()
    folder = arguments or ["pictures"]
    return call([str(PYTHON), str(ROOT / "tests/pictures.py"), *folder], variables=OFFSCREEN)


def measure(names: Sequence[str]) -> int:
    """Measure the budgets of speed beside their baselines, offscreen, each in a process of its own."""
    make_ready()
    scripts = sorted((ROOT / "tests/benchmarks").glob("[!_]*.py"))
    chosen = [script.stem for script in scripts if script.stem in names or not names]
    codes = [call([str(PYTHON), "-m", f"tests.benchmarks.{name}"], folder=ROOT, variables=OFFSCREEN) for name in chosen]
    return next(filter(None, codes), 0)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": run_tests,
    "setup": set_up,
    "pictures": draw_pictures,
    "bench": measure,
}

USAGE = """\
python3 installers/dev.py COMMAND

  run                set decidr up if need be, and open it on the EV-plant study
  test [ARGUMENTS]   set decidr up if need be, and run its tests; the arguments go to pytest
  setup              set decidr up, and stop
  pictures [FOLDER]  draw every panel, light and dark, into the folder
  bench [NAMES]      measure the budgets of speed beside their baselines: tests/benchmarks/NAME.py, or all"""


def run_without_window() -> int:
    """Rank the study, and write its report and a picture of the window into the current folder."""
    say("There is no display here, so decidr does the same work without opening its window.")
    for arguments in (
        ("solve", STUDY),
        ("report", STUDY, "-o", REPORT),
        ("chart", STUDY, "window", "-o", PICTURE),
    ):
        code = decidr(*arguments, variables=OFFSCREEN)
        if code:
            return code
    say(f"Report: {Path(REPORT).resolve()}\nWindow: {Path(PICTURE).resolve()}")
    return 0


# The set-up


def refuse_old_python() -> None:
    """Stop on a Python that is too old for decidr."""
    if sys.version_info < OLDEST_PYTHON:
        raise Stop(
            f"this is Python {platform.python_version()}, and decidr needs 3.11 or later. Install one from "
            "https://www.python.org/downloads/ and run this command with it."
        )


def make_ready() -> None:
    """Let .venv hold what pyproject.toml and the constraints ask for; at once if it does already."""
    wanted = fingerprint()
    if is_ready(wanted):
        return
    say("Setting decidr up in .venv. The first time this takes a few minutes.")
    provide_system_packages(missing_packages())
    make_environment()
    install()
    check_qt()
    STAMP.write_text(wanted, encoding="utf-8")


def fingerprint() -> str:
    """What the set-up depends on: the requirements, this Python, and where the checkout lies."""
    digest = hashlib.sha256()
    for part in (ROOT / "pyproject.toml", ROOT / CONSTRAINTS):
        digest.update(part.read_bytes())
    digest.update(f"{sys.version_info[:2]} {ROOT}".encode())
    return digest.hexdigest()


def is_ready(wanted: str) -> bool:
    """Whether the last set-up finished, for the same requirements."""
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted


def make_environment() -> None:
    """Make .venv, unless one of this Python is there and works."""
    if environment_works():
        return
    if call([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], quietly=True):
        raise Stop(
            f"Python could not make an environment in {ENVIRONMENT}. "
            f"On Debian and Ubuntu, this helps: apt-get install {venv_package()}"
        )


def environment_works() -> bool:
    """Whether .venv is there, has pip, and is of the Python that runs this."""
    fits = f"sys.version_info[:2] == {sys.version_info[:2]} and importlib.util.find_spec('pip')"
    check = f"import importlib.util, sys; sys.exit(not ({fits}))"
    return PYTHON.exists() and call([str(PYTHON), "-c", check], quietly=True) == 0


def install() -> None:
    """Install decidr, editable, with the pinned versions of all that it needs.

    The constraints are named relative to the root, because pip splits these variables at blanks.
    """
    pins = {"PIP_CONSTRAINT": CONSTRAINTS, "PIP_BUILD_CONSTRAINT": CONSTRAINTS}
    pip = [str(PYTHON), "-m", "pip", "-qq", "--disable-pip-version-check"]
    if call([*pip, "install", "--editable", ".[dev]"], folder=ROOT, variables=pins):
        raise Stop(
            "pip could not finish; its own words are above. If this computer has no network, connect it; "
            "then run the same command again."
        )


def check_qt() -> None:
    """Stop if Qt does not load."""
    if call([str(PYTHON), "-c", "import PySide6.QtWidgets"]):
        raise Stop("Qt does not load; it says above what it lacks. Install that, and run the same command again.")


# What the system must have


def missing_packages() -> list[str]:
    """Debian's names of the packages that Qt and venv need and this computer lacks."""
    if sys.platform != "linux":
        return []
    packages = [package for library, package in QT_LIBRARIES.items() if not loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        packages.append(venv_package())
    return packages


def loads(library: str) -> bool:
    """Whether the system finds this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def venv_package() -> str:
    """Debian's package that lets this Python make environments."""
    return f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"


def provide_system_packages(packages: Sequence[str]) -> None:
    """Install the packages, as root on a Debian-like system, else say how; Qt may do without some."""
    if not packages or sys.platform == "win32":
        return
    line = shlex.join(apt_get(packages))
    if not shutil.which("apt-get"):
        say(f"This system lacks libraries that Qt may need. Debian calls them {', '.join(packages)}.")
    elif os.geteuid() != 0:
        say(f"This system lacks libraries that Qt may need. To install them:\n  sudo {line}")
    elif not install_system_packages(packages):
        say(f"apt-get could not install what this system lacks. To try again:\n  {line}")


def install_system_packages(packages: Sequence[str]) -> bool:
    """Let apt-get install the packages; whether it could."""
    say(f"Installing {len(packages)} system packages that Qt needs.")
    call(["apt-get", "update"], quietly=True)
    return call(apt_get(packages), variables={"DEBIAN_FRONTEND": "noninteractive"}, quietly=True) == 0


def apt_get(packages: Sequence[str]) -> list[str]:
    """The one line that installs the packages."""
    return ["apt-get", "install", "--yes", "--no-install-recommends", *packages]


def has_display() -> bool:
    """Whether a window can be shown."""
    return sys.platform != "linux" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


# Other programs


def decidr(*arguments: str, variables: Mapping[str, str] = MappingProxyType({})) -> int:
    """Run decidr's command line in the current folder; its exit code."""
    return call([str(PYTHON), "-m", "decidr", *arguments], variables=variables)


def call(
    command: Sequence[str],
    *,
    folder: Path | None = None,
    variables: Mapping[str, str] = MappingProxyType({}),
    quietly: bool = False,
) -> int:
    """Run a program with these variables set; its exit code. Quietly, its words show only if it fails."""
    outcome = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE if quietly else None,
        stderr=subprocess.STDOUT if quietly else None,
        check=False,
    )
    if quietly and outcome.returncode:
        sys.stderr.write(outcome.stdout.decode(errors="replace"))
    return outcome.returncode


def say(message: str) -> None:
    """Tell the user at once, before the next program speaks."""
    print(message, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
