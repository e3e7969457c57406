"""What a spreadsheet did to a cell before we saw it."""

import re
from enum import Enum, auto
from typing import Final

from kiosk.domain.words import Words
from kiosk.services.list_columns import Column
from kiosk.services.list_rows import Doubt

EXACT: Final = 15
"""Digits that a spreadsheet keeps of a number."""
_TEXTS: Final = frozenset({Column.EXTERNAL_ID, Column.NUMBER, Column.CODE, Column.PHONE})
"""Columns whose digits are text: a leading zero and the sixteenth digit count."""
_LANDLINE: Final = re.compile(r"[2-9]\d{8,10}|10\d{8}", re.ASCII)
"""A Chinese area code that has lost its zero, and the number."""


class Mark(Enum):
    """Something to be said of a cell."""

    NUMBER = auto()
    """A number; its leading zeros are gone, if it had any."""
    NUMBER_AMONG_ZEROS = auto()
    """The same, in a column in which texts begin with a zero."""
    ROUNDED = auto()
    """A number with more digits than a spreadsheet keeps."""
    ERROR = auto()
    """A formula that failed, such as #REF!"""
    UNCOUNTED = auto()
    """A formula whose value was never saved."""
    CUT_OFF = auto()
    """The last cell of a file that ends in the middle of a row."""


def doubt_of(mark: Mark, column: Column, text: str) -> Doubt | None:
    """What is to be told of a cell of this column; None where it makes no difference."""
    match mark:
        case Mark.ERROR:
            return Doubt(column, *_ERROR, spoils=True)
        case Mark.UNCOUNTED:
            return Doubt(column, *_UNCOUNTED, spoils=True)
        case Mark.ROUNDED if column in _TEXTS:
            return Doubt(column, *_ROUNDED, spoils=True)
        case Mark.NUMBER if column is Column.PHONE and _LANDLINE.fullmatch(text):
            return Doubt(column, *_ZEROS, spoils=False)
        case Mark.NUMBER_AMONG_ZEROS if column in _TEXTS:
            return Doubt(column, *_ZEROS, spoils=False)
        case Mark.CUT_OFF:
            return Doubt(column, *_CUT_OFF, spoils=False)
        case _:
            return None


_ERROR: Final = (
    Words("单元格的公式出错。", "The formula in this cell failed."),
    Words("请改正公式，或填入值。", "Mend the formula, or write the value."),
)
_UNCOUNTED: Final = (
    Words("单元格是公式，但没有保存结果。", "A formula whose value was never saved."),
    Words(
        "请用表格软件打开并保存，或粘贴为值。",
        "Open and save it in a spreadsheet program, or paste it as a value.",
    ),
)
_ROUNDED: Final = (
    Words(
        f"数字超过 {EXACT} 位，表格软件已改动末尾。",
        f"A number of more than {EXACT} digits: the spreadsheet has changed its end.",
    ),
    Words("请把该列设为“文本”后重新填写。", "Make the column text and write it again."),
)
_ZEROS: Final = (
    Words("此列存为数字，开头的 0 可能已丢失。", "Kept as a number: a leading zero may be lost."),
    Words("请核对；把该列设为“文本”可避免。", "Check it; a column kept as text does not lose it."),
)
_CUT_OFF: Final = (
    Words("文件在这一行中间结束，可能不完整。", "The file ends in the middle of this row."),
    Words(
        "请确认名单完整，必要时重新导出。", "See that the list is whole; export it again if not."
    ),
)
