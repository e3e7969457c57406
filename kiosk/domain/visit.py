"""One guest's turn at the station, as a state machine.

`advance` is total and pure: a happening that does not belong to the visit on screen, or
that makes no sense in its state, changes nothing. Screens draw states; they decide nothing.
"""

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from kiosk.domain.admission import Admission, Admitted, NeedsAnswer, Reason, Refused
from kiosk.domain.event import Answer, Question
from kiosk.domain.journal import JobState

Answers = tuple[tuple[str, Answer], ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nobody is there; `visit` is the number of the last visit."""

    visit: int = 0


@dataclass(frozen=True, slots=True)
class Checking:
    """Codes were read, the likeliest first; the records are being asked."""

    visit: int
    texts: tuple[str, ...]
    answers: Answers = ()


@dataclass(frozen=True, slots=True)
class Choosing:
    """Several valid tickets are in view; `texts` are their codes, the likeliest first."""

    visit: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The guest must answer the first of `questions`."""

    visit: int
    text: str
    questions: tuple[Question, ...]
    answers: Answers = ()


@dataclass(frozen=True, slots=True)
class Welcomed:
    """Admitted, and on disk. `job` is the badge being printed and `badge` where it stands."""

    visit: int
    job: UUID | None = None
    badge: JobState | None = None


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """Refused, and on disk."""

    visit: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Broken:
    """The records could not be asked; nothing was decided, nothing is lost."""

    visit: int


State = Waiting | Checking | Choosing | Asked | Welcomed | TurnedAway | Broken


@dataclass(frozen=True, slots=True)
class CodeRead:
    """Codes that count were scanned or one was typed; `visit` is the number for their visit.

    `texts` are those in view together, the likeliest first.
    """

    visit: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """The records' answer, after COMMIT; `text` is the code that it is about."""

    visit: int
    admission: Admission
    job: UUID | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class SeveralFound:
    """More than one code in view is a valid ticket; nothing was recorded."""

    visit: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A person said which of several tickets is meant."""

    visit: int
    text: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The records did not answer."""

    visit: int


@dataclass(frozen=True, slots=True)
class Answered:
    """The guest answered one question."""

    visit: int
    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class BadgeMoved:
    """A print job went on."""

    job: UUID
    to: JobState


@dataclass(frozen=True, slots=True)
class TimedOut:
    """The screen showed its state for long enough."""

    visit: int


@dataclass(frozen=True, slots=True)
class Left:
    """The guest or the clerk is done."""

    visit: int


Happening = (
    CodeRead | Decided | SeveralFound | Chosen | Failed | Answered | BadgeMoved | TimedOut | Left
)
_OfAVisit = Decided | SeveralFound | Chosen | Failed | Answered | TimedOut | Left


def advance(state: State, happening: Happening) -> State:
    """The state after the happening; `state` itself where it changes nothing."""
    match happening:
        case CodeRead():
            return _code_read(state, happening)
        case BadgeMoved():
            if isinstance(state, Welcomed) and state.job == happening.job:
                return replace(state, badge=happening.to)
            return state
        case Decided() | SeveralFound() | Chosen() | Failed() | Answered() | TimedOut() | Left():
            return _of_this_visit(state, happening) if happening.visit == state.visit else state
        case _:
            assert_never(happening)


def _code_read(state: State, read: CodeRead) -> State:
    # a guest who is being checked or asked is not pushed aside by the next one's code
    if isinstance(state, Checking | Choosing | Asked) or read.visit <= state.visit:
        return state
    return Checking(read.visit, read.texts)


def _of_this_visit(state: State, happening: _OfAVisit) -> State:
    match state, happening:
        case Checking(), (Decided() | SeveralFound() | Failed()):
            return _told(state, happening)
        case Choosing(), Chosen():
            known = happening.text in state.texts
            return Checking(state.visit, (happening.text,)) if known else state
        case Asked(), Answered():
            if happening.question != state.questions[0].id:
                return state
            answers = (*state.answers, (happening.question, happening.answer))
            if len(state.questions) > 1:
                return replace(state, questions=state.questions[1:], answers=answers)
            return Checking(state.visit, (state.text,), answers)
        case ((Choosing() | Asked() | Welcomed() | TurnedAway() | Broken()), (TimedOut() | Left())):
            return Waiting(state.visit)
        case _:
            return state


def _told(state: Checking, told: Decided | SeveralFound | Failed) -> State:
    match told:
        case Decided():
            return _decided(state, told)
        case SeveralFound():
            return Choosing(state.visit, told.texts)
        case Failed():
            return Broken(state.visit)
        case _:
            assert_never(told)


def _decided(state: Checking, decided: Decided) -> State:
    match decided.admission:
        case Admitted():
            badge = JobState.QUEUED if decided.job else None
            return Welcomed(state.visit, decided.job, badge)
        case Refused(reason=reason):
            return TurnedAway(state.visit, reason)
        case NeedsAnswer(questions=questions):
            return Asked(state.visit, decided.text, questions, state.answers)
        case _:
            assert_never(decided.admission)
