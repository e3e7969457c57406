"""From a station to its hub: pairing, the link, and sync in one turn."""

import hashlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace

from kiosk import __version__
from kiosk.composition.data_folder import DataFolder
from kiosk.composition.hub_record import HubRecord, keep_hub_time, read_record, write_record
from kiosk.composition.station import Station
from kiosk.composition.station_lamps import StationLamps
from kiosk.domain.doubles import doubles
from kiosk.domain.words import Words
from kiosk.keys.certificate import public_key_of
from kiosk.keys.hub_token import HubToken
from kiosk.keys.station import open_station_keys, replace_station_key
from kiosk.remote.hub_client import HubClient
from kiosk.remote.pinned import certificate_at, is_pinned, only
from kiosk.services.hub_time import DisciplinedClock, HubTime
from kiosk.services.ports.sync import NoAnswer, Outbox
from kiosk.services.ports.sync_why import Why
from kiosk.services.syncing import Books, Synced, Syncing
from kiosk.services.trouble import Misconfigured, Unavailable
from kiosk.wire.facts import PUSH_LIMIT, Health
from kiosk.wire.hub import ROSTER_LIMIT, GuestMessage, HandOver, Paired, PairRequest
from kiosk.wire.pairing import parse_code

_TEMPORARY = {Why.UNREACHABLE, Why.TIMED_OUT, Why.BUSY, Why.BROKEN}


@dataclass(frozen=True, slots=True)
class PairedStation:
    """What pairing did; `handed_over` guests went from here to the empty hub."""

    station: str
    scope: str
    url: str
    token_in: str
    handed_over: int
    synced: Synced


def pair_station(station: Station, url: str, text: str) -> PairedStation:
    """Pair with the hub at `url` by the code that it shows, and fetch its list.

    A list that is here already goes to a hub that has none; else the hub's takes its place, and
    lists/ keeps ours.

    Raises:
        Misconfigured: the code is none, was used, or the hub is not the one that showed it.
        Unavailable: the hub does not answer.
    """
    code = parse_code(text)
    if code is None:
        raise _code_is_none()
    url = url if "://" in url else f"https://{url}"
    try:
        certificate = certificate_at(url)
    except OSError as error:
        raise Unavailable(
            Words(f"连不上中心 {url}。", f"The hub at {url} does not answer."),
            Words("请检查地址、网络和防火墙。", "Check address, network and firewall."),
        ) from error
    if not is_pinned(certificate, code.pin, public_key_of):
        raise _another_hub(url)
    journal = station.journal
    asked = PairRequest(
        secret=code.secret,
        station=journal.station,
        incarnation=journal.exchange.incarnation().hex(),
        version=__version__,
        tickets=station.listed.count(),
    )
    with closing(HubClient(url, only(certificate), "")) as client:
        paired = client.pair(asked)
    if isinstance(paired, NoAnswer):
        raise _not_paired(paired)
    return _settle(station, url, certificate, paired)


def _settle(station: Station, url: str, certificate: str, paired: Paired) -> PairedStation:
    folder = station.folder
    kept = HubToken(folder.path).keep(paired.token)
    record = HubRecord(url, certificate, paired.station, paired.scope.value)
    write_record(folder, record)
    handed = 0
    with linked(folder, record) as client:
        if paired.roster_head == 0 and station.listed.count():
            handed = hand_over(station, client)
        else:
            use_code_key(station, bytes.fromhex(paired.code_key))
        synced = sync_once(station, client)
    return PairedStation(paired.station, paired.scope.value, url, kept, handed, synced)


def hand_over(station: Station, client: HubClient) -> int:
    """Give this station's list to the hub; how many guests.

    Raises:
        Misconfigured, Unavailable: the hub did not take it.
    """
    event, key = station.listed.event_text(), station.keys.secret.hex()
    part: list[GuestMessage] = []
    count = 0
    for guest in station.listed.synced.everybody():
        part.append(guest)
        count += 1
        if len(part) == ROSTER_LIMIT:
            _give(client, HandOver(event=event, code_key=key, guests=tuple(part)))
            part = []
    _give(client, HandOver(event=event, code_key=key, guests=tuple(part)))
    return count


def _give(client: HubClient, part: HandOver) -> None:
    refused = client.hand_over(part)
    if refused:
        raise _not_paired(refused)


def use_code_key(station: Station, secret: bytes) -> None:
    """Hash codes under the event's secret from now on, in this process and the next."""
    if secret != open_station_keys(station.folder.code_key).secret:
        replace_station_key(station.folder.code_key, secret)
    station.keys.become(secret)
    station.overlaying.refresh()


