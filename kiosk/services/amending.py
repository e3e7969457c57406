"""What a desk changes about people and tickets: each a fact, and at once true for every scan."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from kiosk.domain import ledger
from kiosk.domain.attendee import CodeKind, Detail, TicketStatus
from kiosk.domain.event import Event
from kiosk.domain.identity import ticket_id, ticket_tag
from kiosk.domain.journal import (
    Amending,
    AttendeeCorrected,
    CodesReplaced,
    Fact,
    HandedOut,
    Merged,
    TicketChanged,
    Voided,
    WalkedIn,
)
from kiosk.names.normalising import normalise
from kiosk.services.outcomes import NothingToUndo, Undone
from kiosk.services.overlaying import Overlaying
from kiosk.services.ports import AmendableRoster, CodeKeys, Guest, Journal

_LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No 0 O 1 I L: numbers are read out."""
NUMBER_LENGTH: Final = 6
"""31^6: two desks that are offline make the same number of 2,000 walk-ins once in 440 events."""
BOTH_CODES: Final = frozenset(CodeKind)


@dataclass(frozen=True, slots=True)
class Amend:
    """One desk's changes.

    Args:
        roster: the list with what is laid over it.
        journal: this station's facts.
        keys: hash codes.
        by: who is signed in; empty where nobody is.
    """

    roster: AmendableRoster
    journal: Journal
    keys: CodeKeys
    by: str = ""

    def of(self, by: str) -> "Amend":
        """The same in the name of whoever allowed it."""
        return replace(self, by=by)

    def correct(self, ticket: UUID, details: Mapping[Detail, str]) -> Fact | None:
        """Correct what a ticket's holder is called; None where nothing is different.

        Args:
            ticket: whose.
            details: as they should be; those that are so already are left out of the fact.
        """
        guest = self.roster.by_ticket(ticket)
        if guest is None:
            return None
        changed = tuple(
            (detail, text)
            for detail, text in _clean(details).items()
            if getattr(guest.attendee, detail.value) != text
        )
        return self._record(AttendeeCorrected(guest.ticket.id, changed)) if changed else None

    def change(
        self, ticket: UUID, *, category: str | None = None, status: TicketStatus | None, why: str
    ) -> Fact:
        """Give a ticket another category or status, whoever is allowed to."""
        return self._record(TicketChanged(ticket, category, status, why))

    def transfer(self, ticket: UUID, details: Mapping[Detail, str]) -> tuple[Fact, Fact]:
        """Give a ticket to another person: nothing of the first one stays, no code counts on."""
        whole = dict.fromkeys(Detail, "") | dict(details)
        said = tuple(_clean(whole).items())
        with self.journal.transaction(self.by) as tx:
            both = (
                tx.record(CodesReplaced(ticket, BOTH_CODES)),
                tx.record(AttendeeCorrected(ticket, said)),
            )
        self._laid_over(ticket)
        return both

    def replace_codes(self, ticket: UUID, kinds: frozenset[CodeKind]) -> Fact:
        """Let a ticket's codes of these kinds count no more, as where a badge was lost."""
        return self._record(CodesReplaced(ticket, kinds))

    def walk_in(self, category: str, details: Mapping[Detail, str]) -> Guest:
        """Make a ticket for somebody who has none; nobody is admitted by it yet."""
        event = self.roster.event()
        number, ticket = self._new_ticket(event)
        said = tuple((detail, text) for detail, text in _clean(details).items() if text)
        self._record(WalkedIn(ticket, number, category, said))
        guest = self.roster.by_ticket(ticket)
        assert guest is not None, "it has just been laid over the list"
        return guest

    def merge(self, double: UUID, into: UUID) -> Fact:
        """Make one person's two tickets one; the one that has arrived stays.

        Args:
            double: the ticket to lay down.
            into: the one to keep.
        """
        with self.journal.transaction(self.by) as tx:
            arrived = ledger.is_admitted(tx.facts_of(double))
            if arrived and not ledger.is_admitted(tx.facts_of(into)):
                double, into = into, double
            fact = tx.record(Merged(double, into))
        self._laid_over(double)
        return fact

    def hand_out(self, ticket: UUID, item: str, remark: str = "") -> Fact | None:
        """Note that a guest got a thing; None where they have it already.

        Args:
            ticket: whose.
            item: a hand-out's id, or `BADGE_ITEM` for a badge that somebody else collected.
            remark: the tray or serial number, or who collected it.
        """
        with self.journal.transaction(self.by) as tx:
            if item in ledger.handed_out(tx.facts_of(ticket)):
                return None
            return tx.record(HandedOut(ticket, item, normalise(remark)))

    def take_back(self, fact: UUID, reason: str) -> Undone | NothingToUndo:
        """Void a change or a hand-out."""
        with self.journal.transaction(self.by) as tx:
            found = tx.fact(fact)
            if found is None or not isinstance(found.what, Amending | HandedOut):
                return NothingToUndo()
            ticket = found.what.ticket
            if fact in ledger.voided(tx.facts_of(ticket)):
                return NothingToUndo()
            voided = tx.record(Voided(fact, ticket, reason))
        self._laid_over(ticket)
        return Undone(voided)

    def _record(self, what: Amending) -> Fact:
        with self.journal.transaction(self.by) as tx:
            fact = tx.record(what)
        self._laid_over(what.ticket)
        return fact

    def _laid_over(self, ticket: UUID) -> None:
        Overlaying(self.roster, self.journal, self.keys).refresh([ticket])

    def _new_ticket(self, event: Event) -> tuple[str, UUID]:
        while True:
            letters = "".join(secrets.choice(_LETTERS) for _ in range(NUMBER_LENGTH))
            number = f"W{letters}"
            if self.roster.by_number(number) is None:
                return number, ticket_id(event.id, ticket_tag(event.slug, number))


def _clean(details: Mapping[Detail, str]) -> dict[Detail, str]:
    """The details in one spelling; nobody is left without a name."""
    known = {detail: normalise(text) for detail, text in details.items()}
    return {d: text for d, text in known.items() if text or d is not Detail.NAME}
