"""Every screen in every state, for documents, designers and tests.

Each *exhibit* puts a window into one state by the same doors a live station uses: the
presenter's state, the clerk's lists, the lamps.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from kiosk.domain.admission import Admitted, NeedsAnswer, Reason, Refused
from kiosk.domain.event import Event
from kiosk.domain.journal import ClockQuality, JobState
from kiosk.domain.visit import (
    Asked,
    Broken,
    Checking,
    Choosing,
    State,
    TurnedAway,
    Waiting,
    Welcomed,
)
from kiosk.domain.words import Language
from kiosk.services.badge_proof import BadgeProof
from kiosk.services.coaching import Hint
from kiosk.services.lookup import Doubt, Found, Recent
from kiosk.services.ports import Frame
from kiosk.services.records import Records
from kiosk.ui.answers import NO_ANSWERS, Answers
from kiosk.ui.gallery_cast import (
    DISK_FULL,
    FOREIGN_CODES,
    NO_CAMERA,
    NO_LIST,
    NO_PAPER,
    PRINTER_READY,
    Cast,
)
from kiosk.ui.gallery_forms import desk_forms
from kiosk.ui.gallery_guests import full_house, guest_scenes
from kiosk.ui.screens.door import Door
from kiosk.ui.screens.front_desk import FrontDesk
from kiosk.ui.screens.self_service import SelfService
from kiosk.ui.window import Window

T = TypeVar("T")


class NoRecords:
    """A records thread that never answers, so that a state stays as it was put."""

    def ask(self, work: Callable[[Records], T]) -> "Future[T]":
        return Future()


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One picture: a name, and how to bring the window there."""

    name: str
    arrange: Callable[[Window], None]


def exhibits(
    event: Event, at: datetime, frame: Frame, face: type[QWidget], badge: bytes = b""
) -> Iterator[Exhibit]:
    """The states of one face, in the order a day brings them.

    Args:
        event: whose words are shown; has at least one category and one question.
        at: the moment of the pictures, aware UTC.
        frame: what the camera sees.
        face: whose states: the front desk's, self-service's or a door's.
        badge: a PNG of a badge, for the pages that show one.
    """
    cast = Cast(event, at)
    yield Exhibit("waiting", _scene(cast, frame, Waiting()))
    yield Exhibit("camera-lost", _camera_lost(cast, frame))
    for hint in Hint:
        yield Exhibit(f"hint-{hint.value.replace('_', '-')}", _hinting(cast, frame, hint))
    yield Exhibit("checking", _scene(cast, frame, Checking(1, ("x",))))
    questions = event.questions[:1]
    if questions:
        asked = Asked(1, "x", questions)
        answers = Answers(cast.outcome(cast.wang, NeedsAnswer(questions)))
        yield Exhibit("question", _scene(cast, frame, asked, answers))
    several = Choosing(1, tuple(one.text for one in cast.candidates))
    answers = Answers(candidates=cast.candidates)
    yield Exhibit("several-tickets", _scene(cast, frame, several, answers))
    for state in (JobState.QUEUED, JobState.CONFIRMED, JobState.FAILED, JobState.UNKNOWN):
        welcomed = Welcomed(1, cast.job, state)
        answers = Answers(cast.outcome(cast.wang, Admitted()))
        yield Exhibit(f"welcome-badge-{state.value}", _scene(cast, frame, welcomed, answers))
    for proof in (BadgeProof.RIGHT, BadgeProof.REPLACED, BadgeProof.WRONG):
        welcomed = Welcomed(1, cast.job, JobState.CONFIRMED)
        answers = Answers(cast.outcome(cast.wang, Admitted()), proof=proof)
        named = "welcome-badge" if proof is BadgeProof.RIGHT else "badge"
        yield Exhibit(f"{named}-{proof.value}", _scene(cast, frame, welcomed, answers))
    for name, guest in (("long-name", cast.long), ("uyghur-name", cast.uyghur), ("unlisted", None)):
        welcomed = Welcomed(1, cast.job, JobState.SENT)
        answers = Answers(cast.outcome(guest, Admitted()))
        yield Exhibit(f"welcome-{name}", _scene(cast, frame, welcomed, answers))
    for reason in Reason:
        earlier = cast.earlier if reason is Reason.ALREADY_IN else None
        answers = Answers(cast.outcome(cast.guest_for(reason), Refused(reason, earlier)))
        name = f"refused-{reason.value.replace('_', '-')}"
        yield Exhibit(name, _scene(cast, frame, TurnedAway(1, reason), answers))
    for what, text in FOREIGN_CODES.items():
        no_ticket = Refused(Reason.NOT_A_TICKET)
        answers = Answers(replace(cast.outcome(None, no_ticket), text=text))
        refused = TurnedAway(1, Reason.NOT_A_TICKET)
        yield Exhibit(f"no-ticket-{what.value}", _scene(cast, frame, refused, answers))
    broken = Answers(trouble=DISK_FULL)
    yield Exhibit("not-recorded", _scene(cast, frame, Broken(1), broken))
    yield Exhibit("no-list", lambda window: window.show_trouble(NO_LIST))
    yield Exhibit("out-of-order", lambda window: window.show_out_of_order())
    yield from _own(cast, frame, face, badge)


