"""A hub's database and folder, opened and put together; what every `hub` command begins with."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from kiosk.composition.data_folder import DataFolder, usual_data_folder
from kiosk.composition.station import Station, opened
from kiosk.devices.clocks import ComputerClock
from kiosk.hub.database import hub_url, open_hub_database
from kiosk.hub.facts import HubJournal
from kiosk.hub.local_link import LocalLink
from kiosk.hub.marker import Marker
from kiosk.hub.roster import HubRoster
from kiosk.hub.stations import Stations
from kiosk.hub.uploads import UploadQueue
from kiosk.hub.users import Hashing, Users
from kiosk.keys.certificate import hub_certificate, public_key_of
from kiosk.keys.passwords import hashed_password, is_password
from kiosk.keys.station import open_station_keys
from kiosk.services.hub_time import HubTime
from kiosk.services.ports import Clock
from kiosk.services.syncing import Books, Syncing
from kiosk.settings import Settings
from kiosk.settings.station import StationSettings
from kiosk.wire.facts import Health
from kiosk.wire.pairing import pin_of

HUB_STATION = "hub"
"""What facts call the hub where it writes some itself: an undo, a double that was settled."""


@dataclass(frozen=True, slots=True)
class HubPlace:
    """One hub, used by one thread; `own` is its copy of facts and roster, a station's files."""

    folder: DataFolder
    journal: HubJournal
    roster: HubRoster
    stations: Stations
    own: Station
    clock: Clock
    uploads: UploadQueue
    users: Users

    def follow(self) -> None:
        """Bring the hub's own copy up to date, and its own facts into the journal."""
        link = LocalLink(self.journal, self.roster, self.clock, self.own.journal.station)
        books = Books(self.own.journal.exchange, self.own.listed.synced, self.folder.path)
        synced = Syncing(books, link, self.clock, HubTime(self.clock, ""), Health).once()
        if synced.roster:
            self.own.overlaying.refresh()
        elif synced.received:
            self.own.overlaying.catch_up()

    def publish(self) -> int:
        """Make the hub's own list everybody's; the revision afterwards."""
        event, everybody = self.own.listed.event_text(), self.own.listed.synced.everybody()
        return self.roster.publish(event, everybody, whole=True)

    @property
    def certificate(self) -> tuple[Path, Path]:
        """The files of certificate and key, made where they are missing."""
        return hub_certificate(self.folder.path / "keys", self.clock.now())

    @property
    def pin(self) -> bytes:
        """What stations know the hub by."""
        return pin_of(public_key_of(self.certificate[0].read_text(encoding="ascii")))


def hub_folder(dsn: str, chosen: Path | None) -> Path:
    """Where a hub keeps what is not in its database: certificate, code key, lists, its copy.

    Beside the file of an SQLite hub; else among this user's data, by the database's address.
    """
    if chosen:
        return chosen
    if dsn.startswith("sqlite:///"):
        path = Path(dsn.removeprefix("sqlite:///").partition("?")[0])
        return path.with_name(f"{path.name}.hub")
    parts = urlsplit(dsn)
    address = f"{parts.hostname}:{parts.port}{parts.path}?{parts.query}"
    digest = hashlib.sha256(address.encode()).hexdigest()[:12]
    return usual_data_folder() / "hubs" / digest


@contextmanager
def opened_hub(
    dsn: str, chosen: Path | None = None, clock: Clock | None = None
) -> Iterator[HubPlace]:
    """The hub on this database.

    Raises:
        Misconfigured, Unavailable: its database or folder.
    """
    url = hub_url(dsn)
    clock = clock or ComputerClock()
    folder = DataFolder(hub_folder(dsn, chosen))
    folder.prepare()
    (folder.path / "keys").mkdir(exist_ok=True)
    engine = open_hub_database(url)
    try:
        settings = Settings(station=StationSettings(name=HUB_STATION))
        with opened(folder.path, settings=settings, clock=clock) as own:
            journal = HubJournal(url, engine, clock, Marker(folder.path / "keys" / "head"))
            yield HubPlace(
                folder=folder,
                journal=journal,
                roster=HubRoster(url, engine),
                stations=Stations(url, engine, clock),
                own=own,
                clock=clock,
                uploads=UploadQueue(url, engine),
                users=Users(
                    url,
                    engine,
                    clock,
                    Hashing(hashed_password, is_password),
                    lambda: open_station_keys(folder.code_key).secret,
                ),
            )
    finally:
        engine.dispose()
