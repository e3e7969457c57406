"""Where the words on a ticket's badge come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from kiosk.domain import ledger
from kiosk.domain.amendments import badge_generation, corrected
from kiosk.domain.attendee import Detail
from kiosk.domain.badge import BadgeWords, badge_words
from kiosk.domain.journal import CheckedIn, Fact
from kiosk.services.ports import CodeKeys
from kiosk.services.records import Records


@dataclass(frozen=True, slots=True)
class WordsOfTicket:
    """Finds the words for a ticket's badge: from the roster, or from its check-in alone."""

    keys: CodeKeys

    def find(
        self, records: Records, ticket: UUID, said: Mapping[Detail, str] = MappingProxyType({})
    ) -> BadgeWords | None:
        """The words, or None where nobody knows the ticket's category any more.

        Args:
            records: what is known.
            ticket: whose badge it is.
            said: details as somebody is typing them, in place of what is known.
        """
        event = records.roster.event()
        guest = records.roster.by_ticket(ticket)
        facts = records.journal.facts_of([ticket])
        category_id = guest.ticket.category if guest else _category_of(facts)
        category = event.category(category_id)
        if category is None:
            return None
        code = self.keys.badge_code(ticket, badge_generation(facts))
        if guest is None:
            return badge_words(event, category, None, ticket, "", code)
        person = corrected(guest.attendee, tuple(said.items())) if said else guest.attendee
        return badge_words(event, category, person, ticket, guest.ticket.number, code)


def _category_of(facts: tuple[Fact, ...]) -> str:
    ordered = sorted(facts, key=ledger.order)
    return next((f.what.category for f in ordered if isinstance(f.what, CheckedIn)), "")
