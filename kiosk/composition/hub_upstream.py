"""A hub and its platform: how it is reached, and one turn with it."""

import json
import platform
import tomllib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from kiosk.composition.hub_place import HubPlace
from kiosk.composition.printing import name_check
from kiosk.domain.words import Words
from kiosk.keys.hub_token import HubToken
from kiosk.lists.event_file import parse_event
from kiosk.lists.folder_upstream import FolderUpstream
from kiosk.remote.pretix import PretixEvent, PretixUpstream, organizer_of, pair_device
from kiosk.remote.pretix_event import is_made_of_platform
from kiosk.remote.pretix_http import PretixHttp
from kiosk.services.import_report import ImportOrder, ImportReport, Origin
from kiosk.services.ports.sync import NoAnswer
from kiosk.services.ports.upstream import Changes, Upstream
from kiosk.services.roster_import import RosterImport
from kiosk.services.trouble import Misconfigured, Unavailable, writing
from kiosk.services.upstreaming import Turn, Upstreaming

FILE = "upstream.toml"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class UpstreamRecord:
    """upstream.toml: which platform, and what its products and lists are called here.

    `kind` is `pretix` or `folder`; the file may be edited.
    """

    kind: str
    url: str = ""
    organizer: str = ""
    event: str = ""
    folder: str = ""
    categories: dict[str, str] = field(default_factory=dict)
    lists: dict[str, int] = field(default_factory=dict)


def read_upstream(place: HubPlace) -> UpstreamRecord | None:
    """The hub's platform; None where it has none.

    Raises:
        Misconfigured: the file is damaged.
    """
    path = place.folder.path / FILE
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
        known: dict[str, Any] = {**said.pop("upstream"), **said}
        return UpstreamRecord(**known)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, LookupError) as error:
        raise Misconfigured(
            Words(f"{path} 已损坏。", f"{path} is damaged."),
            Words("请重新连接平台：hub upstream …", "Connect the platform anew: hub upstream …"),
        ) from error


def write_upstream(place: HubPlace, record: UpstreamRecord) -> Path:
    """Keep it, for people to read and to correct."""
    path = place.folder.path / FILE
    lines = ["[upstream]", f"kind = {json.dumps(record.kind)}"]
    known = ((key, getattr(record, key)) for key in ("url", "organizer", "event", "folder"))
    lines += [f"{key} = {json.dumps(said, ensure_ascii=False)}" for key, said in known if said]
    if record.kind == "pretix":
        lines += ["", "# product of pretix = category of the event file", "[categories]"]
        lines += [f"{item} = {json.dumps(name)}" for item, name in record.categories.items()]
        lines += ["", "# checkpoint of the event file = check-in list of pretix", "[lists]"]
        lines += [f"{json.dumps(name)} = {number}" for name, number in record.lists.items()]
    with writing(path):
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def connect_pretix(place: HubPlace, url: str, token: str, event: str) -> UpstreamRecord:
    """Become a device of pretix by its initialisation token, and guess what is what.

    Raises:
        Misconfigured, Unavailable: pretix did not take it.
    """
    with closing(PretixHttp(url, "")) as http:
        paired = _good(pair_device(http, token, platform.node()))
    _token(place).keep(paired)
    with closing(PretixHttp(url, paired)) as http:
        organizer = _good(organizer_of(http))
        guessed = _good(PretixUpstream(http, PretixEvent(organizer, event)).guess())
    categories, lists = _fitted(place, *guessed)
    record = UpstreamRecord("pretix", url, organizer, event, categories=categories, lists=lists)
    write_upstream(place, record)
    return record


def connect_folder(place: HubPlace, folder: Path) -> UpstreamRecord:
    """Take lists from a folder, and write there what happens.

    Raises:
        Misconfigured: it is no folder.
    """
    if not folder.is_dir():
        raise Misconfigured(
            Words(f"{folder} 不是文件夹。", f"{folder} is no folder."),
            Words("请选择已有的文件夹。", "Choose a folder that is there."),
        )
    record = UpstreamRecord("folder", folder=str(folder.resolve()))
    write_upstream(place, record)
    return record


