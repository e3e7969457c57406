"""What desks know better than the list: corrections, changes, walk-ins, doubles.

A list may be imported again, and a hub may send another roster: what was said at a desk stands
in facts and is laid over whatever the list says, in the one order of facts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from kiosk.domain import ledger
from kiosk.domain.attendee import Attendee, CodeKind, Detail, Details, Ticket
from kiosk.domain.identity import attendee_id
from kiosk.domain.journal import (
    Amending,
    AttendeeCorrected,
    CodesReplaced,
    Fact,
    Merged,
    TicketChanged,
    WalkedIn,
)


@dataclass(frozen=True, slots=True)
class Amended:
    """A person and ticket as list and desks together say.

    `into` is the ticket whose codes this one's lead to, or None; `generation` counts its badge
    codes from 1; `ticket_code_counts` tells whether the code that the organiser sent still does.
    """

    attendee: Attendee
    ticket: Ticket
    into: UUID | None = None
    generation: int = 1
    ticket_code_counts: bool = True


def amended(listed: tuple[Attendee, Ticket] | None, facts: Iterable[Fact]) -> Amended | None:
    """What a ticket's facts make of the list's row.

    Args:
        listed: who the list says has the ticket, or None where it does not name it.
        facts: all about this ticket, in any order.

    Returns:
        None where nobody knows the ticket, or no fact says anything else than the list.
    """
    standing = _standing(facts)
    if not standing:
        return None
    known = Amended(*listed) if listed else None
    for what in standing:
        known = _walked_in(what) if known is None else _after(known, what)
    return known


def badge_generation(facts: Iterable[Fact]) -> int:
    """Which of a ticket's badge codes counts, from 1: those before it were replaced."""
    return 1 + sum(
        isinstance(what, CodesReplaced) and CodeKind.BADGE in what.kinds
        for what in _standing(facts)
    )


def _standing(facts: Iterable[Fact]) -> list[Amending]:
    ordered = sorted(set(facts), key=ledger.order)
    void = ledger.voided(ordered)
    return [f.what for f in ordered if isinstance(f.what, Amending) and f.id not in void]


def _walked_in(what: Amending) -> Amended | None:
    """Whatever was said of a ticket before anybody knew it says nothing yet."""
    if not isinstance(what, WalkedIn):
        return None
    attendee = Attendee(attendee_id(what.ticket), what.number, "")
    ticket = Ticket(what.ticket, attendee.id, what.number, what.category)
    return Amended(corrected(attendee, what.details), ticket)


def _after(known: Amended, what: Amending) -> Amended:
    match what:
        case AttendeeCorrected():
            return replace(known, attendee=corrected(known.attendee, what.details))
        case TicketChanged():
            ticket = known.ticket
            category, status = what.category or ticket.category, what.status or ticket.status
            return replace(known, ticket=replace(ticket, category=category, status=status))
        case CodesReplaced():
            badge, counts = CodeKind.BADGE in what.kinds, CodeKind.TICKET not in what.kinds
            return replace(
                known,
                generation=known.generation + badge,
                ticket_code_counts=known.ticket_code_counts and counts,
            )
        case Merged():
            return replace(known, into=what.into)
        case WalkedIn():  # pragma: no branch  every kind is above
            return known  # the organiser's list has taken the walk-in over


def corrected(attendee: Attendee, details: Details) -> Attendee:
    """The attendee with these details in place of the old ones."""
    said = dict(details)
    return replace(
        attendee,
        name=said.get(Detail.NAME, attendee.name),
        latin_name=said.get(Detail.LATIN_NAME, attendee.latin_name),
        company=said.get(Detail.COMPANY, attendee.company),
        title=said.get(Detail.TITLE, attendee.title),
        phone=said.get(Detail.PHONE, attendee.phone),
        email=said.get(Detail.EMAIL, attendee.email),
        note=said.get(Detail.NOTE, attendee.note),
        group=said.get(Detail.GROUP, attendee.group),
    )
