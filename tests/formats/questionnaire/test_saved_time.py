import os
from datetime import UTC, datetime
from zipfile import ZipFile

import openpyxl
import pytest

from decidr.formats.questionnaire.saved_time import saved_time


def test_a_workbook_says_itself_when_it_was_saved(tmp_path):
    path = tmp_path / "a.xlsx"
    openpyxl.Workbook().save(path)
    before = datetime.now(UTC)
    os.utime(path, (0, 0))
    assert abs((saved_time(path) - before).total_seconds()) < 60


def test_libreoffice_says_it_too(tmp_path, libreoffice):
    path = tmp_path / "a.xlsx"
    openpyxl.Workbook().save(path)
    before = datetime.now(UTC)
    for saved in (libreoffice.recalculate(path), libreoffice.to_ods(path)):
        os.utime(saved, (0, 0))
        assert abs((saved_time(saved) - before).total_seconds()) < 300


def test_a_date_without_a_zone_is_local_time(tmp_path):
    path = tmp_path / "a.ods"
    with ZipFile(path, "w") as package:
        package.writestr("meta.xml", '<m xmlns:d="x"><d:date>2026-03-01T12:30:15.123456789</d:date></m>')
    assert saved_time(path) == datetime(2026, 3, 1, 12, 30, 15).astimezone()


@pytest.mark.parametrize("content", [b"Name,A vs B\n", b"PK\x03\x04 broken"])
def test_what_does_not_say_it_has_the_date_of_the_file(tmp_path, content):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    assert saved_time(path) == datetime.fromtimestamp(1_700_000_000, UTC)


def test_a_workbook_whose_date_is_none_has_that_of_the_file(tmp_path):
    path = tmp_path / "a.xlsx"
    with ZipFile(path, "w") as package:
        package.writestr("docProps/core.xml", '<m xmlns:d="x"><d:modified>yesterday</d:modified></m>')
    os.utime(path, (1_700_000_000, 1_700_000_000))
    assert saved_time(path).timestamp() == 1_700_000_000
