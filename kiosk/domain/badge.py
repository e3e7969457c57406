"""The words on a badge."""

import re
from dataclasses import dataclass
from uuid import UUID

from kiosk.domain.attendee import Attendee
from kiosk.domain.event import Category, Event
from kiosk.domain.words import Words

BADGE_CODE_LENGTH = 10
_BADGE_CODE = re.compile(f"[A-Z2-7]{{{BADGE_CODE_LENGTH}}}", re.IGNORECASE)


def has_badge_form(text: str) -> bool:
    """Whether a text may be a badge's code: ten base32 characters. Others may look like one."""
    return _BADGE_CODE.fullmatch(text.strip()) is not None


@dataclass(frozen=True, slots=True)
class BadgeWords:
    """Everything that a badge template may print. Empty text prints nothing.

    `name` is the one to be huge; `second_name` the other script's, smaller. `code` is the
    badge code in the QR: short, opaque, nothing of the person in it. `colour` is #RRGGBB.
    """

    ticket: UUID
    name: str
    second_name: str
    company: str
    title: str
    category: Words
    colour: str
    event: Words
    number: str
    code: str
    category_id: str = ""


def badge_words(
    event: Event,
    category: Category,
    attendee: Attendee | None,
    ticket: UUID,
    number: str,
    code: str,
) -> BadgeWords:
    """The words for a guest; one whom no roster knows gets no name."""
    name = (attendee.name or attendee.latin_name) if attendee else ""
    second = attendee.latin_name if attendee and attendee.name else ""
    return BadgeWords(
        ticket=ticket,
        name=name,
        second_name="" if second == name else second,
        company=attendee.company if attendee else "",
        title=attendee.title if attendee else "",
        category=category.name,
        colour=category.colour,
        event=event.name,
        number=number,
        code=code,
        category_id=category.id,
    )
