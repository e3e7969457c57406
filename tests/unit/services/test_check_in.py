"""From a text to a durable decision."""

from datetime import timedelta

import pytest

from kiosk.domain.admission import Admitted, NeedsAnswer, Reason, Refused
from kiosk.domain.identity import event_id, ticket_id, ticket_tag
from kiosk.domain.journal import (
    CheckedIn,
    ClockQuality,
    JobState,
    PrintJobMoved,
    TurnedAway,
)
from kiosk.domain.words import Words
from kiosk.keys.issuing import Issuer
from kiosk.services.check_in import CheckIn
from kiosk.services.outcomes import Outcome, SeveralTickets
from kiosk.services.trouble import Misconfigured, Unavailable
from tests.fakes import HandClock, MemoryJournal
from tests.given import DAYS, KEYS, NOON, SLUG, claims_for, code_of, signed_code, ticket_of

GATE = "registration"
A1 = ticket_of("A-1").id


def present(check_in: CheckIn, text: str, place: str = GATE, **answers: bool) -> Outcome:
    return check_in.present(text, place, answers)


def reason_of(outcome: Outcome) -> Reason:
    assert isinstance(outcome.admission, Refused)
    return outcome.admission.reason


def test_a_good_ticket_is_admitted_recorded_and_gets_a_badge(
    check_in: CheckIn, journal: MemoryJournal
) -> None:
    outcome = present(check_in, code_of("A-1"))
    assert outcome.admission == Admitted()
    assert outcome.guest is not None
    assert outcome.guest.attendee.name == "林若静"
    assert (outcome.ticket, outcome.category, outcome.at) == (A1, "delegate", NOON)
    check, badge = journal.facts()
    assert outcome.fact == check
    assert check.what == CheckedIn(A1, GATE, "delegate", DAYS[0])
    assert outcome.job is not None
    assert badge.what == PrintJobMoved(outcome.job, A1, JobState.QUEUED, 1)
    assert journal.unsent() == 2


def test_a_refusal_is_recorded_too(check_in: CheckIn, journal: MemoryJournal) -> None:
    outcome = present(check_in, code_of("A-5"))
    assert reason_of(outcome) is Reason.UNPAID
    (fact,) = journal.facts()
    assert outcome.fact == fact
    digest = KEYS.digest(code_of("A-5"))
    assert fact.what == TurnedAway(Reason.UNPAID, GATE, DAYS[0], ticket_of("A-5").id, digest)
    assert journal.unsent() == 1
    assert outcome.job is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("https://example.com/", Reason.NOT_A_TICKET),
        ("", Reason.NOT_A_TICKET),
        ("NOBODY-KNOWS", Reason.UNKNOWN),
        (Issuer.from_seed(bytes(32)).issue(claims_for()), Reason.NOT_SIGNED),
        (signed_code(slug="gala"), Reason.WRONG_EVENT),
    ],
)
def test_strangers_are_turned_away_and_their_text_is_not_kept(
    check_in: CheckIn, journal: MemoryJournal, text: str, reason: Reason
) -> None:
    outcome = present(check_in, text)
    assert reason_of(outcome) is reason
    assert outcome.guest is None
    (fact,) = journal.facts()
    assert isinstance(fact.what, TurnedAway)
    assert fact.what.ticket is None, "another event's ticket is none of ours"
    assert fact.what.code == KEYS.digest(text)
    assert not text or text not in repr(fact)


def test_the_second_time_names_the_first(check_in: CheckIn, clock: HandClock) -> None:
    first = present(check_in, code_of("A-1"))
    clock.step(60)
    again = present(check_in, code_of("A-1")).admission
    assert isinstance(again, Refused)
    assert again.reason is Reason.ALREADY_IN
    assert again.earlier is not None
    assert first.fact is not None
    assert (again.earlier.fact, again.earlier.at) == (first.fact.id, NOON)


def test_badge_and_ticket_code_are_one_ticket(check_in: CheckIn) -> None:
    assert present(check_in, KEYS.badge_code(A1, 1)).ticket == A1
    assert reason_of(present(check_in, code_of("A-1"))) is Reason.ALREADY_IN


def test_a_signed_stranger_is_admitted_offline_but_once(
    check_in: CheckIn, journal: MemoryJournal
) -> None:
    outcome = present(check_in, signed_code())
    assert outcome.admission == Admitted()
    assert outcome.guest is None
    assert outcome.category == "delegate"
    assert outcome.ticket == ticket_id(event_id(SLUG), ticket_tag(SLUG, "stranger"))
    assert outcome.job is not None
    assert reason_of(present(check_in, signed_code())) is Reason.ALREADY_IN
    assert len(journal.jobs(open_only=False)) == 1


def test_a_signed_code_of_somebody_on_the_roster_is_the_same_ticket(check_in: CheckIn) -> None:
    outcome = present(check_in, signed_code("A-1"))
    assert outcome.guest is not None
    assert outcome.ticket == A1
    assert reason_of(present(check_in, code_of("A-1"))) is Reason.ALREADY_IN


def test_the_roster_overrules_a_signature(check_in: CheckIn) -> None:
    assert reason_of(present(check_in, signed_code("A-6"))) is Reason.REVOKED


