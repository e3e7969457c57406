"""Importing a list: file → roster, with the event file or a plain event."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from kiosk.composition.station import Station, badge_drawer
from kiosk.domain.event import Event
from kiosk.domain.words import Words
from kiosk.lists.csv_list import AttendeeList, open_list
from kiosk.lists.event_file import parse_event
from kiosk.lists.plain_event import is_plain, plain_event
from kiosk.services.roster_import import ImportReport, RosterImport
from kiosk.services.trouble import Misconfigured, Unavailable, writing

PART = ".part"
"""What the name of a list ends with until its import stands."""


def import_list(
    station: Station, path: Path, event_path: Path | None, *, dry_run: bool, replace: bool = False
) -> ImportReport:
    """Import the list at `path`; the report says what came in and what did not.

    Without an event file the roster's event stays; where there is none, or only a plain
    one, a plain event with the list's categories is made. `replace` forgets the roster first,
    which is the only way from one event to another: tickets of the old one would go on
    opening the door.

    Raises:
        Misconfigured: the list or the event file cannot be used. Nothing is changed then.
        Unavailable: another import is under way, or the disk is full. The same.
    """
    attendees = open_list(path)
    text = _event_text(station, attendees, event_path)
    event = parse_event(text, event_path.name if event_path else "event.toml")
    present = station.roster.event_text()
    if present and not replace and parse_event(present).slug != event.slug:
        raise _other_event(parse_event(present), event)
    missing = badge_drawer(station.settings).missing
    importing = RosterImport(station.roster, station.keys, missing)
    with station.folder.only_import(), _kept(station, attendees, text) as keep:
        report = importing.run(
            attendees.rows(), attendees.headings, event, text, dry_run=dry_run, replace=replace
        )
        if report.usable and not dry_run:
            keep()
    return report


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
    present = station.roster.event_text()
    if present and not is_plain(present):
        return present
    before = parse_event(present).categories if present else ()
    words = dict.fromkeys([*(c.name.zh for c in before), *attendees.categories()])
    return plain_event(tuple(words))


@contextmanager
def _kept(
    station: Station, attendees: AttendeeList, event_text: str
) -> Iterator[Callable[[], None]]:
    """Keep the list as it came and its event beside it, so that the roster can be made again.

    They are written before the import, because afterwards a full disk could not stop it any
    more, but under names that nobody takes for an imported list, whoever is killed. They get
    their own names when the yielded function is called: once the import stands.
    """
    lists = station.folder.lists
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    stem = f"{stamp}-{attendees.digest[:12]}"
    files = {
        lists / f"{stem}{attendees.path.suffix or '.csv'}": attendees.data,
        lists / f"{stem}.event.toml": event_text.encode(),
    }

    def keep() -> None:
        with writing(lists):
            for file in files:
                _part(file).replace(file)

    with ExitStack() as stack:
        for file in files:
            stack.callback(_part(file).unlink, missing_ok=True)
        try:
            for left in lists.glob(f"*{PART}"):  # by an import that was killed
                left.unlink()
            for file, data in files.items():
                _part(file).write_bytes(data)
        except OSError as error:
            raise Unavailable(
                Words(
                    f"无法保存名单副本（{error.strerror}）。",
                    f"The list cannot be kept ({error.strerror}).",
                ),
                Words(
                    "请检查磁盘后重试。名单没有变化。",
                    "See to the disk and try again. Nothing was changed.",
                ),
            ) from error
        yield keep


def _part(file: Path) -> Path:
    return file.with_name(f"{file.name}{PART}")
