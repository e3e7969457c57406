"""The hub and a real pretix: people down, facts up, and every answer with its outcome."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from kiosk.composition.hub_place import HubPlace, opened_hub
from kiosk.composition.hub_upstream import connect_pretix, opened_upstream, upstream_turn
from kiosk.domain.admission import Reason
from kiosk.domain.attendee import Detail, TicketStatus
from kiosk.domain.identity import event_tag
from kiosk.domain.journal import (
    AttendeeCorrected,
    CheckedIn,
    CheckedOut,
    Fact,
    Happened,
    JobState,
    PrintJobMoved,
    TurnedAway,
    Voided,
    WalkedIn,
)
from kiosk.domain.ticket_code import OpaqueCode, SignedCode, parse
from kiosk.keys.hub_token import HubToken
from kiosk.services.ports.sync_why import Why
from kiosk.services.ports.upstream import Delivered, Outgoing, Sent
from kiosk.services.trouble import Misconfigured
from kiosk.services.upstreaming import Turn
from tests.fakes import HandClock
from tests.given import DAYS
from tests.pretix.server import Pretix, running_pretix


@pytest.fixture(scope="module")
def server() -> Iterator[Pretix]:
    with running_pretix() as server:
        yield server


class Day:
    """A hub that is connected to pretix, and a day of facts at it."""

    def __init__(self, place: HubPlace, server: Pretix, token: str) -> None:
        self.place, self.server = place, server
        self.record = connect_pretix(place, server.url, token, "summit")

    def turn(self, *, whole: bool = False) -> Turn:
        with opened_upstream(self.place, self.record) as upstream:
            return upstream_turn(self.place, upstream, whole=whole)

    def ticket(self, case: str) -> UUID:
        secret = self.server.known["cases"][case]
        code = secret.get("now", secret["secret"])
        guest = self.place.own.listed.by_code(self.place.own.keys.digest(code))
        assert guest, case
        return guest.ticket.id

    def happens(self, what: Happened) -> Fact:
        with self.place.own.journal.transaction() as tx:
            return tx.record(what)

    def comes(self, case: str, place: str = "registration") -> Fact:
        return self.happens(CheckedIn(self.ticket(case), place, "item-1", DAYS[0]))

    def rejected(self) -> dict[UUID, str]:
        return {fact.id: said for fact, said in self.place.uploads.rejected(100)}

    def checkins(self, case: str) -> list[tuple[Any, ...]]:
        """What pretix has of this ticket: type, successful, reason, nonce."""
        return self.server.ask(
            "SELECT type, successful, error_reason, nonce FROM pretixbase_checkin "
            "WHERE position_id = ? ORDER BY id",
            self.server.known["cases"][case]["position"],
        )


@pytest.fixture
def place(tmp_path: Path, clock: HandClock) -> Iterator[HubPlace]:
    with opened_hub(f"sqlite:///{tmp_path / 'hub.db'}", None, clock) as place:
        yield place


TOKENS = iter(range(20))


@pytest.fixture
def day(place: HubPlace, server: Pretix) -> Day:
    day = Day(place, server, server.known["init_tokens"][next(TOKENS)])
    day.turn()
    return day


@pytest.fixture
def full(place: HubPlace, server: Pretix) -> Day:
    """The same with a device that may do everything."""
    day = Day(place, server, server.known["init_tokens"][next(TOKENS)])
    HubToken(place.folder.path / "upstream").keep(server.known["full_token"])
    day.turn()
    return day


def test_everybody_comes_down_with_the_state_that_pretix_says(day: Day) -> None:
    listed = day.place.own.listed
    assert listed.count() == day.server.known["positions"]
    status = {
        case: guest.ticket.status
        for case in day.server.known["cases"]
        if (guest := listed.by_ticket(day.ticket(case)))
    }
    assert status["valid"] is TicketStatus.VALID
    assert status["pending_but_valid"] is TicketStatus.VALID
    assert status["unpaid"] is TicketStatus.UNPAID
    assert status["cancelled"] is status["cancelled_position"] is TicketStatus.CANCELLED
    assert status["blocked"] is status["unapproved"] is TicketStatus.BLOCKED
    old = day.server.known["cases"]["revoked"]["secret"]
    assert listed.by_code(day.place.own.keys.digest(old)) is None
    event = listed.event()
    assert {c.name.en for c in event.categories} == {"Delegate", "VIP", "Speaker", "Press"}
    assert event.checkpoints[0].id == "registration"
    assert set(day.record.lists.values()) == set(day.server.known["lists"].values())
    assert day.place.roster.count() == day.server.known["positions"]


def test_what_did_not_change_makes_no_revision_and_what_did_makes_one(day: Day) -> None:
    before = day.place.roster.head()
    assert day.turn().trouble is None
    assert day.place.roster.head() == before
    case = day.server.known["cases"]["vip"]
    with httpx.Client(headers={"authorization": f"Device {day.server.known['full_token']}"}) as api:
        at = f"{day.server.url}/api/v1/organizers/autosummit/events/summit"
        done = api.patch(
            f"{at}/orderpositions/{case['position']}/", json={"attendee_name": "欧阳若兰"}
        )
        assert done.status_code == 200, done.text
    assert day.turn().trouble is None
    assert day.place.roster.head() == before + 1
    guest = day.place.own.listed.by_ticket(day.ticket("vip"))
    assert guest
    assert guest.attendee.name == "欧阳若兰"


def test_a_check_in_arrives_once_with_its_own_time(day: Day) -> None:
    came = day.comes("valid")
    assert day.turn().sent == {Sent.DONE: 1}
    assert day.checkins("valid") == [("entry", 1, None, str(came.id))]
    (said,) = day.server.ask(
        "SELECT datetime FROM pretixbase_checkin WHERE nonce = ?", str(came.id)
    )
    assert said[0].startswith("2027-06-08 04:00:00")
    upload = next(iter(day.place.uploads.rejected(1)), None)
    assert upload is None
    with opened_upstream(day.place, day.record) as upstream:
        guest = day.place.own.listed.by_ticket(day.ticket("valid"))
        assert guest
        again = upstream.send(Outgoing(came, guest.attendee.external_id, again=True))
    assert again == Delivered(Sent.DONE)
    assert len(day.checkins("valid")) == 1


def test_what_is_taken_back_is_annulled_and_leaving_and_coming_again_are_told(
    day: Day, clock: HandClock
) -> None:
    came = day.comes("valid2")
    assert day.turn().sent == {Sent.DONE: 1}
    clock.step(60)
    day.happens(Voided(came.id, day.ticket("valid2"), "jam"))
    assert day.turn().sent == {Sent.DONE: 1}
    assert day.checkins("valid2") == [("entry", 0, "annulled", str(came.id))]
    day.comes("valid2", "list-2")
    day.happens(CheckedOut(day.ticket("valid2"), "list-2", DAYS[0]))
    assert day.turn().sent == {Sent.DONE: 2}
    assert [row[:2] for row in day.checkins("valid2")][-2:] == [("entry", 1), ("exit", 1)]


def test_what_is_taken_back_too_late_is_shown_with_the_reason(day: Day, clock: HandClock) -> None:
    came = day.comes("vip")
    clock.step(timedelta(minutes=20).total_seconds())
    late = day.happens(Voided(came.id, day.ticket("vip"), "late"))
    behind = day.comes("question")
    turn = day.turn()
    assert turn.trouble is None
    assert turn.sent == {Sent.DONE: 2, Sent.REJECTED: 1}
    assert set(day.rejected()) == {late.id}
    assert day.rejected()[late.id].startswith("400 ") or day.rejected()[late.id].startswith("404 ")
    assert day.checkins("question")[-1][-1] == str(behind.id)


def test_whoever_was_let_in_is_in_whatever_pretix_would_have_said(day: Day) -> None:
    for case in ("unpaid", "blocked", "not_yet", "no_longer", "cancelled", "unapproved"):
        day.comes(case)
    assert day.turn().sent == {Sent.DONE: 6}
    gone = day.comes("cancelled_position")
    assert day.turn().sent == {Sent.REJECTED: 1}
    assert "invalid" in day.rejected()[gone.id]


def test_refusals_and_badge_prints_are_told(day: Day) -> None:
    unpaid = day.ticket("unpaid")
    refused = TurnedAway(Reason.UNPAID, "registration", DAYS[0], unpaid, b"x" * 16)
    stranger = TurnedAway(Reason.UNKNOWN, "registration", DAYS[0], None, b"y" * 16)
    day.happens(refused)
    day.happens(stranger)
    job = UUID(int=7)
    for state in (JobState.QUEUED, JobState.SENT, JobState.CONFIRMED):
        printed = day.happens(PrintJobMoved(job, day.ticket("valid3"), state, 1))
    assert day.turn().sent == {Sent.DONE: 3}
    failed = day.server.ask(
        "SELECT error_reason, raw_barcode FROM pretixbase_checkin WHERE successful = 0 "
        "AND error_reason IN ('unpaid', 'invalid') ORDER BY id DESC LIMIT 2"
    )
    assert sorted(row[0] for row in failed) == ["invalid", "unpaid"]
    prints = day.server.ask(
        "SELECT info FROM pretixbase_printlog WHERE position_id = ?",
        day.server.known["cases"]["valid3"]["position"],
    )
    assert len(prints) == 1
    assert str(printed.id) in prints[0][0]


def test_walk_ins_and_corrections_go_where_the_token_allows_it(full: Day) -> None:
    walked = WalkedIn(UUID(int=99), "W-1", "item-1", ((Detail.NAME, "赵六"),))
    full.happens(walked)
    full.happens(CheckedIn(walked.ticket, "registration", "item-1", DAYS[0]))
    full.happens(
        AttendeeCorrected(full.ticket("valid3"), ((Detail.NAME, "钱七"), (Detail.TITLE, "总监")))
    )
    assert full.turn().sent == {Sent.DONE: 3}, full.rejected()
    secret = f"yuelai-{walked.ticket.hex}"
    assert full.server.ask(
        "SELECT count(*) FROM pretixbase_checkin c JOIN pretixbase_orderposition p "
        "ON p.id = c.position_id WHERE p.secret = ? AND c.successful = 1", secret
    ) == [(1,)]  # fmt: skip
    count = full.place.own.listed.count()
    assert full.turn(whole=True).trouble is None
    assert full.place.own.listed.count() == count


def test_a_token_that_may_not_says_so_and_holds_up_nothing(day: Day) -> None:
    walked = day.happens(WalkedIn(UUID(int=98), "W-2", "item-1", ((Detail.NAME, "孙八"),)))
    came = day.comes("valid3")
    turn = day.turn()
    assert turn.trouble is None
    assert turn.sent == {Sent.REJECTED: 1, Sent.DONE: 1}
    assert day.rejected()[walked.id].startswith("403 ")
    assert day.checkins("valid3")[-1][-1] == str(came.id)


def test_who_is_gone_there_is_cancelled_at_the_nightly_comparison(day: Day) -> None:
    assert day.turn(whole=True).trouble is None
    assert all(
        guest.ticket.status is not TicketStatus.CANCELLED
        for case in ("valid", "vip")
        if (guest := day.place.own.listed.by_ticket(day.ticket(case)))
    )


def test_signed_codes_of_a_series_are_good_offline_until_they_are_revoked(
    place: HubPlace, server: Pretix
) -> None:
    show = server.known["show"]
    token = server.known["init_tokens"][next(TOKENS)]
    record = connect_pretix(place, server.url, token, show["event"])
    with opened_upstream(place, record) as upstream:
        assert upstream_turn(place, upstream).trouble is None
    event, keys = place.own.roster.event(), place.own.keys

    def read(text: str) -> object:
        return parse(text, event, lambda said, signature: keys.verify(event, said, signature))

    for secret in show["secrets"]:
        code = read(secret)
        assert isinstance(code, SignedCode)
        category = event.category_numbered(code.claims.category)
        assert category
        assert category.name.en == "Delegate"
        assert code.claims.event_tag == event_tag(event.slug)
        assert place.own.listed.by_code(keys.digest(secret))
    good = show["secrets"][0]
    forged = good[:30] + ("A" if good[30] != "A" else "B") + good[31:]
    assert isinstance(read(forged), OpaqueCode)
    assert not isinstance(read(server.known["secrets"][0]), SignedCode)


def test_a_used_initialisation_token_is_told(day: Day, server: Pretix) -> None:
    with pytest.raises(Misconfigured, match="already been used"):
        connect_pretix(day.place, server.url, server.known["init_tokens"][0], "summit")


def test_a_revoked_token_stops_the_turn_and_everything_waits(day: Day) -> None:
    came = day.comes("valid")
    HubToken(day.place.folder.path / "upstream").keep("no-such-token")
    turn = day.turn()
    assert turn.trouble
    assert turn.trouble.why is Why.REVOKED
    assert day.place.uploads.counts() == {"waiting": 1}
    assert [one.fact.id for one in day.place.uploads.waiting(5)] == [came.id]
