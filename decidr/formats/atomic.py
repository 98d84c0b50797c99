"""Files that are written whole or not at all."""

import contextlib
import os
import stat
import tempfile
import time
from pathlib import Path

LEFT_OVER = ".decidr-tmp"
TRIES, PAUSE = 20, 0.05


def write_atomically(path: Path, content: bytes) -> None:
    """Replace ``path`` by ``content`` in one step, keeping its mode and following links.

    A crash leaves the old file; a temporary file that a crash left in the folder is swept by the next writing.
    OSError where the folder cannot be written.
    """
    target = path.resolve()
    sweep(target.parent)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-", suffix=LEFT_OVER)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
        _replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)


def sweep(folder: Path, older_than: float = 3600) -> None:
    """Remove temporary files that lie in ``folder`` for over ``older_than`` seconds."""
    for left in folder.glob(f".*{LEFT_OVER}"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > older_than:
                left.unlink()


def _mode(target: Path) -> int:
    """The old file's mode, else what the user's mask leaves of 0666 (a temporary file has 0600)."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _replace(temporary: Path, target: Path) -> None:
    """Windows refuses while a virus scanner looks; it soon lets go."""
    for _ in range(TRIES):
        with contextlib.suppress(PermissionError):
            temporary.replace(target)
            return
        time.sleep(PAUSE)
    temporary.replace(target)