def test_a_question_is_asked_before_anything_is_recorded(
    check_in: CheckIn, journal: MemoryJournal
) -> None:
    outcome = present(check_in, code_of("A-3"))
    assert isinstance(outcome.admission, NeedsAnswer)
    assert [q.id for q in outcome.admission.questions] == ["photo"]
    assert (outcome.fact, journal.facts()) == (None, ())
    answered = present(check_in, code_of("A-3"), photo=False)
    assert answered.admission == Admitted()
    assert answered.fact is not None
    assert isinstance(answered.fact.what, CheckedIn)
    assert answered.fact.what.answers == (("photo", False),)


def test_a_time_given_by_hand_decides_and_is_marked(check_in: CheckIn) -> None:
    yesterday_evening = NOON + timedelta(hours=13)  # 01:00 in Shanghai
    outcome = check_in.present(code_of("A-1"), GATE, by_hand=yesterday_evening)
    assert outcome.at == yesterday_evening
    assert outcome.fact is not None
    assert (outcome.fact.at, outcome.fact.clock) == (yesterday_evening, ClockQuality.BY_HAND)
    assert isinstance(outcome.fact.what, CheckedIn)
    assert outcome.fact.what.day == DAYS[0]


def test_a_doubtful_clock_is_told(check_in: CheckIn, clock: HandClock) -> None:
    clock.believed = ClockQuality.SUSPECT
    outcome = present(check_in, code_of("A-1"))
    assert outcome.fact is not None
    assert outcome.fact.clock is ClockQuality.SUSPECT


def test_staff_get_a_badge_only_when_they_ask(check_in: CheckIn, journal: MemoryJournal) -> None:
    assert present(check_in, code_of("A-4")).admission == Admitted()
    assert journal.jobs(open_only=False) == ()


def test_each_checkpoint_counts_for_itself_but_the_badge_is_one(
    check_in: CheckIn, journal: MemoryJournal
) -> None:
    assert present(check_in, code_of("A-1")).job is not None
    assert present(check_in, code_of("A-1"), "lunch").admission == Admitted()
    assert len(journal.jobs(open_only=False)) == 1


def test_a_clerk_may_pick_a_guest_but_the_rules_stay(check_in: CheckIn) -> None:
    assert check_in.present_ticket(A1, GATE).admission == Admitted()
    assert reason_of(check_in.present_ticket(A1, GATE)) is Reason.ALREADY_IN
    assert reason_of(check_in.present_ticket(ticket_of("A-5").id, GATE)) is Reason.UNPAID
    unknown = ticket_id(event_id(SLUG), b"nobody!")
    assert reason_of(check_in.present_ticket(unknown, GATE)) is Reason.UNKNOWN


def test_an_unknown_checkpoint_names_the_known_ones(check_in: CheckIn) -> None:
    with pytest.raises(Misconfigured) as caught:
        present(check_in, code_of("A-1"), "nowhere")
    assert "nowhere" in caught.value.title.en
    assert "lounge" in caught.value.advice.zh


def test_nothing_is_shown_when_nothing_could_be_saved(
    check_in: CheckIn, journal: MemoryJournal
) -> None:
    journal.fails_at_commit = Unavailable(Words("磁盘已满", "disk full"), Words("", ""))
    with pytest.raises(Unavailable):
        present(check_in, code_of("A-1"))
    journal.fails_at_commit = None
    assert journal.facts() == ()
    assert present(check_in, code_of("A-1")).admission == Admitted()


def test_whose_code_it_is_can_be_asked_without_deciding(
    check_in: CheckIn, journal: MemoryJournal
) -> None:
    for text in (code_of("A-1"), KEYS.badge_code(A1, 1), signed_code("A-1")):
        guest = check_in.guest_of(text)
        assert guest is not None
        assert guest.ticket.id == A1
    assert check_in.guest_of(signed_code()) is None
    assert check_in.guest_of("") is None
    assert journal.facts() == ()


def test_of_codes_in_view_the_only_valid_one_is_meant(
    check_in: CheckIn, journal: MemoryJournal
) -> None:
    outcome = check_in.present_one_of(("no such code", code_of("A-1")), "registration")
    assert isinstance(outcome, Outcome)
    assert outcome.admission == Admitted()
    assert [type(fact.what) for fact in journal.facts()] == [CheckedIn, PrintJobMoved]


def test_where_no_code_in_view_is_valid_the_first_explains_itself(check_in: CheckIn) -> None:
    outcome = check_in.present_one_of(("no such code", "nor this"), "registration")
    assert isinstance(outcome, Outcome)
    assert outcome.text == "no such code"
    assert outcome.admission == Refused(Reason.UNKNOWN)


def test_two_valid_tickets_in_view_record_nothing_and_ask(
    check_in: CheckIn, journal: MemoryJournal
) -> None:
    texts = (code_of("A-1"), code_of("A-2"), "no such code")
    several = check_in.present_one_of(texts, "registration")
    assert isinstance(several, SeveralTickets)
    assert [one.text for one in several.candidates] == list(texts[:2])
    assert journal.facts() == ()


def test_a_ticket_and_its_badge_in_view_are_one(check_in: CheckIn) -> None:
    badge = KEYS.badge_code(A1, 1)
    outcome = check_in.present_one_of((badge, code_of("A-1")), "registration")
    assert isinstance(outcome, Outcome)
    assert outcome.admission == Admitted()
