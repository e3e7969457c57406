"""Lists on paper: for signatures at a door, and for an hour without computers."""

from datetime import datetime
from pathlib import Path

from kiosk.badges.fonts import FontChain
from kiosk.badges.sheet import Column, Sheet, sheet_pdf
from kiosk.composition.assets import FONTS
from kiosk.composition.station import Station
from kiosk.domain.event import Event
from kiosk.domain.words import Words
from kiosk.names.readings import syllables
from kiosk.services.reports import Expected, Reports
from kiosk.services.trouble import writing

SIGNATURES = (
    Column("姓名 Name", 46, bold=True),
    Column("单位 Company", 62),
    Column("类别 Category", 26),
    Column("到场 Came", 14),
    Column("签名 Signature", 34),
)
FALLBACK = (
    Column("姓名 Name", 46, bold=True),
    Column("票号 Number", 30),
    Column("单位 Company", 56),
    Column("类别 Category", 26),
    Column("到场 Came", 24),
)


def attendance_sheet(station: Station, checkpoint: str, out: Path) -> int:
    """Write the sheet that guests sign at a door, by pinyin; how many guests it lists."""
    event, guests = _guests(station, checkpoint)
    place = event.checkpoint(checkpoint)
    named = place.name if place else Words("", "Attendance")
    rows = tuple(
        (
            one.guest.attendee.name,
            one.guest.attendee.company,
            _category(event, one.guest.ticket.category),
            "✓" if one.came else "",
            "",
        )
        for one in guests
    )
    title = f"{named.zh} 签到表 {named.en}".strip()
    return _written(Sheet(title, _about(event, station.clock.now()), SIGNATURES, rows), out)


def fallback_list(station: Station, out: Path) -> int:
    """Write the list to go on with on paper, by pinyin; how many guests it lists."""
    event, guests = _guests(station, "")
    rows = tuple(
        (
            one.guest.attendee.name,
            one.guest.ticket.number,
            one.guest.attendee.company,
            _category(event, one.guest.ticket.category),
            "✓" if one.came else "",
        )
        for one in guests
    )
    title = "应急纸质名单 Paper list"
    return _written(Sheet(title, _about(event, station.clock.now()), FALLBACK, rows), out)


def _guests(station: Station, checkpoint: str) -> tuple[Event, list[Expected]]:
    expected = Reports(station.records).expected(checkpoint)
    by_pinyin = sorted(
        expected,
        key=lambda one: (syllables(one.guest.attendee.name), one.guest.ticket.number),
    )
    return station.roster.event(), by_pinyin


def _category(event: Event, category_id: str) -> str:
    category = event.category(category_id)
    return category.name.zh or category.name.en if category else category_id


def _about(event: Event, at: datetime) -> str:
    return f"{event.name.zh} {event.name.en} · {at.astimezone(event.zone):%Y-%m-%d %H:%M}"


def _written(sheet: Sheet, out: Path) -> int:
    pdf = sheet_pdf(sheet, FontChain(FONTS))
    with writing(out):
        out.write_bytes(pdf)
    return len(sheet.rows)
