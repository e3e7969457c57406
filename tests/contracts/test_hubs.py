"""What a hub promises, on SQLite and on PostgreSQL alike."""

import threading
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid5

import pytest
from sqlalchemy import Engine

from kiosk.domain.identity import HOUSE
from kiosk.domain.journal import CheckedIn, PrinterOrder, PrinterTold, Voided
from kiosk.hub.database import hub_url, open_hub_database
from kiosk.hub.facts import Batch, HubJournal
from kiosk.hub.marker import Marker
from kiosk.hub.roster import HubRoster
from kiosk.hub.stations import NameTaken, Stations
from kiosk.services.ports.sync import Feed, Seen
from kiosk.services.trouble import Misconfigured, Unavailable
from kiosk.wire.chain import chained
from kiosk.wire.facts import FactMessage, Refusal
from kiosk.wire.hub import GuestMessage, PairRequest, Scope
from tests.fakes import HandClock
from tests.given import DAYS
from tests.hubs.cluster import Cluster, a_cluster
from tests.hubs.facts import a_fact, a_message

NOTHING = Feed("", 0)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with a_cluster() as cluster:
        yield cluster


@pytest.fixture(params=["sqlite", "postgresql"])
def dsn(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'hub.db'}"
    cluster: Cluster = request.getfixturevalue("cluster")
    return cluster.base(tmp_path.name)


@pytest.fixture
def engine(dsn: str) -> Iterator[Engine]:
    engine = open_hub_database(hub_url(dsn))
    yield engine
    engine.dispose()


@pytest.fixture
def journal(dsn: str, engine: Engine, clock: HandClock, tmp_path: Path) -> HubJournal:
    return HubJournal(hub_url(dsn), engine, clock, Marker(tmp_path / "head"))


@pytest.fixture
def roster(dsn: str, engine: Engine) -> HubRoster:
    return HubRoster(hub_url(dsn), engine)


@pytest.fixture
def stations(dsn: str, engine: Engine, clock: HandClock) -> Stations:
    return Stations(hub_url(dsn), engine, clock)


def some(count: int, station: str = "desk-1") -> list[FactMessage]:
    return [
        a_message(a_fact(CheckedIn(UUID(int=n), "hall", "vip", DAYS[0]), station))
        for n in range(1, count + 1)
    ]


def test_facts_are_numbered_in_the_order_of_commits(journal: HubJournal) -> None:
    first, second = some(3), some(2, "desk-2")
    journal.push([Batch("desk-1", Scope.DESK, first)])
    journal.push([Batch("desk-2", Scope.DESK, second)])
    pulled = journal.pull(0, 100)
    assert [one.seq for one in pulled.facts] == [1, 2, 3, 4, 5]
    assert [one.fact for one in pulled.facts] == first + second
    assert [one.seq for one in journal.pull(3, 1).facts] == [4]


def test_what_comes_twice_is_accepted_and_stored_once(journal: HubJournal) -> None:
    facts = some(3)
    journal.push([Batch("desk-1", Scope.DESK, facts[:2])])
    (taken, again), head = journal.push(
        [Batch("desk-1", Scope.DESK, facts), Batch("desk-2", Scope.DESK, facts)]
    )
    assert taken.accepted == again.accepted == tuple(fact.id for fact in facts)
    assert head.last == 3


def test_another_content_under_a_known_id_is_turned_down(journal: HubJournal) -> None:
    (fact,) = some(1)
    changed = fact.model_copy(update={"hlc": fact.hlc + 1})
    journal.push([Batch("desk-1", Scope.DESK, [fact])])
    (taken,), _ = journal.push([Batch("desk-1", Scope.DESK, [changed])])
    assert taken.refused == (Refusal(id=fact.id, why="content"),)
    forgotten = fact.model_copy(update={"personal": '{"note":"x"}'})
    (taken,), _ = journal.push([Batch("desk-1", Scope.DESK, [forgotten])])
    assert taken.accepted == (fact.id,)


def test_self_service_writes_its_own_kinds_in_its_own_name(journal: HubJournal) -> None:
    (mine,), (theirs,) = some(1, "kiosk"), some(1, "desk-1")
    voided = a_message(a_fact(Voided(UUID(int=1), UUID(int=2), "x"), "kiosk"))
    told = a_message(a_fact(PrinterTold("A", PrinterOrder.PAUSE), "kiosk"))
    batch = Batch("kiosk", Scope.SELF, [mine, theirs, voided, told])
    (taken,), _ = journal.push([batch])
    assert taken.accepted == (mine.id, told.id)
    assert {refusal.id: refusal.why for refusal in taken.refused} == {
        theirs.id: "station",
        voided.id: "scope",
    }


def test_a_number_that_two_copies_of_a_disk_used_loses_neither(journal: HubJournal) -> None:
    one, two = some(2)
    twin = two.model_copy(update={"number": one.number})
    (taken,), head = journal.push([Batch("desk-1", Scope.DESK, [one, twin])])
    assert len(taken.accepted) == head.last == 2


