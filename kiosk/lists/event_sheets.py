"""An event file as a workbook: a sheet for each part, a row for each thing, a column a key.

The sheets are called as the parts of the TOML file (`event`, `category`, `checkpoint`,
`session`, `question`, `handout`), their first row holds the keys. It is turned into that TOML
text, so that there is one way in which an event is checked and kept.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

from kiosk.domain.words import Words
from kiosk.lists.xlsx_bounds import check_bounds
from kiosk.services.trouble import Misconfigured

PARTS: Final = ("event", "category", "checkpoint", "session", "question", "handout")
LISTS: Final = frozenset(
    {"days", "categories", "sessions", "aliases", "choices_zh", "choices_en", "daily",
     "code_patterns", "issuers", "revoked"}
)  # fmt: skip
"""Keys that hold several values; in a cell they stand with ; between them."""
YES_NO: Final = frozenset({"discreet", "invited_only", "documents", "staff", "returned"})
MOST_ROWS: Final = 2000
_SAID: Final = {
    "yes": True, "true": True, "1": True, "是": True,
    "no": False, "false": False, "0": False, "否": False,
}  # fmt: skip


_MOMENTS: Final[dict[str, Callable[[str], date | time]]] = {
    "days": date.fromisoformat,
    "daily": time.fromisoformat,
    "day_boundary": time.fromisoformat,
    **dict.fromkeys(("starts", "ends", "opens", "closes"), datetime.fromisoformat),
}


def event_text(path: Path) -> str:
    """The TOML text that the workbook says.

    Raises:
        Misconfigured: it is no workbook, or has no sheet `event`.
    """
    from openpyxl import load_workbook  # noqa: PLC0415  only where an event comes so

    check_bounds(path.name, path)
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, KeyError, ValueError) as error:
        raise _unusable(path, Words("不是完整的工作簿。", "It is no whole workbook.")) from error
    with closing(book):
        known = {sheet.title.strip().lower(): sheet for sheet in book.worksheets}
        if "event" not in known:
            raise _unusable(path, Words("没有名为 event 的工作表。", "It has no sheet “event”."))
        lines: list[str] = []
        for part in PARTS:
            if part in known:
                rows = known[part].iter_rows(max_row=MOST_ROWS, values_only=True)
                lines += _part(part, rows)
    return "\n".join(lines)


def _part(part: str, rows: Iterator[tuple[Any, ...]]) -> Iterator[str]:
    keys = [str(cell or "").strip() for cell in next(rows, ())]
    for row in rows:
        said = {key: cell for key, cell in zip(keys, row, strict=False) if key and _is(cell)}
        if not said:
            continue
        yield f"[{part}]" if part == "event" else f"[[{part}]]"
        for key, cell in said.items():
            yield f"{json.dumps(key)} = {_value(key, cell)}"
        if part == "event":
            return  # there is one


def _is(cell: object) -> bool:
    return cell is not None and str(cell).strip() != ""


def _value(key: str, cell: Any) -> str:  # noqa: ANN401  what a spreadsheet holds
    if key in LISTS:
        parts = [cell] if isinstance(cell, datetime | date | time) else str(cell).split(";")
        return "[" + ", ".join(_single(key, part) for part in parts if _is(part)) + "]"
    return _single(key, cell)


def _single(key: str, cell: Any) -> str:  # noqa: ANN401  what a spreadsheet holds
    if key in YES_NO and str(cell).strip().lower() in _SAID:
        return "true" if _SAID[str(cell).strip().lower()] else "false"
    match cell:
        case bool():
            return "true" if cell else "false"
        case datetime() if key == "days":
            return cell.date().isoformat()
        case datetime() | date() | time():
            return cell.isoformat()
        case int():
            return str(cell)
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return _text(key, str(cell).strip())


def _text(key: str, text: str) -> str:
    """Dates and times that were typed as text are dates and times all the same."""
    reader = _MOMENTS.get(key)
    if reader:
        try:
            return reader(text).isoformat()
        except ValueError:
            return json.dumps(text, ensure_ascii=False)
    if key in {"number", "capacity", "pause_minutes"} and text.isdecimal():
        return text
    return json.dumps(text, ensure_ascii=False)


def _unusable(path: Path, why: Words) -> Misconfigured:
    return Misconfigured(
        Words(
            f"活动文件 {path.name} 无法使用：{why.zh}",
            f"The event file {path.name} cannot be used. {why.en}",
        ),
        Words(
            f"工作表请命名为：{'、'.join(PARTS)}，第一行为键名。没有任何改动被保存。",
            f"Call the sheets {', '.join(PARTS)}, with the keys in their first row. "
            "Nothing was changed.",
        ),
    )