@contextmanager
def linked(folder: DataFolder, record: HubRecord) -> Iterator[HubClient]:
    """A connection to the hub of this record."""
    token = HubToken(folder.path).read()
    with closing(HubClient(record.url, only(record.certificate), token)) as client:
        yield client


def hub_time_for(station: Station) -> HubTime:
    """The hub's time as this station's clock knows it."""
    clock = station.clock
    return clock.hub if isinstance(clock, DisciplinedClock) else HubTime(clock, "")


def sync_once(station: Station, client: HubClient) -> Synced:
    """One whole turn on this station's files, with all that follows from it."""
    known = hub_time_for(station)
    syncing = syncing_of(station, client, known, StationLamps())
    synced = syncing.once()
    follow_up(station, client, syncing, synced)
    keep_hub_time(station.folder, known)
    return synced


def follow_up(station: Station, client: HubClient, syncing: Syncing, synced: Synced) -> None:
    """All that follows from a turn: another code key, amended guests, or that we are out."""
    hello = syncing.hello
    if hello and hello.key_tag and hello.key_tag != key_tag(station):
        key = client.code_key()
        if not isinstance(key, NoAnswer):
            use_code_key(station, bytes.fromhex(key.key))
    if synced.roster:
        station.overlaying.refresh()  # what desks know better than this list too
    elif synced.received:
        station.overlaying.catch_up()
    if synced.trouble and synced.trouble.why is Why.REVOKED:
        put_out(station, client)


def syncing_of(station: Station, client: HubClient, known: HubTime, lamps: StationLamps) -> Syncing:
    """Sync of this station over this connection."""
    outbox, clock = station.journal.exchange, station.clock
    books = Books(outbox, station.listed.synced, station.folder.path)

    def health() -> Health:
        return Health(
            unsent=outbox.unsent(),
            parked=len(outbox.parked()),
            printer=lamps.printer,
            camera=lamps.camera,
            clock=clock.quality().value,
            version=__version__,
        )

    return Syncing(books, client, clock, known, health)


def put_out(station: Station, client: HubClient) -> None:
    """The hub has put us out: hand it what we still have (it sets that aside), then forget.

    Facts stay here, sent or not; the list and the token go.
    """
    _send_what_is_left(station.journal.exchange, client)
    station.listed.synced.forget()
    HubToken(station.folder.path).forget()
    record = read_record(station.folder)
    if record:
        write_record(station.folder, replace(record, revoked=True))


def _send_what_is_left(outbox: Outbox, client: HubClient) -> None:
    left = outbox.waiting(100 * PUSH_LIMIT)
    for at in range(0, len(left), PUSH_LIMIT):
        client.push(outbox.feed().generation, left[at : at + PUSH_LIMIT], Health())


def open_doubles(station: Station) -> int:
    """How many double check-ins nobody has looked at yet."""
    if not station.listed.event_text():
        return 0
    found = doubles(station.journal.doubtful(), station.roster.event())
    return sum(not one.settled for one in found)


def key_tag(station: Station) -> str:
    """By which the hub's code key is told from ours."""
    return hashlib.sha256(station.keys.secret).hexdigest()[:16]


def _not_paired(answer: NoAnswer) -> Misconfigured | Unavailable:
    if answer.why in _TEMPORARY:
        return Unavailable(answer.words, Words("请稍后重试。", "Try again in a moment."))
    return Misconfigured(
        answer.words,
        Words(
            "配对码只能用一次，十分钟内有效；同名签到台须先移除。请在中心重新生成。",
            "A code counts once, for ten minutes; a name that is taken must be put out first. "
            "Make another code on the hub.",
        ),
    )


def _code_is_none() -> Misconfigured:
    return Misconfigured(
        Words("配对码不完整。", "That is no whole pairing code."),
        Words(
            "请照中心显示的 36 个字母和数字输入，或扫描二维码。",
            "Type all 36 letters and digits that the hub shows, or scan its QR.",
        ),
    )


def _another_hub(url: str) -> Misconfigured:
    return Misconfigured(
        Words(f"{url} 不是显示配对码的中心。", f"{url} is not the hub that showed this code."),
        Words(
            "请检查地址；也可能有人冒充中心，什么都没有发给它。",
            "Check the address; somebody may also pretend to be the hub. Nothing was sent to it.",
        ),
    )
