"""One guest's turn: what each happening does in each state."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.admission import Admission, Admitted, NeedsAnswer, Reason, Refused
from kiosk.domain.journal import JobState
from kiosk.domain.visit import (
    Answered,
    Asked,
    BadgeMoved,
    Broken,
    Checking,
    Choosing,
    Chosen,
    CodeRead,
    Decided,
    Failed,
    Happening,
    Left,
    SeveralFound,
    State,
    TimedOut,
    TurnedAway,
    Waiting,
    Welcomed,
    advance,
)
from tests.given import PHOTO
from tests.given import RULES as HOUSE_RULES

JOB, OTHER_JOB = UUID(int=1), UUID(int=2)
visits = st.integers(0, 4)
admissions: st.SearchStrategy[Admission] = st.sampled_from(
    (
        Admitted(),
        Refused(Reason.UNPAID),
        NeedsAnswer((PHOTO,)),
        NeedsAnswer((PHOTO, HOUSE_RULES)),
    )
)
jobs = st.sampled_from((JOB, OTHER_JOB))
happenings: st.SearchStrategy[Happening] = st.one_of(
    st.builds(CodeRead, visits, st.sampled_from((("one",), ("one", "two")))),
    st.builds(SeveralFound, visits, st.just(("one", "two"))),
    st.builds(Chosen, visits, st.sampled_from(("two", "three"))),
    st.builds(Decided, visits, admissions, st.none() | jobs),
    st.builds(Failed, visits),
    st.builds(Answered, visits, st.sampled_from(("photo", "rules")), st.booleans()),
    st.builds(BadgeMoved, jobs, st.sampled_from(JobState)),
    st.builds(TimedOut, visits),
    st.builds(Left, visits),
)
questions = st.sampled_from(((PHOTO,), (PHOTO, HOUSE_RULES)))
states: st.SearchStrategy[State] = st.one_of(
    st.builds(Waiting, visits),
    st.builds(Checking, visits, st.just(("one",))),
    st.builds(Choosing, visits, st.just(("one", "two"))),
    st.builds(Asked, visits, st.just("one"), questions),
    st.builds(Welcomed, visits, st.none() | jobs, st.none() | st.sampled_from(JobState)),
    st.builds(TurnedAway, visits, st.sampled_from(Reason)),
    st.builds(Broken, visits),
)


@given(st.lists(happenings, max_size=40))
def test_any_sequence_leads_somewhere_and_visits_only_go_up(seen: list[Happening]) -> None:
    state: State = Waiting()
    for happening in seen:
        after = advance(state, happening)
        assert after.visit >= state.visit
        state = after


@given(states, happenings)
def test_a_happening_of_another_visit_changes_nothing(state: State, happening: Happening) -> None:
    if isinstance(happening, BadgeMoved):
        return
    other = happening.visit != state.visit
    if other and not isinstance(happening, CodeRead):
        assert advance(state, happening) is state
    if isinstance(happening, CodeRead) and happening.visit <= state.visit:
        assert advance(state, happening) is state


@given(states, happenings)
def test_records_are_asked_only_after_a_code_or_an_answer(
    state: State, happening: Happening
) -> None:
    after = advance(state, happening)
    if isinstance(after, Checking) and after is not state:
        assert isinstance(happening, CodeRead | Chosen | Answered)


@given(states, happenings)
def test_nobody_is_welcomed_but_by_the_records(state: State, happening: Happening) -> None:
    after = advance(state, happening)
    if isinstance(after, Welcomed) and not isinstance(state, Welcomed):
        assert isinstance(state, Checking)
        assert isinstance(happening, Decided)
        assert isinstance(happening.admission, Admitted)
        assert after.visit == happening.visit


@given(states, happenings)
def test_a_guest_in_the_middle_is_not_pushed_aside(state: State, happening: Happening) -> None:
    if isinstance(state, Checking | Choosing | Asked) and isinstance(happening, CodeRead):
        assert advance(state, happening) is state


TWO = ("a", "b")
FIRST = Checking(1, ("text",))
STORIES: tuple[tuple[str, State, Happening, State], ...] = (
    ("a code begins a visit", Waiting(0), CodeRead(1, ("text",)), FIRST),
    ("the next guest ends a welcome", Welcomed(1), CodeRead(2, ("two",)), Checking(2, ("two",))),
    ("admitted", FIRST, Decided(1, Admitted()), Welcomed(1)),
    ("a badge too", FIRST, Decided(1, Admitted(), JOB), Welcomed(1, JOB, JobState.QUEUED)),
    ("refused", FIRST, Decided(1, Refused(Reason.UNPAID)), TurnedAway(1, Reason.UNPAID)),
    ("no answer from the records", FIRST, Failed(1), Broken(1)),
    ("asked", FIRST, Decided(1, NeedsAnswer((PHOTO,)), text="text"), Asked(1, "text", (PHOTO,))),
    (
        "one answer of two",
        Asked(1, "text", (PHOTO, HOUSE_RULES)),
        Answered(1, "photo", True),
        Asked(1, "text", (HOUSE_RULES,), (("photo", True),)),
    ),
    (
        "the last answer asks the records again",
        Asked(1, "text", (HOUSE_RULES,), (("photo", True),)),
        Answered(1, "rules", False),
        Checking(1, ("text",), (("photo", True), ("rules", False))),
    ),
    ("several are valid", Checking(1, TWO), SeveralFound(1, TWO), Choosing(1, TWO)),
    ("one of several is chosen", Choosing(1, TWO), Chosen(1, "b"), Checking(1, ("b",))),
    ("nobody chooses", Choosing(1, TWO), TimedOut(1), Waiting(1)),
    ("an asked guest walks off", Asked(1, "text", (PHOTO,)), TimedOut(1), Waiting(1)),
    ("a welcome ends", Welcomed(1), TimedOut(1), Waiting(1)),
    ("a refusal ends", TurnedAway(1, Reason.UNPAID), Left(1), Waiting(1)),
    ("out of order ends", Broken(1), Left(1), Waiting(1)),
    (
        "the badge goes on",
        Welcomed(1, JOB, JobState.QUEUED),
        BadgeMoved(JOB, JobState.SENT),
        Welcomed(1, JOB, JobState.SENT),
    ),
)


@pytest.mark.parametrize(
    ("says", "before", "happening", "after"), STORIES, ids=[s[0] for s in STORIES]
)
def test_what_happens_when(says: str, before: State, happening: Happening, after: State) -> None:
    assert advance(before, happening) == after


@pytest.mark.parametrize(
    ("state", "happening"),
    [
        (FIRST, TimedOut(1)),
        (FIRST, Left(1)),
        (FIRST, Chosen(1, "text")),
        (Choosing(1, TWO), Chosen(1, "c")),
        (Waiting(1), SeveralFound(1, TWO)),
        (FIRST, Answered(1, "photo", True)),
        (Waiting(1), Decided(1, Admitted())),
        (Waiting(1), TimedOut(1)),
        (Welcomed(1), Decided(1, Refused(Reason.UNPAID))),
        (Welcomed(1), Failed(1)),
        (TurnedAway(1, Reason.UNPAID), Decided(1, Admitted())),
        (Asked(1, "text", (PHOTO,)), Answered(1, "rules", True)),
        (Asked(1, "text", (PHOTO,)), Decided(1, Admitted())),
        (Welcomed(1, JOB), BadgeMoved(OTHER_JOB, JobState.SENT)),
        (Welcomed(1), BadgeMoved(JOB, JobState.SENT)),
        (Waiting(1), BadgeMoved(JOB, JobState.SENT)),
    ],
)
def test_what_makes_no_sense_changes_nothing(state: State, happening: Happening) -> None:
    assert advance(state, happening) is state


def test_answers_stay_while_further_questions_come_up() -> None:
    state = advance(
        Checking(1, ("text",), (("photo", True),)),
        Decided(1, NeedsAnswer((HOUSE_RULES,)), text="text"),
    )
    assert state == Asked(1, "text", (HOUSE_RULES,), (("photo", True),))
