"""When a workbook was last saved, as it says itself; a file's own date changes whenever it is copied."""

import contextlib
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

PARTS = {"docProps/core.xml": ".//{*}modified", "meta.xml": ".//{*}date"}
"""Where ``.xlsx`` and ``.ods`` say it."""


def saved_time(path: Path) -> datetime:
    """In UTC; the file's own date where the workbook does not say, as in a CSV."""
    with (
        contextlib.suppress(zipfile.BadZipFile, ElementTree.ParseError, KeyError, ValueError),
        zipfile.ZipFile(path) as package,
    ):
        part = next(part for part in (*PARTS, "") if part in package.namelist() or not part)
        text = ElementTree.fromstring(package.read(part)).findtext(PARTS[part])
        if text:
            return datetime.fromisoformat(text.strip()[:19] + ("+00:00" if text.endswith("Z") else "")).astimezone(UTC)
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
