"""A station's records and keys, ready to use: what every command begins with.

SQLModel, ReportLab and pydantic are imported where they are first used: together they take
half a second, and `--help` and the first paint of the window need none of them.
"""

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.composition.data_folder import DataFolder, settings_of
from kiosk.composition.hub_record import station_clock
from kiosk.domain.words import Words
from kiosk.keys.station import StationKeys, open_station_keys
from kiosk.services.amending import Amend
from kiosk.services.check_in import CheckIn
from kiosk.services.lookup import Lookup
from kiosk.services.overlaying import Overlaying
from kiosk.services.ports import Clock
from kiosk.services.records import Records
from kiosk.services.trouble import Misconfigured
from kiosk.settings import Settings

if TYPE_CHECKING:
    from kiosk.store.amended_roster import AmendedRoster
    from kiosk.store.journal import FactsFile
    from kiosk.store.roster import RosterFile


@dataclass(frozen=True, slots=True)
class Station:
    """One station on its data folder, used from one thread."""

    folder: DataFolder
    settings: Settings
    keys: StationKeys
    clock: Clock
    roster: "AmendedRoster"
    journal: "FactsFile"
    listed: "RosterFile"

    @property
    def records(self) -> Records:
        """Roster and journal together."""
        return Records(self.roster, self.journal)

    @property
    def check_in(self) -> CheckIn:
        """Admits and refuses."""
        return CheckIn(self.records, self.keys, self.clock)

    @property
    def overlaying(self) -> Overlaying:
        """Keeps what desks amended in step with facts and list."""
        return Overlaying(self.roster, self.journal, self.keys)

    def amend(self, by: str = "") -> Amend:
        """Changes people and tickets."""
        return Amend(self.roster, self.journal, self.keys, by)

    @property
    def lookup(self) -> Lookup:
        """Finds people."""
        return Lookup(self.records)


@contextmanager
def opened(
    path: Path,
    config: Path | None = None,
    clock: Clock | None = None,
    settings: Settings | None = None,
) -> Iterator[Station]:
    """The station in the folder at `path`, made at first use, closed at the end.

    Its settings are those given, else those in the file `config`, else the folder's own.

    Raises:
        Misconfigured, Unavailable: the folder, its settings, keys or databases.
    """
    folder = DataFolder(path)
    folder.prepare()
    settings = settings or settings_of(folder, config)
    clock = clock or station_clock(folder)
    keys = open_station_keys(folder.code_key)
    with (
        closing(open_roster(folder)) as listed,
        closing(open_journal(folder, settings, clock)) as journal,
        closing(_open_amended(folder)) as amended,
    ):
        station = Station(
            folder, settings, keys, clock, _amended_roster(listed, amended), journal, listed
        )
        station.overlaying.catch_up()
        yield station


def open_records(
    folder: DataFolder, settings: Settings, clock: Clock, keys: StationKeys
) -> Records:
    """Roster and journal, for the thread that will own them."""
    listed, journal = open_roster(folder), open_journal(folder, settings, clock)
    roster = _amended_roster(listed, _open_amended(folder))
    Overlaying(roster, journal, keys).catch_up()
    return Records(roster, journal)


def close_records(records: Records) -> None:
    """Close the files."""
    from kiosk.store.amended_roster import AmendedRoster  # noqa: PLC0415
    from kiosk.store.journal import FactsFile  # noqa: PLC0415

    for file in (records.journal, records.roster):
        assert isinstance(file, FactsFile | AmendedRoster)
        file.close()


def _amended_roster(listed: "RosterFile", over: "RosterFile") -> "AmendedRoster":
    from kiosk.store.amended_roster import AmendedRoster  # noqa: PLC0415

    return AmendedRoster(listed, over)


def _open_amended(folder: DataFolder) -> "RosterFile":
    from kiosk.lists.event_file import parse_event  # noqa: PLC0415
    from kiosk.store.roster import RosterFile  # noqa: PLC0415

    return RosterFile(folder.amended, parse_event)


def open_roster(folder: DataFolder) -> "RosterFile":
    """The folder's roster.db."""
    from kiosk.lists.event_file import parse_event  # noqa: PLC0415
    from kiosk.store.roster import RosterFile  # noqa: PLC0415

    return RosterFile(folder.roster, parse_event)


def open_journal(folder: DataFolder, settings: Settings, clock: Clock) -> "FactsFile":
    """The folder's facts.db.

    Raises:
        Misconfigured: it is gone, though this station has a list and so has had a facts.db. A
            new one would admit everybody a second time.
    """
    from kiosk.store.journal import FactsFile  # noqa: PLC0415

    if not folder.facts.exists() and folder.roster.exists():
        with closing(open_roster(folder)) as roster:
            tickets = roster.count()
        # asked again: another process may have made it, and then the list
        if tickets and not folder.facts.exists():
            raise _lost_journal(folder)
    # two computers set up from one image have one name: facts must tell them apart all the same
    name = settings.station.name or f"{settings.station.called}-{secrets.token_hex(3)}"
    return FactsFile(folder.facts, name, clock)


def _lost_journal(folder: DataFolder) -> Misconfigured:
    return Misconfigured(
        Words(
            f"{folder.facts} 不见了：谁已签到无从得知。",
            f"{folder.facts} is gone, and with it who has checked in.",
        ),
        Words(
            "请从备份恢复它。若本机从未签到过任何人，请移走 roster.db 并重新导入名单。",
            "Restore it from a backup. If nobody was ever checked in here, move roster.db away "
            "and import the list again.",
        ),
    )
