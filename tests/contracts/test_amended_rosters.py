"""What desks amended is laid over the list, in memory and on disk alike."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.attendee import CodeKind, Detail, TicketStatus
from kiosk.domain.journal import CheckedIn
from kiosk.names.why import Why
from kiosk.services.amending import Amend
from kiosk.services.outcomes import NothingToUndo, Undone
from kiosk.services.overlaying import Overlaying
from kiosk.services.ports import AmendableRoster, Guest, Journal, WritableRoster
from kiosk.store.amended_roster import AmendedRoster
from kiosk.store.journal import FactsFile
from kiosk.store.roster import RosterFile
from tests.contracts.station_files import filled
from tests.fakes import HandClock, MemoryJournal, MemoryRoster
from tests.given import DAYS, KEYS, NOON, a_guest, an_event, code_of, everybody

WHO = {Detail.NAME: "贾若川", Detail.COMPANY: "山城传媒", Detail.PHONE: "13900001234"}


class Desk:
    """One station's files or their twins, and what a desk does with them."""

    def __init__(self, listed: WritableRoster, roster: AmendableRoster, journal: Journal) -> None:
        self.list, self.roster, self.journal = filled(listed), roster, journal
        self.amend = Amend(roster, journal, KEYS, "mei")
        self.overlaying = Overlaying(roster, journal, KEYS)

    def guest(self, number: str) -> Guest:
        found = self.roster.by_number(number)
        assert found is not None
        return found

    def by_code(self, text: str) -> Guest | None:
        return self.roster.by_code(KEYS.digest(text))

    def found(self, query: str) -> list[tuple[str, Why]]:
        return [(h.guest.ticket.number, h.why) for h in self.roster.search(query, 9)]