def _own(cast: Cast, frame: Frame, face: type[QWidget], badge: bytes) -> Iterator[Exhibit]:
    """What one face alone shows."""
    if face is FrontDesk:
        yield from _desk_exhibits(cast, frame, badge)
    elif face is SelfService:
        for name, arrange in guest_scenes(cast):
            yield Exhibit(name, arrange)
    else:
        yield Exhibit("full", partial(full_house, cast=cast))


def _desk_exhibits(cast: Cast, frame: Frame, badge: bytes) -> Iterator[Exhibit]:
    admitted = Welcomed(1, cast.job, JobState.CONFIRMED)
    answers = Answers(cast.outcome(cast.wang, Admitted()))

    def choosing(key: str) -> Callable[[Window], None]:
        def arrange(window: Window) -> None:
            _scene(cast, frame, admitted, answers)(window)
            assert isinstance(window.face, FrontDesk)
            window.face.options.choose(key)

        return arrange

    def searching(query: str, found: tuple[Found, ...]) -> Callable[[Window], None]:
        def arrange(window: Window) -> None:
            _waiting(window, cast, frame)
            assert isinstance(window.face, FrontDesk)
            window.face.lists.search_field.setText(query)
            window.face.clerk.show_found(query, found)

        return arrange

    def no_paper(window: Window) -> None:
        _waiting(window, cast, frame)
        assert isinstance(window.face, FrontDesk)
        window.face.set_printer_lamp(NO_PAPER)

    def clock_wrong(window: Window) -> None:
        _waiting(window, cast, frame)
        assert isinstance(window.face, FrontDesk)
        window.face.clerk.show_recent(Recent(cast.recent, unsent=2, clock=ClockQuality.SUSPECT))

    def in_doubt(window: Window) -> None:
        _waiting(window, cast, frame)
        assert isinstance(window.face, FrontDesk)
        doubts = (Doubt(cast.job, cast.wang),)
        window.face.clerk.show_recent(Recent(cast.recent, doubts, unsent=2))

    def refused_force(window: Window) -> None:
        refused = Refused(Reason.UNPAID)
        answers = Answers(cast.outcome(cast.wang, refused))
        _scene(cast, frame, TurnedAway(1, Reason.UNPAID), answers)(window)
        assert isinstance(window.face, FrontDesk)
        window.face.options.choose("force")

    for name, _ in desk_forms(cast, Language.EN):
        yield Exhibit(name, _filling(cast, frame, name, badge))
    yield Exhibit("force-reasons", refused_force)
    yield Exhibit("badge-in-doubt", in_doubt)
    yield Exhibit("search-hits", searching("王", cast.found))
    yield Exhibit("search-nobody", searching("qqq", ()))
    yield Exhibit("undo-reasons", choosing("undo"))
    yield Exhibit("reprint-reasons", choosing("reprint"))
    yield Exhibit("printer-out-of-paper", no_paper)
    yield Exhibit("clock-wrong", clock_wrong)


def _filling(cast: Cast, frame: Frame, name: str, badge: bytes) -> Callable[[Window], None]:
    def arrange(window: Window) -> None:
        _waiting(window, cast, frame)
        assert isinstance(window.face, FrontDesk)
        form = dict(desk_forms(cast, window.face.languages.now))[name]
        window.face.host.show(form, lambda _: None)
        window.face.host.card.show_picture(badge if form.pictured else b"")

    return arrange


def _camera_lost(cast: Cast, frame: Frame) -> Callable[[Window], None]:
    def arrange(window: Window) -> None:
        _waiting(window, cast, frame)
        window.face.set_camera_trouble(NO_CAMERA)

    return arrange


def _hinting(cast: Cast, frame: Frame, hint: Hint) -> Callable[[Window], None]:
    def arrange(window: Window) -> None:
        _waiting(window, cast, frame)
        window.face.set_hint(hint)

    return arrange


def _waiting(window: Window, cast: Cast, frame: Frame) -> None:
    _scene(cast, frame, Waiting())(window)


def _scene(
    cast: Cast, frame: Frame, state: State, answers: Answers = NO_ANSWERS
) -> Callable[[Window], None]:
    def arrange(window: Window) -> None:
        face = window.face
        face.set_event(cast.event)
        face.set_camera_trouble(None)
        face.set_hint(None)
        face.preview.show_frame(frame)
        if isinstance(face, Door):
            face.show_count(87)
        if isinstance(face, FrontDesk):
            face.host.close()
            face.set_printer_lamp(PRINTER_READY)
            face.lists.search_field.clear()
            face.clerk.show_found("", ())
            face.clerk.show_recent(Recent(cast.recent, unsent=len(cast.recent)))
        window.presenter.put(state, answers)
        face.refresh()  # a desk shows a check that takes long only after a moment

    return arrange