@contextmanager
def opened_upstream(place: HubPlace, record: UpstreamRecord) -> Iterator[Upstream]:
    """The platform of this record."""
    if record.kind == "folder":
        yield FolderUpstream(Path(record.folder))
        return
    event = PretixEvent(record.organizer, record.event, record.categories, record.lists)
    with closing(PretixHttp(record.url, _token(place).read())) as http:
        yield PretixUpstream(http, event)


def upstream_turn(place: HubPlace, upstream: Upstream, *, whole: bool = False) -> Turn:
    """Fetch people, publish them to the stations, send what happened."""
    place.follow()

    def external_id(ticket: UUID) -> str:
        guest = place.own.listed.by_ticket(ticket)
        return guest.attendee.external_id if guest else ""

    def take(changes: Changes) -> ImportReport:
        return take_people(place, upstream, changes)

    return Upstreaming(upstream, place.uploads, external_id, take).once(whole=whole)


def take_people(place: HubPlace, upstream: Upstream, changes: Changes) -> ImportReport:
    """Put people on the hub's list, and publish it where anything changed.

    Raises:
        Misconfigured, Unavailable: the event file is none, an import is under way.
    """
    own = place.own
    present = own.listed.event_text()
    ours = present and not (changes.whole and is_made_of_platform(present))
    text = present if ours else _good(upstream.event_text())
    event = parse_event(text)
    importing = RosterImport(own.listed, own.keys, name_check(own.settings))
    origin = Origin(upstream.name, "", upstream.name, place.clock.now())

    def run(*, dry: bool) -> ImportReport:
        order = ImportOrder(dry_run=dry, cancel_missing=changes.whole)
        return importing.run(
            changes.rows, upstream.headings, (event, text), order, origin, lambda _: None
        )

    with own.folder.only_import():
        would = run(dry=True)
        moved = would.added or would.changed or would.cancelled or text != present
        if not would.usable or not moved:
            return would
        report = run(dry=False)
    own.overlaying.refresh()
    place.publish()
    return report


def _fitted(
    place: HubPlace, _text: str, categories: dict[str, str], lists: dict[str, int]
) -> tuple[dict[str, str], dict[str, int]]:
    """The guess as it fits the event that the hub has already: by name, else as it is."""
    present = place.own.listed.event_text()
    if not present:
        return categories, lists
    theirs, ours = parse_event(_text), parse_event(present)
    named = {
        word.casefold(): category.id
        for category in ours.categories
        for word in (category.id, category.name.zh, category.name.en, *category.aliases)
        if word
    }
    places = {
        word.casefold(): one.id
        for one in ours.checkpoints
        for word in (one.id, one.name.zh, one.name.en)
        if word
    }
    called = {c.id: (c.name.zh, c.name.en) for c in theirs.categories}
    lists_called = {c.id: (c.id, c.name.zh, c.name.en) for c in theirs.checkpoints}
    found = {
        item: next((named[w.casefold()] for w in called[guess] if w.casefold() in named), guess)
        for item, guess in categories.items()
    }
    at = {
        next((places[w.casefold()] for w in lists_called[name] if w.casefold() in places), name): n
        for name, n in lists.items()
    }
    return found, at


def _token(place: HubPlace) -> HubToken:
    folder = place.folder.path / "upstream"
    (folder / "keys").mkdir(parents=True, exist_ok=True)
    return HubToken(folder)


def _good(answer: T | NoAnswer) -> T:
    if isinstance(answer, NoAnswer):
        raise trouble_of(answer)
    return answer


def trouble_of(answer: NoAnswer) -> Misconfigured | Unavailable:
    """What a platform did not do, as trouble for people."""
    advice = Words(
        "请检查地址、令牌和权限；令牌只能用一次，丢失时请在 pretix 新建设备。",
        "Check address, token and permissions; a token counts once: make a new device if lost.",
    )
    if answer.retry_after is not None or answer.why.name in {"UNREACHABLE", "TIMED_OUT", "BUSY"}:
        return Unavailable(answer.words, advice)
    return Misconfigured(answer.words, advice)
