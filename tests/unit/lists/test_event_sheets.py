"""An organiser who knows no TOML writes the event in a workbook."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from kiosk.domain.event import BadgePolicy, EntryPolicy
from kiosk.lists.event_file import parse_event
from kiosk.lists.event_sheets import event_text
from kiosk.services.trouble import Misconfigured

NINE = datetime.fromisoformat("2027-06-08T09:00")
"""As a spreadsheet holds it: without a zone."""
SHEETS: dict[str, list[list[Any]]] = {
    "Event": [
        ["slug", "zh", "en", "zone", "days", "day_boundary", "code_patterns"],
        ["gala", "“晚宴”", "Gala", "Asia/Shanghai", "2027-06-08; 2027-06-09", time(4), None],
    ],
    "category": [
        ["id", "number", "zh", "en", "colour", "aliases", "badge", "discreet"],
        ["guest", 1, "来宾", "Guest", "#1F5FA8", "客人;嘉宾", "every_day", "否"],
        [None, None, None, None, None, None, None, None],
        ["vip", "2", "贵宾", "VIP", "#8A6A1F", None, None, "是"],
    ],
    "checkpoint": [
        ["id", "zh", "policy", "categories", "opens", "daily", "capacity", "sessions", ""],
        ["registration", "签到处", "once", None, None, "09:00:00;18:00", None, None, "aside"],
        ["hall", "会场", "in_out", "vip", NINE, None, 30.0, "battery", None],
    ],
    "session": [
        ["id", "zh", "starts", "ends"],
        ["battery", "电池", "2027-06-08T09:00", NINE.replace(hour=10)],
    ],
    "question": [
        ["id", "zh", "categories", "kind", "choices_zh"],
        ["lunch", "午餐？", "guest;vip", "choice", "中餐;西餐"],
    ],
    "handout": [["id", "zh", "returned"], ["headset", "耳机", True]],
    "notes of ours": [["anything"], ["at all"]],
}


def a_workbook(path: Path, sheets: dict[str, list[list[Any]]]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_every_part_of_an_event_can_stand_in_a_sheet(tmp_path: Path) -> None:
    event = parse_event(event_text(a_workbook(tmp_path / "event.xlsx", SHEETS)))
    assert (event.slug, event.name.zh) == ("gala", "“晚宴”")
    assert event.days == (date(2027, 6, 8), date(2027, 6, 9))
    guest, vip = event.categories
    assert (guest.aliases, guest.badge) == (("客人", "嘉宾"), BadgePolicy.EVERY_DAY)
    assert (guest.discreet, vip.discreet, vip.number) == (False, True, 2)
    registration, hall = event.checkpoints
    assert registration.daily == (time(9), time(18))
    assert (hall.policy, hall.capacity) == (EntryPolicy.IN_OUT, 30)
    assert hall.opens
    assert event.sessions[0].ends > event.sessions[0].starts
    assert [c.zh for c in event.questions[0].choices] == ["中餐", "西餐"]
    assert event.handouts[0].returned


def test_days_may_be_a_date_of_the_spreadsheet(tmp_path: Path) -> None:
    sheets: dict[str, list[list[Any]]] = {"event": [["slug", "zh", "days"], ["gala", "晚宴", NINE]],
              **{k: SHEETS[k] for k in ("category", "checkpoint", "session")}}  # fmt: skip
    event = parse_event(event_text(a_workbook(tmp_path / "event.xlsx", sheets)))
    assert event.days == (date(2027, 6, 8),)


def test_what_is_no_date_is_told_by_the_key(tmp_path: Path) -> None:
    sheets = SHEETS | {"session": [["id", "zh", "starts", "ends"], ["a", "甲", "morning", "noon"]]}
    with pytest.raises(Misconfigured, match="session"):
        parse_event(event_text(a_workbook(tmp_path / "event.xlsx", sheets)))


def test_a_workbook_without_an_event_says_which_sheets_there_are(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "list.xlsx", {"Sheet1": [["姓名"], ["王明"]]})
    with pytest.raises(Misconfigured, match="no sheet “event”"):
        event_text(path)


def test_what_is_no_workbook_is_said(tmp_path: Path) -> None:
    path = tmp_path / "event.xlsx"
    path.write_bytes(b"no zip")
    with pytest.raises(Misconfigured):
        event_text(path)
    with pytest.raises(Misconfigured):
        event_text(tmp_path / "gone.xlsx")
