from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
from msgspec.structs import replace

from tests.formats.questionnaire.filling import STUDY, written


def test_sheets_are_printed_on_a4_to_the_width(tmp_path):
    book = openpyxl.load_workbook(written(tmp_path))
    for sheet in book.worksheets[:3]:
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert [sheet.page_setup.orientation for sheet in book.worksheets[:3]] == ["portrait", "landscape", "landscape"]


def test_the_footer_has_title_and_page_whatever_signs_the_title_has(tmp_path):
    with ZipFile(written(tmp_path, replace(STUDY, title="R&D\n" + "x" * 100))) as package:
        (footer,) = ElementTree.fromstring(package.read("xl/worksheets/sheet2.xml")).iterfind(".//{*}oddFooter")
    left, right = (footer.text or "").split("&R")
    assert left.startswith("&L&8 R&&D xxx")
    assert len(left) < 100
    assert right == "&8 page &P of &N"


def test_columns_and_rows_may_be_made_wider(tmp_path):
    for sheet in openpyxl.load_workbook(written(tmp_path)):
        assert not sheet.protection.formatColumns
        assert not sheet.protection.formatRows
        assert sheet.protection.insertRows
        assert sheet.protection.sort
