"""Importing a list: file → roster, with the event file or a plain event; and taking it back."""

import getpass
from pathlib import Path

from kiosk.composition.kept_lists import kept, set_aside
from kiosk.composition.printing import name_check
from kiosk.composition.station import Station
from kiosk.domain.event import Event
from kiosk.domain.words import Words
from kiosk.lists import event_sheets
from kiosk.lists.attendee_list import AttendeeList
from kiosk.lists.column_map import read_map
from kiosk.lists.event_file import parse_event
from kiosk.lists.list_file import open_list
from kiosk.lists.plain_event import is_plain, plain_event
from kiosk.lists.table_file import XLSX
from kiosk.services.import_report import ImportOrder, ImportReport, Origin
from kiosk.services.list_rows import Warned
from kiosk.services.ports import ImportRecord
from kiosk.services.roster_import import RosterImport, Told
from kiosk.services.trouble import Misconfigured

_AS_USUAL = ImportOrder()


def import_list(
    station: Station,
    path: Path,
    event_path: Path | None,
    order: ImportOrder = _AS_USUAL,
    *,
    columns: Path | None = None,
    by: str = "",
    told: Told = lambda _rows: None,
) -> ImportReport:
    """Import the list at `path`; the report says what came in and what did not.

    Without an event file the roster's event stays; where there is none, or only a plain
    one, a plain event with the list's categories is made. To replace the roster is the only way
    from one event to another: tickets of the old one would go on opening the door.

    Args:
        station: whose roster.
        path: the list, CSV or XLSX.
        event_path: the event file.
        order: how.
        columns: a column map, where the list's headings are not known.
        by: who imports it; else the user of the computer.
        told: hears of progress; what it raises ends the import without a trace.

    Raises:
        Misconfigured: the list or the event file cannot be used. Nothing is changed then.
        Unavailable: another import is under way, or the disk is full. The same.
    """
    map_text, said = read_map(columns) if columns else ("", {})
    names = name_check(station.settings)
    with station.folder.only_import(), kept(station.folder.lists, path) as keeping:
        attendees = open_list(keeping.copy, said, called=path.name)
        text = _event_text(station, attendees, event_path)
        event = parse_event(text, event_path.name if event_path else "event.toml")
        present = station.listed.event_text()
        if present and not order.replace and parse_event(present).slug != event.slug:
            raise _other_event(parse_event(present), event)
        keeping.beside("event.toml", text)
        if map_text:
            keeping.beside("columns.toml", map_text)
        origin = Origin(path.name, keeping.digest, by or _user(), station.clock.now())
        report = RosterImport(station.listed, station.keys, names).run(
            attendees.rows(), attendees.headings, (event, text), order, origin, told
        )
        report.warnings[:0] = [Warned(0, "", said, _SEE) for said in attendees.told]
        if report.usable and not order.dry_run:
            keeping.keep()
            station.overlaying.refresh()  # what desks know better than this list too
    return report


def take_back(station: Station) -> ImportRecord:
    """Make the roster what it was before the newest import. The journal is not touched.

    Raises:
        Misconfigured: there is none, or it has been taken back already.
        Unavailable: an import is under way, or the disk is full.
    """
    with station.folder.only_import():
        undone = station.listed.take_back(station.clock.now())
        if undone is None:
            raise Misconfigured(
                Words("没有可撤回的导入。", "There is no import to take back."),
                Words(
                    "只能撤回最近一次导入，且只能撤回一次；更早的名单在 lists/ 中，可重新导入。",
                    "Only the newest can be taken back, once; older lists lie in lists/ and can "
                    "be imported again.",
                ),
            )
        set_aside(station.folder.lists, undone.digest)
        station.overlaying.refresh()
        return undone


_SEE = Words("若取错了，请只留下要导入的工作表。", "If it is the wrong one, keep only the right.")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return "?"


def _other_event(present: Event, wanted: Event) -> Misconfigured:
    return Misconfigured(
        Words(
            f"本机的名单属于活动“{present.slug}”，不是“{wanted.slug}”。",
            f"This station has the list of the event “{present.slug}”, not “{wanted.slug}”.",
        ),
        Words(
            "请用 --data 另选文件夹；或加 --replace 换成新活动（签到记录保留）。",
            "Choose another folder with --data, or add --replace to change over "
            "(the journal is kept).",
        ),
    )


def _event_text(station: Station, attendees: AttendeeList, event_path: Path | None) -> str:
    if event_path and event_path.suffix.lower() == XLSX:
        return event_sheets.event_text(event_path)
    if event_path:
        try:
            return event_path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise Misconfigured(
                Words(
                    f"无法读取活动文件 {event_path}。",
                    f"The event file {event_path} cannot be read.",
                ),
                Words("请检查路径，并存为 UTF-8。", "Check the path; save it as UTF-8."),
            ) from error
    present = station.listed.event_text()
    if present and not is_plain(present):
        return present
    before = parse_event(present).categories if present else ()
    words = dict.fromkeys([*(c.name.zh for c in before), *attendees.categories()])
    return plain_event(tuple(words))
