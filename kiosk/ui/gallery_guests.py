"""What one face alone shows: a guest without a code, asked step by step; a full house."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from kiosk.domain.visit import Waiting
from kiosk.names.masking import masked_name
from kiosk.services.finding_me import Claim, Proving
from kiosk.ui.answers import NO_ANSWERS
from kiosk.ui.gallery_cast import Cast
from kiosk.ui.screens.door import Door
from kiosk.ui.screens.find_me import Step
from kiosk.ui.screens.self_service import SelfService
from kiosk.ui.window import Window


def guest_scenes(cast: Cast) -> Iterator[tuple[str, Callable[[Window], None]]]:
    """Each scene's name, and how to bring the window there."""
    wang = cast.wang
    claim = Claim(wang.ticket.id, masked_name(wang.attendee.name), Proving.BEFORE_THE_TAIL)
    yield "find-phone", partial(_asked, step=Step.TAIL, entered="56")
    yield "find-initials", partial(_asked, step=Step.INITIALS, entered="WXM")
    yield "find-number", partial(_asked, step=Step.NUMBER, entered="CA27-007")
    yield "find-proof", partial(_asked, step=Step.PROOF, entered="800", claim=claim)
    yield "find-nobody", partial(_asked, step=Step.NOBODY, entered="")
    yield "easier", easier
    yield "easier-find-initials", partial(_asked, step=Step.INITIALS, entered="WXM")


def easier(window: Window) -> None:
    """Larger, lower and slower."""
    window.presenter.put(Waiting(), NO_ANSWERS)
    assert isinstance(window.face, SelfService)
    window.face.find_me.close()
    window.face.wishes.toggle_easier()


def full_house(window: Window, cast: Cast) -> None:
    """A door behind which nobody else has room."""
    place = replace(cast.event.checkpoints[0], capacity=120)
    window.presenter.put(Waiting(), NO_ANSWERS)
    assert isinstance(window.face, Door)
    window.face.set_event(replace(cast.event, checkpoints=(place,)))
    window.face.show_count(place.capacity)


def _asked(window: Window, step: Step, entered: str, claim: Claim | None = None) -> None:
    window.presenter.put(Waiting(), NO_ANSWERS)
    assert isinstance(window.face, SelfService)
    window.face.find_me.put(step, entered, claim)
