"""Holds the visit on screen: asks the station, advances the state, watches the time."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kiosk.domain.admission import Refused
from kiosk.domain.event import Answer
from kiosk.domain.staff import Staff
from kiosk.domain.visit import (
    Answered,
    Asked,
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
    Waiting,
    advance,
)
from kiosk.services.outcomes import CannotForce, Outcome, SeveralTickets
from kiosk.services.ports import Clock, Guest
from kiosk.services.reception import Reception
from kiosk.services.trouble import Trouble
from kiosk.ui.answers import NO_ANSWERS, Answers
from kiosk.ui.badge_proving import BadgeProving
from kiosk.ui.bridge import Bridge
from kiosk.ui.timing import Timing


class Presenter(QObject):
    """One per window. `changed` follows every change of state.

    `not_taken` brings a camera's code back that nobody could take; `turned_away` tells which
    code was refused.
    """

    changed = Signal()
    recorded = Signal()
    not_taken = Signal(str)
    turned_away = Signal(str)
    broke = Signal(object)

    def __init__(self, reception: Reception, bridge: Bridge, clock: Clock, timing: Timing) -> None:
        super().__init__()
        self._reception, self._bridge = reception, bridge
        self._clock, self.timing = clock, timing
        self._until: float | None = None
        self._picked: UUID | None = None
        self._typed, no_texts = deque[str](), tuple[str, ...]()
        self._texts, self._others = no_texts, no_texts
        self._diverted: Callable[[str], None] | None = None
        self.closed = False
        self.proving = BadgeProving(self, reception, bridge)
        self.state: State = Waiting()
        self.answers = NO_ANSWERS
        bridge.codes_read.connect(self.read_codes)
        bridge.badge_moved.connect(self._happen)

    @property
    def busy(self) -> bool:
        """Whether the records are being asked."""
        return isinstance(self.state, Checking)

    def read_codes(self, texts: tuple[str, ...]) -> None:
        """Codes that count, from the camera, likeliest first: given back if not taken now."""
        if self._diverted:
            self._diverted(texts[0])
            self._give_back(texts)
        elif self.closed or not (self.proving.takes(texts[0]) or self._comes(*texts)):
            self._give_back(texts)

    def type_code(self, text: str) -> None:
        """A code from a scanner or a keyboard: it comes once, so it waits for its turn."""
        if self._diverted:
            self._diverted(text)
            return
        # scanned twice, it would take its own guest's welcome away
        again = isinstance(self.state, Checking | Asked) and self.is_about(text)
        if not (self.closed or again or self.proving.takes(text)):
            self.wait_for_turn(text)

    def wait_for_turn(self, text: str) -> None:
        """A code that is looked up as soon as nothing is in its way."""
        self._typed.append(text)
        self._take_turns()

    def _comes(self, *texts: str) -> bool:
        return self._happen(CodeRead(self.state.visit + 1, texts))

    def is_about(self, text: str) -> bool:
        """Whether the visit on screen is this code's, and no other was in view with it."""
        return not isinstance(self.state, Waiting) and self._texts == (text,)

    def divert(self, to: Callable[[str], None] | None) -> None:
        """Hand codes to something else than the visit; None: to the visit again."""
        self._diverted = to

    def show_guest(self, guest: Guest) -> None:
        """The guest on screen is called otherwise from now on."""
        outcome = self.answers.outcome
        if outcome and outcome.ticket == guest.ticket.id:
            self.answers = replace(self.answers, outcome=replace(outcome, guest=guest))
            self.changed.emit()

    def close(self) -> None:
        """Take no codes, and forget those that wait: nobody sees what would come of them."""
        self.closed = True
        self._typed.clear()

    def _give_back(self, texts: tuple[str, ...]) -> None:
        for text in texts:
            self.not_taken.emit(text)

    def _take_turns(self) -> None:
        while self._typed and not isinstance(self.state, Checking | Choosing | Asked):
            self._comes(self._typed.popleft())

    def take_ticket(self, ticket: UUID) -> None:
        """Check in a guest whom a clerk picked from the search, as a visit of its own."""
        if self.closed or isinstance(self.state, Checking | Choosing | Asked):
            return
        checking = Checking(self.state.visit + 1, ())
        self._become(checking)
        self._picked, self._texts = ticket, ()
        self._ask(checking)

    def force(self, text: str, why: str, by: Staff) -> None:
        """Let the refused guest in against the rules, as a visit of its own."""
        if self.closed or isinstance(self.state, Checking | Choosing | Asked):
            return
        checking = Checking(self.state.visit + 1, (text,))
        self._become(checking)
        self._texts = (text,)
        forced = self._reception.force(text, why, by)
        self._bridge.when_done(forced, partial(self._decided, checking.visit))

    def put(self, state: State, answers: Answers) -> None:
        """Show this state as it is; for pictures."""
        self.state, self.answers, self._until = state, answers, None
        self.changed.emit()

    def choose(self, text: str) -> None:
        """A person said which of several tickets is meant."""
        self._happen(Chosen(self.state.visit, text))

    def answer(self, answer: Answer) -> None:
        """The answer to the question on screen; what is none of it changes nothing."""
        if isinstance(self.state, Asked) and self.state.questions[0].takes(answer):
            self._happen(Answered(self.state.visit, self.state.questions[0].id, answer))

    def leave(self) -> None:
        """The guest or clerk is done with this visit."""
        self._happen(Left(self.state.visit))

    def tick(self) -> None:
        """Look at the time; called a few times a second."""
        if self._until is not None and self._clock.monotonic() >= self._until:
            self._happen(TimedOut(self.state.visit))
        self._take_turns()

    def seconds(self) -> float:
        """The clock's monotonic seconds."""
        return self._clock.monotonic()

    @property
    def share_of_time_left(self) -> float:
        """1 when a state has just appeared, 0 when it is about to go; 0 where it stays."""
        return self.timing.share(self.state, (self._until or 0.0) - self._clock.monotonic())

    def _happen(self, happening: Happening) -> bool:
        before, after = self.state, advance(self.state, happening)
        if after is before:
            return False
        self._become(after)
        if isinstance(before, Choosing):
            chosen = after.texts if isinstance(after, Checking) else ()
            self._others = tuple(text for text in before.texts if text not in chosen)
        if isinstance(after, Waiting):  # the next one's may have been held up all the time
            others, self._others = self._others, ()
            self._give_back(others)
        if isinstance(after, Checking):
            if isinstance(happening, CodeRead):
                self._picked, self._texts = None, happening.texts
            self._ask(after)
        return True

    def _ask(self, checking: Checking) -> None:
        answers, then = dict(checking.answers), partial(self._decided, checking.visit)
        if self._picked:
            self._bridge.when_done(self._reception.admit(self._picked, answers), then)
        elif len(checking.texts) > 1:
            self._bridge.when_done(self._reception.present_one_of(checking.texts), then)
        else:
            self._bridge.when_done(self._reception.present(checking.texts[0], answers), then)

    def _become(self, state: State) -> None:
        new_visit = state.visit != self.state.visit or isinstance(state, Waiting)
        same_face = type(state) is type(self.state) and not new_visit
        self.state = state
        if new_visit:
            self.answers = NO_ANSWERS
        if not same_face:  # a badge that moves on does not lengthen the welcome
            shown = self.timing.shown_for(state)
            self._until = self._clock.monotonic() + shown if shown else None
        self.changed.emit()

    def _decided(self, visit: int, done: "Future[Any]") -> None:
        error = done.exception()
        if error is None:
            self._answered(visit, done.result())
        elif isinstance(error, Trouble):
            self._note(visit, Answers(trouble=error))
            self._happen(Failed(visit))
        else:
            self._happen(Failed(visit))
            self.broke.emit(error)
        self._take_turns()

    def _answered(self, visit: int, answer: Outcome | SeveralTickets | CannotForce) -> None:
        if isinstance(answer, CannotForce):
            self._happen(Decided(visit, Refused(answer.reason)))
            return
        if isinstance(answer, SeveralTickets):
            self._note(visit, Answers(candidates=answer.candidates))
            self._happen(SeveralFound(visit, tuple(one.text for one in answer.candidates)))
            return
        shown = self.state.texts if isinstance(self.state, Checking) else ()
        self._note(visit, Answers(answer))
        self._happen(Decided(visit, answer.admission, answer.job, answer.text))
        if isinstance(answer.admission, Refused):
            for text in shown:
                self.turned_away.emit(text)
        self.recorded.emit()

    def _note(self, visit: int, answers: Answers) -> None:
        if visit == self.state.visit:
            self.answers = answers
