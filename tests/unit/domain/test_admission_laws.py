"""What holds of every decision, whatever is presented."""

from dataclasses import replace

from hypothesis import example, given

from kiosk.domain.admission import RULES, Admitted, NeedsAnswer, Presented, Refused, decide
from kiosk.domain.attendee import TicketStatus
from kiosk.domain.event import EntryPolicy
from kiosk.domain.ticket_code import ForgedCode, Unreadable
from tests.given import CHECKPOINTS, NOON, an_event
from tests.unit.domain.strategies import presented

EMPTY = Presented(an_event(), CHECKPOINTS[0], NOON, Unreadable(""), None)


@given(presented)
@example(EMPTY)
def test_every_presentation_is_decided_and_always_alike(p: Presented) -> None:
    assert isinstance(decide(p), Admitted | NeedsAnswer | Refused)
    assert decide(p) == decide(replace(p))


@given(presented)
def test_nobody_is_admitted_while_a_rule_objects(p: Presented) -> None:
    objections = [objection for rule in RULES if (objection := rule(p)) is not None]
    assert decide(p) == (objections[0] if objections else Admitted())


@given(presented)
def test_a_ticket_that_the_organiser_took_back_never_passes(p: Presented) -> None:
    if p.ticket is not None and p.ticket.status is not TicketStatus.VALID:
        assert isinstance(decide(p), Refused)


@given(presented)
def test_a_forged_or_unreadable_code_never_passes_by_itself(p: Presented) -> None:
    if p.ticket is None and isinstance(p.code, ForgedCode | Unreadable):
        assert isinstance(decide(p), Refused)


@given(presented)
def test_where_one_may_pass_once_nobody_passes_twice(p: Presented) -> None:
    if p.checkpoint.policy is EntryPolicy.ONCE and p.arrivals:
        assert isinstance(decide(p), Refused)


@given(presented)
def test_questions_are_asked_only_of_those_who_may_otherwise_pass(p: Presented) -> None:
    decided = decide(p)
    if isinstance(decided, NeedsAnswer):
        answered = {q.id: False for q in decided.questions}
        assert decide(replace(p, answers={**p.answers, **answered})) == Admitted()
