"""A cell of a spreadsheet as the text that a person sees in it."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from kiosk.lists.marks import EXACT, Mark

_PADDED = re.compile(r"0+")


def cell_text(cell: Any) -> tuple[str, Mark | None]:  # noqa: ANN401  openpyxl's own types
    """The text, and what is to be said of it.

    Whole numbers have no decimal point; a format of zeros (00000) pads them as it does on the
    screen; dates are ISO dates.
    """
    value = cell.value
    if value is None:
        return "", None
    if isinstance(value, str):
        return (value, Mark.ERROR) if cell.data_type == "e" else (value, None)
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), None
    if isinstance(value, datetime):
        return str(value.date() if value.time() == time() else value), None
    if isinstance(value, date | time | timedelta):
        return str(value), None
    return _number(value, str(cell.number_format or ""))


def _number(value: float, form: str) -> tuple[str, Mark | None]:
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124  NaN
        return str(value), Mark.ERROR
    if value != int(value):
        return repr(value), None
    text = str(int(value))
    if len(text.lstrip("-")) > EXACT:
        return text, Mark.ROUNDED
    if _PADDED.fullmatch(form) and len(form) > 1:
        return text.zfill(len(form)), None
    return text, Mark.NUMBER
