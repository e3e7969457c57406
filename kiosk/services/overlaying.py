"""Keeping what is laid over the list in step with the facts that desks recorded."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from kiosk.domain.amendments import Amended, amended
from kiosk.domain.attendee import CodeKind
from kiosk.domain.journal import Fact
from kiosk.services.ports import AmendableRoster, CodeKeys, Guest, Journal, Overlay

AT_ONCE: Final = 50
"""Tickets whose facts are read together."""


@dataclass(frozen=True, slots=True)
class Overlaying:
    """Works out how tickets are from list and facts, and lays it over the list."""

    roster: AmendableRoster
    journal: Journal
    keys: CodeKeys

    def catch_up(self) -> None:
        """Lay everything over again where facts were recorded that the overlay has not seen.

        Whoever was killed between a fact and its overlay, and whatever came from elsewhere, is
        made good here.
        """
        if self.roster.amendments() != self.journal.amendments():
            self.refresh()

    def refresh(self, tickets: Collection[UUID] | None = None) -> None:
        """Work these tickets out again, or every one that was ever amended.

        Args:
            tickets: where None, all: the list under them has changed.
        """
        seen = self.journal.amendments()
        wanted = list(self.journal.amended() if tickets is None else tickets)
        overlays: list[Overlay] = []
        for start in range(0, len(wanted), AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            known = self.journal.facts_of(some)
            overlays += [self._overlay(t, [f for f in known if f.what.ticket == t]) for t in some]
        self.roster.lay_over(overlays, seen)

    def _overlay(self, ticket: UUID, facts: list[Fact]) -> Overlay:
        listed = self.roster.listed(ticket)
        now = amended((listed.attendee, listed.ticket) if listed else None, facts)
        if now is None:
            return Overlay(ticket, None)
        codes, replaced = self._codes(ticket, now)
        guest = None if now.into else Guest(now.attendee, now.ticket)
        return Overlay(ticket, guest, codes, replaced, now.into)

    def _codes(self, ticket: UUID, now: Amended) -> tuple[dict[bytes, CodeKind], frozenset[bytes]]:
        """The keyed hashes that lead to the ticket, and those that count no more."""
        sent = {d for d, k in self.roster.listed_codes(ticket).items() if k is CodeKind.TICKET}
        sent = sent or {self.keys.digest(now.ticket.number)}
        badges = [
            self.keys.digest(self.keys.badge_code(ticket, generation))
            for generation in range(1, now.generation + 1)
        ]
        codes = {badges[-1]: CodeKind.BADGE}
        gone = set(badges[:-1])
        if now.ticket_code_counts:
            codes |= dict.fromkeys(sent, CodeKind.TICKET)
        else:
            gone |= sent
        return codes, frozenset(gone - codes.keys())
