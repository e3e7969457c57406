"""Every roster keeps the same promises: found by any handle, rewritten whole or not at all."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.attendee import TicketStatus
from kiosk.names.why import Why
from kiosk.services.ports import (
    Guest,
    Hit,
    ImportRecord,
    Put,
    RosterEntry,
    RosterWriter,
    WritableRoster,
)
from kiosk.services.trouble import Misconfigured
from kiosk.store.roster import RosterFile
from kiosk.store.roster_writing import AT_ONCE
from tests.contracts.station_files import filled, roster_of
from tests.given import DAYS, KEYS, NOON, a_guest, an_entry, an_event, code_of, everybody


@pytest.fixture(params=["memory", "file"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[WritableRoster]:
    roster, close = roster_of(request.param, tmp_path)
    yield roster
    close()


@pytest.fixture
def full(empty: WritableRoster) -> WritableRoster:
    return filled(empty)


def numbers(hits: tuple[Hit, ...]) -> set[str]:
    return {hit.guest.ticket.number for hit in hits}


def test_before_the_first_import_there_is_no_event(empty: WritableRoster) -> None:
    assert empty.event_text() == ""
    with pytest.raises(Misconfigured):
        empty.event()
    assert empty.guests() == ()
    assert empty.search("林", 5) == ()


def test_everybody_comes_back_as_they_went_in(full: WritableRoster) -> None:
    assert full.event() == an_event()
    assert full.guests() == tuple(Guest(e.attendee, e.ticket) for e in everybody())


def test_days_and_status_come_back(full: WritableRoster) -> None:
    guest = full.by_number("A-7")
    assert guest is not None
    assert guest.ticket.days == {DAYS[1]}
    unpaid = full.by_number("A-5")
    assert unpaid is not None
    assert unpaid.ticket.status is TicketStatus.UNPAID


def test_a_guest_is_found_by_code_badge_ticket_and_number(full: WritableRoster) -> None:
    guest = full.by_number("A-2")
    assert guest is not None
    assert full.by_code(KEYS.digest(code_of("A-2"))) == guest
    assert full.by_code(KEYS.digest(KEYS.badge_code(guest.ticket.id, 1))) == guest
    assert full.by_ticket(guest.ticket.id) == guest
    assert full.by_number("A-99") is None
    assert full.by_code(b"?" * 16) is None
    assert full.by_ticket(an_event().id) is None


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("林若静", {"A-1"}),
        ("若静", {"A-1"}),
        ("linruojing", {"A-1"}),
        ("欧阳", {"A-2"}),
        ("ouyang", {"A-2"}),
        ("oyx", {"A-2"}),
        ("zeng", {"A-6"}),
        ("shan", {"A-7"}),
        ("muller", {"A-4"}),
        ("soren mu", {"A-4"}),
        ("a-3", {"A-3"}),
        ("nobody", set()),
        ("--", set()),
        ('" OR *', set()),
    ],
)
def test_a_clerk_finds_by_name_pinyin_initials_and_number(
    full: WritableRoster, query: str, found: set[str]
) -> None:
    assert numbers(full.search(query, 20)) == found


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("林若", Why.NAME),
        ("ouyangxi", Why.PINYIN),
        ("zxx", Why.INITIALS),
        ("mueller soren", Why.LATIN),
        ("a-5", Why.NUMBER),
        ("guesta-5@", Why.EMAIL),
        ("嘉澜 张", Why.COMPANY),
        ("嘉澜张伟", Why.COMPANY),
        ("编辑 zhang", Why.TITLE),
        ("张伟 7849", Why.PHONE),
        ("zhnagwei", Why.TYPO),
        ("曽小贤", Why.TYPO),
        ("单甜芳", Why.TYPO),
    ],
)
def test_a_hit_says_what_it_was_found_by(full: WritableRoster, query: str, why: Why) -> None:
    (hit,) = full.search(query, 20)
    assert hit.why is why


@pytest.mark.parametrize("written", ["龙䶮", "龙\ue863", "⿓䶮", "龙 䶮\ufe00", "long yan"])
def test_old_and_odd_code_points_find_the_same_person(full: WritableRoster, written: str) -> None:
    with full.rewriting(keep=True) as writer:
        writer.put(an_entry(a_guest("R-1", "龙䶮"), "R"))
    assert numbers(full.search(written, 5)) == {"R-1"}


def test_the_whole_name_stands_before_names_that_hold_it(full: WritableRoster) -> None:
    with full.rewriting(keep=True) as writer:
        for number, name in (("R-1", "王张伟"), ("R-2", "张伟明"), ("R-3", "张伟")):
            writer.put(an_entry(a_guest(number, name), number))
    found = [hit.guest.ticket.number for hit in full.search("张伟", 5)]
    assert found == ["A-5", "R-3", "R-2", "R-1"]


def test_a_search_stops_at_its_limit(full: WritableRoster) -> None:
    assert len(full.search("嘉澜", 3)) == 3


def test_a_telephone_is_found_by_its_last_four_digits(full: WritableRoster) -> None:
    assert len(full.search("7849", 20)) == len(full.search("16600007849", 20)) == 7


def test_a_rewrite_that_breaks_or_is_not_kept_changes_nothing(full: WritableRoster) -> None:
    before = full.guests()
    fresh = an_entry(a_guest("B-1"), "B")
    with full.rewriting(keep=False) as writer:
        assert writer.put(fresh) is Put.ADDED
        writer.note("event", "another")
    with pytest.raises(KeyError):
        broken_rewrite(full)
    assert full.guests() == before
    assert full.event_text() == "the event of these tests"


def broken_rewrite(roster: WritableRoster) -> None:
    with roster.rewriting(keep=True) as writer:
        writer.put(an_entry(a_guest("B-1"), "B"))
        raise KeyError


def test_what_is_known_already_is_no_change(full: WritableRoster) -> None:
    with full.rewriting(keep=True) as writer:
        assert [writer.put(entry) for entry in everybody()] == [Put.UNCHANGED] * 7
        assert writer.put(an_entry(a_guest("A-1"), "ANOTHER CODE")) is Put.CHANGED
    replaced_code = full.by_code(KEYS.digest(code_of("A-1")))
    assert replaced_code
    assert replaced_code.replaced
    assert full.by_code(KEYS.digest("ANOTHER CODE")) == full.by_number("A-1")


def test_a_changed_name_is_found_and_the_old_one_not(full: WritableRoster) -> None:
    old = everybody()[0]
    new = replace(old, attendee=replace(old.attendee, name="赵敏", latin_name=""))
    with full.rewriting(keep=True) as writer:
        assert writer.put(new) is Put.CHANGED
    assert numbers(full.search("赵敏", 5)) == {"A-1"}
    assert full.search("林若静", 5) == ()


def test_a_code_that_moves_to_another_ticket_belongs_to_that_one(full: WritableRoster) -> None:
    one, other = everybody()[:2]
    with full.rewriting(keep=True) as writer:
        assert writer.put(replace(one, code=other.code)) is Put.CHANGED
        assert writer.put(replace(other, code=one.code)) is Put.CHANGED
    for digest, number in ((other.code, "A-1"), (one.code, "A-2")):
        assert full.by_code(digest) == full.by_number(number)


def test_a_code_that_a_new_ticket_took_over_is_no_longer_the_old_ones(
    full: WritableRoster,
) -> None:
    with full.rewriting(keep=True) as writer:
        assert writer.put(an_entry(a_guest("B-1"), code_of("A-1"))) is Put.ADDED
    assert full.by_code(KEYS.digest(code_of("A-1"))) == full.by_number("B-1")
    assert full.by_number("A-1") is not None


@pytest.mark.parametrize("name", ["𬱖明", "㐂田", "王𠮷"])
def test_rare_characters_are_found(full: WritableRoster, name: str) -> None:
    with full.rewriting(keep=True) as writer:
        writer.put(an_entry(a_guest("R-1", name), "R"))
    assert numbers(full.search(name, 5)) == {"R-1"}
    assert numbers(full.search(name[0], 5)) >= {"R-1"}


def test_a_cleared_roster_forgets_everybody_but_only_if_it_is_kept(full: WritableRoster) -> None:
    before = full.guests()
    with full.rewriting(keep=True) as writer:
        writer.clear()
        writer.give_up()
    assert full.guests() == before
    with full.rewriting(keep=True) as writer:
        writer.clear()
        assert writer.put(an_entry(a_guest("B-1", "赵敏"), "B")) is Put.ADDED
    assert [guest.ticket.number for guest in full.guests()] == ["B-1"]
    assert full.search("林若静", 5) == ()
    assert full.by_code(KEYS.digest(code_of("A-1"))) is None
    assert numbers(full.search("赵敏", 5)) == {"B-1"}


def test_a_roster_on_disk_knows_its_size_and_is_sound(tmp_path: Path) -> None:
    file = RosterFile(tmp_path / "roster.db", lambda _: an_event())
    filled(file)
    assert (file.count(), file.check()) == (7, "ok")
    file.close()


def test_a_search_writes_nothing(tmp_path: Path) -> None:
    roster = RosterFile(tmp_path / "roster.db", lambda _: an_event())
    filled(roster)
    with closing(sqlite3.connect(tmp_path / "roster.db", isolation_level=None)) as writing:
        writing.execute("BEGIN IMMEDIATE")
        assert numbers(roster.search("林", 5)) == {"A-1"}
        writing.execute("ROLLBACK")
    roster.close()


def test_an_index_of_older_words_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "roster.db"
    file = RosterFile(path, lambda _: an_event())
    filled(file)
    file.close()
    for where in ("DELETE FROM note", "UPDATE note SET value = '0 0'"):
        with closing(sqlite3.connect(path)) as raw:
            raw.execute("INSERT INTO word (word) VALUES ('delete-all')")
            raw.execute(f"{where} WHERE key = 'search'")
            raw.commit()
        file = RosterFile(path, lambda _: an_event())
        assert numbers(file.search("linruojing", 5)) == {"A-1"}
        file.close()


def test_an_index_full_of_old_words_is_tidied(tmp_path: Path) -> None:
    path = tmp_path / "roster.db"
    file = RosterFile(path, lambda _: an_event())
    filled(file)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE note SET value = '1 20000' WHERE key = 'search'")
        raw.commit()
    old = everybody()[0]
    with file.rewriting(keep=True) as writer:
        writer.put(replace(old, attendee=replace(old.attendee, name="赵敏", latin_name="")))
    with closing(sqlite3.connect(path)) as raw:
        (noted,) = raw.execute("SELECT value FROM note WHERE key = 'search'").fetchone()
    assert noted == "1 0"
    assert numbers(file.search("赵敏", 5)) == {"A-1"}
    assert file.search("ruojing", 5) == ()
    assert file.check() == "ok"
    file.close()


def test_a_writer_tells_who_holds_a_code(full: WritableRoster) -> None:
    guest = full.by_number("A-7")
    assert guest is not None
    with full.rewriting(keep=False) as writer:
        assert writer.holder(KEYS.digest(code_of("A-7"))) == guest.ticket
        assert writer.holder(KEYS.digest("nobody's")) is None


def entry_of(number: str) -> RosterEntry:
    return next(e for e in everybody() if e.ticket.number == number)


def a_record(name: str) -> ImportRecord:
    return ImportRecord(0, NOON, name, "d" * 64, "李娜", {"read": 7, "added": 1})


def unheard(writer: RosterWriter) -> set[str]:
    return {ticket.number for ticket in writer.unheard()}


@pytest.mark.parametrize("cleared", [False, True])
def test_a_writer_knows_of_whom_it_has_heard(full: WritableRoster, cleared: bool) -> None:
    stranger = an_entry(a_guest("B-1"), "B")
    with full.rewriting(keep=False) as writer:
        if cleared:
            writer.clear()
        assert len(unheard(writer)) == 7
        for entry in (*everybody()[:5], stranger):
            writer.hear(entry.ticket.id)
        writer.put(stranger)
        writer.unhear(entry_of("A-1").ticket.id)
        assert unheard(writer) == {"A-1", "A-6", "A-7"}
        assert writer.is_unheard(entry_of("A-7").ticket.id)
        assert not writer.is_unheard(entry_of("A-2").ticket.id)
        assert not writer.is_unheard(stranger.ticket.id)


def test_nobody_is_unheard_of_an_empty_roster(tmp_path: Path) -> None:
    file = RosterFile(tmp_path / "roster.db", lambda _: an_event())
    with file.rewriting(keep=True) as writer:
        assert writer.put(an_entry(a_guest("B-1"), "B")) is Put.ADDED
        assert unheard(writer) == set()
        assert not writer.is_unheard(a_guest("B-1").ticket.id)
    file.close()


def test_a_ticket_is_cancelled_and_keeps_its_number(full: WritableRoster) -> None:
    with full.rewriting(keep=True) as writer:
        writer.cancel(entry_of("A-1").ticket)
    guest = full.by_number("A-1")
    assert guest is not None
    assert guest.ticket.status is TicketStatus.CANCELLED


def test_a_new_ticket_is_found_by_its_code_before_the_end(full: WritableRoster) -> None:
    new = an_entry(a_guest("B-1"), "B")
    with full.rewriting(keep=True) as writer:
        assert writer.put(new) is Put.ADDED
        assert writer.holder(new.code) == new.ticket
        assert writer.categories() == {"delegate", "vip", "press", "staff"}
        assert writer.holder(new.code) == new.ticket


def test_imports_are_remembered_newest_first(full: WritableRoster) -> None:
    assert full.imports() == ()
    for name in ("one.csv", "two.csv"):
        with full.rewriting(keep=True) as writer:
            writer.remember(a_record(name))
    with full.rewriting(keep=False) as writer:
        writer.remember(a_record("never.csv"))
    two, one = full.imports()
    assert (two.name, two.number, two.can_undo) == ("two.csv", 2, True)
    assert one == replace(a_record("one.csv"), number=1)


def everything(roster: WritableRoster) -> object:
    """What anybody can ask of the roster."""
    codes = {e.code: roster.by_code(e.code) for e in everybody()}
    badges = {e.badge_code: roster.by_code(e.badge_code) for e in everybody()}
    found = {g.ticket.number: numbers(roster.search(g.attendee.name, 50)) for g in roster.guests()}
    return roster.guests(), codes, badges, found, roster.event_text()


def stranger(writer: RosterWriter) -> None:
    writer.put(an_entry(a_guest("B-1", "赵敏"), "B"))


def thief(writer: RosterWriter) -> None:
    writer.put(an_entry(a_guest("B-1", "赵敏"), code_of("A-1")))


def swap(writer: RosterWriter) -> None:
    one, other = everybody()[:2]
    writer.put(replace(one, code=other.code, attendee=replace(one.attendee, name="赵敏")))
    writer.put(replace(other, code=one.code))


def replacement(writer: RosterWriter) -> None:
    writer.clear()
    writer.put(an_entry(a_guest("A-1", "赵敏"), "NEW"))


def cancelling(writer: RosterWriter) -> None:
    writer.cancel(entry_of("A-1").ticket)
    writer.cancel(entry_of("A-2").ticket)


@pytest.mark.parametrize("change", [stranger, thief, swap, replacement, cancelling])
def test_the_newest_import_is_taken_back_whole(
    full: WritableRoster, change: Callable[[RosterWriter], None]
) -> None:
    before = everything(full)
    with full.rewriting(keep=True) as writer:
        writer.note("event", "another event")
        change(writer)
        writer.remember(a_record("change.csv"))
    assert everything(full) != before
    undone = full.take_back(NOON)
    assert undone is not None
    assert (undone.name, undone.undone_at) == ("change.csv", NOON)
    assert everything(full) == before
    assert full.search("赵敏", 5) == ()
    assert full.take_back(NOON) is None


def test_an_import_into_an_empty_roster_is_taken_back(tmp_path: Path) -> None:
    file = RosterFile(tmp_path / "roster.db", lambda _: an_event())
    assert file.take_back(NOON) is None
    with file.rewriting(keep=True) as writer:
        writer.note("event", "an event")
        stranger(writer)
        writer.remember(a_record("first.csv"))
    assert file.take_back(NOON) is not None
    assert (file.guests(), file.event_text(), file.search("赵敏", 5)) == ((), "", ())
    assert file.check() == "ok"
    file.close()


def test_a_long_list_has_its_indexes_back_at_the_end(tmp_path: Path) -> None:
    file = RosterFile(tmp_path / "roster.db", lambda _: an_event())
    many = [an_entry(a_guest(f"N-{n}", "王芳"), f"C-{n}") for n in range(AT_ONCE + 5)]
    with file.rewriting(keep=True) as writer:
        assert {writer.put(entry) for entry in many} == {Put.ADDED}
    with closing(sqlite3.connect(tmp_path / "roster.db")) as raw:
        names = {row[0] for row in raw.execute("SELECT name FROM sqlite_master")}
    assert {"ix_ticket_attendee", "ix_ticket_number", "ix_code_ticket"} <= names
    assert (file.count(), file.check()) == (len(many), "ok")
    assert numbers(file.search("N-2001", 5)) == {"N-2001"}
    with file.rewriting(keep=True) as writer:
        assert len(unheard(writer)) == len(many)
        assert {writer.put(entry) for entry in many} == {Put.UNCHANGED}
    file.close()


def test_what_the_rules_ask_of_a_ticket_comes_back(full: WritableRoster) -> None:
    old = everybody()[0]
    ticket = replace(
        old.ticket,
        sessions=frozenset({"battery", "two words"}),
        invitations=frozenset({"dinner"}),
        valid_from=NOON,
        valid_until=NOON,
    )
    new = replace(old, ticket=ticket, attendee=replace(old.attendee, note="note", group="group"))
    with full.rewriting(keep=True) as writer:
        assert writer.put(new) is Put.CHANGED
        assert writer.put(new) is Put.UNCHANGED
    assert full.by_ticket(ticket.id) == Guest(new.attendee, ticket)


def test_a_group_is_found_by_its_name(full: WritableRoster) -> None:
    with full.rewriting(keep=True) as writer:
        for entry in everybody()[:2]:
            writer.put(replace(entry, attendee=replace(entry.attendee, group="重庆代表团")))
    assert [guest.ticket.number for guest in full.group("重庆代表团")] == ["A-1", "A-2"]
    assert full.group("nobody") == ()