def test_many_at_once_leave_no_gap(dsn: str, journal: HubJournal) -> None:
    def write(station: str) -> None:
        for _ in range(10):
            journal.push([Batch(station, Scope.DESK, some(3, station))])

    threads = [threading.Thread(target=write, args=(f"desk-{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.seq for one in journal.pull(0, 1000).facts] == list(range(1, 121))


def test_a_hub_that_somebody_has_seen_otherwise_begins_a_new_life(journal: HubJournal) -> None:
    facts = some(3)
    _, head = journal.push([Batch("desk-1", Scope.DESK, facts)])
    chain = ""
    for fact in facts:
        chain = chained(chain, fact.id)
    assert head.chain == chain
    same = Feed(head.generation, 3, chain)
    for seen in (
        Seen(same, same, NOTHING),
        Seen(Feed(head.generation, 0), NOTHING, NOTHING),
        Seen(Feed("another life", 77), NOTHING, NOTHING),
    ):
        assert journal.greeted(seen).generation == head.generation
    for seen in (
        Seen(Feed(head.generation, 4), NOTHING, NOTHING),
        Seen(Feed(head.generation, 3, "00" * 8), NOTHING, NOTHING),
        Seen(same, Feed(journal.head().generation, 9, chain), NOTHING),
    ):
        now = journal.head().generation
        assert journal.greeted(seen).generation in {now, journal.head().generation}
    assert journal.head().generation != head.generation


def test_a_database_put_back_is_noticed_by_what_lies_beside_it(
    dsn: str, engine: Engine, clock: HandClock, tmp_path: Path
) -> None:
    marker = Marker(tmp_path / "mark")
    journal = HubJournal(hub_url(dsn), engine, clock, marker)
    before = journal.head()
    assert HubJournal(hub_url(dsn), engine, clock, marker).head() == before
    marker.put(before.generation, 12)
    assert HubJournal(hub_url(dsn), engine, clock, marker).head().generation != before.generation


def test_what_a_revoked_station_sends_is_kept_apart(journal: HubJournal) -> None:
    facts = some(2)
    assert journal.set_aside("desk-1", facts) == 2
    assert journal.set_aside("desk-1", facts) == 0
    assert journal.head().last == 0


def test_people_can_be_forgotten_and_the_facts_stay(journal: HubJournal) -> None:
    (fact,) = some(1)
    named = fact.model_copy(update={"personal": '{"why":"王伟"}'})
    journal.push([Batch("desk-1", Scope.DESK, [named])])
    assert journal.forget_people() == 1
    assert journal.pull(0, 10).facts[0].fact == fact
    assert journal.forget_people() == 0


def guest(number: int, name: str) -> GuestMessage:
    ticket = uuid5(HOUSE, f"guest {number}")
    return GuestMessage(rev=0, ticket=ticket, fields={"attendee.name": name})


def test_only_what_changed_gets_a_revision(roster: HubRoster) -> None:
    assert roster.publish("event", [guest(1, "A"), guest(2, "B")], whole=True) == 3
    assert roster.publish("event", [guest(1, "A"), guest(2, "B")], whole=True) == 3
    assert roster.publish("event", [guest(1, "A"), guest(2, "C")], whole=True) == 4
    page = roster.page(3, 10)
    assert [(g.rev, g.fields["attendee.name"]) for g in page.guests] == [(4, "C")]
    assert not page.more


def test_whoever_is_gone_stays_as_the_word_of_it(roster: HubRoster) -> None:
    roster.publish("event", [guest(1, "A"), guest(2, "B")], whole=True)
    roster.publish("event", [guest(1, "A")], whole=True)
    assert roster.count() == 1
    page = roster.page(3, 10)
    assert [(g.ticket, g.gone) for g in page.guests] == [(guest(2, "").ticket, True)]
    first = roster.page(0, 1)
    assert first.more
    assert first.edition == page.edition


def pair(stations: Stations, secret: str, name: str, incarnation: str = "aa" * 8) -> object:
    return stations.pair(PairRequest(secret=secret, station=name, incarnation=incarnation))


def test_a_code_counts_once_and_for_ten_minutes(stations: Stations, clock: HandClock) -> None:
    code = stations.new_code(Scope.DESK, "me")
    assert pair(stations, "NOSUCHCODE", "desk-1") is None
    assert pair(stations, code.secret, "desk-1")
    assert pair(stations, code.secret, "desk-2", "bb" * 8) is None
    late = stations.new_code(Scope.SELF, "me")
    clock.step(601)
    assert pair(stations, late.secret, "desk-2", "bb" * 8) is None


def test_a_name_that_is_taken_does_not_use_the_code_up(stations: Stations) -> None:
    pair(stations, stations.new_code(Scope.DESK, "me").secret, "desk-1")
    code = stations.new_code(Scope.DESK, "me").secret
    assert isinstance(pair(stations, code, "desk-1", "bb" * 8), NameTaken)
    assert pair(stations, code, "desk-2", "bb" * 8)


def test_a_token_tells_its_station_until_it_is_revoked(stations: Stations) -> None:
    paired = pair(stations, stations.new_code(Scope.SELF, "me").secret, "kiosk")
    assert isinstance(paired, tuple)
    known = stations.of_token(paired[1])
    assert known
    assert (known.name, known.scope, known.revoked) == ("kiosk", Scope.SELF, False)
    assert stations.of_token("guess") is None
    assert stations.revoke("kiosk", "me")
    assert not stations.revoke("kiosk", "me")
    known = stations.of_token(paired[1])
    assert known
    assert known.revoked


@pytest.mark.parametrize("dsn", ["", "hub.db", "mysql://x/y", "sqlite://", "sqlite:///:memory:"])
def test_what_names_no_database_is_said(dsn: str) -> None:
    with pytest.raises(Misconfigured):
        hub_url(dsn)


def test_a_database_that_is_away_or_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        open_hub_database(hub_url("postgresql://nobody@127.0.0.1:9/none"))
    (tmp_path / "hub.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(Misconfigured):
        open_hub_database(hub_url(f"sqlite:///{tmp_path / 'hub.db'}"))
