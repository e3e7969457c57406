"""What a person sees of a list before it is imported: its columns, first rows, guesses."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.services.list_columns import Column

ROWS_SHOWN: Final = 10
_PARTS: Final = (
    (Column.LATIN_NAME, ("英文", "拼音", "english", "latin", "pinyin")),
    (Column.NAME, ("姓名", "名字", "name", "嘉宾", "参会人", "联系人")),
    (Column.CODE, ("二维码", "签到码", "qr", "code", "barcode")),
    (Column.NUMBER, ("票", "报名号", "ticket", "number", "no.")),
    (Column.COMPANY, ("单位", "公司", "机构", "company", "organi", "媒体")),
    (Column.TITLE, ("职", "title", "position", "role")),
    (Column.PHONE, ("手机", "电话", "phone", "mobile", "tel")),
    (Column.EMAIL, ("邮", "mail")),
    (Column.CATEGORY, ("类", "category", "type", "身份")),
    (Column.STATUS, ("状态", "status")),
    (Column.DAYS, ("日期", "date", "day")),
    (Column.LANGUAGE, ("语言", "language")),
)
_PHONE: Final = re.compile(r"(\+?86)?1[3-9]\d{9}(\.0)?", re.ASCII)
_MAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_HAN_NAME: Final = re.compile("[\u4e00-\u9fff]{2,4}")
_LOOKS: Final = ((Column.PHONE, _PHONE), (Column.EMAIL, _MAIL), (Column.NAME, _HAN_NAME))


@dataclass(frozen=True, slots=True)
class ListPreview:
    """A list as far as it was understood; places count columns from 0.

    `header_row` as a spreadsheet counts; `places` what is known, `suggestions` what the other
    columns may mean; `rows` the first ones below the header; `map_text` a column map that says
    all this, to be changed by hand.
    """

    header_row: int
    headings: tuple[str, ...]
    places: Mapping[int, Column]
    suggestions: Mapping[int, Column]
    rows: tuple[tuple[str, ...], ...]
    map_text: str


def suggested(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[int, Column]:
    """What columns may mean, by the look of what stands in them, then by parts of their names.

    Each meaning is suggested once: for the first column that it fits.
    """
    found: dict[int, Column] = {}
    for place, heading in enumerate(headings):
        cells = [row[place].strip() for row in rows if place < len(row) and row[place].strip()]
        looks = next(
            (c for c, shape in _LOOKS if cells and all(shape.fullmatch(cell) for cell in cells)),
            None,
        )
        word = heading.casefold()
        says = next((c for c, parts in _PARTS if any(part in word for part in parts)), None)
        meaning = says or looks
        if heading and meaning and meaning not in found.values():
            found[place] = meaning
    return found
