"""The roster as desks know it: the list in roster.db, and what desks amended laid over it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from kiosk.domain.attendee import CodeKind
from kiosk.domain.event import Event
from kiosk.names.asking import asked
from kiosk.names.ranking import Ranking
from kiosk.services.ports import Guest, Hit, Overlay
from kiosk.services.searching import sought
from kiosk.store import overlay
from kiosk.store.roster import RosterFile


class AmendedRoster:
    """Implements `AmendableRoster` on two files.

    Args:
        listed: the list, which only imports and sync write.
        over: the amended tickets.
    """

    def __init__(self, listed: RosterFile, over: RosterFile) -> None:
        self._listed, self._over = listed, over

    def close(self) -> None:
        """Give both files back."""
        self._listed.close()
        self._over.close()

    def event(self) -> Event:
        return self._listed.event()

    def by_code(self, digest: bytes) -> Guest | None:
        with self._over.reading() as sql:
            known = overlay.code(sql, digest)
        if known is None:
            return self._now(self._listed.by_code(digest))
        ticket, counts = known
        guest = self.by_ticket(ticket)
        return replace(guest, replaced=not counts) if guest else None

    def by_ticket(self, ticket: UUID) -> Guest | None:
        with self._over.reading() as sql:
            meant = overlay.into(sql, ticket) or ticket
        return self._over.by_ticket(meant) or self._listed.by_ticket(meant)

    def by_number(self, number: str) -> Guest | None:
        return self._now(self._over.by_number(number) or self._listed.by_number(number))

    def group(self, name: str) -> tuple[Guest, ...]:
        both = [*self._over.group(name), *self._listed.group(name)]
        now = {guest.ticket.id: guest for guest, _ in self._as_now(both)}
        named = [guest for guest in now.values() if guest.attendee.group == name]
        return tuple(sorted(named, key=lambda guest: guest.ticket.number))

    def search(self, query: str, limit: int) -> tuple[Hit, ...]:
        over, listed = self._over.search(query, limit), self._listed.search(query, limit)
        known = self._as_now([hit.guest for hit in (*over, *listed)])
        if not over and all(now is before for now, before in known):
            return listed
        ranking: Ranking[Guest] = Ranking(asked(query))
        for now, before in known:
            # judged by the words that were found, which may be the list's
            ranking.look_at(sought(before.attendee, before.ticket), now)
        hits: dict[UUID, Hit] = {}
        for guest, why in ranking.best(len(known)):
            hits.setdefault(guest.ticket.id, Hit(guest, why))
        return tuple(hits.values())[:limit]

    def guests(self) -> tuple[Guest, ...]:
        over = {guest.ticket.id: guest for guest in self._over.guests()}
        listed = self._listed.guests()
        with self._over.reading() as sql:
            doubles = overlay.doubles(sql)
        if not over and not doubles:
            return listed
        known = {guest.ticket.id: guest for guest in listed} | over
        both = [guest for ticket, guest in known.items() if ticket not in doubles]
        return tuple(sorted(both, key=lambda guest: guest.ticket.number))

    def listed(self, ticket: UUID) -> Guest | None:
        return self._listed.by_ticket(ticket)

    def listed_codes(self, ticket: UUID) -> Mapping[bytes, CodeKind]:
        with self._listed.reading() as sql:
            return overlay.codes(sql, ticket)

    def lay_over(self, overlays: Sequence[Overlay], amendments: int) -> None:
        with self._over.writing() as sql:
            overlay.lay_over(sql, overlays, amendments)

    def amendments(self) -> int:
        with self._over.reading() as sql:
            return overlay.amendments(sql)

    def _now(self, guest: Guest | None) -> Guest | None:
        return self._as_now([guest])[0][0] if guest else None

    def _as_now(self, guests: Sequence[Guest]) -> list[tuple[Guest, Guest]]:
        """Each guest as desks know them, and as found; a double is the person's other ticket."""
        with self._over.reading() as sql:
            amended = overlay.amended(sql, [guest.ticket.id for guest in guests])
        pairs = []
        for guest in guests:
            now = self.by_ticket(guest.ticket.id) if guest.ticket.id in amended else None
            pairs.append((replace(now, replaced=guest.replaced) if now else guest, guest))
        return pairs
