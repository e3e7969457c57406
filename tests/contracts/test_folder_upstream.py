"""A folder as the platform: nothing but an adapter, and the hub does the same with it."""

import csv
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.composition.hub_place import HubPlace, opened_hub
from kiosk.composition.hub_upstream import (
    connect_folder,
    opened_upstream,
    read_upstream,
    upstream_turn,
)
from kiosk.domain.admission import Reason
from kiosk.domain.journal import CheckedIn, CheckedOut, Happened, TurnedAway, Voided
from kiosk.services.ports.upstream import Sent
from kiosk.services.trouble import Misconfigured
from kiosk.services.upstreaming import Turn
from tests.fakes import HandClock
from tests.given import DAYS
from tests.stories.conftest import EVENT, LIST
from tests.stories.kiosk_command import a_list


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    (folder / "event.toml").write_text(EVENT, encoding="utf-8")
    a_list(folder / "guests.csv", *LIST)
    return folder


@pytest.fixture
def place(tmp_path: Path, clock: HandClock, folder: Path) -> Iterator[HubPlace]:
    with opened_hub(f"sqlite:///{tmp_path / 'hub.db'}", None, clock) as place:
        connect_folder(place, folder)
        yield place


def turn(place: HubPlace) -> Turn:

    record = read_upstream(place)
    assert record
    with opened_upstream(place, record) as upstream:
        return upstream_turn(place, upstream)


def written(folder: Path) -> list[dict[str, str]]:
    with (folder / "happened.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_lists_come_in_and_what_happens_goes_out_once(place: HubPlace, folder: Path) -> None:
    assert turn(place).trouble is None
    assert place.roster.count() == 3
    guest = place.own.listed.by_number("G-1")
    assert guest
    ticket = guest.ticket.id

    def happens(what: Happened) -> UUID:
        with place.own.journal.transaction() as tx:
            return tx.record(what).id

    came = happens(CheckedIn(ticket, "registration", "guest", DAYS[0]))
    happens(CheckedOut(ticket, "registration", DAYS[0]))
    happens(TurnedAway(Reason.UNKNOWN, "registration", DAYS[0], None, b"x" * 16))
    happens(Voided(came, ticket, "wrong"))
    assert turn(place).sent == {Sent.DONE: 4}
    rows = written(folder)
    assert [row["what"] for row in rows] == ["in", "out", "refused", "taken back"]
    assert rows[0]["ticket"] == "1"
    assert rows[3]["more"] == str(came)
    place.uploads.retry_rejected()
    assert turn(place).sent == {}
    assert written(folder) == rows


def test_a_newer_list_counts_and_the_same_one_is_not_read_again(
    place: HubPlace, folder: Path
) -> None:
    turn(place)
    before = place.roster.head()
    assert turn(place).people is None
    a_list(folder / "later.csv", LIST[0], *LIST[1:], "4,G-4,QR-FOUR,赵六,,,来宾,有效")
    assert turn(place).people
    assert place.roster.head() == before + 1


def test_a_folder_that_is_away_is_tried_again(place: HubPlace, folder: Path) -> None:
    turn(place)
    folder.rename(folder.with_name("elsewhere"))
    with place.own.journal.transaction() as tx:
        tx.record(TurnedAway(Reason.UNKNOWN, "registration", DAYS[0], None, b"x" * 16))
    assert turn(place).trouble
    assert place.uploads.counts() == {"waiting": 1}
    folder.with_name("elsewhere").rename(folder)
    assert turn(place).sent == {Sent.DONE: 1}


def test_a_list_that_is_none_is_said_and_changes_nothing(place: HubPlace, folder: Path) -> None:
    turn(place)
    (folder / "zz.csv").write_bytes(b"\x00\x01")
    said = turn(place)
    assert said.trouble
    assert place.roster.count() == 3


def test_no_folder_is_said_at_once(place: HubPlace, tmp_path: Path) -> None:
    with pytest.raises(Misconfigured):
        connect_folder(place, tmp_path / "nowhere")
