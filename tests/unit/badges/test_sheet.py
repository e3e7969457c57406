"""Lists on paper: every row once, none cut off, in Chinese and Latin."""

import pypdfium2
import pytest

from kiosk.badges.fonts import FontChain
from kiosk.badges.sheet import Column, Sheet, sheet_pdf
from kiosk.composition.assets import FONTS


def pages(count: int) -> list[str]:
    columns = (Column("姓名 Name", 60, bold=True), Column("单位 Company", 100), Column("签名", 22))
    rows = tuple((f"王小明{n:04d}", f"Company {n:04d}", "") for n in range(count))
    sheet = Sheet("签到表 Attendance", "峰会 · 2027-06-08", columns, rows)
    document = pypdfium2.PdfDocument(sheet_pdf(sheet, FontChain(FONTS)))
    return [page.get_textpage().get_text_bounded() for page in document]


@pytest.mark.parametrize("count", [0, 1, 28, 29, 200])
def test_every_row_stands_on_one_page(count: int) -> None:
    said = pages(count)
    for number in range(count):
        assert sum(f"王小明{number:04d}" in page for page in said) == 1
    for number, page in enumerate(said, 1):
        assert "签到表 Attendance" in page
        assert "姓名 Name" in page
        assert f"{number} / {len(said)}" in page
