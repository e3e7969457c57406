"""What of an attendee and ticket the front desk may search."""

from kiosk.domain.attendee import Attendee, Ticket
from kiosk.names.keys import Sought


def sought(attendee: Attendee, ticket: Ticket) -> Sought:
    """The person as a search sees them."""
    return Sought(
        attendee.name,
        attendee.latin_name,
        attendee.company,
        attendee.title,
        attendee.email,
        attendee.phone,
        ticket.number,
        attendee.external_id,
    )
