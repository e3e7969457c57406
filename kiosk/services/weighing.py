"""What is held up, against roster and journal: found and decided, and nothing recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kiosk.domain import ledger
from kiosk.domain.admission import Admission, Presented
from kiosk.domain.event import Answer, Checkpoint, Direction, Event
from kiosk.domain.identity import event_tag, ticket_id
from kiosk.domain.journal import Fact
from kiosk.domain.rules import decide
from kiosk.domain.ticket_code import OpaqueCode, SignedCode, TicketCode, Unreadable, parse
from kiosk.domain.words import Words
from kiosk.services.ports import Clock, CodeKeys, Guest, Transaction
from kiosk.services.records import Records
from kiosk.services.trouble import Misconfigured


@dataclass(frozen=True, slots=True)
class Terms:
    """How a station checks: which way its door opens, whether a clerk sees its screen, and who."""

    direction: Direction = Direction.IN
    staffed: bool = True
    by: str = ""


INWARDS = Terms()


@dataclass(frozen=True, slots=True)
class Asked:
    """Where, with which answers, and the moment a person gave in place of the clock's."""

    checkpoint: str
    answers: Mapping[str, Answer]
    by_hand: datetime | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """One code or ticket as the decision saw it; `facts` are its ticket's so far."""

    presented: Presented
    admission: Admission
    guest: Guest | None
    ticket: UUID | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Weighing:
    """Finds whom a code belongs to and asks the one decision about it."""

    records: Records
    keys: CodeKeys
    clock: Clock
    terms: Terms = INWARDS

    def code(self, tx: Transaction, text: str, asked: Asked) -> Weighed:
        """Weigh what was scanned or typed."""
        event = self.records.roster.event()
        code = self._parsed(event, text)
        guest = self._guest(event, code)
        ticket = guest.ticket.id if guest else _signed_ticket(event, code)
        return self._weighed(tx, event, asked, code, guest, ticket)

    def ticket(self, tx: Transaction, ticket: UUID, asked: Asked) -> Weighed:
        """Weigh a guest whom a clerk picked from the roster."""
        event = self.records.roster.event()
        guest = self.records.roster.by_ticket(ticket)
        code = OpaqueCode(guest.ticket.number if guest else "")
        return self._weighed(tx, event, asked, code, guest, ticket)

    def guest_of(self, text: str) -> Guest | None:
        """The guest whose ticket or badge says this; nothing is decided."""
        event = self.records.roster.event()
        return self._guest(event, self._parsed(event, text))

    def _weighed(
        self,
        tx: Transaction,
        event: Event,
        asked: Asked,
        code: TicketCode | Unreadable,
        guest: Guest | None,
        ticket: UUID | None,
    ) -> Weighed:
        checkpoint = _checkpoint(event, asked.checkpoint)
        at = asked.by_hand or self.clock.now()
        facts = tx.facts_of(ticket) if ticket else ()
        arrivals = ledger.arrivals(facts, ticket, checkpoint.id) if ticket else ()
        known = guest.ticket if guest else None
        presented = Presented(
            event,
            checkpoint,
            at,
            code,
            known,
            arrivals,
            asked.answers,
            direction=self.terms.direction,
            been_at=ledger.been_at(facts),
            inside=tx.inside(checkpoint, event.day_of(at)) if checkpoint.capacity else 0,
            replaced=guest.replaced if guest else False,
            note=guest.attendee.note if guest else "",
            staffed=self.terms.staffed,
        )
        return Weighed(presented, decide(presented), guest, ticket, facts)

    def _parsed(self, event: Event, text: str) -> TicketCode | Unreadable:
        return parse(text, event, lambda claims, sig: self.keys.verify(event, claims, sig))

    def _guest(self, event: Event, code: TicketCode | Unreadable) -> Guest | None:
        guest = self.records.roster.by_code(self.keys.digest(code.text)) if code.text else None
        if guest is None and isinstance(code, SignedCode):
            ticket = _signed_ticket(event, code)
            guest = self.records.roster.by_ticket(ticket) if ticket else None
        return guest


def _signed_ticket(event: Event, code: TicketCode | Unreadable) -> UUID | None:
    """The ticket that a signed code of this event names; another event's tags are not ours."""
    if isinstance(code, SignedCode) and code.claims.event_tag == event_tag(event.slug):
        return ticket_id(event.id, code.claims.ticket_tag)
    return None


def _checkpoint(event: Event, checkpoint_id: str) -> Checkpoint:
    checkpoint = event.checkpoint(checkpoint_id)
    if checkpoint is None:
        known = ", ".join(c.id for c in event.checkpoints)
        raise Misconfigured(
            Words(f"没有签到点“{checkpoint_id}”。", f"There is no checkpoint “{checkpoint_id}”."),
            Words(f"可用的签到点：{known}", f"This event has: {known}"),
        )
    return checkpoint
