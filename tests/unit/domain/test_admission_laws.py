"""What holds of every decision, whatever is presented."""

from dataclasses import replace

from hypothesis import example, given

from kiosk.domain.admission import Admitted, NeedsAnswer, Presented, Refused
from kiosk.domain.attendee import TicketStatus
from kiosk.domain.event import Answer, Direction, EntryPolicy, Question, QuestionKind
from kiosk.domain.rules import RULES, decide, explain
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
    objections = [objection for rule in RULES[p.direction] if (objection := rule(p)) is not None]
    assert decide(p) == (objections[0] if objections else Admitted())


@given(presented)
def test_a_ticket_that_the_organiser_took_back_never_passes_in(p: Presented) -> None:
    p = replace(p, direction=Direction.IN)
    if p.ticket is not None and p.ticket.status is not TicketStatus.VALID:
        assert isinstance(decide(p), Refused)


@given(presented)
def test_a_forged_or_unreadable_code_never_passes_by_itself(p: Presented) -> None:
    if p.ticket is None and isinstance(p.code, ForgedCode | Unreadable):
        assert isinstance(decide(p), Refused)


@given(presented)
def test_where_one_may_pass_once_nobody_passes_twice(p: Presented) -> None:
    p = replace(p, direction=Direction.IN)
    if p.checkpoint.policy is EntryPolicy.ONCE and p.arrivals:
        assert isinstance(decide(p), Refused)


def _an_answer(question: Question) -> Answer:
    said: dict[QuestionKind, Answer] = {
        QuestionKind.YES_NO: False, QuestionKind.NOTE: True, QuestionKind.CHOICE: "1",
        QuestionKind.TEXT: "words", QuestionKind.DOCUMENT: "passport:1234",
    }  # fmt: skip
    return said[question.kind]


@given(presented)
def test_the_explanation_is_the_decision(p: Presented) -> None:
    objections = [objection for _, objection in explain(p) if objection is not None]
    assert decide(p) == (objections[0] if objections else Admitted())


@given(presented)
def test_a_guest_alone_is_never_asked_what_only_staff_may_see(p: Presented) -> None:
    decided = decide(replace(p, staffed=False))
    assert not (isinstance(decided, NeedsAnswer) and any(q.staff for q in decided.questions))


@given(presented)
def test_questions_are_asked_only_of_those_who_may_otherwise_pass(p: Presented) -> None:
    decided = decide(p)
    if isinstance(decided, NeedsAnswer):
        answered = {q.id: _an_answer(q) for q in decided.questions}
        assert decide(replace(p, answers={**p.answers, **answered})) == Admitted()
