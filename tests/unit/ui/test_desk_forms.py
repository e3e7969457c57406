"""A clerk registers, corrects, changes, hands out, groups and merges with the keyboard alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel

from kiosk.domain.attendee import TicketStatus
from kiosk.domain.journal import (
    BADGE_ITEM,
    AttendeeCorrected,
    CheckedIn,
    CodesReplaced,
    HandedOut,
    Merged,
    TicketChanged,
    TurnedAway,
    Voided,
    WalkedIn,
)
from kiosk.domain.visit import Waiting, Welcomed
from kiosk.keys.station import StationKeys
from kiosk.services.overlaying import Overlaying
from tests.fakes import MemoryRoster
from tests.given import everybody
from tests.unit.ui.desk import DeskAtWork

CARD = "BEGIN:VCARD\nFN:贾若川\nORG:山城传媒\nTEL:13900001234\nEND:VCARD"
N, E, T, H, G, M, P = (f"Ctrl+{letter}" for letter in "NETHGMP")


def test_a_walk_in_is_registered_and_checked_in(at_work: DeskAtWork) -> None:
    at_work.press(N)
    at_work.fill({"name": "贾若川", "company": "山城传媒"})
    at_work.enter()
    (walk_in,) = at_work.facts(WalkedIn)
    assert [c.ticket for c in at_work.facts(CheckedIn)] == [walk_in.ticket]
    assert isinstance(at_work.presenter.state, Welcomed)
    assert not at_work.desk.host.is_open


def test_a_walk_in_of_a_higher_category_needs_a_supervisor(at_work: DeskAtWork) -> None:
    at_work.press(N)
    at_work.fill({"name": "贾若川", "category": "vip"})
    at_work.enter()
    assert at_work.facts(WalkedIn) == []
    at_work.pin("1", "2468")
    assert [w.category for w in at_work.facts(WalkedIn)] == ["vip"]


def test_a_business_card_fills_the_form_in(at_work: DeskAtWork) -> None:
    at_work.press(N)
    at_work.presenter.type_code(CARD)
    assert at_work.desk.host.card.answers()["company"] == "山城传媒"
    at_work.presenter.read_codes((CARD,))
    at_work.fill({"name": ""})
    at_work.enter()
    assert at_work.desk.host.is_open, "a name is needed"
    assert at_work.facts(TurnedAway) == []


def test_a_business_card_that_was_refused_is_taken_into_the_form(at_work: DeskAtWork) -> None:
    at_work.scan(CARD)
    at_work.press(N)
    assert at_work.desk.host.card.answers()["name"] == "贾若川"


def test_who_is_read_behind_a_form_is_not_admitted(at_work: DeskAtWork) -> None:
    at_work.press(N)
    at_work.scan("CODE-A-1")
    assert at_work.facts(CheckedIn) == []
    at_work.press("Esc")
    assert not at_work.desk.host.is_open
    at_work.scan("CODE-A-1")
    assert len(at_work.facts(CheckedIn)) == 1


def test_a_name_is_corrected_and_the_card_says_so(at_work: DeskAtWork) -> None:
    at_work.scan("CODE-A-1")
    at_work.press(E)
    at_work.fill({"name": "林若镜"})
    at_work.enter()
    assert len(at_work.facts(AttendeeCorrected)) == 1
    outcome = at_work.presenter.answers.outcome
    assert outcome
    assert outcome.guest
    assert outcome.guest.attendee.name == "林若镜"
    assert "Ctrl+R" in at_work.said()


def test_nobody_is_left_without_a_name(at_work: DeskAtWork) -> None:
    at_work.scan("CODE-A-1")
    at_work.press(E)
    at_work.fill({"name": " "})
    at_work.enter()
    assert at_work.desk.host.is_open
    assert at_work.facts(AttendeeCorrected) == []


def test_a_ticket_is_handed_on(at_work: DeskAtWork) -> None:
    at_work.scan("CODE-A-1")
    at_work.press(E)
    at_work.fill({"name": "贾若川", "transfer": "yes"})
    at_work.enter()
    assert len(at_work.facts(CodesReplaced)) == 1
    assert at_work.guest("A-1").attendee.name == "贾若川"


def test_without_a_guest_the_card_says_how_to_find_one(at_work: DeskAtWork) -> None:
    for key in (E, T, H, G, M, P):
        at_work.press(key)
        assert "Find a guest first" in at_work.said()
        assert not at_work.desk.host.is_open


def test_a_category_is_changed_by_permission(at_work: DeskAtWork) -> None:
    at_work.scan("CODE-A-1")
    at_work.press(T)
    at_work.fill({"category": "press"})
    at_work.enter()
    assert at_work.desk.host.is_open, "a reason is needed"
    at_work.fill({"why": "writes for a paper"})
    at_work.enter()
    assert at_work.facts(TicketChanged) == []
    at_work.pin("1", "2468")
    (changed,) = at_work.facts(TicketChanged)
    assert (changed.category, changed.status, changed.why) == (
        "press", None, "writes for a paper",
    )  # fmt: skip
    (fact,) = [f for f in at_work.records.journal.facts() if f.what == changed]
    assert fact.by == "Mei"


def test_a_ticket_is_cancelled_by_permission(at_work: DeskAtWork) -> None:
    at_work.scan("CODE-A-1")
    at_work.press(T)
    at_work.fill({"status": "cancelled", "why": "asked to"})
    at_work.enter()
    at_work.pin("1", "2468")
    assert at_work.guest("A-1").ticket.status is TicketStatus.CANCELLED


def test_what_is_so_already_is_no_change(at_work: DeskAtWork) -> None:
    at_work.scan("CODE-A-1")
    at_work.press(T)
    at_work.fill({"why": "none"})
    at_work.enter()
    assert not at_work.desk.host.is_open
    assert at_work.facts(TicketChanged) == []


def test_a_headset_goes_out_and_comes_back(at_work: DeskAtWork) -> None:
    at_work.scan("CODE-A-1")
    at_work.press(H)
    at_work.fill({"headset": "yes", "remark": "12"})
    at_work.enter()
    assert [(h.item, h.remark) for h in at_work.facts(HandedOut)] == [("headset", "12")]
    at_work.press(H)
    at_work.fill({"headset": ""})
    at_work.enter()
    assert len(at_work.facts(Voided)) == 1


def test_somebody_else_collects_the_badge(at_work: DeskAtWork) -> None:
    at_work.scan("CODE-A-1")
    at_work.press(P)
    at_work.enter()
    assert at_work.desk.host.is_open, "who is needed"
    at_work.fill({"remark": "司机老王"})
    at_work.enter()
    assert [(h.item, h.remark) for h in at_work.facts(HandedOut)] == [(BADGE_ITEM, "司机老王")]


@pytest.fixture
def in_a_group(at_work: DeskAtWork) -> DeskAtWork:
    roster = at_work.records.roster
    assert isinstance(roster, MemoryRoster)
    with roster.rewriting(keep=True) as writer:
        for entry in everybody()[:3]:
            writer.put(replace(entry, attendee=replace(entry.attendee, group="团")))
    return at_work


def test_a_delegation_is_checked_in_at_once(in_a_group: DeskAtWork) -> None:
    in_a_group.scan("CODE-A-1")
    in_a_group.press(G)
    in_a_group.enter()
    assert len(in_a_group.facts(CheckedIn)) >= 2
    assert "checked in" in in_a_group.said()


def test_who_is_in_no_group_is_said(at_work: DeskAtWork) -> None:
    at_work.scan("CODE-A-1")
    at_work.press(G)
    assert "no group" in at_work.said()


def test_two_tickets_become_one(at_work: DeskAtWork) -> None:
    at_work.scan("CODE-A-1")
    at_work.press(M)
    at_work.fill({"other": "nobody at all"})
    at_work.enter()
    assert at_work.facts(Merged) == []
    at_work.fill({"other": "A-2"})
    at_work.enter()
    assert at_work.facts(Merged) == [], "both are shown first"
    at_work.enter()
    (merged,) = at_work.facts(Merged)
    assert merged.into == at_work.guest("A-1").ticket.id


def test_the_keys_are_on_the_screen_itself(at_work: DeskAtWork) -> None:
    at_work.press("F1")
    words = " ".join(label.text() for label in at_work.desk.host.card.findChildren(QLabel))
    for key in ("Ctrl+N", "Ctrl+E", "Ctrl+G", "Ctrl+O"):
        assert key in words
    at_work.enter()
    assert not at_work.desk.host.is_open


def test_the_words_beside_a_tick_tick_it(at_work: DeskAtWork) -> None:
    at_work.scan("CODE-A-1")
    at_work.press(E)
    tick = at_work.desk.host.card.widget("transfer")
    assert isinstance(tick, QCheckBox)
    label = next(x for x in at_work.desk.host.card.findChildren(QLabel) if x.buddy() is tick)
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    assert tick.isChecked()


def test_a_searched_guest_is_corrected_before_any_check_in(at_work: DeskAtWork) -> None:
    at_work.desk.lists.search_field.setText("A-2")
    at_work.desk.clerk.search("A-2")
    at_work.settle()
    at_work.press(E)
    at_work.fill({"title": "主编"})
    at_work.enter()
    assert at_work.guest("A-2").attendee.title == "主编"
    assert at_work.facts(CheckedIn) == []
    assert isinstance(at_work.presenter.state, Waiting)


def test_the_overlay_is_what_the_facts_say(at_work: DeskAtWork, keys: StationKeys) -> None:
    at_work.scan("CODE-A-1")
    at_work.press(E)
    at_work.fill({"name": "林若镜"})
    at_work.enter()
    before = at_work.records.roster.guests()
    Overlaying(at_work.records.roster, at_work.records.journal, keys).refresh()
    assert at_work.records.roster.guests() == before