@pytest.fixture(params=["memory", "file"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    clock = HandClock(NOON)
    if request.param == "memory":
        roster = MemoryRoster(lambda _: an_event())
        yield Desk(roster, roster, MemoryJournal("desk-1", clock))
        return
    listed = RosterFile(tmp_path / "roster.db", lambda _: an_event())
    over = RosterFile(tmp_path / "amended.db", lambda _: an_event())
    with (
        closing(AmendedRoster(listed, over)) as amended,
        closing(FactsFile(tmp_path / "facts.db", "desk-1", clock)) as journal,
    ):
        yield Desk(listed, amended, journal)


def test_without_amendments_it_is_the_list(desk: Desk) -> None:
    assert desk.roster.guests() == desk.list.guests()
    assert desk.roster.search("林", 5) == desk.list.search("林", 5)
    assert desk.roster.event() == an_event()
    assert desk.by_code("nobody's") is None
    assert desk.roster.amendments() == desk.journal.amendments() == 0


def test_a_correction_is_found_by_the_new_words_and_the_old(desk: Desk) -> None:
    before = desk.guest("A-1")
    assert desk.amend.correct(before.ticket.id, {Detail.NAME: "林若镜 ", Detail.TITLE: "主编"})
    now = desk.guest("A-1")
    assert (now.attendee.name, now.attendee.title) == ("林若镜", "主编")
    assert now.attendee.phone == before.attendee.phone
    assert desk.roster.by_ticket(now.ticket.id) == now == desk.by_code(code_of("A-1"))
    assert ("A-1", Why.NAME) in desk.found("林若镜")
    assert ("A-1", Why.NAME) in desk.found(before.attendee.name)
    assert desk.guest("A-1") in desk.roster.guests()
    assert len(desk.roster.guests()) == len(desk.list.guests())


def test_what_is_so_already_is_no_correction(desk: Desk) -> None:
    guest = desk.guest("A-1")
    assert desk.amend.correct(guest.ticket.id, {Detail.NAME: guest.attendee.name}) is None
    assert desk.journal.facts() == ()


def test_nobody_is_corrected_without_a_ticket(desk: Desk) -> None:
    unknown = a_guest("Z-9").ticket.id
    assert desk.amend.correct(unknown, {Detail.NAME: "谁"}) is None


def test_a_correction_survives_the_next_list(desk: Desk) -> None:
    guest = desk.guest("A-1")
    desk.amend.correct(guest.ticket.id, {Detail.COMPANY: "长安汽车"})
    newer = replace(
        everybody()[0], attendee=replace(guest.attendee, title="总裁", company="旧单位")
    )
    with desk.list.rewriting(keep=True) as writer:
        writer.put(newer)
    desk.overlaying.refresh()
    now = desk.guest("A-1").attendee
    assert (now.company, now.title) == ("长安汽车", "总裁")


def test_a_correction_is_taken_back_once(desk: Desk) -> None:
    before = desk.guest("A-1")
    fact = desk.amend.correct(before.ticket.id, {Detail.NAME: "别人"})
    assert fact
    assert isinstance(desk.amend.take_back(fact.id, "wrong person"), Undone)
    assert desk.guest("A-1") == before
    assert isinstance(desk.amend.take_back(fact.id, "again"), NothingToUndo)


def test_a_walk_in_is_a_guest_like_any_other(desk: Desk) -> None:
    guest = desk.amend.walk_in("press", WHO | {Detail.TITLE: " "})
    assert guest.ticket.category == "press"
    assert guest.attendee.company == "山城传媒"
    assert desk.by_code(guest.ticket.number) == guest == desk.guest(guest.ticket.number)
    assert desk.by_code(KEYS.badge_code(guest.ticket.id, 1)) == guest
    assert desk.found("贾若川") == [(guest.ticket.number, Why.NAME)]
    assert desk.found("jrc") == [(guest.ticket.number, Why.INITIALS)]
    assert guest in desk.roster.guests()
    assert desk.roster.listed(guest.ticket.id) is None


def test_a_walk_in_that_is_taken_back_is_gone(desk: Desk) -> None:
    guest = desk.amend.walk_in("press", WHO)
    (fact,) = desk.journal.facts()
    desk.amend.take_back(fact.id, "changed his mind")
    assert desk.roster.by_ticket(guest.ticket.id) is None
    assert desk.by_code(guest.ticket.number) is None
    assert desk.found("贾若川") == []
    assert guest not in desk.roster.guests()


def test_groups_follow_what_desks_say(desk: Desk) -> None:
    guest = desk.amend.walk_in("press", WHO | {Detail.GROUP: "山城团"})
    one = desk.guest("A-1")
    desk.amend.correct(one.ticket.id, {Detail.GROUP: "山城团"})
    assert desk.roster.group("山城团") == (desk.guest("A-1"), guest)
    desk.amend.correct(one.ticket.id, {Detail.GROUP: ""})
    assert desk.roster.group("山城团") == (guest,)


def test_category_and_status_are_changed(desk: Desk) -> None:
    ticket = desk.guest("A-1").ticket.id
    desk.amend.change(ticket, category="vip", status=None, why="upgrade")
    desk.amend.change(ticket, status=TicketStatus.CANCELLED, why="did not pay")
    now = desk.guest("A-1").ticket
    assert (now.category, now.status) == ("vip", TicketStatus.CANCELLED)


def test_a_lost_badge_counts_no_more_and_the_ticket_does(desk: Desk) -> None:
    guest = desk.guest("A-1")
    desk.amend.replace_codes(guest.ticket.id, frozenset({CodeKind.BADGE}))
    lost = desk.by_code(KEYS.badge_code(guest.ticket.id, 1))
    assert lost == replace(guest, replaced=True)
    assert desk.by_code(KEYS.badge_code(guest.ticket.id, 2)) == guest
    assert desk.by_code(code_of("A-1")) == guest


def test_a_ticket_that_changed_hands_opens_no_door_to_the_first(desk: Desk) -> None:
    before = desk.guest("A-1")
    desk.amend.transfer(before.ticket.id, WHO)
    now = desk.guest("A-1")
    assert (now.attendee.name, now.attendee.email) == ("贾若川", "")
    assert desk.by_code(code_of("A-1")) == replace(now, replaced=True)
    assert desk.by_code(KEYS.badge_code(now.ticket.id, 1)) == replace(now, replaced=True)
    assert desk.by_code(KEYS.badge_code(now.ticket.id, 2)) == now


def test_doubles_become_one(desk: Desk) -> None:
    double, kept = desk.guest("A-1"), desk.guest("A-2")
    desk.amend.merge(double.ticket.id, kept.ticket.id)
    assert desk.by_code(code_of("A-1")) == kept == desk.by_code(code_of("A-2"))
    assert desk.guest("A-1") == kept == desk.roster.by_ticket(double.ticket.id)
    assert [n for n, _ in desk.found(double.attendee.name)].count("A-2") == 1
    assert double not in desk.roster.guests()
    assert kept in desk.roster.guests()


def test_the_double_that_has_arrived_is_kept(desk: Desk) -> None:
    came, other = desk.guest("A-1"), desk.guest("A-2")
    with desk.journal.transaction() as tx:
        tx.record(CheckedIn(came.ticket.id, "registration", "delegate", DAYS[0]))
    desk.amend.merge(came.ticket.id, other.ticket.id)
    assert desk.by_code(code_of("A-2")) == came


def test_a_merge_both_ways_keeps_one_and_the_same(desk: Desk) -> None:
    one, other = desk.guest("A-1"), desk.guest("A-2")
    desk.amend.merge(one.ticket.id, other.ticket.id)
    desk.amend.merge(other.ticket.id, one.ticket.id)
    kept = desk.by_code(code_of("A-1"))
    assert kept in (one, other)
    assert desk.by_code(code_of("A-2")) == kept
    assert [g for g in desk.roster.guests() if g in (one, other)] == [kept]


def test_an_overlay_that_is_behind_catches_up(desk: Desk) -> None:
    guest = desk.guest("A-1")
    desk.amend.correct(guest.ticket.id, {Detail.NAME: "林若镜"})
    now = desk.guest("A-1")
    desk.roster.lay_over([], 0)  # as after a kill between fact and overlay
    desk.overlaying.catch_up()
    assert desk.guest("A-1") == now
    assert desk.roster.amendments() == desk.journal.amendments() == 1
    desk.overlaying.catch_up()
    assert desk.roster.amendments() == 1


def test_things_are_handed_out_once(desk: Desk) -> None:
    ticket, headset = desk.guest("A-1").ticket.id, an_event().handouts[0].id
    fact = desk.amend.hand_out(ticket, headset, "no. 12")
    assert fact
    assert desk.amend.hand_out(ticket, headset) is None
    assert isinstance(desk.amend.take_back(fact.id, "given back"), Undone)
    assert desk.amend.hand_out(ticket, headset)
    assert isinstance(desk.amend.take_back(ticket, "no fact"), NothingToUndo)
