"""A badge that was printed before its guest came: no second one, and where it lies is said."""

from uuid import uuid4

from kiosk.domain.journal import JobState, PrintJobMoved
from kiosk.domain.ledger import PRE_PRINTED
from kiosk.domain.visit import Welcomed
from kiosk.domain.words import Language
from kiosk.services.outcomes import Outcome
from kiosk.ui.answers import Answers
from kiosk.ui.screens.desk_view import desk_view
from kiosk.ui.screens.guest_view import guest_view
from tests.given import an_event, code_of, ticket_of
from tests.unit.services.desk import Desk

A1 = ticket_of("A-1").id


def came(desk: Desk, place: str = "registration") -> Outcome:
    outcome = desk.check_in.present(code_of("A-1"), place)
    assert isinstance(outcome, Outcome)
    return outcome


def test_the_guest_is_told_where_it_lies_and_gets_no_other(desk: Desk) -> None:
    with desk.journal.transaction() as tx:
        tx.record(
            PrintJobMoved(uuid4(), A1, JobState.CONFIRMED, 1, PRE_PRINTED, "3-2", PRE_PRINTED)
        )
    outcome = came(desk)
    assert (outcome.job, outcome.pick_up) == (None, "3-2")
    state, answers = Welcomed(1, None, None), Answers(outcome)
    view = desk_view(state, answers, an_event(), Language.EN)
    page = guest_view(state, answers, an_event(), Language.EN, "")
    assert page is not None
    assert view.advice.endswith("3-2")
    assert page.badge.endswith("3-2")
    assert came(desk, "lunch").pick_up == "", "it is told once"


def test_who_has_none_is_told_of_none(desk: Desk) -> None:
    outcome = came(desk)
    assert outcome.job is not None
    assert outcome.pick_up == ""
    page = guest_view(Welcomed(1, None, None), Answers(outcome), an_event(), Language.EN, "")
    assert page is not None
    assert page.badge == ""
